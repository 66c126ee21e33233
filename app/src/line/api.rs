//! What a tab with the telephone tells the server about itself.

use crate::api::{Answer, Told};
#[cfg(feature = "ssr")]
use crate::api::{answer, here};
use domain::voice::{Beat, BeatAnswer};
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

/// A sign of life, and what the tab wants of the lease. A page that is being left sends the same to
/// [`domain::voice::LEAVE`], from where nothing needs to come back.
// Named apart from its argument: the macro makes a type of the name.
#[server(name = SendBeat, input = Json, output = Told, endpoint = "telephone/beat")]
pub async fn beat(beat: Beat) -> Answer<BeatAnswer> {
    let here = here()?;
    answer(backend::line::beat(&here.backend, &here.who, &beat).await)
}

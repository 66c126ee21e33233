//! What the pages ask of the server about masked numbers.
// The macro makes a struct of each function's arguments; they are documented at the function.
#![allow(missing_docs)]

use crate::api::{Answer, Told};
#[cfg(feature = "ssr")]
use crate::api::{answer, here};
use domain::numbers::{RevealOf, Whole};
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

/// Shows a masked number of a record; who saw it is written down.
#[server(input = Json, output = Told, endpoint = "numbers/reveal")]
pub async fn reveal_number(of: RevealOf, number: String) -> Answer<Whole> {
    let here = here()?;
    answer(backend::numbers::reveal(&here.backend, &here.who, &of, &number).await)
}

//! What the floor's pages ask of the server.

use crate::api::{Answer, Told};
#[cfg(feature = "ssr")]
use crate::api::{answer, here};
use domain::floor::{Floor, MemberDay};
use domain::ids::StaffId;
use domain::times::Millis;
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

/// Everybody one sees, and what they do now.
#[server(name = SeeFloor, input = Json, output = Told, endpoint = "floor/now")]
pub async fn floor() -> Answer<Floor> {
    let here = here()?;
    answer(backend::line::floor(&here.backend, &here.who).await)
}

/// What a member did in a day; today where none is named.
#[server(name = SeeMemberDay, input = Json, output = Told, endpoint = "floor/day")]
pub async fn member_day(member: StaffId, day: Option<Millis>) -> Answer<MemberDay> {
    let here = here()?;
    answer(backend::line::day(&here.backend, &here.who, &member, day).await)
}

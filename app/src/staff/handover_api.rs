//! What is asked of the server about what members hand over.
// The macro makes a struct of each function's arguments; they are documented at the function.
#![allow(missing_docs)]

use crate::api::{Answer, Told};
#[cfg(feature = "ssr")]
use crate::api::{answer, here};
use domain::handover::{Desk, HandOver, Plan};
use domain::ids::{HandOverId, StaffId};
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

/// What a member owns, and what they have handed over.
#[server(input = Json, output = Told, endpoint = "staff/hand-overs")]
pub async fn hand_overs_of(member: StaffId) -> Answer<Desk> {
    let here = here()?;
    answer(backend::handover::of(&here.backend, &here.who, &member).await)
}

/// Begins to hand over.
#[server(input = Json, output = Told, endpoint = "staff/hand-over")]
pub async fn begin_hand_over(member: StaffId, plan: Plan) -> Answer<HandOver> {
    let here = here()?;
    answer(backend::handover::begin(&here.backend, &here.who, &member, &plan).await)
}

/// Hands over the next part, or takes it back.
#[server(input = Json, output = Told, endpoint = "staff/hand-over/go-on")]
pub async fn go_on_with_hand_over(id: HandOverId) -> Answer<HandOver> {
    let here = here()?;
    answer(backend::handover::go_on(&here.backend, &here.who, &id).await)
}

/// Begins to take back what was handed over.
#[server(input = Json, output = Told, endpoint = "staff/hand-over/undo")]
pub async fn undo_hand_over(id: HandOverId) -> Answer<HandOver> {
    let here = here()?;
    answer(backend::handover::undo(&here.backend, &here.who, &id).await)
}

//! What the dock asks of the server.

use crate::api::Answer;
#[cfg(feature = "ssr")]
use crate::api::{answer, here};
use domain::calls::{Card, DialCheck, Reported};
use domain::telephone::SignInTicket;
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

/// Signs the member in at the provider, and what the page needs to do the same.
#[server(input = Json, endpoint = "telephone/ticket")]
pub async fn ticket() -> Answer<SignInTicket> {
    let here = here()?;
    answer(backend::telephone::ticket(&here.backend, &here.who).await)
}

/// Hands in facts about calls; the same fact may come twice.
#[server(input = Json, endpoint = "calls/report")]
pub async fn report(calls: Vec<Reported>) -> Answer<()> {
    let here = here()?;
    answer(backend::calls::report(&here.backend, &here.who, &calls).await)
}

/// Hands in how a call began, and who is calling.
#[server(input = Json, endpoint = "calls/pop")]
pub async fn pop(call: Reported) -> Answer<Card> {
    let here = here()?;
    answer(backend::calls::pop(&here.backend, &here.who, &call).await)
}

/// What there is to know of a number before it is dialled.
// Named apart from its answer: the macro makes a type of the name.
#[server(name = AskDialCheck, input = Json, endpoint = "calls/dial-check")]
pub async fn dial_check(raw: String) -> Answer<DialCheck> {
    let here = here()?;
    answer(backend::calls::dial_check(&here.backend, &here.who, &raw).await)
}

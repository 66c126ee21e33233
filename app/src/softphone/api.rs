//! What the dock asks of the server.

use crate::api::Answer;
#[cfg(feature = "ssr")]
use crate::api::{Here, answer, here};
use domain::calls::{Card, Colleague, DialCheck, Reported};
use domain::ids::{CallId, StaffId};
#[cfg(feature = "ssr")]
use domain::problem::Problem;
use domain::telephone::{DialHabits, SignInTicket};
use domain::wrap_up::WrapUpForm;
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

/// Signs the member in at the provider, and what the page needs to do the same.
#[server(input = Json, endpoint = "telephone/ticket")]
pub async fn ticket() -> Answer<SignInTicket> {
    let here = here()?;
    answer(backend::telephone::ticket(&here.backend, &here.who).await)
}

/// How the member calls out.
// Named apart from its answer, as below.
#[server(name = AskDialHabits, input = Json, endpoint = "telephone/habits")]
pub async fn dial_habits() -> Answer<DialHabits> {
    let here = here()?;
    answer(backend::dial_habits::get(&here.backend, &here.who).await)
}

/// Keeps how the member calls out.
#[server(input = Json, endpoint = "telephone/keep-habits")]
pub async fn keep_dial_habits(habits: DialHabits) -> Answer<()> {
    let here = here()?;
    answer(backend::dial_habits::set(&here.backend, &here.who, habits).await)
}

/// The colleagues at whose seats a call can be passed on.
#[server(input = Json, endpoint = "telephone/colleagues")]
pub async fn colleagues() -> Answer<Vec<Colleague>> {
    let here = here()?;
    answer(backend::staff::seats(&here.backend, &here.who).await)
}

/// Hands in what a member's page saw of calls; the same fact may come twice.
#[server(input = Json, endpoint = "calls/report")]
pub async fn report(#[server(default)] member: Option<StaffId>, calls: Vec<Reported>) -> Answer<()> {
    let here = here_as(member.as_ref())?;
    answer(backend::calls::report(&here.backend, &here.who, &calls).await)
}

/// Hands in what a member wrote about a call.
#[server(input = Json, endpoint = "calls/hand-in-note")]
pub async fn note(#[server(default)] member: Option<StaffId>, call: CallId, text: String) -> Answer<()> {
    let here = here_as(member.as_ref())?;
    answer(backend::calls::set_note(&here.backend, &here.who, &call, &text).await)
}

/// Hands in what a member filled in after a call.
#[server(input = Json, endpoint = "wrap-up/save")]
pub async fn wrap_up(#[server(default)] member: Option<StaffId>, call: CallId, form: WrapUpForm) -> Answer<()> {
    let here = here_as(member.as_ref())?;
    answer(backend::wrap_up::save(&here.backend, &here.who, &call, &form).await)
}

/// Hands in how a member's call began, and who is calling.
#[server(input = Json, endpoint = "calls/pop")]
pub async fn pop(#[server(default)] member: Option<StaffId>, call: Reported) -> Answer<Card> {
    let here = here_as(member.as_ref())?;
    answer(backend::calls::pop(&here.backend, &here.who, &call).await)
}

/// What there is to know of a number before it is dialled.
// Named apart from its answer: the macro makes a type of the name.
#[server(name = AskDialCheck, input = Json, endpoint = "calls/dial-check")]
pub async fn dial_check(raw: String) -> Answer<DialCheck> {
    let here = here()?;
    answer(backend::calls::dial_check(&here.backend, &here.who, &raw).await)
}

/// As the member whose page it is: in another tab somebody else may have signed in since, and these are not their calls.
/// A program that names nobody speaks for whoever is signed in.
#[cfg(feature = "ssr")]
fn here_as(member: Option<&StaffId>) -> Answer<Here> {
    let here = here()?;
    if member.is_none_or(|member| here.who.id == *member) { Ok(here) } else { answer(Err(Problem::SignedOut)) }
}

//! What the dock asks of the server.

use crate::api::{Answer, Told};
#[cfg(feature = "ssr")]
use crate::api::{Here, answer, here};
use domain::calls::{Card, Colleague, DialCheck, Failure, Presence, Reported, TransferFailure, TransferTarget};
use domain::directory::Directory;
use domain::ids::{CallId, StaffId};
use domain::numbers::Whole;
#[cfg(feature = "ssr")]
use domain::problem::Problem;
use domain::reach::Reachability;
use domain::telephone::{DialHabits, PhoneAccount, PhonePassword, SignInTicket};
use domain::wrap_up::WrapUpForm;
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

/// Signs the member in at the provider, and what the page needs to do the same.
#[server(input = Json, output = Told, endpoint = "telephone/ticket")]
pub async fn ticket() -> Answer<SignInTicket> {
    let here = here()?;
    answer(backend::telephone::ticket(&here.backend, &here.who).await)
}

/// How the member calls out.
// Named apart from its answer, as below.
#[server(name = AskDialHabits, input = Json, output = Told, endpoint = "telephone/habits")]
pub async fn dial_habits() -> Answer<DialHabits> {
    let here = here()?;
    answer(backend::dial_habits::get(&here.backend, &here.who).await)
}

/// Keeps how the member calls out.
#[server(input = Json, output = Told, endpoint = "telephone/keep-habits")]
pub async fn keep_dial_habits(habits: DialHabits) -> Answer<()> {
    let here = here()?;
    answer(backend::dial_habits::set(&here.backend, &here.who, habits).await)
}

/// The colleagues who can be rung now, where the provider's page cannot say it.
#[server(input = Json, output = Told, endpoint = "telephone/colleagues")]
pub async fn colleagues() -> Answer<Vec<Colleague>> {
    let here = here()?;
    answer(backend::directory::online(&here.backend, &here.who).await)
}

/// Whom and what calls can be passed on to, by name.
// Named apart from its answer, as below.
#[server(name = AskDirectory, input = Json, output = Told, endpoint = "telephone/directory")]
pub async fn directory() -> Answer<Directory> {
    let here = here()?;
    answer(backend::directory::targets(&here.backend, &here.who).await)
}

/// Whether calls come to the member; nothing where the provider's page knows that itself.
#[server(name = AskPresence, input = Json, output = Told, endpoint = "telephone/presence")]
pub async fn presence() -> Answer<Option<Presence>> {
    let here = here()?;
    answer(backend::seats::presence(&here.backend, &here.who).await)
}

/// Lets calls come to the member, or no longer.
#[server(input = Json, output = Told, endpoint = "telephone/let-calls-come")]
pub async fn let_calls_come(come: bool) -> Answer<Presence> {
    let here = here()?;
    answer(backend::seats::let_calls_come(&here.backend, &here.who, come).await)
}

/// Has the provider call the member first, and the customer afterwards. The inner error is why it refuses.
#[server(input = Json, output = Told, endpoint = "telephone/call-first")]
pub async fn call_first(number: String, hotline: String) -> Answer<Result<(), Failure>> {
    let here = here()?;
    answer(backend::seats::call_first(&here.backend, &here.who, &number, &hotline).await)
}

/// Passes a call of the member's on. The inner error is why the provider refuses.
#[server(input = Json, output = Told, endpoint = "telephone/pass-on")]
pub async fn pass_on(call: CallId, to: TransferTarget) -> Answer<Result<(), TransferFailure>> {
    let here = here()?;
    answer(backend::seats::pass_on(&here.backend, &here.who, &call, &to).await)
}

/// Why the member's telephone rings, or does not; nothing where the provider does not say.
#[server(name = AskReachability, input = Json, output = Told, endpoint = "telephone/reachability")]
pub async fn reachability() -> Answer<Option<Reachability>> {
    let here = here()?;
    answer(backend::seats::reachability(&here.backend, &here.who).await)
}

/// The account of the member's own telephone; nothing where the provider has none.
#[server(name = AskPhoneAccount, input = Json, output = Told, endpoint = "telephone/phone-account")]
pub async fn phone_account() -> Answer<Option<PhoneAccount>> {
    let here = here()?;
    answer(backend::seats::phone_account(&here.backend, &here.who).await)
}

/// Makes another password for the member's own telephone, and tells it this once.
#[server(input = Json, output = Told, endpoint = "telephone/new-phone-password")]
pub async fn new_phone_password() -> Answer<PhonePassword> {
    let here = here()?;
    answer(backend::seats::new_phone_password(&here.backend, &here.who).await)
}

/// Hands in what a member's page saw of calls; the same fact may come twice.
#[server(input = Json, output = Told, endpoint = "calls/report")]
pub async fn report(#[server(default)] member: Option<StaffId>, calls: Vec<Reported>) -> Answer<()> {
    let here = here_as(member.as_ref())?;
    answer(backend::calls::report(&here.backend, &here.who, &calls).await)
}

/// Hands in what a member wrote about a call.
#[server(input = Json, output = Told, endpoint = "calls/hand-in-note")]
pub async fn note(#[server(default)] member: Option<StaffId>, call: CallId, text: String) -> Answer<()> {
    let here = here_as(member.as_ref())?;
    answer(backend::calls::set_note(&here.backend, &here.who, &call, &text).await)
}

/// Hands in what a member filled in after a call.
#[server(input = Json, output = Told, endpoint = "wrap-up/save")]
pub async fn wrap_up(#[server(default)] member: Option<StaffId>, call: CallId, form: WrapUpForm) -> Answer<()> {
    let here = here_as(member.as_ref())?;
    answer(backend::wrap_up::save(&here.backend, &here.who, &call, &form).await)
}

/// Hands in how a member's call began, and who is calling.
#[server(input = Json, output = Told, endpoint = "calls/pop")]
pub async fn pop(#[server(default)] member: Option<StaffId>, call: Reported) -> Answer<Card> {
    let here = here_as(member.as_ref())?;
    answer(backend::calls::pop(&here.backend, &here.who, &call).await)
}

/// What there is to know of a number before it is dialled.
// Named apart from its answer: the macro makes a type of the name.
#[server(name = AskDialCheck, input = Json, output = Told, endpoint = "calls/dial-check")]
pub async fn dial_check(raw: String) -> Answer<DialCheck> {
    let here = here()?;
    answer(backend::calls::dial_check(&here.backend, &here.who, &raw).await)
}

/// What the page is to dial a masked number by, asked at the moment of dialling.
#[server(input = Json, output = Told, endpoint = "numbers/hand-over")]
pub async fn hand_over(number: String) -> Answer<Whole> {
    let here = here()?;
    answer(backend::numbers::hand_over(&here.backend, &here.who, &number).await)
}

/// As the member whose page it is: in another tab somebody else may have signed in since, and these are not their calls.
/// A program that names nobody speaks for whoever is signed in.
#[cfg(feature = "ssr")]
fn here_as(member: Option<&StaffId>) -> Answer<Here> {
    let here = here()?;
    if member.is_none_or(|member| here.who.id == *member) {
        Ok(here)
    } else {
        answer(Err(Problem::SignedOut)).map(|()| here)
    }
}

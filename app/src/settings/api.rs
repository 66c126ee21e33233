//! What the telephone page asks of the server.

use crate::api::{Answer, Told};
#[cfg(feature = "ssr")]
use crate::api::{answer, here};
use domain::dial_policy::DialPolicy;
use domain::telephone::{AccountForm, AccountSettings, HistoryForm, HistorySettings};
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

/// The account, without its key.
#[server(input = Json, output = Told, endpoint = "telephone/settings")]
pub async fn telephone_settings() -> Answer<AccountSettings> {
    let here = here()?;
    answer(backend::telephone::settings(&here.backend, &here.who).await)
}

/// Saves the account; an empty key keeps the stored one.
#[server(input = Json, output = Told, endpoint = "telephone/save")]
pub async fn save_telephone(form: AccountForm) -> Answer<AccountSettings> {
    let here = here()?;
    answer(backend::telephone::save(&here.backend, &here.who, &form).await)
}

/// Signs a seat in at the provider, to see whether it works.
#[server(input = Json, output = Told, endpoint = "telephone/test")]
pub async fn test_telephone(seat: String) -> Answer<()> {
    let here = here()?;
    answer(backend::telephone::test(&here.backend, &here.who, &seat).await)
}

/// The history's settings, without its key, and how reading it goes.
#[server(input = Json, output = Told, endpoint = "telephone/history")]
pub async fn read_history_settings() -> Answer<HistorySettings> {
    let here = here()?;
    answer(backend::history::settings(&here.backend, &here.who).await)
}

/// Saves the history's settings; an empty key keeps the stored one.
#[server(input = Json, output = Told, endpoint = "telephone/history-save")]
pub async fn save_history(form: HistoryForm) -> Answer<HistorySettings> {
    let here = here()?;
    answer(backend::history::save(&here.backend, &here.who, &form).await)
}

/// Asks the history, to see whether it answers.
#[server(input = Json, output = Told, endpoint = "telephone/history-test")]
pub async fn test_history() -> Answer<()> {
    let here = here()?;
    answer(backend::history::test(&here.backend, &here.who).await)
}

/// The rules of calling out.
// Named apart from its answer: the macro makes a type of the name.
#[server(name = AskDialPolicy, input = Json, output = Told, endpoint = "telephone/dial-policy")]
pub async fn dial_policy() -> Answer<DialPolicy> {
    let here = here()?;
    answer(backend::dial_policy::get(&here.backend, &here.who).await)
}

/// Saves the rules of calling out.
#[server(input = Json, output = Told, endpoint = "telephone/dial-policy-save")]
pub async fn save_dial_policy(policy: DialPolicy) -> Answer<DialPolicy> {
    let here = here()?;
    answer(backend::dial_policy::save(&here.backend, &here.who, &policy).await)
}

//! Stringee's contact centre, from the server: the account, the tokens, and what the browser is told to sign in.

mod account;
mod agents;
mod callout;
mod centre;
mod customer;
mod events;
mod examine;
mod hooks;
mod phone_account;
mod queues;
mod seats;
pub(crate) mod set_up;
mod signature;
mod token;
mod watch;

pub(crate) use account::install;
pub use account::{Addresses, addresses, renew_path, save, settings};
pub use examine::examine;
pub use hooks::{Afterwards, Answered, Asked, answer, deliveries, forget_deliveries, keep};
pub(crate) use phone_account::{new_phone_password, phone_account};
pub(crate) use queues::named_queues;
pub use queues::served_queues;
pub(crate) use seats::{call_first, let_calls_come, pass_on, seat};
pub use watch::watch;

use crate::Backend;
use crate::db::{self, On};
use crate::recordings::Service;
use account::Account;
use domain::problem::Problem;
use domain::telephone::{Hotline, HotlineSettings, Provider, SignInTicket, TelephoneProblem};

/// What a page needs to sign a seat in. The account is not asked whether it works: the sockets say so themselves.
///
/// # Errors
/// [`Problem::Telephone`] without an account.
pub(crate) async fn ticket(b: &Backend, seat: String) -> Result<SignInTicket, Problem> {
    let account = Account::stored(b).await?.ok_or(Problem::Telephone(TelephoneProblem::NotConfigured))?;
    let hotlines = db::hotlines::list(b.read().await?.on(), Provider::Stringee).await?;
    let token = token::of_seat(&account, &seat, b.now()).map_err(Problem::Telephone)?;
    Ok(SignInTicket {
        provider: Provider::Stringee,
        service_address: account.call_api,
        domain: String::new(),
        token,
        seat,
        servers: account.servers,
        hotlines: hotlines.into_iter().filter(|one| one.can_call_out).map(named).collect(),
    })
}

fn named(hotline: HotlineSettings) -> Hotline {
    Hotline { number: hotline.number, name: hotline.name }
}

/// Where recordings are fetched from; `None` without an account.
pub(crate) async fn recording_service(b: &Backend) -> Result<Option<Service>, Problem> {
    let Some(account) = Account::stored(b).await? else { return Ok(None) };
    let token = token::of_server(&account, b.now()).map_err(Problem::Telephone)?;
    let header = (centre::TOKEN_HEADER, token);
    Ok(Some(Service { address: account.call_api, header, keeps_copies: account.keep_recordings }))
}

/// Under which name calls of this account are kept; `None` without one.
pub(crate) async fn account_name(db: On<'_>) -> Result<Option<String>, Problem> {
    Ok(db::stringee::project(db).await?.map(|project| project.to_string()))
}

//! What our server asks of a telephone provider on a member's behalf, where their page cannot: whether calls come, calling
//! them first, passing on, and the account of a telephone of their own.

use crate::permit::May;
use crate::{Backend, audit, db, dial_policy, numbers, stringee};
use domain::access::{Action, Actor};
use domain::calls::{Failure, Presence, TransferFailure, TransferTarget};
use domain::fields::Field;
use domain::ids::CallId;
use domain::phone;
use domain::problem::Problem;
use domain::reach::{Known, Reachability};
use domain::telephone::{PhoneAccount, PhonePassword, Provider, TelephoneProblem};
use serde_json::json;

/// Whether calls come to one's seat; `None` where the page knows that itself.
///
/// # Errors
/// [`Problem::Telephone`]: without a seat, or with what the provider says.
pub async fn presence(b: &Backend, who: &Actor) -> Result<Option<Presence>, Problem> {
    who.may(Action::UseTelephone)?;
    match own(b, who).await? {
        (Provider::ThreeC, _) => Ok(None),
        (Provider::Stringee, seat) => Ok(Some(shown(stringee::seat(b, &seat).await?.telephone.available))),
    }
}

/// Lets calls come to one's seat, or no longer.
///
/// # Errors
/// [`Problem::Telephone`] where that was not done; [`Problem::NotFound`] where the page does that itself.
pub async fn let_calls_come(b: &Backend, who: &Actor, come: bool) -> Result<Presence, Problem> {
    who.may(Action::UseTelephone)?;
    match own(b, who).await? {
        (Provider::ThreeC, _) => Err(Problem::NotFound),
        (Provider::Stringee, seat) => stringee::let_calls_come(b, &seat, come).await.map(|()| shown(come)),
    }
}

/// Whoever had this seat no longer works here: no calls come to it any more. Where the provider cannot be asked, the seat
/// falls silent with the member's own page.
pub(crate) async fn leave(b: &Backend, provider: Provider, seat: &str) {
    let told = match provider {
        Provider::ThreeC => Ok(()),
        Provider::Stringee => stringee::let_calls_come(b, seat, false).await,
    };
    if let Err(problem) = told {
        tracing::info!(%seat, ?problem, "the provider was not told that nobody sits at a seat any more");
    }
}

/// Calls the member first, and the customer once they have answered. The inner error is why the provider refuses.
///
/// # Errors
/// [`Problem::MayNotDial`] against the rules; [`Problem::Telephone`] where it could not be asked; [`Problem::NotFound`]
/// where the provider cannot do that.
pub async fn call_first(b: &Backend, who: &Actor, number: &str, hotline: &str) -> Result<Result<(), Failure>, Problem> {
    who.may(Action::UseTelephone)?;
    match own(b, who).await? {
        (Provider::ThreeC, _) => Err(Problem::NotFound),
        (Provider::Stringee, seat) => {
            // The page of whoever dialled by a seal is not told the number by the provider either.
            let named = phone::bare_seal(number);
            // The provider does not ask whether this call may be made.
            match dial_policy::permit(b, who, number).await {
                Ok((number, _)) => stringee::call_first(b, &seat, number.as_str(), hotline, named.as_deref()).await,
                Err(Problem::Invalid(_)) => Ok(Err(Failure::NumberInvalid)),
                Err(problem) => Err(problem),
            }
        }
    }
}

/// Passes one's own call on. The inner error is why the provider refuses.
///
/// # Errors
/// [`Problem::NotFound`] where it is not one's own, or has no name at the provider; [`Problem::Telephone`].
pub async fn pass_on(
    b: &Backend,
    who: &Actor,
    call: &CallId,
    to: &TransferTarget,
) -> Result<Result<(), TransferFailure>, Problem> {
    who.may(Action::UseTelephone)?;
    let (provider, _) = own(b, who).await?;
    let row = db::calls::by_id(b.read().await?.on(), call).await?.ok_or(Problem::NotFound)?;
    let named = row.provider_call_id.as_deref().filter(|_| row.agent().as_ref() == Some(&who.id));
    match (provider, named.ok_or(Problem::NotFound)?) {
        (Provider::ThreeC, _) => Err(Problem::NotFound),
        (Provider::Stringee, named) => stringee::pass_on(b, named, &whole(b, who, to)?).await,
    }
}

/// Why one's telephone rings, or does not: what the provider says now, and what our own pages tell. `None` where the
/// provider does not say.
///
/// # Errors
/// [`Problem::Telephone`] where it could not be asked.
pub async fn reachability(b: &Backend, who: &Actor) -> Result<Option<Reachability>, Problem> {
    who.may(Action::UseTelephone)?;
    let (Provider::Stringee, seat) = own(b, who).await? else { return Ok(None) };
    let telephone = match stringee::seat(b, &seat).await {
        Ok(row) => Some(row.telephone),
        Err(Problem::Telephone(TelephoneProblem::SeatUnknown)) => None,
        Err(problem) => return Err(problem),
    };
    let stored = db::members::of_member(b.read().await?.on(), &who.id).await?;
    let known = Known {
        has_seat: telephone.is_some(),
        telephone: telephone.as_ref(),
        status: stored.as_ref().map(|stored| stored.status),
        since: stored.as_ref().map(|stored| stored.since),
        connected: stored.is_some_and(|stored| stored.line.takes_calls()),
        now: b.now(),
    };
    Ok(Some(known.reachability()))
}

/// The account of one's own telephone, on the desk or in an app; `None` where the provider has none for seats.
///
/// # Errors
/// [`Problem::Telephone`]: without a seat, or with what the provider says.
pub async fn phone_account(b: &Backend, who: &Actor) -> Result<Option<PhoneAccount>, Problem> {
    who.may(Action::UseTelephone)?;
    match own(b, who).await? {
        (Provider::ThreeC, _) => Ok(None),
        (Provider::Stringee, seat) => stringee::phone_account(b, &seat).await.map(Some),
    }
}

/// Another password for one's own telephone, told this once; the old one no longer holds.
///
/// # Errors
/// [`Problem::Telephone`] where it was not taken; [`Problem::NotFound`] where the provider has none for seats.
pub async fn new_phone_password(b: &Backend, who: &Actor) -> Result<PhonePassword, Problem> {
    who.may(Action::UseTelephone)?;
    let (Provider::Stringee, seat) = own(b, who).await? else { return Err(Problem::NotFound) };
    let told = stringee::new_phone_password(b, &seat).await?;
    let mut tx = b.write().await?;
    let what = json!({ "user_name": told.user_name });
    audit::note(b, &mut tx, Some(who), "telephone.password_made", format!("staff:{}", who.id), what).await?;
    tx.commit().await?;
    Ok(told)
}

/// A target that is a masked number, with the number.
fn whole(b: &Backend, who: &Actor, to: &TransferTarget) -> Result<TransferTarget, Problem> {
    match to {
        TransferTarget::Number(number) => {
            let number = numbers::opened_at(b, who, number, Field::Phone(0))?;
            Ok(TransferTarget::Number(number.into_owned()))
        }
        other => Ok(other.clone()),
    }
}

/// One's own seat, and where it is.
pub(crate) async fn own(b: &Backend, who: &Actor) -> Result<(Provider, String), Problem> {
    let member = db::staff::by_id(b.read().await?.on(), &who.id).await?.ok_or(Problem::SignedOut)?;
    let provider = member.provider();
    let seat = member.seat.ok_or(Problem::Telephone(TelephoneProblem::NoSeat))?;
    Ok((provider, seat))
}

fn shown(comes: bool) -> Presence {
    if comes { Presence::Online } else { Presence::Offline }
}

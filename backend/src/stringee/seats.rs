//! What the contact centre knows of a seat, and what it does for one: letting calls come, calling its member first,
//! passing on.

use super::centre::Centre;
use crate::Backend;
use domain::calls::{Failure, TransferFailure, TransferTarget};
use domain::problem::Problem;
use domain::stringee::{
    SeatRow, call_first_alias, call_first_failure, dialable, manual_status, seat_row, transfer_failure,
};
use domain::telephone::TelephoneProblem;
use reqwest::Method;
use serde_json::json;

/// What is known of a seat.
///
/// # Errors
/// [`Problem::Telephone`]: not asked, or the seat is unknown there.
pub(crate) async fn seat(b: &Backend, seat: &str) -> Result<SeatRow, Problem> {
    let asked_at = b.now(); // what happens while it answers, it may not say
    let answer = Centre::of(b).await?.get("/v1/agent", &[("stringee_user_id", seat), ("limit", "100")]).await?;
    seat_row(&answer, seat, asked_at).ok_or(Problem::Telephone(TelephoneProblem::SeatUnknown))
}

/// Lets calls come to a seat, or no longer.
///
/// # Errors
/// [`Problem::Telephone`] where that was not done.
pub(crate) async fn let_calls_come(b: &Backend, name: &str, come: bool) -> Result<(), Problem> {
    let row = seat(b, name).await?;
    let body = json!({ "manual_status": manual_status(come) });
    let done = Centre::of(b).await?.ask(Method::PUT, &format!("/v1/agent/{}", row.id), &body).await?;
    done.map(drop).map_err(|refusal| {
        tracing::info!(r = refusal.r, said = refusal.said, "the contact centre does not change a seat");
        Problem::Telephone(TelephoneProblem::ProviderError)
    })
}

/// Calls the member at a seat first, and the customer once they have answered. `named` is what the member's page is told
/// in the number's place, where it must not know that. The inner error is why that was refused.
///
/// # Errors
/// [`Problem::Telephone`] where it could not be asked for.
pub(crate) async fn call_first(
    b: &Backend,
    seat: &str,
    number: &str,
    hotline: &str,
    named: Option<&str>,
) -> Result<Result<(), Failure>, Problem> {
    let Some(customer) = dialable(number) else { return Ok(Err(Failure::NumberInvalid)) };
    let body = json!({
        "agentUserId": seat,
        "toAgentFromNumberDisplay": hotline,
        "toAgentFromNumberDisplayAlias": call_first_alias(hotline, named.unwrap_or(&customer)),
        "toCustomerFromNumber": hotline,
        "customerNumber": customer,
    });
    let done = Centre::of(b).await?.ask(Method::POST, "/v1/call/callout", &body).await?;
    Ok(done.map(drop).map_err(|refusal| call_first_failure(&refusal)))
}

/// Passes a call on. The inner error is why that was refused.
///
/// # Errors
/// [`Problem::Telephone`] where it could not be asked for.
pub(crate) async fn pass_on(
    b: &Backend,
    call: &str,
    to: &TransferTarget,
) -> Result<Result<(), TransferFailure>, Problem> {
    let (kind, number) = match to {
        TransferTarget::Seat(seat) => ("internal", seat.clone()),
        TransferTarget::Number(number) => match dialable(number) {
            Some(number) => ("external", number),
            None => return Ok(Err(TransferFailure::NotPossible)),
        },
        // The service knows people and numbers only; the page's kit knows queues, in calls of the second class.
        TransferTarget::Queue(_) => return Ok(Err(TransferFailure::NotPossible)),
    };
    let to = json!({ "type": kind, "number": number, "alias": number });
    let body = json!({ "callId": call, "to": to, "transferType": "blind" });
    let done = Centre::of(b).await?.ask(Method::POST, "/v1/call/transfer", &body).await?;
    Ok(done.map(drop).map_err(|refusal| match refusal.r {
        r if refusal.said.is_empty() => transfer_failure(r),
        _ => TransferFailure::Other { code: refusal.said },
    }))
}

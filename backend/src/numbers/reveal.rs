//! One number, whole, for a member who otherwise sees none: asked for on a record, or handed to the provider's page at
//! the moment of dialling. Both are written down, and no member gets many.

use super::opened_at;
use crate::db::{self, Tx};
use crate::permit::May;
use crate::{Backend, audit, calls, companies, customers, dial_policy, scope, seats};
use domain::access::{Action, Actor};
use domain::fields::{Field, FieldProblem};
use domain::numbers::{HANDED_PER_HOUR, REVEALED_PER_HOUR, RevealOf, Whole};
use domain::phone::{self, BadNumber, Number};
use domain::problem::Problem;
use domain::rights::Numbers;
use domain::telephone::Provider;
use domain::times::HOUR;
use serde_json::json;

/// The audit's words.
const REVEALED: &str = "number.revealed";
const HANDED: &str = "number.handed";

/// Shows a masked number of a record. Who saw which, and when, stands in the record's history and in the audit.
///
/// # Errors
/// [`Problem::Forbidden`] where the role sees none; [`Problem::Invalid`] for a number that was typed and not masked:
/// whether it is the hidden one is not told; [`Problem::NotFound`] where the record has no such number, or is
/// not seen; [`Problem::Throttled`] after many within an hour.
pub async fn reveal(b: &Backend, who: &Actor, of: &RevealOf, sealed: &str) -> Result<Whole, Problem> {
    may_ask(who)?;
    if !who.sees_numbers() && !phone::is_sealed(sealed.trim()) {
        return Err(Problem::at(Field::Phone(0), FieldProblem::NotANumber(BadNumber::NotANumber)));
    }
    let asked = opened_at(b, who, sealed, Field::Phone(0))?;
    let mut tx = b.write().await?;
    let name = holder(&mut tx, who, of, &asked).await?;
    let number = phone::parse(&asked).map(|parsed| parsed.number.grouped()).unwrap_or_else(|_| asked.into_owned());
    within(b, &mut tx, who, REVEALED, REVEALED_PER_HOUR).await?;
    let details = json!({ "name": name, "number": number });
    audit::note(b, &mut tx, Some(who), REVEALED, of.subject(), details).await?;
    tx.commit().await?;
    Ok(Whole { number })
}

/// What the page is to dial by for a masked number: its seal, where our server asks the provider to call; the number
/// itself, where only the provider's page can. Then, that it was handed over is written down.
///
/// # Errors
/// [`Problem::MayNotDial`] against the rules; [`Problem::Throttled`]; [`Problem::Telephone`] without a seat.
pub async fn hand_over(b: &Backend, who: &Actor, sealed: &str) -> Result<Whole, Problem> {
    who.may(Action::UseTelephone)?;
    let (provider, _) = seats::own(b, who).await?;
    if provider == Provider::Stringee {
        return Ok(Whole { number: sealed.to_owned() });
    }
    let (number, _) = dial_policy::permit(b, who, sealed).await?;
    if !who.sees_numbers() {
        let mut tx = b.write().await?;
        within(b, &mut tx, who, HANDED, HANDED_PER_HOUR).await?;
        let details = json!({ "number": number.grouped() });
        audit::note(b, &mut tx, Some(who), HANDED, format!("staff:{}", who.id), details).await?;
        tx.commit().await?;
    }
    Ok(Whole { number: number.as_str().to_owned() })
}

/// Whoever sees numbers whole has nothing to ask for, and is not refused it.
fn may_ask(who: &Actor) -> Result<(), Problem> {
    if who.rights.numbers() == Numbers::Masked { Err(Problem::Forbidden) } else { Ok(()) }
}

/// What the record is called that has this number and is seen by the member.
async fn holder(tx: &mut Tx, who: &Actor, of: &RevealOf, number: &str) -> Result<String, Problem> {
    let key = phone::parse(number).ok().map(|parsed| parsed.number);
    let has = |one: &Number, raw: &str| key.as_ref() == Some(one) || raw == number;
    let (name, held) = match of {
        RevealOf::Customer(id) => {
            who.may(Action::SeeCustomers)?;
            let customer = customers::seen(tx, who, id).await?;
            let held = customer.phones.iter().any(|phone| has(&phone.number, &phone.raw));
            (customer.name, held)
        }
        RevealOf::Company(id) => {
            who.may(Action::SeeCompanies)?;
            let company = companies::seen(tx, who, id).await?;
            let held = company.phones.iter().any(|phone| has(&phone.number, &phone.raw));
            (company.name, held)
        }
        RevealOf::Call(id) => {
            who.may(Action::SeeOwnCalls)?;
            let row = db::calls::by_id(tx.on(), id).await?.ok_or(Problem::NotFound)?;
            calls::visible(&scope::of(tx.on(), who).await?, &row)?;
            let held = row.number_raw == number || (key.is_some() && row.key() == key);
            (String::new(), held)
        }
    };
    if held { Ok(name) } else { Err(Problem::NotFound) }
}

/// No more than so many of these within an hour. Two at once count one after the other.
async fn within(b: &Backend, tx: &mut Tx, who: &Actor, action: &str, most: i64) -> Result<(), Problem> {
    tx.alone(&format!("numbers:{}", who.id)).await?;
    let since = b.now().plus(-HOUR);
    let (times, first) = db::audit::times_since(tx.on(), &who.id, action, since).await?;
    if times < most {
        return Ok(());
    }
    let left = first.plus(HOUR).since(b.now()).max(0) / 1_000 + 1;
    Err(Problem::Throttled { seconds: u32::try_from(left).unwrap_or(u32::MAX) })
}

//! Calls: facts come in, the log and the caller's card go out.

mod card;
mod log;
mod record;
mod rederive;
mod refusal;
mod sight;

pub use log::{Export, choices, export, list};
pub use record::report;
pub(crate) use record::{Begins, alone_with, store_from_server};
pub use rederive::{Mend, Rederived, rederive};
pub use refusal::refusal;
pub use sight::{delete, seen_by};

use crate::db::calls::Row;
use crate::db::customers::Holder;
use crate::db::{self, Tx};
use crate::permit::{May, reaches};
use crate::{Backend, customers, dial_policy, missed, routing, scope};
use domain::access::{Action, Actor, Scope};
use domain::calls::{CallStory, Card, DialCheck, MatchHow, Reported};
use domain::fields::{Field, FieldProblem};
use domain::ids::{CallId, CustomerId};
use domain::notes::NOTE_MAX;
use domain::phone;
use domain::problem::Problem;
use domain::rights::{Deed, Records};

/// Records a call that rings or was dialled and answers who it is, in one round trip.
///
/// # Errors
/// [`Problem::Forbidden`] when it is somebody else's call; [`Problem::NotFound`] while the fact that begins the call
/// is missing.
pub async fn pop(b: &Backend, who: &Actor, reported: &Reported) -> Result<Card, Problem> {
    who.may(Action::UseTelephone)?;
    record::few(std::slice::from_ref(reported))?;
    let mut tx = b.write().await?;
    let row = record::store(b, &mut tx, who, reported).await?;
    tx.commit().await?;
    card::of(&mut b.read().await?, who, &row.ok_or(Problem::NotFound)?).await
}

/// A call and everything that happened to it. A call that another took over is that other one: links to it stay good.
/// That somebody opened a call that is not theirs is written down.
///
/// # Errors
/// [`Problem::Forbidden`] when an agent asks for a colleague's, [`Problem::NotFound`].
pub async fn story(b: &Backend, who: &Actor, id: &CallId) -> Result<CallStory, Problem> {
    who.may(Action::SeeOwnCalls)?;
    let mut read = b.read().await?;
    let id = db::history::merged_into(read.on(), id).await?.unwrap_or_else(|| id.clone());
    let row = db::calls::by_id(read.on(), &id).await?.ok_or(Problem::NotFound)?;
    visible(&scope::of(read.on(), who).await?, &row)?;
    let facts = db::call_events::of_call(read.on(), &id).await?;
    let provider_id = domain::calls::fold(&facts).and_then(|state| state.provider_id);
    let routed = routing::of_call(read.on(), row.begun().provider, provider_id.as_deref()).await?;
    drop(read);
    if !row.belongs_to(&who.id) {
        sight::opened(b, who, &id).await?;
    }
    Ok(CallStory { row: row.line()?, provider_id, facts, routed })
}

/// What a member writes about a call of theirs; empty for nothing.
///
/// # Errors
/// [`Problem::Forbidden`] for somebody else's, [`Problem::NotFound`], [`Problem::Invalid`] when too long.
pub async fn set_note(b: &Backend, who: &Actor, id: &CallId, text: &str) -> Result<(), Problem> {
    who.may(Action::UseTelephone)?;
    let text = text.trim();
    if text.chars().count() > NOTE_MAX {
        return Err(Problem::at(Field::Note, FieldProblem::TooLong { max: NOTE_MAX }));
    }
    let mut tx = b.write().await?;
    let row = db::calls::by_id(tx.on(), id).await?.ok_or(Problem::NotFound)?;
    if !row.belongs_to(&who.id) {
        return Err(Problem::Forbidden);
    }
    db::calls::set_note(tx.on(), id, text).await?;
    Ok(tx.commit().await?)
}

/// Says by hand whose call it is, and gives the customer the number when asked to.
///
/// # Errors
/// [`Problem::Forbidden`] when an agent does it to a colleague's call; [`Problem::NotFound`] without the call or the
/// customer.
pub async fn attach(
    b: &Backend,
    who: &Actor,
    call: &CallId,
    customer: &CustomerId,
    remember_number: bool,
) -> Result<Card, Problem> {
    who.may(Action::UseTelephone)?;
    let mut tx = b.write().await?;
    tx.alone(&record::alone(call)).await?;
    let row = db::calls::by_id(tx.on(), call).await?.ok_or(Problem::NotFound)?;
    visible(&scope::of(tx.on(), who).await?, &row)?;
    let whom = customers::seen(&mut tx, who, customer).await?;
    db::calls::attach(tx.on(), call, customer, MatchHow::ByHand).await?;
    db::tasks::attach(tx.on(), call, customer).await?;
    db::customers::touch(tx.on(), customer, b.now()).await?;
    if let (true, Some(number)) = (remember_number, row.key()) {
        who.may(Action::EditCustomers)?;
        reaches(&mut tx, who, Records::Customers, Deed::Edit, whom.owner.as_ref()).await?;
        customers::remember_number(b, &mut tx, customer, &row.number_raw, number).await?;
    }
    let row = db::calls::by_id(tx.on(), call).await?.ok_or(Problem::NotFound)?;
    missed::follow(b, &mut tx, None, &row).await?;
    tx.commit().await?;
    card::of(&mut b.read().await?, who, &row).await
}

/// What to know before a number is dialled.
///
/// # Errors
/// [`Problem::Invalid`] when no number can be meant; [`Problem::MayNotDial`] when it may not be called now.
pub async fn dial_check(b: &Backend, who: &Actor, raw: &str) -> Result<DialCheck, Problem> {
    who.may(Action::UseTelephone)?;
    let (number, holders) = dial_policy::permit(b, who, raw).await?;
    let mut read = b.read().await?;
    let company_minds = db::companies::unwanted(read.on(), &number).await?;
    let seen = customers::holders(&mut read, who, &number).await?;
    Ok(DialCheck {
        number,
        holders: seen.iter().take(10).map(Holder::named).collect(),
        do_not_call: company_minds || holders.iter().any(|holder| holder.do_not_call),
    })
}

/// Refuses a call that is not in what the member sees.
pub(crate) fn visible(scope: &Scope, row: &Row) -> Result<(), Problem> {
    if scope.sees(row.agent().as_ref(), row.team().as_ref()) { Ok(()) } else { Err(Problem::Forbidden) }
}

/// The customers of one number within a transaction.
async fn holders(tx: &mut Tx, number: Option<&phone::Number>) -> Result<Vec<Holder>, Problem> {
    match number {
        Some(number) => Ok(db::customers::holders(tx.on(), number).await?),
        None => Ok(Vec::new()),
    }
}

//! Who becomes responsible for a new customer for whom nobody is: rules that admins set, in order. Whose turn it is stands
//! in the database, and is taken in the transaction that makes the customer: several servers take turns together.

use crate::db::{Tx, assignment as table, staff, teams};
use crate::permit::May;
use crate::{Backend, audit, notices};
use domain::access::{Action, Actor};
use domain::assignment::{Choice, Given, Origin, RULES_MAX, Rule, RuleForm, Standing, give, taken};
use domain::customers::CustomerDraft;
use domain::fields::{Field, FieldProblem};
use domain::ids::{CustomerId, ImportId, RuleId, StaffId};
use domain::problem::Problem;
use domain::tags::Subject;
use domain::times::DAY;
use serde_json::json;
use std::collections::BTreeMap;

/// The name under which turns, and changes of the rules, wait for each other.
const ALONE: &str = "assignment";

/// All rules, in order.
///
/// # Errors
/// [`Problem::Forbidden`] but for admins.
pub async fn list(b: &Backend, who: &Actor) -> Result<Vec<Rule>, Problem> {
    who.may(Action::ManageAssignment)?;
    Ok(table::list(b.read().await?.on()).await?)
}

/// Whether new customers that are nobody's may be given to somebody.
///
/// # Errors
/// [`Problem::Forbidden`] for whoever may make no customers.
pub async fn in_use(b: &Backend, who: &Actor) -> Result<bool, Problem> {
    who.may(Action::CreateCustomers)?;
    Ok(table::in_use(b.read().await?.on()).await?)
}

/// A new rule, the last in order.
///
/// # Errors
/// [`Problem::Forbidden`] but for admins; [`Problem::Invalid`] at what must be mended.
pub async fn create(b: &Backend, who: &Actor, form: &RuleForm) -> Result<Rule, Problem> {
    who.may(Action::ManageAssignment)?;
    let form = form.parse()?;
    let mut tx = begin(b).await?;
    known(&mut tx, &form.choice).await?;
    if table::list(tx.on()).await?.len() >= RULES_MAX {
        return Err(Problem::at(Field::RuleValue, FieldProblem::TooMany { max: RULES_MAX }));
    }
    let id = RuleId::new(b.new_id());
    table::insert(tx.on(), &id, &form, b.now()).await?;
    finish(b, tx, who, &id, "assignment.created").await
}

/// Makes a rule another; whose turn it is stays.
///
/// # Errors
/// [`Problem::Forbidden`] but for admins, [`Problem::NotFound`], [`Problem::Invalid`] at what must be mended.
pub async fn update(b: &Backend, who: &Actor, id: &RuleId, form: &RuleForm) -> Result<Rule, Problem> {
    who.may(Action::ManageAssignment)?;
    let form = form.parse()?;
    let mut tx = begin(b).await?;
    known(&mut tx, &form.choice).await?;
    table::by_id(tx.on(), id).await?.ok_or(Problem::NotFound)?;
    table::update(tx.on(), id, &form, b.now()).await?;
    finish(b, tx, who, id, "assignment.updated").await
}

/// Takes a rule away.
///
/// # Errors
/// [`Problem::Forbidden`] but for admins, [`Problem::NotFound`].
pub async fn remove(b: &Backend, who: &Actor, id: &RuleId) -> Result<(), Problem> {
    who.may(Action::ManageAssignment)?;
    let mut tx = begin(b).await?;
    let rule = table::by_id(tx.on(), id).await?.ok_or(Problem::NotFound)?;
    table::delete(tx.on(), id).await?;
    audit::note(b, &mut tx, Some(who), "assignment.removed", subject(id), told(&rule)).await?;
    Ok(tx.commit().await?)
}

/// Puts the rules in another order. Those that are not named keep theirs, after the others.
///
/// # Errors
/// [`Problem::Forbidden`] but for admins, [`Problem::NotFound`] when one of them is none.
pub async fn reorder(b: &Backend, who: &Actor, order: &[RuleId]) -> Result<Vec<Rule>, Problem> {
    who.may(Action::ManageAssignment)?;
    let mut tx = begin(b).await?;
    let known: Vec<RuleId> = table::list(tx.on()).await?.into_iter().map(|rule| rule.id).collect();
    if order.iter().any(|id| !known.contains(id)) {
        return Err(Problem::NotFound);
    }
    let rest = known.iter().filter(|id| !order.contains(id));
    for (position, id) in (1_i64..).zip(order.iter().chain(rest)) {
        table::place(tx.on(), id, position, b.now()).await?;
    }
    let ordered = table::list(tx.on()).await?;
    audit::note(b, &mut tx, Some(who), "assignment.reordered", "assignment".into(), json!({})).await?;
    tx.commit().await?;
    Ok(ordered)
}

/// Whose a new customer becomes that is nobody's: of one who called lately, by that call.
pub(crate) async fn owner(
    b: &Backend,
    tx: &mut Tx,
    who: &Actor,
    draft: &CustomerDraft,
) -> Result<Option<Given>, Problem> {
    let mut desk = desk(tx).await?;
    let numbers: Vec<_> = draft.phones.iter().map(|phone| &phone.number).collect();
    let called = table::called(tx.on(), &numbers, b.now().plus(-DAY)).await?;
    let before = desk.clone();
    let given = give(&mut desk, &called.unwrap_or(Origin::Form), &who.id);
    keep(tx, &before, &desk).await?;
    Ok(given)
}

/// The rules that are used, and whose turn it is; nobody else takes turns until what is written is kept.
pub(crate) async fn desk(tx: &mut Tx) -> Result<Vec<Standing>, Problem> {
    if !table::in_use(tx.on()).await? {
        return Ok(Vec::new());
    }
    tx.alone(ALONE).await?;
    Ok(table::standings(tx.on()).await?)
}

/// Keeps whose turn it was: of those only who took one.
pub(crate) async fn keep(tx: &mut Tx, before: &[Standing], after: &[Standing]) -> Result<(), Problem> {
    for (rule, candidate) in taken(before, after) {
        table::turn(tx.on(), rule, candidate).await?;
    }
    Ok(())
}

/// Writes down that a rule gave somebody a new customer, and tells them, unless they made it themselves.
pub(crate) async fn told_of(
    b: &Backend,
    tx: &mut Tx,
    who: &Actor,
    (id, name): (&CustomerId, &str),
    given: &Given,
) -> Result<(), Problem> {
    let to = staff::by_id(tx.on(), &given.to).await?.map(|row| row.name).unwrap_or_default();
    let details = json!({ "name": name, "rule": given.rule, "owner": to });
    audit::note(b, tx, None, "customer.given", format!("customer:{id}"), details).await?;
    if given.to == who.id {
        return Ok(());
    }
    notices::given(b, tx, &given.to, &Subject::Customer(id.clone()), name).await
}

/// Tells members how much an import has given them by now.
pub(crate) async fn told_of_import(
    b: &Backend,
    tx: &mut Tx,
    import: &ImportId,
    given: &BTreeMap<StaffId, i64>,
) -> Result<(), Problem> {
    for (member, records) in given {
        notices::imported(b, tx, member, import, *records).await?;
    }
    Ok(())
}

async fn begin(b: &Backend) -> Result<Tx, Problem> {
    let mut tx = b.write().await?;
    tx.alone(ALONE).await?;
    Ok(tx)
}

/// The member must work here, the team must be there.
async fn known(tx: &mut Tx, choice: &Choice) -> Result<(), Problem> {
    let (field, is_known) = match choice {
        Choice::Maker => return Ok(()),
        Choice::Member(id) => (Field::Owner, staff::by_id(tx.on(), id).await?.is_some_and(|row| row.active)),
        Choice::Team { team, .. } => (Field::Team, teams::by_id(tx.on(), team).await?.is_some()),
    };
    if is_known { Ok(()) } else { Err(Problem::at(field, FieldProblem::Unknown)) }
}

async fn finish(b: &Backend, mut tx: Tx, who: &Actor, id: &RuleId, action: &str) -> Result<Rule, Problem> {
    let rule = table::by_id(tx.on(), id).await?.ok_or(Problem::NotFound)?;
    audit::note(b, &mut tx, Some(who), action, subject(id), told(&rule)).await?;
    tx.commit().await?;
    Ok(rule)
}

fn subject(id: &RuleId) -> String {
    format!("assignment:{id}")
}

/// What the audit keeps of a rule.
fn told(rule: &Rule) -> serde_json::Value {
    json!({ "name": rule.receiver.name(), "condition": rule.condition, "receiver": rule.receiver, "active": rule.active })
}

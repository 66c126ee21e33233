//! What members hand over, mostly those who leave: kind by kind to a member or evenly to a team, in parts of which each is
//! kept wholly or not at all. Whoever begins it goes on until nothing is left; anybody may go on later, and take it back.

use crate::db::handover::{self as table, Handed, Stored};
use crate::db::{self, Tx};
use crate::permit::May;
use crate::{Backend, audit, missed, notices, tasks};
use domain::access::{Action, Actor};
use domain::fields::{Field, FieldProblem};
use domain::handover::{Desk, HandOver, Kind, Plan, State, To, receiver};
use domain::ids::{HandOverId, MissedId, StaffId, TeamId};
use domain::problem::Problem;
use domain::staff::StaffRef;
use serde_json::json;
use std::collections::BTreeMap;

/// Records of a part.
const PART: i64 = 250;

/// What a member owns, and what they have handed over.
///
/// # Errors
/// [`Problem::Forbidden`] but for admins, [`Problem::NotFound`].
pub async fn of(b: &Backend, who: &Actor, member: &StaffId) -> Result<Desk, Problem> {
    who.may(Action::ManageStaff)?;
    let mut read = b.read().await?;
    db::staff::by_id(read.on(), member).await?.ok_or(Problem::NotFound)?;
    let mut owned = Vec::new();
    for kind in Kind::ALL {
        owned.push((kind, table::count(read.on(), kind, member).await?));
    }
    let mut past = Vec::new();
    for stored in table::of_member(read.on(), member).await? {
        let goes = |kind: &Kind| stored.plan.going().any(|(one, _)| one == *kind);
        let waiting = owned.iter().filter(|(kind, _)| goes(kind)).map(|(_, count)| count).sum();
        past.push(shown(stored, waiting));
    }
    Ok(Desk { owned, past })
}

/// Begins to hand over; [`go_on`] does it.
///
/// # Errors
/// [`Problem::Forbidden`] but for admins, [`Problem::NotFound`]; [`Problem::Invalid`] where nothing goes to anybody, or to
/// somebody who does not work here, or the member has not handed over yet what was begun before.
pub async fn begin(b: &Backend, who: &Actor, member: &StaffId, plan: &Plan) -> Result<HandOver, Problem> {
    who.may(Action::ManageStaff)?;
    let mut tx = b.write().await?;
    tx.alone(&alone(member)).await?;
    db::staff::by_id(tx.on(), member).await?.ok_or(Problem::NotFound)?;
    if plan.going().next().is_none() {
        return Err(Problem::at(Field::Owner, FieldProblem::Required));
    }
    for (_, to) in plan.going() {
        if receivers(&mut tx, member, to).await?.is_empty() {
            return Err(Problem::at(Field::Owner, FieldProblem::Unknown));
        }
    }
    one_at_a_time(&mut tx, member, None).await?;
    let id = HandOverId::new(b.new_id());
    table::insert(tx.on(), &id, member, &who.id, plan, b.now()).await?;
    finish(tx, &id).await
}

/// Hands over the next part, or takes it back; to be asked again until the state no longer goes on.
///
/// # Errors
/// [`Problem::Forbidden`] but for admins, [`Problem::NotFound`]; [`Problem::Invalid`] where nobody is left to give to.
pub async fn go_on(b: &Backend, who: &Actor, id: &HandOverId) -> Result<HandOver, Problem> {
    who.may(Action::ManageStaff)?;
    let mut tx = b.write().await?;
    let stored = opened(&mut tx, id).await?;
    match stored.shown.state {
        State::Going => hand_over(b, &mut tx, who, &stored).await?,
        State::Undoing => take_back(b, &mut tx, who, &stored).await?,
        State::Done | State::Undone => {}
    }
    finish(tx, id).await
}

/// Begins to take back what was handed over and is still with whoever got it; [`go_on`] does it.
///
/// # Errors
/// [`Problem::Forbidden`] but for admins; [`Problem::NotFound`], also when it was taken back; [`Problem::Invalid`] while
/// another hand-over of the member goes on.
pub async fn undo(b: &Backend, who: &Actor, id: &HandOverId) -> Result<HandOver, Problem> {
    who.may(Action::ManageStaff)?;
    let mut tx = b.write().await?;
    let stored = opened(&mut tx, id).await?;
    if stored.shown.state == State::Undone {
        return Err(Problem::NotFound);
    }
    one_at_a_time(&mut tx, &stored.from.id, Some(id)).await?;
    table::set_state(tx.on(), id, State::Undoing, None).await?;
    finish(tx, id).await
}

/// Records that one hand-over gives and another takes back would go to and fro.
async fn one_at_a_time(tx: &mut Tx, member: &StaffId, this: Option<&HandOverId>) -> Result<(), Problem> {
    match table::another_goes_on(tx.on(), member, this).await? {
        true => Err(Problem::at(Field::Owner, FieldProblem::InUse)),
        false => Ok(()),
    }
}

fn alone(member: &StaffId) -> String {
    format!("hand-over:{member}")
}

/// A hand-over that nobody else goes on with until what is written is kept.
async fn opened(tx: &mut Tx, id: &HandOverId) -> Result<Stored, Problem> {
    let from = table::whose(tx.on(), id).await?.ok_or(Problem::NotFound)?;
    tx.alone(&alone(&from)).await?;
    table::by_id(tx.on(), id).await?.ok_or(Problem::NotFound)
}

/// Those who get a part of it: who works here and is not who hands over.
async fn receivers(tx: &mut Tx, from: &StaffId, to: &To) -> Result<Vec<StaffRef>, Problem> {
    let is_meant = |row: &db::staff::Row| match to {
        To::Nobody => false,
        To::Member(id) => row.id == id.as_str(),
        To::Team(team) => row.team_id.clone().map(TeamId::new).as_ref() == Some(team),
    };
    let rows = db::staff::list(tx.on()).await?.into_iter();
    Ok(rows.filter(|row| row.active && row.id != from.as_str() && is_meant(row)).map(db::staff::Row::named).collect())
}

/// Hands over records of the first kind of which there are any; without any it is done.
async fn hand_over(b: &Backend, tx: &mut Tx, who: &Actor, stored: &Stored) -> Result<(), Problem> {
    let (id, from) = (&stored.shown.id, &stored.from);
    for (kind, to) in stored.plan.going() {
        let records = table::next(tx.on(), kind, &from.id, PART).await?;
        if records.is_empty() {
            continue;
        }
        let members = receivers(tx, &from.id, to).await?;
        let ids: Vec<StaffId> = members.iter().map(|member| member.id.clone()).collect();
        let mut got = BTreeMap::new();
        for (place, record) in (table::places(tx.on(), id).await?..).zip(&records) {
            let turn = usize::try_from(place).unwrap_or_default();
            let to = receiver(&ids, turn).ok_or_else(|| Problem::at(Field::Owner, FieldProblem::Unknown))?;
            let to = members.iter().find(|member| member.id == *to).ok_or(Problem::NotFound)?;
            give(b, tx, who, (kind, &record.0, &record.1), from, to).await?;
            table::record(tx.on(), id, place, (kind, &record.0), &to.id).await?;
            *got.entry(to.id.clone()).or_insert(0) += 1;
        }
        for (member, records) in got {
            notices::handed_over(b, tx, &member, (id, &who.id, &from.name), records).await?;
        }
        return Ok(());
    }
    let details = json!({ "name": from.name, "rows": table::places(tx.on(), id).await? });
    audit::note(b, tx, Some(who), "staff.handed_over", format!("staff:{}", from.id), details).await?;
    Ok(table::set_state(tx.on(), id, State::Done, Some(b.now())).await?)
}

/// Takes records back that are still with whoever got them, and that these have not dealt with to the end; without any
/// it is undone.
async fn take_back(b: &Backend, tx: &mut Tx, who: &Actor, stored: &Stored) -> Result<(), Problem> {
    let (id, from) = (&stored.shown.id, &stored.from);
    let handed: Vec<Handed> = table::handed(tx.on(), id, PART).await?;
    for one in &handed {
        let kind = one.kind()?;
        let holder = StaffRef { name: name_of(stored, &one.to()), id: one.to() };
        if !(kind == Kind::Deals && table::closed_since(tx.on(), &one.record_id, stored.shown.at).await?) {
            give(b, tx, who, (kind, &one.record_id, ""), &holder, from).await?;
        }
        table::undone(tx.on(), id, one.place).await?;
    }
    if handed.is_empty() {
        notices::forget(tx, id.as_str()).await?;
        let details = json!({ "name": from.name, "rows": table::places(tx.on(), id).await? });
        audit::note(b, tx, Some(who), "staff.hand_over_undone", format!("staff:{}", from.id), details).await?;
        table::set_state(tx.on(), id, State::Undone, Some(b.now())).await?;
    }
    Ok(())
}

fn name_of(stored: &Stored, member: &StaffId) -> String {
    let got = stored.shown.got.iter().find(|got| got.to.id == *member);
    got.map(|got| got.to.name.clone()).unwrap_or_default()
}

/// Gives a record to another and writes it down; one that is no longer whose it was stays where it is, and so does what
/// is done: a task, a missed call.
async fn give(
    b: &Backend,
    tx: &mut Tx,
    who: &Actor,
    (kind, id, name): (Kind, &str, &str),
    from: &StaffRef,
    to: &StaffRef,
) -> Result<(), Problem> {
    if kind == Kind::Views {
        table::make_way(tx.on(), id, &from.id, &to.id).await?;
    }
    let given = match kind {
        Kind::Missed => missed::hand_on(tx, &MissedId::new(id), &from.id, &to.id).await?,
        _ => table::give(tx.on(), (kind, id), &from.id, &to.id, b.now()).await?,
    };
    if !given {
        return Ok(());
    }
    let (action, subject) = match kind {
        Kind::Customers => ("customer.updated", "customer"),
        Kind::Companies => ("company.updated", "company"),
        Kind::Deals => ("deal.updated", "deal"),
        Kind::Tasks => ("task.updated", "task"),
        Kind::Missed => ("missed.assigned", "missed"),
        Kind::Views => ("view.updated", "view"),
    };
    if kind == Kind::Tasks {
        [from, to].into_iter().for_each(|member| tx.tell(tasks::changed(&member.id)));
    }
    let changes = json!([{ "field": "owner", "from": from.name, "to": to.name }]);
    audit::note(b, tx, Some(who), action, format!("{subject}:{id}"), json!({ "name": name, "changes": changes })).await
}

/// As it is shown: what waits is what the member still owns, or what was not taken back.
fn shown(stored: Stored, owned: i64) -> HandOver {
    let mut shown = stored.shown;
    shown.left = match shown.state {
        State::Going => owned,
        State::Undoing => shown.got.iter().map(|got| got.records).sum(),
        State::Done | State::Undone => 0,
    };
    shown
}

async fn finish(mut tx: Tx, id: &HandOverId) -> Result<HandOver, Problem> {
    let stored = table::by_id(tx.on(), id).await?.ok_or(Problem::NotFound)?;
    let mut owned = 0;
    for (kind, _) in stored.plan.going() {
        owned += table::count(tx.on(), kind, &stored.from.id).await?;
    }
    tx.commit().await?;
    Ok(shown(stored, owned))
}

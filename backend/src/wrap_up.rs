//! Wrap-up: begins by itself when a member's call is over, and goes on until they finish it, its time is up, or they
//! talk in the next call.

use crate::calls::visible;
use crate::db::tasks::New;
use crate::db::wrap_ups as table;
use crate::db::{self, Tx};
use crate::permit::May;
use crate::{Backend, audit, scope, tasks};
use domain::access::{Action, Actor};
use domain::calls::State;
use domain::fields::{Field, FieldProblem};
use domain::ids::{CallId, CustomerId, DispositionId, StaffId};
use domain::problem::Problem;
use domain::tags::Subject;
use domain::times::Millis;
use domain::wrap_up::{
    CallDisposition, Disposition, DispositionRef, FollowUp, HowOver, OpenWrapUp, Over, WrapUp, WrapUpDesk, WrapUpForm,
    begins,
};
use serde_json::json;

/// Wrap-ups of one member that are shown at once.
const SHOWN: i64 = 5;

/// What the dock needs: the choices, the settings, and one's own wrap-ups that go on, also after a reload.
///
/// # Errors
/// [`Problem::Forbidden`] or [`Problem::Unavailable`].
pub async fn open(b: &Backend, who: &Actor) -> Result<WrapUpDesk, Problem> {
    who.may(Action::WrapUp)?;
    let (now, mut read) = (b.now(), b.read().await?);
    let all = db::dispositions::list(read.on()).await?;
    let settings = table::settings(read.on()).await?;
    let mut open = Vec::new();
    for wrap_up in table::open(read.on(), &who.id, now, SHOWN).await? {
        // A call that an admin removed has nothing to be filled in.
        if let Some(row) = db::calls::by_id(read.on(), &wrap_up.call).await? {
            let left_ms = wrap_up.due_at.map(|due| due.since(now));
            open.push(OpenWrapUp { wrap_up, left_ms, call: row.line()? });
        }
    }
    let dispositions = all.into_iter().filter(|one| one.active).map(Disposition::named).collect();
    Ok(WrapUpDesk { dispositions, settings, open })
}

/// Keeps what a member fills in after a call of theirs; sent twice, it is kept once. What is not chosen changes nothing.
/// It is taken also when the wrap-up is over already, and with a choice that was taken out of use meanwhile: it may have
/// been made long before it arrives.
///
/// # Errors
/// [`Problem::Forbidden`] for somebody else's call, [`Problem::NotFound`], [`Problem::Invalid`] with every field to mend.
/// Where only the choice that must be made is missing, the rest is kept and the wrap-up goes on.
pub async fn save(b: &Backend, who: &Actor, call: &CallId, form: &WrapUpForm) -> Result<(), Problem> {
    who.may(Action::WrapUp)?;
    let mut tx = b.write().await?;
    let row = db::calls::by_id(tx.on(), call).await?.ok_or(Problem::NotFound)?;
    if !row.belongs_to(&who.id) {
        return Err(Problem::Forbidden);
    }
    if let Some(id) = &form.disposition {
        db::dispositions::by_id(tx.on(), id).await?.ok_or_else(unknown)?;
        table::set_disposition(tx.on(), call, Some(id)).await?;
    }
    if let Some(follow_up) = &form.follow_up {
        follow(b, &mut tx, who, call, row.customer_id.as_deref(), follow_up).await?;
    }
    let said = form.disposition.is_some() || row.disposition().is_some();
    let lacks_choice = !said && table::settings(tx.on()).await?.disposition_required;
    if form.done && !lacks_choice {
        finish(b, &mut tx, who, call).await?;
    }
    tx.tell(row.change());
    tx.commit().await?;
    if form.done && lacks_choice {
        return Err(Problem::at(Field::Disposition, FieldProblem::Required));
    }
    Ok(())
}

/// What a call came to, and what can be chosen.
///
/// # Errors
/// [`Problem::Forbidden`] for a call that one does not see, [`Problem::NotFound`].
pub async fn of_call(b: &Backend, who: &Actor, call: &CallId) -> Result<CallDisposition, Problem> {
    who.may(Action::SeeOwnCalls)?;
    let mut read = b.read().await?;
    let row = db::calls::by_id(read.on(), call).await?.ok_or(Problem::NotFound)?;
    visible(&scope::of(read.on(), who).await?, &row)?;
    let chosen = row.disposition();
    let is_chosen = |one: &Disposition| chosen.as_ref().is_some_and(|chosen| chosen.id == one.id);
    let all = db::dispositions::list(read.on()).await?.into_iter();
    let choices = all.filter(|one| one.active || is_chosen(one)).map(Disposition::named).collect();
    let over = table::of_call(read.on(), call).await?.and_then(|wrap_up| wrap_up.over(b.now()));
    Ok(CallDisposition { chosen, choices, over: over.map(|over| over.how) })
}

/// Says afterwards what a call came to: whose it was, and whoever leads them. That it is another's hand is kept.
///
/// # Errors
/// [`Problem::Forbidden`] for a call that one does not see, [`Problem::NotFound`], [`Problem::Invalid`] for what cannot
/// be chosen.
pub async fn set_disposition(
    b: &Backend,
    who: &Actor,
    call: &CallId,
    disposition: Option<&DispositionId>,
) -> Result<(), Problem> {
    who.may(Action::WrapUp)?;
    let mut tx = b.write().await?;
    let row = db::calls::by_id(tx.on(), call).await?.ok_or(Problem::NotFound)?;
    visible(&scope::of(tx.on(), who).await?, &row)?;
    let before = row.disposition();
    if let Some(id) = disposition {
        choosable(&mut tx, id, before.as_ref()).await?;
    }
    table::set_disposition(tx.on(), call, disposition).await?;
    if !row.belongs_to(&who.id) {
        let details = json!({ "from": before.map(|one| one.id), "to": disposition });
        audit::note(b, &mut tx, Some(who), "call.disposition", format!("call:{call}"), details).await?;
    }
    tx.tell(row.change());
    Ok(tx.commit().await?)
}

/// Keeps step with a member's call: talking in it ends the wrap-ups before it, its end begins its own. A call that no
/// browser of ours saw, and only the provider's history tells of, leaves nothing to write up. `was_answered` is what was
/// kept of the answer before.
pub(crate) async fn keep_step(
    b: &Backend,
    tx: &mut Tx,
    call: &CallId,
    state: &State,
    was_answered: Option<Millis>,
) -> Result<(), Problem> {
    let ended = begins(state);
    if ended.is_none() && state.answered_at == was_answered {
        return Ok(());
    }
    let Some(member) = db::call_events::reporter(tx.on(), call).await?.map(StaffId::new) else { return Ok(()) };
    if let Some(answered) = state.answered_at {
        table::next_call(tx.on(), &member, call, answered.min(b.now())).await?;
    }
    let Some(ended) = ended else { return Ok(()) };
    // The limit counts from when the server learns of the end: a browser's clock may be wrong, its news late.
    let due_at = table::settings(tx.on()).await?.due(b.now());
    // Late news of a call after which the member has talked already.
    let next = table::talked_after(tx.on(), &member, call, state.started_at, ended).await?;
    let ended_by_next = next.map(|at| Over { at, how: HowOver::NextCall });
    let wrap_up = WrapUp { call: call.clone(), started_at: ended.min(b.now()), due_at, ended: ended_by_next };
    Ok(table::begin(tx.on(), &member, &wrap_up).await?)
}

/// The task that a wrap-up leaves, for the call's customer.
async fn follow(
    b: &Backend,
    tx: &mut Tx,
    who: &Actor,
    call: &CallId,
    customer: Option<&str>,
    follow_up: &FollowUp,
) -> Result<(), Problem> {
    who.may(Action::CreateTasks)?;
    let draft = follow_up.task.parse(b.now())?;
    let subject = customer.map(|id| Subject::Customer(CustomerId::new(id)));
    let new = New {
        id: &follow_up.id,
        draft: &draft,
        owner: &who.id,
        subject: subject.as_ref(),
        call: Some(call),
        at: b.now(),
    };
    tasks::put(b, tx, who, &new).await.map(drop)
}

/// Ends the wrap-up of a call, of which perhaps nobody knew yet that it is over.
async fn finish(b: &Backend, tx: &mut Tx, who: &Actor, call: &CallId) -> Result<(), Problem> {
    let now = b.now();
    let ended = Some(Over { at: now, how: HowOver::Finished });
    table::begin(tx.on(), &who.id, &WrapUp { call: call.clone(), started_at: now, due_at: None, ended }).await?;
    Ok(table::finish(tx.on(), call, now).await?)
}

/// Refuses what is no choice any more, unless the call came to it already.
async fn choosable(tx: &mut Tx, id: &DispositionId, before: Option<&DispositionRef>) -> Result<(), Problem> {
    let found = db::dispositions::by_id(tx.on(), id).await?;
    let kept = before.is_some_and(|before| before.id == *id);
    match found {
        Some(one) if one.active || kept => Ok(()),
        _ => Err(unknown()),
    }
}

fn unknown() -> Problem {
    Problem::at(Field::Disposition, FieldProblem::Unknown)
}

//! Many calls at a time, with their facts: to measure with.

use super::bulk::together;
use super::calls::{Begun, Written, direction_word, missed_reason, outcome_words, phase_word};
use super::{Answer, Fault, On, Tx, each, statements};
use domain::calls::Fact;
use domain::ids::{CallId, CustomerId, DispositionId, StaffId};
use domain::phone::Number;
use domain::times::Millis;
use sqlx::QueryBuilder;

statements! {
    CUSTOMERS_THERE = "select count(*) from customers";
    CALLS_THERE = "select count(*) from calls";
    CALLERS = "select p.customer_id, p.number from customer_phones p join customers c on c.id = p.customer_id \
               where p.is_primary and c.deleted_at is null order by p.id limit $1";
    DISPOSITIONS = "select id from dispositions where active order by position, id";
}

/// A call with what its facts do not say.
pub(crate) struct Told<'a> {
    pub(crate) written: Written<'a>,
    pub(crate) begun: &'a Begun<'a>,
    pub(crate) disposition: Option<&'a DispositionId>,
}

/// How many customers there are, deleted ones too.
pub(crate) async fn customers_there(db: On<'_>) -> Answer<i64> {
    Ok(each!(db, link => sqlx::query_scalar(CUSTOMERS_THERE).fetch_one(link).await)?)
}

/// How many calls there are, deleted ones too.
pub(crate) async fn calls_there(db: On<'_>) -> Answer<i64> {
    Ok(each!(db, link => sqlx::query_scalar(CALLS_THERE).fetch_one(link).await)?)
}

/// Customers and their first number, so many at most.
pub(crate) async fn callers(db: On<'_>, limit: i64) -> Answer<Vec<(CustomerId, Number)>> {
    let rows: Vec<(String, String)> = each!(db, link => sqlx::query_as(CALLERS).bind(limit).fetch_all(link).await)?;
    Ok(rows.into_iter().map(|(id, number)| (CustomerId::new(id), Number::from_stored(number))).collect())
}

/// What members may say of a call.
pub(crate) async fn dispositions(db: On<'_>) -> Answer<Vec<DispositionId>> {
    let ids: Vec<String> = each!(db, link => sqlx::query_scalar(DISPOSITIONS).fetch_all(link).await)?;
    Ok(ids.into_iter().map(DispositionId::new).collect())
}

/// Adds calls.
pub(crate) async fn insert_calls(tx: &mut Tx, rows: &[Told<'_>]) -> Answer<()> {
    const TEXT: &str = "insert into calls (id, provider, domain, provider_call_id, agent_id, team_id, direction, number, \
                        number_raw, customer_id, match_how, hotline, queue, phase, outcome, failure, missed_reason, \
                        transferred, lost_since, estimated, started_at, ringing_at, answered_at, ended_at, ring_ms, \
                        talk_ms, hold_ms, note, disposition_id, recorded) ";
    for rows in rows.chunks(together(30)) {
        each!(tx.on(), link => QueryBuilder::new(TEXT)
            .push_values(rows, |mut row, told| {
                let Told { written, begun, disposition } = told;
                let state = written.state;
                let (outcome, failure) = outcome_words(state.outcome.as_ref());
                row.push_bind(written.id.as_str())
                    .push_bind(begun.provider)
                    .push_bind(begun.domain)
                    .push_bind(written.provider_call_id)
                    .push_bind(begun.agent)
                    .push_bind(begun.team)
                    .push_bind(direction_word(state.direction))
                    .push_bind(written.number.as_ref().map(Number::as_str))
                    .push_bind(&state.number)
                    .push_bind(written.customer.as_ref().map(CustomerId::as_str))
                    .push_bind(written.how.as_str())
                    .push_bind(&state.hotline)
                    .push_bind(&state.queue)
                    .push_bind(phase_word(state.phase))
                    .push_bind(outcome)
                    .push_bind(failure)
                    .push_bind(missed_reason(state))
                    .push_bind(state.transferred)
                    .push_bind(state.lost_since.map(|at| at.0))
                    .push_bind(state.estimated)
                    .push_bind(state.started_at.0)
                    .push_bind(state.ringing_at.map(|at| at.0))
                    .push_bind(state.answered_at.map(|at| at.0))
                    .push_bind(state.ended_at.map(|at| at.0))
                    .push_bind(state.ring_ms(written.as_of))
                    .push_bind(state.talk_ms(written.as_of))
                    .push_bind(state.hold_ms(written.as_of))
                    .push_bind(written.note)
                    .push_bind(disposition.map(DispositionId::as_str))
                    .push_bind(state.history.as_ref().is_some_and(|record| record.recorded));
            })
            .build().persistent(rows.len() == together(30)).execute(link).await.map(drop))?;
    }
    Ok(())
}

/// Adds facts, each with its call and who told of it.
pub(crate) async fn insert_facts(
    tx: &mut Tx,
    rows: &[(&CallId, Option<&StaffId>, &Fact)],
    received: Millis,
) -> Answer<()> {
    const TEXT: &str = "insert into call_events (source, id, call_id, staff_id, at, body, received_at) ";
    for rows in rows.chunks(together(7)) {
        let bodies: Result<Vec<String>, _> =
            rows.iter().map(|(_, _, fact)| serde_json::to_string(&fact.what)).collect();
        let bodies = bodies.map_err(|_| Fault::Stored("fact"))?;
        each!(tx.on(), link => QueryBuilder::new(TEXT)
            .push_values(rows.iter().zip(&bodies), |mut row, ((call, who, fact), body)| {
                row.push_bind(fact.source.as_str())
                    .push_bind(fact.id.as_str())
                    .push_bind(call.as_str())
                    .push_bind(who.map(StaffId::as_str))
                    .push_bind(fact.at.0)
                    .push_bind(body)
                    .push_bind(received.0);
            })
            .build().persistent(rows.len() == together(7)).execute(link).await.map(drop))?;
    }
    Ok(())
}

//! The table of facts about calls: only ever added to.

use super::{Answer, Fault, On, each, statements};
use domain::calls::{Fact, What};
use domain::ids::{CallId, FactId, SourceId, StaffId};
use domain::times::Millis;
use sqlx::QueryBuilder;

statements! {
    OF_CALL = "select source, id, at, body from call_events where call_id = $1 order by at, id, source";
    BETWEEN = "select call_id, source, id, at, body from call_events where call_id between $1 and $2";
    CALLS = "select call_id from call_events where call_id > $1 group by call_id order by call_id limit $2";
    REPORTER = "select staff_id from call_events where call_id = $1 and staff_id is not null limit 1";
}

#[derive(sqlx::FromRow)]
struct Row {
    source: String,
    id: String,
    at: i64,
    body: String,
}

#[derive(sqlx::FromRow)]
struct OfCall {
    call_id: String,
    #[sqlx(flatten)]
    fact: Row,
}

impl Row {
    fn fact(self) -> Answer<Fact> {
        let what: What = serde_json::from_str(&self.body).map_err(|_| Fault::Stored("fact"))?;
        Ok(Fact { id: FactId::new(self.id), source: SourceId::new(self.source), at: Millis(self.at), what })
    }
}

/// Facts of one statement: SQLite binds 32,766 values.
const TOGETHER: usize = 4_000;

/// Adds facts; those known already are left as they are. Tells how many were not.
pub(crate) async fn insert(
    mut db: On<'_>,
    call: &CallId,
    who: Option<&StaffId>,
    facts: &[Fact],
    received: Millis,
) -> Answer<u64> {
    const TEXT: &str = "insert into call_events (source, id, call_id, staff_id, at, body, received_at) ";
    let mut kept = 0;
    for facts in facts.chunks(TOGETHER) {
        let bodies: Result<Vec<String>, _> = facts.iter().map(|fact| serde_json::to_string(&fact.what)).collect();
        let bodies = bodies.map_err(|_| Fault::Stored("fact"))?;
        kept += each!(&mut db, link => QueryBuilder::new(TEXT)
            .push_values(facts.iter().zip(&bodies), |mut row, (fact, body)| {
                row.push_bind(fact.source.as_str())
                    .push_bind(fact.id.as_str())
                    .push_bind(call.as_str())
                    .push_bind(who.map(StaffId::as_str))
                    .push_bind(fact.at.0)
                    .push_bind(body)
                    .push_bind(received.0);
            })
            .push(" on conflict (source, id) do nothing")
            .build().persistent(false).execute(&mut **link).await.map(|done| done.rows_affected()))?;
    }
    Ok(kept)
}

/// Everything that is known of a call, in order.
pub(crate) async fn of_call(db: On<'_>, call: &CallId) -> Answer<Vec<Fact>> {
    let rows: Vec<Row> = each!(db, link => sqlx::query_as(OF_CALL).bind(call.as_str()).fetch_all(link).await)?;
    rows.into_iter().map(Row::fact).collect()
}

/// Who told of a call.
pub(crate) async fn reporter(db: On<'_>, call: &CallId) -> Answer<Option<String>> {
    Ok(each!(db, link => sqlx::query_scalar(REPORTER).bind(call.as_str()).fetch_optional(link).await)?)
}

/// Everything that is known of the calls of a range of ids, each fact beside its call.
pub(crate) async fn between(db: On<'_>, first: &str, last: &str) -> Answer<Vec<(String, Fact)>> {
    let rows: Vec<OfCall> = each!(db, link => sqlx::query_as(BETWEEN).bind(first).bind(last).fetch_all(link).await)?;
    rows.into_iter().map(|row| Ok((row.call_id, row.fact.fact()?))).collect()
}

/// Calls after an id of which something is known.
pub(crate) async fn calls_after(db: On<'_>, id: &str, limit: i64) -> Answer<Vec<String>> {
    Ok(each!(db, link => sqlx::query_scalar(CALLS).bind(id).bind(limit).fetch_all(link).await)?)
}

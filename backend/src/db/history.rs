//! The tables of the provider's own history: its account, how far it was read, and which calls are known from it alone.

use super::{Answer, Fault, On, each, statements};
use domain::calls::{Course, Expected, Progress, SAME_START};
use domain::ids::{CallId, StaffId};
use domain::times::{HOUR, MINUTE, Millis};
use sqlx::QueryBuilder;

statements! {
    ACCOUNT = "select domain, history_address, history_key, history_on from provider_accounts \
               where provider = $1";
    SAVE = "update provider_accounts set history_address = $2, history_key = $3, history_on = $4, updated_at = $5 \
            where provider = $1";
    PROGRESS = "select ran_at, not_before, failures, problem, swept_at, sweep_from from history_progress where provider = $1";
    KEEP = "insert into history_progress (provider, ran_at, not_before, failures, problem, swept_at, sweep_from) \
            values ($1, $2, $3, $4, $5, $6, $7) on conflict (provider) do update set ran_at = excluded.ran_at, \
            not_before = excluded.not_before, failures = excluded.failures, problem = excluded.problem, \
            swept_at = excluded.swept_at, sweep_from = excluded.sweep_from";
    FORGET = "delete from history_progress where provider = $1";
    EXPECTED = "select sum(case when phase = 'ended' then 1 else 0 end), \
                min(case when phase = 'ended' then null else started_at end) from calls \
                where deleted_at is null and started_at > $1 and (phase <> 'ended' or (ended_at > $2 and not recorded))";
    WITH_ID = "select c.id, c.agent_id from calls c left join history_calls h on h.call_id = c.id \
               where c.provider = $1 and c.domain = $2 and c.provider_call_id = $3 and h.call_id is null";
    WITHOUT_ID = "select c.id, c.agent_id from calls c left join history_calls h on h.call_id = c.id \
                  where c.agent_id = $1 and c.started_at between $2 and $3 and c.provider_call_id is null \
                  and c.merged_into is null and h.call_id is null";
    MADE_WITH_ID = "select call_id, agent_id from history_calls where provider = $1 and domain = $2 and provider_call_id = $3";
    MADE_NEAR = "select call_id, agent_id from history_calls where agent_id = $1 and started_at between $2 and $3";
    MAKE = "insert into history_calls (call_id, provider, domain, provider_call_id, agent_id, started_at) \
            values ($1, $2, $3, $4, $5, $6) on conflict (call_id) do nothing";
    UNMAKE = "delete from history_calls where call_id = $1";
    MOVE_FACTS = "update call_events set call_id = $2 where call_id = $1";
    RETIRE = "update calls set merged_into = $2, deleted_at = $3, provider_call_id = null where id = $1";
    MERGED = "select merged_into from calls where id = $1";
    MOVE_RECORDING = "update recordings set call_id = $2 where call_id = $1 \
                      and not exists (select 1 from recordings r where r.call_id = $2)";
    MOVE_RINGS = "update missed_rings set call_id = $2 where call_id = $1 \
                  and not exists (select 1 from missed_rings r where r.call_id = $2)";
    MOVE_TASKS = "update tasks set call_id = $2 where call_id = $1";
    MOVE_WRAP_UP = "update wrap_ups set call_id = $2 where call_id = $1 \
                    and not exists (select 1 from wrap_ups w where w.call_id = $2)";
    MOVE_CLOSING = "update missed_items set closing_call = $2 where closing_call = $1";
    TAKE_OVER = "update calls set note = case when note = '' then (select x.note from calls x where x.id = $1) else note end, \
                 disposition_id = coalesce(disposition_id, (select x.disposition_id from calls x where x.id = $1)) \
                 where id = $2";
}

/// The account's part that concerns the history; the key is sealed.
#[derive(sqlx::FromRow)]
pub(crate) struct Row {
    pub(crate) domain: String,
    pub(crate) history_address: Option<String>,
    pub(crate) history_key: Option<String>,
    pub(crate) history_on: bool,
}

/// The account at a provider.
pub(crate) async fn account(db: On<'_>, provider: &str) -> Answer<Option<Row>> {
    Ok(each!(db, link => sqlx::query_as(ACCOUNT).bind(provider).fetch_optional(link).await)?)
}

/// Saves the part of the account at a provider that concerns the history.
pub(crate) async fn save(db: On<'_>, provider: &str, row: &Row, at: Millis) -> Answer<()> {
    each!(db, link => sqlx::query(SAVE)
        .bind(provider).bind(&row.history_address).bind(&row.history_key).bind(row.history_on).bind(at.0)
        .execute(link).await.map(drop))?;
    Ok(())
}

#[derive(sqlx::FromRow)]
struct Kept {
    ran_at: Option<i64>,
    not_before: i64,
    failures: i64,
    problem: Option<String>,
    swept_at: Option<i64>,
    sweep_from: Option<i64>,
}

/// How far a provider's history was read, and the problem of the last run as JSON.
pub(crate) async fn progress(db: On<'_>, provider: &str) -> Answer<(Progress, Option<String>)> {
    let kept: Option<Kept> = each!(db, link => sqlx::query_as(PROGRESS).bind(provider).fetch_optional(link).await)?;
    let Some(kept) = kept else { return Ok((Progress::default(), None)) };
    let progress = Progress {
        ran_at: kept.ran_at.map(Millis),
        not_before: Millis(kept.not_before),
        failures: kept.failures,
        swept_at: kept.swept_at.map(Millis),
        sweep_from: kept.sweep_from.map(Millis),
    };
    Ok((progress, kept.problem))
}

/// Keeps how far a provider's history was read.
pub(crate) async fn keep(db: On<'_>, provider: &str, progress: &Progress, problem: Option<&str>) -> Answer<()> {
    each!(db, link => sqlx::query(KEEP)
        .bind(provider)
        .bind(progress.ran_at.map(|at| at.0))
        .bind(progress.not_before.0)
        .bind(progress.failures)
        .bind(problem)
        .bind(progress.swept_at.map(|at| at.0))
        .bind(progress.sweep_from.map(|at| at.0))
        .execute(link).await.map(drop))?;
    Ok(())
}

/// Begins to read a provider's history anew.
pub(crate) async fn forget(db: On<'_>, provider: &str) -> Answer<()> {
    each!(db, link => sqlx::query(FORGET).bind(provider).execute(link).await.map(drop))?;
    Ok(())
}

/// What the history may tell of soon.
pub(crate) async fn expected(db: On<'_>, now: Millis) -> Answer<Expected> {
    let (since, over) = (now.plus(-12 * HOUR).0, now.plus(-MINUTE).0);
    let (ended, running): (Option<i64>, Option<i64>) =
        each!(db, link => sqlx::query_as(EXPECTED).bind(since).bind(over).fetch_one(link).await)?;
    Ok(Expected { recording: ended.is_some_and(|ended| ended > 0), running_since: running.map(Millis) })
}

/// Which of these facts are kept already.
pub(crate) async fn known(db: On<'_>, source: &str, facts: &[String]) -> Answer<Vec<String>> {
    if facts.is_empty() {
        return Ok(Vec::new());
    }
    Ok(each!(db, link => {
        let mut query = QueryBuilder::new("select id from call_events where source = ");
        query.push_bind(source).push(" and id in (");
        let mut ids = query.separated(", ");
        for fact in facts {
            ids.push_bind(fact);
        }
        query.push(")").build_query_scalar().persistent(false).fetch_all(link).await
    })?)
}

/// A call and whose it is, as stored.
type Whose = (String, Option<String>);

fn whose((call, agent): Whose) -> (CallId, Option<StaffId>) {
    (CallId::new(call), agent.map(StaffId::new))
}

/// A provider and the account there.
#[derive(Clone, Copy)]
pub(crate) struct At<'a> {
    pub(crate) provider: &'a str,
    pub(crate) domain: &'a str,
}

/// Calls that a browser told of and that may be the one a line tells of.
pub(crate) async fn told_of(
    mut db: On<'_>,
    at: At<'_>,
    course: &Course,
    agent: Option<&StaffId>,
) -> Answer<Vec<(CallId, Option<StaffId>)>> {
    let mut rows: Vec<Whose> = each!(&mut db, link => sqlx::query_as(WITH_ID)
        .bind(at.provider).bind(at.domain).bind(&course.provider_id).fetch_all(&mut **link).await)?;
    if let Some(agent) = agent {
        let (from, to) = (course.started_at.plus(-SAME_START), course.started_at.plus(SAME_START));
        let near: Vec<Whose> = each!(&mut db, link => sqlx::query_as(WITHOUT_ID)
            .bind(agent.as_str()).bind(from.0).bind(to.0).fetch_all(&mut **link).await)?;
        rows.extend(near);
    }
    Ok(rows.into_iter().map(whose).collect())
}

/// Calls known from the history alone, with one of the provider's ids or of a member at about this time.
pub(crate) async fn made(
    mut db: On<'_>,
    at: At<'_>,
    provider_id: Option<&str>,
    agent: &StaffId,
    around: (Millis, Millis),
) -> Answer<Vec<(CallId, Option<StaffId>)>> {
    let (from, to) = (around.0.plus(-SAME_START), around.1.plus(SAME_START));
    let mut rows: Vec<Whose> = each!(&mut db, link => sqlx::query_as(MADE_NEAR)
        .bind(agent.as_str()).bind(from.0).bind(to.0).fetch_all(&mut **link).await)?;
    if let Some(id) = provider_id {
        let with_id: Vec<Whose> = each!(&mut db, link => sqlx::query_as(MADE_WITH_ID)
            .bind(at.provider).bind(at.domain).bind(id).fetch_all(&mut **link).await)?;
        rows.extend(with_id);
    }
    Ok(rows.into_iter().map(whose).collect())
}

/// Remembers that a call is known from the history alone.
pub(crate) async fn make(
    db: On<'_>,
    call: &CallId,
    at: At<'_>,
    course: &Course,
    agent: Option<&StaffId>,
) -> Answer<()> {
    each!(db, link => sqlx::query(MAKE)
        .bind(call.as_str()).bind(at.provider).bind(at.domain).bind(&course.provider_id)
        .bind(agent.map(StaffId::as_str)).bind(course.started_at.0)
        .execute(link).await.map(drop))?;
    Ok(())
}

/// The facts of one call become another's; the first is kept as the trace of it.
pub(crate) async fn merge(mut db: On<'_>, from: &CallId, into: &CallId, at: Millis) -> Answer<()> {
    for text in [MOVE_FACTS, MOVE_RINGS, MOVE_CLOSING, MOVE_TASKS, MOVE_WRAP_UP] {
        each!(&mut db, link => sqlx::query(text)
            .bind(from.as_str()).bind(into.as_str()).execute(&mut **link).await.map(drop))?;
    }
    each!(&mut db, link => sqlx::query(UNMAKE).bind(from.as_str()).execute(&mut **link).await.map(drop))?;
    each!(&mut db, link => sqlx::query(RETIRE)
        .bind(from.as_str()).bind(into.as_str()).bind(at.0).execute(&mut **link).await.map(drop))?;
    Ok(())
}

/// What members wrote of a call, and its recording, become another's that has none.
pub(crate) async fn take_over(mut db: On<'_>, from: &CallId, into: &CallId) -> Answer<()> {
    for text in [MOVE_RECORDING, TAKE_OVER] {
        each!(&mut db, link => sqlx::query(text)
            .bind(from.as_str()).bind(into.as_str()).execute(&mut **link).await.map(drop))?;
    }
    Ok(())
}

/// The call that took this one over.
pub(crate) async fn merged_into(db: On<'_>, call: &CallId) -> Answer<Option<CallId>> {
    let into: Option<Option<String>> =
        each!(db, link => sqlx::query_scalar(MERGED).bind(call.as_str()).fetch_optional(link).await)?;
    Ok(into.flatten().map(CallId::new))
}

/// The problem of the last run, as it is kept.
pub(crate) fn problem_of(json: Option<&str>) -> Answer<Option<domain::telephone::TelephoneProblem>> {
    json.map(|json| serde_json::from_str(json).map_err(|_| Fault::Stored("problem"))).transpose()
}

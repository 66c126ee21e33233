//! The tables of what members do and did.

use super::calls::{direction_of, phase_of};
use super::{Answer, Fault, On, each, statements};
use domain::floor::{Running, Status, Stretch};
use domain::ids::{CallId, StaffId};
use domain::times::Millis;
use domain::voice::LineReport;

statements! {
    OF_MEMBER = "select status, since, line, call_id, wrap_up, heard_at from member_status where staff_id = $1";
    PUT = "insert into member_status (staff_id, status, since, line, call_id, wrap_up, heard_at) \
           values ($1, $2, $3, $4, $5, $6, $7) on conflict (staff_id) do update set status = excluded.status, \
           since = excluded.since, line = excluded.line, call_id = excluded.call_id, wrap_up = excluded.wrap_up, \
           heard_at = excluded.heard_at";
    RUNNING = "select id, direction, phase, held_since, lost_since from calls where agent_id = $1 and phase <> 'ended' \
               and deleted_at is null order by started_at desc limit 20";
    SILENT = "select staff_id from member_status where status <> 'offline' and (heard_at is null or heard_at <= $1)";
    CLOSE = "update status_history set to_at = $3 where staff_id = $1 and from_at = $2";
    OPEN = "insert into status_history (staff_id, from_at, to_at, status, call_id) values ($1, $2, null, $3, $4) \
            on conflict (staff_id, from_at) do update set to_at = null, status = excluded.status, \
            call_id = excluded.call_id";
    DAY = "select status, from_at, to_at, call_id from status_history where staff_id = $1 and from_at < $3 \
           and from_at >= coalesce((select max(h.from_at) from status_history h where h.staff_id = $1 and h.from_at <= $2), $2) \
           order by from_at";
}

/// A member's status as stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Stored {
    pub(crate) status: Status,
    pub(crate) since: Millis,
    pub(crate) line: LineReport,
    pub(crate) call: Option<CallId>,
    pub(crate) wrap_up: Option<CallId>,
    pub(crate) heard_at: Option<Millis>,
}

#[derive(sqlx::FromRow)]
struct StatusRow {
    status: String,
    since: i64,
    line: String,
    call_id: Option<String>,
    wrap_up: Option<String>,
    heard_at: Option<i64>,
}

impl StatusRow {
    fn stored(self) -> Answer<Stored> {
        Ok(Stored {
            status: status_of(&self.status)?,
            since: Millis(self.since),
            line: line_of(&self.line)?,
            call: self.call_id.map(CallId::new),
            wrap_up: self.wrap_up.map(CallId::new),
            heard_at: self.heard_at.map(Millis),
        })
    }
}

pub(super) fn status_of(word: &str) -> Answer<Status> {
    Status::from_stored(word).ok_or(Fault::Stored("status"))
}

pub(super) fn line_of(text: &str) -> Answer<LineReport> {
    serde_json::from_str(text).map_err(|_| Fault::Stored("line"))
}

/// What a member does; `None` where none of their tabs was ever heard of.
pub(crate) async fn of_member(db: On<'_>, who: &StaffId) -> Answer<Option<Stored>> {
    let row: Option<StatusRow> =
        each!(db, link => sqlx::query_as(OF_MEMBER).bind(who.as_str()).fetch_optional(link).await)?;
    row.map(StatusRow::stored).transpose()
}

/// Keeps what a member does.
pub(crate) async fn put(db: On<'_>, who: &StaffId, stored: &Stored) -> Answer<()> {
    let line = serde_json::to_string(&stored.line).map_err(|_| Fault::Stored("line"))?;
    each!(db, link => sqlx::query(PUT)
        .bind(who.as_str())
        .bind(stored.status.as_str())
        .bind(stored.since.0)
        .bind(line)
        .bind(stored.call.as_ref().map(CallId::as_str))
        .bind(stored.wrap_up.as_ref().map(CallId::as_str))
        .bind(stored.heard_at.map(|at| at.0))
        .execute(link).await.map(drop))?;
    Ok(())
}

#[derive(sqlx::FromRow)]
struct RunningRow {
    id: String,
    direction: String,
    phase: String,
    held_since: Option<i64>,
    lost_since: Option<i64>,
}

/// A member's calls that are not over.
pub(crate) async fn running(db: On<'_>, who: &StaffId) -> Answer<Vec<Running>> {
    let rows: Vec<RunningRow> = each!(db, link => sqlx::query_as(RUNNING).bind(who.as_str()).fetch_all(link).await)?;
    let running = |row: RunningRow| {
        Ok(Running {
            direction: direction_of(&row.direction)?,
            phase: phase_of(&row.phase)?,
            held: row.held_since.is_some(),
            lost: row.lost_since.is_some(),
            call: CallId::new(row.id),
        })
    };
    rows.into_iter().map(running).collect()
}

/// Members who are said to be there and were last heard of at this moment or before.
pub(crate) async fn silent(db: On<'_>, until: Millis) -> Answer<Vec<StaffId>> {
    let ids: Vec<String> = each!(db, link => sqlx::query_scalar(SILENT).bind(until.0).fetch_all(link).await)?;
    Ok(ids.into_iter().map(StaffId::new).collect())
}

/// Ends the stretch that began at `from`.
pub(crate) async fn close(db: On<'_>, who: &StaffId, from: Millis, to: Millis) -> Answer<()> {
    each!(db, link => sqlx::query(CLOSE).bind(who.as_str()).bind(from.0).bind(to.0).execute(link).await.map(drop))?;
    Ok(())
}

/// Begins a stretch.
pub(crate) async fn open(db: On<'_>, who: &StaffId, stored: &Stored) -> Answer<()> {
    each!(db, link => sqlx::query(OPEN)
        .bind(who.as_str())
        .bind(stored.since.0)
        .bind(stored.status.as_str())
        .bind(stored.call.as_ref().map(CallId::as_str))
        .execute(link).await.map(drop))?;
    Ok(())
}

#[derive(sqlx::FromRow)]
struct StretchRow {
    status: String,
    from_at: i64,
    to_at: Option<i64>,
    call_id: Option<String>,
}

/// What a member did between two moments, in order.
pub(crate) async fn stretches(db: On<'_>, who: &StaffId, from: Millis, until: Millis) -> Answer<Vec<Stretch>> {
    let rows: Vec<StretchRow> = each!(db, link => sqlx::query_as(DAY)
        .bind(who.as_str()).bind(from.0).bind(until.0).fetch_all(link).await)?;
    let stretch = |row: StretchRow| {
        Ok(Stretch {
            status: status_of(&row.status)?,
            from: Millis(row.from_at),
            to: row.to_at.map(Millis),
            call: row.call_id.map(CallId::new),
        })
    };
    rows.into_iter().map(stretch).collect()
}

//! The tables of who has a member's voice and of when a running call's tab was last heard of.

use super::{Answer, Fault, On, each, statements};
use domain::contact::Contact;
use domain::ids::{CallId, SourceId, StaffId};
use domain::times::Millis;
use domain::voice::{Lease, Voice};
use sqlx::QueryBuilder;

/// Whose facts are the sweep's own: what the server concludes is no sign of life.
pub(crate) const SWEEP: &str = "server-sweep";

/// What is looked at of a call whose contact may be lost. The facts of the sweep itself are later than what they tell of.
macro_rules! contacts {
    ($rest:literal) => {
        concat!(
            "select c.id, c.phase, c.lost_since, k.heard_at, c.started_at, ",
            "(select max(e.received_at) from call_events e where e.call_id = c.id and e.source <> 'server-sweep') as received_at, ",
            "(select max(e.at) from call_events e where e.call_id = c.id) as last_fact_at ",
            $rest
        )
    };
}

statements! {
    OF_MEMBER = "select fence, tab, computer, since, calls, heard_at, goodbyes from voice_leases where staff_id = $1";
    PUT = "insert into voice_leases (staff_id, fence, tab, computer, since, calls, heard_at, goodbyes) \
           values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (staff_id) do update set fence = excluded.fence, \
           tab = excluded.tab, computer = excluded.computer, since = excluded.since, calls = excluded.calls, \
           heard_at = excluded.heard_at, goodbyes = excluded.goodbyes";
    RUNNING = contacts!("from calls c left join call_contacts k on k.call_id = c.id and k.staff_id = c.agent_id \
                         where c.phase <> 'ended' and not exists (select 1 from history_calls h \
                         where h.call_id = c.id and c.started_at > $1)");
    // SQLite takes a cross join in the order in which it is written: there are few contacts and many calls.
    RETURNED = contacts!("from call_contacts k cross join calls c where c.id = k.call_id and c.agent_id = k.staff_id \
                          and k.heard_at > $1 and c.phase = 'ended' and c.estimated");
    OF_CALL = contacts!("from calls c left join call_contacts k on k.call_id = c.id and k.staff_id = c.agent_id \
                         where c.id = $1 and (c.phase <> 'ended' or c.estimated)");
    FORGET = "delete from call_contacts where heard_at < $1";
}

#[derive(sqlx::FromRow)]
struct LeaseRow {
    fence: i64,
    tab: Option<String>,
    computer: String,
    since: i64,
    calls: String,
    heard_at: i64,
    goodbyes: String,
}

impl LeaseRow {
    fn voice(self) -> Answer<Voice> {
        let goodbyes = serde_json::from_str(&self.goodbyes).map_err(|_| Fault::Stored("goodbyes"))?;
        let Some(tab) = self.tab else { return Ok(Voice { last_fence: self.fence, held: None, goodbyes }) };
        let calls = serde_json::from_str(&self.calls).map_err(|_| Fault::Stored("lease"))?;
        let (tab, since) = (SourceId::new(tab), Millis(self.since));
        let lease = Lease { fence: self.fence, tab, computer: self.computer, since, calls };
        Ok(Voice { last_fence: self.fence, held: Some((lease, Millis(self.heard_at))), goodbyes })
    }
}

/// Who has a member's voice.
pub(crate) async fn of_member(db: On<'_>, who: &StaffId) -> Answer<Voice> {
    let row: Option<LeaseRow> =
        each!(db, link => sqlx::query_as(OF_MEMBER).bind(who.as_str()).fetch_optional(link).await)?;
    row.map_or_else(|| Ok(Voice::default()), LeaseRow::voice)
}

/// Keeps who has a member's voice.
pub(crate) async fn put(db: On<'_>, who: &StaffId, voice: &Voice, now: Millis) -> Answer<()> {
    let (lease, heard_at) = voice.held.as_ref().map_or((None, now), |(lease, heard)| (Some(lease), *heard));
    let calls =
        serde_json::to_string(lease.map_or(&[][..], |lease| &lease.calls)).map_err(|_| Fault::Stored("lease"))?;
    let goodbyes = serde_json::to_string(&voice.goodbyes).map_err(|_| Fault::Stored("goodbyes"))?;
    each!(db, link => sqlx::query(PUT)
        .bind(who.as_str())
        .bind(voice.last_fence)
        .bind(lease.map(|lease| lease.tab.as_str()))
        .bind(lease.map_or("", |lease| lease.computer.as_str()))
        .bind(lease.map_or(now.0, |lease| lease.since.0))
        .bind(calls)
        .bind(heard_at.0)
        .bind(goodbyes)
        .execute(link).await.map(drop))?;
    Ok(())
}

/// The tab with these calls of a member is heard of.
pub(crate) async fn in_contact(db: On<'_>, who: &StaffId, tab: &SourceId, calls: &[CallId], now: Millis) -> Answer<()> {
    const TEXT: &str = "insert into call_contacts (call_id, staff_id, tab, heard_at) ";
    if calls.is_empty() {
        return Ok(());
    }
    each!(db, link => QueryBuilder::new(TEXT)
        .push_values(calls, |mut row, call| {
            row.push_bind(call.as_str()).push_bind(who.as_str()).push_bind(tab.as_str()).push_bind(now.0);
        })
        .push(" on conflict (call_id, staff_id) do update set tab = excluded.tab, heard_at = excluded.heard_at")
        .build().persistent(false).execute(link).await.map(drop))?;
    Ok(())
}

/// A call that is not over, or whose end is presumed, and when its tab was last heard of.
#[derive(sqlx::FromRow)]
pub(crate) struct ContactRow {
    id: String,
    phase: String,
    lost_since: Option<i64>,
    heard_at: Option<i64>,
    started_at: i64,
    received_at: Option<i64>,
    last_fact_at: Option<i64>,
}

impl ContactRow {
    /// Which call.
    pub(crate) fn call(&self) -> CallId {
        CallId::new(self.id.clone())
    }

    /// How it stands. A call whose tab never beat counts from when its last fact came.
    pub(crate) fn contact(&self) -> Answer<Contact> {
        Ok(Contact {
            phase: super::calls::phase_of(&self.phase)?,
            lost: self.lost_since.is_some(),
            heard_at: Millis(self.heard_at.or(self.received_at).unwrap_or(self.started_at)),
            last_fact_at: Millis(self.last_fact_at.unwrap_or(self.started_at)),
        })
    }
}

/// Every call that is not over; not those that no tab ever had, unless they began at this moment or before: of those
/// the provider tells.
pub(crate) async fn running(db: On<'_>, since: Millis) -> Answer<Vec<ContactRow>> {
    Ok(each!(db, link => sqlx::query_as(RUNNING).bind(since.0).fetch_all(link).await)?)
}

/// Calls taken for over whose tab was heard of after a moment.
pub(crate) async fn returned(db: On<'_>, after: Millis) -> Answer<Vec<ContactRow>> {
    Ok(each!(db, link => sqlx::query_as(RETURNED).bind(after.0).fetch_all(link).await)?)
}

/// One call, unless its end was seen.
pub(crate) async fn of_call(db: On<'_>, call: &CallId) -> Answer<Option<ContactRow>> {
    Ok(each!(db, link => sqlx::query_as(OF_CALL).bind(call.as_str()).fetch_optional(link).await)?)
}

/// Forgets tabs not heard of since a moment.
pub(crate) async fn forget(db: On<'_>, before: Millis) -> Answer<u64> {
    Ok(each!(db, link => sqlx::query(FORGET).bind(before.0).execute(link).await.map(|done| done.rows_affected()))?)
}

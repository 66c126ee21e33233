//! The tables of wrap-ups and of how the installation wraps up.

use super::{Answer, Fault, On, each, statements};
use domain::ids::{CallId, DispositionId, StaffId};
use domain::times::Millis;
use domain::wrap_up::{HowOver, Over, WrapUp, WrapUpSettings};

statements! {
    SETTINGS = "select limit_seconds, disposition_required from wrap_up_settings where id = 1";
    SET = "update wrap_up_settings set limit_seconds = $1, disposition_required = $2, updated_at = $3 where id = 1";
    OF_CALL = "select call_id, started_at, due_at, ended_at, how from wrap_ups where call_id = $1";
    OPEN = "select w.call_id, w.started_at, w.due_at, w.ended_at, w.how from wrap_ups w \
            where w.staff_id = $1 and w.ended_at is null and (w.due_at is null or w.due_at > $2) \
            order by w.started_at desc limit $3";
    BEGIN = "insert into wrap_ups (call_id, staff_id, started_at, due_at, ended_at, how) \
             values ($1, $2, $3, $4, $5, $6) on conflict (call_id) do nothing";
    FINISH = "update wrap_ups set ended_at = $2, how = 'finished' where call_id = $1 and ended_at is null";
    NEXT_CALL = "update wrap_ups set ended_at = $3, how = 'next_call' \
                 where staff_id = $1 and call_id <> $2 and ended_at is null and started_at <= $3";
    TALKED_AFTER = "select answered_at from calls where agent_id = $1 and started_at >= $2 and id <> $3 \
                    and answered_at >= $4 and deleted_at is null order by started_at limit 1";
    DISPOSITION = "update calls set disposition_id = $2 where id = $1";
}

#[derive(sqlx::FromRow)]
struct SettingsRow {
    limit_seconds: Option<i64>,
    disposition_required: bool,
}

#[derive(sqlx::FromRow)]
struct Row {
    call_id: String,
    started_at: i64,
    due_at: Option<i64>,
    ended_at: Option<i64>,
    how: Option<String>,
}

impl Row {
    fn wrap_up(self) -> Answer<WrapUp> {
        let ended = match (self.ended_at, self.how.as_deref()) {
            (None, _) => None,
            (Some(at), Some("finished")) => Some(Over { at: Millis(at), how: HowOver::Finished }),
            (Some(at), Some("next_call")) => Some(Over { at: Millis(at), how: HowOver::NextCall }),
            (Some(_), _) => return Err(Fault::Stored("wrap-up")),
        };
        let (started_at, due_at) = (Millis(self.started_at), self.due_at.map(Millis));
        Ok(WrapUp { call: CallId::new(self.call_id), started_at, due_at, ended })
    }
}

/// How the installation wraps up.
pub(crate) async fn settings(db: On<'_>) -> Answer<WrapUpSettings> {
    let row: SettingsRow = each!(db, link => sqlx::query_as(SETTINGS).fetch_one(link).await)?;
    let SettingsRow { limit_seconds, disposition_required } = row;
    Ok(WrapUpSettings { limit_seconds, disposition_required })
}

/// Changes how the installation wraps up.
pub(crate) async fn set(db: On<'_>, settings: WrapUpSettings, at: Millis) -> Answer<()> {
    each!(db, link => sqlx::query(SET)
        .bind(settings.limit_seconds).bind(settings.disposition_required).bind(at.0).execute(link).await.map(drop))?;
    Ok(())
}

/// The wrap-up of a call.
pub(crate) async fn of_call(db: On<'_>, call: &CallId) -> Answer<Option<WrapUp>> {
    let row: Option<Row> = each!(db, link => sqlx::query_as(OF_CALL).bind(call.as_str()).fetch_optional(link).await)?;
    row.map(Row::wrap_up).transpose()
}

/// A member's wrap-ups that go on, newest first.
pub(crate) async fn open(db: On<'_>, who: &StaffId, now: Millis, limit: i64) -> Answer<Vec<WrapUp>> {
    let rows: Vec<Row> = each!(db, link => sqlx::query_as(OPEN)
        .bind(who.as_str()).bind(now.0).bind(limit).fetch_all(link).await)?;
    rows.into_iter().map(Row::wrap_up).collect()
}

/// A wrap-up, unless the call has one already.
pub(crate) async fn begin(db: On<'_>, who: &StaffId, wrap_up: &WrapUp) -> Answer<()> {
    let how = wrap_up.ended.map(|over| if over.how == HowOver::Finished { "finished" } else { "next_call" });
    each!(db, link => sqlx::query(BEGIN)
        .bind(wrap_up.call.as_str())
        .bind(who.as_str())
        .bind(wrap_up.started_at.0)
        .bind(wrap_up.due_at.map(|at| at.0))
        .bind(wrap_up.ended.map(|over| over.at.0))
        .bind(how)
        .execute(link).await.map(drop))?;
    Ok(())
}

/// The member is done with it; what ended it before stays.
pub(crate) async fn finish(db: On<'_>, call: &CallId, at: Millis) -> Answer<()> {
    each!(db, link => sqlx::query(FINISH).bind(call.as_str()).bind(at.0).execute(link).await.map(drop))?;
    Ok(())
}

/// The member talks in this call: wrap-ups that began before are over.
pub(crate) async fn next_call(db: On<'_>, who: &StaffId, call: &CallId, at: Millis) -> Answer<()> {
    each!(db, link => sqlx::query(NEXT_CALL)
        .bind(who.as_str()).bind(call.as_str()).bind(at.0).execute(link).await.map(drop))?;
    Ok(())
}

/// When the member first talked again after a call that began and ended then.
pub(crate) async fn talked_after(
    db: On<'_>,
    who: &StaffId,
    call: &CallId,
    began: Millis,
    ended: Millis,
) -> Answer<Option<Millis>> {
    let at: Option<i64> = each!(db, link => sqlx::query_scalar(TALKED_AFTER)
        .bind(who.as_str()).bind(began.0).bind(call.as_str()).bind(ended.0).fetch_optional(link).await)?;
    Ok(at.map(Millis))
}

/// What a call came to.
pub(crate) async fn set_disposition(db: On<'_>, call: &CallId, disposition: Option<&DispositionId>) -> Answer<()> {
    each!(db, link => sqlx::query(DISPOSITION)
        .bind(call.as_str()).bind(disposition.map(DispositionId::as_str)).execute(link).await.map(drop))?;
    Ok(())
}

//! The tables of recordings and of who listened to them.

use super::{Answer, On, each, statements};
use domain::calls::RecordingAddress;
use domain::ids::{CallId, StaffId};
use domain::times::Millis;

statements! {
    OF_CALL = "select stream, download, state, content_type, not_before, copied_bytes from recordings where call_id = $1";
    EXPECT = "update recordings set not_before = $2 where call_id = $1 and state = 'known' and attempts = 0 \
              and not_before is null";
    DUE = "select r.call_id, r.stream, r.attempts, c.provider from recordings r join calls c on c.id = r.call_id \
           where r.not_before <= $1 order by r.not_before limit $2";
    AGAIN = "update recordings set not_before = $2, attempts = attempts + 1 where call_id = $1";
    READY = "update recordings set not_before = null, copied_bytes = $2 where call_id = $1";
    FORGET_COPY = "delete from recording_copies where call_id = $1";
    KEEP_PIECE = "insert into recording_copies (call_id, piece, body) values ($1, $2, $3)";
    PIECE = "select body from recording_copies where call_id = $1 and piece = $2";
    NOTE = "insert into recordings (call_id, stream, download, state, noted_at) values ($1, $2, $3, 'known', $4) \
            on conflict (call_id) do update set stream = excluded.stream, download = excluded.download, \
            noted_at = excluded.noted_at";
    FETCHED = "update recordings set state = $2, size = coalesce($3, size), content_type = coalesce($4, content_type) \
               where call_id = $1";
    LISTENED = "select at from listenings where call_id = $1 and staff_id = $2 and listening = $3";
    LISTEN = "insert into listenings (call_id, staff_id, listening, at) values ($1, $2, $3, $4) \
              on conflict (call_id, staff_id, listening) do update set at = excluded.at";
}

/// A recording as stored.
#[derive(sqlx::FromRow)]
pub(crate) struct Row {
    pub(crate) stream: Option<String>,
    pub(crate) download: Option<String>,
    pub(crate) state: String,
    pub(crate) content_type: Option<String>,
    /// When it is asked for next, while it is not there yet.
    pub(crate) not_before: Option<i64>,
    /// How much of it is here.
    pub(crate) copied_bytes: Option<i64>,
}

/// A recording that is to be asked for.
#[derive(sqlx::FromRow)]
pub(crate) struct Due {
    pub(crate) call_id: String,
    pub(crate) stream: Option<String>,
    pub(crate) attempts: i64,
    pub(crate) provider: String,
}

/// The recording of a call.
pub(crate) async fn of_call(db: On<'_>, call: &CallId) -> Answer<Option<Row>> {
    Ok(each!(db, link => sqlx::query_as(OF_CALL).bind(call.as_str()).fetch_optional(link).await)?)
}

/// Where the recording of a call is.
pub(crate) async fn note(db: On<'_>, call: &CallId, address: &RecordingAddress, at: Millis) -> Answer<()> {
    each!(db, link => sqlx::query(NOTE)
        .bind(call.as_str()).bind(&address.stream).bind(&address.download).bind(at.0)
        .execute(link).await.map(drop))?;
    Ok(())
}

/// What came of fetching it.
pub(crate) async fn fetched(
    db: On<'_>,
    call: &CallId,
    state: &str,
    size: Option<i64>,
    kind: Option<&str>,
) -> Answer<()> {
    each!(db, link => sqlx::query(FETCHED)
        .bind(call.as_str()).bind(state).bind(size).bind(kind)
        .execute(link).await.map(drop))?;
    Ok(())
}

/// When a member was last noted to listen, in this listening.
pub(crate) async fn listened(db: On<'_>, call: &CallId, who: &StaffId, listening: &str) -> Answer<Option<Millis>> {
    let at: Option<i64> = each!(db, link => sqlx::query_scalar(LISTENED)
        .bind(call.as_str()).bind(who.as_str()).bind(listening).fetch_optional(link).await)?;
    Ok(at.map(Millis))
}

/// A member listens.
pub(crate) async fn listen(db: On<'_>, call: &CallId, who: &StaffId, listening: &str, at: Millis) -> Answer<()> {
    each!(db, link => sqlx::query(LISTEN)
        .bind(call.as_str()).bind(who.as_str()).bind(listening).bind(at.0)
        .execute(link).await.map(drop))?;
    Ok(())
}

/// The recording of a call was told of and may not be there yet: it is asked for from now on.
pub(crate) async fn expect(db: On<'_>, call: &CallId, at: Millis) -> Answer<()> {
    each!(db, link => sqlx::query(EXPECT).bind(call.as_str()).bind(at.0).execute(link).await.map(drop))?;
    Ok(())
}

/// Those that are to be asked for by now.
pub(crate) async fn due(db: On<'_>, now: Millis, limit: i64) -> Answer<Vec<Due>> {
    Ok(each!(db, link => sqlx::query_as(DUE).bind(now.0).bind(limit).fetch_all(link).await)?)
}

/// It is asked for now, and again at a moment.
pub(crate) async fn ask_again(db: On<'_>, call: &CallId, at: Millis) -> Answer<()> {
    each!(db, link => sqlx::query(AGAIN).bind(call.as_str()).bind(at.0).execute(link).await.map(drop))?;
    Ok(())
}

/// It is not asked for any more; so much of it is here.
pub(crate) async fn ready(db: On<'_>, call: &CallId, copied: Option<i64>) -> Answer<()> {
    each!(db, link => sqlx::query(READY).bind(call.as_str()).bind(copied).execute(link).await.map(drop))?;
    Ok(())
}

/// Takes the copy of a call's recording away.
pub(crate) async fn forget_copy(db: On<'_>, call: &CallId) -> Answer<()> {
    each!(db, link => sqlx::query(FORGET_COPY).bind(call.as_str()).execute(link).await.map(drop))?;
    Ok(())
}

/// Keeps a piece of a copy.
pub(crate) async fn keep_piece(db: On<'_>, call: &CallId, piece: i64, body: &str) -> Answer<()> {
    each!(db, link => sqlx::query(KEEP_PIECE)
        .bind(call.as_str()).bind(piece).bind(body).execute(link).await.map(drop))?;
    Ok(())
}

/// A piece of a copy.
pub(crate) async fn piece(db: On<'_>, call: &CallId, piece: i64) -> Answer<Option<String>> {
    Ok(each!(db, link => sqlx::query_scalar(PIECE).bind(call.as_str()).bind(piece).fetch_optional(link).await)?)
}

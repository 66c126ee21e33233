//! The tables of the contact centre's versions and of publishing them.

use super::centre::{json, text};
use super::{Answer, Fault, On, each, statements};
use domain::centre::{Centre, Obstacle, Origin, PublishState, Publishing, Step, Version};
use domain::ids::StaffId;
use domain::times::Millis;

statements! {
    LIST = "select v.number, v.at, s.name, v.note, v.origin, v.changes, p.state from centre_versions v \
            left join staff s on s.id = v.staff_id left join centre_publishings p on p.version = v.number \
            order by v.number desc";
    NEWEST = "select number, centre from centre_versions order by number desc limit 1";
    GET = "select centre from centre_versions where number = $1";
    INSERT = "insert into centre_versions (number, at, staff_id, note, origin, changes, centre) \
              values ($1, $2, $3, $4, $5, $6, $7)";
    LATEST = "select p.version, s.name, p.begun_at, p.state, p.steps, p.done, p.obstacle from centre_publishings p \
              join staff s on s.id = p.staff_id order by p.version desc limit 1";
    BEGIN = "insert into centre_publishings (version, staff_id, begun_at, state, steps, done, turn_until) \
             values ($1, $2, $3, 'running', $4, 0, 0)";
    GIVE_UP = "update centre_publishings set state = 'given_up', obstacle = null where state = 'paused'";
    GO_ON = "update centre_publishings set state = 'running', obstacle = null \
             where version = $1 and state = 'paused'";
    STOP = "update centre_publishings set state = 'paused', obstacle = $2 where version = $1 and state = 'running'";
    DUE = "select version from centre_publishings where state = 'running' and turn_until <= $1 order by version desc";
    TURN = "update centre_publishings set turn = $2, turn_until = $4 \
            where version = $1 and state = 'running' and turn_until <= $3";
    PROGRESS = "update centre_publishings set steps = $3, done = $4, turn_until = $5 \
                where version = $1 and turn = $2 and state in ('running', 'paused') returning state";
    RELEASE = "update centre_publishings set turn = null, turn_until = 0 where version = $1 and turn = $2";
    END = "update centre_publishings set state = $3, obstacle = $4, turn = null, turn_until = 0 \
           where version = $1 and turn = $2 and state = 'running'";
}

#[derive(sqlx::FromRow)]
struct VersionRow {
    number: i64,
    at: i64,
    name: Option<String>,
    note: String,
    origin: String,
    changes: i64,
    state: Option<String>,
}

impl VersionRow {
    fn version(self) -> Answer<Version> {
        Ok(Version {
            number: self.number,
            at: Millis(self.at),
            by: self.name,
            note: self.note,
            origin: Origin::from_stored(&self.origin).ok_or(Fault::Stored("origin of a version"))?,
            changes: usize::try_from(self.changes).unwrap_or_default(),
            arrived: self.state.is_none_or(|state| state == "finished"),
        })
    }
}

/// Every version, newest first.
pub(crate) async fn list(db: On<'_>) -> Answer<Vec<Version>> {
    let rows: Vec<VersionRow> = each!(db, link => sqlx::query_as(LIST).fetch_all(link).await)?;
    rows.into_iter().map(VersionRow::version).collect()
}

/// The newest one and its number.
pub(crate) async fn newest(db: On<'_>) -> Answer<Option<(i64, Centre)>> {
    let row: Option<(i64, String)> = each!(db, link => sqlx::query_as(NEWEST).fetch_optional(link).await)?;
    row.map(|(number, centre)| Ok((number, json(&centre)?))).transpose()
}

/// One of them.
pub(crate) async fn get(db: On<'_>, number: i64) -> Answer<Option<Centre>> {
    let centre: Option<String> = each!(db, link => sqlx::query_scalar(GET).bind(number).fetch_optional(link).await)?;
    centre.map(|centre| json(&centre)).transpose()
}

/// A version that is to be kept.
pub(crate) struct New<'a> {
    pub(crate) number: i64,
    pub(crate) at: Millis,
    pub(crate) who: Option<&'a StaffId>,
    pub(crate) note: &'a str,
    pub(crate) origin: Origin,
    pub(crate) changes: usize,
    pub(crate) centre: &'a Centre,
}

/// Keeps a version.
pub(crate) async fn insert(db: On<'_>, new: &New<'_>) -> Answer<()> {
    let centre = text(new.centre)?;
    each!(db, link => sqlx::query(INSERT)
        .bind(new.number).bind(new.at.0).bind(new.who.map(StaffId::as_str)).bind(new.note)
        .bind(new.origin.as_str()).bind(i64::try_from(new.changes).unwrap_or(i64::MAX)).bind(centre)
        .execute(link).await.map(drop))?;
    Ok(())
}

#[derive(sqlx::FromRow)]
struct PublishingRow {
    version: i64,
    name: String,
    begun_at: i64,
    state: String,
    steps: String,
    done: i64,
    obstacle: Option<String>,
}

impl PublishingRow {
    fn publishing(self) -> Answer<Publishing> {
        let obstacle: Option<Obstacle> = self.obstacle.as_deref().map(json).transpose()?;
        let state = match (self.state.as_str(), obstacle) {
            ("running", _) => PublishState::Running,
            ("paused", obstacle) => PublishState::Paused(obstacle.unwrap_or(Obstacle::Ours)),
            ("finished", _) => PublishState::Finished,
            ("given_up", _) => PublishState::GivenUp,
            _ => return Err(Fault::Stored("state of a publishing")),
        };
        Ok(Publishing {
            version: self.version,
            steps: json(&self.steps)?,
            done: usize::try_from(self.done).unwrap_or_default(),
            state,
            begun_at: Millis(self.begun_at),
            by: self.name,
        })
    }
}

/// The latest publishing.
pub(crate) async fn latest(db: On<'_>) -> Answer<Option<Publishing>> {
    let row: Option<PublishingRow> = each!(db, link => sqlx::query_as(LATEST).fetch_optional(link).await)?;
    row.map(PublishingRow::publishing).transpose()
}

/// Begins to publish a version.
pub(crate) async fn begin(db: On<'_>, version: i64, who: &StaffId, at: Millis, steps: &[Step]) -> Answer<()> {
    let steps = text(&steps)?;
    each!(db, link => sqlx::query(BEGIN)
        .bind(version).bind(who.as_str()).bind(at.0).bind(steps).execute(link).await.map(drop))?;
    Ok(())
}

/// Whatever stopped half way is not gone on with.
pub(crate) async fn give_up(db: On<'_>) -> Answer<()> {
    Ok(each!(db, link => sqlx::query(GIVE_UP).execute(link).await.map(drop))?)
}

/// What stopped half way may go on.
pub(crate) async fn go_on(db: On<'_>, version: i64) -> Answer<()> {
    Ok(each!(db, link => sqlx::query(GO_ON).bind(version).execute(link).await.map(drop))?)
}

/// Stops it; whoever carries it out notices at the next step.
pub(crate) async fn stop(db: On<'_>, version: i64, obstacle: &Obstacle) -> Answer<()> {
    let obstacle = text(obstacle)?;
    Ok(each!(db, link => sqlx::query(STOP).bind(version).bind(obstacle).execute(link).await.map(drop))?)
}

/// What is to go on and nobody carries out.
pub(crate) async fn due(db: On<'_>, now: Millis) -> Answer<Option<i64>> {
    Ok(each!(db, link => sqlx::query_scalar(DUE).bind(now.0).fetch_optional(link).await)?)
}

/// Takes the turn of carrying a publishing out; whoever comes second does not get it.
pub(crate) async fn take_turn(db: On<'_>, version: i64, turn: &str, now: Millis, until: Millis) -> Answer<bool> {
    let taken = each!(db, link => sqlx::query(TURN)
        .bind(version).bind(turn).bind(now.0).bind(until.0).execute(link).await.map(|done| done.rows_affected()))?;
    Ok(taken > 0)
}

/// Writes down how far it has come; `false` where it was stopped, or somebody else has the turn.
pub(crate) async fn progress(
    db: On<'_>,
    version: i64,
    turn: &str,
    (steps, done): (&[Step], usize),
    until: Millis,
) -> Answer<bool> {
    let (steps, done) = (text(&steps)?, i64::try_from(done).unwrap_or(i64::MAX));
    let state: Option<String> = each!(db, link => sqlx::query_scalar(PROGRESS)
        .bind(version).bind(turn).bind(steps).bind(done).bind(until.0).fetch_optional(link).await)?;
    Ok(state.is_some_and(|state| state == "running"))
}

/// Lets the turn go: whoever is to go on need not wait.
pub(crate) async fn release(db: On<'_>, version: i64, turn: &str) -> Answer<()> {
    Ok(each!(db, link => sqlx::query(RELEASE).bind(version).bind(turn).execute(link).await.map(drop))?)
}

/// Ends it, well or not; `false` for whoever does not have the turn any more.
pub(crate) async fn end(db: On<'_>, version: i64, turn: &str, obstacle: Option<&Obstacle>) -> Answer<bool> {
    let state = if obstacle.is_some() { "paused" } else { "finished" };
    let obstacle = obstacle.map(text).transpose()?;
    let ended = each!(db, link => sqlx::query(END)
        .bind(version).bind(turn).bind(state).bind(obstacle).execute(link).await.map(|done| done.rows_affected()))?;
    Ok(ended > 0)
}

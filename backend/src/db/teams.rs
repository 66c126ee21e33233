//! The tables of teams and of who leads them.

use super::{Answer, On, each, statements};
use domain::ids::{StaffId, TeamId};
use domain::names;
use domain::staff::StaffRef;
use domain::teams::{Team, TeamDraft, TeamRef};
use domain::times::Millis;

statements! {
    LED_BY = "select team_id from team_leads where staff_id = $1 order by team_id";
    OF_MEMBER = "select team_id from staff where id = $1";
    NAMED_OF_MEMBER = "select t.id, t.name from staff s join teams t on t.id = s.team_id where s.id = $1";
    LIST = "select t.id, t.name, (select count(*) from staff s where s.team_id = t.id and s.active) as members \
            from teams t order by t.name_fold";
    BY_ID = "select t.id, t.name, (select count(*) from staff s where s.team_id = t.id and s.active) as members \
             from teams t where t.id = $1";
    LEADERS = "select l.team_id, s.id, s.name from team_leads l join staff s on s.id = l.staff_id \
               order by s.name_fold, s.id";
    LEADERSHIPS = "select l.staff_id, t.id, t.name from team_leads l join teams t on t.id = l.team_id \
                   order by t.name_fold";
    TAKEN_NAME = "select count(*) from teams where name_fold = $1 and id <> $2";
    INSERT = "insert into teams (id, name, name_fold, created_at, updated_at) values ($1, $2, $3, $4, $4)";
    UPDATE = "update teams set name = $2, name_fold = $3, updated_at = $4 where id = $1";
    DELETE = "delete from teams where id = $1";
    LEAVE_TEAM = "delete from team_leads where team_id = $1";
    LEAVE_ALL = "delete from team_leads where staff_id = $1";
    LEAD = "insert into team_leads (staff_id, team_id) values ($1, $2) on conflict (staff_id, team_id) do nothing";
    MEMBERS = "select count(*) from staff where team_id = $1";
    CALLS = "select count(*) from (select 1 from calls where team_id = $1 limit 1) as one";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    name: String,
    members: i64,
}

/// A team and a member who leads it.
#[derive(sqlx::FromRow)]
struct Leader {
    team_id: String,
    id: String,
    name: String,
}

/// A member and a team they lead.
#[derive(sqlx::FromRow)]
struct Led {
    staff_id: String,
    id: String,
    name: String,
}

/// The teams a member leads.
pub(crate) async fn led_by(db: On<'_>, who: &StaffId) -> Answer<Vec<TeamId>> {
    let ids: Vec<String> = each!(db, link => sqlx::query_scalar(LED_BY).bind(who.as_str()).fetch_all(link).await)?;
    Ok(ids.into_iter().map(TeamId::new).collect())
}

/// The team a member is in.
pub(crate) async fn of_member(db: On<'_>, who: &StaffId) -> Answer<Option<TeamId>> {
    let id: Option<Option<String>> =
        each!(db, link => sqlx::query_scalar(OF_MEMBER).bind(who.as_str()).fetch_optional(link).await)?;
    Ok(id.flatten().map(TeamId::new))
}

/// The team a member is in, with its name.
pub(crate) async fn named_of_member(db: On<'_>, who: &StaffId) -> Answer<Option<TeamRef>> {
    let row: Option<(String, String)> =
        each!(db, link => sqlx::query_as(NAMED_OF_MEMBER).bind(who.as_str()).fetch_optional(link).await)?;
    Ok(row.map(|(id, name)| TeamRef { id: TeamId::new(id), name }))
}

/// Every team by name, without who leads it.
pub(crate) async fn list(db: On<'_>) -> Answer<Vec<Team>> {
    let rows: Vec<Row> = each!(db, link => sqlx::query_as(LIST).fetch_all(link).await)?;
    Ok(rows.into_iter().map(team).collect())
}

/// One team, without who leads it.
pub(crate) async fn by_id(db: On<'_>, id: &TeamId) -> Answer<Option<Team>> {
    let row: Option<Row> = each!(db, link => sqlx::query_as(BY_ID).bind(id.as_str()).fetch_optional(link).await)?;
    Ok(row.map(team))
}

fn team(row: Row) -> Team {
    let members = u32::try_from(row.members).unwrap_or(u32::MAX);
    Team { id: TeamId::new(row.id), name: row.name, members, leads: Vec::new() }
}

/// Who leads which team, by name.
pub(crate) async fn leaders(db: On<'_>) -> Answer<Vec<(TeamId, StaffRef)>> {
    let rows: Vec<Leader> = each!(db, link => sqlx::query_as(LEADERS).fetch_all(link).await)?;
    let lead = |row: Leader| (TeamId::new(row.team_id), StaffRef { id: StaffId::new(row.id), name: row.name });
    Ok(rows.into_iter().map(lead).collect())
}

/// Which teams each member leads, by name.
pub(crate) async fn leaderships(db: On<'_>) -> Answer<Vec<(StaffId, TeamRef)>> {
    let rows: Vec<Led> = each!(db, link => sqlx::query_as(LEADERSHIPS).fetch_all(link).await)?;
    let led = |row: Led| (StaffId::new(row.staff_id), TeamRef { id: TeamId::new(row.id), name: row.name });
    Ok(rows.into_iter().map(led).collect())
}

/// Whether another team is called so, accents and capitals apart.
pub(crate) async fn name_taken(db: On<'_>, name: &str, except: &TeamId) -> Answer<bool> {
    let others = each!(db, link => sqlx::query_scalar::<_, i64>(TAKEN_NAME)
        .bind(names::fold(name)).bind(except.as_str()).fetch_one(link).await)?;
    Ok(others > 0)
}

/// A new team, which nobody leads yet.
pub(crate) async fn insert(db: On<'_>, id: &TeamId, name: &str, at: Millis) -> Answer<()> {
    each!(db, link => sqlx::query(INSERT)
        .bind(id.as_str()).bind(name).bind(names::fold(name)).bind(at.0).execute(link).await.map(drop))?;
    Ok(())
}

/// Another name.
pub(crate) async fn update(db: On<'_>, id: &TeamId, draft: &TeamDraft, at: Millis) -> Answer<()> {
    each!(db, link => sqlx::query(UPDATE)
        .bind(id.as_str()).bind(&draft.name).bind(names::fold(&draft.name)).bind(at.0)
        .execute(link).await.map(drop))?;
    Ok(())
}

/// Takes away a team that nobody leads any more and nothing belongs to.
pub(crate) async fn delete(db: On<'_>, id: &TeamId) -> Answer<()> {
    each!(db, link => sqlx::query(DELETE).bind(id.as_str()).execute(link).await.map(drop))?;
    Ok(())
}

/// Nobody leads a team any more.
pub(crate) async fn leave_team(db: On<'_>, id: &TeamId) -> Answer<()> {
    each!(db, link => sqlx::query(LEAVE_TEAM).bind(id.as_str()).execute(link).await.map(drop))?;
    Ok(())
}

/// A member leads nothing any more.
pub(crate) async fn leave_all(db: On<'_>, who: &StaffId) -> Answer<()> {
    each!(db, link => sqlx::query(LEAVE_ALL).bind(who.as_str()).execute(link).await.map(drop))?;
    Ok(())
}

/// A member leads a team from now on.
pub(crate) async fn lead(db: On<'_>, who: &StaffId, team: &TeamId) -> Answer<()> {
    each!(db, link => sqlx::query(LEAD).bind(who.as_str()).bind(team.as_str()).execute(link).await.map(drop))?;
    Ok(())
}

/// Whether a member or a call belongs to a team.
pub(crate) async fn in_use(mut db: On<'_>, id: &TeamId) -> Answer<bool> {
    for text in [MEMBERS, CALLS] {
        let some = each!(&mut db, link => sqlx::query_scalar::<_, i64>(text)
            .bind(id.as_str()).fetch_one(&mut **link).await)?;
        if some > 0 {
            return Ok(true);
        }
    }
    Ok(false)
}

//! What routing goes by, and the table of what it decided.

use super::members::{line_of, status_of};
use super::telephone_states::{StateRow, telephone_of};
use super::{Answer, Fault, On, each, statements};
use domain::floor::Status;
use domain::ids::{StaffId, TeamId};
use domain::phone::Number;
use domain::reach::TelephoneState;
use domain::routing::Route;
use domain::telephone::Provider;
use domain::times::Millis;
use sqlx::QueryBuilder;
use std::collections::HashMap;

statements! {
    TELEPHONISTS = "select s.id, s.seat, s.team_id, m.status, m.since, m.line, t.doing, t.available, t.rings_at, \
                    t.phone_number, t.online, t.asked_at from staff s left join member_status m on m.staff_id = s.id \
                    left join telephone_states t on t.staff_id = s.id \
                    where s.active and s.provider = $1 and s.seat is not null order by coalesce(m.since, 0), s.id";
    TEAM = "select team_id from queue_teams where provider = $1 and queue = $2";
    TEAMS = "select queue, team_id from queue_teams where provider = $1 order by queue";
    CLEAR_TEAMS = "delete from queue_teams where provider = $1";
    PUT_TEAM = "insert into queue_teams (provider, queue, team_id) values ($1, $2, $3)";
    DECIDED = "select queue, at, route from routing_decisions where provider = $1 and provider_call_id = $2";
    KEEP = "insert into routing_decisions (provider, provider_call_id, queue, at, route) values ($1, $2, $3, $4, $5) \
            on conflict (provider, provider_call_id) do update set queue = excluded.queue, at = excluded.at, \
            route = excluded.route where routing_decisions.route <> excluded.route";
    FORGET = "delete from routing_decisions where at < $1";
}

/// A member with a seat, as routing looks at them.
pub(crate) struct Seated {
    pub(crate) member: StaffId,
    pub(crate) seat: String,
    pub(crate) team: Option<TeamId>,
    pub(crate) status: Option<Status>,
    pub(crate) since: Option<Millis>,
    pub(crate) connected: bool,
    pub(crate) telephone: Option<TelephoneState>,
}

#[derive(sqlx::FromRow)]
struct SeatedRow {
    id: String,
    seat: String,
    team_id: Option<String>,
    status: Option<String>,
    since: Option<i64>,
    line: Option<String>,
    #[sqlx(flatten)]
    telephone: StateRow,
}

impl SeatedRow {
    fn seated(self) -> Answer<Seated> {
        let line = self.line.as_deref().map(line_of).transpose()?;
        Ok(Seated {
            member: StaffId::new(self.id),
            seat: self.seat,
            team: self.team_id.map(TeamId::new),
            status: self.status.as_deref().map(status_of).transpose()?,
            since: self.since.map(Millis),
            connected: line.is_some_and(|line| line.takes_calls()),
            telephone: telephone_of(self.telephone)?,
        })
    }
}

/// Everybody with a seat at a provider; whoever has done the same for longest comes first.
pub(crate) async fn seated(db: On<'_>, provider: Provider) -> Answer<Vec<Seated>> {
    let rows: Vec<SeatedRow> =
        each!(db, link => sqlx::query_as(TELEPHONISTS).bind(provider.as_str()).fetch_all(link).await)?;
    rows.into_iter().map(SeatedRow::seated).collect()
}

/// Who is responsible for a caller, and who talked with them last.
pub(crate) type Known = (Option<StaffId>, Option<StaffId>);

/// What is known of callers, all of them in one question.
pub(crate) async fn callers(db: On<'_>, numbers: &[Number]) -> Answer<HashMap<Number, Known>> {
    const WHO: &str = ") select a.number, (select k.owner_id from customer_phones p join customers k on k.id = p.customer_id \
                       where p.number = a.number and k.deleted_at is null and k.owner_id is not null \
                       order by k.last_activity_at desc, k.id limit 1) as owner_id, \
                       (select c.agent_id from calls c where c.number = a.number and c.deleted_at is null \
                       and c.outcome = 'answered' and c.agent_id is not null \
                       order by c.started_at desc, c.id desc limit 1) as spoke_last from asked a";
    if numbers.is_empty() {
        return Ok(HashMap::new());
    }
    let rows: Vec<(String, Option<String>, Option<String>)> = each!(db, link => {
        let mut query = QueryBuilder::new("with asked (number) as (");
        query.push_values(numbers, |mut row, number| {
            row.push_bind(number.as_str());
        });
        query.push(WHO).build_query_as().fetch_all(link).await
    })?;
    let known = |(number, owner, last): (String, Option<String>, Option<String>)| {
        (Number::from_stored(number), (owner.map(StaffId::new), last.map(StaffId::new)))
    };
    Ok(rows.into_iter().map(known).collect())
}

/// The team that serves a queue.
pub(crate) async fn team_of(db: On<'_>, provider: Provider, queue: &str) -> Answer<Option<TeamId>> {
    let team: Option<String> = each!(db, link => sqlx::query_scalar(TEAM)
        .bind(provider.as_str()).bind(queue).fetch_optional(link).await)?;
    Ok(team.map(TeamId::new))
}

/// Which team serves which queue.
pub(crate) async fn teams(db: On<'_>, provider: Provider) -> Answer<Vec<(String, TeamId)>> {
    let rows: Vec<(String, String)> = each!(db, link => sqlx::query_as(TEAMS)
        .bind(provider.as_str()).fetch_all(link).await)?;
    Ok(rows.into_iter().map(|(queue, team)| (queue, TeamId::new(team))).collect())
}

/// Puts these in the place of all before.
pub(crate) async fn replace_teams(mut db: On<'_>, provider: Provider, teams: &[(String, TeamId)]) -> Answer<()> {
    each!(&mut db, link => sqlx::query(CLEAR_TEAMS).bind(provider.as_str()).execute(&mut **link).await.map(drop))?;
    for (queue, team) in teams {
        each!(&mut db, link => sqlx::query(PUT_TEAM)
            .bind(provider.as_str()).bind(queue).bind(team.as_str()).execute(&mut **link).await.map(drop))?;
    }
    Ok(())
}

/// What was decided for a call, for which queue, and when.
pub(crate) async fn decided(db: On<'_>, provider: Provider, call: &str) -> Answer<Option<(String, Millis, Route)>> {
    let row: Option<(String, i64, String)> = each!(db, link => sqlx::query_as(DECIDED)
        .bind(provider.as_str()).bind(call).fetch_optional(link).await)?;
    row.map(|(queue, at, route)| {
        let route = serde_json::from_str(&route).map_err(|_| Fault::Stored("route"))?;
        Ok((queue, Millis(at), route))
    })
    .transpose()
}

/// Keeps what was decided for a call; the same once more changes nothing.
pub(crate) async fn keep(
    db: On<'_>,
    provider: Provider,
    call: &str,
    queue: &str,
    at: Millis,
    route: &Route,
) -> Answer<()> {
    let route = serde_json::to_string(route).map_err(|_| Fault::Stored("route"))?;
    each!(db, link => sqlx::query(KEEP)
        .bind(provider.as_str()).bind(call).bind(queue).bind(at.0).bind(route)
        .execute(link).await.map(drop))?;
    Ok(())
}

/// Forgets what was decided before a moment.
pub(crate) async fn forget(db: On<'_>, before: Millis) -> Answer<()> {
    each!(db, link => sqlx::query(FORGET).bind(before.0).execute(link).await.map(drop))?;
    Ok(())
}

//! The floor: what members do now, with whom, and their day in numbers. Asked for everybody or for those who changed.

use super::calls::direction_of;
use super::members::{line_of, status_of};
use super::telephone_states::{StateRow, telephone_of};
use super::{Answer, Fault, On, each};
use domain::customers::CustomerRef;
use domain::floor::{FloorCall, FloorMember, Status, Today};
use domain::ids::{CallId, CustomerId, StaffId, TeamId};
use domain::phone::Number;
use domain::reach::{self, Reachability};
use domain::staff::StaffRef;
use domain::teams::TeamRef;
use domain::telephone::Provider;
use domain::times::Millis;
use domain::voice::LineReport;
use sqlx::{Database, QueryBuilder};
use std::collections::HashMap;

/// Members who can telephone or are there.
const MEMBERS: &str = "select s.id, s.name, s.provider, s.seat, s.team_id, t.name as team_name, m.status, m.since, m.line, \
                       p.doing, p.available, p.rings_at, p.phone_number, p.online, p.asked_at, c.id as call_id, \
                       c.direction, c.number, c.number_raw, c.customer_id, k.name as customer_name, c.queue, c.started_at, \
                       c.answered_at from staff s left join teams t on t.id = s.team_id \
                       left join member_status m on m.staff_id = s.id \
                       left join telephone_states p on p.staff_id = s.id \
                       left join calls c on c.id = m.call_id and c.deleted_at is null \
                       left join customers k on k.id = c.customer_id and k.deleted_at is null \
                       where s.active and (s.seat is not null or m.status <> 'offline')";
/// The calls since a moment, added up by member. Grouped by what no index holds: by an index on members every call there
/// ever was would be looked at, not those of a day.
const TODAY: &str = "select coalesce(agent_id, '') as agent_id, count(*) as calls, \
                     count(answered_at) as answered, \
                     count(case when outcome = 'missed' then 1 end) as missed, \
                     cast(coalesce(sum(talk_ms), 0) as bigint) as talk_ms \
                     from calls where deleted_at is null and started_at >= ";

#[derive(sqlx::FromRow)]
struct MemberRow {
    id: String,
    name: String,
    provider: String,
    seat: Option<String>,
    team_id: Option<String>,
    team_name: Option<String>,
    status: Option<String>,
    since: Option<i64>,
    line: Option<String>,
    #[sqlx(flatten)]
    telephone: StateRow,
    call_id: Option<String>,
    direction: Option<String>,
    number: Option<String>,
    number_raw: Option<String>,
    customer_id: Option<String>,
    customer_name: Option<String>,
    queue: Option<String>,
    started_at: Option<i64>,
    answered_at: Option<i64>,
}

impl MemberRow {
    fn member(mut self, at: Millis, today: &HashMap<String, Today>) -> Answer<FloorMember> {
        let today = today.get(&self.id).copied().unwrap_or_default();
        let call = self.call()?;
        let status = self.status.as_deref().map(status_of).transpose()?;
        let line = self.line.as_deref().map(line_of).transpose()?.unwrap_or_default();
        let reach = self.reach(status, &line, at)?;
        let team = self.team_id.zip(self.team_name).map(|(id, name)| TeamRef { id: TeamId::new(id), name });
        Ok(FloorMember {
            member: StaffRef { id: StaffId::new(self.id), name: self.name },
            team,
            status: status.unwrap_or(Status::Offline),
            since: self.since.map(Millis),
            at,
            line,
            reach,
            call,
            today,
        })
    }

    /// Whether calls can be given to them, by the same conditions by which calls are given.
    fn reach(&mut self, status: Option<Status>, line: &LineReport, now: Millis) -> Answer<Option<Reachability>> {
        let provider = Provider::from_stored(&self.provider).ok_or(Fault::Stored("provider"))?;
        if self.seat.is_none() || !provider.tells_of_telephones() {
            return Ok(None);
        }
        let telephone = telephone_of(std::mem::take(&mut self.telephone))?;
        let since = self.since.map(Millis);
        let connected = line.takes_calls();
        let known = reach::Known { has_seat: true, telephone: telephone.as_ref(), status, since, connected, now };
        Ok(Some(known.reachability()))
    }

    fn call(&mut self) -> Answer<Option<FloorCall>> {
        let Some((id, direction)) = self.call_id.take().zip(self.direction.take()) else { return Ok(None) };
        let customer = self.customer_id.take().zip(self.customer_name.take());
        Ok(Some(FloorCall {
            id: CallId::new(id),
            direction: direction_of(&direction)?,
            number: self.number.take().map(Number::from_stored),
            number_raw: self.number_raw.take().unwrap_or_default(),
            customer: customer.map(|(id, name)| CustomerRef { id: CustomerId::new(id), name }),
            queue: self.queue.take(),
            since: Millis(self.answered_at.or(self.started_at).unwrap_or_default()),
        }))
    }
}

#[derive(sqlx::FromRow)]
struct TodayRow {
    agent_id: String,
    calls: i64,
    answered: i64,
    missed: i64,
    talk_ms: i64,
}

impl TodayRow {
    fn figures(self) -> (String, Today) {
        let Self { agent_id, calls, answered, missed, talk_ms } = self;
        (agent_id, Today { calls, answered, missed, talk_ms })
    }
}

/// Which members are asked for: everybody, or some.
#[derive(Clone, Copy)]
pub(crate) enum Whom<'a> {
    Everybody,
    These(&'a [StaffId]),
}

/// What these members do at this moment, and what they did since its day began.
pub(crate) async fn members(mut db: On<'_>, whom: Whom<'_>, at: Millis) -> Answer<Vec<FloorMember>> {
    let rows: Vec<MemberRow> = each!(&mut db, link => {
        let mut query = QueryBuilder::new(MEMBERS);
        only(&mut query, "s.id", whom);
        query.build_query_as().persistent(false).fetch_all(&mut **link).await
    })?;
    let today = figures(db, whom, at).await?.into_iter().map(TodayRow::figures).collect();
    rows.into_iter().map(|row| row.member(at, &today)).collect()
}

/// What a member did since the day of this moment began.
pub(crate) async fn today(db: On<'_>, member: &StaffId, at: Millis) -> Answer<Today> {
    let rows = figures(db, Whom::These(std::slice::from_ref(member)), at).await?;
    Ok(rows.into_iter().map(|row| row.figures().1).sum())
}

async fn figures(db: On<'_>, whom: Whom<'_>, at: Millis) -> Answer<Vec<TodayRow>> {
    Ok(each!(db, link => {
        let mut query = QueryBuilder::new(TODAY);
        query.push_bind(at.day_start().0);
        only(&mut query, "agent_id", whom);
        query.push(" group by coalesce(agent_id, '')").build_query_as().persistent(false).fetch_all(link).await
    })?)
}

/// Narrows a query to these members.
fn only<'a, D: Database>(query: &mut QueryBuilder<D>, column: &str, whom: Whom<'a>)
where
    &'a str: sqlx::Encode<'a, D> + sqlx::Type<D>,
{
    if let Whom::These(ids) = whom {
        query.push(" and ").push(column).push(" in (");
        let mut list = query.separated(", ");
        for id in ids {
            list.push_bind(id.as_str());
        }
        query.push(")");
    }
}

//! The tables of the missed-call inbox: items, and who was rung for them.

use super::{Answer, Fault, On, each, statements};
use domain::calls::Direction;
use domain::ids::{CallId, CustomerId, MissedId, StaffId, TeamId};
use domain::missed::{ClosedHow, Contact, Responsible};
use domain::phone::Number;
use domain::times::Millis;

/// Everything that is kept of an item.
macro_rules! items {
    ($rest:literal) => {
        concat!(
            "select id, number, customer_id, hotline, queue, count, first_at, last_at, longest_wait_ms, due_at, ",
            "owner_id, team_id, closed_at, closed_how, closed_by, closing_call, reason from missed_items ",
            $rest
        )
    };
}

statements! {
    CONTACTS = "select id, direction, agent_id, team_id, customer_id, hotline, queue, started_at, answered_at, ended_at \
                from calls where number = $1 and deleted_at is null order by started_at desc, id desc limit $2";
    RESPONSIBLE = "select s.id, s.active, s.team_id from customers k join staff s on s.id = k.owner_id \
                   where k.id = $1 and k.deleted_at is null";
    BY_ID = items!("where id = $1");
    OF_NUMBER = items!("where number = $1 and last_at >= $2 order by last_at, id");
    RINGS = "select r.item_id, r.call_id from missed_rings r join missed_items m on m.id = r.item_id \
             where m.number = $1 and m.last_at >= $2";
    INSERT = "insert into missed_items (id, number, customer_id, hotline, queue, count, first_at, last_at, \
              longest_wait_ms, due_at, owner_id, team_id, closed_at, closed_how, closed_by, closing_call, reason) \
              values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)";
    UPDATE = "update missed_items set number = $2, customer_id = $3, hotline = $4, queue = $5, count = $6, \
              first_at = $7, last_at = $8, longest_wait_ms = $9, due_at = $10, owner_id = $11, team_id = $12, \
              closed_at = $13, closed_how = $14, closed_by = $15, closing_call = $16, reason = $17 where id = $1";
    DELETE = "delete from missed_items where id = $1";
    DELETE_RINGS = "delete from missed_rings where item_id = $1";
    INSERT_RING = "insert into missed_rings (item_id, call_id, staff_id, team_id, at, wait_ms) \
                   values ($1, $2, $3, $4, $5, $6)";
    GIVE = "update missed_items set owner_id = $2, team_id = coalesce($3, team_id) \
            where id = $1 and closed_at is null";
    TAKE = "update missed_items set owner_id = $2, team_id = coalesce($3, team_id) \
            where id = $1 and closed_at is null and (owner_id is null or owner_id = $2)";
    CLOSE = "update missed_items set closed_at = $2, closed_how = 'by_hand', closed_by = $3, reason = $4 \
             where id = $1 and closed_at is null";
    REOPEN = "update missed_items set closed_at = null, closed_how = null, closed_by = null, reason = null where id = $1";
    OPEN_ONES = "select count(*) from missed_items where number = $1 and closed_at is null";
}

/// A call of the number and what an item takes over from it.
pub(crate) struct Leg {
    pub(crate) contact: Contact,
    pub(crate) team: Option<String>,
    pub(crate) customer: Option<String>,
    pub(crate) hotline: Option<String>,
    pub(crate) queue: Option<String>,
}

#[derive(sqlx::FromRow)]
struct LegRow {
    id: String,
    direction: String,
    agent_id: Option<String>,
    team_id: Option<String>,
    customer_id: Option<String>,
    hotline: Option<String>,
    queue: Option<String>,
    started_at: i64,
    answered_at: Option<i64>,
    ended_at: Option<i64>,
}

/// An item as stored.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub(crate) struct Item {
    pub(crate) id: String,
    pub(crate) number: String,
    pub(crate) customer_id: Option<String>,
    pub(crate) hotline: Option<String>,
    pub(crate) queue: Option<String>,
    pub(crate) count: i64,
    pub(crate) first_at: i64,
    pub(crate) last_at: i64,
    pub(crate) longest_wait_ms: i64,
    pub(crate) due_at: i64,
    pub(crate) owner_id: Option<String>,
    pub(crate) team_id: Option<String>,
    pub(crate) closed_at: Option<i64>,
    pub(crate) closed_how: Option<String>,
    pub(crate) closed_by: Option<String>,
    pub(crate) closing_call: Option<String>,
    pub(crate) reason: Option<String>,
}

impl Item {
    /// Who calls.
    pub(crate) fn key(&self) -> Number {
        Number::from_stored(self.number.clone())
    }

    /// Whether a member closed it.
    pub(crate) fn is_closed_by_hand(&self) -> bool {
        self.closed_how.as_deref() == Some(ClosedHow::ByHand.as_str())
    }

    pub(crate) fn owner(&self) -> Option<StaffId> {
        self.owner_id.clone().map(StaffId::new)
    }

    pub(crate) fn team(&self) -> Option<TeamId> {
        self.team_id.clone().map(TeamId::new)
    }
}

/// That a member was rung for an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Rung<'a> {
    pub(crate) call: &'a CallId,
    pub(crate) staff: Option<&'a StaffId>,
    pub(crate) team: Option<&'a str>,
    pub(crate) at: Millis,
    pub(crate) wait_ms: i64,
}

/// The latest calls of a number, newest first.
pub(crate) async fn contacts(db: On<'_>, number: &Number, limit: i64) -> Answer<Vec<Leg>> {
    let rows: Vec<LegRow> =
        each!(db, link => sqlx::query_as(CONTACTS).bind(number.as_str()).bind(limit).fetch_all(link).await)?;
    rows.into_iter().map(leg).collect()
}

fn leg(row: LegRow) -> Answer<Leg> {
    let direction = match row.direction.as_str() {
        "inbound" => Direction::Inbound,
        "outbound" => Direction::Outbound,
        _ => return Err(Fault::Stored("direction")),
    };
    Ok(Leg {
        contact: Contact {
            call: CallId::new(row.id),
            direction,
            agent: row.agent_id.map(StaffId::new),
            started_at: Millis(row.started_at),
            answered_at: row.answered_at.map(Millis),
            ended_at: row.ended_at.map(Millis),
        },
        team: row.team_id,
        customer: row.customer_id,
        hotline: row.hotline,
        queue: row.queue,
    })
}

/// Who is responsible for a customer.
pub(crate) async fn responsible(db: On<'_>, customer: &CustomerId) -> Answer<Option<Responsible>> {
    let row: Option<(String, bool, Option<String>)> =
        each!(db, link => sqlx::query_as(RESPONSIBLE).bind(customer.as_str()).fetch_optional(link).await)?;
    Ok(row.map(|(id, active, team)| Responsible { id: StaffId::new(id), active, team: team.map(TeamId::new) }))
}

/// One item.
pub(crate) async fn by_id(db: On<'_>, id: &MissedId) -> Answer<Option<Item>> {
    Ok(each!(db, link => sqlx::query_as(BY_ID).bind(id.as_str()).fetch_optional(link).await)?)
}

/// The items of a number that had a call since a moment, oldest first.
pub(crate) async fn of_number(db: On<'_>, number: &Number, since: Millis) -> Answer<Vec<Item>> {
    Ok(each!(db, link => sqlx::query_as(OF_NUMBER).bind(number.as_str()).bind(since.0).fetch_all(link).await)?)
}

/// Which calls those items stand for: (item, call).
pub(crate) async fn rings_of_number(db: On<'_>, number: &Number, since: Millis) -> Answer<Vec<(String, String)>> {
    Ok(each!(db, link => sqlx::query_as(RINGS).bind(number.as_str()).bind(since.0).fetch_all(link).await)?)
}

/// Keeps a new item, or what an item has become.
pub(crate) async fn keep(db: On<'_>, item: &Item, is_new: bool) -> Answer<()> {
    let text = if is_new { INSERT } else { UPDATE };
    each!(db, link => sqlx::query(text)
        .bind(&item.id)
        .bind(&item.number)
        .bind(&item.customer_id)
        .bind(&item.hotline)
        .bind(&item.queue)
        .bind(item.count)
        .bind(item.first_at)
        .bind(item.last_at)
        .bind(item.longest_wait_ms)
        .bind(item.due_at)
        .bind(&item.owner_id)
        .bind(&item.team_id)
        .bind(item.closed_at)
        .bind(&item.closed_how)
        .bind(&item.closed_by)
        .bind(&item.closing_call)
        .bind(&item.reason)
        .execute(link).await.map(drop))?;
    Ok(())
}

/// Replaces who was rung for an item.
pub(crate) async fn set_rings(mut db: On<'_>, item: &str, rings: &[Rung<'_>]) -> Answer<()> {
    each!(&mut db, link => sqlx::query(DELETE_RINGS).bind(item).execute(&mut **link).await.map(drop))?;
    for ring in rings {
        each!(&mut db, link => sqlx::query(INSERT_RING)
            .bind(item)
            .bind(ring.call.as_str())
            .bind(ring.staff.map(StaffId::as_str))
            .bind(ring.team)
            .bind(ring.at.0)
            .bind(ring.wait_ms)
            .execute(&mut **link).await.map(drop))?;
    }
    Ok(())
}

/// Takes an item away whose calls are gone.
pub(crate) async fn delete(mut db: On<'_>, item: &str) -> Answer<()> {
    for text in [DELETE_RINGS, DELETE] {
        each!(&mut db, link => sqlx::query(text).bind(item).execute(&mut **link).await.map(drop))?;
    }
    Ok(())
}

/// Gives an open item to a member of a team, or to nobody; `false` when it is closed.
pub(crate) async fn give(db: On<'_>, id: &MissedId, to: Option<&StaffId>, team: Option<&TeamId>) -> Answer<bool> {
    change_owner(db, GIVE, id, to, team).await
}

/// Gives an open item to a member who wants it, unless somebody else has it: then `false`.
pub(crate) async fn take(db: On<'_>, id: &MissedId, who: &StaffId, team: Option<&TeamId>) -> Answer<bool> {
    change_owner(db, TAKE, id, Some(who), team).await
}

async fn change_owner(
    db: On<'_>,
    text: &'static str,
    id: &MissedId,
    to: Option<&StaffId>,
    team: Option<&TeamId>,
) -> Answer<bool> {
    let rows = each!(db, link => sqlx::query(text)
        .bind(id.as_str())
        .bind(to.map(StaffId::as_str))
        .bind(team.map(TeamId::as_str))
        .execute(link).await.map(|done| done.rows_affected()))?;
    Ok(rows == 1)
}

/// Closes an open item by hand; `false` when it is closed already.
pub(crate) async fn close(db: On<'_>, id: &MissedId, at: Millis, by: &StaffId, reason: &str) -> Answer<bool> {
    let rows = each!(db, link => sqlx::query(CLOSE)
        .bind(id.as_str()).bind(at.0).bind(by.as_str()).bind(reason)
        .execute(link).await.map(|done| done.rows_affected()))?;
    Ok(rows == 1)
}

/// Takes back that an item was closed by hand.
pub(crate) async fn reopen(db: On<'_>, id: &str) -> Answer<()> {
    each!(db, link => sqlx::query(REOPEN).bind(id).execute(link).await.map(drop))?;
    Ok(())
}

/// Whether a number has an open item.
pub(crate) async fn has_open(db: On<'_>, number: &Number) -> Answer<bool> {
    let open = each!(db, link => sqlx::query_scalar::<_, i64>(OPEN_ONES).bind(number.as_str()).fetch_one(link).await)?;
    Ok(open > 0)
}

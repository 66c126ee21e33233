//! The lists of the missed-call inbox: what a member sees of it, and in which order.
//!
//! The text depends on what is asked for, so it is put together; values are always bound.

use super::{Answer, Fault, Keeps, On, each, statements};
use domain::access::Scope;
use domain::customers::CustomerRef;
use domain::ids::{CallId, CustomerId, MissedId, StaffId, TeamId};
use domain::missed::{Closed, ClosedHow, MissedCount, MissedRow, Which};
use domain::phone::Number;
use domain::staff::StaffRef;
use domain::teams::TeamRef;
use domain::times::Millis;
use sqlx::{Database, Encode, QueryBuilder, Type};

statements! {
    RECEIVERS = "select id, name, team_id from staff where active order by name_fold, id";
}

/// What a member sees of the inbox.
#[derive(Clone, Debug)]
pub(crate) struct Seen {
    /// Whose calls they see.
    pub(crate) scope: Scope,
    /// The team they are in.
    pub(crate) team: Option<TeamId>,
    /// Who they are.
    pub(crate) me: StaffId,
}

/// A page to be read.
#[derive(Clone, Debug)]
pub(crate) struct Asked<'a> {
    pub(crate) seen: &'a Seen,
    pub(crate) which: Which,
    pub(crate) team: Option<&'a TeamId>,
    /// Overdue is what was due before.
    pub(crate) now: Millis,
    /// The time and id of the last row of the page before.
    pub(crate) after: Option<(i64, String)>,
    pub(crate) limit: i64,
}

/// A line of the inbox without who was rung.
#[derive(sqlx::FromRow)]
pub(crate) struct Row {
    pub(crate) id: String,
    number: String,
    customer_id: Option<String>,
    customer_name: Option<String>,
    do_not_call: bool,
    count: i64,
    first_at: i64,
    last_at: i64,
    hotline: Option<String>,
    queue: Option<String>,
    longest_wait_ms: i64,
    owner_id: Option<String>,
    owner_name: Option<String>,
    team_id: Option<String>,
    team_name: Option<String>,
    due_at: i64,
    closed_at: Option<i64>,
    closed_how: Option<String>,
    closed_by: Option<String>,
    closer_name: Option<String>,
    closing_call: Option<String>,
    reason: Option<String>,
}

impl Row {
    /// By what the list is ordered, and the id.
    pub(crate) fn place(&self) -> (i64, String) {
        (self.closed_at.unwrap_or(self.due_at), self.id.clone())
    }

    /// As the inbox shows it.
    pub(crate) fn line(self, rung: Vec<StaffRef>) -> Answer<MissedRow> {
        let closed = match (self.closed_at, self.closed_how.as_deref()) {
            (Some(at), Some(how)) => Some(Closed {
                at: Millis(at),
                how: ClosedHow::from_stored(how).ok_or(Fault::Stored("closed_how"))?,
                by: member(self.closed_by, self.closer_name),
                call: self.closing_call.map(CallId::new),
                reason: self.reason,
            }),
            _ => None,
        };
        let customer = self.customer_id.zip(self.customer_name);
        let team = self.team_id.zip(self.team_name);
        Ok(MissedRow {
            id: MissedId::new(self.id),
            number: Number::from_stored(self.number),
            customer: customer.map(|(id, name)| CustomerRef { id: CustomerId::new(id), name }),
            do_not_call: self.do_not_call,
            count: self.count,
            first_at: Millis(self.first_at),
            last_at: Millis(self.last_at),
            hotline: self.hotline,
            queue: self.queue,
            longest_wait_ms: self.longest_wait_ms,
            rung,
            owner: member(self.owner_id, self.owner_name),
            team: team.map(|(id, name)| TeamRef { id: TeamId::new(id), name }),
            due_at: Millis(self.due_at),
            closed,
        })
    }
}

fn member(id: Option<String>, name: Option<String>) -> Option<StaffRef> {
    id.zip(name).map(|(id, name)| StaffRef { id: StaffId::new(id), name })
}

/// A page: open ones by when they are due, closed ones last closed first.
pub(crate) async fn page(db: On<'_>, asked: &Asked<'_>) -> Answer<Vec<Row>> {
    Ok(
        each!(db, link => page_text(asked).build_query_as::<Row>().persistent(link.keeps_texts()).fetch_all(link).await)?,
    )
}

/// Who was rung for items, in order: (item, member).
pub(crate) async fn rung(db: On<'_>, items: &[&str]) -> Answer<Vec<(String, StaffRef)>> {
    if items.is_empty() {
        return Ok(Vec::new());
    }
    let rows: Vec<(String, String, String)> =
        each!(db, link => rung_text(items).build_query_as().fetch_all(link).await)?;
    Ok(rows.into_iter().map(|(item, id, name)| (item, StaffRef { id: StaffId::new(id), name })).collect())
}

/// Who may be given items within a scope, by name, and in which team they are.
pub(crate) async fn receivers(db: On<'_>, scope: &Scope) -> Answer<Vec<(StaffRef, Option<TeamId>)>> {
    let rows: Vec<(String, String, Option<String>)> =
        each!(db, link => sqlx::query_as(RECEIVERS).fetch_all(link).await)?;
    let members =
        rows.into_iter().map(|(id, name, team)| (StaffRef { id: StaffId::new(id), name }, team.map(TeamId::new)));
    Ok(members.filter(|(member, team)| scope.sees(Some(&member.id), team.as_ref())).collect())
}

/// How much there is to do for a member.
pub(crate) async fn count(db: On<'_>, seen: &Seen, now: Millis) -> Answer<MissedCount> {
    let (to_do, overdue): (i64, i64) =
        each!(db, link => count_text(seen, now).build_query_as().persistent(link.keeps_texts()).fetch_one(link).await)?;
    Ok(MissedCount { to_do, overdue })
}

/// Whether a member sees an item; with `unowned` also one that they would see had nobody taken it.
pub(crate) async fn sees(db: On<'_>, seen: &Seen, item: &MissedId, unowned: bool) -> Answer<bool> {
    let found: Vec<(String,)> =
        each!(db, link => sees_text(seen, item, unowned).build_query_as().fetch_all(link).await)?;
    Ok(!found.is_empty())
}

fn page_text<DB>(asked: &Asked<'_>) -> QueryBuilder<DB>
where
    DB: Database,
    String: Type<DB> + for<'v> Encode<'v, DB>,
    i64: Type<DB> + for<'v> Encode<'v, DB>,
{
    // The page is cut first; names are looked up for its rows only. Whose number it is, is asked now: the customer may
    // have been made since the call.
    let mut text = QueryBuilder::new(
        "select m.id, m.number, k.id as customer_id, k.name as customer_name, \
         exists (select 1 from customer_phones p join customers c on c.id = p.customer_id \
         where p.number = m.number and p.do_not_call and c.deleted_at is null) as do_not_call, \
         m.count, m.first_at, m.last_at, m.hotline, m.queue, m.longest_wait_ms, m.owner_id, o.name as owner_name, \
         m.team_id, t.name as team_name, m.due_at, m.closed_at, m.closed_how, m.closed_by, b.name as closer_name, \
         m.closing_call, m.reason from (select m.* from missed_items m where ",
    );
    push_which(&mut text, asked);
    push_scope(&mut text, asked.seen, asked.which == Which::Closed, false);
    if let Some(team) = asked.team {
        text.push(" and m.team_id = ").push_bind(team.as_str().to_owned());
    }
    push_after(&mut text, asked);
    text.push(order(asked.which)).push(" limit ").push_bind(asked.limit);
    text.push(
        ") m left join customers k on k.deleted_at is null and k.id = coalesce((select max(p.customer_id) \
         from customer_phones p join customers c on c.id = p.customer_id \
         where p.number = m.number and c.deleted_at is null group by p.number having count(*) = 1), m.customer_id) \
         left join staff o on o.id = m.owner_id left join teams t on t.id = m.team_id \
         left join staff b on b.id = m.closed_by",
    );
    text.push(order(asked.which));
    text
}

fn push_which<DB>(text: &mut QueryBuilder<DB>, asked: &Asked<'_>)
where
    DB: Database,
    String: Type<DB> + for<'v> Encode<'v, DB>,
    i64: Type<DB> + for<'v> Encode<'v, DB>,
{
    text.push(if asked.which == Which::Closed { "m.closed_at is not null" } else { "m.closed_at is null" });
    match asked.which {
        Which::Open | Which::Closed => {}
        Which::Mine => _ = text.push(" and m.owner_id = ").push_bind(asked.seen.me.as_str().to_owned()),
        Which::Unassigned => _ = text.push(" and m.owner_id is null"),
        Which::Overdue => _ = text.push(" and m.due_at < ").push_bind(asked.now.0),
    }
}

/// Closed ones also show to whoever closed them. `unowned` looks at an item as if nobody had taken it.
fn push_scope<DB>(text: &mut QueryBuilder<DB>, seen: &Seen, closed: bool, unowned: bool)
where
    DB: Database,
    String: Type<DB> + for<'v> Encode<'v, DB>,
{
    let me = || seen.me.as_str().to_owned();
    match &seen.scope {
        Scope::All => return,
        Scope::Teams(_, led) => {
            text.push(" and (m.team_id is null or m.owner_id = ").push_bind(me());
            for team in led {
                text.push(" or m.team_id = ").push_bind(team.as_str().to_owned());
            }
        }
        Scope::Own(_) => {
            text.push(" and (m.owner_id = ").push_bind(me());
            text.push(if unowned { " or (1 = 1" } else { " or (m.owner_id is null" });
            text.push(" and (exists (select 1 from missed_rings r where r.item_id = m.id and r.staff_id = ");
            text.push_bind(me()).push(")");
            if let Some(team) = &seen.team {
                text.push(" or m.team_id = ").push_bind(team.as_str().to_owned());
            }
            text.push("))");
        }
    }
    if closed {
        text.push(" or m.closed_by = ").push_bind(me());
    }
    text.push(")");
}

fn push_after<DB>(text: &mut QueryBuilder<DB>, asked: &Asked<'_>)
where
    DB: Database,
    String: Type<DB> + for<'v> Encode<'v, DB>,
    i64: Type<DB> + for<'v> Encode<'v, DB>,
{
    let Some((at, id)) = &asked.after else { return };
    let beyond =
        if asked.which == Which::Closed { " and (m.closed_at, m.id) < (" } else { " and (m.due_at, m.id) > (" };
    text.push(beyond).push_bind(*at).push(", ").push_bind(id.clone()).push(")");
}

fn order(which: Which) -> &'static str {
    if which == Which::Closed { " order by m.closed_at desc, m.id desc" } else { " order by m.due_at, m.id" }
}

fn rung_text<DB>(items: &[&str]) -> QueryBuilder<DB>
where
    DB: Database,
    String: Type<DB> + for<'v> Encode<'v, DB>,
{
    let mut text = QueryBuilder::new(
        "select r.item_id, s.id, s.name from missed_rings r join staff s on s.id = r.staff_id where r.item_id in (",
    );
    let mut list = text.separated(", ");
    for item in items {
        list.push_bind((*item).to_owned());
    }
    text.push(") group by r.item_id, s.id, s.name order by min(r.at), s.id");
    text
}

fn count_text<DB>(seen: &Seen, now: Millis) -> QueryBuilder<DB>
where
    DB: Database,
    String: Type<DB> + for<'v> Encode<'v, DB>,
    i64: Type<DB> + for<'v> Encode<'v, DB>,
{
    let mut text = QueryBuilder::new("select count(*), count(case when m.due_at < ");
    text.push_bind(now.0)
        .push(" then 1 end) from missed_items m where m.closed_at is null and (m.owner_id is null or ");
    text.push("m.owner_id = ").push_bind(seen.me.as_str().to_owned()).push(")");
    push_scope(&mut text, seen, false, false);
    text
}

fn sees_text<DB>(seen: &Seen, item: &MissedId, unowned: bool) -> QueryBuilder<DB>
where
    DB: Database,
    String: Type<DB> + for<'v> Encode<'v, DB>,
{
    let mut text = QueryBuilder::new("select m.id from missed_items m where m.id = ");
    text.push_bind(item.as_str().to_owned());
    push_scope(&mut text, seen, true, unowned);
    text
}

//! The tables of what members hand over, and of everything that they own.

use super::{Answer, Fault, On, each, statements};
use domain::handover::{Got, HandOver, Kind, Plan, State};
use domain::ids::{HandOverId, StaffId};
use domain::names;
use domain::staff::StaffRef;
use domain::times::Millis;

statements! {
    COUNT_CUSTOMERS = "select count(*) from customers where owner_id = $1 and deleted_at is null";
    COUNT_COMPANIES = "select count(*) from companies where owner_id = $1 and deleted_at is null";
    COUNT_DEALS = "select count(*) from deals where owner_id = $1 and deleted_at is null";
    COUNT_TASKS = "select count(*) from tasks where owner_id = $1 and done_at is null";
    COUNT_MISSED = "select count(*) from missed_items where owner_id = $1 and closed_at is null";
    COUNT_VIEWS = "select count(*) from saved_views where owner_id = $1 and shared";
    NEXT_CUSTOMERS = "select id, name from customers where owner_id = $1 and deleted_at is null \
                      order by name_fold, id limit $2";
    NEXT_COMPANIES = "select id, name from companies where owner_id = $1 and deleted_at is null \
                      order by name_fold, id limit $2";
    NEXT_DEALS = "select id, title from deals where owner_id = $1 and deleted_at is null order by closes, id limit $2";
    NEXT_TASKS = "select id, title from tasks where owner_id = $1 and done_at is null order by due_at, id limit $2";
    NEXT_MISSED = "select id, number from missed_items where owner_id = $1 and closed_at is null \
                   order by due_at, id limit $2";
    NEXT_VIEWS = "select id, name from saved_views where owner_id = $1 and shared order by id limit $2";
    GIVE_CUSTOMER = "update customers set owner_id = $2, version = version + 1, updated_at = $4 \
                     where id = $1 and owner_id = $3";
    GIVE_COMPANY = "update companies set owner_id = $2, version = version + 1, updated_at = $4 \
                    where id = $1 and owner_id = $3";
    GIVE_DEAL = "update deals set owner_id = $2, version = version + 1, updated_at = $4 where id = $1 and owner_id = $3";
    GIVE_TASK = "update tasks set owner_id = $2 where id = $1 and owner_id = $3 and done_at is null";
    GIVE_VIEW = "update saved_views set owner_id = $2, updated_at = $4 where id = $1 and owner_id = $3 and shared";
    CLOSED_SINCE = "select count(*) from deals d join stages g on g.id = d.stage_id \
                    where d.id = $1 and g.kind <> 'open' and d.moved_at > $2";
    VIEW_IN_THE_WAY = "select v.name from saved_views v join saved_views o on o.owner_id = $2 and o.list = v.list \
                       and o.name_fold = v.name_fold and o.id <> v.id \
                       where v.id = $1 and v.shared and v.owner_id = $3";
    RENAME_VIEW = "update saved_views set name = $2, name_fold = $3 where id = $1";
    INSERT = "insert into hand_overs (id, from_id, by_id, at, plan, state) values ($1, $2, $3, $4, $5, 'going')";
    BY_ID = "select h.id, h.from_id, f.name as from_name, h.by_id, s.name as by_name, h.at, h.plan, h.state \
             from hand_overs h join staff f on f.id = h.from_id join staff s on s.id = h.by_id where h.id = $1";
    WHOSE = "select from_id from hand_overs where id = $1";
    OTHERS_GOING = "select count(*) from hand_overs where from_id = $1 and id <> $2 and state in ('going', 'undoing')";
    OF_MEMBER = "select h.id, h.from_id, f.name as from_name, h.by_id, s.name as by_name, h.at, h.plan, h.state \
                 from hand_overs h join staff f on f.id = h.from_id join staff s on s.id = h.by_id \
                 where h.from_id = $1 order by h.at desc, h.id desc limit 20";
    STATE = "update hand_overs set state = $2, ended_at = $3 where id = $1";
    RECORD = "insert into hand_over_records (hand_over_id, place, kind, record_id, to_id) values ($1, $2, $3, $4, $5)";
    PLACES = "select coalesce(max(place) + 1, 0) from hand_over_records where hand_over_id = $1";
    HANDED = "select place, kind, record_id, to_id from hand_over_records where hand_over_id = $1 and not undone \
              order by place limit $2";
    UNDONE = "update hand_over_records set undone = true where hand_over_id = $1 and place = $2";
    GOT = "select r.kind, r.to_id, s.name, count(*) as records from hand_over_records r join staff s on s.id = r.to_id \
           where r.hand_over_id = $1 and not r.undone group by r.kind, r.to_id, s.name order by r.kind, s.name";
}

/// How many a member owns, which of them come first, and how one is given to another; missed calls are given by
/// [`crate::missed::hand_on`].
fn texts(kind: Kind) -> (&'static str, &'static str, Option<&'static str>) {
    match kind {
        Kind::Customers => (COUNT_CUSTOMERS, NEXT_CUSTOMERS, Some(GIVE_CUSTOMER)),
        Kind::Companies => (COUNT_COMPANIES, NEXT_COMPANIES, Some(GIVE_COMPANY)),
        Kind::Deals => (COUNT_DEALS, NEXT_DEALS, Some(GIVE_DEAL)),
        Kind::Tasks => (COUNT_TASKS, NEXT_TASKS, Some(GIVE_TASK)),
        Kind::Missed => (COUNT_MISSED, NEXT_MISSED, None),
        Kind::Views => (COUNT_VIEWS, NEXT_VIEWS, Some(GIVE_VIEW)),
    }
}

/// How much of a kind a member owns.
pub(crate) async fn count(db: On<'_>, kind: Kind, owner: &StaffId) -> Answer<i64> {
    let (text, ..) = texts(kind);
    Ok(each!(db, link => sqlx::query_scalar(text).bind(owner.as_str()).fetch_one(link).await)?)
}

/// The first records of a kind that a member owns: their ids and what they are called.
pub(crate) async fn next(db: On<'_>, kind: Kind, owner: &StaffId, limit: i64) -> Answer<Vec<(String, String)>> {
    let (_, text, _) = texts(kind);
    Ok(each!(db, link => sqlx::query_as(text).bind(owner.as_str()).bind(limit).fetch_all(link).await)?)
}

/// Gives a record to another; `false` when it is no longer whose it was, or nothing to hand over any more: a task that
/// was done, a view that nobody else has.
pub(crate) async fn give(
    db: On<'_>,
    (kind, id): (Kind, &str),
    from: &StaffId,
    to: &StaffId,
    at: Millis,
) -> Answer<bool> {
    let (_, _, Some(text)) = texts(kind) else { return Ok(false) };
    let rows = each!(db, link => {
        let query = sqlx::query(text).bind(id).bind(to.as_str()).bind(from.as_str());
        let query = if kind == Kind::Tasks { query } else { query.bind(at.0) };
        query.execute(link).await.map(|done| done.rows_affected())
    })?;
    Ok(rows > 0)
}

/// Whether a deal was won or lost after a moment.
pub(crate) async fn closed_since(db: On<'_>, deal: &str, since: Millis) -> Answer<bool> {
    let closed = each!(db, link => sqlx::query_scalar::<_, i64>(CLOSED_SINCE)
        .bind(deal).bind(since.0).fetch_one(link).await)?;
    Ok(closed > 0)
}

/// Calls a shared view of a member's otherwise where whoever gets it has another of its name.
pub(crate) async fn make_way(mut db: On<'_>, view: &str, from: &StaffId, to: &StaffId) -> Answer<()> {
    let name: Option<String> = each!(&mut db, link => sqlx::query_scalar(VIEW_IN_THE_WAY)
        .bind(view).bind(to.as_str()).bind(from.as_str()).fetch_optional(&mut **link).await)?;
    let Some(name) = name else { return Ok(()) };
    let begins: String = name.chars().take(50).collect();
    let own: String = view.chars().skip(view.chars().count().saturating_sub(6)).collect();
    let name = format!("{begins} · {own}");
    each!(db, link => sqlx::query(RENAME_VIEW)
        .bind(view).bind(&name).bind(names::fold(&name)).execute(link).await.map(drop))?;
    Ok(())
}

/// A hand-over as stored.
pub(crate) struct Stored {
    pub(crate) from: StaffRef,
    pub(crate) plan: Plan,
    pub(crate) shown: HandOver,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    from_id: String,
    from_name: String,
    by_id: String,
    by_name: String,
    at: i64,
    plan: String,
    state: String,
}

impl Row {
    fn stored(self) -> Answer<Stored> {
        let shown = HandOver {
            id: HandOverId::new(self.id),
            at: Millis(self.at),
            by: StaffRef { id: StaffId::new(self.by_id), name: self.by_name },
            state: State::from_stored(&self.state).ok_or(Fault::Stored("hand-over"))?,
            left: 0,
            got: Vec::new(),
        };
        let plan = serde_json::from_str(&self.plan).map_err(|_| Fault::Stored("hand-over"))?;
        Ok(Stored { from: StaffRef { id: StaffId::new(self.from_id), name: self.from_name }, plan, shown })
    }
}

#[derive(sqlx::FromRow)]
struct GotRow {
    kind: String,
    to_id: String,
    name: String,
    records: i64,
}

/// A record that was handed over: its place, and to whom.
#[derive(sqlx::FromRow)]
pub(crate) struct Handed {
    pub(crate) place: i64,
    kind: String,
    pub(crate) record_id: String,
    to_id: String,
}

impl Handed {
    pub(crate) fn kind(&self) -> Answer<Kind> {
        Kind::from_stored(&self.kind).ok_or(Fault::Stored("hand-over"))
    }

    pub(crate) fn to(&self) -> StaffId {
        StaffId::new(self.to_id.clone())
    }
}

/// A new hand-over.
pub(crate) async fn insert(
    db: On<'_>,
    id: &HandOverId,
    from: &StaffId,
    by: &StaffId,
    plan: &Plan,
    at: Millis,
) -> Answer<()> {
    let plan = serde_json::to_string(plan).map_err(|_| Fault::Stored("hand-over"))?;
    each!(db, link => sqlx::query(INSERT)
        .bind(id.as_str()).bind(from.as_str()).bind(by.as_str()).bind(at.0).bind(plan).execute(link).await.map(drop))?;
    Ok(())
}

/// Who hands over.
pub(crate) async fn whose(db: On<'_>, id: &HandOverId) -> Answer<Option<StaffId>> {
    let id: Option<String> = each!(db, link => sqlx::query_scalar(WHOSE).bind(id.as_str()).fetch_optional(link).await)?;
    Ok(id.map(StaffId::new))
}

/// Whether another hand-over of a member goes on than this one.
pub(crate) async fn another_goes_on(db: On<'_>, member: &StaffId, than: Option<&HandOverId>) -> Answer<bool> {
    let than = than.map_or("", HandOverId::as_str);
    let others = each!(db, link => sqlx::query_scalar::<_, i64>(OTHERS_GOING)
        .bind(member.as_str()).bind(than).fetch_one(link).await)?;
    Ok(others > 0)
}

/// One hand-over, with who has got what.
pub(crate) async fn by_id(mut db: On<'_>, id: &HandOverId) -> Answer<Option<Stored>> {
    let row: Option<Row> =
        each!(&mut db, link => sqlx::query_as(BY_ID).bind(id.as_str()).fetch_optional(&mut **link).await)?;
    match row {
        Some(row) => filled(db, row).await.map(Some),
        None => Ok(None),
    }
}

/// A member's hand-overs, latest first.
pub(crate) async fn of_member(mut db: On<'_>, member: &StaffId) -> Answer<Vec<Stored>> {
    let rows: Vec<Row> =
        each!(&mut db, link => sqlx::query_as(OF_MEMBER).bind(member.as_str()).fetch_all(&mut **link).await)?;
    let mut all = Vec::with_capacity(rows.len());
    for row in rows {
        all.push(filled(db.again(), row).await?);
    }
    Ok(all)
}

async fn filled(mut db: On<'_>, row: Row) -> Answer<Stored> {
    let mut stored = row.stored()?;
    let rows: Vec<GotRow> = each!(&mut db, link => sqlx::query_as(GOT)
        .bind(stored.shown.id.as_str()).fetch_all(&mut **link).await)?;
    for GotRow { kind, to_id, name, records } in rows {
        let kind = Kind::from_stored(&kind).ok_or(Fault::Stored("hand-over"))?;
        stored.shown.got.push(Got { kind, to: StaffRef { id: StaffId::new(to_id), name }, records });
    }
    stored.shown.got.sort_by_key(|got| Kind::ALL.iter().position(|kind| *kind == got.kind));
    Ok(stored)
}

/// How far a hand-over is.
pub(crate) async fn set_state(db: On<'_>, id: &HandOverId, state: State, ended: Option<Millis>) -> Answer<()> {
    each!(db, link => sqlx::query(STATE)
        .bind(id.as_str()).bind(state.as_str()).bind(ended.map(|at| at.0)).execute(link).await.map(drop))?;
    Ok(())
}

/// How many records were handed over, those that were taken back too.
pub(crate) async fn places(db: On<'_>, id: &HandOverId) -> Answer<i64> {
    Ok(each!(db, link => sqlx::query_scalar(PLACES).bind(id.as_str()).fetch_one(link).await)?)
}

/// A record was handed over.
pub(crate) async fn record(
    db: On<'_>,
    id: &HandOverId,
    place: i64,
    (kind, record): (Kind, &str),
    to: &StaffId,
) -> Answer<()> {
    each!(db, link => sqlx::query(RECORD)
        .bind(id.as_str()).bind(place).bind(kind.as_str()).bind(record).bind(to.as_str())
        .execute(link).await.map(drop))?;
    Ok(())
}

/// The first records of a hand-over that were not taken back.
pub(crate) async fn handed(db: On<'_>, id: &HandOverId, limit: i64) -> Answer<Vec<Handed>> {
    Ok(each!(db, link => sqlx::query_as(HANDED).bind(id.as_str()).bind(limit).fetch_all(link).await)?)
}

/// A record was taken back, or was no longer to be had.
pub(crate) async fn undone(db: On<'_>, id: &HandOverId, place: i64) -> Answer<()> {
    each!(db, link => sqlx::query(UNDONE).bind(id.as_str()).bind(place).execute(link).await.map(drop))?;
    Ok(())
}

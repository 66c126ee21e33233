//! The table of deals, and of what happened to them.

pub(super) mod events;
mod list;

pub(crate) use events::{add_event, events};
pub(crate) use list::{Place, page, totals};

use super::customers::member;
use super::pipelines::stage;
use super::within::within;
use super::{Answer, On, custom, each, statements};
use domain::companies::CompanyRef;
use domain::custom::{Entity, Values};
use domain::customers::CustomerRef;
use domain::deals::{Deal, DealDraft};
use domain::ids::{CompanyId, CustomerId, DealId, LostReasonId, PipelineId, StaffId, StageId};
use domain::names;
use domain::pipelines::{LostReason, PipelineRef};
use domain::rights::Extent;
use domain::times::Millis;

/// Where nobody has said when a deal should be won: last in order.
pub(super) const UNKNOWN: i64 = i64::MAX;

/// Everything that is read of a deal, which is `c` in every text; lists read its tags, too.
macro_rules! deals {
    ($rest:literal) => {
        deals!("cast(null as text)", $rest)
    };
    ($tags:literal, $rest:literal) => {
        concat!(
            "select ",
            $tags,
            " as tags, c.id, c.version, c.title, c.title_fold, c.customer_id, k.name as customer_name, c.company_id, ",
            "m.name as company_name, c.amount, c.closes, c.owner_id, o.name as owner_name, c.pipeline_id, ",
            "p.name as pipeline_name, c.stage_id, g.name as stage_name, g.kind, g.probability, c.lost_reason_id, ",
            "r.name as reason_name, c.moved_at, c.created_at, c.updated_at, c.last_activity_at ",
            "from deals c join pipelines p on p.id = c.pipeline_id join stages g on g.id = c.stage_id ",
            "left join customers k on k.id = c.customer_id and k.deleted_at is null ",
            "left join companies m on m.id = c.company_id and m.deleted_at is null ",
            "left join staff o on o.id = c.owner_id left join lost_reasons r on r.id = c.lost_reason_id ",
            "where c.deleted_at is null ",
            $rest
        )
    };
}

/// All deals with their tags; what follows says which.
const TAGGED_DEALS: &str = deals!(
    "(select string_agg(t.name, ', ' order by t.name_fold) from tagged x join tags t on t.id = x.tag_id \
     where x.record_id = c.id and x.kind = 'deal')",
    ""
);

statements! {
    BY_ID = deals!("and c.id = $1");
    OF_CUSTOMER =
        concat!(deals!("and c.customer_id = $1 and "), within!("c.owner_id", "$3", "$4"), " order by c.moved_at desc, c.id desc limit $2");
    OF_COMPANY =
        concat!(deals!("and c.company_id = $1 and "), within!("c.owner_id", "$3", "$4"), " order by c.moved_at desc, c.id desc limit $2");
    OPEN_OF = concat!(
        deals!("and g.kind = 'open' and c.customer_id in ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) and "),
        within!("c.owner_id", "$11", "$12"),
        " order by c.moved_at desc, c.id desc limit 30"
    );
    OPEN_OF_COMPANIES = concat!(
        deals!("and g.kind = 'open' and c.company_id in ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) and "),
        within!("c.owner_id", "$11", "$12"),
        " order by c.moved_at desc, c.id desc limit 30"
    );
    SOME = concat!(deals!("and c.id in ($1, $2, $3, $4, $5, $6, $7, $8) and "), within!("c.owner_id", "$9", "$10"));
    CLOSING_OF = deals!("and g.kind = 'open' and c.owner_id = $1 and c.closes < $2 order by c.closes, c.id limit $3");
    IDLE_OF = deals!("and g.kind = 'open' and c.owner_id = $1 and c.closes >= $2 \
                      and not exists (select 1 from tasks t where t.deal_id = c.id and t.done_at is null) \
                      and not exists (select 1 from tasks t where t.customer_id = c.customer_id and t.done_at is null) \
                      order by c.closes, c.id limit $3");
    WON_SINCE = "select count(*), cast(coalesce(sum(c.amount), 0) as bigint) from deals c \
                 join stages g on g.id = c.stage_id where c.deleted_at is null and g.kind = 'won' \
                 and c.owner_id = $1 and c.moved_at >= $2";
    INSERT = "insert into deals (id, version, title, title_fold, customer_id, company_id, amount, closes, owner_id, \
              pipeline_id, stage_id, lost_reason_id, moved_at, last_activity_at, created_at, updated_at) \
              values ($1, 1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12, $12, $12)";
    // A customer who is deleted is shown nowhere, so nobody has taken them off the deal: they may come back.
    UPDATE = "update deals set version = version + 1, title = $2, title_fold = $3, company_id = $5, customer_id = \
              coalesce($4, (select k.id from customers k where k.id = deals.customer_id and k.deleted_at is not null)), \
              amount = $6, closes = $7, owner_id = $8, pipeline_id = $9, \
              moved_at = case when stage_id = $10 then moved_at else $12 end, stage_id = $10, lost_reason_id = $11, \
              updated_at = $12, last_activity_at = $12 where id = $1 and version = $13 and deleted_at is null";
    DELETE = "update deals set deleted_at = $2, version = version + 1 where id = $1 and deleted_at is null";
    BRING_BACK = "update deals set deleted_at = null, version = version + 1 \
                  where id = $1 and version = $2 and deleted_at is not null";
    SET_ACTIVE = "update deals set last_activity_at = $2 where id = $1";
    TOUCH = "update deals set last_activity_at = $2 where id = $1 and last_activity_at < $2";
    OF_COMPANY_LEFT = "select count(*) from (select 1 from deals where company_id = $1 and deleted_at is null limit 1) as one";
    OPEN_DAYS = concat!(
        "select c.closes, g.probability, cast(sum(c.amount) as bigint) as amount from deals c ",
        "join stages g on g.id = c.stage_id where c.deleted_at is null and g.kind = 'open' ",
        "and ($1 = '' or c.pipeline_id = $1) and ($2 = '' or c.owner_id = $2) and ",
        within!("c.owner_id", "$3", "$4"),
        " group by c.closes, g.probability"
    );
    WON_DAYS = concat!(
        "select min(c.moved_at) as at, cast(sum(c.amount) as bigint) as amount from deals c ",
        "join stages g on g.id = c.stage_id where c.deleted_at is null and g.kind = 'won' and c.moved_at >= $5 ",
        "and ($1 = '' or c.pipeline_id = $1) and ($2 = '' or c.owner_id = $2) and ",
        within!("c.owner_id", "$3", "$4"),
        " group by (c.moved_at + 25200000) / 86400000"
    );
}

/// A deal as stored.
#[derive(sqlx::FromRow)]
pub(crate) struct Row {
    id: String,
    version: i64,
    title: String,
    title_fold: String,
    customer_id: Option<String>,
    customer_name: Option<String>,
    company_id: Option<String>,
    company_name: Option<String>,
    amount: i64,
    closes: i64,
    owner_id: Option<String>,
    owner_name: Option<String>,
    pipeline_id: String,
    pipeline_name: String,
    stage_id: String,
    stage_name: String,
    kind: String,
    probability: i64,
    lost_reason_id: Option<String>,
    reason_name: Option<String>,
    moved_at: i64,
    created_at: i64,
    updated_at: i64,
    last_activity_at: i64,
    tags: Option<String>,
}

impl Row {
    /// As it is shown, without what the installation's own fields say.
    pub(crate) fn deal(self) -> Answer<Deal> {
        let customer = self.customer_id.zip(self.customer_name);
        let company = self.company_id.zip(self.company_name);
        let reason = self.lost_reason_id.zip(self.reason_name);
        Ok(Deal {
            id: DealId::new(self.id),
            version: self.version,
            title: self.title,
            customer: customer.map(|(id, name)| CustomerRef { id: CustomerId::new(id), name }),
            company: company.map(|(id, name)| CompanyRef { id: CompanyId::new(id), name }),
            amount: self.amount,
            close_on: known(self.closes),
            owner: member(self.owner_id, self.owner_name),
            pipeline: PipelineRef { id: PipelineId::new(self.pipeline_id), name: self.pipeline_name },
            stage: stage(&self.stage_id, &self.stage_name, &self.kind, self.probability)?,
            lost_reason: reason.map(|(id, name)| LostReason { id: LostReasonId::new(id), name }),
            moved_at: Millis(self.moved_at),
            created_at: Millis(self.created_at),
            updated_at: Millis(self.updated_at),
            last_activity_at: Millis(self.last_activity_at),
            custom: Values::default(),
            tags: self.tags,
        })
    }
}

fn known(closes: i64) -> Option<Millis> {
    (closes != UNKNOWN).then_some(Millis(closes))
}

/// What is written of a deal beside its form: what its names and its stage come to.
pub(crate) struct Placed<'a> {
    pub(crate) draft: &'a DealDraft,
    pub(crate) company: Option<&'a CompanyId>,
    pub(crate) pipeline: &'a PipelineId,
    pub(crate) stage: &'a StageId,
    pub(crate) lost_reason: Option<&'a LostReasonId>,
}

/// Binds what both texts have in common, in the order of their numbers.
macro_rules! bind_placed {
    ($text:expr, $id:expr, $placed:expr, $at:expr) => {
        sqlx::query($text)
            .bind($id.as_str())
            .bind(&$placed.draft.title)
            .bind(names::fold(&$placed.draft.title))
            .bind($placed.draft.customer.as_ref().map(CustomerId::as_str))
            .bind($placed.company.map(CompanyId::as_str))
            .bind($placed.draft.amount)
            .bind($placed.draft.close_on.map_or(UNKNOWN, |on| on.0))
            .bind($placed.draft.owner.as_ref().map(StaffId::as_str))
            .bind($placed.pipeline.as_str())
            .bind($placed.stage.as_str())
            .bind($placed.lost_reason.map(LostReasonId::as_str))
            .bind($at.0)
    };
}

/// A deal, whole.
pub(crate) async fn by_id(mut db: On<'_>, id: &DealId) -> Answer<Option<Deal>> {
    let row: Option<Row> =
        each!(&mut db, link => sqlx::query_as(BY_ID).bind(id.as_str()).fetch_optional(&mut **link).await)?;
    let Some(row) = row else { return Ok(None) };
    let custom = custom::of_record(db, Entity::Deal, id.as_str()).await?;
    Ok(Some(Deal { custom, ..row.deal()? }))
}

/// A customer's deals, those that moved last first.
pub(crate) async fn of_customer(db: On<'_>, id: &CustomerId, seen: &Extent, limit: i64) -> Answer<Vec<Deal>> {
    let rows: Vec<Row> = each!(db, link => sqlx::query_as(OF_CUSTOMER)
        .bind(id.as_str()).bind(limit).bind(seen.reach.as_str()).bind(seen.me.as_str()).fetch_all(link).await)?;
    rows.into_iter().map(Row::deal).collect()
}

/// A company's deals, those that moved last first.
pub(crate) async fn of_company(db: On<'_>, id: &CompanyId, seen: &Extent, limit: i64) -> Answer<Vec<Deal>> {
    let rows: Vec<Row> = each!(db, link => sqlx::query_as(OF_COMPANY)
        .bind(id.as_str()).bind(limit).bind(seen.reach.as_str()).bind(seen.me.as_str()).fetch_all(link).await)?;
    rows.into_iter().map(Row::deal).collect()
}

/// Open deals with at most ten customers, those that moved last first; at most thirty.
pub(crate) async fn open_of(db: On<'_>, of: [&str; 10], seen: &Extent) -> Answer<Vec<Deal>> {
    let rows: Vec<Row> = each!(db, link => {
        let query = of.iter().fold(sqlx::query_as(OPEN_OF), |query, id| query.bind(*id));
        query.bind(seen.reach.as_str()).bind(seen.me.as_str()).fetch_all(link).await
    })?;
    rows.into_iter().map(Row::deal).collect()
}

/// Open deals with at most ten companies, those that moved last first; at most thirty.
pub(crate) async fn open_of_companies(db: On<'_>, of: [&str; 10], seen: &Extent) -> Answer<Vec<Deal>> {
    let rows: Vec<Row> = each!(db, link => {
        let query = of.iter().fold(sqlx::query_as(OPEN_OF_COMPANIES), |query, id| query.bind(*id));
        query.bind(seen.reach.as_str()).bind(seen.me.as_str()).fetch_all(link).await
    })?;
    rows.into_iter().map(Row::deal).collect()
}

/// Those deals of at most eight that are still there and that one sees.
pub(crate) async fn some(db: On<'_>, of: [&str; 8], seen: &Extent) -> Answer<Vec<Deal>> {
    let rows: Vec<Row> = each!(db, link => {
        let query = of.iter().fold(sqlx::query_as(SOME), |query, id| query.bind(*id));
        query.bind(seen.reach.as_str()).bind(seen.me.as_str()).fetch_all(link).await
    })?;
    rows.into_iter().map(Row::deal).collect()
}

/// A member's open deals that should be won before a moment, soonest first.
pub(crate) async fn closing(db: On<'_>, owner: &StaffId, before: Millis, limit: i64) -> Answer<Vec<Deal>> {
    of_owner(db, CLOSING_OF, owner, before, limit).await
}

/// A member's open deals that should be won at that moment or later, for which nothing is to be done, neither for their
/// customer.
pub(crate) async fn idle(db: On<'_>, owner: &StaffId, from: Millis, limit: i64) -> Answer<Vec<Deal>> {
    of_owner(db, IDLE_OF, owner, from, limit).await
}

async fn of_owner(db: On<'_>, text: &'static str, owner: &StaffId, at: Millis, limit: i64) -> Answer<Vec<Deal>> {
    let rows: Vec<Row> = each!(db, link => sqlx::query_as(text)
        .bind(owner.as_str()).bind(at.0).bind(limit).fetch_all(link).await)?;
    rows.into_iter().map(Row::deal).collect()
}

/// How many of a member's deals were won since a moment, and what they come to.
pub(crate) async fn won_since(db: On<'_>, owner: &StaffId, since: Millis) -> Answer<(i64, i64)> {
    Ok(each!(db, link => sqlx::query_as(WON_SINCE).bind(owner.as_str()).bind(since.0).fetch_one(link).await)?)
}

/// A new deal.
pub(crate) async fn insert(db: On<'_>, id: &DealId, placed: &Placed<'_>, at: Millis) -> Answer<()> {
    each!(db, link => bind_placed!(INSERT, id, placed, at).execute(link).await.map(drop))?;
    Ok(())
}

/// Saves what was changed, unless somebody saved since `version`: then `false`.
pub(crate) async fn update(db: On<'_>, id: &DealId, version: i64, placed: &Placed<'_>, at: Millis) -> Answer<bool> {
    let rows = each!(db, link => bind_placed!(UPDATE, id, placed, at)
        .bind(version).execute(link).await.map(|done| done.rows_affected()))?;
    Ok(rows == 1)
}

/// Hides a deal; `false` when there is none.
pub(crate) async fn delete(db: On<'_>, id: &DealId, at: Millis) -> Answer<bool> {
    let rows = each!(db, link => sqlx::query(DELETE)
        .bind(id.as_str()).bind(at.0).execute(link).await.map(|done| done.rows_affected()))?;
    Ok(rows == 1)
}

/// When something last happened with a deal, whatever was said before.
pub(crate) async fn set_active(db: On<'_>, id: &DealId, at: Millis) -> Answer<()> {
    each!(db, link => sqlx::query(SET_ACTIVE).bind(id.as_str()).bind(at.0).execute(link).await.map(drop))?;
    Ok(())
}

/// Shows a hidden deal again, unless it has changed since `version`: then `false`.
pub(crate) async fn bring_back(db: On<'_>, id: &DealId, version: i64) -> Answer<bool> {
    let rows = each!(db, link => sqlx::query(BRING_BACK)
        .bind(id.as_str()).bind(version).execute(link).await.map(|done| done.rows_affected()))?;
    Ok(rows == 1)
}

/// Whether a deal is with a company.
pub(crate) async fn any_with(db: On<'_>, company: &CompanyId) -> Answer<bool> {
    let some = each!(db, link => sqlx::query_scalar::<_, i64>(OF_COMPANY_LEFT)
        .bind(company.as_str()).fetch_one(link).await)?;
    Ok(some > 0)
}

/// Something happened with a deal; an earlier time changes nothing.
pub(crate) async fn touch(db: On<'_>, id: &DealId, at: Millis) -> Answer<()> {
    each!(db, link => sqlx::query(TOUCH).bind(id.as_str()).bind(at.0).execute(link).await.map(drop))?;
    Ok(())
}

/// What is open: when it should be won, how many of a hundred are, what it comes to.
pub(crate) async fn open_days(
    db: On<'_>,
    seen: &Extent,
    pipeline: &str,
    owner: &str,
) -> Answer<Vec<(Option<Millis>, u8, i64)>> {
    let rows: Vec<(i64, i64, i64)> = each!(db, link => sqlx::query_as(OPEN_DAYS)
        .bind(pipeline).bind(owner).bind(seen.reach.as_str()).bind(seen.me.as_str()).fetch_all(link).await)?;
    let day = |(closes, probability, amount)| (known(closes), u8::try_from(probability).unwrap_or(0), amount);
    Ok(rows.into_iter().map(day).collect())
}

/// What was won since a moment, day by day.
pub(crate) async fn won_days(
    db: On<'_>,
    seen: &Extent,
    pipeline: &str,
    owner: &str,
    since: Millis,
) -> Answer<Vec<(Millis, i64)>> {
    let rows: Vec<(i64, i64)> = each!(db, link => sqlx::query_as(WON_DAYS)
        .bind(pipeline).bind(owner).bind(seen.reach.as_str()).bind(seen.me.as_str()).bind(since.0).fetch_all(link).await)?;
    Ok(rows.into_iter().map(|(at, amount)| (Millis(at), amount)).collect())
}

//! Lists on their way into files: customers, companies, deals, as their lists show them.

use crate::permit::May;
use crate::{Backend, audit, companies, custom, customers, db, deals, listing, numbers};
use domain::access::{Action, Actor};
use domain::companies::CompanyRow;
use domain::custom::{CustomField, Entity};
use domain::customers::{CustomerQuery, CustomerRow};
use domain::deals::{Deal, DealQuery};
use domain::paging::{Cursor, Page};
use domain::problem::Problem;
use domain::rights::{Deed, Records};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::future::Future;

/// Rows brought together: few enough to be held by many at once.
const BATCH: usize = 1_000;

/// A list that can be taken home.
pub trait Listed: Serialize + Send + Sync + 'static {
    /// A line of it.
    type Row: Serialize + DeserializeOwned + Send + 'static;
    /// What it lists.
    const OF: Records;
    /// The same, where fields of one's own are defined for it.
    const ENTITY: Entity;
    /// Who may.
    const MAY: Action;
    /// Begins where a page ended; from the first line without.
    fn begin_at(&mut self, after: Option<Cursor>);
    /// How many lines all its pages have.
    fn count(&self, b: &Backend, who: &Actor) -> impl Future<Output = Result<i64, Problem>> + Send;
    /// A page of so many lines, as a list fills them in.
    fn page(
        &self,
        b: &Backend,
        who: &Actor,
        size: usize,
    ) -> impl Future<Output = Result<Page<Self::Row>, Problem>> + Send;
}

/// People.
#[derive(Clone, Debug, Serialize)]
#[serde(transparent)]
pub struct Customers(pub CustomerQuery);

/// Where they work.
#[derive(Clone, Debug, Serialize)]
#[serde(transparent)]
pub struct Companies(pub CustomerQuery);

/// What they may buy.
#[derive(Clone, Debug, Serialize)]
#[serde(transparent)]
pub struct Deals(pub DealQuery);

/// The lines of a list, a batch at a time.
#[derive(Debug)]
pub struct Export<L> {
    b: Backend,
    who: Actor,
    id: String,
    list: L,
    is_over: bool,
    /// How many lines there were when it began.
    pub total: i64,
    /// The installation's own fields, each a column of the file.
    pub fields: Vec<CustomField>,
    told: usize,
}

/// Begins to take a list home. That it was begun is written down, and how it ended.
///
/// # Errors
/// [`Problem::Forbidden`] for whom nobody has allowed it.
pub async fn export<L: Listed>(b: &Backend, who: &Actor, mut list: L) -> Result<Export<L>, Problem> {
    who.may(L::MAY)?;
    list.begin_at(None);
    let total = list.count(b, who).await?;
    let fields = custom::of(b.read().await?.on(), L::ENTITY).await?;
    let (id, told) = (b.new_id(), json!({ "list": list, "rows": total }));
    let export = Export { b: b.clone(), who: who.clone(), id, list, is_over: false, total, fields, told: 0 };
    export.note("begun", told).await?;
    Ok(export)
}

impl<L: Listed> Export<L> {
    /// Under which name it is written down.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The next lines, in order; none at the end. The database is let go in between.
    ///
    /// # Errors
    /// [`Problem::Unavailable`] only.
    pub async fn next(&mut self) -> Result<Vec<L::Row>, Problem> {
        if self.is_over {
            return Ok(Vec::new());
        }
        let page = self.list.page(&self.b, &self.who, BATCH).await?;
        self.is_over = page.next.is_none();
        self.list.begin_at(page.next);
        self.told += page.rows.len();
        numbers::shown(&self.b, &self.who, page.rows)
    }

    /// Writes down how many lines went out, and whether that was all of them.
    ///
    /// # Errors
    /// [`Problem::Unavailable`] only.
    pub async fn end(self, whole: bool) -> Result<(), Problem> {
        self.note("ended", json!({ "rows": self.told, "whole": whole })).await
    }

    async fn note(&self, how: &str, details: Value) -> Result<(), Problem> {
        let action = format!("{}.export_{how}", L::OF.as_str());
        let mut tx = self.b.write().await?;
        audit::note(&self.b, &mut tx, Some(&self.who), &action, format!("export:{}", self.id), details).await?;
        Ok(tx.commit().await?)
    }
}

impl Listed for Customers {
    type Row = CustomerRow;
    const OF: Records = Records::Customers;
    const ENTITY: Entity = Entity::Customer;
    const MAY: Action = Action::ExportCustomers;

    fn begin_at(&mut self, after: Option<Cursor>) {
        self.0.after = after;
    }

    async fn count(&self, b: &Backend, who: &Actor) -> Result<i64, Problem> {
        listing::count::<db::customer_list::Row>(b, who, &who.extent(Self::OF, Deed::Export), &self.0).await
    }

    async fn page(&self, b: &Backend, who: &Actor, size: usize) -> Result<Page<CustomerRow>, Problem> {
        let seen = who.extent(Self::OF, Deed::Export);
        let mut page = listing::page_of(b, who, &seen, &self.0, size, db::customer_list::Row::shown).await?;
        customers::fill(b, &mut page.rows).await?;
        Ok(page)
    }
}

impl Listed for Companies {
    type Row = CompanyRow;
    const OF: Records = Records::Companies;
    const ENTITY: Entity = Entity::Company;
    const MAY: Action = Action::ExportCompanies;

    fn begin_at(&mut self, after: Option<Cursor>) {
        self.0.after = after;
    }

    async fn count(&self, b: &Backend, who: &Actor) -> Result<i64, Problem> {
        listing::count::<db::company_list::Row>(b, who, &who.extent(Self::OF, Deed::Export), &self.0).await
    }

    async fn page(&self, b: &Backend, who: &Actor, size: usize) -> Result<Page<CompanyRow>, Problem> {
        let seen = who.extent(Self::OF, Deed::Export);
        let mut page = listing::page_of(b, who, &seen, &self.0, size, db::company_list::Row::shown).await?;
        companies::fill(b, &mut page.rows).await?;
        Ok(page)
    }
}

impl Listed for Deals {
    type Row = Deal;
    const OF: Records = Records::Deals;
    const ENTITY: Entity = Entity::Deal;
    const MAY: Action = Action::ExportDeals;

    fn begin_at(&mut self, after: Option<Cursor>) {
        self.0.after = after;
    }

    async fn count(&self, b: &Backend, who: &Actor) -> Result<i64, Problem> {
        deals::count(b, who, &who.extent(Self::OF, Deed::Export), &self.0).await
    }

    async fn page(&self, b: &Backend, who: &Actor, size: usize) -> Result<Page<Deal>, Problem> {
        let seen = who.extent(Self::OF, Deed::Export);
        let mut read = b.read().await?;
        let mut page = deals::page(b, &mut read, who, &seen, &self.0, size).await?;
        deals::fill(&mut read, &mut page.rows).await?;
        Ok(page)
    }
}

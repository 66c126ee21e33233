//! The list of customers on its way into a file.

use crate::db::customer_list::Row;
use crate::permit::May;
use crate::{Backend, audit, custom, listing, numbers};
use domain::access::{Action, Actor};
use domain::custom::{CustomField, Entity};
use domain::customers::{CustomerQuery, CustomerRow};
use domain::problem::Problem;
use domain::rights::{Deed, Records};
use serde_json::json;

/// Rows brought together: few enough to be held by many at once.
const BATCH: usize = 1_000;

/// The customers of a list, a batch at a time.
#[derive(Debug)]
pub struct Export {
    b: Backend,
    who: Actor,
    id: String,
    query: CustomerQuery,
    is_over: bool,
    /// How many customers there were when it began.
    pub total: i64,
    /// The installation's own fields, each a column of the file.
    pub fields: Vec<CustomField>,
    told: usize,
}

/// Begins to take the customers of a list home. That it was begun is written down, and how it ended.
///
/// # Errors
/// [`Problem::Forbidden`] for agents.
pub async fn export(b: &Backend, who: &Actor, query: &CustomerQuery) -> Result<Export, Problem> {
    who.may(Action::ExportCustomers)?;
    let query = CustomerQuery { after: None, ..query.clone() };
    let total = listing::count::<Row>(b, who, &who.extent(Records::Customers, Deed::Export), &query).await?;
    let fields = custom::of(b.read().await?.on(), Entity::Customer).await?;
    let (id, told) = (b.new_id(), json!({ "list": query, "rows": total }));
    let export = Export { b: b.clone(), who: who.clone(), id, query, is_over: false, total, fields, told: 0 };
    export.note("customers.export_begun", told).await?;
    Ok(export)
}

impl Export {
    /// Under which name it is written down.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The next customers, in order; none at the end. The database is let go in between.
    ///
    /// # Errors
    /// [`Problem::Unavailable`] only.
    pub async fn next(&mut self) -> Result<Vec<CustomerRow>, Problem> {
        if self.is_over {
            return Ok(Vec::new());
        }
        let seen = self.who.extent(Records::Customers, Deed::Export);
        let mut page = listing::page_of(&self.b, &self.who, &seen, &self.query, BATCH, Row::shown).await?;
        super::fill(&self.b, &mut page.rows).await?;
        self.is_over = page.next.is_none();
        self.query.after = page.next;
        self.told += page.rows.len();
        numbers::shown(&self.b, &self.who, page.rows)
    }

    /// Writes down how many customers went out, and whether that was all of them.
    ///
    /// # Errors
    /// [`Problem::Unavailable`] only.
    pub async fn end(self, whole: bool) -> Result<(), Problem> {
        self.note("customers.export_ended", json!({ "rows": self.told, "whole": whole })).await
    }

    async fn note(&self, action: &str, details: serde_json::Value) -> Result<(), Problem> {
        let mut tx = self.b.write().await?;
        audit::note(&self.b, &mut tx, Some(&self.who), action, format!("export:{}", self.id), details).await?;
        Ok(tx.commit().await?)
    }
}

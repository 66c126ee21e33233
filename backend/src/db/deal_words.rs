//! The words deals are found by, wherever somebody looks for anything.

use super::found_by::DEALS;
use super::listing::{Listed, Order, Table};
use super::{Answer, On, each, statements};
use domain::ids::DealId;
use domain::lists::List;

statements! {
    UNSETTLED = "select id, title from deals where id > $1 and words = '' and deleted_at is null order by id limit 1000";
}

/// A deal that was found, and its place.
#[derive(sqlx::FromRow)]
pub(crate) struct Row {
    id: String,
    name_fold: String,
    last_activity_at: i64,
}

impl Listed for Row {
    const TABLE: Table = Table {
        list: List::Deals,
        of: DEALS,
        tagged: "deal",
        by_name: false,
        names: "c.title as name, c.title_fold as name_fold",
        own: "",
        looked_up: "",
        joins: "",
    };

    fn order(&self) -> Order<'_> {
        Order { id: &self.id, name_fold: &self.name_fold, last_activity_at: self.last_activity_at }
    }
}

impl Row {
    /// Which.
    pub(crate) fn id(self) -> DealId {
        DealId::new(self.id)
    }
}

/// Deals from before they were found by words, after an id; some of them, with their titles.
pub(crate) async fn unsettled(db: On<'_>, after: &str) -> Answer<Vec<(String, String)>> {
    Ok(each!(db, link => sqlx::query_as(UNSETTLED).bind(after).fetch_all(link).await)?)
}

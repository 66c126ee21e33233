//! The list of customers.

use super::customers::member;
use super::found_by::CUSTOMERS;
use super::listing::{Listed, Order, Table};
use domain::custom::Values;
use domain::customers::{CustomerRef, CustomerRow};
use domain::ids::{CompanyId, CustomerId};
use domain::lists::List;
use domain::phone::Number;
use domain::times::Millis;

/// A line of the list and its place.
#[derive(sqlx::FromRow)]
pub(crate) struct Row {
    id: String,
    version: i64,
    name: String,
    name_fold: String,
    company: Option<String>,
    company_id: Option<String>,
    email: Option<String>,
    address: Option<String>,
    tags: Option<String>,
    owner_id: Option<String>,
    owner_name: Option<String>,
    created_at: i64,
    last_activity_at: i64,
    number: Option<String>,
    do_not_call: Option<bool>,
}

impl Listed for Row {
    const TABLE: Table = Table {
        list: List::Customers,
        of: CUSTOMERS,
        tagged: "customer",
        by_name: true,
        names: "c.name, c.name_fold",
        own: ", c.version, c.email, c.address, c.created_at, c.company, c.company_id",
        looked_up: ", p.number, p.do_not_call, (select string_agg(t.name, ', ' order by t.name_fold) from tagged g join tags t on t.id = g.tag_id \
                    where g.record_id = c.id and g.kind = 'customer') as tags",
        joins: " left join customer_phones p on p.customer_id = c.id and p.is_primary",
    };

    fn order(&self) -> Order<'_> {
        Order { id: &self.id, name_fold: &self.name_fold, last_activity_at: self.last_activity_at }
    }
}

impl Row {
    /// As other records name them.
    pub(crate) fn named(self) -> CustomerRef {
        CustomerRef { id: CustomerId::new(self.id), name: self.name }
    }

    /// As the list shows it.
    pub(crate) fn shown(self) -> CustomerRow {
        CustomerRow {
            id: CustomerId::new(self.id),
            version: self.version,
            name: self.name,
            company: self.company,
            company_id: self.company_id.map(CompanyId::new),
            phone: self.number.map(Number::from_stored),
            do_not_call: self.do_not_call.unwrap_or_default(),
            email: self.email,
            address: self.address,
            tags: self.tags,
            owner: member(self.owner_id, self.owner_name),
            created_at: Millis(self.created_at),
            last_activity_at: Millis(self.last_activity_at),
            custom: Values::default(),
        }
    }
}

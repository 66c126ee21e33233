//! The list of companies.

use super::customers::member;
use super::found_by::COMPANIES;
use super::listing::{Listed, Order, Table};
use domain::companies::CompanyRow;
use domain::custom::Values;
use domain::ids::CompanyId;
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
    email: Option<String>,
    address: Option<String>,
    tags: Option<String>,
    owner_id: Option<String>,
    owner_name: Option<String>,
    created_at: i64,
    last_activity_at: i64,
    number: Option<String>,
    do_not_call: Option<bool>,
    people: i64,
}

impl Listed for Row {
    const TABLE: Table = Table {
        list: List::Companies,
        of: COMPANIES,
        tagged: "company",
        by_name: true,
        names: "c.name, c.name_fold",
        own: ", c.version, c.email, c.address, c.created_at",
        looked_up: ", p.number, p.do_not_call, (select string_agg(t.name, ', ' order by t.name_fold) from tagged g join tags t on t.id = g.tag_id \
                    where g.record_id = c.id and g.kind = 'company') as tags, \
                    (select count(*) from customers k where k.company_id = c.id and k.deleted_at is null) as people",
        joins: " left join company_phones p on p.company_id = c.id and p.is_primary",
    };

    fn order(&self) -> Order<'_> {
        Order { id: &self.id, name_fold: &self.name_fold, last_activity_at: self.last_activity_at }
    }
}

impl Row {
    /// As the list shows it.
    pub(crate) fn shown(self) -> CompanyRow {
        CompanyRow {
            id: CompanyId::new(self.id),
            version: self.version,
            name: self.name,
            phone: self.number.map(Number::from_stored),
            do_not_call: self.do_not_call.unwrap_or_default(),
            people: u32::try_from(self.people).unwrap_or(u32::MAX),
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

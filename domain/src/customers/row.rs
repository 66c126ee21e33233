//! Customers as their list shows them.

use super::Customer;
use crate::custom::Values;
use crate::ids::{CompanyId, CustomerId};
use crate::phone::Number;
use crate::staff::StaffRef;
use crate::times::Millis;
use serde::{Deserialize, Serialize};

/// A line of the customer list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomerRow {
    /// Whom.
    pub id: CustomerId,
    /// Grows with every save; a change in the list must name the one it started from.
    pub version: i64,
    /// Full name.
    pub name: String,
    /// The name of the company they work for.
    pub company: Option<String>,
    /// That company.
    #[serde(default)]
    pub company_id: Option<CompanyId>,
    /// The primary number.
    pub phone: Option<Number>,
    /// Whether the primary number must not be called.
    pub do_not_call: bool,
    /// Email address.
    pub email: Option<String>,
    /// Postal address.
    pub address: Option<String>,
    /// The names of the tags, as they are read.
    pub tags: Option<String>,
    /// Who is responsible.
    pub owner: Option<StaffRef>,
    /// When the record was made.
    pub created_at: Millis,
    /// Last call, note or save.
    pub last_activity_at: Millis,
    /// What the installation's own fields say.
    #[serde(default)]
    pub custom: Values,
}

impl CustomerRow {
    /// The line once the customer was saved; tags are no part of a save.
    #[must_use]
    pub fn renewed(&self, saved: &Customer) -> Self {
        let phone = saved.phones.iter().find(|phone| phone.primary);
        Self {
            id: saved.id.clone(),
            version: saved.version,
            name: saved.name.clone(),
            company: saved.company.clone(),
            company_id: saved.company_id.clone(),
            phone: phone.map(|phone| phone.number.clone()),
            do_not_call: phone.is_some_and(|phone| phone.do_not_call),
            email: saved.email.clone(),
            address: saved.address.clone(),
            tags: self.tags.clone(),
            owner: saved.owner.clone(),
            created_at: saved.created_at,
            last_activity_at: saved.last_activity_at,
            custom: saved.custom.clone(),
        }
    }
}

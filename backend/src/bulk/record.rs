//! A record of a list, of whichever kind it is.

use crate::db::bulk_changes::Changed;
use crate::db::{self, Tx};
use crate::permit::reaches;
use crate::{Backend, companies, customers, deals};
use domain::access::Actor;
use domain::cells::{Cell, Celled};
use domain::companies::{Company, CompanyForm};
use domain::custom::Value;
use domain::customers::{Customer, CustomerDraft, CustomerForm};
use domain::deals::{Deal, DealDraft, DealForm};
use domain::ids::{CompanyId, CustomFieldId, CustomerId, DealId, TagId};
use domain::lists::List;
use domain::problem::Problem;
use domain::rights::{Deed, Records};
use domain::tags::Subject;
use domain::times::Millis;
use serde::{Deserialize, Serialize};

/// A customer, a company or a deal.
pub(super) enum Record {
    Customer(Box<Customer>),
    Company(Box<Company>),
    Deal(Box<Deal>),
}

/// What a record was before it was changed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Before {
    /// What stood in a cell; with it, of two companies of one name, which.
    Cell { value: String, company: Option<CompanyId>, active_at: Millis },
    /// What a field of the installation said.
    Custom { value: Option<Value>, active_at: Millis },
    /// Which tags it had, and which it has since.
    Tags { was: Vec<TagId>, is: Vec<TagId> },
    /// It was in its list.
    Shown,
}

impl Before {
    /// Whether this stood there.
    pub(super) fn is(&self, wanted: &str) -> bool {
        matches!(self, Self::Cell { value, .. } if value == wanted.trim())
    }
}

impl Record {
    /// The record of an id; none when it is hidden.
    pub(super) async fn get(tx: &mut Tx, list: List, id: &str) -> Result<Option<Self>, Problem> {
        Ok(match list {
            List::Customers => {
                db::customers::by_id(tx.on(), &CustomerId::new(id)).await?.map(Box::new).map(Self::Customer)
            }
            List::Companies => {
                db::companies::by_id(tx.on(), &CompanyId::new(id)).await?.map(Box::new).map(Self::Company)
            }
            List::Deals => db::deals::by_id(tx.on(), &DealId::new(id)).await?.map(Box::new).map(Self::Deal),
            List::Calls => None,
        })
    }

    pub(super) fn name(&self) -> &str {
        match self {
            Self::Customer(customer) => &customer.name,
            Self::Company(company) => &company.name,
            Self::Deal(deal) => &deal.title,
        }
    }

    pub(super) fn version(&self) -> i64 {
        match self {
            Self::Customer(customer) => customer.version,
            Self::Company(company) => company.version,
            Self::Deal(deal) => deal.version,
        }
    }

    pub(super) fn subject(&self) -> Subject {
        match self {
            Self::Customer(customer) => Subject::Customer(customer.id.clone()),
            Self::Company(company) => Subject::Company(company.id.clone()),
            Self::Deal(deal) => Subject::Deal(deal.id.clone()),
        }
    }

    /// Goes on when a member may do this to it.
    pub(super) async fn is_reached(&self, tx: &mut Tx, who: &Actor, deed: Deed) -> Result<(), Problem> {
        let (records, owner) = match self {
            Self::Customer(one) => (Records::Customers, one.owner.as_ref()),
            Self::Company(one) => (Records::Companies, one.owner.as_ref()),
            Self::Deal(one) => (Records::Deals, one.owner.as_ref()),
        };
        reaches(tx, who, records, deed, owner).await
    }

    /// What stands in a cell; none for a cell that it does not have.
    pub(super) fn before(&self, cell: Cell) -> Option<Before> {
        let (value, company, active_at) = match self {
            Self::Customer(one) => {
                (CustomerForm::from(&**one).cell(cell), one.company_id.clone(), one.last_activity_at)
            }
            Self::Company(one) => (CompanyForm::from(&**one).cell(cell), None, one.last_activity_at),
            Self::Deal(one) => (DealForm::from(&**one).cell(cell), None, one.last_activity_at),
        };
        Some(Before::Cell { value: value?, company, active_at })
    }

    /// Fills a cell in, as far as a member may.
    pub(super) async fn set(
        &self,
        b: &Backend,
        tx: &mut Tx,
        who: &Actor,
        cell: Cell,
        value: &str,
    ) -> Result<(), Problem> {
        match self {
            Self::Customer(one) => customers::change(b, tx, who, one, &customers::with_cell(one, cell, value)?).await,
            Self::Company(one) => companies::change(b, tx, who, one, &companies::with_cell(one, cell, value)?).await,
            Self::Deal(one) => deals::change(b, tx, who, one, &deals::with_cell(one, cell, value)?).await,
        }
    }

    /// Fills in what stood in a cell. Whoever could change it may take that back, whoever leads its owner now.
    pub(super) async fn restore(
        &self,
        b: &Backend,
        tx: &mut Tx,
        who: &Actor,
        (cell, value): (Cell, &str),
        company: Option<&CompanyId>,
    ) -> Result<(), Problem> {
        match self {
            Self::Customer(one) => {
                let draft = customers::with_cell(one, cell, value)?;
                let still = match company {
                    Some(id) => db::companies::by_id(tx.on(), id).await?.map(|company| company.id),
                    None => None,
                };
                let company = match still {
                    Some(id) => Some(id),
                    None => companies::of_name(b, tx, draft.company.as_deref(), draft.owner.as_ref()).await?,
                };
                customers::store(b, tx, who, (one, company.as_ref()), &draft).await
            }
            Self::Company(one) => companies::store(b, tx, who, one, &companies::with_cell(one, cell, value)?).await,
            Self::Deal(one) => deals::store(b, tx, who, one, &deals::with_cell(one, cell, value)?).await,
        }
    }

    /// What a field of the installation says.
    pub(super) fn custom(&self, field: &CustomFieldId) -> Option<Value> {
        let values = match self {
            Self::Customer(one) => &one.custom,
            Self::Company(one) => &one.custom,
            Self::Deal(one) => &one.custom,
        };
        values.get(field).cloned()
    }

    /// When something last happened with it.
    pub(super) fn was_active_at(&self) -> Millis {
        match self {
            Self::Customer(one) => one.last_activity_at,
            Self::Company(one) => one.last_activity_at,
            Self::Deal(one) => one.last_activity_at,
        }
    }

    /// Fills a field of the installation in, as far as a member may.
    pub(super) async fn set_custom(
        &self,
        b: &Backend,
        tx: &mut Tx,
        who: &Actor,
        field: &CustomFieldId,
        value: Option<Value>,
    ) -> Result<(), Problem> {
        match self {
            Self::Customer(one) => {
                let mut draft = CustomerDraft::from(&**one);
                draft.custom.set(field.clone(), value);
                customers::store(b, tx, who, (one, one.company_id.as_ref()), &draft).await
            }
            Self::Company(one) => {
                let mut draft = companies::with_cell(one, Cell::Name, &one.name)?;
                draft.custom.set(field.clone(), value);
                companies::store(b, tx, who, one, &draft).await
            }
            Self::Deal(one) => {
                let mut draft = DealDraft::from(&**one);
                draft.custom.set(field.clone(), value);
                deals::store(b, tx, who, one, &draft).await
            }
        }
    }

    /// Hides it, as far as a member may.
    pub(super) async fn hide(&self, b: &Backend, tx: &mut Tx, who: &Actor) -> Result<(), Problem> {
        match self {
            Self::Customer(one) => customers::hide(b, tx, who, one).await,
            Self::Company(one) => companies::hide(b, tx, who, one).await,
            Self::Deal(one) => deals::hide(b, tx, who, one).await,
        }
    }

    /// When something last happened with it: nothing did, once it is what it was.
    pub(super) async fn active_at(&self, tx: &mut Tx, at: Millis) -> Result<(), Problem> {
        let on = tx.on();
        match self {
            Self::Customer(one) => db::customers::set_active(on, &one.id, at).await?,
            Self::Company(one) => db::companies::set_active(on, &one.id, at).await?,
            Self::Deal(one) => db::deals::set_active(on, &one.id, at).await?,
        }
        Ok(())
    }
}

/// Shows a record again that was hidden; `false` when somebody has changed it since.
pub(super) async fn bring_back(
    b: &Backend,
    tx: &mut Tx,
    who: &Actor,
    list: List,
    changed: &Changed,
) -> Result<bool, Problem> {
    let (id, version) = (changed.record.as_str(), changed.version);
    match list {
        List::Customers => customers::bring_back(b, tx, who, &CustomerId::new(id), version).await?,
        List::Companies => companies::bring_back(b, tx, who, &CompanyId::new(id), version).await?,
        List::Deals => deals::bring_back(b, tx, who, &DealId::new(id), version).await?,
        List::Calls => return Err(Problem::NotFound),
    }
    Ok(true)
}

//! Customers that go out of every list, and come back.

use super::store;
use crate::db::{self, Tx};
use crate::listing::words;
use crate::permit::reaches;
use crate::{Backend, audit, companies};
use domain::access::Actor;
use domain::customers::{Customer, CustomerDraft};
use domain::ids::CustomerId;
use domain::problem::Problem;
use domain::rights::{Deed, Records};
use serde_json::json;

/// Hides a customer, as far as a member may.
pub(crate) async fn hide(b: &Backend, tx: &mut Tx, who: &Actor, customer: &Customer) -> Result<(), Problem> {
    reaches(tx, who, Records::Customers, Deed::Delete, customer.owner.as_ref()).await?;
    if !db::customers::delete(tx.on(), &customer.id, b.now()).await? {
        return Err(Problem::NotFound);
    }
    db::customers::set_words(tx.on(), &customer.id, &[]).await?;
    db::duplicates::forget(tx.on(), &customer.id).await?;
    let details = json!({ "name": customer.name });
    audit::note(b, tx, Some(who), "customer.deleted", format!("customer:{}", customer.id), details).await
}

/// Shows a customer again who was hidden, and at `version` then.
pub(crate) async fn bring_back(
    b: &Backend,
    tx: &mut Tx,
    who: &Actor,
    id: &CustomerId,
    version: i64,
) -> Result<(), Problem> {
    if !db::customers::bring_back(tx.on(), id, version).await? {
        return Err(Problem::NotFound);
    }
    let customer = db::customers::by_id(tx.on(), id).await?.ok_or(Problem::NotFound)?;
    let works_for = match &customer.company_id {
        Some(company) => db::companies::by_id(tx.on(), company).await?,
        None => None,
    };
    if customer.company_id.is_some() && works_for.is_none() {
        // Their company went after them.
        let draft = CustomerDraft::from(&customer);
        let company = companies::of_name(b, tx, draft.company.as_deref(), draft.owner.as_ref()).await?;
        store(b, tx, who, (&customer, company.as_ref()), &draft).await?;
    } else {
        let words = words(
            &customer.name,
            customer.company.as_deref(),
            &customer.custom,
            customer.phones.iter().map(|phone| &phone.number),
        );
        db::customers::set_words(tx.on(), id, &words).await?;
    }
    let details = json!({ "name": customer.name });
    audit::note(b, tx, Some(who), "customer.restored", format!("customer:{id}"), details).await
}

//! The command palette: people, companies, deals and numbers by what somebody types, all with one question.

use crate::db::{self, Read};
use crate::listing::{self, first};
use crate::permit::May;
use crate::{Backend, companies, customers, db::palette as table, numbers};
use domain::access::{Action, Actor};
use domain::companies::CompanyRow;
use domain::customers::CustomerRow;
use domain::ids::DealId;
use domain::palette::{self, Found, Hit, NumberFound, OFFERED, RECENT};
use domain::phone::Number;
use domain::problem::Problem;
use domain::rights::{Deed, Records};
use domain::tags::Subject;

/// What a text finds: the first few records of each kind, and whose number it is.
///
/// # Errors
/// [`Problem::Forbidden`] for whoever may not see customers; [`Problem::Throttled`] for too many whole numbers. Kinds that
/// one may not see are empty.
pub async fn search(b: &Backend, who: &Actor, text: &str) -> Result<Found, Problem> {
    who.may(Action::SeeCustomers)?;
    let text = palette::sought(text);
    if text.is_empty() {
        return Ok(Found::default());
    }
    numbers::typed(b, who, &text).await?;
    listing::allowed(b, who, &text).await?;
    let (customers, companies, titled, number) =
        tokio::try_join!(people(b, who, &text), places(b, who, &text), titled(b, who, &text), number(b, who, &text))?;
    let mut deals = titled;
    if who.may(Action::SeeDeals).is_ok() && deals.len() < OFFERED {
        with_whom(b, who, &customers, &companies, &mut deals).await?;
    }
    Ok(Found { customers, companies, deals, number })
}

/// Those records of these that are still there and that one may see, in the same order.
///
/// # Errors
/// As [`search`].
pub async fn recent(b: &Backend, who: &Actor, opened: &[Subject]) -> Result<Vec<Hit>, Problem> {
    who.may(Action::SeeCustomers)?;
    let opened = opened.get(..RECENT).unwrap_or(opened);
    let ids = |kind: &str| -> table::Ids<'_> {
        let mut of = opened.iter().filter(|subject| subject.kind() == kind).map(Subject::id);
        std::array::from_fn(|_| of.next().unwrap_or_default())
    };
    let mut read = b.read().await?;
    let mut hits = table::customers(read.on(), ids("customer"), &who.extent(Records::Customers, Deed::See)).await?;
    if who.may(Action::SeeCompanies).is_ok() {
        hits.extend(table::companies(read.on(), ids("company"), &who.extent(Records::Companies, Deed::See)).await?);
    }
    if who.may(Action::SeeDeals).is_ok() {
        hits.extend(
            db::deals::some(read.on(), ids("deal"), &who.extent(Records::Deals, Deed::See))
                .await?
                .into_iter()
                .map(Hit::from),
        );
    }
    hits.sort_by_key(|hit| opened.iter().position(|subject| *subject == hit.subject()));
    Ok(hits)
}

async fn people(b: &Backend, who: &Actor, text: &str) -> Result<Vec<Hit>, Problem> {
    let seen = who.extent(Records::Customers, Deed::See);
    let rows = first(&mut b.read().await?, &seen, text, OFFERED).await?;
    Ok(rows.into_iter().map(db::customer_list::Row::shown).map(|row: CustomerRow| row.into()).collect())
}

async fn places(b: &Backend, who: &Actor, text: &str) -> Result<Vec<Hit>, Problem> {
    if who.may(Action::SeeCompanies).is_err() {
        return Ok(Vec::new());
    }
    let seen = who.extent(Records::Companies, Deed::See);
    let rows = first(&mut b.read().await?, &seen, text, OFFERED).await?;
    Ok(rows.into_iter().map(db::company_list::Row::shown).map(|row: CompanyRow| row.into()).collect())
}

/// Deals by their titles.
async fn titled(b: &Backend, who: &Actor, text: &str) -> Result<Vec<Hit>, Problem> {
    if who.may(Action::SeeDeals).is_err() {
        return Ok(Vec::new());
    }
    let mut read = b.read().await?;
    let seen = who.extent(Records::Deals, Deed::See);
    let found: Vec<DealId> =
        first(&mut read, &seen, text, OFFERED).await?.into_iter().map(db::deal_words::Row::id).collect();
    let ids = std::array::from_fn(|place| found.get(place).map_or("", DealId::as_str));
    let mut deals = db::deals::some(read.on(), ids, &seen).await?;
    deals.sort_by_key(|deal| found.iter().position(|id| *id == deal.id));
    Ok(deals.into_iter().map(Hit::from).collect())
}

/// Adds open deals with whom was found.
async fn with_whom(
    b: &Backend,
    who: &Actor,
    customers: &[Hit],
    companies: &[Hit],
    deals: &mut Vec<Hit>,
) -> Result<(), Problem> {
    if customers.is_empty() && companies.is_empty() {
        return Ok(());
    }
    let subjects: [Vec<Subject>; 2] = [customers, companies].map(|hits| hits.iter().map(Hit::subject).collect());
    let [people, places] = subjects.each_ref().map(|of| std::array::from_fn(|at| of.get(at).map_or("", Subject::id)));
    let mut read: Read = b.read().await?;
    let seen = who.extent(Records::Deals, Deed::See);
    let mut theirs = db::deals::open_of(read.on(), people, &seen).await?;
    theirs.extend(db::deals::open_of_companies(read.on(), places, &seen).await?);
    for deal in theirs.into_iter().map(Hit::from) {
        if deals.len() < OFFERED && !deals.contains(&deal) {
            deals.push(deal);
        }
    }
    Ok(())
}

/// The number that the text is, for whoever may dial it.
async fn number(b: &Backend, who: &Actor, text: &str) -> Result<Option<NumberFound>, Problem> {
    let typed: Option<Number> = palette::typed_number(text).filter(|_| who.may(Action::UseTelephone).is_ok());
    let Some(number) = typed else { return Ok(None) };
    let mut read = b.read().await?;
    let customers = customers::holders(&mut read, who, &number).await?;
    let companies = companies::holders(&mut read, who, &number).await?;
    Ok(Some(NumberFound {
        number,
        customers: customers.iter().map(db::customers::Holder::named).collect(),
        companies: companies.iter().map(db::companies::Holder::named).collect(),
    }))
}

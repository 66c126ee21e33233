//! A few records by their ids, as the command palette shows them.

use super::within::within;
use super::{Answer, On, each, statements};
use domain::ids::{CompanyId, CustomerId};
use domain::palette::{Hit, RECENT};
use domain::phone::Number;
use domain::rights::Extent;

statements! {
    CUSTOMERS = concat!(
        "select c.id, c.name, c.company, p.number from customers c ",
        "left join customer_phones p on p.customer_id = c.id and p.is_primary ",
        "where c.id in ($1, $2, $3, $4, $5, $6, $7, $8) and c.deleted_at is null and ",
        within!("c.owner_id", "$9", "$10")
    );
    COMPANIES = concat!(
        "select c.id, c.name, p.number from companies c ",
        "left join company_phones p on p.company_id = c.id and p.is_primary ",
        "where c.id in ($1, $2, $3, $4, $5, $6, $7, $8) and c.deleted_at is null and ",
        within!("c.owner_id", "$9", "$10")
    );
}

/// Ids of records; empty where there are fewer.
pub(crate) type Ids<'a> = [&'a str; RECENT];

/// Those people of these who are still there and whom one sees.
pub(crate) async fn customers(db: On<'_>, of: Ids<'_>, seen: &Extent) -> Answer<Vec<Hit>> {
    let rows: Vec<(String, String, Option<String>, Option<String>)> = each!(db, link => {
        let query = of.iter().fold(sqlx::query_as(CUSTOMERS), |query, id| query.bind(*id));
        query.bind(seen.reach.as_str()).bind(seen.me.as_str()).fetch_all(link).await
    })?;
    let hit = |(id, name, company, number): (String, String, Option<String>, Option<String>)| Hit::Customer {
        id: CustomerId::new(id),
        name,
        company,
        phone: number.map(Number::from_stored),
    };
    Ok(rows.into_iter().map(hit).collect())
}

/// Those companies of these that are still there and that one sees.
pub(crate) async fn companies(db: On<'_>, of: Ids<'_>, seen: &Extent) -> Answer<Vec<Hit>> {
    let rows: Vec<(String, String, Option<String>)> = each!(db, link => {
        let query = of.iter().fold(sqlx::query_as(COMPANIES), |query, id| query.bind(*id));
        query.bind(seen.reach.as_str()).bind(seen.me.as_str()).fetch_all(link).await
    })?;
    let hit = |(id, name, number): (String, String, Option<String>)| Hit::Company {
        id: CompanyId::new(id),
        name,
        phone: number.map(Number::from_stored),
    };
    Ok(rows.into_iter().map(hit).collect())
}

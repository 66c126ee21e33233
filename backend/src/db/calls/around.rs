//! The calls around a record: a customer's, a company's, a deal's.

use super::{Row, lines};
use crate::db::within::within;
use crate::db::{Answer, On, each, statements};
use domain::rights::Extent;
use domain::tags::Subject;

statements! {
    OF_CUSTOMER = lines!("where c.deleted_at is null and c.customer_id = $1 and (c.started_at, c.id) < ($2, $3) \
                          order by c.started_at desc, c.id desc limit $4");
    OF_COMPANY = concat!(
        lines!("where c.id in (select x.id from calls x join customers y on y.id = x.customer_id "),
        "where y.company_id = $1 and y.deleted_at is null and x.deleted_at is null and ",
        within!("y.owner_id", "$5", "$6"),
        " and (x.started_at, x.id) < ($2, $3) union select x.id from calls x where x.deleted_at is null ",
        "and x.number in (select number from company_phones where company_id = $1) ",
        "and (x.started_at, x.id) < ($2, $3)) order by c.started_at desc, c.id desc limit $4"
    );
    OF_DEAL = lines!("where c.deleted_at is null and c.customer_id = (select customer_id from deals where id = $1) \
                      and c.started_at >= (select created_at from deals where id = $1) \
                      and (c.started_at, c.id) < ($2, $3) order by c.started_at desc, c.id desc limit $4");
}

/// Everybody's calls with a customer, with a company and whom one sees of who works there, or about a deal, before a
/// moment and id, newest first.
pub(crate) async fn of_subject(
    db: On<'_>,
    of: &Subject,
    people: &Extent,
    before: (i64, &str),
    limit: i64,
) -> Answer<Vec<Row>> {
    Ok(each!(db, link => match of {
        Subject::Customer(id) => sqlx::query_as(OF_CUSTOMER)
            .bind(id.as_str()).bind(before.0).bind(before.1).bind(limit).fetch_all(link).await,
        Subject::Company(id) => sqlx::query_as(OF_COMPANY)
            .bind(id.as_str()).bind(before.0).bind(before.1).bind(limit)
            .bind(people.reach.as_str()).bind(people.me.as_str()).fetch_all(link).await,
        Subject::Deal(id) => sqlx::query_as(OF_DEAL)
            .bind(id.as_str()).bind(before.0).bind(before.1).bind(limit).fetch_all(link).await,
    })?)
}

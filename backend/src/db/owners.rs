//! Whose a record is, and nothing else of it.

use super::customers::member;
use super::{Answer, On, each, statements};
use domain::staff::StaffRef;
use domain::tags::Subject;

statements! {
    OF_CUSTOMER = "select c.owner_id, s.name from customers c left join staff s on s.id = c.owner_id \
                   where c.id = $1 and c.deleted_at is null";
    OF_COMPANY = "select c.owner_id, s.name from companies c left join staff s on s.id = c.owner_id \
                  where c.id = $1 and c.deleted_at is null";
    OF_DEAL = "select c.owner_id, s.name from deals c left join staff s on s.id = c.owner_id \
               where c.id = $1 and c.deleted_at is null";
}

/// Whose it is, which may be nobody's; `None` without the record.
pub(crate) async fn of(db: On<'_>, subject: &Subject) -> Answer<Option<Option<StaffRef>>> {
    let text = match subject {
        Subject::Customer(_) => OF_CUSTOMER,
        Subject::Company(_) => OF_COMPANY,
        Subject::Deal(_) => OF_DEAL,
    };
    let row: Option<(Option<String>, Option<String>)> =
        each!(db, link => sqlx::query_as(text).bind(subject.id()).fetch_optional(link).await)?;
    Ok(row.map(|(id, name)| member(id, name)))
}

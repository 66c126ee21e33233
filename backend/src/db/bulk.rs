//! Many rows at a time: for demonstrations and measurements, in the order in which foreign keys want them.

use super::{Answer, Tx, customers, each};
use domain::customers::Phone;
use domain::ids::{CustomerId, StaffId};
use domain::times::Millis;
use sqlx::QueryBuilder;

/// Values bound to one statement; SQLite takes 32,766.
pub(super) const VALUES: usize = 30_000;

/// A customer's own columns.
pub(crate) struct Customer<'a> {
    pub(crate) id: &'a CustomerId,
    pub(crate) name: &'a str,
    pub(crate) words: &'a [String],
    pub(crate) email: Option<&'a str>,
    pub(crate) company: Option<&'a str>,
    pub(crate) address: Option<&'a str>,
    pub(crate) note: Option<&'a str>,
    pub(crate) owner: Option<&'a StaffId>,
    /// When they were made, saved and last dealt with.
    pub(crate) at: Millis,
}

/// Adds customers.
pub(crate) async fn insert_customers(tx: &mut Tx, rows: &[Customer<'_>]) -> Answer<()> {
    const TEXT: &str = "insert into customers (id, version, name, name_fold, words, email, company, address, note, \
                        owner_id, last_activity_at, created_at, updated_at) ";
    for rows in rows.chunks(VALUES / 13) {
        each!(tx.on(), link => QueryBuilder::new(TEXT)
            .push_values(rows, |mut row, one| {
                row.push_bind(one.id.as_str())
                    .push_bind(1_i64)
                    .push_bind(one.name)
                    .push_bind(domain::names::fold(one.name))
                    .push_bind(customers::joined(one.words))
                    .push_bind(one.email)
                    .push_bind(one.company)
                    .push_bind(one.address)
                    .push_bind(one.note)
                    .push_bind(one.owner.map(StaffId::as_str))
                    .push_bind(one.at.0)
                    .push_bind(one.at.0)
                    .push_bind(one.at.0);
            })
            .build().persistent(false).execute(link).await.map(drop))?;
    }
    Ok(())
}

/// Adds numbers.
pub(crate) async fn insert_phones(tx: &mut Tx, rows: &[(&CustomerId, i64, &Phone)]) -> Answer<()> {
    for rows in rows.chunks(VALUES / 8) {
        customers::insert_phones(tx.on(), rows).await?;
    }
    Ok(())
}

/// Adds words.
pub(crate) async fn insert_words(tx: &mut Tx, rows: &[(&CustomerId, &str)]) -> Answer<()> {
    for rows in rows.chunks(VALUES / 2) {
        customers::insert_words(tx.on(), rows).await?;
    }
    Ok(())
}

//! Many rows at a time: for demonstrations and measurements, in the order in which foreign keys want them.

use super::found_by::{self, Kind};
use super::{Answer, Tx, each};
use domain::customers::Phone;
use domain::ids::{CompanyId, CustomerId, StaffId};
use domain::times::Millis;
use sqlx::QueryBuilder;

/// Values bound to one statement; SQLite takes 32,766.
pub(super) const VALUES: usize = 30_000;
/// Values of a statement that adds rows: few enough to be read by the database once and kept for the next rows.
const ADDED: usize = 2_000;

/// Rows of so many columns that are added together.
pub(super) const fn together(columns: usize) -> usize {
    ADDED / columns
}

/// A customer's own columns.
pub(crate) struct Customer<'a> {
    pub(crate) id: &'a CustomerId,
    pub(crate) name: &'a str,
    pub(crate) words: &'a [String],
    pub(crate) email: Option<&'a str>,
    pub(crate) company: Option<(&'a CompanyId, &'a str)>,
    pub(crate) address: Option<&'a str>,
    pub(crate) note: Option<&'a str>,
    pub(crate) owner: Option<&'a StaffId>,
    /// When they were made, saved and last dealt with.
    pub(crate) at: Millis,
}

/// Adds customers.
pub(crate) async fn insert_customers(tx: &mut Tx, rows: &[Customer<'_>]) -> Answer<()> {
    const TEXT: &str = "insert into customers (id, version, name, name_fold, words, email, company, company_id, address, \
                        note, owner_id, last_activity_at, created_at, updated_at) ";
    for rows in rows.chunks(together(14)) {
        each!(tx.on(), link => QueryBuilder::new(TEXT)
            .push_values(rows, |mut row, one| {
                row.push_bind(one.id.as_str())
                    .push_bind(1_i64)
                    .push_bind(one.name)
                    .push_bind(domain::names::fold(one.name))
                    .push_bind(found_by::joined(one.words))
                    .push_bind(one.email)
                    .push_bind(one.company.map(|(_, name)| name))
                    .push_bind(one.company.map(|(id, _)| id.as_str()))
                    .push_bind(one.address)
                    .push_bind(one.note)
                    .push_bind(one.owner.map(StaffId::as_str))
                    .push_bind(one.at.0)
                    .push_bind(one.at.0)
                    .push_bind(one.at.0);
            })
            .build().persistent(rows.len() == together(14)).execute(link).await.map(drop))?;
    }
    Ok(())
}

/// A company's own columns; of what else there is to say of one nothing is said.
pub(crate) struct Company<'a> {
    pub(crate) id: &'a CompanyId,
    pub(crate) name: &'a str,
    pub(crate) words: &'a [String],
    pub(crate) tax_code: Option<&'a str>,
    pub(crate) website: Option<&'a str>,
    pub(crate) address: Option<&'a str>,
    pub(crate) owner: Option<&'a StaffId>,
    /// When it was made, saved and last dealt with.
    pub(crate) at: Millis,
}

/// Adds companies.
pub(crate) async fn insert_companies(tx: &mut Tx, rows: &[Company<'_>]) -> Answer<()> {
    const TEXT: &str = "insert into companies (id, version, name, name_key, name_fold, words, tax_code, website, \
                        address, owner_id, last_activity_at, created_at, updated_at) ";
    for rows in rows.chunks(together(13)) {
        each!(tx.on(), link => QueryBuilder::new(TEXT)
            .push_values(rows, |mut row, one| {
                row.push_bind(one.id.as_str())
                    .push_bind(1_i64)
                    .push_bind(one.name)
                    .push_bind(domain::companies::key(one.name))
                    .push_bind(domain::names::fold(one.name))
                    .push_bind(found_by::joined(one.words))
                    .push_bind(one.tax_code)
                    .push_bind(one.website)
                    .push_bind(one.address)
                    .push_bind(one.owner.map(StaffId::as_str))
                    .push_bind(one.at.0)
                    .push_bind(one.at.0)
                    .push_bind(one.at.0);
            })
            .build().persistent(rows.len() == together(13)).execute(link).await.map(drop))?;
    }
    Ok(())
}

/// Adds numbers: of whom, in which place.
pub(crate) async fn insert_phones(tx: &mut Tx, of: Kind, rows: &[(&str, i64, &Phone)]) -> Answer<()> {
    for rows in rows.chunks(together(8)) {
        found_by::insert_phones(tx.on(), of, rows).await?;
    }
    Ok(())
}

/// Adds words: of whom, which.
pub(crate) async fn insert_words(tx: &mut Tx, of: Kind, rows: &[(&str, &str)]) -> Answer<()> {
    for rows in rows.chunks(together(2)) {
        found_by::insert_words(tx.on(), of, rows).await?;
    }
    Ok(())
}

//! The table of accounts at telephone providers.

use super::{Answer, On, each, statements};
use domain::times::Millis;

statements! {
    GET = "select service_address, domain, access_key from provider_accounts where provider = $1";
    PUT = "insert into provider_accounts (provider, service_address, domain, access_key, updated_at) \
           values ($1, $2, $3, $4, $5) on conflict (provider) do update set \
           service_address = excluded.service_address, domain = excluded.domain, \
           access_key = excluded.access_key, updated_at = excluded.updated_at";
}

/// An account as stored; the key is sealed.
#[derive(sqlx::FromRow)]
pub(crate) struct Row {
    pub(crate) service_address: String,
    pub(crate) domain: String,
    pub(crate) access_key: Option<String>,
}

/// The account at a provider.
pub(crate) async fn get(db: On<'_>, provider: &str) -> Answer<Option<Row>> {
    Ok(each!(db, link => sqlx::query_as(GET).bind(provider).fetch_optional(link).await)?)
}

/// Saves the account at a provider.
pub(crate) async fn put(db: On<'_>, provider: &str, row: &Row, at: Millis) -> Answer<()> {
    each!(db, link => sqlx::query(PUT)
        .bind(provider)
        .bind(&row.service_address)
        .bind(&row.domain)
        .bind(&row.access_key)
        .bind(at.0)
        .execute(link).await.map(drop))?;
    Ok(())
}

//! The table of what providers asked and told us.

use super::{Answer, On, each, statements};
use domain::deliveries::Delivery;
use domain::telephone::Provider;
use domain::times::Millis;

statements! {
    INSERT = "insert into deliveries (id, provider, hook, at, status, took_ms, problem) values ($1, $2, $3, $4, $5, $6, $7)";
    LATEST = "select hook, at, status, took_ms, problem from deliveries where provider = $1 order by at desc, id desc limit $2";
    FORGET = "delete from deliveries where at < $1";
}

#[derive(sqlx::FromRow)]
struct Row {
    hook: String,
    at: i64,
    status: i64,
    took_ms: i64,
    problem: Option<String>,
}

/// Writes one down.
pub(crate) async fn insert(db: On<'_>, id: &str, provider: Provider, delivery: &Delivery) -> Answer<()> {
    each!(db, link => sqlx::query(INSERT)
        .bind(id)
        .bind(provider.as_str())
        .bind(&delivery.hook)
        .bind(delivery.at.0)
        .bind(i64::from(delivery.status))
        .bind(delivery.took_ms)
        .bind(&delivery.problem)
        .execute(link).await.map(drop))?;
    Ok(())
}

/// The latest, newest first.
pub(crate) async fn latest(db: On<'_>, provider: Provider, limit: i64) -> Answer<Vec<Delivery>> {
    let rows: Vec<Row> = each!(db, link => sqlx::query_as(LATEST)
        .bind(provider.as_str()).bind(limit).fetch_all(link).await)?;
    let shown = |row: Row| Delivery {
        hook: row.hook,
        at: Millis(row.at),
        status: u16::try_from(row.status).unwrap_or_default(),
        took_ms: row.took_ms,
        problem: row.problem,
    };
    Ok(rows.into_iter().map(shown).collect())
}

/// Forgets those before a moment.
pub(crate) async fn forget(db: On<'_>, before: Millis) -> Answer<()> {
    each!(db, link => sqlx::query(FORGET).bind(before.0).execute(link).await.map(drop))?;
    Ok(())
}

//! The table of rights: what admins decided otherwise than is usual.

use super::{Answer, On, each, statements};
use domain::access::Role;
use domain::rights::{Deed, Grant, Numbers, Reach, Records, Rights};

statements! {
    ALL_ROWS = "select role, entity, deed, reach from rights order by role, entity, deed";
    CLEAR = "delete from rights";
    NUMBERS = "select role, numbers from number_rights order by role";
    CLEAR_NUMBERS = "delete from number_rights";
    INSERT_NUMBERS = "insert into number_rights (role, numbers) values ($1, $2)";
    INSERT = "insert into rights (role, entity, deed, reach) values ($1, $2, $3, $4)";
}

#[derive(sqlx::FromRow)]
struct Row {
    role: String,
    entity: String,
    deed: String,
    reach: String,
}

impl Row {
    /// `None` for what another version of the program knows.
    fn grant(&self) -> Option<Grant> {
        Some(Grant {
            role: Role::from_stored(&self.role)?,
            entity: Records::from_stored(&self.entity)?,
            deed: Deed::from_stored(&self.deed)?,
            reach: Reach::from_stored(&self.reach)?,
        })
    }
}

/// The table as it stands.
pub(crate) async fn read(mut db: On<'_>) -> Answer<Rights> {
    let rows: Vec<Row> = each!(db.again(), link => sqlx::query_as(ALL_ROWS).fetch_all(link).await)?;
    let numbers: Vec<(String, String)> = each!(db, link => sqlx::query_as(NUMBERS).fetch_all(link).await)?;
    let mut rights = Rights::with(&rows.iter().filter_map(Row::grant).collect::<Vec<_>>());
    for (role, numbers) in &numbers {
        if let (Some(role), Some(numbers)) = (Role::from_stored(role), Numbers::from_stored(numbers)) {
            rights.decide_numbers(role, numbers);
        }
    }
    Ok(rights)
}

/// Nothing is decided any more.
pub(crate) async fn clear(mut db: On<'_>) -> Answer<()> {
    each!(db.again(), link => sqlx::query(CLEAR).execute(link).await.map(drop))?;
    each!(db, link => sqlx::query(CLEAR_NUMBERS).execute(link).await.map(drop))?;
    Ok(())
}

/// Decides what a role sees of numbers.
pub(crate) async fn insert_numbers(db: On<'_>, role: Role, numbers: Numbers) -> Answer<()> {
    each!(db, link => sqlx::query(INSERT_NUMBERS)
        .bind(role.as_str()).bind(numbers.as_str()).execute(link).await.map(drop))?;
    Ok(())
}

/// Decides one right.
pub(crate) async fn insert(db: On<'_>, grant: Grant) -> Answer<()> {
    each!(db, link => sqlx::query(INSERT)
        .bind(grant.role.as_str())
        .bind(grant.entity.as_str())
        .bind(grant.deed.as_str())
        .bind(grant.reach.as_str())
        .execute(link).await.map(drop))?;
    Ok(())
}

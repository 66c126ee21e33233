//! The table of rights: what admins decided otherwise than is usual.

use super::{Answer, On, each, statements};
use domain::access::Role;
use domain::rights::{Deed, Grant, Reach, Records, Rights};

statements! {
    ALL_ROWS = "select role, entity, deed, reach from rights order by role, entity, deed";
    CLEAR = "delete from rights";
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
pub(crate) async fn read(db: On<'_>) -> Answer<Rights> {
    let rows: Vec<Row> = each!(db, link => sqlx::query_as(ALL_ROWS).fetch_all(link).await)?;
    Ok(Rights::with(&rows.iter().filter_map(Row::grant).collect::<Vec<_>>()))
}

/// Nothing is decided any more.
pub(crate) async fn clear(db: On<'_>) -> Answer<()> {
    each!(db, link => sqlx::query(CLEAR).execute(link).await.map(drop))?;
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

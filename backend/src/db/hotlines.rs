//! The table of our own numbers.

use super::{Answer, On, each, statements};
use domain::telephone::{HotlineSettings, Provider};

statements! {
    LIST = "select number, name, can_call_out, record from hotlines where provider = $1 order by position, number";
    CLEAR = "delete from hotlines where provider = $1";
    INSERT = "insert into hotlines (provider, number, name, position, can_call_out, record) \
              values ($1, $2, $3, $4, $5, $6)";
}

#[derive(sqlx::FromRow)]
struct Row {
    number: String,
    name: String,
    can_call_out: bool,
    record: bool,
}

/// Our numbers at a provider, the usual one first.
pub(crate) async fn list(db: On<'_>, provider: Provider) -> Answer<Vec<HotlineSettings>> {
    let rows: Vec<Row> = each!(db, link => sqlx::query_as(LIST).bind(provider.as_str()).fetch_all(link).await)?;
    let shown = |row: Row| HotlineSettings {
        number: row.number,
        name: row.name,
        can_call_out: row.can_call_out,
        record: row.record,
    };
    Ok(rows.into_iter().map(shown).collect())
}

/// Puts these in the place of all before.
pub(crate) async fn replace(mut db: On<'_>, provider: Provider, hotlines: &[HotlineSettings]) -> Answer<()> {
    each!(&mut db, link => sqlx::query(CLEAR).bind(provider.as_str()).execute(&mut **link).await.map(drop))?;
    for (position, hotline) in (0_i64..).zip(hotlines) {
        each!(&mut db, link => sqlx::query(INSERT)
            .bind(provider.as_str())
            .bind(&hotline.number)
            .bind(&hotline.name)
            .bind(position)
            .bind(hotline.can_call_out)
            .bind(hotline.record)
            .execute(&mut **link).await.map(drop))?;
    }
    Ok(())
}

//! The table of what one server does for all.

use super::{Answer, On, each, statements};
use domain::times::Millis;

statements! {
    TAKE = "insert into turns (name, holder, until) values ($1, $2, $3) \
            on conflict (name) do update set holder = excluded.holder, until = excluded.until \
            where turns.holder = excluded.holder or turns.until <= $4";
    GIVE_BACK = "delete from turns where holder = $1";
}

/// Takes a turn, or keeps it for longer; `false` while another holds it.
pub(crate) async fn take(db: On<'_>, name: &str, holder: &str, now: Millis, until: Millis) -> Answer<bool> {
    let rows = each!(db, link => sqlx::query(TAKE)
        .bind(name).bind(holder).bind(until.0).bind(now.0).execute(link).await.map(|done| done.rows_affected()))?;
    Ok(rows == 1)
}

/// Gives all of a holder's turns back.
pub(crate) async fn give_back(db: On<'_>, holder: &str) -> Answer<()> {
    each!(db, link => sqlx::query(GIVE_BACK).bind(holder).execute(link).await.map(drop))?;
    Ok(())
}

//! The tables of teams and of who leads them.

use super::{Answer, On, each, statements};
use domain::ids::{StaffId, TeamId};

statements! {
    LED_BY = "select team_id from team_leads where staff_id = $1 order by team_id";
    OF_MEMBER = "select team_id from staff where id = $1";
}

/// The teams a member leads.
pub(crate) async fn led_by(db: On<'_>, who: &StaffId) -> Answer<Vec<TeamId>> {
    let ids: Vec<String> = each!(db, link => sqlx::query_scalar(LED_BY).bind(who.as_str()).fetch_all(link).await)?;
    Ok(ids.into_iter().map(TeamId::new).collect())
}

/// The team a member is in.
pub(crate) async fn of_member(db: On<'_>, who: &StaffId) -> Answer<Option<TeamId>> {
    let id: Option<Option<String>> =
        each!(db, link => sqlx::query_scalar(OF_MEMBER).bind(who.as_str()).fetch_optional(link).await)?;
    Ok(id.flatten().map(TeamId::new))
}

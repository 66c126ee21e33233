//! The table of how members call out.

use super::{Answer, On, each, statements};
use domain::ids::StaffId;
use domain::telephone::DialHabits;
use domain::times::Millis;

statements! {
    GET = "select hotline, rings_first, answers_itself from dial_habits where member = $1";
    PUT = "insert into dial_habits (member, hotline, rings_first, answers_itself, updated_at) \
           values ($1, $2, $3, $4, $5) \
           on conflict (member) do update set hotline = excluded.hotline, rings_first = excluded.rings_first, \
           answers_itself = excluded.answers_itself, updated_at = excluded.updated_at";
}

/// A member's; as it usually is where nothing is kept.
pub(crate) async fn get(db: On<'_>, member: &StaffId) -> Answer<DialHabits> {
    let row: Option<(Option<String>, bool, bool)> =
        each!(db, link => sqlx::query_as(GET).bind(member.as_str()).fetch_optional(link).await)?;
    let habits = row.map(|(hotline, rings_first, answers_itself)| DialHabits { hotline, rings_first, answers_itself });
    Ok(habits.unwrap_or_default())
}

/// Keeps a member's.
pub(crate) async fn put(db: On<'_>, member: &StaffId, habits: &DialHabits, at: Millis) -> Answer<()> {
    let DialHabits { hotline, rings_first, answers_itself } = habits;
    each!(db, link => sqlx::query(PUT)
        .bind(member.as_str()).bind(hotline).bind(rings_first).bind(answers_itself).bind(at.0)
        .execute(link).await.map(drop))?;
    Ok(())
}

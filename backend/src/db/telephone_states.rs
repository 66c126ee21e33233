//! The table of what providers said of members' telephones.

use super::{Answer, Fault, On, each, statements};
use domain::ids::StaffId;
use domain::reach::{Doing, RingsAt, TelephoneState};
use domain::times::Millis;

statements! {
    PUT = "insert into telephone_states (staff_id, provider_id, doing, available, rings_at, phone_number, online, asked_at) \
           values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (staff_id) do update set \
           provider_id = excluded.provider_id, doing = excluded.doing, available = excluded.available, \
           rings_at = excluded.rings_at, phone_number = excluded.phone_number, online = excluded.online, \
           asked_at = excluded.asked_at";
}

/// The columns of a telephone's state, where there are any.
#[derive(Debug, Default, sqlx::FromRow)]
pub(super) struct StateRow {
    doing: Option<String>,
    available: Option<bool>,
    rings_at: Option<String>,
    phone_number: Option<String>,
    online: Option<bool>,
    asked_at: Option<i64>,
}

/// What the columns say.
pub(super) fn telephone_of(row: StateRow) -> Answer<Option<TelephoneState>> {
    let (Some(doing), Some(rings_at), Some(asked_at)) = (row.doing, row.rings_at, row.asked_at) else {
        return Ok(None);
    };
    Ok(Some(TelephoneState {
        doing: DOING.into_iter().find(|one| word_of_doing(*one) == doing).ok_or(Fault::Stored("telephone"))?,
        available: row.available.unwrap_or(true),
        rings_at: RINGS_AT.into_iter().find(|one| word_of_place(*one) == rings_at).ok_or(Fault::Stored("telephone"))?,
        phone_number: row.phone_number,
        online: row.online,
        asked_at: Millis(asked_at),
    }))
}

const DOING: [Doing; 3] = [Doing::InCall, Doing::Free, Doing::AfterCall];
const RINGS_AT: [RingsAt; 4] = [RingsAt::Anywhere, RingsAt::Number, RingsAt::App, RingsAt::DeskPhone];

fn word_of_doing(doing: Doing) -> &'static str {
    match doing {
        Doing::InCall => "in_call",
        Doing::Free => "free",
        Doing::AfterCall => "after_call",
    }
}

fn word_of_place(place: RingsAt) -> &'static str {
    match place {
        RingsAt::Anywhere => "anywhere",
        RingsAt::Number => "number",
        RingsAt::App => "app",
        RingsAt::DeskPhone => "desk_phone",
    }
}

/// Keeps what the provider said of a member's telephone.
pub(crate) async fn put(db: On<'_>, who: &StaffId, provider_id: &str, state: &TelephoneState) -> Answer<()> {
    each!(db, link => sqlx::query(PUT)
        .bind(who.as_str())
        .bind(provider_id)
        .bind(word_of_doing(state.doing))
        .bind(state.available)
        .bind(word_of_place(state.rings_at))
        .bind(&state.phone_number)
        .bind(state.online)
        .bind(state.asked_at.0)
        .execute(link).await.map(drop))?;
    Ok(())
}

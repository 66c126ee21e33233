//! Calls out for which the provider calls the member first: the page hears the member's own leg only. Whether the
//! customer picked up, and why not, our server is told; it is asked whenever something about such a call has changed.

use super::phone::Phone;
use crate::calls::api::get_call_story;
use domain::calls::{CallRow, Direction, Event, LiveCall, Outcome, Phase, What};
use domain::ids::CallId;
use leptos::task::spawn_local;

/// Something about a call has changed.
pub(super) fn changed(phone: Phone, call: &CallId) {
    let waiting = |call: &LiveCall| {
        let own_leg = call.facts.iter().any(|fact| fact.what == What::OwnDeviceRinging);
        let unanswered = call.state.direction == Direction::Outbound && call.state.answered_at.is_none();
        if own_leg && unanswered { call.state.provider_id.clone() } else { None }
    };
    let found = phone.desk_now(|desk| desk.calls().iter().find(|known| known.id == *call).and_then(waiting));
    let Some(id) = found else { return };
    let call = call.clone();
    spawn_local(async move {
        let Ok(story) = get_call_story(call).await else { return };
        if let Some(what) = news(&story.row) {
            phone.hear(Event::Of { id, what: Box::new(what) });
        }
    });
}

fn news(row: &CallRow) -> Option<Event> {
    match (row.phase, &row.outcome) {
        (Phase::Talking, _) | (_, Some(Outcome::Answered)) => Some(Event::CustomerAnswered),
        (_, Some(Outcome::Failed { reason })) => Some(Event::DialFailed { reason: reason.clone(), provider_id: None }),
        _ => None,
    }
}

//! Direction and outcome as colour, drawing and word.

use super::words;
use crate::components::{Badge, Glyph, Icon, Tone};
use crate::texts::t;
use domain::calls::{CallRow, Direction, Outcome, Phase};
use domain::times;
use leptos::prelude::*;

/// In or out.
#[component]
pub fn DirectionIcon(
    /// Which.
    direction: Direction,
) -> impl IntoView {
    let (icon, class) = match direction {
        Direction::Inbound => (icondata_lu::LuPhoneIncoming, "direction direction--in"),
        Direction::Outbound => (icondata_lu::LuPhoneOutgoing, "direction direction--out"),
    };
    view! {
        <span class=class>
            <Icon icon=icon />
            <span class="direction__word">{move || words::direction(direction)}</span>
        </span>
    }
}

/// How a call ended or how far it is; on hover what to do about it.
#[component]
pub fn OutcomeBadge(
    /// The call.
    call: CallRow,
) -> impl IntoView {
    let (tone, icon) = look(&call);
    let failed = match &call.outcome {
        Some(Outcome::Failed { reason }) => Some(reason.clone()),
        _ => None,
    };
    let advice = move || failed.as_ref().map(|reason| words::failure(reason).1);
    view! {
        <span title=advice>
            <Badge tone=tone icon=icon label=Signal::derive(move || words::result(&call)) />
        </span>
    }
}

/// What must be known of the figures of a call: its tab has not been heard of, or its end is only estimated.
#[component]
pub fn CallMarks(
    /// The call.
    call: CallRow,
) -> impl IntoView {
    let lost = call.lost_since.map(|since| {
        let at = times::date_time(since);
        view! {
            <span title=move || format!("{} {at}", t().log.lost_text)>
                <Badge tone=Tone::Warn icon=icondata_lu::LuUnplug label=move || t().log.lost />
            </span>
        }
    });
    let estimated = call.estimated.then(|| {
        view! {
            <span title=move || t().log.estimated_text>
                <Badge icon=icondata_lu::LuHourglass label=move || t().log.estimated />
            </span>
        }
    });
    view! { {lost} {estimated} }
}

fn look(call: &CallRow) -> (Tone, Glyph) {
    match (&call.outcome, call.phase) {
        (Some(Outcome::Answered), _) => (Tone::Ok, icondata_lu::LuPhone),
        (Some(Outcome::Missed), _) => (Tone::Danger, icondata_lu::LuPhoneMissed),
        (Some(Outcome::Rejected), _) => (Tone::Warn, icondata_lu::LuPhoneOff),
        (Some(Outcome::Cancelled), _) => (Tone::Neutral, icondata_lu::LuPhoneOff),
        (Some(Outcome::Failed { .. }), _) => (Tone::Warn, icondata_lu::LuTriangleAlert),
        (None, Phase::Talking) => (Tone::Info, icondata_lu::LuPhoneCall),
        (None, Phase::Dialing | Phase::Ringing | Phase::Ended) => (Tone::Info, icondata_lu::LuPhone),
    }
}

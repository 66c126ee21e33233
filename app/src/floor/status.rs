//! What a member does and how their line is: as a word, a drawing and a colour.

use super::clock::{Clock, Timer};
use crate::components::{Ago, Badge, Glyph, Icon, Tone};
use crate::softphone::device_name;
use crate::texts::t;
use domain::calls::{Device, Presence};
use domain::floor::{FloorMember, Status};
use domain::times::Millis;
use domain::voice::LineReport;
use leptos::prelude::*;

/// The word of a status.
pub(super) fn word(status: Status) -> &'static str {
    let words = &t().floor;
    match status {
        Status::LostContact => words.lost_contact,
        Status::Ringing => words.ringing,
        Status::Talking => words.talking,
        Status::OnHold => words.on_hold,
        Status::Dialing => words.dialing,
        Status::WrapUp => words.wrap_up,
        Status::Ready => words.ready,
        Status::Away => words.away,
        Status::Offline => words.offline,
    }
}

/// Its drawing and colour.
fn look(status: Status) -> (Tone, Glyph) {
    match status {
        Status::LostContact => (Tone::Danger, icondata_lu::LuUnplug),
        Status::Ringing => (Tone::Warn, icondata_lu::LuPhoneIncoming),
        Status::Talking => (Tone::Info, icondata_lu::LuPhoneCall),
        Status::OnHold => (Tone::Warn, icondata_lu::LuPause),
        Status::Dialing => (Tone::Info, icondata_lu::LuPhoneOutgoing),
        Status::WrapUp => (Tone::Neutral, icondata_lu::LuPencilLine),
        Status::Ready => (Tone::Ok, icondata_lu::LuCircleCheck),
        Status::Away => (Tone::Neutral, icondata_lu::LuCoffee),
        Status::Offline => (Tone::Neutral, icondata_lu::LuPowerOff),
    }
}

/// A status.
#[component]
pub(super) fn StatusBadge(
    /// Which.
    #[prop(into)]
    status: Signal<Status>,
) -> impl IntoView {
    view! {
        <Badge
            tone=Signal::derive(move || look(status.get()).0)
            icon=Signal::derive(move || look(status.get()).1)
            label=Signal::derive(move || word(status.get()).to_owned())
        />
    }
}

/// For how long a member has done what they do; whoever is not there has done nothing for so long that nobody counts
/// seconds.
#[component]
pub(super) fn StatusTimer(
    /// Of whom.
    member: Signal<FloorMember>,
    /// The time.
    clock: Clock,
) -> impl IntoView {
    let since = Memo::new(move |_| member.with(|one| one.since));
    let offline = Memo::new(move |_| member.with(|one| one.status == Status::Offline));
    let at = Signal::derive(move || since.get().unwrap_or_default());
    move || match (since.with(Option::is_some), offline.get()) {
        (false, _) => ().into_any(),
        (true, true) => view! { <span class="floor__ago"><Ago at=at /></span> }.into_any(),
        (true, false) => view! { <Timer since=at clock=clock /> }.into_any(),
    }
}

/// How a member's line is and with what they telephone.
#[component]
pub(super) fn LineState(
    /// As their tab reports it.
    line: Signal<LineReport>,
    /// What they do; of whoever is not there nothing is known.
    status: Signal<Status>,
) -> impl IntoView {
    let known = move || !matches!(status.get(), Status::Offline | Status::LostContact);
    let connected = move || line.with(|line| line.connected);
    let icon = Signal::derive(move || if connected() { device_icon(&line.get()) } else { icondata_lu::LuWifiOff });
    view! {
        <Show when=known fallback=|| "–">
            <span class="line-state" class:line-state--off=move || !connected() title=move || line.with(said)>
                <Icon icon=icon />
                <span class="line-state__word">{move || line.with(said)}</span>
            </span>
        </Show>
    }
}

fn device_icon(line: &LineReport) -> Glyph {
    match line.device {
        Some(Device::Mobile { .. }) => icondata_lu::LuSmartphone,
        Some(Device::Softphone | Device::IpPhone | Device::Other(_)) => icondata_lu::LuPhone,
        Some(Device::Browser) | None => icondata_lu::LuHeadphones,
    }
}

fn said(line: &LineReport) -> String {
    let words = &t().floor;
    match (line.connected, line.presence, &line.device) {
        (false, _, _) => words.line_off.to_owned(),
        (true, Some(Presence::Offline), _) => words.paused.to_owned(),
        (true, Some(Presence::NoAnswer), _) => words.not_answered.to_owned(),
        (true, _, Some(device)) => device_name(device),
        (true, _, None) => words.line_on.to_owned(),
    }
}

/// When somebody's call is worth watching: not the one they write up.
pub(super) fn in_call(status: Status) -> bool {
    matches!(status, Status::LostContact | Status::Ringing | Status::Talking | Status::OnHold | Status::Dialing)
}

/// How many milliseconds of each status there are until `now`, most first.
pub(super) fn sums(stretches: &[domain::floor::Stretch], from: Millis, now: Millis) -> Vec<(Status, i64)> {
    let mut sums: Vec<(Status, i64)> = Status::ALL.map(|status| (status, 0)).to_vec();
    for one in stretches {
        let lasted = one.to.unwrap_or(now).since(one.from.max(from)).max(0);
        sums[one.status.rank()].1 += lasted;
    }
    sums.retain(|(_, lasted)| *lasted > 0);
    sums.sort_by_key(|(_, lasted)| -lasted);
    sums
}

#[cfg(test)]
mod tests {
    use super::sums;
    use domain::floor::{Status, Stretch};
    use domain::times::Millis;

    #[test]
    fn a_day_adds_up_from_its_beginning() {
        let stretch =
            |status, from, to: Option<i64>| Stretch { status, from: Millis(from), to: to.map(Millis), call: None };
        let day = [
            stretch(Status::Offline, -50, Some(10)),
            stretch(Status::Ready, 10, Some(40)),
            stretch(Status::Talking, 40, Some(45)),
            stretch(Status::Ready, 45, None),
        ];
        let expected = [(Status::Ready, 45), (Status::Offline, 10), (Status::Talking, 5)];
        assert_eq!(sums(&day, Millis(0), Millis(60)), expected);
    }
}

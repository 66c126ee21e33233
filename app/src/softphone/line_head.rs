//! The head of the dock: how the line is, whether calls come, where the voice is, with what the member telephones.

use super::announce::ask_for_notifications;
use super::device::DeviceChoice;
use super::elsewhere::Elsewhere;
use super::phone::phone;
use super::reach::Reach;
use super::registration::has_failed;
use super::voice::Place;
use super::words;
use crate::components::{Badge, Button, ButtonKind, Glyph};
use crate::texts::t;
use domain::calls::{Ability, Command, LineState, Presence};
use leptos::prelude::*;

/// The head of the dock.
#[component]
pub(super) fn LineHead() -> impl IntoView {
    let phone = phone();
    let line = Memo::new(move |_| phone.desk(|desk| desk.line().clone()));
    let shown = move || words::telephone(phone);
    let away = move || phone.voice.is_elsewhere();
    let deaf = move || line.with(|line| line.is_browser() && line.microphone == Some(false));
    // On another computer: this one is not connected, and can set nothing.
    let is_on_another = move || matches!(phone.voice.place(), Place::AnotherComputer(_));
    let chooses_device = move || !is_on_another() && line.with(|line| !line.manner.page_only);
    let text = move || Some(shown().text).filter(|text| !text.is_empty());
    let lacks = move || line.with(|line| (!line.lacks.is_empty()).then(|| line.lacks.join(", ")));
    view! {
        <section class="line-head" aria-label=move || t().softphone.title>
            <div class="line-head__row">
                <span class="line-head__state" data-line=move || if away() { "elsewhere" } else { line.with(|line| name(&line.state)) }>
                    <Badge
                        label=Signal::derive(move || shown().word)
                        tone=Signal::derive(move || shown().tone)
                        icon=Signal::derive(move || shown().icon)
                    />
                </span>
                <PresenceButton />
            </div>
            {move || text().map(|text| view! { <p class="line-head__text">{text}</p> })}
            {move || lacks().map(|names| view! { <p class="line-head__text">{move || (t().softphone.lacks)(&names)}</p> })}
            <Show when=move || !away() && (line.with(|line| has_failed(&line.state)) || deaf())>
                <Button
                    label=move || t().softphone.retry
                    icon=icondata_lu::LuRefreshCw
                    on_press=move |()| phone.registration.connect_now(phone)
                />
            </Show>
            <Elsewhere />
            <Show when=chooses_device>
                <DeviceChoice />
            </Show>
            <Reach />
        </section>
    }
}

/// A word for style and tests.
fn name(state: &LineState) -> &'static str {
    match state {
        LineState::Off | LineState::Connecting => "connecting",
        LineState::Ready => "ready",
        LineState::Elsewhere => "elsewhere",
        LineState::Reconnecting { .. } => "reconnecting",
        LineState::Lost => "lost",
        LineState::Refused { .. } => "refused",
        LineState::ScriptFailed { .. } => "script-failed",
        LineState::ProviderDown { .. } => "provider-down",
    }
}

/// Lets calls come, or no longer.
#[component]
fn PresenceButton() -> impl IntoView {
    let phone = phone();
    let presence = move || phone.desk(|desk| desk.line().presence);
    let label = move || match presence() {
        Some(Presence::Online) => t().softphone.go_offline,
        Some(Presence::Offline | Presence::NoAnswer) | None => t().softphone.go_online,
    };
    let icon = Signal::derive(move || -> Glyph {
        match presence() {
            Some(Presence::Online) => icondata_lu::LuCirclePause,
            Some(Presence::Offline | Presence::NoAnswer) | None => icondata_lu::LuPhone,
        }
    });
    let refused =
        Signal::derive(move || phone.refusal(Ability::TogglePresence, None).map(|why| words::refused(why).to_owned()));
    let press = move |()| {
        ask_for_notifications();
        phone.press(Command::TogglePresence);
    };
    view! {
        <Button
            label=move || label().to_owned()
            icon=icon
            kind=ButtonKind::Ghost
            busy=Signal::derive(move || phone.desk(|desk| desk.waits_for(Ability::TogglePresence)))
            disabled=Signal::derive(move || refused.get().is_some())
            reason=refused
            on_press=press
        />
    }
}

//! The dock: the telephone on every page. Beside the page where there is room, else a bar below it that opens upward.

use super::announce::Announcer;
use super::call_card::CallCard;
use super::dial_pad::DialPad;
use super::line_head::LineHead;
use super::offer::Offer;
use super::phone::{Phone, phone};
use super::provider_frame::ProviderFrame;
use super::recent::Recent;
use super::undelivered::Undelivered;
use super::wrap_up_card::OtherWrapUps;
use super::{keys, words};
use crate::components::{Button, ButtonKind, Dialog, Icon};
use crate::customers::unsaved;
use crate::fetched::{Part, fetch_ahead, fetched};
use crate::routes::Route;
use crate::texts::t;
use domain::calls::LiveCall;
use domain::ids::CallId;
use domain::times;
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
use std::time::Duration;

/// The id of what the bar opens.
const BODY: &str = "dock-body";

/// So long the page has the network for itself before what calls need is fetched.
const BEFORE_CALLS: Duration = Duration::from_secs(1);

fetched! {
    telephone {
        cards(()) = |()| view! { <Cards /> }.into_any();
    }
}

/// The dock.
#[component]
pub fn Dock() -> impl IntoView {
    let phone = phone();
    if !phone.has_seat {
        return view! { <NoSeat /> }.into_any();
    }
    keys::listen();
    open_records(phone);
    open_for_calls(phone);
    let (inside, is_there) = (Part::new(cards), RwSignal::new(false));
    let wanted = Memo::new(move |_| {
        phone.desk(|desk| !desk.calls().is_empty()) || phone.voice.speaks() && !phone.other_wrap_ups().is_empty()
    });
    Effect::new(move |_| {
        if wanted.get() {
            inside.before(move || is_there.set(true));
        }
    });
    // Once calls can come: neither a card nor the page of a caller must wait for the network.
    let comes = Memo::new(move |_| phone.desk(|desk| desk.line().is_connected()));
    let fetch = move || {
        inside.before(|| ());
        fetch_ahead("/customers/whoever-calls");
    };
    Effect::new(move |_| {
        if comes.get() {
            set_timeout(fetch, BEFORE_CALLS);
        }
    });
    view! {
        <div class="dock" class:is-open=move || phone.open.get() class:has-call=move || phone.foremost().is_some()>
            <Bar />
            <div class="dock__body" id=BODY>
                <LineHead />
                <Offer />
                <div class="dock__calls">{move || is_there.get().then(|| inside.show(()))}</div>
                <DialPad />
                <Undelivered />
                <Recent />
            </div>
            <DoNotCall />
            <Announcer />
            <ProviderFrame />
        </div>
    }
    .into_any()
}

/// The calls, the newest first, and what is left to be written up of others.
#[component]
fn Cards() -> impl IntoView {
    let phone = phone();
    let calls =
        move || phone.desk(|desk| desk.calls().iter().rev().map(|call| call.id.clone()).collect::<Vec<CallId>>());
    view! {
        <For each=calls key=Clone::clone let(call)>
            <CallCard call=call />
        </For>
        <OtherWrapUps />
    }
}

/// A member who does not telephone is told so, calmly, and what to do if that is wrong.
#[component]
fn NoSeat() -> impl IntoView {
    view! {
        <div class="dock dock--no-seat">
            <div class="dock__body">
                <p class="line-head__state">
                    <Icon icon=icondata_lu::LuPhoneOff />
                    <span>{move || t().softphone.no_seat}</span>
                </p>
                <p class="line-head__text">{move || t().softphone.no_seat_text}</p>
            </div>
        </div>
    }
}

/// The dock as a bar: what is going on in one line, and what opens the rest.
#[component]
fn Bar() -> impl IntoView {
    let phone = phone();
    let foremost = Memo::new(move |_| phone.foremost());
    let state = move || {
        let call = foremost.get().and_then(|id| phone.call(&id, |call| words::call(&call.state)));
        let writes_up = || phone.wrap_up().map(|_| words::wrap_up());
        call.or_else(writes_up).unwrap_or_else(|| words::telephone(phone))
    };
    let who = move || {
        let id = foremost.get()?;
        phone.callers.name(&id).or_else(|| phone.call(&id, |call| words::customers_number(&call.state.number)))
    };
    let timer = move || {
        let id = foremost.get()?;
        phone.call(&id, |call| running_time(phone, call))
    };
    let label = move || if phone.open.get() { t().softphone.close } else { t().softphone.open };
    view! {
        <button
            type="button"
            class="dock__bar"
            aria-expanded=move || if phone.open.get() { "true" } else { "false" }
            aria-controls=BODY
            title=label
            on:click=move |_| phone.open.update(|open| *open = !*open)
        >
            <Icon icon=Signal::derive(move || state().icon) />
            <span class="dock__bar-word">{move || state().word}</span>
            <span class="dock__bar-who">{who}</span>
            <span class="dock__bar-time">{timer}</span>
            <Icon icon=Signal::derive(move || -> crate::components::Glyph {
                if phone.open.get() { icondata_lu::LuChevronDown } else { icondata_lu::LuChevronUp }
            }) />
        </button>
    }
}

/// How long a call has been going on, or how long they talked.
pub(super) fn running_time(phone: Phone, call: &LiveCall) -> String {
    let state = &call.state;
    let from = state.answered_at.or(state.ringing_at).unwrap_or(state.started_at);
    match (state.ended_at, state.answered_at) {
        (Some(_), None) => String::new(),
        (Some(end), Some(answered)) => times::duration(end.since(answered)),
        (None, _) => times::duration(phone.clock.get().since(from)),
    }
}

/// Asks before a number is dialled that does not want calls.
#[component]
fn DoNotCall() -> impl IntoView {
    let phone = phone();
    let dialing = phone.dialing;
    let text = move || {
        let question = dialing.question.get();
        question.map(|question| (t().softphone.ask_text)(&question.shown, &question.name))
    };
    view! {
        <Dialog open=dialing.asking title=move || t().softphone.ask_title>
            <p>{text}</p>
            <div class="dialog__actions">
                <Button
                    label=move || t().softphone.ask_no
                    kind=ButtonKind::Primary
                    on_press=move |()| dialing.asking.set(false)
                />
                <Button
                    label=move || t().softphone.ask_yes
                    kind=ButtonKind::Danger
                    icon=icondata_lu::LuPhone
                    on_press=move |()| phone.dial_anyway()
                />
            </div>
        </Dialog>
    }
}

/// The record of whoever calls opens in place of the page, unless that holds unsaved work: then the card has a link.
fn open_records(phone: Phone) {
    let navigate = use_navigate();
    let unsaved = unsaved();
    Effect::new(move |_| {
        let Some(customer) = phone.callers.opens.get() else { return };
        phone.callers.opens.set(None);
        if !unsaved.0.get_untracked() {
            navigate(&Route::Customer(customer).href(), Default::default());
        }
    });
}

/// Where the dock is a bar, a new call opens it.
fn open_for_calls(phone: Phone) {
    let count = Memo::new(move |_| phone.desk(|desk| desk.calls().iter().filter(|call| call.is_live()).count()));
    Effect::new(move |before: Option<usize>| {
        let now = count.get();
        if now > before.unwrap_or(0) {
            phone.open.set(true);
        }
        now
    });
}

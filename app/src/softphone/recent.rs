//! The latest calls of the member, each dialled again by one press.

use super::dialable::Dialable;
use super::phone::{Phone, phone};
use super::words;
use crate::api::Fault;
use crate::calls::api::list_calls;
use crate::calls::{CallMarks, DirectionIcon, OutcomeBadge};
use crate::components::Ago;
use crate::live;
use crate::routes::Route;
use crate::surroundings::viewer;
use crate::texts::t;
use domain::calls::{CallFilter, CallQuery, CallRow, LiveCall};
use domain::live::Push;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// How many are shown.
const SHOWN: usize = 8;

/// The latest calls, while none is on.
#[component]
pub(super) fn Recent() -> impl IntoView {
    let phone = phone();
    let calls = RwSignal::new(None::<Result<Vec<CallRow>, Fault>>);
    let idle = Memo::new(move |_| phone.desk(|desk| !desk.calls().iter().any(LiveCall::is_live)));
    // What another tab or the server itself tells of a call is told by the live connection only.
    let changes = RwSignal::new(0_u32);
    live::on(move |push| {
        if concerns_me(push) {
            changes.update(|times| *times = times.wrapping_add(1));
        }
    });
    // Asked for by the browser only, when the page is there: no page waits for it.
    Effect::new(move |_| {
        changes.track();
        if idle.get() {
            ask(calls);
        }
    });
    view! {
        <Show when=move || idle.get() && calls.with(Option::is_some)>
            <section class="recent" aria-labelledby="recent-title">
                <h2 class="recent__title" id="recent-title">{move || t().softphone.place.recent}</h2>
                {move || calls.get().map(|calls| shown(phone, calls))}
            </section>
        </Show>
    }
}

/// A manager is told of everybody's calls.
fn concerns_me(push: &Push) -> bool {
    match push {
        Push::Everything => true,
        Push::Call { agent, .. } => viewer().me.with_untracked(|me| me.as_ref().map(|me| &me.id) == agent.as_ref()),
        Push::Pulse
        | Push::Voice { .. }
        | Push::Missed
        | Push::Tasks
        | Push::Notices
        | Push::Centre
        | Push::DialRefused { .. }
        | Push::Floor(_) => false,
    }
}

fn ask(calls: RwSignal<Option<Result<Vec<CallRow>, Fault>>>) {
    let Some(me) = viewer().me.get_untracked() else { return };
    spawn_local(async move {
        let filter = CallFilter { agents: vec![me.id], ..CallFilter::default() };
        let query = CallQuery { filter, ..CallQuery::default() };
        let answer = list_calls(query).await.map(|page| page.rows.into_iter().take(SHOWN).collect());
        // What was there before is still true when the server cannot be reached.
        if answer.is_ok() || calls.with_untracked(Option::is_none) {
            calls.set(Some(answer));
        }
    });
}

fn shown(phone: Phone, calls: Result<Vec<CallRow>, Fault>) -> AnyView {
    match calls {
        Err(_) => view! { <p class="recent__empty">{move || t().softphone.place.recent_failed}</p> }.into_any(),
        Ok(calls) if calls.is_empty() => {
            view! { <p class="recent__empty">{move || t().softphone.place.no_recent}</p> }.into_any()
        }
        Ok(calls) => {
            let on_desk = move |call: &CallRow| phone.desk(|desk| desk.calls().iter().any(|known| known.id == call.id));
            let lines = calls.into_iter().filter(|call| !on_desk(call)).map(|call| view! { <Line call=call /> });
            view! { <ul class="recent__list">{lines.collect_view()}</ul> }.into_any()
        }
    }
}

/// A call: who, when, how it ended. The name opens the record, the time the call, the number dials.
#[component]
fn Line(call: CallRow) -> impl IntoView {
    let customer = call.matched.customer.clone();
    let dialable = call.number.clone().map(|number| view! { <Dialable number=number /> });
    let raw = words::customers_number(&call.number_raw);
    let spoken = customer.as_ref().map_or_else(|| raw.clone(), |customer| customer.name.clone());
    let (who, below) = match customer {
        Some(customer) => {
            let record = Route::Customer(customer.id).href();
            (view! { <a class="recent__who" href=record>{customer.name}</a> }.into_any(), dialable)
        }
        None => match dialable {
            Some(dialable) => (dialable.into_any(), None),
            None => (view! { <span class="recent__who">{raw}</span> }.into_any(), None),
        },
    };
    view! {
        <li class="recent__call">
            <DirectionIcon direction=call.direction />
            {who}
            <a
                class="recent__when"
                href=Route::Call(call.id.clone()).href()
                aria-label=move || (t().softphone.place.open_call)(&spoken)
            >
                <Ago at=call.started_at />
            </a>
            <span class="recent__how">
                {below} <OutcomeBadge call=call.clone() /> <CallMarks call=call />
            </span>
        </li>
    }
}

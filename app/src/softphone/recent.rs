//! The latest calls of the member, each dialled again by one press.

use super::dialable::Dialable;
use super::phone::{Phone, phone};
use crate::api::Fault;
use crate::calls::api::list_calls;
use crate::calls::{DirectionIcon, OutcomeBadge};
use crate::components::{Ago, Badge, Tone};
use crate::routes::Route;
use crate::surroundings::viewer;
use crate::texts::t;
use domain::calls::{CallFilter, CallQuery, CallRow, LiveCall};
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
    // Asked for by the browser only, when the page is there: no page waits for it.
    Effect::new(move |_| {
        phone.log_changes();
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

/// A call: who, when, how it ended; the number dials.
#[component]
fn Line(call: CallRow) -> impl IntoView {
    let number = call.number.clone();
    let raw = call.number_raw.clone();
    let who = call.matched.customer.as_ref().map(|customer| customer.name.clone());
    let named = who.clone().unwrap_or_else(|| number.as_ref().map_or(raw, domain::phone::Number::grouped));
    let spoken = named.clone();
    let (lost, estimated) = (call.lost_since.is_some(), call.estimated);
    view! {
        <li class="recent__call">
            <DirectionIcon direction=call.direction />
            <a
                class="recent__who"
                href=Route::Call(call.id.clone()).href()
                title=move || (t().softphone.place.open_call)(&spoken)
            >
                {named}
            </a>
            <span class="recent__when"><Ago at=call.started_at /></span>
            <span class="recent__how">
                {number.map(|number| view! { <Dialable number=number /> })}
                <OutcomeBadge call=call />
                {lost
                    .then(|| {
                        view! { <Badge label=move || t().softphone.place.contact_lost tone=Tone::Warn icon=icondata_lu::LuUnplug /> }
                    })}
                {estimated.then(|| view! { <Badge label=move || t().softphone.place.estimated /> })}
            </span>
        </li>
    }
}

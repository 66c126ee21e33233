//! The card of a call that an earlier page had, or another computer, and that still has to be written up.

use super::call_note::CallNote;
use super::phone::{Phone, phone};
use super::words;
use super::wrap_up_form::{Choices, Draft, Next};
use crate::calls::{DirectionIcon, OutcomeBadge};
use crate::components::{Ago, Button, ButtonKind};
use crate::texts::t;
use domain::calls::CallRow;
use domain::ids::CallId;
use leptos::prelude::*;

/// The cards of such calls, in the one tab of this browser that telephones.
#[component]
pub(super) fn OtherWrapUps() -> impl IntoView {
    let phone = phone();
    let calls = Memo::new(move |_| if phone.voice.speaks() { phone.other_wrap_ups() } else { Vec::new() });
    view! {
        <For each=move || calls.get() key=Clone::clone let(call)>
            {untrack(|| phone.wrap_ups.known(&call, |open| open.call.clone())).map(|row| view! { <WrapUpCard row=row /> })}
        </For>
    }
}

#[component]
fn WrapUpCard(row: CallRow) -> impl IntoView {
    let phone = phone();
    let (call, noted) = (row.id.clone(), row.id.clone());
    let draft = Draft::of(phone, &call);
    let (at, name) = (row.started_at, name_of(&row));
    let number = number_of(&row).filter(|number| *number != name);
    let spoken = name.clone();
    view! {
        <article class="call-card is-ended" aria-label=move || (t().softphone.card)(&spoken) data-call=call.to_string()>
            <header class="call-card__head">
                <DirectionIcon direction=row.direction />
                <Ago at=at />
            </header>
            <div class="call-card__state"><OutcomeBadge call=row /></div>
            <div class="person">
                <p class="person__name">{name}</p>
                {number.map(|number| view! { <p class="person__number">{number}</p> })}
            </div>
            <Choices draft=draft />
            <CallNote call=noted />
            <Next draft=draft />
            <div class="call-card__after">
                <Button
                    label=move || t().wrap_up.done
                    kind=ButtonKind::Primary
                    icon=icondata_lu::LuCheck
                    on_press=move |()| {
                        draft.finish(phone);
                    }
                />
            </div>
        </article>
    }
}

fn name_of(row: &CallRow) -> String {
    let customer = row.matched.customer.as_ref().map(|customer| customer.name.clone());
    customer.or_else(|| number_of(row)).unwrap_or_else(|| words::customers_number(&row.number_raw))
}

fn number_of(row: &CallRow) -> Option<String> {
    row.number.as_ref().map(domain::phone::Number::grouped)
}

impl Phone {
    /// The name of whom a call was with, else the number.
    pub(super) fn whose(self, call: &CallId) -> String {
        let known =
            self.callers.name(call).or_else(|| self.call(call, |call| words::customers_number(&call.state.number)));
        known.or_else(|| self.wrap_ups.known(call, |open| name_of(&open.call))).unwrap_or_default()
    }
}

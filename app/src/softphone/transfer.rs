//! Passing a call on: to a colleague who is online, or to a queue.

use super::phone::phone;
use super::words;
use crate::components::{Avatar, Button, ButtonKind};
use crate::texts::t;
use domain::calls::{Ability, Colleague, Command, Refused, TransferTarget};
use domain::ids::CallId;
use leptos::prelude::*;

/// The panel of a call.
#[component]
pub(super) fn Transfer(
    /// Which call.
    call: CallId,
) -> impl IntoView {
    let phone = phone();
    let id = StoredValue::new(call);
    let refused = Memo::new(move |_| id.with_value(|id| phone.refusal(Ability::Transfer, Some(id))));
    // Drawn anew only when they are others: a button keeps the focus.
    let colleagues = Memo::new(move |_| phone.desk(|desk| desk.colleagues().to_vec()));
    let under_way = move || id.with_value(|id| phone.call(id, |call| call.state.transfer.clone())).flatten();
    let pass_on = move |to: TransferTarget| phone.press(Command::Transfer { call: id.get_value(), to });
    let choice = move |colleague: Colleague| {
        let target = TransferTarget::Seat(colleague.seat.clone());
        view! { <Choice colleague=colleague refused=refused on_press=move |()| pass_on(target.clone()) /> }
    };
    view! {
        <section class="transfer" aria-label=move || t().softphone.transfer>
            <p class="transfer__state" role="status">
                {move || under_way().map(|to| (t().softphone.transferring)(&target(&to)))}
            </p>
            <p class="call-card__advice">{move || refused.get().filter(|why| *why != Refused::Waiting).map(words::refused)}</p>
            <Colleagues />
            <ul class="transfer__list">
                {move || colleagues.get().into_iter().map(choice).collect_view()}
            </ul>
            <Show when=move || colleagues.with(Vec::is_empty)>
                <Typed
                    id="transfer-seat"
                    label=move || t().softphone.seat
                    press=Signal::derive(move || t().softphone.transfer_to_seat.to_owned())
                    refused=refused
                    on_send=move |seat| pass_on(TransferTarget::Seat(seat))
                />
            </Show>
            <Typed
                id="transfer-queue"
                label=move || t().softphone.queue
                press=Signal::derive(move || t().softphone.transfer_to_queue.to_owned())
                refused=refused
                on_send=move |queue| pass_on(TransferTarget::Queue(queue))
            />
            <Show when=move || phone.desk(|desk| desk.line().manner.passes_on_to_numbers)>
                <Typed
                    id="transfer-number"
                    label=move || t().softphone.transfer_number
                    press=Signal::derive(move || t().softphone.transfer_to_number.to_owned())
                    refused=refused
                    on_send=move |number: String| pass_on(TransferTarget::Number(number_of(&number)))
                />
            </Show>
        </section>
    }
}

/// A colleague to pass the call on to.
#[component]
fn Choice(
    /// Who.
    colleague: Colleague,
    /// Why it cannot be done now.
    refused: Memo<Option<Refused>>,
    /// Told when it shall be done.
    #[prop(into)]
    on_press: Callback<()>,
) -> impl IntoView {
    let Colleague { seat, name } = colleague;
    let spoken = name.clone();
    let title = move || {
        refused.get().map_or_else(|| (t().softphone.transfer_to)(&spoken), |why| words::refused(why).to_owned())
    };
    view! {
        <li>
            <button
                type="button"
                class="transfer__colleague"
                aria-disabled=move || refused.get().is_some().then_some("true")
                title=title
                on:click=move |_| on_press.run(())
            >
                <Avatar name=name.clone() />
                <span class="transfer__name">{name}</span>
                <span class="transfer__seat">{seat}</span>
            </button>
        </li>
    }
}

/// A target that is typed.
#[component]
fn Typed(
    /// The field's id.
    id: &'static str,
    /// What to type.
    #[prop(into)]
    label: Signal<&'static str>,
    /// What sending it does.
    #[prop(into)]
    press: Signal<String>,
    /// Why the call cannot be passed on now.
    refused: Memo<Option<Refused>>,
    /// Told what was typed.
    #[prop(into)]
    on_send: Callback<String>,
) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let is_empty = move || typed.with(|typed| typed.trim().is_empty());
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if refused.get_untracked().is_none() && !untrack(is_empty) {
            on_send.run(typed.get_untracked().trim().to_owned());
        }
    };
    view! {
        <form class="transfer__typed" on:submit=send>
            <label class="transfer__label" for=id>
                {label}
            </label>
            <input
                class="field__input"
                id=id
                autocomplete="off"
                prop:value=move || typed.get()
                on:input=move |event| typed.set(event_target_value(&event))
            />
            <Button label=press submit=true disabled=Signal::derive(move || refused.get().is_some() || is_empty()) />
        </form>
    }
}

/// A number as it is typed or pasted, without what only groups it.
fn number_of(typed: &str) -> String {
    typed.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect()
}

fn target(to: &TransferTarget) -> String {
    match to {
        TransferTarget::Seat(seat) => seat.clone(),
        TransferTarget::Queue(queue) => queue.clone(),
        TransferTarget::Number(number) => words::number(number),
    }
}

/// How far looking for colleagues is, and looking again.
#[component]
fn Colleagues() -> impl IntoView {
    let phone = phone();
    let looking = move || phone.desk(|desk| desk.waits_for(Ability::ListColleagues));
    let nobody = move || phone.desk(|desk| desk.colleagues().is_empty());
    let said = move || match (looking(), nobody()) {
        (true, _) => t().softphone.colleagues_loading,
        (false, true) => t().softphone.no_colleagues,
        (false, false) => "",
    };
    let refused =
        Signal::derive(move || phone.refusal(Ability::ListColleagues, None).map(|why| words::refused(why).to_owned()));
    view! {
        <div class="transfer__look">
            <span role="status">{said}</span>
            <Button
                label=move || t().softphone.refresh_colleagues
                kind=ButtonKind::Ghost
                icon=icondata_lu::LuRefreshCw
                disabled=Signal::derive(move || refused.get().is_some())
                reason=refused
                on_press=move |()| phone.press(Command::ListColleagues)
            />
        </div>
    }
}

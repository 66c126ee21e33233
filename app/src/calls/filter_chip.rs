//! One thing the log is narrowed by: what it says, a press to change it, and another to take it off.

use super::filter_bar::Choices;
use super::filters::Kind;
use super::log_address::{Go, LogAddress, narrow};
use crate::components::{CheckList, Icon, Popover, Segmented};
use crate::customers::CustomerPicker;
use crate::customers::api::get_customer;
use crate::texts::t;
use domain::calls::LogChoices;
use domain::customers::CustomerRef;
use domain::phone;
use leptos::prelude::*;

/// A chip and what opens below it.
#[component]
pub(super) fn FilterChip(
    /// Of which kind.
    kind: Kind,
    /// What the address says now.
    address: Memo<LogAddress>,
    /// What there is to choose from.
    choices: Choices,
    /// The kind that was added and says nothing yet.
    added: RwSignal<Option<Kind>>,
    /// Goes to another state.
    go: Go,
) -> impl IntoView {
    let open = RwSignal::new(added.get_untracked() == Some(kind));
    let known = move || choices.get().and_then(Result::ok).unwrap_or_default();
    let name = customer_name(kind, address);
    let label = move || {
        let value = name.get().unwrap_or_else(|| address.with(|a| kind.value(&a.view.filter, &known())));
        (t().log.said)(kind.name(), &value)
    };
    let take_off = move |_| {
        added.update(|added| *added = added.filter(|added| *added != kind));
        narrow(go, &address.get_untracked(), |filter| kind.take_off(filter));
    };
    view! {
        <div class="filter-chip">
            <Suspense>
                <Popover name=kind.word() label=Signal::derive(label) class="filter-chip__label" open=open>
                    <Editor kind=kind address=address known=Signal::derive(known) go=go />
                </Popover>
            </Suspense>
            <button
                type="button"
                class="filter-chip__off"
                title=move || (t().log.remove_filter)(kind.name())
                aria-label=move || (t().log.remove_filter)(kind.name())
                on:click=take_off
            >
                <Icon icon=icondata_lu::LuX />
            </button>
        </div>
    }
}

/// The address knows a customer by id; people know them by name.
fn customer_name(kind: Kind, address: Memo<LogAddress>) -> Signal<Option<String>> {
    if kind != Kind::Customer {
        return Signal::stored(None);
    }
    let id = Memo::new(move |_| address.with(|address| address.view.filter.customer.clone()));
    let customer = Resource::new_blocking(
        move || id.get(),
        |id| async move {
            match id {
                Some(id) => get_customer(id).await.ok().map(|customer| customer.name),
                None => None,
            }
        },
    );
    Signal::derive(move || customer.get().flatten())
}

/// What changes the filter.
#[component]
fn Editor(kind: Kind, address: Memo<LogAddress>, known: Signal<LogChoices>, go: Go) -> impl IntoView {
    match kind {
        Kind::Answered | Kind::Recorded => view! { <YesOrNo kind=kind address=address go=go /> }.into_any(),
        Kind::Talk => view! { <TalkRange address=address go=go /> }.into_any(),
        Kind::Number => view! { <NumberField address=address go=go /> }.into_any(),
        Kind::Customer => view! { <CustomerField address=address go=go /> }.into_any(),
        Kind::Hours => ().into_any(),
        _ => view! { <Ticks kind=kind address=address known=known go=go /> }.into_any(),
    }
}

#[component]
fn Ticks(kind: Kind, address: Memo<LogAddress>, known: Signal<LogChoices>, go: Go) -> impl IntoView {
    let options = Signal::derive(move || known.with(|known| kind.options(known)));
    let hint = move || if options.with(Vec::is_empty) { t().log.nothing_to_choose } else { "" };
    view! {
        <CheckList
            name=kind.word()
            label=move || kind.name()
            chosen=Signal::derive(move || address.with(|address| kind.ticked(&address.view.filter)))
            on_choose=move |values| narrow(go, &address.get_untracked(), |filter| kind.tick(filter, values))
            options=options
            hint=move || hint().to_owned()
        />
    }
}

#[component]
fn YesOrNo(kind: Kind, address: Memo<LogAddress>, go: Go) -> impl IntoView {
    const YES: &str = "yes";
    const NO: &str = "no";
    let chosen = move || {
        let said = address.with(|address| match kind {
            Kind::Answered => address.view.filter.answered,
            _ => address.view.filter.recorded,
        });
        said.map_or("", |yes| if yes { YES } else { NO }).to_owned()
    };
    let choose = move |word: String| {
        narrow(go, &address.get_untracked(), |filter| match kind {
            Kind::Answered => filter.answered = Some(word == YES),
            _ => filter.recorded = Some(word == YES),
        });
    };
    let options = || vec![(YES.to_owned(), t().log.yes.to_owned()), (NO.to_owned(), t().log.no.to_owned())];
    view! {
        <Segmented
            name=kind.word()
            label=move || kind.name()
            chosen=Signal::derive(chosen)
            on_choose=choose
            options=Signal::derive(options)
        />
    }
}

#[component]
fn TalkRange(address: Memo<LogAddress>, go: Go) -> impl IntoView {
    let seconds = |event: &leptos::ev::Event| event_target_value(event).trim().parse::<u32>().ok();
    let end = move |n: Option<u32>| n.map(|n| n.to_string()).unwrap_or_default();
    view! {
        <div class="log-range">
            <label class="field">
                <span class="field__label">{move || t().log.talk_min}</span>
                <input
                    class="field__input"
                    type="number"
                    min="0"
                    prop:value=move || end(address.with(|address| address.view.filter.talk_min))
                    on:change=move |event| {
                        let value = seconds(&event);
                        narrow(go, &address.get_untracked(), |filter| filter.talk_min = value);
                    }
                />
            </label>
            <label class="field">
                <span class="field__label">{move || t().log.talk_max}</span>
                <input
                    class="field__input"
                    type="number"
                    min="0"
                    prop:value=move || end(address.with(|address| address.view.filter.talk_max))
                    on:change=move |event| {
                        let value = seconds(&event);
                        narrow(go, &address.get_untracked(), |filter| filter.talk_max = value);
                    }
                />
            </label>
        </div>
    }
}

/// What is typed stays where it stands, also when no number can be meant.
#[component]
fn NumberField(address: Memo<LogAddress>, go: Go) -> impl IntoView {
    let problem = RwSignal::new(false);
    let change = move |event: leptos::ev::Event| {
        let typed = event_target_value(&event).trim().to_owned();
        let meant = typed.is_empty() || phone::sought(&typed).is_some();
        problem.set(!meant);
        if meant {
            narrow(go, &address.get_untracked(), |filter| filter.number = typed);
        }
    };
    view! {
        <label class="field" for="filter-number-field">
            <span class="field__label">{move || t().log.number}</span>
            <input
                class="field__input"
                id="filter-number-field"
                type="tel"
                autocomplete="off"
                prop:value=move || address.with(|address| phone::shown(&address.view.filter.number).to_owned())
                aria-invalid=move || problem.get().then_some("true")
                aria-describedby="filter-number-hint filter-number-problem"
                on:change=change
            />
        </label>
        <p class="field__hint" id="filter-number-hint">{move || t().log.number_hint}</p>
        <p class="field__error" id="filter-number-problem" aria-live="polite" hidden=move || !problem.get()>
            {move || t().log.number_short}
        </p>
    }
}

#[component]
fn CustomerField(address: Memo<LogAddress>, go: Go) -> impl IntoView {
    let pick = Callback::new(move |customer: CustomerRef| {
        narrow(go, &address.get_untracked(), |filter| filter.customer = Some(customer.id));
    });
    view! { <CustomerPicker id="filter-customer" on_pick=pick /> }
}

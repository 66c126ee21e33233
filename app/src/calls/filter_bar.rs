//! The bar above the log: what it is narrowed by, each a chip that opens and comes off.

use super::filter_chip::FilterChip;
use super::filters::Kind;
use super::log_address::{ALL, Go, LogAddress, narrow};
use crate::api::Answer;
use crate::components::{Button, ButtonKind, Popover};
use crate::customers::filters::FilterSelect;
use crate::routes::Route;
use crate::texts::t;
use domain::calls::{Direction, LogChoices, Period};
use domain::times::Day;
use domain::views::LogView;
use leptos::prelude::*;

const INBOUND: &str = "inbound";
const OUTBOUND: &str = "outbound";
const CUSTOM: &str = "custom";
const OLDEST: &str = "oldest";

/// What is loaded for the bar to choose from.
pub(super) type Choices = Resource<Answer<LogChoices>>;

/// Everything the log can be narrowed by.
#[component]
pub(super) fn FilterBar(
    /// What the address says now.
    address: Memo<LogAddress>,
    /// What there is to choose from.
    choices: Choices,
    /// Whether there are calls of others to choose from.
    sees_others: Memo<bool>,
    /// Goes to another state.
    go: Go,
) -> impl IntoView {
    let added = RwSignal::new(None::<Kind>);
    let shown = Memo::new(move |before: Option<&Vec<Kind>>| {
        let said = address.with(|address| Kind::said(&address.view.filter));
        Kind::in_order(before.map_or(&[], Vec::as_slice), &said, added.get())
    });
    let is_narrowed = move || address.with(|address| !address.view.filter.is_everything());
    let clear = Callback::new(move |()| {
        added.set(None);
        let now = address.get_untracked();
        go.run(LogAddress { view: LogView { filter: Default::default(), ..now.view }, tab: ALL.to_owned() });
    });
    view! {
        <form
            class="filters log-filters"
            method="get"
            action=Route::Calls.href()
            aria-label=move || t().log.filters
            on:submit=|event| event.prevent_default()
        >
            <PeriodFilter address=address go=go />
            <DirectionFilter address=address go=go />
            <For each=move || shown.get() key=|kind| *kind let(kind)>
                <FilterChip kind=kind address=address choices=choices added=added go=go />
            </For>
            <AddFilter shown=shown sees_others=sees_others added=added />
            <Show when=is_narrowed>
                <Button
                    label=move || t().calls.clear_filters
                    kind=ButtonKind::Ghost
                    icon=icondata_lu::LuX
                    on_press=clear
                />
            </Show>
            <OrderFilter address=address go=go />
        </form>
    }
}

/// The kinds that are not there yet.
#[component]
fn AddFilter(shown: Memo<Vec<Kind>>, sees_others: Memo<bool>, added: RwSignal<Option<Kind>>) -> impl IntoView {
    let open = RwSignal::new(false);
    let kinds = move || {
        let kind = |kind: Kind| {
            view! {
                <Button
                    label=move || kind.name()
                    kind=ButtonKind::Ghost
                    on_press=move || {
                        open.set(false);
                        added.set(Some(kind));
                    }
                />
            }
        };
        let offered = Kind::offered(sees_others.get()).into_iter();
        offered.filter(|kind| !shown.with(|shown| shown.contains(kind))).map(kind).collect_view()
    };
    view! {
        <Popover
            name="add-filter"
            label=move || t().log.add_filter.to_owned()
            icon=icondata_lu::LuListFilter
            class="button button--ghost"
            open=open
        >
            {kinds}
        </Popover>
    }
}

#[component]
fn DirectionFilter(address: Memo<LogAddress>, go: Go) -> impl IntoView {
    let options = || {
        let words = &t().calls;
        vec![
            (String::new(), words.any_direction.to_owned()),
            (INBOUND.to_owned(), words.inbound.to_owned()),
            (OUTBOUND.to_owned(), words.outbound.to_owned()),
        ]
    };
    let value = move || match address.with(|address| address.view.filter.direction) {
        None => String::new(),
        Some(Direction::Inbound) => INBOUND.to_owned(),
        Some(Direction::Outbound) => OUTBOUND.to_owned(),
    };
    let change = move |word: String| {
        let direction = match word.as_str() {
            INBOUND => Some(Direction::Inbound),
            OUTBOUND => Some(Direction::Outbound),
            _ => None,
        };
        narrow(go, &address.get_untracked(), |filter| filter.direction = direction);
    };
    view! {
        <FilterSelect
            name="direction"
            label=move || t().calls.direction
            value=Signal::derive(value)
            options=Signal::derive(options)
            on_change=change
        />
    }
}

#[component]
fn OrderFilter(address: Memo<LogAddress>, go: Go) -> impl IntoView {
    let options = || {
        let words = &t().log;
        vec![(String::new(), words.newest_first.to_owned()), (OLDEST.to_owned(), words.oldest_first.to_owned())]
    };
    let value = move || if address.with(|a| a.view.oldest_first) { OLDEST.to_owned() } else { String::new() };
    let change = move |word: String| {
        let now = address.get_untracked();
        go.run(LogAddress { view: LogView { oldest_first: word == OLDEST, ..now.view }, tab: now.tab });
    };
    view! {
        <FilterSelect
            name="order"
            label=move || t().log.order
            value=Signal::derive(value)
            options=Signal::derive(options)
            on_change=change
        />
    }
}

/// When: the usual spans, or from one day to another.
#[component]
fn PeriodFilter(address: Memo<LogAddress>, go: Go) -> impl IntoView {
    let custom = RwSignal::new(false);
    let period = move || address.with(|address| address.view.filter.period);
    let set = move |period: Period| narrow(go, &address.get_untracked(), |filter| filter.period = period);
    let options = || {
        let words = &t().log;
        [
            ("", words.any_time),
            ("today", words.today),
            ("7days", words.seven_days),
            ("month", words.this_month),
            (CUSTOM, words.custom),
        ]
        .map(|(word, text)| (word.to_owned(), text.to_owned()))
        .to_vec()
    };
    let value = move || match period() {
        Period::Any if custom.get() => CUSTOM,
        Period::Any => "",
        Period::Today => "today",
        Period::SevenDays => "7days",
        Period::ThisMonth => "month",
        Period::Days { .. } => CUSTOM,
    };
    let change = move |word: String| {
        custom.set(word == CUSTOM);
        set(match word.as_str() {
            "today" => Period::Today,
            "7days" => Period::SevenDays,
            "month" => Period::ThisMonth,
            _ => Period::Any,
        });
    };
    let ends = move || match period() {
        Period::Days { from, to } => (from, to),
        _ => (None, None),
    };
    let change_ends = move |from: Option<Day>, to: Option<Day>| {
        set(if from.or(to).is_some() { Period::Days { from, to } } else { Period::Any });
    };
    let is_custom = move || value() == CUSTOM;
    view! {
        <FilterSelect
            name="period"
            label=move || t().log.period
            value=Signal::derive(move || value().to_owned())
            options=Signal::derive(options)
            on_change=change
        />
        <Show when=is_custom>
            <DayField
                label=move || t().log.from
                day=Signal::derive(move || ends().0)
                on_change=move |from| change_ends(from, ends().1)
            />
            <DayField
                label=move || t().log.to
                day=Signal::derive(move || ends().1)
                on_change=move |to| change_ends(ends().0, to)
            />
        </Show>
    }
}

#[component]
fn DayField(
    #[prop(into)] label: Signal<String>,
    day: Signal<Option<Day>>,
    #[prop(into)] on_change: Callback<Option<Day>>,
) -> impl IntoView {
    let value = move || day.get().map(Day::iso).unwrap_or_default();
    view! {
        <label class="filter">
            <span class="visually-hidden">{label}</span>
            <input
                class="field__input"
                type="date"
                title=move || label.get()
                prop:value=value
                on:change=move |event| on_change.run(Day::parse(&event_target_value(&event)))
            />
        </label>
    }
}

//! Choosing a customer by name or number.

use super::api::list_customers;
use crate::components::{Avatar, Icon};
use crate::texts::t;
use domain::customers::{CustomerQuery, CustomerRef, CustomerRow};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use std::time::Duration;

/// How long after the last key a search starts.
const PAUSE: Duration = Duration::from_millis(200);

/// The most that are offered.
const OFFERED: usize = 8;

/// What is offered, and which of it Enter takes.
#[derive(Clone, Copy)]
struct Offer {
    typed: RwSignal<String>,
    /// `None` until an answer is there.
    found: RwSignal<Option<Vec<CustomerRow>>>,
    active: RwSignal<usize>,
    on_pick: Callback<CustomerRef>,
}

impl Offer {
    fn close(self) {
        self.found.set(None);
        self.active.set(0);
    }

    fn pick(self, row: CustomerRow) {
        self.typed.set(String::new());
        self.close();
        self.on_pick.run(CustomerRef { id: row.id, name: row.name });
    }

    fn count(self) -> usize {
        self.found.with(|found| found.as_ref().map_or(0, Vec::len))
    }

    /// Whether the key was one of the list's.
    fn key(self, key: &str) -> bool {
        let last = untrack(|| self.count()).saturating_sub(1);
        match key {
            "ArrowDown" => self.active.update(|at| *at = (*at + 1).min(last)),
            "ArrowUp" => self.active.update(|at| *at = at.saturating_sub(1)),
            "Escape" => self.close(),
            "Enter" => {
                let active = self.active.get_untracked();
                let row = self.found.with_untracked(|found| found.as_ref().and_then(|rows| rows.get(active).cloned()));
                if let Some(row) = row {
                    self.pick(row);
                }
            }
            _ => return false,
        }
        true
    }

    /// Searches for what is typed; an answer to what no longer stands there is dropped.
    fn search(self) -> Action<String, ()> {
        Action::new(move |text: &String| {
            let text = text.clone();
            async move {
                let answer = list_customers(CustomerQuery { text: text.clone(), ..CustomerQuery::default() }).await;
                if self.typed.try_get_untracked().is_none_or(|now| now.trim() != text) {
                    return;
                }
                let mut rows = answer.map(|page| page.rows).unwrap_or_default();
                rows.truncate(OFFERED);
                self.active.set(0);
                self.found.set(Some(rows));
            }
        })
    }
}

/// A search field whose answers are chosen from with arrows and Enter, or pressed.
#[component]
pub fn CustomerPicker(
    /// Told who was chosen.
    on_pick: Callback<CustomerRef>,
    /// Unique on the page.
    #[prop(default = "customer-picker".to_owned(), into)]
    id: String,
    /// What is searched at first; nothing when empty.
    #[prop(optional, into)]
    initial: String,
) -> impl IntoView {
    let offer =
        Offer { typed: RwSignal::new(initial.clone()), found: RwSignal::new(None), active: RwSignal::new(0), on_pick };
    let search = offer.search();
    Effect::new(move |_| {
        if !initial.is_empty() {
            search.dispatch(initial.clone());
        }
    });
    let mut later = debounce(PAUSE, move |text: String| {
        search.dispatch(text);
    });
    let is_open = move || offer.found.with(Option::is_some);
    let list_id = format!("{id}-list");
    let (controls, active_list) = (list_id.clone(), list_id.clone());
    let active = move || (offer.count() > 0).then(|| format!("{active_list}-{}", offer.active.get()));
    let keyed = move |event: KeyboardEvent| {
        if !event.is_composing() && offer.found.with_untracked(Option::is_some) && offer.key(&event.key()) {
            event.prevent_default();
            event.stop_propagation();
        }
    };
    view! {
        <div class="picker">
            <div class="search-box">
                <Icon icon=icondata_lu::LuSearch />
                <input
                    class="search-box__field"
                    id=id
                    type="text"
                    role="combobox"
                    autocomplete="off"
                    aria-autocomplete="list"
                    aria-label=move || t().customers.picker_label
                    aria-expanded=move || { if offer.count() > 0 { "true" } else { "false" } }
                    aria-controls=controls
                    aria-activedescendant=active
                    placeholder=move || t().customers.picker_hint
                    prop:value=move || offer.typed.get()
                    on:keydown=keyed
                    on:input=move |event| {
                        let text = event_target_value(&event);
                        offer.typed.set(text.clone());
                        match text.trim() {
                            "" => offer.close(),
                            word => later(word.to_owned()),
                        }
                    }
                />
            </div>
            <p class="visually-hidden" role="status">
                {move || is_open().then(|| (t().customers.picker_found)(offer.count()))}
            </p>
            <Offered offer=offer list_id=list_id />
        </div>
    }
}

/// The answers.
#[component]
fn Offered(
    /// What is offered.
    offer: Offer,
    /// The id the field names.
    list_id: String,
) -> impl IntoView {
    let option_id = list_id.clone();
    let rows = move || {
        let found = offer.found.get().unwrap_or_default();
        let option = |(at, row): (usize, CustomerRow)| {
            let picked = row.clone();
            let about = row.phone.map(|number| number.grouped()).or(row.company);
            view! {
                <li
                    class="picker__option"
                    class:is-active=move || offer.active.get() == at
                    role="option"
                    id=format!("{option_id}-{at}")
                    aria-selected=move || if offer.active.get() == at { "true" } else { "false" }
                    // Before the field loses the focus, which a click would come after.
                    on:mousedown=move |event| {
                        event.prevent_default();
                        offer.pick(picked.clone());
                    }
                >
                    <Avatar name=row.name.clone() />
                    <span class="picker__name">{row.name}</span>
                    <span class="picker__about">{about}</span>
                </li>
            }
        };
        found.into_iter().enumerate().map(option).collect_view()
    };
    let is_hidden = move || offer.found.with(|found| found.as_ref().is_none_or(Vec::is_empty));
    let is_nothing = move || offer.found.with(|found| found.as_ref().is_some_and(Vec::is_empty));
    view! {
        <ul
            class="picker__list"
            role="listbox"
            id=list_id
            aria-label=move || t().customers.picker_label
            hidden=is_hidden
        >
            {rows}
        </ul>
        <p class="picker__nothing" hidden=move || !is_nothing()>
            {move || t().customers.picker_nothing}
        </p>
    }
}

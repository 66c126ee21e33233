//! Which rows of a list are chosen.

use crate::components::keyboard::is_typing;
use crate::customers::keys::move_among_rows;
use crate::surroundings::viewer;
use crate::texts::t;
use domain::access::Action;
use domain::lists::List;
use leptos::ev::{self, MouseEvent};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;

/// The chosen rows, by id.
#[derive(Clone, Copy)]
pub(crate) struct Selection {
    /// Those that are ticked.
    pub(crate) ids: RwSignal<Vec<String>>,
    /// Whether everything is meant that the list finds, also what is not shown yet.
    pub(crate) all_found: RwSignal<bool>,
    /// Whether one may change several at once; otherwise there is nothing to choose for.
    allowed: Signal<bool>,
    /// The row that was ticked last: with Shift, those from it to another are.
    last: StoredValue<Option<String>>,
}

impl Selection {
    /// Nothing of a list is chosen.
    pub(crate) fn of(list: List) -> Self {
        let many = match list {
            List::Companies => Action::ChangeManyCompanies,
            List::Deals => Action::ChangeManyDeals,
            List::Calls | List::Customers => Action::ChangeManyCustomers,
        };
        Self {
            ids: RwSignal::new(Vec::new()),
            all_found: RwSignal::new(false),
            allowed: viewer().may(many).into(),
            last: StoredValue::new(None),
        }
    }

    /// Chooses nothing.
    pub(crate) fn clear(self) {
        self.ids.set(Vec::new());
        self.all_found.set(false);
    }

    /// Goes from one row to the next: both are chosen then, or, on the way back, the first no longer.
    fn extend(self, from: String, to: String) {
        self.all_found.set(false);
        self.ids.update(|ids| {
            if ids.contains(&to) {
                return ids.retain(|id| *id != from);
            }
            if !ids.contains(&from) {
                ids.push(from);
            }
            ids.push(to.clone());
        });
        self.last.set_value(Some(to));
    }

    /// Ticks a row, or everything between it and the last one.
    fn choose(self, id: &str, is_chosen: bool, to_here: bool, shown: &[String]) {
        let from = self.last.get_value().filter(|_| to_here).unwrap_or_else(|| id.to_owned());
        let at = |wanted: &str| shown.iter().position(|one| one == wanted);
        let (a, b) = (at(&from).unwrap_or(0), at(id).unwrap_or(0));
        let concerned = shown.get(a.min(b)..=a.max(b)).unwrap_or_default();
        self.all_found.set(false);
        self.ids.update(|ids| {
            ids.retain(|one| !concerned.contains(one));
            if is_chosen {
                ids.extend(concerned.iter().cloned());
            }
        });
        self.last.set_value(Some(id.to_owned()));
    }
}

/// The cell that ticks one row; with Shift, all from the one that was ticked last.
#[component]
pub(crate) fn Choose(
    /// Which row.
    id: String,
    /// What it is called.
    name: String,
    /// What is chosen.
    selection: Selection,
    /// The ids of all rows that are shown, in order.
    shown: Signal<Vec<String>>,
) -> impl IntoView {
    let (id, name) = (StoredValue::new(id), StoredValue::new(name));
    let chosen = move || selection.ids.with(|ids| id.with_value(|id| ids.contains(id)));
    let press = move |event: MouseEvent| {
        let ticked = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
        let is_chosen = ticked.is_some_and(|input| input.checked());
        id.with_value(|id| selection.choose(id, is_chosen, event.shift_key(), &shown.get_untracked()));
    };
    view! {
        <Show when=move || selection.allowed.get()>
            <td class="table__choose">
                <input
                    type="checkbox"
                    class="checkbox__box"
                    data-choose=""
                    aria-label=move || name.with_value(|name| (t().records.choose)(name))
                    prop:checked=chosen
                    on:click=press
                />
            </td>
        </Show>
    }
}

/// The head of those cells, which ticks every row that is shown, or none.
#[component]
pub(crate) fn ChooseAll(
    /// What is chosen.
    selection: Selection,
    /// The ids of all rows that are shown.
    shown: Signal<Vec<String>>,
) -> impl IntoView {
    let all = move || shown.with(|shown| selection.ids.with(|ids| !shown.is_empty() && ids.len() == shown.len()));
    view! {
        <Show when=move || selection.allowed.get()>
            <th scope="col" class="table__choose">
                <input
                    type="checkbox"
                    class="checkbox__box"
                    aria-label=move || t().records.choose_all
                    prop:checked=all
                    on:change=move |event| {
                        selection.all_found.set(false);
                        selection.ids.set(if event_target_checked(&event) { shown.get_untracked() } else { Vec::new() });
                    }
                />
            </th>
        </Show>
    }
}

/// While the list is shown, Shift with an arrow chooses from the row whose link has the focus.
pub(super) fn on_shift_arrows(selection: Selection) {
    let listener = window_event_listener(ev::keydown, move |event| {
        let towards = match event.key().as_str() {
            "ArrowDown" => "j",
            "ArrowUp" => "k",
            _ => return,
        };
        let held = event.shift_key() && selection.allowed.get_untracked() && !is_typing(&event);
        let Some(from) = focused_row().filter(|_| held) else { return };
        event.prevent_default();
        move_among_rows(towards);
        if let Some(to) = focused_row().filter(|to| *to != from) {
            selection.extend(from, to);
        }
    });
    on_cleanup(move || listener.remove());
}

#[cfg(target_arch = "wasm32")]
fn focused_row() -> Option<String> {
    document().active_element()?.get_attribute("data-row")
}

/// Nothing has the focus while a server renders.
#[cfg(not(target_arch = "wasm32"))]
fn focused_row() -> Option<String> {
    None
}

/// The space bar ticks the row whose link has the focus; a letter would be one of the telephone's.
pub(crate) fn toggle_row(key: &str) -> bool {
    key == " " && press_box()
}

/// Whether there was one to press.
#[cfg(target_arch = "wasm32")]
fn press_box() -> bool {
    let link = document().active_element().filter(|focused| focused.has_attribute("data-row"));
    let row = link.and_then(|link| link.closest("tr").ok().flatten());
    let found = row.and_then(|row| row.query_selector("[data-choose]").ok().flatten());
    let found = found.and_then(|found| found.dyn_into::<web_sys::HtmlElement>().ok());
    found.inspect(web_sys::HtmlElement::click).is_some()
}

/// No key is pressed while a server renders.
#[cfg(not(target_arch = "wasm32"))]
fn press_box() -> bool {
    false
}

//! Rows that a person puts in order, one place at a time.

use super::{Button, ButtonKind};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use std::time::Duration;

/// The order with one of them moved by so many places; `None` where it cannot go there.
pub fn moved<T: Clone + PartialEq>(order: &[T], one: &T, step: isize) -> Option<Vec<T>> {
    let from = order.iter().position(|known| known == one)?;
    let to = from.checked_add_signed(step).filter(|to| *to < order.len())?;
    let mut order = order.to_vec();
    order.swap(from, to);
    Some(order)
}

/// Moves a row by a place; off at the end of the list.
#[component]
pub fn MoveButton<Id: Clone + PartialEq + Send + Sync + 'static>(
    /// Which row.
    id: Id,
    /// All rows, in order.
    all: Signal<Vec<Id>>,
    /// Up (-1) or down (1).
    step: isize,
    /// What that is called.
    #[prop(into)]
    label: Signal<String>,
    /// Whether the order is on its way to the server.
    busy: RwSignal<bool>,
    /// Told the order that it makes.
    on_move: Callback<Vec<Id>>,
) -> impl IntoView {
    let order = Memo::new(move |_| all.with(|all| moved(all, &id, step)));
    view! {
        <Button
            label=label
            kind=ButtonKind::Ghost
            icon=if step < 0 { icondata_lu::LuArrowUp } else { icondata_lu::LuArrowDown }
            icon_only=true
            disabled=Signal::derive(move || order.with(Option::is_none))
            busy=busy
            on_press=move |()| {
                if let Some(order) = order.get_untracked() {
                    on_move.run(order);
                }
            }
        />
    }
}

/// Puts the focus back on the button that moved a row, or on its other one where that can go no further: a row that
/// moves loses it. The two are the first buttons of `row`'s actions, up before down.
pub fn keep_focus(row: String, step: isize) {
    set_timeout(move || focus(&row, step), Duration::ZERO);
}

fn focus(row: &str, step: isize) {
    let order = if step < 0 { [1, 2] } else { [2, 1] };
    let button = order.into_iter().find_map(|place| {
        let wanted = format!("#{row} .choice__actions > button:nth-of-type({place}):not(:disabled)");
        document().query_selector(&wanted).ok().flatten()
    });
    if let Some(button) = button.and_then(|button| button.dyn_into::<web_sys::HtmlElement>().ok()) {
        // Fails only for an element that cannot hold the focus.
        let _ = button.focus();
    }
}

#[cfg(test)]
mod tests {
    use super::moved;

    #[test]
    fn one_moves_a_place_and_not_out_of_the_list() {
        let order = |one: char, step| moved(&['a', 'b', 'c'], &one, step).map(String::from_iter);
        assert_eq!(order('b', -1).as_deref(), Some("bac"));
        assert_eq!(order('b', 1).as_deref(), Some("acb"));
        assert_eq!((order('a', -1), order('c', 1), order('x', 1)), (None, None, None));
    }
}

//! Keys of a page that work while no field has the focus.

use crate::components::keyboard::is_typing;
use leptos::ev;
use leptos::prelude::*;

/// Hears single keys while the page is shown; `handle` says whether the key was its own.
pub(crate) fn on_keys(handle: impl Fn(&str) -> bool + 'static) {
    let listener = window_event_listener(ev::keydown, move |event| {
        if !is_typing(&event) && handle(&event.key()) {
            event.prevent_default();
        }
    });
    on_cleanup(move || listener.remove());
}

/// J and K move the focus along the links marked `data-row`; Enter then opens the one that has it.
pub(crate) fn move_among_rows(key: &str) -> bool {
    let step = match key {
        "j" => 1,
        "k" => -1,
        _ => return false,
    };
    focus_row(step);
    true
}

#[cfg(target_arch = "wasm32")]
fn focus_row(step: i32) {
    use leptos::wasm_bindgen::JsCast;

    let Ok(rows) = document().query_selector_all("[data-row]") else {
        return;
    };
    let focused = document().active_element();
    let count = i32::try_from(rows.length()).unwrap_or(i32::MAX);
    let row = |at: i32| u32::try_from(at).ok().and_then(|at| rows.get(at));
    let is_focused =
        |at: &i32| row(*at).is_some_and(|row| focused.as_ref().is_some_and(|f| f.is_same_node(Some(&row))));
    let next = match (0..count).find(is_focused) {
        Some(at) => (at + step).clamp(0, count - 1),
        None => 0,
    };
    let Some(link) = row(next).and_then(|row| row.dyn_into::<web_sys::HtmlElement>().ok()) else {
        return;
    };
    // Fails only for what cannot have the focus, and a link can.
    let _ = link.focus();
}

/// No key is pressed while a server renders.
#[cfg(not(target_arch = "wasm32"))]
fn focus_row(step: i32) {
    let _ = step;
}

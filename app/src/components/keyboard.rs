//! Keys that work anywhere on the page, and where they must not.

use leptos::ev::KeyboardEvent;
use leptos::wasm_bindgen::JsCast;

/// Whether a key belongs to a field, a browser's shortcut or an input method, and to no shortcut of ours.
pub fn is_typing(event: &KeyboardEvent) -> bool {
    if event.ctrl_key() || event.meta_key() || event.alt_key() || event.is_composing() || event.default_prevented() {
        return true;
    }
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    target.is_some_and(|element| element.closest(TYPED_INTO).ok().flatten().is_some())
}

/// Buttons that choose take no letters: the keys of the page work on them.
const TYPED_INTO: &str = "input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable], dialog";

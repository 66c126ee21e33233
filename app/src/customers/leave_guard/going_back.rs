//! The browser's back and forward buttons. The browser has gone already when it tells: it is sent back to the page that
//! holds unsaved work, before the router hears of it.

use crate::customers::unsaved::Unsaved;
use leptos::prelude::*;

/// Whether it is the browser's buttons that the member is being asked about.
#[derive(Clone, Copy)]
pub(super) struct WentBack(StoredValue<bool>);

impl WentBack {
    /// Answers once.
    pub(super) fn take(self) -> bool {
        self.0.try_update_value(std::mem::take).unwrap_or(false)
    }
}

/// Holds them as long as the component lives that calls this.
#[cfg(target_arch = "wasm32")]
pub(super) fn hold(unsaved: Unsaved) -> WentBack {
    use leptos::wasm_bindgen::prelude::Closure;
    use leptos::wasm_bindgen::{JsCast, JsValue};

    let back = WentBack(StoredValue::new(false));
    let here = leptos_router::hooks::use_location();
    let address = StoredValue::new(String::new());
    Effect::new(move |_| {
        here.pathname.with(|_| ());
        here.search.with(|_| ());
        address.set_value(window().location().href().unwrap_or_default());
    });
    let held = Closure::<dyn Fn(web_sys::Event)>::new(move |event: web_sys::Event| {
        let going_to = window().location().pathname().unwrap_or_default();
        if unsaved.may_go(&going_to) {
            return;
        }
        event.stop_immediate_propagation();
        back.0.set_value(true);
        if let Ok(history) = window().history() {
            // Fails only for an address of somebody else's.
            let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&address.get_value()));
        }
    });
    let listen = held.as_ref().unchecked_ref::<js_sys::Function>().clone();
    // Heard on the way down, before the router. Fails only for what is no function.
    let _ = window().add_event_listener_with_callback_and_bool("popstate", &listen, true);
    let kept = StoredValue::new_local(held);
    on_cleanup(move || {
        kept.try_with_value(|held| {
            let listen = held.as_ref().unchecked_ref();
            // Fails only for what is no function.
            let _ = window().remove_event_listener_with_callback_and_bool("popstate", listen, true);
        });
    });
    back
}

/// Nobody goes back while a server renders.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn hold(unsaved: Unsaved) -> WentBack {
    let _ = unsaved;
    WentBack(StoredValue::new(false))
}

/// Goes back at last.
pub(super) fn go() {
    if let Ok(history) = window().history() {
        // Fails only in a page that is being left.
        let _ = history.back();
    }
}

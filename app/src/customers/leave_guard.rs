//! Asks before unsaved work is left behind: by a link, the browser's back button, or the closing of the tab.

mod going_back;

use super::unsaved::{Unsaved, unsaved};
use crate::components::{Button, ButtonKind, Dialog};
use crate::texts::t;
use leptos::ev;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

/// Asks before anything takes unsaved work away; one on the page.
#[component]
pub fn LeaveGuard() -> impl IntoView {
    let unsaved = unsaved();
    let wanted = unsaved.2;
    let asking = RwSignal::new(false);
    let back = going_back::hold(unsaved);
    Effect::new(move |_| {
        if wanted.with(Option::is_some) {
            asking.set(true);
        }
    });
    Effect::new(move |_| {
        if !asking.get() {
            wanted.set(None);
            back.take();
        }
    });
    let closing = window_event_listener(ev::beforeunload, move |event| {
        if unsaved.0.get_untracked() {
            event.prevent_default();
        }
    });
    on_cleanup(move || closing.remove());
    hold_links(unsaved);
    let navigate = use_navigate();
    let leave = Callback::new(move |()| {
        let (address, goes_back) = (wanted.get_untracked(), back.take());
        asking.set(false);
        unsaved.abandon();
        match address {
            Some(_) if goes_back => going_back::go(),
            Some(address) => navigate(&address, NavigateOptions::default()),
            None => {}
        }
    });
    view! {
        <Dialog open=asking title=move || t().customers.form.leave_title>
            <p>{move || t().customers.form.leave_text}</p>
            <div class="dialog__actions">
                <Button label=move || t().customers.form.leave kind=ButtonKind::Danger on_press=leave />
                <Button
                    label=move || t().customers.form.stay
                    kind=ButtonKind::Primary
                    on_press=move |()| asking.set(false)
                />
            </div>
        </Dialog>
    }
}

/// While something is unsaved, plain clicks on links of ours are asked about and go nowhere yet.
///
/// Heard before the router hears them: it listens on the way up, this on the way down.
#[cfg(target_arch = "wasm32")]
fn hold_links(unsaved: Unsaved) {
    use leptos::wasm_bindgen::JsCast;
    use leptos::wasm_bindgen::prelude::Closure;

    let held = Closure::<dyn Fn(web_sys::MouseEvent)>::new(move |event: web_sys::MouseEvent| {
        if address_of(&event).is_some_and(|address| !unsaved.may_go(&address)) {
            event.prevent_default();
            event.stop_propagation();
        }
    });
    let listen = held.as_ref().unchecked_ref::<js_sys::Function>().clone();
    // Fails only for what is no function.
    let _ = document().add_event_listener_with_callback_and_bool("click", &listen, true);
    let kept = StoredValue::new_local(held);
    on_cleanup(move || {
        kept.try_with_value(|held| {
            let listen = held.as_ref().unchecked_ref();
            // Fails only for what is no function.
            let _ = document().remove_event_listener_with_callback_and_bool("click", listen, true);
        });
    });
}

/// Where a plain click leads within this application; `None` when it leads nowhere or to another tab.
#[cfg(target_arch = "wasm32")]
fn address_of(event: &web_sys::MouseEvent) -> Option<String> {
    use leptos::wasm_bindgen::JsCast;

    let plain = event.button() == 0 && !(event.meta_key() || event.ctrl_key() || event.shift_key() || event.alt_key());
    let clicked = event.target()?.dyn_into::<web_sys::Element>().ok()?;
    let link = clicked.closest("a[href]").ok()??.dyn_into::<web_sys::HtmlAnchorElement>().ok()?;
    let ours = link.origin() == window().location().origin().ok()?;
    let stays = !link.target().is_empty() || link.get_attribute("href")?.starts_with('#');
    (plain && ours && !stays).then(|| format!("{}{}", link.pathname(), link.search()))
}

/// No link is pressed while a server renders.
#[cfg(not(target_arch = "wasm32"))]
fn hold_links(unsaved: Unsaved) {
    let _ = unsaved;
}

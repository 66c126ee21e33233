//! Notifications of the computer, beside the page: asked for by a press in the profile and never by themselves. Of a
//! member's tabs in one browser one shows them, whichever of them is open the longest.

use crate::routes::Route;
use crate::softphone::keep_lock;
use crate::storage;
use crate::surroundings::viewer;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::prelude::Closure;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Notification, NotificationOptions, NotificationPermission};

/// Where a browser remembers that its member wants none.
const KEY: &str = "alo.notify";
/// What is written there.
const OFF: &str = "off";

/// Whether this computer shows notifications.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// This browser has none.
    Missing,
    /// The member was not asked yet.
    NotAsked,
    /// The browser was told not to.
    Refused,
    /// It may; whether the member wants them.
    Allowed(bool),
}

/// Whether this tab is the one of its browser that notifies.
#[derive(Clone, Copy)]
struct Leads(RwSignal<bool>);

/// Makes this tab wait for its turn to be the one that notifies.
pub(crate) fn provide() {
    let leads = RwSignal::new(false);
    provide_context(Leads(leads));
    Effect::new(move |begun: Option<()>| {
        let member = viewer().me.with_untracked(|me| me.as_ref().map(|me| me.id.clone()));
        if let (None, Some(member)) = (begun, member) {
            keep_lock(&format!("alo.notify.{member}"), move || {
                // Fails only while the page is being left.
                let _ = leads.try_set(true);
            });
        }
    });
}

/// Whether this tab is the one that notifies.
pub(crate) fn leads() -> Signal<bool> {
    use_context::<Leads>().map_or_else(|| Signal::stored(false), |Leads(leads)| leads.into())
}

/// How it stands in this browser.
pub(crate) fn standing() -> Standing {
    if !js_sys::Reflect::has(&window(), &"Notification".into()).unwrap_or(false) {
        return Standing::Missing;
    }
    match Notification::permission() {
        NotificationPermission::Granted => {
            let said = storage::read(storage::for_all_tabs().as_ref(), KEY);
            Standing::Allowed(said.as_deref() != Some(OFF))
        }
        NotificationPermission::Denied => Standing::Refused,
        _ => Standing::NotAsked,
    }
}

/// Asks the member, who has pressed a button for it.
pub(crate) async fn ask() -> Standing {
    if standing() == Standing::NotAsked
        && let Ok(asked) = Notification::request_permission()
    {
        // What was answered is read from the browser.
        let _ = JsFuture::from(asked).await;
    }
    standing()
}

/// Whether the member wants them in this browser.
pub(crate) fn switch(on: bool) {
    // Without a storage they stay as they are.
    storage::keep(storage::for_all_tabs().as_ref(), KEY, if on { "on" } else { OFF });
}

/// Shows one, where the member wants them and does not look at this page. One of the same `tag` replaces the one before
/// it. Pressed, it leads to a page.
pub(crate) fn show(title: &str, text: &str, tag: &str, to: &Route) {
    if standing() != Standing::Allowed(true) || document().has_focus().unwrap_or(false) {
        return;
    }
    let options = NotificationOptions::new();
    options.set_body(text);
    options.set_icon("/favicon.svg");
    options.set_tag(tag);
    let Ok(notification) = Notification::new_with_options(title, &options) else { return };
    let address = to.href();
    let pressed = Closure::once_into_js(move || {
        // Refused only where the browser does not let pages come to the front: then the page is there all the same.
        let _ = window().focus();
        // Fails only for an address that is none.
        let _ = window().location().set_href(&address);
    });
    notification.set_onclick(Some(pressed.unchecked_ref()));
}

//! How a call makes itself known: ring tone, the tab's title and icon, a notification of the computer, and words for
//! those who hear the page. Also where short messages come from.

use super::phone::{Phone, phone};
use super::{tone, words};
use crate::components::toasts;
use crate::texts::t;
use leptos::prelude::*;
use std::cell::RefCell;
use web_sys::{Element, Notification, NotificationOptions, NotificationPermission};

/// Put before the page's title while it rings.
const BELL: &str = "🔔 ";
/// The tab's icon while it rings.
const RINGING_ICON: &str = "/softphone/ringing.svg";

thread_local! {
    /// One page announces one call at a time.
    static SHOWN: RefCell<Option<Notification>> = const { RefCell::new(None) };
}

/// Announces calls and tells news; says what changes to those who hear the page.
#[component]
pub(super) fn Announcer() -> impl IntoView {
    let phone = phone();
    tell_news(phone);
    announce_rings(phone);
    let ringing = move || phone.rings.get().then(|| (t().softphone.words.news.ringing)(&caller(phone)));
    let state = move || {
        let call = phone.foremost()?;
        phone.call(&call, |call| words::call(&call.state).word)
    };
    view! {
        <p class="visually-hidden" role="alert">{ringing}</p>
        <p class="visually-hidden" role="status">{state}</p>
    }
}

/// The name of whoever rings, else the number.
fn caller(phone: Phone) -> String {
    let Some(call) = phone.foremost() else { return String::new() };
    phone
        .callers
        .name(&call)
        .or_else(|| phone.call(&call, |call| words::customers_number(&call.state.number)))
        .unwrap_or_default()
}

fn tell_news(phone: Phone) {
    Effect::new(move |_| {
        let news = phone.news.get();
        if news.is_empty() {
            return;
        }
        phone.news.set(Vec::new());
        for (mood, text) in news.iter().filter_map(|notice| untrack(|| words::notice(notice))) {
            match mood {
                words::Mood::Good => toasts::tell(text),
                words::Mood::Bad => toasts::warn(text),
            }
        }
    });
    Effect::new(move |_| {
        let said = phone.said.get();
        if !said.is_empty() {
            phone.said.set(Vec::new());
            said.into_iter().for_each(toasts::warn);
        }
    });
}

fn announce_rings(phone: Phone) {
    Effect::new(move |rang: Option<bool>| {
        let rings = phone.rings.get();
        if rings == rang.unwrap_or(false) {
            return rings;
        }
        if let Some(notification) = SHOWN.take() {
            notification.close();
        }
        if rings {
            tone::start();
            SHOWN.set(untrack(|| notify(phone)));
        } else {
            tone::stop();
        }
        rings
    });
    // A record that opens gives the page another title: the mark is set anew with the running time.
    Effect::new(move |_| {
        if phone.rings.get() {
            phone.clock.track();
            mark_tab();
        } else {
            unmark_tab();
        }
    });
}

fn mark_tab() {
    let title = document().title();
    if !title.starts_with(BELL) {
        document().set_title(&format!("{BELL}{title}"));
    }
    if let Some(icon) = icon().filter(|icon| !icon.has_attribute("data-quiet")) {
        let quiet = icon.get_attribute("href").unwrap_or_default();
        // Names of attributes are well formed: these cannot fail.
        let _ = icon.set_attribute("data-quiet", &quiet);
        let _ = icon.set_attribute("href", RINGING_ICON);
    }
}

fn unmark_tab() {
    if let Some(title) = document().title().strip_prefix(BELL) {
        document().set_title(title);
    }
    let Some(icon) = icon() else { return };
    if let Some(quiet) = icon.get_attribute("data-quiet") {
        let _ = icon.set_attribute("href", &quiet);
        let _ = icon.remove_attribute("data-quiet");
    }
}

fn icon() -> Option<Element> {
    document().query_selector("link[rel~=icon]").ok().flatten()
}

/// For a member who looks at something else. Who has not allowed notifications is told in the tab all the same.
fn notify(phone: Phone) -> Option<Notification> {
    if !document().hidden() || !has_notifications() || Notification::permission() != NotificationPermission::Granted {
        return None;
    }
    let options = NotificationOptions::new();
    options.set_body(t().softphone.words.news.ringing_text);
    options.set_icon(RINGING_ICON);
    options.set_tag("alo.ring");
    Notification::new_with_options(&caller(phone), &options).ok()
}

/// Asks once whether calls may be announced beside the page; to be called when the member presses a button.
pub(super) fn ask_for_notifications() {
    if has_notifications() && Notification::permission() == NotificationPermission::Default {
        // What is answered is looked at when it rings.
        let _ = Notification::request_permission();
    }
}

/// Some telephones' browsers have none, and asking them would throw.
fn has_notifications() -> bool {
    js_sys::Reflect::has(&window(), &"Notification".into()).unwrap_or(false)
}

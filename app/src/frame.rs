//! The frame around every page: navigation, the page, the telephone dock. Navigation never reloads it.

mod navigation;
mod not_found;
mod pages;
mod preferences;
mod shortcuts;

use crate::centre;
use crate::components::title;
use crate::components::toasts::Toasts;
use crate::customers::{LeaveGuard, Unsaved};
use crate::live;
use crate::missed::Inbox;
use crate::notices;
use crate::notify;
use crate::palette::{self, PaletteWindow};
use crate::softphone;
use crate::surroundings::{CustomerPhone, Viewer, Visit, now};
use crate::tasks;
use crate::texts::{self, t};
use leptos::html;
use leptos::prelude::*;
use leptos_meta::{Title, provide_meta_context};
use leptos_router::components::Router;
use navigation::Navigation;
use pages::Pages;
use shortcuts::Shortcuts;
use std::time::Duration;

pub(crate) use pages::page_at;
pub(crate) use preferences::theme_name;

/// How often "3 minutes ago" is counted again.
const TICK: Duration = Duration::from_secs(30);

/// The application.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    #[cfg(feature = "ssr")]
    provide_context(crate::nested::Asked::default());
    let visit = Visit::shared();
    let viewer = Viewer::provide(&visit);
    provide_context(visit.demonstration.clone());
    if visit.customer_phone {
        provide_context(CustomerPhone);
    }
    Unsaved::provide();
    let title = title::provide();
    let signed_in = visit.me.is_some();
    if signed_in {
        live::provide();
        notify::provide();
        notices::provide();
        tasks::provide();
        softphone::provide();
        Inbox::provide();
        centre::provide();
        palette::provide();
    }
    let page = NodeRef::<html::Main>::new();
    let keys = RwSignal::new(false);
    come_alive(viewer);
    preferences::show_on_document(viewer);
    view! {
        <Title text=title formatter=|title: String| format!("{title} · {}", texts::PRODUCT) />
        <Router>
            <a class="skip-link" href="#page" on:click=move |event| skip_to(page, &event)>
                {move || t().frame.skip_to_page}
            </a>
            <div class="frame" class:frame--bare=!signed_in>
                {signed_in.then(|| view! { <Navigation /> })}
                <main class="frame__page" id="page" tabindex="-1" node_ref=page>
                    <Pages />
                </main>
                {signed_in
                    .then(|| {
                        view! {
                            <aside class="frame__dock" aria-label=move || t().frame.dock>
                                <softphone::Dock />
                            </aside>
                            <tasks::Reminders />
                            <Shortcuts open=keys />
                            <PaletteWindow keys=keys />
                            <LeaveGuard />
                        }
                    })}
            </div>
            <Toasts />
        </Router>
    }
}

/// Moves the focus past the navigation; the router would only scroll.
fn skip_to(page: NodeRef<html::Main>, event: &leptos::ev::MouseEvent) {
    event.prevent_default();
    if let Some(page) = page.get_untracked() {
        // Fails only for an element that cannot hold the focus.
        let _ = page.focus();
    }
}

/// Once in the browser: the clock runs, and tests are told that buttons work.
fn come_alive(viewer: Viewer) {
    Effect::new(move |_| {
        viewer.now.set(now());
        if let Ok(ticking) = set_interval_with_handle(move || viewer.now.set(now()), TICK) {
            on_cleanup(move || ticking.clear());
        }
        if let Some(root) = document().document_element() {
            // Fails only for a name that is none.
            let _ = root.set_attribute("data-hydrated", "");
        }
    });
}

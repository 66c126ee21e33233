//! Whether this computer may show reminders and news beside the page: asked here, by a press.

use crate::components::{Button, Checkbox};
use crate::notify::{self, Standing};
use crate::texts::t;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The choice, as far as the browser leaves one.
#[component]
pub(super) fn NotificationsPanel() -> impl IntoView {
    let standing = RwSignal::new(None::<Standing>);
    let on = RwSignal::new(true);
    Effect::new(move |told: Option<()>| {
        if told.is_none() {
            let now = notify::standing();
            on.set(now != Standing::Allowed(false));
            standing.set(Some(now));
        } else {
            notify::switch(on.get());
        }
        on.track();
    });
    let ask = move |()| {
        spawn_local(async move {
            let now = notify::ask().await;
            standing.try_set(Some(now));
        });
    };
    let choice = move || match standing.get() {
        // Known once the page is alive.
        None => ().into_any(),
        Some(Standing::Missing) => {
            view! { <p class="panel__text">{move || t().profile.notifications_missing}</p> }.into_any()
        }
        Some(Standing::Refused) => {
            view! { <p class="panel__text">{move || t().profile.notifications_refused}</p> }.into_any()
        }
        Some(Standing::NotAsked) => view! {
            <div class="form__actions">
                <Button label=move || t().profile.notifications_ask icon=icondata_lu::LuBell on_press=ask />
            </div>
        }
        .into_any(),
        Some(Standing::Allowed(_)) => {
            view! { <Checkbox label=move || t().profile.notifications_on.to_owned() checked=on /> }.into_any()
        }
    };
    view! {
        <section class="panel">
            <h2 class="panel__title">{move || t().profile.notifications}</h2>
            <p class="panel__text">{move || t().profile.notifications_text}</p>
            {choice}
        </section>
    }
}

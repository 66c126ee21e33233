//! Whether the telephone's keys work in this browser: who types elsewhere on the page may not want them.

use crate::components::Checkbox;
use crate::softphone;
use crate::texts::t;
use leptos::prelude::*;

/// The choice.
#[component]
pub(super) fn PhoneKeysPanel() -> impl IntoView {
    let on = RwSignal::new(true);
    Effect::new(move |told: Option<()>| {
        if told.is_none() {
            on.set(softphone::keys_are_on());
        } else {
            softphone::switch_keys(on.get());
        }
        on.track();
    });
    view! {
        <section class="panel">
            <h2 class="panel__title">{move || t().softphone.place.keys}</h2>
            <Checkbox label=move || t().softphone.place.keys_text.to_owned() checked=on />
        </section>
    }
}

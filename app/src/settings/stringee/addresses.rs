//! The addresses that the provider calls: to be copied into its own settings.

use super::{renew_stringee_path, words};
use crate::components::form::{send, tell};
use crate::components::{Button, ButtonKind, CopyField, Dialog, toasts};
use crate::texts::t;
use domain::stringee::Hook;
use leptos::prelude::*;

/// Every address, and another unguessable part for all of them.
#[component]
pub(super) fn AddressesPanel(path: String, refetch: Callback<()>) -> impl IntoView {
    let asking = RwSignal::new(false);
    // The address that people type, which only the browser knows.
    let origin = RwSignal::new(String::new());
    Effect::new(move |_| origin.set(window().location().origin().unwrap_or_default()));
    let address = move |hook: Hook| {
        let path = hook.path(&path);
        let whole = Signal::derive(move || format!("{}{path}", origin.get()));
        view! {
            <CopyField
                name=format!("address-{}", hook.as_str())
                label=move || words::hook(hook)
                value=whole
                hint=move || words::place(hook)
            />
        }
    };
    view! {
        <section class="panel">
            <h2 class="panel__title">{move || t().settings.stringee.hooks}</h2>
            <p class="panel__text">{move || t().settings.stringee.hooks_text}</p>
            {Hook::ALL.into_iter().map(address).collect_view()}
            <div class="form__actions">
                <Button
                    label=move || t().settings.stringee.renew
                    icon=icondata_lu::LuRefreshCw
                    on_press=move || asking.set(true)
                />
            </div>
            <RenewalDialog open=asking refetch=refetch />
        </section>
    }
}

#[component]
fn RenewalDialog(open: RwSignal<bool>, refetch: Callback<()>) -> impl IntoView {
    let busy = RwSignal::new(false);
    let renew = Callback::new(move |()| {
        send(busy, renew_stringee_path(), move |answer| match answer {
            Ok(_) => {
                open.set(false);
                toasts::tell(t().settings.stringee.renewed);
                refetch.run(());
            }
            Err(fault) => tell(&fault),
        });
    });
    view! {
        <Dialog open=open title=move || t().settings.stringee.renew>
            <p>{move || t().settings.stringee.renew_question}</p>
            <div class="dialog__actions">
                <Button label=move || t().frame.cancel on_press=move || open.set(false) />
                <Button
                    label=move || t().settings.stringee.renew_yes
                    kind=ButtonKind::Danger
                    busy=busy
                    on_press=renew
                />
            </div>
        </Dialog>
    }
}

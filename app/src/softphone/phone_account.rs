//! The account of the member's own telephone, on the desk or in an app: shown to nobody but them.

use super::api;
use super::provider::adapter;
use crate::components::form::send;
use crate::components::{Button, Skeleton, toasts};
use crate::surroundings::viewer;
use crate::texts::t;
use domain::telephone::{PhoneAccount, PhonePassword};
use leptos::prelude::*;

/// The account, with the button that makes a password; nothing where the provider has none for seats.
#[component]
pub fn PhoneAccountPanel() -> impl IntoView {
    let has_one = viewer().me.with_untracked(|me| {
        me.as_ref().is_some_and(|me| me.seat.is_some() && adapter(me.provider).manner().can_ring_member_first)
    });
    has_one.then(|| view! { <Panel /> })
}

#[component]
fn Panel() -> impl IntoView {
    // Asked once the page is there: the provider may be slow, and nobody waits for this.
    let account = RwSignal::new(None::<Result<Option<PhoneAccount>, ()>>);
    Effect::new(move |_| {
        leptos::task::spawn_local(async move { account.set(Some(api::phone_account().await.map_err(drop))) });
    });
    let shown = move || match account.get() {
        None => view! { <Skeleton rows=2 /> }.into_any(),
        Some(Ok(Some(account))) => view! { <Account account=account /> }.into_any(),
        Some(Ok(None)) => ().into_any(),
        Some(Err(())) => view! { <p class="panel__text">{move || t().softphone.account.unknown}</p> }.into_any(),
    };
    view! {
        <section class="panel">
            <h2 class="panel__title">{move || t().softphone.account.title}</h2>
            <p class="panel__text">{move || t().softphone.account.text}</p>
            {shown}
        </section>
    }
}

#[component]
fn Account(account: PhoneAccount) -> impl IntoView {
    let PhoneAccount { domain, user_name } = account;
    let user_name = RwSignal::new(user_name);
    let password = RwSignal::new(None::<String>);
    let busy = RwSignal::new(false);
    let make = move |()| {
        send(busy, api::new_phone_password(), move |answer| match answer {
            Ok(PhonePassword { user_name: name, password: made, .. }) => {
                user_name.set(Some(name));
                password.set(Some(made));
            }
            Err(fault) => toasts::warn(crate::components::words::problem(&fault.0)),
        });
    };
    let label = move || {
        if user_name.with(Option::is_some) { t().softphone.account.renew } else { t().softphone.account.make }
    };
    let name = move || user_name.get().unwrap_or_else(|| t().softphone.account.none.to_owned());
    view! {
        <dl class="phone-account">
            <dt>{move || t().softphone.account.domain}</dt>
            <dd><code>{domain}</code></dd>
            <dt>{move || t().softphone.account.user_name}</dt>
            <dd><code>{name}</code></dd>
            <Show when=move || password.with(Option::is_some)>
                <dt>{move || t().softphone.account.password}</dt>
                <dd><code class="phone-account__password">{move || password.get()}</code></dd>
            </Show>
        </dl>
        <p class="panel__text" role="status">
            {move || password.with(Option::is_some).then(|| t().softphone.account.once)}
        </p>
        <div class="form__actions">
            <Button label=move || label().to_owned() icon=icondata_lu::LuKeyRound busy=busy on_press=make />
        </div>
    }
}

//! The account's form. The key goes one way: it can be stored and replaced, never read.

use super::{save_telephone, threec};
use crate::components::form::{FieldErrors, send};
use crate::components::{Badge, Button, ButtonKind, TextField, Tone, toasts};
use crate::texts::t;
use domain::fields::Field;
use domain::telephone::{AccountForm, AccountSettings};
use leptos::prelude::*;

/// The account.
#[component]
pub(super) fn AccountPanel(account: AccountSettings, #[prop(into)] refetch: Callback<()>) -> impl IntoView {
    let AccountSettings { service_address, domain, has_key } = account;
    let address = RwSignal::new(service_address);
    let domain = RwSignal::new(domain);
    let access_key = RwSignal::new(String::new());
    let errors = FieldErrors::new();
    let busy = RwSignal::new(false);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        errors.clear();
        let form = AccountForm {
            service_address: address.get_untracked(),
            domain: domain.get_untracked(),
            access_key: access_key.get_untracked(),
        };
        send(busy, save_telephone(form), move |answer| match answer {
            Ok(_) => {
                toasts::tell(t().settings.saved);
                refetch.run(());
            }
            Err(fault) => errors.show(&fault),
        });
    };
    view! {
        <form class="panel form" novalidate on:submit=submit>
            <header class="settings__head">
                <h2 class="panel__title">{move || (t().settings.account)(threec::NAME)}</h2>
                <KeyState has_key=has_key />
            </header>
            <p class="panel__text">{move || t().settings.account_text}</p>
            <AccountFields address=address domain=domain access_key=access_key has_key=has_key errors=errors />
            <div class="form__actions">
                <Button label=move || t().frame.save kind=ButtonKind::Primary submit=true busy=busy />
            </div>
        </form>
    }
}

#[component]
fn AccountFields(
    address: RwSignal<String>,
    domain: RwSignal<String>,
    access_key: RwSignal<String>,
    has_key: bool,
    errors: FieldErrors,
) -> impl IntoView {
    view! {
        <TextField
            name="service-address"
            label=move || t().settings.service_address
            value=address
            error=errors.at(Field::ServiceAddress)
            hint=move || (t().settings.service_address_hint)(threec::USUAL_ADDRESS)
            kind="url"
            required=true
        />
        <TextField
            name="domain"
            label=move || t().settings.domain
            value=domain
            error=errors.at(Field::Domain)
            hint=move || (t().settings.domain_hint)(threec::DOMAIN_EXAMPLE)
            required=true
        />
        <TextField
            name="access-key"
            label=move || t().settings.access_key
            value=access_key
            error=errors.at(Field::AccessKey)
            hint=move || if has_key { t().settings.access_key_keep } else { t().settings.access_key_hint }
            kind="password"
            autocomplete="new-password"
            required=!has_key
        />
    }
}

#[component]
fn KeyState(has_key: bool) -> impl IntoView {
    if has_key {
        view! { <Badge label=move || t().settings.key_stored tone=Tone::Ok icon=icondata_lu::LuKeyRound /> }.into_any()
    } else {
        view! { <Badge label=move || t().settings.key_missing tone=Tone::Warn icon=icondata_lu::LuTriangleAlert /> }
            .into_any()
    }
}

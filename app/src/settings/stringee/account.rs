//! The account's form. Secrets go one way: they can be stored and replaced, never read.

use super::filled::Filled;
use super::hotlines::HotlineRows;
use super::{save_stringee, words};
use crate::components::form::send;
use crate::components::{Badge, Button, ButtonKind, CheckList, Checkbox, TextArea, TextField, Tone, toasts};
use crate::texts::t;
use domain::fields::Field;
use domain::stringee::{AccountSettings, CALL_API, CONTACT_CENTRE_API, Hook};
use domain::telephone::Provider;
use leptos::prelude::*;

/// The account.
#[component]
pub(super) fn AccountPanel(account: AccountSettings, refetch: Callback<()>) -> impl IntoView {
    let filled = Filled::from(&account);
    let (has_key, has_signing) = (account.has_key_secret, account.has_signing_secret);
    let busy = RwSignal::new(false);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        filled.errors.clear();
        send(busy, save_stringee(filled.form()), move |answer| match answer {
            Ok(_) => {
                toasts::tell(t().settings.saved);
                refetch.run(());
            }
            Err(fault) => filled.errors.show(&fault),
        });
    };
    view! {
        <form class="panel form" novalidate on:submit=submit>
            <header class="settings__head">
                <h2 class="panel__title">{move || (t().settings.account)(Provider::Stringee.name())}</h2>
                <KeyState has_key=has_key />
            </header>
            <p class="panel__text">{move || t().settings.stringee.text}</p>
            <KeyFields filled=filled has_key=has_key />
            <HotlineRows rows=filled.hotlines errors=filled.errors />
            <CallFields filled=filled />
            <SignatureFields filled=filled has_signing=has_signing />
            <AddressFields filled=filled />
            <div class="form__actions">
                <Button label=move || t().frame.save kind=ButtonKind::Primary submit=true busy=busy />
            </div>
        </form>
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

/// What signs us in.
#[component]
fn KeyFields(filled: Filled, has_key: bool) -> impl IntoView {
    let errors = filled.errors;
    view! {
        <div class="settings__pair">
            <TextField
                name="project-id"
                label=move || t().settings.stringee.project
                value=filled.project_id
                error=errors.at(Field::Domain)
                hint=move || t().settings.stringee.project_hint
                required=true
            />
            <TextField
                name="key-sid"
                label=move || t().settings.stringee.key_sid
                value=filled.key_sid
                error=errors.at(Field::KeyName)
                hint=move || t().settings.stringee.key_sid_hint
                required=true
            />
        </div>
        <TextField
            name="key-secret"
            label=move || t().settings.stringee.key_secret
            value=filled.key_secret
            error=errors.at(Field::AccessKey)
            hint=move || if has_key { t().settings.access_key_keep } else { t().settings.access_key_hint }
            kind="password"
            autocomplete="new-password"
            required=!has_key
        />
    }
}

/// How calls go.
#[component]
fn CallFields(filled: Filled) -> impl IntoView {
    view! {
        <TextField
            name="answer-timeout"
            label=move || t().settings.stringee.answer_timeout
            value=filled.answer_timeout
            error=filled.errors.at(Field::AnswerTimeout)
            hint=move || t().settings.stringee.answer_timeout_hint
            required=true
        />
        <Checkbox
            label=move || t().settings.stringee.keep_recordings
            checked=filled.keep_recordings
            name="keep-recordings"
        />
    }
}

/// Whether the provider's questions must be signed.
#[component]
fn SignatureFields(filled: Filled, has_signing: bool) -> impl IntoView {
    let options =
        || Hook::ALL.into_iter().map(|hook| (hook.as_str().to_owned(), words::hook(hook).to_owned())).collect();
    view! {
        <TextField
            name="signing-secret"
            label=move || t().settings.stringee.signing_secret
            value=filled.signing_secret
            error=filled.errors.at(Field::SigningKey)
            hint=move || {
                if has_signing { t().settings.access_key_keep } else { t().settings.stringee.signing_secret_hint }
            }
            kind="password"
            autocomplete="new-password"
        />
        <CheckList
            name="signed"
            label=move || t().settings.stringee.signed
            chosen=filled.signed
            on_choose=move |chosen| filled.signed.set(chosen)
            options=Signal::derive(options)
            hint=move || t().settings.stringee.signed_hint
        />
    }
}

/// Where the provider is; rarely anywhere else than usual.
#[component]
fn AddressFields(filled: Filled) -> impl IntoView {
    let errors = filled.errors;
    let opened = [filled.call_api, filled.contact_centre_api, filled.servers]
        .into_iter()
        .any(|field| field.with_untracked(|text| !text.is_empty()));
    view! {
        <details class="settings__more" open=opened>
            <summary>{move || t().settings.stringee.addresses}</summary>
            <div class="form">
                <TextField
                    name="call-api"
                    label=move || t().settings.stringee.call_api
                    value=filled.call_api
                    error=errors.at(Field::ServiceAddress)
                    hint=move || (t().settings.stringee.usual)(CALL_API)
                    kind="url"
                />
                <TextField
                    name="centre-api"
                    label=move || t().settings.stringee.centre_api
                    value=filled.contact_centre_api
                    error=errors.at(Field::CentreAddress)
                    hint=move || (t().settings.stringee.usual)(CONTACT_CENTRE_API)
                    kind="url"
                />
                <TextArea
                    name="servers"
                    label=move || t().settings.stringee.servers
                    value=filled.servers
                    error=errors.at(Field::Servers)
                    hint=move || t().settings.stringee.servers_hint
                    rows=2
                />
            </div>
        </details>
    }
}

//! One's own name, language, colours and password.

mod api;
mod appearance;
mod notifications;
mod password;
mod phone_keys;

pub use api::{change_password, edit_profile};
pub(crate) use appearance::remember_appearance;

use crate::components::form::{FieldErrors, send};
use crate::components::{Button, ButtonKind, PageHead, TextField, toasts};
use crate::softphone::{DialHabitsPanel, PhoneAccountPanel};
use crate::surroundings::viewer;
use crate::texts::t;
use appearance::AppearancePanel;
use domain::fields::Field;
use domain::staff::ProfileForm;
use leptos::prelude::*;
use notifications::NotificationsPanel;
use password::PasswordPanel;
use phone_keys::PhoneKeysPanel;

/// The page of whoever is signed in.
#[component]
pub fn ProfilePage() -> impl IntoView {
    view! {
        <PageHead title=move || t().profile.title />
        <div class="panels">
            <AboutPanel />
            <AppearancePanel />
            <NotificationsPanel />
            <PhoneKeysPanel />
            <DialHabitsPanel />
            <PhoneAccountPanel />
            <PasswordPanel />
            <SessionsPanel />
        </div>
    }
}

#[component]
fn AboutPanel() -> impl IntoView {
    let name =
        RwSignal::new(viewer().me.with_untracked(|me| me.as_ref().map(|me| me.name.clone()).unwrap_or_default()));
    let email = move || viewer().me.with(|me| me.as_ref().map(|me| me.email.clone()));
    let errors = FieldErrors::new();
    let busy = RwSignal::new(false);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let viewer = viewer();
        let (language, theme) = (viewer.language.get_untracked(), viewer.theme.get_untracked());
        let form = ProfileForm { name: name.get_untracked(), language, theme };
        errors.set(form.parse_name().err().unwrap_or_default());
        if form.parse_name().is_err() {
            return;
        }
        send(busy, edit_profile(form), move |answer| match answer {
            Ok(me) => {
                viewer.me.set(Some(me));
                toasts::tell(t().profile.saved);
            }
            Err(fault) => errors.show(&fault),
        });
    };
    view! {
        <form class="panel form" novalidate on:submit=submit>
            <h2 class="panel__title">{move || t().profile.about}</h2>
            <TextField
                name="name"
                label=move || t().profile.name
                value=name
                error=errors.at(Field::Name)
                autocomplete="name"
                required=true
            />
            <p class="profile__email"><span>{move || t().profile.email}</span><strong>{email}</strong></p>
            <div class="form__actions">
                <Button label=move || t().frame.save kind=ButtonKind::Primary submit=true busy=busy />
            </div>
        </form>
    }
}

/// A plain form: whoever fears for their account is not kept by a page that has not come alive.
#[component]
fn SessionsPanel() -> impl IntoView {
    view! {
        <form class="panel" method="post" action="/sign-out">
            <h2 class="panel__title">{move || t().profile.sessions}</h2>
            <p class="panel__text">{move || t().profile.sessions_text}</p>
            <input type="hidden" name="everywhere" value="1" />
            <div class="form__actions">
                <Button label=move || t().profile.sign_out_everywhere icon=icondata_lu::LuLogOut submit=true />
            </div>
        </form>
    }
}

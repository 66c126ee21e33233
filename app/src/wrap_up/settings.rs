//! How wrap-up goes: how long it may take, and whether a choice must be made.

use super::api::save_wrap_up_settings;
use crate::components::form::{FieldErrors, send};
use crate::components::{Button, ButtonKind, Checkbox, TextField, toasts};
use crate::texts::t;
use domain::fields::Field;
use domain::wrap_up::{WrapUpSettings, WrapUpSettingsForm};
use leptos::prelude::*;

/// The settings.
#[component]
pub(super) fn SettingsPanel(
    /// As they are.
    settings: WrapUpSettings,
) -> impl IntoView {
    let limit = RwSignal::new(settings.limit_seconds.map(|seconds| seconds.to_string()).unwrap_or_default());
    let required = RwSignal::new(settings.disposition_required);
    let (errors, busy) = (FieldErrors::new(), RwSignal::new(false));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        errors.clear();
        let form =
            WrapUpSettingsForm { limit_seconds: limit.get_untracked(), disposition_required: required.get_untracked() };
        send(busy, save_wrap_up_settings(form), move |answer| match answer {
            Ok(_) => toasts::tell(t().wrap_up.saved),
            Err(fault) => errors.show(&fault),
        });
    };
    view! {
        <form class="panel form" novalidate on:submit=submit>
            <h2 class="panel__title">{move || t().wrap_up.settings}</h2>
            <TextField
                name="wrap-up-limit"
                label=move || t().wrap_up.limit
                value=limit
                error=errors.at(Field::TimeLimit)
                hint=move || t().wrap_up.limit_hint
            />
            <Checkbox label=move || t().wrap_up.required checked=required />
            <div class="form__actions">
                <Button label=move || t().frame.save kind=ButtonKind::Primary submit=true busy=busy />
            </div>
        </form>
    }
}

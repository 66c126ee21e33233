//! Another password.

use super::change_password;
use crate::components::form::{FieldErrors, send};
use crate::components::{Button, NewPassword, TextField, toasts};
use crate::texts::t;
use domain::fields::{Field, FieldError, FieldProblem};
use leptos::prelude::*;

/// The form of the password.
#[component]
pub(super) fn PasswordPanel() -> impl IntoView {
    let (old, new) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let errors = FieldErrors::new();
    let busy = RwSignal::new(false);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let (typed_old, typed_new) = (old.get_untracked(), new.get_untracked());
        let problems = problems(&typed_old, &typed_new);
        let flawless = problems.is_empty();
        errors.set(problems);
        if !flawless {
            return;
        }
        send(busy, change_password(typed_old, typed_new), move |answer| match answer {
            Ok(()) => {
                old.set(String::new());
                new.set(String::new());
                toasts::tell(t().profile.password_changed);
            }
            Err(fault) => errors.show(&fault),
        });
    };
    view! {
        <form class="panel form" novalidate on:submit=submit>
            <h2 class="panel__title">{move || t().profile.password}</h2>
            <TextField
                name="old-password"
                label=move || t().profile.old_password
                value=old
                error=errors.at(Field::OldPassword)
                kind="password"
                autocomplete="current-password"
                required=true
            />
            <NewPassword
                name="new-password"
                label=move || t().profile.new_password
                value=new
                error=errors.at(Field::Password)
                hint=move || t().profile.new_password_hint
            />
            <div class="form__actions">
                <Button label=move || t().profile.change_password submit=true busy=busy />
            </div>
        </form>
    }
}

fn problems(old: &str, new: &str) -> Vec<FieldError> {
    let missing = old.is_empty().then(|| FieldError::new(Field::OldPassword, FieldProblem::Required));
    missing.into_iter().chain(domain::staff::password(new).err()).collect()
}

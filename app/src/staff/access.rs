//! Whether a member may sign in, and with which password.

use super::{reset_password, update_member};
use crate::components::form::{FieldErrors, send, tell};
use crate::components::{Button, ButtonKind, Dialog, NewPassword, toasts};
use crate::texts::t;
use domain::fields::Field;
use domain::ids::StaffId;
use domain::staff::{Member, MemberForm};
use leptos::prelude::*;

/// What an admin can do about a member's way in.
#[component]
pub(super) fn AccessPanel(member: Member, refetch: Callback<()>) -> impl IntoView {
    let (asking_password, asking_deactivation) = (RwSignal::new(false), RwSignal::new(false));
    let busy = RwSignal::new(false);
    let (id, name, active) = (member.id.clone(), member.name.clone(), member.active);
    let set_active = Callback::new(move |active| {
        let form = MemberForm { active, ..MemberForm::from(&member) };
        send(busy, update_member(member.id.clone(), form), move |answer| match answer {
            Ok(member) => {
                asking_deactivation.set(false);
                let words = if member.active { t().staff.activated } else { t().staff.deactivated };
                toasts::tell(words(&member.name));
                refetch.run(());
            }
            Err(fault) => tell(&fault),
        });
    });
    let change = move || if active { asking_deactivation.set(true) } else { set_active.run(true) };
    let change_label = move || if active { t().staff.deactivate } else { t().staff.activate };
    view! {
        <section class="panel">
            <div class="form__actions">
                <Button
                    label=move || t().staff.reset_password
                    icon=icondata_lu::LuKeyRound
                    on_press=move || asking_password.set(true)
                />
                <Button
                    label=change_label
                    icon=if active { icondata_lu::LuBan } else { icondata_lu::LuCheck }
                    busy=busy
                    on_press=change
                />
            </div>
            <PasswordDialog open=asking_password id=id name=name.clone() />
            <DeactivationDialog open=asking_deactivation name=name busy=busy on_yes=move || set_active.run(false) />
        </section>
    }
}

#[component]
fn DeactivationDialog(
    open: RwSignal<bool>,
    name: String,
    busy: RwSignal<bool>,
    #[prop(into)] on_yes: Callback<()>,
) -> impl IntoView {
    let name = StoredValue::new(name);
    view! {
        <Dialog open=open title=move || t().staff.deactivate>
            <p>{move || name.with_value(|name| (t().staff.deactivate_question)(name))}</p>
            <div class="dialog__actions">
                <Button label=move || t().frame.cancel on_press=move || open.set(false) />
                <Button label=move || t().staff.deactivate kind=ButtonKind::Danger busy=busy on_press=on_yes />
            </div>
        </Dialog>
    }
}

#[component]
fn PasswordDialog(open: RwSignal<bool>, id: StaffId, name: String) -> impl IntoView {
    let password = RwSignal::new(String::new());
    let errors = FieldErrors::new();
    let busy = RwSignal::new(false);
    let name = StoredValue::new(name);
    let submit = Callback::new(move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let typed = password.get_untracked();
        if let Err(problem) = domain::staff::password(&typed) {
            return errors.set(vec![problem]);
        }
        send(busy, reset_password(id.clone(), typed), move |answer| match answer {
            Ok(()) => {
                open.set(false);
                toasts::tell(t().staff.password_was_reset);
            }
            Err(fault) => errors.show(&fault),
        });
    });
    Effect::new(move |_| {
        if open.get() {
            password.set(String::new());
            errors.clear();
        }
    });
    view! {
        <Dialog open=open title=move || t().staff.reset_password>
            <form class="form" novalidate on:submit=move |event| submit.run(event)>
                <p>{move || name.with_value(|name| (t().staff.reset_password_text)(name))}</p>
                <NewPassword
                    name="new-password"
                    label=move || t().staff.new_password
                    value=password
                    error=errors.at(Field::Password)
                    hint=move || t().staff.first_password_hint
                />
                <div class="dialog__actions">
                    <Button label=move || t().frame.cancel on_press=move || open.set(false) />
                    <Button label=move || t().staff.reset_password kind=ButtonKind::Primary submit=true busy=busy />
                </div>
            </form>
        </Dialog>
    }
}

//! The accounts of SIP telephones.

use super::api::new_sip_password;
use super::desk::desk;
use super::options::one_of;
use super::thing::{RemoveButton, put};
use crate::components::form::{FieldErrors, send, tell};
use crate::components::{Button, ButtonKind, CopyField, Dialog, Select, TextField};
use crate::routes::CentrePage;
use crate::texts::t;
use domain::centre::{DraftEdit, Kind, Part, Ref, SipAccount, SipForm};
use domain::fields::Field;
use domain::ids::Seat;
use leptos::prelude::*;

/// All of them.
#[component]
pub(super) fn Sips() -> impl IntoView {
    let desk = desk();
    let accounts = Memo::new(move |_| desk.draft(|draft| draft.sip_accounts().cloned().collect::<Vec<_>>()));
    let (editing, chosen) = (RwSignal::new(false), RwSignal::new(None::<SipAccount>));
    let edit = Callback::new(move |account: Option<SipAccount>| {
        chosen.set(account);
        editing.set(true);
    });
    let (renewing, user) = (RwSignal::new(false), RwSignal::new(String::new()));
    let renew = Callback::new(move |of: String| {
        user.set(of);
        renewing.set(true);
    });
    let row = move |account| view! { <Row account=account edit=edit renew=renew /> };
    view! {
        <section class="centre-part" aria-labelledby="sips">
            <header class="settings__head">
                <h2 class="panel__title" id="sips">{move || t().centre.things.sips}</h2>
                <Button
                    label=move || t().centre.things.new_sip
                    icon=icondata_lu::LuPlus
                    on_press=move || edit.run(None)
                />
            </header>
            <Show
                when=move || accounts.with(|all| !all.is_empty())
                fallback=|| view! { <p class="panel__text">{move || t().centre.things.no_sips_text}</p> }
            >
                <div class="table-scroll" tabindex="0" role="group" aria-labelledby="sips">
                    <table class="table centre-list">
                        <thead>
                            <tr>
                                <th scope="col">{move || t().centre.parts.user}</th>
                                <th scope="col">{move || t().centre.things.owner}</th>
                                <th scope="col" class="centre-list__wide">{move || t().centre.parts.extension}</th>
                                <th scope="col">
                                    <span class="visually-hidden">{move || t().centre.things.actions}</span>
                                </th>
                            </tr>
                        </thead>
                        <tbody>{move || accounts.get().into_iter().map(row).collect_view()}</tbody>
                    </table>
                </div>
            </Show>
            <SipDialog open=editing account=chosen.into() />
            <PasswordDialog open=renewing user=user.into() />
        </section>
    }
}

#[component]
fn Row(account: SipAccount, edit: Callback<Option<SipAccount>>, renew: Callback<String>) -> impl IntoView {
    let desk = desk();
    let SipAccount { user, seat, extension } = account.clone();
    let (edited, of) = (user.clone(), StoredValue::new(user.clone()));
    let owner = move || match &seat {
        Some(seat) => desk.named(|book| book.name(&Ref::Agent(seat.clone()))),
        None => t().centre.things.nobodys.to_owned(),
    };
    // The provider knows it only once it is published.
    let is_published = move || of.with_value(|user| desk.with(|desk| desk.base.has(&Ref::Sip(user.clone()))));
    view! {
        <tr>
            <th scope="row" class="centre-list__name">{user.clone()}</th>
            <td>{owner}</td>
            <td class="centre-list__wide number">{extension}</td>
            <td class="centre-list__actions">
                <Show when=is_published>
                    <Button
                        label=move || of.with_value(|user| (t().centre.things.new_password_named)(user))
                        kind=ButtonKind::Ghost
                        icon=icondata_lu::LuKeyRound
                        icon_only=true
                        on_press=move || renew.run(of.get_value())
                    />
                </Show>
                <Button
                    label=move || (t().centre.things.edit_named)(&edited)
                    kind=ButtonKind::Ghost
                    icon=icondata_lu::LuPencil
                    icon_only=true
                    on_press=move || edit.run(Some(account.clone()))
                />
                <RemoveButton at=Ref::Sip(user) after=CentrePage::Agents in_row=true />
            </td>
        </tr>
    }
}

#[component]
fn SipDialog(open: RwSignal<bool>, account: Signal<Option<SipAccount>>) -> impl IntoView {
    let title = move || match account.get() {
        Some(account) => (t().centre.things.edit_named)(&account.user),
        None => t().centre.things.new_sip.to_owned(),
    };
    view! {
        <Dialog open=open title=title>
            <Fields open=open account=account.get_untracked() />
        </Dialog>
    }
}

#[component]
fn Fields(open: RwSignal<bool>, account: Option<SipAccount>) -> impl IntoView {
    let desk = desk();
    let was = account.as_ref().map(|account| account.user.clone());
    let form = account.as_ref().map(SipForm::from).unwrap_or_default();
    let user = RwSignal::new(form.user);
    let seat = RwSignal::new(form.seat.map(|seat| seat.to_string()).unwrap_or_default());
    let extension = RwSignal::new(form.extension);
    let errors = FieldErrors::new();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let form = SipForm {
            user: user.get_untracked(),
            seat: Some(seat.get_untracked()).filter(|seat| !seat.is_empty()).map(Seat::new),
            extension: extension.get_untracked(),
        };
        if put(desk, errors, DraftEdit::Sip { was: was.clone(), form }).is_some() {
            open.set(false);
        }
    };
    view! {
        <form class="form" novalidate on:submit=submit>
            <TextField
                name="sip-user"
                label=move || t().centre.parts.user
                value=user
                error=errors.at(Field::Centre(Part::User))
                required=true
            />
            <Select
                name="sip-seat"
                label=move || t().centre.things.owner
                value=seat
                options=Signal::derive(move || one_of(desk, Kind::Agent))
                error=errors.at(Field::Centre(Part::Seat))
            />
            <TextField
                name="sip-extension"
                label=move || t().centre.parts.extension
                value=extension
                error=errors.at(Field::Centre(Part::Extension))
                hint=move || t().centre.things.extension_hint
            />
            <div class="dialog__actions">
                <Button label=move || t().frame.cancel on_press=move || open.set(false) />
                <Button label=move || t().centre.things.save kind=ButtonKind::Primary submit=true />
            </div>
        </form>
    }
}

/// Gives a telephone another password, and shows it once.
#[component]
fn PasswordDialog(open: RwSignal<bool>, user: Signal<String>) -> impl IntoView {
    view! {
        <Dialog open=open title=move || t().centre.things.new_password>
            <NewPassword open=open user=user />
        </Dialog>
    }
}

#[component]
fn NewPassword(open: RwSignal<bool>, user: Signal<String>) -> impl IntoView {
    let (busy, password) = (RwSignal::new(false), RwSignal::new(None::<String>));
    let renew = move || {
        send(busy, new_sip_password(user.get_untracked()), move |answer| match answer {
            Ok(given) => password.set(Some(given.password)),
            Err(fault) => tell(&fault),
        });
    };
    move || match password.get() {
        Some(password) => view! {
            <CopyField
                name="sip-password"
                label=move || t().centre.things.password
                value=password
                hint=move || t().centre.things.password_hint
            />
        }
        .into_any(),
        None => view! {
            <p>{move || (t().centre.things.new_password_question)(&user.get())}</p>
            <div class="dialog__actions">
                <Button label=move || t().frame.cancel on_press=move || open.set(false) />
                <Button
                    label=move || t().centre.things.new_password
                    kind=ButtonKind::Danger
                    busy=busy
                    on_press=renew
                />
            </div>
        }
        .into_any(),
    }
}

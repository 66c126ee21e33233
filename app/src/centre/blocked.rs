//! The numbers that may not call.

use super::desk::desk;
use super::frame::CentreFrame;
use super::thing::{RemoveButton, put};
use super::words::grouped;
use crate::components::form::FieldErrors;
use crate::components::{Button, ButtonKind, Checkbox, Dialog, EmptyState, PageHead, TextField};
use crate::routes::CentrePage;
use crate::texts::t;
use domain::centre::{Blocked, BlockedForm, DraftEdit, Part, Ref};
use domain::fields::Field;
use leptos::prelude::*;

/// The list.
#[component]
pub fn BlockedPage() -> impl IntoView {
    view! {
        <CentreFrame part=CentrePage::Blocked>
            <Body />
        </CentreFrame>
    }
}

#[component]
fn Body() -> impl IntoView {
    let desk = desk();
    let blocked = Memo::new(move |_| desk.draft(|draft| draft.blocked().cloned().collect::<Vec<_>>()));
    let (editing, chosen) = (RwSignal::new(false), RwSignal::new(None::<Blocked>));
    let edit = Callback::new(move |one: Option<Blocked>| {
        chosen.set(one);
        editing.set(true);
    });
    let add = move || {
        view! {
            <Button
                label=move || t().centre.things.new_blocked
                kind=ButtonKind::Primary
                icon=icondata_lu::LuPlus
                on_press=move || edit.run(None)
            />
        }
    };
    let nobody = move || {
        view! {
            <EmptyState
                icon=icondata_lu::LuBan
                title=move || t().centre.things.no_blocked
                text=move || t().centre.things.no_blocked_text
            >
                {add()}
            </EmptyState>
        }
    };
    let row = move |one| view! { <Row blocked=one edit=edit /> };
    view! {
        <PageHead title=move || t().centre.blocked>{add()}</PageHead>
        <Show when=move || blocked.with(|all| !all.is_empty()) fallback=nobody>
            <div class="table-scroll" tabindex="0" role="region" aria-label=move || t().centre.blocked>
                <table class="table centre-list">
                    <thead>
                        <tr>
                            <th scope="col">{move || t().centre.parts.blocked}</th>
                            <th scope="col">{move || t().centre.things.refused_by}</th>
                            <th scope="col">
                                <span class="visually-hidden">{move || t().centre.things.actions}</span>
                            </th>
                        </tr>
                    </thead>
                    <tbody>{move || blocked.get().into_iter().map(row).collect_view()}</tbody>
                </table>
            </div>
        </Show>
        <BlockedDialog open=editing blocked=chosen.into() />
    }
}

#[component]
fn Row(blocked: Blocked, edit: Callback<Option<Blocked>>) -> impl IntoView {
    let Blocked { number, in_menus, in_queues } = blocked.clone();
    let read = grouped(&number);
    let named = read.clone();
    let refused_by = move || {
        let by = [(in_menus, t().centre.menus), (in_queues, t().centre.queues)];
        let by: Vec<&str> = by.into_iter().filter_map(|(is, name)| is.then_some(name)).collect();
        if by.is_empty() { t().centre.things.refused_by_nothing.to_owned() } else { by.join(", ") }
    };
    view! {
        <tr>
            <th scope="row" class="centre-list__name number">{read}</th>
            <td class:table__dim=!in_menus && !in_queues>{refused_by}</td>
            <td class="centre-list__actions">
                <Button
                    label=move || (t().centre.things.edit_named)(&named)
                    kind=ButtonKind::Ghost
                    icon=icondata_lu::LuPencil
                    icon_only=true
                    on_press=move || edit.run(Some(blocked.clone()))
                />
                <RemoveButton at=Ref::Blocked(number) after=CentrePage::Blocked in_row=true />
            </td>
        </tr>
    }
}

#[component]
fn BlockedDialog(open: RwSignal<bool>, blocked: Signal<Option<Blocked>>) -> impl IntoView {
    let title = move || match blocked.get() {
        Some(blocked) => (t().centre.things.edit_named)(&grouped(&blocked.number)),
        None => t().centre.things.new_blocked.to_owned(),
    };
    view! {
        <Dialog open=open title=title>
            <Fields open=open blocked=blocked.get_untracked() />
        </Dialog>
    }
}

#[component]
fn Fields(open: RwSignal<bool>, blocked: Option<Blocked>) -> impl IntoView {
    let desk = desk();
    let was = blocked.as_ref().map(|blocked| blocked.number.clone());
    let everywhere = || BlockedForm { in_menus: true, in_queues: true, ..BlockedForm::default() };
    let form = blocked.as_ref().map_or_else(everywhere, BlockedForm::from);
    let number = RwSignal::new(form.number);
    let (in_menus, in_queues) = (RwSignal::new(form.in_menus), RwSignal::new(form.in_queues));
    let errors = FieldErrors::new();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let form = BlockedForm {
            number: number.get_untracked(),
            in_menus: in_menus.get_untracked(),
            in_queues: in_queues.get_untracked(),
        };
        if put(desk, errors, DraftEdit::Blocked { was: was.clone(), form }).is_some() {
            open.set(false);
        }
    };
    view! {
        <form class="form" novalidate on:submit=submit>
            <TextField
                name="blocked-number"
                label=move || t().centre.parts.number
                value=number
                error=errors.at(Field::Centre(Part::Number))
                kind="tel"
                required=true
            />
            <div class="form__marks">
                <Checkbox label=move || t().centre.parts.in_menus checked=in_menus />
                <Checkbox label=move || t().centre.parts.in_queues checked=in_queues />
            </div>
            <div class="dialog__actions">
                <Button label=move || t().frame.cancel on_press=move || open.set(false) />
                <Button label=move || t().centre.things.save kind=ButtonKind::Primary submit=true />
            </div>
        </form>
    }
}

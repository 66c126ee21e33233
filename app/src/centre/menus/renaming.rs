//! A new menu, and another name for one.

use super::key_dialog::NewStep;
use crate::centre::desk::{Desk, desk};
use crate::centre::words::part;
use crate::components::form::FieldErrors;
use crate::components::{Button, ButtonKind, Dialog, TextField};
use crate::routes::{CentrePage, Route};
use crate::softphone::fresh_id;
use crate::texts::t;
use domain::centre::{Centre, DraftEdit, MenuForm, NodeForm, Part};
use domain::fields::{Field, FieldError};
use domain::ids::{MenuId, NodeId};
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

/// Asks for a menu's name.
#[component]
pub(super) fn RenameMenu(open: RwSignal<bool>, id: MenuId) -> impl IntoView {
    view! {
        <Dialog open=open title=move || t().centre.menu_pages.rename>
            <Rename open=open id=id.clone() />
        </Dialog>
    }
}

#[component]
fn Rename(open: RwSignal<bool>, id: MenuId) -> impl IntoView {
    let (desk, errors) = (desk(), FieldErrors::new());
    let form = untrack(|| desk.draft(|centre: &Centre| MenuForm::of(centre, &id))).unwrap_or_default();
    let name = RwSignal::new(form.name.clone());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let form = MenuForm { name: name.get_untracked(), ..form.clone() };
        match desk.edit(DraftEdit::Menu { id: id.clone(), form }) {
            Ok(_) => open.set(false),
            Err(wrong) => errors.set(wrong),
        }
    };
    view! {
        <form class="form" novalidate on:submit=submit>
            <TextField
                name="menu-name"
                label=move || part(Part::Name)
                value=name
                error=errors.at(Field::Centre(Part::Name))
                required=true
            />
            <div class="dialog__actions">
                <Button label=move || t().frame.cancel on_press=move || open.set(false) />
                <Button label=move || t().frame.save kind=ButtonKind::Primary submit=true />
            </div>
        </form>
    }
}

/// Asks for a new menu's name and for what callers hear first.
#[component]
pub(super) fn NewMenu(open: RwSignal<bool>) -> impl IntoView {
    view! {
        <Dialog open=open title=move || t().centre.menu_pages.add>
            <Create open=open />
        </Dialog>
    }
}

#[component]
fn Create(open: RwSignal<bool>) -> impl IntoView {
    let (desk, navigate) = (desk(), use_navigate());
    let name = RwSignal::new(String::new());
    let (step, text) = (RwSignal::new(t().centre.menu_pages.first_step.to_owned()), RwSignal::new(String::new()));
    let (errors, step_errors) = (FieldErrors::new(), FieldErrors::new());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let menu = MenuForm { name: name.get_untracked(), root: None };
        let greeting = NodeForm { name: step.get_untracked(), text: text.get_untracked(), ..NodeForm::default() };
        match create(desk, menu, greeting) {
            Ok(menu) => {
                open.set(false);
                navigate(&Route::from(CentrePage::Menu { menu, node: None }).href(), Default::default());
            }
            Err(wrong) => {
                errors.set(wrong.menu);
                step_errors.set(wrong.greeting);
            }
        }
    };
    view! {
        <form class="form" novalidate on:submit=submit>
            <TextField
                name="menu-name"
                label=move || t().centre.menu_pages.menu_name
                value=name
                error=errors.at(Field::Centre(Part::Name))
                required=true
            />
            <h3 class="section-heading">{move || t().centre.menu_pages.greeting}</h3>
            <NewStep name=step text=text errors=step_errors />
            <div class="dialog__actions">
                <Button label=move || t().frame.cancel on_press=move || open.set(false) />
                <Button label=move || t().centre.menu_pages.create kind=ButtonKind::Primary submit=true />
            </div>
        </form>
    }
}

/// What is wrong with a new menu, and with its first place.
struct Refused {
    menu: Vec<FieldError>,
    greeting: Vec<FieldError>,
}

/// Both or nothing.
fn create(desk: Desk, menu: MenuForm, greeting: NodeForm) -> Result<MenuId, Refused> {
    let (id, node) = (MenuId::new(fresh_id()), NodeId::new(fresh_id()));
    let first = DraftEdit::Menu { id: id.clone(), form: menu };
    let second = DraftEdit::Node { menu: id.clone(), id: node, form: greeting };
    // The place is tried where the menu is: its name may be refused while the menu's is.
    let mut tried = untrack(|| desk.draft(Centre::clone));
    let menu = first.apply(&mut tried, &[]).map(drop);
    tried.put(domain::centre::Menu { id: id.clone(), name: String::new() });
    let greeting = second.apply(&mut tried, &[]).map(drop);
    if menu.is_err() || greeting.is_err() {
        return Err(Refused { menu: menu.err().unwrap_or_default(), greeting: greeting.err().unwrap_or_default() });
    }
    drop(desk.edit(first));
    drop(desk.edit(second));
    Ok(id)
}

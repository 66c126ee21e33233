//! Adding a key: where it shall lead, perhaps to a place that is made with it.

use super::editor::Editor;
use super::filled::{press_of, press_word};
use super::keys::{Does, NEW, Target, new_row};
use crate::centre::words::{key, part};
use crate::components::form::FieldErrors;
use crate::components::{Button, ButtonKind, Dialog, Select, TextArea, TextField};
use crate::texts::t;
use domain::centre::{Centre, NodeForm, Part, Press};
use domain::fields::Field;
use domain::ids::NodeId;
use leptos::prelude::*;

/// The question.
#[component]
pub(super) fn KeyDialog(editor: Editor) -> impl IntoView {
    let named = move || {
        let id = editor.node()?;
        editor.desk.draft(|centre: &Centre| centre.node(&id).map(|node| node.name.clone()))
    };
    let title = move || (t().centre.menu_pages.add_key_at)(&named().unwrap_or_default());
    view! {
        <Dialog open=editor.adding title=title>
            {move || untrack(|| editor.node()).map(|node| view! { <Fields editor=editor node=node /> })}
        </Dialog>
    }
}

#[component]
fn Fields(editor: Editor, node: NodeId) -> impl IntoView {
    let row = new_row(editor.press.get_untracked());
    let (name, text) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let errors = FieldErrors::new();
    let taken = editor.now(|centre| super::editor::presses(centre, &node));
    let presses = move || {
        let free = Press::ALL.into_iter().filter(|press| !taken.contains(press));
        free.map(|press| (press_word(press).to_owned(), key(press))).collect::<Vec<_>>()
    };
    let rows = editor.now(|centre| NodeForm::of(centre, &node)).map_or(0, |form| form.keys.len());
    let error = move |part| errors.at(Field::CentreRow(rows, part));
    let is_new = Memo::new(move |_| row.does.with(|does| does == NEW));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let press = press_of(&row.press.get_untracked());
        let added = if is_new.get_untracked() {
            editor.add_step(&node, press, name.get_untracked(), text.get_untracked()).map(|spot| editor.go(spot))
        } else {
            editor.add_row(&node, row.read()).map(|()| editor.back())
        };
        match added {
            Ok(()) => editor.adding.set(false),
            Err(wrong) => errors.set(wrong),
        }
    };
    view! {
        <form class="form" novalidate on:submit=submit>
            <div class="key-line">
                <Select
                    name="new-press"
                    label=move || part(Part::Press)
                    value=row.press
                    options=Signal::derive(presses)
                    error=error(Part::Press)
                />
                <Does row=row named="new".to_owned() with_new=true />
                <Target editor=editor row=row named="new".to_owned() error=Callback::new(error) />
            </div>
            <Show when=move || is_new.get()>
                <NewStep name=name text=text errors=errors />
            </Show>
            <div class="dialog__actions">
                <Button label=move || t().frame.cancel on_press=move || editor.adding.set(false) />
                <Button label=move || t().centre.menu_pages.add_key kind=ButtonKind::Primary submit=true />
            </div>
        </form>
    }
}

/// The name of a new place, and what it says.
#[component]
pub(super) fn NewStep(name: RwSignal<String>, text: RwSignal<String>, errors: FieldErrors) -> impl IntoView {
    view! {
        <TextField
            name="step-name"
            label=move || part(Part::Name)
            value=name
            error=errors.at(Field::Centre(Part::Name))
            required=true
        />
        <TextArea
            name="step-text"
            label=move || part(Part::Text)
            value=text
            error=errors.at(Field::Centre(Part::Text))
            hint=move || t().centre.menu_pages.greeting_hint
            required=true
        />
    }
}

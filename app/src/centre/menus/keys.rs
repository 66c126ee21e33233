//! What keys do at a place: as rows of the form.

use super::editor::Editor;
use super::filled::{Filled, Row, bare, does_of, does_word, press_of, press_word};
use crate::centre::options::caller_ids;
use crate::centre::words::{key, part};
use crate::components::{Button, ButtonKind, Select, TextField};
use crate::texts::t;
use domain::centre::{Centre, Does, Part, Press};
use domain::fields::Field;
use domain::ids::NodeId;
use leptos::prelude::*;

/// Every key of a place.
#[component]
pub(super) fn KeyRows(editor: Editor, node: NodeId, filled: Filled, keep: Callback<()>) -> impl IntoView {
    let has_none = move || filled.keys.with(Vec::is_empty);
    let at = node.clone();
    let add = move || editor.add(editor.free_press(&at));
    view! {
        <section class="keys" aria-labelledby="keys-heading">
            <h3 class="section-heading" id="keys-heading">{move || t().centre.menu_pages.keys}</h3>
            <Show when=has_none>
                <p class="panel__text">{move || t().centre.menu_pages.no_keys}</p>
            </Show>
            <For each=move || filled.keys.get() key=|row| row.own let(row)>
                <KeyLine editor=editor filled=filled row=row keep=keep />
            </For>
            <Button label=move || t().centre.menu_pages.add_key icon=icondata_lu::LuPlus on_press=add />
        </section>
    }
}

#[component]
fn KeyLine(editor: Editor, filled: Filled, row: Row, keep: Callback<()>) -> impl IntoView {
    let place = Memo::new(move |_| filled.place(row.own));
    let presses = move || Press::ALL.map(|press| (press_word(press).to_owned(), key(press))).to_vec();
    let error = move |part| Signal::derive(move || filled.errors.at(Field::CentreRow(place.get(), part)).get());
    let remove = move || {
        filled.remove(row.own);
        keep.run(());
    };
    view! {
        <fieldset class="key-line">
            <legend class="visually-hidden">{move || (t().centre.menu_pages.key)(place.get() + 1)}</legend>
            <Select
                name=format!("press-{}", row.own)
                label=move || part(Part::Press)
                value=row.press
                options=Signal::derive(presses)
                error=error(Part::Press)
            />
            <Does row=row named=format!("{}", row.own) with_new=false />
            <Target editor=editor row=row named=format!("{}", row.own) error=Callback::new(error) />
            <span class="key-line__remove">
                <Button
                    label=move || (t().centre.menu_pages.remove_key)(&key(press_of(&row.press.get())))
                    kind=ButtonKind::Ghost
                    icon=icondata_lu::LuX
                    icon_only=true
                    on_press=remove
                />
            </span>
        </fieldset>
    }
}

/// Stands for a place that is made with its key.
pub(super) const NEW: &str = "new";

/// What a key does.
#[component]
pub(super) fn Does(row: Row, named: String, with_new: bool) -> impl IntoView {
    let options = move || {
        let words = &t().centre.menu_pages;
        let usual = [
            (Does::Queue, words.to_queue),
            (Does::Next, words.to_step),
            (Does::Forward, words.to_number),
            (Does::Stop, words.to_end),
        ];
        let new = with_new.then(|| (NEW.to_owned(), words.to_new_step.to_owned()));
        let usual = usual.map(|(does, word)| (does_word(does), word.to_owned()));
        let unknown = match does_of(&row.does.get()) {
            Does::Unknown(code) => Some((does_word(Does::Unknown(code)), (words.to_unknown)(code))),
            _ => None,
        };
        new.into_iter().chain(usual).chain(unknown).collect::<Vec<_>>()
    };
    view! {
        <Select
            name=format!("does-{named}")
            label=move || t().centre.menu_pages.leads
            value=row.does
            options=Signal::derive(options)
        />
    }
}

/// Where a key leads: a queue, a place, a number.
#[component]
pub(super) fn Target(
    editor: Editor,
    row: Row,
    named: String,
    /// What is wrong with a part of it.
    error: Callback<Part, Signal<Option<String>>>,
) -> impl IntoView {
    let named = StoredValue::new(named);
    let name = move |what: &str| named.with_value(|named| format!("{what}-{named}"));
    let choices = move |list: fn(&Centre, Editor) -> Vec<(String, String)>| {
        Signal::derive(move || {
            let pick = (String::new(), t().centre.menu_pages.pick.to_owned());
            editor.desk.draft(|centre| std::iter::once(pick).chain(list(centre, editor)).collect::<Vec<_>>())
        })
    };
    let does = Memo::new(move |_| row.does.get());
    let target = move || match does.get().as_str() {
        "queue" => view! {
            <Select
                name=name("queue")
                label=move || part(Part::Queue)
                value=row.queue
                options=choices(queues)
                error=error.run(Part::Queue)
            />
        }
        .into_any(),
        "next" => view! {
            <Select
                name=name("next")
                label=move || part(Part::Next)
                value=row.next
                options=choices(places)
                error=error.run(Part::Next)
            />
        }
        .into_any(),
        "forward" => view! {
            <TextField
                name=name("forward")
                label=move || part(Part::Forward)
                value=row.forward
                error=error.run(Part::Forward)
                kind="tel"
            />
            <Select
                name=name("caller")
                label=move || part(Part::CallerId)
                value=row.caller_id
                options=Signal::derive(move || caller_ids(editor.desk, &row.caller_id.get()))
                error=error.run(Part::CallerId)
            />
        }
        .into_any(),
        _ => ().into_any(),
    };
    view! { <div class="key-line__target">{target}</div> }
}

fn queues(centre: &Centre, _: Editor) -> Vec<(String, String)> {
    centre.queues().map(|queue| (queue.id.to_string(), queue.name.clone())).collect()
}

/// The places of this menu: the provider takes no others.
fn places(centre: &Centre, editor: Editor) -> Vec<(String, String)> {
    let nodes = editor.menu.with_value(|menu| centre.nodes_of(menu));
    nodes.into_iter().map(|node| (node.id.to_string(), node.name.clone())).collect()
}

/// The fields of a key that is not there yet.
pub(super) fn new_row(press: Press) -> Row {
    let row = Row::new(0, &bare(press, Does::Queue));
    row.does.set(NEW.to_owned());
    row
}

//! The form of a place: what callers hear, and what keys do. What is filled in goes into the draft field by field.

use super::editor::Editor;
use super::filled::Filled;
use super::keys::KeyRows;
use crate::centre::options::sounds;
use crate::centre::words::part;
use crate::components::{Checkbox, Icon, Segmented, Select, TextArea, TextField};
use crate::routes::{CentrePage, Route};
use crate::texts::t;
use domain::centre::{NodeForm, Part, Says};
use domain::fields::Field;
use domain::ids::NodeId;
use leptos::prelude::*;

/// The fields of a place.
#[component]
pub(super) fn NodeFields(editor: Editor, node: NodeId) -> impl IntoView {
    let form = editor.now(|centre| NodeForm::of(centre, &node)).unwrap_or_default();
    let filled = Filled::new(&form);
    let kept = StoredValue::new(Some(form));
    let id = StoredValue::new(node.clone());
    let keep = Callback::new(move |()| {
        let node = id.get_value();
        match editor.keep(&node, filled.form()) {
            Ok(()) => {
                filled.errors.clear();
                kept.set_value(editor.now(|centre| NodeForm::of(centre, &node)));
            }
            Err(wrong) => filled.errors.set(wrong),
        }
    });
    // Somebody else changed it, or what was kept here was refused.
    let now = Memo::new(move |_| editor.desk.draft(|centre| id.with_value(|node| NodeForm::of(centre, node))));
    Effect::new(move |_| {
        if let Some(form) = now.get().filter(|form| kept.with_value(|kept| kept.as_ref() != Some(form))) {
            filled.fill(&form);
            kept.set_value(Some(form));
        }
    });
    view! {
        <form
            class="form"
            novalidate
            on:change=move |_| keep.run(())
            on:submit=move |event: leptos::ev::SubmitEvent| event.prevent_default()
        >
            <NotKept filled=filled />
            <TextField
                name="node-name"
                label=move || part(Part::Name)
                value=filled.name
                error=filled.errors.at(Field::Centre(Part::Name))
                required=true
            />
            <Prompt editor=editor filled=filled />
            <Checkbox label=move || part(Part::BargeIn) checked=filled.barge_in />
            <Details editor=editor filled=filled />
            <KeyRows editor=editor node=node filled=filled keep=keep />
        </form>
    }
}

/// Said above all, where fields further down may be out of sight.
#[component]
fn NotKept(filled: Filled) -> impl IntoView {
    view! {
        <div aria-live="polite">
            <Show when=move || filled.errors.any()>
                <p class="notice notice--warn">
                    <Icon icon=icondata_lu::LuTriangleAlert />
                    <span>{move || t().centre.menu_pages.not_kept}</span>
                </p>
            </Show>
        </div>
    }
}

/// What callers hear: a text or a file.
#[component]
fn Prompt(editor: Editor, filled: Filled) -> impl IntoView {
    let word = |says: Says| if says == Says::Text { "text" } else { "file" };
    let options = move || {
        let words = &t().centre.menu_pages;
        vec![("text".to_owned(), words.by_text.to_owned()), ("file".to_owned(), words.by_file.to_owned())]
    };
    let choose = move |chosen: String| filled.says.set(if chosen == "file" { Says::File } else { Says::Text });
    let files = move || sounds(editor.desk, &filled.file.get());
    let text = move || {
        view! {
            <TextArea
                name="node-text"
                label=move || part(Part::Text)
                value=filled.text
                error=filled.errors.at(Field::Centre(Part::Text))
                rows=5
                required=true
            />
        }
    };
    let file = move || {
        view! {
            <Select
                name="node-file"
                label=move || part(Part::File)
                value=filled.file
                options=Signal::derive(files)
                error=filled.errors.at(Field::Centre(Part::File))
            />
            <p class="field__hint">
                <a href=Route::from(CentrePage::Sounds).href()>{move || t().centre.menu_pages.to_sounds}</a>
            </p>
        }
    };
    let speaks = Memo::new(move |_| filled.says.get() == Says::Text);
    view! {
        <div class="prompt">
            <span class="field__label" aria-hidden="true">{move || t().centre.menu_pages.hears}</span>
            <Segmented
                name="node-says"
                label=move || t().centre.menu_pages.hears
                chosen=Signal::derive(move || word(filled.says.get()).to_owned())
                on_choose=choose
                options=Signal::derive(options)
            />
            <Show when=move || speaks.get() fallback=file>{text()}</Show>
        </div>
    }
}

/// What is seldom changed.
#[component]
fn Details(editor: Editor, filled: Filled) -> impl IntoView {
    let voices = move || {
        let usual = (String::new(), t().centre.menu_pages.usual_voice.to_owned());
        let voices = editor.desk.with(|desk| desk.voices.clone());
        std::iter::once(usual).chain(voices.into_iter().map(|voice| (voice.clone(), voice))).collect::<Vec<_>>()
    };
    let speeds =
        || (-3_i8..=3).map(|speed| (speed.to_string(), (t().centre.menu_pages.speed)(speed))).collect::<Vec<_>>();
    let error = move |part| filled.errors.at(Field::Centre(part));
    let seconds = |what| (t().centre.menu_pages.in_seconds)(part(what));
    let millis = |what| (t().centre.menu_pages.in_millis)(part(what));
    let speaks = Memo::new(move |_| filled.says.get() == Says::Text);
    view! {
        <details class="details">
            <summary>{move || t().centre.menu_pages.details}</summary>
            <div class="details__fields">
                <Show when=move || speaks.get()>
                    <Select
                        name="node-voice"
                        label=move || part(Part::Voice)
                        value=filled.voice
                        options=Signal::derive(voices)
                        error=error(Part::Voice)
                    />
                    <Select
                        name="node-speed"
                        label=move || part(Part::Speed)
                        value=filled.speed
                        options=Signal::derive(speeds)
                        error=error(Part::Speed)
                    />
                </Show>
                <TextField
                    name="node-loops"
                    label=move || part(Part::Loops)
                    value=filled.loops
                    error=error(Part::Loops)
                />
                <TextField
                    name="node-pause"
                    label=move || millis(Part::Pause)
                    value=filled.pause_ms
                    error=error(Part::Pause)
                />
                <TextField
                    name="node-wait"
                    label=move || seconds(Part::WaitSeconds)
                    value=filled.wait_seconds
                    error=error(Part::WaitSeconds)
                />
            </div>
        </details>
    }
}

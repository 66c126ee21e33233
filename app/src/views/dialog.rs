//! Naming a view, and the question before one goes.

use super::api::save_view;
use super::shown::Shown;
use crate::components::form::{FieldErrors, send};
use crate::components::{Button, ButtonKind, Checkbox, Dialog, TextField, toasts};
use crate::fetched::{Part, fetched};
use crate::surroundings::viewer;
use crate::texts::t;
use domain::access::Action as Deed;
use domain::fields::Field;
use domain::views::{SavedView, ViewForm, Words};
use leptos::prelude::*;

/// What the fields are made with: as [`ViewDialog`].
type About = (RwSignal<bool>, Option<SavedView>, Shown, Callback<(Words, String)>, Callback<()>);

fetched! {
    lists {
        fields(About) = |(open, view, shown, go, again)| {
            view! { <Fields open=open view=view shown=shown go=go again=again /> }.into_any()
        };
    }
}

/// Keeps what is shown as a new view, or changes name and sharing of the open one.
#[component]
pub(super) fn ViewDialog(
    /// Whether it shall be open.
    wanted: RwSignal<bool>,
    /// The open view, if any.
    view: Memo<Option<SavedView>>,
    /// Whether a new one is made.
    is_new: RwSignal<bool>,
    /// What is shown now.
    shown: Shown,
    /// Goes to the view once it is kept.
    go: Callback<(Words, String)>,
    /// Told when the list has changed.
    again: Callback<()>,
) -> impl IntoView {
    let (open, inside) = (RwSignal::new(false), Part::new(fields));
    Effect::new(move |_| {
        if wanted.get() {
            wanted.set(false);
            inside.before(move || open.set(true));
        }
    });
    let title = move || if is_new.get() { t().log.save_view } else { t().log.edit_view };
    view! {
        <Dialog open=open title=move || title().to_owned()>
            {inside.show((open, view.get_untracked().filter(|_| !is_new.get_untracked()), shown, go, again))}
        </Dialog>
    }
}

#[component]
fn Fields(
    open: RwSignal<bool>,
    view: Option<SavedView>,
    shown: Shown,
    go: Callback<(Words, String)>,
    again: Callback<()>,
) -> impl IntoView {
    let name = RwSignal::new(view.as_ref().map(|view| view.name.clone()).unwrap_or_default());
    let shared = RwSignal::new(view.as_ref().is_some_and(|view| view.shared));
    let id = view.map(|view| view.id);
    let (errors, busy) = (FieldErrors::new(), RwSignal::new(false));
    let shares = viewer().may(Deed::ShareViews);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let words = shown.words.get_untracked();
        let (name_now, is_shared) = (name.get_untracked(), shared.get_untracked());
        let form = ViewForm { list: shown.list, name: name_now, shared: is_shared, words: words.clone() };
        if let Err(problems) = form.parse_name() {
            return errors.set(problems);
        }
        send(busy, save_view(id.clone(), form), move |answer| match answer {
            Ok(id) => {
                open.set(false);
                toasts::tell((t().log.view_saved)(name.get_untracked().trim()));
                again.run(());
                go.run((words, id.to_string()));
            }
            Err(fault) => errors.show(&fault),
        });
    };
    view! {
        <form class="form" novalidate on:submit=submit>
            <TextField
                name="view-name"
                label=move || t().log.view_name
                value=name
                error=errors.at(Field::Name)
                required=true
            />
            <Show when=move || shares.get()>
                <Checkbox label=move || t().log.share checked=shared />
            </Show>
            <div class="dialog__actions">
                <Button label=move || t().frame.cancel on_press=move || open.set(false) />
                <Button label=move || t().frame.save kind=ButtonKind::Primary submit=true busy=busy />
            </div>
        </form>
    }
}

/// Asks before a view goes.
#[component]
pub(super) fn DeleteViewDialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// Which view.
    view: Memo<Option<SavedView>>,
    /// Told when it shall go.
    on_yes: Callback<()>,
) -> impl IntoView {
    let name = move || view.with(|view| view.as_ref().map(|view| view.name.clone()).unwrap_or_default());
    view! {
        <Dialog open=open title=move || t().log.delete_view>
            <p>{move || (t().log.delete_view_question)(&name())}</p>
            <div class="dialog__actions">
                <Button label=move || t().frame.cancel on_press=move || open.set(false) />
                <Button
                    label=move || t().log.delete_view
                    kind=ButtonKind::Danger
                    on_press=move || {
                        open.set(false);
                        on_yes.run(());
                    }
                />
            </div>
        </Dialog>
    }
}

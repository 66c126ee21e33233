//! A cell of a list: what it says, and while somebody changes it, the field.

use super::editing::Editing;
use super::words;
use crate::customers::api::colleagues;
use crate::fetched::fetched;
use crate::pipelines::api::list_pipelines;
use crate::texts::t;
use domain::cells::{Cell, stage_value};
use domain::ids::StageId;
use domain::pipelines::{Pipeline, StageKind};
use leptos::ev::{FocusEvent, KeyboardEvent};
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsCast;
use std::time::Duration;

fetched! {
    lists {
        field((Editing, StoredValue<String>, Cell, Signal<String>)) = |(editing, id, cell, label)| {
            view! { <Field editing=editing id=id cell=cell label=label /> }.into_any()
        };
    }
}

/// What a line says, and a pencil where it can be changed. Enter keeps, Tab keeps and goes on, Escape gives up.
#[component]
pub(crate) fn Editable(
    /// The cell that is being changed.
    editing: Editing,
    /// Which record.
    id: String,
    /// What it is called.
    name: String,
    /// Which cell; none for a column that is not changed in lists.
    cell: Option<Cell>,
    /// Whether one may.
    #[prop(into)]
    may: Signal<bool>,
    /// What it says.
    children: ChildrenFn,
) -> impl IntoView {
    let Some(cell) = cell else { return children().into_any() };
    let (id, name, children) = (StoredValue::new(id), StoredValue::new(name), StoredValue::new(children));
    let is_here = Memo::new(move |_| id.with_value(|id| editing.is_at(id, cell)));
    let label = move || name.with_value(|name| (t().records.edit)(words::cell(editing.list, cell), name));
    // Not a stop of Tab: F2 leads here from the row, and Tab from cell to cell.
    let pencil = move || {
        view! {
            <button
                type="button"
                class="cell__edit"
                tabindex="-1"
                data-cell=format!("{cell:?}")
                title=label
                on:click=move |_| open(editing, id, cell)
            ></button>
        }
    };
    let said = move || {
        view! {
            <div class="cell">
                <div class="cell__said">{children.with_value(|children| children())}</div>
                {move || may.get().then(pencil)}
            </div>
        }
    };
    let cell = move || match is_here.get() {
        true => editing.field.show((editing, id, cell, Signal::derive(label))).into_any(),
        false => said().into_any(),
    };
    cell.into_any()
}

/// Opens a cell, unless another one still waits for what it takes: nothing that was typed is lost.
fn open(editing: Editing, id: StoredValue<String>, cell: Cell) {
    if editing.is_refused() {
        focus(".cell--open .cell__field");
    } else {
        id.with_value(|id| editing.open(id, cell));
    }
}

#[component]
fn Field(editing: Editing, id: StoredValue<String>, cell: Cell, label: Signal<String>) -> impl IntoView {
    let node = NodeRef::<html::Div>::new();
    let error_id = "cell-refused";
    focus_inside(node);
    let by_key = back_to_row(editing, id.get_value());
    let keyed = move |event: KeyboardEvent| {
        let key = event.key();
        if !matches!(key.as_str(), "Enter" | "Escape" | "Tab") {
            return;
        }
        event.prevent_default();
        event.stop_propagation();
        let next = if key == "Tab" { neighbour(node, cell, event.shift_key()) } else { None };
        by_key.set_value(next.is_none());
        if key == "Escape" { editing.give_up() } else { editing.send(next) }
    };
    let left = move |event: FocusEvent| {
        let to = event.related_target().and_then(|to| to.dyn_into::<web_sys::Node>().ok());
        // Fails only for a field that is gone already.
        let Some(Some(node)) = node.try_get_untracked() else { return };
        let stays = to.is_some() && node.contains(to.as_ref());
        if !stays && editing.refused.with_untracked(Option::is_none) {
            editing.send(None);
        }
    };
    let kind = if cell == Cell::CloseOn { "date" } else { "text" };
    let is_wrong = move || editing.refused.with(Option::is_some).then_some("true");
    view! {
        <div class="cell cell--open" node_ref=node on:keydown=keyed on:focusout=left>
            {if matches!(cell, Cell::Owner | Cell::Stage) {
                view! { <Choice editing=editing cell=cell label=label /> }.into_any()
            } else {
                view! {
                    <input
                        class="field__input cell__field"
                        type=kind
                        autocomplete="off"
                        aria-label=label
                        aria-invalid=is_wrong
                        aria-describedby=error_id
                        readonly=editing.busy
                        prop:value=move || editing.typed.get()
                        on:input=move |event| {
                            editing.refused.set(None);
                            editing.typed.set(event_target_value(&event));
                        }
                    />
                }
                .into_any()
            }}
            <p class="cell__refused" id=error_id role="alert" hidden=move || editing.refused.with(Option::is_none)>
                {editing.refused}
            </p>
        </div>
    }
}

/// One of the members, or one of the stages of the deal's pipeline.
#[component]
fn Choice(editing: Editing, cell: Cell, label: Signal<String>) -> impl IntoView {
    let options = RwSignal::new(Vec::<(String, String)>::new());
    let stands = editing.typed.get_untracked();
    spawn_local(async move {
        let known = if cell == Cell::Stage { stages(&stands).await } else { members().await };
        options.try_set(known);
    });
    let option = move |(value, name): (String, String)| {
        let chosen = value == editing.typed.get_untracked();
        view! { <option value=value selected=chosen>{name}</option> }
    };
    view! {
        <select
            class="field__input field__input--select cell__field"
            aria-label=label
            on:change=move |event| {
                editing.refused.set(None);
                editing.typed.set(event_target_value(&event));
            }
        >
            {move || options.get().into_iter().map(option).collect_view()}
        </select>
    }
}

async fn members() -> Vec<(String, String)> {
    let nobody = (String::new(), t().customers.nobody.to_owned());
    let all = colleagues().await.unwrap_or_default();
    std::iter::once(nobody).chain(all.into_iter().map(|one| (one.id.to_string(), one.name))).collect()
}

/// The stages of the pipeline in which a deal is; where it is lost, each reason is a choice.
async fn stages(stands: &str) -> Vec<(String, String)> {
    let all = list_pipelines().await.unwrap_or_default();
    let at = StageId::new(stands.split('|').next().unwrap_or_default());
    let of = all.iter().find(|pipeline| pipeline.stage(&at).is_some());
    of.map(stages_of).unwrap_or_default()
}

/// Every stage of a pipeline as a cell has it, and its name.
pub(super) fn stages_of(pipeline: &Pipeline) -> Vec<(String, String)> {
    let mut stages = Vec::new();
    for stage in &pipeline.stages {
        let asks = stage.kind == StageKind::Lost && !pipeline.lost_reasons.is_empty();
        if !asks {
            stages.push((stage_value(Some(&stage.id), None), stage.name.clone()));
        }
        let reasons = pipeline.lost_reasons.iter().filter(|_| asks);
        stages.extend(reasons.map(|reason| {
            (stage_value(Some(&stage.id), Some(&reason.id)), format!("{} · {}", stage.name, reason.name))
        }));
    }
    stages
}

/// The field gets the focus, and what stands there is marked.
fn focus_inside(node: NodeRef<html::Div>) {
    Effect::new(move |_| {
        let Some(field) = node.get().and_then(|node| node.query_selector(".cell__field").ok().flatten()) else {
            return;
        };
        if let Some(input) = field.dyn_ref::<web_sys::HtmlInputElement>() {
            input.select();
        }
        if let Some(field) = field.dyn_ref::<web_sys::HtmlElement>() {
            // Fails only for an element that cannot hold the focus.
            let _ = field.focus();
        }
    });
}

/// The cell of the row after this one, or before it.
fn neighbour(node: NodeRef<html::Div>, cell: Cell, back: bool) -> Option<Cell> {
    let row = node.get_untracked()?.closest("tr").ok().flatten()?;
    let all = row.query_selector_all("[data-cell], .cell--open").ok()?;
    let cells =
        (0..all.length()).filter_map(|at| all.get(at)).filter_map(|one| one.dyn_into::<web_sys::Element>().ok());
    let cells: Vec<Option<String>> = cells.map(|one| one.get_attribute("data-cell")).collect();
    let here = cells.iter().position(Option::is_none)?;
    let there = if back { here.checked_sub(1) } else { Some(here + 1) };
    let word = cells.get(there?)?.as_deref()?;
    let known =
        [Cell::Name, Cell::Company, Cell::Email, Cell::Address, Cell::Owner, Cell::Amount, Cell::CloseOn, Cell::Stage];
    known.into_iter().find(|one| *one != cell && format!("{one:?}") == word)
}

/// Once the field is gone, the focus is on the row's link, if the field was left by key.
fn back_to_row(editing: Editing, id: String) -> StoredValue<bool> {
    let by_key = StoredValue::new(false);
    on_cleanup(move || {
        // A field that only made way for another, or for itself with what somebody else saved, takes no focus away.
        if by_key.try_get_value().unwrap_or_default() && editing.is_closed() {
            set_timeout(move || focus(&format!("[data-row='{id}']")), Duration::ZERO);
        }
    });
    by_key
}

fn focus(selector: &str) {
    let found = document().query_selector(selector).ok().flatten();
    if let Some(found) = found.and_then(|found| found.dyn_into::<web_sys::HtmlElement>().ok()) {
        // Fails only for an element that cannot hold the focus.
        let _ = found.focus();
    }
}

/// F2 opens the first cell of the row whose link has the focus.
pub(crate) fn edit_row(key: &str) -> bool {
    if key != "F2" {
        return false;
    }
    press_pencil();
    true
}

#[cfg(target_arch = "wasm32")]
fn press_pencil() {
    let row = document().active_element().and_then(|focused| focused.closest("tr").ok().flatten());
    let found = row.and_then(|row| row.query_selector("[data-cell]").ok().flatten());
    if let Some(found) = found.and_then(|found| found.dyn_into::<web_sys::HtmlElement>().ok()) {
        found.click();
    }
}

/// No key is pressed while a server renders.
#[cfg(not(target_arch = "wasm32"))]
fn press_pencil() {}

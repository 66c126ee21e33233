//! The form of a pipeline: its stages and why its deals are lost.

use super::api::{create_pipeline, update_pipeline};
use super::form_state::{FormState, ReasonRow, StageRow};
use crate::api::Answer;
use crate::components::form::{FieldErrors, send};
use crate::components::{Button, ButtonKind, Checkbox, Select, TextField, toasts};
use crate::customers::unsaved;
use crate::texts::pipelines::Texts;
use crate::texts::t;
use domain::fields::Field;
use domain::ids::PipelineId;
use domain::pipelines::{Pipeline, PipelineForm, StageKind};
use leptos::prelude::*;

/// Words with the number of a row in them.
type Counted = fn(&Texts) -> fn(usize) -> String;

/// A pipeline, to be changed; an empty form for a new one.
#[component]
pub(super) fn PipelinePanel(
    /// The pipeline; `None` for a new one.
    of: Option<PipelineId>,
    /// What stands in it at first.
    form: PipelineForm,
    /// Told the pipeline once it is kept.
    on_saved: Callback<Pipeline>,
) -> impl IntoView {
    let state = FormState::of(&form);
    let base = RwSignal::new(untrack(|| state.form()));
    unsaved::guard(Signal::derive(move || base.get() != state.form()));
    let (errors, busy) = (FieldErrors::new(), RwSignal::new(false));
    let name = of.as_ref().map_or_else(|| "new".to_owned(), ToString::to_string);
    let heading = format!("pipeline-{name}");
    let labelled = heading.clone();
    let of = StoredValue::new(of);
    let done = move |answer: Answer<Pipeline>| match answer {
        Ok(saved) => {
            toasts::tell((t().pipelines.saved)(&saved.name));
            state.fill(&PipelineForm::from(&saved));
            base.set(untrack(|| state.form()));
            on_saved.run(saved);
        }
        Err(fault) => errors.show(&fault),
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        errors.clear();
        let form = untrack(|| state.form());
        match of.get_value() {
            Some(id) => send(busy, update_pipeline(id, form), done),
            None => send(busy, create_pipeline(form), done),
        }
    };
    let title =
        move || base.with(|base| if base.name.is_empty() { t().pipelines.new.to_owned() } else { base.name.clone() });
    view! {
        <section class="panel" aria-labelledby=labelled>
            <h2 class="panel__title" id=heading>{title}</h2>
            <form class="pipeline" novalidate on:submit=submit>
                <TextField
                    name=format!("pipeline-name-{name}")
                    label=move || t().pipelines.name
                    value=state.name
                    error=errors.at(Field::Name)
                    required=true
                />
                <Stages state=state errors=errors of=name.clone() />
                <Reasons state=state errors=errors of=name />
                <Checkbox label=move || t().pipelines.active checked=state.active />
                <div class="pipeline__actions">
                    <Button label=move || t().pipelines.save kind=ButtonKind::Primary submit=true busy=busy />
                </div>
            </form>
        </section>
    }
}

#[component]
fn Stages(state: FormState, errors: FieldErrors, of: String) -> impl IntoView {
    let all = errors.at(Field::Stages);
    view! {
        <fieldset class="pipeline__rows">
            <legend class="section-heading">{move || t().pipelines.stages}</legend>
            <For each=move || state.stages.get() key=|row| row.key let(row)>
                <StageFields row=row state=state errors=errors of=of.clone() />
            </For>
            <p class="field__error" aria-live="polite" hidden=move || all.with(Option::is_none)>{all}</p>
            <Button
                label=move || t().pipelines.add_stage
                icon=icondata_lu::LuPlus
                on_press=move |()| state.add_stage()
            />
        </fieldset>
    }
}

#[component]
fn StageFields(row: StageRow, state: FormState, errors: FieldErrors, of: String) -> impl IntoView {
    let key = row.key;
    let place = Memo::new(move |_| state.stage_place(key));
    let counted = move |words: Counted| Signal::derive(move || words(&t().pipelines)(place.get() + 1));
    let is_open = move || row.kind.with(|kind| kind == StageKind::Open.as_str());
    let kinds = || {
        let words = &t().pipelines;
        let name = |kind| match kind {
            StageKind::Open => words.open,
            StageKind::Won => words.won,
            StageKind::Lost => words.lost,
        };
        StageKind::ALL.into_iter().map(|kind| (kind.as_str().to_owned(), name(kind).to_owned())).collect::<Vec<_>>()
    };
    view! {
        <div class="stage-row">
            <TextField
                name=format!("stage-{of}-{key}")
                label=counted(|words| words.stage_name)
                value=row.name
                error=Signal::derive(move || errors.at(Field::StageName(place.get())).get())
            />
            <Select
                name=format!("stage-kind-{of}-{key}")
                label=counted(|words| words.stage_kind)
                value=row.kind
                options=Signal::derive(kinds)
            />
            <Show when=is_open fallback=|| view! { <span></span> }>
                <TextField
                    name=format!("stage-probability-{of}-{key}")
                    label=counted(|words| words.probability)
                    value=row.probability
                    error=Signal::derive(move || errors.at(Field::StageProbability(place.get())).get())
                />
            </Show>
            <span class="stage-row__actions">
                <Button
                    label=counted(|words| words.stage_up)
                    kind=ButtonKind::Ghost
                    icon=icondata_lu::LuArrowUp
                    icon_only=true
                    disabled=Signal::derive(move || place.get() == 0)
                    on_press=move |()| state.stage_up(key)
                />
                <Button
                    label=counted(|words| words.remove_stage)
                    kind=ButtonKind::Ghost
                    icon=icondata_lu::LuX
                    icon_only=true
                    on_press=move |()| {
                        errors.clear();
                        state.remove_stage(key);
                    }
                />
            </span>
        </div>
    }
}

#[component]
fn Reasons(state: FormState, errors: FieldErrors, of: String) -> impl IntoView {
    view! {
        <fieldset class="pipeline__rows">
            <legend class="section-heading">{move || t().pipelines.reasons}</legend>
            <For each=move || state.reasons.get() key=|row| row.key let(row)>
                <ReasonField row=row state=state errors=errors of=of.clone() />
            </For>
            <Button
                label=move || t().pipelines.add_reason
                icon=icondata_lu::LuPlus
                on_press=move |()| state.add_reason()
            />
        </fieldset>
    }
}

#[component]
fn ReasonField(row: ReasonRow, state: FormState, errors: FieldErrors, of: String) -> impl IntoView {
    let key = row.key;
    let place = Memo::new(move |_| state.reason_place(key));
    let counted = move |words: Counted| Signal::derive(move || words(&t().pipelines)(place.get() + 1));
    view! {
        <div class="reason-row">
            <TextField
                name=format!("reason-{of}-{key}")
                label=counted(|words| words.reason)
                value=row.name
                error=Signal::derive(move || errors.at(Field::LostReasonName(place.get())).get())
            />
            <Button
                label=counted(|words| words.remove_reason)
                kind=ButtonKind::Ghost
                icon=icondata_lu::LuX
                icon_only=true
                on_press=move |()| {
                    errors.clear();
                    state.remove_reason(key);
                }
            />
        </div>
    }
}

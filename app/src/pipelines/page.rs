//! The admins' page of pipelines.

use super::api::list_pipelines;
use super::form::PipelinePanel;
use crate::api::Fault;
use crate::components::{Button, ErrorState, PageHead, Skeleton};
use crate::surroundings::viewer;
use crate::texts::t;
use domain::access::Action as Deed;
use domain::pipelines::{Pipeline, PipelineForm, StageForm, StageKind};
use domain::problem::Problem;
use leptos::prelude::*;

/// The pipelines.
#[component]
pub fn PipelinesPage() -> impl IntoView {
    let all = Resource::new_blocking(|| (), |()| list_pipelines());
    let again = Callback::new(move |()| all.refetch());
    let manages = viewer().may(Deed::ManagePipelines);
    view! {
        <PageHead title=move || t().pipelines.title />
        <div class="panels panels--wide">
            <p class="panel__text">{move || t().pipelines.text}</p>
            <Transition fallback=|| view! { <Skeleton rows=8 /> }>
                {move || Suspend::new(async move {
                    match all.await {
                        // Everybody may see them; only admins have something to do here.
                        Ok(_) if !manages.get_untracked() => {
                            view! { <ErrorState fault=Fault(Problem::Forbidden) retry=again /> }.into_any()
                        }
                        Ok(all) => view! { <Pipelines all=all /> }.into_any(),
                        Err(fault) => view! { <ErrorState fault=fault retry=again /> }.into_any(),
                    }
                })}
            </Transition>
        </div>
    }
}

#[component]
fn Pipelines(all: Vec<Pipeline>) -> impl IntoView {
    let rows = RwSignal::new(all);
    let adding = RwSignal::new(false);
    let kept = Callback::new(move |saved: Pipeline| {
        rows.update(|rows| {
            if let Some(row) = rows.iter_mut().find(|row| row.id == saved.id) {
                *row = saved;
            }
        });
    });
    let added = Callback::new(move |saved: Pipeline| {
        rows.update(|rows| rows.push(saved));
        adding.set(false);
    });
    view! {
        <For each=move || rows.get() key=|row| row.id.clone() let(row)>
            <PipelinePanel of=Some(row.id.clone()) form=PipelineForm::from(&row) on_saved=kept />
        </For>
        <Show
            when=move || adding.get()
            fallback=move || {
                view! {
                    <div>
                        <Button
                            label=move || t().pipelines.add
                            icon=icondata_lu::LuPlus
                            on_press=move |()| adding.set(true)
                        />
                    </div>
                }
            }
        >
            <PipelinePanel of=None form=beginning() on_saved=added />
        </Show>
    }
}

/// A stage of each kind to begin with.
fn beginning() -> PipelineForm {
    let words = &t().pipelines;
    let stage = |name: &str, kind: StageKind, probability: &str| StageForm {
        id: None,
        name: name.to_owned(),
        kind,
        probability: probability.to_owned(),
    };
    PipelineForm {
        name: String::new(),
        active: true,
        stages: vec![
            stage("", StageKind::Open, "10"),
            stage(words.won, StageKind::Won, ""),
            stage(words.lost, StageKind::Lost, ""),
        ],
        lost_reasons: Vec::new(),
    }
}

//! The page of one import: it shows what is to be done, whatever the import's state.

use super::api::{get_import, open_import, run_import, undo_import};
use super::counts::CountsView;
use super::mapping::Mapping;
use super::problems::Problems;
use super::progress::Progress;
use super::steps::Steps;
use super::words::{count, state};
use super::written::Written;
use crate::components::form::{send, tell};
use crate::components::{Button, ButtonKind, Dialog, ErrorState, LinkButton, PageHead, Skeleton};
use crate::routes::Route;
use crate::texts::t;
use domain::ids::ImportId;
use domain::imports::{Import, Sheet, State};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_params_map;
use std::time::Duration;

/// How often it is asked how far the work is.
const ASKED_EVERY: Duration = Duration::from_millis(500);

/// One import.
#[component]
pub fn ImportPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |before: Option<&ImportId>| match params.with(|params| params.get("id")) {
        Some(id) => ImportId::new(id),
        // On the way to another page.
        None => before.cloned().unwrap_or_else(|| ImportId::new("")),
    });
    let sheet = Resource::new_blocking(move || id.get(), open_import);
    let again = Callback::new(move |()| sheet.refetch());
    view! {
        <Transition fallback=|| view! { <Skeleton rows=8 /> }>
            {move || Suspend::new(async move {
                match sheet.await {
                    Ok(sheet) => {
                        let file = sheet.import.file.clone();
                        view! {
                            <Head title=Signal::derive(move || (t().imports.of_file)(&file)) />
                            <div class="imports">
                                <Stages sheet=sheet />
                            </div>
                        }
                            .into_any()
                    }
                    Err(fault) => {
                        view! {
                            <Head title=Signal::derive(|| t().imports.title.to_owned()) />
                            <ErrorState fault=fault retry=again />
                        }
                            .into_any()
                    }
                }
            })}
        </Transition>
    }
}

#[component]
fn Head(title: Signal<String>) -> impl IntoView {
    view! {
        <PageHead title=title>
            <LinkButton
                route=Route::Imports
                label=move || t().imports.all
                kind=ButtonKind::Ghost
                icon=icondata_lu::LuArrowLeft
            />
        </PageHead>
    }
}

/// What an import needs now.
#[component]
fn Stages(sheet: Sheet) -> impl IntoView {
    let import = RwSignal::new(sheet.import.clone());
    let id = sheet.import.id.clone();
    let (heads, sheet) = (StoredValue::new(sheet.heads.clone()), StoredValue::new(sheet));
    let planning = RwSignal::new(false);
    // Grows when the file is read in another way, and its columns are others.
    let readings = RwSignal::new(0_u32);
    follow(import);
    let now = Memo::new(move |_| import.with(|import| import.state));
    let checking = Callback::new(move |begun: Import| {
        planning.set(false);
        import.set(begun);
    });
    let reread = Callback::new(move |now: Sheet| {
        heads.set_value(now.heads.clone());
        import.set(now.import.clone());
        sheet.set_value(now);
        readings.update(|count| *count += 1);
    });
    let is_planning = Memo::new(move |_| now.get() == State::Ready || (now.get() == State::Checked && planning.get()));
    let stage = move || {
        if is_planning.get() {
            readings.track();
            return view! { <Mapping sheet=sheet on_checking=checking /> }.into_any();
        }
        if now.get().is_at_work() {
            return view! { <Progress import=import /> }.into_any();
        }
        view! { <Outcome import=import planning=planning heads=heads /> }.into_any()
    };
    view! {
        <Steps state=now planning=planning />
        <Show when=move || is_planning.get()>
            <Written id=id.clone() source=sheet.with_value(|sheet| sheet.import.source.clone()) on_reread=reread />
        </Show>
        {stage}
    }
}

/// Asks how far it is, again and again, as long as the server is at work on it.
fn follow(import: RwSignal<Import>) {
    let is_at_work = Memo::new(move |_| import.with(|import| import.state.is_at_work()));
    Effect::new(move |_| {
        if !is_at_work.get() {
            return;
        }
        let ask = move || {
            let Some(id) = import.try_with_untracked(|import| import.id.clone()) else { return };
            spawn_local(async move {
                // One that does not come is followed by the next.
                if let Ok(now) = get_import(id).await {
                    import.try_set(now);
                }
            });
        };
        if let Ok(asking) = set_interval_with_handle(ask, ASKED_EVERY) {
            on_cleanup(move || asking.clear());
        }
    });
}

/// What would come of it, or has, and what can be done about it.
#[component]
fn Outcome(import: RwSignal<Import>, planning: RwSignal<bool>, heads: StoredValue<Vec<String>>) -> impl IntoView {
    let title = move || match import.with(|import| import.state) {
        State::Checked => t().imports.would,
        State::Done => t().imports.came,
        other => state(other),
    };
    let (id, has_problems) = import
        .with_untracked(|import| (import.id.clone(), import.counts.rejected > 0 && import.state != State::Undone));
    view! {
        <section class="panel" aria-labelledby="import-outcome">
            <h2 class="panel__title" id="import-outcome">{title}</h2>
            <CountsView import=import />
            <div class="form__actions">
                <Deeds import=import planning=planning />
            </div>
        </section>
        {has_problems.then(|| view! { <Problems id=id heads=heads /> })}
    }
}

/// What can be done with an import that waits.
#[component]
fn Deeds(import: RwSignal<Import>, planning: RwSignal<bool>) -> impl IntoView {
    let busy = RwSignal::new(false);
    let now = import.with_untracked(|import| import.state);
    let rows = import.with_untracked(|import| import.counts.created + import.counts.matched);
    let run = move || {
        let id = import.with_untracked(|import| import.id.clone());
        send(busy, run_import(id), move |answer| match answer {
            Ok(begun) => import.set(begun),
            Err(fault) => tell(&fault),
        });
    };
    match now {
        State::Checked => view! {
            <Button
                label=move || (t().imports.run)(&count(rows))
                kind=ButtonKind::Primary
                icon=icondata_lu::LuUpload
                busy=busy
                disabled=rows == 0
                reason=Signal::derive(move || (rows == 0).then(|| t().imports.nothing_to_run.to_owned()))
                on_press=run
            />
            <Button label=move || t().imports.change icon=icondata_lu::LuPencil on_press=move || planning.set(true) />
        }
        .into_any(),
        State::Stopped => view! {
            <Button label=move || t().imports.go_on kind=ButtonKind::Primary icon=icondata_lu::LuPlay busy=busy on_press=run />
            <UndoButton import=import />
        }
        .into_any(),
        State::Done => view! {
            <LinkButton route=Route::Customers label=move || t().imports.to_customers kind=ButtonKind::Primary icon=icondata_lu::LuUsers />
            <UndoButton import=import />
        }
        .into_any(),
        _ => view! {
            <LinkButton route=Route::Imports label=move || t().imports.all icon=icondata_lu::LuArrowLeft />
        }
        .into_any(),
    }
}

/// Takes everything back, once somebody has said so twice.
#[component]
fn UndoButton(import: RwSignal<Import>) -> impl IntoView {
    let (open, busy) = (RwSignal::new(false), RwSignal::new(false));
    let undo = move || {
        let id = import.with_untracked(|import| import.id.clone());
        send(busy, undo_import(id), move |answer| match answer {
            Ok(begun) => {
                open.set(false);
                import.set(begun);
            }
            Err(fault) => tell(&fault),
        });
    };
    view! {
        <Button label=move || t().imports.undo icon=icondata_lu::LuUndo2 on_press=move || open.set(true) />
        <Dialog open=open title=move || t().imports.undo_title>
            <p>{move || t().imports.undo_text}</p>
            <div class="dialog__actions">
                <Button label=move || t().customers.cancel on_press=move || open.set(false) />
                <Button
                    label=move || t().imports.undo
                    kind=ButtonKind::Danger
                    icon=icondata_lu::LuUndo2
                    busy=busy
                    on_press=undo
                />
            </div>
        </Dialog>
    }
}

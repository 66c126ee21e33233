//! Publishing: what will change, what is wrong, and how far it is.

use super::api;
use super::desk::{Desk, desk};
use super::differences::{DifferenceList, differences};
use super::findings::FindingList;
use super::frame::CentreFrame;
use super::progress::ProgressPanel;
use crate::components::form::{send, tell};
use crate::components::{Button, ButtonKind, Checkbox, Icon, PageHead, TextArea};
use crate::routes::CentrePage;
use crate::texts::t;
use domain::centre::{Publishing, Severity};
use leptos::prelude::*;

/// The page.
#[component]
pub fn PublishPage() -> impl IntoView {
    view! {
        <CentreFrame part=CentrePage::Publish>
            <PageHead title=move || t().centre.publish.title />
            <div class="centre-parts">
                <ProgressPanel />
                <Findings />
                <Differences />
                <PublishForm />
            </div>
        </CentreFrame>
    }
}

/// What is wrong: errors stop publishing, warnings do not.
#[component]
fn Findings() -> impl IntoView {
    let desk = desk();
    let findings = desk.findings();
    let has_errors = has(desk, Severity::Error);
    view! {
        <Show when=move || findings.with(|all| !all.is_empty())>
            <section class="panel" aria-labelledby="publish-findings">
                <h2 class="panel__title" id="publish-findings">{move || t().centre.publish.findings}</h2>
                <Show when=move || has_errors.get()>
                    <p class="notice notice--danger">
                        <Icon icon=icondata_lu::LuCircleAlert />
                        <span>{move || t().centre.publish.stopped_by_errors}</span>
                    </p>
                </Show>
                <FindingList findings=findings />
            </section>
        </Show>
    }
}

fn has(desk: Desk, severity: Severity) -> Memo<bool> {
    Memo::new(move |_| desk.findings().with(|all| all.iter().any(|one| one.severity == severity)))
}

/// What publishing changes, in words.
#[component]
fn Differences() -> impl IntoView {
    let desk = desk();
    let all = Memo::new(move |_| desk.changes().with(|changes| desk.named(|book| differences(changes, book))));
    let drift = Memo::new(move |_| desk.with(|desk| desk.drift.len()));
    view! {
        <section class="panel" aria-labelledby="publish-differences">
            <h2 class="panel__title" id="publish-differences">{move || t().centre.publish.differences}</h2>
            <Show
                when=move || all.with(|all| !all.is_empty())
                fallback=|| view! { <p class="panel__text">{move || t().centre.publish.nothing}</p> }
            >
                <DifferenceList differences=all />
            </Show>
            <Show when=move || { drift.get() > 0 }>
                <p class="notice notice--warn">
                    <Icon icon=icondata_lu::LuGitCompareArrows />
                    <span>{move || (t().centre.publish.overwrites)(drift.get())}</span>
                </p>
            </Show>
        </section>
    }
}

/// Why it is published, and the button; only where there is something to publish.
#[component]
fn PublishForm() -> impl IntoView {
    let desk = desk();
    let something = move || {
        let differs = desk.with(|desk| !desk.drift.is_empty()) || desk.changes().with(|all| !all.is_empty());
        differs && !desk.publishing(|publishing| publishing.is_some_and(Publishing::runs))
    };
    let something = Memo::new(move |_| something());
    view! {
        <Show when=move || something.get()>
            <Fields desk=desk />
        </Show>
    }
}

#[component]
fn Fields(desk: Desk) -> impl IntoView {
    let (note, seen, busy) = (RwSignal::new(String::new()), RwSignal::new(false), RwSignal::new(false));
    let (has_errors, has_warnings) = (has(desk, Severity::Error), has(desk, Severity::Warning));
    let must_look = move || has_warnings.get() && !seen.get();
    let reason = move || {
        let words = &t().centre.publish;
        let why = if has_errors.get() { words.stopped_by_errors } else { words.confirm_warnings };
        Some(why.to_owned())
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if untrack(|| has_errors.get() || must_look()) {
            return;
        }
        let revision = untrack(|| desk.with(|desk| desk.revision));
        send(busy, api::publish(revision, note.get_untracked()), move |answer| match answer {
            Ok(publishing) => {
                desk.progress(publishing);
                desk.refresh();
            }
            Err(fault) => {
                tell(&fault);
                desk.refresh();
            }
        });
    };
    view! {
        <form class="panel form" novalidate on:submit=submit>
            <TextArea
                name="note"
                label=move || t().centre.publish.note
                value=note
                hint=move || t().centre.publish.note_hint
                rows=2
            />
            <Show when=move || has_warnings.get()>
                <Checkbox label=move || t().centre.publish.warnings_seen checked=seen />
            </Show>
            <div class="form__actions">
                <Button
                    label=move || t().centre.publish.publish
                    kind=ButtonKind::Primary
                    icon=icondata_lu::LuCloudUpload
                    submit=true
                    busy=busy
                    disabled=Signal::derive(move || has_errors.get() || must_look())
                    reason=Signal::derive(reason)
                />
            </div>
        </form>
    }
}

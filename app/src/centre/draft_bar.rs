//! How the draft stands: what it changes, what is wrong with it, and what can be done with it.

use super::api;
use super::desk::{Desk, desk};
use crate::components::form::{send, tell};
use crate::components::{Badge, Button, ButtonKind, Dialog, Icon, LinkButton, Tone, toasts};
use crate::routes::{CentrePage, Route};
use crate::texts::t;
use domain::centre::{PublishState, Severity};
use leptos::prelude::*;

/// The bar.
#[component]
pub(super) fn DraftBar(
    /// The page it is on: what is there needs no way there.
    part: CentrePage,
) -> impl IntoView {
    let desk = desk();
    let (on_publish, on_versions) = (part == CentrePage::Publish, part == CentrePage::Versions);
    let count = Memo::new(move |_| desk.changes().with(Vec::len));
    let asking = RwSignal::new(false);
    view! {
        <section class="draft-bar" class:has-changes=move || { count.get() > 0 } aria-label=move || t().centre.draft>
            <Standing desk=desk count=count />
            <div class="draft-bar__actions">
                <Show when=move || { count.get() > 0 }>
                    <Button
                        label=move || t().centre.discard
                        kind=ButtonKind::Ghost
                        on_press=move || asking.set(true)
                    />
                    {(!on_publish)
                        .then(|| {
                            view! {
                                <LinkButton
                                    route=Route::from(CentrePage::Publish)
                                    label=move || t().centre.review
                                    kind=ButtonKind::Primary
                                />
                            }
                        })}
                </Show>
                {(!on_versions).then(|| view! { <ToVersions /> })}
            </div>
        </section>
        <DiscardDialog desk=desk open=asking count=count />
    }
}

/// The way to what was published; on a small screen a drawing is seen.
#[component]
fn ToVersions() -> impl IntoView {
    view! {
        <span class="draft-bar__versions" title=move || t().centre.publish.versions>
            <LinkButton
                route=Route::from(CentrePage::Versions)
                label=move || t().centre.publish.versions
                kind=ButtonKind::Ghost
                icon=icondata_lu::LuHistory
            />
        </span>
    }
}

/// The draft in a few words and marks.
#[component]
fn Standing(desk: Desk, count: Memo<usize>) -> impl IntoView {
    let of = move |severity| {
        Memo::new(move |_| desk.findings().with(|all| all.iter().filter(|one| one.severity == severity).count()))
    };
    let (errors, warnings) = (of(Severity::Error), of(Severity::Warning));
    let drifted = Memo::new(move |_| desk.with(|desk| !desk.drift.is_empty()));
    let said = move || match count.get() {
        0 => (t().centre.as_published)(desk.with(|desk| desk.base_version).unwrap_or_default()),
        count => (t().centre.unpublished)(count),
    };
    let saving = desk.is_saving();
    view! {
        <div class="draft-bar__standing">
            <span class="draft-bar__said" role="status">
                <Icon icon=icondata_lu::LuPencilRuler />
                <span>{move || if saving.get() { t().centre.saving.to_owned() } else { said() }}</span>
            </span>
            <Show when=move || { errors.get() > 0 }>
                <Mark
                    label=move || (t().centre.errors)(errors.get())
                    tone=Tone::Danger
                    icon=icondata_lu::LuCircleAlert
                />
            </Show>
            <Show when=move || { warnings.get() > 0 }>
                <Mark
                    label=move || (t().centre.warnings)(warnings.get())
                    tone=Tone::Warn
                    icon=icondata_lu::LuTriangleAlert
                />
            </Show>
            <Show when=move || drifted.get()>
                <Mark label=move || t().centre.drifted tone=Tone::Info icon=icondata_lu::LuGitCompareArrows />
            </Show>
            <Progress desk=desk />
        </div>
    }
}

/// A mark that leads to where it is explained.
#[component]
fn Mark(#[prop(into)] label: Signal<String>, tone: Tone, icon: crate::components::Glyph) -> impl IntoView {
    view! {
        <a class="draft-bar__mark" href=Route::from(CentrePage::Overview).href()>
            <Badge label=label tone=tone icon=icon />
        </a>
    }
}

/// How far a publishing is that is not finished.
#[component]
fn Progress(desk: Desk) -> impl IntoView {
    let said = move || {
        desk.publishing(|publishing| {
            let publishing = publishing?;
            match publishing.state {
                PublishState::Running => Some((t().centre.publishing)(publishing.done, publishing.steps.len())),
                PublishState::Paused(_) => Some(t().centre.paused.to_owned()),
                PublishState::Finished | PublishState::GivenUp => None,
            }
        })
    };
    let said = Memo::new(move |_| said());
    view! {
        <Show when=move || said.with(Option::is_some)>
            <a class="draft-bar__mark" href=Route::from(CentrePage::Publish).href()>
                <Badge
                    label=move || said.get().unwrap_or_default()
                    tone=Tone::Info
                    icon=icondata_lu::LuCloudUpload
                />
            </a>
        </Show>
    }
}

#[component]
fn DiscardDialog(desk: Desk, open: RwSignal<bool>, count: Memo<usize>) -> impl IntoView {
    let busy = RwSignal::new(false);
    let discard = Callback::new(move |()| {
        send(busy, api::discard_draft(), move |answer| match answer {
            Ok(_) => {
                open.set(false);
                desk.refresh();
                toasts::tell(t().centre.discarded);
            }
            Err(fault) => tell(&fault),
        });
    });
    view! {
        <Dialog open=open title=move || t().centre.discard>
            <p>{move || (t().centre.discard_question)(count.get())}</p>
            <div class="dialog__actions">
                <Button label=move || t().frame.cancel on_press=move || open.set(false) />
                <Button label=move || t().centre.discard kind=ButtonKind::Danger busy=busy on_press=discard />
            </div>
        </Dialog>
    }
}

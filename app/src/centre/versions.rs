//! What was published: every version, and one of them compared and restored.

use super::api;
use super::desk::{Desk, desk};
use super::differences::{DifferenceList, between};
use super::frame::CentreFrame;
use super::thing::id_here;
use crate::api::Answer;
use crate::components::form::{send, tell};
use crate::components::{
    Ago, Badge, Button, ButtonKind, Dialog, EmptyState, ErrorState, LinkButton, PageHead, Segmented, Skeleton, Tone,
    toasts,
};
use crate::routes::{CentrePage, Route};
use crate::texts::t;
use domain::centre::{Centre, Origin, Version};
use futures_util::try_join;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

/// The list.
#[component]
pub fn VersionsPage() -> impl IntoView {
    view! {
        <CentreFrame part=CentrePage::Versions>
            <PageHead title=move || t().centre.publish.versions />
            <Versions />
        </CentreFrame>
    }
}

#[component]
fn Versions() -> impl IntoView {
    let versions = Resource::new_blocking(|| (), |()| api::versions());
    view! {
        <Transition fallback=|| view! { <Skeleton rows=4 /> }>
            {move || Suspend::new(async move {
                match versions.await {
                    Ok(versions) if versions.is_empty() => view! { <NoVersions /> }.into_any(),
                    Ok(versions) => view! { <Table versions=versions /> }.into_any(),
                    Err(fault) => view! { <ErrorState fault=fault retry=move || versions.refetch() /> }.into_any(),
                }
            })}
        </Transition>
    }
}

#[component]
fn NoVersions() -> impl IntoView {
    view! {
        <EmptyState
            icon=icondata_lu::LuHistory
            title=move || t().centre.publish.no_versions
            text=move || t().centre.publish.no_versions_text
        />
    }
}

#[component]
fn Table(versions: Vec<Version>) -> impl IntoView {
    let newest = versions.first().map(|version| version.number);
    let row = |version: Version| {
        let is_newest = newest == Some(version.number);
        view! { <Row version=version is_newest=is_newest /> }
    };
    let rows = versions.into_iter().map(row).collect_view();
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=move || t().centre.publish.versions>
            <table class="table centre-list">
                <thead>
                    <tr>
                        <th scope="col">{move || t().centre.publish.one_version}</th>
                        <th scope="col">{move || t().centre.publish.at}</th>
                        <th scope="col">{move || t().centre.publish.by}</th>
                        <th scope="col" class="table__figure">{move || t().centre.publish.changed}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

#[component]
fn Row(version: Version, is_newest: bool) -> impl IntoView {
    let Version { number, at, by, note, origin, changes, arrived } = version;
    let by = move || by.clone().unwrap_or_else(|| t().centre.publish.by_itself.to_owned());
    view! {
        <tr class="table__row">
            <th scope="row" class="centre-list__name">
                <span class="version__name">
                    <a class="table__link" data-row="" href=Route::from(CentrePage::Version(number)).href()>
                        {move || (t().centre.publish.version)(number)}
                    </a>
                    <Marks origin=origin is_newest=is_newest arrived=arrived />
                </span>
                <span class="centre-list__more">{note}</span>
            </th>
            <td><Ago at=at /></td>
            <td>{by}</td>
            <td class="table__figure">{changes}</td>
        </tr>
    }
}

/// What is particular about a version.
#[component]
fn Marks(origin: Origin, is_newest: bool, arrived: bool) -> impl IntoView {
    view! {
        {is_newest.then(|| view! { <Badge label=move || t().centre.publish.newest tone=Tone::Ok /> })}
        {(origin == Origin::Read).then(|| view! { <Badge label=move || t().centre.publish.origin_read /> })}
        {(!arrived).then(|| view! { <Badge label=move || t().centre.publish.not_arrived tone=Tone::Warn /> })}
    }
}

/// One version.
#[component]
pub fn VersionPage() -> impl IntoView {
    let id = id_here();
    view! { <CentreFrame part=CentrePage::Versions>{move || view! { <OneVersion id=id.get() /> }}</CentreFrame> }
}

/// A version and the one before it; the first has none.
async fn with_previous(number: i64) -> Answer<(Centre, Option<Centre>)> {
    // Asked for at once: drawn a second time while it waits, the first asking would no longer know who asks.
    let before = async { if number > 1 { api::version(number - 1).await.map(Some) } else { Ok(None) } };
    try_join!(api::version(number), before)
}

#[component]
fn OneVersion(id: String) -> impl IntoView {
    let number = id.parse::<i64>().unwrap_or_default();
    let centres = Resource::new_blocking(move || number, with_previous);
    let restoring = RwSignal::new(false);
    view! {
        <PageHead title=move || (t().centre.publish.version)(number)>
            <LinkButton
                route=Route::from(CentrePage::Versions)
                label=move || t().centre.publish.versions
                kind=ButtonKind::Ghost
                icon=icondata_lu::LuArrowLeft
            />
        </PageHead>
        <Transition fallback=|| view! { <Skeleton rows=6 /> }>
            {move || Suspend::new(async move {
                match centres.await {
                    Ok((version, before)) => {
                        view! { <Compared version=version before=before restoring=restoring /> }.into_any()
                    }
                    Err(fault) => view! { <ErrorState fault=fault retry=move || centres.refetch() /> }.into_any(),
                }
            })}
        </Transition>
        <RestoreDialog open=restoring number=number />
    }
}

/// What a version changed, or what restoring it would.
#[component]
fn Compared(version: Centre, before: Option<Centre>, restoring: RwSignal<bool>) -> impl IntoView {
    let desk = desk();
    let with_draft = RwSignal::new(before.is_none());
    let has_before = before.is_some();
    let shown = StoredValue::new(version);
    let to_draft = Memo::new(move |_| shown.with_value(|version| desk.draft(|draft| between(draft, version))));
    let all = Memo::new(move |_| match &before {
        Some(before) if !with_draft.get() => shown.with_value(|version| between(before, version)),
        _ => to_draft.get(),
    });
    let title = move || {
        let words = &t().centre.publish;
        if with_draft.get() { words.against_draft } else { words.since_previous }
    };
    view! {
        <section class="panel" aria-labelledby="version-differences">
            {has_before.then(|| view! { <With with_draft=with_draft /> })}
            <h2 class="panel__title" id="version-differences">{title}</h2>
            <Show
                when=move || all.with(|all| !all.is_empty())
                fallback=|| view! { <p class="panel__text">{move || t().centre.publish.same}</p> }
            >
                <DifferenceList differences=all />
            </Show>
            <div class="form__actions">
                <Button
                    label=move || t().centre.publish.restore
                    kind=ButtonKind::Primary
                    icon=icondata_lu::LuUndo2
                    disabled=Signal::derive(move || to_draft.with(Vec::is_empty))
                    reason=Signal::derive(|| Some(t().centre.publish.same_as_draft.to_owned()))
                    on_press=move || restoring.set(true)
                />
            </div>
        </section>
    }
}

/// What it is compared with.
#[component]
fn With(with_draft: RwSignal<bool>) -> impl IntoView {
    let words = || &t().centre.publish;
    let options = move || {
        [("previous", words().with_previous), ("draft", words().with_draft)]
            .map(|(word, said)| (word.to_owned(), said.to_owned()))
            .to_vec()
    };
    let chosen = move || if with_draft.get() { "draft" } else { "previous" };
    view! {
        <Segmented
            name="compare"
            label=move || t().centre.publish.compare
            chosen=Signal::derive(move || chosen().to_owned())
            on_choose=move |word: String| with_draft.set(word == "draft")
            options=Signal::derive(options)
        />
    }
}

#[component]
fn RestoreDialog(open: RwSignal<bool>, number: i64) -> impl IntoView {
    let desk: Desk = desk();
    let (busy, navigate) = (RwSignal::new(false), use_navigate());
    let count = Memo::new(move |_| desk.changes().with(Vec::len));
    let restore = Callback::new(move |()| {
        let navigate = navigate.clone();
        send(busy, api::restore(number), move |answer| match answer {
            Ok(_) => {
                open.set(false);
                desk.refresh();
                toasts::tell((t().centre.publish.restored)(number));
                navigate(&Route::from(CentrePage::Publish).href(), NavigateOptions::default());
            }
            Err(fault) => tell(&fault),
        });
    });
    view! {
        <Dialog open=open title=move || t().centre.publish.restore>
            <p>{move || (t().centre.publish.restore_question)(number, count.get())}</p>
            <div class="dialog__actions">
                <Button label=move || t().frame.cancel on_press=move || open.set(false) />
                <Button
                    label=move || t().centre.publish.restore
                    kind=ButtonKind::Primary
                    busy=busy
                    on_press=restore
                />
            </div>
        </Dialog>
    }
}

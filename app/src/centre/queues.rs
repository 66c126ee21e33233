//! The queues: the list, and which of them a page is about.

use super::desk::desk;
use super::findings::FindingMark;
use super::frame::CentreFrame;
use super::queue::QueueFields;
use super::thing::{Gone, ThingPage, id_here};
use crate::components::{Badge, ButtonKind, EmptyState, LinkButton, PageHead, Tone};
use crate::routes::{CentrePage, NEW, Route};
use crate::texts::t;
use domain::centre::{Queue, QueueForm, Ref};
use domain::ids::QueueId;
use leptos::prelude::*;

/// The list.
#[component]
pub fn QueuesPage() -> impl IntoView {
    view! {
        <CentreFrame part=CentrePage::Queues>
            <PageHead title=move || t().centre.queues>
                <NewQueue />
            </PageHead>
            <Queues />
        </CentreFrame>
    }
}

#[component]
fn NewQueue() -> impl IntoView {
    view! {
        <LinkButton
            route=Route::from(CentrePage::Queue(None))
            label=move || t().centre.things.new_queue
            kind=ButtonKind::Primary
            icon=icondata_lu::LuPlus
        />
    }
}

#[component]
fn Queues() -> impl IntoView {
    let desk = desk();
    let queues = Memo::new(move |_| desk.draft(|draft| draft.queues().cloned().collect::<Vec<_>>()));
    let rows = move || queues.get().into_iter().map(|queue| view! { <Row queue=queue /> }).collect_view();
    view! {
        <Show when=move || queues.with(|all| !all.is_empty()) fallback=|| view! { <NoQueues /> }>
            <div class="table-scroll" tabindex="0" role="region" aria-label=move || t().centre.queues>
                <table class="table centre-list">
                    <thead>
                        <tr>
                            <th scope="col">{move || t().centre.parts.queue}</th>
                            <th scope="col">{move || t().centre.things.chooser}</th>
                            <th scope="col" class="centre-list__wide">{move || t().centre.things.serving}</th>
                            <th scope="col">{move || t().centre.things.checks}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </Show>
    }
}

#[component]
fn NoQueues() -> impl IntoView {
    view! {
        <EmptyState
            icon=icondata_lu::LuUsersRound
            title=move || t().centre.things.no_queues
            text=move || t().centre.things.no_queues_text
        >
            <NewQueue />
        </EmptyState>
    }
}

#[component]
fn Row(queue: Queue) -> impl IntoView {
    let desk = desk();
    let (id, of) = (queue.id.clone(), queue.id.clone());
    let groups = move || {
        desk.named(|book| {
            let routes = desk.draft(|draft| draft.routes_of(&of).into_iter().cloned().collect::<Vec<_>>());
            routes.iter().map(|route| book.name(&Ref::Group(route.group.clone()))).collect::<Vec<_>>().join(", ")
        })
    };
    let asks = queue.asks.clone();
    let is_ours = move || desk.with(|desk| desk.around.ours.as_ref().map(|ours| &ours.agents) == asks.as_ref());
    let asks_nobody = queue.asks.is_none();
    let chooser = Signal::derive(move || match (asks_nobody, is_ours()) {
        (true, _) => (t().centre.things.by_groups, Tone::Neutral),
        (false, true) => (t().centre.things.ours, Tone::Ok),
        (false, false) => (t().centre.things.by_other, Tone::Warn),
    });
    view! {
        <tr class="table__row">
            <th scope="row" class="centre-list__name">
                <a class="table__link" data-row="" href=Route::from(CentrePage::Queue(Some(id.clone()))).href()>
                    {queue.name}
                </a>
            </th>
            <td>
                <Badge label=move || chooser.get().0 tone=Signal::derive(move || chooser.get().1) />
            </td>
            <td class="centre-list__wide">{groups}</td>
            <td><FindingMark of=Ref::Queue(id) /></td>
        </tr>
    }
}

/// One of them, or a new one.
#[component]
pub fn QueuePage() -> impl IntoView {
    let id = id_here();
    view! { <CentreFrame part=CentrePage::Queues>{move || view! { <OneQueue id=id.get() /> }}</CentreFrame> }
}

#[component]
fn OneQueue(id: String) -> impl IntoView {
    let id = (id != NEW).then(|| QueueId::new(id));
    let form = match &id {
        None => Some(new_queue()),
        Some(id) => untrack(|| desk().draft(|draft| QueueForm::of(draft, id))),
    };
    match form {
        None => view! { <Gone list=CentrePage::Queues lists=|| t().centre.queues /> }.into_any(),
        Some(form) => view! {
            <ThingPage
                at=id.clone().map(Ref::Queue)
                list=CentrePage::Queues
                lists=|| t().centre.queues
                new=|| t().centre.things.new_queue
            >
                <QueueFields id=id form=form />
            </ThingPage>
        }
        .into_any(),
    }
}

/// A new queue asks us whom to ring, where the provider can ask us.
fn new_queue() -> QueueForm {
    let ours = untrack(|| desk().with(|desk| desk.around.ours.as_ref().map(|ours| ours.agents.clone())));
    QueueForm { asks: ours.unwrap_or_default(), ..QueueForm::default() }
}

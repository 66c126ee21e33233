//! The queues: the list, and which of them a page is about.

use super::desk::desk;
use super::findings::FindingMark;
use super::frame::CentreFrame;
use super::queue::QueueFields;
use super::thing::{Gone, ThingPage, id_here};
use super::things::{ThingTable, Things, ThingsHead, Words};
use crate::components::{Badge, Tone};
use crate::routes::{CentrePage, NEW, Route};
use crate::texts::t;
use domain::centre::{Queue, QueueForm, Ref};
use domain::ids::QueueId;
use leptos::prelude::*;

const THINGS: Things = Things {
    page: CentrePage::Queues,
    title: || t().centre.queues,
    one_more: CentrePage::Queue(None),
    new: || t().centre.things.new_queue,
    icon: icondata_lu::LuUsersRound,
    none: || t().centre.things.no_queues,
    none_text: || t().centre.things.no_queues_text,
};

/// Above the columns; the last ones only where there is room.
const HEADS: [(Words, bool); 3] =
    [(|| t().centre.parts.queue, false), (|| t().centre.things.chooser, false), (|| t().centre.things.serving, true)];

/// The list.
#[component]
pub fn QueuesPage() -> impl IntoView {
    view! {
        <CentreFrame part=CentrePage::Queues>
            <ThingsHead of=THINGS />
            <ThingTable
                of=THINGS
                heads=&HEADS
                all=|draft| draft.queues().cloned().collect()
                row=|queue: Queue| view! { <Row queue=queue /> }.into_any()
            />
        </CentreFrame>
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
        None => view! { <Gone of=THINGS /> }.into_any(),
        Some(form) => view! {
            <ThingPage at=id.clone().map(Ref::Queue) of=THINGS>
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

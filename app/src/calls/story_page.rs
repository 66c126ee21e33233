//! A call's story: figures, facts, note, whose it was.

use super::api::get_call_story;
use super::attach::Attach;
use super::deletion::DeleteCalls;
use super::failed::Failed;
use super::list_rows::Who;
use super::log_address::log_of;
use super::marks::{CallMarks, DirectionIcon, OutcomeBadge};
use super::note::Note;
use super::recording::Recording;
use super::routed::Routed;
use super::seen_by::SeenBy;
use super::words;
use crate::components::{ErrorState, LinkButton, PageHead, Skeleton};
use crate::numbers::Reveal;
use crate::routes::Route;
use crate::softphone::grouped;
use crate::surroundings::viewer;
use crate::tasks;
use crate::texts::t;
use crate::wrap_up;
use domain::access::Action as Deed;
use domain::calls::{CallFilter, CallRow, CallStory, Fact};
use domain::ids::CallId;
use domain::numbers::RevealOf;
use domain::phone;
use domain::times::{self, Millis};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_params_map};

/// A call's page.
#[component]
pub fn CallPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| CallId::new(params.with(|params| params.get("id").unwrap_or_default())));
    let story = Resource::new_blocking(move || id.get(), get_call_story);
    let again = Callback::new(move |()| story.refetch());
    view! {
        <PageHead title=move || t().calls.story>
            <LinkButton route=Route::Calls label=move || t().calls.back icon=icondata_lu::LuArrowLeft />
        </PageHead>
        <Transition fallback=|| view! { <Skeleton rows=8 /> }>
            {move || Suspend::new(async move {
                match story.await {
                    Ok(story) => view! { <Story story=story on_attached=again /> }.into_any(),
                    Err(fault) => view! { <ErrorState fault=fault retry=again /> }.into_any(),
                }
            })}
        </Transition>
    }
}

#[component]
fn Story(
    /// All of it.
    story: CallStory,
    /// Told when the call has found its customer.
    on_attached: Callback<()>,
) -> impl IntoView {
    let CallStory { row, provider_id, facts, routed } = story;
    let (id, started_at) = (row.id.clone(), row.started_at);
    let unmatched = row.matched.customer.is_none();
    view! {
        <article class="story">
            <header class="story__head">
                <DirectionIcon direction=row.direction />
                <Who call=row.clone() />
                {row
                    .number
                    .clone()
                    .map(|number| view! { <Reveal number=number of=RevealOf::Call(row.id.clone()) /> })}
                <OutcomeBadge call=row.clone() />
                <CallMarks call=row.clone() />
                <Delete call=id.clone() />
            </header>
            <Failed call=id.clone() outcome=row.outcome.clone() />
            {unmatched
                .then(|| view! { <Attach call=id.clone() number=row.number.clone() on_attached=on_attached /> })}
            <div class="story__columns">
                <div>
                    <Figures row=row.clone() provider_id=provider_id />
                    <wrap_up::OfCall call=id.clone() />
                    <Recording call=row.clone() />
                    <Note call=row />
                    <tasks::OfCall call=id.clone() />
                </div>
                <div>
                    <Facts facts=facts started_at=started_at />
                    <Routed decision=routed />
                    <SeenBy call=id />
                </div>
            </div>
        </article>
    }
}

/// Takes the call away, and leads back to the log.
#[component]
fn Delete(
    /// Which call.
    call: CallId,
) -> impl IntoView {
    let may = viewer().may(Deed::DeleteCalls);
    let navigate = use_navigate();
    let gone = Callback::new(move |()| navigate(&log_of(CallFilter::default()), NavigateOptions::default()));
    let calls = Signal::stored(vec![call]);
    view! {
        <Show when=move || may.get()>
            <div class="story__delete">
                <DeleteCalls calls=calls on_deleted=gone />
            </div>
        </Show>
    }
}

/// What is known of the call in figures.
#[component]
fn Figures(
    /// The call.
    row: CallRow,
    /// The provider's own id.
    provider_id: Option<String>,
) -> impl IntoView {
    let line = |label: fn() -> &'static str, value: AnyView| view! { <dt>{label}</dt><dd>{value}</dd> };
    let how = row.matched.how;
    let provider_id = match provider_id {
        Some(id) => view! { <code class="story__id">{id}</code> }.into_any(),
        None => (move || t().calls.no_provider_id).into_any(),
    };
    view! {
        <section aria-labelledby="figures-heading">
            <h2 class="section-heading" id="figures-heading">
                {move || t().calls.figures}
            </h2>
            <dl class="facts facts--figures">
                {line(|| t().calls.start, times::date_time(row.started_at).into_any())}
                {line(|| t().calls.agent, words::agent_name(&row).into_any())}
                {row.team.map(|team| line(|| t().log.team, team.name.into_any()))}
                {line(|| t().calls.ring, times::duration(row.ring_ms).into_any())}
                {line(|| t().calls.talk, times::duration(row.talk_ms).into_any())}
                {line(|| t().calls.hold, times::duration(row.hold_ms).into_any())}
                {row.hotline.map(|hotline| line(|| t().calls.hotline, (move || grouped(&hotline)).into_any()))}
                {row.queue.map(|queue| line(|| t().log.queue, queue.into_any()))}
                {row.missed_reason.map(|reason| line(|| t().log.missed_reason, reason.into_any()))}
                {line(|| t().calls.number_raw, phone::shown(&row.number_raw).to_owned().into_any())}
                {line(|| t().calls.matched, (move || words::match_how(how)).into_any())}
                {line(|| t().calls.provider_id, provider_id)}
            </dl>
        </section>
    }
}

/// Everything that happened, and how long after the beginning.
#[component]
fn Facts(
    /// In order.
    facts: Vec<Fact>,
    /// The beginning.
    started_at: Millis,
) -> impl IntoView {
    let fact = |fact: Fact| {
        let (at, what) = (fact.at, fact.what);
        let since = at.since(started_at);
        let after = move || match since {
            ..1_000 => t().calls.at_start.to_owned(),
            _ => (t().calls.after)(&times::duration(since)),
        };
        view! {
            <li class="fact">
                <time class="fact__at" datetime=times::iso(at) title=times::date_time(at)>
                    {after}
                </time>
                <span class="fact__what">{move || words::what(&what)}</span>
            </li>
        }
    };
    view! {
        <section aria-labelledby="facts-heading">
            <h2 class="section-heading" id="facts-heading">
                {move || t().calls.facts}
            </h2>
            <ol class="fact-list">
                {facts.into_iter().filter(|fact| words::says_something(&fact.what)).map(fact).collect_view()}
            </ol>
        </section>
    }
}

//! How a version comes to the provider, step by step, and what stopped it.

use super::api;
use super::desk::{Desk, desk};
use super::words::Book;
use crate::components::form::{send, tell};
use crate::components::{Ago, Button, ButtonKind, Glyph, Icon, words};
use crate::texts::t;
use domain::centre::{Centre, Obstacle, PublishState, Publishing, Step};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The latest publishing; nothing where there was none, or another one took its place.
#[component]
pub(super) fn ProgressPanel() -> impl IntoView {
    let desk = desk();
    let publishing = Memo::new(move |_| desk.with(|desk| desk.publishing.clone()));
    let shown = move || {
        let publishing = publishing.get().filter(|one| one.state != PublishState::GivenUp)?;
        Some(view! { <Panel desk=desk publishing=publishing /> })
    };
    view! {
        <section class="publishing" aria-label=move || t().centre.publish.progress aria-live="polite">{shown}</section>
    }
}

#[component]
fn Panel(desk: Desk, publishing: Publishing) -> impl IntoView {
    let Publishing { version, steps, done, state, begun_at, by } = publishing;
    let (all, of) = (steps.len(), state.clone());
    let said = move || {
        let words = &t().centre.publish;
        let how = match of {
            PublishState::Running => words.running,
            PublishState::Paused(_) => words.paused,
            PublishState::Finished | PublishState::GivenUp => words.finished,
        };
        how(version)
    };
    let finished = state == PublishState::Finished;
    let obstacle = match &state {
        PublishState::Paused(obstacle) => Some(obstacle.clone()),
        _ => None,
    };
    let (stopped, runs) = (obstacle.is_some(), state == PublishState::Running);
    view! {
        <div class="panel">
            <header class="settings__head">
                <h2 class="panel__title">{said}</h2>
                <span class="field__hint">
                    {move || (t().centre.publish.begun_by)(&by)} " · " <Ago at=begun_at />
                </span>
            </header>
            {runs.then(|| view! { <StopButton desk=desk /> })}
            {obstacle.map(|obstacle| view! { <Stopped desk=desk obstacle=obstacle /> })}
            {(all > 0)
                .then(|| {
                    view! {
                        <div class="publishing__bar">
                            <progress
                                class="publishing__progress"
                                max=all
                                value=done
                                aria-label=move || t().centre.publish.progress
                            ></progress>
                            <span class="number">{move || (t().centre.publish.steps)(done, all)}</span>
                        </div>
                        <Steps desk=desk version=version steps=steps done=done stopped=stopped open=!finished />
                    }
                })}
        </div>
    }
}

/// Stops it before its next step.
#[component]
fn StopButton(desk: Desk) -> impl IntoView {
    let busy = RwSignal::new(false);
    let stop = move || {
        send(busy, api::stop_publishing(), move |answer| match answer {
            Ok(publishing) => desk.progress(publishing),
            Err(fault) => tell(&fault),
        });
    };
    view! {
        <div class="form__actions">
            <Button
                label=move || t().centre.publish.stop
                icon=icondata_lu::LuPause
                busy=busy
                on_press=stop
            />
        </div>
    }
}

/// What stopped it, and the way on.
#[component]
fn Stopped(desk: Desk, obstacle: Obstacle) -> impl IntoView {
    let busy = RwSignal::new(false);
    let go_on = move || {
        send(busy, api::go_on_publishing(), move |answer| match answer {
            Ok(publishing) => desk.progress(publishing),
            Err(fault) => tell(&fault),
        });
    };
    let said = move || desk.named(|book| why(&obstacle, book));
    view! {
        <div class="notice notice--danger">
            <Icon icon=icondata_lu::LuCircleAlert />
            <p>{said}</p>
        </div>
        <p class="panel__text">{move || t().centre.publish.go_on_hint}</p>
        <div class="form__actions">
            <Button
                label=move || t().centre.publish.go_on
                kind=ButtonKind::Primary
                icon=icondata_lu::LuPlay
                busy=busy
                on_press=go_on
            />
        </div>
    }
}

/// What stopped a publishing, and what to do.
fn why(obstacle: &Obstacle, book: Book<'_>) -> String {
    let texts = &t().centre.publish;
    match obstacle {
        Obstacle::Silent(problem) => words::telephone(problem).to_owned(),
        Obstacle::Refused { at, code, said } => (texts.refused_step)(&book.titled_within(at), *code, said),
        Obstacle::NotKept { at } => (texts.not_kept)(&book.titled_within(at)),
        Obstacle::Drifted { at } => {
            let names: Vec<String> = at.iter().map(|at| book.titled_within(at)).collect();
            (texts.drifted_meanwhile)(&names.join(", "))
        }
        Obstacle::Stopped => texts.stopped.to_owned(),
        Obstacle::Ours => texts.ours.to_owned(),
    }
}

/// How a step stands.
#[derive(Clone, Copy, PartialEq)]
enum Standing {
    Done,
    UnderWay,
    Failed,
    Later,
}

impl Standing {
    fn of(at: usize, done: usize, stopped: bool) -> Self {
        match (at.cmp(&done), stopped) {
            (std::cmp::Ordering::Less, _) => Self::Done,
            (std::cmp::Ordering::Equal, true) => Self::Failed,
            (std::cmp::Ordering::Equal, false) => Self::UnderWay,
            (std::cmp::Ordering::Greater, _) => Self::Later,
        }
    }

    fn icon(self) -> Glyph {
        match self {
            Self::Done => icondata_lu::LuCircleCheck,
            Self::UnderWay => icondata_lu::LuLoaderCircle,
            Self::Failed => icondata_lu::LuCircleX,
            Self::Later => icondata_lu::LuCircleDashed,
        }
    }

    fn class(self) -> &'static str {
        match self {
            Self::Done => "publish-step is-done",
            Self::UnderWay => "publish-step is-under-way",
            Self::Failed => "publish-step is-failed",
            Self::Later => "publish-step",
        }
    }

    fn word(self) -> &'static str {
        let words = &t().centre.publish;
        match self {
            Self::Done => words.done,
            Self::UnderWay => words.under_way,
            Self::Failed => words.failed,
            Self::Later => words.later,
        }
    }
}

/// The version before, for the names of what is removed. It is asked for once the page is there, which is shown without
/// them until then.
fn names_before(version: i64, steps: &[Step]) -> RwSignal<Centre> {
    let before = RwSignal::new(Centre::default());
    let removes = steps.iter().any(|step| matches!(step, Step::Delete(_)));
    Effect::new(move |_| {
        if removes {
            spawn_local(async move {
                if let Ok(centre) = api::version(version - 1).await {
                    before.try_set(centre);
                }
            });
        }
    });
    before
}

/// Every step and how it stands; folded away once everything is done.
#[component]
fn Steps(desk: Desk, version: i64, steps: Vec<Step>, done: usize, stopped: bool, open: bool) -> impl IntoView {
    let before = names_before(version, &steps);
    let row = |(at, step): (usize, Step)| {
        let standing = Standing::of(at, done, stopped);
        view! {
            <li class=standing.class()>
                <Icon icon=standing.icon() />
                <span>{move || named(desk, before, |book| said(&step, book))}</span>
                <span class="visually-hidden">{move || standing.word()}</span>
            </li>
        }
    };
    let count = steps.len();
    let rows = steps.into_iter().enumerate().map(row).collect_view();
    view! {
        <details class="settings__more" open=open>
            <summary>{move || (t().centre.publish.steps)(done, count)}</summary>
            <ol class="publish-steps">{rows}</ol>
        </details>
    }
}

/// Reads with the names of everything, also of what is removed.
fn named<T>(desk: Desk, before: RwSignal<Centre>, read: impl FnOnce(Book<'_>) -> T) -> T {
    before.with(|before| desk.with(|desk| read(Book(&[&desk.draft, &desk.base, before]))))
}

/// A step in words.
fn said(step: &Step, book: Book<'_>) -> String {
    let words = &t().centre.publish;
    let what = book.titled_within(&step.at());
    match step {
        Step::Create(_) => (words.creates)(&what),
        Step::Update(_) => (words.updates)(&what),
        Step::Delete(_) => (words.deletes)(&what),
    }
}

//! What happens to a tried call, step by step.

use super::asked::Asked;
use super::words::{because, clock, end, end_class, rung, taken};
use crate::calls::routed_because;
use crate::centre::diagram::said;
use crate::centre::words::{Book, key};
use crate::components::{Glyph, Icon};
use crate::texts::t;
use domain::centre::{Because, Centre, Course, End, Named, Offer, Ref, Rung, Stop, Visit, Wait};
use domain::routing;
use leptos::prelude::*;

/// Everything that happens, and how it ends.
#[component]
pub(super) fn CourseView(asked: Asked, course: Memo<Course>) -> impl IntoView {
    let steps = move || {
        let reasons = asked.named().unwrap_or_default();
        course.with(|course| {
            asked.desk.draft(|centre| {
                let book = Book(&[centre]);
                let steps = course.stops.iter().map(|stop| match stop {
                    Stop::Place(at) => visit(at, centre, book),
                    Stop::Queue(at) => wait(at, book, &course.end, &reasons),
                });
                steps.collect_view()
            })
        })
    };
    let calls = move || {
        let number = Ref::Hotline(asked.called());
        (t().centre.trial_page.calls)(&asked.desk.draft(|centre| Book(&[centre]).name(&number)))
    };
    let ends = move || course.with(|course| asked.desk.draft(|centre| end(&course.end, Book(&[centre]))));
    let class = move || course.with(|course| end_class(&course.end));
    let ended_at = move || course.with(|course| clock(course.ended_at));
    view! {
        <ol class="course" aria-label=move || t().centre.trial_page.course>
            <li class="course__step">
                <Moment at=clock(0) icon=icondata_lu::LuPhoneIncoming />
                <p class="course__title">{calls}</p>
            </li>
            {steps}
            <li class=class>
                <Moment at=Signal::derive(ended_at) icon=icondata_lu::LuFlag />
                <p class="course__title" role="status">{ends}</p>
            </li>
        </ol>
    }
}

#[component]
fn Moment(#[prop(into)] at: Signal<String>, icon: Glyph) -> impl IntoView {
    view! {
        <span class="course__at">
            <Icon icon=icon />
            <span>{at}</span>
        </span>
    }
}

/// A place of a menu.
fn visit(visit: &Visit, centre: &Centre, book: Book<'_>) -> AnyView {
    let words = &t().centre.trial_page;
    let node = Ref::Node(visit.node.clone());
    let hears = centre.node(&visit.node).map(said).unwrap_or_default();
    let rounds = (visit.rounds > 1).then(|| (words.rounds)(visit.rounds));
    let unheard = visit.unheard.iter().map(|pressed| (words.unheard)(&key(pressed.key), &clock(pressed.at)));
    let leads = visit.taken.as_ref().map_or_else(|| words.cut_off.to_owned(), |at| taken(at, book));
    let notes: Vec<String> = rounds.into_iter().chain(unheard).collect();
    let notes = notes.into_iter().map(|note| view! { <p class="course__note">{note}</p> }).collect_view();
    view! {
        <li class="course__step">
            <Moment at=clock(visit.from) icon=icondata_lu::LuMessageSquareText />
            <div>
                <p class="course__title">{book.name(&node)}</p>
                <p class="course__text">{hears}</p>
                {notes}
                <p class="course__leads">{leads}</p>
            </div>
        </li>
    }
    .into_any()
}

/// A queue, and who is thought of there.
fn wait(wait: &Wait, book: Book<'_>, end: &End, reasons: &[(Named, routing::Because)]) -> AnyView {
    let words = &t().centre.trial_page;
    let name = book.name(&Ref::Queue(wait.queue.clone()));
    let knows = !matches!(end, End::AsksElsewhere { .. });
    let nobody = wait.offers.is_empty() && knows;
    let offers = wait.offers.iter().map(|at| offer(at, why(at, book, reasons), book, end)).collect_view();
    view! {
        <li class="course__step">
            <Moment at=clock(wait.from) icon=icondata_lu::LuHourglass />
            <div>
                <p class="course__title">{(words.waits_in)(&name)}</p>
                {nobody.then(|| view! { <p class="course__note">{words.nobody_thought_of}</p> })}
                {(!wait.offers.is_empty())
                    .then(|| view! { <ul class="thoughts" aria-label=words.thought_of>{offers}</ul> })}
            </div>
        </li>
    }
    .into_any()
}

/// Why an agent is thought of: where our routing names them, its own reason.
fn why(offer: &Offer, book: Book<'_>, reasons: &[(Named, routing::Because)]) -> String {
    match (&offer.because, reasons.iter().find(|(named, _)| named.seat == offer.seat)) {
        (Because::Named, Some((_, reason))) => (t().centre.trial_page.named)(routed_because(*reason)),
        (known, _) => because(known, book),
    }
}

fn offer(offer: &Offer, why: String, book: Book<'_>, end: &End) -> AnyView {
    let answers = matches!(end, End::Answered { seat } if *seat == offer.seat);
    let (class, icon) = match &offer.rung {
        Rung::Rings { .. } if answers => ("thought thought--answers", icondata_lu::LuPhone),
        Rung::Rings { .. } => ("thought thought--rings", icondata_lu::LuPhoneCall),
        Rung::Kept(_) => ("thought thought--kept", icondata_lu::LuPhoneOff),
        Rung::TooLate => ("thought", icondata_lu::LuMinus),
    };
    let name = book.name(&Ref::Agent(offer.seat.clone()));
    view! {
        <li class=class>
            <Icon icon=icon />
            <div>
                <p>
                    <strong>{name}</strong>
                    " "
                    <span class="thought__because">{why}</span>
                </p>
                <p class="thought__rung">{rung(offer, answers)}</p>
            </div>
        </li>
    }
    .into_any()
}

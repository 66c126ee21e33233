//! What happens to a tried call, in words.

use crate::centre::words::{Book, action, grouped, key};
use crate::texts::t;
use domain::centre::{Because, End, Hindrance, Offer, Press, Rank, Ref, Rung, RungOn, Taken};
use domain::times;

/// A moment of the call.
pub(super) fn clock(millis: i64) -> String {
    times::duration(millis)
}

/// What a caller does, and where that leads.
pub(super) fn taken(taken: &Taken, book: Book<'_>) -> String {
    let words = &t().centre.trial_page;
    let leads = action(&taken.action, book);
    if taken.pressed == Press::Nothing {
        (words.waits)(&leads)
    } else if taken.pressed == taken.counts_as {
        (words.presses)(&key(taken.pressed), &leads)
    } else {
        (words.presses_other)(&key(taken.pressed), &leads)
    }
}

/// Why an agent is thought of.
pub(super) fn because(because: &Because, book: Book<'_>) -> String {
    let words = &t().centre.trial_page;
    match because {
        Because::Group { group, rank } => {
            let group = book.name(&Ref::Group(group.clone()));
            match rank {
                Rank::Primary => (words.by_first_group)(&group),
                Rank::Secondary => (words.by_second_group)(&group),
            }
        }
        Because::Named => words.named_by_us.to_owned(),
    }
}

/// Whether an agent is rung.
pub(super) fn rung(offer: &Offer, answers: bool) -> String {
    let words = &t().centre.trial_page;
    match &offer.rung {
        Rung::Rings { on, from, .. } if answers => (words.rings_and_answers)(&on_what(on), &clock(*from)),
        Rung::Rings { on, from, until } => (words.rings)(&on_what(on), &clock(*from), &clock(*until)),
        Rung::Kept(why) => {
            let why: Vec<&str> = why.iter().map(|why| hindrance(*why)).collect();
            (words.kept)(&why.join("; "))
        }
        Rung::TooLate => words.too_late.to_owned(),
    }
}

fn on_what(on: &RungOn) -> String {
    let words = &t().centre.trial_page;
    match on {
        RungOn::App => words.on_app.to_owned(),
        RungOn::Sip => words.on_sip.to_owned(),
        RungOn::Number(number) => (words.on_number)(&grouped(number)),
    }
}

/// What keeps an agent from being rung.
fn hindrance(why: Hindrance) -> &'static str {
    let words = &t().centre.trial_page;
    match why {
        Hindrance::NoAgent => words.no_agent,
        Hindrance::NotAvailable => words.not_available,
        Hindrance::InCall => words.is_in_call,
        Hindrance::AfterCall => words.is_after_call,
        Hindrance::NotOnline => words.not_online,
        Hindrance::NoPhone => words.no_phone,
        Hindrance::NoCallerId => words.no_caller_id,
    }
}

/// How a call ends.
pub(super) fn end(end: &End, book: Book<'_>) -> String {
    let words = &t().centre.trial_page;
    let queue = |queue: &domain::ids::QueueId| book.name(&Ref::Queue(queue.clone()));
    let node = |node: &domain::ids::NodeId| book.name(&Ref::Node(node.clone()));
    match end {
        End::UnknownNumber => words.end_unknown.to_owned(),
        End::Blocked => words.end_blocked.to_owned(),
        End::LeadsNowhere { at } => (words.end_nowhere)(&book.titled_within(at)),
        End::CutOff { node: at } => (words.end_cut_off)(&node(at)),
        End::GoesRound { node: at } => (words.end_round)(&node(at)),
        End::Stopped => words.end_stopped.to_owned(),
        End::Forwarded { to, caller_id } => {
            let shown = caller_id.as_ref().map_or_else(|| t().centre.parts.nothing.to_owned(), grouped);
            (words.end_forwarded)(&grouped(to), &shown)
        }
        End::Closed { queue: at } => (words.end_closed)(&queue(at)),
        End::AsksElsewhere { .. } => words.end_asks.to_owned(),
        End::Answered { seat } => (words.end_answered)(&book.name(&Ref::Agent(seat.clone()))),
        End::NobodyAnswers { queue: at } => (words.end_nobody_answers)(&queue(at)),
        End::NobodyCanBeRung { queue: at } => (words.end_nobody)(&queue(at)),
    }
}

/// How good an end is: the class of its line.
pub(super) fn end_class(end: &End) -> &'static str {
    match end {
        End::Stopped | End::Forwarded { .. } | End::Answered { .. } => "course__step course__end",
        // That is as far as was asked.
        End::Blocked | End::AsksElsewhere { .. } | End::NobodyAnswers { .. } => "course__step course__end is-open",
        End::UnknownNumber
        | End::LeadsNowhere { .. }
        | End::CutOff { .. }
        | End::GoesRound { .. }
        | End::Closed { .. }
        | End::NobodyCanBeRung { .. } => "course__step course__end is-lost",
    }
}

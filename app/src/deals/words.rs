//! What happened to a deal and when it should be won, in the viewer's words.

use crate::surroundings::viewer;
use crate::texts::t;
use domain::deals::{DealChange, Due};
use domain::times::{self, Millis};
use leptos::prelude::*;

/// A change of a deal, to stand after the name of whoever made it.
pub(crate) fn changed(change: &DealChange) -> String {
    let words = &t().deals;
    let said = |text: &Option<String>| text.clone().unwrap_or_else(|| words.nothing.to_owned());
    let day = |day: &Option<Millis>| day.map_or_else(|| words.nothing.to_owned(), times::date);
    match change {
        DealChange::Made { stage } => (words.change_made)(stage),
        DealChange::Moved { from, to, reason } => {
            let moved = (words.change_moved)(from, to);
            match reason {
                Some(reason) => format!("{moved}, {}", (words.because)(reason)),
                None => moved,
            }
        }
        DealChange::Amount { from, to } => (words.change_amount)(&times::money(*from), &times::money(*to)),
        DealChange::Close { from, to } => (words.change_close)(&day(from), &day(to)),
        DealChange::Owner { from, to } => (words.change_owner)(&said(from), &said(to)),
        DealChange::Title { from, to } => (words.change_title)(from, to),
        DealChange::With { from, to } => (words.change_with)(from, to),
    }
}

/// A period in words.
pub(super) fn due(due: Due) -> &'static str {
    let words = &t().deals;
    match due {
        Due::Overdue => words.overdue,
        Due::ThisMonth => words.this_month,
        Due::NextMonth => words.next_month,
        Due::ThisQuarter => words.this_quarter,
        Due::Unknown => words.no_date,
    }
}

/// The day on which a deal should be won; marked, and said, where that has passed.
#[component]
pub(super) fn CloseDay(
    /// Its beginning.
    on: Millis,
    /// Whether it is won or lost already.
    closed: bool,
) -> impl IntoView {
    let late = move || !closed && on < viewer().now.get().day_start();
    view! {
        <time class="close-day" class:is-late=late datetime=times::iso_date(on) title=move || t().deals.close_on>
            {times::date(on)}
            <span class="visually-hidden">{move || late().then(|| format!(" ({})", t().deals.overdue))}</span>
        </time>
    }
}

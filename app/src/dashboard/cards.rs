//! The numbers one looks at first.

use super::links::Calls;
use crate::charts::number;
use crate::routes::Route;
use crate::texts::t;
use domain::dashboard::{Figures, percent};
use domain::times;
use leptos::prelude::*;

/// The numbers one looks at first, each with the way to its calls.
#[component]
pub(super) fn Cards(figures: Figures, calls: Calls) -> impl IntoView {
    let (sums, back) = (figures.sums, figures.called_back);
    let inbound = calls.with("direction", "inbound");
    let answered = inbound.with("answered", "yes");
    let missed = inbound.with("outcome", "missed");
    let rate = move || written_percent(sums.answer_rate());
    let share = move || written_percent(percent(back.reached, back.items));
    let reached = format!("{}?which=closed", Route::Missed.href());
    let waited = move || back.wait.map_or_else(|| "–".to_owned(), |wait| times::duration(wait.median_ms));
    let talk = figures.talk.map_or_else(|| "–".to_owned(), |talk| times::duration(talk.median_ms));
    view! {
        <ul class="cards">
            <Card
                name=move || t().dashboard.calls
                href=calls.href()
                value=move || number(sums.calls())
                more=move || (t().dashboard.in_and_out)(&number(sums.inbound), &number(sums.outbound))
            />
            <Card
                name=move || t().dashboard.answer_rate
                href=answered.href()
                value=rate
                more=move || (t().dashboard.answered_of)(&number(sums.inbound_answered), &number(sums.inbound))
            />
            <Card
                name=move || t().dashboard.missed
                href=missed.href()
                value=move || number(sums.missed)
                more=move || (t().dashboard.and_rejected)(&number(sums.rejected))
            />
            <Card
                name=move || t().dashboard.reached
                href=reached
                value=share
                more=move || (t().dashboard.reached_of)(&number(back.reached), &number(back.items), &waited())
            />
            <Card
                name=move || t().dashboard.talk
                href=calls.with("answered", "yes").href()
                value=move || (t().dashboard.hours_minutes)(sums.talk_ms / times::MINUTE)
                more=move || (t().dashboard.median_talk)(&talk)
            />
        </ul>
    }
}

/// A share, or a dash where there was nothing.
pub(super) fn written_percent(share: Option<i64>) -> String {
    share.map_or_else(|| "–".to_owned(), |share| format!("{share}%"))
}

#[component]
fn Card(
    #[prop(into)] name: Signal<String>,
    href: String,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] more: Signal<String>,
) -> impl IntoView {
    view! {
        <li class="card">
            <span class="card__name">{name}</span>
            <a class="card__value" href=href>{value}</a>
            <span class="card__more">{more}</span>
        </li>
    }
}

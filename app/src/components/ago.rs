//! Moments as people say them, exact on hover.

use crate::surroundings::viewer;
use crate::texts::t;
use domain::times::{self, Millis, Relative};
use leptos::prelude::*;

/// How long ago something was.
#[component]
pub fn Ago(
    /// When it was.
    #[prop(into)]
    at: Signal<Millis>,
) -> impl IntoView {
    let said = move || {
        let words = &t().times;
        match times::relative(viewer().now.get(), at.get()) {
            Relative::JustNow => words.just_now.to_owned(),
            Relative::Minutes(n) => (words.minutes_ago)(n),
            Relative::Hours(n) => (words.hours_ago)(n),
            Relative::Yesterday { clock } => (words.yesterday)(&clock),
            Relative::Weekday { day, clock } => (words.weekday)(day, &clock),
            Relative::Date(date) => date,
        }
    };
    view! {
        <time class="ago" datetime=move || times::iso(at.get()) title=move || times::date_time(at.get())>
            {said}
        </time>
    }
}

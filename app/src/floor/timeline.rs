//! A day as a strip of colours, as sums, and in words.

use super::status::{StatusBadge, sums, word};
use crate::components::Icon;
use crate::routes::Route;
use crate::texts::t;
use domain::floor::{Status, Stretch};
use domain::times::{self, HOUR, Millis};
use leptos::prelude::*;

/// The hours that are always shown.
const OFFICE: (i64, i64) = (8, 18);

/// The strip: each stretch where it was, hours below.
#[component]
pub(super) fn Timeline(
    /// What was done, in order.
    stretches: Vec<Stretch>,
    /// When the day began.
    day: Millis,
    /// How far it has come.
    until: Millis,
) -> impl IntoView {
    let (first, last) = hours(&stretches, day, until);
    let (from, whole) = (day.plus(first * HOUR), (last - first) * HOUR);
    let strip = stretches
        .into_iter()
        .filter(|one| one.status != Status::Offline)
        .filter_map(|one| {
            let (x, width) = place(&one, from, whole, until)?;
            let (status, starts) = (one.status, times::clock(one.from));
            let lasted = times::duration(one.to.unwrap_or(until).since(one.from));
            Some(view! {
                <rect
                    class=format!("timeline__stretch timeline__stretch--{}", status.as_str().replace('_', "-"))
                    x=x
                    y="0"
                    width=width
                    height="28"
                >
                    <title>{move || format!("{}, {starts}, {lasted}", word(status))}</title>
                </rect>
            })
        })
        .collect_view();
    let marks = (first..=last)
        .map(|hour| {
            let x = percent((hour - first) * HOUR, whole);
            let anchor = if hour == last { "end" } else { "start" };
            let class = if (hour - first) % 2 == 0 && hour != last {
                "timeline__hour"
            } else {
                "timeline__hour timeline__hour--odd"
            };
            view! { <text class=class x=x y="44" text-anchor=anchor>{format!("{hour}:00")}</text> }
        })
        .collect_view();
    view! {
        <svg class="timeline" width="100%" height="50" role="img" aria-label=move || t().floor.timeline>
            <rect class="timeline__ground" x="0" y="0" width="100%" height="28" />
            {strip}
            {marks}
        </svg>
    }
}

/// From which hour to which to show: the office's, and more where somebody was there.
fn hours(stretches: &[Stretch], day: Millis, until: Millis) -> (i64, i64) {
    let there = stretches.iter().filter(|one| one.status != Status::Offline);
    let (mut first, mut last) = OFFICE;
    for one in there {
        first = first.min(one.from.max(day).since(day) / HOUR);
        last = last.max((one.to.unwrap_or(until).since(day) + HOUR - 1) / HOUR);
    }
    (first.clamp(0, 23), last.clamp(1, 24))
}

/// Where a stretch begins and how wide it is; `None` outside of what is shown.
fn place(one: &Stretch, from: Millis, whole: i64, until: Millis) -> Option<(String, String)> {
    let begins = one.from.since(from).clamp(0, whole);
    let ends = one.to.unwrap_or(until).since(from).clamp(0, whole);
    (ends > begins).then(|| (percent(begins, whole), percent(ends - begins, whole)))
}

fn percent(part: i64, whole: i64) -> String {
    let hundredths = part.saturating_mul(10_000) / whole.max(1);
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}

/// How long each thing was done.
#[component]
pub(super) fn Sums(
    /// What was done, in order.
    stretches: Vec<Stretch>,
    /// When the day began.
    day: Millis,
    /// How far it has come.
    until: Millis,
) -> impl IntoView {
    let part = |(status, lasted): (Status, i64)| {
        view! {
            <li class="counts__part">
                <StatusBadge status=Signal::stored(status) />
                <span class="counts__figure">{times::duration(lasted)}</span>
            </li>
        }
    };
    let parts = sums(&stretches, day, until).into_iter().filter(|(status, _)| *status != Status::Offline);
    view! {
        <ul class="counts" aria-label=move || t().floor.sums>
            {parts.map(part).collect_view()}
        </ul>
    }
}

/// The way to a call; on a small screen as a drawing.
#[component]
fn OpenCall(href: String) -> impl IntoView {
    view! {
        <a class="stretches__open" href=href title=move || t().floor.open_call>
            <Icon icon=icondata_lu::LuPhone />
            <span class="stretches__word">{move || t().floor.open_call}</span>
        </a>
    }
}

/// The same in words, the latest first.
#[component]
pub(super) fn Stretches(
    /// What was done, in order.
    stretches: Vec<Stretch>,
    /// How far the day has come.
    until: Millis,
) -> impl IntoView {
    if stretches.is_empty() {
        return view! { <p class="waiting__none">{move || t().floor.nothing_that_day}</p> }.into_any();
    }
    let row = |one: Stretch| {
        let lasted = times::duration(one.to.unwrap_or(until).since(one.from));
        let ends = one.to.map(times::clock);
        let call = one.call.map(|call| Route::Call(call).href());
        view! {
            <tr>
                <td class="table__figure stretches__time">
                    <time datetime=times::iso(one.from) title=times::date_time(one.from)>{times::clock(one.from)}</time>
                    "–"
                    {ends.map_or_else(|| (move || t().floor.until_now).into_any(), IntoAny::into_any)}
                </td>
                <td><StatusBadge status=Signal::stored(one.status) /></td>
                <td class="table__figure">{lasted}</td>
                <td>{call.map(|href| view! { <OpenCall href=href /> })}</td>
            </tr>
        }
    };
    view! {
        <div class="table-scroll">
            <table class="table stretches">
                <thead>
                    <tr>
                        <th scope="col" class="table__figure">{move || t().floor.time}</th>
                        <th scope="col">{move || t().floor.status}</th>
                        <th scope="col" class="table__figure">{move || t().floor.lasted}</th>
                        <th scope="col">{move || t().floor.call}</th>
                    </tr>
                </thead>
                <tbody>{stretches.into_iter().rev().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::{hours, percent, place};
    use domain::floor::{Status, Stretch};
    use domain::times::{HOUR, Millis};

    fn stretch(from: i64, to: Option<i64>) -> Stretch {
        Stretch { status: Status::Ready, from: Millis(from), to: to.map(Millis), call: None }
    }

    #[test]
    fn the_strip_shows_the_office_and_whoever_was_there_before_and_after() {
        let day = Millis(0);
        assert_eq!(hours(&[], day, Millis(9 * HOUR)), (8, 18));
        let long = [stretch(6 * HOUR + 1, Some(7 * HOUR)), stretch(18 * HOUR, Some(20 * HOUR + 1))];
        assert_eq!(hours(&long, day, Millis(22 * HOUR)), (6, 21));
        assert_eq!(hours(&[stretch(-5 * HOUR, None)], day, Millis(24 * HOUR)), (0, 24));
    }

    #[test]
    fn a_stretch_is_where_it_was() {
        let now = Millis(10 * HOUR);
        let placed = place(&stretch(9 * HOUR, None), Millis(8 * HOUR), 10 * HOUR, now);
        assert_eq!(placed, Some(("10.00%".into(), "10.00%".into())));
        assert_eq!(place(&stretch(2 * HOUR, Some(3 * HOUR)), Millis(8 * HOUR), 10 * HOUR, now), None);
        assert_eq!(percent(1, 3), "33.33%");
    }
}

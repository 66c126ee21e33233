//! The charts over days or weeks.

use super::cards::written_percent;
use super::links::Calls;
use crate::charts::{Bar, Bars, Chart, Hue, Legend, Line, Lines, Scale, number};
use crate::texts::t;
use domain::dashboard::{Spread, Stretch, percent};
use domain::times::{self, DAY, MINUTE, SECOND};
use leptos::prelude::*;

/// What stands below a stretch: `20/11`, for a week its first day.
fn short(stretch: &Stretch) -> String {
    times::date(stretch.from).chars().take(5).collect()
}

/// What a stretch is called in a table.
fn long(stretch: &Stretch) -> String {
    let first = times::date(stretch.from);
    if stretch.until.since(stretch.from) <= DAY {
        return first;
    }
    format!("{first} – {}", times::date(stretch.until.plus(-1)))
}

fn name(words: fn(&crate::texts::dashboard::Texts) -> &'static str) -> Signal<String> {
    Signal::derive(move || words(&t().dashboard).to_owned())
}

fn head(columns: Vec<Signal<String>>) -> impl IntoView {
    let cell = |name: Signal<String>| view! { <th scope="col" class="table__figure">{name}</th> };
    view! {
        <thead>
            <tr>
                <th scope="col">{move || t().dashboard.day}</th>
                {columns.into_iter().map(cell).collect_view()}
            </tr>
        </thead>
    }
}

/// A number and the way to its calls.
fn linked(value: i64, calls: &Calls) -> impl IntoView + use<> {
    let href = calls.href();
    view! { <td class="table__figure"><a href=href>{move || number(value)}</a></td> }
}

/// Calls in and out.
#[component]
pub(super) fn CallsPerDay(stretches: Vec<Stretch>, team: String) -> impl IntoView {
    let (inbound, outbound) = (name(|words| words.inbound), name(|words| words.outbound));
    let shown = stretches.clone();
    let picture = move || {
        let bar = |stretch: &Stretch| Bar {
            label: short(stretch),
            said: format!(
                "{}: {} {}, {} {}",
                long(stretch),
                stretch.sums.inbound,
                inbound.get(),
                stretch.sums.outbound,
                outbound.get()
            ),
            parts: vec![(Hue::First, stretch.sums.inbound), (Hue::Second, stretch.sums.outbound)],
        };
        let bars = shown.iter().map(bar).collect();
        view! {
            <Legend entries=vec![(Hue::First, inbound), (Hue::Second, outbound)] />
            <Bars label=move || t().dashboard.per_day_picture bars=bars />
        }
    };
    let table = move || {
        let row = |stretch: &Stretch| {
            let calls = Calls::between(stretch.from, stretch.until, &team);
            view! {
                <tr>
                    <th scope="row">{long(stretch)}</th>
                    {linked(stretch.sums.inbound, &calls.with("direction", "inbound"))}
                    {linked(stretch.sums.outbound, &calls.with("direction", "outbound"))}
                </tr>
            }
        };
        view! {
            {head(vec![inbound, outbound])}
            <tbody>{stretches.iter().map(row).collect_view()}</tbody>
        }
    };
    view! { <Chart title=move || t().dashboard.per_day picture=picture table=table /> }
}

/// How many of a hundred calls in were answered.
#[component]
pub(super) fn AnswerRate(stretches: Vec<Stretch>, team: String) -> impl IntoView {
    let shown = stretches.clone();
    let picture = move || {
        let rate = Line { hue: Hue::First, values: shown.iter().map(|stretch| stretch.sums.answer_rate()).collect() };
        view! {
            <Legend entries=vec![(Hue::First, name(|words| words.answer_rate))] lines=true />
            <Lines
                label=move || t().dashboard.rate_picture
                lines=vec![rate]
                below=shown.iter().map(short).collect()
                scale=Scale { top: 100 }
                written=|value| format!("{value}%")
            />
        }
    };
    let table = move || {
        let row = |stretch: &Stretch| {
            let calls = Calls::between(stretch.from, stretch.until, &team).with("direction", "inbound");
            view! {
                <tr>
                    <th scope="row">{long(stretch)}</th>
                    <td class="table__figure">{written_percent(stretch.sums.answer_rate())}</td>
                    {linked(stretch.sums.inbound_answered, &calls.with("answered", "yes"))}
                    {linked(stretch.sums.missed, &calls.with("outcome", "missed"))}
                    {linked(stretch.sums.rejected, &calls.with("outcome", "rejected"))}
                </tr>
            }
        };
        let columns = vec![
            name(|words| words.answer_rate),
            name(|words| words.answered),
            name(|words| words.missed),
            name(|words| words.rejected),
        ];
        view! {
            {head(columns)}
            <tbody>{stretches.iter().map(row).collect_view()}</tbody>
        }
    };
    view! { <Chart title=move || t().dashboard.answer_rate picture=picture table=table /> }
}

/// Customers who were missed, and what became of them.
#[component]
pub(super) fn MissedAndReached(stretches: Vec<Stretch>) -> impl IntoView {
    let names = [name(|words| words.was_reached), name(|words| words.by_hand), name(|words| words.waiting)];
    let parts = |stretch: &Stretch| {
        let back = stretch.called_back;
        [back.reached, back.by_hand, back.items - back.reached - back.by_hand]
    };
    let hues = [Hue::First, Hue::Third, Hue::Second];
    let shown = stretches.clone();
    let picture = move || {
        let bar = |stretch: &Stretch| {
            let said =
                parts(stretch).iter().zip(names).map(|(n, name)| format!("{n} {}", name.get())).collect::<Vec<_>>();
            Bar {
                label: short(stretch),
                said: format!("{}: {}", long(stretch), said.join(", ")),
                parts: hues.into_iter().zip(parts(stretch)).collect(),
            }
        };
        view! {
            <Legend entries=hues.into_iter().zip(names).collect() />
            <Bars label=move || t().dashboard.reached_picture bars=shown.iter().map(bar).collect() />
        }
    };
    let table = move || {
        let row = |stretch: &Stretch| {
            let back = stretch.called_back;
            let cells = parts(stretch).map(|n| view! { <td class="table__figure">{number(n)}</td> });
            view! {
                <tr>
                    <th scope="row">{long(stretch)}</th>
                    {cells.collect_view()}
                    <td class="table__figure">{written_percent(percent(back.reached, back.items))}</td>
                    <td class="table__figure">{median(back.wait)}</td>
                </tr>
            }
        };
        let columns = names.into_iter().chain([name(|words| words.reached), name(|words| words.until_reached)]);
        view! {
            {head(columns.collect())}
            <tbody>{stretches.iter().map(row).collect_view()}</tbody>
        }
    };
    view! { <Chart title=move || t().dashboard.missed_and_reached picture=picture table=table /> }
}

fn median(spread: Option<Spread>) -> String {
    spread.map_or_else(|| "–".to_owned(), |spread| times::duration(spread.median_ms))
}

fn p90(spread: Option<Spread>) -> String {
    spread.map_or_else(|| "–".to_owned(), |spread| times::duration(spread.p90_ms))
}

/// How long they talked, or how long it rang.
#[component]
pub(super) fn Lasting(stretches: Vec<Stretch>, talk: bool) -> impl IntoView {
    let of = move |stretch: &Stretch| if talk { stretch.talk } else { stretch.wait };
    let title = move || if talk { t().dashboard.talk_times } else { t().dashboard.wait_times };
    let (middle, most) = (name(|words| words.median), name(|words| words.nine_of_ten));
    let shown = stretches.clone();
    let picture = move || {
        let values = |pick: fn(Spread) -> i64| shown.iter().map(|stretch| of(stretch).map(pick)).collect::<Vec<_>>();
        let (medians, p90s) = (values(|spread| spread.median_ms), values(|spread| spread.p90_ms));
        let highest = p90s.iter().flatten().copied().max().unwrap_or(0);
        let scale = Scale::up_to(highest, if highest > 4 * MINUTE { MINUTE } else { 5 * SECOND });
        let lines = vec![Line { hue: Hue::First, values: medians }, Line { hue: Hue::Second, values: p90s }];
        view! {
            <Legend entries=vec![(Hue::First, middle), (Hue::Second, most)] lines=true />
            <Lines
                label=move || if talk { t().dashboard.talk_picture } else { t().dashboard.wait_picture }
                lines=lines
                below=shown.iter().map(short).collect()
                scale=scale
                written=times::duration
            />
        }
    };
    let table = move || {
        let row = |stretch: &Stretch| {
            view! {
                <tr>
                    <th scope="row">{long(stretch)}</th>
                    <td class="table__figure">{median(of(stretch))}</td>
                    <td class="table__figure">{p90(of(stretch))}</td>
                </tr>
            }
        };
        view! {
            {head(vec![middle, most])}
            <tbody>{stretches.iter().map(row).collect_view()}</tbody>
        }
    };
    view! { <Chart title=title picture=picture table=table /> }
}

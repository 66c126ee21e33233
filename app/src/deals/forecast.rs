//! The forecast: what was won and what should come, month by month.

use crate::charts::{Bar, Bars, Chart, Hue, Legend, number};
use crate::texts::t;
use domain::deals::{Forecast, ForecastMonth};
use domain::times;
use leptos::prelude::*;

/// Đồng are shown in millions: nine digits say less than three.
const MILLION: i64 = 1_000_000;

/// `11/2026`.
fn month(of: &ForecastMonth) -> String {
    times::date(of.begins).chars().skip(3).collect()
}

fn word(words: fn(&crate::texts::deals::Texts) -> &'static str) -> Signal<String> {
    Signal::derive(move || words(&t().deals).to_owned())
}

/// The chart, and what stands in no month.
#[component]
pub(super) fn ForecastChart(
    /// What the server said.
    forecast: Forecast,
) -> impl IntoView {
    let Forecast { months, overdue, unknown } = forecast;
    let (won, likely, open) = (word(|w| w.won), word(|w| w.likely), word(|w| w.open));
    let shown = months.clone();
    let picture = move || {
        let bar = |of: &ForecastMonth| {
            let rest = of.open - of.likely;
            let parts = [(Hue::First, won, of.won), (Hue::Second, likely, of.likely), (Hue::Third, open, rest)];
            let said = parts.map(|(_, name, value)| format!("{}: {}", name.get(), times::money(value)));
            Bar {
                label: month(of),
                said: format!("{} · {}", month(of), said.join(" · ")),
                parts: parts.map(|(hue, _, value)| (hue, value / MILLION)).into(),
            }
        };
        view! {
            <Legend entries=vec![(Hue::First, won), (Hue::Second, likely), (Hue::Third, open)] />
            <Bars label=move || t().deals.forecast_picture bars=shown.iter().map(bar).collect() />
        }
    };
    let table = move || {
        let row = |of: &ForecastMonth| {
            view! {
                <tr>
                    <th scope="row">{month(of)}</th>
                    {figure(of.won)}
                    {figure(of.likely)}
                    {figure(of.open)}
                </tr>
            }
        };
        view! {
            <thead>
                <tr>
                    <th scope="col">{move || t().deals.month}</th>
                    {[won, likely, word(|w| w.all_open)]
                        .map(|name| view! { <th scope="col" class="table__figure">{name}</th> })
                        .collect_view()}
                </tr>
            </thead>
            <tbody>{months.iter().map(row).collect_view()}</tbody>
        }
    };
    view! {
        <div class="forecast">
            <Chart title=move || t().deals.forecast_title picture=picture table=table />
            <p class="forecast__beside">
                <span>{move || (t().deals.overdue_sum)(&times::money(overdue))}</span>
                <span>{move || (t().deals.undated_sum)(&times::money(unknown))}</span>
            </p>
        </div>
    }
}

fn figure(value: i64) -> impl IntoView {
    view! { <td class="table__figure">{move || number(value / MILLION)}</td> }
}

//! Everything the dashboard shows of a period.

use super::cards::Cards;
use super::comparisons::{Agents, Dispositions, Teams};
use super::links::Calls;
use super::over_time::{AnswerRate, CallsPerDay, Lasting, MissedAndReached};
use crate::charts::Heat;
use crate::components::{ButtonKind, EmptyState, LinkButton};
use crate::routes::Route;
use crate::texts::t;
use domain::dashboard::Figures;
use leptos::prelude::*;

/// The figures, or that there were no calls.
#[component]
pub(super) fn AllFigures(
    /// What to show.
    figures: Figures,
    /// The team that was chosen; empty for all.
    team: String,
) -> impl IntoView {
    let calls = Calls::between(figures.from, figures.until, &team);
    if figures.sums.calls() == 0 {
        return view! {
            <EmptyState
                icon=icondata_lu::LuChartColumn
                title=move || t().dashboard.none_title
                text=move || t().dashboard.none_text
            >
                <LinkButton route=Route::Calls label=move || t().missed.to_log kind=ButtonKind::Primary />
            </EmptyState>
        }
        .into_any();
    }
    let stretches = figures.stretches.clone();
    let each = move || stretches.clone();
    view! {
        <Cards figures=figures.clone() calls=calls.clone() />
        <div class="dashboard__charts">
            <CallsPerDay stretches=each() team=team.clone() />
            <AnswerRate stretches=each() team=team.clone() />
            <MissedAndReached stretches=each() />
            <Lasting stretches=each() talk=true />
            <Lasting stretches=each() talk=false />
            <Hours hours=figures.hours calls=calls.clone() />
            <Agents agents=figures.agents calls=calls.clone() />
            <Teams teams=figures.teams calls=calls.clone() chosen=team />
            <Dispositions dispositions=figures.dispositions calls=calls />
        </div>
    }
    .into_any()
}

/// Calls by day of the week and hour; hours in which nobody ever called are left out at both ends.
#[component]
fn Hours(hours: [[i64; 24]; 7], calls: Calls) -> impl IntoView {
    let busy = |hour: &usize| hours.iter().any(|day| day[*hour] > 0);
    let first = (0..24).find(busy).unwrap_or(8);
    let last = (0..24).rev().find(busy).unwrap_or(18);
    let rows = (0..7).map(|day| Signal::derive(move || t().dashboard.weekdays[day].to_owned())).collect();
    let columns = (first..=last).map(|hour| hour.to_string()).collect();
    let cells = hours.iter().map(|day| day[first..=last].to_vec()).collect();
    view! {
        <section class="chart chart--wide" aria-label=move || t().dashboard.hours>
            <header class="chart__head">
                <h2 class="chart__title">{move || t().dashboard.hours}</h2>
            </header>
            <Heat
                caption=Signal::derive(|| t().dashboard.hours_caption.to_owned())
                rows=rows
                columns=columns
                cells=cells
                href=|base, day, hour| format!("{base}&weekday={day}&hour={hour}")
                base=calls.href()
                first_column=first
            />
        </section>
    }
}

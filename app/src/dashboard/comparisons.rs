//! Members, teams and choices side by side: tables with bars in them.

use super::cards::written_percent;
use super::links::Calls;
use crate::charts::{Hue, Legend, Part, RankBar, number};
use crate::texts::t;
use domain::dashboard::{AgentFigures, DispositionFigures, Sums, TeamFigures};
use domain::times;
use leptos::prelude::*;

/// A row of a comparison.
struct Row {
    name: Signal<String>,
    sums: Sums,
    /// The calls behind it, where the log can show just those.
    calls: Option<Calls>,
}

/// Members.
#[component]
pub(super) fn Agents(agents: Vec<AgentFigures>, calls: Calls) -> impl IntoView {
    let row = |of: AgentFigures| {
        let calls = of.agent.as_ref().map(|agent| calls.with("agent", agent.id.as_str()));
        let name = of.agent.map(|agent| agent.name);
        Row {
            name: Signal::derive(move || name.clone().unwrap_or_else(|| t().dashboard.nobody.to_owned())),
            sums: of.sums,
            calls,
        }
    };
    let rows = agents.into_iter().map(row).collect();
    view! { <Comparison title=Signal::derive(|| t().dashboard.by_agent.to_owned()) rows=rows /> }
}

/// Teams; nothing to compare where one was chosen.
#[component]
pub(super) fn Teams(teams: Vec<TeamFigures>, calls: Calls, chosen: String) -> impl IntoView {
    let row = |of: TeamFigures| {
        let calls = of.team.as_ref().map(|team| calls.with("team", team.id.as_str()));
        let name = of.team.map(|team| team.name);
        Row {
            name: Signal::derive(move || name.clone().unwrap_or_else(|| t().dashboard.no_team.to_owned())),
            sums: of.sums,
            calls,
        }
    };
    chosen.is_empty().then(|| {
        let rows = teams.into_iter().map(row).collect();
        view! { <Comparison title=Signal::derive(|| t().dashboard.by_team.to_owned()) rows=rows /> }
    })
}

#[component]
fn Comparison(title: Signal<String>, rows: Vec<Row>) -> impl IntoView {
    let most = rows.iter().map(|row| row.sums.calls()).max().unwrap_or(0);
    let legend = [
        (Hue::First, Signal::derive(|| t().dashboard.inbound.to_owned())),
        (Hue::Second, Signal::derive(|| t().dashboard.outbound.to_owned())),
    ];
    view! {
        <section class="chart" aria-label=title>
            <header class="chart__head">
                <h2 class="chart__title">{title}</h2>
            </header>
            <Legend entries=legend.to_vec() />
            <div class="table-scroll" tabindex="0" role="group" aria-label=title>
                <table class="table ranks">
                    <thead>
                        <tr>
                            <th scope="col">{move || t().dashboard.name}</th>
                            <th scope="col" class="ranks__bar">
                                <span class="visually-hidden">{move || t().dashboard.bar}</span>
                            </th>
                            <th scope="col" class="table__figure">{move || t().dashboard.calls}</th>
                            <th scope="col" class="table__figure">{move || t().dashboard.answer_rate}</th>
                            <th scope="col" class="table__figure">{move || t().dashboard.missed}</th>
                            <th scope="col" class="table__figure">{move || t().dashboard.talk}</th>
                        </tr>
                    </thead>
                    <tbody>{rows.into_iter().map(|row| line(row, most)).collect_view()}</tbody>
                </table>
            </div>
        </section>
    }
}

fn line(row: Row, most: i64) -> impl IntoView {
    let Row { name, sums, calls } = row;
    let parts = vec![Part { hue: Hue::First, value: sums.inbound }, Part { hue: Hue::Second, value: sums.outbound }];
    let missed = calls.as_ref().map(|calls| calls.with("direction", "inbound").with("outcome", "missed"));
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td class="ranks__bar"><RankBar parts=parts most=most /></td>
            <td class="table__figure">{linked(sums.calls(), calls.as_ref())}</td>
            <td class="table__figure">{written_percent(sums.answer_rate())}</td>
            <td class="table__figure">{linked(sums.missed, missed.as_ref())}</td>
            <td class="table__figure">{times::duration(sums.talk_ms)}</td>
        </tr>
    }
}

fn linked(value: i64, calls: Option<&Calls>) -> AnyView {
    let shown = move || number(value);
    match calls {
        Some(calls) => view! { <a href=calls.href()>{shown}</a> }.into_any(),
        None => shown.into_any(),
    }
}

/// What calls came to.
#[component]
pub(super) fn Dispositions(dispositions: Vec<DispositionFigures>, calls: Calls) -> impl IntoView {
    let most = dispositions.iter().map(|one| one.calls).max().unwrap_or(0);
    let line = |one: DispositionFigures| {
        let word = one.disposition.as_ref().map_or("none", |disposition| disposition.id.as_str());
        let those = calls.with("disposition", word);
        let name = one.disposition.map(|disposition| disposition.name);
        view! {
            <tr>
                <th scope="row">{move || name.clone().unwrap_or_else(|| t().dashboard.undecided.to_owned())}</th>
                <td class="ranks__bar"><RankBar parts=vec![Part { hue: Hue::First, value: one.calls }] most=most /></td>
                <td class="table__figure">{linked(one.calls, Some(&those))}</td>
            </tr>
        }
    };
    let lines = dispositions.into_iter().map(line).collect_view();
    view! {
        <section class="chart" aria-label=move || t().dashboard.by_disposition>
            <header class="chart__head">
                <h2 class="chart__title">{move || t().dashboard.by_disposition}</h2>
            </header>
            <div class="table-scroll" tabindex="0" role="group" aria-label=move || t().dashboard.by_disposition>
                <table class="table ranks">
                    <thead>
                        <tr>
                            <th scope="col">{move || t().dashboard.name}</th>
                            <th scope="col" class="ranks__bar">
                                <span class="visually-hidden">{move || t().dashboard.bar}</span>
                            </th>
                            <th scope="col" class="table__figure">{move || t().dashboard.calls}</th>
                        </tr>
                    </thead>
                    <tbody>{lines}</tbody>
                </table>
            </div>
        </section>
    }
}

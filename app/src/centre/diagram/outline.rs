//! A graph as a nested list: what screen readers read, and what fits a telephone.

use super::{Laid, Marks, flag};
use crate::components::Icon;
use crate::texts::t;
use domain::centre::{Line, Spot};
use leptos::prelude::*;

/// A line and what stands below it.
struct Branch {
    line: Line,
    below: Vec<Branch>,
}

/// Puts lines below those that lead to them.
fn nested(lines: &mut std::iter::Peekable<impl Iterator<Item = Line>>, depth: usize) -> Vec<Branch> {
    let mut branches = Vec::new();
    while let Some(line) = lines.next_if(|line| line.depth >= depth) {
        let below = nested(lines, line.depth + 1);
        branches.push(Branch { line, below });
    }
    branches
}

/// The outline.
#[component]
pub(super) fn Outline(
    /// What is read.
    laid: Memo<Laid>,
    /// What is pointed out.
    marks: Signal<Marks>,
    /// The spot that is looked at.
    selected: RwSignal<Option<Spot>>,
    /// Whether spots can be chosen.
    chooses: bool,
) -> impl IntoView {
    move || {
        laid.with(|laid| {
            let mut lines = laid.outline.clone().into_iter().peekable();
            list(nested(&mut lines, 0), laid, marks, selected, chooses)
        })
    }
}

fn list(
    branches: Vec<Branch>,
    laid: &Laid,
    marks: Signal<Marks>,
    selected: RwSignal<Option<Spot>>,
    chooses: bool,
) -> AnyView {
    if branches.is_empty() {
        return ().into_any();
    }
    let item = |branch: Branch| {
        let line = entry(&branch.line, laid, marks, selected, chooses);
        let below = list(branch.below, laid, marks, selected, chooses);
        view! { <li class="outline__item">{line}{below}</li> }
    };
    let items = branches.into_iter().map(item).collect_view();
    view! { <ul class="outline">{items}</ul> }.into_any()
}

fn entry(
    line: &Line,
    laid: &Laid,
    marks: Signal<Marks>,
    selected: RwSignal<Option<Spot>>,
    chooses: bool,
) -> Option<AnyView> {
    let (card, spot) = (laid.cards.get(line.spot)?.clone(), laid.graph.spots.get(line.spot)?.clone());
    let key = line.way.and_then(|way| laid.labels.get(way)).map(|(label, _)| label.clone());
    let key = key.filter(|key| !key.is_empty()).map(|key| view! { <span class="outline__key">{key}</span> });
    let again = line.again.then(|| view! { <span class="outline__again">{t().centre.diagram.seen_above}</span> });
    let (flagged, taken, here) = (spot.clone(), spot.clone(), spot.clone());
    let words = view! {
        {key}
        <Icon icon=card.look.icon() />
        <span class="outline__title">{card.title}</span>
        {(!line.again).then(|| view! { <span class="outline__text">{card.text}</span> })}
        {again}
        {move || marks.with(|marks| marks.at_spot(&flagged)).map(flag)}
    };
    let is_taken = move || marks.with(|marks| marks.is_taken(&taken));
    Some(if chooses {
        let is_chosen = move || selected.with(|selected| selected.as_ref() == Some(&here)).then_some("true");
        view! {
            <button
                type="button"
                class="outline__line"
                class:is-taken=is_taken
                aria-current=is_chosen
                on:click=move |_| selected.set(Some(spot.clone()))
            >
                {words}
            </button>
        }
        .into_any()
    } else {
        view! { <span class="outline__line" class:is-taken=is_taken>{words}</span> }.into_any()
    })
}

//! The lines of the palette as a list to choose from.

use super::lines::{Face, Group, Line, groups};
use super::state::Palette;
use crate::components::words::problem;
use crate::components::{Avatar, Icon, Skeleton};
use crate::texts::t;
use leptos::prelude::*;

/// The list's id, which the field names.
pub(super) const LIST: &str = "palette-list";
/// Rows of the skeleton.
const WAITING: usize = 6;

/// The id of a line.
pub(super) fn id(at: usize) -> String {
    format!("{LIST}-{at}")
}

/// What can be chosen.
#[component]
pub(super) fn Lines(
    /// Of which palette.
    palette: Palette,
    /// Takes a line.
    take: Callback<Line>,
) -> impl IntoView {
    let all = move || {
        let mut first = 0;
        let group = |group: Group| {
            let begins = first;
            first += group.lines.len();
            view! { <LinesOf group=group begins=begins palette=palette take=take /> }
        };
        groups(palette).into_iter().map(group).collect_view()
    };
    let count = Memo::new(move |_| groups(palette).iter().map(|group| group.lines.len()).sum::<usize>());
    let is_typed = move || palette.typed.with(|typed| !typed.trim().is_empty());
    let nothing = move || is_typed() && !palette.waits() && count.get() == 0;
    view! {
        <p class="visually-hidden" role="status">
            {move || (is_typed() && !palette.waits()).then(|| (t().palette.found)(count.get()))}
        </p>
        <div class="palette__body" aria-busy=move || if palette.waits() { "true" } else { "false" }>
            {move || palette.fault().map(|fault| view! { <p class="palette__fault">{problem(&fault.0)}</p> })}
            <Show when=move || palette.is_blank()>
                <Skeleton rows=WAITING />
            </Show>
            <div class="palette__list" role="listbox" id=LIST aria-label=move || t().palette.title hidden=move || palette.is_blank()>
                {all}
            </div>
            <Show when=nothing>
                <p class="palette__nothing">{move || t().palette.nothing}</p>
            </Show>
        </div>
    }
}

#[component]
fn LinesOf(
    /// Which.
    group: Group,
    /// The place of the first one among all.
    begins: usize,
    palette: Palette,
    take: Callback<Line>,
) -> impl IntoView {
    let heading = format!("{LIST}-of-{begins}");
    let labelled = heading.clone();
    let lines =
        (begins..).zip(group.lines).map(|(at, line)| view! { <OneLine line=line at=at palette=palette take=take /> });
    view! {
        <div role="group" class="palette__group" aria-labelledby=labelled>
            <div class="palette__heading" id=heading role="presentation">{group.title}</div>
            {lines.collect_view()}
        </div>
    }
}

#[component]
fn OneLine(
    /// Which.
    line: Line,
    /// Its place among all.
    at: usize,
    palette: Palette,
    take: Callback<Line>,
) -> impl IntoView {
    let is_active = move || palette.active.get() == at;
    let face = match line.face {
        Face::Person => view! { <Avatar name=line.name.clone() /> }.into_any(),
        Face::Drawing(icon) => view! { <span class="palette__drawing"><Icon icon=icon /></span> }.into_any(),
    };
    let (name, about) = (line.name.clone(), line.about.clone());
    view! {
        <div
            class="palette__line"
            class:is-active=is_active
            role="option"
            id=id(at)
            aria-selected=move || if is_active() { "true" } else { "false" }
            // The field keeps the focus.
            on:mousedown=|event| event.prevent_default()
            // The pointer must move: lines that pass below a still one are not meant.
            on:mousemove=move |_| palette.active.set(at)
            on:click=move |_| take.run(line.clone())
        >
            {face}
            <span class="palette__name">{name}</span>
            <span class="palette__about">{about}</span>
        </div>
    }
}

//! What leads where, drawn: a menu, or the whole way of a number. The same can be read as a nested list.

mod card;
mod drawn;
mod laid;
mod marks;
mod moves;
mod outline;
mod path;

pub(crate) use card::{Card, said};
pub(crate) use laid::Laid;
pub(crate) use marks::Marks;
use moves::{Arrow, moved};

use crate::components::{Button, ButtonKind, Icon, Segmented};
use crate::texts::t;
use domain::centre::{Centre, Digits, Finding, Graph, Severity, Spot, number_graph};
use drawn::{Drawing, Shown};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use outline::Outline;

/// How large pictures can be drawn, in percent.
const SCALES: [u32; 4] = [50, 70, 85, 100];
/// Narrower pages show the outline first, in pixels.
const NARROW: f64 = 700.0;

/// A graph as a picture or as an outline.
#[component]
pub(crate) fn Diagram(
    /// Unique on the page.
    #[prop(into)]
    name: String,
    /// What it shows, in a few words.
    #[prop(into)]
    label: Signal<String>,
    /// The set-up.
    #[prop(into)]
    centre: Signal<Centre>,
    /// What leads where in it.
    #[prop(into)]
    graph: Signal<Graph>,
    /// What is pointed out.
    #[prop(into)]
    marks: Signal<Marks>,
    /// The spot that is looked at, where spots can be chosen.
    #[prop(optional)]
    selected: Option<RwSignal<Option<Spot>>>,
    /// The spot that shall have the focus.
    #[prop(optional)]
    wanted: Option<RwSignal<Option<Spot>>>,
    /// Keys that are not for moving about.
    #[prop(optional, into)]
    on_key: Option<Callback<KeyboardEvent>>,
) -> impl IntoView {
    let laid = Memo::new(move |_| centre.with(|centre| Laid::new(centre, graph.get())));
    let chooses = selected.is_some();
    let selected = selected.unwrap_or_else(|| RwSignal::new(None));
    let wanted = wanted.unwrap_or_else(|| RwSignal::new(None));
    let scale = RwSignal::new(100);
    let shown = Shown { laid, marks, selected, wanted, scale, on_key };
    let view = RwSignal::new("");
    Effect::new(move |_| {
        let width = window().inner_width().ok().and_then(|width| width.as_f64());
        view.set(if width.is_some_and(|width| width < NARROW) { "outline" } else { "picture" });
    });
    let is_empty = move || laid.with(|laid| laid.graph.spots.is_empty());
    view! {
        <div
            class="diagram"
            class:diagram--chooses=chooses
            class:diagram--picture=move || view.get() == "picture"
            class:diagram--outline=move || view.get() == "outline"
        >
            <ViewBar name=name view=view scale=scale />
            <Show when=move || !is_empty() fallback=|| view! { <p class="diagram__nothing">{move || t().centre.diagram.nothing}</p> }>
                <div class="diagram__picture">
                    <Drawing label=label shown=shown />
                </div>
                <div class="diagram__outline" role="group" aria-label=label>
                    <Outline laid=laid marks=marks selected=selected chooses=chooses />
                </div>
            </Show>
        </div>
    }
}

/// The whole way of a number.
#[component]
pub(crate) fn NumberDiagram(
    /// The set-up.
    #[prop(into)]
    centre: Signal<Centre>,
    /// The number.
    number: Digits,
    /// What was found wrong in the set-up.
    #[prop(into)]
    findings: Signal<Vec<Finding>>,
) -> impl IntoView {
    let shown = super::words::grouped(&number);
    let label = move || (t().centre.diagram.way_of)(&shown);
    let name = format!("way-{number}");
    let graph = Memo::new(move |_| centre.with(|centre| number_graph(centre, &number)));
    let marks = move || Marks { findings: findings.get(), ..Marks::default() };
    view! {
        <Diagram
            name=name
            label=Signal::derive(label)
            centre=centre
            graph=graph
            marks=Signal::derive(marks)
        />
    }
}

/// Picture or outline, and how large.
#[component]
fn ViewBar(name: String, view: RwSignal<&'static str>, scale: RwSignal<u32>) -> impl IntoView {
    let options = || {
        let words = &t().centre.diagram;
        vec![("picture".to_owned(), words.picture.to_owned()), ("outline".to_owned(), words.outline.to_owned())]
    };
    let choose = move |chosen: String| view.set(if chosen == "outline" { "outline" } else { "picture" });
    let at = move || SCALES.iter().position(|known| *known == scale.get()).unwrap_or_default();
    let step = move |to: Option<usize>| {
        if let Some(next) = to.and_then(|to| SCALES.get(to)) {
            scale.set(*next);
        }
    };
    view! {
        <div class="diagram__bar">
            <Segmented
                name=format!("{name}-view")
                label=move || t().centre.diagram.view
                chosen=Signal::derive(move || view.get().to_owned())
                on_choose=choose
                options=Signal::derive(options)
            />
            <span class="diagram__scale">
                <Button
                    label=move || t().centre.diagram.smaller
                    kind=ButtonKind::Ghost
                    icon=icondata_lu::LuZoomOut
                    icon_only=true
                    disabled=Signal::derive(move || at() == 0)
                    on_press=move || step(at().checked_sub(1))
                />
                <Button
                    label=move || t().centre.diagram.larger
                    kind=ButtonKind::Ghost
                    icon=icondata_lu::LuZoomIn
                    icon_only=true
                    disabled=Signal::derive(move || at() + 1 == SCALES.len())
                    on_press=move || step(Some(at() + 1))
                />
            </span>
        </div>
    }
}

/// How bad something is, in words.
fn severe(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => t().centre.diagram.has_error,
        Severity::Warning => t().centre.diagram.has_warning,
    }
}

/// Points out that something was found here.
fn flag(severity: Severity) -> impl IntoView + use<> {
    let (class, icon) = match severity {
        Severity::Error => ("flag flag--error", icondata_lu::LuCircleAlert),
        Severity::Warning => ("flag flag--warning", icondata_lu::LuTriangleAlert),
    };
    view! {
        <span class=class title=severe(severity)>
            <Icon icon=icon />
            <span class="visually-hidden">{severe(severity)}</span>
        </span>
    }
}

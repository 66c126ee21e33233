//! Beside the picture: what is looked at, what was found there, and how it is changed.

use super::editor::Editor;
use super::node::NodeFields;
use crate::centre::desk::Desk;
use crate::centre::diagram::Card;
use crate::centre::words::{flaw, key};
use crate::components::{Badge, Button, ButtonKind, Icon, LinkButton, Tone};
use crate::routes::{CentrePage, Route};
use crate::texts::t;
use domain::centre::{By, Centre, Finding, Graph, Ref, Severity, Spot};
use domain::ids::NodeId;
use leptos::prelude::*;

/// The panel.
#[component]
pub(super) fn Panel(editor: Editor, #[prop(into)] graph: Signal<Graph>) -> impl IntoView {
    let chosen = Memo::new(move |_| (editor.node(), editor.selected.get()));
    let keyed = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" && !event.default_prevented() {
            event.prevent_default();
            editor.back();
        }
    };
    view! {
        <aside
            class="menu-panel"
            node_ref=editor.panel
            aria-label=move || t().centre.menu_pages.panel
            on:keydown=keyed
        >
            {move || match chosen.get() {
                (Some(node), _) => view! { <NodePanel editor=editor node=node /> }.into_any(),
                (None, Some(spot)) => view! { <SpotPanel editor=editor spot=spot graph=graph /> }.into_any(),
                (None, None) => {
                    view! {
                        <p class="panel__text">{move || t().centre.menu_pages.choose}</p>
                        <p class="field__hint">{move || t().centre.menu_pages.keyboard}</p>
                    }
                        .into_any()
                }
            }}
        </aside>
    }
}

#[component]
fn NodePanel(editor: Editor, node: NodeId) -> impl IntoView {
    let at = Ref::Node(node.clone());
    let begins = node.clone();
    let is_root = Memo::new(move |_| {
        editor.desk.draft(|centre| editor.menu.with_value(|menu| centre.root(menu) == Some(&begins)))
    });
    let to_begin = node.clone();
    view! {
        <SpotHead editor=editor spot=Spot::Thing(at.clone()) />
        <Findings desk=editor.desk at=at />
        <NodeFields editor=editor node=node />
        <div class="form__actions menu-panel__foot">
            <Show
                when=move || is_root.get()
                fallback=move || {
                    let node = to_begin.clone();
                    view! {
                        <Button
                            label=move || t().centre.menu_pages.begin_here
                            kind=ButtonKind::Ghost
                            icon=icondata_lu::LuFlag
                            on_press=move || editor.begin_at(&node)
                        />
                    }
                }
            >
                <Badge label=move || t().centre.menu_pages.begins_here tone=Tone::Info icon=icondata_lu::LuFlag />
            </Show>
            <Button
                label=move || t().centre.menu_pages.remove_step
                kind=ButtonKind::Ghost
                icon=icondata_lu::LuTrash2
                on_press=move || editor.removing.set(true)
            />
        </div>
    }
}

/// Something that is not changed here.
#[component]
fn SpotPanel(editor: Editor, spot: Spot, #[prop(into)] graph: Signal<Graph>) -> impl IntoView {
    let at = if let Spot::Thing(at) = &spot { Some(at.clone()) } else { None };
    let page = at.clone().map(|at| editor.now(|centre| CentrePage::of(&at, centre)));
    let here = spot.clone();
    let sources = move || editor.desk.draft(|centre| graph.with(|graph| from(centre, graph, &here)));
    let source = move |(spot, keys, name): (Spot, String, String)| {
        view! {
            <li>
                <button type="button" class="outline__line" on:click=move |_| editor.go(spot.clone())>
                    <span class="outline__title">{name}</span>
                    <span class="outline__text">{keys}</span>
                </button>
            </li>
        }
    };
    view! {
        <SpotHead editor=editor spot=spot />
        {at.map(|at| view! { <Findings desk=editor.desk at=at /> })}
        <h3 class="section-heading">{move || t().centre.menu_pages.comes_from}</h3>
        <ul class="outline">{move || sources().into_iter().map(source).collect_view()}</ul>
        {page
            .map(|page| {
                view! {
                    <LinkButton
                        route=Route::from(page)
                        label=move || t().centre.menu_pages.open
                        icon=icondata_lu::LuArrowRight
                    />
                }
            })}
    }
}

/// Which places lead to a spot, and by which keys.
fn from(centre: &Centre, graph: &Graph, spot: &Spot) -> Vec<(Spot, String, String)> {
    let Some(to) = graph.spots.iter().position(|known| known == spot) else { return Vec::new() };
    let ways = graph.ways.iter().filter(|way| way.to == to);
    let source = ways.filter_map(|way| {
        let (from, By::Keys(presses)) = (graph.spots.get(way.from)?, &way.by) else { return None };
        let keys = presses.iter().map(|press| key(*press)).collect::<Vec<_>>().join(", ");
        Some((from.clone(), keys, Card::of(centre, from).title))
    });
    source.collect()
}

#[component]
fn SpotHead(editor: Editor, spot: Spot) -> impl IntoView {
    let card = Memo::new(move |_| editor.desk.draft(|centre| Card::of(centre, &spot)));
    view! {
        <header class="menu-panel__head">
            {move || card.with(|card| view! { <Icon icon=card.look.icon() /> })}
            <div>
                <p class="menu-panel__kind">{move || card.with(|card| card.kind)}</p>
                <h2 class="menu-panel__title">{move || card.with(|card| card.title.clone())}</h2>
            </div>
        </header>
    }
}

/// What was found at a thing or at its keys.
#[component]
fn Findings(desk: Desk, at: Ref) -> impl IntoView {
    let found = Memo::new(move |_| {
        let is_here = |finding: &&Finding| match (&finding.at, &at) {
            (Ref::Key { node, .. }, Ref::Node(here)) => node == here,
            (found, here) => found == here,
        };
        desk.findings().with(|all| all.iter().filter(is_here).cloned().collect::<Vec<_>>())
    });
    let line = move |finding: Finding| {
        let (class, icon) = match finding.severity {
            Severity::Error => ("notice notice--danger", icondata_lu::LuCircleAlert),
            Severity::Warning => ("notice notice--warn", icondata_lu::LuTriangleAlert),
        };
        let said = desk.named(|book| {
            let said = flaw(&finding.flaw, book);
            match &finding.at {
                Ref::Key { press, .. } => format!("{}: {said}", key(*press)),
                _ => said,
            }
        });
        view! { <li class=class><Icon icon=icon /><span>{said}</span></li> }
    };
    view! {
        <Show when=move || found.with(|found| !found.is_empty())>
            <ul class="menu-panel__findings">{move || found.get().into_iter().map(line).collect_view()}</ul>
        </Show>
    }
}

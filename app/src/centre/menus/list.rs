//! Every menu.

use super::removing::numbers_of;
use super::renaming::NewMenu;
use crate::centre::desk::{Desk, desk};
use crate::centre::diagram::said;
use crate::centre::frame::CentreFrame;
use crate::components::{Badge, Button, ButtonKind, EmptyState, PageHead, Tone};
use crate::routes::{CentrePage, Route};
use crate::texts::t;
use domain::centre::{Centre, Menu, Ref, Severity};
use domain::ids::MenuId;
use leptos::prelude::*;

/// The page of all menus.
#[component]
pub fn MenusPage() -> impl IntoView {
    view! {
        <CentreFrame part=CentrePage::Menus>
            <Menus />
        </CentreFrame>
    }
}

#[component]
fn Menus() -> impl IntoView {
    let (desk, adding) = (desk(), RwSignal::new(false));
    let ids = Memo::new(move |_| desk.draft(|centre| centre.menus().map(|menu| menu.id.clone()).collect::<Vec<_>>()));
    let add = move || {
        view! {
            <Button
                label=move || t().centre.menu_pages.add
                kind=ButtonKind::Primary
                icon=icondata_lu::LuPlus
                on_press=move || adding.set(true)
            />
        }
    };
    let none = move || {
        view! {
            <EmptyState
                icon=icondata_lu::LuListTree
                title=move || t().centre.menu_pages.none
                text=move || t().centre.menu_pages.none_text
            />
        }
    };
    view! {
        <PageHead title=move || t().centre.menus>{add()}</PageHead>
        <Show when=move || ids.with(|ids| !ids.is_empty()) fallback=none>
            <div class="table-scroll" tabindex="0" role="region" aria-label=move || t().centre.menus>
                <table class="table menus">
                    <thead>
                        <tr>
                            <th scope="col">{move || t().centre.menu_pages.menu}</th>
                            <th scope="col">{move || t().centre.menu_pages.hears}</th>
                            <th scope="col">{move || t().centre.menu_pages.numbers}</th>
                            <th scope="col" class="table__figure">{move || t().centre.menu_pages.steps}</th>
                            <th scope="col">{move || t().centre.menu_pages.state}</th>
                        </tr>
                    </thead>
                    <tbody>
                        <For each=move || ids.get() key=Clone::clone let(id)>
                            <MenuRow desk=desk id=id />
                        </For>
                    </tbody>
                </table>
            </div>
        </Show>
        <NewMenu open=adding />
    }
}

#[component]
fn MenuRow(desk: Desk, id: MenuId) -> impl IntoView {
    let href = Route::from(CentrePage::Menu { menu: id.clone(), node: None }).href();
    let row = Memo::new({
        let id = id.clone();
        move |_| desk.draft(|centre| centre.menu(&id).map(|menu| Read::of(centre, menu))).unwrap_or_default()
    });
    let found = Memo::new(move |_| {
        let is_here = |at: &Ref| desk.draft(|centre| menu_of(centre, at).as_ref() == Some(&id));
        desk.findings().with(|all| {
            let here = all.iter().filter(|finding| is_here(&finding.at));
            here.fold((0, None), |(count, worst), finding| (count + 1, Some(least(worst, finding.severity))))
        })
    });
    let numbers = move || {
        let numbers = row.with(|row| row.numbers.clone());
        if numbers.is_empty() { t().centre.menu_pages.answers_nothing.to_owned() } else { numbers }
    };
    let label = move || match found.get() {
        (0, _) => t().centre.menu_pages.fine.to_owned(),
        (count, _) => (t().centre.menu_pages.found)(count),
    };
    let tone = move || match found.get().1 {
        None => Tone::Ok,
        Some(Severity::Warning) => Tone::Warn,
        Some(Severity::Error) => Tone::Danger,
    };
    view! {
        <tr>
            <th scope="row"><a href=href>{move || row.with(|row| row.name.clone())}</a></th>
            <td class="menus__says">{move || row.with(|row| row.says.clone())}</td>
            <td>{numbers}</td>
            <td class="table__figure">{move || row.with(|row| row.steps)}</td>
            <td><Badge label=label tone=Signal::derive(tone) /></td>
        </tr>
    }
}

/// What a row says.
#[derive(Clone, Default, PartialEq)]
struct Read {
    name: String,
    says: String,
    numbers: String,
    steps: usize,
}

impl Read {
    fn of(centre: &Centre, menu: &Menu) -> Self {
        let root = centre.root(&menu.id).and_then(|node| centre.node(node));
        Self {
            name: menu.name.clone(),
            says: root.map(said).unwrap_or_default(),
            numbers: numbers_of(centre, &menu.id),
            steps: centre.nodes_of(&menu.id).len(),
        }
    }
}

/// The worse of what was found before and now.
fn least(worst: Option<Severity>, now: Severity) -> Severity {
    worst.map_or(now, |worst| worst.min(now))
}

/// The menu that a thing is part of.
fn menu_of(centre: &Centre, at: &Ref) -> Option<MenuId> {
    match at {
        Ref::Menu(menu) | Ref::Root(menu) => Some(menu.clone()),
        Ref::Node(node) | Ref::Key { node, .. } => centre.node(node).map(|node| node.menu.clone()),
        _ => None,
    }
}

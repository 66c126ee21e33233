//! A menu: drawn, and edited in the picture.

use super::editor::Editor;
use super::key_dialog::KeyDialog;
use super::panel::Panel;
use super::removing::{RemoveMenu, RemoveStep};
use super::renaming::RenameMenu;
use crate::centre::desk::desk;
use crate::centre::diagram::{Diagram, Marks};
use crate::centre::frame::CentreFrame;
use crate::components::{Button, ButtonKind, NotThere, PageHead};
use crate::routes::{CentrePage, Route};
use crate::texts::t;
use domain::centre::{Centre, Spot, menu_graph};
use domain::ids::{MenuId, NodeId};
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

/// The page of a menu.
#[component]
pub fn MenuPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| MenuId::new(params.with(|params| params.get("id").unwrap_or_default())));
    view! {
        <CentreFrame part=CentrePage::Menus>
            {move || {
                let id = id.get();
                view! { <Known id=id /> }
            }}
        </CentreFrame>
    }
}

#[component]
fn Known(id: MenuId) -> impl IntoView {
    let desk = desk();
    let (looked, shown) = (id.clone(), StoredValue::new(id));
    let is_there = Memo::new(move |_| desk.draft(|centre| centre.menu(&looked).is_some()));
    view! {
        <Show when=move || is_there.get() fallback=|| view! { <Gone /> }>
            <MenuEditor id=shown.get_value() />
        </Show>
    }
}

#[component]
fn Gone() -> impl IntoView {
    view! {
        <NotThere
            icon=icondata_lu::LuListTree
            title=|| t().centre.menu_pages.gone
            text=|| t().centre.menu_pages.gone_text
            route=Route::from(CentrePage::Menus)
            back=|| t().centre.menu_pages.to_list
        />
    }
}

#[component]
fn MenuEditor(id: MenuId) -> impl IntoView {
    let desk = desk();
    let node = use_query_map().with_untracked(|query| query.get("node")).map(NodeId::new);
    let editor = Editor::new(desk, id.clone(), node);
    let (renaming, removing) = (RwSignal::new(false), RwSignal::new(false));
    let menu = id.clone();
    let name =
        Memo::new(move |_| desk.draft(|centre| centre.menu(&menu).map(|menu| menu.name.clone())).unwrap_or_default());
    let drawn = id.clone();
    let graph = Memo::new(move |_| desk.draft(|centre| menu_graph(centre, &drawn)));
    show_panel(editor);
    let marks = move || Marks { findings: desk.findings().get(), ..Marks::default() };
    view! {
        <PageHead title=name>
            <Button
                label=move || t().centre.menu_pages.rename
                kind=ButtonKind::Ghost
                icon=icondata_lu::LuPencil
                on_press=move || renaming.set(true)
            />
            <Button
                label=move || t().centre.menu_pages.remove
                kind=ButtonKind::Ghost
                icon=icondata_lu::LuTrash2
                on_press=move || removing.set(true)
            />
        </PageHead>
        <div class="menu-editor">
            <Diagram
                name="menu"
                label=Signal::derive(move || (t().centre.menu_pages.picture_of)(&name.get()))
                centre=Signal::derive(move || desk.draft(Centre::clone))
                graph=graph
                marks=Signal::derive(marks)
                selected=editor.selected
                wanted=editor.wanted
                on_key=Callback::new(move |event| editor.keyed(&event))
            />
            <Panel editor=editor graph=graph />
        </div>
        <KeyDialog editor=editor />
        <RemoveStep editor=editor />
        <RenameMenu open=renaming id=id.clone() />
        <RemoveMenu open=removing id=id />
    }
}

/// Narrower pages have the panel below the picture, in pixels.
const NARROW: f64 = 900.0;

/// Where the panel is out of sight, choosing something brings it there.
fn show_panel(editor: Editor) {
    Effect::new(move |before: Option<Option<Spot>>| {
        let chosen = editor.selected.get();
        let width = window().inner_width().ok().and_then(|width| width.as_f64());
        if before.is_some_and(|before| before != chosen)
            && width.is_some_and(|width| width < NARROW)
            && let Some(panel) = editor.panel.get_untracked()
        {
            panel.scroll_into_view();
        }
        chosen
    });
}

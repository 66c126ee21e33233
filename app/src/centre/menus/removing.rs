//! Questions before a place or a menu goes.

use super::editor::Editor;
use crate::centre::desk::desk;
use crate::centre::words::grouped;
use crate::components::{Button, ButtonKind, Dialog, toasts};
use crate::routes::{CentrePage, Route};
use crate::texts::t;
use domain::centre::{Centre, DraftEdit, Ref, Spot, Thing};
use domain::ids::{MenuId, NodeId};
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

/// Asks whether the place that is looked at shall go.
#[component]
pub(super) fn RemoveStep(editor: Editor) -> impl IntoView {
    view! {
        <Dialog open=editor.removing title=move || t().centre.menu_pages.remove_step>
            {move || untrack(|| editor.node()).map(|node| view! { <Question editor=editor node=node /> })}
        </Dialog>
    }
}

#[component]
fn Question(editor: Editor, node: NodeId) -> impl IntoView {
    let leading = editor.now(|centre| leading_to(centre, &node));
    let name = editor.now(|centre| centre.node(&node).map(|node| node.name.clone())).unwrap_or_default();
    let (asked, keys) = (name.clone(), leading.len());
    let remove = move || {
        editor.remove(&node);
        editor.removing.set(false);
        let root = editor.now(|centre| editor.menu.with_value(|menu| centre.root(menu).cloned()));
        if let Some(next) = leading.first().cloned().or(root) {
            editor.go(Spot::Thing(Ref::Node(next)));
        }
        toasts::tell((t().centre.menu_pages.step_removed)(&name));
    };
    view! {
        <p>{move || (t().centre.menu_pages.remove_step_text)(&asked, keys)}</p>
        <div class="dialog__actions">
            <Button label=move || t().frame.cancel on_press=move || editor.removing.set(false) />
            <Button label=move || t().centre.menu_pages.remove_step kind=ButtonKind::Danger on_press=remove />
        </div>
    }
}

/// The other places that lead to one, once for each key.
fn leading_to(centre: &Centre, node: &NodeId) -> Vec<NodeId> {
    let of = |thing: &Thing| if let Thing::Key(key) = thing { Some(key.node.clone()) } else { None };
    centre.leading_to(&Ref::Node(node.clone())).into_iter().filter_map(of).filter(|from| from != node).collect()
}

/// Asks whether a menu shall go.
#[component]
pub(super) fn RemoveMenu(open: RwSignal<bool>, id: MenuId) -> impl IntoView {
    view! {
        <Dialog open=open title=move || t().centre.menu_pages.remove>
            <MenuQuestion open=open id=id.clone() />
        </Dialog>
    }
}

#[component]
fn MenuQuestion(open: RwSignal<bool>, id: MenuId) -> impl IntoView {
    let (desk, navigate) = (desk(), use_navigate());
    let (name, steps, numbers) = untrack(|| {
        desk.draft(|centre| {
            let name = centre.menu(&id).map(|menu| menu.name.clone()).unwrap_or_default();
            (name, centre.nodes_of(&id).len(), numbers_of(centre, &id))
        })
    });
    let remove = move || {
        // Removing is never refused by the draft.
        drop(desk.edit(DraftEdit::Remove { at: Ref::Menu(id.clone()) }));
        open.set(false);
        navigate(&Route::from(CentrePage::Menus).href(), Default::default());
    };
    view! {
        <p>{move || (t().centre.menu_pages.remove_text)(&name, steps)}</p>
        {(!numbers.is_empty())
            .then(|| view! { <p class="notice notice--warn">{move || (t().centre.menu_pages.remove_leads)(&numbers)}</p> })}
        <div class="dialog__actions">
            <Button label=move || t().frame.cancel on_press=move || open.set(false) />
            <Button label=move || t().centre.menu_pages.remove kind=ButtonKind::Danger on_press=remove />
        </div>
    }
}

/// The numbers that answer with a menu.
pub(super) fn numbers_of(centre: &Centre, menu: &MenuId) -> String {
    let at = Ref::Menu(menu.clone());
    let answer = centre.hotlines().filter(|hotline| hotline.leads_to().as_ref() == Some(&at));
    answer.map(|hotline| grouped(&hotline.number)).collect::<Vec<_>>().join(", ")
}

//! What happens in a menu's editor: what is looked at, what is asked, what keys of the keyboard do.

use crate::centre::desk::Desk;
use crate::softphone::fresh_id;
use domain::centre::{Action, Centre, Does, DraftEdit, KeyRow, MenuForm, NodeForm, Press, Ref, Says, Spot, Thing};
use domain::fields::FieldError;
use domain::ids::{MenuId, NodeId};
use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;

/// The editor of a menu.
#[derive(Clone, Copy)]
pub(super) struct Editor {
    pub desk: Desk,
    pub menu: StoredValue<MenuId>,
    /// What is looked at.
    pub selected: RwSignal<Option<Spot>>,
    /// What shall have the focus.
    pub wanted: RwSignal<Option<Spot>>,
    /// Whether a key is being added, ...
    pub adding: RwSignal<bool>,
    /// ... and which.
    pub press: RwSignal<Press>,
    /// Whether it is asked whether a place shall go.
    pub removing: RwSignal<bool>,
    /// Where what is looked at is edited.
    pub panel: NodeRef<html::Aside>,
}

/// What the panel's first field is.
const FIRST_FIELD: &str = "input:not([type=radio]), textarea, select, a, button";

impl Editor {
    pub(super) fn new(desk: Desk, menu: MenuId, node: Option<NodeId>) -> Self {
        Self {
            desk,
            menu: StoredValue::new(menu),
            selected: RwSignal::new(node.map(|node| Spot::Thing(Ref::Node(node)))),
            wanted: RwSignal::new(None),
            adding: RwSignal::new(false),
            press: RwSignal::new(Press::One),
            removing: RwSignal::new(false),
            panel: NodeRef::new(),
        }
    }

    /// Reads the draft as it is now.
    pub(super) fn now<T>(self, read: impl FnOnce(&Centre) -> T) -> T {
        untrack(|| self.desk.draft(read))
    }

    /// The place of this menu that is looked at.
    pub(super) fn node(self) -> Option<NodeId> {
        let Some(Spot::Thing(Ref::Node(id))) = self.selected.get() else { return None };
        let is_ours =
            |centre: &Centre| centre.node(&id).is_some_and(|node| self.menu.with_value(|menu| node.menu == *menu));
        self.desk.draft(is_ours).then_some(id)
    }

    /// Looks at a spot, and gives it the focus.
    pub(super) fn go(self, spot: Spot) {
        self.selected.set(Some(spot.clone()));
        self.wanted.set(Some(spot));
    }

    /// Gives the picture the focus back.
    pub(super) fn back(self) {
        self.wanted.set(self.selected.get_untracked());
    }

    /// A key of the keyboard that does not move about in the picture.
    pub(super) fn keyed(self, event: &KeyboardEvent) {
        let node = untrack(|| self.node());
        let key = event.key();
        let press = Some(key.as_str()).filter(|key| key.len() == 1).and_then(|key| Press::of_key(key.chars().next()?));
        match (key.as_str(), press, node) {
            ("Enter" | " ", ..) => self.edit(),
            ("Delete" | "Backspace", _, Some(_)) => self.removing.set(true),
            ("Insert" | "+", _, Some(node)) => self.add(self.free_press(&node)),
            (_, Some(press), Some(node)) => match self.led_to(&node, press) {
                Some(spot) => self.go(spot),
                None => self.add(press),
            },
            _ => return,
        }
        event.prevent_default();
    }

    /// Asks what a key shall do at the place that is looked at.
    pub(super) fn add(self, press: Press) {
        self.press.set(press);
        self.adding.set(true);
    }

    fn edit(self) {
        let first = self.panel.get_untracked().and_then(|panel| panel.query_selector(FIRST_FIELD).ok().flatten());
        if let Some(field) = first.and_then(|field| field.dyn_into::<web_sys::HtmlElement>().ok()) {
            // Fails only for an element that cannot hold the focus.
            let _ = field.focus();
        }
    }

    /// The first key that does nothing yet.
    pub(super) fn free_press(self, node: &NodeId) -> Press {
        free(&self.now(|centre| presses(centre, node)))
    }

    /// Where a key leads.
    fn led_to(self, node: &NodeId, press: Press) -> Option<Spot> {
        self.now(|centre| {
            let key = centre.keys_of(node).find(|key| key.press == press)?;
            Some(match &key.action {
                Action::Forward { to, .. } => Spot::Forward(to.clone()),
                Action::Stop | Action::Unknown { .. } => Spot::End(node.clone()),
                Action::Queue { queue } => thing(centre, Ref::Queue(queue.clone())),
                Action::Next { node } => thing(centre, Ref::Node(node.clone())),
            })
        })
    }

    /// A new place that says a text, and the key that leads there.
    ///
    /// # Errors
    /// Each field that must be mended.
    pub(super) fn add_step(
        self,
        at: &NodeId,
        press: Press,
        name: String,
        text: String,
    ) -> Result<Spot, Vec<FieldError>> {
        let (menu, id) = (self.menu.get_value(), NodeId::new(fresh_id()));
        let form = NodeForm { name, says: Says::Text, text, ..NodeForm::default() };
        self.desk.edit(DraftEdit::Node { menu, id: id.clone(), form })?;
        let row = KeyRow { next: Some(id.clone()), ..super::filled::bare(press, Does::Next) };
        self.add_row(at, row)?;
        Ok(Spot::Thing(Ref::Node(id)))
    }

    /// A key at a place.
    ///
    /// # Errors
    /// Each field that must be mended.
    pub(super) fn add_row(self, at: &NodeId, row: KeyRow) -> Result<(), Vec<FieldError>> {
        let Some(mut form) = self.now(|centre| NodeForm::of(centre, at)) else { return Ok(()) };
        form.keys.push(row);
        self.keep(at, form)
    }

    /// Puts a place into the draft.
    ///
    /// # Errors
    /// Each field that must be mended.
    pub(super) fn keep(self, at: &NodeId, form: NodeForm) -> Result<(), Vec<FieldError>> {
        let menu = self.menu.get_value();
        self.desk.edit(DraftEdit::Node { menu, id: at.clone(), form }).map(drop)
    }

    /// Takes a place out, with the keys that lead there. What is left of them is not to be mended by whoever removes.
    pub(super) fn remove(self, id: &NodeId) {
        for (menu, from) in self.leading_to(id) {
            let Some(mut form) = self.now(|centre| NodeForm::of(centre, &from)) else { continue };
            form.keys.retain(|row| row.next.as_ref() != Some(id));
            drop(self.desk.edit(DraftEdit::Node { menu, id: from, form }));
        }
        drop(self.desk.edit(DraftEdit::Remove { at: Ref::Node(id.clone()) }));
    }

    /// The other places that lead to one.
    fn leading_to(self, id: &NodeId) -> Vec<(MenuId, NodeId)> {
        self.now(|centre| {
            let mut from: Vec<(MenuId, NodeId)> = Vec::new();
            for thing in centre.leading_to(&Ref::Node(id.clone())) {
                let Thing::Key(key) = thing else { continue };
                let Some(node) = centre.node(&key.node).filter(|node| node.id != *id) else { continue };
                let entry = (node.menu.clone(), node.id.clone());
                if !from.contains(&entry) {
                    from.push(entry);
                }
            }
            from
        })
    }

    /// Lets the menu begin at a place.
    pub(super) fn begin_at(self, id: &NodeId) {
        let menu = self.menu.get_value();
        if let Some(form) = self.now(|centre| MenuForm::of(centre, &menu)) {
            let form = MenuForm { root: Some(id.clone()), ..form };
            drop(self.desk.edit(DraftEdit::Menu { id: menu, form }));
        }
    }
}

/// The keys that do something at a place.
pub(super) fn presses(centre: &Centre, node: &NodeId) -> Vec<Press> {
    centre.keys_of(node).map(|key| key.press).collect()
}

/// The first key that does nothing yet: the digits from 1 on, then the others.
pub(super) fn free(taken: &[Press]) -> Press {
    let [zero, others @ ..] = Press::ALL;
    let mut all = others.into_iter().take(9).chain([zero]).chain(others.into_iter().skip(9));
    all.find(|press| !taken.contains(press)).unwrap_or(Press::One)
}

fn thing(centre: &Centre, at: Ref) -> Spot {
    if centre.has(&at) { Spot::Thing(at) } else { Spot::Missing(at) }
}

#[cfg(test)]
mod tests {
    use super::free;
    use domain::centre::Press;

    #[test]
    fn the_first_free_key_is_the_smallest_digit_and_zero_comes_last() {
        assert_eq!(free(&[]), Press::One);
        assert_eq!(free(&[Press::One, Press::Two, Press::Nothing]), Press::Three);
        assert_eq!(free(&Press::ALL[1..10]), Press::Zero);
        assert_eq!(free(&Press::ALL[..10]), Press::Star);
    }
}

//! Carrying a card with mouse or finger: the pointer is captured once it has moved far enough to be meant.

use super::desk::{Carried, Desk};
use domain::ids::{DealId, StageId};
use leptos::ev::PointerEvent;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// A press that moves less far, in pixels, is a click.
const MEANT: i32 = 6;
/// So near the edge of the board, in pixels, it scrolls.
const EDGE: i32 = 56;
/// So far at a time.
const SCROLL: i32 = 18;

/// Where a press began.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Pressed {
    pointer: i32,
    x: i32,
    y: i32,
    dragging: bool,
}

/// One card's pointer.
#[derive(Clone, Copy)]
pub(super) struct Drag {
    desk: Desk,
    deal: StoredValue<DealId>,
    pressed: StoredValue<Option<Pressed>>,
    /// Whether the last press became a drag: then it is no click.
    dragged: StoredValue<bool>,
}

impl Drag {
    /// Of a card on a board.
    pub(super) fn new(desk: Desk, deal: DealId) -> Self {
        Self { desk, deal: StoredValue::new(deal), pressed: StoredValue::new(None), dragged: StoredValue::new(false) }
    }

    /// Whether the last press was to carry the card.
    pub(super) fn was_dragged(self) -> bool {
        self.dragged.get_value()
    }

    /// A press. A finger takes the card only at its grip: elsewhere it scrolls the page.
    pub(super) fn down(self, event: &PointerEvent) {
        let at_grip = target(event).is_some_and(|target| target.closest(".deal-card__grip").ok().flatten().is_some());
        if event.button() != 0 || !(event.pointer_type() == "mouse" || at_grip) {
            return;
        }
        if self.deal.with_value(|deal| self.desk.is_moving(deal)) {
            return;
        }
        self.dragged.set_value(false);
        let (x, y) = (event.client_x(), event.client_y());
        self.pressed.set_value(Some(Pressed { pointer: event.pointer_id(), x, y, dragging: false }));
    }

    /// The pointer moved.
    pub(super) fn moved(self, event: &PointerEvent) {
        let Some(pressed) = self.pressed.get_value().filter(|pressed| pressed.pointer == event.pointer_id()) else {
            return;
        };
        let (x, y) = (event.client_x() - pressed.x, event.client_y() - pressed.y);
        if !pressed.dragging && x.abs().max(y.abs()) < MEANT {
            return;
        }
        let Some(card) = card(event) else { return };
        if !pressed.dragging {
            // Fails only for a pointer that has just been lifted.
            let _ = card.set_pointer_capture(pressed.pointer);
            self.pressed.set_value(Some(Pressed { dragging: true, ..pressed }));
            self.dragged.set_value(true);
        }
        // Fails only for a property that no browser knows.
        let _ = card.style().set_property("translate", &format!("{x}px {y}px"));
        scroll(&card, event.client_x());
        let carried = Carried { deal: self.deal.get_value(), over: stage_at(event), by_keys: false };
        if self.desk.carried.with_untracked(|now| now.as_ref() != Some(&carried)) {
            self.desk.carried.set(Some(carried));
        }
    }

    /// The pointer was lifted: the card is put down.
    pub(super) fn up(self, event: &PointerEvent) {
        if let Some(carried) = self.let_go(event) {
            self.desk.put_down(&carried);
        }
    }

    /// The browser took the pointer away: the card stays where it was.
    pub(super) fn cancelled(self, event: &PointerEvent) {
        if self.let_go(event).is_some() {
            self.desk.carried.set(None);
        }
    }

    /// What was carried until now.
    fn let_go(self, event: &PointerEvent) -> Option<Carried> {
        let pressed = self.pressed.get_value().filter(|pressed| pressed.pointer == event.pointer_id())?;
        self.pressed.set_value(None);
        if !pressed.dragging {
            return None;
        }
        if let Some(card) = card(event) {
            // Fails only for a property that no browser knows.
            let _ = card.style().remove_property("translate");
        }
        self.desk.carried.get_untracked()
    }
}

fn target(event: &PointerEvent) -> Option<Element> {
    event.target().and_then(|target| target.dyn_into::<Element>().ok())
}

fn card(event: &PointerEvent) -> Option<HtmlElement> {
    event.current_target().and_then(|card| card.dyn_into::<HtmlElement>().ok())
}

/// The stage under the pointer; the carried card itself does not count.
#[expect(clippy::cast_precision_loss, reason = "no screen is so wide")]
fn stage_at(event: &PointerEvent) -> Option<StageId> {
    let under = document().element_from_point(event.client_x() as f32, event.client_y() as f32)?;
    under.closest("[data-stage]").ok().flatten()?.get_attribute("data-stage").map(StageId::new)
}

/// Near an edge the board scrolls along.
fn scroll(card: &HtmlElement, x: i32) {
    let board = card.closest(".board").ok().flatten().and_then(|board| board.dyn_into::<HtmlElement>().ok());
    let Some(board) = board else { return };
    let (left, width) = (board.offset_left(), board.offset_width());
    if x < left + EDGE {
        board.set_scroll_left(board.scroll_left() - SCROLL);
    } else if x > left + width - EDGE {
        board.set_scroll_left(board.scroll_left() + SCROLL);
    }
}

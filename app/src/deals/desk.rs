//! The board's cards in the hand of the member: carried, put down, and back where they were when the server refuses.

use super::api::move_deal;
use super::columns::{beside, find, place};
use crate::api::Fault;
use crate::components::words::problem;
use crate::components::{form, toasts};
use crate::surroundings::viewer;
use crate::texts::t;
use domain::deals::{Board, Column, Deal, Move};
use domain::ids::{DealId, LostReasonId, StageId};
use domain::pipelines::{LostReason, StageKind};
use domain::problem::Problem;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// A card that is carried.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Carried {
    /// Which.
    pub(super) deal: DealId,
    /// Over which stage it is.
    pub(super) over: Option<StageId>,
    /// Lifted with the keyboard, not dragged.
    pub(super) by_keys: bool,
}

/// A board while it is on the page.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    /// What is on it.
    pub(super) columns: RwSignal<Vec<Column>>,
    /// What is carried.
    pub(super) carried: RwSignal<Option<Carried>>,
    /// A deal that is about to be lost, until it is said why.
    pub(super) losing: RwSignal<Option<(Deal, StageId)>>,
    /// What those hear who do not see the cards move.
    pub(super) told: RwSignal<String>,
    /// Why deals of this pipeline are lost.
    pub(super) reasons: StoredValue<Vec<LostReason>>,
    /// Deals whose move is on its way to the server.
    moving: RwSignal<Vec<DealId>>,
}

impl Desk {
    /// With what the server said.
    pub(super) fn new(board: Board) -> Self {
        Self {
            columns: RwSignal::new(board.columns),
            carried: RwSignal::new(None),
            losing: RwSignal::new(None),
            told: RwSignal::new(String::new()),
            reasons: StoredValue::new(board.pipeline.lost_reasons),
            moving: RwSignal::new(Vec::new()),
        }
    }

    /// Whether a move of this deal is on its way.
    pub(super) fn is_moving(self, id: &DealId) -> bool {
        self.moving.with(|moving| moving.contains(id))
    }

    /// Whether this card is carried.
    pub(super) fn carries(self, id: &DealId) -> bool {
        self.carried.with(|carried| carried.as_ref().is_some_and(|carried| carried.deal == *id))
    }

    /// Whether a card is carried over this stage.
    pub(super) fn is_over(self, stage: &StageId) -> bool {
        self.carried.with(|carried| carried.as_ref().is_some_and(|carried| carried.over.as_ref() == Some(stage)))
    }

    /// A key on a card; whether it was meant for carrying it.
    pub(super) fn key(self, deal: &DealId, key: &str) -> bool {
        let lifted = self.carried.with_untracked(|carried| carried.clone().filter(|c| c.by_keys && c.deal == *deal));
        match (key, lifted) {
            (" ", None) => self.lift(deal),
            (" " | "Enter", Some(carried)) => self.put_down(&carried),
            ("Escape", Some(_)) => {
                self.carried.set(None);
                self.told.set(t().deals.put_back.to_owned());
            }
            ("ArrowLeft", Some(carried)) => self.carry(carried, -1),
            ("ArrowRight", Some(carried)) => self.carry(carried, 1),
            _ => return false,
        }
        true
    }

    fn lift(self, id: &DealId) {
        let Some(deal) = self.columns.with_untracked(|columns| find(columns, id).cloned()) else { return };
        self.told.set((t().deals.lifted)(&deal.title, &deal.stage.name));
        self.carried.set(Some(Carried { deal: deal.id, over: Some(deal.stage.id), by_keys: true }));
    }

    fn carry(self, carried: Carried, step: isize) {
        let Some(from) = &carried.over else { return };
        let Some(to) = self.columns.with_untracked(|columns| beside(columns, from, step)) else { return };
        self.told.set(self.stage_name(&to));
        self.carried.set(Some(Carried { over: Some(to), ..carried }));
    }

    /// Puts what is carried down where it is.
    pub(super) fn put_down(self, carried: &Carried) {
        self.carried.set(None);
        if let Some(stage) = &carried.over {
            self.put_at(&carried.deal, stage);
        }
    }

    /// Puts a deal at a stage; one that would be lost only once it is said why.
    pub(super) fn put_at(self, id: &DealId, stage: &StageId) {
        let Some(deal) = self.columns.with_untracked(|columns| find(columns, id).cloned()) else { return };
        if deal.stage.id == *stage || self.moving.with_untracked(|moving| moving.contains(id)) {
            return;
        }
        if self.kind(stage) == Some(StageKind::Lost) && self.reasons.with_value(|reasons| !reasons.is_empty()) {
            self.losing.set(Some((deal, stage.clone())));
        } else {
            self.send(deal, stage, None);
        }
    }

    /// Moves the card at once, and tells the server: what that says stands in the end.
    pub(super) fn send(self, deal: Deal, stage: &StageId, lost_reason: Option<LostReasonId>) {
        let found = self.columns.with_untracked(|columns| {
            columns.iter().find(|column| column.stage.id == *stage).map(|column| column.stage.clone())
        });
        let Some(there) = found else { return };
        let words = &t().deals;
        self.told.set((words.moved)(&deal.title, &there.name));
        let hoped = Deal { stage: there, moved_at: viewer().now.get_untracked(), ..deal.clone() };
        self.columns.update(|columns| place(columns, hoped));
        self.moving.update(|moving| moving.push(deal.id.clone()));
        let to = Move { version: deal.version, stage: stage.clone(), lost_reason };
        spawn_local(async move {
            let answer = move_deal(deal.id.clone(), to).await;
            self.moving.try_update(|moving| moving.retain(|id| *id != deal.id));
            match answer {
                Ok(saved) => self.settle(saved),
                Err(fault) => self.restore(deal, fault),
            }
        });
    }

    fn settle(self, deal: Deal) {
        // Fails only for a board that has left the page meanwhile.
        self.columns.try_update(|columns| place(columns, deal));
    }

    /// The card goes back, or to where somebody else has put it.
    fn restore(self, before: Deal, fault: Fault) {
        let words = &t().deals;
        let said = match fault.0 {
            Problem::SignedOut => return form::tell(&fault),
            Problem::StaleDeal(theirs) => {
                let said = (words.moved_by_other)(&theirs.stage.name);
                self.settle(*theirs);
                said
            }
            why => {
                self.settle(before);
                (words.not_moved)(&problem(&why))
            }
        };
        self.told.try_set(said.clone());
        toasts::warn(said);
    }

    fn kind(self, stage: &StageId) -> Option<StageKind> {
        self.columns.with_untracked(|columns| {
            columns.iter().find(|column| column.stage.id == *stage).map(|column| column.stage.kind)
        })
    }

    fn stage_name(self, stage: &StageId) -> String {
        self.columns.with_untracked(|columns| {
            let found = columns.iter().find(|column| column.stage.id == *stage);
            found.map(|column| column.stage.name.clone()).unwrap_or_default()
        })
    }
}

//! A pipeline's form while it is being filled in.

use domain::ids::{LostReasonId, StageId};
use domain::pipelines::{PipelineForm, ReasonForm, StageForm, StageKind};
use leptos::prelude::*;

/// A row for one stage.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct StageRow {
    /// Its own among the rows of this form, however they move.
    pub(super) key: u32,
    id: Option<StageId>,
    /// Its name.
    pub(super) name: RwSignal<String>,
    /// A stored word of what it means.
    pub(super) kind: RwSignal<String>,
    /// From 0 to 100.
    pub(super) probability: RwSignal<String>,
}

/// A row for one reason.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct ReasonRow {
    /// Its own among the rows of this form.
    pub(super) key: u32,
    id: Option<LostReasonId>,
    /// In words.
    pub(super) name: RwSignal<String>,
}

/// Everything typed into the form.
#[derive(Clone, Copy)]
pub(super) struct FormState {
    /// Its name.
    pub(super) name: RwSignal<String>,
    /// Whether new deals can begin in it.
    pub(super) active: RwSignal<bool>,
    /// In order.
    pub(super) stages: RwSignal<Vec<StageRow>>,
    /// In order.
    pub(super) reasons: RwSignal<Vec<ReasonRow>>,
    next_key: StoredValue<u32>,
    /// Whose the signals of later rows are: those of the row whose button adds one would go with that row.
    owner_of_rows: StoredValue<Owner>,
}

impl FormState {
    /// As it is when the form opens.
    pub(super) fn of(form: &PipelineForm) -> Self {
        let state = Self {
            name: RwSignal::new(String::new()),
            active: RwSignal::new(true),
            stages: RwSignal::new(Vec::new()),
            reasons: RwSignal::new(Vec::new()),
            next_key: StoredValue::new(0),
            owner_of_rows: StoredValue::new(Owner::current().unwrap_or_default()),
        };
        state.fill(form);
        state
    }

    /// Replaces everything typed.
    pub(super) fn fill(self, form: &PipelineForm) {
        self.name.set(form.name.clone());
        self.active.set(form.active);
        self.stages.set(form.stages.iter().map(|stage| self.stage(stage)).collect());
        self.reasons.set(form.lost_reasons.iter().map(|reason| self.reason(reason)).collect());
    }

    /// What is typed now.
    pub(super) fn form(self) -> PipelineForm {
        let stage = |row: &StageRow| StageForm {
            id: row.id.clone(),
            name: row.name.get(),
            kind: StageKind::from_stored(&row.kind.get()).unwrap_or_default(),
            probability: row.probability.get(),
        };
        let reason = |row: &ReasonRow| ReasonForm { id: row.id.clone(), name: row.name.get() };
        PipelineForm {
            name: self.name.get(),
            active: self.active.get(),
            stages: self.stages.with(|rows| rows.iter().map(stage).collect()),
            lost_reasons: self.reasons.with(|rows| rows.iter().map(reason).collect()),
        }
    }

    /// One more open stage, after the open ones.
    pub(super) fn add_stage(self) {
        let row = self.stage(&StageForm { probability: "50".into(), ..StageForm::default() });
        let open = StageKind::Open.as_str();
        self.stages.update(|rows| {
            let at = rows.iter().rposition(|row| row.kind.get_untracked() == open).map_or(0, |at| at + 1);
            rows.insert(at, row);
        });
    }

    /// One stage less.
    pub(super) fn remove_stage(self, key: u32) {
        self.stages.update(|rows| rows.retain(|row| row.key != key));
    }

    /// A stage one place up.
    pub(super) fn stage_up(self, key: u32) {
        self.stages.update(|rows| {
            if let Some(at) = rows.iter().position(|row| row.key == key).filter(|at| *at > 0) {
                rows.swap(at, at - 1);
            }
        });
    }

    /// One more reason.
    pub(super) fn add_reason(self) {
        let row = self.reason(&ReasonForm::default());
        self.reasons.update(|rows| rows.push(row));
    }

    /// One reason less.
    pub(super) fn remove_reason(self, key: u32) {
        self.reasons.update(|rows| rows.retain(|row| row.key != key));
    }

    /// Where a stage stands now, from 0.
    pub(super) fn stage_place(self, key: u32) -> usize {
        self.stages.with(|rows| rows.iter().position(|row| row.key == key).unwrap_or(0))
    }

    /// Where a reason stands now, from 0.
    pub(super) fn reason_place(self, key: u32) -> usize {
        self.reasons.with(|rows| rows.iter().position(|row| row.key == key).unwrap_or(0))
    }

    fn key(self) -> u32 {
        let key = self.next_key.get_value();
        self.next_key.set_value(key.wrapping_add(1));
        key
    }

    fn stage(self, stage: &StageForm) -> StageRow {
        let key = self.key();
        self.owner_of_rows.get_value().with(|| StageRow {
            key,
            id: stage.id.clone(),
            name: RwSignal::new(stage.name.clone()),
            kind: RwSignal::new(stage.kind.as_str().to_owned()),
            probability: RwSignal::new(stage.probability.clone()),
        })
    }

    fn reason(self, reason: &ReasonForm) -> ReasonRow {
        let key = self.key();
        self.owner_of_rows.get_value().with(|| ReasonRow {
            key,
            id: reason.id.clone(),
            name: RwSignal::new(reason.name.clone()),
        })
    }
}

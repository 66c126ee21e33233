//! Pipelines: the stages a deal goes through, as the admins of an installation define them.

use crate::fields::{self, Field, FieldError, FieldProblem};
use crate::ids::{LostReasonId, PipelineId, StageId};
use crate::names;
use serde::{Deserialize, Serialize};

/// The longest name of a pipeline, a stage or a reason, in characters.
pub const NAME_MAX: usize = 60;
/// The most stages of a pipeline: more do not fit a board.
pub const STAGES_MAX: usize = 12;

/// What a stage means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StageKind {
    /// Somebody works on it.
    #[default]
    Open,
    /// They bought.
    Won,
    /// They did not.
    Lost,
}

impl StageKind {
    /// Every kind, in the order of a board.
    pub const ALL: [Self; 3] = [Self::Open, Self::Won, Self::Lost];

    /// The word stored in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Won => "won",
            Self::Lost => "lost",
        }
    }

    /// The kind of a stored word; `None` for any other text.
    pub fn from_stored(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }

    /// Whether nothing more happens to a deal here.
    pub fn is_closed(self) -> bool {
        self != Self::Open
    }
}

/// A stage of a pipeline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stage {
    /// Which.
    pub id: StageId,
    /// Its name.
    pub name: String,
    /// What it means.
    pub kind: StageKind,
    /// Of a hundred deals here, so many are won.
    pub probability: u8,
}

/// Why a deal is lost.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LostReason {
    /// Which.
    pub id: LostReasonId,
    /// In words.
    pub name: String,
}

/// A pipeline named in another record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PipelineRef {
    /// Which.
    pub id: PipelineId,
    /// Its name.
    pub name: String,
}

/// A pipeline, whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pipeline {
    /// Which.
    pub id: PipelineId,
    /// Its name.
    pub name: String,
    /// Whether new deals can begin in it.
    pub active: bool,
    /// In order: open ones, then won, then lost.
    pub stages: Vec<Stage>,
    /// What can be chosen when a deal is lost, in order.
    pub lost_reasons: Vec<LostReason>,
}

impl Pipeline {
    /// As other records name it.
    pub fn named(&self) -> PipelineRef {
        PipelineRef { id: self.id.clone(), name: self.name.clone() }
    }

    /// One of its stages.
    pub fn stage(&self, id: &StageId) -> Option<&Stage> {
        self.stages.iter().find(|stage| stage.id == *id)
    }

    /// One of its reasons.
    pub fn reason(&self, id: &LostReasonId) -> Option<&LostReason> {
        self.lost_reasons.iter().find(|reason| reason.id == *id)
    }
}

/// A row of the form for one stage.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StageForm {
    /// The stage being edited; `None` for a new one.
    pub id: Option<StageId>,
    /// Its name.
    pub name: String,
    /// What it means.
    pub kind: StageKind,
    /// From 0 to 100, as typed; only open stages are asked.
    pub probability: String,
}

/// A row of the form for one reason.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReasonForm {
    /// The reason being edited; `None` for a new one.
    pub id: Option<LostReasonId>,
    /// In words.
    pub name: String,
}

/// What an admin fills in for a pipeline. Rows without a name are dropped.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PipelineForm {
    /// Its name.
    pub name: String,
    /// Whether new deals can begin in it.
    pub active: bool,
    /// In order.
    pub stages: Vec<StageForm>,
    /// In order.
    pub lost_reasons: Vec<ReasonForm>,
}

impl From<&Pipeline> for PipelineForm {
    fn from(pipeline: &Pipeline) -> Self {
        let stage = |stage: &Stage| StageForm {
            id: Some(stage.id.clone()),
            name: stage.name.clone(),
            kind: stage.kind,
            probability: stage.probability.to_string(),
        };
        let reason = |reason: &LostReason| ReasonForm { id: Some(reason.id.clone()), name: reason.name.clone() };
        Self {
            name: pipeline.name.clone(),
            active: pipeline.active,
            stages: pipeline.stages.iter().map(stage).collect(),
            lost_reasons: pipeline.lost_reasons.iter().map(reason).collect(),
        }
    }
}

/// A stage that can be stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StageDraft {
    /// The stage being edited; `None` for a new one.
    pub id: Option<StageId>,
    /// Its name, tidied.
    pub name: String,
    /// What it means.
    pub kind: StageKind,
    /// From 0 to 100; 100 where it is won and 0 where it is lost.
    pub probability: u8,
}

/// A pipeline's form that holds what it must.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PipelineDraft {
    /// Its name, tidied.
    pub name: String,
    /// Whether new deals can begin in it.
    pub active: bool,
    /// Open ones in the order of the form, then won, then lost.
    pub stages: Vec<StageDraft>,
    /// In order: the row being edited, and its words.
    pub lost_reasons: Vec<(Option<LostReasonId>, String)>,
}

impl PipelineForm {
    /// Checks every field at once. There must be an open stage, one that is won and one that is lost.
    ///
    /// # Errors
    /// Each field that must be mended.
    pub fn parse(&self) -> Result<PipelineDraft, Vec<FieldError>> {
        let mut errors = Vec::new();
        let name = fields::required(&self.name, &Field::Name, NAME_MAX, &mut errors);
        let stages = self.parse_stages(&mut errors);
        let lost_reasons = self.parse_reasons(&mut errors);
        if errors.is_empty() {
            Ok(PipelineDraft { name, active: self.active, stages, lost_reasons })
        } else {
            Err(errors)
        }
    }

    fn parse_stages(&self, errors: &mut Vec<FieldError>) -> Vec<StageDraft> {
        let mut drafts: Vec<StageDraft> = Vec::new();
        for (row, form) in self.stages.iter().enumerate().filter(|(_, form)| !form.name.trim().is_empty()) {
            let name = fields::required(&form.name, &Field::StageName(row), NAME_MAX, errors);
            if drafts.iter().any(|draft| names::fold(&draft.name) == names::fold(&name)) {
                errors.push(FieldError::new(Field::StageName(row), FieldProblem::Repeated));
            }
            let probability = probability(form, row, errors);
            drafts.push(StageDraft { id: form.id.clone(), name, kind: form.kind, probability });
        }
        let has = |kind| drafts.iter().any(|draft| draft.kind == kind);
        if !StageKind::ALL.into_iter().all(has) {
            errors.push(FieldError::new(Field::Stages, FieldProblem::StagesMissing));
        }
        if drafts.len() > STAGES_MAX {
            errors.push(FieldError::new(Field::Stages, FieldProblem::TooMany { max: STAGES_MAX }));
        }
        drafts.sort_by_key(|draft| draft.kind);
        drafts
    }

    fn parse_reasons(&self, errors: &mut Vec<FieldError>) -> Vec<(Option<LostReasonId>, String)> {
        let mut drafts: Vec<(Option<LostReasonId>, String)> = Vec::new();
        for (row, form) in self.lost_reasons.iter().enumerate().filter(|(_, form)| !form.name.trim().is_empty()) {
            let name = fields::required(&form.name, &Field::LostReasonName(row), NAME_MAX, errors);
            if drafts.iter().any(|(_, known)| names::fold(known) == names::fold(&name)) {
                errors.push(FieldError::new(Field::LostReasonName(row), FieldProblem::Repeated));
            }
            drafts.push((form.id.clone(), name));
        }
        drafts
    }
}

fn probability(form: &StageForm, row: usize, errors: &mut Vec<FieldError>) -> u8 {
    match form.kind {
        StageKind::Won => 100,
        StageKind::Lost => 0,
        StageKind::Open => match form.probability.trim().trim_end_matches('%').trim().parse::<u8>() {
            Ok(of_hundred @ 0..=100) => of_hundred,
            _ => {
                let problem = FieldProblem::OutOfRange { min: 0, max: 100 };
                errors.push(FieldError::new(Field::StageProbability(row), problem));
                0
            }
        },
    }
}

//! Pipelines and tags: what an admin may define, what a member may type.

#![allow(clippy::unwrap_used, reason = "tests fail by panicking")]

use domain::fields::{Field, FieldError, FieldProblem};
use domain::names;
use domain::pipelines::{PipelineForm, ReasonForm, STAGES_MAX, StageForm, StageKind};
use domain::tags::{self, TAGS_MAX};
use proptest::prelude::*;

fn stage(name: &str, kind: StageKind, probability: &str) -> StageForm {
    StageForm { id: None, name: name.into(), kind, probability: probability.into() }
}

fn pipeline(stages: Vec<StageForm>) -> PipelineForm {
    PipelineForm { name: "Bán hàng".into(), active: true, stages, lost_reasons: Vec::new() }
}

fn whole() -> Vec<StageForm> {
    vec![stage("Mới", StageKind::Open, "10"), stage("Chốt", StageKind::Won, ""), stage("Mất", StageKind::Lost, "")]
}

#[test]
fn what_is_closed_is_certain() {
    let mut stages = whole();
    stages.push(stage(" Báo  giá ", StageKind::Open, " 50 % "));
    stages.push(stage("  ", StageKind::Open, ""));
    let draft = pipeline(stages).parse().unwrap();
    let stages: Vec<_> = draft.stages.iter().map(|s| (s.name.as_str(), s.probability)).collect();
    assert_eq!(stages, [("Mới", 10), ("Báo giá", 50), ("Chốt", 100), ("Mất", 0)]);
}

#[test]
fn every_row_that_must_be_mended_is_named() {
    let mut form = pipeline(vec![stage("Mới", StageKind::Open, "x"), stage("moi", StageKind::Open, "101")]);
    form.lost_reasons = ["Giá", "giá"].map(|name| ReasonForm { id: None, name: name.into() }).into();
    let errors = form.parse().unwrap_err();
    let range = || FieldProblem::OutOfRange { min: 0, max: 100 };
    assert_eq!(
        errors,
        [
            FieldError::new(Field::StageProbability(0), range()),
            FieldError::new(Field::StageName(1), FieldProblem::Repeated),
            FieldError::new(Field::StageProbability(1), range()),
            FieldError::new(Field::Stages, FieldProblem::StagesMissing),
            FieldError::new(Field::LostReasonName(1), FieldProblem::Repeated),
        ]
    );
}

#[test]
fn a_board_has_room_for_so_many_stages() {
    let mut stages = whole();
    stages.extend((0..STAGES_MAX).map(|n| stage(&format!("Bước {n}"), StageKind::Open, "1")));
    let problem = FieldProblem::TooMany { max: STAGES_MAX };
    assert_eq!(pipeline(stages).parse().unwrap_err(), [FieldError::new(Field::Stages, problem)]);
}

#[test]
fn every_kind_survives_the_database() {
    for kind in StageKind::ALL {
        assert_eq!(StageKind::from_stored(kind.as_str()), Some(kind));
    }
    assert_eq!(StageKind::from_stored("offen"), None);
}

proptest! {
    /// A parsed pipeline has its stages in the order of a board, each name once.
    #[test]
    fn stages_stand_in_order(
        rows in prop::collection::vec(("[a-dĐđ ]{0,6}", 0..3_usize, 0..=100_u8), 0..10),
    ) {
        let stages = rows.into_iter().map(|(name, kind, p)| stage(&name, StageKind::ALL[kind], &p.to_string())).collect();
        if let Ok(draft) = pipeline(stages).parse() {
            prop_assert!(draft.stages.is_sorted_by_key(|stage| stage.kind));
            prop_assert!(StageKind::ALL.into_iter().all(|kind| draft.stages.iter().any(|s| s.kind == kind)));
            let mut folded: Vec<String> = draft.stages.iter().map(|stage| names::fold(&stage.name)).collect();
            folded.sort();
            folded.dedup();
            prop_assert_eq!(folded.len(), draft.stages.len());
        }
    }

    /// Tags come out tidied, each once, and again the same.
    #[test]
    fn tags_are_each_once(typed in prop::collection::vec("\\PC{0,12}", 0..16)) {
        match tags::parse(&typed) {
            Ok(tags) => {
                prop_assert!(tags.len() <= TAGS_MAX && tags.iter().all(|tag| !tag.is_empty()));
                prop_assert_eq!(tags::parse(&tags), Ok(tags.clone()));
            }
            Err(errors) => prop_assert_eq!(&errors[0].field, &Field::Tags),
        }
    }
}

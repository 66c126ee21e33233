//! Pipelines: what an installation begins with, and what its admins make of it.

use crate::deals::{add_deal, at_stage};
use crate::stories;
use crate::world::World;
use backend::{audit, deals, pipelines};
use domain::fields::{Field, FieldProblem};
use domain::ids::PipelineId;
use domain::pipelines::{Pipeline, PipelineForm, StageForm, StageKind};
use domain::problem::Problem;

async fn first(w: &World) -> Pipeline {
    pipelines::list(&w.b, &w.lan).await.unwrap().remove(0)
}

fn names(pipeline: &Pipeline) -> Vec<&str> {
    pipeline.stages.iter().map(|stage| stage.name.as_str()).collect()
}

stories! {
    async fn an_installation_begins_with_a_pipeline(w: World) {
        let sales = first(&w).await;
        assert_eq!((sales.name.as_str(), sales.active, sales.lost_reasons.len()), ("Bán hàng", true, 5));
        let kinds: Vec<(StageKind, u8)> = sales.stages.iter().map(|stage| (stage.kind, stage.probability)).collect();
        assert_eq!(kinds[0], (StageKind::Open, 10));
        assert_eq!(kinds[4..], [(StageKind::Won, 100), (StageKind::Lost, 0)]);
    }

    async fn pipelines_are_the_admins_business(w: World) {
        let sales = first(&w).await;
        let form = PipelineForm::from(&sales);
        for who in [&w.lan, &w.manager] {
            assert_eq!(pipelines::create(&w.b, who, &form).await, Err(Problem::Forbidden));
            assert_eq!(pipelines::update(&w.b, who, &sales.id, &form).await, Err(Problem::Forbidden));
        }
        let taken = pipelines::create(&w.b, &w.admin, &form).await;
        assert_eq!(taken, Err(Problem::at(Field::Name, FieldProblem::Taken)));
        let unknown = pipelines::update(&w.b, &w.admin, &PipelineId::new("x"), &PipelineForm { name: "X".into(), ..form }).await;
        assert_eq!(unknown, Err(Problem::NotFound));
    }

    async fn a_pipeline_of_ones_own_is_made(w: World) {
        let stage = |name: &str, kind| StageForm { name: name.into(), kind, probability: "30".into(), id: None };
        let form = PipelineForm {
            name: "Gia hạn".into(),
            active: true,
            stages: vec![stage("Xong", StageKind::Won), stage("Nhắc", StageKind::Open), stage("Bỏ", StageKind::Lost)],
            lost_reasons: Vec::new(),
        };
        let made = pipelines::create(&w.b, &w.admin, &form).await.unwrap();
        assert_eq!(names(&made), ["Nhắc", "Xong", "Bỏ"], "open stages first, then won, then lost");
        let all: Vec<String> = pipelines::list(&w.b, &w.lan).await.unwrap().into_iter().map(|one| one.name).collect();
        assert_eq!(all, ["Bán hàng", "Gia hạn"]);
        let kept = audit::about(&w.b, &w.admin, &format!("pipeline:{}", made.id)).await.unwrap();
        assert_eq!(kept[0].action, "pipeline.created");
        let lost = deals::create(&w.b, &w.lan, &at_stage(&made.stages[2], "Không có lý do")).await.unwrap();
        assert_eq!(lost.lost_reason, None, "nothing to choose, nothing asked");
    }

    async fn stages_are_renamed_ordered_added_and_taken_away_unless_in_use(w: World) {
        let sales = first(&w).await;
        let deal = add_deal(&w, "Máy lạnh", 1).await;
        let mut form = PipelineForm::from(&sales);
        form.stages[0].name = "Mới".into();
        form.stages[0].probability = "15%".into();
        form.stages.swap(1, 2);
        form.stages.insert(3, StageForm { name: "Dùng thử".into(), probability: "60".into(), ..StageForm::default() });
        form.lost_reasons.remove(0);
        let saved = pipelines::update(&w.b, &w.admin, &sales.id, &form).await.unwrap();
        assert_eq!(names(&saved), ["Mới", "Báo giá", "Tìm hiểu nhu cầu", "Dùng thử", "Thương lượng", "Chốt", "Mất"]);
        assert_eq!(saved.lost_reasons.len(), 4);
        let seen = deals::get(&w.b, &w.lan, &deal.id).await.unwrap();
        assert_eq!((seen.stage.name.as_str(), seen.stage.probability), ("Mới", 15), "deals stay at their stage");

        let mut form = PipelineForm::from(&saved);
        form.stages.remove(0);
        let refused = pipelines::update(&w.b, &w.admin, &sales.id, &form).await;
        assert_eq!(refused, Err(Problem::at(Field::Stages, FieldProblem::InUse)));
        let mut form = PipelineForm::from(&saved);
        form.stages.remove(3);
        let without = pipelines::update(&w.b, &w.admin, &sales.id, &form).await.unwrap();
        assert_eq!(without.stages.len(), 6);
    }
}

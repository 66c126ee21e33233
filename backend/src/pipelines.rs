//! Pipelines: everybody who sees deals sees them, admins define them.

use crate::db::{Tx, pipelines as table};
use crate::permit::May;
use crate::{Backend, audit};
use domain::access::{Action, Actor};
use domain::fields::{Field, FieldProblem};
use domain::ids::{LostReasonId, PipelineId, StageId};
use domain::pipelines::{Pipeline, PipelineDraft, PipelineForm};
use domain::problem::Problem;
use serde_json::json;

/// The name under which changes of pipelines wait for each other.
const ALONE: &str = "pipelines";

/// All of them, in order, also those in which no new deal can begin.
///
/// # Errors
/// [`Problem::Forbidden`] or [`Problem::Unavailable`].
pub async fn list(b: &Backend, who: &Actor) -> Result<Vec<Pipeline>, Problem> {
    who.may(Action::SeeDeals)?;
    Ok(table::all(b.read().await?.on()).await?)
}

/// A new one, the last in order.
///
/// # Errors
/// [`Problem::Forbidden`] but for admins; [`Problem::Invalid`] with every field to mend.
pub async fn create(b: &Backend, who: &Actor, form: &PipelineForm) -> Result<Pipeline, Problem> {
    who.may(Action::ManagePipelines)?;
    let draft = form.parse()?;
    let id = PipelineId::new(b.new_id());
    let mut tx = begin(b, &draft, &id).await?;
    table::insert(tx.on(), &id, &draft.name, draft.active, b.now()).await?;
    fill(b, &mut tx, &id, &draft, None).await?;
    finish(b, tx, who, &id, "pipeline.created").await
}

/// Another name, other stages, other reasons. A stage at which there is or was a deal stays; a reason that is taken
/// away can only not be chosen any more.
///
/// # Errors
/// [`Problem::Forbidden`] but for admins, [`Problem::NotFound`]; [`Problem::Invalid`] with every field to mend, at the
/// stages where one of them is in use.
pub async fn update(b: &Backend, who: &Actor, id: &PipelineId, form: &PipelineForm) -> Result<Pipeline, Problem> {
    who.may(Action::ManagePipelines)?;
    let draft = form.parse()?;
    let mut tx = begin(b, &draft, id).await?;
    let before = by_id(&mut tx, id).await?;
    let kept = |stage: &StageId| draft.stages.iter().any(|draft| draft.id.as_ref() == Some(stage));
    for gone in before.stages.iter().filter(|stage| !kept(&stage.id)) {
        if table::in_use(tx.on(), &gone.id).await? {
            return Err(Problem::at(Field::Stages, FieldProblem::InUse));
        }
        table::drop_stage(tx.on(), &gone.id).await?;
    }
    table::update(tx.on(), id, &draft.name, draft.active, b.now()).await?;
    fill(b, &mut tx, id, &draft, Some(&before)).await?;
    finish(b, tx, who, id, "pipeline.updated").await
}

/// One of them.
pub(crate) async fn by_id(tx: &mut Tx, id: &PipelineId) -> Result<Pipeline, Problem> {
    let all = table::all(tx.on()).await?;
    all.into_iter().find(|pipeline| pipeline.id == *id).ok_or(Problem::NotFound)
}

async fn begin(b: &Backend, draft: &PipelineDraft, id: &PipelineId) -> Result<Tx, Problem> {
    let mut tx = b.write().await?;
    tx.alone(ALONE).await?;
    if table::name_taken(tx.on(), &draft.name, id).await? {
        return Err(Problem::at(Field::Name, FieldProblem::Taken));
    }
    Ok(tx)
}

/// Stages and reasons, in order. A row keeps its id only when it was this pipeline's before.
async fn fill(
    b: &Backend,
    tx: &mut Tx,
    id: &PipelineId,
    draft: &PipelineDraft,
    before: Option<&Pipeline>,
) -> Result<(), Problem> {
    for (position, stage) in (1_i64..).zip(&draft.stages) {
        let own = |id: &StageId| before.is_some_and(|before| before.stage(id).is_some());
        let of = stage.id.clone().filter(own).unwrap_or_else(|| StageId::new(b.new_id()));
        table::put_stage(tx.on(), id, &of, stage, position).await?;
    }
    let mut kept = Vec::new();
    for (position, (reason, name)) in (1_i64..).zip(&draft.lost_reasons) {
        let own = |id: &LostReasonId| before.is_some_and(|before| before.reason(id).is_some());
        let of = reason.clone().filter(own).unwrap_or_else(|| LostReasonId::new(b.new_id()));
        table::put_reason(tx.on(), id, &of, name, position).await?;
        kept.push(of);
    }
    let reasons = before.map(|before| before.lost_reasons.as_slice()).unwrap_or_default();
    for gone in reasons.iter().filter(|reason| !kept.contains(&reason.id)) {
        table::drop_reason(tx.on(), &gone.id).await?;
    }
    Ok(())
}

async fn finish(b: &Backend, mut tx: Tx, who: &Actor, id: &PipelineId, action: &str) -> Result<Pipeline, Problem> {
    let saved = by_id(&mut tx, id).await?;
    let details = json!({ "name": saved.name, "stages": saved.stages.iter().map(|s| &s.name).collect::<Vec<_>>() });
    audit::note(b, &mut tx, Some(who), action, format!("pipeline:{id}"), details).await?;
    tx.commit().await?;
    Ok(saved)
}

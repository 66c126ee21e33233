//! The tables of pipelines, their stages, and why deals are lost. They are few: they are read together.

use super::{Answer, Fault, On, each, statements};
use domain::ids::{LostReasonId, PipelineId, StageId};
use domain::names;
use domain::pipelines::{LostReason, Pipeline, Stage, StageDraft, StageKind};
use domain::times::Millis;

statements! {
    PIPELINES = "select id, name, active from pipelines order by position, id";
    STAGES = "select id, pipeline_id, name, kind, probability from stages order by pipeline_id, position, id";
    REASONS = "select id, pipeline_id, name from lost_reasons where active order by pipeline_id, position, id";
    NAME_TAKEN = "select count(*) from pipelines where name_fold = $1 and id <> $2";
    INSERT = "insert into pipelines (id, name, name_fold, position, active, created_at, updated_at) \
              select $1, $2, $3, coalesce(max(position), 0) + 1, $4, $5, $5 from pipelines";
    UPDATE = "update pipelines set name = $2, name_fold = $3, active = $4, updated_at = $5 where id = $1";
    PUT_STAGE = "insert into stages (id, pipeline_id, name, position, kind, probability) \
                 values ($1, $2, $3, $4, $5, $6) on conflict (id) do update set name = excluded.name, \
                 position = excluded.position, kind = excluded.kind, probability = excluded.probability";
    DROP_STAGE = "delete from stages where id = $1";
    AT_STAGE = "select count(*) from (select 1 from deals where stage_id = $1 limit 1) as one";
    PUT_REASON = "insert into lost_reasons (id, pipeline_id, name, position, active) values ($1, $2, $3, $4, true) \
                  on conflict (id) do update set name = excluded.name, position = excluded.position";
    DROP_REASON = "update lost_reasons set active = false where id = $1";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    name: String,
    active: bool,
}

#[derive(sqlx::FromRow)]
struct StageRow {
    id: String,
    pipeline_id: String,
    name: String,
    kind: String,
    probability: i64,
}

impl StageRow {
    fn stage(&self) -> Answer<Stage> {
        stage(&self.id, &self.name, &self.kind, self.probability)
    }
}

/// A stage as it is stored, here or beside a deal.
pub(super) fn stage(id: &str, name: &str, kind: &str, probability: i64) -> Answer<Stage> {
    Ok(Stage {
        id: StageId::new(id),
        name: name.to_owned(),
        kind: StageKind::from_stored(kind).ok_or(Fault::Stored("stage"))?,
        probability: u8::try_from(probability).map_err(|_| Fault::Stored("stage"))?,
    })
}

/// All of them, in order.
pub(crate) async fn all(mut db: On<'_>) -> Answer<Vec<Pipeline>> {
    let rows: Vec<Row> = each!(&mut db, link => sqlx::query_as(PIPELINES).fetch_all(&mut **link).await)?;
    let stages: Vec<StageRow> = each!(&mut db, link => sqlx::query_as(STAGES).fetch_all(&mut **link).await)?;
    let reasons: Vec<(String, String, String)> = each!(db, link => sqlx::query_as(REASONS).fetch_all(link).await)?;
    rows.into_iter()
        .map(|row| {
            let of_it = stages.iter().filter(|stage| stage.pipeline_id == row.id);
            let why = reasons.iter().filter(|(_, pipeline, _)| *pipeline == row.id);
            let reason = |(id, _, name): &(String, String, String)| LostReason {
                id: LostReasonId::new(id.clone()),
                name: name.clone(),
            };
            Ok(Pipeline {
                stages: of_it.map(StageRow::stage).collect::<Answer<_>>()?,
                lost_reasons: why.map(reason).collect(),
                id: PipelineId::new(row.id),
                name: row.name,
                active: row.active,
            })
        })
        .collect()
}

/// Whether another one is called so, accents and case aside.
pub(crate) async fn name_taken(db: On<'_>, name: &str, except: &PipelineId) -> Answer<bool> {
    let others = each!(db, link => sqlx::query_scalar::<_, i64>(NAME_TAKEN)
        .bind(names::fold(name)).bind(except.as_str()).fetch_one(link).await)?;
    Ok(others > 0)
}

/// A new one, the last in order, without stages.
pub(crate) async fn insert(db: On<'_>, id: &PipelineId, name: &str, active: bool, at: Millis) -> Answer<()> {
    each!(db, link => sqlx::query(INSERT)
        .bind(id.as_str()).bind(name).bind(names::fold(name)).bind(active).bind(at.0)
        .execute(link).await.map(drop))?;
    Ok(())
}

/// Another name, and whether new deals can begin in it.
pub(crate) async fn update(db: On<'_>, id: &PipelineId, name: &str, active: bool, at: Millis) -> Answer<()> {
    each!(db, link => sqlx::query(UPDATE)
        .bind(id.as_str()).bind(name).bind(names::fold(name)).bind(active).bind(at.0)
        .execute(link).await.map(drop))?;
    Ok(())
}

/// A stage as it is from now on, in its place from 1.
pub(crate) async fn put_stage(
    db: On<'_>,
    of: &PipelineId,
    id: &StageId,
    draft: &StageDraft,
    position: i64,
) -> Answer<()> {
    each!(db, link => sqlx::query(PUT_STAGE)
        .bind(id.as_str())
        .bind(of.as_str())
        .bind(&draft.name)
        .bind(position)
        .bind(draft.kind.as_str())
        .bind(i64::from(draft.probability))
        .execute(link).await.map(drop))?;
    Ok(())
}

/// Takes away a stage at which there never was a deal.
pub(crate) async fn drop_stage(db: On<'_>, id: &StageId) -> Answer<()> {
    each!(db, link => sqlx::query(DROP_STAGE).bind(id.as_str()).execute(link).await.map(drop))?;
    Ok(())
}

/// Whether a deal is at a stage, also one that is hidden.
pub(crate) async fn in_use(db: On<'_>, stage: &StageId) -> Answer<bool> {
    let some = each!(db, link => sqlx::query_scalar::<_, i64>(AT_STAGE)
        .bind(stage.as_str()).fetch_one(link).await)?;
    Ok(some > 0)
}

/// A reason as it is from now on, in its place from 1.
pub(crate) async fn put_reason(
    db: On<'_>,
    of: &PipelineId,
    id: &LostReasonId,
    name: &str,
    position: i64,
) -> Answer<()> {
    each!(db, link => sqlx::query(PUT_REASON)
        .bind(id.as_str()).bind(of.as_str()).bind(name).bind(position).execute(link).await.map(drop))?;
    Ok(())
}

/// Nobody can choose a reason any more; deals that were lost for it keep it.
pub(crate) async fn drop_reason(db: On<'_>, id: &LostReasonId) -> Answer<()> {
    each!(db, link => sqlx::query(DROP_REASON).bind(id.as_str()).execute(link).await.map(drop))?;
    Ok(())
}

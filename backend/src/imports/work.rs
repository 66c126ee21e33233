//! Going on with imports: one at a time, part by part, wherever the last server stopped.

use super::{check, run, undo};
use crate::db::imports::{self as table, Line};
use crate::{Backend, custom, db, rights, scope};
use domain::access::{Actor, Role, Scope};
use domain::custom::{CustomField, Entity};
use domain::customers::CustomerDraft;
use domain::ids::{ImportId, StaffId};
use domain::imports::{ImportPlan, Owners, RowProblem, State, read};
use domain::problem::Problem;
use domain::times::{Millis, SECOND};
use std::sync::Arc;

/// A server that is not heard of for so long no longer goes on with its import.
const TURN: i64 = 10 * SECOND;

/// Goes on with the import that waits longest, until it is done or somebody stops it. To be called often; of several
/// servers one goes on with each.
///
/// # Errors
/// [`Problem::Unavailable`] only; it is tried again a little later.
pub async fn work(b: &Backend) -> Result<(), Problem> {
    let Some(id) = table::due(b.read().await?.on(), b.now()).await? else { return Ok(()) };
    let mut tx = b.write().await?;
    let is_ours = table::claim(tx.on(), &id, b.now(), turn(b)).await?;
    tx.commit().await?;
    if !is_ours {
        return Ok(());
    }
    go_on(b, &id).await?;
    let mut tx = b.write().await?;
    table::release(tx.on(), &id).await?;
    Ok(tx.commit().await?)
}

/// Until when nobody else goes on with what we go on with.
pub(super) fn turn(b: &Backend) -> Millis {
    b.now().plus(TURN)
}

async fn go_on(b: &Backend, id: &ImportId) -> Result<(), Problem> {
    let Some(row) = table::by_id(b.read().await?.on(), id).await? else { return Ok(()) };
    match row.state()? {
        State::Checking => check::all(b, &Job::of(b, id, &row).await?).await,
        State::Running => run::all(b, &Job::of(b, id, &row).await?, row.next_part, row.counts()?).await,
        State::Undoing => undo::all(b, id, &actor(b, &row), row.undone()?).await,
        _ => Ok(()),
    }
}

fn actor(b: &Backend, row: &table::Row) -> Actor {
    let role = Role::from_stored(&row.staff_role).unwrap_or(Role::Agent);
    rights::actor(b, StaffId::new(row.staff_id.clone()), role)
}

/// What is needed for each part of an import.
#[derive(Clone)]
pub(super) struct Job {
    pub(super) id: ImportId,
    /// Whose it is.
    pub(super) who: Actor,
    pub(super) scope: Scope,
    pub(super) plan: Arc<ImportPlan>,
    /// The installation's own fields of customers.
    pub(super) fields: Arc<Vec<CustomField>>,
    owners: Arc<Owners>,
}

/// A part of a file, read.
pub(super) struct Part {
    pub(super) lines: Vec<Line>,
    /// What each line says of whom.
    pub(super) read: Vec<Result<CustomerDraft, Vec<RowProblem>>>,
}

impl Job {
    async fn of(b: &Backend, id: &ImportId, row: &table::Row) -> Result<Self, Problem> {
        let who = actor(b, row);
        let mut read = b.read().await?;
        let staff = db::staff::list(read.on()).await?;
        let staff: Vec<_> =
            staff.iter().filter(|row| row.active).map(|row| (StaffId::new(row.id.clone()), row)).collect();
        let owners = Owners::of(staff.iter().map(|(id, row)| (id, row.name.as_str(), row.email.as_str())));
        Ok(Self {
            id: id.clone(),
            scope: scope::of(read.on(), &who).await?,
            who,
            plan: Arc::new(row.plan()?.unwrap_or_default()),
            fields: Arc::new(custom::of(read.on(), Entity::Customer).await?),
            owners: Arc::new(owners),
        })
    }

    /// Reads a part; `None` after the last.
    pub(super) async fn part(&self, b: &Backend, number: i64) -> Result<Option<Part>, Problem> {
        let Some(content) = table::part(b.read().await?.on(), &self.id, number).await? else { return Ok(None) };
        let (plan, owners, fields) = (self.plan.clone(), self.owners.clone(), self.fields.clone());
        let part = aside(move || {
            let lines = table::lines(&content)?;
            let read = lines.iter().map(|(_, cells)| read(cells, &plan, &owners, &fields)).collect();
            Ok::<_, db::Fault>(Part { lines, read })
        });
        Ok(Some(part.await??))
    }
}

impl Part {
    /// Whom the rows that can be taken describe.
    pub(super) fn drafts(&self) -> impl Iterator<Item = &CustomerDraft> {
        self.read.iter().filter_map(|read| read.as_ref().ok())
    }
}

/// Thinks without keeping others waiting.
pub(super) async fn aside<T: Send + 'static>(think: impl FnOnce() -> T + Send + 'static) -> Result<T, Problem> {
    tokio::task::spawn_blocking(think).await.map_err(|error| {
        tracing::error!(%error, "a part of an import could not be thought through");
        Problem::Unavailable
    })
}

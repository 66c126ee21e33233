//! The contact centre's queues, and which of our teams serves each.

use super::centre::Centre;
use crate::permit::May;
use crate::{Backend, routing};
use domain::access::{Action, Actor};
use domain::directory::NamedQueue;
use domain::ids::TeamId;
use domain::problem::Problem;
use domain::routing::ServedQueue;
use domain::stringee::queue;
use domain::telephone::Provider;
use std::collections::HashMap;

/// The contact centre's queues by their names.
///
/// # Errors
/// [`Problem::Telephone`] where it could not be asked.
pub(crate) async fn named_queues(b: &Backend) -> Result<Vec<NamedQueue>, Problem> {
    let rows = Centre::of(b).await?.all("/v1/queue", "queues").await?;
    Ok(rows.iter().filter_map(queue).map(|(id, name)| NamedQueue { id, name }).collect())
}

/// Every queue that the contact centre has now.
///
/// # Errors
/// [`Problem::Forbidden`] but for admins; [`Problem::Telephone`] where it could not be asked.
pub async fn served_queues(b: &Backend, who: &Actor) -> Result<Vec<ServedQueue>, Problem> {
    who.may(Action::ManageTelephone)?;
    let teams: HashMap<String, TeamId> = routing::queues(b, who, Provider::Stringee).await?.into_iter().collect();
    let served = |NamedQueue { id, name }| ServedQueue { team: teams.get(&id).cloned(), id, name };
    Ok(named_queues(b).await?.into_iter().map(served).collect())
}

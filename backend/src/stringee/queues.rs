//! The contact centre's queues, and which of our teams serves each.

use super::centre::Centre;
use crate::permit::May;
use crate::{Backend, routing};
use domain::access::{Action, Actor};
use domain::ids::TeamId;
use domain::problem::Problem;
use domain::routing::ServedQueue;
use domain::stringee::queue;
use domain::telephone::Provider;
use std::collections::HashMap;

/// Every queue that the contact centre has now.
///
/// # Errors
/// [`Problem::Forbidden`] but for admins; [`Problem::Telephone`] where it could not be asked.
pub async fn served_queues(b: &Backend, who: &Actor) -> Result<Vec<ServedQueue>, Problem> {
    who.may(Action::ManageTelephone)?;
    let teams: HashMap<String, TeamId> = routing::queues(b, who, Provider::Stringee).await?.into_iter().collect();
    let rows = Centre::of(b).await?.all("/v1/queue", "queues").await?;
    let served = |(id, name): (String, String)| ServedQueue { team: teams.get(&id).cloned(), id, name };
    Ok(rows.iter().filter_map(queue).map(served).collect())
}

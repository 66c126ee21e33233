//! What the contact centre knows of everybody's telephones, asked every few seconds: routing and the floor go by it.

use super::account::Account;
use super::centre::Centre;
use crate::{Backend, db};
use domain::problem::Problem;
use domain::stringee::seat_rows;
use domain::telephone::Provider;

/// Asks what every seat does, and keeps it. Without an account, or while the contact centre does not answer, what is known
/// stays as it is and grows old.
///
/// # Errors
/// [`Problem::Unavailable`] or [`Problem::Telephone`].
pub async fn watch(b: &Backend) -> Result<(), Problem> {
    if Account::stored(b).await?.is_none() {
        return Ok(());
    }
    let agents = Centre::of(b).await?.all("/v1/agent", "agents").await?;
    let rows = seat_rows(&agents, b.now());
    let mut tx = b.write().await?;
    for (seat, row) in &rows {
        if let Some(member) = db::staff::at_seat(tx.on(), Provider::Stringee, seat).await? {
            db::telephone_states::put(tx.on(), &member, &row.id, &row.telephone).await?;
        }
    }
    Ok(tx.commit().await?)
}

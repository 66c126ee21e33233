//! What the contact centre knows of everybody's telephones, asked every few seconds: routing and the floor go by it.

use super::account::Account;
use super::centre::Centre;
use super::seats::seat;
use crate::db::Tx;
use crate::db::routing::{Seated, seated};
use crate::{Backend, db};
use domain::live::Change;
use domain::problem::Problem;
use domain::stringee::{SeatRow, seat_rows};
use domain::telephone::Provider;
use futures_util::future::try_join_all;
use std::collections::HashMap;

/// Asks what every seat does, and keeps it; whoever watches the floor is told of what changed. Without an account, or
/// while the contact centre does not answer, what is known stays as it is and grows old.
///
/// # Errors
/// [`Problem::Unavailable`] or [`Problem::Telephone`].
pub async fn watch(b: &Backend) -> Result<(), Problem> {
    if Account::stored(b).await?.is_none() {
        return Ok(());
    }
    let asked_at = b.now(); // what happens while it answers, it may not say
    let agents = Centre::of(b).await?.all("/v1/agent", "agents").await?;
    let rows = seat_rows(&agents, asked_at);
    let mut tx = b.write().await?;
    let seated = seated(tx.on(), Provider::Stringee).await?;
    let at_seats: HashMap<&str, &Seated> = seated.iter().map(|one| (one.seat.as_str(), one)).collect();
    for (seat, row) in &rows {
        let Some(one) = at_seats.get(seat.as_str()) else { continue };
        keep(&mut tx, one, row).await?;
    }
    Ok(tx.commit().await?)
}

/// Asks anew what these members' telephones do, and keeps it.
pub(super) async fn ask_again(b: &Backend, members: &[&Seated]) -> Result<(), Problem> {
    let rows = try_join_all(members.iter().map(|one| seat(b, &one.seat))).await?;
    let mut tx = b.write().await?;
    for (one, row) in members.iter().zip(&rows) {
        keep(&mut tx, one, row).await?;
    }
    Ok(tx.commit().await?)
}

async fn keep(tx: &mut Tx, one: &Seated, row: &SeatRow) -> Result<(), Problem> {
    db::telephone_states::put(tx.on(), &one.member, &row.id, &row.telephone).await?;
    if row.telephone.is_news(one.telephone.as_ref()) {
        tx.tell(Change::Member { member: one.member.clone(), team: one.team.clone() });
    }
    Ok(())
}

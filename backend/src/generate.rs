//! Many customers and calls quickly, to measure with: the same ones in a database that holds as many before.

mod calls;
mod matching;

pub use calls::calls;
pub use matching::matching;

use crate::db::bulk_calls;
use crate::made_up::{Chance, Inventor, store};
use crate::{Backend, db};
use domain::ids::StaffId;
use domain::problem::Problem;

/// Customers stored together. Many at a time touch each page of an index once instead of once for each batch.
const BATCH: u64 = 50_000;

/// Adds so many made-up customers. For the console of the server: nobody is signed in there.
///
/// # Errors
/// [`Problem::Unavailable`] only.
pub async fn customers(b: &Backend, count: u64) -> Result<(), Problem> {
    let staff = db::staff::list(b.read().await?.on()).await?;
    let owners: Vec<StaffId> = staff.into_iter().map(|member| StaffId::new(member.id)).collect();
    let there = bulk_calls::customers_there(b.read().await?.on()).await?.unsigned_abs();
    let mut done = 0;
    while done < count {
        let some = BATCH.min(count - done);
        // Another seed for each batch and run: repeated runs add other people.
        let seed = there + done;
        let (backend, owners) = (b.clone(), owners.clone());
        let invent = move || {
            let new_id = || backend.new_id();
            let mut inventor =
                Inventor { chance: Chance::new(seed), new_id: &new_id, owners: &owners, now: backend.now() };
            (0..some).map(|_| inventor.customer()).collect::<Vec<_>>()
        };
        let people = in_the_background(invent).await?;
        let mut tx = b.write().await?;
        db::make_room(&mut tx).await?;
        store(&mut tx, &people, &|| b.new_id()).await?;
        tx.commit().await?;
        done += some;
    }
    let mut tx = b.write().await?;
    db::settle(&mut tx).await?;
    Ok(tx.commit().await?)
}

/// Makes something up without keeping others waiting.
async fn in_the_background<T: Send + 'static>(invent: impl FnOnce() -> T + Send + 'static) -> Result<T, Problem> {
    tokio::task::spawn_blocking(invent).await.map_err(|error| {
        tracing::error!(%error, "nothing could be made up");
        Problem::Unavailable
    })
}

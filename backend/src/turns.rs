//! What one server does for all of them: sweeps, reading a provider's history, watching telephones. A server that has the
//! turn keeps it while it lives and gives it back when it stops; of one that died it is over soon after.

use crate::Backend;
use crate::db;
use domain::problem::Problem;
use domain::times::{Millis, SECOND};
use std::sync::atomic::{AtomicI64, Ordering};

/// A turn that was missed twice is over after so long.
const LATE: i64 = 10 * SECOND;
/// Nobody asks the database more often.
const AGAIN: i64 = 5 * SECOND;

/// One kind of work, and whether it is this server's turn to do it.
#[derive(Debug)]
pub struct Turn {
    name: &'static str,
    /// How long it is kept without being asked for, in milliseconds.
    kept: i64,
    /// Until when it is ours; 0 when it is not.
    until: AtomicI64,
    /// When the database is asked next.
    ask_at: AtomicI64,
}

impl Turn {
    /// The turn to do work of this name, not yet taken. Whoever has it does the work every so many milliseconds.
    pub const fn of(name: &'static str, every: i64) -> Self {
        let every = if every > AGAIN { every } else { AGAIN };
        Self { name, kept: 2 * every + LATE, until: AtomicI64::new(0), ask_at: AtomicI64::new(0) }
    }

    /// The name of the work.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// Whether this server is to do the work now: to be asked each time it is due. Asks the database every few seconds only; where there is one process by
    /// nature (SQLite), it is always its turn.
    ///
    /// # Errors
    /// [`Problem::Unavailable`] only; then nobody knows whose turn it is, and the work is left.
    pub async fn is_ours(&self, b: &Backend) -> Result<bool, Problem> {
        if b.is_alone() {
            return Ok(true);
        }
        let now = b.now();
        if now.0 < self.ask_at.load(Ordering::Relaxed) {
            return Ok(now.0 < self.until.load(Ordering::Relaxed));
        }
        let until = Millis(now.0 + self.kept);
        let mut tx = b.write().await?;
        let ours = db::turns::take(tx.on(), self.name, b.instance(), now, until).await?;
        tx.commit().await?;
        self.until.store(if ours { until.0 } else { 0 }, Ordering::Relaxed);
        self.ask_at.store(now.0 + AGAIN, Ordering::Relaxed);
        Ok(ours)
    }
}

/// Gives every turn of this server back: it stops. Another one goes on at once.
///
/// # Errors
/// [`Problem::Unavailable`] only; then they are over a little later.
pub async fn give_back(b: &Backend) -> Result<(), Problem> {
    if b.is_alone() {
        return Ok(());
    }
    let mut tx = b.write().await?;
    db::turns::give_back(tx.on(), b.instance()).await?;
    Ok(tx.commit().await?)
}

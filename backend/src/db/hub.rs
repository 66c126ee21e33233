//! What one part of the product changes, every open page must hear: within a process by a channel, between servers by
//! PostgreSQL's own notifications. On SQLite there is only one process.

use super::{Answer, Db};
use domain::live::Change;
use sqlx::postgres::PgListener;
use sqlx::{PgPool, Postgres, Transaction};
use std::time::Duration;
use tokio::sync::broadcast;

/// The name the servers speak under.
const CHANNEL: &str = "alo_changes";
/// Changes that a slow listener may fall behind before it is told to ask for everything anew.
const BEHIND: usize = 4_096;
/// The pause before the database is asked again to tell.
const PAUSE: Duration = Duration::from_secs(1);

/// Where changes are told and heard.
#[derive(Clone)]
pub(crate) struct Hub(broadcast::Sender<Change>);

impl Hub {
    pub(crate) fn new() -> Self {
        Self(broadcast::channel(BEHIND).0)
    }

    /// Every change from now on.
    pub(crate) fn listen(&self) -> broadcast::Receiver<Change> {
        self.0.subscribe()
    }

    pub(super) fn tell(&self, change: Change) {
        // Refused only when nobody listens.
        let _ = self.0.send(change);
    }

    /// Takes over what the servers of one PostgreSQL tell each other, this one included, until the pool is closed.
    pub(crate) fn follow(&self, db: &Db) {
        if let Db::Postgres(pool) = db {
            tokio::spawn(follow(self.clone(), pool.clone()));
        }
    }
}

async fn follow(hub: Hub, pool: PgPool) {
    while !pool.is_closed() {
        let lost = async {
            let mut listener = PgListener::connect_with(&pool).await?;
            listener.listen(CHANNEL).await?;
            // What was told while nobody listened is not told again.
            hub.tell(Change::Everything);
            while let Some(told) = listener.try_recv().await? {
                match serde_json::from_str(told.payload()) {
                    Ok(change) => hub.tell(change),
                    Err(error) => tracing::warn!(%error, "another server tells of a change that is not known here"),
                }
            }
            Ok::<(), sqlx::Error>(())
        };
        if let Err(error) = lost.await
            && !pool.is_closed()
        {
            tracing::warn!(%error, "changes of other servers cannot be heard");
        }
        tokio::select! {
            () = tokio::time::sleep(PAUSE) => {}
            () = pool.close_event() => {}
        }
    }
}

/// Tells a change to every server when the transaction is kept.
pub(super) async fn notify(tx: &mut Transaction<'static, Postgres>, change: &Change) -> Answer<()> {
    let told = serde_json::to_string(change).map_err(|_| super::Fault::Stored("change"))?;
    sqlx::query("select pg_notify($1, $2)").bind(CHANNEL).bind(told).execute(&mut **tx).await?;
    Ok(())
}

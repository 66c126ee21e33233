//! What one part of the product changes, every open page must hear: within a process by a channel, between servers by
//! PostgreSQL's own notifications. On SQLite there is only one process.

use super::{Answer, Db, Fault};
use domain::live::Change;
use sqlx::postgres::PgListener;
use sqlx::{Executor, PgPool};
use std::time::Duration;
use tokio::sync::broadcast::{self, Receiver, Sender};
use tokio::sync::mpsc::{self, UnboundedReceiver, UnboundedSender};

/// The name the servers speak under.
const CHANNEL: &str = "alo_changes";
/// Changes that a slow listener may fall behind before it is told to ask for everything anew.
const BEHIND: usize = 4_096;
/// The pause before the database is asked again to tell.
const PAUSE: Duration = Duration::from_secs(1);

/// Changes told to the other servers together.
const TOGETHER: usize = 100;

/// Where changes are told and heard.
#[derive(Clone)]
pub(crate) struct Hub {
    /// To the open pages of this process.
    here: Sender<Change>,
    /// To every server, this one included; `None` where there is only one.
    everywhere: Option<UnboundedSender<Change>>,
}

impl Hub {
    /// The hub of everybody who works with this database; heard until its pool is closed.
    pub(crate) fn of(db: &Db) -> Self {
        let here = broadcast::channel(BEHIND).0;
        let everywhere = match db {
            Db::Sqlite { .. } => None,
            Db::Postgres(pool) => {
                let (everywhere, changes) = mpsc::unbounded_channel();
                tokio::spawn(follow(here.clone(), pool.clone()));
                tokio::spawn(speak(changes, here.clone(), pool.clone()));
                Some(everywhere)
            }
        };
        Self { here, everywhere }
    }

    /// Every change from now on.
    pub(crate) fn listen(&self) -> Receiver<Change> {
        self.here.subscribe()
    }

    /// Tells a change that has been committed.
    pub(super) fn tell(&self, change: Change) {
        match &self.everywhere {
            // Refused only when the pool is closed.
            Some(everywhere) => _ = everywhere.send(change),
            // Refused only when nobody listens.
            None => _ = self.here.send(change),
        }
    }
}

/// Tells the servers what was committed, many changes at once. Not within the transactions that made them: of those that
/// notify, PostgreSQL lets one at a time commit, and everybody would wait for everybody's disk. Should this process die
/// in between, its own pages connect anew and ask for everything; those of others show it with their next question.
async fn speak(mut changes: UnboundedReceiver<Change>, here: Sender<Change>, pool: PgPool) {
    let mut some = Vec::new();
    while changes.recv_many(&mut some, TOGETHER).await > 0 {
        if let Err(error) = notify(&pool, &some).await {
            if pool.is_closed() {
                return;
            }
            tracing::warn!(%error, "changes cannot be told to other servers");
            some.iter().for_each(|change| _ = here.send(change.clone()));
        }
        some.clear();
    }
}

async fn notify(pool: &PgPool, changes: &[Change]) -> Answer<()> {
    let told: Result<Vec<String>, _> = changes.iter().map(serde_json::to_string).collect();
    let told = told.map_err(|_| Fault::Stored("change"))?;
    let mut tx = pool.begin().await?;
    // Nothing is written that would have to outlive a power failure.
    tx.execute("set local synchronous_commit = off").await?;
    let notify = sqlx::query("select pg_notify($1, told) from unnest($2::text[]) as told");
    notify.bind(CHANNEL).bind(told).execute(&mut *tx).await?;
    Ok(tx.commit().await?)
}

/// Takes over what the servers tell each other.
async fn follow(here: Sender<Change>, pool: PgPool) {
    while !pool.is_closed() {
        let lost = async {
            let mut listener = PgListener::connect_with(&pool).await?;
            listener.listen(CHANNEL).await?;
            // What was told while nobody listened is not told again.
            _ = here.send(Change::Everything);
            while let Some(told) = listener.try_recv().await? {
                match serde_json::from_str(told.payload()) {
                    Ok(change) => _ = here.send(change),
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

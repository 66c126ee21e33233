//! Browser sessions in the database, for tower-sessions.

use crate::Backend;
use crate::db::{self, Fault};
use crate::sign_in;
use async_trait::async_trait;
use domain::problem::Problem;
use domain::times::Millis;
use tower_sessions_core::SessionStore;
use tower_sessions_core::session::{Id, Record};
use tower_sessions_core::session_store::{Error, Result};

/// Keeps sessions in the table of sessions.
#[derive(Clone, Debug)]
pub struct Store(Backend);

impl Store {
    /// Sessions of this backend.
    pub fn new(backend: &Backend) -> Self {
        Self(backend.clone())
    }
}

/// Removes what has expired, sessions and remembered failures to sign in; tells how many sessions. To be called now
/// and then.
///
/// # Errors
/// [`Problem::Unavailable`] only.
pub async fn delete_expired(b: &Backend) -> std::result::Result<u64, Problem> {
    let now = b.now();
    let mut tx = b.write().await?;
    let removed = db::sessions::delete_expired(tx.on(), now).await?;
    sign_in::sweep(&mut tx, now).await?;
    tx.commit().await?;
    Ok(removed)
}

#[async_trait]
impl SessionStore for Store {
    async fn create(&self, record: &mut Record) -> Result<()> {
        let mut tx = self.0.write().await.map_err(failed)?;
        while !db::sessions::insert(tx.on(), &record.id.to_string(), &data(record)?, expiry(record))
            .await
            .map_err(failed)?
        {
            record.id = Id::default();
        }
        tx.commit().await.map_err(failed)
    }

    async fn save(&self, record: &Record) -> Result<()> {
        let mut tx = self.0.write().await.map_err(failed)?;
        let saved = db::sessions::save(tx.on(), &record.id.to_string(), &data(record)?, expiry(record)).await;
        saved.map_err(failed)?;
        tx.commit().await.map_err(failed)
    }

    async fn load(&self, id: &Id) -> Result<Option<Record>> {
        let mut read = self.0.read().await.map_err(failed)?;
        let stored = db::sessions::load(read.on(), &id.to_string(), self.0.now()).await.map_err(failed)?;
        stored.map(|text| serde_json::from_str(&text).map_err(|e| Error::Decode(e.to_string()))).transpose()
    }

    async fn delete(&self, id: &Id) -> Result<()> {
        let mut tx = self.0.write().await.map_err(failed)?;
        db::sessions::delete(tx.on(), &id.to_string()).await.map_err(failed)?;
        tx.commit().await.map_err(failed)
    }
}

fn data(record: &Record) -> Result<String> {
    serde_json::to_string(record).map_err(|e| Error::Encode(e.to_string()))
}

fn expiry(record: &Record) -> Millis {
    Millis::from_seconds(record.expiry_date.unix_timestamp())
}

// tower-sessions writes it to the log.
fn failed(fault: Fault) -> Error {
    Error::Backend(fault.to_string())
}

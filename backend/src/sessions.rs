//! Browser sessions in the database, for tower-sessions.

use crate::Backend;
use crate::db::{self, Answer, Fault};
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
        while !self.insert(record, &data(record)?).await.map_err(|fault| told(&fault))? {
            record.id = Id::default();
        }
        Ok(())
    }

    async fn save(&self, record: &Record) -> Result<()> {
        self.replace(record, &data(record)?).await.map_err(|fault| told(&fault))
    }

    async fn load(&self, id: &Id) -> Result<Option<Record>> {
        let stored = self.stored(id).await.map_err(|fault| told(&fault))?;
        stored.map(|text| serde_json::from_str(&text).map_err(|e| Error::Decode(e.to_string()))).transpose()
    }

    async fn delete(&self, id: &Id) -> Result<()> {
        self.remove(id).await.map_err(|fault| told(&fault))
    }
}

impl Store {
    async fn insert(&self, record: &Record, data: &str) -> Answer<bool> {
        let mut tx = self.0.write().await?;
        let inserted = db::sessions::insert(tx.on(), &record.id.to_string(), data, expiry(record)).await?;
        tx.commit().await?;
        Ok(inserted)
    }

    async fn replace(&self, record: &Record, data: &str) -> Answer<()> {
        let mut tx = self.0.write().await?;
        db::sessions::save(tx.on(), &record.id.to_string(), data, expiry(record)).await?;
        tx.commit().await
    }

    async fn stored(&self, id: &Id) -> Answer<Option<String>> {
        db::sessions::load(self.0.read().await?.on(), &id.to_string(), self.0.now()).await
    }

    async fn remove(&self, id: &Id) -> Answer<()> {
        let mut tx = self.0.write().await?;
        db::sessions::delete(tx.on(), &id.to_string()).await?;
        tx.commit().await
    }
}

fn data(record: &Record) -> Result<String> {
    serde_json::to_string(record).map_err(|e| Error::Encode(e.to_string()))
}

fn expiry(record: &Record) -> Millis {
    Millis::from_seconds(record.expiry_date.unix_timestamp())
}

/// tower-sessions writes it to the log.
fn told(fault: &Fault) -> Error {
    Error::Backend(fault.to_string())
}

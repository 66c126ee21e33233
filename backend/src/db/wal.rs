//! SQLite's write-ahead log on the disk itself: what the server has acknowledged must outlive a power failure, too.
//!
//! SQLite could wait for the disk at each commit (`synchronous = full`), but there is one writer, and everybody would
//! wait for everybody's disk. Here it commits without waiting; whoever committed then waits for the next `fsync` of the
//! log, which serves all who committed before it began.

use super::{Answer, Fault};
use std::fs::File;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use tokio::sync::Mutex;

/// The log of one database file.
pub(crate) struct Wal {
    path: PathBuf,
    /// How many have committed.
    committed: AtomicU64,
    /// How many of them are on the disk.
    kept: Mutex<u64>,
}

impl Wal {
    /// The log beside a database file.
    pub(super) fn of(database: &Path) -> Self {
        let mut path = database.as_os_str().to_owned();
        path.push("-wal");
        Self { path: path.into(), committed: AtomicU64::new(0), kept: Mutex::new(0) }
    }

    /// Returns when everything committed before is on the disk.
    ///
    /// # Errors
    /// The disk's. What was committed is there, but may not outlive a power failure.
    pub(super) async fn keep(&self) -> Answer<()> {
        let mine = self.committed.fetch_add(1, Ordering::SeqCst) + 1;
        let mut kept = self.kept.lock().await;
        if *kept >= mine {
            return Ok(());
        }
        let all = self.committed.load(Ordering::SeqCst);
        let path = self.path.clone();
        let synced = tokio::task::spawn_blocking(move || sync(&path)).await.map_err(std::io::Error::other);
        synced.flatten().map_err(|error| Fault::Driver(sqlx::Error::Io(error)))?;
        *kept = all;
        Ok(())
    }
}

/// Without a log everything is in the database file already.
fn sync(path: &Path) -> std::io::Result<()> {
    match File::open(path) {
        Ok(log) => log.sync_data(),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    use super::Wal;
    use std::sync::Arc;

    #[tokio::test]
    async fn everybody_is_kept_and_few_wait_for_the_disk() {
        let folder = tempfile::tempdir().unwrap();
        let database = folder.path().join("a.db");
        std::fs::write(folder.path().join("a.db-wal"), "frames").unwrap();
        let wal = Arc::new(Wal::of(&database));
        let all = (0..100).map(|_| {
            let wal = wal.clone();
            tokio::spawn(async move { wal.keep().await })
        });
        for one in all.collect::<Vec<_>>() {
            one.await.unwrap().unwrap();
        }
        assert_eq!(*wal.kept.lock().await, 100);
    }

    #[tokio::test]
    async fn a_disk_that_fails_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let nothing_written = Wal::of(&folder.path().join("a.db"));
        assert!(nothing_written.keep().await.is_ok());
        std::fs::write(folder.path().join("no folder"), "").unwrap();
        assert!(Wal::of(&folder.path().join("no folder/a.db")).keep().await.is_err());
    }
}

//! A file on its way in: to the disk first, for its end tells as much of it as its beginning; then into the database.

use super::tables::{self, Table};
use crate::Backend;
use crate::db::imports::{self as table, Line};
use crate::permit::May;
use domain::access::{Action, Actor};
use domain::ids::ImportId;
use domain::imports::{FILE_MAX, FileProblem, Import};
use domain::names;
use domain::problem::Problem;
use tokio::fs::File;
use tokio::io::{AsyncSeekExt, AsyncWriteExt};
use tokio::sync::mpsc;

/// Parts that wait to be written.
const WAITING: usize = 4;
/// The longest name that is kept of a file, in characters.
const NAME_MAX: usize = 120;

/// A file on its way. Dropped, it is forgotten.
#[derive(Debug)]
pub struct Upload {
    b: Backend,
    who: Actor,
    name: String,
    file: File,
    size: u64,
}

impl Upload {
    /// Begins to take a file of this name.
    ///
    /// # Errors
    /// [`Problem::Forbidden`] for agents.
    pub async fn begin(b: &Backend, who: &Actor, name: &str) -> Result<Self, Problem> {
        who.may(Action::ImportCustomers)?;
        let file = tokio::task::spawn_blocking(tempfile::tempfile).await.map_err(|_| Problem::Unavailable)?;
        let name = names::tidy(name).chars().take(NAME_MAX).collect();
        Ok(Self {
            b: b.clone(),
            who: who.clone(),
            name,
            file: File::from_std(file.map_err(|error| disk(&error))?),
            size: 0,
        })
    }

    /// Takes the next bytes.
    ///
    /// # Errors
    /// [`Problem::File`] once there are too many.
    pub async fn write(&mut self, bytes: &[u8]) -> Result<(), Problem> {
        self.size = self.size.saturating_add(bytes.len() as u64);
        if self.size > FILE_MAX {
            return Err(Problem::File(FileProblem::TooLarge));
        }
        self.file.write_all(bytes).await.map_err(|error| disk(&error))
    }

    /// All bytes are here: reads them into the database.
    ///
    /// # Errors
    /// [`Problem::File`] when they are no table, or too large a one; nothing is kept then.
    pub async fn finish(mut self) -> Result<Import, Problem> {
        self.file.flush().await.map_err(|error| disk(&error))?;
        self.file.rewind().await.map_err(|error| disk(&error))?;
        let b = self.b;
        let id = ImportId::new(b.new_id());
        let mut tx = b.write().await?;
        table::insert(tx.on(), &id, &self.who.id, &self.name, b.now()).await?;
        tx.commit().await?;
        let read = read(&b, &id, self.file).await;
        let mut tx = b.write().await?;
        match &read {
            Ok(file) => table::is_read(tx.on(), &id, &file.source, &file.heads, file.rows).await?,
            Err(_) => table::forget(tx.on(), &id).await?,
        }
        tx.commit().await?;
        read?;
        super::get(&b, &self.who, &id).await
    }
}

/// Reads a file in a thread of its own, and writes its parts as they come.
async fn read(b: &Backend, id: &ImportId, file: File) -> Result<Table, Problem> {
    let file = file.into_std().await;
    let (send, mut parts) = mpsc::channel::<Vec<Line>>(WAITING);
    let reader = tokio::task::spawn_blocking(move || tables::read(file, &mut |part| send.blocking_send(part).is_ok()));
    let mut number = 0;
    while let Some(part) = parts.recv().await {
        let mut tx = b.write().await?;
        table::insert_part(tx.on(), id, number, &part).await?;
        tx.commit().await?;
        number += 1;
    }
    reader.await.map_err(|_| Problem::Unavailable)?.map_err(Problem::File)
}

fn disk(error: &std::io::Error) -> Problem {
    tracing::error!(%error, "a file could not be kept for an import");
    Problem::Unavailable
}

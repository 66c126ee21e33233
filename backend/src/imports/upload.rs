//! A file on its way in: to the disk first, for its end tells as much of it as its beginning; then into the database.

use super::tables::{self, Table};
use crate::Backend;
use crate::db::imports::{self as table, Line};
use crate::permit::May;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use domain::access::{Action, Actor};
use domain::ids::ImportId;
use domain::imports::{FILE_MAX, FileProblem, Import, Source};
use domain::names;
use domain::problem::Problem;
use tokio::fs::File;
use tokio::io::{AsyncReadExt, AsyncSeekExt, AsyncWriteExt};
use tokio::sync::mpsc;

/// Parts that wait to be written.
const WAITING: usize = 4;
/// Bytes of a file that are kept together.
const PIECE: usize = 1024 * 1024;
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
        let name = names::tidy(name).chars().take(NAME_MAX).collect();
        Ok(Self { b: b.clone(), who: who.clone(), name, file: empty().await?, size: 0 })
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
        let bytes = self.file.try_clone().await.map_err(|error| disk(&error))?;
        match read(&b, &id, self.file, None).await {
            Ok(file) => {
                // A workbook says itself how it is written.
                if file.source != Source::Xlsx {
                    keep(&b, &id, bytes).await?;
                }
                is_read(&b, &id, &file).await?;
            }
            Err(problem) => {
                let mut tx = b.write().await?;
                table::forget(tx.on(), &id).await?;
                tx.commit().await?;
                return Err(problem);
            }
        }
        super::get(&b, &self.who, &id).await
    }
}

/// Reads a file that was kept once more, as somebody says; as before, should there be no row in it then.
pub(super) async fn read_again(b: &Backend, id: &ImportId, how: &Source, before: &Source) -> Result<(), Problem> {
    let asked = read(b, id, kept(b, id).await?, Some(how)).await;
    let file = match &asked {
        Ok(file) => file,
        Err(_) => &read(b, id, kept(b, id).await?, Some(before)).await?,
    };
    is_read(b, id, file).await?;
    asked.map(drop)
}

/// Its rows are here.
async fn is_read(b: &Backend, id: &ImportId, file: &Table) -> Result<(), Problem> {
    let mut tx = b.write().await?;
    table::is_read(tx.on(), id, &file.source, &file.heads, file.rows).await?;
    Ok(tx.commit().await?)
}

/// Keeps the bytes of a file, for as long as it may be read in another way.
async fn keep(b: &Backend, id: &ImportId, mut file: File) -> Result<(), Problem> {
    file.rewind().await.map_err(|error| disk(&error))?;
    for number in 0.. {
        let mut piece = Vec::with_capacity(PIECE);
        let length = (&mut file).take(PIECE as u64).read_to_end(&mut piece).await.map_err(|error| disk(&error))?;
        if length == 0 {
            break;
        }
        let mut tx = b.write().await?;
        table::insert_piece(tx.on(), id, number, &STANDARD.encode(&piece)).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// The bytes of a file that was kept.
async fn kept(b: &Backend, id: &ImportId) -> Result<File, Problem> {
    let mut file = empty().await?;
    for number in 0.. {
        let Some(piece) = table::piece(b.read().await?.on(), id, number).await? else { break };
        let bytes = STANDARD.decode(piece).map_err(|_| Problem::Unavailable)?;
        file.write_all(&bytes).await.map_err(|error| disk(&error))?;
    }
    file.flush().await.map_err(|error| disk(&error))?;
    file.rewind().await.map_err(|error| disk(&error))?;
    Ok(file)
}

/// A file that is gone when nobody holds it any more.
async fn empty() -> Result<File, Problem> {
    let file = tokio::task::spawn_blocking(tempfile::tempfile).await.map_err(|_| Problem::Unavailable)?;
    Ok(File::from_std(file.map_err(|error| disk(&error))?))
}

/// Reads a file in a thread of its own, and writes its parts as they come.
async fn read(b: &Backend, id: &ImportId, file: File, how: Option<&Source>) -> Result<Table, Problem> {
    let how = how.cloned();
    let mut tx = b.write().await?;
    table::forget_rows(tx.on(), id).await?;
    tx.commit().await?;
    let file = file.into_std().await;
    let (send, mut parts) = mpsc::channel::<Vec<Line>>(WAITING);
    let reader = tokio::task::spawn_blocking(move || {
        tables::read(file, how.as_ref(), &mut |part| send.blocking_send(part).is_ok())
    });
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

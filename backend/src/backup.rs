//! Everything the database holds, written down at one moment while work goes on, and taken up again: after a disaster,
//! on another machine, or by the other engine.
//!
//! A backup is gzipped text, a line of JSON each: what it is, then each table with its columns and rows, then how many
//! there were, so that one that was cut off is noticed. What is sealed stays sealed: the installation's key is not in it.

mod lines;

use crate::OpenError;
use crate::db::{self, Db, Fault, Hub, Tx, backup as table};
use domain::times::Millis;
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use lines::{End, Head, Line, Lines};
use serde::Serialize;
use serde_json::Value;
use std::io::{BufRead, BufReader, Read, Write};

/// What a backup holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    /// So many tables.
    pub tables: u64,
    /// So many rows in all of them.
    pub rows: u64,
}

/// Why nothing was written or taken up.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// The database.
    #[error(transparent)]
    Database(OpenError),
    /// The file.
    #[error("the backup cannot be read or written: {0}")]
    File(#[from] std::io::Error),
    /// The file is something else, or was cut off or changed.
    #[error("this is no whole backup: {0}")]
    Broken(&'static str),
    /// The backup was written by a newer program.
    #[error("the backup is of version {0}, which this program does not know: use a newer one")]
    Newer(i64),
    /// The database's tables have gone on since the backup was written.
    #[error("this database has tables that are newer than the backup: take it up into a database that has none yet")]
    Behind,
    /// Somebody works with this database.
    #[error("a backup is only taken up by an empty database, and this one has members")]
    NotEmpty,
}

impl From<Fault> for BackupError {
    fn from(fault: Fault) -> Self {
        Self::Database(OpenError(fault))
    }
}

/// Writes down everything that the database at `address` holds at this moment. Others go on reading and writing.
///
/// # Errors
/// [`BackupError::Database`] or [`BackupError::File`].
pub async fn write(address: &str, now: Millis, out: impl Write) -> Result<Held, BackupError> {
    let db = Db::open(address, None).await?;
    let done = written(&db, now, out).await;
    db.close().await;
    done
}

async fn written(db: &Db, now: Millis, out: impl Write) -> Result<Held, BackupError> {
    let mut out = GzEncoder::new(out, Compression::default());
    let mut moment = db.moment().await?;
    let version = table::version(moment.on()).await?;
    put(&mut out, &Head { alo_backup: lines::FORMAT, version, at: now.0 })?;
    let tables = table::tables(moment.on()).await?;
    let mut rows = 0;
    for one in &tables {
        put(&mut out, one)?;
        let take = |row: Vec<Value>| {
            rows += 1;
            put(&mut out, &row)
        };
        table::each_row(moment.on(), one, take).await?;
    }
    let held = Held { tables: tables.len() as u64, rows };
    put(&mut out, &End { tables: held.tables, rows: held.rows })?;
    out.finish()?.flush()?;
    Ok(held)
}

fn put(out: &mut impl Write, line: &impl Serialize) -> Result<(), BackupError> {
    serde_json::to_writer(&mut *out, line).map_err(std::io::Error::from)?;
    Ok(out.write_all(b"\n")?)
}

/// Takes a backup up into the empty database at `address`, and brings its tables up to date. What does not come to its
/// end changes nothing.
///
/// # Errors
/// Any of [`BackupError`].
pub async fn restore(address: &str, from: impl Read) -> Result<Held, BackupError> {
    let mut lines = Lines::of(BufReader::new(GzDecoder::new(from)));
    let Line::Head(head) = lines.next()? else { return Err(BackupError::Broken("it does not say what it is")) };
    if head.alo_backup != lines::FORMAT || !Db::knows(head.version) {
        return Err(BackupError::Newer(head.version));
    }
    let db = Db::connect(address).await?;
    db.bring_to(Some(head.version)).await?;
    let done = match table::version(db.read().await?.on()).await? {
        now if now > head.version => Err(BackupError::Behind),
        _ => taken_up(&db, &mut lines).await,
    };
    if done.is_ok() {
        db.bring_to(None).await?;
    }
    db.close().await;
    done
}

async fn taken_up(db: &Db, lines: &mut Lines<impl BufRead>) -> Result<Held, BackupError> {
    let mut tx = db.write(&Hub::of(db)).await?;
    if table::has_members(tx.on()).await? {
        return Err(BackupError::NotEmpty);
    }
    let tables = table::tables(tx.on()).await?;
    for one in tables.iter().rev() {
        table::clear(tx.on(), one).await?;
    }
    let held = filled(&mut tx, &tables, lines).await?;
    db::settle(&mut tx).await?;
    tx.commit().await?;
    Ok(held)
}

/// Fills the tables with what comes for them, up to the end.
async fn filled(tx: &mut Tx, tables: &[table::Table], lines: &mut Lines<impl BufRead>) -> Result<Held, BackupError> {
    let mut held = Held { tables: 0, rows: 0 };
    let mut into: Option<&table::Table> = None;
    let mut rows: Vec<Vec<Value>> = Vec::new();
    loop {
        let line = lines.next()?;
        let is_full = into.is_some_and(|one| rows.len() >= one.rows_at_once());
        if let (Some(one), true) = (into, !rows.is_empty() && (is_full || !matches!(line, Line::Row(_)))) {
            table::insert(tx.on(), one, &rows).await?;
            rows.clear();
        }
        match line {
            Line::Row(row) => {
                held.rows += 1;
                rows.push(fitting(row, into)?);
            }
            Line::Table(named) => {
                held.tables += 1;
                let known = tables.iter().find(|one| **one == named);
                into = Some(known.ok_or(BackupError::Broken("it has a table that its version does not have"))?);
            }
            Line::End(end) if (end.tables, end.rows) == (held.tables, held.rows) => return Ok(held),
            Line::End(_) => return Err(BackupError::Broken("it does not hold what it says")),
            Line::Head(_) => return Err(BackupError::Broken("it begins twice")),
        }
    }
}

fn fitting(row: Vec<Value>, into: Option<&table::Table>) -> Result<Vec<Value>, BackupError> {
    let fits = into.is_some_and(|one| {
        one.columns.len() == row.len() && one.columns.iter().zip(&row).all(|((_, kind), value)| kind.takes(value))
    });
    if fits { Ok(row) } else { Err(BackupError::Broken("a row does not fit its table")) }
}

//! The lines of a backup.

use super::BackupError;
use crate::db::backup::Table;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::io::{BufRead, ErrorKind};

/// How backups are written today.
pub(super) const FORMAT: u32 = 1;

/// The first line.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Head {
    /// How it is written.
    pub(super) alo_backup: u32,
    /// The last migration of the database.
    pub(super) version: i64,
    /// When it was written, in milliseconds.
    pub(super) at: i64,
}

/// The last line.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct End {
    /// So many tables came before it.
    pub(super) tables: u64,
    /// So many rows.
    pub(super) rows: u64,
}

/// Any line.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum Line {
    Row(Vec<Value>),
    Table(Table),
    End(End),
    Head(Head),
}

/// One line after another.
pub(super) struct Lines<R> {
    from: R,
    line: String,
}

impl<R: BufRead> Lines<R> {
    /// From the beginning.
    pub(super) fn of(from: R) -> Self {
        Self { from, line: String::new() }
    }

    /// The next; a backup that was cut off has none before its end.
    pub(super) fn next(&mut self) -> Result<Line, BackupError> {
        self.line.clear();
        match self.from.read_line(&mut self.line) {
            Ok(0) => Err(BackupError::Broken("it was cut off")),
            Ok(_) => serde_json::from_str(&self.line).map_err(|_| BackupError::Broken("a line cannot be read")),
            Err(error) => match error.kind() {
                ErrorKind::UnexpectedEof => Err(BackupError::Broken("it was cut off")),
                ErrorKind::InvalidInput | ErrorKind::InvalidData => {
                    Err(BackupError::Broken("it is not compressed as a backup is"))
                }
                _ => Err(error.into()),
            },
        }
    }
}

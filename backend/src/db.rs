//! The database: the only place that speaks SQL.
//!
//! One text serves SQLite and PostgreSQL alike: `$1` marks a parameter on both, and only what both understand is
//! written. What must differ is told apart by hand, here: how a connection is set up and how one writer waits for another.

mod cursor;
mod hub;
mod open;
mod statements;
mod wal;

pub(crate) mod accounts;
pub(crate) mod assignment;
pub(crate) mod attempts;
pub(crate) mod audit;
pub(crate) mod backup;
pub(crate) mod bulk;
pub(crate) mod bulk_calls;
pub(crate) mod bulk_changes;
pub(crate) mod call_events;
pub(crate) mod call_list;
pub(crate) mod calls;
pub(crate) mod centre;
pub(crate) mod centre_sounds;
pub(crate) mod centre_versions;
pub(crate) mod companies;
pub(crate) mod company_list;
pub(crate) mod custom;
pub(crate) mod customer_list;
pub(crate) mod customers;
pub(crate) mod deal_words;
pub(crate) mod deals;
pub(crate) mod deliveries;
pub(crate) mod dial_habits;
pub(crate) mod dial_policy;
pub(crate) mod directory;
pub(crate) mod dispositions;
pub(crate) mod duplicates;
pub(crate) mod figures;
mod filtering;
pub(crate) mod floor;
pub(crate) mod found_by;
pub(crate) mod handover;
pub(crate) mod history;
pub(crate) mod hotlines;
pub(crate) mod import_people;
pub(crate) mod imports;
pub(crate) mod listing;
pub(crate) mod members;
pub(crate) mod merges;
pub(crate) mod missed;
pub(crate) mod missed_list;
pub(crate) mod notes;
pub(crate) mod notices;
pub(crate) mod owners;
pub(crate) mod palette;
pub(crate) mod pipelines;
pub(crate) mod recordings;
pub(crate) mod rights;
pub(crate) mod routing;
pub(crate) mod sessions;
pub(crate) mod staff;
pub(crate) mod stringee;
pub(crate) mod tags;
pub(crate) mod tasks;
pub(crate) mod teams;
pub(crate) mod telephone_states;
pub(crate) mod turns;
pub(crate) mod views;
pub(crate) mod voice;
pub(crate) mod within;
pub(crate) mod wrap_ups;

use domain::live::Change;
use domain::paging::{Cursor, Page};
use serde::Serialize;
use sqlx::pool::PoolConnection;
use sqlx::{PgConnection, PgPool, Postgres, Sqlite, SqliteConnection, SqlitePool, Transaction};
use std::sync::Arc;

pub(crate) use hub::Hub;
pub(crate) use statements::{Keeps, each, statements};
pub(crate) use wal::Wal;

/// Why the database did not do what was asked.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Fault {
    /// The driver's word; holds no values, only names of columns and constraints.
    #[error(transparent)]
    Driver(#[from] sqlx::Error),
    /// The tables could not be brought up to date.
    #[error(transparent)]
    Migration(#[from] sqlx::migrate::MigrateError),
    /// The address names no engine this program knows.
    #[error("the database address must begin with sqlite: or postgres:")]
    Address,
    /// Something is stored that the program never writes.
    #[error("stored {0} cannot be read")]
    Stored(&'static str),
}

/// The answer of everything in this room.
pub(crate) type Answer<T> = Result<T, Fault>;

/// The open database.
#[derive(Clone)]
pub(crate) enum Db {
    /// A file on this machine. Its single writer has a connection of its own, so that writers queue in memory and
    /// never find the file locked.
    Sqlite { readers: SqlitePool, writer: SqlitePool, wal: Arc<Wal> },
    /// A server.
    Postgres(PgPool),
}

/// A connection to read with.
pub(crate) enum Read {
    Sqlite(PoolConnection<Sqlite>),
    Postgres(PoolConnection<Postgres>),
}

/// A transaction that may write; undone unless committed.
pub(crate) struct Tx {
    engine: Engine,
    /// What everybody is told once it is written.
    changes: Vec<Change>,
    hub: Hub,
}

enum Engine {
    Sqlite(Transaction<'static, Sqlite>, Arc<Wal>),
    Postgres(Transaction<'static, Postgres>),
}

/// A transaction in which everything is read as it is at one moment.
pub(crate) enum Moment {
    Sqlite(Transaction<'static, Sqlite>),
    Postgres(Transaction<'static, Postgres>),
}

/// A connection lent to one query.
pub(crate) enum On<'a> {
    Sqlite(&'a mut SqliteConnection),
    Postgres(&'a mut PgConnection),
}

impl Db {
    /// A connection to read with.
    pub(crate) async fn read(&self) -> Answer<Read> {
        Ok(match self {
            Self::Sqlite { readers, .. } => Read::Sqlite(readers.acquire().await?),
            Self::Postgres(pool) => Read::Postgres(pool.acquire().await?),
        })
    }

    /// Begins to write. On SQLite this waits until nobody else writes: a transaction that began as a reader could
    /// not become a writer later.
    pub(crate) async fn write(&self, hub: &Hub) -> Answer<Tx> {
        let engine = match self {
            Self::Sqlite { writer, wal, .. } => {
                Engine::Sqlite(writer.begin_with("begin immediate").await?, wal.clone())
            }
            Self::Postgres(pool) => Engine::Postgres(pool.begin().await?),
        };
        Ok(Tx { engine, changes: Vec::new(), hub: hub.clone() })
    }

    /// A transaction in which everything is read as it is at one moment.
    pub(crate) async fn moment(&self) -> Answer<Moment> {
        let as_it_is = "begin isolation level repeatable read read only";
        Ok(match self {
            Self::Sqlite { readers, .. } => Moment::Sqlite(readers.begin().await?),
            Self::Postgres(pool) => Moment::Postgres(pool.begin_with(as_it_is).await?),
        })
    }

    /// Whether only one process works with this database.
    pub(crate) fn is_alone(&self) -> bool {
        matches!(self, Self::Sqlite { .. })
    }

    /// How many connections are open, and how many of them wait for work.
    pub(crate) fn connections(&self) -> (u32, usize) {
        match self {
            Self::Sqlite { readers, writer, .. } => {
                (readers.size() + writer.size(), readers.num_idle() + writer.num_idle())
            }
            Self::Postgres(pool) => (pool.size(), pool.num_idle()),
        }
    }

    /// Lets every connection go; used before the process ends.
    pub(crate) async fn close(&self) {
        match self {
            Self::Sqlite { readers, writer, .. } => {
                readers.close().await;
                writer.close().await;
            }
            Self::Postgres(pool) => pool.close().await,
        }
    }
}

impl On<'_> {
    /// Lends it on, to ask more than once.
    pub(crate) fn again(&mut self) -> On<'_> {
        match self {
            Self::Sqlite(link) => On::Sqlite(link),
            Self::Postgres(link) => On::Postgres(link),
        }
    }
}

impl Read {
    /// Lends the connection to one query.
    pub(crate) fn on(&mut self) -> On<'_> {
        match self {
            Self::Sqlite(connection) => On::Sqlite(connection),
            Self::Postgres(connection) => On::Postgres(connection),
        }
    }
}

impl Moment {
    /// Lends it to one query.
    pub(crate) fn on(&mut self) -> On<'_> {
        match self {
            Self::Sqlite(tx) => On::Sqlite(tx),
            Self::Postgres(tx) => On::Postgres(tx),
        }
    }
}

impl Tx {
    /// Lends the transaction to one query.
    pub(crate) fn on(&mut self) -> On<'_> {
        match &mut self.engine {
            Engine::Sqlite(tx, _) => On::Sqlite(tx),
            Engine::Postgres(tx) => On::Postgres(tx),
        }
    }

    /// Waits until no other transaction is alone under this name, and keeps others out until the end. SQLite has one
    /// writer at a time anyway.
    pub(crate) async fn alone(&mut self, name: &str) -> Answer<()> {
        if let Engine::Postgres(tx) = &mut self.engine {
            let lock = sqlx::query("select pg_advisory_xact_lock(hashtextextended($1, 0))");
            lock.bind(name).execute(&mut **tx).await?;
        }
        Ok(())
    }

    /// Tells every open page that this concerns, on every server, once what was written is kept.
    pub(crate) fn tell(&mut self, change: Change) {
        if !self.changes.contains(&change) {
            self.changes.push(change);
        }
    }

    /// Whether anybody will be told of something.
    pub(crate) fn has_news(&self) -> bool {
        !self.changes.is_empty()
    }

    /// Keeps what was written, even should the power fail now, and tells everybody.
    pub(crate) async fn commit(self) -> Answer<()> {
        self.commit_as(true).await
    }

    /// Keeps what was written, but waits for no disk: should the power fail now, it may be as if it had never been
    /// written, and nothing that was written later would be there either. For work that is then done once more.
    pub(crate) async fn commit_unkept(self) -> Answer<()> {
        self.commit_as(false).await
    }

    async fn commit_as(self, for_good: bool) -> Answer<()> {
        // Whoever asked may go away in the middle of it, as a tab does that is killed: what was written is told all the same.
        let finished = tokio::spawn(self.finish(for_good)).await;
        finished.map_err(|_| Fault::Driver(sqlx::Error::WorkerCrashed))?
    }

    async fn finish(self, for_good: bool) -> Answer<()> {
        let kept = match self.engine {
            Engine::Sqlite(tx, wal) => {
                tx.commit().await?;
                if for_good { wal.keep().await } else { Ok(()) }
            }
            Engine::Postgres(tx) => Ok(tx.commit().await?),
        };
        // Also when only the disk complained: it is written.
        self.changes.into_iter().for_each(|change| self.hub.tell(change));
        kept
    }
}

/// Where a page of something newest first begins: before this moment and id; `None` when the text is not such a place.
pub(crate) fn before(after: Option<&Cursor>) -> Option<(i64, String)> {
    match after {
        None => Some((i64::MAX, "~".to_owned())),
        Some(text) => cursor::read(text),
    }
}

/// Where a page begins: after this moment and id; `None` when the text is not such a place.
pub(crate) fn place(cursor: &Cursor) -> Option<(i64, String)> {
    cursor::read(cursor)
}

/// Where a page of something by name begins: after this name and id; `None` when the text is not such a place.
pub(crate) fn name_place(cursor: &Cursor) -> Option<(String, String)> {
    cursor::read(cursor)
}

/// Cuts rows to a page; `key` tells where the next begins.
pub(crate) fn page_of<T, K: Serialize>(mut rows: Vec<T>, size: usize, key: impl Fn(&T) -> K) -> Answer<Page<T>> {
    let more = rows.len() > size;
    rows.truncate(size);
    let next = rows.last().filter(|_| more).map(|row| cursor::write(&key(row))).transpose()?;
    Ok(Page { rows, next })
}

/// Before many rows are added: lets SQLite keep the pages that they touch, a gigabyte at most, until the program ends.
/// PostgreSQL has its own memory.
pub(crate) async fn make_room(tx: &mut Tx) -> Answer<()> {
    if let On::Sqlite(link) = tx.on() {
        sqlx::query("pragma cache_size = -1000000").execute(link).await?;
    }
    Ok(())
}

/// After many rows were added: lets the database count what it has, so that it chooses the right index.
pub(crate) async fn settle(tx: &mut Tx) -> Answer<()> {
    each!(tx.on(), link => sqlx::query("analyze").execute(link).await.map(drop))?;
    Ok(())
}

/// Whether the database answers.
pub(crate) async fn ping(db: On<'_>) -> Answer<()> {
    each!(db, link => sqlx::query("select 1").execute(link).await.map(drop))?;
    Ok(())
}

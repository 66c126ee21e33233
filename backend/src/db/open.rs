//! Opening the database and bringing its tables up to date.

use super::{
    Answer, Db, Fault, On, Wal, accounts, assignment, attempts, audit, bulk_calls, bulk_changes, call_events,
    call_list, calls, centre, centre_sounds, centre_versions, companies, custom, customers, deal_words, deals,
    deliveries, dial_habits, dial_policy, directory, dispositions, duplicates, handover, history, hotlines,
    import_people, imports, members, merges, missed, missed_list, notes, notices, owners, palette, pipelines,
    recordings, rights, routing, sessions, staff, stringee, tags, tasks, teams, telephone_states, turns, views, voice,
    within, wrap_ups,
};
use sqlx::migrate::Migrator;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{Executor, PgPool, SqlSafeStr};
use std::path::Path;
use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

/// One set for both engines.
static MIGRATIONS: Migrator = sqlx::migrate!("../migrations");
/// How long a request waits for a connection before it is told that the server is too busy.
const PATIENCE: Duration = Duration::from_secs(10);
/// Connections that read at the same time on SQLite.
const READERS: u32 = 8;
/// Pages of SQLite's log that are copied into the file together: 64 MiB.
const LOG_PAGES: &str = "16384";
/// How PostgreSQL shall think. An index look-up costs little on today's disks. Every question here is about few rows: a
/// merge would read an index from its beginning to them.
const PLANNING: &str = "set random_page_cost = 1.1; set enable_mergejoin = off";
/// Connections to a PostgreSQL server.
const CONNECTIONS: u32 = 16;

impl Db {
    /// Asks the database to prepare every statement; tells how many there are, or the first that it refuses.
    pub(crate) async fn verify(&self) -> Answer<usize> {
        let mut read = self.read().await?;
        for (name, text) in texts() {
            let prepared = match read.on() {
                On::Sqlite(link) => link.prepare(text.into_sql_str()).await.map(drop),
                On::Postgres(link) => link.prepare(text.into_sql_str()).await.map(drop),
            };
            if let Err(error) = prepared {
                tracing::error!(statement = name, %error, "the database refuses a statement");
                return Err(error.into());
            }
        }
        Ok(texts().count())
    }

    /// Opens `sqlite:path` (made when missing) or `postgres://...` and brings its tables up to date.
    /// PostgreSQL gives a statement up that takes longer than `longest`.
    pub(crate) async fn open(address: &str, longest: Option<Duration>) -> Answer<Self> {
        let db = Self::connected(address, longest).await?;
        db.bring_to(None).await?;
        Ok(db)
    }

    /// Whether this program has such a migration.
    pub(crate) fn knows(version: i64) -> bool {
        MIGRATIONS.version_exists(version)
    }

    /// Brings the tables to a version: that of the newest migration unless one is named.
    pub(crate) async fn bring_to(&self, version: Option<i64>) -> Answer<()> {
        match (self, version) {
            (Self::Sqlite { writer, .. }, None) => MIGRATIONS.run(writer).await?,
            (Self::Sqlite { writer, .. }, Some(version)) => MIGRATIONS.run_to(version, writer).await?,
            (Self::Postgres(pool), version) => {
                // A migration takes the time it takes, and its connection is not used for anything else.
                let mut link = pool.acquire().await?.detach();
                link.execute("set statement_timeout = 0").await?;
                match version {
                    None => MIGRATIONS.run(&mut link).await?,
                    Some(version) => MIGRATIONS.run_to(version, &mut link).await?,
                }
            }
        }
        Ok(())
    }

    /// Opens `sqlite:path` (made when missing) or `postgres://...` as it stands.
    pub(crate) async fn connect(address: &str) -> Answer<Self> {
        Self::connected(address, None).await
    }

    async fn connected(address: &str, longest: Option<Duration>) -> Answer<Self> {
        if address.starts_with("sqlite:") {
            return sqlite(address).await;
        }
        if address.starts_with("postgres:") || address.starts_with("postgresql:") {
            return postgres(address, longest).await;
        }
        Err(Fault::Address)
    }
}

async fn sqlite(address: &str) -> Answer<Db> {
    let options = SqliteConnectOptions::from_str(address)?
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        // The writer itself does not wait for the disk; whoever commits does: see `Wal`.
        .synchronous(SqliteSynchronous::Normal)
        .foreign_keys(true)
        .busy_timeout(PATIENCE)
        // Each reader has its own; what they all read lies in the machine's memory once. What is sorted and is larger goes
        // to the disk: the calls of a year, grouped in memory, took gigabytes.
        .pragma("cache_size", "-4000");
    if let Some(folder) = options.get_filename().parent().filter(|f| *f != Path::new("")) {
        std::fs::create_dir_all(folder).map_err(sqlx::Error::Io)?;
    }
    let wal = Arc::new(Wal::of(options.get_filename()));
    let pool = || SqlitePoolOptions::new().acquire_timeout(PATIENCE).test_before_acquire(false);
    // Many rows at once touch many pages, and those of the next many of the same: copied from the log into the file
    // after each, most would be copied in vain. The cache is small enough to be full soon: memory stands still then.
    let writing = options.clone().pragma("cache_size", "-16000").pragma("wal_autocheckpoint", LOG_PAGES);
    let writer = pool().max_connections(1).connect_with(writing).await?;
    let readers = pool().max_connections(READERS).connect_with(options.pragma("query_only", "on")).await?;
    Ok(Db::Sqlite { readers, writer, wal })
}

async fn postgres(address: &str, longest: Option<Duration>) -> Answer<Db> {
    let mut options = PgConnectOptions::from_str(address)?;
    if let Some(longest) = longest {
        options = options.options([("statement_timeout", longest.as_millis())]);
    }
    let pool = PgPoolOptions::new()
        .max_connections(CONNECTIONS)
        .acquire_timeout(PATIENCE)
        .after_connect(|connection, _| {
            Box::pin(async move {
                connection.execute(PLANNING).await?;
                Ok(())
            })
        })
        .connect_with(options)
        .await?;
    byte_order(&pool).await?;
    Ok(Db::Postgres(pool))
}

/// Gives PostgreSQL the collation that SQLite calls binary, whatever language the server was set up in.
async fn byte_order(pool: &PgPool) -> Answer<()> {
    let there = "select count(*) from pg_collation where collname = 'binary'";
    if sqlx::query_scalar::<_, i64>(there).fetch_one(pool).await? == 0 {
        pool.execute(r#"create collation if not exists "binary" (provider = libc, locale = 'C')"#).await?;
    }
    Ok(())
}

/// Every text of this room.
fn texts() -> impl Iterator<Item = &'static (&'static str, &'static str)> {
    [
        accounts::ALL,
        assignment::ALL,
        attempts::ALL,
        audit::ALL,
        bulk_calls::ALL,
        bulk_changes::ALL,
        call_events::ALL,
        call_list::ALL,
        calls::ALL,
        calls::around::ALL,
        centre::ALL,
        centre_sounds::ALL,
        centre_versions::ALL,
        companies::ALL,
        custom::ALL,
        customers::ALL,
        missed::ALL,
        missed_list::ALL,
        members::ALL,
        merges::ALL,
        dial_habits::ALL,
        dial_policy::ALL,
        directory::ALL,
        deal_words::ALL,
        deals::ALL,
        deals::events::ALL,
        deliveries::ALL,
        dispositions::ALL,
        duplicates::ALL,
        handover::ALL,
        history::ALL,
        hotlines::ALL,
        import_people::ALL,
        imports::ALL,
        notes::ALL,
        owners::ALL,
        palette::ALL,
        notices::ALL,
        pipelines::ALL,
        recordings::ALL,
        rights::ALL,
        routing::ALL,
        sessions::ALL,
        staff::ALL,
        stringee::ALL,
        tags::ALL,
        tasks::ALL,
        teams::ALL,
        telephone_states::ALL,
        turns::ALL,
        views::ALL,
        voice::ALL,
        within::ALL,
        wrap_ups::ALL,
    ]
    .into_iter()
    .flatten()
}

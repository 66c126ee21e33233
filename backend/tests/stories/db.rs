//! Somebody else at the database of a story: what another program may do to it, in that one's own words.

use crate::world::World;
use sqlx::migrate::Migrator;
use sqlx::{Connection, Executor, PgConnection, SqliteConnection};

/// The program's own.
static MIGRATIONS: Migrator = sqlx::migrate!("../migrations");

/// A table as some version had it.
pub(crate) struct Table {
    pub(crate) name: String,
    /// Name and kind, by name.
    pub(crate) columns: Vec<(String, String)>,
    /// Columns in which something must stand.
    pub(crate) needed: Vec<String>,
}

/// Which column refers to which: table and column, table and column.
pub(crate) async fn references() -> Vec<(String, String, String, String)> {
    let references = "select m.name, f.\"from\", f.\"table\", f.\"to\" \
         from sqlite_master m join pragma_foreign_key_list(m.name) f where m.type = 'table'";
    let mut link = SqliteConnection::connect("sqlite::memory:").await.unwrap();
    MIGRATIONS.run(&mut link).await.unwrap();
    sqlx::query_as(references).fetch_all(&mut link).await.unwrap()
}

/// The number of each migration, and the tables after it: on both engines the same.
pub(crate) async fn every_version() -> Vec<(i64, Vec<Table>)> {
    let columns = "select m.name, c.name, lower(c.type), c.\"notnull\" from sqlite_master m join pragma_table_info(m.name) c \
         where m.type = 'table' and substr(m.name, 1, 7) <> 'sqlite_' and substr(m.name, 1, 5) <> '_sqlx' \
         order by m.name, c.name";
    let kind = |word: &str| {
        if word == "bigint" {
            "number"
        } else if word == "boolean" {
            "truth"
        } else {
            "text"
        }
    };
    let mut link = SqliteConnection::connect("sqlite::memory:").await.unwrap();
    let mut versions = Vec::new();
    for version in MIGRATIONS.iter().map(|migration| migration.version) {
        MIGRATIONS.run_to(version, &mut link).await.unwrap();
        let columns: Vec<(String, String, String, bool)> = sqlx::query_as(columns).fetch_all(&mut link).await.unwrap();
        let mut tables: Vec<Table> = Vec::new();
        for (table, column, word, is_needed) in columns {
            if tables.last().is_none_or(|last| last.name != table) {
                tables.push(Table { name: table, columns: Vec::new(), needed: Vec::new() });
            }
            let table = tables.last_mut().unwrap();
            table.needed.extend(is_needed.then(|| column.clone()));
            table.columns.push((column, kind(&word).to_owned()));
        }
        versions.push((version, tables));
    }
    versions
}

/// Somebody else, at work on the same database.
pub(crate) enum Other {
    /// The only one who may write; whoever reads does not wait for them.
    Sqlite(SqliteConnection),
    /// Holds what is read.
    Postgres(PgConnection),
}

impl Other {
    /// Comes to the database of a story.
    pub(crate) async fn at(w: &World) -> Self {
        if w.address.starts_with("sqlite:") {
            Self::Sqlite(SqliteConnection::connect(&w.address).await.unwrap())
        } else {
            Self::Postgres(PgConnection::connect(&w.address).await.unwrap())
        }
    }

    /// Holds on SQLite everything, on PostgreSQL these tables.
    pub(crate) async fn hold(&mut self, tables: &'static str) {
        match self {
            Self::Sqlite(link) => link.execute("begin exclusive").await.map(drop),
            Self::Postgres(link) => link.execute(tables).await.map(drop),
        }
        .unwrap();
    }

    /// Lets go of all of it.
    pub(crate) async fn let_go(&mut self) {
        match self {
            Self::Sqlite(link) => link.execute("rollback").await.map(drop),
            Self::Postgres(link) => link.execute("rollback").await.map(drop),
        }
        .unwrap();
    }

    /// Takes companies away, leaves what was written at customers as members wrote it once, and makes companies of it
    /// with the migration's own statements.
    pub(crate) async fn migrate_companies(&mut self) {
        let migration = include_str!("../../../migrations/0024_companies.sql");
        let begins = migration.find("insert into companies").unwrap();
        let ends = migration.find("create index customers_by_company").unwrap();
        for statements in [
            "update customers set company_id = null; delete from company_words; delete from companies",
            "update customers set company = ' An Phú ' where name = 'Hoa'",
            "update customers set company = 'an phú' where name = 'Mai'",
            &migration[begins..ends],
        ] {
            self.run(statements).await;
        }
    }

    /// Leaves deals as they were before they were found by words.
    pub(crate) async fn forget_deal_words(&mut self) {
        self.run("delete from deal_words; update deals set words = ''").await;
    }

    async fn run(&mut self, statements: &str) {
        let statements = sqlx::AssertSqlSafe(statements.to_owned());
        match self {
            Self::Sqlite(link) => sqlx::raw_sql(statements).execute(link).await.map(drop),
            Self::Postgres(link) => sqlx::raw_sql(statements).execute(link).await.map(drop),
        }
        .unwrap();
    }

    /// Whether others wait for what is held although they only read.
    pub(crate) fn hinders_reading(&self) -> bool {
        matches!(self, Self::Postgres(_))
    }
}

//! Somebody else at the database of a story: what another program may do to it, in that one's own words.

use crate::world::World;
use sqlx::{Connection, Executor, PgConnection, SqliteConnection};

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

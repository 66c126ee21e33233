//! Two macros: one query for both engines, and a list of all texts so that each can be tried on a real database.

use sqlx::{PgConnection, SqliteConnection};

/// Runs one query on whichever engine is open.
macro_rules! each {
    ($on:expr, $link:ident => $query:expr) => {
        match $on {
            $crate::db::On::Sqlite($link) => $query,
            $crate::db::On::Postgres($link) => $query,
        }
    };
}

/// Names the texts of a file and lists them, for [`super::Db::verify`].
macro_rules! statements {
    ($($(#[$doc:meta])* $name:ident = $text:expr;)*) => {
        $($(#[$doc])* const $name: &str = $text;)*
        /// Every text of this file.
        pub(in crate::db) const ALL: &[(&str, &str)] = &[$((concat!(module_path!(), "::", stringify!($name)), $name)),*];
    };
}

/// Whether a text that was put together for one question is kept prepared for the next that reads the same.
pub(crate) trait Keeps {
    /// SQLite, which plans a text once anyway, saves the planning. PostgreSQL would plan a kept text for any value after
    /// a few: whether a word is common or rare decides how it is searched.
    fn keeps_texts(&self) -> bool;
}

impl Keeps for SqliteConnection {
    fn keeps_texts(&self) -> bool {
        true
    }
}

impl Keeps for PgConnection {
    fn keeps_texts(&self) -> bool {
        false
    }
}

pub(crate) use {each, statements};

//! Two macros: one query for both engines, and a list of all texts so that each can be tried on a real database.

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

pub(crate) use {each, statements};

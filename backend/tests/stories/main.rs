//! What the backend can do, told as stories; each is told twice: on SQLite and on PostgreSQL.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::too_many_lines,
    reason = "stories fail by panicking"
)]

mod archive;
mod assignment;
mod audit;
mod backup;
mod bulk;
mod calls;
mod companies;
mod custom;
mod customers;
mod dashboard;
mod day;
mod db;
mod deals;
mod dial_habits;
mod dial_policy;
mod directory;
mod duplicates;
mod exports;
mod filters;
mod generated;
mod handover;
mod history;
mod imports;
mod line;
mod log;
mod mentions;
mod missed;
mod numbers;
mod palette;
mod people;
mod pipelines;
mod postgres;
mod recordings;
mod refused_calls;
mod rights;
mod stringee;
mod tags;
mod teams;
mod telephone;
mod threec;
mod turns;
mod upgrades;
mod views;
mod world;
mod wrap_up;

/// Makes today's tables in a new database.
async fn make_tables(address: &str) {
    let backend = backend::Backend::open(backend::Settings::new(address, [0; 32])).await;
    backend.expect("the tables on PostgreSQL").close().await;
}

/// Makes two tests of each story.
macro_rules! stories {
    ($($(#[$doc:meta])* async fn $name:ident($world:ident: World) $body:block)*) => {$(
        mod $name {
            #[allow(unused_imports)]
            use super::*;

            $(#[$doc])*
            async fn story($world: World) $body

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() {
                story(World::on_sqlite().await).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() {
                story(World::on_postgres().await).await;
            }
        }
    )*};
}
pub(crate) use stories;

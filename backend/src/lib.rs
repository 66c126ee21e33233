//! What the server can do: use cases, the database, and calls out to telephone providers.
//!
//! A use case is a free function named after its table: `customers::create(&backend, &who, ...)`. Its first line asks
//! whether the member may; its answer is a value of `domain` or a [`domain::problem::Problem`].

pub mod assignment;
pub mod audit;
mod backend;
pub mod backup;
pub mod bulk;
pub mod calls;
pub mod centre;
pub mod companies;
pub mod custom;
pub mod customers;
pub mod dashboard;
pub mod day;
mod db;
pub mod deals;
pub mod demo;
pub mod dial_habits;
pub mod dial_policy;
pub mod directory;
pub mod dispositions;
pub mod duplicates;
pub mod exports;
pub mod generate;
pub mod handover;
pub mod history;
pub mod imports;
pub mod line;
mod listing;
pub mod live;
mod made_up;
pub mod missed;
pub mod notes;
pub mod notices;
pub mod numbers;
pub mod palette;
mod passwords;
mod permit;
pub mod pipelines;
pub mod recordings;
pub mod rights;
pub mod routing;
mod scope;
pub mod seats;
mod secrets;
pub mod sessions;
pub mod sign_in;
pub mod staff;
pub mod stringee;
pub mod surroundings;
pub mod tags;
pub mod tasks;
pub mod teams;
pub mod telephone;
mod threec;
pub mod timeline;
pub mod turns;
pub mod views;
pub mod wrap_up;

pub use backend::{Backend, OpenError, Settings};

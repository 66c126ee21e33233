//! What the user sees: pages, components and the server functions behind them.
#![recursion_limit = "256"]
// Components are called by the macros, with props by value.
#![allow(clippy::needless_pass_by_value, clippy::must_use_candidate)]
// What the component macro makes of a component in a private module is public there.
#![allow(unreachable_pub)]

pub mod api;
pub mod assignment;
pub mod audit;
mod backoff;
pub mod calls;
pub mod centre;
pub mod charts;
pub mod companies;
pub mod components;
pub mod custom;
pub mod customers;
pub mod dashboard;
pub mod day;
pub mod deals;
mod document;
pub mod duplicates;
mod export;
mod fetched;
pub mod floor;
mod frame;
pub mod imports;
mod line;
pub mod live;
pub mod missed;
mod nested;
pub mod notices;
mod notify;
mod numbers;
pub mod palette;
pub mod pipelines;
pub mod profile;
mod records;
pub mod rights;
pub mod routes;
pub mod settings;
#[cfg(feature = "ssr")]
pub mod sign_in;
pub mod softphone;
pub mod staff;
mod storage;
pub mod surroundings;
pub mod tags;
pub mod tasks;
pub mod teams;
pub mod texts;
mod views;
pub mod wrap_up;

pub use document::document;
pub use fetched::first_page_is_there;
pub use frame::App;

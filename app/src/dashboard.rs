//! The dashboard: the figures of a period, each with the way to the calls behind it.

mod address;
pub mod api;
mod cards;
mod comparisons;
mod figures;
mod filters;
mod links;
mod over_time;
mod page;

pub use page::DashboardPage;

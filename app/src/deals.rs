//! Deals: board, list, forecast, record, form, and the deals on other records.

mod address;
pub mod api;
mod board;
mod card;
pub mod cells;
mod columns;
mod delete;
mod desk;
mod drag;
mod filters;
mod forecast;
mod form;
mod form_pages;
mod list;
mod lose;
mod of;
mod page;
mod record_page;
mod stages;
mod words;

pub use address::deal_query;
pub use form_pages::{EditDealPage, NewDealPage};
pub(crate) use of::{DealLines, DealsOf, DealsWith};
pub use page::DealsPage;
pub use record_page::DealPage;
pub(crate) use words::changed;

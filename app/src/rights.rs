//! What roles may do to records: the table that admins decide.

mod api;
mod numbers;
mod page;
mod table;
mod words;

pub use api::{get_rights, save_rights};
pub(crate) use numbers::name as numbers_name;
pub use page::RightsPage;
pub(crate) use words::{deed_name, entity_name, reach_name};

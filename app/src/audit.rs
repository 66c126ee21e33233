//! Who changed what: the page that admins search, and the history of a record.

mod address;
mod api;
pub mod cells;
mod entry;
mod filters;
mod history;
mod page;
mod words;

pub use address::audit_query;
pub use api::{list_audit, record_history};
pub(crate) use history::Activity;
pub use page::AuditPage;

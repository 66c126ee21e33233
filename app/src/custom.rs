//! Custom fields: what is typed into them, what records say in them, and the admins' page where they are defined.

pub mod api;
mod choice_rows;
mod definition;
mod entry;
mod facts;
mod list;
mod page;
mod state;
pub mod words;

pub(crate) use entry::CustomEntries;
pub(crate) use facts::CustomFacts;
pub use page::CustomFieldsPage;
pub(crate) use state::CustomState;

//! Assignment rules: who becomes responsible for new customers.

pub mod api;
mod form;
mod page;
mod row;
mod words;

pub use page::AssignmentPage;

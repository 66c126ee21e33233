//! Tags: put on a record, and what lists are narrowed by.

pub mod api;
mod editor;
mod filter;

pub(crate) use editor::TagEditor;
pub(crate) use filter::TagFilter;

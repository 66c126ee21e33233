//! What lists of records have in common: filters of conditions, and changes of many at once.

pub mod api;
mod bulk_bar;
mod conditions;
mod filter_dialog;
mod selection;
mod words;

pub(crate) use bulk_bar::BulkBar;
pub(crate) use filter_dialog::FilterButton;
pub(crate) use selection::{Choose, ChooseAll, Selection, toggle_row};

//! What lists of records have in common: filters of conditions, and changes of many at once.

pub mod api;
mod bulk_bar;
mod cell;
mod columns;
mod conditions;
mod editing;
mod filter_dialog;
mod line;
mod recent;
mod selection;
mod set_field;
pub(crate) mod words;

pub(crate) use bulk_bar::BulkBar;
pub(crate) use cell::edit_row;
pub(crate) use columns::{Column, ColumnChooser, class, columns, custom_cell, head};
pub(crate) use editing::{Editing, Typed};
pub(crate) use filter_dialog::FilterButton;
pub(crate) use line::{Cells, plain};
pub(crate) use recent::RecentChanges;
pub(crate) use selection::{Choose, ChooseAll, Selection, toggle_row};

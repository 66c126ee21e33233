//! Kept views of lists.

pub mod api;
mod dialog;
mod shown;
mod tabs;

pub(crate) use shown::{ALL, Shown};
pub(crate) use tabs::ViewTabs;

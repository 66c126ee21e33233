//! The log: the list of calls, and a call's story.

pub mod api;
mod attach;
pub mod cells;
mod list_page;
mod list_rows;
pub(crate) mod marks;
mod note;
mod recording;
mod story_page;
pub mod words;

pub use list_page::CallsPage;
pub use marks::{DirectionIcon, OutcomeBadge};
pub use story_page::CallPage;

//! The log: the list of calls, and a call's story.

pub mod api;
mod attach;
pub mod cells;
mod columns;
mod deletion;
mod failed;
mod filter_bar;
mod filter_chip;
mod filters;
mod list_page;
mod list_rows;
mod log_address;
pub(crate) mod marks;
mod note;
mod recording;
mod routed;
mod seen_by;
mod story_page;
pub mod words;

pub(crate) use failed::may_be_ours;
pub use list_page::CallsPage;
pub use log_address::log_of;
pub use marks::{CallMarks, DirectionIcon, OutcomeBadge};
pub(crate) use routed::why as routed_because;
pub use story_page::CallPage;

//! What is to be done by when: one's own list, and what is to be done for records and because of calls.

pub mod api;
mod due_today;
mod fields;
mod form;
mod of;
mod page;
mod reminders;
mod row;

pub(crate) use due_today::after_wrap_ups;
pub use due_today::{DueToday, provide};
pub(crate) use fields::QuickTimes;
pub use of::{OfCall, OfSubject};
pub use page::TasksPage;
pub use reminders::Reminders;
pub(crate) use row::TaskRow;

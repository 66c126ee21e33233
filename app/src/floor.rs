//! The live floor: what each member does now, and what they did in a day.

mod api;
mod board;
mod clock;
mod member_page;
mod page;
mod reach;
mod row;
mod status;
mod timeline;
mod waiting;

pub use member_page::FloorMemberPage;
pub use page::FloorPage;

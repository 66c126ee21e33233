//! What members are told of one another: a number in the navigation, a page, and news beside the page.

pub mod api;
mod page;
mod unread;

pub use page::NoticesPage;
pub(crate) use unread::{Unread, provide};

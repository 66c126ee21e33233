//! The files that callers hear: greetings and waiting music.

mod page;
mod sending;
mod upload;
mod words;

pub use page::SoundsPage;

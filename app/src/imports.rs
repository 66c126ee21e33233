//! Bringing customers in from a file: upload, columns, rehearsal, result.

pub mod api;
mod counts;
mod import_page;
mod mapping;
mod page;
mod past;
mod problems;
mod progress;
mod steps;
mod upload;
pub mod words;
mod written;

pub use import_page::ImportPage;
pub use page::ImportsPage;

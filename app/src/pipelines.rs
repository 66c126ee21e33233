//! Pipelines: the admins' page of stages and reasons.

pub mod api;
mod form;
mod form_state;
mod page;

pub use page::PipelinesPage;

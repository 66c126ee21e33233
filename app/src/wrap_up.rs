//! What a call came to: chosen after it in the dock, or later on its page; the choices are the admins'.

pub mod api;
mod choice_row;
mod of_call;
mod page;
mod settings;

pub use of_call::OfCall;
pub use page::DispositionsPage;

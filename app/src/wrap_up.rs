//! What a call came to: chosen after it in the dock, or later on its page; the choices are the admins'.

pub mod api;

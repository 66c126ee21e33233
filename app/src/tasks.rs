//! What is to be done by when: one's own list, and what customers and calls have left to do.

pub mod api;

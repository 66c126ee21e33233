//! The contact centre: how calls are taken, run by admins from one draft.

pub mod api;

//! The contact centre: how calls are taken, run by admins from one draft.

mod api;

pub use api::{
    centre_desk, discard_draft, edit_draft, go_on_publishing, new_sip_password, publish, publishing, read_provider,
    restore, stop_publishing, take_over, version, versions,
};

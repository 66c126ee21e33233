//! The desk as a page leaves it, however it ends: written down at every change, so that whoever has the telephone next
//! in this browser knows which calls ran, and until when their page is known to have lived.

use super::storage::{self, for_all_tabs, keep};
use domain::calls::Desk;
use domain::ids::StaffId;
use domain::times::Millis;

/// What a page left.
pub(super) struct Left {
    /// Its desk.
    pub(super) desk: Desk,
    /// When it was last known to live.
    pub(super) seen: Millis,
}

fn desk_key(member: &StaffId) -> String {
    format!("alo.desk.{member}")
}

fn seen_key(member: &StaffId) -> String {
    format!("alo.seen.{member}")
}

/// Writes the desk down. Only the tab that holds the lock of this browser does: there is one desk.
pub(super) fn write(member: &StaffId, desk: &Desk, now: Millis) {
    if let Ok(text) = serde_json::to_string(desk) {
        keep(for_all_tabs().as_ref(), &desk_key(member), &text);
    }
    lives(member, now);
}

/// The page lives at this moment.
pub(super) fn lives(member: &StaffId, now: Millis) {
    keep(for_all_tabs().as_ref(), &seen_key(member), &now.0.to_string());
}

/// What the page before left; it stays written until the next desk is. One of another version cannot be read.
pub(super) fn read(member: &StaffId) -> Option<Left> {
    let storage = for_all_tabs();
    let seen = storage::read(storage.as_ref(), &seen_key(member))?;
    let desk = storage::read(storage.as_ref(), &desk_key(member))?;
    Some(Left { desk: serde_json::from_str(&desk).ok()?, seen: Millis(seen.parse().ok()?) })
}

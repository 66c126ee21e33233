//! What a browser keeps for us. Where it may not, everything works until the page is closed.

use leptos::prelude::window;
use web_sys::Storage;

/// Kept for every tab of this browser, until we remove it.
pub(super) fn for_all_tabs() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

/// Kept for this tab only, across reloads.
pub(super) fn for_this_tab() -> Option<Storage> {
    window().session_storage().ok().flatten()
}

/// Writes an entry. A full or forbidden storage is not an error: memory still holds it.
pub(super) fn keep(storage: Option<&Storage>, key: &str, text: &str) {
    if let Some(storage) = storage {
        let _ = storage.set_item(key, text);
    }
}

/// Reads an entry and removes it.
pub(super) fn take(storage: &Storage, key: &str) -> Option<String> {
    let text = storage.get_item(key).ok().flatten()?;
    forget(storage, key);
    Some(text)
}

/// Removes an entry.
pub(super) fn forget(storage: &Storage, key: &str) {
    // Fails only where storage is forbidden, and then nothing is there.
    let _ = storage.remove_item(key);
}

/// Every entry whose key begins so, as (key, text).
pub(super) fn beginning_with(storage: &Storage, prefix: &str) -> Vec<(String, String)> {
    let keys = (0..storage.length().unwrap_or(0)).filter_map(|at| storage.key(at).ok().flatten());
    let ours: Vec<String> = keys.filter(|key| key.starts_with(prefix)).collect();
    ours.into_iter().filter_map(|key| storage.get_item(&key).ok().flatten().map(|text| (key, text))).collect()
}

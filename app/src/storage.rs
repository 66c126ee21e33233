//! What a browser keeps for us. Where it may not, everything works until the page is closed.

use domain::outbox::Shelf;
use leptos::prelude::window;
use web_sys::Storage;

/// Kept for every tab of this browser, until we remove it.
pub(crate) fn for_all_tabs() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

/// Kept for this tab only, across reloads.
pub(crate) fn for_this_tab() -> Option<Storage> {
    window().session_storage().ok().flatten()
}

/// Writes an entry; `false` where there is no room or no storage.
pub(crate) fn keep(storage: Option<&Storage>, key: &str, text: &str) -> bool {
    storage.is_some_and(|storage| storage.set_item(key, text).is_ok())
}

/// Reads an entry.
pub(crate) fn read(storage: Option<&Storage>, key: &str) -> Option<String> {
    storage?.get_item(key).ok().flatten()
}

/// Removes an entry.
pub(crate) fn forget(storage: Option<&Storage>, key: &str) {
    if let Some(storage) = storage {
        // Fails only where storage is forbidden, and then nothing is there.
        let _ = storage.remove_item(key);
    }
}

/// The entries of all tabs whose key begins alike, as an outbox wants them.
pub(crate) struct Drawer {
    storage: Option<Storage>,
    prefix: String,
}

impl Drawer {
    /// The entries under `prefix`.
    pub(crate) fn new(prefix: String) -> Self {
        Self { storage: for_all_tabs(), prefix }
    }

    fn whole(&self, key: &str) -> String {
        format!("{}{key}", self.prefix)
    }
}

impl Shelf for Drawer {
    fn keep(&mut self, key: &str, text: &str) -> bool {
        keep(self.storage.as_ref(), &self.whole(key), text)
    }

    fn read(&self, key: &str) -> Option<String> {
        read(self.storage.as_ref(), &self.whole(key))
    }

    fn forget(&mut self, key: &str) {
        forget(self.storage.as_ref(), &self.whole(key));
    }

    fn entries(&self) -> Vec<(String, String)> {
        let Some(storage) = &self.storage else { return Vec::new() };
        let keys = (0..storage.length().unwrap_or(0)).filter_map(|at| storage.key(at).ok().flatten());
        let ours: Vec<String> = keys.filter_map(|key| key.strip_prefix(&self.prefix).map(str::to_owned)).collect();
        ours.into_iter().filter_map(|key| self.read(&key).map(|text| (key, text))).collect()
    }
}

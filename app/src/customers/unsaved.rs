//! Work that is typed and not saved yet: nothing may take its page away unasked.

use leptos::prelude::*;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Whether the page holds something unsaved. Provided by the frame, so that the telephone knows whether it may open a
/// record in place of the page.
#[derive(Clone, Copy)]
pub struct Unsaved(
    /// Whether anything on the page is unsaved.
    pub RwSignal<bool>,
    /// How many things are.
    RwSignal<u32>,
    /// Where somebody wants to go in spite of it, until they say whether they mean it.
    pub(super) RwSignal<Option<String>>,
);

impl Unsaved {
    /// Makes it known to every component below; nothing is unsaved yet.
    pub fn provide() -> Self {
        let unsaved = Self(RwSignal::new(false), RwSignal::new(0), RwSignal::new(None));
        provide_context(unsaved);
        unsaved
    }

    /// Whether one may go to another page of ours at once; if not, the member is asked first.
    pub fn may_go(self, address: &str) -> bool {
        let free = !self.0.get_untracked();
        if !free {
            self.2.set(Some(address.to_owned()));
        }
        free
    }

    /// Forgets all of it: the member chose to leave.
    pub(super) fn abandon(self) {
        self.1.set(0);
        self.0.set(false);
    }

    fn count(self, one_more: bool) {
        let Some(before) = self.1.try_get_untracked() else {
            return;
        };
        let now = if one_more { before.saturating_add(1) } else { before.saturating_sub(1) };
        self.1.try_set(now);
        self.0.try_set(now > 0);
    }
}

/// What is unsaved on this page.
pub fn unsaved() -> Unsaved {
    use_context::<Unsaved>().unwrap_or_else(Unsaved::provide)
}

/// Counts a form or field as unsaved work while `dirty`, and no longer once it leaves the page.
pub(crate) fn guard(dirty: Signal<bool>) {
    let unsaved = unsaved();
    let counted = Arc::new(AtomicBool::new(false));
    let left = counted.clone();
    Effect::new(move |_| {
        let is = dirty.get();
        if counted.swap(is, Ordering::Relaxed) != is {
            unsaved.count(is);
        }
    });
    on_cleanup(move || {
        if left.swap(false, Ordering::Relaxed) {
            unsaved.count(false);
        }
    });
}

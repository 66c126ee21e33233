//! The outbox: nothing is lost, nothing blocks, nothing old comes after something new.

#[path = "outbox/any.rs"]
mod any;
#[path = "outbox/stories.rs"]
mod stories;

use domain::calls::{Fact, What};
use domain::ids::{CallId, FactId, SourceId};
use domain::outbox::{Parcel, Shelf};
use domain::times::Millis;
use domain::wrap_up::WrapUpForm;
use std::collections::BTreeMap;

/// A shelf in memory, which may be full.
#[derive(Default)]
pub(crate) struct Board {
    entries: BTreeMap<String, String>,
    full: bool,
}

impl Shelf for Board {
    fn keep(&mut self, key: &str, text: &str) -> bool {
        if !self.full {
            self.entries.insert(key.to_owned(), text.to_owned());
        }
        !self.full
    }

    fn read(&self, key: &str) -> Option<String> {
        self.entries.get(key).cloned()
    }

    fn forget(&mut self, key: &str) {
        self.entries.remove(key);
    }

    fn entries(&self) -> Vec<(String, String)> {
        self.entries.clone().into_iter().collect()
    }
}

/// The nth fact of a tab.
pub(crate) fn fact_of(tab: &str, call: &str, n: i64) -> Parcel {
    let id = FactId::new(format!("{n:07}"));
    let fact = Fact { id, source: SourceId::new(tab), at: Millis(n), what: What::Held };
    Parcel::Fact { call: CallId::new(call), fact }
}

/// The nth fact of the only tab.
pub(crate) fn fact(call: &str, n: i64) -> Parcel {
    fact_of("tab", call, n)
}

/// A wrap-up.
pub(crate) fn wrap_up(call: &str, done: bool) -> Parcel {
    Parcel::WrapUp { call: CallId::new(call), form: WrapUpForm { done, ..WrapUpForm::default() } }
}

/// A note.
pub(crate) fn note(call: &str, text: &str) -> Parcel {
    Parcel::Note { call: CallId::new(call), text: text.into() }
}

//! The state of the log as the address bar says it: links, reloads and "back" keep it.

use crate::routes::Route;
use domain::calls::{CallFilter, CallQuery};
use domain::views::LogView;
use leptos::prelude::{Callable, Callback};
use leptos_router::location::Url;
use leptos_router::params::ParamsMap;

pub(super) use crate::views::ALL;

/// What the log shows, and under which tab.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct LogAddress {
    /// Which calls, in which order, with which columns.
    pub(super) view: LogView,
    /// `view`: [`ALL`] or the id of a kept view; empty where nothing is said.
    pub(super) tab: String,
}

impl LogAddress {
    /// From the query of an address.
    pub(super) fn of(query: &ParamsMap) -> Self {
        Self { view: LogView::from_words(|name| query.get(name)), tab: query.get("view").unwrap_or_default() }
    }

    /// The address that says this.
    pub(super) fn href(&self) -> String {
        let mut words = self.view.words();
        if !self.tab.is_empty() {
            words.push(("view", self.tab.clone()));
        }
        said(Route::Calls.href(), &words)
    }

    /// Where the file with this lies.
    pub(super) fn file(&self) -> String {
        said(format!("{}/export.csv", Route::Calls.href()), &self.view.words())
    }

    /// The first page of what is asked for.
    pub(super) fn query(&self) -> CallQuery {
        CallQuery { filter: self.view.filter.clone(), oldest_first: self.view.oldest_first, after: None }
    }
}

/// The address of the log with these calls in it, in the usual order and columns.
pub fn log_of(filter: CallFilter) -> String {
    LogAddress { view: LogView { filter, ..LogView::default() }, tab: ALL.to_owned() }.href()
}

fn said(path: String, words: &[(&'static str, String)]) -> String {
    let query: Vec<String> = words.iter().map(|(name, word)| format!("{name}={}", Url::escape(word))).collect();
    if query.is_empty() { path } else { format!("{path}?{}", query.join("&")) }
}

/// Goes to another state of the log.
pub(super) type Go = Callback<LogAddress>;

/// Changes what is asked for and goes there.
pub(super) fn narrow(go: Go, address: &LogAddress, change: impl FnOnce(&mut CallFilter)) {
    let mut wanted = address.clone();
    change(&mut wanted.view.filter);
    if wanted.tab.is_empty() {
        ALL.clone_into(&mut wanted.tab);
    }
    go.run(wanted);
}

#[cfg(test)]
mod tests {
    use super::{LogAddress, log_of};
    use domain::calls::{CallFilter, CallQuery, Direction};
    use domain::ids::StaffId;
    use leptos_router::params::ParamsMap;

    #[test]
    fn the_address_says_what_is_asked_for() {
        let query: ParamsMap =
            [("direction", "inbound"), ("agent", "m1,m2"), ("queue", "Kỹ thuật")].into_iter().collect();
        let address = LogAddress::of(&query);
        assert_eq!(address.href(), "/calls?direction=inbound&agent=m1%2Cm2&queue=K%E1%BB%B9%20thu%E1%BA%ADt");
        assert_eq!(address.query().filter.direction, Some(Direction::Inbound));
        assert_eq!(address.file(), address.href().replace("/calls", "/calls/export.csv"));
    }

    #[test]
    fn the_bare_address_says_nothing() {
        let address = LogAddress::of(&ParamsMap::new());
        assert_eq!(address, LogAddress::default());
        assert_eq!((address.href().as_str(), address.query()), ("/calls", CallQuery::default()));
        assert_eq!(log_of(CallFilter::of_agent(StaffId::new("m1"))), "/calls?agent=m1&view=all");
    }
}

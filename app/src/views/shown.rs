//! What a list shows now, in the words of its address.

use crate::routes::Route;
use domain::lists::List;
use domain::views::Words;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use leptos_router::location::Url;

/// The tab of everything, by its word in the address; the list does not begin with another view then.
pub(crate) const ALL: &str = "all";

/// A list as its address says it.
#[derive(Clone, Copy)]
pub(crate) struct Shown {
    /// Which list.
    pub(crate) list: List,
    /// What it shows and how; nothing in the usual case.
    pub(crate) words: Memo<Words>,
    /// [`ALL`] or the id of a kept view; empty where nothing is said.
    pub(crate) tab: Memo<String>,
}

impl Shown {
    /// Whether nothing is said at all: the list begins as its member likes.
    pub(crate) fn is_bare(&self) -> bool {
        self.tab.with(String::is_empty) && self.words.with(Words::is_empty)
    }

    /// Where this is, under a tab.
    pub(crate) fn href(&self, words: &Words, tab: &str) -> String {
        // What `view` says of deals is whether they are a board.
        let (route, word) = match self.list {
            List::Calls => (Route::Calls, "view"),
            List::Customers => (Route::Customers, "view"),
            List::Companies => (Route::Companies, "view"),
            List::Deals => (Route::Deals, "tab"),
        };
        let tab = (!tab.is_empty()).then(|| format!("{word}={}", Url::escape(tab)));
        let words = words.iter().map(|(name, word)| format!("{name}={}", Url::escape(word)));
        let query: Vec<String> = words.chain(tab).collect();
        if query.is_empty() { route.href() } else { format!("{}?{}", route.href(), query.join("&")) }
    }

    /// Goes there, in place of where we are.
    pub(crate) fn going(self) -> Callback<(Words, String)> {
        let navigate = use_navigate();
        Callback::new(move |(words, tab): (Words, String)| {
            let options = NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() };
            navigate(&self.href(&words, &tab), options);
        })
    }
}

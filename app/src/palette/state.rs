//! What was typed into the palette and what came back.

use super::api::{recent_records, search_everything};
use super::recent;
use crate::api::Fault;
use crate::surroundings::viewer;
use domain::palette::{Found, Hit, RECENT};
use domain::tags::Subject;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The palette of the page.
#[derive(Clone, Copy)]
pub(crate) struct Palette {
    /// Whether it is there.
    pub(super) open: RwSignal<bool>,
    /// What is typed.
    pub(super) typed: RwSignal<String>,
    /// What was asked last that was answered; `None` until then.
    answer: RwSignal<Option<Answered>>,
    /// What was opened last; `None` while it is looked up.
    recent: RwSignal<Option<Vec<Hit>>>,
    /// The line that Enter takes.
    pub(super) active: RwSignal<usize>,
    /// Enter was pressed before the answer came.
    eager: RwSignal<bool>,
}

#[derive(Clone)]
struct Answered {
    text: String,
    found: Result<Found, Fault>,
}

/// What the palette shows.
pub(super) enum Shown {
    /// Nothing is typed: what was opened last.
    Recent(Vec<Hit>),
    /// What a text found; `None` where the server could not be asked.
    Found(String, Option<Found>),
}

/// Makes the palette known to every component below.
pub(crate) fn provide() {
    provide_context(Palette::closed());
}

/// The palette of the page.
pub(super) fn palette() -> Palette {
    use_context::<Palette>().unwrap_or_else(Palette::closed)
}

impl Palette {
    fn closed() -> Self {
        Self {
            open: RwSignal::new(false),
            typed: RwSignal::new(String::new()),
            answer: RwSignal::new(None),
            recent: RwSignal::new(None),
            active: RwSignal::new(0),
            eager: RwSignal::new(false),
        }
    }

    /// Opens it, empty, with the records opened before the one that is open.
    pub(super) fn show(self, here: Option<&Subject>) {
        self.forget();
        self.open.set(true);
        let me = viewer().me.with_untracked(|me| me.as_ref().map(|me| me.id.clone()));
        let mut opened = me.map(|me| recent::of(&me)).unwrap_or_default();
        opened.retain(|subject| Some(subject) != here);
        opened.truncate(RECENT);
        if opened.is_empty() {
            return self.recent.set(Some(Vec::new()));
        }
        self.recent.set(None);
        spawn_local(async move { self.recent.set(Some(recent_records(opened).await.unwrap_or_default())) });
    }

    /// Nothing is typed.
    fn forget(self) {
        self.typed.set(String::new());
        self.clear();
    }

    /// What was typed before does not count any more.
    pub(super) fn type_in(self, text: String) {
        self.eager.set(false);
        if text.trim().is_empty() {
            self.clear();
        }
        self.typed.set(text);
    }

    fn clear(self) {
        self.answer.set(None);
        self.active.set(0);
        self.eager.set(false);
    }

    /// Asks the server; an answer to what no longer stands there is dropped. `then` takes the first line if somebody
    /// pressed Enter meanwhile.
    pub(super) fn ask(self, text: String, then: Callback<()>) {
        spawn_local(async move {
            let found = search_everything(text.clone()).await;
            if self.typed.with_untracked(|typed| typed.trim() != text) {
                return;
            }
            self.active.set(0);
            self.answer.set(Some(Answered { text, found }));
            if self.eager.get_untracked() {
                then.run(());
            }
        });
    }

    /// Whether what is shown is not yet about what is typed.
    pub(super) fn waits(self) -> bool {
        let typed = self.typed.with(|typed| typed.trim().to_owned());
        if typed.is_empty() {
            return self.recent.with(Option::is_none);
        }
        self.answer.with(|answer| answer.as_ref().is_none_or(|answer| answer.text != typed))
    }

    /// Whether nothing can be shown before the answer comes.
    pub(super) fn is_blank(self) -> bool {
        let is_typed = self.typed.with(|typed| !typed.trim().is_empty());
        if is_typed { self.answer.with(Option::is_none) } else { self.recent.with(Option::is_none) }
    }

    /// Takes the first line as soon as it is there.
    pub(super) fn be_eager(self) {
        self.eager.set(true);
    }

    /// Why the server could not be asked.
    pub(super) fn fault(self) -> Option<Fault> {
        self.answer.with(|answer| answer.as_ref().and_then(|answer| answer.found.clone().err()))
    }

    /// What stands there: until an answer comes what stood there before.
    pub(super) fn shown(self) -> Shown {
        match self.answer.get() {
            Some(Answered { text, found }) => Shown::Found(text, found.ok()),
            None => Shown::Recent(self.recent.get().unwrap_or_default()),
        }
    }
}

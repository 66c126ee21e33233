//! The desk as this tab has it: loaded with the first page of the contact centre, shared by all of them, and changed at
//! once by what is edited; the server is told in turn, and what it refuses is taken back.

use super::api;
use super::edits::Edits;
use super::words::Book;
use crate::api::Fault;
use crate::components::form::to_sign_in;
use crate::components::{toasts, words};
use crate::texts::t;
use domain::centre::{Centre, CentreDesk, Change, DraftEdit, Edited, Finding, Publishing, Ref};
use domain::fields::FieldError;
use domain::problem::Problem;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The desk. It belongs to the whole tab: an edit is answered also when its page was left.
#[derive(Clone, Copy)]
pub(crate) struct Desk {
    shown: RwSignal<CentreDesk>,
    is_known: RwSignal<bool>,
    edits: RwSignal<Edits>,
    changes: Memo<Vec<Change>>,
    findings: Memo<Vec<Finding>>,
}

/// Where the desk of a tab stands once a page of the contact centre was opened, and whose it is.
#[derive(Clone)]
struct Place(StoredValue<Option<Desk>>, Owner);

/// Makes the desk known to every page below; nothing is asked for yet. In a browser only its place: the desk itself
/// comes with the first page that needs it.
pub(crate) fn provide() {
    if cfg!(feature = "ssr") {
        provide_context(Desk::new());
    } else if let Some(tab) = Owner::current() {
        provide_context(Place(StoredValue::new(None), tab));
    }
}

/// The desk of this tab.
pub(crate) fn desk() -> Desk {
    let Some(Place(place, tab)) = use_context() else { return use_context().unwrap_or_else(Desk::new) };
    place.get_value().unwrap_or_else(|| {
        let desk = tab.with(Desk::new);
        place.set_value(Some(desk));
        desk
    })
}

/// Changes what is shown. A page is drawn once at the server: telling of the change there would have it drawn again after it
/// has gone.
fn put<T: Send + Sync + 'static>(signal: RwSignal<T>, change: impl FnOnce(&mut T)) {
    if cfg!(feature = "ssr") {
        signal.update_untracked(change);
    } else {
        signal.update(change);
    }
}

impl Desk {
    /// Nothing is asked for yet.
    fn new() -> Self {
        let shown = RwSignal::new(CentreDesk::default());
        Self {
            shown,
            is_known: RwSignal::new(false),
            edits: RwSignal::new(Edits::default()),
            changes: Memo::new(move |_| shown.with(CentreDesk::changes)),
            findings: Memo::new(move |_| shown.with(CentreDesk::findings)),
        }
    }

    /// Whether it was loaded.
    pub(crate) fn is_known(self) -> bool {
        self.is_known.get_untracked()
    }

    /// Takes what the server says; edits on their way there stay.
    pub(crate) fn take(self, mut desk: CentreDesk) {
        put(self.edits, |edits| {
            edits.kept = desk.draft.clone();
            edits.voices.clone_from(&desk.voices);
        });
        desk.draft = self.edits.with_untracked(Edits::draft);
        if self.shown.with_untracked(|shown| *shown != desk) {
            put(self.shown, |shown| *shown = desk);
        }
        put(self.is_known, |is_known| *is_known = true);
    }

    /// Reads all of it.
    pub(crate) fn with<T>(self, read: impl FnOnce(&CentreDesk) -> T) -> T {
        self.shown.with(read)
    }

    /// Reads the draft.
    pub(crate) fn draft<T>(self, read: impl FnOnce(&Centre) -> T) -> T {
        self.shown.with(|desk| read(&desk.draft))
    }

    /// Reads with the names of everything, also of what the draft no longer has.
    pub(crate) fn named<T>(self, read: impl FnOnce(Book<'_>) -> T) -> T {
        self.shown.with(|desk| read(Book(&[&desk.draft, &desk.base])))
    }

    /// What publishing would change.
    pub(crate) fn changes(self) -> Memo<Vec<Change>> {
        self.changes
    }

    /// What is wrong with the draft.
    pub(crate) fn findings(self) -> Memo<Vec<Finding>> {
        self.findings
    }

    /// What is wrong with a thing and its parts.
    pub(crate) fn findings_of(self, of: Ref) -> Memo<Vec<Finding>> {
        let findings = self.findings;
        Memo::new(move |_| {
            let is_part = |finding: &&Finding| self.named(|book| book.whole(&finding.at) == of || finding.at == of);
            findings.with(|findings| findings.iter().filter(is_part).cloned().collect())
        })
    }

    /// Whether an edit is on its way.
    pub(crate) fn is_saving(self) -> Signal<bool> {
        Signal::derive(move || self.edits.with(|edits| !edits.waiting.is_empty()))
    }

    /// Changes the draft, here at once and then at the server.
    ///
    /// # Errors
    /// Each field that must be mended; nothing is changed then.
    pub(crate) fn edit(self, edit: DraftEdit) -> Result<Ref, Vec<FieldError>> {
        let mut draft = self.shown.with_untracked(|desk| desk.draft.clone());
        let at = self.edits.with_untracked(|edits| edits.apply(&edit, &mut draft))?;
        self.shown.update(|desk| desk.draft = draft);
        let is_first = self.edits.with_untracked(|edits| edits.waiting.is_empty());
        self.edits.update(|edits| edits.waiting.push_back(edit));
        if is_first {
            self.send();
        }
        Ok(at)
    }

    /// Sends one edit after the other: each is said of the draft that the one before has made.
    fn send(self) {
        let Some(edit) = self.edits.with_untracked(|edits| edits.waiting.front().cloned()) else { return };
        let revision = self.shown.with_untracked(|desk| desk.revision);
        spawn_local(async move {
            match api::edit_draft(revision, edit).await {
                Ok(edited) => self.accepted(&edited),
                Err(fault) => self.refused(&fault),
            }
            self.send();
        });
    }

    fn accepted(self, edited: &Edited) {
        self.edits.update(Edits::accept);
        let before = self.shown.with_untracked(|desk| desk.revision);
        self.shown.update(|desk| desk.revision = edited.revision);
        // Somebody else has changed something, too.
        if edited.revision > before + 1 {
            self.refresh();
        }
    }

    fn refused(self, fault: &Fault) {
        self.edits.update(Edits::refuse);
        let draft = self.edits.with_untracked(Edits::draft);
        self.shown.update(|desk| desk.draft = draft);
        if fault.0 == Problem::SignedOut {
            return to_sign_in();
        }
        toasts::warn((t().centre.restored)(&words::problem(&fault.0)));
        self.refresh();
    }

    /// Asks the server how everything is now; what fails is asked for again with the next page.
    pub(crate) fn refresh(self) {
        spawn_local(async move {
            if let Ok(desk) = api::centre_desk().await {
                self.take(desk);
            }
        });
    }

    /// The same where no edit is on its way: the answer to that tells what others did, too.
    pub(crate) fn refresh_between_edits(self) {
        if self.edits.with_untracked(|edits| edits.waiting.is_empty()) {
            self.refresh();
        }
    }

    /// How far the latest publishing is.
    pub(crate) fn publishing<T>(self, read: impl FnOnce(Option<&Publishing>) -> T) -> T {
        self.shown.with(|desk| read(desk.publishing.as_ref()))
    }

    /// Takes how far the publishing is. Once it has come to an end, other things are other than they were.
    pub(crate) fn progress(self, publishing: Publishing) {
        let ended = !publishing.runs();
        self.shown.update(|desk| desk.publishing = Some(publishing));
        if ended {
            self.refresh();
        }
    }

    /// Asks how far the publishing is.
    pub(crate) fn ask_progress(self) {
        spawn_local(async move {
            if let Ok(Some(publishing)) = api::publishing().await {
                self.progress(publishing);
            }
        });
    }
}

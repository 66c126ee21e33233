//! Edits of the draft on their way to the server.

use domain::centre::{Centre, DraftEdit, Ref};
use domain::fields::FieldError;
use std::collections::VecDeque;

/// The draft as the server has it, and what it is still to be told.
#[derive(Default)]
pub(super) struct Edits {
    /// As the server has it.
    pub(super) kept: Centre,
    /// The voices that the provider has.
    pub(super) voices: Vec<String>,
    /// What it was not told, or has not answered; the first is on its way.
    pub(super) waiting: VecDeque<DraftEdit>,
}

impl Edits {
    /// Carries an edit out.
    ///
    /// # Errors
    /// Each field that must be mended; nothing has changed then.
    pub(super) fn apply(&self, edit: &DraftEdit, draft: &mut Centre) -> Result<Ref, Vec<FieldError>> {
        let voices: Vec<&str> = self.voices.iter().map(String::as_str).collect();
        edit.apply(draft, &voices)
    }

    /// The draft as it is when the server takes all of them. What somebody else's change has made impossible is left
    /// out: the server says so in its turn.
    pub(super) fn draft(&self) -> Centre {
        let mut draft = self.kept.clone();
        for edit in &self.waiting {
            drop(self.apply(edit, &mut draft));
        }
        draft
    }

    /// The server has taken the first.
    pub(super) fn accept(&mut self) {
        let Some(edit) = self.waiting.pop_front() else { return };
        let mut kept = std::mem::take(&mut self.kept);
        drop(self.apply(&edit, &mut kept));
        self.kept = kept;
    }

    /// The server has refused the first.
    pub(super) fn refuse(&mut self) {
        self.waiting.pop_front();
    }
}

#[cfg(test)]
mod tests {
    use super::Edits;
    use domain::centre::{DraftEdit, GroupForm};
    use domain::ids::GroupId;

    fn group(id: &str) -> DraftEdit {
        DraftEdit::Group { id: GroupId::new(id), form: GroupForm { name: id.to_owned(), members: Vec::new() } }
    }

    fn names(edits: &Edits) -> Vec<String> {
        edits.draft().groups().map(|group| group.name.clone()).collect()
    }

    #[test]
    fn what_is_refused_is_taken_back_and_what_waits_behind_it_stays() {
        let mut edits = Edits::default();
        edits.waiting.extend([group("a"), group("b"), group("c")]);
        assert_eq!(names(&edits), ["a", "b", "c"]);
        edits.accept();
        edits.refuse();
        assert_eq!((names(&edits), edits.kept.groups().count()), (vec!["a".to_owned(), "c".to_owned()], 1));
    }
}

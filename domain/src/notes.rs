//! Notes on customers, companies and deals.

pub mod mentions;

use crate::fields::{Field, FieldError, FieldProblem};
use crate::ids::{NoteId, StaffId};
use crate::staff::StaffRef;
use crate::tags::Subject;
use crate::times::Millis;
use mentions::MENTIONS_MAX;
use serde::{Deserialize, Serialize};

/// The longest note, in characters.
pub const NOTE_MAX: usize = 10_000;

/// A note as it is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// The note.
    pub id: NoteId,
    /// On what.
    pub about: Subject,
    /// What that is called.
    pub about_name: String,
    /// Who wrote it.
    pub author: StaffId,
    /// The writer's name.
    pub author_name: String,
    /// What it says; members are named by id, see [`mentions`].
    pub text: String,
    /// Whom it names, as they are called now.
    pub mentions: Vec<StaffRef>,
    /// When it was written.
    pub at: Millis,
    /// When it was last changed.
    pub edited_at: Option<Millis>,
}

/// The text of a note, trimmed; refused when empty or too long.
///
/// # Errors
/// The problem at [`Field::Note`].
pub fn parse(text: &str) -> Result<String, Vec<FieldError>> {
    let text = text.trim();
    let problem = match text.chars().count() {
        0 => FieldProblem::Required,
        n if n > NOTE_MAX => FieldProblem::TooLong { max: NOTE_MAX },
        _ if mentions::mentioned(text).len() > MENTIONS_MAX => FieldProblem::TooMany { max: MENTIONS_MAX },
        _ => return Ok(text.to_owned()),
    };
    Err(vec![FieldError::new(Field::Note, problem)])
}

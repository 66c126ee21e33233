//! Views of the log: which calls, in which order, with which columns; kept under a name.

use crate::calls::{CallFilter, Column};
use crate::fields::{self, Field, FieldError, FieldProblem};
use crate::ids::ViewId;
use crate::names;
use serde::{Deserialize, Serialize};

/// The longest name, in characters.
pub const VIEW_NAME_MAX: usize = 60;

/// What the log shows, and how.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct LogView {
    /// Which calls.
    pub filter: CallFilter,
    /// Oldest first; newest first otherwise.
    pub oldest_first: bool,
    /// The columns somebody chose; `None` for the usual ones.
    pub columns: Option<Vec<Column>>,
}

impl LogView {
    /// In the words of an address, as (name, word).
    pub fn words(&self) -> Vec<(&'static str, String)> {
        let columns =
            |columns: &Vec<Column>| columns.iter().map(|column| column.as_str()).collect::<Vec<_>>().join(",");
        let mut words = self.filter.words();
        words.extend(self.oldest_first.then(|| ("order", OLDEST.to_owned())));
        words.extend(self.columns.as_ref().map(|chosen| ("columns", columns(chosen))));
        words
    }

    /// Reads the words of an address; what makes no sense is as if it was not said.
    pub fn from_words(word: impl Fn(&str) -> Option<String>) -> Self {
        Self {
            oldest_first: word("order").as_deref() == Some(OLDEST),
            columns: word("columns").map(|words| Column::of_words(words.split(','))),
            filter: CallFilter::from_words(word),
        }
    }

    /// The columns that are shown to a member.
    pub fn shown(&self, sees_others: bool) -> Vec<Column> {
        self.columns.clone().unwrap_or_else(|| Column::usual(sees_others))
    }
}

/// The order that is not the usual one, in an address.
const OLDEST: &str = "oldest";

/// A view that was kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedView {
    /// Which.
    pub id: ViewId,
    /// Its name.
    pub name: String,
    /// What it shows.
    pub view: LogView,
    /// Whether others have it too.
    pub shared: bool,
    /// Whether it is one's own, to change and to take away.
    pub own: bool,
    /// Whether the log begins with it.
    pub default: bool,
}

/// What a member fills in for a view.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ViewForm {
    /// Its name.
    pub name: String,
    /// Whether others shall have it too.
    pub shared: bool,
    /// What it shows.
    pub view: LogView,
}

impl ViewForm {
    /// The tidied name.
    ///
    /// # Errors
    /// The problem at [`Field::Name`].
    pub fn parse_name(&self) -> Result<String, Vec<FieldError>> {
        let mut errors = Vec::new();
        let name = fields::optional(&names::tidy(&self.name), Field::Name, VIEW_NAME_MAX, &mut errors);
        if name.is_none() {
            errors.push(FieldError::new(Field::Name, FieldProblem::Required));
        }
        name.filter(|_| errors.is_empty()).ok_or(errors)
    }
}

//! Views of a list: which records, in which order, with which columns; kept under a name.

use crate::access::Role;
use crate::calls::{CallFilter, Column};
use crate::fields::{self, Field, FieldError, FieldProblem};
use crate::ids::ViewId;
use crate::lists::List;
use crate::names;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The longest name, in characters.
pub const VIEW_NAME_MAX: usize = 60;
/// The longest text of everything that a view says, in bytes.
pub const VIEW_MAX: usize = 6_000;

/// What a list shows and how, in the words of its address.
pub type Words = BTreeMap<String, String>;

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

impl From<&LogView> for Words {
    fn from(view: &LogView) -> Self {
        view.words().into_iter().map(|(name, word)| (name.to_owned(), word)).collect()
    }
}

impl From<&Words> for LogView {
    fn from(words: &Words) -> Self {
        Self::from_words(|name| words.get(name).cloned())
    }
}

/// A view that was kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedView {
    /// Which.
    pub id: ViewId,
    /// Of which list.
    pub list: List,
    /// Its name.
    pub name: String,
    /// What it shows.
    pub words: Words,
    /// Whether others have it too.
    pub shared: bool,
    /// Whether it is one's own, to change and to take away.
    pub own: bool,
    /// Whether the list begins with it: as its member likes, or else as their role does.
    pub default: bool,
    /// The roles whose list begins with it.
    pub roles: Vec<Role>,
}

/// What a member fills in for a view.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ViewForm {
    /// Of which list.
    pub list: List,
    /// Its name.
    pub name: String,
    /// Whether others shall have it too.
    pub shared: bool,
    /// What it shows.
    pub words: Words,
}

impl ViewForm {
    /// The tidied name of a view that can be kept.
    ///
    /// # Errors
    /// The problem at [`Field::Name`], or at [`Field::Filter`] where the view says too much.
    pub fn parse_name(&self) -> Result<String, Vec<FieldError>> {
        let mut errors = Vec::new();
        let name = fields::optional(&names::tidy(&self.name), Field::Name, VIEW_NAME_MAX, &mut errors);
        if name.is_none() {
            errors.push(FieldError::new(Field::Name, FieldProblem::Required));
        }
        let said: usize = self.words.iter().map(|(name, word)| name.len() + word.len()).sum();
        if said > VIEW_MAX {
            errors.push(FieldError::new(Field::Filter, FieldProblem::TooLong { max: VIEW_MAX }));
        }
        name.filter(|_| errors.is_empty()).ok_or(errors)
    }
}

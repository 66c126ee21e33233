//! Imports: customers brought in from a file, and taken out again.
//!
//! A file becomes heads and rows of text. A member says what each column is ([`Target`]), what makes two customers one
//! ([`MatchBy`]) and what happens then ([`Rule`]): the [`ImportPlan`]. A rehearsal tells what would come of it; the
//! import itself goes part by part, and each part is done wholly or not at all.

mod columns;
mod delimiter;
mod duplicates;
mod merging;
mod rehearsal;
mod rows;

pub use columns::{Target, guess, looks_like_data};
pub use delimiter::{DELIMITERS, delimiter};
pub use duplicates::{Batch, Known, Outcome, Person};
pub use merging::joined;
pub use rehearsal::Rehearsal;
pub use rows::{Owners, RowProblem, Why, cell, read};

use crate::custom::CustomField;
use crate::fields::{Field, FieldError, FieldProblem};
use crate::ids::{ImportId, StaffId};
use crate::staff::StaffRef;
use crate::times::{DAY, Millis};
use serde::{Deserialize, Serialize};

/// The largest file that is taken, in bytes.
pub const FILE_MAX: u64 = 100 * 1024 * 1024;
/// The most rows that are taken, the heads not among them.
pub const ROWS_MAX: u64 = 500_000;
/// The most columns that are taken; what stands further right is left out.
pub const COLUMNS_MAX: usize = 100;
/// The longest cell that is taken, in characters; the rest of it is left out, and no field is as long.
pub const CELL_MAX: usize = 4_000;
/// Rows that are done together: enough for the words they are found by to be written in order, few enough for others who
/// write meanwhile not to wait long.
pub const PART: usize = 5_000;
/// How long an import can be undone, in milliseconds: its rows are kept as long, and no longer.
pub const KEPT_FOR: i64 = 30 * DAY;

/// The encodings in which spreadsheets and other programs write Vietnamese and its neighbours' names, the usual first; by
/// the names that browsers know.
pub const ENCODINGS: [&str; 9] =
    ["UTF-8", "windows-1258", "windows-1252", "UTF-16LE", "UTF-16BE", "GBK", "Big5", "Shift_JIS", "EUC-KR"];

/// How far an import is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Its file is being read.
    Reading,
    /// Its rows are here; nobody has said yet what its columns are.
    Ready,
    /// The rehearsal is under way.
    Checking,
    /// The rehearsal has told what would come of it.
    Checked,
    /// It is under way.
    Running,
    /// Somebody stopped it; it can go on.
    Stopped,
    /// Every row was taken or refused.
    Done,
    /// It is being undone.
    Undoing,
    /// It was undone.
    Undone,
}

impl State {
    /// Every state.
    pub const ALL: [Self; 9] = [
        Self::Reading,
        Self::Ready,
        Self::Checking,
        Self::Checked,
        Self::Running,
        Self::Stopped,
        Self::Done,
        Self::Undoing,
        Self::Undone,
    ];

    /// The word stored in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Reading => "reading",
            Self::Ready => "ready",
            Self::Checking => "checking",
            Self::Checked => "checked",
            Self::Running => "running",
            Self::Stopped => "stopped",
            Self::Done => "done",
            Self::Undoing => "undoing",
            Self::Undone => "undone",
        }
    }

    /// The state of a stored word; `None` for any other text.
    pub fn from_stored(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == word)
    }

    /// Whether the server is at work on it.
    pub fn is_at_work(self) -> bool {
        matches!(self, Self::Reading | Self::Checking | Self::Running | Self::Undoing)
    }

    /// Whether it has brought in nothing yet, so that it can be planned, or forgotten.
    pub fn is_before(self) -> bool {
        matches!(self, Self::Ready | Self::Checked)
    }

    /// Where a wish leads; `None` when it makes no sense now.
    pub fn after(self, wish: Wish) -> Option<Self> {
        match (self, wish) {
            (Self::Ready | Self::Checked, Wish::Reread) => Some(Self::Reading),
            (Self::Ready | Self::Checked, Wish::Check) => Some(Self::Checking),
            (Self::Checked | Self::Stopped, Wish::Run) => Some(Self::Running),
            (Self::Checking, Wish::Stop) => Some(Self::Ready),
            (Self::Running, Wish::Stop) => Some(Self::Stopped),
            (Self::Done | Self::Stopped, Wish::Undo) => Some(Self::Undoing),
            _ => None,
        }
    }
}

/// What a member wants of an import.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Wish {
    /// To read its file in another way.
    Reread,
    /// To rehearse it.
    Check,
    /// To begin, or to go on.
    Run,
    /// To stop what is under way.
    Stop,
    /// To take back what it did.
    Undo,
}

/// What is done with a row whose customer is there already.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// The customer stays as they are.
    Skip,
    /// What the file says replaces what was there; what it does not say stays, and so do numbers.
    Update,
    /// What was there stays; the file fills in what is missing and adds numbers.
    #[default]
    Merge,
}

/// What makes a row and a customer one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MatchBy {
    /// A telephone number or the email address.
    #[default]
    Either,
    /// A telephone number.
    Phone,
    /// The email address.
    Email,
}

/// What a member decides about a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportPlan {
    /// What each column is, in the file's order.
    pub columns: Vec<Target>,
    /// What makes a row and a customer one.
    pub by: MatchBy,
    /// What happens then.
    pub rule: Rule,
    /// Who is responsible for new customers whose row names nobody.
    pub owner: Option<StaffId>,
}

impl ImportPlan {
    /// Checks it for a file of so many columns.
    ///
    /// # Errors
    /// [`Field::Name`] when no column is a name.
    pub fn check(&self, columns: usize) -> Result<(), Vec<FieldError>> {
        let is_name = |target: &Target| matches!(target, Target::Name | Target::FamilyName | Target::GivenName);
        if self.columns.len() == columns && self.columns.iter().any(is_name) {
            return Ok(());
        }
        Err(vec![FieldError::new(Field::Name, FieldProblem::Required)])
    }
}

/// How a file was read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Source {
    /// A table of text.
    Csv {
        /// The encoding's name, as browsers know it.
        encoding: String,
        /// What stands between cells.
        delimiter: char,
    },
    /// A workbook's first sheet.
    #[default]
    Xlsx,
}

/// What became of rows, or would.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Counts {
    /// New customers.
    pub created: u64,
    /// Rows whose customer was there already and has now what the row says.
    pub matched: u64,
    /// Rows whose customer was there already and stays.
    pub skipped: u64,
    /// Rows that cannot be taken.
    pub rejected: u64,
}

impl Counts {
    /// So many rows.
    pub fn rows(&self) -> u64 {
        self.created + self.matched + self.skipped + self.rejected
    }

    /// One more row.
    pub fn count(&mut self, outcome: &Outcome) {
        match outcome {
            Outcome::Created => self.created += 1,
            Outcome::Matched => self.matched += 1,
            Outcome::Skipped => self.skipped += 1,
            Outcome::Rejected(_) => self.rejected += 1,
        }
    }
}

/// What became of the customers of an import that is undone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Undone {
    /// Customers it had made, who are gone.
    pub gone: u64,
    /// Customers it had changed, who are as they were.
    pub restored: u64,
    /// Customers whom somebody has changed or dealt with since, who stay.
    pub kept: u64,
}

/// An import, as lists and its page show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Import {
    /// Which.
    pub id: ImportId,
    /// Whose.
    pub by: StaffRef,
    /// The file's name.
    pub file: String,
    /// How it was read.
    pub source: Source,
    /// Rows, the heads not among them.
    pub rows: u64,
    /// How far it is.
    pub state: State,
    /// What would become of the rows, or has.
    pub counts: Counts,
    /// How many customers it has made or changed, once it is being undone: all of these are looked at.
    pub touched: u64,
    /// What has been undone.
    pub undone: Undone,
    /// When its file came.
    pub at: Millis,
    /// When it was done, stopped or undone.
    pub ended_at: Option<Millis>,
}

impl Import {
    /// How far the work is: of how many.
    pub fn progress(&self) -> (u64, u64) {
        match self.state {
            State::Undoing => (self.undone.gone + self.undone.restored + self.undone.kept, self.touched),
            _ => (self.counts.rows(), self.rows),
        }
    }
}

/// An import with what is needed to plan it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// The import.
    pub import: Import,
    /// The names of the columns; empty where the file has none.
    pub heads: Vec<String>,
    /// The first rows.
    pub sample: Vec<Vec<String>>,
    /// What was decided, or is guessed.
    pub plan: ImportPlan,
    /// The installation's own fields of customers, which a column may be.
    pub fields: Vec<CustomField>,
}

/// A row that cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BadRow {
    /// Its line in the file's table, from 1; the heads are line 1 where there are any.
    pub line: u64,
    /// Everything that is wrong with it.
    pub problems: Vec<RowProblem>,
    /// What stands in its cells.
    pub cells: Vec<String>,
}

/// Why a file is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileProblem {
    /// Neither a table of text nor a workbook.
    Unreadable,
    /// There is no row in it.
    Empty,
    /// More bytes than [`FILE_MAX`].
    TooLarge,
    /// More rows than [`ROWS_MAX`].
    TooManyRows,
}

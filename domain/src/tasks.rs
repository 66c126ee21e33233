//! Tasks and call-backs: what somebody has to do by when, for a customer, a company or a deal, or of itself.

mod reminder;

pub use reminder::{Reminder, Reminders, SNOOZE};

use crate::companies::CompanyRef;
use crate::customers::CustomerRef;
use crate::deals::DealRef;
use crate::fields::{self, Field, FieldError, FieldProblem};
use crate::ids::{CallId, TaskId};
use crate::notes::NOTE_MAX;
use crate::paging::Cursor;
use crate::phone::Number;
use crate::staff::StaffRef;
use crate::tags::Subject;
use crate::times::{self, DAY, HOUR, MINUTE, Millis, Weekday};
use serde::{Deserialize, Serialize};

/// The longest title, in characters.
pub const TITLE_MAX: usize = 200;
/// Nothing is planned further ahead than this.
const HORIZON: i64 = 10 * 366 * DAY;

/// What kind of thing is to be done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TaskKind {
    /// Anything.
    #[default]
    Task,
    /// To call somebody.
    CallBack,
}

impl TaskKind {
    /// Every kind.
    pub const ALL: [Self; 2] = [Self::Task, Self::CallBack];

    /// The word stored in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Task => "task",
            Self::CallBack => "call_back",
        }
    }

    /// The kind of a stored word; `None` for any other text.
    pub fn from_stored(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }
}

/// A task as lists show it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Task {
    /// Which.
    pub id: TaskId,
    /// What kind of thing it is.
    pub kind: TaskKind,
    /// What is to be done.
    pub title: String,
    /// What else helps to do it; may be empty.
    pub note: String,
    /// By when.
    pub due_at: Millis,
    /// How long before that its owner is reminded.
    pub reminder: Reminder,
    /// When its owner is reminded next; `None` once they were.
    pub remind_at: Option<Millis>,
    /// Who does it.
    pub owner: StaffRef,
    /// For whom; of a deal's task, with whom the deal is.
    pub customer: Option<CustomerRef>,
    /// For which company; of a deal's task, with which the deal is.
    pub company: Option<CompanyRef>,
    /// For which deal.
    pub deal: Option<DealRef>,
    /// What to dial for it: the call's number, else the customer's first, else the company's.
    pub number: Option<Number>,
    /// The customer does not want calls on that number.
    pub do_not_call: bool,
    /// The call that left it.
    pub call: Option<CallId>,
    /// Who made it.
    pub created_by: StaffRef,
    /// When it was made.
    pub created_at: Millis,
    /// When and by whom it was done.
    pub done: Option<Done>,
}

/// When and by whom a task was done.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Done {
    /// When.
    pub at: Millis,
    /// By whom.
    pub by: StaffRef,
}

/// How urgent a task is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Urgency {
    /// It should be done already.
    Overdue,
    /// It is to be done before this day ends.
    Today,
    /// There is time.
    Later,
}

impl Task {
    /// Where it belongs: at the deal, else at the customer, else at the company.
    pub fn subject(&self) -> Option<Subject> {
        let deal = self.deal.as_ref().map(|deal| Subject::Deal(deal.id.clone()));
        let customer = || self.customer.as_ref().map(|customer| Subject::Customer(customer.id.clone()));
        let company = || self.company.as_ref().map(|company| Subject::Company(company.id.clone()));
        deal.or_else(customer).or_else(company)
    }

    /// How urgent it is, done or not. Days are Vietnam's.
    pub fn urgency(&self, now: Millis) -> Urgency {
        if self.due_at <= now {
            Urgency::Overdue
        } else if self.due_at < end_of_day(now) {
            Urgency::Today
        } else {
            Urgency::Later
        }
    }
}

/// The first moment of the next day: what is due before it is a matter of today.
pub fn end_of_day(now: Millis) -> Millis {
    now.day_start().plus(DAY)
}

/// What a member fills in for a task.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskForm {
    /// What is to be done.
    pub title: String,
    /// What else helps; may be empty.
    pub note: String,
    /// By when, as a field for date and time has it: `2026-11-20T14:05`, Vietnam's time.
    pub due_at: String,
    /// What kind of thing it is. Browsers may still hold forms from before there were kinds.
    #[serde(default)]
    pub kind: TaskKind,
    /// How long before that its owner is reminded.
    #[serde(default)]
    pub reminder: Reminder,
}

/// A task's form that holds what it must.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskDraft {
    /// What is to be done.
    pub title: String,
    /// What else helps; may be empty.
    pub note: String,
    /// By when.
    pub due_at: Millis,
    /// What kind of thing it is.
    pub kind: TaskKind,
    /// How long before that its owner is reminded.
    pub reminder: Reminder,
}

impl TaskForm {
    /// Checks every field at once. A time that has passed is taken: then it is overdue.
    ///
    /// # Errors
    /// Each field that must be mended.
    pub fn parse(&self, now: Millis) -> Result<TaskDraft, Vec<FieldError>> {
        let mut errors = Vec::new();
        let title = fields::optional(&self.title, Field::Title, TITLE_MAX, &mut errors);
        if title.is_none() {
            errors.push(FieldError::new(Field::Title, FieldProblem::Required));
        }
        let note = fields::optional(&self.note, Field::Note, NOTE_MAX, &mut errors).unwrap_or_default();
        let due_at = times::parse_field(&self.due_at).filter(|at| at.since(now).abs() < HORIZON);
        if due_at.is_none() {
            let problem = if self.due_at.trim().is_empty() { FieldProblem::Required } else { FieldProblem::NotATime };
            errors.push(FieldError::new(Field::DueAt, problem));
        }
        match (title, due_at) {
            (Some(title), Some(due_at)) if errors.is_empty() => {
                Ok(TaskDraft { title, note, due_at, kind: self.kind, reminder: self.reminder })
            }
            _ => Err(errors),
        }
    }
}

/// A time that is often meant, chosen with one press.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum QuickTime {
    /// An hour from now.
    InAnHour,
    /// Today at 16:00.
    ThisAfternoon,
    /// Tomorrow at 9:00.
    Tomorrow,
    /// Monday of next week at 9:00.
    NextWeek,
}

impl QuickTime {
    /// Those that make sense at this moment, soonest first.
    pub fn offered(now: Millis) -> Vec<Self> {
        let all = [Self::InAnHour, Self::ThisAfternoon, Self::Tomorrow, Self::NextWeek];
        let mut offered: Vec<Self> = all.into_iter().filter(|quick| quick.at(now) > now).collect();
        offered.sort_by_key(|quick| quick.at(now));
        offered
    }

    /// The moment that is meant, to the minute.
    pub fn at(self, now: Millis) -> Millis {
        let today = now.day_start();
        match self {
            Self::InAnHour => Millis((now.0 + HOUR).div_euclid(MINUTE) * MINUTE),
            Self::ThisAfternoon => today.plus(16 * HOUR),
            Self::Tomorrow => today.plus(DAY + 9 * HOUR),
            Self::NextWeek => today.plus(days_to_monday(times::weekday(now)) * DAY + 9 * HOUR),
        }
    }
}

/// From this day to the Monday of the next week.
pub(crate) fn days_to_monday(day: Weekday) -> i64 {
    7 - i64::from(day.num_days_from_monday())
}

/// What a list of tasks is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskQuery {
    /// Those that are done, latest first; else those that are not, soonest first.
    pub done: bool,
    /// Where the page begins.
    pub after: Option<Cursor>,
}

/// A task that is made for somebody or because of something.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskAbout {
    /// For whom, or for which company or deal.
    pub subject: Option<Subject>,
    /// Because of which call; its customer is the task's where nothing else is named.
    pub call: Option<CallId>,
}

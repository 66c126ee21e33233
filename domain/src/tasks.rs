//! Tasks: what somebody has to do by when, mostly left by a call.

use crate::customers::CustomerRef;
use crate::fields::{self, Field, FieldError, FieldProblem};
use crate::ids::{CallId, CustomerId, TaskId};
use crate::notes::NOTE_MAX;
use crate::paging::Cursor;
use crate::phone::Number;
use crate::staff::StaffRef;
use crate::times::{self, DAY, HOUR, MINUTE, Millis, Weekday};
use serde::{Deserialize, Serialize};

/// The longest title, in characters.
pub const TITLE_MAX: usize = 200;
/// Nothing is planned further ahead than this.
const HORIZON: i64 = 10 * 366 * DAY;

/// A task as lists show it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Task {
    /// Which.
    pub id: TaskId,
    /// What is to be done.
    pub title: String,
    /// What else helps to do it; may be empty.
    pub note: String,
    /// By when.
    pub due_at: Millis,
    /// Who does it.
    pub owner: StaffRef,
    /// For whom.
    pub customer: Option<CustomerRef>,
    /// What to dial for it: the call's number, else the customer's first.
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
            (Some(title), Some(due_at)) if errors.is_empty() => Ok(TaskDraft { title, note, due_at }),
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
fn days_to_monday(day: Weekday) -> i64 {
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
    /// For whom.
    pub customer: Option<CustomerId>,
    /// Because of which call; its customer is the task's.
    pub call: Option<CallId>,
}

//! Wrap-up: what a member says of a call when it is over. How the call ended is the machine's word; what it came to is
//! the member's, one of the choices that the installation defines.

use crate::calls::{CallRow, Direction, Failure, Outcome, Phase, State};
use crate::fields::{self, Field, FieldError, FieldProblem};
use crate::ids::{CallId, DispositionId, TaskId};
use crate::tasks::TaskForm;
use crate::times::{Millis, SECOND};
use serde::{Deserialize, Serialize};

/// The longest name of a choice, in characters: it must fit on a button.
pub const NAME_MAX: usize = 40;
/// The shortest and the longest time limit, in seconds.
pub const LIMITS: (i64, i64) = (10, 3_600);

/// What a call came to, as lists and filters show it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct DispositionRef {
    /// Which choice.
    pub id: DispositionId,
    /// Its name.
    pub name: String,
}

/// A choice as admins see it. It is never deleted: calls that came to it keep saying so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Disposition {
    /// Which.
    pub id: DispositionId,
    /// Its name.
    pub name: String,
    /// Whether it can be chosen.
    pub active: bool,
}

impl Disposition {
    /// As lists and filters show it.
    pub fn named(self) -> DispositionRef {
        DispositionRef { id: self.id, name: self.name }
    }
}

/// What an admin fills in for a choice.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DispositionForm {
    /// Its name.
    pub name: String,
}

impl DispositionForm {
    /// The name, trimmed.
    ///
    /// # Errors
    /// The problem at [`Field::Name`].
    pub fn parse(&self) -> Result<String, Vec<FieldError>> {
        let mut errors = Vec::new();
        let name = fields::optional(&self.name, Field::Name, NAME_MAX, &mut errors);
        if name.is_none() {
            errors.push(FieldError::new(Field::Name, FieldProblem::Required));
        }
        name.filter(|_| errors.is_empty()).ok_or(errors)
    }
}

/// How this installation wraps up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WrapUpSettings {
    /// Seconds a member has; `None` for as long as it takes.
    pub limit_seconds: Option<i64>,
    /// Whether wrap-up can only be finished with a disposition.
    pub disposition_required: bool,
}

impl WrapUpSettings {
    /// Until when a wrap-up lasts that began at this moment.
    pub fn due(self, began: Millis) -> Option<Millis> {
        self.limit_seconds.map(|seconds| began.plus(seconds.saturating_mul(SECOND)))
    }
}

/// What an admin fills in for the settings.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WrapUpSettingsForm {
    /// Seconds; empty for no limit.
    pub limit_seconds: String,
    /// Whether a disposition must be chosen.
    pub disposition_required: bool,
}

impl WrapUpSettingsForm {
    /// Checks the limit.
    ///
    /// # Errors
    /// The problem at [`Field::TimeLimit`].
    pub fn parse(&self) -> Result<WrapUpSettings, Vec<FieldError>> {
        let (min, max) = LIMITS;
        let limit_seconds = match self.limit_seconds.trim() {
            "" => None,
            text => match text.parse() {
                Ok(seconds) if (min..=max).contains(&seconds) => Some(seconds),
                _ => return Err(vec![FieldError::new(Field::TimeLimit, FieldProblem::OutOfRange { min, max })]),
            },
        };
        Ok(WrapUpSettings { limit_seconds, disposition_required: self.disposition_required })
    }
}

/// A member's wrap-up of one call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WrapUp {
    /// Of which call.
    pub call: CallId,
    /// When it began.
    pub started_at: Millis,
    /// Until when it lasts at the most.
    pub due_at: Option<Millis>,
    /// Its end, unless that is only read off `due_at`.
    pub ended: Option<Over>,
}

/// When and how a wrap-up was over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Over {
    /// When.
    pub at: Millis,
    /// How.
    pub how: HowOver,
}

/// How a wrap-up was over. What was not filled in by then can be filled in at the call's page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HowOver {
    /// The member said so.
    Finished,
    /// The time limit passed.
    TimeUp,
    /// The member was talking with the next customer.
    NextCall,
}

impl WrapUp {
    /// When and how it was over; `None` while it goes on.
    pub fn over(&self, now: Millis) -> Option<Over> {
        let time_up = self.due_at.filter(|due| *due <= now).map(|at| Over { at, how: HowOver::TimeUp });
        match (self.ended, time_up) {
            (Some(ended), Some(time_up)) if time_up.at <= ended.at => Some(time_up),
            (ended, time_up) => ended.or(time_up),
        }
    }
}

/// When the wrap-up of a call begins: once it is over and the customer was talked to or tried. A call that nobody took
/// leaves nothing to say, nor does one that our side could not make.
pub fn begins(state: &State) -> Option<Millis> {
    let tried = state.direction == Direction::Outbound && reached_out(state.outcome.as_ref());
    state.ended_at.filter(|_| state.phase == Phase::Ended && (state.answered_at.is_some() || tried))
}

/// Whether it was the customer's side on which a call out came to its end.
fn reached_out(outcome: Option<&Outcome>) -> bool {
    let Some(Outcome::Failed { reason }) = outcome else { return true };
    match reason {
        Failure::Unreachable
        | Failure::Busy
        | Failure::NoAnswerOrError
        | Failure::NoAnswer
        | Failure::TemporarilyUnreachable
        | Failure::Other { .. } => true,
        Failure::Unpaid
        | Failure::OwnDevice
        | Failure::MemberBusy
        | Failure::NotPermitted
        | Failure::Provider
        | Failure::Ignored
        | Failure::Misconfigured
        | Failure::HotlineRefused
        | Failure::TrunkUnavailable
        | Failure::NumberInvalid
        | Failure::LinesFull
        | Failure::ServerSilent
        | Failure::AccountLocked
        | Failure::NoMicrophone
        | Failure::NoSound => false,
    }
}

/// What a member fills in. The note of the call is not in it: that saves itself from the first ring on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WrapUpForm {
    /// What the call came to.
    pub disposition: Option<DispositionId>,
    /// What is to be done next.
    pub follow_up: Option<FollowUp>,
    /// Whether the member is done with it.
    pub done: bool,
}

/// A task that a wrap-up leaves. Its id is made where it is typed: sent twice, it is one task.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FollowUp {
    /// The task's id.
    pub id: TaskId,
    /// What, and when.
    pub task: TaskForm,
}

/// A wrap-up to go on with, and its call as the dock shows it where it is not on the desk any more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenWrapUp {
    /// The wrap-up.
    pub wrap_up: WrapUp,
    /// Milliseconds left, by the server's clock; `None` without a limit.
    pub left_ms: Option<i64>,
    /// The call.
    pub call: CallRow,
}

/// What a call came to, as its page shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallDisposition {
    /// What it came to.
    pub chosen: Option<DispositionRef>,
    /// What can be chosen, in the admins' order, the present choice included.
    pub choices: Vec<DispositionRef>,
    /// How its wrap-up was over; `None` where it goes on or there was none.
    pub over: Option<HowOver>,
}

/// What the dock needs to wrap up.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WrapUpDesk {
    /// The choices, in the admins' order.
    pub dispositions: Vec<DispositionRef>,
    /// How this installation wraps up.
    pub settings: WrapUpSettings,
    /// The member's own that go on, newest first.
    pub open: Vec<OpenWrapUp>,
}

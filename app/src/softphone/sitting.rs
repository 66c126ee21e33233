//! Sitting down at the desk that another page left, and asking the page that sits there.

use super::channel::{self, Said};
use super::ids;
use super::kept::{self, Left};
use super::phone::Phone;
use crate::surroundings::now;
use domain::calls::{Command, Desk, Input, LiveCall, Phase, Refused};
use domain::ids::{CallId, SourceId};

/// The tab that telephoned in this browser before.
pub(super) struct Before {
    /// The source of its facts.
    pub(super) tab: SourceId,
    /// Whether it had the voice at the provider.
    pub(super) had_voice: bool,
}

impl Phone {
    /// Takes the desk that the page before this one left, or an empty one.
    pub(super) fn sit_down(self) -> Option<Before> {
        let source = SourceId::new(ids::fresh());
        let left = self.outbox.member().and_then(|member| kept::read(&member));
        let Some(Left { mut desk, seen }) = left else {
            self.show(Desk::new(source));
            return None;
        };
        let before = Before { tab: desk.source().clone(), had_voice: desk.line().voice };
        let outputs = desk.resume(now(), seen, source);
        let calls: Vec<CallId> = desk.calls().iter().map(|call| call.id.clone()).collect();
        self.show(desk);
        self.carry_out(outputs);
        calls.into_iter().for_each(|call| self.callers.look_up(self, call));
        Some(before)
    }

    /// Whether this call rings, as far as this tab knows.
    pub(super) fn rings_here(self, call: &CallId) -> bool {
        let rings = |known: &LiveCall| known.id == *call && known.state.phase == Phase::Ringing && !known.hushed;
        self.desk_now(|desk| desk.calls().iter().any(rings))
    }

    /// A wish that a tab without the telephone hands on. The number comes as our server writes it.
    pub(super) fn press_for_another_tab(self, command: Command) {
        let command = match command {
            Command::Dial { number } => match self.registration.dialable(&number) {
                Some(number) => Command::Dial { number },
                None => return,
            },
            command => command,
        };
        self.press(command);
    }

    /// Hands a wish to the tab that has the telephone, unless it would be refused there.
    pub(super) fn hand_on(self, command: Command) -> Result<(), Refused> {
        let tried = Input::Command(command.clone());
        self.desk_now(|desk| desk.clone().handle(now(), CallId::new(ids::fresh()), tried))?;
        channel::say(&Said::Wishes(command));
        Ok(())
    }
}

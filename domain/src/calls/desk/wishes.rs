//! Wishes that wait for their fact, and what becomes of them when it does not come.

use super::{Ability, Desk, LiveCall, Notice, Order, Output};
use crate::calls::{Failure, TransferFailure, What};
use crate::times::{Millis, SECOND};
use serde::{Deserialize, Serialize};

/// How long an offered call can be answered: afterwards the provider refuses it by itself.
const OFFER_STANDS: i64 = 10 * SECOND;
/// How long a wish about the line waits.
const LINE_WAITS: i64 = 8 * SECOND;
/// How long an end without a name is taken for that of a call which another fact has closed already.
const END_ECHO: i64 = 3 * SECOND;

/// What the member asked for in a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Wished {
    /// To call out.
    Dial,
    /// To take the call.
    Answer,
    /// To refuse the call.
    Reject,
    /// To end the call.
    HangUp,
    /// To put the customer on hold.
    Hold,
    /// To take the customer off hold.
    Resume,
    /// To shut the microphone.
    Mute,
    /// To open the microphone.
    Unmute,
    /// To pass the call on.
    Transfer,
    /// The call was passed on; what is left is its end here.
    Leave,
}

impl Wished {
    /// Milliseconds until the wish is given up.
    fn patience(self) -> i64 {
        match self {
            Self::Dial => 5 * SECOND,
            Self::Answer => 15 * SECOND,
            Self::Reject | Self::HangUp | Self::Leave => 8 * SECOND,
            Self::Hold | Self::Resume | Self::Mute | Self::Unmute => 8 * SECOND,
            Self::Transfer => 30 * SECOND,
        }
    }

    /// Whether this fact is what was waited for.
    pub(super) fn is_met_by(self, what: &What) -> bool {
        match self {
            Self::Dial => matches!(
                what,
                What::DialTaken | What::OwnDeviceRinging | What::CustomerRinging | What::CustomerAnswered
            ),
            Self::Answer => matches!(what, What::AgentAnswered),
            Self::Hold => matches!(what, What::Held),
            Self::Resume => matches!(what, What::Resumed),
            Self::Mute => matches!(what, What::Muted),
            Self::Unmute => matches!(what, What::Unmuted),
            Self::Transfer => match what {
                What::TransferAnswered { accepted } => !accepted,
                What::Transferred | What::TransferFailed { .. } => true,
                _ => false,
            },
            // The end of the call clears every wish.
            Self::Reject | Self::HangUp | Self::Leave => false,
        }
    }
}

/// A wish that waits for its fact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wish {
    /// What for.
    pub what: Wished,
    /// Until when.
    pub until: Millis,
}

/// A wish about the line that waits for its fact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Waiting {
    pub(super) what: Ability,
    until: Millis,
}

impl LiveCall {
    /// Begins to wait; a second wish of the same kind waits anew.
    pub(super) fn wish(&mut self, now: Millis, what: Wished) {
        self.wish_until(now.plus(what.patience()), what);
    }

    /// The same, as long as is said.
    pub(super) fn wish_until(&mut self, until: Millis, what: Wished) {
        self.drop_wish(what);
        self.pending.push(Wish { what, until });
    }

    pub(super) fn drop_wish(&mut self, what: Wished) {
        self.pending.retain(|wish| wish.what != what);
    }

    /// Something else than its end has closed the call: its end may still be reported.
    pub(super) fn expect_end(&mut self, now: Millis) {
        self.end_due_until = Some(now.plus(END_ECHO));
    }
}

impl Desk {
    /// When to hand in the next [`super::Input::Tick`], if nothing else happens before.
    pub fn next_tick(&self) -> Option<Millis> {
        let wishes = self.calls.iter().flat_map(|call| call.pending.iter().map(|wish| wish.until));
        let waiting = self.waiting.iter().map(|waiting| waiting.until);
        wishes.chain(waiting).chain(self.offer.as_ref().map(|offer| offer.since.plus(OFFER_STANDS))).min()
    }

    pub(super) fn wait_for(&mut self, now: Millis, what: Ability) {
        self.stop_waiting(what);
        self.waiting.push(Waiting { what, until: now.plus(LINE_WAITS) });
    }

    pub(super) fn stop_waiting(&mut self, what: Ability) {
        self.waiting.retain(|waiting| waiting.what != what);
    }

    /// Gives up every wish whose time has run out.
    pub(super) fn expire(&mut self, now: Millis, out: &mut Vec<Output>) {
        while let Some((at, what)) = self.take_overdue(now) {
            self.give_up(now, at, what, out);
        }
        let (over, waiting) = self.waiting.drain(..).partition(|waiting| waiting.until <= now);
        self.waiting = waiting;
        let over: Vec<Waiting> = over;
        for Waiting { what, .. } in over {
            if what == Ability::TakeVoice {
                self.line.voice_unanswered();
            }
            out.push(Output::Tell(Notice::WishUnanswered { what }));
        }
        if self.offer.take_if(|offer| offer.since.plus(OFFER_STANDS) <= now).is_some() {
            out.push(Output::Tell(Notice::OfferExpired));
        }
    }

    fn take_overdue(&mut self, now: Millis) -> Option<(usize, Wished)> {
        self.calls.iter_mut().enumerate().find_map(|(at, call)| {
            let wish = call.pending.iter().position(|wish| wish.until <= now)?;
            Some((at, call.pending.remove(wish).what))
        })
    }

    fn give_up(&mut self, now: Millis, at: usize, what: Wished, out: &mut Vec<Output>) {
        let unanswered = |what| Output::Tell(Notice::WishUnanswered { what });
        match what {
            Wished::Dial => {
                if self.line.manner.names_calls {
                    // Should the provider dial after all, it is to end that.
                    self.order(at, Order::End, out);
                }
                self.close_unasked(now, at, What::DialIgnored, out);
                out.push(Output::Tell(Notice::CallFailed(Failure::Ignored)));
            }
            Wished::Answer => out.push(unanswered(Ability::Answer)),
            Wished::Reject => {
                self.close_unasked(now, at, What::Ended, out);
                out.push(unanswered(Ability::Reject));
            }
            Wished::HangUp => {
                self.close_unasked(now, at, What::Ended, out);
                out.push(unanswered(Ability::HangUp));
            }
            Wished::Leave => self.close_unasked(now, at, What::Ended, out),
            Wished::Hold | Wished::Resume => out.push(unanswered(Ability::Hold)),
            Wished::Mute | Wished::Unmute => out.push(unanswered(Ability::Mute)),
            Wished::Transfer => {
                self.record(now, at, What::TransferFailed { reason: TransferFailure::TimedOut }, out);
                out.push(Output::Tell(Notice::TransferFailed(TransferFailure::TimedOut)));
            }
        }
    }

    /// Closes a call of which the provider says nothing any more.
    fn close_unasked(&mut self, now: Millis, at: usize, what: What, out: &mut Vec<Output>) {
        self.record(now, at, what, out);
        if let Some(call) = self.calls.get_mut(at) {
            call.given_up = true;
            call.expect_end(now);
        }
    }
}

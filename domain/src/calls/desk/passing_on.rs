//! Passing calls on, and being offered them: what the provider reports of it.

use super::events::{LATE, ended_within};
use super::{Desk, LiveCall, Notice, Output, TransferOffer, Wished};
use crate::calls::{Fact, TransferFailure, TransferTarget, What};
use crate::times::Millis;

impl Desk {
    /// The same offer again does not buy time.
    pub(super) fn offered(&mut self, now: Millis, offer: TransferOffer) {
        let again = self.offer.as_ref().is_some_and(|known| known.call_id == offer.call_id && known.from == offer.from);
        if !again {
            self.offer = Some(TransferOffer { since: now, ..offer });
        }
    }

    /// While a call is offered to this member, a refusal is an echo of that offer and means nothing.
    pub(super) fn transfer_answered(&mut self, now: Millis, of: Option<&str>, accepted: bool, out: &mut Vec<Output>) {
        if self.offer.is_some() && !accepted {
            return;
        }
        let Some(at) = self.newest_of(of, |call| call.waits_for(Wished::Transfer)) else {
            return;
        };
        if accepted && is_taken(&self.calls[at]) {
            return;
        }
        let to_queue = matches!(self.calls[at].state.transfer, Some(TransferTarget::Queue(_)));
        self.record(now, at, What::TransferAnswered { accepted }, out);
        match (accepted, to_queue) {
            (false, _) => out.push(Output::Tell(Notice::TransferFailed(TransferFailure::Refused))),
            (true, true) => self.leave(now, at, out),
            (true, false) => {
                self.calls[at].wish(now, Wished::Transfer);
                out.push(Output::Tell(Notice::TransferAccepted));
            }
        }
    }

    /// Counts even when the wish was given up in the meantime, or when the end has overtaken it.
    pub(super) fn transferred(&mut self, now: Millis, of: Option<&str>, out: &mut Vec<Output>) {
        let wished = self.newest_of(of, |call| call.waits_for(Wished::Transfer));
        let once_wished = |call: &LiveCall| {
            let asked = call.facts.iter().any(|fact| matches!(fact.what, What::TransferWished { .. }));
            asked && !call.state.transferred
        };
        if let Some(at) = wished.or_else(|| self.newest_of(of, once_wished)) {
            self.record(now, at, What::Transferred, out);
            return self.leave(now, at, out);
        }
        let over = |call: &LiveCall| self.can_be_of(call, of) && ended_within(call, now, LATE) && once_wished(call);
        if let Some(at) = self.calls.iter().rposition(over) {
            self.record(now, at, What::Transferred, out);
            out.push(Output::Tell(Notice::TransferDone));
        }
    }

    /// The call was passed on: only its end is still to come here.
    fn leave(&mut self, now: Millis, at: usize, out: &mut Vec<Output>) {
        self.calls[at].drop_wish(Wished::Transfer);
        self.calls[at].wish(now, Wished::Leave);
        out.push(Output::Tell(Notice::TransferDone));
    }

    pub(super) fn transfer_failed(
        &mut self,
        now: Millis,
        of: Option<&str>,
        reason: TransferFailure,
        out: &mut Vec<Output>,
    ) {
        if let Some(at) = self.newest_of(of, |call| call.waits_for(Wished::Transfer)) {
            self.record(now, at, What::TransferFailed { reason: reason.clone() }, out);
            out.push(Output::Tell(Notice::TransferFailed(reason)));
        }
    }
}

/// Whether the colleague has already said that they take the call.
fn is_taken(call: &LiveCall) -> bool {
    let answer = |fact: &Fact| match fact.what {
        What::TransferWished { .. } => Some(false),
        What::TransferAnswered { accepted } => Some(accepted),
        _ => None,
    };
    call.facts.iter().rev().find_map(answer) == Some(true)
}

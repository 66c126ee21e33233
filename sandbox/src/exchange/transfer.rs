//! Handing a customer to a colleague or to a queue.

use super::calls::Because;
use super::words::{Direction, News, SessionId, Transfer};
use super::{CallKey, Exchange};
use std::time::Instant;

impl Exchange {
    /// An agent offers the call to a colleague.
    pub(super) fn offer_transfer(&mut self, session: SessionId, from: &str, to: String) {
        let key = self.seats.get(from).and_then(|seat| seat.call);
        let transfer = Transfer { call: key.and_then(|key| self.told_name(key)), from: from.to_owned(), to };
        let error = match key {
            None => Some("NOT_IN_A_CALL"),
            Some(_) if self.talking(from).is_none() => Some("COULD_NOT_GET_CALL_INFO"),
            Some(_) if transfer.to == from || self.idle_since(&transfer.to).is_none() => Some("TRANSFER_CALL_FAILED"),
            Some(_) => None,
        };
        if error.is_some() {
            return self.tell(session, News::Transferred { transfer, error });
        }
        if let Some(call) = key.and_then(|key| self.calls.get_mut(&key)) {
            call.offered = Some(transfer.to.clone());
        }
        let to = transfer.to.clone();
        self.tell_voice(&to, News::TransferOffered(transfer.clone()));
        // 3C sends who is asked a refusal that nobody gave
        self.tell_voice(&to, News::TransferAnswered { transfer, accepted: false });
    }

    /// The colleague takes the offer, or not.
    pub(super) fn answer_transfer(&mut self, now: Instant, to: &str, accepted: bool) {
        let offered = |call: &super::Call| call.offered.as_deref() == Some(to);
        let Some((key, call)) = self.calls.iter_mut().find(|(_, call)| offered(call)) else { return };
        call.offered = None;
        let key = *key;
        let Some(from) = call.agent.as_ref().map(|party| party.ipphone.clone()) else { return };
        let transfer = Transfer { call: self.told_name(key), from: from.clone(), to: to.to_owned() };
        self.tell_voice(&from, News::TransferAnswered { transfer: transfer.clone(), accepted });
        if !accepted {
            return;
        }
        if self.idle_since(to).is_none() {
            return self.tell_voice(&from, News::Transferred { transfer, error: Some("TRANSFER_CALL_FAILED") });
        }
        self.park(key, "held");
        self.announce(now, key, to);
        let heir = self.dial_agent(now, key, to, Direction::In);
        if let Some(call) = self.calls.get_mut(&key) {
            call.heir = Some(heir);
        }
    }

    /// The colleague picked up: the call is theirs.
    pub(super) fn inherit(&mut self, now: Instant, key: CallKey) {
        let Some(call) = self.calls.get_mut(&key) else { return };
        let Some(mut heir) = call.heir.take() else { return };
        heir.up = true;
        heir.talked = Some(now);
        let to = heir.ipphone.clone();
        if let Some(giver) = call.agent.replace(heir) {
            let transfer = Transfer { call: self.told_name(key), from: giver.ipphone.clone(), to: to.clone() };
            self.tell_voice(&giver.ipphone, News::Transferred { transfer, error: None });
            self.hang_up(giver.leg, None);
            self.dismiss(now, key, &giver, Because::CustomerLeft);
        }
        let name = self.told_name(key);
        self.tell_voice(&to, News::Answered(name));
        self.bridge(key);
    }

    /// The colleague did not pick up: the customer goes back.
    pub(super) fn disinherit(&mut self, now: Instant, key: CallKey) {
        let Some(heir) = self.calls.get_mut(&key).and_then(|call| call.heir.take()) else { return };
        self.dismiss(now, key, &heir, Because::CustomerLeft);
        let giver = self.calls.get(&key).and_then(|call| call.agent.as_ref()).map(|party| party.ipphone.clone());
        let Some(giver) = giver else {
            return self.end_call(now, key, Because::AgentLeft);
        };
        let transfer = Transfer { call: self.told_name(key), from: giver.clone(), to: heir.ipphone };
        self.tell_voice(&giver, News::Transferred { transfer, error: Some("TRANSFER_CALL_FAILED") });
        self.bridge(key);
    }

    /// An agent sends the customer to a queue.
    pub(super) fn transfer_to_queue(&mut self, now: Instant, session: SessionId, from: &str, queue: &str) {
        let key = self.seats.get(from).and_then(|seat| seat.call);
        let can = self.talking(from).is_some() && self.acd.queue(queue).is_some();
        self.tell(session, News::QueueTransfer(can));
        let Some(call) = key.filter(|_| can).and_then(|key| self.calls.get_mut(&key)) else { return };
        let (Some(giver), Some(key)) = (call.agent.take(), key) else { return };
        self.hang_up(giver.leg, None);
        self.dismiss(now, key, &giver, Because::CustomerLeft);
        self.enqueue(now, key, queue);
        // not straight back to who gave it away
        self.acd.refused(key, from, now);
    }
}

//! Holding a customer, handing the customer to somebody else, ending a call from outside.

use super::agents::Place;
use super::calls::{Party, Stage, Telephony, Who};
use super::events::Cause;
use super::scco::{self, Plan};
use super::words::{Effect, Handover, Moment, Outcome, RequestId, Ring, Sound, Target, Wish};
use super::{CallKey, Centre};
use crate::leg::LegId;
use std::time::Duration;

/// Why a wish is not granted.
type Refused = (i64, &'static str);
type Granted = Result<(), Refused>;

impl Centre {
    pub(super) fn on_wish(&mut self, now: Moment, request: RequestId, wish: Wish) {
        let granted = match wish {
            Wish::CallOut(wish) => return self.call_out(now, request, &wish),
            Wish::Transfer { call, to, how } => self.transfer(now, &call, to, how),
            Wish::Hold { leg, on } => self.hold(leg, on),
            Wish::Stop { call } => self.stop(now, &call),
            Wish::Actions { call, actions } => self.act_on(now, &call, &actions),
        };
        let (r, message) = granted.err().unwrap_or((0, "success"));
        self.effects.push(Effect::Settle(request, Outcome { r, message: message.to_owned(), ..Outcome::default() }));
    }

    /// The call that goes on with this id: 1 for one that is over, 2 for none.
    fn live(&self, id: &str) -> Result<CallKey, Refused> {
        let over = || self.over.iter().any(|known| known == id);
        self.call_named(id).ok_or_else(|| if over() { (1, "CALL_ENDED") } else { (2, "CALL_NOT_FOUND") })
    }

    fn stop(&mut self, now: Moment, id: &str) -> Granted {
        let key = self.live(id)?;
        self.end_call(now, key, &Cause::by_us("USER_END_CALL"));
        Ok(())
    }

    fn hold(&mut self, leg: LegId, on: bool) -> Granted {
        let key = self.legs.get(&leg).map(|leg| leg.call).ok_or((1, "CALL_NOT_FOUND"))?;
        let call = self.calls.get(&key).ok_or((1, "CALL_NOT_FOUND"))?;
        let theirs = call.agent.as_ref().is_some_and(|agent| agent.leg == leg && agent.up);
        if !theirs || !matches!(call.stage, Stage::Talking) || call.heir.is_some() {
            return Err((3, "CALL_NOT_ANSWERED"));
        }
        if on {
            self.park(key, "held");
            self.hear(leg, Sound::Silence);
        } else {
            self.bridge(key);
        }
        Ok(())
    }

    fn transfer(&mut self, now: Moment, id: &str, to: Target, how: Handover) -> Granted {
        let key = self.live(id)?;
        let call = self.calls.get(&key).ok_or((2, "CALL_NOT_FOUND"))?;
        if !matches!(call.stage, Stage::Talking) || call.heir.is_some() || call.customer.is_none() {
            return Err((3, "CALL_NOT_ANSWERED"));
        }
        match to {
            Target::Queue(queue) => self.send_to_queue(now, key, &queue),
            Target::Agent(user) => self.ring_heir(now, key, &Who::Agent(user), how),
            Target::Number(number) => {
                self.ring_heir(now, key, &Who::Number(super::inbound::international(&number)), how)
            }
        }
    }

    /// The agent's customer waits in a queue, and the agent is free.
    fn send_to_queue(&mut self, now: Moment, key: CallKey, queue: &str) -> Granted {
        if self.setup.queues.get(queue).is_none() {
            return Err((4, "QUEUE_NOT_FOUND"));
        }
        let giver = self.calls.get_mut(&key).and_then(|call| call.agent.take());
        if let Some(giver) = &giver {
            self.release(now, key, giver);
        }
        self.enqueue(now, key, queue);
        let stage = self.calls.get_mut(&key).map(|call| &mut call.stage);
        // not straight back to who gave it away
        if let (Some(Stage::Waiting(waiting)), Some(giver)) = (stage, giver) {
            waiting.tried.insert(giver.who.name().to_owned());
        }
        Ok(())
    }

    fn release(&mut self, now: Moment, key: CallKey, giver: &Party) {
        self.hang_up(giver.leg, None);
        if giver.up {
            self.finished(now, key, &giver.who);
        }
        self.tell(now, key, "agentEnded", Some(&giver.who));
    }

    fn ring_heir(&mut self, now: Moment, key: CallKey, who: &Who, how: Handover) -> Granted {
        let heir = self.ring_party(now, key, who).ok_or((5, "AGENT_NOT_FOUND_OR_IN_ANOTHER_CALL"))?;
        self.park(key, "held");
        let Some(call) = self.calls.get_mut(&key) else { return Ok(()) };
        call.heir = Some((heir, how));
        if let Some(giver) = call.agent.as_ref().map(|giver| giver.leg) {
            let sound =
                if how == Handover::Attended { Sound::Tone(crate::media::Tone::Ringback) } else { Sound::Silence };
            self.hear(giver, sound);
        }
        self.tell(now, key, "started", Some(who));
        Ok(())
    }

    /// Rings an agent, or a telephone outside, for a customer who is there.
    fn ring_party(&mut self, now: Moment, key: CallKey, who: &Who) -> Option<Party> {
        let call = self.calls.get(&key)?;
        let (user, place) = match who {
            Who::Agent(user) if self.busy(user) => return None,
            Who::Agent(user) => (Some(user.clone()), self.place(user)?),
            Who::Number(number) => (None, Place { routing: 2, phone: Some(number.clone()), sip_counts: true }),
        };
        let telephony = match &user {
            Some(user) => self.reach(user, &place)?,
            None => self.telephone(who.name()),
        };
        let to = place.phone.clone().filter(|_| telephony != Telephony::App && place.routing == 2);
        let from = if user.is_some() { call.number.clone() } else { call.hotline.clone() };
        let ring = Ring {
            call: call.id.clone(),
            from,
            to: to.unwrap_or_else(|| who.name().to_owned()),
            from_alias: call.number.clone(),
            to_alias: call.hotline.clone(),
            from_internal: false,
            custom_data: call.info.clone().unwrap_or_default(),
        };
        let leg = self.ring(now, key, (user, telephony), ring, self.patience.agent);
        Some(Party { who: who.clone(), leg, up: false })
    }

    /// Who shall have the customer has picked up.
    pub(super) fn heir_answers(&mut self, now: Moment, key: CallKey) {
        let Some(call) = self.calls.get_mut(&key) else { return };
        let Some((heir, how)) = call.heir.as_mut() else { return };
        heir.up = true;
        let (who, leg, how) = (heir.who.clone(), heir.leg, *how);
        let giver = call.agent.as_ref().map(|giver| giver.leg);
        self.has_picked_up(now, &who);
        self.tell(now, key, "answered", Some(&who));
        match (how, giver) {
            (Handover::Attended, Some(giver)) => self.join(giver, leg),
            _ => self.inherit(now, key),
        }
    }

    /// The customer is the heir's.
    pub(super) fn inherit(&mut self, now: Moment, key: CallKey) {
        let Some(call) = self.calls.get_mut(&key) else { return };
        let Some((heir, _)) = call.heir.take() else { return };
        call.stage = Stage::Talking;
        call.answered.get_or_insert(now);
        if let Some(giver) = call.agent.replace(heir) {
            self.release(now, key, &giver);
        }
        self.bridge(key);
    }

    /// Who should have had the customer did not pick up, or has hung up: the customer goes back.
    pub(super) fn heir_failed(&mut self, now: Moment, key: CallKey) {
        let Some((heir, _)) = self.calls.get_mut(&key).and_then(|call| call.heir.take()) else { return };
        if heir.up {
            self.finished(now, key, &heir.who);
        }
        self.tell(now, key, "agentEnded", Some(&heir.who));
        if self.calls.get(&key).is_some_and(|call| call.agent.is_some()) {
            self.bridge(key);
        } else {
            self.end_call(now, key, &Cause::by_us("NO_ANSWER"));
        }
    }

    /// `call2/putactions`: the customer goes where these actions say, and who served the customer is free.
    fn act_on(&mut self, now: Moment, id: &str, actions: &str) -> Granted {
        let key = self.live(id)?;
        let Plan::Connect(connect) = scco::read(actions)? else {
            return Err((2, "ANSWER_URL_SCCO_INCORRECT_FORMAT"));
        };
        let call = self.calls.get(&key).ok_or((2, "CALL_NOT_FOUND"))?;
        let Some(customer) = call.customer.filter(|_| call.heir.is_none()) else {
            return Err((3, "CALL_NOT_ANSWERED"));
        };
        let who = if connect.to_internal { Who::Agent(connect.to) } else { Who::Number(connect.to) };
        let heir = self.ring_party(now, key, &who).ok_or((5, "AGENT_NOT_FOUND_OR_IN_ANOTHER_CALL"))?;
        let Some(call) = self.calls.get_mut(&key) else { return Ok(()) };
        call.record |= connect.record;
        call.stage = Stage::Connecting;
        let giver = call.agent.take();
        call.heir = Some((heir, Handover::Blind));
        if let Some(giver) = giver {
            self.release(now, key, &giver);
        }
        self.pick_up(customer);
        self.park(key, "held");
        self.tell(now, key, "started", Some(&who));
        Ok(())
    }

    /// A menu's key leads to a telephone outside.
    pub(super) fn forward(&mut self, now: Moment, key: CallKey, shown: &str, number: &str) {
        let number = super::inbound::international(number);
        let Some(call) = self.calls.get_mut(&key).filter(|_| number.len() >= 3) else {
            return self.end_call(now, key, &Cause::by_us("CAN_NOT_MAKE_CALL"));
        };
        call.stage = Stage::Connecting;
        let from = if shown.is_empty() { call.hotline.clone() } else { shown.to_owned() };
        let (id, customer, hotline) = (call.id.clone(), call.customer, call.hotline.clone());
        let ring = Ring {
            call: id,
            from_alias: from.clone(),
            from,
            to: number.clone(),
            to_alias: hotline,
            from_internal: false,
            custom_data: String::new(),
        };
        let telephony = self.telephone(&number);
        let who = Who::Number(number);
        let leg = self.ring(now, key, (None, telephony), ring, self.patience.customer.max(Duration::from_secs(3)));
        if let Some(call) = self.calls.get_mut(&key) {
            call.agent = Some(Party { who: who.clone(), leg, up: false });
        }
        if let Some(customer) = customer {
            self.hear(customer, Sound::Tone(crate::media::Tone::Ringback));
        }
        self.tell(now, key, "started", Some(&who));
    }
}

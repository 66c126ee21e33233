//! Calls from customers, and what their telephones report.

use super::calls::{Origin, Stage, Telephony};
use super::events::Cause;
use super::setup::{Blocked, Number};
use super::words::{Effect, Moment, Question, Sound};
use super::{Asked, CallKey, Centre, Timer, callout};
use crate::leg::{LegEvent, LegId, LegOrder};
use crate::media::Tone;
use std::time::Duration;

/// Calls at a time.
const MOST_CALLS: usize = 500;

/// A number as the centre writes it: digits with the country code.
pub(super) fn international(number: &str) -> String {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    match digits.strip_prefix('0') {
        Some(rest) if !number.starts_with("00") => format!("84{rest}"),
        _ => digits,
    }
}

impl Centre {
    /// The hotline with this number.
    pub(super) fn hotline(&self, number: &str) -> Option<&Number> {
        let number = international(number);
        self.setup.numbers.find(|known| international(&known.number) == number).map(|(_, known)| known)
    }

    /// Would the centre take a call from this telephone to this number?
    pub(crate) fn takes(&self, from: &str, to: &str) -> bool {
        self.hotline(to).is_some() || self.setup.sip_phones.get(from).is_some()
    }

    /// A telephone calls us. It can be in one call, and the centre in so many.
    pub(super) fn on_caller(&mut self, now: Moment, id: LegId, from: &str, to: &str) {
        let line = Telephony::Line(from.to_owned());
        let has_call = self.legs.values().any(|leg| leg.telephony == line);
        if has_call || self.calls.len() >= MOST_CALLS {
            let status = if has_call { 486 } else { 503 };
            return self.effects.push(Effect::Order(id, LegOrder::Refuse(status)));
        }
        if let Some((name, phone)) = self.setup.sip_phones.find(|phone| phone.user_name == from) {
            let user = phone.stringee_user_id.clone();
            let user = user.unwrap_or_else(|| name.split_once('_').map_or(name, |(_, user)| user).to_owned());
            let hotline = self.setup.numbers.find(|number| number.allow_outbound_calls);
            let from = hotline.map(|(_, hotline)| hotline.number.clone()).unwrap_or_default();
            let to = international(to);
            let dial = callout::Dial { request: None, leg: id, user, from, to, custom: String::new() };
            return self.dial(now, dial, line);
        }
        self.take_caller(now, id, from, to, line);
    }

    /// A customer calls a hotline: into its menu, or its queue.
    pub(super) fn take_caller(
        &mut self,
        now: Moment,
        id: LegId,
        from: &str,
        to: &str,
        line: Telephony,
    ) -> Option<CallKey> {
        let number = international(from);
        let hotline = self.hotline(to).cloned();
        let barred = |hotline: &Number| hotline.enable_ivr && self.blocked(&number, |row| row.ivr_blocked);
        let Some(hotline) = hotline.filter(|hotline| !barred(hotline)) else {
            if line != Telephony::Virtual {
                let status = if self.hotline(to).is_some() { 603 } else { 404 };
                self.effects.push(Effect::Order(id, LegOrder::Refuse(status)));
            }
            return None;
        };
        let key = self.open_call(now, Origin::Customer, &international(&hotline.number), &number);
        self.take_leg(key, id, None, line);
        if let Some(call) = self.calls.get_mut(&key) {
            call.customer = Some(id);
        }
        self.tell(now, key, "created", None);
        self.ask_about_customer(now, key);
        if hotline.enable_ivr {
            let root = hotline.ivr_menu.and_then(|tree| self.setup.trees.get(&tree)?.root_node.clone());
            self.pick_up(id);
            self.enter_node(now, key, root.as_deref().unwrap_or_default());
        } else {
            self.enqueue(now, key, hotline.queue_id.as_deref().unwrap_or_default());
        }
        Some(key)
    }

    pub(super) fn blocked(&self, number: &str, how: impl Fn(&Blocked) -> bool) -> bool {
        self.setup.blacklist.iter().any(|(_, row)| international(&row.number) == number && how(row))
    }

    /// Asks the customer's server who calls; nobody is rung before it is known, or took too long.
    fn ask_about_customer(&mut self, now: Moment, key: CallKey) {
        let settings = &self.setup.calls;
        let Some(url) = settings.get_customer_info_url.clone().filter(|url| !url.is_empty()) else { return };
        let patience = Duration::from_millis(settings.get_customer_info_timeout.clamp(1, 30_000));
        let Some(call) = self.calls.get_mut(&key) else { return };
        call.info = None;
        let query = vec![
            ("from", call.number.clone()),
            ("to", call.hotline.clone()),
            ("project", self.setup.project.to_string()),
        ];
        self.ask(now, Asked::Customer(key), url, Question::Get(query), patience);
    }

    pub(super) fn customer_rings(&mut self, now: Moment, key: CallKey) {
        let Some(agent) = self.calls.get(&key).and_then(|call| call.agent.clone()) else { return };
        if self.legs.get(&agent.leg).is_some_and(|leg| !leg.up) {
            self.order(agent.leg, LegOrder::Ringing);
        }
        self.tell_of_customer(now, key, "ringing", &agent.who);
    }

    pub(super) fn customer_answers(&mut self, now: Moment, key: CallKey) {
        let Some(call) = self.calls.get_mut(&key) else { return };
        call.stage = Stage::Talking;
        call.answered = Some(now);
        let longest = call.longest;
        let Some(agent) = call.agent.as_mut() else { return };
        agent.up = true;
        let agent = agent.clone();
        self.pick_up(agent.leg);
        self.has_picked_up(now, &agent.who);
        self.bridge(key);
        self.tell_of_customer(now, key, "answered", &agent.who);
        if let Some(longest) = longest {
            self.timers.set(now.after(longest), Timer::TalkedEnough(key));
        }
    }

    pub(super) fn customer_failed(&mut self, now: Moment, key: CallKey, status: u16) {
        self.end_call(now, key, &Cause::failed(status, true));
    }

    pub(super) fn customer_left(&mut self, now: Moment, key: CallKey) {
        self.end_call(now, key, &Cause::hung_up(true));
    }

    pub(super) fn agent_rings(&mut self, now: Moment, key: CallKey, id: LegId) {
        let Some(call) = self.calls.get(&key) else { return };
        let party = call.agent.iter().chain(call.heir.as_ref().map(|(heir, _)| heir)).find(|party| party.leg == id);
        let Some(who) = party.map(|party| party.who.clone()) else { return };
        self.tell(now, key, "ringing", Some(&who));
    }

    pub(super) fn agent_answers(&mut self, now: Moment, key: CallKey, id: LegId) {
        let Some(call) = self.calls.get_mut(&key) else { return };
        if call.heir.as_ref().is_some_and(|(heir, _)| heir.leg == id) {
            return self.heir_answers(now, key);
        }
        let (origin, customer) = (call.origin, call.customer);
        let Some(agent) = call.agent.as_mut() else { return };
        agent.up = true;
        let who = agent.who.clone();
        self.has_picked_up(now, &who);
        self.tell(now, key, "answered", Some(&who));
        match customer {
            None if origin == Origin::Server => {
                self.hear(id, Sound::Tone(Tone::Ringback));
                self.dial_customer(now, key);
            }
            _ => self.serve(now, key),
        }
    }

    /// Customer and agent talk.
    fn serve(&mut self, now: Moment, key: CallKey) {
        let Some(call) = self.calls.get_mut(&key) else { return };
        call.stage = Stage::Talking;
        call.answered.get_or_insert(now);
        let (customer, talks) = (call.customer, call.talks);
        if let Some(customer) = customer {
            self.pick_up(customer);
            if let Some(talks) = talks {
                self.timers.set(now.after(talks), Timer::Virtual(customer, LegEvent::Ended));
            }
        }
        self.bridge(key);
    }

    /// An agent did not take the call.
    pub(super) fn agent_failed(&mut self, now: Moment, key: CallKey, id: LegId, status: u16) {
        let Some(call) = self.calls.get_mut(&key) else { return };
        if call.heir.as_ref().is_some_and(|(heir, _)| heir.leg == id) {
            return self.heir_failed(now, key);
        }
        let Stage::Waiting(waiting) = &mut call.stage else {
            return self.end_call(now, key, &Cause::failed(status, false));
        };
        let Some(party) = call.agent.take() else { return };
        waiting.tried.insert(party.who.name().to_owned());
        self.tell(now, key, "agentEnded", Some(&party.who));
    }

    /// Who served the customer has hung up.
    pub(super) fn agent_left(&mut self, now: Moment, key: CallKey, id: LegId) {
        let Some(call) = self.calls.get_mut(&key) else { return };
        match &call.heir {
            Some((heir, _)) if heir.leg == id => self.heir_failed(now, key),
            Some((heir, _)) if heir.up => self.inherit(now, key),
            Some(_) => {
                if let Some(giver) = call.agent.take() {
                    self.finished(now, key, &giver.who);
                    self.tell(now, key, "agentEnded", Some(&giver.who));
                }
            }
            None => self.end_call(now, key, &Cause::hung_up(false)),
        }
    }
}

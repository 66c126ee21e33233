//! The contact centre without a network: a team of two agents and a customer's server, time by hand.

use super::words::*;
use super::*;
use crate::leg::LegOrder;
use crate::media::Tone;
use crate::settings::Project;
use serde_json::{Value, json};

mod callouts;
mod chaos;
mod menus;
mod queues;
mod transfers;

const CUSTOMER: &str = "0909000222";
const CUSTOMER_ABROAD: &str = "84909000222";
const GREETS: &str = "842471000001";
const SALES: &str = "842471000002";
const HA: &str = "agent_ha";
const MINH: &str = "agent_minh";

/// A team at work: what it was told, what it did.
struct Team {
    centre: Centre,
    now: Moment,
    ids: LegIds,
    effects: Vec<Effect>,
    requests: u64,
}

impl Team {
    /// Nobody asks the customer's server, nobody is there.
    fn new() -> Self {
        Self::of(&Project::demo())
    }

    /// The customer's server is asked and told everything.
    fn with_server() -> Self {
        Self::of(&Project { hooks: Some("http://crm/hooks".to_owned()), ..Project::demo() })
    }

    fn of(project: &Project) -> Self {
        let ids = LegIds::default();
        let mut count = 0;
        let namer = Box::new(move |_| {
            count += 1;
            format!("call-{count}")
        });
        let centre = Centre::new(crate::stringee::demo::setup(project), ids.clone(), namer);
        // a Monday, 10:00 in Vietnam
        Self { centre, now: Moment(1_800_241_200_000), ids, effects: Vec::new(), requests: 0 }
    }

    fn give(&mut self, input: Input) {
        let effects = self.centre.handle(self.now, input);
        self.effects.extend(effects);
    }

    fn wait(&mut self, time: Duration) {
        let end = self.now.after(time);
        while let Some(next) = self.centre.next_wake().filter(|next| *next <= end) {
            self.now = self.now.max(next);
            let effects = self.centre.wake(self.now);
            self.effects.extend(effects);
        }
        self.now = end;
    }

    fn seconds(&mut self, seconds: u64) {
        self.wait(Duration::from_secs(seconds));
    }

    /// An agent opens a page.
    fn page(&mut self, user: &str, device: u64) {
        self.give(Input::Device { device: DeviceId(device), user: user.to_owned(), up: true });
    }

    fn both(&mut self) {
        self.page(HA, 1);
        self.page(MINH, 2);
    }

    /// A customer with a telephone calls a hotline.
    fn caller(&mut self, to: &str) -> LegId {
        self.calls_from(CUSTOMER, to)
    }

    fn calls_from(&mut self, from: &str, to: &str) -> LegId {
        let leg = self.ids.next();
        self.give(Input::Line { user: from.to_owned(), up: true });
        self.give(Input::Caller { leg, from: from.to_owned(), to: to.to_owned() });
        leg
    }

    /// The last leg that was rung for somebody.
    fn rung(&self, whom: &str) -> Option<LegId> {
        self.effects.iter().rev().find_map(|effect| match effect {
            Effect::Ring { leg, telephone: Telephone::App(name) | Telephone::Line(name), .. } if name == whom => {
                Some(*leg)
            }
            _ => None,
        })
    }

    /// How often somebody was rung.
    fn rings(&self, whom: &str) -> usize {
        let theirs = |effect: &&Effect| matches!(effect, Effect::Ring { ring, .. } if ring.to == whom);
        self.effects.iter().filter(theirs).count()
    }

    /// The leg that rings for somebody, with what it shows.
    fn ring(&self, whom: &str) -> (LegId, Ring) {
        let found = self.effects.iter().rev().find_map(|effect| match effect {
            Effect::Ring { leg, ring, .. } if ring.to == whom => Some((*leg, ring.clone())),
            _ => None,
        });
        found.unwrap_or_else(|| panic!("{whom} does not ring"))
    }

    fn leg(&mut self, leg: LegId, event: LegEvent) {
        self.give(Input::Leg(leg, event));
    }

    fn press(&mut self, leg: LegId, digit: char) {
        self.leg(leg, LegEvent::Digit(digit));
    }

    fn did(&self, effect: &Effect) -> bool {
        self.effects.contains(effect)
    }

    /// The questions that were asked, oldest first, with what they ask.
    fn asked(&self, hook: &str) -> Vec<(AskId, Question)> {
        let found = self.effects.iter().filter_map(|effect| match effect {
            Effect::Ask { ask, url, question, .. } if url.ends_with(hook) => Some((*ask, question.clone())),
            _ => None,
        });
        found.collect()
    }

    /// Answers the last question of a kind.
    fn answer(&mut self, hook: &str, answer: Result<Value, Failure>) {
        let ask = self.asked(hook).last().expect("a question").0;
        self.give(Input::Answered(ask, answer.map(|body| body.to_string())));
    }

    /// What the customer's server was told, by `call_status` and whom it is about.
    fn told(&self) -> Vec<(String, String)> {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let told = self.effects.iter().filter_map(|effect| match effect {
            Effect::Post { body, .. } => Some((text(&body["call_status"]), text(&body["actor"]))),
            _ => None,
        });
        told.collect()
    }

    fn last_event(&self) -> Value {
        let found = self.effects.iter().rev().find_map(|effect| match effect {
            Effect::Post { body, .. } => Some(body.clone()),
            _ => None,
        });
        found.expect("an event")
    }

    fn records(&self) -> Vec<&Record> {
        let found = self.effects.iter().filter_map(|effect| match effect {
            Effect::Keep(record) => Some(&**record),
            _ => None,
        });
        found.collect()
    }

    fn wish(&mut self, wish: Wish) -> Outcome {
        self.requests += 1;
        let request = RequestId(self.requests);
        self.give(Input::Wish(request, wish));
        self.outcome(request).expect("an outcome")
    }

    fn outcome(&self, request: RequestId) -> Option<Outcome> {
        self.effects.iter().find_map(|effect| match effect {
            Effect::Settle(id, outcome) if *id == request => Some(outcome.clone()),
            _ => None,
        })
    }

    /// An agent dials in the page.
    fn dial(&mut self, user: &str, from: &str, to: &str) -> (LegId, RequestId) {
        self.requests += 1;
        let (leg, request) = (self.ids.next(), RequestId(self.requests));
        let [user, from, to] = [user, from, to].map(str::to_owned);
        self.give(Input::Dial { request, leg, user, from, to, custom: "{\"call\":7}".to_owned() });
        (leg, request)
    }

    /// A customer and an agent talk, through the sales hotline.
    fn talk(&mut self) -> (LegId, LegId) {
        let customer = self.caller(SALES);
        let agent = self.rung(HA).or_else(|| self.rung(MINH)).expect("somebody rings");
        self.leg(agent, LegEvent::Answered);
        (customer, agent)
    }

    fn status(&self, user: &str) -> u64 {
        self.centre.agent(user).expect("an agent").system_status
    }

    fn change(&mut self, change: impl FnOnce(&mut Setup)) {
        change(self.centre.setup_mut());
        let effects = self.centre.look_around(self.now);
        self.effects.extend(effects);
    }

    fn is_over(&self) -> bool {
        self.centre.calls.is_empty() && self.centre.legs.is_empty()
    }
}

//! The exchange without a network: an office of three agents, time by hand.

use super::*;
use crate::leg::LegOrder;
use crate::media::{Source, Tone};
use words::SessionId;

mod chaos;

const CUSTOMER: &str = "0909000222";

/// An office: what it was told, what it did.
struct Office {
    exchange: Exchange,
    now: Instant,
    ids: LegIds,
    effects: Vec<Effect>,
}

impl Office {
    fn new() -> Self {
        let settings = crate::Settings::demo();
        let (now, ids) = (Instant::now(), LegIds::default());
        let mut count = 0;
        let namer = Box::new(move || {
            count += 1;
            format!("call-{count}")
        });
        let exchange = Exchange::new(now, &settings.agents, settings.queues, ids.clone(), namer);
        Self { exchange, now, ids, effects: Vec::new() }
    }

    fn give(&mut self, input: Input) {
        let effects = self.exchange.handle(self.now, input);
        self.effects.extend(effects);
    }

    fn wait(&mut self, seconds: u64) {
        let end = self.now + Duration::from_secs(seconds);
        while let Some(next) = self.exchange.next_wake().filter(|next| *next <= end) {
            self.now = self.now.max(next);
            let effects = self.exchange.wake(self.now);
            self.effects.extend(effects);
        }
        self.now = end;
    }

    /// An agent at work: signed in, registered.
    fn agent(&mut self, ipphone: &str, session: u64) -> SessionId {
        let session = SessionId(session);
        self.give(Input::Line { user: ipphone.to_owned(), up: true });
        self.give(Input::Enter { session, ipphone: ipphone.to_owned() });
        session
    }

    fn caller(&mut self, to: &str) -> LegId {
        self.calls_from(CUSTOMER, to)
    }

    fn calls_from(&mut self, number: &str, to: &str) -> LegId {
        let leg = self.ids.next();
        self.give(Input::Caller { leg, from: number.to_owned(), to: to.to_owned() });
        leg
    }

    /// A customer calls the second agent, busy or not.
    fn knock(&mut self, number: &str) {
        self.give(Input::Command(Command::Ring(VirtualCaller {
            to: "5002".to_owned(),
            number: number.to_owned(),
            patience: Some(Duration::from_secs(5)),
            talks: None,
            although_busy: true,
        })));
    }

    fn wish(&mut self, session: SessionId, wish: Wish) {
        self.give(Input::Wish(session, wish));
    }

    /// The leg last dialled to this telephone.
    fn dialled(&self, user: &str) -> Option<LegId> {
        self.effects.iter().rev().find_map(|effect| match effect {
            Effect::Dial { leg, user: called, .. } if called == user => Some(*leg),
            _ => None,
        })
    }

    fn told(&self, session: SessionId) -> Vec<&News> {
        let news = self.effects.iter().filter_map(|effect| match effect {
            Effect::Tell(to, news) if *to == session => Some(news),
            _ => None,
        });
        news.collect()
    }

    fn did(&self, effect: &Effect) -> bool {
        self.effects.contains(effect)
    }

    /// A customer who talks to an agent: the customer's leg and the agent's.
    fn talk(&mut self, ipphone: &str) -> (LegId, LegId) {
        let customer = self.caller("19001000");
        let agent = self.dialled(ipphone).expect("the agent rings");
        self.give(Input::Leg(agent, LegEvent::Ringing));
        self.give(Input::Leg(agent, LegEvent::Answered));
        (customer, agent)
    }
}

fn name(number: u32) -> words::CallId {
    Some(format!("call-{number}"))
}

#[test]
fn a_caller_hears_music_until_an_agent_answers() {
    let mut office = Office::new();
    let page = office.agent("5001", 1);
    let (customer, agent) = office.talk("5001");
    assert!(office.did(&Effect::Order(customer, LegOrder::Answer)));
    assert!(office.did(&Effect::Hear(customer, Source::Tone(Tone::Music))));
    assert!(
        office.did(&Effect::Hear(customer, Source::Leg(agent)))
            && office.did(&Effect::Hear(agent, Source::Leg(customer)))
    );
    office.give(Input::Leg(customer, LegEvent::Ended));
    assert!(office.did(&Effect::Order(agent, LegOrder::Hangup)));
    let told = office.told(page);
    let [News::Welcome { voice: true, .. }, News::Ring(ring), News::Answered(answered), News::Ended(ended)] = &told[..]
    else {
        panic!("{told:?}")
    };
    assert_eq!((&ring.call, ring.caller.as_str()), (&name(1), CUSTOMER));
    assert_eq!((answered, ended), (&name(1), &name(1)));
}

#[test]
fn a_missed_call_goes_to_the_next_agent_and_makes_the_first_unavailable() {
    let mut office = Office::new();
    let (first, second) = (office.agent("5001", 1), office.agent("5002", 2));
    let _customer = office.caller("19001000");
    let ringing = office.dialled("5001").expect("the first agent rings");
    office.wait(20);
    assert!(office.did(&Effect::Order(ringing, LegOrder::Hangup)));
    assert!(office.told(first).contains(&&News::NoAnswer) && office.told(first).contains(&&News::Ended(name(1))));
    assert!(matches!(office.told(second)[..], [News::Welcome { .. }, News::Ring(_)]));
    office.wait(40);
    assert!(
        !office.told(first)[3..].iter().any(|news| matches!(news, News::Ring(_))),
        "no more calls until back online"
    );
}

#[test]
fn one_page_has_the_voice_and_the_other_loses_its_call() {
    let mut office = Office::new();
    let (first, second) = (office.agent("5001", 1), office.agent("5001", 2));
    assert!(matches!(office.told(second)[..], [News::Welcome { voice: false, .. }]));
    let (customer, _) = office.talk("5001");
    office.wish(second, Wish::TakeVoice);
    assert!(office.told(first).contains(&&News::VoiceLost));
    assert!(office.did(&Effect::Order(customer, LegOrder::Hangup)));
    assert!(office.told(second).contains(&&News::VoiceTaken(Device::BROWSER)));
    assert!(office.exchange.calls.is_empty() && office.exchange.legs.is_empty());
}

#[test]
fn a_voice_that_is_kept_is_refused_until_a_reset() {
    let mut office = Office::new();
    let page = office.agent("5001", 1);
    office.give(Input::Command(Command::StealVoice { ipphone: "5001".to_owned(), keep: true }));
    office.wish(page, Wish::TakeVoice);
    office.give(Input::Command(Command::Reset));
    office.wish(page, Wish::TakeVoice);
    let told = office.told(page);
    assert!(matches!(told[1..], [News::VoiceLost, News::VoiceRefused, News::VoiceTaken(_)]), "{told:?}");
}

#[test]
fn a_telephone_can_be_in_one_call() {
    let mut office = Office::new();
    let first = office.caller("19001000");
    let second = office.caller("19001000");
    assert!(office.did(&Effect::Order(first, LegOrder::Answer)));
    assert!(office.did(&Effect::Order(second, LegOrder::Refuse(486))));
}

#[test]
fn a_call_out_rings_the_agent_first_and_names_itself_when_the_customer_rings() {
    let mut office = Office::new();
    let page = office.agent("5001", 1);
    office.wish(page, Wish::CallOut("0909000200".to_owned()));
    let own = office.dialled("5001").expect("the agent's own leg");
    office.give(Input::Leg(own, LegEvent::Answered));
    assert!(office.did(&Effect::Hear(own, Source::Tone(Tone::Ringback))));
    office.wait(3);
    office.wish(page, Wish::End);
    let progress: Vec<Progress> = office
        .told(page)
        .iter()
        .filter_map(|news| match news {
            News::CallOut { progress, .. } => Some(*progress),
            _ => None,
        })
        .collect();
    assert_eq!(progress, [Progress::Starting, Progress::Ringing, Progress::Answered, Progress::Terminated]);
}

#[test]
fn every_failure_of_a_call_out_is_told() {
    let cases = [
        ("0909000186", "IPCC_NOT_CONNECT_CUSTOMER", Some(486)),
        ("0909000108", "IPCC_NOT_CONNECT_CUSTOMER", Some(408)),
        ("0909000180", "IPCC_NOT_CONNECT_CUSTOMER", Some(480)),
        ("0909000103", "IPCC_NOT_CONNECT_CUSTOMER", Some(403)),
        ("0909000104", "IPCC_NOT_CONNECT_CUSTOMER", Some(404)),
        ("0909000187", "IPCC_NOT_CONNECT_CUSTOMER", Some(487)),
        ("0909000110", "IPCC_NOT_CONNECT_AGENT_ID", None),
        ("0909000111", "CALLOUT_AGENT_BUSY", None),
        ("0909000112", "CALLOUT_PERMISSION_DENY", None),
        ("0909000113", "ERROR_CALLOUT_CONNECT", None),
    ];
    for (number, error, status) in cases {
        let mut office = Office::new();
        let page = office.agent("5001", 1);
        office.wish(page, Wish::CallOut(number.to_owned()));
        if let Some(own) = office.dialled("5001") {
            office.give(Input::Leg(own, LegEvent::Answered));
        }
        office.wait(6);
        let failed = |news: &&&News| matches!(news, News::CallOut { progress: Progress::Failed(e, s), .. } if (*e, *s) == (error, status));
        assert_eq!(office.told(page).iter().filter(failed).count(), 1, "{number}");
        assert!(office.exchange.calls.is_empty() && office.exchange.legs.is_empty(), "{number}");
    }
}

#[test]
fn an_agent_whose_device_cannot_be_reached_is_told_so() {
    let mut office = Office::new();
    let page = office.agent("5001", 1);
    office.wish(page, Wish::CallOut("0909000200".to_owned()));
    let own = office.dialled("5001").expect("the agent's own leg");
    office.give(Input::Leg(own, LegEvent::Failed(480)));
    let failed = Progress::Failed("IPCC_NOT_CONNECT_AGENT_ID", Some(480));
    let told = News::CallOut { progress: failed, call: name(1), number: "0909000200".to_owned() };
    assert!(office.told(page).contains(&&told));
}

#[test]
fn hold_parks_the_customer_and_fails_without_a_call() {
    let mut office = Office::new();
    let page = office.agent("5001", 1);
    let hold = |on| Wish::Hold { on, direction: Direction::In };
    office.wish(page, hold(true));
    assert!(office.told(page).contains(&&News::Held { on: true, direction: Direction::In, done: false }));
    let (customer, agent) = office.talk("5001");
    office.effects.clear();
    office.wish(page, hold(true));
    assert!(
        office.did(&Effect::Hear(customer, Source::Tone(Tone::Music)))
            && office.did(&Effect::Hear(agent, Source::Silence))
    );
    office.wish(page, hold(false));
    assert!(office.did(&Effect::Hear(customer, Source::Leg(agent))));
}

#[test]
fn a_transfer_moves_the_customer_when_the_colleague_answers() {
    let mut office = Office::new();
    let (giver, taker) = (office.agent("5001", 1), office.agent("5002", 2));
    let (customer, _) = office.talk("5001");
    office.wish(giver, Wish::Transfer("5002".to_owned()));
    assert!(matches!(
        office.told(taker)[1..],
        [News::TransferOffered(_), News::TransferAnswered { accepted: false, .. }]
    ));
    office.wish(taker, Wish::AnswerTransfer(true));
    let heir = office.dialled("5002").expect("the colleague rings");
    office.give(Input::Leg(heir, LegEvent::Answered));
    let told = office.told(giver);
    assert!(
        matches!(
            told[3..],
            [News::TransferAnswered { accepted: true, .. }, News::Transferred { error: None, .. }, News::Ended(_)]
        ),
        "{told:?}"
    );
    assert!(office.did(&Effect::Hear(customer, Source::Leg(heir))));
    office.give(Input::Leg(customer, LegEvent::Ended));
    assert!(office.exchange.calls.is_empty() && office.exchange.legs.is_empty());
}

#[test]
fn a_transfer_that_nobody_takes_gives_the_customer_back() {
    let mut office = Office::new();
    let (giver, taker) = (office.agent("5001", 1), office.agent("5002", 2));
    let (customer, agent) = office.talk("5001");
    office.wish(giver, Wish::Transfer("5002".to_owned()));
    office.wish(taker, Wish::AnswerTransfer(true));
    office.effects.clear();
    office.wait(20);
    let told = office.told(giver);
    assert!(matches!(told[..], [News::Transferred { error: Some("TRANSFER_CALL_FAILED"), .. }]), "{told:?}");
    assert!(office.did(&Effect::Hear(customer, Source::Leg(agent))));
    assert!(office.told(taker).contains(&&News::NoAnswer));
}

#[test]
fn a_queue_takes_the_customer_back_and_asks_somebody_else() {
    let mut office = Office::new();
    let (giver, other) = (office.agent("5001", 1), office.agent("5002", 2));
    let _ = office.talk("5001");
    office.wish(giver, Wish::TransferToQueue("nowhere".to_owned()));
    assert!(office.told(giver).contains(&&News::QueueTransfer(false)));
    office.wish(giver, Wish::TransferToQueue("cskh".to_owned()));
    assert!(office.told(giver).contains(&&News::QueueTransfer(true)));
    assert!(matches!(office.told(other)[1..], [News::Ring(_)]));
}

#[test]
fn a_softphone_answers_by_itself() {
    let mut office = Office::new();
    let page = office.agent("5001", 1);
    office.wish(page, Wish::Device { device: Device(2), phone: None });
    let customer = office.caller("5001");
    office.wait(3);
    assert!(office.did(&Effect::Order(customer, LegOrder::Answer)));
    assert!(office.did(&Effect::Hear(customer, Source::Tone(Tone::Voice))));
    assert!(office.told(page).contains(&&News::Answered(name(1))));
}

#[test]
fn a_page_that_comes_back_in_time_keeps_its_call_and_one_that_does_not_loses_it() {
    let mut office = Office::new();
    let _page = office.agent("5001", 1);
    let (customer, _) = office.talk("5001");
    let line = |up| Input::Line { user: "5001".to_owned(), up };
    office.give(line(false));
    office.wait(2);
    office.give(line(true));
    office.wait(5);
    assert!(!office.did(&Effect::Order(customer, LegOrder::Hangup)));
    office.give(line(false));
    office.wait(3);
    assert!(office.did(&Effect::Order(customer, LegOrder::Hangup)));
}

#[test]
fn a_calls_name_can_be_late_early_or_never_told() {
    let named = |rule| {
        let mut office = Office::new();
        let page = office.agent("5001", 1);
        office.give(Input::Command(Command::CallIds(rule)));
        let _ = office.caller("19001000");
        let at_once = office.told(page).iter().any(|news| matches!(news, News::Ring(ring) if ring.call.is_some()));
        let dialled = office.dialled("5001").is_some();
        office.wait(1);
        let at_last = office.told(page).iter().any(|news| matches!(news, News::Ring(ring) if ring.call.is_some()));
        (at_once, dialled, at_last)
    };
    assert_eq!(named(CallIdRule::Usual), (true, true, true));
    assert_eq!(named(CallIdRule::Early), (true, false, true));
    assert_eq!(named(CallIdRule::Late(Duration::from_millis(500))), (false, true, true));
    assert_eq!(named(CallIdRule::Never), (false, true, false));
}

#[test]
fn a_busy_agent_can_be_rung_and_stays_in_the_first_call() {
    let mut office = Office::new();
    let page = office.agent("5002", 1);
    office.talk("5002");
    office.knock("0909000333");
    let rings = office.told(page).into_iter().filter(|news| matches!(news, News::Ring(_))).count();
    assert_eq!(rings, 2);
    let first = office.exchange.seats["5002"].call;
    office.wait(6);
    assert_eq!(office.exchange.calls.len(), 1, "the second caller has given up");
    assert_eq!(office.exchange.seats["5002"].call, first);
    assert_eq!(office.exchange.seats["5002"].status, Status::Available);
    assert!(office.exchange.talking("5002").is_some());
}

#[test]
fn an_agent_whose_first_call_ends_is_in_the_second() {
    let mut office = Office::new();
    office.agent("5002", 1);
    let (customer, _) = office.talk("5002");
    office.knock("0909000333");
    let second = office.dialled("5002").expect("rings");
    office.give(Input::Leg(customer, LegEvent::Ended));
    assert!(office.exchange.idle_since("5002").is_none(), "still busy");
    office.give(Input::Leg(second, LegEvent::Answered));
    assert!(office.exchange.talking("5002").is_some());
}

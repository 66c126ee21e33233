//! The way of facts into the log: in any order, lost and sent again, doubled. It does the call no harm.

use domain::calls::{Fact, Failure, HistoryRecord, Outcome, Phase, State, TransferFailure, TransferTarget, What, fold};
use domain::ids::{FactId, SourceId};
use domain::times::Millis;
use proptest::prelude::*;

/// Cases of each promise that the product is built on; not fewer where somebody is in a hurry.
const MANY: u32 = 10_000;

fn many() -> ProptestConfig {
    ProptestConfig { cases: MANY, ..ProptestConfig::default() }
}

/// Any fact at all; contents are drawn from few values so that they collide.
pub(crate) fn any_what() -> impl Strategy<Value = What> {
    let number = prop_oneof![Just("0901234567".to_owned()), Just("+84281234567".to_owned())];
    prop_oneof![
        2 => number.clone().prop_map(|number| What::DialWished { number }),
        2 => number.prop_map(|number| What::Offered { number, hotline: None, queue: Some("7".to_owned()) }),
        1 => "[ab]".prop_map(|id| What::ProviderId { id }),
        16 => prop::sample::select(seen_by_a_tab()),
        4 => prop::sample::select(vec![What::ContactLost, What::ContactFound, What::PresumedEnded]),
        1 => (0..3_i64).prop_map(|talk_ms| What::HistoryTold { record: HistoryRecord { talk_ms, ..HistoryRecord::default() } }),
    ]
}

fn seen_by_a_tab() -> Vec<What> {
    vec![
        What::DialTaken,
        What::DialIgnored,
        What::OwnDeviceRinging,
        What::CustomerRinging,
        What::CustomerAnswered,
        What::AnswerWished,
        What::RejectWished,
        What::HangUpWished,
        What::AgentAnswered,
        What::Held,
        What::Resumed,
        What::Muted,
        What::Unmuted,
        What::Transferred,
        What::VoiceLost,
        What::Ended,
        What::ToneSent { key: '#' },
        What::TransferWished { to: TransferTarget::Seat("5001".to_owned()) },
        What::TransferWished { to: TransferTarget::Queue("7".to_owned()) },
        What::TransferAnswered { accepted: true },
        What::TransferAnswered { accepted: false },
        What::TransferFailed { reason: TransferFailure::Refused },
        What::Failed { reason: Failure::Busy },
        What::Failed { reason: Failure::NoAnswer },
    ]
}

/// Facts of which some share identity or moment.
fn colliding_facts() -> impl Strategy<Value = Vec<Fact>> {
    let one = (0..12_u8, 0..2_u8, 0..40_i64, any_what()).prop_map(|(id, source, at, what)| Fact {
        id: FactId::new(format!("{id}")),
        source: SourceId::new(format!("tab-{source}")),
        at: Millis(at),
        what,
    });
    prop::collection::vec(one, 0..20)
}

/// Facts each with an identity of its own; the first begins the call, in most cases.
pub(crate) fn facts_of_a_call() -> impl Strategy<Value = Vec<Fact>> {
    let one = (0..2_u8, 0..40_i64, any_what());
    let begin = prop::sample::select(vec![
        What::DialWished { number: "0901234567".to_owned() },
        What::Offered { number: "0901234567".to_owned(), hotline: None, queue: None },
        What::Ended,
    ]);
    (begin, prop::collection::vec(one, 0..16)).prop_map(|(begin, rest)| {
        let all = std::iter::once((0, 0, begin)).chain(rest).enumerate();
        all.map(|(n, (source, at, what))| Fact {
            id: FactId::new(format!("{n:03}")),
            source: SourceId::new(format!("tab-{source}")),
            at: Millis(at),
            what,
        })
        .collect()
    })
}

/// What becomes of a request that carries facts to the server.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Fate {
    Arrives,
    /// The server never hears of it.
    Lost,
    /// The server keeps the facts, but the answer is lost: they are sent again.
    AnswerLost,
}

/// A request: which of the facts not acknowledged yet it takes along, in which order, and what becomes of it.
#[derive(Clone, Debug)]
struct Request {
    taken: Vec<prop::sample::Index>,
    fate: Fate,
}

fn any_request() -> impl Strategy<Value = Request> {
    let fate = prop::sample::select(vec![Fate::Arrives, Fate::Lost, Fate::AnswerLost]);
    (prop::collection::vec(any::<prop::sample::Index>(), 1..6), fate).prop_map(|(taken, fate)| Request { taken, fate })
}

/// The server's table: each fact once, the first that came.
#[derive(Default)]
struct Log(Vec<Fact>);

impl Log {
    fn keep(&mut self, facts: &[Fact]) {
        for fact in facts {
            if !self.0.iter().any(|known| known.source == fact.source && known.id == fact.id) {
                self.0.push(fact.clone());
            }
        }
    }
}

/// A tab's outbox: what is not acknowledged stays.
struct Outbox(Vec<Fact>);

impl Outbox {
    fn send(&mut self, request: &Request, log: &mut Log) {
        if self.0.is_empty() {
            return;
        }
        let taken: Vec<Fact> = request.taken.iter().map(|one| one.get(&self.0).clone()).collect();
        if request.fate != Fate::Lost {
            log.keep(&taken);
        }
        if request.fate == Fate::Arrives {
            self.0.retain(|fact| !taken.contains(fact));
        }
    }
}

fn makes_sense(state: &State) {
    assert_eq!(state.phase == Phase::Ended, state.outcome.is_some());
    assert_eq!(state.phase == Phase::Ended, state.ended_at.is_some());
    assert!(state.phase != Phase::Ended || (state.held_since.is_none() && state.transfer.is_none()));
    assert!(state.phase != Phase::Ended || state.lost_since.is_none(), "what is over has no contact to lose");
    assert!(!state.estimated || state.phase == Phase::Ended);
    assert_eq!(state.answered_at.is_some() && state.phase == Phase::Ended, state.outcome == Some(Outcome::Answered));
    let now = Millis(100);
    assert!(state.ring_ms(now) >= 0 && state.hold_ms(now) >= 0);
    assert!(state.talk_ms(now) >= state.hold_ms(now));
}

fn begins(fact: &Fact) -> bool {
    matches!(fact.what, What::DialWished { .. } | What::Offered { .. })
}

fn is_terminal(what: &What) -> bool {
    matches!(what, What::Ended | What::VoiceLost | What::DialIgnored | What::Failed { .. })
}

proptest! {
    #![proptest_config(many())]

    #[test]
    fn order_and_repetition_change_nothing(
        (facts, mixed) in colliding_facts().prop_flat_map(|facts| {
            let twice = [facts.clone(), facts.clone()].concat();
            let some = prop::sample::subsequence(facts.clone(), 0..=facts.len());
            (Just(facts), (Just(twice), some).prop_map(|(twice, some)| [twice, some].concat()).prop_shuffle())
        })
    ) {
        prop_assert_eq!(fold(&facts), fold(&mixed));
    }

    /// Two tabs and the server tell of one call; requests are lost, doubled and out of order, and tried again.
    #[test]
    fn what_was_lost_and_sent_again_folds_to_the_same_call(
        facts in facts_of_a_call(),
        requests in prop::collection::vec(any_request(), 0..24),
    ) {
        let (mut outbox, mut log) = (Outbox(facts.clone()), Log::default());
        for request in &requests {
            outbox.send(request, &mut log);
            prop_assert_eq!(fold(&log.0).is_some(), log.0.iter().any(begins));
            if let Some(state) = fold(&log.0) {
                makes_sense(&state);
            }
        }
        // The network is back: what is left arrives, the latest first.
        let left: Vec<Fact> = outbox.0.iter().rev().cloned().collect();
        log.keep(&left);
        prop_assert_eq!(log.0.len(), facts.len());
        prop_assert_eq!(fold(&log.0), fold(&facts));
    }

    #[test]
    fn losses_leave_a_call_that_makes_sense(
        facts in colliding_facts().prop_flat_map(|facts| { let n = facts.len(); prop::sample::subsequence(facts, 0..=n) })
    ) {
        let state = fold(&facts);
        // Facts that share an identity are one fact: which of them counts is settled, but not here.
        if !facts.iter().any(begins) {
            prop_assert_eq!(&state, &None);
        }
        if let Some(state) = state {
            makes_sense(&state);
        }
    }

    #[test]
    fn what_was_seen_to_end_stays_ended(facts in facts_of_a_call(), more in facts_of_a_call()) {
        let later = more.into_iter().map(|fact| Fact { source: SourceId::new("later"), ..fact });
        let all: Vec<Fact> = facts.iter().cloned().chain(later).collect();
        if let Some(state) = fold(&facts) {
            let ended = facts.iter().any(|fact| is_terminal(&fact.what));
            prop_assert_eq!(state.phase == Phase::Ended, ended || state.estimated);
            if ended {
                prop_assert_eq!(fold(&all).map(|state| state.phase), Some(Phase::Ended));
            }
        }
    }
}

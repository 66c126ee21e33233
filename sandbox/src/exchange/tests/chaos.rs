//! Whatever happens, in whatever order.

use super::*;
use proptest::prelude::*;

#[derive(Clone, Debug)]
enum Step {
    Call(u8, bool),
    Leg(usize, LegEvent),
    Wish(u64, Wish),
    Line(bool),
    Steal,
    Wait(u64),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let event = prop_oneof![
        Just(LegEvent::Ringing),
        Just(LegEvent::Answered),
        Just(LegEvent::Failed(486)),
        Just(LegEvent::Ended),
        Just(LegEvent::Digit('5')),
    ];
    let wish = prop_oneof![
        Just(Wish::CallOut("0909000214".to_owned())),
        Just(Wish::CallOut("0909000208".to_owned())),
        any::<bool>().prop_map(|on| Wish::Hold { on, direction: Direction::In }),
        any::<bool>().prop_map(Wish::Available),
        Just(Wish::End),
        Just(Wish::TakeVoice),
        (1..3_u64).prop_map(|kind| Wish::Device { device: Device(kind), phone: None }),
        prop_oneof!["5001", "5002"].prop_map(Wish::Transfer),
        any::<bool>().prop_map(Wish::AnswerTransfer),
        Just(Wish::TransferToQueue("cskh".to_owned())),
    ];
    let step = prop_oneof![
        2 => (0..4_u8, any::<bool>()).prop_map(|(who, queue)| Step::Call(who, queue)),
        6 => (any::<prop::sample::Index>(), event).prop_map(|(leg, event)| Step::Leg(leg.index(64), event)),
        6 => (1..4_u64, wish).prop_map(|(session, wish)| Step::Wish(session, wish)),
        1 => any::<bool>().prop_map(Step::Line),
        1 => Just(Step::Steal),
        2 => (0..12_u64).prop_map(Step::Wait),
    ];
    prop::collection::vec(step, 0..60)
}

impl Office {
    fn take(&mut self, step: Step) {
        match step {
            Step::Call(who, queue) => {
                self.calls_from(&format!("090900022{who}"), if queue { "19001000" } else { "5002" });
            }
            Step::Leg(at, event) => {
                let legs: Vec<LegId> = self.exchange.legs.keys().copied().collect();
                if let Some(leg) = legs.get(at % legs.len().max(1)) {
                    self.give(Input::Leg(*leg, event));
                }
            }
            Step::Wish(session, wish) => self.wish(SessionId(session), wish),
            Step::Line(up) => self.give(Input::Line { user: "5001".to_owned(), up }),
            Step::Steal => self.give(Input::Command(Command::StealVoice { ipphone: "5001".to_owned(), keep: false })),
            Step::Wait(seconds) => self.wait(seconds),
        }
    }

    fn check(&self) {
        let Exchange { calls, legs, seats, .. } = &self.exchange;
        let mut used: Vec<LegId> = Vec::new();
        let mut busy: Vec<&str> = Vec::new();
        for call in calls.values() {
            used.extend(call.customer);
            for party in call.agent.iter().chain(&call.heir) {
                used.push(party.leg);
                busy.push(&party.ipphone);
            }
        }
        busy.sort_unstable();
        assert!(busy.windows(2).all(|pair| pair[0] != pair[1]), "an agent is in two calls: {busy:?}");
        for (ipphone, seat) in seats {
            assert_eq!(seat.call.is_some(), busy.contains(&ipphone.as_str()), "{ipphone} is busy without a call");
        }
        assert!(used.iter().all(|leg| legs.contains_key(leg)), "a call has a leg that is gone");
        assert!(legs.keys().all(|leg| used.contains(leg)), "a leg belongs to no call");
    }
}

proptest! {
    #[test]
    fn whatever_happens_nobody_is_in_two_calls_and_every_call_ends(steps in steps()) {
        let mut office = Office::new();
        office.agent("5001", 1);
        office.agent("5002", 2);
        office.agent("5001", 3);
        for step in steps {
            office.take(step);
            office.check();
        }
        for leg in office.exchange.legs.keys().copied().collect::<Vec<_>>() {
            office.give(Input::Leg(leg, LegEvent::Ended));
            office.check();
        }
        office.wait(400);
        office.check();
        for call in office.exchange.calls.values() {
            prop_assert!(call.agent.as_ref().is_some_and(|agent| agent.up), "a call without people goes on: {call:?}");
        }
    }
}

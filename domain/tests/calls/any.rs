//! The desk under anything: whatever is reported and wished, in whatever order, it keeps its promises.

use domain::calls::{
    Ability, Colleague, Command, Desk, Device, Direction, Event, Fact, Failure, Input, LiveCall, Order, Outcome,
    Output, Phase, Presence, TransferFailure, TransferOffer, TransferTarget, What, fold,
};
use domain::ids::{CallId, SourceId};
use domain::times::Millis;
use proptest::prelude::*;
use std::collections::HashMap;

/// A step: an input whose call, if it names one, is chosen among those on the desk, and the time before it.
#[derive(Clone, Debug)]
struct Step {
    input: Input,
    which: usize,
    after: i64,
}

fn any_number() -> impl Strategy<Value = String> {
    prop::sample::select(vec!["0901234567", "+84901234567", "0987654321", "", "5000", "02812345678"])
        .prop_map(String::from)
}

fn any_id() -> impl Strategy<Value = String> {
    prop::sample::select(vec!["a", "b", "c", ""]).prop_map(String::from)
}

fn any_device() -> impl Strategy<Value = Device> {
    let mobile = Device::Mobile { number: "0912345678".to_owned() };
    prop::sample::select(vec![
        Device::Browser,
        Device::Browser,
        Device::Softphone,
        Device::IpPhone,
        Device::Other(8),
        mobile,
    ])
}

fn line_event() -> impl Strategy<Value = Event> {
    prop_oneof![
        3 => Just(Event::Connected),
        1 => Just(Event::Connecting),
        1 => Just(Event::Reconnecting { attempt: 1, total: 5 }),
        1 => Just(Event::GaveUp),
        1 => Just(Event::SignedOff),
        4 => (0..5_u8).prop_map(|n| Event::VoiceIs(n > 0)),
        1 => prop::sample::select(vec![Presence::Online, Presence::NoAnswer]).prop_map(Event::PresenceIs),
        1 => any_device().prop_map(Event::DeviceIs),
        1 => Just(Event::MicrophoneGranted),
        1 => any::<bool>().prop_map(Event::TonesAre),
    ]
}

fn call_event() -> impl Strategy<Value = Event> {
    let hotline = prop::option::of(Just("02812345678".to_owned()));
    prop_oneof![
        4 => (any_number(), hotline).prop_map(|(number, hotline)| Event::Ringing { number, hotline }),
        3 => Just(Event::AgentAnswered),
        3 => Just(Event::CustomerAnswered),
        4 => Just(Event::Ended),
        2 => any::<bool>().prop_map(Event::HeldIs),
        1 => any::<bool>().prop_map(Event::MutedIs),
        2 => any_number().prop_map(|number| Event::DialTaken { number }),
        1 => Just(Event::DialIgnored),
        2 => (any_id(), any::<bool>()).prop_map(|(id, busy)| Event::DialFailed {
            reason: if busy { Failure::Busy } else { Failure::NoAnswer },
            provider_id: Some(id),
        }),
        1 => Just(Event::OwnDeviceRinging),
        2 => any_id().prop_map(|id| Event::ProviderId { id }),
        1 => Just(Event::ToneSent { key: '5' }),
    ]
}

fn transfer_event() -> impl Strategy<Value = Event> {
    let colleagues = vec![Colleague { seat: "5001".to_owned(), name: "Lan".to_owned() }];
    prop_oneof![
        Just(Event::Colleagues(colleagues)),
        any_id().prop_map(|from| Event::TransferOffered {
            offer: TransferOffer { call_id: None, from, to: "5000".to_owned(), since: Millis(0) }
        }),
        any::<bool>().prop_map(|accepted| Event::TransferAnswer { accepted }),
        Just(Event::TransferDone),
        Just(Event::TransferFailed { reason: TransferFailure::Failed }),
    ]
}

fn any_command() -> impl Strategy<Value = Command> {
    let call = CallId::new("to be chosen");
    let of_call = prop::sample::select(vec![
        Command::Answer { call: call.clone() },
        Command::Reject { call: call.clone() },
        Command::HangUp { call: call.clone() },
        Command::Hold { call: call.clone() },
        Command::Resume { call: call.clone() },
        Command::Mute { call: call.clone() },
        Command::Unmute { call: call.clone() },
        Command::Tone { call: call.clone(), key: '1' },
        Command::Transfer { call: call.clone(), to: TransferTarget::Seat("5001".to_owned()) },
        Command::Transfer { call: call.clone(), to: TransferTarget::Queue("7".to_owned()) },
        Command::Dismiss { call },
    ]);
    prop_oneof![
        4 => any_number().prop_map(|number| Command::Dial { number }),
        12 => of_call,
        1 => Just(Command::ListColleagues),
        1 => any::<bool>().prop_map(|accept| Command::AnswerOffer { accept }),
        1 => Just(Command::TakeVoice),
        1 => Just(Command::TogglePresence),
        1 => any_device().prop_map(Command::ChangeDevice),
    ]
}

fn any_step() -> impl Strategy<Value = Step> {
    let input = prop_oneof![
        2 => line_event().prop_map(Input::Event),
        8 => call_event().prop_map(Input::Event),
        2 => transfer_event().prop_map(Input::Event),
        8 => any_command().prop_map(Input::Command),
        1 => Just(Input::Tick),
    ];
    let after = prop_oneof![8 => 0..1_500_i64, 1 => 5_000..40_000_i64, 1 => -5_000..0_i64];
    (input, 0..4_usize, after).prop_map(|(input, which, after)| Step { input, which, after })
}

/// The command with its call chosen among those on the desk.
fn aimed(desk: &Desk, step: &Step) -> Input {
    let Input::Command(mut command) = step.input.clone() else {
        return step.input.clone();
    };
    let chosen = desk.calls().iter().rev().nth(step.which).map(|call| call.id.clone());
    if let (Some(id), Some(call)) = (chosen, call_of(&mut command)) {
        *call = id;
    }
    Input::Command(command)
}

fn call_of(command: &mut Command) -> Option<&mut CallId> {
    match command {
        Command::Answer { call } | Command::Reject { call } | Command::HangUp { call } => Some(call),
        Command::Hold { call } | Command::Resume { call } => Some(call),
        Command::Mute { call } | Command::Unmute { call } | Command::Tone { call, .. } => Some(call),
        Command::Transfer { call, .. } | Command::Dismiss { call } => Some(call),
        _ => None,
    }
}

/// What was seen of a desk from outside.
#[derive(Default)]
struct Witness {
    outbox: HashMap<CallId, Vec<Fact>>,
    over: HashMap<CallId, bool>,
    rings: bool,
}

impl Witness {
    fn sees(&mut self, outputs: &[Output]) {
        for output in outputs {
            match output {
                Output::Record { call, fact } => self.outbox.entry(call.clone()).or_default().push(fact.clone()),
                Output::RingTone(on) => {
                    assert_ne!(*on, self.rings, "a ring tone begins or stops once");
                    self.rings = *on;
                }
                Output::Provider { order: Order::Dial { .. }, .. } => {
                    let begun = |fact: &Fact| matches!(fact.what, What::DialWished { .. });
                    let written = outputs.iter().position(|o| matches!(o, Output::Record { fact, .. } if begun(fact)));
                    let asked =
                        outputs.iter().position(|o| matches!(o, Output::Provider { order: Order::Dial { .. }, .. }));
                    assert!(written.is_some_and(|written| Some(written) < asked), "dialled before it was written down");
                }
                _ => {}
            }
        }
    }

    fn checks(&mut self, desk: &Desk, now: Millis) {
        let phases: Vec<Phase> = desk.calls().iter().map(|call| call.state.phase).collect();
        assert!(!(self.rings && phases.contains(&Phase::Talking)), "rings into a conversation");
        let rings_in =
            |call: &LiveCall| call.state.phase == Phase::Ringing && call.state.direction == Direction::Inbound;
        assert!(!self.rings || desk.calls().iter().any(rings_in), "rings for nothing");
        assert!(phases.iter().filter(|phase| **phase == Phase::Ended).count() <= 3);
        assert!(desk.next_tick().is_none_or(|tick| tick > now), "a wish waits although its time is over");
        for call in desk.calls() {
            let recorded = &self.outbox[&call.id];
            assert_eq!(fold(recorded).as_ref(), Some(&call.state), "the log would not be the screen");
            assert!(recorded.is_sorted_by(|a, b| a.at < b.at && a.id < b.id));
            assert_eq!(*recorded, call.facts);
            assert!(call.is_live() || call.pending.is_empty());
            let answered = call.state.outcome == Some(Outcome::Answered);
            if let Some(was_answered) = self.over.get(&call.id) {
                assert!(!call.is_live(), "reopened");
                assert_eq!(*was_answered, answered);
            }
            if !call.is_live() {
                self.over.insert(call.id.clone(), answered);
            }
        }
    }
}

fn end_all(desk: &mut Desk, now: Millis) {
    let left: Vec<CallId> = desk.calls().iter().filter(|call| call.is_live()).map(|call| call.id.clone()).collect();
    for call in left {
        let resume = Command::Resume { call: call.clone() };
        if desk.handle(now, CallId::new("none"), Input::Command(resume)).is_ok() {
            let _ = desk.handle(now, CallId::new("none"), Input::Event(Event::HeldIs(false)));
        }
        for command in [Command::HangUp { call: call.clone() }, Command::Reject { call }] {
            let _ = desk.handle(now, CallId::new("none"), Input::Command(command));
        }
    }
}

const ABILITIES: [Ability; 12] = [
    Ability::Answer,
    Ability::Reject,
    Ability::HangUp,
    Ability::Hold,
    Ability::Mute,
    Ability::Tone,
    Ability::Transfer,
    Ability::Dial,
    Ability::TakeVoice,
    Ability::TogglePresence,
    Ability::ChangeDevice,
    Ability::ListColleagues,
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, ..ProptestConfig::default() })]

    #[test]
    fn the_desk_keeps_its_promises(ready in prop::bool::weighted(0.8), steps in prop::collection::vec(any_step(), 1..50)) {
        let mut desk = Desk::new(SourceId::new("tab"));
        let mut witness = Witness::default();
        let mut now = Millis(1_800_000_000_000);
        if ready {
            for (at, event) in [Event::VoiceIs(true), Event::Connected].into_iter().enumerate() {
                let out = desk.handle(now, CallId::new(format!("none-{at}")), Input::Event(event));
                witness.sees(&out.unwrap_or_default());
            }
        }
        for (at, step) in steps.iter().enumerate() {
            now = now.plus(step.after);
            let before = desk.clone();
            let input = aimed(&desk, step);
            let is_command = matches!(input, Input::Command(_));
            match desk.handle(now, CallId::new(format!("call-{at}")), input) {
                Ok(out) => {
                    witness.sees(&out);
                    witness.checks(&desk, now);
                }
                Err(refused) => {
                    prop_assert!(is_command, "an event was refused: {refused:?}");
                    prop_assert_eq!(&desk, &before, "a refused command changed something");
                }
            }
            for ability in ABILITIES {
                let _ = desk.can(ability, desk.calls().first().map(|call| &call.id));
            }
        }
        let text = serde_json::to_string(&desk).expect("can be written");
        prop_assert_eq!(serde_json::from_str::<Desk>(&text).expect("can be read"), desk);
    }

    #[test]
    fn a_desk_that_dies_at_any_moment_is_taken_up_by_another_tab(
        steps in prop::collection::vec(any_step(), 1..50),
        deaths in prop::collection::vec((0..50_usize, 0..600_000_i64), 1..4),
    ) {
        let mut desk = Desk::new(SourceId::new("tab"));
        let mut witness = Witness::default();
        let mut now = Millis(1_800_000_000_000);
        for (at, step) in steps.iter().enumerate() {
            now = now.plus(step.after);
            let input = aimed(&desk, step);
            if let Ok(out) = desk.handle(now, CallId::new(format!("call-{at}")), input) {
                witness.sees(&out);
            }
            for (_, away) in deaths.iter().filter(|(moment, _)| *moment == at) {
                let text = serde_json::to_string(&desk).expect("can be written");
                let was_in_page = desk.talks_in_page();
                // Calls that were dismissed count as well: facts never go back in time.
                let told = witness.outbox.values().flatten().map(|fact| fact.at);
                let last = told.max().unwrap_or(now).max(now);
                desk = serde_json::from_str(&text).expect("can be read");
                witness.rings = false;
                let (seen, back) = (now, now.plus(*away));
                witness.sees(&desk.resume(back, seen, SourceId::new(format!("tab-{at}-{away}"))));
                now = back;
                prop_assert!(!(was_in_page && desk.calls().iter().any(LiveCall::is_live)), "sound outlived its page");
                let ended_late = |call: &LiveCall| call.cut_off && call.state.ended_at > Some(last.plus(1_000));
                prop_assert!(!desk.calls().iter().any(ended_late), "the time away counts as talked");
            }
            for call in desk.calls() {
                let derived = fold(&witness.outbox[&call.id]);
                prop_assert_eq!(derived.as_ref(), Some(&call.state), "the log would not be the screen");
            }
        }
    }

    #[test]
    fn every_call_can_be_brought_to_an_end(steps in prop::collection::vec(any_step(), 1..40)) {
        let mut desk = Desk::new(SourceId::new("tab"));
        let mut now = Millis(1_800_000_000_000);
        for (at, step) in steps.iter().enumerate() {
            now = now.plus(step.after);
            let input = aimed(&desk, step);
            let _ = desk.handle(now, CallId::new(format!("call-{at}")), input);
        }
        // The provider says nothing any more: the member ends what is left, and time does the rest. A ring can be
        // refused only when nobody is talked to any more.
        for _ in 0..2 {
            end_all(&mut desk, now);
            now = now.plus(60_000);
            let _ = desk.handle(now, CallId::new("none"), Input::Tick);
        }
        let on_hold = |call: &LiveCall| call.is_live() && call.state.held_since.is_some();
        let stuck = |call: &LiveCall| call.is_live() && !desk.calls().iter().any(on_hold);
        prop_assert!(!desk.calls().iter().any(stuck), "{:?}", desk.calls());
    }
}

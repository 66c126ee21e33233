//! Whatever happens, in whatever order.

use super::*;
use proptest::prelude::*;

#[derive(Clone, Debug)]
enum Step {
    Call(u8, bool),
    Leg(usize, LegEvent),
    Dial(bool, u8),
    Wish(Wish),
    Page(bool, bool),
    Line(bool),
    Answer(usize, u8),
    Status(bool, u64),
    Wait(u64),
}

fn wishes() -> impl Strategy<Value = Wish> {
    let target = prop_oneof![
        prop_oneof![Just(HA), Just(MINH)].prop_map(|user| Target::Agent(user.to_owned())),
        prop_oneof![Just("QU_CARE"), Just("nowhere")].prop_map(|queue| Target::Queue(queue.to_owned())),
        Just(Target::Number("84909000333".to_owned())),
    ];
    let call = (1..8_u8).prop_map(|number| format!("call-{number}"));
    let how = prop_oneof![Just(Handover::Blind), Just(Handover::Attended)];
    let connect = json!([{"action": "connect", "from": {"type": "internal", "number": SALES},
        "to": {"type": "internal", "number": MINH}}])
    .to_string();
    prop_oneof![
        3 => (call.clone(), target, how).prop_map(|(call, to, how)| Wish::Transfer { call, to, how }),
        1 => call.clone().prop_map(|call| Wish::Stop { call }),
        1 => call.prop_map(move |call| Wish::Actions { call, actions: connect.clone() }),
        2 => (1..40_u64, any::<bool>()).prop_map(|(leg, on)| Wish::Hold { leg: LegId(leg), on }),
        2 => prop_oneof![Just(HA), Just(MINH)].prop_map(|user| Wish::CallOut(CallOut {
            user: user.to_owned(),
            shown: SALES.to_owned(),
            alias: "callout".to_owned(),
            hotline: SALES.to_owned(),
            number: "84909000214".to_owned(),
            sip: false,
        })),
    ]
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let event = prop_oneof![
        Just(LegEvent::Ringing),
        Just(LegEvent::Answered),
        Just(LegEvent::Failed(486)),
        Just(LegEvent::Ended),
        prop_oneof![Just('1'), Just('2'), Just('9')].prop_map(LegEvent::Digit),
    ];
    let step = prop_oneof![
        3 => (0..4_u8, any::<bool>()).prop_map(|(who, menu)| Step::Call(who, menu)),
        8 => (any::<prop::sample::Index>(), event).prop_map(|(leg, event)| Step::Leg(leg.index(64), event)),
        2 => (any::<bool>(), 0..4_u8).prop_map(|(ha, whom)| Step::Dial(ha, whom)),
        4 => wishes().prop_map(Step::Wish),
        3 => (any::<bool>(), any::<bool>()).prop_map(|(ha, up)| Step::Page(ha, up)),
        1 => any::<bool>().prop_map(Step::Line),
        5 => (0..3_usize, 0..6_u8).prop_map(|(back, what)| Step::Answer(back, what)),
        1 => (any::<bool>(), 0..3_u64).prop_map(|(ha, status)| Step::Status(ha, status)),
        3 => (0..20_u64).prop_map(Step::Wait),
    ];
    prop::collection::vec(step, 0..70)
}

impl Team {
    fn take(&mut self, step: Step) {
        let who = |ha: bool| if ha { HA } else { MINH };
        match step {
            Step::Call(who, menu) => {
                self.calls_from(&format!("090900022{who}"), if menu { GREETS } else { SALES });
            }
            Step::Leg(at, event) => {
                let legs: Vec<LegId> = self.centre.legs.keys().copied().collect();
                if let Some(leg) = legs.get(at % legs.len().max(1)) {
                    self.leg(*leg, event);
                }
            }
            Step::Dial(ha, whom) => {
                let to = ["84909000220", "84909000214", "84909000208", MINH][usize::from(whom)];
                self.dial(who(ha), SALES, to);
            }
            Step::Wish(wish) => {
                self.wish(wish);
            }
            Step::Page(ha, up) => {
                let device = DeviceId(u64::from(ha));
                self.give(Input::Device { device, user: who(ha).to_owned(), up });
            }
            Step::Line(up) => self.give(Input::Line { user: "0909000220".to_owned(), up }),
            Step::Answer(back, what) => self.answer_any(back, what),
            Step::Status(ha, status) => self.change(|setup| {
                setup.agents.get_mut(if ha { "AG_0" } else { "AG_1" }).expect("an agent").system_status = status;
            }),
            Step::Wait(seconds) => self.seconds(seconds),
        }
    }

    /// Answers one of the last questions, sensibly or not.
    fn answer_any(&mut self, back: usize, what: u8) {
        let asked: Vec<(AskId, Question)> = self.asked("");
        let Some((ask, _)) = asked.iter().rev().nth(back) else { return };
        let agent = |user: &str| json!({"stringee_user_id": user, "routing_type": 1, "answer_timeout": 5});
        let ids: Vec<&str> = self.centre.calls.values().map(|call| call.id.as_str()).collect();
        let calls: Vec<Value> =
            ids.iter().map(|id| json!({"callId": id, "agents": [agent(MINH), agent(HA), agent("x")]})).collect();
        let connect = json!([{"action": "connect", "from": {"type": "internal", "number": SALES},
            "to": {"type": "external", "number": "84909000208"}, "maxConnectTime": 30}]);
        let answer = match what {
            0 => Err(Failure::TimedOut),
            1 => Err(Failure::Status(500)),
            2 => Ok("[]".to_owned()),
            3 => Ok(connect.to_string()),
            _ => Ok(json!({"version": 2, "calls": calls}).to_string()),
        };
        self.give(Input::Answered(*ask, answer));
    }

    fn check(&self) {
        let Centre { calls, legs, .. } = &self.centre;
        let mut used: Vec<LegId> = Vec::new();
        for call in calls.values() {
            used.extend(call.customer);
            used.extend(call.agent.iter().map(|agent| agent.leg));
            used.extend(call.heir.iter().map(|(heir, _)| heir.leg));
        }
        let unique: BTreeSet<LegId> = used.iter().copied().collect();
        assert_eq!(unique.len(), used.len(), "a leg has two places");
        assert!(used.iter().all(|leg| legs.contains_key(leg)), "a call has a leg that is gone");
        assert!(legs.keys().all(|leg| unique.contains(leg)), "a leg belongs to no call");
        let mut users: Vec<&str> = legs.values().filter_map(|leg| leg.user.as_deref()).collect();
        users.sort_unstable();
        assert!(users.windows(2).all(|pair| pair[0] != pair[1]), "an agent has two telephones: {users:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_500, ..ProptestConfig::default() })]

    #[test]
    fn whatever_happens_nobody_has_two_calls_and_every_call_ends(server in any::<bool>(), steps in steps()) {
        let mut team = if server { Team::with_server() } else { Team::new() };
        team.both();
        for step in steps {
            team.take(step);
            team.check();
        }
        // whoever has hung up by now, and whoever is waited for never comes: nothing may stay
        for leg in team.centre.legs.keys().copied().collect::<Vec<_>>() {
            team.leg(leg, LegEvent::Ended);
            team.check();
        }
        team.seconds(3_600);
        team.check();
        for call in team.centre.calls.values() {
            let talks = call.agent.as_ref().is_some_and(|agent| agent.up) || call.heir.as_ref().is_some_and(|(heir, _)| heir.up);
            prop_assert!(talks, "a call without people goes on: {call:?}");
        }
        let created = team.told().iter().filter(|(status, _)| status == "created").count();
        let ended = team.told().iter().filter(|(status, _)| status == "ended").count();
        prop_assert_eq!(created, if server { ended + team.centre.calls.len() } else { 0 });
        let kept = team.records().len();
        prop_assert!(!server || kept == ended, "each end is kept once");
    }
}

//! The voice of one member under every order of claims of several tabs.

use domain::calls::{Device, Presence};
use domain::ids::{CallId, SourceId};
use domain::times::Millis;
use domain::voice::{Beat, BeatAnswer, Claim, Decision, LOST_AFTER, LineReport, Voice, decide, is_heard_of};
use proptest::prelude::*;
use std::collections::BTreeMap;

const TABS: [&str; 3] = ["desk", "second tab", "laptop"];

/// Stands for what a tab may claim of the holder it was last told of.
const SILENT: Claim = Claim::TakeIfSilent { fence: 0, heard_at: Millis(0) };

/// One beat of one tab, and the time before it.
#[derive(Clone, Debug)]
struct Step {
    tab: usize,
    claim: Claim,
    in_call: bool,
    after: i64,
}

impl Step {
    fn beat(&self, number: u64) -> Beat {
        Beat {
            tab: SourceId::new(TABS[self.tab]),
            number,
            computer: "Chrome, Linux".into(),
            claim: self.claim,
            line: LineReport { connected: true, presence: Some(Presence::Online), device: Some(Device::Browser) },
            calls: if self.in_call { vec![CallId::new("call")] } else { Vec::new() },
            wrap_up: None,
        }
    }
}

fn any_claim() -> impl Strategy<Value = Claim> {
    prop_oneof![
        1 => Just(Claim::None),
        4 => (0..6_i64).prop_map(|fence| Claim::Keep { fence }),
        3 => Just(Claim::TakeIfFree),
        3 => Just(Claim::Knock),
        4 => Just(SILENT),
        3 => Just(Claim::Take),
        2 => Just(Claim::TakeFromCall),
        2 => Just(Claim::Release),
    ]
}

fn any_steps() -> impl Strategy<Value = Vec<Step>> {
    let after = prop_oneof![6 => 0..12_000_i64, 1 => LOST_AFTER..60_000, 1 => -2_000..0_i64];
    let step = (0..TABS.len(), any_claim(), any::<bool>(), after).prop_map(|(tab, claim, in_call, after)| Step {
        tab,
        claim,
        in_call,
        after,
    });
    prop::collection::vec(step, 1..40)
}

/// A beat, the voice before it and what became of it.
struct Scene {
    before: Voice,
    beat: Beat,
    now: Millis,
    decision: Decision,
}

impl Scene {
    fn holder_before(&self) -> Option<&str> {
        self.before.held.as_ref().map(|(lease, _)| lease.tab.as_str())
    }

    fn holder(&self) -> Option<&str> {
        self.decision.voice.held.as_ref().map(|(lease, _)| lease.tab.as_str())
    }
}

fn played(steps: &[Step]) -> Vec<Scene> {
    let said: Vec<(u64, Step)> = (1..).zip(steps.iter().cloned()).collect();
    delivered(&said)
}

/// Beats under their numbers, in the order in which they arrive.
fn delivered(said: &[(u64, Step)]) -> Vec<Scene> {
    let (mut before, mut now) = (Voice::default(), Millis(1_000_000));
    let mut told: BTreeMap<usize, BeatAnswer> = BTreeMap::new();
    let scene = |(number, step): &(u64, Step)| {
        now = now.plus(step.after);
        let mut beat = step.beat(*number);
        if beat.claim == SILENT {
            beat.claim = told.get(&step.tab).and_then(BeatAnswer::if_silent).unwrap_or(SILENT);
        }
        let decision = decide(&before, &beat, now);
        told.insert(step.tab, decision.answer(now));
        let scene = Scene { before: before.clone(), beat, now, decision };
        before = scene.decision.voice.clone();
        scene
    };
    said.iter().map(scene).collect()
}

/// Everything that was said, in any order, and last of all the goodbye of the first tab.
fn any_disorder() -> impl Strategy<Value = Vec<(u64, Step)>> {
    any_steps().prop_flat_map(|mut steps| {
        steps.push(Step { tab: 0, claim: Claim::Release, in_call: false, after: 100 });
        let said: Vec<(u64, Step)> = (1..).zip(steps).collect();
        Just(said).prop_shuffle()
    })
}

proptest! {
    #[test]
    fn the_number_grows_with_every_change_of_holder(steps in any_steps()) {
        for scene in played(&steps) {
            let (was, is) = (scene.before.last_fence, scene.decision.voice.last_fence);
            prop_assert!(is >= was);
            if let (Some(holder), before) = (scene.holder(), scene.holder_before())
                && before != Some(holder)
            {
                prop_assert!(is > was, "{holder} took over without a higher number");
            }
            if let Some((lease, _)) = &scene.decision.voice.held {
                prop_assert_eq!(lease.fence, is, "the holder has the highest number there is");
            }
        }
    }

    #[test]
    fn at_most_one_tab_is_told_that_it_holds_a_number(steps in any_steps()) {
        let mut told: Vec<(i64, SourceId)> = Vec::new();
        for scene in played(&steps) {
            if !scene.decision.mine {
                continue;
            }
            prop_assert_eq!(scene.holder(), Some(scene.beat.tab.as_str()));
            let number = scene.decision.voice.last_fence;
            for (other, tab) in &told {
                prop_assert!(*other != number || *tab == scene.beat.tab, "two tabs under {number}");
            }
            told.push((number, scene.beat.tab.clone()));
        }
    }

    #[test]
    fn a_lower_number_keeps_nothing(steps in any_steps()) {
        for scene in played(&steps) {
            let Claim::Keep { fence } = scene.beat.claim else { continue };
            if fence < scene.before.last_fence {
                prop_assert!(!scene.decision.mine);
                prop_assert_eq!(&scene.decision.voice, &scene.before);
            }
        }
    }

    #[test]
    fn a_live_call_is_cut_off_only_where_that_was_agreed_to(steps in any_steps()) {
        for scene in played(&steps) {
            let Some((lease, heard)) = &scene.before.held else { continue };
            let live = !lease.calls.is_empty() && is_heard_of(*heard, scene.now);
            let own = lease.tab == scene.beat.tab;
            if live && !own && scene.holder() != scene.holder_before() {
                prop_assert_eq!(scene.beat.claim, Claim::TakeFromCall);
            }
            if live && !own && scene.beat.claim == Claim::Take {
                prop_assert!(scene.decision.in_call_elsewhere, "the member must be asked");
            }
        }
    }

    #[test]
    fn nobody_s_voice_goes_to_whoever_wants_it(steps in any_steps()) {
        for scene in played(&steps) {
            let wants = [Claim::TakeIfFree, Claim::Knock, Claim::Take, Claim::TakeFromCall].contains(&scene.beat.claim);
            let free = scene.before.held.as_ref().is_none_or(|(_, heard)| !is_heard_of(*heard, scene.now));
            if wants && free {
                prop_assert!(scene.decision.mine);
            }
        }
    }

    #[test]
    fn whoever_does_not_show_that_they_are_there_loses_it_and_nobody_else_does(steps in any_steps()) {
        for scene in played(&steps) {
            let (Claim::TakeIfSilent { fence, heard_at }, Some((lease, heard))) = (scene.beat.claim, &scene.before.held)
            else {
                continue;
            };
            let own = lease.tab == scene.beat.tab;
            let answered = lease.fence != fence || *heard != heard_at;
            if answered && !own {
                prop_assert_eq!(&scene.decision.voice, &scene.before);
            }
            prop_assert_eq!(scene.decision.mine, own || (!answered && lease.calls.is_empty()));
        }
    }

    #[test]
    fn only_a_holder_that_is_heard_of_is_knocked_at(steps in any_steps()) {
        for scene in played(&steps) {
            let there = scene.before.held.as_ref().is_some_and(|(_, heard)| is_heard_of(*heard, scene.now));
            let another = scene.holder_before() != Some(scene.beat.tab.as_str());
            prop_assert_eq!(scene.decision.knocks, scene.beat.claim == Claim::Knock && there && another);
        }
    }

    #[test]
    fn what_a_tab_said_before_its_goodbye_is_void_after_it(said in any_disorder()) {
        let last = said.iter().map(|(number, _)| *number).max().unwrap_or_default();
        let mut gone = false;
        for scene in delivered(&said) {
            gone |= scene.beat.number == last;
            if gone {
                prop_assert!(scene.holder() != Some(TABS[0]), "a tab that is gone holds the telephone");
            }
            if scene.before.is_void(&scene.beat) {
                prop_assert_eq!(&scene.decision.voice, &scene.before);
                prop_assert!(!scene.decision.mine);
            }
        }
    }
}

#[test]
fn a_number_outlives_its_lease() {
    let step = |tab, claim, after| Step { tab, claim, in_call: false, after };
    let scenes = played(&[
        step(0, Claim::TakeIfFree, 0),
        step(0, Claim::Release, 1_000),
        step(1, Claim::TakeIfFree, 1_000),
        step(0, Claim::Keep { fence: 1 }, 1_000),
    ]);
    let numbers: Vec<(bool, i64)> = scenes.iter().map(|s| (s.decision.mine, s.decision.voice.last_fence)).collect();
    assert_eq!(numbers, [(true, 1), (false, 1), (true, 2), (false, 2)]);
}

#[test]
fn a_page_closed_in_the_middle_of_its_claim_leaves_the_telephone_free() {
    let step = |tab, claim| Step { tab, claim, in_call: false, after: 50 };
    let scenes = delivered(&[(2, step(0, Claim::Release)), (1, step(0, Claim::Knock)), (3, step(1, Claim::Knock))]);
    let mine: Vec<bool> = scenes.iter().map(|scene| scene.decision.mine).collect();
    assert_eq!(mine, [false, false, true]);
}

//! Messages reordered, repeated and lost: the call is the same, or makes sense still.

use crate::page::{
    CALL, CUSTOMER, OTHER, OTHER_CALL, Page, answered, dialled, elsewhere, gone, held, incoming, own_leg, state,
};
use domain::calls::{Command, Direction, Event, Outcome, Phase, fold};
use proptest::prelude::*;
use serde_json::{Value, json};

/// The messages of a call in, each some times: lost, said, or said again.
fn inbound() -> impl Strategy<Value = Vec<Value>> {
    let said = |message: Value| (0..3_usize).prop_map(move |times| vec![message.clone(); times]);
    let parts = (
        said(incoming(CALL, CUSTOMER)),
        said(answered(CALL)),
        said(state(CALL, true, 3, 200)),
        said(held(CALL, true, 0)),
        said(held(CALL, false, 0)),
        said(state(CALL, true, 6, -1)),
        said(gone(CALL)),
    );
    parts.prop_map(|(a, b, c, d, e, f, g)| [a, b, c, d, e, f, g].concat())
}

/// What follows the wish to dial, in any order.
fn outbound() -> impl Strategy<Value = Vec<Value>> {
    let all = vec![
        dialled(CALL),
        state(CALL, false, 1, 100),
        state(CALL, false, 2, 180),
        state(CALL, false, 3, 200),
        state(CALL, false, 6, -1),
        gone(CALL),
    ];
    prop::sample::subsequence(all, 0..=6).prop_shuffle()
}

/// What may still be said of a call that the member is rid of: some of it, in any order.
fn leftovers(incoming: bool) -> impl Strategy<Value = Vec<Value>> {
    let all = vec![
        state(CALL, incoming, 5, 486),
        state(CALL, incoming, 5, 603),
        state(CALL, incoming, 6, 487),
        state(CALL, incoming, 6, -1),
        elsewhere(CALL, "CALL_END", 0),
        gone(CALL),
        gone(CALL),
    ];
    prop::sample::subsequence(all, 1..=7).prop_shuffle()
}

/// Messages of two calls that run at once.
fn two_calls() -> impl Strategy<Value = Vec<Value>> {
    let all = vec![
        incoming(CALL, CUSTOMER),
        incoming(OTHER_CALL, OTHER),
        own_leg(OTHER_CALL, OTHER),
        answered(CALL),
        elsewhere(OTHER_CALL, "CALL_STATE", 200),
        held(CALL, true, 0),
        json!({"said": "muted", "call": CALL, "on": true}),
        json!({"said": "tone", "call": OTHER_CALL, "key": "1", "r": 0}),
        gone(OTHER_CALL),
        gone(CALL),
    ];
    prop::sample::subsequence(all, 0..=10).prop_shuffle()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, ..ProptestConfig::default() })]

    #[test]
    fn a_call_in_with_losses_and_repetitions(said in inbound()) {
        let has = |message: &Value| said.contains(message);
        let mut page = Page::ready();
        page.hear(&said);
        prop_assert_eq!(page.tab.desk.calls().len(), usize::from(has(&incoming(CALL, CUSTOMER))));
        if let Some(call) = page.tab.desk.calls().first() {
            prop_assert_eq!(call.state.direction, Direction::Inbound);
            prop_assert_eq!(call.state.provider_id.as_deref(), Some(CALL));
            let was_answered = has(&answered(CALL)) || has(&state(CALL, true, 3, 200));
            let ended = has(&gone(CALL)) || has(&state(CALL, true, 6, -1));
            let outcome = if was_answered { Outcome::Answered } else { Outcome::Missed };
            prop_assert_eq!(&call.state.outcome, &ended.then_some(outcome));
        }
    }

    #[test]
    fn a_call_out_in_any_order_is_one_call_out_until_it_ends(said in outbound()) {
        let mut page = Page::ready();
        page.tab.wishes(Command::Dial { number: CUSTOMER.to_owned() }).expect("dials");
        let is_end = |message: &Value| [state(CALL, false, 6, -1), gone(CALL)].contains(message);
        let ended = said.iter().position(is_end).unwrap_or(said.len());
        page.hear(&said[..ended]);
        prop_assert_eq!(page.tab.desk.calls().len(), 1);
        let talks = said[..ended].contains(&state(CALL, false, 3, 200));
        prop_assert_eq!(page.call().state.phase == Phase::Talking, talks);
        page.hear(&said[ended..]);
        if ended < said.len() {
            prop_assert!(!page.call().is_live());
            prop_assert_eq!(page.outcome() == Some(Outcome::Answered), talks);
        }
        prop_assert_eq!(page.tab.desk.calls().len(), 1);
        prop_assert_eq!(page.call().state.direction, Direction::Outbound);
    }

    #[test]
    fn a_call_that_was_refused_here_is_refused_whatever_is_said_of_it(said in leftovers(true), hushed in any::<bool>()) {
        let mut page = Page::ready();
        page.hear(&[incoming(CALL, CUSTOMER)]);
        page.tab.wishes(Command::Reject { call: page.tab.id() }).expect("refuses");
        if hushed {
            page.tab.hears(Event::RingsNoLonger { call: page.tab.id() });
        }
        page.hear(&said);
        prop_assert_eq!(page.outcome(), Some(Outcome::Rejected));
    }

    #[test]
    fn a_call_that_was_given_up_here_is_given_up_whatever_is_said_of_it(said in leftovers(false), rang in any::<bool>()) {
        let mut page = Page::ready();
        page.tab.wishes(Command::Dial { number: CUSTOMER.to_owned() }).expect("dials");
        page.hear(&[dialled(CALL)]);
        if rang {
            page.hear(&[state(CALL, false, 2, 180)]);
        }
        page.tab.wishes(Command::HangUp { call: page.tab.id() }).expect("gives up");
        page.hear(&said);
        prop_assert_eq!(page.outcome(), Some(Outcome::Cancelled));
    }

    #[test]
    fn two_calls_never_take_each_other_s_reports(said in two_calls()) {
        let mut page = Page::ready();
        page.hear(&said);
        for call in page.tab.desk.calls() {
            let id = call.state.provider_id.clone().expect("each has its id");
            let began = said.iter().position(|message| message["said"] == "incoming" && message["call"] == id.as_str());
            let theirs = said.iter().skip(began.expect("it rang")).any(|message| *message == gone(&id));
            prop_assert_eq!(!call.is_live(), theirs);
        }
        prop_assert!(page.tab.desk.calls().len() <= 2);
    }

    #[test]
    fn the_facts_of_a_story_fold_to_its_state_in_any_order(said in inbound(), turn in any::<prop::sample::Index>()) {
        let mut page = Page::ready();
        page.hear(&said);
        if let Some(call) = page.tab.desk.calls().first() {
            let mut facts = call.facts.clone();
            facts.rotate_left(turn.index(call.facts.len()));
            facts.extend(call.facts.iter().rev().cloned());
            prop_assert_eq!(fold(&facts), Some(call.state.clone()));
        }
    }
}

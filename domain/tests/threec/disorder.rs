//! Callbacks reordered, repeated and lost: the call is the same, or makes sense still.

use crate::page::{CALL_ID, CUSTOMER, Page, Said};
use domain::calls::{Command, Direction, Outcome, Phase, fold};
use proptest::prelude::*;
use serde_json::{Value, json};

/// The callbacks of a call in, each some times: lost, said, or said again.
fn inbound() -> impl Strategy<Value = Vec<Said>> {
    let said = |name, argument: Value| (0..3_usize).prop_map(move |times| vec![(name, argument.clone()); times]);
    let parts = (
        said("csCurrentCallId", json!(CALL_ID)),
        said("csCallRinging", json!(CUSTOMER)),
        said("csAcceptCall", Value::Null),
        said("csHoldCall", Value::Null),
        said("csUnHoldCall", Value::Null),
        said("csEndCall", Value::Null),
    );
    parts.prop_map(|(a, b, c, d, e, f)| [a, b, c, d, e, f].concat())
}

/// What follows the wish to dial.
fn outbound() -> impl Strategy<Value = Vec<Said>> {
    let all = vec![
        ("showCalloutInfo", json!(CUSTOMER)),
        ("csCallRingingAgent", Value::Null),
        ("csCurrentCallId", json!(CALL_ID)),
        ("csCallRinging", json!(CUSTOMER)),
        ("csCustomerAccept", Value::Null),
        ("csEndCall", Value::Null),
    ];
    prop::sample::subsequence(all, 0..=6).prop_shuffle()
}

/// What scripts might pass, and what they should not.
fn any_argument() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "\\PC{0,12}".prop_map(Value::from),
        Just(json!([])),
        Just(json!([null, {"ipPhone": null}, {"ipPhone": 5001}, "x"])),
        Just(json!({"callId": 7, "dropAgentId": null})),
        Just(json!("OK")),
        Just(json!("undefined")),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, ..ProptestConfig::default() })]

    #[test]
    fn a_call_in_with_losses_and_repetitions(said in inbound()) {
        let has = |name: &str| said.iter().any(|(said, _)| *said == name);
        let mut page = Page::ready();
        page.hear(&said);
        prop_assert_eq!(page.tab.desk.calls().len(), usize::from(has("csCallRinging")));
        if let Some(call) = page.tab.desk.calls().first() {
            prop_assert_eq!(call.state.direction, Direction::Inbound);
            let answered = if has("csAcceptCall") { Outcome::Answered } else { Outcome::Missed };
            prop_assert_eq!(&call.state.outcome, &has("csEndCall").then_some(answered));
            prop_assert_eq!(call.state.provider_id.is_some(), has("csCurrentCallId"));
        }
    }

    #[test]
    fn a_call_out_in_any_order_is_one_call_out_until_it_ends(said in outbound()) {
        let mut page = Page::ready();
        page.tab.wishes(Command::Dial { number: CUSTOMER.to_owned() }).expect("dials");
        let ended = said.iter().position(|(name, _)| *name == "csEndCall").unwrap_or(said.len());
        page.hear(&said[..ended]);
        prop_assert_eq!(page.tab.desk.calls().len(), 1);
        let accepted = said[..ended].iter().any(|(name, _)| *name == "csCustomerAccept");
        prop_assert_eq!(page.call().state.phase == Phase::Talking, accepted);
        if ended < said.len() {
            page.hear(&said[ended..=ended]);
            prop_assert_eq!(page.outcome() == Some(Outcome::Answered), accepted);
        }
        prop_assert_eq!(page.call().state.direction, Direction::Outbound);
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

    #[test]
    fn no_argument_is_too_strange(
        said in prop::collection::vec(
            (prop::sample::select(domain::threec::CALLBACKS.to_vec()), prop::collection::vec(any_argument(), 0..3)),
            0..20,
        )
    ) {
        let mut page = Page::ready();
        for (name, args) in said {
            page.hear_args(name, &args);
        }
    }
}

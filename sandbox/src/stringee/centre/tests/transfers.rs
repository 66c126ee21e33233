//! Holding, handing over, ending from outside.

use super::*;

fn to(target: Target, how: Handover) -> Wish {
    Wish::Transfer { call: "call-1".to_owned(), to: target, how }
}

fn colleague() -> Target {
    Target::Agent(MINH.to_owned())
}

#[test]
fn hold_is_music_and_back() {
    let mut team = Team::new();
    team.page(HA, 1);
    let (customer, agent) = team.talk();
    team.effects.clear();
    assert_eq!(team.wish(Wish::Hold { leg: agent, on: true }).r, 0);
    assert!(team.did(&Effect::Hear(customer, Sound::Tone(Tone::Music))));
    assert!(team.did(&Effect::Hear(agent, Sound::Silence)));
    assert_eq!(team.wish(Wish::Hold { leg: agent, on: false }).r, 0);
    assert!(team.did(&Effect::Hear(customer, Sound::Leg(agent))));
    assert_ne!(team.wish(Wish::Hold { leg: customer, on: true }).r, 0);
}

#[test]
fn a_blind_transfer_moves_the_customer_when_the_colleague_answers() {
    let mut team = Team::new();
    team.both();
    let (customer, giver) = team.talk();
    assert_eq!(team.wish(to(colleague(), Handover::Blind)).r, 0);
    let heir = team.rung(MINH).expect("rings");
    assert!(!team.did(&Effect::Order(giver, LegOrder::Hangup)));
    team.leg(heir, LegEvent::Answered);
    assert!(team.did(&Effect::Order(giver, LegOrder::Hangup)));
    assert!(team.did(&Effect::Hear(customer, Sound::Leg(heir))));
    assert_eq!((team.status(HA), team.status(MINH)), (2, 0));
    team.leg(heir, LegEvent::Ended);
    assert!(team.is_over());
}

#[test]
fn a_transfer_that_nobody_takes_gives_the_customer_back() {
    let mut team = Team::new();
    team.both();
    let (customer, giver) = team.talk();
    team.wish(to(colleague(), Handover::Blind));
    let heir = team.rung(MINH).expect("rings");
    team.effects.clear();
    team.leg(heir, LegEvent::Failed(486));
    assert!(team.did(&Effect::Hear(customer, Sound::Leg(giver))));
    assert_eq!(team.status(HA), 0);
}

#[test]
fn an_attended_transfer_is_a_talk_first() {
    let mut team = Team::new();
    team.both();
    let (customer, giver) = team.talk();
    team.wish(to(colleague(), Handover::Attended));
    let heir = team.rung(MINH).expect("rings");
    team.leg(heir, LegEvent::Answered);
    assert!(team.did(&Effect::Hear(giver, Sound::Leg(heir))));
    assert!(!team.did(&Effect::Hear(customer, Sound::Leg(heir))));
    team.leg(giver, LegEvent::Ended);
    assert!(team.did(&Effect::Hear(customer, Sound::Leg(heir))));
    team.leg(customer, LegEvent::Ended);
    assert!(team.is_over());
}

#[test]
fn a_customer_goes_to_a_queue_or_outside() {
    let mut team = Team::new();
    team.both();
    let (_, giver) = team.talk();
    assert_eq!(team.wish(to(Target::Queue("nowhere".to_owned()), Handover::Blind)).message, "QUEUE_NOT_FOUND");
    assert_eq!(team.wish(to(Target::Queue("QU_CARE".to_owned()), Handover::Blind)).r, 0);
    assert!(team.did(&Effect::Order(giver, LegOrder::Hangup)));
    let minh = team.rung(MINH).expect("the other one rings");
    team.leg(minh, LegEvent::Answered);
    assert_eq!(team.wish(to(Target::Number("0909000333".to_owned()), Handover::Blind)).r, 0);
    team.seconds(3);
    assert!(team.did(&Effect::Order(minh, LegOrder::Hangup)), "the virtual one has answered");
}

#[test]
fn a_call_is_ended_from_outside_once() {
    let mut team = Team::new();
    team.page(HA, 1);
    let (customer, agent) = team.talk();
    let stop = || Wish::Stop { call: "call-1".to_owned() };
    assert_eq!(team.wish(stop()).r, 0);
    assert!(team.did(&Effect::Order(customer, LegOrder::Hangup)) && team.did(&Effect::Order(agent, LegOrder::Hangup)));
    assert_eq!(team.wish(stop()).r, 1, "already over");
    assert_eq!(team.wish(Wish::Stop { call: "call-9".to_owned() }).r, 2, "never there");
}

#[test]
fn actions_send_a_waiting_customer_elsewhere() {
    let mut team = Team::new();
    let customer = team.caller(SALES);
    team.page(MINH, 2);
    let rings = team.rung(MINH).expect("rings");
    let put = |user: &str| {
        let connect = json!([{"action": "connect", "from": {"type": "internal", "number": SALES, "alias": SALES},
            "to": {"type": "internal", "number": user, "alias": user}}]);
        Wish::Actions { call: "call-1".to_owned(), actions: connect.to_string() }
    };
    assert_eq!(team.wish(put(HA)).r, 5, "not there");
    team.page(HA, 1);
    assert_eq!(team.wish(put(HA)).r, 0);
    assert!(team.did(&Effect::Order(rings, LegOrder::Hangup)));
    let heir = team.rung(HA).expect("rings");
    team.leg(heir, LegEvent::Answered);
    assert!(team.did(&Effect::Hear(customer, Sound::Leg(heir))));
    assert_eq!(team.wish(Wish::Actions { call: "call-1".to_owned(), actions: "[]".to_owned() }).r, 2);
}

#[test]
fn a_customer_whose_telephone_is_lost_leaves_unless_it_comes_back() {
    let mut team = Team::new();
    team.page(HA, 1);
    let (customer, agent) = team.talk();
    let line = |up| Input::Line { user: CUSTOMER.to_owned(), up };
    team.give(line(false));
    team.seconds(2);
    team.give(line(true));
    team.seconds(5);
    assert!(!team.is_over());
    team.give(line(false));
    team.seconds(3);
    assert!(team.did(&Effect::Order(customer, LegOrder::Hangup)) && team.did(&Effect::Order(agent, LegOrder::Hangup)));
    assert!(team.is_over());
}

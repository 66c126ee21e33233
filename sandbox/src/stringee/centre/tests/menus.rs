//! Menus, hours, blocked callers.

use super::super::setup::usual_voice;
use super::*;

fn text(team: &Team) -> String {
    team.centre.setup().nodes.get("NO_WELCOME").expect("a place").node_play_content.clone()
}

fn said(team: &Team) -> usize {
    team.effects.iter().filter(|effect| matches!(effect, Effect::Hear(_, Sound::Talk { .. }))).count()
}

#[test]
fn a_caller_hears_the_greeting_and_a_key_leads_to_a_queue() {
    let mut team = Team::new();
    team.both();
    let customer = team.caller(GREETS);
    assert!(team.did(&Effect::Order(customer, LegOrder::Answer)));
    let greeting = Sound::Talk { text: text(&team), speed: 0, voice: usual_voice() };
    assert!(team.did(&Effect::Hear(customer, greeting)));
    assert_eq!(team.rings(HA), 0, "nobody is rung for a caller in a menu");
    team.press(customer, '1');
    assert!(team.did(&Effect::Hear(customer, Sound::Tone(Tone::Music))));
    assert_eq!(team.rings(HA) + team.rings(MINH), 1);
}

#[test]
fn the_greeting_is_said_twice_and_then_no_key_is_a_key() {
    let mut team = Team::new();
    let _ = team.caller(GREETS);
    team.wait(talk_length(&text(&team), 0));
    assert_eq!(said(&team), 1);
    team.wait(Duration::from_millis(500));
    assert_eq!(said(&team), 2);
    team.wait(talk_length(&text(&team), 0));
    team.seconds(4);
    let state = |team: &Team| team.centre.state_of(CallKey(1));
    assert_eq!(state(&team), "menu");
    team.seconds(1);
    assert_eq!(state(&team), "queued");
}

#[test]
fn a_key_during_the_words_counts_only_where_it_may() {
    let mut team = Team::new();
    team.change(|setup| setup.nodes.get_mut("NO_WELCOME").expect("a place").barge_in = false);
    let customer = team.caller(GREETS);
    team.press(customer, '1');
    assert_eq!(team.centre.state_of(CallKey(1)), "menu");
    team.wait(talk_length(&text(&team), 0) * 2 + Duration::from_secs(1));
    team.press(customer, '1');
    assert_eq!(team.centre.state_of(CallKey(1)), "queued");
}

#[test]
fn a_wrong_key_repeats_the_words_and_at_last_ends_the_call() {
    let mut team = Team::new();
    let customer = team.caller(GREETS);
    team.press(customer, '9');
    assert_eq!((said(&team), team.centre.calls.len()), (2, 1));
    team.press(customer, '9');
    team.press(customer, '9');
    assert!(team.is_over());
    assert!(team.did(&Effect::Order(customer, LegOrder::Hangup)));
}

#[test]
fn an_invalid_key_can_lead_somewhere_and_a_menu_without_an_exit_ends() {
    let mut team = Team::new();
    team.change(|setup| {
        let mut key = setup.keys.get("NO_KE_SALES").expect("a key").clone();
        key.node_key = "INVALID_KEY".to_owned();
        key.action = 4;
        key.next_node = Some("NO_WELCOME".to_owned());
        setup.keys.insert("NO_KE_INVALID", key);
    });
    let customer = team.caller(GREETS);
    for _ in 0..60 {
        team.press(customer, '9');
    }
    assert!(team.is_over());
}

#[test]
fn a_key_can_forward_to_a_telephone_outside() {
    let mut team = Team::new();
    team.change(|setup| {
        let key = setup.keys.get_mut("NO_KE_CARE").expect("a key");
        key.action = 3;
        key.to_phone_number = Some("84909000333".to_owned());
        key.from_number_callout_to_agent = Some(GREETS.to_owned());
    });
    let customer = team.caller(GREETS);
    team.press(customer, '2');
    assert!(team.did(&Effect::Hear(customer, Sound::Tone(Tone::Ringback))));
    team.seconds(3);
    assert!(team.did(&Effect::Hear(customer, Sound::Tone(Tone::Voice))), "it has answered");
    team.leg(customer, LegEvent::Ended);
    assert!(team.is_over());
}

#[test]
fn an_uploaded_greeting_is_played_for_as_long_as_it_is() {
    let mut team = Team::new();
    team.change(|setup| {
        let length = Duration::from_secs(7);
        let file = setup::File { sid: "FI1".to_owned(), desc: String::new(), created: Moment(0), length };
        setup.files.insert("hello.wav", file);
        let node = setup.nodes.get_mut("NO_WELCOME").expect("a place");
        node.node_play_mode = setup::PlayMode::Play;
        node.node_play_content = "hello.wav".to_owned();
        node.loop_count = 1;
    });
    let customer = team.caller(GREETS);
    assert!(team.did(&Effect::Hear(customer, Sound::File("hello.wav".to_owned()))));
    team.seconds(7 + 5);
    assert_eq!(team.centre.state_of(CallKey(1)), "queued");
}

#[test]
fn out_of_hours_nobody_waits() {
    let mut team = Team::new();
    team.change(|setup| setup.queues.values_mut().for_each(|queue| queue.schedule = 2));
    let _ = team.caller(SALES);
    assert_eq!(team.centre.state_of(CallKey(1)), "queued", "Monday at ten");
    team.seconds(400);
    team.now = team.now.after(Duration::from_secs(11 * 3600));
    let late = team.calls_from("0909000444", SALES);
    assert_eq!(team.centre.state_of(CallKey(2)), "menu", "the last words");
    team.seconds(20);
    assert!(team.did(&Effect::Order(late, LegOrder::Hangup)) && team.is_over());
}

#[test]
fn a_blocked_number_does_not_come_in() {
    let mut team = Team::new();
    team.change(|setup| {
        let row = setup::Blocked { number: format!("+{CUSTOMER_ABROAD}"), ivr_blocked: true, queue_blocked: true };
        setup.blacklist.insert("BN1", row);
    });
    let menu = team.caller(GREETS);
    assert!(team.did(&Effect::Order(menu, LegOrder::Refuse(603))));
    let queue = team.caller(SALES);
    assert!(team.did(&Effect::Order(queue, LegOrder::Refuse(603))));
    let nowhere = team.caller("84000");
    assert!(team.did(&Effect::Order(nowhere, LegOrder::Refuse(404))));
    assert!(team.is_over());
}

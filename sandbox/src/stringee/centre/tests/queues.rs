//! Queues: who is rung, for how long, and after whom.

use super::*;

fn listed(agents: &[(&str, u64)]) -> Value {
    let agent =
        |(user, timeout): &(&str, u64)| json!({"stringee_user_id": user, "routing_type": 1, "answer_timeout": timeout});
    json!({"version": 2, "calls": [{"callId": "call-1", "agents": agents.iter().map(agent).collect::<Vec<_>>()}]})
}

#[test]
fn only_who_is_free_willing_and_online_is_rung() {
    let eligible = |change: &dyn Fn(&mut setup::Agent), page: bool| {
        let mut team = Team::new();
        if page {
            team.page(HA, 1);
        }
        team.change(|setup| change(setup.agents.get_mut("AG_0").expect("an agent")));
        let _ = team.caller(SALES);
        team.effects.iter().any(|effect| matches!(effect, Effect::Ring { .. })) || team.centre.busy(HA)
    };
    assert!(eligible(&|_| {}, true));
    assert!(!eligible(&|_| {}, false), "offline");
    assert!(!eligible(&|agent| agent.manual_status = "INVISIBLE".to_owned(), true));
    assert!(!eligible(&|agent| agent.system_status = 0, true));
    assert!(!eligible(&|agent| agent.system_status = 2, true));
    assert!(!eligible(&|agent| agent.routing_type = 2, true), "no phone number");
    assert!(!eligible(&|agent| agent.routing_type = 4, true), "no SIP telephone");
    let by_phone = |agent: &mut setup::Agent| {
        agent.routing_type = 2;
        agent.phone_number = Some("84909000555".to_owned());
    };
    assert!(eligible(&by_phone, false));
}

#[test]
fn a_sip_telephone_counts_where_the_queue_says_so() {
    let rings = |cond_routing: u64| {
        let mut team = Team::new();
        team.change(|setup| setup.queues.values_mut().for_each(|queue| queue.cond_routing = cond_routing));
        team.give(Input::Line { user: format!("1_{HA}"), up: true });
        let _ = team.caller(SALES);
        team.rung(&format!("1_{HA}")).is_some()
    };
    assert!(rings(2) && !rings(1));
}

#[test]
fn who_does_not_answer_is_passed_over_and_rung_again_when_alone() {
    let mut team = Team::new();
    team.both();
    let customer = team.caller(SALES);
    assert_eq!((team.rings(HA), team.rings(MINH)), (1, 0));
    team.seconds(15);
    assert_eq!((team.rings(HA), team.rings(MINH)), (1, 1));
    team.change(|setup| {
        setup.agents.get_mut("AG_1").expect("an agent").manual_status = "NOT AVAILABLE".to_owned();
    });
    let minh = team.rung(MINH).expect("rings");
    team.leg(minh, LegEvent::Failed(486));
    team.seconds(2);
    assert_eq!((team.rings(HA), team.rings(MINH)), (2, 1), "the only one is rung again");
    team.leg(customer, LegEvent::Ended);
    assert!(team.did(&Effect::Order(team.rung(HA).expect("rings"), LegOrder::Hangup)));
    assert!(team.is_over());
}

#[test]
fn rounds_are_counted() {
    let mut team = Team::new();
    team.page(HA, 1);
    team.give(Input::Command(Command::Patience(Patience { rounds: 3, ..Patience::default() })));
    let customer = team.caller(SALES);
    team.seconds(60);
    assert_eq!(team.rings(HA), 3);
    assert!(team.did(&Effect::Order(customer, LegOrder::Hangup)) && team.is_over());
}

#[test]
fn primary_groups_come_first_and_the_longest_idle_in_them() {
    let mut team = Team::new();
    team.both();
    team.change(|setup| {
        setup.members.retain(|member| member.agent_id != "AG_0");
        setup.groups.insert("GR_2", setup::Group { name: "Dự phòng".to_owned() });
        let member = setup::Member { agent_id: "AG_0".to_owned(), group_id: "GR_2".to_owned() };
        setup.members.insert("m", member);
        let (queue_id, group_id) = ("QU_SALES".to_owned(), "GR_2".to_owned());
        setup.routings.insert("r", setup::Routing { queue_id, group_id, primary_group: false });
    });
    let _ = team.caller(SALES);
    assert_eq!((team.rings(HA), team.rings(MINH)), (0, 1), "primary before secondary");
    let _ = team.calls_from("0909000333", SALES);
    assert_eq!((team.rings(HA), team.rings(MINH)), (1, 1), "secondary when nobody else is free");
}

#[test]
fn the_first_caller_is_served_first() {
    let mut team = Team::new();
    let _first = team.caller(SALES);
    team.seconds(1);
    let _second = team.calls_from("0909000333", SALES);
    team.page(HA, 1);
    assert_eq!(team.ring(HA).1.from, CUSTOMER_ABROAD);
}

#[test]
fn talk_hang_up_and_the_time_after_it() {
    let mut team = Team::new();
    team.page(HA, 1);
    let (customer, agent) = team.talk();
    assert_eq!(team.status(HA), 0);
    assert!(team.did(&Effect::Hear(customer, Sound::Leg(agent))));
    assert!(team.did(&Effect::Hear(agent, Sound::Leg(customer))));
    let waits = team.calls_from("0909000333", SALES);
    team.leg(agent, LegEvent::Ended);
    assert!(team.did(&Effect::Order(customer, LegOrder::Hangup)));
    assert_eq!((team.status(HA), team.rings(HA)), (2, 1));
    team.seconds(5);
    assert_eq!((team.status(HA), team.rings(HA)), (1, 2));
    team.leg(waits, LegEvent::Ended);
    team.change(|setup| setup.queues.values_mut().for_each(|queue| queue.agent_wrap_up_after_calls = false));
    let (customer, _) = team.talk();
    team.leg(customer, LegEvent::Ended);
    assert_eq!(team.status(HA), 1, "no time after a call");
}

#[test]
fn the_customers_server_says_whom_to_ring_in_which_order_and_for_how_long() {
    let mut team = Team::with_server();
    team.both();
    let _ = team.caller(SALES);
    assert_eq!(team.asked("/agents").len(), 0, "first who it is");
    team.answer("/customer", Ok(json!({"name": "Anh Ba"})));
    let Question::Post(body) = team.asked("/agents")[0].1.clone() else { panic!("not a POST") };
    let call = json!({"callId": "call-1", "from": CUSTOMER_ABROAD, "to": SALES});
    assert_eq!(body, json!({"queueId": "QU_SALES", "projectId": 1, "calls": [call]}));
    assert_eq!(team.rings(HA) + team.rings(MINH), 0, "groups do not count here");
    team.answer("/agents", Ok(listed(&[(MINH, 7), (HA, 9)])));
    assert_eq!((team.rings(MINH), team.rings(HA)), (1, 0));
    assert_eq!(team.ring(MINH).1.custom_data, "{\"name\":\"Anh Ba\"}");
    assert_eq!(team.ring(MINH).1.to_alias, SALES);
    team.seconds(6);
    assert_eq!(team.rings(HA), 0);
    team.seconds(1);
    assert_eq!(team.rings(HA), 1, "after seven seconds the next one");
    team.seconds(8);
    assert_eq!(team.rings(MINH), 1);
    team.seconds(3);
    assert_eq!(team.asked("/agents").len(), 2, "a new round asks again");
}

#[test]
fn a_busy_agent_is_skipped_and_an_unknown_one_too() {
    let mut team = Team::with_server();
    team.both();
    team.change(|setup| setup.agents.get_mut("AG_0").expect("an agent").system_status = 0);
    let _ = team.caller(SALES);
    team.answer("/customer", Ok(json!({})));
    team.answer("/agents", Ok(listed(&[("nobody", 5), (HA, 5), (MINH, 5)])));
    assert_eq!((team.rings(HA), team.rings(MINH)), (0, 1));
}

#[test]
fn without_a_good_answer_it_is_asked_again_after_a_while() {
    let bad: [Result<Value, Failure>; 6] = [
        Err(Failure::TimedOut),
        Err(Failure::Unreachable),
        Err(Failure::Status(500)),
        Ok(json!({"version": 1, "calls": []})),
        Ok(json!("nonsense")),
        Ok(json!({"version": 2, "calls": []})),
    ];
    for answer in bad {
        let mut team = Team::with_server();
        team.page(HA, 1);
        let _ = team.caller(SALES);
        team.answer("/customer", Err(Failure::TimedOut));
        team.answer("/agents", answer.clone());
        assert_eq!((team.asked("/agents").len(), team.rings(HA)), (1, 0), "{answer:?}");
        team.seconds(2);
        assert_eq!(team.asked("/agents").len(), 2, "{answer:?}");
        team.answer("/agents", Ok(listed(&[(HA, 5)])));
        assert_eq!(team.rings(HA), 1, "{answer:?}");
        assert_eq!(team.ring(HA).1.custom_data, "", "nothing is known of the customer");
    }
}

#[test]
fn an_answer_that_never_comes_is_one_that_came_too_late() {
    let mut team = Team::with_server();
    let _ = team.caller(SALES);
    team.seconds(4);
    assert_eq!(team.asked("/agents").len(), 1, "who it is may stay unknown");
    team.seconds(9);
    assert_eq!(team.asked("/agents").len(), 2);
}

#[test]
fn everybody_who_waits_is_in_one_question() {
    let mut team = Team::with_server();
    for number in ["0909000331", "0909000332", "0909000333"] {
        let _ = team.calls_from(number, SALES);
        team.answer("/customer", Ok(json!({})));
    }
    let first = team.asked("/agents").len();
    team.answer("/agents", Ok(json!({"version": 2, "calls": []})));
    assert_eq!((first, team.asked("/agents").len()), (1, 2), "two came while one was asked about");
    let Question::Post(body) = &team.asked("/agents")[1].1 else { panic!("not a POST") };
    assert_eq!(body["calls"].as_array().map(Vec::len), Some(3));
}

#[test]
fn events_tell_every_leg_and_the_end() {
    let mut team = Team::with_server();
    team.both();
    let customer = team.caller(SALES);
    team.answer("/customer", Ok(json!({})));
    team.answer("/agents", Ok(listed(&[(HA, 5), (MINH, 5)])));
    let ha = team.rung(HA).expect("rings");
    team.leg(ha, LegEvent::Ringing);
    team.leg(ha, LegEvent::Failed(486));
    let minh = team.rung(MINH).expect("rings");
    team.leg(minh, LegEvent::Ringing);
    team.leg(minh, LegEvent::Answered);
    team.seconds(10);
    team.leg(customer, LegEvent::Ended);
    let expected = [
        ("created", CUSTOMER_ABROAD),
        ("started", HA),
        ("ringing", HA),
        ("agentEnded", HA),
        ("started", MINH),
        ("ringing", MINH),
        ("answered", MINH),
        ("ended", CUSTOMER_ABROAD),
    ];
    let told = team.told();
    assert_eq!(told.iter().map(|(status, about)| (&**status, &**about)).collect::<Vec<_>>(), expected);
    let ended = team.last_event();
    let fields = [
        ("callCreatedReason", json!("EXTERNAL_CALL_IN")),
        ("endCallCause", json!("USER_END_CALL")),
        ("endedBy", json!("EXTERNAL")),
        ("callType", json!("CALL")),
        ("answerDuration", json!(10)),
        ("type", json!("stringee_call")),
        ("project_id", json!(1)),
        ("call_id", json!("call-1")),
    ];
    for (field, value) in fields {
        assert_eq!(ended[field], value, "{field}");
    }
    assert_eq!(
        ended["from"],
        json!({"number": CUSTOMER_ABROAD, "alias": CUSTOMER_ABROAD, "is_online": false, "type": "external"})
    );
    assert_eq!(ended["to"]["number"], MINH);
    let [record] = team.records()[..] else { panic!("one record") };
    assert!(record.recorded && record.stop.since(record.answer.expect("talked")) == Duration::from_secs(10));
}

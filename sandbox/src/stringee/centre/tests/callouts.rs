//! Calls out: from the page, from a SIP telephone, by the customer's server.

use super::*;

fn connect(to: &str) -> Value {
    json!([
        {"action": "record", "eventUrl": "http://crm/hooks/recordings", "format": "mp3"},
        {"action": "connect", "from": {"type": "internal", "number": SALES, "alias": SALES},
         "to": {"type": "external", "number": to, "alias": to}, "customData": "for the page", "timeout": 20,
         "maxConnectTime": 60, "peerToPeerCall": false},
    ])
}

fn wish() -> CallOut {
    CallOut {
        user: HA.to_owned(),
        shown: "Call-out".to_owned(),
        alias: "callout_7".to_owned(),
        hotline: SALES.to_owned(),
        number: CUSTOMER_ABROAD.to_owned(),
        sip: false,
    }
}

#[test]
fn a_page_calls_a_customer_who_answers() {
    let mut team = Team::new();
    team.page(HA, 1);
    team.give(Input::Line { user: CUSTOMER.to_owned(), up: true });
    let (leg, request) = team.dial(HA, SALES, CUSTOMER_ABROAD);
    let outcome = team.outcome(request).expect("an outcome");
    assert_eq!((outcome.r, outcome.call.as_deref()), (0, Some("call-1")));
    let (customer, ring) = team.ring(CUSTOMER_ABROAD);
    assert_eq!(ring.from, SALES, "the customer sees the hotline");
    team.leg(customer, LegEvent::Ringing);
    assert!(team.did(&Effect::Order(leg, LegOrder::Ringing)));
    team.leg(customer, LegEvent::Answered);
    assert!(team.did(&Effect::Order(leg, LegOrder::Answer)));
    assert!(team.did(&Effect::Hear(leg, Sound::Leg(customer))));
    assert_eq!(team.status(HA), 0);
    team.leg(leg, LegEvent::Ended);
    assert!(team.did(&Effect::Order(customer, LegOrder::Hangup)) && team.is_over());
    assert_eq!(team.status(HA), 1, "no time after calls that came through no queue");
    assert_eq!(team.records()[0].from_user, HA);
}

#[test]
fn each_way_in_which_a_customer_is_not_reached() {
    for (status, cause) in
        [(486, "USER_BUSY"), (408, "NO_ANSWER"), (480, "480 Temporarily Unavailable"), (404, "404 Not Found")]
    {
        let mut team = Team::with_server();
        team.page(HA, 1);
        team.give(Input::Line { user: CUSTOMER.to_owned(), up: true });
        let (leg, _) = team.dial(HA, SALES, CUSTOMER_ABROAD);
        team.answer("/callout", Ok(connect(CUSTOMER_ABROAD)));
        let (customer, _) = team.ring(CUSTOMER_ABROAD);
        team.leg(customer, LegEvent::Failed(status));
        assert!(team.did(&Effect::Order(leg, LegOrder::Refuse(status))), "{status}");
        assert_eq!(team.last_event()["endCallCause"], cause);
        assert!(team.is_over());
    }
}

#[test]
fn nobody_answers_for_as_long_as_the_server_says() {
    let mut team = Team::with_server();
    team.page(HA, 1);
    team.give(Input::Line { user: CUSTOMER.to_owned(), up: true });
    let (leg, request) = team.dial(HA, SALES, CUSTOMER_ABROAD);
    assert_eq!(team.outcome(request), None, "the server is asked first");
    let Question::Get(query) = team.asked("/callout")[0].1.clone() else { panic!("not a GET") };
    let said = |name: &str| query.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str());
    assert_eq!((said("from"), said("to"), said("userId")), (Some(SALES), Some(CUSTOMER_ABROAD), Some(HA)));
    assert_eq!((said("callId"), said("custom")), (Some("call-1"), Some("{\"call\":7}")));
    team.answer("/callout", Ok(connect(CUSTOMER_ABROAD)));
    assert_eq!(team.outcome(request).and_then(|outcome| outcome.custom_data).as_deref(), Some("for the page"));
    team.seconds(19);
    assert!(!team.is_over());
    team.seconds(1);
    assert!(team.did(&Effect::Order(leg, LegOrder::Refuse(408))) && team.is_over());
}

#[test]
fn they_talk_for_as_long_as_the_server_says_and_are_recorded_where_it_says() {
    let mut team = Team::with_server();
    team.page(HA, 1);
    let (leg, _) = team.dial(HA, SALES, CUSTOMER_ABROAD);
    team.answer("/callout", Ok(connect(CUSTOMER_ABROAD)));
    team.seconds(2);
    assert!(team.did(&Effect::Order(leg, LegOrder::Answer)), "the virtual customer has answered");
    team.seconds(60);
    assert_eq!(team.last_event()["endCallCause"], "MAX_CONNECT_TIME");
    assert_eq!(team.records()[0].event_url.as_deref(), Some("http://crm/hooks/recordings"));
}

#[test]
fn the_server_refuses_or_does_not_answer() {
    let cases: [(Result<Value, Failure>, i64, Option<&str>); 8] = [
        (Ok(json!([])), 11, None),
        (Ok(json!([{"action": "talk", "customData": "do not call"}])), 11, Some("do not call")),
        (Ok(json!({"msg": "DNC"})), 11, Some("{\"msg\":\"DNC\"}")),
        (Ok(json!("no")), 2, None),
        (Ok(json!([{"action": "connect"}])), 2, None),
        (
            Ok(
                json!([{"action": "connect", "from": {"type": "internal", "number": SALES}, "to": {"type": "x", "number": "1"}}]),
            ),
            3,
            None,
        ),
        (Err(Failure::TimedOut), 18, None),
        (Err(Failure::Status(500)), 18, None),
    ];
    for (answer, r, reason) in cases {
        let mut team = Team::with_server();
        team.page(HA, 1);
        let (_, request) = team.dial(HA, SALES, CUSTOMER_ABROAD);
        team.answer("/callout", answer);
        let outcome = team.outcome(request).expect("an outcome");
        assert_eq!((outcome.r, outcome.custom_data.as_deref()), (r, reason));
        assert!(team.is_over() && team.told().is_empty(), "what was never a call is not told");
    }
}

#[test]
fn the_centre_itself_refuses_some_calls() {
    let refused = |from: &str, to: &str, change: &dyn Fn(&mut Team)| {
        let mut team = Team::new();
        team.both();
        change(&mut team);
        let (_, request) = team.dial(HA, from, to);
        team.outcome(request).expect("an outcome")
    };
    let as_is = |_: &mut Team| {};
    assert_eq!(refused(SALES, "+84909000222", &as_is).r, 10);
    assert_eq!(refused("84111", CUSTOMER_ABROAD, &as_is).r, 4);
    assert_eq!(refused(SALES, "x", &as_is).r, 14);
    let closed =
        |team: &mut Team| team.change(|setup| setup.numbers.values_mut().for_each(|n| n.allow_outbound_calls = false));
    assert_eq!(refused(SALES, CUSTOMER_ABROAD, &closed).r, 17);
    let busy = refused(SALES, CUSTOMER_ABROAD, &|team| {
        team.talk();
    });
    assert_eq!(busy.r, 11);
    assert!(busy.custom_data.is_some_and(|data| data.contains("AGENT_NOT_FOUND_OR_IN_ANOTHER_CALL")));
}

#[test]
fn an_agent_who_hangs_up_while_the_server_is_asked_calls_nobody() {
    let mut team = Team::with_server();
    team.page(HA, 1);
    let (leg, _) = team.dial(HA, SALES, CUSTOMER_ABROAD);
    team.leg(leg, LegEvent::Ended);
    team.answer("/callout", Ok(connect(CUSTOMER_ABROAD)));
    assert!(team.is_over() && team.told().is_empty());
}

#[test]
fn agents_call_each_other() {
    let mut team = Team::new();
    team.both();
    let (leg, request) = team.dial(HA, SALES, MINH);
    assert!(team.outcome(request).is_some_and(|outcome| outcome.r == 0 && outcome.internal));
    let (minh, ring) = team.ring(MINH);
    assert!(ring.from_internal && ring.from == HA);
    team.leg(minh, LegEvent::Answered);
    assert!(team.did(&Effect::Hear(leg, Sound::Leg(minh))));
    team.leg(minh, LegEvent::Ended);
    assert!(team.is_over());
}

#[test]
fn a_sip_telephone_calls_out_and_is_refused_as_it_understands() {
    let mut team = Team::with_server();
    let leg = team.calls_from(&format!("1_{HA}"), CUSTOMER);
    team.answer("/callout", Ok(connect(CUSTOMER_ABROAD)));
    team.seconds(2);
    assert!(team.did(&Effect::Order(leg, LegOrder::Answer)));
    team.leg(leg, LegEvent::Ended);
    let refused = team.calls_from(&format!("1_{HA}"), CUSTOMER);
    team.answer("/callout", Ok(json!([])));
    assert!(team.did(&Effect::Order(refused, LegOrder::Refuse(403))) && team.is_over());
}

#[test]
fn the_customers_server_calls_the_agent_first() {
    let mut team = Team::with_server();
    team.page(HA, 1);
    assert_eq!(team.wish(Wish::CallOut(wish())).r, 0);
    let (agent, ring) = team.ring(HA);
    assert_eq!((&*ring.from, &*ring.from_alias), ("Call-out", "callout_7"));
    assert_eq!(team.rings(CUSTOMER_ABROAD), 0);
    team.leg(agent, LegEvent::Answered);
    assert!(team.did(&Effect::Hear(agent, Sound::Tone(Tone::Ringback))));
    team.seconds(2);
    assert!(team.did(&Effect::Hear(agent, Sound::Tone(Tone::Voice))));
    assert_eq!(team.last_event()["callCreatedReason"], "SERVER_CALL_OUT_BY_MAKE_CALL_TO_APP_BEFORE");
    let told = team.told();
    let answered: Vec<&str> = told.iter().filter(|(status, _)| status == "answered").map(|(_, by)| &**by).collect();
    assert_eq!(answered, [HA, CUSTOMER_ABROAD], "first the agent, then the customer");
    team.leg(agent, LegEvent::Ended);
    assert!(team.is_over());
}

#[test]
fn an_agent_who_is_busy_unknown_or_offline_is_not_called_first() {
    let mut team = Team::new();
    let nobody = CallOut { user: "nobody".to_owned(), ..wish() };
    assert_eq!(team.wish(Wish::CallOut(nobody)).message, "AGENT_NOT_FOUND_OR_IN_ANOTHER_CALL");
    assert_eq!(team.wish(Wish::CallOut(CallOut { hotline: "841".to_owned(), ..wish() })).r, 4);
    assert_eq!(team.wish(Wish::CallOut(wish())).r, 0, "known only when it is tried");
    assert!(team.is_over());
    team.page(HA, 1);
    team.talk();
    assert_eq!(team.wish(Wish::CallOut(wish())).message, "AGENT_NOT_FOUND_OR_IN_ANOTHER_CALL");
}

#[test]
fn the_panel_decides_for_virtual_customers() {
    let mut team = Team::new();
    team.page(HA, 1);
    let (leg, _) = team.dial(HA, SALES, "84909000260");
    team.give(Input::Command(Command::Refuse("0909000260".to_owned(), 486)));
    assert!(team.did(&Effect::Order(leg, LegOrder::Refuse(486))));
    let (leg, _) = team.dial(HA, SALES, "84909000260");
    team.give(Input::Command(Command::Answer("0909000260".to_owned())));
    assert!(team.did(&Effect::Order(leg, LegOrder::Answer)));
    team.give(Input::Command(Command::HangUp("0909000260".to_owned())));
    assert!(team.did(&Effect::Order(leg, LegOrder::Hangup)) && team.is_over());
}

//! A call that is tried: what the caller hears, where keys lead, who rings and why.

use crate::any::{any_centre, any_digits};
use crate::town::Town;
use domain::centre::{
    Action, Because, Blocked, Centre, Course, Digits, End, Finding, Hindrance, Named, Offer, Presence, Press, Pressed,
    Queue, Rank, Ref, Rung, RungOn, Schedule, Severity, Stop, Trial, Visit, Wanted, check, in_turn, try_it,
};
use domain::ids::{GroupId, NodeId, QueueId, Seat, StaffId, TeamId};
use domain::reach::{Doing, RingsAt};
use domain::routing;
use domain::times::Millis;
use proptest::prelude::*;

fn town() -> (Centre, Trial) {
    let centre = Town::default().centre;
    let trial = Trial::to(Digits::new("842471000001"), &centre);
    (centre, trial)
}

fn press(at: i64, key: Press) -> Pressed {
    Pressed { at, key }
}

fn visits(course: &Course) -> Vec<&Visit> {
    let mut visits = Vec::new();
    for stop in &course.stops {
        if let Stop::Place(visit) = stop {
            visits.push(visit);
        }
    }
    visits
}

fn offers(course: &Course) -> Vec<(&str, &Rung)> {
    let Some(Stop::Queue(wait)) = course.stops.last() else { return Vec::new() };
    wait.offers.iter().map(|offer: &Offer| (offer.seat.as_str(), &offer.rung)).collect()
}

#[test]
fn keys_lead_through_the_menu_into_a_queue() {
    let (centre, trial) = town();
    let keys = vec![press(2_000, Press::Three), press(2_500, Press::Star), press(4_000, Press::One)];
    let course = try_it(&centre, &Trial { keys, answers: Some(Seat::new("agent_minh")), ..trial });
    let places: Vec<(&str, i64, i64)> =
        visits(&course).iter().map(|visit| (visit.node.as_str(), visit.from, visit.until)).collect();
    assert_eq!(places, [("hello", 0, 2_000), ("prices", 2_000, 2_500), ("hello", 2_500, 4_000)]);
    let rings = |from, until| Rung::Rings { on: RungOn::App, from, until };
    let (ha, minh) = (rings(4_000, 19_000), rings(19_000, 19_000));
    assert_eq!(offers(&course), [("agent_ha", &ha), ("agent_minh", &minh)]);
    assert_eq!((course.end, course.ended_at), (End::Answered { seat: Seat::new("agent_minh") }, 19_000));
}

#[test]
fn silence_and_strange_keys_go_their_own_ways() {
    let (mut centre, trial) = town();
    let silent = try_it(&centre, &trial);
    let taken = visits(&silent)[0].taken.clone().expect("silence leads to care");
    assert_eq!((taken.pressed, taken.counts_as), (Press::Nothing, Press::Nothing));
    assert_eq!(silent.end, End::NobodyAnswers { queue: QueueId::new("care") });

    let strange = try_it(&centre, &Trial { keys: vec![press(100, Press::Nine)], ..trial.clone() });
    let taken = visits(&strange)[0].taken.clone().expect("other keys begin anew");
    assert_eq!((taken.pressed, taken.counts_as), (Press::Nine, Press::Other));

    centre.set_keys(&NodeId::new("hello"), vec![(Press::One, Action::Stop)]);
    let cut_off = try_it(&centre, &Trial { keys: vec![press(100, Press::Nine)], ..trial.clone() });
    assert_eq!(visits(&cut_off)[0].rounds, 3);
    assert_eq!(cut_off.end, End::CutOff { node: NodeId::new("hello") });
    let stopped = try_it(&centre, &Trial { keys: vec![press(100, Press::Nine), press(200, Press::One)], ..trial });
    assert_eq!((stopped.end, stopped.ended_at), (End::Stopped, 200), "what is pressed in the second round counts");
}

#[test]
fn without_barging_in_keys_are_not_heard_while_something_is_said() {
    let (mut centre, trial) = town();
    let hello = centre.node(&NodeId::new("hello")).cloned().expect("there");
    centre.put(domain::centre::Node { barge_in: false, loops: 2, pause_ms: 1_000, ..hello });
    let said = visits(&try_it(&centre, &trial))[0].listens_from;
    let keys = vec![press(said + 10, Press::One), press(50, Press::Two)];
    let course = try_it(&centre, &Trial { keys, ..trial });
    let visit = visits(&course)[0];
    assert_eq!((visit.unheard.as_slice(), visit.until), ([press(50, Press::Two)].as_slice(), said + 10));
    assert_eq!(course.end, End::NobodyAnswers { queue: QueueId::new("sales") });
}

#[test]
fn primary_groups_are_rung_first_and_whoever_waits_longest_in_them() {
    let (mut centre, mut trial) = town();
    trial.keys = vec![press(10, Press::Two)];
    let care = try_it(&centre, &trial);
    let Some(Stop::Queue(wait)) = care.stops.last() else { panic!("{care:?}") };
    let group = |id: &str, rank| Because::Group { group: GroupId::new(id), rank };
    let because: Vec<(&str, Because)> =
        wait.offers.iter().map(|offer| (offer.seat.as_str(), offer.because.clone())).collect();
    assert_eq!(because, [("agent_lan", group("care", Rank::Primary)), ("agent_minh", group("help", Rank::Secondary))]);

    let ready = trial.agents[&Seat::new("agent_ha")];
    let since = |at| Presence { free_since: Some(Millis(at)), ..ready };
    trial.agents.insert(Seat::new("agent_ha"), since(9));
    trial.agents.insert(Seat::new("agent_minh"), since(5));
    trial.keys = vec![press(10, Press::One)];
    let order: Vec<String> = offers(&try_it(&centre, &trial)).iter().map(|(seat, _)| (*seat).to_owned()).collect();
    assert_eq!(order, ["agent_minh", "agent_ha"]);

    centre.set_members(&GroupId::new("sales"), [Seat::new("agent_gone")]);
    let gone = try_it(&centre, &trial);
    assert_eq!(offers(&gone), [("agent_gone", &Rung::Kept(vec![Hindrance::NoAgent]))]);
    assert_eq!(gone.end, End::NobodyCanBeRung { queue: QueueId::new("sales") });
}

#[test]
fn each_hindrance_is_named() {
    let (mut centre, mut trial) = town();
    let ha = Seat::new("agent_ha");
    let ready = trial.agents[&ha];
    trial.keys = vec![press(10, Press::One)];
    let mut rung = |centre: &Centre, presence| {
        trial.agents.insert(ha.clone(), presence);
        let course = try_it(centre, &trial);
        let found = offers(&course).into_iter().find(|(seat, _)| *seat == "agent_ha");
        found.map(|(_, rung)| rung.clone()).expect("thought of")
    };
    let kept = |why: &[Hindrance]| Rung::Kept(why.to_vec());
    let away = Presence { available: false, doing: Doing::InCall, app: false, ..ready };
    let all = [Hindrance::NotAvailable, Hindrance::InCall, Hindrance::NotOnline];
    assert_eq!(rung(&centre, away), kept(&all));
    let only_sip = Presence { app: false, ..ready };
    assert_eq!(rung(&centre, only_sip), kept(&[Hindrance::NotOnline]), "this queue does not count SIP telephones");
    let agent = centre.agent(&ha).cloned().expect("there");
    centre.put(domain::centre::Agent { rings_at: RingsAt::Number, ..agent.clone() });
    assert_eq!(rung(&centre, ready), kept(&[Hindrance::NoPhone]));
    let phone = Digits::new("84909000001");
    centre.put(domain::centre::Agent { rings_at: RingsAt::Number, phone: Some(phone.clone()), ..agent });
    assert_eq!(rung(&centre, ready), kept(&[Hindrance::NoCallerId]));
    let sales = centre.queue(&QueueId::new("sales")).cloned().expect("there");
    centre.put(Queue { caller_id: Some(Digits::new("842471000001")), ..sales });
    let offline = Presence { app: false, sip: false, ..ready };
    assert!(matches!(rung(&centre, offline), Rung::Rings { on: RungOn::Number(to), .. } if to == phone));
    assert_eq!(rung(&centre, Presence { doing: Doing::AfterCall, ..ready }), kept(&[Hindrance::AfterCall]));
}

#[test]
fn who_is_blocked_who_comes_too_late_and_who_asks_elsewhere() {
    let (mut centre, trial) = town();
    let straight = Trial { number: Digits::new("842471000002"), ..trial.clone() };
    let caller = Digits::new("84909000007");
    centre.put(Blocked { number: caller.clone(), in_menus: true, in_queues: false });
    let by = |trial: &Trial| Trial { caller: Some(caller.clone()), ..trial.clone() };
    assert_eq!(try_it(&centre, &by(&trial)).end, End::Blocked);
    let sales = QueueId::new("sales");
    assert_eq!(try_it(&centre, &by(&straight)).end, End::NobodyAnswers { queue: sales.clone() });

    let queue = centre.queue(&sales).cloned().expect("there");
    centre.put(Queue { schedule: Schedule::BusinessHours, ..queue.clone() });
    let night = Trial { open: false, ..straight.clone() };
    assert_eq!(try_it(&centre, &night).end, End::Closed { queue: sales.clone() });
    centre.put(Queue { asks: Some("https://crm.example/agents".into()), ..queue });
    assert_eq!(try_it(&centre, &straight).end, End::AsksElsewhere { queue: sales });
    let named = Some(vec![Named { seat: Seat::new("agent_lan"), seconds: 5 }]);
    let course = try_it(&centre, &Trial { named, ..straight });
    assert_eq!(offers(&course), [("agent_lan", &Rung::Rings { on: RungOn::App, from: 0, until: 5_000 })]);
    assert_eq!(try_it(&centre, &Trial { number: Digits::new("113"), ..trial }).end, End::UnknownNumber);
}

#[test]
fn a_menu_without_a_way_out_ends_some_day() {
    let (mut centre, trial) = town();
    centre.set_keys(&NodeId::new("hello"), vec![(Press::Nothing, Action::Next { node: NodeId::new("hello") })]);
    let course = try_it(&centre, &trial);
    assert_eq!((course.stops.len(), course.end), (50, End::GoesRound { node: NodeId::new("hello") }));
}

#[test]
fn our_routing_names_whom_it_would_name_for_a_real_call() {
    let (centre, mut trial) = town();
    let staff = |id: &str| StaffId::new(id);
    let seated = |(seat, team): (&str, Option<&str>)| (Seat::new(seat), staff(seat), team.map(TeamId::new));
    let wanted = Wanted {
        owner: Some(staff("agent_lan")),
        team: Some(TeamId::new("selling")),
        seated: [("agent_ha", None), ("agent_minh", Some("selling")), ("agent_lan", None)].map(seated).to_vec(),
        seconds: 12,
        ..Wanted::default()
    };
    let named = |trial: &Trial| -> Vec<(String, routing::Because)> {
        let named = wanted.named(&centre, &trial.agents).into_iter();
        named.map(|(named, because)| (named.seat.to_string(), because)).collect()
    };
    let (lan, minh, ha) = ("agent_lan".to_owned(), "agent_minh".to_owned(), "agent_ha".to_owned());
    let all = [
        (lan.clone(), routing::Because::Owner),
        (minh.clone(), routing::Because::Team),
        (ha.clone(), routing::Because::Fallback),
    ];
    assert_eq!(named(&trial), all);
    let ready = trial.agents[&Seat::new("agent_lan")];
    trial.agents.insert(Seat::new("agent_lan"), Presence { doing: Doing::AfterCall, ..ready });
    trial.agents.insert(Seat::new("agent_minh"), Presence { app: false, sip: false, ..ready });
    assert_eq!(named(&trial), [(ha, routing::Because::Fallback)]);
}

#[test]
fn whoever_listens_first_presses_when_it_counts() {
    let (mut centre, trial) = town();
    let hello = centre.node(&NodeId::new("hello")).cloned().expect("there");
    centre.put(domain::centre::Node { barge_in: false, ..hello });
    let end = |centre: &Centre, presses: &[Press]| {
        let keys = in_turn(centre, &trial, presses);
        try_it(centre, &Trial { keys, ..trial.clone() })
    };
    let there_and_back = end(&centre, &[Press::Three, Press::Star, Press::One]);
    assert_eq!(there_and_back.end, End::NobodyAnswers { queue: QueueId::new("sales") });
    let nodes: Vec<&str> = visits(&there_and_back).iter().map(|visit| visit.node.as_str()).collect();
    assert_eq!(nodes, ["hello", "prices", "hello"]);
    assert!(visits(&there_and_back).iter().all(|visit| visit.unheard.is_empty()), "all was heard");
    assert_eq!(end(&centre, &[Press::Three, Press::Nothing, Press::One]).end, End::Stopped, "silence ends the prices");

    centre.set_keys(&NodeId::new("hello"), vec![(Press::One, Action::Stop)]);
    let second_try = end(&centre, &[Press::Nine, Press::Eight, Press::One]);
    assert_eq!((visits(&second_try)[0].rounds, second_try.end.clone()), (3, End::Stopped));
    assert_eq!(in_turn(&centre, &trial, &[Press::One, Press::Two]).len(), 1, "nobody listens in the end");
}

fn any_keys() -> impl Strategy<Value = Vec<Pressed>> {
    let key = prop::sample::select(vec![Press::One, Press::Two, Press::Star, Press::Nine]);
    prop::collection::vec((0..60_000_i64, key).prop_map(|(at, key)| Pressed { at, key }), 0..8)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, ..ProptestConfig::default() })]

    #[test]
    fn a_call_goes_on_in_time_and_comes_to_an_end(centre in any_centre(), number in any_digits(), keys in any_keys()) {
        let trial = Trial { keys: keys.clone(), ..Trial::to(number, &centre) };
        let course = try_it(&centre, &trial);
        let mut now = 0;
        let mut heard = 0;
        for stop in &course.stops {
            let (from, until) = match stop {
                Stop::Place(visit) => (visit.from, visit.until),
                Stop::Queue(wait) => (wait.from, wait.from),
            };
            prop_assert!(from == now && until >= from);
            now = until;
            if let Stop::Place(visit) = stop {
                prop_assert!(centre.node(&visit.node).is_some());
                let pressed = visit.taken.iter().filter(|taken| taken.pressed != Press::Nothing).count();
                heard += pressed + visit.unheard.len();
            }
        }
        prop_assert!(course.ended_at >= now && heard <= keys.len());
        let is_blocked = course.end == End::Blocked;
        prop_assert!(!is_blocked, "nobody in particular calls");

        let findings = check(&centre, &Default::default());
        let is_right = !findings.iter().any(|found: &Finding| found.severity == Severity::Error);
        if is_right && centre.hotline(&trial.number).is_some() {
            let lost = matches!(course.end, End::LeadsNowhere { .. } | End::UnknownNumber | End::NobodyCanBeRung { .. });
            prop_assert!(!lost, "nothing was found, and a call is lost: {:?}", course);
        }
        if let End::LeadsNowhere { at } = &course.end {
            let is_known = findings.iter().any(|found| found.severity == Severity::Error && is_about(at, &found.at));
            prop_assert!(is_known, "{:?} was not found: {:?}", at, findings);
        }
    }
}

/// A key that leads nowhere is found at the key, a menu without a beginning at the menu.
fn is_about(at: &Ref, found: &Ref) -> bool {
    match (at, found) {
        (Ref::Key { node, .. }, Ref::Key { node: at, .. }) => node == at,
        (Ref::Node(node), Ref::Root(_)) => !node.as_str().is_empty(),
        (at, found) => at == found,
    }
}

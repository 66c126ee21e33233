//! What is wrong with a set-up is found, and what is right is not.

use crate::any::any_centre;
use crate::town::{Town, node};
use domain::centre::{Action, Around, Centre, Digits, Finding, Flaw, Key, Press, Prompt, Ref, Severity, check, plan};
use domain::ids::{GroupId, MenuId, NodeId, QueueId, Seat};
use domain::reach::RingsAt;
use proptest::prelude::*;
use std::collections::BTreeSet;

/// What is found when the good set-up is broken like this.
fn found(break_it: impl FnOnce(&mut Centre)) -> Vec<(Ref, Severity, Flaw)> {
    let Town { mut centre, around } = Town::default();
    assert_eq!(check(&centre, &around), [], "it is good before");
    break_it(&mut centre);
    check(&centre, &around).into_iter().map(|found| (found.at, found.severity, found.flaw)).collect()
}

fn key(node: &str, press: Press) -> Ref {
    Ref::Key { node: NodeId::new(node), press, nth: 0 }
}

fn at_node(id: &str) -> Ref {
    Ref::Node(NodeId::new(id))
}

fn queue(id: &str) -> QueueId {
    QueueId::new(id)
}

#[test]
fn numbers_that_lead_nowhere() {
    let at = Ref::Hotline(Digits::new("842471000001"));
    let nowhere = found(|centre| {
        let hotline = centre.hotline(&Digits::new("842471000001")).cloned().expect("there");
        centre.put(domain::centre::Hotline { menu: None, ..hotline });
    });
    assert!(nowhere.contains(&(Ref::Queue(queue("care")), Severity::Warning, Flaw::Unused)));
    assert!(nowhere.contains(&(at.clone(), Severity::Error, Flaw::LeadsNowhere)));
    let gone = found(|centre| centre.remove(&Ref::Menu(MenuId::new("main"))));
    let missing = Flaw::Missing { to: Ref::Menu(MenuId::new("main")) };
    assert!(gone.contains(&(at, Severity::Error, missing)));
}

#[test]
fn dead_ends_and_places_that_nothing_leads_to() {
    let dead = found(|centre| centre.set_keys(&NodeId::new("prices"), Vec::new()));
    assert_eq!(dead, [(at_node("prices"), Severity::Error, Flaw::DeadEnd)]);
    let lost = found(|centre| centre.put(node("lost", "main", "Không ai tới")));
    assert_eq!(
        lost,
        [(at_node("lost"), Severity::Warning, Flaw::Unreachable), (at_node("lost"), Severity::Warning, Flaw::DeadEnd)]
    );
    let headless = found(|centre| centre.remove(&Ref::Root(MenuId::new("main"))));
    assert!(headless.contains(&(Ref::Menu(MenuId::new("main")), Severity::Error, Flaw::NoBeginning)));
    let empty = found(|centre| {
        centre.remove(&at_node("hello"));
        centre.remove(&at_node("prices"));
    });
    assert!(empty.contains(&(Ref::Menu(MenuId::new("main")), Severity::Error, Flaw::Empty)));
}

#[test]
fn loops_without_a_way_out() {
    let back = |to: &str| vec![(Press::Nothing, Action::Next { node: NodeId::new(to) })];
    let caught = found(|centre| {
        centre.set_keys(&NodeId::new("prices"), back("prices"));
    });
    assert_eq!(
        caught,
        [(at_node("prices"), Severity::Error, Flaw::NoWayOut { nodes: vec![NodeId::new("prices")] })],
        "the beginning has other ways"
    );
    let both = found(|centre| {
        centre.set_keys(&NodeId::new("prices"), back("hello"));
        centre.set_keys(&NodeId::new("hello"), back("prices"));
    });
    let nodes = vec![NodeId::new("hello"), NodeId::new("prices")];
    assert!(both.contains(&(at_node("hello"), Severity::Error, Flaw::NoWayOut { nodes })));
}

#[test]
fn what_places_say_and_do() {
    let mute = found(|centre| {
        let hello = centre.node(&NodeId::new("hello")).cloned().expect("there");
        centre.put(domain::centre::Node { prompt: Prompt::File { file: "gone.mp3".into() }, ..hello });
    });
    assert_eq!(mute, [(at_node("hello"), Severity::Error, Flaw::NoSuchFile { file: "gone.mp3".into() })]);
    let twice = found(|centre| {
        let at = NodeId::new("hello");
        centre.put(Key { node: at, press: Press::One, nth: 1, action: Action::Stop });
    });
    let second = Ref::Key { node: NodeId::new("hello"), press: Press::One, nth: 1 };
    assert_eq!(twice, [(second, Severity::Error, Flaw::KeyTwice { press: Press::One })]);
    let nobodys = Digits::new("84909000009");
    let forward = found(|centre| {
        let (to, caller_id) = (Digits::new("842471000002"), Some(nobodys.clone()));
        let action = Action::Forward { to, caller_id };
        centre.put(Key { node: NodeId::new("prices"), press: Press::Zero, nth: 0, action });
    });
    let at = key("prices", Press::Zero);
    assert_eq!(
        forward,
        [
            (at.clone(), Severity::Warning, Flaw::NotOurCallerId { number: nobodys }),
            (at, Severity::Warning, Flaw::ForwardsToUs { number: Digits::new("842471000002") }),
        ]
    );
    let silent = found(|centre| centre.remove(&key("hello", Press::Nothing)));
    assert_eq!(silent, [(at_node("hello"), Severity::Warning, Flaw::SilenceEndsCall)]);
}

#[test]
fn queues_that_nobody_serves() {
    let at = Ref::Queue(queue("care"));
    let alone = found(|centre| centre.set_routes(&queue("care"), Vec::new()));
    assert!(alone.contains(&(at.clone(), Severity::Error, Flaw::NoGroup)));
    let deserted = found(|centre| {
        centre.set_members(&GroupId::new("care"), []);
        centre.set_members(&GroupId::new("help"), []);
    });
    assert!(deserted.contains(&(at.clone(), Severity::Error, Flaw::NobodyToRing)));
    assert!(deserted.contains(&(Ref::Group(GroupId::new("care")), Severity::Warning, Flaw::NoMembers)));
    let asked = found(|centre| {
        let care = centre.queue(&queue("care")).cloned().expect("there");
        centre.set_routes(&queue("care"), Vec::new());
        centre.put(domain::centre::Queue { asks: Some("https://other.example".into()), ..care });
    });
    assert!(asked.contains(&(at, Severity::Warning, Flaw::AsksElsewhere)));
    assert!(!asked.iter().any(|(_, severity, _)| *severity == Severity::Error), "whoever is asked knows whom to ring");
}

#[test]
fn agents_who_cannot_be_rung() {
    let (lan, at) = (Seat::new("agent_lan"), Ref::Agent(Seat::new("agent_lan")));
    let rung_at = |rings_at, phone: Option<&str>| {
        let (lan, phone) = (lan.clone(), phone.map(Digits::new));
        found(move |centre| {
            let agent = centre.agent(&lan).cloned().expect("there");
            centre.put(domain::centre::Agent { rings_at, phone, ..agent });
        })
    };
    let no_phone = rung_at(RingsAt::Number, None);
    assert!(no_phone.contains(&(at.clone(), Severity::Error, Flaw::NoPhone)));
    let nobody = (Ref::Group(GroupId::new("care")), Severity::Warning, Flaw::NobodyCanBeRung);
    assert!(no_phone.contains(&nobody));
    let no_caller_id = rung_at(RingsAt::Number, Some("84909000001"));
    let for_lan = Flaw::NoCallerIdFor { seat: lan.clone() };
    assert_eq!(no_caller_id, [(Ref::Queue(queue("care")), Severity::Error, for_lan)], "others can be rung");
    let alone = found(|centre| {
        let agent = centre.agent(&lan).cloned().expect("there");
        centre.put(domain::centre::Agent {
            rings_at: RingsAt::Number,
            phone: Some(Digits::new("84909000001")),
            ..agent
        });
        centre.set_routes(&queue("care"), vec![(GroupId::new("care"), domain::centre::Rank::Primary)]);
    });
    assert!(alone.contains(&(Ref::Queue(queue("care")), Severity::Error, Flaw::NobodyToRing)));
    assert!(rung_at(RingsAt::DeskPhone, None).contains(&(at.clone(), Severity::Error, Flaw::NoSipAccount)));
    assert_eq!(rung_at(RingsAt::App, None), []);
    let stranger = found(|centre| {
        let agent = centre.agent(&lan).cloned().expect("there");
        centre.put(domain::centre::Agent { seat: Seat::new("agent_x"), ..agent });
    });
    let at = Ref::Agent(Seat::new("agent_x"));
    assert_eq!(
        stranger,
        [(at.clone(), Severity::Warning, Flaw::NobodysSeat), (at, Severity::Warning, Flaw::InNoGroup)]
    );
}

#[test]
fn what_no_call_comes_to_stops_nobody() {
    let spare = found(|centre| {
        centre.put(domain::centre::Queue::new(queue("spare"), "Dự phòng"));
        centre.put(domain::centre::Menu { id: MenuId::new("spare"), name: "Dự phòng".into() });
    });
    assert!(!spare.is_empty() && spare.iter().all(|(_, severity, _)| *severity == Severity::Warning), "{spare:?}");
}

#[test]
fn addresses_that_are_not_ours() {
    let strange = found(|centre| centre.put(domain::centre::CallSettings::default()));
    let flaws: Vec<Flaw> = strange.into_iter().map(|(_, _, flaw)| flaw).collect();
    assert_eq!(flaws, [Flaw::CustomerElsewhere, Flaw::EventsElsewhere, Flaw::CalloutElsewhere]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn what_is_found_without_an_error_can_be_published(centre in any_centre()) {
        let around = Around { files: Some(BTreeSet::from(["chao.mp3".to_owned()])), ..Around::default() };
        let findings = check(&centre, &around);
        prop_assert!(findings.is_sorted());
        let missing = |found: &&Finding| matches!(found.flaw, Flaw::Missing { .. });
        prop_assert_eq!(findings.iter().filter(missing).count(), centre.dangling().len());
        if findings.iter().all(|found| found.severity == Severity::Warning) {
            prop_assert!(plan(&Centre::default(), &centre).is_ok());
        }
        for found in &findings {
            let is_there = centre.has(&found.at);
            prop_assert!(is_there, "a page could not lead to {:?}", found);
        }
    }
}

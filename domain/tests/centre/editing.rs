//! Changes of a draft, as they travel.

use crate::town::Town;
use domain::centre::{
    AgentForm, BlockedForm, Centre, Digits, DraftEdit, GroupForm, MenuForm, OurAddresses, Ref, SipForm, changes,
};
use domain::fields::FieldProblem;
use domain::ids::{GroupId, MenuId, QueueId, Seat};

const VOICES: [&str; 1] = ["banmai"];

fn group(id: &str, name: &str) -> DraftEdit {
    DraftEdit::Group { id: GroupId::new(id), form: GroupForm { name: name.into(), members: Vec::new() } }
}

#[test]
fn the_same_edit_again_changes_nothing() {
    let mut draft = Town::default().centre;
    let edit = group("vip", "VIP");
    assert_eq!(edit.apply(&mut draft, &VOICES), Ok(Ref::Group(GroupId::new("vip"))));
    let once = draft.clone();
    assert!(edit.apply(&mut draft, &VOICES).is_ok());
    assert_eq!(draft, once);
    let remove = DraftEdit::Remove { at: Ref::Group(GroupId::new("vip")) };
    for _ in 0..2 {
        assert_eq!(remove.apply(&mut draft, &VOICES), Ok(Ref::Group(GroupId::new("vip"))));
    }
    assert_eq!(draft, Town::default().centre);
}

#[test]
fn an_id_must_be_one() {
    let mut draft = Centre::default();
    for id in ["", &"x".repeat(65)] {
        let refused = group(id, "Nhóm").apply(&mut draft, &VOICES).expect_err("no id");
        assert_eq!(refused[0].problem, FieldProblem::BadCharacters);
        let menu = DraftEdit::Menu { id: MenuId::new(id), form: MenuForm { name: "Lời chào".into(), root: None } };
        assert!(menu.apply(&mut draft, &VOICES).is_err());
    }
    assert_eq!(draft, Centre::default());
}

#[test]
fn what_is_called_otherwise_was_something() {
    let agent = |was: Option<&str>| DraftEdit::Agent { was: was.map(Seat::new), form: AgentForm::default() };
    assert_eq!(agent(Some("agent_ha")).was(), Some(Ref::Agent(Seat::new("agent_ha"))));
    assert_eq!(agent(None).was(), None);
    let number = Digits::new("84911000001");
    let blocked = DraftEdit::Blocked { was: Some(number.clone()), form: BlockedForm::default() };
    assert_eq!(blocked.was(), Some(Ref::Blocked(number)));
    let sip = DraftEdit::Sip { was: Some("ha".into()), form: SipForm::default() };
    assert_eq!(sip.was(), Some(Ref::Sip("ha".into())));
    assert_eq!(group("vip", "VIP").was(), None);
}

#[test]
fn one_edit_makes_the_provider_ask_us_everything() {
    let town = Town::default();
    let ours = OurAddresses {
        agents: "https://another.example/agents".into(),
        customer: "https://another.example/customer".into(),
        events: "https://another.example/events".into(),
        callout: "https://another.example/callout".into(),
    };
    let mut draft = town.centre.clone();
    let edit = DraftEdit::AskUs { ours: ours.clone() };
    assert_eq!(edit.apply(&mut draft, &VOICES), Ok(Ref::Settings));
    assert_eq!(draft.settings(), ours.settings(1_500), "how long is waited stays");
    assert!(draft.queues().all(|queue| queue.asks.as_deref() == Some("https://another.example/agents")));
    let touched: Vec<Ref> = changes(&town.centre, &draft).iter().map(domain::centre::Change::at).collect();
    let queues = town.centre.queues().map(|queue| Ref::Queue(QueueId::new(queue.id.as_str())));
    assert_eq!(touched, queues.chain([Ref::Settings]).collect::<Vec<_>>());
}

#[test]
fn every_edit_travels_whole() {
    let edits = [group("vip", "VIP"), DraftEdit::Remove { at: Ref::Hotline(Digits::new("19001000")) }];
    for edit in edits {
        let text = serde_json::to_string(&edit).expect("text");
        assert_eq!(serde_json::from_str::<DraftEdit>(&text).expect("an edit"), edit);
    }
}

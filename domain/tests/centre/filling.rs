//! Forms: filled from a draft, checked field by field, put into a draft.

use crate::any::whole_centre;
use crate::town::Town;
use domain::centre::{
    Action, AgentForm, BlockedForm, CallSettingsForm, Centre, Digits, Does, GroupForm, HotlineForm, KeyRow, MenuForm,
    NodeForm, Part, Press, Prompt, QueueForm, Rank, Ref, RouteRow, Says, SipForm,
};
use domain::fields::{Field, FieldError, FieldProblem};
use domain::ids::{GroupId, MenuId, NodeId, QueueId, Seat};
use domain::phone::BadNumber;
use domain::reach::RingsAt;
use proptest::prelude::*;

const VOICES: [&str; 2] = ["male", "banmai"];

/// What is wrong, where; nothing was put.
fn refused(put: impl FnOnce(&mut Centre) -> Result<Ref, Vec<FieldError>>) -> Vec<(Field, FieldProblem)> {
    let mut centre = Town::default().centre;
    let before = centre.clone();
    let errors = put(&mut centre).expect_err("it is wrong");
    assert_eq!(centre, before, "what is refused changes nothing");
    errors.into_iter().map(|error| (error.field, error.problem)).collect()
}

fn key(press: Press, does: Does) -> KeyRow {
    KeyRow { press, does, queue: None, next: None, forward: String::new(), caller_id: String::new() }
}

#[test]
fn numbers() {
    let mut centre = Town::default().centre;
    let form = HotlineForm {
        number: "024 7100 0009".into(),
        name: " Bảo hành ".into(),
        menu: Some(MenuId::new("main")),
        ..HotlineForm::default()
    };
    let at = form.put(&mut centre, None).expect("good");
    let number = Digits::new("842471000009");
    assert_eq!(at, Ref::Hotline(number.clone()));
    assert_eq!(centre.hotline(&number).expect("there").name, "Bảo hành");
    let renamed = HotlineForm { number: "1900 1000".into(), ..form.clone() };
    renamed.put(&mut centre, Some(&number)).expect("good");
    assert!(centre.hotline(&number).is_none() && centre.hotline(&Digits::new("19001000")).is_some());

    let taken = HotlineForm { number: "+842471000001".into(), menu: None, name: String::new(), ..form };
    assert_eq!(
        refused(|centre| taken.put(centre, None)),
        [
            (Field::Centre(Part::Name), FieldProblem::Required),
            (Field::Centre(Part::Number), FieldProblem::Taken),
            (Field::Centre(Part::Menu), FieldProblem::Required),
        ]
    );
    let empty = BlockedForm::default();
    assert_eq!(refused(|centre| empty.put(centre, None)), [(Field::Centre(Part::Number), FieldProblem::Required)]);
    let bad = BlockedForm { number: "09x".into(), ..empty };
    assert!(matches!(refused(|centre| bad.put(centre, None))[0].1, FieldProblem::NotANumber(_)));
}

#[test]
fn queues() {
    let fresh = QueueForm::default();
    assert_eq!((fresh.answer_seconds.as_str(), fresh.wrap_up_seconds.as_str(), fresh.records), ("15", "10", true));
    let row = |id: &str| RouteRow { group: GroupId::new(id), rank: Rank::Primary };
    let wrong = QueueForm {
        answer_seconds: "2".into(),
        caller_id: "1".into(),
        asks: "crm.example".into(),
        groups: vec![row("sales"), row("sales"), row("gone")],
        ..fresh
    };
    assert_eq!(
        refused(|centre| wrong.put(centre, QueueId::new("new"))),
        [
            (Field::Centre(Part::Name), FieldProblem::Required),
            (Field::Centre(Part::AnswerSeconds), FieldProblem::OutOfRange { min: 3, max: 300 }),
            (Field::Centre(Part::CallerId), FieldProblem::NotANumber(BadNumber::TooShort)),
            (Field::Centre(Part::Asks), FieldProblem::NotAnAddress),
            (Field::CentreRow(1, Part::Group), FieldProblem::Repeated),
            (Field::CentreRow(2, Part::Group), FieldProblem::Unknown),
        ]
    );
}

#[test]
fn places_and_keys() {
    let mut centre = Town::default().centre;
    let menu = MenuId::new("night");
    let named = MenuForm { name: "Ban đêm".into(), root: None };
    named.put(&mut centre, menu.clone()).expect("good");
    let own = NodeId::new("night-1");
    let forward =
        KeyRow { forward: "0909 000 001".into(), caller_id: "02471000001".into(), ..key(Press::One, Does::Forward) };
    let again = KeyRow { next: Some(own.clone()), ..key(Press::Other, Does::Next) };
    let form =
        NodeForm { name: "chào".into(), text: "Xin chào".into(), keys: vec![forward, again], ..NodeForm::default() };
    form.put(&mut centre, menu.clone(), own.clone(), &VOICES).expect("good");
    assert_eq!(centre.root(&menu), Some(&own), "the first place is where it begins");
    let actions: Vec<Action> = centre.keys_of(&own).map(|key| key.action.clone()).collect();
    let caller_id = Some(Digits::new("842471000001"));
    let to = Action::Forward { to: Digits::new("84909000001"), caller_id };
    assert_eq!(actions, [to, Action::Next { node: own }]);

    let elsewhere = MenuForm { name: "Ban đêm".into(), root: Some(NodeId::new("hello")) };
    let unknown = [(Field::Centre(Part::Root), FieldProblem::Unknown)];
    assert_eq!(refused(|centre| elsewhere.put(centre, MenuId::new("night"))), unknown);
    let wrong = NodeForm {
        says: Says::Text,
        voice: "nobody".into(),
        speed: 4,
        loops: "0".into(),
        wait_seconds: "x".into(),
        keys: vec![key(Press::One, Does::Queue), key(Press::One, Does::Forward)],
        ..NodeForm::default()
    };
    let found = refused(|centre| wrong.put(centre, MenuId::new("main"), NodeId::new("new"), &VOICES));
    let fields: Vec<Field> = found.into_iter().map(|(field, _)| field).collect();
    assert_eq!(
        fields,
        [
            Field::Centre(Part::Name),
            Field::Centre(Part::Text),
            Field::Centre(Part::Voice),
            Field::Centre(Part::Speed),
            Field::Centre(Part::Loops),
            Field::Centre(Part::WaitSeconds),
            Field::CentreRow(0, Part::Queue),
            Field::CentreRow(1, Part::Press),
            Field::CentreRow(1, Part::Forward),
        ]
    );
}

#[test]
fn agents_keep_their_telephones_and_groups() {
    let mut centre = Town::default().centre;
    let minh = Seat::new("agent_minh");
    let phone = SipForm { user: "ban_minh".into(), seat: Some(minh.clone()), extension: "101".into() };
    phone.put(&mut centre, None).expect("good");
    let form = AgentForm::of(&centre, &minh).expect("there");
    assert_eq!(form.groups, [GroupId::new("help"), GroupId::new("sales")]);
    let moved = AgentForm { seat: "agent_minh2".into(), groups: vec![GroupId::new("help")], ..form };
    let at = moved.put(&mut centre, Some(&minh)).expect("good");
    assert_eq!(at, Ref::Agent(Seat::new("agent_minh2")));
    assert!(centre.agent(&minh).is_none());
    assert_eq!(centre.sip_account_of(&Seat::new("agent_minh2")).expect("there").user, "ban_minh");
    assert_eq!(centre.members_of(&GroupId::new("sales")).count(), 1);
    assert_eq!(centre.dangling(), []);

    let wrong =
        AgentForm { rings_at: RingsAt::Number, seat: "agent_ha".into(), name: "x".into(), ..AgentForm::default() };
    assert_eq!(
        refused(|centre| wrong.put(centre, None)),
        [(Field::Centre(Part::Phone), FieldProblem::Required), (Field::Centre(Part::Seat), FieldProblem::Taken)]
    );
    let spaced = AgentForm { seat: "a b".into(), ..wrong };
    assert!(
        refused(|centre| spaced.put(centre, None)).contains(&(Field::Centre(Part::Seat), FieldProblem::BadCharacters))
    );
    let sip = SipForm { extension: "0".into(), seat: Some(Seat::new("gone")), ..SipForm::default() };
    let fields: Vec<Field> = refused(|centre| sip.put(centre, None)).into_iter().map(|(field, _)| field).collect();
    assert_eq!(fields, [Part::User, Part::Extension, Part::Seat].map(Field::Centre));
}

#[test]
fn addresses() {
    let wrong =
        CallSettingsForm { events: "http://other.example".into(), customer_wait_ms: "1".into(), ..Default::default() };
    let fields: Vec<Field> = refused(|centre| wrong.put(centre)).into_iter().map(|(field, _)| field).collect();
    assert_eq!(fields, [Field::Centre(Part::CustomerWait), Field::Centre(Part::EventsAddress)]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn a_form_that_nobody_touched_changes_nothing(centre in whole_centre()) {
        let mut filled = centre.clone();
        for at in centre.refs() {
            let put = match at {
                Ref::Group(id) => GroupForm::of(&centre, id).map(|form| form.put(&mut filled, id.clone())),
                Ref::Agent(seat) => AgentForm::of(&centre, seat).map(|form| form.put(&mut filled, Some(seat))),
                Ref::Queue(id) => QueueForm::of(&centre, id).map(|form| form.put(&mut filled, id.clone())),
                Ref::Menu(id) => MenuForm::of(&centre, id).map(|form| form.put(&mut filled, id.clone())),
                Ref::Node(id) => {
                    let menu = centre.node(id).map(|node| node.menu.clone()).filter(|menu| centre.root(menu).is_some());
                    let form = menu.and_then(|menu| Some((menu, NodeForm::of(&centre, id)?)));
                    form.map(|(menu, form)| form.put(&mut filled, menu, id.clone(), &VOICES))
                }
                Ref::Hotline(number) => {
                    centre.hotline(number).map(|it| HotlineForm::from(it).put(&mut filled, Some(number)))
                }
                Ref::Sip(user) => {
                    let account = centre.sip_accounts().find(|account| account.user == *user);
                    account.map(|it| SipForm::from(it).put(&mut filled, Some(user)))
                }
                Ref::Blocked(number) => {
                    let blocked = centre.blocked().find(|blocked| blocked.number == *number);
                    blocked.map(|it| BlockedForm::from(it).put(&mut filled, Some(number)))
                }
                Ref::Settings => Some(CallSettingsForm::from(&centre.settings()).put(&mut filled)),
                _ => None,
            };
            prop_assert!(put.is_none_or(|put| put.as_ref() == Ok(at) || put.is_err()));
            prop_assert_eq!(&filled, &centre, "{:?}", at);
        }
    }
}

#[test]
fn a_file_is_played_or_a_text_is_spoken() {
    let mut centre = Town::default().centre;
    let hello = NodeId::new("hello");
    let form = NodeForm { says: Says::File, file: "chao.mp3".into(), ..NodeForm::of(&centre, &hello).expect("there") };
    form.put(&mut centre, MenuId::new("main"), hello.clone(), &VOICES).expect("good");
    assert_eq!(centre.node(&hello).expect("there").prompt, Prompt::File { file: "chao.mp3".into() });
}

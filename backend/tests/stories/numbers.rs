//! Telephone numbers for roles that may not see them whole: masked in everything that leaves the server, dialled, kept
//! and searched by what only the server knows, shown one at a time to whoever may ask.

use crate::calls::{answered, offered, told};
use crate::companies::found_company;
use crate::customers::customer;
use crate::stories;
use crate::world::World;
use backend::{
    audit, calls, companies, customers, day, duplicates, exports, line, missed, numbers, palette, rights, tasks,
    timeline, views,
};
use domain::access::{Actor, Role};
use domain::audit::{AuditQuery, Group};
use domain::calls::{CallFilter, CallQuery, DialCheck, Fact, Reported, What};
use domain::companies::CompanyForm;
use domain::customers::{Customer, CustomerForm, CustomerQuery, Phone};
use domain::deals::DealQuery;
use domain::fields::{Field, FieldProblem};
use domain::ids::{CallId, CustomerId};
use domain::lists::List;
use domain::missed::MissedQuery;
use domain::numbers::{HANDED_PER_HOUR, REVEALED_PER_HOUR, RevealOf, TYPED_PER_HOUR};
use domain::outbox::TAKEN_MAX;
use domain::phone::{self, BadNumber};
use domain::problem::Problem;
use domain::rights::Numbers;
use domain::tags::Subject;
use domain::tasks::{TaskAbout, TaskForm, TaskQuery};
use domain::times::{HOUR, MINUTE};
use domain::views::{LogView, ViewForm};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// What customers are called on, each in one way only: these digits must not be told.
const RAW: &str = "0901.234.567";
const DIGITS: &str = "901234567";
const STRANGER: &str = "0987654321";
const FIRM: &str = "02838221234";

/// Decides what a role sees, and gives the members as they come back with their next question.
pub(crate) async fn decide(w: &World, role: Role, seen: Numbers) -> Actor {
    let mut wanted = rights::get(&w.b, &w.admin).await.unwrap();
    wanted.decide_numbers(role, seen);
    assert_eq!(rights::save(&w.b, &w.admin, &wanted).await, Ok(wanted));
    let who = if role == Role::Manager { &w.manager } else { &w.lan };
    Actor { rights: wanted.of(role), ..who.clone() }
}

/// An answer as a member's page has it.
fn page<T: Serialize + DeserializeOwned>(w: &World, who: &Actor, answer: T) -> T {
    numbers::shown(&w.b, who, answer).unwrap()
}

/// The same as text.
fn text<T: Serialize + DeserializeOwned>(w: &World, who: &Actor, answer: T) -> String {
    serde_json::to_string(&page(w, who, answer)).unwrap()
}

/// A customer with a number, a company with one, a deal's worth of doings with both, and calls of theirs and of a
/// stranger's.
async fn a_full_desk(w: &World) -> CustomerId {
    let hoa = customers::create(&w.b, &w.lan, &customer("Hoa", "An Phú", &[RAW])).await.unwrap();
    customers::create(&w.b, &w.lan, &customer("Hoa nữa", "An Phú", &[RAW])).await.unwrap();
    found_company(w, "Nhà hàng Sen", &[FIRM]).await;
    for (call, number) in [("c1", "0901234567"), ("c2", STRANGER)] {
        calls::report(&w.b, &w.lan, &[answered(w, call, number)]).await.unwrap();
        w.pass(MINUTE);
    }
    let lost = told(w, "c3", vec![(0, offered("0901234567")), (9_000, What::Ended)]);
    calls::report(&w.b, &w.lan, &[lost]).await.unwrap();
    calls::attach(&w.b, &w.lan, &CallId::new("c1"), &hoa.id, false).await.unwrap();
    let form = TaskForm { title: "Gọi lại".into(), due_at: "2026-11-20T14:05".into(), ..TaskForm::default() };
    let about = TaskAbout { subject: Some(Subject::Customer(hoa.id.clone())), ..TaskAbout::default() };
    tasks::create(&w.b, &w.lan, &form, &about).await.unwrap();
    let renamed = CustomerForm { name: "Lê Hoa".into(), phones: two(), ..CustomerForm::from(&hoa) };
    customers::update(&w.b, &w.lan, &hoa.id, hoa.version, &renamed).await.unwrap();
    let words = [("number".to_owned(), "0901234567".to_owned())].into();
    let view = ViewForm { list: List::Calls, name: "Chị Hoa".into(), shared: true, words };
    views::create(&w.b, &w.manager, &view).await.unwrap();
    w.pass(MINUTE);
    while duplicates::sweep(&w.b).await.unwrap() > 0 {}
    hoa.id
}

fn two() -> Vec<domain::customers::PhoneForm> {
    customer("", "", &[RAW, "0912 000 111"]).phones
}

/// Everything that a page asks for, as it is told to a member.
async fn walk(w: &World, who: &Actor, hoa: &CustomerId) -> Vec<(&'static str, String)> {
    let mut answers = records_walk(w, who, hoa).await;
    answers.extend(calls_walk(w, who, hoa).await);
    answers
}

/// What the pages of records ask for.
async fn records_walk(w: &World, who: &Actor, hoa: &CustomerId) -> Vec<(&'static str, String)> {
    let all = CustomerQuery::default;
    let customer = customers::get(&w.b, who, hoa).await.unwrap();
    let company = companies::list(&w.b, who, &CustomerQuery { text: "sen".into(), ..all() }).await.unwrap();
    let firm = company.rows[0].id.clone();
    let subject = Subject::Customer(hoa.clone());
    let others = duplicates::of(&w.b, who, hoa).await.unwrap();
    let twin = others[0].person.id.clone();
    let stale = customers::update(&w.b, who, hoa, 0, &CustomerForm::from(&customer)).await.unwrap_err();
    vec![
        ("customers", text(w, who, customers::list(&w.b, who, &all()).await.unwrap())),
        ("customer", text(w, who, customer)),
        ("somebody saved meanwhile", text(w, who, stale)),
        ("companies", text(w, who, company)),
        ("company", text(w, who, companies::get(&w.b, who, &firm).await.unwrap())),
        ("timeline", text(w, who, timeline::of(&w.b, who, &subject, &[], None).await.unwrap())),
        ("history", text(w, who, audit::history(&w.b, who, &subject, None).await.unwrap())),
        ("typed", text(w, who, customers::check_number(&w.b, who, "0901234567", None).await.unwrap())),
        ("palette", text(w, who, palette::search(&w.b, who, "hoa").await.unwrap())),
        ("palette of a number", text(w, who, palette::search(&w.b, who, "0901234567").await.unwrap())),
        ("opened last", text(w, who, palette::recent(&w.b, who, &[subject]).await.unwrap())),
        ("twins", text(w, who, duplicates::list(&w.b, who, None).await.unwrap())),
        ("alike", text(w, who, others)),
        ("side by side", text(w, who, duplicates::compare(&w.b, who, hoa, &twin).await.unwrap())),
    ]
}

/// What the pages of calls and of what is to be done ask for.
async fn calls_walk(w: &World, who: &Actor, hoa: &CustomerId) -> Vec<(&'static str, String)> {
    let subject = Subject::Customer(hoa.clone());
    let call = CallId::new("c1");
    let ring = calls::pop(&w.b, &w.lan, &told(w, "c4", vec![(0, offered("0901234567"))])).await.unwrap();
    vec![
        ("calls", text(w, who, calls::list(&w.b, who, &CallQuery::default()).await.unwrap())),
        ("call", text(w, who, calls::story(&w.b, who, &call).await.unwrap())),
        ("ring", text(w, who, ring)),
        ("dial", text(w, who, calls::dial_check(&w.b, who, "0901234567").await.unwrap())),
        ("missed", text(w, who, missed::list(&w.b, who, &MissedQuery::default()).await.unwrap())),
        ("tasks", text(w, who, tasks::of_subject(&w.b, who, &subject).await.unwrap())),
        ("my tasks", text(w, who, tasks::mine(&w.b, who, &TaskQuery::default()).await.unwrap())),
        ("views", text(w, who, views::list(&w.b, who, List::Calls).await.unwrap())),
    ]
}

/// What only managers ask for, files among it.
async fn managers_walk(w: &World, who: &Actor) -> Vec<(&'static str, String)> {
    let mut people = exports::export(&w.b, who, exports::Customers(CustomerQuery::default())).await.unwrap();
    let mut firms = exports::export(&w.b, who, exports::Companies(CustomerQuery::default())).await.unwrap();
    let mut sales = exports::export(&w.b, who, exports::Deals(DealQuery::default())).await.unwrap();
    let mut log = calls::export(&w.b, who, &LogView::default()).await.unwrap();
    vec![
        ("floor", text(w, who, line::floor(&w.b, who).await.unwrap())),
        ("a member's day", text(w, who, line::day(&w.b, who, &w.lan.id, None).await.unwrap())),
        ("day", text(w, who, day::mine(&w.b, who).await.unwrap())),
        ("file of customers", serde_json::to_string(&people.next().await.unwrap()).unwrap()),
        ("file of companies", serde_json::to_string(&firms.next().await.unwrap()).unwrap()),
        ("file of deals", serde_json::to_string(&sales.next().await.unwrap()).unwrap()),
        ("file of calls", serde_json::to_string(&log.next().await.unwrap()).unwrap()),
    ]
}

/// Which of these tell a number.
fn telling(answers: &[(&'static str, String)]) -> Vec<&'static str> {
    let tells = |text: &str| {
        [DIGITS, RAW, "987654321", "2838221234", "912 000 111", "912000111"].iter().any(|n| text.contains(n))
    };
    answers.iter().filter(|(_, text)| tells(text)).map(|(of, _)| *of).collect()
}

/// The masked number of a customer, with its seal.
async fn masked(w: &World, who: &Actor, hoa: &CustomerId) -> Phone {
    page::<Customer>(w, who, customers::get(&w.b, who, hoa).await.unwrap()).phones.remove(0)
}

stories! {
    async fn no_answer_tells_a_number_to_whoever_may_not_see_it(w: World) {
        let hoa = a_full_desk(&w).await;
        let open = walk(&w, &w.lan, &hoa).await;
        let named: Vec<&str> = open.iter().map(|(of, _)| *of).collect();
        assert_eq!(telling(&open), named, "without a mask every one of them tells a number: each is looked at");
        let open = managers_walk(&w, &w.manager).await;
        assert_eq!(telling(&open), ["floor", "a member's day", "file of customers", "file of companies", "file of calls"]);
        for seen in [Numbers::OnDemand, Numbers::Masked] {
            let (lan, manager) = (decide(&w, Role::Agent, seen).await, decide(&w, Role::Manager, seen).await);
            assert_eq!(telling(&walk(&w, &lan, &hoa).await), Vec::<&str>::new());
            assert_eq!(telling(&walk(&w, &manager, &hoa).await), Vec::<&str>::new());
            assert_eq!(telling(&managers_walk(&w, &manager).await), Vec::<&str>::new());
        }
        let phone = masked(&w, &decide(&w, Role::Agent, Numbers::Masked).await, &hoa).await;
        assert_eq!((phone.number.grouped().as_str(), phone::shown(&phone.raw)), ("090•••••67", "090•••••67"));
    }

    async fn what_is_decided_is_kept_written_down_and_told(w: World) {
        decide(&w, Role::Agent, Numbers::OnDemand).await;
        let again = w.reopened().await;
        assert_eq!(rights::get(&again, &w.admin).await.unwrap().of(Role::Agent).numbers(), Numbers::OnDemand);
        let change = &audit::list(&w.b, &w.admin, &AuditQuery::default()).await.unwrap().rows[0].changes[0];
        assert_eq!((change.field.as_str(), change.from.as_str(), change.to.as_str()), ("right.agent.numbers", "whole", "on_demand"));
        decide(&w, Role::Agent, Numbers::Whole).await;
        assert_eq!(rights::get(&w.b, &w.admin).await.unwrap(), domain::rights::Rights::default());
    }

    async fn a_masked_number_is_dialled_by_its_seal_and_by_nobody_elses(w: World) {
        let hoa = a_full_desk(&w).await;
        let lan = decide(&w, Role::Agent, Numbers::Masked).await;
        let phone = masked(&w, &lan, &hoa).await;
        let sealed = phone.number.as_str();
        let DialCheck { number, holders, .. } = calls::dial_check(&w.b, &lan, sealed).await.unwrap();
        assert_eq!((number.as_str(), holders.len()), ("+84901234567", 2), "the server knows it");
        let minh = Actor { id: w.minh.id.clone(), ..lan.clone() };
        assert!(matches!(calls::dial_check(&w.b, &minh, sealed).await, Err(Problem::Invalid(_))), "another member's seal");
        assert!(matches!(calls::dial_check(&w.b, &lan, "~090•••••67~AAAA").await, Err(Problem::Invalid(_))), "a made-up one");
        assert_eq!(masked(&w, &lan, &hoa).await, phone, "pages can compare");
        assert_ne!(masked(&w, &minh, &hoa).await.number, phone.number);
        let wished = told(&w, "out", vec![(0, What::DialWished { number: sealed.to_owned() })]);
        let card = calls::pop(&w.b, &lan, &wished).await.unwrap();
        assert_eq!(card.number.map(|number| number.as_str().to_owned()).as_deref(), Some("+84901234567"));
        let story = calls::story(&w.b, &w.admin, &wished.call).await.unwrap();
        assert_eq!(story.row.number_raw, "+84901234567", "the log has the number, not the seal");
        let bare = What::DialWished { number: phone::bare_seal(sealed).unwrap() };
        let by_alias = Reported { call: CallId::new("alias"), facts: told(&w, "alias", vec![(0, bare)]).facts };
        assert_eq!(calls::pop(&w.b, &lan, &by_alias).await.unwrap().customers.len(), 2);
        let facts: Vec<Fact> = told(&w, "odd", vec![(0, What::DialWished { number: "~090•••••67~AAAA".into() })]).facts;
        calls::report(&w.b, &lan, &[Reported { call: CallId::new("odd"), facts }]).await.unwrap();
        let odd = calls::story(&w.b, &w.admin, &CallId::new("odd")).await.unwrap().row;
        assert_eq!((odd.number_raw.as_str(), odd.number), ("090•••••67", None), "what is left of a number is none");
        let many = |from: usize| told(&w, "many", (0..TAKEN_MAX + from).map(|_| (0, What::Ended)).collect());
        assert!(matches!(calls::report(&w.b, &lan, &[many(1)]).await, Err(Problem::Invalid(_))), "more than a page sends");
        assert!(matches!(calls::pop(&w.b, &lan, &many(1)).await, Err(Problem::Invalid(_))));
        assert_eq!(calls::report(&w.b, &lan, &[many(0)]).await, Ok(()));
    }

    async fn what_is_shown_of_a_number_is_never_taken_for_one(w: World) {
        let hoa = a_full_desk(&w).await;
        let lan = decide(&w, Role::Agent, Numbers::Masked).await;
        let seen = page(&w, &lan, customers::get(&w.b, &lan, &hoa).await.unwrap());
        let mut form = CustomerForm::from(&seen);
        form.phones[0].raw = phone::shown(&form.phones[0].raw).to_owned();
        let refused = Problem::at(Field::Phone(0), FieldProblem::NotANumber(BadNumber::NotANumber));
        assert_eq!(customers::update(&w.b, &lan, &hoa, seen.version, &form).await, Err(refused.clone()));
        assert_eq!(calls::dial_check(&w.b, &lan, "090•••••67").await, Err(refused.clone()));
        assert_eq!(customers::check_number(&w.b, &lan, "090•••••67", None).await, Ok(None));
        let lan = decide(&w, Role::Agent, Numbers::OnDemand).await;
        let never = numbers::reveal(&w.b, &lan, &RevealOf::Customer(hoa), RAW).await;
        assert_eq!(never, Err(refused), "whether a number that was typed is the hidden one");
    }

    async fn nobody_finds_a_hidden_number_by_trying_many(w: World) {
        let hoa = a_full_desk(&w).await;
        let lan = decide(&w, Role::Agent, Numbers::Masked).await;
        for n in 0..TYPED_PER_HOUR {
            let tried = format!("0933{n:06}");
            customers::check_number(&w.b, &lan, &tried, None).await.unwrap();
        }
        let more = "0934000000";
        let query = CustomerQuery { text: format!("hoa {more}"), ..CustomerQuery::default() };
        let filter = CallFilter { number: more.into(), ..CallFilter::default() };
        let log = CallQuery { filter, ..CallQuery::default() };
        let refused = [
            customers::check_number(&w.b, &lan, more, None).await.err(),
            calls::dial_check(&w.b, &lan, more).await.err(),
            palette::search(&w.b, &lan, more).await.err(),
            customers::list(&w.b, &lan, &query).await.err(),
            companies::list(&w.b, &lan, &query).await.err(),
            calls::list(&w.b, &lan, &log).await.err(),
            duplicates::like(&w.b, &lan, &customer("Hoa", "", &[more])).await.err(),
        ];
        assert!(refused.iter().all(|one| matches!(one, Some(Problem::Throttled { .. }))), "{refused:?}");
        let query = AuditQuery { group: Some(Group::Numbers), ..AuditQuery::default() };
        let written = audit::list(&w.b, &w.admin, &query).await.unwrap().rows;
        assert_eq!((written.len(), written[0].action.as_str()), (1, "number.refused"), "once an hour");
        let sealed = masked(&w, &lan, &hoa).await.number;
        assert!(calls::dial_check(&w.b, &lan, sealed.as_str()).await.is_ok(), "what is masked is dialled as before");
        assert!(customers::check_number(&w.b, &w.admin, more, None).await.is_ok());
        w.pass(HOUR);
        assert!(customers::check_number(&w.b, &lan, more, None).await.is_ok());
    }

    async fn another_countrys_number_is_not_found_digit_by_digit(w: World) {
        customers::create(&w.b, &w.lan, &customer("Ann", "", &["+1 202 555 0123"])).await.unwrap();
        let lan = decide(&w, Role::Agent, Numbers::Masked).await;
        let found = async |who: &Actor, text: &str| {
            let query = CustomerQuery { text: text.into(), ..CustomerQuery::default() };
            let people = customers::list(&w.b, who, &query).await.unwrap().rows.len();
            people + palette::search(&w.b, who, text).await.unwrap().customers.len()
        };
        for beginning in ["+120255", "+1202555", "+1202555012", "+120255501234"] {
            assert_eq!(found(&lan, beginning).await, 0, "{beginning}");
        }
        for whole in ["+12025550123", "ann 0012025550123", "+1 202 555 0123 ann"] {
            assert_eq!(found(&lan, whole).await, 2, "{whole}");
        }
        assert_eq!(found(&w.lan, "+1202555").await, 2, "whoever sees numbers finds by a part");
    }

    async fn a_form_saved_untouched_keeps_the_number_and_another_can_be_added(w: World) {
        let hoa = a_full_desk(&w).await;
        let lan = decide(&w, Role::Agent, Numbers::Masked).await;
        let seen = page(&w, &lan, customers::get(&w.b, &lan, &hoa).await.unwrap());
        let mut form = CustomerForm { note: "Khách quen".into(), ..CustomerForm::from(&seen) };
        form.phones.push(customer("", "", &["0933 444 555"]).phones.remove(0));
        form.phones[2].primary = false;
        customers::update(&w.b, &lan, &hoa, seen.version, &form).await.unwrap();
        let kept = customers::get(&w.b, &w.admin, &hoa).await.unwrap();
        let raws: Vec<&str> = kept.phones.iter().map(|phone| phone.raw.as_str()).collect();
        assert_eq!(raws, [RAW, "0912 000 111", "0933 444 555"], "as they were typed");
        assert_eq!(kept.phones[0].id, seen.phones[0].id);
        let minh = Actor { id: w.minh.id.clone(), ..lan.clone() };
        let foreign = customers::update(&w.b, &minh, &hoa, kept.version, &form).await;
        assert!(matches!(foreign, Err(Problem::Invalid(_))), "another's seals say nothing");
        let alike = duplicates::like(&w.b, &lan, &form).await.unwrap();
        assert!(!alike.is_empty(), "who may be the same is found by what is masked, too");
        let query = CustomerQuery { text: "sen".into(), ..CustomerQuery::default() };
        let firm = companies::list(&w.b, &lan, &query).await.unwrap().rows.remove(0);
        let firm = page(&w, &lan, companies::get(&w.b, &lan, &firm.id).await.unwrap());
        let form = CompanyForm { name: "Nhà hàng Sen Hồng".into(), ..CompanyForm::from(&firm) };
        let saved = companies::update(&w.b, &lan, &firm.id, firm.version, &form).await.unwrap();
        assert_eq!(saved.phones[0].raw, FIRM);
    }

    async fn whoever_sees_no_numbers_finds_by_whole_ones_only(w: World) {
        let hoa = a_full_desk(&w).await;
        let lan = decide(&w, Role::Agent, Numbers::Masked).await;
        let found = async |who: &Actor, text: &str| {
            let query = CustomerQuery { text: text.into(), ..CustomerQuery::default() };
            let people = customers::list(&w.b, who, &query).await.unwrap().rows.len();
            let places = companies::list(&w.b, who, &query).await.unwrap().rows.len();
            people + places + palette::search(&w.b, who, text).await.unwrap().customers.len()
        };
        assert_eq!(found(&w.lan, "0901 234").await, 4, "two in the list, two in the palette");
        for whole in ["0901234567", "+84 901 234 567", "hoa 0901.234.567"] {
            assert_eq!(found(&lan, whole).await, 4, "{whole}");
        }
        for part in ["0901 234", "090123456", "4567", "901234", "0283822"] {
            assert_eq!(found(&lan, part).await, 0, "{part}");
        }
        let log = async |number: &str| {
            let filter = CallFilter { number: number.into(), ..CallFilter::default() };
            calls::list(&w.b, &lan, &CallQuery { filter, ..CallQuery::default() }).await.map(|page| page.rows.len())
        };
        assert_eq!(log("0901234567").await, Ok(2));
        assert_eq!(log(masked(&w, &lan, &hoa).await.number.as_str()).await, Ok(2), "a link to the calls of a number");
        for part in ["0901", "4567"] {
            assert!(matches!(log(part).await, Err(Problem::Invalid(_))), "{part}");
        }
    }

    async fn a_number_is_shown_to_whoever_may_ask_and_that_is_written_down(w: World) {
        let hoa = a_full_desk(&w).await;
        let of = RevealOf::Customer(hoa.clone());
        let lan = decide(&w, Role::Agent, Numbers::OnDemand).await;
        let sealed = masked(&w, &lan, &hoa).await.number.as_str().to_owned();
        assert_eq!(numbers::reveal(&w.b, &lan, &of, &sealed).await.unwrap().number, "0901 234 567");
        let query = AuditQuery { group: Some(Group::Numbers), ..AuditQuery::default() };
        let seen = audit::list(&w.b, &w.admin, &query).await.unwrap().rows;
        assert_eq!((seen.len(), seen[0].action.as_str(), seen[0].name.as_str()), (1, "number.revealed", "Lê Hoa"));
        assert_eq!(seen[0].who.as_ref().map(|who| &who.id), Some(&w.lan.id));
        assert_eq!(seen[0].facts, [("number".to_owned(), "0901 234 567".to_owned())]);
        let history = audit::history(&w.b, &lan, &Subject::Customer(hoa.clone()), None).await.unwrap().rows;
        assert_eq!(history[0].facts, [("number".to_owned(), "090• ••• •67".to_owned())], "to colleagues still masked");
        let call = RevealOf::Call(CallId::new("c2"));
        let row = calls::list(&w.b, &lan, &CallQuery::default()).await.unwrap().rows.into_iter().find(|row| row.id.as_str() == "c2");
        let stranger = page(&w, &lan, row.unwrap()).number.unwrap();
        assert_eq!(numbers::reveal(&w.b, &lan, &call, stranger.as_str()).await.unwrap().number, "0987 654 321");
        let elsewhere = numbers::reveal(&w.b, &lan, &of, stranger.as_str()).await;
        assert_eq!(elsewhere, Err(Problem::NotFound), "a number of another record");
        let never = decide(&w, Role::Agent, Numbers::Masked).await;
        assert_eq!(numbers::reveal(&w.b, &never, &of, &sealed).await, Err(Problem::Forbidden));
    }

    async fn nobody_is_shown_many_numbers(w: World) {
        let hoa = a_full_desk(&w).await;
        let lan = decide(&w, Role::Agent, Numbers::OnDemand).await;
        let (of, sealed) = (RevealOf::Customer(hoa.clone()), masked(&w, &lan, &hoa).await.number);
        for _ in 0..REVEALED_PER_HOUR {
            numbers::reveal(&w.b, &lan, &of, sealed.as_str()).await.unwrap();
        }
        w.pass(10 * MINUTE);
        let refused = numbers::reveal(&w.b, &lan, &of, sealed.as_str()).await;
        assert!(matches!(refused, Err(Problem::Throttled { seconds: 2_900..=3_001 })), "{refused:?}");
        w.pass(HOUR);
        assert!(numbers::reveal(&w.b, &lan, &of, sealed.as_str()).await.is_ok());
    }

    async fn where_only_the_providers_page_dials_it_is_handed_the_number_and_that_is_written_down(w: World) {
        let hoa = a_full_desk(&w).await;
        let lan = decide(&w, Role::Agent, Numbers::Masked).await;
        let sealed = masked(&w, &lan, &hoa).await.number;
        let handed = numbers::hand_over(&w.b, &lan, sealed.as_str()).await.unwrap();
        assert_eq!(page(&w, &lan, handed).number, "+84901234567");
        let query = AuditQuery { group: Some(Group::Numbers), ..AuditQuery::default() };
        let seen = audit::list(&w.b, &w.admin, &query).await.unwrap().rows;
        assert_eq!((seen.len(), seen[0].action.as_str()), (1, "number.handed"));
        for _ in 1..HANDED_PER_HOUR {
            numbers::hand_over(&w.b, &lan, sealed.as_str()).await.unwrap();
        }
        assert!(matches!(numbers::hand_over(&w.b, &lan, sealed.as_str()).await, Err(Problem::Throttled { .. })));
    }
}

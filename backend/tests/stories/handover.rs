//! What a member hands over, and takes back.

use crate::calls::{offered, told};
use crate::companies::found_company;
use crate::customers::{add, customer, on};
use crate::deals::add_deal;
use crate::stories;
use crate::world::{World, form, hire, nobody};
use backend::{audit, calls, companies, customers, deals, handover, missed, notices, pipelines, tasks, views};
use domain::access::{Actor, Role};
use domain::calls::What;
use domain::customers::CustomerForm;
use domain::deals::Move;
use domain::fields::{Field, FieldProblem};
use domain::handover::{HandOver, Kind, Plan, State, To};
use domain::ids::{CustomerId, DealId, MissedId, StaffId, TaskId};
use domain::lists::List;
use domain::live::Change;
use domain::missed::{MissedQuery, Which};
use domain::notices::News;
use domain::problem::Problem;
use domain::staff::MemberForm;
use domain::tasks::{TaskAbout, TaskForm};
use domain::views::{ViewForm, Words};

/// Lan's customers.
async fn lans(w: &World, count: usize) -> Vec<CustomerId> {
    let mut ids = Vec::new();
    for n in 0..count {
        let id = add(w, &format!("Khách {n:02}"), "", &[]).await;
        let form = CustomerForm { owner: Some(w.lan.id.clone()), ..customer(&format!("Khách {n:02}"), "", &[]) };
        customers::update(&w.b, &w.admin, &id, 1, &form).await.unwrap();
        ids.push(id);
    }
    ids
}

async fn owners(w: &World, ids: &[CustomerId]) -> Vec<StaffId> {
    let mut owners = Vec::new();
    for id in ids {
        owners.push(customers::get(&w.b, &w.admin, id).await.unwrap().owner.unwrap().id);
    }
    owners
}

async fn to_the_end(w: &World, mut now: HandOver) -> HandOver {
    while now.state.goes_on() {
        now = handover::go_on(&w.b, &w.admin, &now.id).await.unwrap();
    }
    now
}

async fn hand_over(w: &World, from: &Actor, plan: Vec<(Kind, To)>) -> HandOver {
    let begun = handover::begin(&w.b, &w.admin, &from.id, &Plan(plan)).await.unwrap();
    to_the_end(w, begun).await
}

async fn owned(w: &World, who: &Actor) -> Vec<i64> {
    handover::of(&w.b, &w.admin, &who.id).await.unwrap().owned.into_iter().map(|(_, count)| count).collect()
}

stories! {
    async fn everything_of_a_kind_goes_to_one_or_evenly_to_a_team_and_comes_back(w: World) {
        let ids = lans(&w, 5).await;
        let firm = found_company(&w, "An Phú", &[]).await;
        let task = TaskForm { title: "Gọi lại".into(), due_at: "2026-11-21T09:00".into(), ..TaskForm::default() };
        tasks::create(&w.b, &w.lan, &task, &TaskAbout { subject: Some(on(&ids[0])), call: None }).await.unwrap();
        assert_eq!(owned(&w, &w.lan).await[0], 5);
        let third = form("Thứ Ba", "ba@alo.vn", Role::Agent, "5003");
        let third = MemberForm { team: Some(w.team.clone()), ..third };
        let third = hire(&w.b, &w.admin, &third).await;
        let team = To::Team(w.team.clone());
        let done = hand_over(&w, &w.lan, vec![(Kind::Customers, team), (Kind::Tasks, To::Member(w.minh.id.clone()))]).await;
        assert_eq!((done.state, done.left), (State::Done, 0));
        let now = owners(&w, &ids).await;
        let of = |who: &Actor| now.iter().filter(|owner| **owner == who.id).count();
        assert_eq!((of(&w.lan), of(&w.minh) + of(&third), of(&w.minh).abs_diff(of(&third))), (0, 5, 1), "evenly");
        assert_eq!(owned(&w, &w.minh).await[3], 1);
        assert_eq!(companies::get(&w.b, &w.admin, &firm.id).await.unwrap().owner, firm.owner, "what is not named stays");
        let written = audit::about(&w.b, &w.admin, &format!("customer:{}", ids[0])).await.unwrap();
        assert_eq!(written.last().unwrap().details["changes"][0]["from"], "Trần Thị Lan");
        let told = notices::list(&w.b, &third, None).await.unwrap().rows;
        let got = i64::try_from(of(&third)).unwrap();
        assert_eq!(told[0].news, News::HandedOver { whose: "Trần Thị Lan".into(), records: got });
        // One has gone to somebody else meanwhile: it stays there.
        let moved = customers::get(&w.b, &w.admin, &ids[1]).await.unwrap();
        let form = CustomerForm { owner: Some(w.manager.id.clone()), ..CustomerForm::from(&moved) };
        customers::update(&w.b, &w.admin, &ids[1], moved.version, &form).await.unwrap();
        let undone = handover::undo(&w.b, &w.admin, &done.id).await.unwrap();
        let undone = to_the_end(&w, undone).await;
        assert_eq!((undone.state, undone.got.len()), (State::Undone, 0));
        let back = owners(&w, &ids).await;
        let kept = back.iter().filter(|owner| **owner == w.lan.id).count();
        assert_eq!((kept, &back[1]), (4, &w.manager.id));
        assert_eq!(notices::list(&w.b, &third, None).await.unwrap().rows, Vec::new());
        assert_eq!(handover::undo(&w.b, &w.admin, &done.id).await, Err(Problem::NotFound));
    }

    async fn a_missed_call_goes_to_the_team_of_whoever_gets_it_and_a_closed_one_stays(w: World) {
        let third = MemberForm { team: Some(w.other_team.clone()), ..form("Ngô Hải", "hai@alo.vn", Role::Agent, "5009") };
        let third = hire(&w.b, &w.admin, &third).await;
        for (call, number) in [("c1", "0901234567"), ("c2", "0901234568")] {
            let rang = told(&w, call, vec![(0, offered(number)), (9_000, What::Ended)]);
            calls::report(&w.b, &w.lan, &[rang]).await.unwrap();
        }
        let open = async || missed::list(&w.b, &w.admin, &MissedQuery::default()).await.unwrap().rows;
        let ids: Vec<MissedId> = open().await.into_iter().map(|row| row.id).collect();
        missed::assign(&w.b, &w.admin, &ids, Some(&w.lan.id)).await.unwrap();
        let mut heard = w.b.changes();
        let done = hand_over(&w, &w.lan, vec![(Kind::Missed, To::Member(third.id.clone()))]).await;
        let got: Vec<_> = open().await.into_iter().map(|row| (row.owner.map(|o| o.id), row.team.map(|t| t.id))).collect();
        assert_eq!(got, vec![(Some(third.id.clone()), Some(w.other_team.clone())); 2]);
        let of_third = Change::Missed { team: Some(w.other_team.clone()), owner: Some(third.id.clone()) };
        while heard.recv().await.unwrap() != of_third {}
        missed::close_by_hand(&w.b, &third, &ids[0], "Gọi nhầm").await.unwrap();
        let undone = handover::undo(&w.b, &w.admin, &done.id).await.unwrap();
        to_the_end(&w, undone).await;
        let left: Vec<_> = open().await.into_iter().map(|row| (row.id, row.owner.map(|owner| owner.id))).collect();
        assert_eq!(left, [(ids[1].clone(), Some(w.lan.id.clone()))]);
        assert_eq!(owned(&w, &w.lan).await[4], 1);
        let query = MissedQuery { which: Which::Closed, ..MissedQuery::default() };
        let closed = missed::list(&w.b, &w.admin, &query).await.unwrap().rows;
        assert_eq!(closed[0].owner.as_ref().map(|owner| &owner.id), Some(&third.id), "whose it was when it was closed");
    }

    async fn what_was_done_meanwhile_is_not_taken_back(w: World) {
        let customer = add(&w, "Khách", "", &[]).await;
        let mut work = Vec::new();
        for title in ["Xong", "Chưa xong"] {
            let form = TaskForm { title: title.into(), due_at: "2026-11-21T09:00".into(), ..TaskForm::default() };
            let about = TaskAbout { subject: Some(on(&customer)), call: None };
            work.push(tasks::create(&w.b, &w.lan, &form, &about).await.unwrap().id);
        }
        let sales = [add_deal(&w, "Thắng trước", 1).await, add_deal(&w, "Thắng sau", 2).await, add_deal(&w, "Còn mở", 3).await];
        let won = pipelines::list(&w.b, &w.lan).await.unwrap().remove(0).stages[4].id.clone();
        let win = async |id: &DealId| {
            w.pass(1_000);
            let version = deals::get(&w.b, &w.admin, id).await.unwrap().version;
            let to = Move { version, stage: won.clone(), lost_reason: None };
            deals::move_to(&w.b, &w.admin, id, &to).await.unwrap();
        };
        win(&sales[0].id).await;
        w.pass(1_000);
        let minh = To::Member(w.minh.id.clone());
        let done = hand_over(&w, &w.lan, vec![(Kind::Deals, minh.clone()), (Kind::Tasks, minh)]).await;
        win(&sales[1].id).await;
        tasks::done(&w.b, &w.minh, &work[0]).await.unwrap();
        let undone = handover::undo(&w.b, &w.admin, &done.id).await.unwrap();
        to_the_end(&w, undone).await;
        let mut whose = Vec::new();
        for deal in &sales {
            whose.push(deals::get(&w.b, &w.admin, &deal.id).await.unwrap().owner.unwrap().id);
        }
        assert_eq!(whose, [w.lan.id.clone(), w.minh.id.clone(), w.lan.id.clone()]);
        let tasks = tasks::of_subject(&w.b, &w.admin, &on(&customer)).await.unwrap();
        let of = |id: &TaskId| tasks.iter().find(|task| task.id == *id).map(|task| task.owner.id.clone());
        assert_eq!([of(&work[0]), of(&work[1])], [Some(w.minh.id.clone()), Some(w.lan.id.clone())]);
    }

    async fn nothing_is_taken_back_while_another_hand_over_goes_on(w: World) {
        let ids = lans(&w, 2).await;
        let to_minh = Plan(vec![(Kind::Customers, To::Member(w.minh.id.clone()))]);
        let first = hand_over(&w, &w.lan, to_minh.0.clone()).await;
        let kept = customers::get(&w.b, &w.admin, &ids[0]).await.unwrap();
        let form = CustomerForm { owner: Some(w.lan.id.clone()), ..CustomerForm::from(&kept) };
        customers::update(&w.b, &w.admin, &ids[0], kept.version, &form).await.unwrap();
        let second = handover::begin(&w.b, &w.admin, &w.lan.id, &to_minh).await.unwrap();
        let in_use = Problem::at(Field::Owner, FieldProblem::InUse);
        assert_eq!(handover::undo(&w.b, &w.admin, &first.id).await, Err(in_use));
        assert_eq!(handover::undo(&w.b, &w.admin, &second.id).await.unwrap().state, State::Undoing, "itself it may");
        to_the_end(&w, second).await;
        assert_eq!(handover::undo(&w.b, &w.admin, &first.id).await.unwrap().state, State::Undoing);
    }

    async fn a_hand_over_goes_on_where_another_server_stopped(w: World) {
        lans(&w, 3).await;
        let plan = Plan(vec![(Kind::Customers, To::Member(w.minh.id.clone()))]);
        let begun = handover::begin(&w.b, &w.admin, &w.lan.id, &plan).await.unwrap();
        assert_eq!((begun.state, begun.left), (State::Going, 3));
        let twice = handover::begin(&w.b, &w.admin, &w.lan.id, &plan).await;
        assert!(matches!(twice, Err(Problem::Invalid(_))), "one at a time");
        let part = handover::go_on(&w.reopened().await, &w.admin, &begun.id).await.unwrap();
        assert_eq!((part.state, part.left), (State::Going, 0));
        let done = handover::go_on(&w.b, &w.admin, &begun.id).await.unwrap();
        assert_eq!((done.state, done.got[0].records), (State::Done, 3));
        assert_eq!(handover::of(&w.b, &w.admin, &w.lan.id).await.unwrap().past, [done]);
    }

    async fn a_shared_view_makes_way_for_one_of_its_name(w: World) {
        let words = Words::default();
        let form = ViewForm { list: List::Customers, name: "Khách nóng".into(), shared: true, words };
        for who in [&w.manager, &w.other_manager] {
            views::create(&w.b, who, &form).await.unwrap();
        }
        let done = hand_over(&w, &w.manager, vec![(Kind::Views, To::Member(w.other_manager.id.clone()))]).await;
        let own = views::list(&w.b, &w.other_manager, List::Customers).await.unwrap();
        let both: Vec<_> = own.iter().filter(|view| view.own && view.name.starts_with("Khách nóng")).collect();
        assert_eq!(both.len(), 2);
        // One that is nobody else's any more stays, under the name it has.
        let got = both.iter().find(|view| view.name != "Khách nóng").unwrap();
        let hidden = ViewForm { name: got.name.clone(), shared: false, ..form };
        views::update(&w.b, &w.other_manager, &got.id, &hidden).await.unwrap();
        let undone = handover::undo(&w.b, &w.admin, &done.id).await.unwrap();
        to_the_end(&w, undone).await;
        let kept = views::list(&w.b, &w.other_manager, List::Customers).await.unwrap();
        assert!(kept.iter().any(|view| view.own && view.id == got.id && view.name == got.name));
    }

    async fn only_admins_hand_over_and_only_to_those_who_work_here(w: World) {
        lans(&w, 1).await;
        let plan = |to: To| Plan(vec![(Kind::Customers, to)]);
        let to_minh = plan(To::Member(w.minh.id.clone()));
        for who in [&w.manager, &w.lan] {
            assert_eq!(handover::of(&w.b, who, &w.lan.id).await, Err(Problem::Forbidden));
            assert_eq!(handover::begin(&w.b, who, &w.lan.id, &to_minh).await, Err(Problem::Forbidden));
        }
        for wrong in [plan(To::Nobody), plan(To::Member(w.lan.id.clone())), plan(To::Member(nobody()))] {
            let refused = handover::begin(&w.b, &w.admin, &w.lan.id, &wrong).await;
            assert!(matches!(refused, Err(Problem::Invalid(_))), "{wrong:?}");
        }
        let begun = handover::begin(&w.b, &w.admin, &w.lan.id, &to_minh).await.unwrap();
        assert_eq!(handover::go_on(&w.b, &w.manager, &begun.id).await, Err(Problem::Forbidden));
        assert_eq!(handover::undo(&w.b, &w.manager, &begun.id).await, Err(Problem::Forbidden));
    }
}

//! What roles may do to records: decided by admins, kept to everywhere, known to every server.

use crate::calls::{offered, told};
use crate::customers::customer;
use crate::stories;
use crate::world::World;
use backend::exports::Customers;
use backend::{audit, calls, companies, customers, deals, exports, notes, rights, tags, tasks, timeline};
use domain::access::{Actor, Role};
use domain::companies::CompanyForm;
use domain::customers::{CustomerForm, CustomerQuery};
use domain::deals::{DealForm, DealQuery};
use domain::ids::{CustomerId, StaffId};
use domain::problem::Problem;
use domain::rights::{Deed, Grant, Reach, Records, Rights};
use domain::tags::Subject;
use domain::tasks::{TaskAbout, TaskForm};

pub(crate) fn agents(entity: Records, deed: Deed, reach: Reach) -> Grant {
    Grant { role: Role::Agent, entity, deed, reach }
}

/// Decides some rights otherwise.
pub(crate) async fn decide(w: &World, grants: &[Grant]) {
    let mut wanted = rights::get(&w.b, &w.admin).await.unwrap();
    grants.iter().for_each(|grant| wanted.grant(*grant));
    assert_eq!(rights::save(&w.b, &w.admin, &wanted).await, Ok(wanted));
}

/// A member as they come back with their next question.
pub(crate) async fn again(w: &World, who: &Actor) -> Actor {
    Actor { rights: rights::get(&w.b, &w.admin).await.unwrap().of(who.role), ..who.clone() }
}

async fn owned(w: &World, name: &str, number: &str, owner: Option<&StaffId>) -> CustomerId {
    w.pass(1_000);
    let form = CustomerForm { owner: owner.cloned(), ..customer(name, "Cty An Phú", &[number]) };
    customers::create(&w.b, &w.admin, &form).await.unwrap().id
}

/// Lan's, Minh's, nobody's, and somebody's of another team.
async fn four(w: &World) -> [CustomerId; 4] {
    [
        owned(w, "Của Lan", "0901000001", Some(&w.lan.id)).await,
        owned(w, "Của Minh", "0901000002", Some(&w.minh.id)).await,
        owned(w, "Không ai", "0901000003", None).await,
        owned(w, "Của Yến", "0901000004", Some(&w.other_manager.id)).await,
    ]
}

async fn listed(w: &World, who: &Actor, text: &str) -> Vec<String> {
    let query = CustomerQuery { text: text.into(), ..CustomerQuery::default() };
    customers::list(&w.b, who, &query).await.unwrap().rows.into_iter().map(|row| row.name).collect()
}

stories! {
    async fn only_admins_read_and_decide_the_table(w: World) {
        let usual = Rights::default();
        assert_eq!(rights::get(&w.b, &w.admin).await, Ok(usual));
        for refused in [&w.manager, &w.lan] {
            assert_eq!(rights::get(&w.b, refused).await, Err(Problem::Forbidden));
            assert_eq!(rights::save(&w.b, refused, &usual).await, Err(Problem::Forbidden));
        }
        decide(&w, &[agents(Records::Customers, Deed::See, Reach::Own)]).await;
        let written = audit::about(&w.b, &w.admin, "rights").await.unwrap();
        assert_eq!(written.len(), 1);
        assert_eq!(written[0].details["changes"][0]["was"], "all");
        let opened_again = w.reopened().await;
        let kept = rights::get(&opened_again, &w.admin).await.unwrap();
        assert_eq!(kept.of(Role::Agent).reach(Records::Customers, Deed::See), Reach::Own);
        assert_eq!(rights::save(&w.b, &w.admin, &usual).await, Ok(usual), "as it was at first");
        assert_eq!(audit::about(&w.b, &w.admin, "rights").await.unwrap().len(), 2);
    }

    async fn lists_and_searches_hold_what_one_may_see(w: World) {
        four(&w).await;
        let everything = ["Của Yến", "Không ai", "Của Minh", "Của Lan"];
        assert_eq!(listed(&w, &w.lan, "").await, everything);
        decide(&w, &[agents(Records::Customers, Deed::See, Reach::Team)]).await;
        let lan = again(&w, &w.lan).await;
        assert_eq!(listed(&w, &lan, "").await, ["Không ai", "Của Minh", "Của Lan"]);
        decide(&w, &[agents(Records::Customers, Deed::See, Reach::Own)]).await;
        let lan = again(&w, &w.lan).await;
        assert_eq!(listed(&w, &lan, "").await, ["Của Lan"]);
        assert_eq!(listed(&w, &lan, "an phu").await, ["Của Lan"]);
        assert_eq!(listed(&w, &lan, "0901000002").await, Vec::<String>::new(), "nor by number");
        let known = customers::check_number(&w.b, &lan, "0901000002", None).await.unwrap().unwrap();
        assert_eq!(known.holders, Vec::new());
        assert_eq!(calls::dial_check(&w.b, &lan, "0901000002").await.unwrap().holders, Vec::new());
        decide(&w, &[agents(Records::Customers, Deed::See, Reach::None)]).await;
        let refused = customers::list(&w.b, &again(&w, &w.lan).await, &CustomerQuery::default()).await;
        assert_eq!(refused, Err(Problem::Forbidden));
    }

    async fn managers_see_the_teams_they_lead(w: World) {
        four(&w).await;
        let see = Grant { role: Role::Manager, entity: Records::Customers, deed: Deed::See, reach: Reach::Team };
        decide(&w, &[see]).await;
        assert_eq!(listed(&w, &again(&w, &w.manager).await, "").await, ["Không ai", "Của Minh", "Của Lan"]);
        assert_eq!(listed(&w, &again(&w, &w.other_manager).await, "").await, ["Của Yến", "Không ai"]);
        let mut export = exports::export(&w.b, &again(&w, &w.manager).await, Customers(CustomerQuery::default())).await.unwrap();
        assert_eq!((export.total, export.next().await.unwrap().len()), (3, 3), "a file holds no more");
    }

    async fn what_is_not_seen_is_not_there(w: World) {
        let [mine, minhs, nobodys, _] = four(&w).await;
        decide(&w, &[agents(Records::Customers, Deed::See, Reach::Own)]).await;
        let lan = again(&w, &w.lan).await;
        for hidden in [&minhs, &nobodys] {
            let subject = Subject::Customer(hidden.clone());
            let form = customer("Ai đó", "", &[]);
            assert_eq!(customers::get(&w.b, &lan, hidden).await, Err(Problem::NotFound));
            assert_eq!(customers::update(&w.b, &lan, hidden, 1, &form).await, Err(Problem::NotFound));
            assert_eq!(timeline::of(&w.b, &lan, &subject, &[], None).await, Err(Problem::NotFound));
            assert_eq!(notes::add(&w.b, &lan, &subject, "Chào").await, Err(Problem::NotFound));
            assert_eq!(tags::of(&w.b, &lan, &subject).await, Err(Problem::NotFound));
            assert_eq!(deals::of_customer(&w.b, &lan, hidden).await, Err(Problem::NotFound));
            assert_eq!(tasks::of_subject(&w.b, &lan, &Subject::Customer(hidden.clone())).await, Err(Problem::NotFound));
        }
        assert!(customers::get(&w.b, &lan, &mine).await.is_ok());
        let company = customers::get(&w.b, &w.admin, &mine).await.unwrap().company_id.unwrap();
        let people = companies::people(&w.b, &lan, &company, None).await.unwrap().rows;
        assert_eq!(people.into_iter().map(|row| row.id).collect::<Vec<_>>(), [mine]);
        let made = customers::create(&w.b, &lan, &customer("Mới", "", &[])).await.unwrap();
        assert_eq!(made.owner.map(|owner| owner.id), Some(w.lan.id.clone()), "one does not lose sight of it");
    }

    async fn one_changes_hands_over_and_removes_as_far_as_one_may(w: World) {
        let [mine, minhs, nobodys, _] = four(&w).await;
        decide(&w, &[
            agents(Records::Customers, Deed::Edit, Reach::Own),
            agents(Records::Customers, Deed::Assign, Reach::Own),
            agents(Records::Customers, Deed::Delete, Reach::Team),
        ]).await;
        let lan = again(&w, &w.lan).await;
        let form = |owner: Option<&StaffId>| CustomerForm { owner: owner.cloned(), ..customer("Khách", "", &[]) };
        for (id, owner) in [(&minhs, Some(&w.minh.id)), (&nobodys, None)] {
            assert_eq!(customers::update(&w.b, &lan, id, 1, &form(owner)).await, Err(Problem::Forbidden));
            assert_eq!(tags::set(&w.b, &lan, &Subject::Customer(id.clone()), &[]).await, Err(Problem::Forbidden));
        }
        let given = customers::update(&w.b, &lan, &mine, 1, &form(Some(&w.minh.id))).await.unwrap();
        assert_eq!(given.owner.map(|owner| owner.id), Some(w.minh.id.clone()));
        let taken_back = customers::update(&w.b, &lan, &mine, 2, &form(Some(&w.lan.id))).await;
        assert_eq!(taken_back, Err(Problem::Forbidden), "it is another's now");
        assert_eq!(customers::delete(&w.b, &lan, &minhs).await, Ok(()), "a colleague of the team");
        assert_eq!(customers::delete(&w.b, &w.minh, &nobodys).await, Err(Problem::Forbidden), "as it is usual");
    }

    async fn whoever_may_make_none_makes_none_and_an_admin_stays_one(w: World) {
        decide(&w, &[
            agents(Records::Customers, Deed::Create, Reach::None),
            Grant { role: Role::Admin, entity: Records::Customers, deed: Deed::See, reach: Reach::None },
        ]).await;
        let lan = again(&w, &w.lan).await;
        let made = customers::create(&w.b, &lan, &customer("Mới", "", &[])).await;
        assert_eq!(made, Err(Problem::Forbidden));
        let admin = again(&w, &w.admin).await;
        assert!(customers::create(&w.b, &admin, &customer("Mới", "", &[])).await.is_ok());
        assert!(rights::get(&w.b, &admin).await.is_ok());
    }

    async fn boards_sums_and_records_hold_the_deals_one_sees(w: World) {
        let [mine, minhs, ..] = four(&w).await;
        let deal = |title: &str, amount: &str, customer: &CustomerId, owner: &StaffId| DealForm {
            title: title.into(),
            amount: amount.into(),
            customer: Some(customer.clone()),
            owner: Some(owner.clone()),
            ..DealForm::default()
        };
        deals::create(&w.b, &w.admin, &deal("Của tôi", "5", &mine, &w.lan.id)).await.unwrap();
        let other = deals::create(&w.b, &w.admin, &deal("Của bạn", "7", &mine, &w.minh.id)).await.unwrap();
        notes::add(&w.b, &w.admin, &Subject::Deal(other.id.clone()), "Bí mật").await.unwrap();
        decide(&w, &[agents(Records::Deals, Deed::See, Reach::Own)]).await;
        let lan = again(&w, &w.lan).await;
        let page = deals::list(&w.b, &lan, &DealQuery::default()).await.unwrap();
        assert_eq!(page.rows.iter().map(|deal| deal.title.as_str()).collect::<Vec<_>>(), ["Của tôi"]);
        let board = deals::board(&w.b, &lan, &DealQuery::default()).await.unwrap();
        assert_eq!(board.columns.iter().map(|column| column.amount).sum::<i64>(), 5);
        assert_eq!(board.columns.iter().map(|column| column.deals.rows.len()).sum::<usize>(), 1);
        let forecast = deals::forecast(&w.b, &lan, None, None).await.unwrap();
        let full = deals::forecast(&w.b, &w.admin, None, None).await.unwrap();
        assert_ne!(forecast, full);
        assert_eq!(deals::get(&w.b, &lan, &other.id).await, Err(Problem::NotFound));
        assert_eq!(deals::of_customer(&w.b, &lan, &mine).await.unwrap().len(), 1);
        let subject = Subject::Customer(mine.clone());
        let told = |entries: Vec<_>| serde_json::to_string(&entries).unwrap();
        let seen = told(timeline::of(&w.b, &lan, &subject, &[], None).await.unwrap().rows);
        assert!(!seen.contains("Của bạn") && !seen.contains("Bí mật"), "{seen}");
        assert!(told(timeline::of(&w.b, &w.admin, &subject, &[], None).await.unwrap().rows).contains("Bí mật"));
        decide(&w, &[agents(Records::Customers, Deed::See, Reach::Own)]).await;
        let lan = again(&w, &w.lan).await;
        let refused = deals::create(&w.b, &lan, &deal("Mới", "1", &minhs, &w.lan.id)).await;
        assert!(matches!(refused, Err(Problem::Invalid(_))), "with somebody whom one does not see");
    }

    async fn whoever_answers_knows_who_rings_and_no_more(w: World) {
        let [_, minhs, ..] = four(&w).await;
        notes::add(&w.b, &w.minh, &Subject::Customer(minhs.clone()), "Bí mật").await.unwrap();
        decide(&w, &[agents(Records::Customers, Deed::See, Reach::Own)]).await;
        let lan = again(&w, &w.lan).await;
        let card = calls::pop(&w.b, &lan, &told(&w, "c1", vec![(0, offered("0901000002"))])).await.unwrap();
        assert_eq!(card.customers.len(), 1);
        assert_eq!((card.customers[0].name.as_str(), card.customers[0].notes.len()), ("Của Minh", 0));
        assert_eq!(customers::get(&w.b, &lan, &minhs).await, Err(Problem::NotFound));
    }

    async fn tasks_are_seen_and_changed_as_far_as_one_may(w: World) {
        let [mine, ..] = four(&w).await;
        let about = TaskAbout { subject: Some(Subject::Customer(mine.clone())), ..TaskAbout::default() };
        let form = TaskForm { title: "Gọi lại".into(), due_at: "2026-11-21T09:00".into(), ..TaskForm::default() };
        let task = tasks::create(&w.b, &w.minh, &form, &about).await.unwrap();
        assert_eq!(tasks::of_subject(&w.b, &w.lan, &Subject::Customer(mine.clone())).await.unwrap().len(), 1);
        assert_eq!(tasks::done(&w.b, &w.lan, &task.id).await, Err(Problem::Forbidden));
        decide(&w, &[agents(Records::Tasks, Deed::Edit, Reach::Team)]).await;
        assert!(tasks::done(&w.b, &again(&w, &w.lan).await, &task.id).await.is_ok());
        decide(&w, &[agents(Records::Tasks, Deed::See, Reach::Own)]).await;
        assert_eq!(tasks::of_subject(&w.b, &again(&w, &w.lan).await, &Subject::Customer(mine.clone())).await.unwrap(), Vec::new());
    }

    async fn whoever_may_set_no_tasks_sets_none_and_what_becomes_of_tasks_is_written_down(w: World) {
        let form = TaskForm { title: "Gọi lại".into(), due_at: "2026-11-21T09:00".into(), ..TaskForm::default() };
        let task = tasks::create(&w.b, &w.lan, &form, &TaskAbout::default()).await.unwrap();
        tasks::edit(&w.b, &w.lan, &task.id, &TaskForm { title: "Gọi ngay".into(), ..form.clone() }).await.unwrap();
        tasks::done(&w.b, &w.lan, &task.id).await.unwrap();
        tasks::done(&w.b, &w.lan, &task.id).await.unwrap();
        let written = audit::about(&w.b, &w.admin, &format!("task:{}", task.id)).await.unwrap();
        let actions: Vec<&str> = written.iter().map(|entry| entry.action.as_str()).collect();
        assert_eq!(actions, ["task.created", "task.updated", "task.done"], "done twice, it is done once");
        assert_eq!((&written[1].details["changes"][0]["from"], &written[1].details["changes"][0]["to"]), (
            &"Gọi lại".into(),
            &"Gọi ngay".into(),
        ));
        decide(&w, &[agents(Records::Tasks, Deed::Create, Reach::None)]).await;
        let lan = again(&w, &w.lan).await;
        assert_eq!(tasks::create(&w.b, &lan, &form, &TaskAbout::default()).await, Err(Problem::Forbidden));
        assert!(tasks::reopen(&w.b, &lan, &task.id).await.is_ok(), "what one has one works on");
    }

    async fn companies_one_does_not_see_are_not_listed(w: World) {
        let form = CompanyForm { name: "Cty Ẩn".into(), owner: Some(w.minh.id.clone()), ..CompanyForm::default() };
        let hidden = companies::create(&w.b, &w.admin, &form).await.unwrap();
        decide(&w, &[agents(Records::Companies, Deed::See, Reach::Own)]).await;
        let lan = again(&w, &w.lan).await;
        assert_eq!(companies::get(&w.b, &lan, &hidden.id).await, Err(Problem::NotFound));
        assert_eq!(companies::list(&w.b, &lan, &CustomerQuery::default()).await.unwrap().rows, Vec::new());
        assert_eq!(companies::delete(&w.b, &lan, &hidden.id).await, Err(Problem::Forbidden));
    }
}

//! Customers who may be one person: found, told apart, made one and two again.

use crate::companies::found_company;
use crate::customers::{add, customer, on};
use crate::stories;
use crate::world::World;
use backend::{audit, calls, customers, deals, duplicates, notes, tags, tasks, timeline};
use domain::access::Actor;
use domain::calls::CallQuery;
use domain::customers::{Customer, CustomerForm, CustomerQuery};
use domain::deals::DealForm;
use domain::duplicates::{Merge, MergeProblem, Part, Sign};
use domain::ids::CustomerId;
use domain::problem::Problem;
use domain::tags::Subject;
use domain::tasks::{TaskAbout, TaskForm};
use domain::times::MINUTE;

/// Everything saved until now is looked at.
async fn sweep(w: &World) {
    w.pass(MINUTE);
    while duplicates::sweep(&w.b).await.unwrap() > 0 {}
}

/// The names of those who may be one person, group by group.
async fn listed(w: &World) -> Vec<Vec<String>> {
    let rows = duplicates::list(&w.b, &w.lan, None).await.unwrap().rows;
    let mut groups: Vec<Vec<String>> =
        rows.into_iter().map(|group| group.people.into_iter().map(|person| person.name).collect()).collect();
    groups.iter_mut().for_each(|group| group.sort());
    groups.sort();
    groups
}

async fn get(w: &World, id: &CustomerId) -> Customer {
    customers::get(&w.b, &w.lan, id).await.unwrap()
}

/// The wish to make two one, as they are now.
async fn wish(w: &World, kept: &CustomerId, gone: &CustomerId, take: &[Part]) -> Merge {
    let (kept, gone) = (get(w, kept).await, get(w, gone).await);
    Merge { kept: kept.id, kept_version: kept.version, gone: gone.id, gone_version: gone.version, take: take.to_vec() }
}

/// Somebody's own, with an address and an email.
async fn add_own(w: &World, of: &Actor, name: &str, numbers: &[&str]) -> CustomerId {
    let form = CustomerForm { owner: Some(of.id.clone()), ..customer(name, "", numbers) };
    customers::create(&w.b, of, &form).await.unwrap().id
}

stories! {
    async fn whoever_shares_a_number_an_address_or_a_name_at_a_company_is_listed(w: World) {
        add(&w, "Nguyễn Thị Lan", "Công ty An Phú", &["0901234567"]).await;
        add(&w, "Chị Lan Nguyễn", "an phu", &[]).await;
        add(&w, "Trần Hùng", "", &["0909090909"]).await;
        add(&w, "A Hùng", "", &["+84 909 090 909"]).await;
        add(&w, "Nguyễn Thị Lan", "", &[]).await;
        assert_eq!(listed(&w).await, Vec::<Vec<String>>::new(), "not yet looked at");
        sweep(&w).await;
        assert_eq!(listed(&w).await, [["A Hùng", "Trần Hùng"], ["Chị Lan Nguyễn", "Nguyễn Thị Lan"]]);
        let again = CustomerForm { email: "hung@a.vn".into(), ..customer("Hùng", "", &[]) };
        customers::create(&w.b, &w.lan, &again).await.unwrap();
        let other = CustomerForm { email: "Hung@A.vn".into(), ..customer("Hùng Trần", "", &["0909090909"]) };
        customers::create(&w.b, &w.lan, &other).await.unwrap();
        sweep(&w).await;
        assert_eq!(listed(&w).await[0], ["A Hùng", "Hùng", "Hùng Trần", "Trần Hùng"]);
    }

    async fn a_form_and_a_record_say_who_is_alike_at_once(w: World) {
        let hung = add(&w, "Trần Hùng", "", &["0909090909"]).await;
        let form = customer("Anh Hùng", "", &["0909.090.909"]);
        let found = duplicates::like(&w.b, &w.minh, &form).await.unwrap();
        assert_eq!(found.iter().map(|alike| (&alike.person.id, alike.likeness.signs.as_slice())).collect::<Vec<_>>(),
            [(&hung, [Sign::Number].as_slice())]);
        let other = add(&w, "Hùng", "", &["0909090909"]).await;
        assert_eq!(duplicates::of(&w.b, &w.lan, &other).await.unwrap()[0].person.id, hung);
        assert_eq!(duplicates::of(&w.b, &w.lan, &CustomerId::new("x")).await, Err(Problem::NotFound));
        assert_eq!(duplicates::like(&w.b, &w.lan, &customer("", "", &[])).await, Ok(vec![]));
    }

    async fn two_people_are_never_listed_again(w: World) {
        let hung = add(&w, "Trần Hùng", "", &["0909090909"]).await;
        let hoa = add(&w, "Lê Hoa", "", &["0909090909"]).await;
        sweep(&w).await;
        assert_eq!(listed(&w).await.len(), 1);
        duplicates::dismiss(&w.b, &w.minh, &hoa, std::slice::from_ref(&hung)).await.unwrap();
        assert_eq!(listed(&w).await.len(), 0);
        assert_eq!(duplicates::of(&w.b, &w.lan, &hung).await, Ok(vec![]));
        let opened = get(&w, &hung).await;
        customers::update(&w.b, &w.lan, &hung, opened.version, &CustomerForm::from(&opened)).await.unwrap();
        sweep(&w).await;
        assert_eq!(listed(&w).await.len(), 0);
        let unknown = duplicates::dismiss(&w.b, &w.lan, &hoa, &[CustomerId::new("x")]).await;
        assert_eq!(unknown, Err(Problem::NotFound));
    }

    async fn whoever_is_hidden_or_no_longer_alike_leaves_the_list(w: World) {
        add(&w, "Trần Hùng", "", &["0909090909"]).await;
        let hoa = add(&w, "Lê Hoa", "", &["0909090909"]).await;
        let mai = add(&w, "Mai", "", &["0909090909"]).await;
        sweep(&w).await;
        assert_eq!(listed(&w).await, [["Lê Hoa", "Mai", "Trần Hùng"]]);
        customers::delete(&w.b, &w.manager, &mai).await.unwrap();
        assert_eq!(listed(&w).await, [["Lê Hoa", "Trần Hùng"]]);
        let opened = get(&w, &hoa).await;
        let other = customer("Lê Hoa", "", &["0911111111"]);
        customers::update(&w.b, &w.lan, &hoa, opened.version, &other).await.unwrap();
        assert_eq!(listed(&w).await.len(), 0, "compared again when it is read");
    }

    async fn everything_of_both_is_the_kept_ones_and_can_be_taken_back(w: World) {
        let firm = found_company(&w, "An Phú", &[]).await;
        let kept = add(&w, "Trần Hùng", "", &["0909090909"]).await;
        let gone = add(&w, "Anh Hùng", "An Phú", &["0911111111", "0909090909"]).await;
        notes::add(&w.b, &w.lan, &on(&gone), "Gọi sau 17 giờ").await.unwrap();
        let deal = DealForm { title: "Máy lạnh".into(), customer: Some(gone.clone()), ..DealForm::default() };
        let deal = deals::create(&w.b, &w.lan, &deal).await.unwrap();
        let due = TaskForm { title: "Báo giá".into(), due_at: "2026-11-21T14:05".into(), ..TaskForm::default() };
        let about = TaskAbout { subject: Some(Subject::Customer(gone.clone())), ..TaskAbout::default() };
        tasks::create(&w.b, &w.lan, &due, &about).await.unwrap();
        tags::set(&w.b, &w.lan, &on(&gone), &["VIP".to_owned()]).await.unwrap();
        crate::calls::ring(&w, "call-1", "0911111111").await;
        let before = (get(&w, &kept).await, get(&w, &gone).await);
        let wish = wish(&w, &kept, &gone, &[Part::Company, Part::Primary]).await;

        let merge = duplicates::merge(&w.b, &w.manager, &wish).await.unwrap();
        let now = get(&w, &kept).await;
        assert_eq!((now.name.as_str(), now.company_id.as_ref()), ("Trần Hùng", Some(&firm.id)));
        let numbers: Vec<_> = now.phones.iter().map(|phone| phone.number.as_str()).collect();
        assert_eq!(numbers, ["+84911111111", "+84909090909"], "the taken one is dialled first");
        assert_eq!(customers::get(&w.b, &w.lan, &gone).await, Err(Problem::NotFound));
        assert_eq!(duplicates::kept(&w.b, &w.lan, &gone).await, Ok(Some(kept.clone())));
        assert_eq!(timeline::of(&w.b, &w.lan, &on(&kept), &[], None).await.unwrap().rows.len(), 4, "note, deal, task, call");
        assert_eq!(tasks::of_subject(&w.b, &w.lan, &Subject::Customer(kept.clone())).await.unwrap().len(), 1);
        assert_eq!(tags::of(&w.b, &w.lan, &on(&kept)).await.unwrap().len(), 1);
        assert_eq!(deals::get(&w.b, &w.lan, &deal.id).await.unwrap().customer.map(|c| c.id), Some(kept.clone()));
        let log = calls::list(&w.b, &w.lan, &CallQuery::default()).await.unwrap().rows;
        assert_eq!(log[0].matched.customer.as_ref().map(|c| &c.id), Some(&kept));
        assert_eq!(duplicates::merges(&w.b, &w.lan, &kept).await.unwrap()[0].gone.name, "Anh Hùng");
        assert_eq!(audit::about(&w.b, &w.admin, &format!("customer:{gone}")).await.unwrap().last().unwrap().action, "customer.merged");

        let undone = duplicates::undo(&w.b, &w.manager, &merge.id).await.unwrap();
        assert_eq!((undone.back.id, undone.stayed, undone.elsewhere), (gone.clone(), vec![], 0));
        let after = (get(&w, &kept).await, get(&w, &gone).await);
        assert_eq!(CustomerForm::from(&after.0), CustomerForm::from(&before.0));
        assert_eq!(CustomerForm::from(&after.1), CustomerForm::from(&before.1));
        assert_eq!(timeline::of(&w.b, &w.lan, &on(&gone), &[], None).await.unwrap().rows.len(), 4);
        assert_eq!(tags::of(&w.b, &w.lan, &on(&kept)).await, Ok(vec![]));
        let query = CustomerQuery { text: "anh hung 0911111111".into(), ..CustomerQuery::default() };
        assert_eq!(customers::list(&w.b, &w.lan, &query).await.unwrap().rows.len(), 1, "found again");
        assert_eq!(duplicates::kept(&w.b, &w.lan, &gone).await, Ok(None));
        let twice = duplicates::undo(&w.b, &w.manager, &merge.id).await;
        assert_eq!(twice, Err(Problem::Merge(MergeProblem::UndoneAlready)));
    }

    async fn what_was_changed_since_stays_and_is_said(w: World) {
        let kept = add(&w, "Trần Hùng", "", &["0909090909"]).await;
        let gone = add(&w, "Anh Hùng", "", &["0911111111"]).await;
        let note = notes::add(&w.b, &w.lan, &on(&gone), "Gọi sau 17 giờ").await.unwrap();
        let wish = wish(&w, &kept, &gone, &[Part::Name, Part::Primary]).await;
        let merge = duplicates::merge(&w.b, &w.admin, &wish).await.unwrap();
        let now = get(&w, &kept).await;
        let changed = CustomerForm { name: "Hùng Trần Văn".into(), note: "VIP".into(), ..CustomerForm::from(&now) };
        customers::update(&w.b, &w.lan, &kept, now.version, &changed).await.unwrap();
        let undone = duplicates::undo(&w.b, &w.admin, &merge.id).await.unwrap();
        assert_eq!(undone.stayed, [Part::Name]);
        let after = get(&w, &kept).await;
        assert_eq!((after.name.as_str(), after.note.as_deref()), ("Hùng Trần Văn", Some("VIP")));
        assert_eq!(after.phones.iter().map(|p| p.number.as_str()).collect::<Vec<_>>(), ["+84909090909"]);
        assert_eq!(timeline::of(&w.b, &w.lan, &on(&gone), &[], None).await.unwrap().rows[0].id(), note.id.as_str());
    }

    async fn only_whoever_may_makes_two_one(w: World) {
        let (mine, theirs) = (add_own(&w, &w.lan, "Hùng", &["0909090909"]).await, add_own(&w, &w.minh, "A Hùng", &["0909090909"]).await);
        let wish_of = wish(&w, &mine, &theirs, &[]).await;
        assert_eq!(duplicates::merge(&w.b, &w.lan, &wish_of).await, Err(Problem::Forbidden), "not both her own");
        assert_eq!(duplicates::merge(&w.b, &w.other_manager, &wish_of).await, Err(Problem::Forbidden), "leads neither");
        assert!(!duplicates::compare(&w.b, &w.lan, &mine, &theirs).await.unwrap().may_merge);
        let also_mine = add_own(&w, &w.lan, "Hùng", &["0909090909"]).await;
        let own = wish(&w, &mine, &also_mine, &[]).await;
        let merge = duplicates::merge(&w.b, &w.lan, &own).await.unwrap();
        assert_eq!(duplicates::undo(&w.b, &w.minh, &merge.id).await, Err(Problem::Forbidden));
        let stale = duplicates::merge(&w.b, &w.manager, &wish_of).await;
        assert!(matches!(stale, Err(Problem::Stale(_))), "it was merged since: {stale:?}");
        let same = Merge { gone: mine.clone(), ..wish(&w, &mine, &theirs, &[]).await };
        assert_eq!(duplicates::merge(&w.b, &w.manager, &same).await, Err(Problem::Merge(MergeProblem::Same)));
        let again = wish(&w, &theirs, &mine, &[]).await;
        let second = duplicates::merge(&w.b, &w.manager, &again).await.unwrap();
        assert_eq!(duplicates::undo(&w.b, &w.manager, &merge.id).await, Err(Problem::Merge(MergeProblem::KeptIsGone)));
        assert_eq!(duplicates::kept(&w.b, &w.lan, &also_mine).await, Ok(Some(theirs.clone())), "by way of the other");
        duplicates::undo(&w.b, &w.manager, &second.id).await.unwrap();
        duplicates::undo(&w.b, &w.manager, &merge.id).await.unwrap();
    }
}

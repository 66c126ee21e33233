//! The same done to many records, and undone.

use crate::stories;
use crate::world::World;
use backend::{audit, bulk, custom, customers, deals, notes, tags};
use domain::access::{Actor, Role};
use domain::bulk::{Bulk, Chosen, Deed, Done, UNDO_FOR, Why};
use domain::cells::Cell;
use domain::custom::{CustomFieldForm, Entity, Kind, Value};
use domain::customers::{CustomerForm, CustomerQuery, CustomerSort};
use domain::deals::DealForm;
use domain::ids::{CustomFieldId, CustomerId};
use domain::lists::List;
use domain::problem::Problem;
use domain::rights::{self, Grant, Reach, Records, Rights};
use domain::tags::Subject;

async fn people(w: &World, count: usize) -> Vec<CustomerId> {
    let mut ids = Vec::new();
    for n in 0..count {
        let form = CustomerForm { name: format!("Khách {n}"), company: "An Phú".into(), ..CustomerForm::default() };
        ids.push(customers::create(&w.b, &w.lan, &form).await.unwrap().id);
    }
    ids
}

fn these(ids: &[CustomerId], deed: Deed) -> Bulk {
    Bulk { list: List::Customers, chosen: Chosen::These(ids.iter().map(ToString::to_string).collect()), deed }
}

fn owned_by(who: &Actor) -> Deed {
    Deed::Set { cell: Cell::Owner, value: who.id.to_string() }
}

async fn owners(w: &World) -> Vec<Option<String>> {
    let query = CustomerQuery { sort: CustomerSort::Name, ..CustomerQuery::default() };
    let rows = customers::list(&w.b, &w.lan, &query).await.unwrap().rows;
    rows.into_iter().map(|row| row.owner.map(|owner| owner.name)).collect()
}

fn told(done: &Done) -> (usize, usize) {
    (done.done, done.left)
}

/// An agent after an admin has decided something about customers otherwise.
fn when(who: &Actor, deed: rights::Deed, reach: Reach) -> Actor {
    let grant = Grant { role: Role::Agent, entity: Records::Customers, deed, reach };
    Actor { rights: Rights::with(&[grant]).of(Role::Agent), ..who.clone() }
}

stories! {
    async fn nobody_changes_more_at_once_than_one_by_one(w: World) {
        let ids = people(&w, 3).await;
        for (id, owner) in ids.iter().zip([&w.lan, &w.minh]) {
            bulk::run(&w.b, &w.admin, &these(std::slice::from_ref(id), owned_by(owner))).await.unwrap();
        }
        let tag = || Deed::Tag(vec!["VIP".into()]);
        let none = when(&w.lan, rights::Deed::Bulk, Reach::None);
        assert_eq!(bulk::run(&w.b, &none, &these(&ids, tag())).await, Err(Problem::Forbidden));
        let sees_own = when(&w.lan, rights::Deed::See, Reach::Own);
        let done = bulk::run(&w.b, &sees_own, &these(&ids, tag())).await.unwrap();
        let left = |done: &Done| done.named.iter().map(|left| (left.name.clone(), left.why.clone())).collect::<Vec<_>>();
        let hidden = |id: &CustomerId| (id.to_string(), Why::Gone);
        assert_eq!((told(&done), left(&done)), ((1, 2), vec![hidden(&ids[1]), hidden(&ids[2])]), "unseen, unnamed");
        let found = Bulk { chosen: Chosen::Found(Box::default()), ..these(&[], tag()) };
        assert_eq!(told(&bulk::run(&w.b, &sees_own, &found).await.unwrap()), (1, 0), "nor found");
        for deed in [rights::Deed::Bulk, rights::Deed::Edit] {
            let own = when(&w.minh, deed, Reach::Own);
            let done = bulk::run(&w.b, &own, &these(&ids, Deed::Tag(vec![deed.as_str().into()]))).await.unwrap();
            let why = |n: usize| (format!("Khách {n}"), Why::Forbidden);
            assert_eq!((told(&done), left(&done)), ((1, 2), vec![why(0), why(2)]));
        }
        let written = audit::about(&w.b, &w.admin, &format!("customer:{}", ids[0])).await.unwrap();
        assert!(written.iter().any(|entry| entry.action == "customer.tagged"), "{written:?}");
        assert_eq!(bulk::undo(&w.b, &none, &done.id.unwrap()).await, Err(Problem::Forbidden), "not any more");
    }

    async fn many_are_given_to_somebody_and_taken_back(w: World) {
        let ids = people(&w, 3).await;
        let before = customers::get(&w.b, &w.lan, &ids[0]).await.unwrap();
        w.pass(60_000);
        assert_eq!(bulk::run(&w.b, &w.lan, &these(&ids, owned_by(&w.minh))).await, Err(Problem::Forbidden));
        let done = bulk::run(&w.b, &w.manager, &these(&ids, owned_by(&w.minh))).await.unwrap();
        assert_eq!((told(&done), owners(&w).await), ((3, 0), vec![Some("Đỗ Minh".to_owned()); 3]));
        let changed = customers::get(&w.b, &w.lan, &ids[2]).await.unwrap();
        customers::set_cell(&w.b, &w.lan, &ids[2], changed.version, Cell::Name, "Khác").await.unwrap();
        let id = done.id.unwrap();
        assert_eq!(bulk::undo(&w.b, &w.lan, &id).await, Err(Problem::NotFound), "it is somebody else's");
        let undone = bulk::undo(&w.b, &w.manager, &id).await.unwrap();
        assert_eq!(told(&undone), (2, 1));
        assert_eq!((undone.named[0].name.as_str(), &undone.named[0].why), ("Khác", &Why::Changed));
        let after = customers::get(&w.b, &w.lan, &ids[0]).await.unwrap();
        assert_eq!((after.owner, after.company_id), (before.owner, before.company_id));
        assert_eq!(after.last_activity_at, before.last_activity_at, "as if nothing had happened");
        assert_eq!(bulk::undo(&w.b, &w.manager, &id).await, Err(Problem::NotFound), "once is enough");
    }

    async fn all_that_a_filter_finds_are_changed(w: World) {
        people(&w, 3).await;
        let query = CustomerQuery { filter: "all(name.has.khach,name.has-not.2)".parse().unwrap(), ..CustomerQuery::default() };
        let found = Chosen::Found(Box::new(query));
        let company = Deed::Set { cell: Cell::Company, value: "Hòa Bình".into() };
        let change = Bulk { list: List::Customers, chosen: found, deed: company };
        let done = bulk::run(&w.b, &w.lan, &change).await.unwrap();
        assert_eq!(told(&done), (2, 0));
        let again = bulk::run(&w.b, &w.lan, &change).await.unwrap();
        assert_eq!((told(&again), again.id), ((2, 0), None), "they are so already");
        let listed = bulk::recent(&w.b, &w.lan, List::Customers).await.unwrap();
        assert_eq!((listed.len(), listed[0].records, &listed[0].deed), (1, 2, &change.deed));
        assert_eq!((bulk::recent(&w.b, &w.minh, List::Customers).await.unwrap().len(), bulk::recent(&w.b, &w.admin, List::Customers).await.unwrap().len()), (0, 1));
        w.pass(UNDO_FOR + 1);
        assert_eq!(bulk::undo(&w.b, &w.lan, &done.id.unwrap()).await, Err(Problem::NotFound), "too late");
    }

    async fn tags_are_put_on_many_and_come_off_where_they_were_not(w: World) {
        let ids = people(&w, 2).await;
        let first = Subject::Customer(ids[0].clone());
        tags::set(&w.b, &w.lan, &first, &["VIP".into()]).await.unwrap();
        let done = bulk::run(&w.b, &w.lan, &these(&ids, Deed::Tag(vec!["vip".into(), "Tết".into()]))).await.unwrap();
        assert_eq!(told(&done), (2, 0));
        assert_eq!(tags::of(&w.b, &w.lan, &Subject::Customer(ids[1].clone())).await.unwrap().len(), 2);
        bulk::undo(&w.b, &w.lan, &done.id.unwrap()).await.unwrap();
        let left = tags::of(&w.b, &w.lan, &first).await.unwrap();
        assert_eq!(left.iter().map(|tag| tag.name.as_str()).collect::<Vec<_>>(), ["VIP"]);
        let off = bulk::run(&w.b, &w.lan, &these(&ids, Deed::Untag(left[0].id.clone()))).await.unwrap();
        assert_eq!((told(&off), tags::of(&w.b, &w.lan, &first).await.unwrap().len()), ((2, 0), 0));
    }

    async fn a_field_of_the_installation_becomes_the_same_at_many(w: World) {
        let form = CustomFieldForm { name: "Nguồn".into(), kind: Kind::Text, ..CustomFieldForm::default() };
        let field = custom::create(&w.b, &w.admin, Entity::Customer, &form).await.unwrap().id;
        let ids = people(&w, 2).await;
        let said = async || {
            let values = customers::get(&w.b, &w.lan, &ids[0]).await.unwrap().custom;
            values.get(&field).cloned()
        };
        let set = |said: &str| Deed::SetCustom { field: field.clone(), said: vec![said.to_owned()] };
        assert_eq!(told(&bulk::run(&w.b, &w.lan, &these(&ids, set("Hội chợ"))).await.unwrap()), (2, 0));
        let done = bulk::run(&w.b, &w.lan, &these(&ids, set("Zalo"))).await.unwrap();
        assert_eq!((told(&done), said().await), ((2, 0), Some(Value::Text("Zalo".into()))));
        assert_eq!(told(&bulk::undo(&w.b, &w.lan, &done.id.unwrap()).await.unwrap()), (2, 0));
        assert_eq!(said().await, Some(Value::Text("Hội chợ".into())));
        let unknown = Deed::SetCustom { field: CustomFieldId::new("x"), said: Vec::new() };
        assert_eq!(bulk::run(&w.b, &w.lan, &these(&ids, unknown)).await, Err(Problem::NotFound));
        let none = when(&w.lan, rights::Deed::Edit, Reach::None);
        assert_eq!(bulk::run(&w.b, &none, &these(&ids, set("Chợ"))).await, Err(Problem::Forbidden));
    }

    async fn what_was_deleted_comes_back_and_is_found(w: World) {
        let ids = people(&w, 2).await;
        assert_eq!(bulk::run(&w.b, &w.lan, &these(&ids, Deed::Delete)).await, Err(Problem::Forbidden));
        let done = bulk::run(&w.b, &w.manager, &these(&ids, Deed::Delete)).await.unwrap();
        assert_eq!((told(&done), owners(&w).await.len()), ((2, 0), 0));
        let gone = bulk::run(&w.b, &w.manager, &these(&ids, Deed::Delete)).await.unwrap();
        assert_eq!((told(&gone), &gone.named[0].why), ((0, 2), &Why::Gone));
        assert_eq!(told(&bulk::undo(&w.b, &w.manager, &done.id.unwrap()).await.unwrap()), (2, 0));
        let query = CustomerQuery { text: "khach 1 phu".into(), ..CustomerQuery::default() };
        assert_eq!(customers::list(&w.b, &w.lan, &query).await.unwrap().rows.len(), 1);
    }

    async fn what_happened_since_stays_when_a_change_is_taken_back(w: World) {
        let ids = people(&w, 2).await;
        w.pass(1_000);
        let done = bulk::run(&w.b, &w.admin, &these(&ids, owned_by(&w.minh))).await.unwrap();
        w.pass(60_000);
        notes::add(&w.b, &w.lan, &Subject::Customer(ids[0].clone()), "Đã gọi").await.unwrap();
        let active = async |id: &CustomerId| customers::get(&w.b, &w.lan, id).await.unwrap().last_activity_at;
        let spoken = active(&ids[0]).await;
        bulk::undo(&w.b, &w.admin, &done.id.unwrap()).await.unwrap();
        assert_eq!(active(&ids[0]).await, spoken);
        assert_eq!(active(&ids[1]).await, spoken.plus(-61_000), "nothing has happened with them");
    }

    async fn deals_keep_whom_they_are_with_while_they_are_deleted(w: World) {
        let ids = people(&w, 1).await;
        let form = DealForm { title: "Máy lạnh".into(), customer: Some(ids[0].clone()), ..DealForm::default() };
        let deal = deals::create(&w.b, &w.lan, &form).await.unwrap();
        let done = bulk::run(&w.b, &w.admin, &these(&ids, Deed::Delete)).await.unwrap();
        let changed = deals::set_cell(&w.b, &w.lan, &deal.id, deal.version, Cell::Amount, "5tr").await.unwrap();
        assert_eq!((changed.amount, changed.customer), (5_000_000, None));
        bulk::undo(&w.b, &w.admin, &done.id.unwrap()).await.unwrap();
        let again = deals::get(&w.b, &w.lan, &deal.id).await.unwrap();
        assert_eq!(again.customer.map(|one| one.id).as_ref(), Some(&ids[0]));
    }

    async fn deals_and_companies_are_changed_likewise(w: World) {
        let form = DealForm { title: "Máy in".into(), company: "An Phú".into(), ..DealForm::default() };
        let deal = deals::create(&w.b, &w.lan, &form).await.unwrap();
        let of = |list: List, id: &str, deed: Deed| Bulk { list, chosen: Chosen::These(vec![id.to_owned()]), deed };
        let amount = Deed::Set { cell: Cell::Amount, value: "15tr".into() };
        let done = bulk::run(&w.b, &w.lan, &of(List::Deals, deal.id.as_str(), amount)).await.unwrap();
        assert_eq!(deals::get(&w.b, &w.lan, &deal.id).await.unwrap().amount, 15_000_000);
        assert_eq!(told(&bulk::undo(&w.b, &w.lan, &done.id.unwrap()).await.unwrap()), (1, 0));
        assert_eq!(deals::get(&w.b, &w.lan, &deal.id).await.unwrap().amount, 0);
        let company = deal.company.unwrap();
        let used = bulk::run(&w.b, &w.manager, &of(List::Companies, company.id.as_str(), Deed::Delete)).await.unwrap();
        assert_eq!((told(&used), used.named[0].name.as_str()), ((0, 1), "An Phú"), "the deal is with it");
        let hidden = bulk::run(&w.b, &w.manager, &of(List::Deals, deal.id.as_str(), Deed::Delete)).await.unwrap();
        let deleted = bulk::run(&w.b, &w.manager, &of(List::Companies, company.id.as_str(), Deed::Delete)).await.unwrap();
        assert_eq!((told(&hidden), told(&deleted)), ((1, 0), (1, 0)));
        for done in [deleted, hidden] {
            assert_eq!(told(&bulk::undo(&w.b, &w.manager, &done.id.unwrap()).await.unwrap()), (1, 0));
        }
        assert_eq!(deals::get(&w.b, &w.lan, &deal.id).await.unwrap().company, Some(company));
    }
}

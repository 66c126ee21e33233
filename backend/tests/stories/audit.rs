//! Who changed what, from what to what: on records, of members, who came in; and how admins search it.

use crate::customers::customer;
use crate::stories;
use crate::world::{PASSWORD, World, form};
use backend::exports::Customers;
use backend::sign_in::{SignIn, sign_in};
use backend::{audit, customers, deals, exports, notes, rights, staff, tags};
use domain::access::{Actor, Role};
use domain::audit::{AuditQuery, Changed, Event, Group};
use domain::customers::{CustomerForm, CustomerQuery};
use domain::deals::DealForm;
use domain::paging::Cursor;
use domain::problem::Problem;
use domain::rights::{Deed, Grant, Reach, Records, Rights};
use domain::staff::MemberForm;
use domain::tags::Subject;
use domain::times::Day;

fn changed(field: &str, from: &str, to: &str) -> Changed {
    Changed { field: field.into(), from: from.into(), to: to.into() }
}

async fn found(w: &World, query: &AuditQuery) -> Vec<Event> {
    audit::list(&w.b, &w.admin, query).await.unwrap().rows
}

fn actions(events: &[Event]) -> Vec<&str> {
    events.iter().map(|event| event.action.as_str()).collect()
}

stories! {
    async fn a_record_tells_what_was_changed_of_it(w: World) {
        let form = CustomerForm { owner: Some(w.lan.id.clone()), ..customer("Lan Anh", "An Phú", &["0901234567"]) };
        let made = customers::create(&w.b, &w.lan, &form).await.unwrap();
        w.pass(1_000);
        let form = CustomerForm { email: "lan@a.vn".into(), owner: None, ..CustomerForm::from(&made) };
        customers::update(&w.b, &w.manager, &made.id, 1, &form).await.unwrap();
        w.pass(1_000);
        let subject = Subject::Customer(made.id.clone());
        tags::set(&w.b, &w.lan, &subject, &["VIP".to_owned()]).await.unwrap();
        let note = notes::add(&w.b, &w.lan, &subject, "Gọi sáng").await.unwrap();
        w.pass(1_000);
        notes::edit(&w.b, &w.lan, &note.id, "Gọi chiều").await.unwrap();

        let told = audit::history(&w.b, &w.minh, &subject, None).await.unwrap().rows;
        assert_eq!(actions(&told), ["note.edited", "customer.tagged", "customer.updated", "customer.created"]);
        assert_eq!(told[0].changes, [changed("note", "Gọi sáng", "Gọi chiều")]);
        assert_eq!(told[1].changes, [changed("tags", "", "VIP")]);
        assert_eq!(told[2].changes, [changed("email", "", "lan@a.vn"), changed("owner", "Trần Thị Lan", "")]);
        assert_eq!(told[2].who.as_ref().map(|who| who.name.as_str()), Some("Vũ Hà"));
        assert!(told[3].changes.contains(&changed("phones", "", "0901234567 (1)")), "{:?}", told[3].changes);

        let unchanged = customers::get(&w.b, &w.lan, &made.id).await.unwrap();
        customers::update(&w.b, &w.lan, &made.id, unchanged.version, &CustomerForm::from(&unchanged)).await.unwrap();
        assert_eq!(audit::history(&w.b, &w.lan, &subject, None).await.unwrap().rows.len(), 4, "nothing is no change");
    }

    async fn a_deal_tells_its_moves(w: World) {
        let form = DealForm { title: "Máy in".into(), company: "An Phú".into(), amount: "5tr".into(), ..DealForm::default() };
        let deal = deals::create(&w.b, &w.lan, &form).await.unwrap();
        let form = DealForm { amount: "7tr".into(), ..DealForm::from(&deal) };
        w.pass(1_000);
        deals::update(&w.b, &w.lan, &deal.id, 1, &form).await.unwrap();
        let told = audit::history(&w.b, &w.lan, &Subject::Deal(deal.id), None).await.unwrap().rows;
        assert_eq!(actions(&told), ["deal.updated", "deal.created"]);
        assert_eq!(told[0].changes, [changed("amount", "5.000.000\u{a0}₫", "7.000.000\u{a0}₫")]);
        assert_eq!(told[0].name, "Máy in");
    }

    async fn the_history_of_what_one_does_not_see_is_not_there(w: World) {
        let form = CustomerForm { owner: Some(w.minh.id.clone()), ..customer("Kín", "", &[]) };
        let hidden = customers::create(&w.b, &w.admin, &form).await.unwrap();
        let see = Grant { role: Role::Agent, entity: Records::Customers, deed: Deed::See, reach: Reach::Own };
        let table = rights::save(&w.b, &w.admin, &Rights::with(&[see])).await.unwrap();
        let lan = Actor { rights: table.of(Role::Agent), ..w.lan.clone() };
        let refused = audit::history(&w.b, &lan, &Subject::Customer(hidden.id), None).await;
        assert_eq!(refused, Err(Problem::NotFound));
        let decided = found(&w, &AuditQuery { group: Some(Group::Staff), ..AuditQuery::default() }).await;
        let bulk = changed("right.agent.customers.bulk", "all", "own");
        assert!(decided[0].changes.contains(&changed("right.agent.customers.see", "all", "own")));
        assert!(decided[0].changes.contains(&bulk), "what was drawn in is told, too");
    }

    async fn whoever_comes_in_or_does_not_is_written_down(w: World) {
        let attempt = async |email: &str, password: &str| {
            let form = SignIn { email: email.into(), password: password.into(), address: "192.0.2.7".into() };
            sign_in(&w.b, &form).await
        };
        attempt("lan@alo.vn", PASSWORD).await.unwrap();
        w.pass(1_000);
        assert_eq!(attempt("lan@alo.vn", "mật khẩu sai rồi").await, Err(Problem::WrongCredentials));
        w.pass(1_000);
        assert_eq!(attempt("mat-khau-cua-toi", "x").await, Err(Problem::WrongCredentials));
        let told = found(&w, &AuditQuery { group: Some(Group::SignIns), ..AuditQuery::default() }).await;
        assert_eq!(actions(&told), ["sign_in.failed", "sign_in.failed", "sign_in.done"]);
        assert_eq!(told[2].who.as_ref().map(|who| &who.id), Some(&w.lan.id));
        assert_eq!(told[1].facts, [("address".to_owned(), "192.0.2.7".to_owned())]);
        assert!(!format!("{told:?}").contains("mat-khau"), "what is typed may be a secret");
    }

    async fn a_member_tells_from_and_to_and_no_secret(w: World) {
        let mai = staff::create(&w.b, &w.admin, &form("Mai", "mai@alo.vn", Role::Agent, "5009")).await.unwrap();
        let leads = MemberForm { role: Role::Manager, leads: vec![w.team.clone()], ..form("Mai", "mai@alo.vn", Role::Agent, "") };
        w.pass(1_000);
        staff::update(&w.b, &w.admin, &mai.id, &leads).await.unwrap();
        let told = found(&w, &AuditQuery { text: "mai".into(), ..AuditQuery::default() }).await;
        assert_eq!(told[0].action, "staff.updated");
        assert!(told[0].changes.contains(&changed("role", "agent", "manager")));
        assert!(told[0].changes.contains(&changed("leads", "", "Miền Bắc")));
        assert!(!format!("{told:?}").contains(PASSWORD));
    }

    async fn admins_search_by_whom_what_and_when(w: World) {
        let day = |days: i64| Day::of(w.b.now()).plus(days);
        for n in 0..60 {
            w.pass(1_000);
            let who = if n % 2 == 0 { &w.lan } else { &w.minh };
            customers::create(&w.b, who, &customer(&format!("Khách {n}"), "", &[])).await.unwrap();
        }
        let group = Some(Group::Customers);
        let all = AuditQuery { group, ..AuditQuery::default() };
        let first = audit::list(&w.b, &w.admin, &all).await.unwrap();
        let second = audit::list(&w.b, &w.admin, &AuditQuery { after: first.next.clone(), ..all.clone() }).await.unwrap();
        assert_eq!((first.rows.len(), second.rows.len(), second.next), (50, 10, None));
        let by_lan = AuditQuery { who: Some(w.lan.id.clone()), ..all.clone() };
        assert_eq!(found(&w, &by_lan).await.len(), 30);
        let named = AuditQuery { text: "khach 59".into(), ..all.clone() };
        assert_eq!(found(&w, &named).await.len(), 1, "with or without accents");
        let today = AuditQuery { from: Some(day(0)), until: Some(day(0)), ..by_lan.clone() };
        assert_eq!(found(&w, &today).await.len(), 30);
        let earlier = AuditQuery { until: Some(day(-1)), ..by_lan };
        assert_eq!(found(&w, &earlier).await.len(), 0);
        let elsewhere = AuditQuery { after: Some(Cursor("x".into())), ..all.clone() };
        assert_eq!(audit::list(&w.b, &w.admin, &elsewhere).await, Err(Problem::NotFound));
        for refused in [&w.manager, &w.lan] {
            assert_eq!(audit::list(&w.b, refused, &all).await, Err(Problem::Forbidden));
            assert!(matches!(audit::export(&w.b, refused, &all).await, Err(Problem::Forbidden)));
        }
        let mut export = audit::export(&w.b, &w.admin, &all).await.unwrap();
        assert_eq!((export.next().await.unwrap().len(), export.next().await.unwrap().len()), (60, 0));
        export.end(true).await.unwrap();
        exports::export(&w.b, &w.manager, Customers(CustomerQuery::default())).await.unwrap();
        let files = found(&w, &AuditQuery { group: Some(Group::Files), ..AuditQuery::default() }).await;
        assert!(actions(&files).contains(&"audit.export_ended") && actions(&files).contains(&"customers.export_begun"));
    }
}

//! Assignment rules: new customers that are nobody's become somebody's, turn by turn.

use crate::calls::{offered, told};
use crate::customers::customer;
use crate::imports::{bring_in, undo};
use crate::stories;
use crate::world::{World, nobody};
use backend::{assignment, audit, calls, customers, exports, line, notices};
use domain::access::Actor;
use domain::assignment::{Choice, Condition, Rule, RuleForm};
use domain::calls::Presence;
use domain::customers::{CustomerForm, CustomerQuery, OwnerFilter};
use domain::ids::{SourceId, StaffId};
use domain::imports;
use domain::notices::News;
use domain::problem::Problem;
use domain::voice::{Beat, Claim, LineReport};

/// A rule that is used.
async fn rule(w: &World, condition: Condition, choice: Choice) -> Rule {
    assignment::create(&w.b, &w.admin, &RuleForm { condition, choice, active: true }).await.unwrap()
}

fn team(w: &World, present: bool) -> Choice {
    Choice::Team { team: w.team.clone(), present }
}

/// Whose a new customer becomes.
async fn made(w: &World, who: &Actor, name: &str, numbers: &[&str]) -> Option<StaffId> {
    customers::create(&w.b, who, &customer(name, "", numbers)).await.unwrap().owner.map(|owner| owner.id)
}

/// A page of a member's tells how its line is.
async fn at_page(w: &World, who: &Actor, presence: Presence) {
    let line = LineReport { connected: true, presence: Some(presence), device: None };
    let beat = Beat {
        tab: SourceId::new(format!("tab-{}", who.id)),
        number: 0,
        computer: "Chrome".into(),
        claim: Claim::TakeIfFree,
        line,
        calls: Vec::new(),
        wrap_up: None,
    };
    line::beat(&w.b, who, &beat).await.unwrap();
}

stories! {
    async fn a_team_takes_turns_and_whoever_is_given_something_is_told(w: World) {
        assert_eq!(made(&w, &w.admin, "Trước quy tắc", &[]).await, None);
        rule(&w, Condition::Any, team(&w, false)).await;
        assert!(assignment::in_use(&w.b, &w.lan).await.unwrap());
        let mut turns = Vec::new();
        for name in ["Một", "Hai", "Ba", "Bốn"] {
            turns.push(made(&w, &w.admin, name, &[]).await.unwrap());
        }
        let [lan, minh] = [w.lan.id.clone(), w.minh.id.clone()];
        assert_eq!(turns, [lan.clone(), minh.clone(), lan.clone(), minh]);
        let other = w.reopened().await;
        let fifth = customers::create(&other, &w.admin, &customer("Năm", "", &[])).await.unwrap();
        assert_eq!(fifth.owner.map(|owner| owner.id), Some(lan), "another server goes on where this one stopped");
        let told = notices::list(&w.b, &w.lan, None).await.unwrap();
        assert_eq!(told.unread, 3);
        assert!(matches!(&told.rows[0].news, News::Given { about_name, .. } if about_name == "Năm"));
        assert_eq!(told.rows[0].from, None, "a rule did");
        let written = audit::about(&w.b, &w.admin, &format!("customer:{}", fifth.id)).await.unwrap();
        let given = written.iter().find(|entry| entry.action == "customer.given").unwrap();
        assert_eq!(given.details["owner"], "Trần Thị Lan");
    }

    async fn only_those_who_are_there_are_given_something_where_a_rule_says_so(w: World) {
        rule(&w, Condition::Any, team(&w, true)).await;
        assert_eq!(made(&w, &w.admin, "Đêm khuya", &[]).await, None, "nobody is there");
        at_page(&w, &w.minh, Presence::Online).await;
        for name in ["Một", "Hai"] {
            assert_eq!(made(&w, &w.admin, name, &[]).await, Some(w.minh.id.clone()));
        }
        at_page(&w, &w.minh, Presence::Offline).await;
        at_page(&w, &w.lan, Presence::Online).await;
        assert_eq!(made(&w, &w.admin, "Ba", &[]).await, Some(w.lan.id.clone()), "who lets no calls come is away");
    }

    async fn whoever_called_is_given_by_their_call_and_what_has_an_owner_keeps_them(w: World) {
        let first = rule(&w, Condition::Hotline("19001000".into()), Choice::Maker).await;
        let second = rule(&w, Condition::Any, Choice::Member(w.minh.id.clone())).await;
        calls::pop(&w.b, &w.lan, &told(&w, "c1", vec![(0, offered("0901234567"))])).await.unwrap();
        assert_eq!(made(&w, &w.lan, "Gọi đến", &["0901234567"]).await, Some(w.lan.id.clone()));
        assert_eq!(made(&w, &w.lan, "Không gọi", &["0901234568"]).await, Some(w.minh.id.clone()));
        let own = CustomerForm { owner: Some(w.lan.id.clone()), ..customer("Đã có người", "", &[]) };
        let own = customers::create(&w.b, &w.lan, &own).await.unwrap();
        assert_eq!(own.owner.map(|owner| owner.id), Some(w.lan.id.clone()));
        assignment::reorder(&w.b, &w.admin, std::slice::from_ref(&second.id)).await.unwrap();
        let order: Vec<_> = assignment::list(&w.b, &w.admin).await.unwrap().into_iter().map(|rule| rule.id).collect();
        assert_eq!(order, [second.id.clone(), first.id]);
        assert_eq!(made(&w, &w.lan, "Gọi nữa", &["0901234567"]).await, Some(w.minh.id.clone()), "the first that fits");
        let off = RuleForm { condition: Condition::Any, choice: Choice::Member(w.minh.id.clone()), active: false };
        assignment::update(&w.b, &w.admin, &second.id, &off).await.unwrap();
        assert_eq!(made(&w, &w.lan, "Gọi lại", &["0901234567"]).await, Some(w.lan.id.clone()));
        assignment::remove(&w.b, &w.admin, &second.id).await.unwrap();
        assert_eq!(assignment::remove(&w.b, &w.admin, &second.id).await, Err(Problem::NotFound));
    }

    async fn a_file_is_shared_out_evenly_and_told_of_once(w: World) {
        rule(&w, Condition::Import, team(&w, false)).await;
        let lines: String = (0..40).map(|n| format!("Khách {n},09011{n:05}\n")).collect();
        let import = bring_in(&w, &format!("Tên,Điện thoại\n{lines}"), imports::Rule::Skip).await;
        let query = |owner: &Actor| CustomerQuery { owner: OwnerFilter::Member(owner.id.clone()), ..CustomerQuery::default() };
        for member in [&w.lan, &w.minh] {
            let mut export = exports::export(&w.b, &w.admin, exports::Customers(query(member))).await.unwrap();
            assert_eq!((export.total, export.next().await.unwrap().len()), (20, 20));
            let told = notices::list(&w.b, member, None).await.unwrap();
            let news: Vec<&News> = told.rows.iter().map(|notice| &notice.news).collect();
            assert_eq!(news, [&News::Imported { records: 20 }]);
        }
        undo(&w, &import.id).await;
        for member in [&w.lan, &w.minh] {
            assert_eq!(notices::list(&w.b, member, None).await.unwrap().rows, [], "of what was taken back nobody is told");
        }
    }

    async fn rules_are_the_admins(w: World) {
        let form = RuleForm { choice: Choice::Member(w.lan.id.clone()), active: true, ..RuleForm::default() };
        let mine = assignment::create(&w.b, &w.admin, &form).await.unwrap();
        for who in [&w.manager, &w.lan] {
            assert_eq!(assignment::list(&w.b, who).await, Err(Problem::Forbidden));
            assert_eq!(assignment::create(&w.b, who, &form).await, Err(Problem::Forbidden));
            assert_eq!(assignment::update(&w.b, who, &mine.id, &form).await, Err(Problem::Forbidden));
            assert_eq!(assignment::remove(&w.b, who, &mine.id).await, Err(Problem::Forbidden));
            assert_eq!(assignment::reorder(&w.b, who, &[]).await, Err(Problem::Forbidden));
        }
        let unknown = RuleForm { choice: Choice::Member(nobody()), ..form };
        assert!(matches!(assignment::create(&w.b, &w.admin, &unknown).await, Err(Problem::Invalid(_))));
    }
}

//! The missed-call inbox: one item for each number, until somebody reaches it.

use crate::customers::customer;
use crate::stories;
use crate::world::{World, form, hire, nobody};
use backend::{audit, calls, customers, missed, staff};
use domain::access::{Actor, Role};
use domain::calls::{Fact, Reported, What};
use domain::fields::{Field, FieldProblem};
use domain::ids::{CallId, FactId, MissedId, SourceId};
use domain::live::Change;
use domain::missed::{Claimed, ClosedHow, MissedQuery, MissedRow, Which};
use domain::problem::Problem;
use domain::staff::MemberForm;
use domain::times::{HOUR, MINUTE, SECOND};

const AN: &str = "0901234567";

fn told(w: &World, call: &str, at: i64, facts: Vec<(i64, What)>) -> Reported {
    let fact = |(n, (after, what)): (usize, (i64, What))| Fact {
        id: FactId::new(format!("{call}/{n}")),
        source: SourceId::new("tab"),
        at: w.b.now().plus((at + after) * SECOND),
        what,
    };
    Reported { call: CallId::new(call), facts: facts.into_iter().enumerate().map(fact).collect() }
}

/// A call in that rang from so many seconds from now for 20 s and was not taken.
fn rang(w: &World, call: &str, number: &str, at: i64) -> Reported {
    let offered =
        What::Offered { number: number.into(), hotline: Some("19001000".into()), queue: Some("Bán hàng".into()) };
    told(w, call, at, vec![(0, offered), (20, What::Ended)])
}

/// A call out that was answered after 5 s.
fn called(w: &World, call: &str, number: &str, at: i64) -> Reported {
    let wished = What::DialWished { number: number.into() };
    told(w, call, at, vec![(0, wished), (1, What::CustomerRinging), (5, What::CustomerAnswered), (60, What::Ended)])
}

async fn report(w: &World, who: &Actor, one: &Reported) {
    calls::report(&w.b, who, std::slice::from_ref(one)).await.unwrap();
}

async fn list(w: &World, who: &Actor, which: Which) -> Vec<MissedRow> {
    missed::list(&w.b, who, &MissedQuery { which, ..MissedQuery::default() }).await.unwrap().rows
}

/// The one open item.
async fn only(w: &World) -> MissedRow {
    let mut rows = list(w, &w.admin, Which::Open).await;
    assert_eq!(rows.len(), 1);
    rows.remove(0)
}

async fn numbers(w: &World, who: &Actor, which: Which) -> Vec<String> {
    list(w, who, which).await.into_iter().map(|row| row.number.national()).collect()
}

/// A member of the other team.
async fn elsewhere(w: &World) -> Actor {
    let form = MemberForm { team: Some(w.other_team.clone()), ..form("Ngô Hải", "hai@alo.vn", Role::Agent, "5009") };
    hire(&w.b, &w.admin, &form).await
}

fn names(row: &MissedRow) -> Vec<&str> {
    row.rung.iter().map(|member| member.name.as_str()).collect()
}

stories! {
    async fn a_number_has_one_item_however_often_it_calls(w: World) {
        report(&w, &w.lan, &rang(&w, "c1", AN, 0)).await;
        report(&w, &w.minh, &rang(&w, "c2", AN, 300)).await;
        report(&w, &w.lan, &rang(&w, "c3", AN, 600)).await;
        report(&w, &w.lan, &rang(&w, "x1", "", 0)).await;
        let row = only(&w).await;
        assert_eq!((row.count, row.longest_wait_ms), (3, 20_000));
        assert_eq!((row.first_at, row.last_at), (w.b.now(), w.b.now().plus(600 * SECOND)));
        assert_eq!(names(&row), ["Trần Thị Lan", "Đỗ Minh"]);
        assert_eq!((row.hotline.as_deref(), row.queue.as_deref()), (Some("19001000"), Some("Bán hàng")));
        assert_eq!((row.owner, row.team.map(|team| team.id)), (None, Some(w.team.clone())));
        assert_eq!(row.due_at, w.b.now().plus(30 * MINUTE));
    }

    async fn whoever_reaches_the_customer_closes_it(w: World) {
        report(&w, &w.lan, &rang(&w, "c1", AN, 0)).await;
        report(&w, &w.minh, &called(&w, "c2", AN, 600)).await;
        assert_eq!(list(&w, &w.admin, Which::Open).await, []);
        let closed = list(&w, &w.admin, Which::Closed).await.remove(0).closed.unwrap();
        assert_eq!((closed.how, closed.at), (ClosedHow::CalledBack, w.b.now().plus(605 * SECOND)));
        assert_eq!((closed.by.unwrap().id, closed.call), (w.minh.id.clone(), Some(CallId::new("c2"))));
        w.pass(HOUR);
        report(&w, &w.lan, &rang(&w, "c3", AN, 0)).await;
        assert_eq!(only(&w).await.count, 1, "a new one");
        let offered = What::Offered { number: AN.into(), hotline: None, queue: None };
        let again = told(&w, "c4", 60, vec![(0, offered), (3, What::AgentAnswered)]);
        report(&w, &w.lan, &again).await;
        assert_eq!(list(&w, &w.admin, Which::Open).await, [], "while they still talk");
        let closed = list(&w, &w.admin, Which::Closed).await;
        assert_eq!(closed.iter().map(|row| row.closed.as_ref().unwrap().how).collect::<Vec<_>>(),
            [ClosedHow::CalledAgain, ClosedHow::CalledBack]);
    }

    async fn the_order_in_which_calls_become_known_does_not_matter(w: World) {
        let past = |number: &str| [
            rang(&w, &format!("{number}-1"), number, 0),
            called(&w, &format!("{number}-2"), number, 100),
            rang(&w, &format!("{number}-3"), number, 200),
            rang(&w, &format!("{number}-4"), number, 300),
            called(&w, &format!("{number}-5"), number, 400),
            rang(&w, &format!("{number}-6"), number, 500),
        ];
        let orders = [[0, 1, 2, 3, 4, 5], [5, 4, 3, 2, 1, 0], [4, 1, 0, 3, 5, 2], [2, 5, 0, 3, 1, 4], [3, 0, 2, 5, 4, 1]];
        for (n, order) in orders.into_iter().enumerate() {
            let number = format!("090123450{n}");
            for place in order {
                report(&w, &w.lan, &past(&number)[place]).await;
            }
        }
        let shown = |row: &MissedRow| (row.count, row.first_at, row.last_at, row.due_at, row.longest_wait_ms,
            row.closed.as_ref().map(|closed| (closed.at, closed.how)));
        for which in [Which::Open, Which::Closed] {
            let rows = list(&w, &w.admin, which).await;
            for n in 0..orders.len() {
                let of = |n: usize| rows.iter().filter(move |row| row.number.national() == format!("090123450{n}"));
                assert_eq!(of(n).map(shown).collect::<Vec<_>>(), of(0).map(shown).collect::<Vec<_>>(), "{n} {which:?}");
                assert_eq!(of(n).count(), if which == Which::Open { 1 } else { 2 });
            }
        }
    }

    async fn calls_reported_at_once_make_one_item(w: World) {
        let parts = (0..8).map(|n| {
            let (b, lan, one) = (w.b.clone(), w.lan.clone(), rang(&w, &format!("c{n}"), AN, n * 60));
            tokio::spawn(async move { calls::report(&b, &lan, &[one]).await })
        });
        for part in parts.collect::<Vec<_>>() {
            part.await.unwrap().unwrap();
        }
        assert_eq!(only(&w).await.count, 8);
    }

    async fn the_customers_owner_gets_it(w: World) {
        let form = domain::customers::CustomerForm { owner: Some(w.minh.id.clone()), ..customer("An", "", &[AN]) };
        let an = customers::create(&w.b, &w.admin, &form).await.unwrap().id;
        report(&w, &w.lan, &rang(&w, "c1", AN, 0)).await;
        let row = only(&w).await;
        assert_eq!((row.customer.map(|customer| customer.id), row.owner.map(|owner| owner.id)), (Some(an), Some(w.minh.id.clone())));
        assert_eq!(numbers(&w, &w.minh, Which::Mine).await, [AN]);
        assert_eq!(numbers(&w, &w.lan, Which::Open).await, Vec::<String>::new(), "it is a colleague's");
        let gone = staff::get(&w.b, &w.admin, &w.minh.id).await.unwrap();
        let inactive = MemberForm { active: false, password: None, ..crate::world::form(&gone.name, &gone.email, Role::Agent, "5002") };
        staff::update(&w.b, &w.admin, &w.minh.id, &inactive).await.unwrap();
        report(&w, &w.lan, &called(&w, "c2", AN, 60)).await;
        report(&w, &w.lan, &rang(&w, "c3", AN, 900)).await;
        assert_eq!(only(&w).await.owner, None, "the owner does not work here any more");
    }

    async fn a_customer_made_since_the_call_is_shown(w: World) {
        report(&w, &w.lan, &rang(&w, "c1", AN, 0)).await;
        assert_eq!(only(&w).await.customer, None);
        let mut form = customer("An", "", &[AN]);
        form.phones[0].do_not_call = true;
        customers::create(&w.b, &w.lan, &form).await.unwrap();
        let row = only(&w).await;
        assert_eq!((row.customer.unwrap().name.as_str(), row.do_not_call), ("An", true));
        customers::create(&w.b, &w.lan, &customer("Bình", "", &[AN])).await.unwrap();
        assert_eq!(only(&w).await.customer, None, "two hold it");
        let owned = domain::customers::CustomerForm { owner: Some(w.minh.id.clone()), ..customer("Cúc", "", &[]) };
        let cuc = customers::create(&w.b, &w.admin, &owned).await.unwrap().id;
        calls::attach(&w.b, &w.lan, &CallId::new("c1"), &cuc, false).await.unwrap();
        let row = only(&w).await;
        assert_eq!((row.customer.unwrap().name.as_str(), row.owner.unwrap().id), ("Cúc", w.minh.id.clone()));
    }

    async fn everybody_sees_what_is_theirs_to_call_back(w: World) {
        let hai = elsewhere(&w).await;
        report(&w, &w.lan, &rang(&w, "c1", "0901234501", 0)).await;
        report(&w, &hai, &rang(&w, "c2", "0901234502", 1)).await;
        report(&w, &w.other_manager, &rang(&w, "c3", "0901234503", 2)).await;
        let (north, south, nobodys) = ("0901234501", "0901234502", "0901234503");
        assert_eq!(numbers(&w, &w.minh, Which::Open).await, [north], "her colleague's, of their team");
        assert_eq!(numbers(&w, &hai, Which::Open).await, [south]);
        assert_eq!(numbers(&w, &w.manager, Which::Open).await, [north, nobodys]);
        assert_eq!(numbers(&w, &w.other_manager, Which::Open).await, [south, nobodys]);
        assert_eq!(numbers(&w, &w.admin, Which::Open).await, [north, south, nobodys]);
        let of_team = MissedQuery { team: Some(w.team.clone()), ..MissedQuery::default() };
        assert_eq!(missed::list(&w.b, &w.admin, &of_team).await.unwrap().rows.len(), 1);
        let id = list(&w, &w.minh, Which::Open).await.remove(0).id;
        for refused in [&hai, &w.other_manager] {
            assert_eq!(missed::take(&w.b, refused, &id).await, Err(Problem::Forbidden));
            assert_eq!(missed::close_by_hand(&w.b, refused, &id, "x").await, Err(Problem::Forbidden));
            assert_eq!(missed::reopen(&w.b, refused, &id).await, Err(Problem::Forbidden));
        }
        let count = missed::count(&w.b, &w.minh).await.unwrap();
        assert_eq!((count.to_do, count.overdue), (1, 0));
        w.pass(40 * MINUTE);
        assert_eq!(missed::count(&w.b, &w.minh).await.unwrap().overdue, 1);
        assert_eq!(numbers(&w, &w.minh, Which::Overdue).await, [north]);
    }

    async fn the_first_who_takes_it_has_it(w: World) {
        let mut heard = w.b.changes();
        report(&w, &w.lan, &rang(&w, "c1", AN, 0)).await;
        let id = only(&w).await.id;
        assert_eq!(missed::take(&w.b, &w.minh, &id).await, Ok(Claimed::Yours));
        assert_eq!(missed::take(&w.b, &w.minh, &id).await, Ok(Claimed::Yours));
        let Ok(Claimed::Theirs(who)) = missed::take(&w.b, &w.lan, &id).await else { panic!("hers") };
        assert_eq!(who.name, "Đỗ Minh");
        assert_eq!(missed::count(&w.b, &w.lan).await.unwrap().to_do, 0);
        assert_eq!(missed::count(&w.b, &w.minh).await.unwrap().to_do, 1);
        report(&w, &w.lan, &rang(&w, "c2", AN, 60)).await;
        assert_eq!(only(&w).await.owner.unwrap().id, w.minh.id, "also when the customer calls again");
        report(&w, &w.lan, &called(&w, "c3", AN, 120)).await;
        assert_eq!(missed::take(&w.b, &w.lan, &id).await, Ok(Claimed::Closed));
        let of_minh = |change: &Change| matches!(change, Change::Missed { owner: Some(owner), .. } if *owner == w.minh.id);
        loop {
            if of_minh(&heard.recv().await.unwrap()) {
                break;
            }
        }
    }

    async fn managers_give_items_away_together(w: World) {
        let hai = elsewhere(&w).await;
        for n in 0..3 {
            report(&w, &w.lan, &rang(&w, &format!("c{n}"), &format!("090123450{n}"), n)).await;
        }
        report(&w, &hai, &rang(&w, "s", "0901234509", 9)).await;
        let all: Vec<MissedId> = list(&w, &w.admin, Which::Open).await.into_iter().map(|row| row.id).collect();
        let (north, south) = all.split_at(3);
        let given = |who: &Actor, items: &[MissedId], to: &Actor| {
            let (b, who, items, to) = (w.b.clone(), who.clone(), items.to_vec(), to.id.clone());
            async move { missed::assign(&b, &who, &items, Some(&to)).await }
        };
        assert_eq!(given(&w.lan, north, &w.minh).await, Err(Problem::Forbidden));
        assert_eq!(missed::assignees(&w.b, &w.lan).await, Err(Problem::Forbidden));
        assert_eq!(given(&w.manager, &all, &w.minh).await, Err(Problem::Forbidden), "one is not hers to give");
        assert_eq!(numbers(&w, &w.minh, Which::Mine).await, Vec::<String>::new(), "none was given");
        let unknown = Err(Problem::at(Field::Owner, FieldProblem::Unknown));
        assert_eq!(given(&w.manager, north, &hai).await, unknown);
        assert_eq!(missed::assign(&w.b, &w.admin, north, Some(&nobody())).await, unknown);
        report(&w, &w.lan, &called(&w, "back", "0901234500", 60)).await;
        assert_eq!(given(&w.manager, north, &w.minh).await, Ok(2), "one is closed already");
        assert_eq!(numbers(&w, &w.minh, Which::Mine).await, ["0901234501", "0901234502"]);
        assert_eq!(given(&w.admin, north, &hai).await, Ok(2));
        assert_eq!(numbers(&w, &hai, Which::Mine).await, ["0901234501", "0901234502"]);
        assert_eq!(missed::assign(&w.b, &w.admin, south, None).await, Ok(1));
        let log = audit::about(&w.b, &w.admin, &format!("missed:{}", north[1])).await.unwrap();
        let who: Vec<_> = log.iter().map(|entry| (entry.action.as_str(), entry.who.clone().unwrap())).collect();
        assert_eq!(who, [("missed.assigned", w.manager.id.clone()), ("missed.assigned", w.admin.id.clone())]);
        let names: Vec<String> = missed::assignees(&w.b, &w.manager).await.unwrap().into_iter().map(|m| m.name).collect();
        assert_eq!(names, ["Đỗ Minh", "Trần Thị Lan", "Vũ Hà"]);
        let many = vec![MissedId::new("x"); 201];
        assert!(matches!(missed::assign(&w.b, &w.admin, &many, None).await, Err(Problem::Invalid(_))));
    }

    async fn what_is_closed_by_hand_says_why_and_opens_again(w: World) {
        report(&w, &w.lan, &rang(&w, "c1", AN, 0)).await;
        let id = only(&w).await.id;
        let empty = missed::close_by_hand(&w.b, &w.lan, &id, "  ").await;
        assert_eq!(empty, Err(Problem::at(Field::Note, FieldProblem::Required)));
        let long = missed::close_by_hand(&w.b, &w.lan, &id, &"x".repeat(501)).await;
        assert_eq!(long, Err(Problem::at(Field::Note, FieldProblem::TooLong { max: 500 })));
        w.pass(MINUTE);
        missed::close_by_hand(&w.b, &w.lan, &id, " Gọi nhầm số ").await.unwrap();
        assert_eq!(missed::close_by_hand(&w.b, &w.lan, &id, "x").await, Err(Problem::NotFound));
        let closed = list(&w, &w.lan, Which::Closed).await.remove(0).closed.unwrap();
        assert_eq!((closed.how, closed.reason.as_deref()), (ClosedHow::ByHand, Some("Gọi nhầm số")));
        assert_eq!(closed.by.unwrap().id, w.lan.id);
        w.pass(MINUTE);
        report(&w, &w.lan, &rang(&w, "c2", AN, 0)).await;
        assert_eq!(only(&w).await.count, 1, "they called again");
        missed::reopen(&w.b, &w.lan, &id).await.unwrap();
        assert_eq!((only(&w).await.count, list(&w, &w.admin, Which::Closed).await.len()), (2, 0), "one item a number");
        let id = only(&w).await.id;
        missed::close_by_hand(&w.b, &w.lan, &id, "x").await.unwrap();
        missed::reopen(&w.b, &w.lan, &id).await.unwrap();
        report(&w, &w.lan, &called(&w, "c3", AN, 60)).await;
        assert_eq!(missed::reopen(&w.b, &w.lan, &id).await, Err(Problem::NotFound), "who was reached is reached");
        assert_eq!(missed::take(&w.b, &w.lan, &MissedId::new("x")).await, Err(Problem::NotFound));
    }

    async fn a_call_that_is_removed_leaves_the_inbox(w: World) {
        report(&w, &w.lan, &rang(&w, "c1", AN, 0)).await;
        report(&w, &w.lan, &rang(&w, "c2", AN, 60)).await;
        report(&w, &w.lan, &called(&w, "c3", AN, 120)).await;
        calls::delete(&w.b, &w.admin, &[CallId::new("c3")]).await.unwrap();
        assert_eq!(only(&w).await.count, 2, "nobody has reached them");
        calls::delete(&w.b, &w.admin, &[CallId::new("c1"), CallId::new("c2")]).await.unwrap();
        assert_eq!((list(&w, &w.admin, Which::Open).await, list(&w, &w.admin, Which::Closed).await), (vec![], vec![]));
    }

    async fn the_inbox_is_paged_by_what_is_due(w: World) {
        for n in 0..60 {
            report(&w, &w.lan, &rang(&w, &format!("c{n:02}"), &format!("09012345{n:02}"), 60 - n)).await;
        }
        let first = missed::list(&w.b, &w.lan, &MissedQuery::default()).await.unwrap();
        assert_eq!((first.rows.len(), first.rows[0].number.national()), (50, "0901234559".to_owned()));
        let more = MissedQuery { after: first.next, ..MissedQuery::default() };
        let last = missed::list(&w.b, &w.lan, &more).await.unwrap();
        assert_eq!((last.rows.len(), last.next, last.rows[9].number.national()), (10, None, "0901234500".to_owned()));
    }
}

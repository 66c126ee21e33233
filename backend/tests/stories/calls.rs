//! Calls: what browsers report, the caller's card, the log.

use crate::customers::{add, customer, on};
use crate::stories;
use crate::world::World;
use backend::{calls, customers, notes};
use domain::access::Actor;
use domain::calls::{
    CallFilter, CallQuery, Card, Direction, Fact, Failure, MatchHow, Outcome, Phase, Reported, What, fold,
};
use domain::customers::{CustomerForm, CustomerQuery, TimelineEntry};
use domain::fields::{Field, FieldProblem};
use domain::ids::{CallId, CustomerId, FactId, SourceId};
use domain::problem::Problem;
use domain::times::Millis;

/// Facts of a call, seen by one tab: milliseconds after its beginning, and what.
pub(crate) fn told(w: &World, call: &str, facts: Vec<(i64, What)>) -> Reported {
    let fact = |(n, (after, what)): (usize, (i64, What))| Fact {
        id: FactId::new(format!("{call}/{n}")),
        source: SourceId::new("tab-1"),
        at: w.b.now().plus(after),
        what,
    };
    Reported { call: CallId::new(call), facts: facts.into_iter().enumerate().map(fact).collect() }
}

pub(crate) fn offered(number: &str) -> What {
    What::Offered { number: number.into(), hotline: Some("19001000".into()), queue: None }
}

fn named(id: &str) -> What {
    What::ProviderId { id: id.into() }
}

/// An inbound call that was answered after 4 s, held for 2 s, and over after 34 s.
pub(crate) fn answered(w: &World, call: &str, number: &str) -> Reported {
    told(
        w,
        call,
        vec![
            (0, offered(number)),
            (100, named(&format!("id-{call}"))),
            (4_000, What::AgentAnswered),
            (10_000, What::Held),
            (12_000, What::Resumed),
            (34_000, What::Ended),
        ],
    )
}

pub(crate) async fn ring(w: &World, call: &str, number: &str) -> Card {
    calls::pop(&w.b, &w.lan, &told(w, call, vec![(0, offered(number))])).await.unwrap()
}

fn narrowed(filter: CallFilter) -> CallQuery {
    CallQuery { filter, ..CallQuery::default() }
}

async fn whose(w: &World, who: &Actor, query: CallQuery) -> Vec<String> {
    calls::list(&w.b, who, &query).await.unwrap().rows.into_iter().map(|row| row.id.to_string()).collect()
}

stories! {
    async fn a_call_is_what_its_facts_add_up_to(w: World) {
        let an = add(&w, "An", "", &["0901234567"]).await;
        let reported = answered(&w, "c1", "0901234567");
        calls::report(&w.b, &w.lan, std::slice::from_ref(&reported)).await.unwrap();
        let story = calls::story(&w.b, &w.lan, &reported.call).await.unwrap();
        let row = &story.row;
        assert_eq!((row.direction, row.phase, row.outcome.clone()), (Direction::Inbound, Phase::Ended, Some(Outcome::Answered)));
        assert_eq!((row.ring_ms, row.talk_ms, row.hold_ms), (4_000, 30_000, 2_000));
        assert_eq!((row.number_raw.as_str(), row.hotline.as_deref()), ("0901234567", Some("19001000")));
        assert_eq!(row.number.as_ref().map(domain::phone::Number::as_str), Some("+84901234567"));
        assert_eq!((row.matched.how, row.matched.customer.as_ref().map(|c| &c.id)), (MatchHow::Exact, Some(&an)));
        assert_eq!((row.agent.as_ref().unwrap().name.as_str(), story.provider_id.as_deref()), ("Trần Thị Lan", Some("id-c1")));
        assert_eq!(story.facts, reported.facts);
        let listed = calls::list(&w.b, &w.lan, &CallQuery::default()).await.unwrap().rows;
        assert_eq!(listed, [story.row]);
    }

    async fn facts_may_come_in_any_order_and_twice(w: World) {
        let whole = answered(&w, "whole", "0901234567");
        calls::report(&w.b, &w.lan, std::slice::from_ref(&whole)).await.unwrap();
        let expected = calls::story(&w.b, &w.lan, &whole.call).await.unwrap().row;
        for (n, order) in [[5, 4, 3, 2, 1, 0], [3, 0, 5, 1, 4, 2], [2, 5, 0, 0, 3, 1]].into_iter().enumerate() {
            let call = format!("c{n}");
            let one = answered(&w, &call, "0901234567");
            for place in order.into_iter().chain(0..6) {
                let part = Reported { call: one.call.clone(), facts: vec![one.facts[place].clone()] };
                calls::report(&w.b, &w.lan, &[part.clone(), part]).await.unwrap();
            }
            let story = calls::story(&w.b, &w.lan, &one.call).await.unwrap();
            assert_eq!(story.facts, one.facts);
            let mut row = story.row;
            row.id = expected.id.clone();
            assert_eq!(row, expected);
        }
        w.rows_are_their_facts(4).await;
    }

    async fn facts_reported_at_once_are_all_counted(w: World) {
        let one = answered(&w, "c1", "0901234567");
        let parts = one.facts.iter().cloned().map(|fact| {
            let (b, lan, call) = (w.b.clone(), w.lan.clone(), one.call.clone());
            tokio::spawn(async move { calls::report(&b, &lan, &[Reported { call, facts: vec![fact] }]).await })
        });
        for part in parts.collect::<Vec<_>>() {
            part.await.unwrap().unwrap();
        }
        let story = calls::story(&w.b, &w.lan, &one.call).await.unwrap();
        assert_eq!((story.facts, story.row.talk_ms), (one.facts, 30_000));
    }

    async fn a_call_without_its_beginning_is_kept_until_it_comes(w: World) {
        let one = answered(&w, "c1", "0901234567");
        let rest = Reported { call: one.call.clone(), facts: one.facts[1..].to_vec() };
        calls::report(&w.b, &w.lan, std::slice::from_ref(&rest)).await.unwrap();
        assert_eq!(calls::story(&w.b, &w.lan, &one.call).await, Err(Problem::NotFound));
        assert_eq!(calls::pop(&w.b, &w.lan, &rest).await, Err(Problem::NotFound));
        let theirs = Reported { call: one.call.clone(), facts: one.facts[..1].to_vec() };
        assert_eq!(calls::report(&w.b, &w.minh, std::slice::from_ref(&theirs)).await, Err(Problem::Forbidden));
        calls::report(&w.b, &w.lan, &[theirs]).await.unwrap();
        assert_eq!(calls::story(&w.b, &w.lan, &one.call).await.unwrap().row.talk_ms, 30_000);
    }

    async fn a_call_belongs_to_whoever_began_it(w: World) {
        ring(&w, "hers", "0901234567").await;
        let more = told(&w, "hers", vec![(1, What::Ended)]);
        let own = told(&w, "his", vec![(0, offered("0901234567"))]);
        let both = calls::report(&w.b, &w.minh, &[more.clone(), own]).await;
        assert_eq!(both, Err(Problem::Forbidden));
        assert_eq!(calls::pop(&w.b, &w.manager, &more).await, Err(Problem::Forbidden));
        assert_eq!(calls::story(&w.b, &w.lan, &more.call).await.unwrap().facts.len(), 1, "nothing was added");
        assert!(calls::story(&w.b, &w.minh, &CallId::new("his")).await.is_ok(), "his own was kept");
    }

    async fn a_failed_call_says_why(w: World) {
        let reason = Failure::Other { code: "SIP 500".into() };
        let failed = told(&w, "c1", vec![
            (0, What::DialWished { number: "0901234567".into() }),
            (10, What::DialTaken),
            (900, What::Failed { reason: reason.clone() }),
        ]);
        calls::report(&w.b, &w.lan, std::slice::from_ref(&failed)).await.unwrap();
        let row = calls::story(&w.b, &w.lan, &failed.call).await.unwrap().row;
        assert_eq!((row.direction, row.outcome), (Direction::Outbound, Some(Outcome::Failed { reason })));
        let missed = told(&w, "c2", vec![(0, offered("0901234567")), (20_000, What::Ended)]);
        let rejected = told(&w, "c3", vec![(0, offered("0901234567")), (5, What::RejectWished), (9, What::Ended)]);
        calls::report(&w.b, &w.lan, &[missed, rejected]).await.unwrap();
        let outcomes: Vec<_> = ["c2", "c3"].map(CallId::new).into_iter().collect();
        for (call, expected) in outcomes.into_iter().zip([Outcome::Missed, Outcome::Rejected]) {
            assert_eq!(calls::story(&w.b, &w.lan, &call).await.unwrap().row.outcome, Some(expected));
        }
    }

    async fn the_providers_id_is_one_calls_only(w: World) {
        let first = told(&w, "c1", vec![(0, offered("0901234567")), (1, named("P-1"))]);
        let second = told(&w, "c2", vec![(0, offered("0901234567")), (1, named("P-1"))]);
        calls::report(&w.b, &w.lan, std::slice::from_ref(&first)).await.unwrap();
        calls::report(&w.b, &w.minh, std::slice::from_ref(&second)).await.unwrap();
        let story = calls::story(&w.b, &w.minh, &second.call).await.unwrap();
        assert_eq!(story.provider_id.as_deref(), Some("P-1"), "its story knows");
        w.rows_are_their_facts(2).await;
    }

    async fn nobody_one_many_or_an_old_number_calls(w: World) {
        let none = ring(&w, "c0", "0901234567").await;
        assert_eq!((none.how, none.customers.len()), (MatchHow::None, 0));
        assert_eq!(none.number.map(|n| n.as_str().to_owned()), Some("+84901234567".to_owned()));
        let hidden = ring(&w, "c1", "anonymous").await;
        assert_eq!((hidden.how, hidden.number), (MatchHow::None, None));

        let an = add(&w, "An", "Cty An", &["0792345678"]).await;
        let one = ring(&w, "c2", "0792345678").await;
        assert_eq!((one.how, one.customers[0].id.clone()), (MatchHow::Exact, an.clone()));
        assert_eq!(one.customers[0].company.as_deref(), Some("Cty An"));
        let old = ring(&w, "c3", "01212345678").await;
        assert_eq!((old.how, old.customers[0].id.clone()), (MatchHow::Legacy, an.clone()));

        let binh = add(&w, "Bình", "", &["0121 234 5678"]).await;
        let many = ring(&w, "c4", "+84792345678").await;
        let ids: Vec<&CustomerId> = many.customers.iter().map(|c| &c.id).collect();
        assert_eq!((many.how, ids), (MatchHow::Ambiguous, vec![&binh, &an]));
        customers::delete(&w.b, &w.manager, &binh).await.unwrap();
        assert_eq!(ring(&w, "c5", "0792345678").await.how, MatchHow::Exact);
        let to_binh = told(&w, "c6", vec![(0, offered("0911111111"))]);
        calls::report(&w.b, &w.lan, &[to_binh]).await.unwrap();
        let gone = calls::attach(&w.b, &w.lan, &CallId::new("c6"), &binh, false).await;
        assert_eq!(gone, Err(Problem::NotFound), "a hidden customer has no more calls");
        let first = ring(&w, "c2", "0792345678").await;
        assert_eq!(first.how, MatchHow::Exact, "a call is matched once");
    }

    async fn the_card_says_what_to_know_before_saying_hello(w: World) {
        let mut form = customer("An", "Cty An", &["0901234567"]);
        form.phones[0].do_not_call = true;
        form.owner = Some(w.lan.id.clone());
        let an = customers::create(&w.b, &w.lan, &form).await.unwrap().id;
        assert_eq!(ring(&w, "c0", "0901234567").await.customers[0].last_contact, None);
        calls::set_note(&w.b, &w.lan, &CallId::new("c0"), "  Hỏi giá ").await.unwrap();
        let ended = told(&w, "c0", vec![(0, offered("0901234567")), (10, What::Ended)]);
        calls::report(&w.b, &w.lan, &[ended]).await.unwrap();
        let began = w.b.now();
        w.pass(60_000);
        let card = ring(&w, "c1", "0901234567").await;
        let known = &card.customers[0];
        assert!(known.do_not_call);
        assert_eq!(known.owner.as_ref().map(|o| o.name.as_str()), Some("Trần Thị Lan"));
        let contact = known.last_contact.as_ref().unwrap();
        assert_eq!((contact.at, contact.direction, contact.note.as_str()), (began, Some(Direction::Inbound), "Hỏi giá"));
        assert_eq!(contact.outcome, Some(Outcome::Missed));

        for n in 0..4 {
            w.pass(1_000);
            notes::add(&w.b, &w.minh, &on(&an), &format!("{n}{}", "x".repeat(400))).await.unwrap();
        }
        w.pass(1_000);
        let card = ring(&w, "c2", "0901234567").await;
        let known = &card.customers[0];
        let notes: Vec<_> = known.notes.iter().map(|note| (&note.text[..1], note.text.len(), note.author.as_str())).collect();
        assert_eq!(notes, [("3", 280, "Đỗ Minh"), ("2", 280, "Đỗ Minh"), ("1", 280, "Đỗ Minh")]);
        let contact = known.last_contact.as_ref().unwrap();
        assert_eq!((contact.who.as_str(), contact.direction), ("Đỗ Minh", None));
    }

    async fn a_call_is_attached_by_hand(w: World) {
        ring(&w, "c1", "0901234567").await;
        let call = CallId::new("c1");
        let an = add(&w, "An", "", &[]).await;
        let stranger = calls::attach(&w.b, &w.minh, &call, &an, false).await;
        assert_eq!(stranger, Err(Problem::Forbidden));
        let card = calls::attach(&w.b, &w.lan, &call, &an, false).await.unwrap();
        assert_eq!((card.how, card.customers[0].id.clone()), (MatchHow::ByHand, an.clone()));
        assert_eq!(customers::get(&w.b, &w.lan, &an).await.unwrap().phones, []);
        calls::attach(&w.b, &w.manager, &call, &an, true).await.unwrap();
        calls::attach(&w.b, &w.manager, &call, &an, true).await.unwrap();
        let known = customers::get(&w.b, &w.lan, &an).await.unwrap();
        assert_eq!((known.phones.len(), known.phones[0].raw.as_str(), known.phones[0].primary), (1, "0901234567", true));
        assert_eq!(known.version, 2, "whoever edits must look again");
        let query = CustomerQuery { text: "0901234567".into(), ..CustomerQuery::default() };
        assert_eq!(customers::list(&w.b, &w.lan, &query).await.unwrap().rows.len(), 1);
        assert_eq!(ring(&w, "c2", "0901234567").await.how, MatchHow::Exact);

        let ended = told(&w, "c1", vec![(0, offered("0901234567")), (7_000, What::Ended)]);
        calls::report(&w.b, &w.lan, &[ended]).await.unwrap();
        let row = calls::story(&w.b, &w.lan, &call).await.unwrap().row;
        assert_eq!((row.matched.how, row.phase), (MatchHow::ByHand, Phase::Ended), "facts do not undo a choice");
        let nobody = calls::attach(&w.b, &w.lan, &call, &CustomerId::new("x"), false).await;
        assert_eq!(nobody, Err(Problem::NotFound));
        assert_eq!(calls::attach(&w.b, &w.lan, &CallId::new("x"), &an, false).await, Err(Problem::NotFound));
    }

    async fn agents_see_their_own_calls_and_managers_their_teams(w: World) {
        for (n, agent) in [&w.lan, &w.minh, &w.lan].into_iter().enumerate() {
            w.pass(1_000);
            let began = told(&w, &format!("c{n}"), vec![(0, offered("0901234567"))]);
            calls::report(&w.b, agent, &[began]).await.unwrap();
        }
        let of = |who: &Actor| narrowed(CallFilter::of_agent(who.id.clone()));
        assert_eq!(whose(&w, &w.lan, CallQuery::default()).await, ["c2", "c0"]);
        assert_eq!(whose(&w, &w.lan, of(&w.lan)).await, ["c2", "c0"]);
        assert_eq!(calls::list(&w.b, &w.lan, &of(&w.minh)).await, Err(Problem::Forbidden));
        assert_eq!(calls::story(&w.b, &w.lan, &CallId::new("c1")).await, Err(Problem::Forbidden));
        for who in [&w.manager, &w.admin] {
            assert_eq!(whose(&w, who, CallQuery::default()).await, ["c2", "c1", "c0"]);
            assert_eq!(whose(&w, who, of(&w.minh)).await, ["c1"]);
            assert!(calls::story(&w.b, who, &CallId::new("c1")).await.is_ok());
        }
        assert_eq!(calls::set_note(&w.b, &w.manager, &CallId::new("c1"), "x").await, Err(Problem::Forbidden));
        let long = calls::set_note(&w.b, &w.minh, &CallId::new("c1"), &"x".repeat(10_001)).await;
        assert_eq!(long, Err(Problem::at(Field::Note, FieldProblem::TooLong { max: 10_000 })));
        assert_eq!(calls::set_note(&w.b, &w.minh, &CallId::new("x"), "x").await, Err(Problem::NotFound));
    }

    async fn the_log_is_narrowed_and_paged(w: World) {
        let an = add(&w, "An", "", &["0901234567"]).await;
        for n in 0..120 {
            w.pass(i64::from(n % 2));
            let number = if n % 3 == 0 { "0901234567" } else { "0912345678" };
            let began = if n % 2 == 0 { offered(number) } else { What::DialWished { number: number.into() } };
            let agent = if n % 4 == 0 { &w.minh } else { &w.lan };
            calls::report(&w.b, agent, &[told(&w, &format!("c{n:03}"), vec![(0, began)])]).await.unwrap();
        }
        let count = async |query: CallQuery| {
            let (mut query, mut ids) = (query, Vec::new());
            loop {
                let page = calls::list(&w.b, &w.manager, &query).await.unwrap();
                ids.extend(page.rows.into_iter().map(|row| row.id));
                query.after = page.next;
                if query.after.is_none() {
                    break;
                }
            }
            let mut once = ids.clone();
            once.sort();
            once.dedup();
            assert_eq!(once.len(), ids.len());
            ids.len()
        };
        assert_eq!(count(CallQuery::default()).await, 120);
        let customer = CallFilter::of_customer(an.clone());
        assert_eq!(count(narrowed(customer.clone())).await, 40);
        assert_eq!(count(narrowed(CallFilter { agents: vec![w.minh.id.clone()], ..customer })).await, 10);
        let out = CallFilter { direction: Some(Direction::Outbound), ..CallFilter::default() };
        assert_eq!(count(narrowed(out.clone())).await, 60);
        assert_eq!(count(narrowed(CallFilter { agents: vec![w.minh.id.clone()], ..out })).await, 0);
        let timeline = customers::timeline(&w.b, &w.lan, &an, None).await.unwrap();
        assert!(timeline.next.is_some() && timeline.rows.iter().all(|entry| matches!(entry, TimelineEntry::Call(_))));
    }

    async fn a_call_is_an_activity_of_its_customer(w: World) {
        let an = add(&w, "An", "", &["0901234567"]).await;
        add(&w, "Bình", "", &[]).await;
        w.pass(5_000);
        ring(&w, "c1", "0901234567").await;
        let future = told(&w, "c1", vec![(0, offered("0901234567")), (86_400_000, What::Ended)]);
        calls::report(&w.b, &w.lan, &[future]).await.unwrap();
        let page = customers::list(&w.b, &w.lan, &CustomerQuery::default()).await.unwrap();
        assert_eq!((page.rows[0].id.clone(), page.rows[0].last_activity_at), (an, w.b.now()), "a browser's clock may be wrong");
        notes::add(&w.b, &w.lan, &on(&page.rows[0].id), "Đã gọi").await.unwrap();
        let timeline = customers::timeline(&w.b, &w.minh, &page.rows[0].id, None).await.unwrap();
        assert_eq!(timeline.rows.len(), 2, "calls and notes together, also a colleague's");
    }

    async fn rows_agree_with_their_facts(w: World) {
        let early = told(&w, "c1", vec![(0, offered("0901234567"))]);
        calls::report(&w.b, &w.lan, std::slice::from_ref(&early)).await.unwrap();
        w.rows_are_their_facts(1).await;
        let whole = answered(&w, "c1", "0901234567");
        calls::report(&w.b, &w.lan, std::slice::from_ref(&whole)).await.unwrap();
        let story = calls::story(&w.b, &w.lan, &whole.call).await.unwrap();
        let state = fold(&story.facts).unwrap();
        assert_eq!((state.talk_ms(Millis(0)), state.provider_id), (story.row.talk_ms, story.provider_id));
    }

    async fn a_number_is_looked_at_before_it_is_dialled(w: World) {
        let mut form: CustomerForm = customer("An", "", &["0901234567"]);
        form.phones[0].do_not_call = true;
        let an = customers::create(&w.b, &w.lan, &form).await.unwrap().id;
        let check = calls::dial_check(&w.b, &w.lan, "0901.234.567").await.unwrap();
        assert_eq!((check.number.as_str(), check.do_not_call), ("+84901234567", true));
        assert_eq!(check.holders.into_iter().map(|h| h.id).collect::<Vec<_>>(), [an]);
        let free = calls::dial_check(&w.b, &w.lan, "0912345678").await.unwrap();
        assert_eq!((free.do_not_call, free.holders.len()), (false, 0));
        assert!(matches!(calls::dial_check(&w.b, &w.lan, "abc").await, Err(Problem::Invalid(_))));
    }
}

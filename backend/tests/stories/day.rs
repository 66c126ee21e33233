//! Tasks for customers, companies and deals, what one is reminded of, and one's own day.

use crate::calls::{offered, told};
use crate::companies::found_company;
use crate::customers::{add, on};
use crate::stories;
use crate::world::World;
use backend::{calls, day, deals, tasks, timeline};
use domain::access::Actor;
use domain::calls::What;
use domain::customers::{TimelineEntry, TimelineKind};
use domain::deals::{Deal, DealForm};
use domain::ids::{DealId, TaskId};
use domain::live::Change;
use domain::problem::Problem;
use domain::tags::Subject;
use domain::tasks::{Reminder, SNOOZE, Task, TaskAbout, TaskForm, TaskKind};
use domain::times::{DAY, HOUR, MINUTE, Millis, field, iso_date};
use std::time::Duration;
use tokio::sync::broadcast::Receiver;
use tokio::time::timeout;

fn about(subject: &Subject) -> TaskAbout {
    TaskAbout { subject: Some(subject.clone()), call: None }
}

fn call_back(title: &str, due_at: Millis, reminder: Reminder) -> TaskForm {
    TaskForm { title: title.into(), due_at: field(due_at), kind: TaskKind::CallBack, reminder, ..TaskForm::default() }
}

async fn plan(w: &World, title: &str, due_at: Millis, subject: &Subject) -> Task {
    tasks::create(&w.b, &w.lan, &call_back(title, due_at, Reminder::AtDue), &about(subject)).await.unwrap()
}

/// Lan's deal with a customer.
async fn deal_with(w: &World, title: &str, subject: &Subject, close_on: &str) -> Deal {
    let Subject::Customer(customer) = subject else { panic!("a customer") };
    let form = DealForm {
        title: title.into(),
        customer: Some(customer.clone()),
        close_on: close_on.into(),
        owner: Some(w.lan.id.clone()),
        ..DealForm::default()
    };
    deals::create(&w.b, &w.lan, &form).await.unwrap()
}

/// Every open page hears of this, after whatever else it hears of.
pub(crate) async fn heard(changes: &mut Receiver<Change>, expected: &Change) {
    let heard = async { while changes.recv().await.unwrap() != *expected {} };
    timeout(Duration::from_secs(10), heard).await.expect("told in time");
}

/// What rings for a member now.
async fn ringing(w: &World, who: &Actor) -> Vec<String> {
    let reminders = tasks::reminders(&w.b, who).await.unwrap();
    reminders.ringing(w.b.now()).0.into_iter().map(|task| task.title).collect()
}

fn titles<T>(rows: &[T], title: impl Fn(&T) -> &str) -> Vec<String> {
    rows.iter().map(|row| title(row).to_owned()).collect()
}

stories! {
    async fn what_is_to_be_done_for_a_deal_is_done_for_its_customer_too(w: World) {
        let an = on(&add(&w, "An", "Hoà Phát", &["0901234567"]).await);
        let firm = found_company(&w, "An Phú", &["02838221234"]).await;
        let deal = deal_with(&w, "Máy lạnh", &an, "").await;
        let (of_deal, of_firm) = (Subject::Deal(deal.id.clone()), Subject::Company(firm.id.clone()));
        let now = w.b.now();
        let first = plan(&w, "Gọi về giá", now.plus(HOUR), &of_deal).await;
        assert_eq!((first.subject(), first.kind), (Some(of_deal.clone()), TaskKind::CallBack));
        assert_eq!(first.customer.as_ref().map(|one| one.name.as_str()), Some("An"), "with whom the deal is");
        assert_eq!(first.number.as_ref().map(domain::phone::Number::as_str), Some("+84901234567"));
        let second = plan(&w, "Gọi tổng đài", now.plus(2 * HOUR), &of_firm).await;
        assert_eq!(second.number.as_ref().map(domain::phone::Number::as_str), Some("+842838221234"));
        for (subject, expected) in [(&an, "Gọi về giá"), (&of_deal, "Gọi về giá"), (&of_firm, "Gọi tổng đài")] {
            let rows = tasks::of_subject(&w.b, &w.minh, subject).await.unwrap();
            assert_eq!(titles(&rows, |task| &task.title), [expected], "{subject:?}");
        }
        let nothing = Subject::Deal(DealId::new("x"));
        assert_eq!(tasks::of_subject(&w.b, &w.lan, &nothing).await, Err(Problem::NotFound));
        let refused = tasks::create(&w.b, &w.lan, &call_back("x", now, Reminder::AtDue), &about(&nothing)).await;
        assert_eq!(refused, Err(Problem::NotFound));
    }

    async fn one_is_reminded_until_one_has_seen_it(w: World) {
        let an = on(&add(&w, "An", "", &["0901234567"]).await);
        let form = call_back("Gọi lại", w.b.now().plus(HOUR), Reminder::TenMinutes);
        let task = tasks::create(&w.b, &w.lan, &form, &about(&an)).await.unwrap();
        assert_eq!(task.remind_at, Some(task.due_at.plus(-10 * MINUTE)));
        let silent = call_back("Không nhắc", w.b.now().plus(HOUR), Reminder::Never);
        tasks::create(&w.b, &w.lan, &silent, &about(&an)).await.unwrap();
        assert_eq!(ringing(&w, &w.lan).await, Vec::<String>::new());
        w.pass(50 * MINUTE);
        assert_eq!(ringing(&w, &w.lan).await, ["Gọi lại"]);
        assert_eq!(ringing(&w, &w.minh).await, Vec::<String>::new(), "whose it is, is reminded");
        let mut changes = w.b.changes();
        let later = tasks::snooze(&w.b, &w.lan, &task.id).await.unwrap();
        assert_eq!(later.remind_at, Some(w.b.now().plus(SNOOZE)));
        heard(&mut changes, &Change::Tasks { member: w.lan.id.clone() }).await;
        assert_eq!(ringing(&w, &w.lan).await, Vec::<String>::new());
        w.pass(SNOOZE);
        assert_eq!(ringing(&w, &w.lan).await, ["Gọi lại"]);
        tasks::reminded(&w.b, &w.lan, &task.id).await.unwrap();
        assert_eq!(ringing(&w, &w.lan).await, Vec::<String>::new());
        let form = call_back("Gọi lại", w.b.now().plus(DAY), Reminder::AtDue);
        let moved = tasks::edit(&w.b, &w.lan, &task.id, &form).await.unwrap();
        assert_eq!(moved.remind_at, Some(moved.due_at), "another time is reminded of anew");
        w.pass(DAY);
        tasks::done(&w.b, &w.lan, &task.id).await.unwrap();
        assert_eq!(ringing(&w, &w.lan).await, Vec::<String>::new(), "what is done");
    }

    async fn nobody_silences_what_somebody_else_is_reminded_of(w: World) {
        let an = on(&add(&w, "An", "", &[]).await);
        let task = plan(&w, "Gọi lại", w.b.now().plus(HOUR), &an).await;
        for who in [&w.admin, &w.manager, &w.minh] {
            assert_eq!(tasks::snooze(&w.b, who, &task.id).await, Err(Problem::Forbidden));
            assert_eq!(tasks::reminded(&w.b, who, &task.id).await, Err(Problem::Forbidden));
        }
        assert_eq!(tasks::snooze(&w.b, &w.lan, &TaskId::new("x")).await, Err(Problem::NotFound));
    }

    async fn a_day_shows_what_waits_and_what_was_done(w: World) {
        let an = on(&add(&w, "An", "", &["0901234567"]).await);
        let binh = on(&add(&w, "Bình", "", &["0907654321"]).await);
        let now = w.b.now();
        assert!(day::mine(&w.b, &w.lan).await.unwrap().is_clear());
        plan(&w, "Quá hạn", now.plus(-HOUR), &an).await;
        plan(&w, "Chiều", now.plus(5 * HOUR), &an).await;
        plan(&w, "Mai", now.plus(DAY), &an).await;
        let done = plan(&w, "Xong", now.plus(HOUR), &an).await;
        tasks::done(&w.b, &w.lan, &done.id).await.unwrap();
        deal_with(&w, "Tuần này", &binh, &iso_date(now.plus(DAY))).await;
        deal_with(&w, "Trễ", &binh, &iso_date(now.plus(-9 * DAY))).await;
        deal_with(&w, "Không ai hẹn", &binh, &iso_date(now.plus(30 * DAY))).await;
        deal_with(&w, "Đã hẹn khách", &an, "").await;
        let of_minh = DealForm {
            title: "Của Minh".into(),
            company: "Hoà Phát".into(),
            owner: Some(w.minh.id.clone()),
            ..DealForm::default()
        };
        deals::create(&w.b, &w.minh, &of_minh).await.unwrap();
        let missed = told(&w, "c1", vec![(0, offered("0909999999")), (9_000, What::Ended)]);
        calls::report(&w.b, &w.lan, &[missed]).await.unwrap();
        let item = backend::missed::list(&w.b, &w.lan, &Default::default()).await.unwrap().rows.remove(0);
        backend::missed::take(&w.b, &w.lan, &item.id).await.unwrap();
        let mine = day::mine(&w.b, &w.lan).await.unwrap();
        assert_eq!(titles(&mine.overdue, |task| &task.title), ["Quá hạn"]);
        assert_eq!(titles(&mine.today, |task| &task.title), ["Chiều"]);
        assert_eq!(titles(&mine.closing, |deal| &deal.title), ["Trễ", "Tuần này"]);
        assert_eq!(titles(&mine.idle, |deal| &deal.title), ["Không ai hẹn"]);
        assert_eq!(mine.missed.len(), 1);
        assert_eq!((mine.figures.tasks_done, mine.figures.calls.calls, mine.figures.calls.missed), (1, 1, 1));
        let minhs = day::mine(&w.b, &w.minh).await.unwrap();
        assert_eq!((minhs.overdue.len(), minhs.missed.len(), minhs.idle.len()), (0, 0, 1), "each their own");
    }

    async fn a_timeline_shows_what_one_asks_for(w: World) {
        let an = on(&add(&w, "An", "", &["0901234567"]).await);
        let deal = deal_with(&w, "Máy lạnh", &an, "").await;
        w.pass(MINUTE);
        backend::notes::add(&w.b, &w.lan, &an, "Đã gọi").await.unwrap();
        w.pass(MINUTE);
        let task = plan(&w, "Gọi lại", w.b.now().plus(HOUR), &Subject::Deal(deal.id.clone())).await;
        let kinds = async |kinds: &[TimelineKind]| -> Vec<&'static str> {
            let page = timeline::of(&w.b, &w.minh, &an, kinds, None).await.unwrap();
            let kind = |entry: &TimelineEntry| match entry {
                TimelineEntry::Note(_) => "note",
                TimelineEntry::Call(_) => "call",
                TimelineEntry::Deal(_) => "deal",
                TimelineEntry::Task(_) => "task",
            };
            page.rows.iter().map(kind).collect()
        };
        assert_eq!(kinds(&[]).await, ["task", "note", "deal"], "everything, newest first");
        assert_eq!(kinds(&[TimelineKind::Notes]).await, ["note"]);
        assert_eq!(kinds(&[TimelineKind::Tasks, TimelineKind::Deals]).await, ["task", "deal"]);
        assert_eq!(kinds(&[TimelineKind::Calls]).await, Vec::<&str>::new());
        w.pass(MINUTE);
        tasks::done(&w.b, &w.lan, &task.id).await.unwrap();
        let page = timeline::of(&w.b, &w.minh, &an, &[], None).await.unwrap();
        assert_eq!(page.rows[0].at(), w.b.now(), "it happened when it was done");
        for n in 0..40 {
            w.pass(1_000);
            plan(&w, &format!("{n}"), w.b.now().plus(HOUR), &an).await;
        }
        let first = timeline::of(&w.b, &w.lan, &an, &[TimelineKind::Tasks], None).await.unwrap();
        let rest = timeline::of(&w.b, &w.lan, &an, &[TimelineKind::Tasks], first.next.as_ref()).await.unwrap();
        assert_eq!((first.rows.len(), rest.rows.len(), rest.next), (30, 11, None), "each once");
    }
}

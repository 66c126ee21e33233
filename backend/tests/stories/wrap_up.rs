//! What a call can come to, what is filled in after it, and what is to be done next.

use crate::calls::{answered, offered, told};
use crate::customers::{add, on};
use crate::stories;
use crate::world::World;
use backend::{audit, calls, dispositions, tasks, wrap_up};
use domain::access::Actor;
use domain::calls::What;
use domain::fields::{Field, FieldProblem};
use domain::ids::{CallId, DispositionId, TaskId};
use domain::problem::Problem;
use domain::tasks::{TaskAbout, TaskForm, TaskQuery};
use domain::times::{DAY, HOUR, MINUTE, Millis, field};
use domain::wrap_up::{DispositionForm, FollowUp, HowOver, WrapUpForm, WrapUpSettingsForm};
use serde_json::json;

fn named(name: &str) -> DispositionForm {
    DispositionForm { name: name.into() }
}

async fn choices(w: &World, names: &[&str]) -> Vec<DispositionId> {
    let mut ids = Vec::new();
    for name in names {
        ids.push(dispositions::create(&w.b, &w.admin, &named(name)).await.unwrap().id);
    }
    ids
}

/// A call of Lan's that is over.
async fn ended(w: &World, call: &str) -> CallId {
    let reported = answered(w, call, "0901234567");
    calls::report(&w.b, &w.lan, std::slice::from_ref(&reported)).await.unwrap();
    w.pass(34_000);
    reported.call
}

async fn open(w: &World, who: &Actor) -> Vec<String> {
    wrap_up::open(&w.b, who).await.unwrap().open.into_iter().map(|one| one.wrap_up.call.to_string()).collect()
}

fn chosen(disposition: &DispositionId, done: bool) -> WrapUpForm {
    WrapUpForm { disposition: Some(disposition.clone()), done, ..WrapUpForm::default() }
}

fn task(title: &str, due_at: Millis) -> TaskForm {
    TaskForm { title: title.into(), due_at: field(due_at), ..TaskForm::default() }
}

async fn said(w: &World, call: &CallId) -> Option<String> {
    wrap_up::of_call(&w.b, &w.lan, call).await.unwrap().chosen.map(|chosen| chosen.name)
}

async fn limit(w: &World, seconds: &str, disposition_required: bool) {
    let form = WrapUpSettingsForm { limit_seconds: seconds.into(), disposition_required };
    dispositions::save_settings(&w.b, &w.admin, &form).await.unwrap();
}

async fn titles(w: &World, who: &Actor, done: bool) -> Vec<String> {
    let query = TaskQuery { done, after: None };
    tasks::mine(&w.b, who, &query).await.unwrap().rows.into_iter().map(|task| task.title).collect()
}

stories! {
    async fn admins_define_what_a_call_can_come_to(w: World) {
        let ids = choices(&w, &["Chốt đơn", "Hẹn gọi lại", "Sai số"]).await;
        let twice = dispositions::create(&w.b, &w.admin, &named(" CHOT DON ")).await;
        assert_eq!(twice, Err(Problem::at(Field::Name, FieldProblem::Taken)));
        let taken = dispositions::rename(&w.b, &w.admin, &ids[2], &named("Hẹn gọi lại")).await;
        assert_eq!(taken, Err(Problem::at(Field::Name, FieldProblem::Taken)));
        dispositions::rename(&w.b, &w.admin, &ids[2], &named("Nhầm số")).await.unwrap();
        let order = [ids[2].clone(), ids[0].clone()];
        let ordered = dispositions::reorder(&w.b, &w.admin, &order).await.unwrap();
        let names = |all: &[domain::wrap_up::Disposition]| all.iter().map(|one| one.name.clone()).collect::<Vec<_>>();
        assert_eq!(names(&ordered), ["Nhầm số", "Chốt đơn", "Hẹn gọi lại"]);
        let unknown = [DispositionId::new("x")];
        assert_eq!(dispositions::reorder(&w.b, &w.admin, &unknown).await, Err(Problem::NotFound));
        dispositions::set_active(&w.b, &w.admin, &ids[1], false).await.unwrap();
        assert_eq!(dispositions::list(&w.b, &w.lan).await.unwrap().len(), 3, "calls are still filtered by it");
        let offered = wrap_up::open(&w.b, &w.lan).await.unwrap().dispositions;
        assert_eq!(offered.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["Nhầm số", "Chốt đơn"]);
        let kept = audit::about(&w.b, &w.admin, &format!("disposition:{}", ids[2])).await.unwrap();
        assert_eq!(kept.iter().map(|entry| entry.action.as_str()).collect::<Vec<_>>(), ["disposition.created", "disposition.renamed"]);
        assert_eq!(kept[1].details, json!({ "from": "Sai số", "to": "Nhầm số" }));
    }

    async fn the_choices_and_the_limit_are_the_admins(w: World) {
        let ids = choices(&w, &["Chốt đơn"]).await;
        let form = WrapUpSettingsForm { limit_seconds: "60".into(), disposition_required: false };
        for who in [&w.manager, &w.lan] {
            assert_eq!(dispositions::create(&w.b, who, &named("x")).await, Err(Problem::Forbidden));
            assert_eq!(dispositions::rename(&w.b, who, &ids[0], &named("x")).await, Err(Problem::Forbidden));
            assert_eq!(dispositions::reorder(&w.b, who, &ids).await, Err(Problem::Forbidden));
            assert_eq!(dispositions::set_active(&w.b, who, &ids[0], false).await, Err(Problem::Forbidden));
            assert_eq!(dispositions::settings(&w.b, who).await, Err(Problem::Forbidden));
            assert_eq!(dispositions::save_settings(&w.b, who, &form).await, Err(Problem::Forbidden));
        }
        let wrong = WrapUpSettingsForm { limit_seconds: "5".into(), disposition_required: false };
        let problem = Problem::at(Field::TimeLimit, FieldProblem::OutOfRange { min: 10, max: 3_600 });
        assert_eq!(dispositions::save_settings(&w.b, &w.admin, &wrong).await, Err(problem));
        let saved = dispositions::save_settings(&w.b, &w.admin, &form).await.unwrap();
        assert_eq!(dispositions::settings(&w.b, &w.admin).await, Ok(saved));
        assert_eq!(audit::about(&w.b, &w.admin, "wrap_up").await.unwrap().len(), 1);
    }

    async fn after_a_call_its_member_wraps_up_and_a_reload_changes_nothing(w: World) {
        let ids = choices(&w, &["Chốt đơn", "Hẹn gọi lại"]).await;
        let an = add(&w, "An", "", &["0901234567"]).await;
        let missed = told(&w, "c0", vec![(0, offered("0901234567")), (9_000, What::Ended)]);
        calls::report(&w.b, &w.lan, &[missed]).await.unwrap();
        assert!(open(&w, &w.lan).await.is_empty(), "a missed call leaves nothing to say");
        let call = ended(&w, "c1").await;
        assert_eq!(open(&w, &w.lan).await, ["c1"]);
        assert!(open(&w, &w.minh).await.is_empty());
        wrap_up::save(&w.b, &w.lan, &call, &chosen(&ids[0], false)).await.unwrap();
        calls::report(&w.b, &w.lan, &[answered(&w, "c1", "0901234567")]).await.unwrap();
        assert_eq!((open(&w, &w.lan).await, said(&w, &call).await), (vec!["c1".into()], Some("Chốt đơn".into())));

        let follow_up = FollowUp { id: TaskId::new("t1"), task: task("Gửi báo giá", w.b.now().plus(DAY)) };
        let form = WrapUpForm { follow_up: Some(follow_up), ..chosen(&ids[1], true) };
        wrap_up::save(&w.b, &w.lan, &call, &form).await.unwrap();
        wrap_up::save(&w.b, &w.lan, &call, &form).await.unwrap();
        assert!(open(&w, &w.lan).await.is_empty());
        let now = wrap_up::of_call(&w.b, &w.lan, &call).await.unwrap();
        assert_eq!((now.chosen.map(|one| one.id), now.over), (Some(ids[1].clone()), Some(HowOver::Finished)));
        let left = tasks::of_call(&w.b, &w.lan, &call).await.unwrap();
        assert_eq!(left.len(), 1, "sent twice, it is one task");
        assert_eq!(left[0].customer.as_ref().map(|one| &one.id), Some(&an));
        assert_eq!(left[0].number.as_ref().map(domain::phone::Number::as_str), Some("+84901234567"));
        let row = calls::story(&w.b, &w.lan, &call).await.unwrap().row;
        assert_eq!(row.disposition.map(|one| one.name), Some("Hẹn gọi lại".into()), "beside what the machine says");
        w.rows_are_their_facts(2).await;
    }

    async fn a_wrap_up_is_its_members(w: World) {
        let ids = choices(&w, &["Chốt đơn"]).await;
        let call = ended(&w, "c1").await;
        for who in [&w.minh, &w.manager, &w.admin] {
            let refused = wrap_up::save(&w.b, who, &call, &chosen(&ids[0], true)).await;
            assert_eq!(refused, Err(Problem::Forbidden));
        }
        let nowhere = wrap_up::save(&w.b, &w.lan, &CallId::new("x"), &chosen(&ids[0], true)).await;
        assert_eq!(nowhere, Err(Problem::NotFound));
        let unknown = Problem::at(Field::Disposition, FieldProblem::Unknown);
        let wrong = wrap_up::save(&w.b, &w.lan, &call, &chosen(&DispositionId::new("x"), true)).await;
        assert_eq!(wrong, Err(unknown));
        let nothing = FollowUp { id: TaskId::new("t1"), task: TaskForm::default() };
        let empty = WrapUpForm { follow_up: Some(nothing), done: true, ..WrapUpForm::default() };
        assert!(matches!(wrap_up::save(&w.b, &w.lan, &call, &empty).await, Err(Problem::Invalid(errors)) if errors.len() == 2));
        assert_eq!(open(&w, &w.lan).await, ["c1"], "nothing was kept");
        dispositions::set_active(&w.b, &w.admin, &ids[0], false).await.unwrap();
        wrap_up::save(&w.b, &w.lan, &call, &chosen(&ids[0], true)).await.unwrap();
        assert_eq!(said(&w, &call).await, Some("Chốt đơn".into()), "it was offered when she chose it");
    }

    async fn the_time_limit_ends_it_and_what_comes_later_is_kept(w: World) {
        let ids = choices(&w, &["Chốt đơn"]).await;
        limit(&w, "60", false).await;
        let call = ended(&w, "c1").await;
        w.pass(-34_000);
        let left = wrap_up::open(&w.b, &w.lan).await.unwrap().open[0].left_ms;
        assert_eq!(left, Some(60_000), "counted from when the server knew");
        w.pass(59_999);
        assert_eq!(open(&w, &w.lan).await, ["c1"]);
        w.pass(1);
        assert!(open(&w, &w.lan).await.is_empty());
        wrap_up::save(&w.b, &w.lan, &call, &chosen(&ids[0], true)).await.unwrap();
        let now = wrap_up::of_call(&w.b, &w.lan, &call).await.unwrap();
        assert_eq!((now.chosen.is_some(), now.over), (true, Some(HowOver::TimeUp)));
    }

    async fn a_required_disposition_must_be_chosen(w: World) {
        let ids = choices(&w, &["Chốt đơn"]).await;
        limit(&w, "", true).await;
        let call = ended(&w, "c1").await;
        let follow_up = FollowUp { id: TaskId::new("t1"), task: task("Gửi báo giá", w.b.now()) };
        let without = WrapUpForm { follow_up: Some(follow_up), done: true, disposition: None };
        let required = Problem::at(Field::Disposition, FieldProblem::Required);
        assert_eq!(wrap_up::save(&w.b, &w.lan, &call, &without).await, Err(required));
        assert_eq!((open(&w, &w.lan).await, titles(&w, &w.lan, false).await.len()), (vec!["c1".into()], 1), "it goes on");
        wrap_up::save(&w.b, &w.lan, &call, &chosen(&ids[0], false)).await.unwrap();
        wrap_up::save(&w.b, &w.lan, &call, &without).await.unwrap();
        assert_eq!(said(&w, &call).await, Some("Chốt đơn".into()), "what is not chosen changes nothing");
    }

    async fn talking_in_the_next_call_ends_it(w: World) {
        let first = ended(&w, "c1").await;
        w.pass(10_000);
        calls::report(&w.b, &w.lan, &[told(&w, "c2", vec![(0, offered("0911111111"))])]).await.unwrap();
        assert_eq!(open(&w, &w.lan).await, ["c1"], "ringing does not");
        let talks = vec![(0, offered("0911111111")), (3_000, What::AgentAnswered)];
        let next = told(&w, "c2", talks);
        w.pass(5_000);
        calls::report(&w.b, &w.lan, &[next]).await.unwrap();
        assert!(open(&w, &w.lan).await.is_empty());
        assert_eq!(wrap_up::of_call(&w.b, &w.lan, &first).await.unwrap().over, Some(HowOver::NextCall));
        let over = vec![(0, offered("0911111111")), (3_000, What::AgentAnswered), (60_000, What::Ended)];
        calls::report(&w.b, &w.lan, &[told(&w, "c2", over)]).await.unwrap();
        assert_eq!(open(&w, &w.lan).await.len(), 1, "the next one has its own");
    }

    async fn late_news_of_a_call_do_not_open_what_is_over(w: World) {
        let late = answered(&w, "c1", "0901234567");
        w.pass(HOUR);
        ended(&w, "c2").await;
        calls::report(&w.b, &w.lan, std::slice::from_ref(&late)).await.unwrap();
        assert_eq!(open(&w, &w.lan).await, ["c2"]);
        assert_eq!(wrap_up::of_call(&w.b, &w.lan, &late.call).await.unwrap().over, Some(HowOver::NextCall));
    }

    async fn what_a_call_came_to_is_mended_by_who_sees_it(w: World) {
        let ids = choices(&w, &["Chốt đơn", "Sai số"]).await;
        let call = ended(&w, "c1").await;
        wrap_up::set_disposition(&w.b, &w.lan, &call, Some(&ids[0])).await.unwrap();
        for who in [&w.minh, &w.other_manager] {
            let refused = wrap_up::set_disposition(&w.b, who, &call, Some(&ids[1])).await;
            assert_eq!(refused, Err(Problem::Forbidden));
        }
        assert_eq!(wrap_up::of_call(&w.b, &w.minh, &call).await, Err(Problem::Forbidden));
        assert_eq!(said(&w, &call).await, Some("Chốt đơn".into()));
        wrap_up::set_disposition(&w.b, &w.manager, &call, Some(&ids[1])).await.unwrap();
        assert_eq!(said(&w, &call).await, Some("Sai số".into()));
        let kept = audit::about(&w.b, &w.admin, "call:c1").await.unwrap();
        assert_eq!(kept.len(), 1, "another's hand is kept, one's own is not");
        dispositions::set_active(&w.b, &w.admin, &ids[1], false).await.unwrap();
        let still = wrap_up::of_call(&w.b, &w.lan, &call).await.unwrap();
        assert_eq!(still.choices.len(), 2, "what it came to can be kept");
        wrap_up::set_disposition(&w.b, &w.lan, &call, Some(&ids[1])).await.unwrap();
        wrap_up::set_disposition(&w.b, &w.lan, &call, None).await.unwrap();
        assert_eq!(said(&w, &call).await, None);
        let gone = wrap_up::set_disposition(&w.b, &w.lan, &call, Some(&ids[1])).await;
        assert_eq!(gone, Err(Problem::at(Field::Disposition, FieldProblem::Unknown)));
    }

    async fn ones_own_tasks_are_done_soonest_first(w: World) {
        let an = add(&w, "An", "", &["0901234567"]).await;
        let about = TaskAbout { subject: Some(on(&an)), call: None };
        let now = w.b.now();
        let make = async |title: &str, due: Millis| tasks::create(&w.b, &w.lan, &task(title, due), &about).await.unwrap();
        let later = make("Sau", now.plus(2 * DAY)).await;
        let first = make("Trước", now.plus(-HOUR)).await;
        make("Hôm nay", now.plus(HOUR)).await;
        assert_eq!(titles(&w, &w.lan, false).await, ["Trước", "Hôm nay", "Sau"]);
        assert_eq!(tasks::due_today(&w.b, &w.lan).await, Ok(2));
        assert_eq!((titles(&w, &w.minh, false).await.len(), tasks::due_today(&w.b, &w.minh).await), (0, Ok(0)));
        assert_eq!(first.number.as_ref().map(domain::phone::Number::as_str), Some("+84901234567"), "the customer's first");
        w.pass(MINUTE);
        let closed = tasks::done(&w.b, &w.lan, &first.id).await.unwrap();
        assert_eq!(closed.done.as_ref().map(|done| (done.at, &done.by.id)), Some((w.b.now(), &w.lan.id)));
        w.pass(MINUTE);
        tasks::done(&w.b, &w.lan, &later.id).await.unwrap();
        assert_eq!(titles(&w, &w.lan, true).await, ["Sau", "Trước"], "latest first");
        tasks::reopen(&w.b, &w.lan, &later.id).await.unwrap();
        let edited = tasks::edit(&w.b, &w.lan, &later.id, &task("Sớm hơn", now)).await.unwrap();
        assert_eq!((edited.title.as_str(), edited.done), ("Sớm hơn", None));
        assert_eq!(titles(&w, &w.lan, false).await, ["Sớm hơn", "Hôm nay"]);
        assert_eq!(tasks::of_subject(&w.b, &w.minh, &on(&an)).await.unwrap().len(), 3, "everybody sees the customer's");
        let wrong = tasks::create(&w.b, &w.lan, &TaskForm::default(), &about).await;
        assert!(matches!(wrong, Err(Problem::Invalid(errors)) if errors.len() == 2));
    }

    async fn another_members_task_is_only_their_managers_business(w: World) {
        let mine = tasks::create(&w.b, &w.lan, &task("Gọi lại", w.b.now()), &TaskAbout::default()).await.unwrap();
        let form = task("Thôi", w.b.now());
        for who in [&w.minh, &w.other_manager] {
            assert_eq!(tasks::done(&w.b, who, &mine.id).await, Err(Problem::Forbidden));
            assert_eq!(tasks::reopen(&w.b, who, &mine.id).await, Err(Problem::Forbidden));
            assert_eq!(tasks::edit(&w.b, who, &mine.id, &form).await, Err(Problem::Forbidden));
        }
        let done = tasks::done(&w.b, &w.manager, &mine.id).await.unwrap().done.unwrap();
        assert_eq!(done.by.id, w.manager.id);
        let again = tasks::done(&w.b, &w.lan, &mine.id).await.unwrap().done.unwrap();
        assert_eq!(again.by.id, w.manager.id, "who did it first stays");
        assert_eq!(tasks::done(&w.b, &w.lan, &TaskId::new("x")).await, Err(Problem::NotFound));
    }

    async fn a_task_follows_its_call_to_its_customer(w: World) {
        let call = ended(&w, "c1").await;
        let about = TaskAbout { subject: None, call: Some(call.clone()) };
        let left = tasks::create(&w.b, &w.lan, &task("Gọi lại", w.b.now()), &about).await.unwrap();
        assert_eq!((left.customer, left.number.is_some()), (None, true), "nobody yet, but their number");
        assert_eq!(tasks::create(&w.b, &w.minh, &task("x", w.b.now()), &about).await, Err(Problem::Forbidden));
        assert_eq!(tasks::of_call(&w.b, &w.minh, &call).await, Err(Problem::Forbidden));
        let an = add(&w, "An", "", &[]).await;
        calls::attach(&w.b, &w.lan, &call, &an, false).await.unwrap();
        let of_an = tasks::of_subject(&w.b, &w.lan, &on(&an)).await.unwrap();
        assert_eq!(of_an.iter().map(|task| &task.id).collect::<Vec<_>>(), [&left.id]);
    }

    async fn many_tasks_come_page_by_page(w: World) {
        for n in 0..120 {
            let due = w.b.now().plus(i64::from(n % 7) * MINUTE);
            tasks::create(&w.b, &w.lan, &task(&format!("Việc {n}"), due), &TaskAbout::default()).await.unwrap();
        }
        let (mut query, mut seen) = (TaskQuery::default(), Vec::new());
        loop {
            let page = tasks::mine(&w.b, &w.lan, &query).await.unwrap();
            seen.extend(page.rows.into_iter().map(|task| (task.due_at, task.id)));
            query.after = page.next;
            if query.after.is_none() {
                break;
            }
        }
        let mut sorted = seen.clone();
        sorted.sort();
        sorted.dedup();
        assert_eq!((seen.len(), &sorted), (120, &seen));
    }
}

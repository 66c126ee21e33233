//! The provider's own history: what it adds, that nothing is there twice, and when it is asked.

use crate::archive::{Archive, HISTORY_KEY};
use crate::stories;
use crate::telephone::{KEY, account};
use crate::world::World;
use backend::calls::Mend;
use backend::{audit, calls, history, telephone};
use domain::access::Actor;
use domain::calls::{CallQuery, CallRow, Fact, Outcome, Phase, Reported, What};
use domain::fields::{Field, FieldProblem};
use domain::ids::{CallId, FactId, SourceId};
use domain::problem::Problem;
use domain::telephone::{HistoryForm, TelephoneProblem};
use domain::times::{DAY, HOUR, MINUTE, Millis, SECOND, local_naive, parse_local_naive};
use serde_json::{Value, json};
use std::collections::HashMap;

const NUMBER: &str = "0901234567";

/// The account with its history switched on.
pub(crate) async fn set_up(w: &World) -> Archive {
    let archive = Archive::start().await;
    telephone::save(&w.b, &w.admin, &account(&archive.address, KEY)).await.unwrap();
    history::save(&w.b, &w.admin, &form(&archive.address)).await.unwrap();
    archive
}

fn form(address: &str) -> HistoryForm {
    HistoryForm { address: address.into(), key: HISTORY_KEY.into(), on: true }
}

/// A line of the history: a call in of 70 seconds that Lan answered after 10, `ago` before now.
pub(crate) fn line(w: &World, id: &str, ago: i64, more: &Value) -> Value {
    let begun = w.b.now().plus(-ago);
    let mut line = json!({
        "call_id": id, "caller": NUMBER, "called": "19001000", "agent_id": "5001", "call_type": 0,
        "start_time": local_naive(begun), "end_time": local_naive(begun.plus(70 * SECOND)),
        "wait_time": "00:00:10", "hold_time": "00:00:00", "talk_time": "00:01:00",
        "call_status": "meetAgent", "missed_reason": null, "end_status": "cus", "path": null, "path_download": null
    });
    line.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    line
}

fn missed(w: &World, id: &str, ago: i64, seat: &Value) -> Value {
    line(
        w,
        id,
        ago,
        &json!({"agent_id": seat, "call_status": "miss", "talk_time": "00:00:00", "missed_reason": "abandoned"}),
    )
}

/// A call that Lan had, ended, with a recording at this address.
pub(crate) async fn recorded(w: &World, archive: &Archive, address: &str) -> CallId {
    archive.has(&[line(w, "P", 0, &json!({"path": address}))]);
    read(w).await;
    only(w).await.id
}

/// Reads the history, as the server's clockwork does every few seconds.
pub(crate) async fn read(w: &World) {
    w.pass(6 * MINUTE);
    history::poll(&w.b).await.unwrap();
}

fn fact(source: &str, at: Millis, what: What) -> Fact {
    Fact { id: FactId::new(format!("{what:?}")), source: SourceId::new(source), at, what }
}

/// What a browser tells of a call that began at a moment.
fn seen(call: &str, begun: Millis, whats: &[(i64, What)]) -> Reported {
    let facts = whats.iter().map(|(after, what)| fact(&format!("tab of {call}"), begun.plus(*after), what.clone()));
    Reported { call: CallId::new(call), facts: facts.collect() }
}

fn offered() -> What {
    What::Offered { number: NUMBER.into(), hotline: None, queue: None }
}

fn named(id: &str) -> What {
    What::ProviderId { id: id.into() }
}

async fn log(w: &World) -> Vec<CallRow> {
    calls::list(&w.b, &w.admin, &CallQuery::default()).await.unwrap().rows
}

/// The one call there is.
async fn only(w: &World) -> CallRow {
    let mut rows = log(w).await;
    assert_eq!(rows.len(), 1, "{rows:#?}");
    rows.remove(0)
}

async fn is_what_its_facts_say(w: &World) {
    assert_eq!(calls::rederive(&w.b, Mend::No).await.unwrap().differing, 0);
}

async fn tell_all(w: &World, who: &Actor, reported: &Reported) {
    calls::report(&w.b, who, std::slice::from_ref(reported)).await.unwrap();
}

stories! {
    async fn the_settings_are_the_admins_and_the_key_is_never_shown(w: World) {
        let archive = Archive::start().await;
        let unset = history::save(&w.b, &w.admin, &form(&archive.address)).await;
        assert_eq!(unset, Err(Problem::Telephone(TelephoneProblem::NotConfigured)));
        telephone::save(&w.b, &w.admin, &account(&archive.address, KEY)).await.unwrap();
        let keyless = HistoryForm { key: String::new(), ..form(&archive.address) };
        assert_eq!(history::save(&w.b, &w.admin, &keyless).await, Err(Problem::at(Field::AccessKey, FieldProblem::Required)));
        let unsafe_address = history::save(&w.b, &w.admin, &form("http://history.example")).await;
        assert_eq!(unsafe_address, Err(Problem::at(Field::ServiceAddress, FieldProblem::NotAnAddress)));
        history::save(&w.b, &w.admin, &form(&archive.address)).await.unwrap();
        let kept = history::save(&w.b, &w.admin, &keyless).await.unwrap();
        assert!(kept.has_key && kept.on);
        assert_eq!(history::test(&w.b, &w.admin).await, Ok(()));
        let wrong = HistoryForm { key: "another".into(), ..form(&archive.address) };
        history::save(&w.b, &w.admin, &wrong).await.unwrap();
        assert_eq!(history::test(&w.b, &w.admin).await, Err(Problem::Telephone(TelephoneProblem::KeyRefused)));
        for who in [&w.manager, &w.lan] {
            assert_eq!(history::settings(&w.b, who).await, Err(Problem::Forbidden));
            assert_eq!(history::save(&w.b, who, &wrong).await, Err(Problem::Forbidden));
            assert_eq!(history::test(&w.b, who).await, Err(Problem::Forbidden));
        }
        let told = format!("{:?} {wrong:?} {kept:?}", audit::about(&w.b, &w.admin, "telephone:threec").await.unwrap());
        assert!(!told.contains(HISTORY_KEY) && !told.contains("another"), "{told}");
    }

    async fn a_call_missing_here_is_added_once_and_as_the_member_s(w: World) {
        let archive = set_up(&w).await;
        archive.has(&[line(&w, "P", MINUTE, &json!({}))]);
        for _ in 0..3 {
            read(&w).await;
        }
        let row = only(&w).await;
        assert_eq!(row.agent.as_ref().map(|agent| &agent.id), Some(&w.lan.id));
        assert_eq!((row.outcome.clone(), row.ring_ms, row.talk_ms), (Some(Outcome::Answered), 10 * SECOND, 60 * SECOND));
        assert_eq!(row.hotline.as_deref(), Some("19001000"));
        let story = calls::story(&w.b, &w.lan, &row.id).await.unwrap();
        assert_eq!((story.provider_id.as_deref(), story.facts.len()), (Some("P"), 1), "told three times, kept once");
        assert_eq!(calls::story(&w.b, &w.minh, &row.id).await, Err(Problem::Forbidden));
        is_what_its_facts_say(&w).await;
    }

    async fn a_missed_call_has_its_reason_and_may_be_nobodys(w: World) {
        let archive = set_up(&w).await;
        archive.has(&[missed(&w, "P", MINUTE, &Value::Null), missed(&w, "Q", MINUTE, &json!("5999"))]);
        read(&w).await;
        let rows = log(&w).await;
        assert_eq!(rows.len(), 2);
        assert!(rows.iter().all(|row| row.agent.is_none() && row.outcome == Some(Outcome::Missed)));
        assert!(rows.iter().all(|row| row.missed_reason.as_deref() == Some("abandoned")));
    }

    async fn a_call_seen_here_is_filled_in_and_not_doubled(w: World) {
        let archive = set_up(&w).await;
        let begun = w.b.now();
        let lans = [(300, offered()), (310, named("P")), (10_200, What::AgentAnswered), (70_400, What::Ended)];
        tell_all(&w, &w.lan, &seen("lans", begun, &lans)).await;
        archive.has(&[line(&w, "P", 0, &json!({"path": "/r/1"}))]);
        read(&w).await;
        let row = only(&w).await;
        assert_eq!((row.id.as_str(), row.talk_ms, row.recorded), ("lans", 60_200, true), "what the browser saw counts");
        assert_eq!(row.hotline.as_deref(), Some("19001000"));
        read(&w).await;
        assert_eq!(only(&w).await, row);
    }

    async fn a_call_whose_tab_died_gets_its_real_end(w: World) {
        let archive = set_up(&w).await;
        let begun = parse_local_naive(&local_naive(w.b.now())).unwrap();
        tell_all(&w, &w.lan, &seen("lans", begun, &[(0, offered()), (10, named("P")), (10_000, What::AgentAnswered)])).await;
        archive.has(&[line(&w, "P", 0, &json!({}))]);
        w.pass(30 * SECOND);
        history::poll(&w.b).await.unwrap();
        let row = only(&w).await;
        assert_eq!((row.phase, row.talk_ms, row.estimated, row.lost_since), (Phase::Ended, 60_000, false, None));
    }

    async fn facts_that_come_after_the_history_take_its_call_over(w: World) {
        let archive = set_up(&w).await;
        let begun = w.b.now();
        archive.has(&[line(&w, "P", 0, &json!({"path": "/r/1"})), line(&w, "Q", 0, &json!({"agent_id": "5002"}))]);
        read(&w).await;
        let made = log(&w).await;
        assert_eq!(made.len(), 2);
        let made_id = made.iter().find(|row| row.agent.as_ref().is_some_and(|a| a.id == w.lan.id)).unwrap().id.clone();
        calls::set_note(&w.b, &w.lan, &made_id, "Gọi lại thứ hai").await.unwrap();
        // With the provider's id, told in pieces; and without it, by number and time.
        let lans = seen("lans", begun, &[(200, offered()), (10_300, What::AgentAnswered), (70_100, What::Ended), (210, named("P"))]);
        for one in lans.facts.iter().rev().chain(&lans.facts) {
            tell_all(&w, &w.lan, &Reported { call: lans.call.clone(), facts: vec![one.clone()] }).await;
            assert!(log(&w).await.len() <= 3, "never a third for long");
        }
        tell_all(&w, &w.minh, &seen("minhs", begun, &[(900, offered()), (11_000, What::AgentAnswered), (70_500, What::Ended)])).await;
        for _ in 0..2 {
            let rows = log(&w).await;
            let ids: Vec<&str> = rows.iter().map(|row| row.id.as_str()).collect();
            assert_eq!(ids, ["minhs", "lans"]);
            assert_eq!((rows[1].talk_ms, rows[1].recorded, rows[1].note.as_str()), (59_800, true, "Gọi lại thứ hai"));
            read(&w).await;
        }
        let story = calls::story(&w.b, &w.minh, &CallId::new("minhs")).await.unwrap();
        assert_eq!((story.provider_id.as_deref(), story.facts.len()), (Some("Q"), 4));
        assert_eq!(calls::story(&w.b, &w.lan, &made_id).await.unwrap().row.id.as_str(), "lans", "old links stay good");
        assert_eq!(calls::story(&w.b, &w.minh, &made_id).await, Err(Problem::Forbidden));
        is_what_its_facts_say(&w).await;
    }

    async fn first_the_history_or_first_the_browser_the_call_is_the_same(w: World) {
        let archive = set_up(&w).await;
        let begun = w.b.now();
        archive.has(&[line(&w, "P", 0, &json!({})), line(&w, "Q", 0, &json!({"caller": "0907654321"}))]);
        let whats = |number: &str, id: &str| {
            let offered = What::Offered { number: number.into(), hotline: None, queue: None };
            [(400, offered), (450, named(id)), (10_100, What::AgentAnswered), (69_000, What::Ended)]
        };
        tell_all(&w, &w.lan, &seen("before", begun, &whats(NUMBER, "P"))).await;
        read(&w).await;
        tell_all(&w, &w.lan, &seen("after", begun, &whats("0907654321", "Q"))).await;
        let rows = log(&w).await;
        assert_eq!(rows.len(), 2);
        let what = |row: &CallRow| (row.started_at, row.ring_ms, row.talk_ms, row.outcome.clone(), row.hotline.clone(), row.recorded);
        assert_eq!(what(&rows[0]), what(&rows[1]));
    }

    async fn two_calls_to_one_number_are_told_apart_by_their_time(w: World) {
        let archive = set_up(&w).await;
        let begun = w.b.now().plus(-4 * MINUTE);
        let dialled = |id: &str, ago: i64| {
            let out = json!({"call_type": 1, "caller": "19001000", "called": NUMBER, "wait_time": "00:00:05"});
            let mut one = line(&w, id, ago, &out);
            one["end_time"] = json!(local_naive(w.b.now().plus(20 * SECOND - ago)));
            one["talk_time"] = json!("00:00:15");
            one
        };
        archive.has(&[dialled("P", 4 * MINUTE), dialled("Q", 2 * MINUTE)]);
        read(&w).await;
        assert_eq!(log(&w).await.len(), 2);
        let wish = || What::DialWished { number: NUMBER.into() };
        let told = |call: &str, after: i64| {
            let whats = [(after, wish()), (after + 5_200, What::CustomerAnswered), (after + 20_300, What::Ended)];
            seen(call, begun, &whats)
        };
        // The later one is delivered first, one fact at a time.
        for reported in [told("second", 2 * MINUTE), told("first", 0)] {
            for fact in &reported.facts {
                tell_all(&w, &w.lan, &Reported { call: reported.call.clone(), facts: vec![fact.clone()] }).await;
            }
        }
        read(&w).await;
        let ids: Vec<_> = log(&w).await.into_iter().map(|row| (row.id.as_str().to_owned(), row.talk_ms)).collect();
        assert_eq!(ids, [("second".to_owned(), 15_100), ("first".to_owned(), 15_100)]);
        let provider_id = async |call: &str| calls::story(&w.b, &w.lan, &CallId::new(call)).await.unwrap().provider_id;
        assert_eq!((provider_id("first").await.as_deref(), provider_id("second").await.as_deref()), (Some("P"), Some("Q")));
    }

    async fn a_call_that_was_passed_on_stays_each_one_s_own(w: World) {
        let archive = set_up(&w).await;
        let begun = w.b.now();
        tell_all(&w, &w.lan, &seen("lans", begun, &[(0, offered()), (10, named("P")), (9_000, What::AgentAnswered), (30_000, What::Transferred), (31_000, What::Ended)])).await;
        tell_all(&w, &w.minh, &seen("minhs", begun, &[(29_000, offered()), (29_010, named("P")), (31_000, What::AgentAnswered)])).await;
        archive.has(&[
            line(&w, "P", 0, &json!({"talk_time": "00:00:20", "path": "/r/1"})),
            line(&w, "P", 0, &json!({"agent_id": "5002", "talk_time": "00:00:40"})),
        ]);
        read(&w).await;
        read(&w).await;
        let rows = log(&w).await;
        assert_eq!(rows.iter().map(|row| row.id.as_str()).collect::<Vec<_>>(), ["minhs", "lans"]);
        assert_eq!(rows.iter().map(|row| row.phase).collect::<Vec<_>>(), [Phase::Ended, Phase::Ended]);
        assert_eq!(rows.iter().map(|row| row.recorded).collect::<Vec<_>>(), [false, true]);
    }

    async fn everything_the_provider_keeps_is_swept_once_a_day_in_windows(w: World) {
        let archive = set_up(&w).await;
        let many: Vec<Value> = (0..612).map(|n| line(&w, &format!("P{n}"), 40 * DAY, &json!({"caller": format!("0907{n:06}")}))).collect();
        archive.has(&many);
        for _ in 0..12 {
            read(&w).await;
        }
        let asked = archive.asked();
        let span = |asked: &HashMap<String, String>| {
            let at = |name: &str| parse_local_naive(&asked[name]).unwrap();
            at("start_time_to").since(at("start_time_since"))
        };
        assert!(asked.iter().all(|asked| span(asked) <= 31 * DAY));
        assert!(asked.iter().any(|asked| asked["page"] == "2"), "612 do not fit on a page");
        let mut found = 0;
        let mut query = CallQuery::default();
        loop {
            let page = calls::list(&w.b, &w.admin, &query).await.unwrap();
            found += page.rows.len();
            query.after = page.next;
            if query.after.is_none() { break }
        }
        assert_eq!(found, 612);
        assert!(history::settings(&w.b, &w.admin).await.unwrap().swept_at.is_some());
        archive.asked();
        read(&w).await;
        assert_eq!(archive.asked().len(), 1, "swept for today");
    }

    async fn it_backs_off_when_refused_and_says_so(w: World) {
        let archive = set_up(&w).await;
        archive.refuses(503, "");
        read(&w).await;
        assert_eq!(archive.asked().len(), 1);
        for _ in 0..11 {
            w.pass(5 * SECOND);
            history::poll(&w.b).await.unwrap();
        }
        assert_eq!(archive.asked().len(), 0, "left alone for a minute");
        let told = history::settings(&w.b, &w.admin).await.unwrap();
        assert_eq!((told.problem, told.ran_at), (Some(TelephoneProblem::ProviderError), None));
        archive.refuses(429, "");
        read(&w).await;
        read(&w).await;
        assert_eq!(archive.asked().len(), 1, "asked to wait two hours");
        let told = history::settings(&w.b, &w.admin).await.unwrap();
        assert_eq!(told.problem, Some(TelephoneProblem::TooManyRequests));
        archive.answers_again();
        w.pass(2 * HOUR);
        read(&w).await;
        let told = history::settings(&w.b, &w.admin).await.unwrap();
        assert_eq!((told.problem, told.ran_at), (None, Some(w.b.now())));
    }

    async fn two_servers_share_one_turn(w: World) {
        let archive = set_up(&w).await;
        w.pass(6 * MINUTE);
        let (one, other) = tokio::join!(history::poll(&w.b), history::poll(&w.b));
        assert_eq!((one, other), (Ok(()), Ok(())));
        assert_eq!(archive.asked().len(), 2, "the recent and a part of the sweep, once");
    }

    async fn a_history_that_is_off_is_not_asked(w: World) {
        let archive = set_up(&w).await;
        history::save(&w.b, &w.admin, &HistoryForm { on: false, ..form(&archive.address) }).await.unwrap();
        archive.has(&[line(&w, "P", MINUTE, &json!({}))]);
        read(&w).await;
        assert!(log(&w).await.is_empty() && archive.asked().is_empty());
    }
}

//! Which index leads to which page: asked of both engines. And how long a page takes among a million calls.

#[path = "../../../tests/stories/postgres.rs"]
#[expect(dead_code, reason = "the stories ask more of it")]
mod postgres;

use super::{Asked, Path, Wanted, Way, page_text, path};
use crate::db::{Db, On, each};
use domain::access::Scope;
use domain::calls::{CallFilter, Direction, MatchHow, OutcomeKind, Period};
use domain::ids::{CustomerId, DispositionId, StaffId, TeamId};
use domain::phone;
use domain::times::Millis;
use sqlx::Row as _;

/// Makes today's tables in a new database.
async fn make_tables(address: &str) {
    Db::open(address, None).await.unwrap().close().await;
}

/// Ten members in ten teams, and calls of all kinds, one a second.
const FILL: [&str; 5] = [
    "insert into dispositions (id, name, name_fold, position, active, created_at, updated_at) \
     with recursive n(i) as (select 0 union all select i + 1 from n where i < 9) \
     select 'd' || i, 'D' || i, 'd' || i, i, true, 0, 0 from n",
    "insert into teams (id, name, name_fold, created_at, updated_at) \
     with recursive n(i) as (select 0 union all select i + 1 from n where i < 9) \
     select 't' || i, 'Team ' || i, 't' || i, 0, 0 from n",
    "insert into staff (id, email, name, name_fold, role, password_hash, language, theme, active, demo, \
     session_generation, created_at, updated_at, team_id) \
     with recursive n(i) as (select 0 union all select i + 1 from n where i < 9) \
     select 'a' || i, 'a' || i, 'A' || i, 'a' || i, 'agent', '', 'vi', 'system', true, false, 1, 0, 0, 't' || i from n",
    "insert into calls (id, provider, domain, agent_id, team_id, direction, number, number_raw, match_how, hotline, \
     phase, outcome, transferred, estimated, started_at, answered_at, ring_ms, talk_ms, hold_ms, note, recorded, \
     disposition_id) \
     with recursive n(i) as (select 0 union all select i + 1 from n where i < $1 - 1) \
     select 'c' || (10000000 + i), 'p', '', 'a' || (i % 10), 't' || (i % 10), \
     case when i % 3 = 0 then 'outbound' else 'inbound' end, '+849' || (10000000 + (i * 7919) % 89999999), '', \
     case when i % 50 = 0 then 'legacy' else 'none' end, '1900' || (i % 4), 'ended', \
     case i % 20 when 0 then 'missed' when 1 then 'failed' else 'answered' end, false, false, \
     1795140000000 - cast(i as bigint) * 1000, case when i % 20 > 1 then 0 end, 3000, \
     case when i % 20 > 1 then cast((i * 7919) % 600 as bigint) * 1000 else 0 end, 0, '', i % 100 = 99, \
     case when i % 90 < 89 then 'd' || (i % 10) end from n",
    "analyze",
];

async fn filled(db: Db, calls: i32) -> Db {
    let hub = crate::db::Hub::of(&db);
    for text in FILL {
        let mut tx = db.write(&hub).await.unwrap();
        each!(tx.on(), link => {
            let query = sqlx::query(text);
            let query = if text.contains("$1") { query.bind(calls) } else { query };
            query.execute(link).await.map(drop)
        })
        .unwrap();
        tx.commit().await.unwrap();
    }
    db
}

async fn on_sqlite(folder: &tempfile::TempDir, calls: i32) -> Db {
    let address = format!("sqlite:{}", folder.path().join("calls.db").display());
    filled(Db::open(&address, None).await.unwrap(), calls).await
}

async fn on_postgres(calls: i32) -> Db {
    filled(Db::open(&postgres::database().await, None).await.unwrap(), calls).await
}

const NOW: Millis = Millis(1_795_140_000_000);

fn me() -> StaffId {
    StaffId::new("a0")
}

fn own() -> Scope {
    Scope::Own(me())
}

fn led() -> Scope {
    Scope::Teams(me(), vec![TeamId::new("t1"), TeamId::new("t2")])
}

fn whole(raw: &str) -> Option<Wanted> {
    Some(Wanted::Whole(phone::parse(raw).unwrap().number))
}

fn part(raw: &str) -> Option<Wanted> {
    phone::sought(raw).map(Wanted::Part)
}

/// Who asks for what, and the indexes along which it is found.
fn questions() -> Vec<(Scope, CallFilter, Option<Wanted>, Vec<&'static str>)> {
    let all = CallFilter::default;
    let lan = StaffId::new("lan");
    let missed = vec![OutcomeKind::Missed];
    vec![
        (Scope::All, all(), None, vec!["calls_by_time"]),
        (Scope::All, CallFilter { period: Period::Today, ..all() }, None, vec!["calls_by_time"]),
        (
            Scope::All,
            CallFilter { direction: Some(Direction::Inbound), answered: Some(true), ..all() },
            None,
            vec!["calls_by_time"],
        ),
        (own(), all(), None, vec!["calls_by_agent"]),
        (
            own(),
            CallFilter { period: Period::SevenDays, outcomes: missed.clone(), ..all() },
            None,
            vec!["calls_by_agent"],
        ),
        (led(), all(), None, vec!["calls_by_team", "calls_by_agent"]),
        (
            led(),
            CallFilter { outcomes: missed.clone(), period: Period::ThisMonth, ..all() },
            None,
            vec!["calls_by_team_outcome"],
        ),
        (Scope::All, CallFilter { outcomes: missed.clone(), ..all() }, None, vec!["calls_by_outcome"]),
        (
            Scope::All,
            CallFilter { teams: vec![TeamId::new("t1")], outcomes: missed, ..all() },
            None,
            vec!["calls_by_team_outcome"],
        ),
        (Scope::All, CallFilter::of_agent(lan), None, vec!["calls_by_agent"]),
        (Scope::All, CallFilter::of_customer(CustomerId::new("k")), None, vec!["calls_by_customer"]),
        (
            Scope::All,
            CallFilter { dispositions: vec![DispositionId::new("d1")], ..all() },
            None,
            vec!["calls_by_disposition"],
        ),
        (Scope::All, CallFilter { undecided: true, ..all() }, None, vec!["calls_by_disposition"]),
        (Scope::All, CallFilter { hotlines: vec!["1900".into()], ..all() }, None, vec!["calls_by_hotline"]),
        (Scope::All, CallFilter { queues: vec!["kt".into()], ..all() }, None, vec!["calls_by_queue"]),
        (Scope::All, CallFilter { matched: vec![MatchHow::Legacy], ..all() }, None, vec!["calls_by_match"]),
        (Scope::All, CallFilter { recorded: Some(true), ..all() }, None, vec!["calls_recorded"]),
        (Scope::All, CallFilter { talk_min: Some(3_600), ..all() }, None, vec!["calls_by_talk"]),
        (Scope::All, all(), whole("0901 234 567"), vec!["calls_by_number"]),
        (Scope::All, all(), part("0901"), vec!["calls_by_number"]),
        (Scope::All, all(), part("234567"), vec!["calls_by_last_digits"]),
        (led(), all(), part("1234"), vec!["calls_by_team", "calls_by_last_digits"]),
    ]
}

/// Every way that a page can go, with how the engine says it goes.
async fn plans(db: &Db, prefix: &str, asked: &Asked) -> Vec<String> {
    let mut ways: Vec<Path> = asked.ways.iter().cloned().map(|way| Path(Some(way))).collect();
    if ways.is_empty() {
        ways.push(Path(None));
    }
    let mut plans = Vec::new();
    for way in ways {
        let after = (NOW.0, "c".to_owned());
        for after in [None, Some(&after)] {
            plans.push(plan(db, prefix, asked, &way, after).await);
        }
    }
    plans
}

async fn plan(db: &Db, prefix: &str, asked: &Asked, way: &Path, after: Option<&(i64, String)>) -> String {
    let mut read = db.read().await.unwrap();
    let lines: Vec<String> = match read.on() {
        On::Sqlite(link) => {
            let rows = page_text(prefix, asked, way, after, 51).build().fetch_all(link).await.unwrap();
            rows.iter().map(|row| row.get::<String, _>("detail")).collect()
        }
        On::Postgres(link) => {
            let rows = page_text(prefix, asked, way, after, 51).build().fetch_all(link).await.unwrap();
            rows.iter().map(|row| row.get::<String, _>(0)).collect()
        }
    };
    lines.join("\n")
}

/// No way passes by all calls, and each index is used.
async fn no_scan(db: &Db, prefix: &str) {
    for (scope, filter, wanted, indexes) in questions() {
        for oldest_first in [false, true] {
            let asked = Asked::new(&filter, wanted.as_ref(), &scope, oldest_first, NOW);
            let plans = plans(db, prefix, &asked).await;
            let all = plans.join("\n---\n");
            for plan in &plans {
                let scans = plan
                    .lines()
                    .any(|line| line.trim_start().starts_with("SCAN c") || line.contains("Seq Scan on calls"));
                assert!(!scans, "{filter:?}\n{plan}");
            }
            for index in &indexes {
                assert!(all.contains(index), "{index} for {scope:?} {filter:?} {wanted:?}\n{all}");
            }
        }
    }
}

#[tokio::test]
async fn no_page_scans_the_calls_on_sqlite() {
    let folder = tempfile::tempdir().unwrap();
    let db = on_sqlite(&folder, 20_000).await;
    no_scan(&db, "explain query plan ").await;
}

#[tokio::test]
async fn no_page_scans_the_calls_on_postgres() {
    let db = on_postgres(20_000).await;
    no_scan(&db, "explain ").await;
}

#[tokio::test]
async fn the_shortest_way_is_taken() {
    let folder = tempfile::tempdir().unwrap();
    let db = on_sqlite(&folder, 2_000).await;
    let mut read = db.read().await.unwrap();
    let filter = CallFilter { outcomes: vec![OutcomeKind::Missed], ..CallFilter::of_agent(StaffId::new("a1")) };
    for (filter, shortest) in [
        (filter.clone(), "c.outcome"),
        (CallFilter { outcomes: vec![OutcomeKind::Answered], ..filter.clone() }, "c.agent_id"),
        (CallFilter { talk_min: Some(599), ..filter }, "c.talk_ms"),
    ] {
        let asked = Asked::new(&filter, None, &Scope::All, false, NOW);
        let taken = match path(read.on(), &asked).await.unwrap() {
            Path(Some(Way::Ranges(ranges))) => ranges[0][0].text.clone(),
            Path(Some(Way::Few(few))) => few[0].text.clone(),
            Path(None) => String::new(),
        };
        assert!(taken.starts_with(shortest), "{filter:?}: {taken}");
    }
    let alone = Asked::new(&CallFilter::default(), None, &Scope::All, false, NOW);
    assert!(matches!(path(read.on(), &alone).await, Ok(Path(None))));
}

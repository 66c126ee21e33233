//! The dashboard: its figures are those of the calls that one sees.

use crate::stories;
use crate::world::{World, form, hire};
use backend::{calls, dashboard};
use domain::access::{Actor, Role};
use domain::calls::{CallRow, Direction, Fact, Failure, Outcome, Reported, What};
use domain::dashboard::{Counted, Figures, FiguresQuery, Period, Spread, Sums, duration_bucket};
use domain::ids::{CallId, FactId, SourceId, TeamId};
use domain::problem::Problem;
use domain::staff::MemberForm;
use domain::times::{DAY, HOUR, MINUTE, Millis, SECOND, weekday};

/// Numbers that look like chance and are the same every time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: i64) -> i64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        i64::try_from(self.0 >> 33).unwrap() % most
    }
}

fn facts(chance: &mut Chance, call: &CallId, at: Millis) -> Vec<Fact> {
    let number = format!("09012345{:02}", chance.below(20));
    let (rang, talked) = (SECOND + chance.below(60_000), SECOND + chance.below(900_000));
    let offered = What::Offered { number: number.clone(), hotline: None, queue: None };
    let wished = What::DialWished { number };
    let course: Vec<(i64, What)> = match chance.below(6) {
        0 | 1 => vec![(0, offered), (rang, What::AgentAnswered), (rang + talked, What::Ended)],
        2 => vec![(0, offered), (rang, What::Ended)],
        3 => vec![(0, offered), (rang, What::RejectWished), (rang + 200, What::Ended)],
        4 => vec![(0, wished), (rang, What::Failed { reason: Failure::Busy })],
        _ => vec![(0, wished), (rang, What::CustomerAnswered), (rang + talked, What::Ended)],
    };
    let fact = |(n, (after, what)): (usize, (i64, What))| Fact {
        id: FactId::new(format!("{call}/{n}")),
        source: SourceId::new("tab"),
        at: at.plus(after),
        what,
    };
    course.into_iter().enumerate().map(fact).collect()
}

/// Three hundred calls of several members in forty days.
async fn past(w: &World) -> Actor {
    let form = MemberForm { team: Some(w.other_team.clone()), ..form("Ngô Hải", "hai@alo.vn", Role::Agent, "5009") };
    let hai = hire(&w.b, &w.admin, &form).await;
    let mut chance = Chance(7);
    for n in 0..300 {
        let agent = [&w.lan, &w.minh, &hai, &w.manager][usize::try_from(chance.below(4)).unwrap()];
        let call = CallId::new(format!("c{n:03}"));
        let at = w.b.now().plus(-chance.below(40 * DAY));
        let facts = facts(&mut chance, &call, at);
        calls::report(&w.b, agent, &[Reported { call, facts }]).await.unwrap();
    }
    let running = CallId::new("running");
    let fact = Fact {
        id: FactId::new("r"),
        source: SourceId::new("tab"),
        at: w.b.now(),
        what: What::Offered { number: "0909999999".into(), hotline: None, queue: None },
    };
    calls::report(&w.b, &w.lan, &[Reported { call: running, facts: vec![fact] }]).await.unwrap();
    hai
}

/// Every call that a member sees, counted one by one.
async fn seen(w: &World, who: &Actor) -> Vec<CallRow> {
    let mut rows = Vec::new();
    for n in 0..300 {
        rows.extend(calls::story(&w.b, who, &CallId::new(format!("c{n:03}"))).await.ok().map(|story| story.row));
    }
    rows.extend(calls::story(&w.b, who, &CallId::new("running")).await.ok().map(|story| story.row));
    rows
}

fn sums<'a>(rows: impl IntoIterator<Item = &'a CallRow>) -> Sums {
    let mut sums = Sums::default();
    for row in rows {
        let how = row.outcome.as_ref().map_or(Counted::Running, Counted::from);
        sums.count(row.direction, how, 1, row.talk_ms);
    }
    sums
}

/// Sorted, without buckets but for what a bucket cannot tell apart.
fn naive(mut durations: Vec<i64>) -> Option<(i64, i64, i64)> {
    durations.sort_unstable();
    let at = |percent: usize| durations.get((durations.len() * percent).div_ceil(100).checked_sub(1)?).copied();
    Some((i64::try_from(durations.len()).ok()?, duration_bucket(at(50)?), duration_bucket(at(90)?)))
}

fn bucketed(spread: Option<Spread>) -> Option<(i64, i64, i64)> {
    spread.map(|spread| (spread.count, duration_bucket(spread.median_ms), duration_bucket(spread.p90_ms)))
}

fn talks(rows: &[&CallRow]) -> Vec<i64> {
    rows.iter().filter(|row| row.outcome == Some(Outcome::Answered)).map(|row| row.talk_ms).collect()
}

fn waits(rows: &[&CallRow]) -> Vec<i64> {
    let over = rows.iter().filter(|row| row.direction == Direction::Inbound && row.outcome.is_some());
    over.map(|row| row.ring_ms).collect()
}

async fn ask(w: &World, who: &Actor, period: Period, team: Option<&TeamId>) -> Result<Figures, Problem> {
    dashboard::figures(&w.b, who, &FiguresQuery { period, team: team.cloned() }).await
}

/// Whether everything in the figures is what counting says.
fn agree(figures: &Figures, rows: &[CallRow]) {
    let within = |from: Millis, until: Millis| {
        let rows = rows.iter().filter(move |row| row.started_at >= from && row.started_at < until);
        rows.collect::<Vec<&CallRow>>()
    };
    let all = within(figures.from, figures.until);
    assert_eq!(figures.sums, sums(all.iter().copied()));
    assert_eq!((bucketed(figures.talk), bucketed(figures.wait)), (naive(talks(&all)), naive(waits(&all))));
    let mut from = figures.from;
    for stretch in &figures.stretches {
        let rows = within(stretch.from, stretch.until);
        assert_eq!((stretch.from, stretch.sums), (from, sums(rows.iter().copied())));
        assert_eq!((bucketed(stretch.talk), bucketed(stretch.wait)), (naive(talks(&rows)), naive(waits(&rows))));
        from = stretch.until;
    }
    assert_eq!(from, figures.until, "no day is left out");
    let mut hours = [[0; 24]; 7];
    for row in &all {
        let at = row.started_at;
        let hour = usize::try_from(at.since(at.day_start()) / HOUR).unwrap();
        hours[weekday(at).num_days_from_monday() as usize][hour] += 1;
    }
    assert_eq!(figures.hours, hours);
    for of_agent in &figures.agents {
        let id = of_agent.agent.as_ref().map(|agent| &agent.id);
        let theirs = all.iter().filter(|row| row.agent.as_ref().map(|agent| &agent.id) == id);
        assert_eq!(of_agent.sums, sums(theirs.copied()));
    }
    for of_team in &figures.teams {
        let id = of_team.team.as_ref().map(|team| &team.id);
        let theirs = all.iter().filter(|row| row.team.as_ref().map(|team| &team.id) == id);
        assert_eq!(of_team.sums, sums(theirs.copied()));
    }
    let counted = |part: Vec<i64>| part.into_iter().sum::<i64>();
    assert_eq!(counted(figures.agents.iter().map(|agent| agent.sums.calls()).collect()), figures.sums.calls());
    assert_eq!(counted(figures.teams.iter().map(|team| team.sums.calls()).collect()), figures.sums.calls());
    assert_eq!(counted(figures.dispositions.iter().map(|one| one.calls).collect()), figures.sums.calls());
}

stories! {
    async fn figures_are_what_counting_says(w: World) {
        past(&w).await;
        let days = Period::Days { from: w.b.now().plus(-20 * DAY), to: w.b.now().plus(-3 * DAY) };
        let year = Period::Days { from: w.b.now().plus(-365 * DAY), to: w.b.now() };
        for who in [&w.admin, &w.manager, &w.other_manager] {
            let rows = seen(&w, who).await;
            for period in [Period::Today, Period::SevenDays, Period::ThirtyDays, Period::ThisMonth, days, year] {
                agree(&ask(&w, who, period, None).await.unwrap(), &rows);
            }
        }
        let all = ask(&w, &w.admin, year, None).await.unwrap();
        assert_eq!((all.sums.calls(), all.sums.inbound_running, all.stretches.len()), (301, 1, 53));
        assert_eq!(ask(&w, &w.admin, Period::ThirtyDays, None).await.unwrap().stretches.len(), 30);
        let of_team = ask(&w, &w.admin, year, Some(&w.other_team)).await.unwrap();
        let rows = seen(&w, &w.admin).await;
        agree(&of_team, &rows.into_iter().filter(|row| row.team.as_ref().is_some_and(|team| team.id == w.other_team)).collect::<Vec<_>>());
    }

    async fn figures_are_for_who_leads(w: World) {
        let refused = ask(&w, &w.lan, Period::Today, None).await;
        assert_eq!(refused, Err(Problem::Forbidden));
        assert_eq!(ask(&w, &w.manager, Period::Today, Some(&w.other_team)).await, Err(Problem::Forbidden));
        assert!(ask(&w, &w.manager, Period::Today, Some(&w.team)).await.is_ok());
        let nothing = ask(&w, &w.other_manager, Period::SevenDays, None).await.unwrap();
        assert_eq!((nothing.sums, nothing.talk, nothing.agents.len(), nothing.stretches.len()), (Sums::default(), None, 0, 7));
    }

    async fn missed_customers_are_followed_until_they_are_reached(w: World) {
        let told = |call: &str, at: i64, what: Vec<(i64, What)>| {
            let fact = |(n, (after, what)): (usize, (i64, What))| Fact {
                id: FactId::new(format!("{call}/{n}")),
                source: SourceId::new("tab"),
                at: w.b.now().plus(at + after),
                what,
            };
            Reported { call: CallId::new(call), facts: what.into_iter().enumerate().map(fact).collect() }
        };
        let missed = |call: &str, number: &str, at: i64| {
            let offered = What::Offered { number: number.into(), hotline: None, queue: None };
            told(call, at, vec![(0, offered), (20 * SECOND, What::Ended)])
        };
        let back = |call: &str, number: &str, at: i64| {
            told(call, at, vec![(0, What::DialWished { number: number.into() }), (0, What::CustomerAnswered), (9_000, What::Ended)])
        };
        let (an, binh, cuc) = ("0901234501", "0901234502", "0901234503");
        let all = [missed("a", an, 0), back("b", an, MINUTE), missed("c", binh, 0), missed("d", binh, 2 * MINUTE),
            back("e", binh, 3 * MINUTE), missed("f", cuc, 0)];
        calls::report(&w.b, &w.lan, &all).await.unwrap();
        let found = ask(&w, &w.manager, Period::Today, None).await.unwrap().called_back;
        assert_eq!((found.items, found.reached, found.by_hand), (3, 2, 0));
        let wait = found.wait.unwrap();
        assert_eq!((wait.median_ms, wait.p90_ms), (MINUTE, 3 * MINUTE), "from the first call on");
        assert_eq!(ask(&w, &w.other_manager, Period::Today, None).await.unwrap().called_back.items, 0);
    }
}

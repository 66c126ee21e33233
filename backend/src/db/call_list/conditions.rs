//! What the log is asked for, as conditions, and the indexes that lead to it.
//!
//! What is asked decides which rows there are; a way only decides how they are reached. So every condition is written
//! once in a form that no index fits, and a way adds those that its index has.

use crate::db::calls::direction_word;
use domain::access::Scope;
use domain::calls::{CallFilter, OutcomeKind};
use domain::phone::{Number, Sought};
use std::fmt::Display;

/// A value for a condition.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::db) enum Value {
    Text(String),
    Int(i64),
}

/// A condition on the call `c`; each `?` stands for the next value.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::db) struct Condition {
    pub(in crate::db) text: String,
    pub(in crate::db) values: Vec<Value>,
}

/// How rows are reached.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::db) enum Way {
    /// Along these ranges of indexes, each in order of time.
    Ranges(Vec<Vec<Condition>>),
    /// From few calls, to be put in order then.
    Few(Vec<Condition>),
}

/// The number that is asked for.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Wanted {
    /// This one.
    Whole(Number),
    /// One that begins or ends so.
    Part(Sought),
}

/// More ranges than these are not merged.
const MOST_RANGES: usize = 40;
/// The last digits that an index has.
const LAST: usize = 4;
const SECOND: i64 = 1_000;
const LAST_DIGITS: &str = "substr(c.number, length(c.number) - 3)";

fn condition(text: impl Into<String>, values: Vec<Value>) -> Condition {
    Condition { text: text.into(), values }
}

fn text(value: impl Display) -> Value {
    Value::Text(value.to_string())
}

/// The column has one of these; written so that no index fits.
fn one_of<T: Display>(column: &str, values: &[T]) -> Option<Condition> {
    let marks = vec!["?"; values.len()].join(", ");
    let values: Vec<Value> = values.iter().map(text).collect();
    (!values.is_empty()).then(|| condition(format!("coalesce({column}, '') in ({marks})"), values))
}

fn is(column: &str, value: impl Display) -> Condition {
    condition(format!("{column} = ?"), vec![text(value)])
}

/// Everything that a row must fulfil.
pub(in crate::db) fn all(filter: &CallFilter, wanted: Option<&Wanted>, scope: &Scope) -> Vec<Condition> {
    let outcomes: Vec<&str> = filter.outcomes.iter().map(|kind| kind.as_str()).collect();
    let matched: Vec<&str> = filter.matched.iter().map(|how| how.as_str()).collect();
    let bare = |text: &str| condition(text, Vec::new());
    let number = |column: &str, sign: &str, value: Option<i64>| {
        value.map(|value| condition(format!("{column} {sign} ?"), vec![Value::Int(value)]))
    };
    let weekday = filter.weekday.map(i64::from);
    let conditions = [
        seen(scope),
        one_of("c.agent_id", &filter.agents),
        one_of("c.team_id", &filter.teams),
        one_of("c.hotline", &filter.hotlines),
        one_of("c.queue", &filter.queues),
        one_of("c.outcome", &outcomes),
        one_of("c.match_how", &matched),
        one_of("c.customer_id", filter.customer.as_slice()),
        dispositions(filter),
        wanted.map(of_number),
        filter.direction.map(|direction| is("c.direction", direction_word(direction))),
        filter.answered.map(|yes| bare(if yes { "c.answered_at is not null" } else { "c.answered_at is null" })),
        filter.recorded.map(|yes| bare(if yes { "coalesce(c.recorded, false)" } else { "not c.recorded" })),
        number("c.talk_ms + 0", ">=", filter.talk_min.map(|seconds| i64::from(seconds) * SECOND)),
        number("c.talk_ms + 0", "<", filter.talk_max.map(|seconds| (i64::from(seconds) + 1) * SECOND)),
        // 1970 began on a Thursday, at seven in the morning in Vietnam.
        number("((c.started_at + 25200000) / 86400000 + 3) % 7", "=", weekday),
        number("(c.started_at + 25200000) / 3600000 % 24", "=", filter.hour.map(i64::from)),
    ];
    conditions.into_iter().flatten().collect()
}

/// What a member may see at all.
fn seen(scope: &Scope) -> Option<Condition> {
    let (me, led) = match scope {
        Scope::All => return None,
        Scope::Own(me) => (me, [].as_slice()),
        Scope::Teams(me, led) => (me, led.as_slice()),
    };
    let own = condition("coalesce(c.agent_id, '') = ?", vec![text(me)]);
    Some(any(std::iter::once(own).chain(one_of("c.team_id", led))))
}

/// One of these holds.
fn any(conditions: impl IntoIterator<Item = Condition>) -> Condition {
    let (texts, values): (Vec<String>, Vec<Vec<Value>>) = conditions.into_iter().map(|c| (c.text, c.values)).unzip();
    condition(format!("({})", texts.join(" or ")), values.concat())
}

fn dispositions(filter: &CallFilter) -> Option<Condition> {
    let undecided = filter.undecided.then(|| condition("coalesce(c.disposition_id, '') = ''", Vec::new()));
    let said: Vec<Condition> = one_of("c.disposition_id", &filter.dispositions).into_iter().chain(undecided).collect();
    (!said.is_empty()).then(|| any(said))
}

fn of_number(wanted: &Wanted) -> Condition {
    match wanted {
        Wanted::Whole(number) => condition("coalesce(c.number, '') = ?", vec![text(number.as_str())]),
        Wanted::Part(sought) => {
            let like = |pattern: String| condition("coalesce(c.number, '') like ?", vec![Value::Text(pattern)]);
            let begins = sought.prefixes.iter().map(|prefix| like(format!("{prefix}%")));
            any(begins.chain(tail(sought).map(|tail| like(format!("%{tail}")))))
        }
    }
}

/// The last digits as they are read.
fn tail(sought: &Sought) -> Option<String> {
    sought.reversed_tail.as_ref().map(|tail| tail.chars().rev().collect())
}

/// Every way that leads to all rows, the most promising first; none where only the order of time leads there.
pub(in crate::db) fn ways(filter: &CallFilter, wanted: Option<&Wanted>, scope: &Scope) -> Vec<Way> {
    let each = |column: &str, values: Vec<String>| {
        let ranges: Vec<_> = values.into_iter().map(|value| vec![is(column, value)]).collect();
        ranged(ranges)
    };
    let words = |values: &[String]| values.to_vec();
    let customer = filter.customer.iter().map(ToString::to_string).collect();
    let ways = [
        each("c.customer_id", customer),
        wanted.and_then(to_number),
        each("c.agent_id", filter.agents.iter().map(ToString::to_string).collect()),
        to_dispositions(filter),
        to_teams(filter, scope),
        each("c.outcome", filter.outcomes.iter().map(|kind| kind.as_str().to_owned()).collect()),
        each("c.match_how", filter.matched.iter().map(|how| how.as_str().to_owned()).collect()),
        each("c.queue", words(&filter.queues)),
        each("c.hotline", words(&filter.hotlines)),
        (filter.recorded == Some(true)).then(|| Way::Ranges(vec![vec![condition("c.recorded", Vec::new())]])),
        to_talk(filter),
    ];
    ways.into_iter().flatten().collect()
}

fn ranged(ranges: Vec<Vec<Condition>>) -> Option<Way> {
    (1..=MOST_RANGES).contains(&ranges.len()).then_some(Way::Ranges(ranges))
}

fn to_dispositions(filter: &CallFilter) -> Option<Way> {
    let mut ranges: Vec<_> = filter.dispositions.iter().map(|id| vec![is("c.disposition_id", id)]).collect();
    if filter.undecided {
        ranges.push(vec![condition("c.disposition_id is null", Vec::new())]);
    }
    ranged(ranges)
}

/// By team, and by how calls of each team ended; the teams of the filter, or those of the member.
fn to_teams(filter: &CallFilter, scope: &Scope) -> Option<Way> {
    let mut ranges: Vec<Vec<Condition>> = Vec::new();
    let teams = match (filter.teams.as_slice(), scope) {
        ([], Scope::Teams(_, led)) => led.as_slice(),
        (teams, _) => teams,
    };
    for team in teams {
        let of_team = is("c.team_id", team);
        if filter.outcomes.is_empty() {
            ranges.push(vec![of_team]);
        } else {
            let ended = |kind: &OutcomeKind| vec![of_team.clone(), is("c.outcome", kind.as_str())];
            ranges.extend(filter.outcomes.iter().map(ended));
        }
    }
    if let (true, Scope::Own(me) | Scope::Teams(me, _)) = (filter.teams.is_empty(), scope) {
        ranges.push(vec![is("c.agent_id", me)]);
    }
    ranged(ranges)
}

fn to_number(wanted: &Wanted) -> Option<Way> {
    match wanted {
        Wanted::Whole(number) => Some(Way::Ranges(vec![vec![is("c.number", number.as_str())]])),
        Wanted::Part(sought) => {
            let mut few: Vec<Condition> = sought.prefixes.iter().map(|prefix| begins_with(prefix)).collect();
            match tail(sought) {
                // So few digits end many numbers.
                Some(tail) if tail.len() < LAST => return None,
                Some(tail) => few.push(is(LAST_DIGITS, &tail[tail.len() - LAST..])),
                None => {}
            }
            Some(Way::Few(few))
        }
    }
}

/// In byte order nothing that begins so comes after the greatest character.
fn begins_with(prefix: &str) -> Condition {
    condition("c.number >= ? and c.number < ?", vec![text(prefix), text(format!("{prefix}\u{10ffff}"))])
}

fn to_talk(filter: &CallFilter) -> Option<Way> {
    let least = filter.talk_min.map_or(0, |seconds| i64::from(seconds) * SECOND);
    let below = filter.talk_max.map_or(i64::MAX, |seconds| (i64::from(seconds) + 1) * SECOND);
    let asked = filter.talk_min.is_some() || filter.talk_max.is_some();
    asked.then(|| {
        Way::Few(vec![condition("c.talk_ms >= ? and c.talk_ms < ?", vec![Value::Int(least), Value::Int(below)])])
    })
}

//! The figures of a period: each question is one pass over a range of an index that holds everything it needs, so many
//! days at a time. What is grouped is sorted first, and the calls of a year may be more than fit into memory.
//!
//! The text depends on whose calls are asked for, so it is put together; values are always bound.

use super::{Answer, Keeps, On, each};
use domain::access::Scope;
use domain::ids::{StaffId, TeamId};
use domain::times::{DAY, Millis};
use sqlx::{Database, Encode, QueryBuilder, Type};

/// Which calls are counted.
#[derive(Clone, Debug)]
pub(crate) struct Of<'a> {
    /// The first moment.
    pub(crate) from: Millis,
    /// The first moment after.
    pub(crate) until: Millis,
    /// Whose one sees.
    pub(crate) scope: &'a Scope,
    /// Of one team.
    pub(crate) team: Option<&'a TeamId>,
    /// Milliseconds that are shown together.
    pub(crate) step: i64,
}

/// Days that are asked for at a time.
const TOGETHER: i64 = 14 * DAY;

impl Of<'_> {
    /// The period in parts, each of which is asked for by itself.
    fn parts(&self) -> impl Iterator<Item = Part<'_>> {
        let mut from = self.from;
        std::iter::from_fn(move || {
            let until = from.plus(TOGETHER).min(self.until);
            let part = (from < self.until).then_some(Part { of: self, from, until });
            from = until;
            part
        })
    }
}

/// A part of a period. Offsets in its answers are those of the whole period.
#[derive(Clone, Copy, Debug)]
struct Part<'a> {
    of: &'a Of<'a>,
    from: Millis,
    until: Millis,
}

/// Asks for one part of the period after the other; the rows of all. What is counted of the same is in several of them.
macro_rules! in_parts {
    ($db:ident, $of:ident, $text:ident $(, $asked:ident)?) => {{
        let mut rows = Vec::new();
        for part in $of.parts() {
            rows.append(&mut each!(&mut $db, link => $text(&part $(, $asked)?)
                .build_query_as().persistent(link.keeps_texts()).fetch_all(&mut **link).await)?);
        }
        Ok(rows)
    }};
}

/// Calls of one hour and kind.
#[derive(sqlx::FromRow)]
pub(crate) struct Hour {
    /// Hours since the period began.
    pub(crate) hour: i64,
    pub(crate) direction: String,
    pub(crate) outcome: Option<String>,
    pub(crate) calls: i64,
    pub(crate) talk_ms: i64,
}

/// Calls of one member in one team, and kind.
#[derive(sqlx::FromRow)]
pub(crate) struct Member {
    pub(crate) agent_id: Option<String>,
    pub(crate) agent_name: Option<String>,
    pub(crate) team_id: Option<String>,
    pub(crate) team_name: Option<String>,
    pub(crate) direction: String,
    pub(crate) outcome: Option<String>,
    pub(crate) calls: i64,
    pub(crate) talk_ms: i64,
}

/// Durations of one stretch and bucket: stretches since the period began, bucket, how many.
pub(crate) type Durations = (i64, i64, i64);

/// Calls of one disposition.
#[derive(sqlx::FromRow)]
pub(crate) struct Disposition {
    pub(crate) id: Option<String>,
    pub(crate) name: Option<String>,
    pub(crate) calls: i64,
}

/// Items of the inbox that began in one stretch.
#[derive(sqlx::FromRow)]
pub(crate) struct Items {
    /// Stretches since the period began.
    pub(crate) stretch: i64,
    pub(crate) closed_how: Option<String>,
    /// The bucket of how long it was open.
    pub(crate) bucket: Option<i64>,
    pub(crate) items: i64,
}

/// Which durations are asked for.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Lasting {
    /// Talk, of calls that were answered.
    Talk,
    /// Ringing, of calls in.
    Wait,
}

/// By hour, direction and outcome.
pub(crate) async fn hours(mut db: On<'_>, of: &Of<'_>) -> Answer<Vec<Hour>> {
    in_parts!(db, of, hours_text)
}

/// By member, team, direction and outcome.
pub(crate) async fn members(mut db: On<'_>, of: &Of<'_>) -> Answer<Vec<Member>> {
    in_parts!(db, of, members_text)
}

/// How long calls lasted, in the buckets of `domain::dashboard::duration_bucket`.
pub(crate) async fn durations(mut db: On<'_>, of: &Of<'_>, lasting: Lasting) -> Answer<Vec<Durations>> {
    in_parts!(db, of, durations_text, lasting)
}

/// By what members say they came to; of calls that are over.
pub(crate) async fn dispositions(mut db: On<'_>, of: &Of<'_>) -> Answer<Vec<Disposition>> {
    in_parts!(db, of, dispositions_text)
}

/// What became of customers who were missed.
pub(crate) async fn items(mut db: On<'_>, of: &Of<'_>) -> Answer<Vec<Items>> {
    in_parts!(db, of, items_text)
}

fn hours_text<DB>(part: &Part<'_>) -> QueryBuilder<DB>
where
    DB: Database,
    String: Type<DB> + for<'v> Encode<'v, DB>,
    i64: Type<DB> + for<'v> Encode<'v, DB>,
{
    let mut text = QueryBuilder::new("select (started_at - ");
    text.push_bind(part.of.from.0).push(
        ") / 3600000 as hour, direction, outcome, count(*) as calls, cast(sum(talk_ms) as bigint) as talk_ms from ",
    );
    push_calls(&mut text, part);
    text.push(" group by 1, 2, 3");
    text
}

/// A member's id with nothing added is no column of an index: SQLite would look up a period once for every member.
fn members_text<DB>(part: &Part<'_>) -> QueryBuilder<DB>
where
    DB: Database,
    String: Type<DB> + for<'v> Encode<'v, DB>,
    i64: Type<DB> + for<'v> Encode<'v, DB>,
{
    let mut text = QueryBuilder::new(
        "select g.agent_id, s.name as agent_name, g.team_id, t.name as team_name, g.direction, g.outcome, g.calls, \
         g.talk_ms from (select agent_id || '' as agent_id, team_id, direction, outcome, count(*) as calls, \
         cast(sum(talk_ms) as bigint) as talk_ms from ",
    );
    push_calls(&mut text, part);
    text.push(" group by 1, 2, 3, 4) g left join staff s on s.id = g.agent_id left join teams t on t.id = g.team_id");
    text
}

fn durations_text<DB>(part: &Part<'_>, lasting: Lasting) -> QueryBuilder<DB>
where
    DB: Database,
    String: Type<DB> + for<'v> Encode<'v, DB>,
    i64: Type<DB> + for<'v> Encode<'v, DB>,
{
    let (column, those) = match lasting {
        Lasting::Talk => ("talk_ms", " and outcome = 'answered'"),
        Lasting::Wait => ("ring_ms", " and direction = 'inbound' and outcome is not null"),
    };
    let mut text = QueryBuilder::new("select (started_at - ");
    text.push_bind(part.of.from.0).push(") / ").push_bind(part.of.step).push(", ");
    push_bucket(&mut text, column);
    text.push(", count(*) from ");
    push_calls(&mut text, part);
    text.push(those).push(" group by 1, 2");
    text
}

fn dispositions_text<DB>(part: &Part<'_>) -> QueryBuilder<DB>
where
    DB: Database,
    String: Type<DB> + for<'v> Encode<'v, DB>,
    i64: Type<DB> + for<'v> Encode<'v, DB>,
{
    let mut text =
        QueryBuilder::new("select d.id, d.name, g.calls from (select disposition_id, count(*) as calls from ");
    push_calls(&mut text, part);
    text.push(" group by 1) g left join dispositions d on d.id = g.disposition_id");
    text
}

fn items_text<DB>(part: &Part<'_>) -> QueryBuilder<DB>
where
    DB: Database,
    String: Type<DB> + for<'v> Encode<'v, DB>,
    i64: Type<DB> + for<'v> Encode<'v, DB>,
{
    let mut text = QueryBuilder::new("select (first_at - ");
    text.push_bind(part.of.from.0).push(") / ").push_bind(part.of.step).push(" as stretch, closed_how, ");
    push_bucket(&mut text, "(closed_at - first_at)");
    text.push(" as bucket, count(*) as items from missed_items where first_at >= ").push_bind(part.from.0);
    text.push(" and first_at < ").push_bind(part.until.0);
    push_scope(&mut text, part.of, "owner_id");
    text.push(" group by 1, 2, 3");
    text
}

fn push_calls<DB>(text: &mut QueryBuilder<DB>, part: &Part<'_>)
where
    DB: Database,
    String: Type<DB> + for<'v> Encode<'v, DB>,
    i64: Type<DB> + for<'v> Encode<'v, DB>,
{
    text.push("calls where deleted_at is null and started_at >= ").push_bind(part.from.0);
    text.push(" and started_at < ").push_bind(part.until.0);
    push_scope(text, part.of, "agent_id");
}

/// The rule of `domain::dashboard::duration_bucket`.
fn push_bucket<DB: Database>(text: &mut QueryBuilder<DB>, millis: &'static str) {
    text.push("case when ").push(millis).push(" < 120000 then ").push(millis).push(" / 1000 else 120 + (");
    text.push(millis).push(" - 120000) / 10000 end");
}

fn push_scope<DB>(text: &mut QueryBuilder<DB>, of: &Of<'_>, whose: &'static str)
where
    DB: Database,
    String: Type<DB> + for<'v> Encode<'v, DB>,
{
    if let Some(team) = of.team {
        text.push(" and team_id = ").push_bind(team.as_str().to_owned());
    }
    let (me, led): (&StaffId, &[TeamId]) = match of.scope {
        Scope::All => return,
        Scope::Own(me) => (me, &[]),
        Scope::Teams(me, led) => (me, led),
    };
    text.push(" and (").push(whose).push(" = ").push_bind(me.as_str().to_owned());
    for team in led {
        text.push(" or team_id = ").push_bind(team.as_str().to_owned());
    }
    text.push(")");
}

//! The tables of assignment rules and of whose turn it is.

use super::members::{line_of, status_of};
use super::{Answer, Fault, On, each, statements};
use domain::assignment::{Candidate, Choice, Condition, Origin, Receiver, Rule, RuleForm, Standing, is_present};
use domain::ids::{RuleId, StaffId, TeamId};
use domain::phone::Number;
use domain::staff::StaffRef;
use domain::teams::TeamRef;
use domain::times::Millis;

/// Everything that is read of a rule; what follows says which.
macro_rules! rules {
    ($rest:literal) => {
        concat!(
            "select r.id, r.condition, r.value, r.receiver, r.staff_id, s.name as staff_name, r.team_id, ",
            "t.name as team_name, r.present_only, r.active from assignment_rules r ",
            "left join staff s on s.id = r.staff_id left join teams t on t.id = r.team_id ",
            $rest
        )
    };
}

statements! {
    LIST = rules!("order by r.position, r.id");
    BY_ID = rules!("where r.id = $1");
    INSERT = "insert into assignment_rules (id, position, condition, value, receiver, staff_id, team_id, present_only, \
              active, updated_at) select $1, coalesce(max(position), 0) + 1, $2, $3, $4, $5, $6, $7, $8, $9 \
              from assignment_rules";
    UPDATE = "update assignment_rules set condition = $2, value = $3, receiver = $4, staff_id = $5, team_id = $6, \
              present_only = $7, active = $8, updated_at = $9 where id = $1";
    PLACE = "update assignment_rules set position = $2, updated_at = $3 where id = $1 and position <> $2";
    DELETE = "delete from assignment_rules where id = $1";
    IN_USE = "select count(*) from assignment_rules where active";
    CANDIDATES = "select s.id, m.status, m.line, coalesce(u.turn, 0) as turn from assignment_rules r \
                  join staff s on s.active and (s.id = r.staff_id or s.team_id = r.team_id) \
                  left join member_status m on m.staff_id = s.id \
                  left join assignment_turns u on u.rule_id = r.id and u.staff_id = s.id where r.id = $1";
    TURN = "insert into assignment_turns (rule_id, staff_id, turn) values ($1, $2, $3) \
            on conflict (rule_id, staff_id) do update set turn = excluded.turn";
    CALLED = "select queue, hotline from calls where number = $1 and direction = 'inbound' and started_at >= $2 \
              and deleted_at is null order by started_at desc, id desc limit 1";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    condition: String,
    value: String,
    receiver: String,
    staff_id: Option<String>,
    staff_name: Option<String>,
    team_id: Option<String>,
    team_name: Option<String>,
    present_only: bool,
    active: bool,
}

impl Row {
    fn rule(self) -> Answer<Rule> {
        let member = self.staff_id.zip(self.staff_name).map(|(id, name)| StaffRef { id: StaffId::new(id), name });
        let team = self.team_id.zip(self.team_name).map(|(id, name)| TeamRef { id: TeamId::new(id), name });
        let receiver = match (self.receiver.as_str(), member, team) {
            ("maker", ..) => Receiver::Maker,
            ("member", Some(member), _) => Receiver::Member(member),
            ("team", _, Some(team)) => Receiver::Team { team, present: self.present_only },
            _ => return Err(Fault::Stored("assignment rule")),
        };
        let condition = Condition::from_stored(&self.condition, &self.value).ok_or(Fault::Stored("assignment rule"))?;
        Ok(Rule { id: RuleId::new(self.id), condition, receiver, active: self.active })
    }
}

#[derive(sqlx::FromRow)]
struct CandidateRow {
    id: String,
    status: Option<String>,
    line: Option<String>,
    turn: i64,
}

impl CandidateRow {
    fn candidate(self) -> Answer<Candidate> {
        let status = self.status.as_deref().map(status_of).transpose()?;
        let line = self.line.as_deref().map(line_of).transpose()?;
        let present = status.zip(line).is_some_and(|(status, line)| is_present(status, &line));
        Ok(Candidate { id: StaffId::new(self.id), present, turn: self.turn })
    }
}

/// All rules, in order.
pub(crate) async fn list(db: On<'_>) -> Answer<Vec<Rule>> {
    let rows: Vec<Row> = each!(db, link => sqlx::query_as(LIST).fetch_all(link).await)?;
    rows.into_iter().map(Row::rule).collect()
}

/// One of them.
pub(crate) async fn by_id(db: On<'_>, id: &RuleId) -> Answer<Option<Rule>> {
    let row: Option<Row> = each!(db, link => sqlx::query_as(BY_ID).bind(id.as_str()).fetch_optional(link).await)?;
    row.map(Row::rule).transpose()
}

/// Whether any rule is used.
pub(crate) async fn in_use(db: On<'_>) -> Answer<bool> {
    Ok(each!(db, link => sqlx::query_scalar::<_, i64>(IN_USE).fetch_one(link).await)? > 0)
}

/// A new rule, the last in order.
pub(crate) async fn insert(db: On<'_>, id: &RuleId, form: &RuleForm, at: Millis) -> Answer<()> {
    write(db, INSERT, id, form, at).await
}

/// What a rule has become.
pub(crate) async fn update(db: On<'_>, id: &RuleId, form: &RuleForm, at: Millis) -> Answer<()> {
    write(db, UPDATE, id, form, at).await
}

async fn write(db: On<'_>, text: &'static str, id: &RuleId, form: &RuleForm, at: Millis) -> Answer<()> {
    let (receiver, member, team, present) = match &form.choice {
        Choice::Maker => ("maker", None, None, false),
        Choice::Member(member) => ("member", Some(member.as_str()), None, false),
        Choice::Team { team, present } => ("team", None, Some(team.as_str()), *present),
    };
    each!(db, link => sqlx::query(text)
        .bind(id.as_str())
        .bind(form.condition.kind())
        .bind(form.condition.value())
        .bind(receiver)
        .bind(member)
        .bind(team)
        .bind(present)
        .bind(form.active)
        .bind(at.0)
        .execute(link).await.map(drop))?;
    Ok(())
}

/// Its place in the order, from 1.
pub(crate) async fn place(db: On<'_>, id: &RuleId, position: i64, at: Millis) -> Answer<()> {
    each!(db, link => sqlx::query(PLACE).bind(id.as_str()).bind(position).bind(at.0).execute(link).await.map(drop))?;
    Ok(())
}

/// There is no such rule any more; nobody's turn is remembered.
pub(crate) async fn delete(db: On<'_>, id: &RuleId) -> Answer<()> {
    each!(db, link => sqlx::query(DELETE).bind(id.as_str()).execute(link).await.map(drop))?;
    Ok(())
}

/// The rules that are used, in order, and whose turn it is in each.
pub(crate) async fn standings(mut db: On<'_>) -> Answer<Vec<Standing>> {
    let mut standings = Vec::new();
    for rule in list(db.again()).await?.into_iter().filter(|rule| rule.active) {
        let rows: Vec<CandidateRow> = each!(&mut db, link => sqlx::query_as(CANDIDATES)
            .bind(rule.id.as_str()).fetch_all(&mut **link).await)?;
        let candidates = rows.into_iter().map(CandidateRow::candidate).collect::<Answer<_>>()?;
        standings.push(Standing { rule, candidates });
    }
    Ok(standings)
}

/// When somebody's turn was.
pub(crate) async fn turn(db: On<'_>, rule: &RuleId, candidate: &Candidate) -> Answer<()> {
    each!(db, link => sqlx::query(TURN)
        .bind(rule.as_str()).bind(candidate.id.as_str()).bind(candidate.turn).execute(link).await.map(drop))?;
    Ok(())
}

/// How somebody called last since a moment, from any of these numbers.
pub(crate) async fn called(mut db: On<'_>, numbers: &[&Number], since: Millis) -> Answer<Option<Origin>> {
    for number in numbers {
        let row: Option<(Option<String>, Option<String>)> = each!(&mut db, link => sqlx::query_as(CALLED)
            .bind(number.as_str()).bind(since.0).fetch_optional(&mut **link).await)?;
        if let Some((queue, hotline)) = row {
            return Ok(Some(Origin::Call { queue, hotline }));
        }
    }
    Ok(None)
}

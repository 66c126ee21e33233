//! The dashboard: the figures of the calls that a member sees.
//!
//! Counted when asked for, never kept: each question is one pass over a range of one index. Of a million calls in a year,
//! thirty days are some eighty thousand and take some thirty milliseconds a question; a whole year takes about a second,
//! which is why no period is longer. However many there are, it takes the memory of a fortnight.

use crate::db::figures::{self, Disposition, Durations, Hour, Items, Lasting, Member, Of};
use crate::permit::May;
use crate::{Backend, scope};
use domain::access::{Action, Actor, Scope};
use domain::calls::Direction;
use domain::dashboard::{
    AgentFigures, CalledBack, Counted, DispositionFigures, Figures, FiguresQuery, Histogram, Period, Stretch, Sums,
    TeamFigures,
};
use domain::ids::{DispositionId, StaffId, TeamId};
use domain::missed::ClosedHow;
use domain::problem::Problem;
use domain::staff::StaffRef;
use domain::teams::TeamRef;
use domain::times::{self, HOUR, Millis};
use domain::wrap_up::DispositionRef;
use std::collections::BTreeMap;

/// The figures of a period. The questions are asked side by side, each on a connection of its own.
///
/// # Errors
/// [`Problem::Forbidden`] for agents, and for a team one does not lead.
pub async fn figures(b: &Backend, who: &Actor, query: &FiguresQuery) -> Result<Figures, Problem> {
    who.may(Action::SeeDashboard)?;
    let scope = scope::of(b.read().await?.on(), who).await?;
    if let (Scope::Teams(_, led), Some(team)) = (&scope, &query.team)
        && !led.contains(team)
    {
        return Err(Problem::Forbidden);
    }
    let (from, until) = query.period.range(b.now());
    let step = Period::step(from, until);
    let of = Of { from, until, scope: &scope, team: query.team.as_ref(), step };
    let (hours, members, talk, wait, dispositions, items) = tokio::try_join!(
        async { Ok::<_, Problem>(figures::hours(b.read().await?.on(), &of).await?) },
        async { Ok(figures::members(b.read().await?.on(), &of).await?) },
        async { Ok(figures::durations(b.read().await?.on(), &of, Lasting::Talk).await?) },
        async { Ok(figures::durations(b.read().await?.on(), &of, Lasting::Wait).await?) },
        async { Ok(figures::dispositions(b.read().await?.on(), &of).await?) },
        async { Ok(figures::items(b.read().await?.on(), &of).await?) },
    )?;
    let (agents, teams) = by_whom(members);
    let mut stretches = Stretches::of(from, until, step);
    let hours = stretches.count_hours(&hours);
    stretches.last(&talk, |stretch| &mut stretch.talk);
    stretches.last(&wait, |stretch| &mut stretch.wait);
    stretches.missed(&items);
    let whole = stretches.whole();
    Ok(Figures {
        from,
        until,
        sums: whole.sums,
        talk: whole.talk.spread(),
        wait: whole.wait.spread(),
        called_back: whole.called_back(),
        stretches: stretches.shown(),
        hours,
        agents,
        teams,
        dispositions: by_disposition(dispositions),
    })
}

/// What is counted of a day or a week.
#[derive(Clone, Default)]
struct Tally {
    sums: Sums,
    talk: Histogram,
    wait: Histogram,
    missed: CalledBack,
    until_reached: Histogram,
}

impl Tally {
    fn called_back(&self) -> CalledBack {
        CalledBack { wait: self.until_reached.spread(), ..self.missed }
    }
}

/// The days or weeks of a period.
struct Stretches {
    from: Millis,
    until: Millis,
    step: i64,
    tallies: Vec<Tally>,
    /// All of them together.
    total: Tally,
}

impl Stretches {
    fn of(from: Millis, until: Millis, step: i64) -> Self {
        let count = usize::try_from((until.since(from) + step - 1) / step).unwrap_or(0);
        Self { from, until, step, tallies: vec![Tally::default(); count], total: Tally::default() }
    }

    /// Counts into one of them, and into all together.
    fn each(&mut self, stretch: i64, count: impl Fn(&mut Tally)) {
        count(&mut self.total);
        if let Some(tally) = usize::try_from(stretch).ok().and_then(|place| self.tallies.get_mut(place)) {
            count(tally);
        }
    }

    /// Counts calls, and answers them by day of the week and hour.
    fn count_hours(&mut self, rows: &[Hour]) -> [[i64; 24]; 7] {
        let mut hours = [[0; 24]; 7];
        for row in rows {
            let at = self.from.plus(row.hour * HOUR);
            let day = times::weekday(at).num_days_from_monday() as usize;
            let hour = usize::try_from(at.since(at.day_start()) / HOUR).unwrap_or(0);
            hours[day][hour] += row.calls;
            let (direction, how) = (direction(&row.direction), counted(row.outcome.as_deref()));
            self.each(row.hour * HOUR / self.step, |tally| tally.sums.count(direction, how, row.calls, row.talk_ms));
        }
        hours
    }

    fn last(&mut self, rows: &[Durations], which: impl Fn(&mut Tally) -> &mut Histogram) {
        for (stretch, bucket, count) in rows {
            self.each(*stretch, |tally| which(tally).count(*bucket, *count));
        }
    }

    fn missed(&mut self, rows: &[Items]) {
        for row in rows {
            let how = row.closed_how.as_deref().and_then(ClosedHow::from_stored);
            self.each(row.stretch, |tally| {
                tally.missed.items += row.items;
                match (how, row.bucket) {
                    (Some(ClosedHow::ByHand), _) => tally.missed.by_hand += row.items,
                    (Some(_), Some(bucket)) => {
                        tally.missed.reached += row.items;
                        tally.until_reached.count(bucket, row.items);
                    }
                    _ => {}
                }
            });
        }
    }

    fn whole(&self) -> Tally {
        self.total.clone()
    }

    fn shown(&self) -> Vec<Stretch> {
        let starts = (0..).map(|place| self.from.plus(place * self.step));
        let shown = |(from, tally): (Millis, &Tally)| Stretch {
            from,
            until: from.plus(self.step).min(self.until),
            sums: tally.sums,
            talk: tally.talk.spread(),
            wait: tally.wait.spread(),
            called_back: tally.called_back(),
        };
        starts.zip(&self.tallies).map(shown).collect()
    }
}

/// By member and by team, most calls first.
fn by_whom(rows: Vec<Member>) -> (Vec<AgentFigures>, Vec<TeamFigures>) {
    let mut agents: BTreeMap<Option<String>, AgentFigures> = BTreeMap::new();
    let mut teams: BTreeMap<Option<String>, TeamFigures> = BTreeMap::new();
    for row in rows {
        let (direction, how) = (direction(&row.direction), counted(row.outcome.as_deref()));
        let agent = row.agent_id.clone().zip(row.agent_name);
        let agent = agent.map(|(id, name)| StaffRef { id: StaffId::new(id), name });
        let of_agent = agents.entry(row.agent_id).or_insert(AgentFigures { agent, sums: Sums::default() });
        of_agent.sums.count(direction, how, row.calls, row.talk_ms);
        let team = row.team_id.clone().zip(row.team_name);
        let team = team.map(|(id, name)| TeamRef { id: TeamId::new(id), name });
        let of_team = teams.entry(row.team_id).or_insert(TeamFigures { team, sums: Sums::default() });
        of_team.sums.count(direction, how, row.calls, row.talk_ms);
    }
    let (mut agents, mut teams): (Vec<_>, Vec<_>) = (agents.into_values().collect(), teams.into_values().collect());
    agents.sort_by_key(|agent| std::cmp::Reverse(agent.sums.calls()));
    teams.sort_by_key(|team| std::cmp::Reverse(team.sums.calls()));
    (agents, teams)
}

/// By disposition, most calls first, then by name.
fn by_disposition(rows: Vec<Disposition>) -> Vec<DispositionFigures> {
    let mut figures: BTreeMap<Option<String>, DispositionFigures> = BTreeMap::new();
    for row in rows {
        let disposition =
            row.id.clone().zip(row.name).map(|(id, name)| DispositionRef { id: DispositionId::new(id), name });
        figures.entry(row.id).or_insert(DispositionFigures { disposition, calls: 0 }).calls += row.calls;
    }
    let mut figures: Vec<_> = figures.into_values().collect();
    let name = |of: &DispositionFigures| of.disposition.as_ref().map(|disposition| disposition.name.clone());
    figures.sort_by_cached_key(|of| (std::cmp::Reverse(of.calls), name(of)));
    figures
}

/// The table holds no other word.
fn direction(word: &str) -> Direction {
    if word == "inbound" { Direction::Inbound } else { Direction::Outbound }
}

fn counted(outcome: Option<&str>) -> Counted {
    match outcome {
        None => Counted::Running,
        Some("answered") => Counted::Answered,
        Some("missed") => Counted::Missed,
        Some("rejected") => Counted::Rejected,
        Some(_) => Counted::Failed,
    }
}

//! Calls that nobody made: a year of a house that works from Monday to Saturday.

use super::Chance;
use domain::calls::{Fact, Failure, HistoryRecord, TransferTarget, What};
use domain::ids::{FactId, SourceId};
use domain::times::{DAY, HOUR, Millis, SECOND};

/// The calls of a house.
pub(crate) struct CallInventor {
    pub(crate) chance: Chance,
    /// Where its facts come from; another one each time, so that they are never those of another run.
    pub(crate) source: SourceId,
}

/// How a made-up call goes.
pub(crate) struct Course {
    pub(crate) facts: Vec<Fact>,
    /// Whether anybody of us was rung.
    pub(crate) rang_somebody: bool,
}

const HOTLINES: [&str; 2] = ["19001000", "02873001000"];
const QUEUES: [&str; 3] = ["ban-hang", "cham-soc", "ky-thuat"];
/// Why a call was missed, as often as the weight says.
const MISSED: [(u64, &str); 3] = [(5, "caller_hangup"), (3, "agent_no_answer"), (2, "queue_timeout")];

impl CallInventor {
    /// What happened in the call with this place in the run and the other side's number.
    pub(crate) fn call(&mut self, place: u64, at: Millis, number: String) -> Course {
        let mut course = vec![(SECOND, What::ProviderId { id: format!("{}-{place}", self.source) })];
        let rang_somebody = if self.chance.below(100) < 60 {
            course.push((0, self.offered(number)));
            self.inbound(&mut course)
        } else {
            course.push((0, What::DialWished { number }));
            self.outbound(&mut course);
            true
        };
        let fact = |(n, (after, what)): (usize, (i64, What))| Fact {
            id: FactId::new(format!("{place:08}-{n}")),
            source: self.source.clone(),
            at: at.plus(after),
            what,
        };
        Course { facts: course.into_iter().enumerate().map(fact).collect(), rang_somebody }
    }

    fn offered(&mut self, number: String) -> What {
        let queue = (self.chance.below(10) < 7).then(|| self.chance.pick(&QUEUES).to_owned());
        What::Offered { number, hotline: Some(self.chance.pick(&HOTLINES).to_owned()), queue }
    }

    /// Whether anybody of us was rung.
    fn inbound(&mut self, course: &mut Vec<(i64, What)>) -> bool {
        match self.chance.below(100) {
            0..78 => {
                let answered = self.millis(2, 20);
                course.push((answered, What::AgentAnswered));
                self.talk(course, answered);
                true
            }
            78..82 => {
                course.push((4 * SECOND, What::RejectWished));
                course.push((4 * SECOND + 200, What::Ended));
                true
            }
            _ => {
                let waited = self.millis(8, 45);
                let missed_reason = Some(self.chance.weighted(&MISSED).to_owned());
                course.push((waited, What::Ended));
                let record = HistoryRecord { missed_reason, wait_ms: waited, ..HistoryRecord::default() };
                course.push((waited + SECOND, What::HistoryTold { record }));
                self.chance.below(4) > 0
            }
        }
    }

    fn outbound(&mut self, course: &mut Vec<(i64, What)>) {
        let rings = 2 * SECOND;
        let failed = |at, reason| (at, What::Failed { reason });
        match self.chance.below(100) {
            0..62 => {
                let answered = rings + self.millis(3, 25);
                course.push((rings, What::CustomerRinging));
                course.push((answered, What::CustomerAnswered));
                self.talk(course, answered);
            }
            62..84 => {
                course.push((rings, What::CustomerRinging));
                course.push(failed(rings + self.millis(25, 45), Failure::NoAnswer));
            }
            84..92 => course.push(failed(rings, Failure::Busy)),
            92..95 => course.push(failed(rings, Failure::Unreachable)),
            _ => {
                let given_up = rings + self.millis(4, 15);
                course.push((rings, What::CustomerRinging));
                course.push((given_up, What::HangUpWished));
                course.push((given_up + 200, What::Ended));
            }
        }
    }

    /// Most talks are short, few are long; some wait, are passed on, or end unseen; most are recorded.
    fn talk(&mut self, course: &mut Vec<(i64, What)>, answered: i64) {
        let talked =
            self.millis(10, 70) * (1 + i64::try_from(self.chance.below(4) * self.chance.below(4)).unwrap_or(0));
        let ended = answered + talked;
        if self.chance.below(10) == 0 {
            course.push((answered + talked / 3, What::Held));
            course.push((answered + talked / 2, What::Resumed));
        }
        if self.chance.below(30) == 0 {
            let to = TransferTarget::Queue(self.chance.pick(&QUEUES).to_owned());
            course.push((ended - 2 * SECOND, What::TransferWished { to }));
            course.push((ended - SECOND, What::TransferAnswered { accepted: true }));
        }
        if self.chance.below(200) == 0 {
            course.push((ended, What::ContactLost));
            course.push((ended + 60 * SECOND, What::PresumedEnded));
            return;
        }
        course.push((ended, What::Ended));
        if self.chance.below(5) > 0 {
            let record = HistoryRecord { talk_ms: talked, recorded: true, ..HistoryRecord::default() };
            course.push((ended + SECOND, What::HistoryTold { record }));
        }
    }

    fn millis(&mut self, from_seconds: u64, to_seconds: u64) -> i64 {
        let millis = from_seconds * 1_000 + self.chance.below((to_seconds - from_seconds) * 1_000);
        i64::try_from(millis).unwrap_or(0)
    }
}

/// The hours of the year before `now`, each with how many calls in a thousand hours it and all before it have.
pub(crate) struct Year(Vec<(Millis, u64)>);

impl Year {
    /// The year that ends with the hour before this moment.
    pub(crate) fn before(now: Millis) -> Self {
        let end = now.0.div_euclid(HOUR);
        let mut sum = 0;
        let hours = (end - 365 * 24..end).map(|hour| {
            sum += busy(Millis(hour * HOUR));
            (Millis(hour * HOUR), sum)
        });
        Self(hours.collect())
    }

    /// When the call at this place of so many takes place: in order, but for an hour.
    pub(crate) fn moment(&self, place: u64, count: u64, chance: &mut Chance) -> Millis {
        let total = self.0.last().map_or(0, |(_, sum)| *sum);
        let reached = u128::from(total) * u128::from(place) / u128::from(count.max(1));
        let index = self.0.partition_point(|(_, sum)| u128::from(*sum) <= reached);
        let hour = self.0.get(index).map_or(Millis(0), |(hour, _)| *hour);
        hour.plus(i64::try_from(chance.below(3_600_000)).unwrap_or(0))
    }
}

/// How busy an hour is in Vietnam: the morning most, nobody at night, little on Sundays.
fn busy(hour: Millis) -> u64 {
    const OF_DAY: [u64; 24] = [0, 0, 0, 0, 0, 0, 1, 8, 60, 100, 95, 70, 25, 55, 85, 90, 75, 45, 20, 12, 8, 4, 1, 0];
    let since_midnight = hour.since(hour.day_start());
    let of_day = usize::try_from(since_midnight / HOUR).ok().and_then(|hour| OF_DAY.get(hour)).copied().unwrap_or(0);
    // 1 January 1970 was a Thursday.
    match (hour.plus(7 * HOUR).0.div_euclid(DAY) + 4).rem_euclid(7) {
        0 => of_day / 8,
        6 => of_day / 2,
        _ => of_day,
    }
}

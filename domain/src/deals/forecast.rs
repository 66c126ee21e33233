//! What deals should bring in, month by month.

use crate::times::{self, DAY, Millis};
use serde::{Deserialize, Serialize};

/// When deals should be won, seen from today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Due {
    /// Before today, and they are still open.
    Overdue,
    /// In this month.
    ThisMonth,
    /// In the next one.
    NextMonth,
    /// In this quarter.
    ThisQuarter,
    /// Nobody has said.
    Unknown,
}

impl Due {
    /// Every choice, soonest first.
    pub const ALL: [Self; 5] = [Self::Overdue, Self::ThisMonth, Self::NextMonth, Self::ThisQuarter, Self::Unknown];

    /// The word in addresses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Overdue => "overdue",
            Self::ThisMonth => "month",
            Self::NextMonth => "next",
            Self::ThisQuarter => "quarter",
            Self::Unknown => "unknown",
        }
    }

    /// The choice of a word; `None` for any other text.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|due| due.as_str() == word)
    }

    /// The first moment, and the first that is too late; `None` where no day is known.
    pub fn bounds(self, now: Millis) -> Option<(Millis, Millis)> {
        let month = month_start(now);
        match self {
            Self::Overdue => Some((Millis(i64::MIN), now.day_start())),
            Self::ThisMonth => Some((month, next_month(month))),
            Self::NextMonth => Some((next_month(month), next_month(next_month(month)))),
            Self::ThisQuarter => Some(quarter(month)),
            Self::Unknown => None,
        }
    }
}

/// A month of the forecast.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ForecastMonth {
    /// When it begins in Vietnam.
    pub begins: Millis,
    /// What is won already, in whole đồng.
    pub won: i64,
    /// What is open comes to, each as likely as its stage says.
    pub likely: i64,
    /// What is open comes to if all of it is won.
    pub open: i64,
}

/// What deals should bring in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Forecast {
    /// Some months before this one, this one, and some after it, in order.
    pub months: Vec<ForecastMonth>,
    /// Open deals that should be won already: what they come to.
    pub overdue: i64,
    /// Open deals of which nobody has said when: what they come to.
    pub unknown: i64,
}

/// Deals of one day, together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OnDay {
    /// A moment of the day on which they were won, or on which open ones should be; `None` where nobody has said.
    pub day: Option<Millis>,
    /// Whether they are won.
    pub won: bool,
    /// Of a hundred, so many are won.
    pub probability: u8,
    /// What they come to.
    pub amount: i64,
}

/// When the first month of a forecast begins that shows so many months before this one.
pub fn first_month(now: Millis, past: usize) -> Millis {
    (0..past).fold(month_start(now), |month, _| month_start(month.plus(-DAY)))
}

/// Adds up what was won and is open: so many months before this one, this one, and so many after it. What lies before
/// or after these is not shown, but for open deals that are overdue.
pub fn forecast(days: &[OnDay], now: Millis, past: usize, ahead: usize) -> Forecast {
    let begins = std::iter::successors(Some(first_month(now, past)), |month| Some(next_month(*month)));
    let month = |begins| ForecastMonth { begins, won: 0, likely: 0, open: 0 };
    let months = begins.take(past + 1 + ahead).map(month).collect();
    let mut all = Forecast { months, ..Forecast::default() };
    for one in days {
        match one.day {
            None if !one.won => all.unknown += one.amount,
            None => {}
            Some(day) if !one.won && day < now.day_start() => all.overdue += one.amount,
            Some(day) => {
                let at = month_start(day);
                if let Some(month) = all.months.iter_mut().find(|month| month.begins == at) {
                    month.add(*one);
                }
            }
        }
    }
    all
}

impl ForecastMonth {
    fn add(&mut self, one: OnDay) {
        if one.won {
            self.won += one.amount;
        } else {
            self.open += one.amount;
            self.likely +=
                one.amount / 100 * i64::from(one.probability) + one.amount % 100 * i64::from(one.probability) / 100;
        }
    }
}

/// When the month of a moment began in Vietnam.
fn month_start(at: Millis) -> Millis {
    let day = at.day_start();
    // The text of a date is its day of the month before all else.
    let of_month: i64 = times::date(day).get(..2).and_then(|text| text.parse().ok()).unwrap_or(1);
    day.plus(-(of_month - 1) * DAY)
}

/// The month after the one that begins here: no month has 32 days.
fn next_month(begins: Millis) -> Millis {
    month_start(begins.plus(32 * DAY))
}

fn quarter(month: Millis) -> (Millis, Millis) {
    let number: i64 = times::date(month).get(3..5).and_then(|text| text.parse().ok()).unwrap_or(1);
    let mut begins = month;
    for _ in 0..(number - 1) % 3 {
        begins = month_start(begins.plus(-DAY));
    }
    (begins, next_month(next_month(next_month(begins))))
}

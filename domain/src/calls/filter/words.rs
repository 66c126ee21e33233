//! A filter in the words of an address: the same words name it in the address bar, in links and for the export.

use super::{CallFilter, OutcomeKind, Period};
use crate::calls::{Direction, MatchHow};
use crate::ids::{CustomerId, DispositionId, StaffId, TeamId};
use crate::times::Day;

/// Among dispositions: nobody has said yet.
const UNDECIDED: &str = "none";

impl CallFilter {
    /// What is said, as (name, word), in a fixed order; nothing of what is not.
    pub fn words(&self) -> Vec<(&'static str, String)> {
        let ids = |ids: &[StaffId]| ids.iter().map(ToString::to_string).collect::<Vec<_>>();
        let number = |n: Option<u32>| n.map(|n| n.to_string());
        let mut said = period_words(self.period);
        said.extend([
            ("weekday", self.weekday.map(|day| day.to_string())),
            ("hour", self.hour.map(|hour| hour.to_string())),
            ("direction", self.direction.map(|direction| direction_word(direction).to_owned())),
            ("outcome", list(self.outcomes.iter().map(|kind| kind.as_str().to_owned()))),
            ("disposition", list(self.disposition_words())),
            ("agent", list(ids(&self.agents))),
            ("team", list(self.teams.iter().map(ToString::to_string))),
            ("hotline", list(self.hotlines.iter().cloned())),
            ("queue", list(self.queues.iter().cloned())),
            ("customer", self.customer.as_ref().map(ToString::to_string)),
            ("number", Some(self.number.trim().to_owned())),
            ("min", number(self.talk_min)),
            ("max", number(self.talk_max)),
            ("answered", self.answered.map(|yes| yes_or_no(yes).to_owned())),
            ("recorded", self.recorded.map(|yes| yes_or_no(yes).to_owned())),
            ("matched", list(self.matched.iter().map(|how| how.as_str().to_owned()))),
        ]);
        let said = said.into_iter().filter_map(|(name, word)| Some((name, word.filter(|word| !word.is_empty())?)));
        said.collect()
    }

    /// Reads the words of an address; what makes no sense is as if it was not said.
    pub fn from_words(word: impl Fn(&str) -> Option<String>) -> Self {
        let text = |name: &str| word(name).map(|word| word.trim().to_owned()).filter(|word| !word.is_empty());
        let several = |name: &str| text(name).map(|word| parts(&word)).unwrap_or_default();
        let number = |name: &str| text(name).and_then(|word| word.parse().ok());
        let (undecided, dispositions) = several("disposition").into_iter().partition::<Vec<_>, _>(|w| w == UNDECIDED);
        Self {
            period: period_of(text),
            weekday: number("weekday").and_then(|n| u8::try_from(n).ok()).filter(|day| *day < 7),
            hour: number("hour").and_then(|n| u8::try_from(n).ok()).filter(|hour| *hour < 24),
            direction: text("direction").and_then(|word| direction_of(&word)),
            outcomes: several("outcome").iter().filter_map(|word| OutcomeKind::from_word(word)).collect(),
            dispositions: dispositions.into_iter().map(DispositionId::new).collect(),
            undecided: !undecided.is_empty(),
            agents: several("agent").into_iter().map(StaffId::new).collect(),
            teams: several("team").into_iter().map(TeamId::new).collect(),
            hotlines: several("hotline"),
            queues: several("queue"),
            customer: text("customer").map(CustomerId::new),
            number: text("number").unwrap_or_default(),
            talk_min: number("min"),
            talk_max: number("max"),
            answered: text("answered").and_then(|word| yes(&word)),
            recorded: text("recorded").and_then(|word| yes(&word)),
            matched: several("matched").iter().filter_map(|word| match_of(word)).collect(),
        }
    }

    fn disposition_words(&self) -> Vec<String> {
        let undecided = self.undecided.then(|| UNDECIDED.to_owned());
        undecided.into_iter().chain(self.dispositions.iter().map(ToString::to_string)).collect()
    }
}

fn period_words(period: Period) -> Vec<(&'static str, Option<String>)> {
    let (word, from, to) = match period {
        Period::Any => (None, None, None),
        Period::Today => (Some("today"), None, None),
        Period::SevenDays => (Some("7days"), None, None),
        Period::ThisMonth => (Some("month"), None, None),
        Period::Days { from, to } => (None, from, to),
    };
    vec![("period", word.map(str::to_owned)), ("from", from.map(Day::iso)), ("to", to.map(Day::iso))]
}

fn period_of(text: impl Fn(&str) -> Option<String>) -> Period {
    let day = |name: &str| text(name).and_then(|word| Day::parse(&word));
    match (text("period").as_deref(), day("from"), day("to")) {
        (Some("today"), ..) => Period::Today,
        (Some("7days"), ..) => Period::SevenDays,
        (Some("month"), ..) => Period::ThisMonth,
        (_, None, None) => Period::Any,
        (_, from, to) => Period::Days { from, to },
    }
}

fn direction_word(direction: Direction) -> &'static str {
    match direction {
        Direction::Inbound => "inbound",
        Direction::Outbound => "outbound",
    }
}

fn direction_of(word: &str) -> Option<Direction> {
    [Direction::Inbound, Direction::Outbound].into_iter().find(|direction| direction_word(*direction) == word)
}

fn match_of(word: &str) -> Option<MatchHow> {
    MatchHow::ALL.into_iter().find(|how| how.as_str() == word)
}

fn yes_or_no(yes: bool) -> &'static str {
    if yes { "yes" } else { "no" }
}

fn yes(word: &str) -> Option<bool> {
    [true, false].into_iter().find(|yes| yes_or_no(*yes) == word)
}

/// Several words as one; a comma within a word is written so that it does not part it.
fn list(words: impl IntoIterator<Item = String>) -> Option<String> {
    let words: Vec<String> = words.into_iter().map(|word| word.replace('!', "!0").replace(',', "!1")).collect();
    (!words.is_empty()).then(|| words.join(","))
}

fn parts(word: &str) -> Vec<String> {
    let parts = word.split(',').map(|part| part.trim().replace("!1", ",").replace("!0", "!"));
    parts.filter(|part| !part.is_empty()).collect()
}

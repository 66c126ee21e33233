//! The kinds of things the log can be narrowed by, and what each says in words.

use super::words;
use crate::texts::t;
use domain::calls::{CallFilter, LogChoices, MatchHow, OutcomeKind};
use domain::times;

/// One kind of filter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Kind {
    Agent,
    Team,
    Outcome,
    Disposition,
    Answered,
    Talk,
    Number,
    Customer,
    Hotline,
    Queue,
    Recorded,
    Matched,
    Hours,
}

/// Among dispositions: nobody has said yet.
pub(super) const UNDECIDED: &str = "none";

impl Kind {
    const ALL: [Self; 13] = [
        Self::Agent,
        Self::Team,
        Self::Outcome,
        Self::Disposition,
        Self::Answered,
        Self::Talk,
        Self::Number,
        Self::Customer,
        Self::Hotline,
        Self::Queue,
        Self::Recorded,
        Self::Matched,
        Self::Hours,
    ];

    /// Those that can be added; the hours of the week come by links of the dashboard only.
    pub(super) fn offered(sees_others: bool) -> Vec<Self> {
        let offered = |kind: &Self| match kind {
            Self::Agent | Self::Team => sees_others,
            Self::Hours => false,
            _ => true,
        };
        Self::ALL.into_iter().filter(offered).collect()
    }

    /// Those that say something.
    pub(super) fn said(filter: &CallFilter) -> Vec<Self> {
        Self::ALL.into_iter().filter(|kind| kind.is_said(filter)).collect()
    }

    /// What was shown before stays where it is, what is new comes last.
    pub(super) fn in_order(before: &[Self], said: &[Self], added: Option<Self>) -> Vec<Self> {
        let wanted = |kind: &Self| said.contains(kind) || added == Some(*kind);
        let mut shown: Vec<Self> = before.iter().copied().filter(wanted).collect();
        let new: Vec<Self> = Self::ALL.into_iter().filter(|kind| wanted(kind) && !shown.contains(kind)).collect();
        shown.extend(new);
        shown
    }

    fn is_said(self, filter: &CallFilter) -> bool {
        match self {
            Self::Agent => !filter.agents.is_empty(),
            Self::Team => !filter.teams.is_empty(),
            Self::Outcome => !filter.outcomes.is_empty(),
            Self::Disposition => filter.undecided || !filter.dispositions.is_empty(),
            Self::Answered => filter.answered.is_some(),
            Self::Talk => filter.talk_min.is_some() || filter.talk_max.is_some(),
            Self::Number => !filter.number.is_empty(),
            Self::Customer => filter.customer.is_some(),
            Self::Hotline => !filter.hotlines.is_empty(),
            Self::Queue => !filter.queues.is_empty(),
            Self::Recorded => filter.recorded.is_some(),
            Self::Matched => !filter.matched.is_empty(),
            Self::Hours => filter.weekday.is_some() || filter.hour.is_some(),
        }
    }

    /// Says nothing any more.
    pub(super) fn take_off(self, filter: &mut CallFilter) {
        let nothing = CallFilter::default();
        match self {
            Self::Agent => filter.agents = nothing.agents,
            Self::Team => filter.teams = nothing.teams,
            Self::Outcome => filter.outcomes = nothing.outcomes,
            Self::Disposition => {
                filter.dispositions = nothing.dispositions;
                filter.undecided = false;
            }
            Self::Answered => filter.answered = None,
            Self::Talk => (filter.talk_min, filter.talk_max) = (None, None),
            Self::Number => filter.number = nothing.number,
            Self::Customer => filter.customer = None,
            Self::Hotline => filter.hotlines = nothing.hotlines,
            Self::Queue => filter.queues = nothing.queues,
            Self::Recorded => filter.recorded = None,
            Self::Matched => filter.matched = nothing.matched,
            Self::Hours => (filter.weekday, filter.hour) = (None, None),
        }
    }

    /// What it is called.
    pub(super) fn name(self) -> &'static str {
        let (calls, log) = (&t().calls, &t().log);
        match self {
            Self::Agent => calls.agent,
            Self::Team => log.team,
            Self::Outcome => calls.outcome,
            Self::Disposition => log.disposition,
            Self::Answered => log.answered,
            Self::Talk => log.talk,
            Self::Number => log.number,
            Self::Customer => calls.customer,
            Self::Hotline => calls.hotline,
            Self::Queue => log.queue,
            Self::Recorded => log.recording,
            Self::Matched => calls.matched,
            Self::Hours => log.hour_of_week,
        }
    }

    /// The word of the kind, unique on the page.
    pub(super) fn word(self) -> String {
        format!("filter-{self:?}").to_lowercase()
    }

    /// (value, words) of everything that can be ticked; empty where nothing is ticked.
    pub(super) fn options(self, choices: &LogChoices) -> Vec<(String, String)> {
        let plain = |values: &[String]| values.iter().map(|value| (value.clone(), value.clone())).collect();
        match self {
            Self::Agent => choices.agents.iter().map(|one| (one.id.to_string(), one.name.clone())).collect(),
            Self::Team => choices.teams.iter().map(|one| (one.id.to_string(), one.name.clone())).collect(),
            Self::Outcome => OutcomeKind::ALL.map(|kind| (kind.as_str().to_owned(), outcome(kind).to_owned())).to_vec(),
            Self::Disposition => {
                let undecided = (UNDECIDED.to_owned(), t().log.undecided.to_owned());
                let named = choices.dispositions.iter().map(|one| (one.id.to_string(), one.name.clone()));
                named.chain([undecided]).collect()
            }
            Self::Hotline => plain(&choices.hotlines),
            Self::Queue => plain(&choices.queues),
            Self::Matched => {
                MatchHow::ALL.map(|how| (how.as_str().to_owned(), words::match_how(how).to_owned())).to_vec()
            }
            Self::Answered | Self::Talk | Self::Number | Self::Customer | Self::Recorded | Self::Hours => Vec::new(),
        }
    }

    /// The values that are ticked.
    pub(super) fn ticked(self, filter: &CallFilter) -> Vec<String> {
        match self {
            Self::Agent => filter.agents.iter().map(ToString::to_string).collect(),
            Self::Team => filter.teams.iter().map(ToString::to_string).collect(),
            Self::Outcome => filter.outcomes.iter().map(|kind| kind.as_str().to_owned()).collect(),
            Self::Disposition => {
                let undecided = filter.undecided.then(|| UNDECIDED.to_owned());
                filter.dispositions.iter().map(ToString::to_string).chain(undecided).collect()
            }
            Self::Hotline => filter.hotlines.clone(),
            Self::Queue => filter.queues.clone(),
            Self::Matched => filter.matched.iter().map(|how| how.as_str().to_owned()).collect(),
            Self::Answered | Self::Talk | Self::Number | Self::Customer | Self::Recorded | Self::Hours => Vec::new(),
        }
    }

    /// Ticks these values instead.
    pub(super) fn tick(self, filter: &mut CallFilter, values: Vec<String>) {
        use domain::ids::{DispositionId, StaffId, TeamId};
        match self {
            Self::Agent => filter.agents = values.into_iter().map(StaffId::new).collect(),
            Self::Team => filter.teams = values.into_iter().map(TeamId::new).collect(),
            Self::Outcome => filter.outcomes = values.iter().filter_map(|word| OutcomeKind::from_word(word)).collect(),
            Self::Disposition => {
                filter.undecided = values.iter().any(|word| word == UNDECIDED);
                let named = values.into_iter().filter(|word| word != UNDECIDED);
                filter.dispositions = named.map(DispositionId::new).collect();
            }
            Self::Hotline => filter.hotlines = values,
            Self::Queue => filter.queues = values,
            Self::Matched => filter.matched = values.iter().map(|word| MatchHow::from_stored(word)).collect(),
            Self::Answered | Self::Talk | Self::Number | Self::Customer | Self::Recorded | Self::Hours => {}
        }
    }

    /// What it says, for the chip; the customer's name is the chip's own affair.
    pub(super) fn value(self, filter: &CallFilter, choices: &LogChoices) -> String {
        let (said, log) = (self.is_said(filter), &t().log);
        let yes_or_no = |yes: Option<bool>| if yes == Some(true) { log.yes } else { log.no }.to_owned();
        match self {
            _ if !said => log.unsaid.to_owned(),
            Self::Answered => yes_or_no(filter.answered),
            Self::Recorded => yes_or_no(filter.recorded),
            Self::Number => domain::phone::shown(&filter.number).to_owned(),
            Self::Talk => {
                let span =
                    |s: Option<u32>| s.map(|s| times::duration(i64::from(s) * times::SECOND)).unwrap_or_default();
                (log.talk_range)(&span(filter.talk_min), &span(filter.talk_max))
            }
            Self::Hours => hours(filter),
            _ => named(&self.ticked(filter), &self.options(choices)),
        }
    }
}

/// One or two by name, more by their count.
fn named(values: &[String], options: &[(String, String)]) -> String {
    let name =
        |value: &String| options.iter().find(|(one, _)| one == value).map_or(value.clone(), |(_, name)| name.clone());
    match values {
        [] => String::new(),
        [_] | [_, _] => values.iter().map(name).collect::<Vec<_>>().join(", "),
        _ => (t().log.several)(values.len()),
    }
}

fn hours(filter: &CallFilter) -> String {
    let day =
        filter.weekday.and_then(|day| times::Weekday::try_from(day).ok()).map(|day| (t().times.day)(day).to_owned());
    let hour = filter.hour.map(|hour| (t().log.hour)(hour));
    [day, hour].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// How a call ended, in a word.
fn outcome(kind: OutcomeKind) -> &'static str {
    let words = &t().calls.words;
    match kind {
        OutcomeKind::Answered => words.answered,
        OutcomeKind::Missed => words.missed,
        OutcomeKind::Rejected => words.rejected,
        OutcomeKind::Cancelled => words.cancelled,
        OutcomeKind::Failed => t().log.failed,
    }
}

//! The log: a call as lists, cards and stories show it.

use super::{CallFilter, Direction, Fact, Outcome, Phase};
use crate::companies::CompanyRef;
use crate::customers::CustomerRef;
use crate::deals::DealRef;
use crate::ids::{CallId, CustomerId};
use crate::paging::Cursor;
use crate::phone::Number;
use crate::routing::Decision;
use crate::staff::StaffRef;
use crate::teams::TeamRef;
use crate::times::Millis;
use crate::wrap_up::DispositionRef;
use serde::{Deserialize, Serialize};

/// How the customer of a call was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MatchHow {
    /// Nobody holds the number.
    None,
    /// One customer holds the number.
    Exact,
    /// One customer holds the number, after its old prefix was brought up to date.
    Legacy,
    /// Several hold it: somebody must choose.
    Ambiguous,
    /// A member chose or made the customer.
    ByHand,
}

impl MatchHow {
    /// Every way.
    pub const ALL: [Self; 5] = [Self::None, Self::Exact, Self::Legacy, Self::Ambiguous, Self::ByHand];

    /// The word stored in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Exact => "exact",
            Self::Legacy => "legacy",
            Self::Ambiguous => "ambiguous",
            Self::ByHand => "by_hand",
        }
    }

    /// The way of a stored word; unknown words are [`MatchHow::None`].
    pub fn from_stored(word: &str) -> Self {
        Self::ALL.into_iter().find(|how| how.as_str() == word).unwrap_or(Self::None)
    }
}

/// The customer of a call and how they were found.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct CallerMatch {
    /// How.
    pub how: MatchHow,
    /// Whom; `None` when nobody or several.
    pub customer: Option<CustomerRef>,
}

/// A line of the log.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct CallRow {
    /// The call.
    pub id: CallId,
    /// When it rang or was wished for.
    pub started_at: Millis,
    /// Who called whom.
    pub direction: Direction,
    /// The customer's number as it is matched and dialled; `None` when hidden or not a number.
    pub number: Option<Number>,
    /// The customer's number as the provider wrote it.
    #[serde(serialize_with = "crate::phone::as_written")]
    pub number_raw: String,
    /// Whose number it is.
    pub matched: CallerMatch,
    /// The member who was rung or who dialled; `None` where nobody of us was.
    pub agent: Option<StaffRef>,
    /// The team that member was in then.
    pub team: Option<TeamRef>,
    /// Which of our numbers, where known.
    pub hotline: Option<String>,
    /// Through which queue, where known.
    pub queue: Option<String>,
    /// How far it is.
    pub phase: Phase,
    /// How it ended.
    pub outcome: Option<Outcome>,
    /// Milliseconds of ringing.
    pub ring_ms: i64,
    /// Milliseconds of talking, hold included.
    pub talk_ms: i64,
    /// Milliseconds on hold.
    pub hold_ms: i64,
    /// What the member wrote about it.
    pub note: String,
    /// What the member says it came to.
    pub disposition: Option<DispositionRef>,
    /// Why it was missed, in the provider's words.
    pub missed_reason: Option<String>,
    /// Since when the tab that has it has not been heard of; only while it is not over.
    pub lost_since: Option<Millis>,
    /// Whether its end is only estimated.
    pub estimated: bool,
    /// Whether there is a recording.
    pub recorded: bool,
}

/// A call and everything that is known of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallStory {
    /// What it adds up to.
    pub row: CallRow,
    /// The provider's own id, when it became known.
    pub provider_id: Option<String>,
    /// Everything that happened, in order.
    pub facts: Vec<Fact>,
    /// To whom it was given while it waited, and why; `None` where our server was not asked.
    #[serde(default)]
    pub routed: Option<Decision>,
}

/// What the log is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallQuery {
    /// Which calls, of those one may see.
    pub filter: CallFilter,
    /// Oldest first; newest first otherwise.
    pub oldest_first: bool,
    /// Where the page begins.
    pub after: Option<Cursor>,
}

/// What the log can be narrowed to, of what one may see.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogChoices {
    /// Whose calls, by name.
    pub agents: Vec<StaffRef>,
    /// Of which teams, by name.
    pub teams: Vec<TeamRef>,
    /// What calls can come to, today's choices first.
    pub dispositions: Vec<DispositionRef>,
    /// Our numbers.
    pub hotlines: Vec<String>,
    /// Queues.
    pub queues: Vec<String>,
}

/// Somebody looked at a call that is not theirs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sighting {
    /// Who.
    pub who: StaffRef,
    /// When.
    pub at: Millis,
    /// Whether they listened to it; otherwise they opened its page.
    pub heard: bool,
}

/// Facts on their way from a browser to the log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reported {
    /// Of which call.
    pub call: CallId,
    /// What happened; at least the fact that began the call must come once.
    pub facts: Vec<Fact>,
}

/// The caller's card: what an agent must know before saying hello. Filled by one round trip.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// For which call.
    pub call: CallId,
    /// The number; `None` when hidden.
    pub number: Option<Number>,
    /// How the customer was found.
    pub how: MatchHow,
    /// Nobody, the one, or those to choose from (at most 10).
    pub customers: Vec<CardCustomer>,
    /// The companies that hold the number, where no customer does (at most 10).
    #[serde(default)]
    pub companies: Vec<CardCompany>,
}

/// A company on a card.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CardCompany {
    /// Which, and what it is called.
    pub company: CompanyRef,
    /// Who is responsible.
    pub owner: Option<StaffRef>,
    /// The company does not want calls on this number.
    pub do_not_call: bool,
    /// Who works there, by name (at most 10).
    pub people: Vec<CustomerRef>,
}

/// A customer on a card.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CardCustomer {
    /// Whom.
    pub id: CustomerId,
    /// Their name.
    pub name: String,
    /// Their company.
    pub company: Option<String>,
    /// Who is responsible.
    pub owner: Option<StaffRef>,
    /// The customer does not want calls on this number.
    pub do_not_call: bool,
    /// The last call or note before this one.
    pub last_contact: Option<LastContact>,
    /// The latest notes, newest first (at most 3).
    pub notes: Vec<NoteBrief>,
    /// Open deals, those that moved last first (at most 3).
    #[serde(default)]
    pub deals: Vec<CardDeal>,
}

/// An open deal on a card.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CardDeal {
    /// Which, and what it is about.
    pub deal: DealRef,
    /// Whole đồng.
    pub amount: i64,
    /// How far it is.
    pub stage: String,
}

/// The last time somebody of us dealt with a customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastContact {
    /// When.
    pub at: Millis,
    /// Who of us.
    pub who: String,
    /// In or out for a call; `None` for a note.
    pub direction: Option<Direction>,
    /// How the call ended.
    pub outcome: Option<Outcome>,
    /// What was written about it; may be empty.
    pub note: String,
}

/// The beginning of a note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoteBrief {
    /// When.
    pub at: Millis,
    /// Who wrote it.
    pub author: String,
    /// At most 280 characters.
    pub text: String,
}

/// What there is to know of a number before it is dialled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DialCheck {
    /// The number as it is matched and dialled.
    pub number: Number,
    /// Who holds it (at most 10).
    pub holders: Vec<CustomerRef>,
    /// Whether one of them does not want calls on it.
    pub do_not_call: bool,
}

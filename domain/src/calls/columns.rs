//! What the log shows of a call.

use serde::{Deserialize, Serialize};

/// A column of the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Column {
    /// In or out.
    Direction,
    /// The customer and the number.
    Customer,
    /// Whose call it is.
    Agent,
    /// The team that member was in.
    Team,
    /// When it began.
    Start,
    /// How long it rang.
    Ring,
    /// How long they talked.
    Talk,
    /// How long the customer was on hold.
    Hold,
    /// How it ended.
    Outcome,
    /// What a member says it came to.
    Disposition,
    /// Our number.
    Hotline,
    /// The queue it came through.
    Queue,
    /// Whether there is a recording.
    Recording,
    /// How the customer was found.
    Matched,
    /// What was written about it.
    Note,
}

impl Column {
    /// Every column, in the order in which they stand.
    pub const ALL: [Self; 15] = [
        Self::Direction,
        Self::Customer,
        Self::Agent,
        Self::Team,
        Self::Start,
        Self::Ring,
        Self::Talk,
        Self::Hold,
        Self::Outcome,
        Self::Disposition,
        Self::Hotline,
        Self::Queue,
        Self::Recording,
        Self::Matched,
        Self::Note,
    ];

    /// Always there: whose call, and the way to its story.
    pub const FIXED: [Self; 2] = [Self::Customer, Self::Start];

    /// What is shown while nobody has chosen; the member is worth a column to those who see the calls of others.
    pub fn usual(sees_others: bool) -> Vec<Self> {
        let shown = |column: &Self| match column {
            Self::Agent => sees_others,
            Self::Team | Self::Hotline | Self::Queue | Self::Recording | Self::Matched => false,
            _ => true,
        };
        Self::ALL.into_iter().filter(shown).collect()
    }

    /// The word in addresses and views.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Direction => "direction",
            Self::Customer => "customer",
            Self::Agent => "agent",
            Self::Team => "team",
            Self::Start => "start",
            Self::Ring => "ring",
            Self::Talk => "talk",
            Self::Hold => "hold",
            Self::Outcome => "outcome",
            Self::Disposition => "disposition",
            Self::Hotline => "hotline",
            Self::Queue => "queue",
            Self::Recording => "recording",
            Self::Matched => "matched",
            Self::Note => "note",
        }
    }

    /// The column of a word; `None` for any other text.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|column| column.as_str() == word)
    }

    /// Those of the words, each once and in the order in which columns stand, and those that are always there.
    pub fn of_words<'a>(words: impl IntoIterator<Item = &'a str>) -> Vec<Self> {
        let named: Vec<Self> = words.into_iter().filter_map(Self::from_word).collect();
        Self::ALL.into_iter().filter(|column| named.contains(column) || Self::FIXED.contains(column)).collect()
    }
}

//! What can be asked of a record.

use crate::custom;
use crate::lists::List;
use serde::{Deserialize, Serialize};

/// What is asked about.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FilterField {
    /// The name, or the title of a deal.
    Name,
    /// The name of the company.
    Company,
    /// The name of the customer a deal is with.
    Customer,
    /// Email address.
    Email,
    /// Postal address.
    Address,
    /// Whether there is a telephone number.
    Phone,
    /// Whether a number does not want calls.
    DoNotCall,
    /// Who is responsible.
    Owner,
    /// Its tags.
    Tag,
    /// What a deal comes to, in whole đồng.
    Amount,
    /// The stage of a deal.
    Stage,
    /// Whether a deal is open, won or lost, in the words of [`crate::pipelines::StageKind`].
    Progress,
    /// The day on which a deal should be won.
    CloseOn,
    /// When the record was made.
    Created,
    /// Last call, note or save.
    Activity,
    /// A field that the installation defines, by its id.
    Custom(String),
}

/// What kind of thing a field holds: it decides what can be asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Something written.
    Text,
    /// One of a list, or several.
    Choice,
    /// A number, in ten thousandths.
    Number,
    /// Whole đồng, as people write them.
    Money,
    /// A day.
    Date,
    /// A moment; asked about by its day.
    Moment,
    /// Something that is there or not.
    Flag,
}

/// How a field is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Operator {
    /// It contains this, with or without accents.
    Has,
    /// It does not contain this.
    HasNot,
    /// It is one of these.
    Is,
    /// It is none of these.
    IsNot,
    /// At least so much.
    AtLeast,
    /// At most so much.
    AtMost,
    /// On this day or later.
    Since,
    /// On this day or earlier.
    Until,
    /// Today or on one of so many days before, these together.
    LastDays,
    /// Longer ago than that.
    BeforeDays,
    /// Today or on one of so many days after, these together.
    NextDays,
    /// There is something.
    Set,
    /// There is nothing.
    Unset,
}

impl FilterField {
    /// The fields of a list's records that every installation has, in the order in which they are offered.
    pub fn of(list: List) -> &'static [Self] {
        match list {
            List::Calls => &[],
            List::Customers => &[
                Self::Name,
                Self::Company,
                Self::Owner,
                Self::Tag,
                Self::Phone,
                Self::DoNotCall,
                Self::Email,
                Self::Address,
                Self::Created,
                Self::Activity,
            ],
            List::Companies => &[
                Self::Name,
                Self::Owner,
                Self::Tag,
                Self::Phone,
                Self::DoNotCall,
                Self::Email,
                Self::Address,
                Self::Created,
                Self::Activity,
            ],
            List::Deals => &[
                Self::Name,
                Self::Customer,
                Self::Company,
                Self::Owner,
                Self::Tag,
                Self::Amount,
                Self::Stage,
                Self::Progress,
                Self::CloseOn,
                Self::Created,
                Self::Activity,
            ],
        }
    }

    /// What it holds; `None` for a field that the installation defines.
    pub fn kind(&self) -> Option<Kind> {
        Some(match self {
            Self::Name | Self::Company | Self::Customer | Self::Email | Self::Address => Kind::Text,
            Self::Owner | Self::Tag | Self::Stage | Self::Progress => Kind::Choice,
            Self::Phone | Self::DoNotCall => Kind::Flag,
            Self::Amount => Kind::Money,
            Self::CloseOn => Kind::Date,
            Self::Created | Self::Activity => Kind::Moment,
            Self::Custom(_) => return None,
        })
    }

    /// Whether every record has it: then there is nothing to ask about it being there.
    pub fn is_always_set(&self) -> bool {
        matches!(self, Self::Name | Self::Created | Self::Activity | Self::Stage | Self::Progress | Self::Amount)
    }

    /// The word in addresses.
    pub(super) fn word(&self) -> String {
        let word = match self {
            Self::Name => "name",
            Self::Company => "company",
            Self::Customer => "customer",
            Self::Email => "email",
            Self::Address => "address",
            Self::Phone => "phone",
            Self::DoNotCall => "do-not-call",
            Self::Owner => "owner",
            Self::Tag => "tag",
            Self::Amount => "amount",
            Self::Stage => "stage",
            Self::Progress => "progress",
            Self::CloseOn => "close",
            Self::Created => "created",
            Self::Activity => "activity",
            Self::Custom(id) => return format!("{CUSTOM}{id}"),
        };
        word.to_owned()
    }

    /// The field of a word; `None` for any other text.
    pub(super) fn from_word(word: &str) -> Option<Self> {
        if let Some(id) = word.strip_prefix(CUSTOM) {
            return Some(Self::Custom(id.to_owned())).filter(|_| !id.is_empty());
        }
        let lists = [List::Customers, List::Companies, List::Deals];
        lists.into_iter().flat_map(Self::of).find(|field| field.word() == word).cloned()
    }
}

/// Before the id of a field that the installation defines.
const CUSTOM: &str = "field:";

impl From<custom::Kind> for Kind {
    fn from(kind: custom::Kind) -> Self {
        match kind {
            custom::Kind::Text | custom::Kind::Link => Self::Text,
            custom::Kind::Number => Self::Number,
            custom::Kind::Money => Self::Money,
            custom::Kind::Date => Self::Date,
            custom::Kind::Choice | custom::Kind::Choices | custom::Kind::YesNo => Self::Choice,
        }
    }
}

impl Kind {
    /// What can be asked of it, the usual question first. What every record has is not asked whether it is there.
    pub fn operators(self, always_set: bool) -> Vec<Operator> {
        use Operator as O;
        let all: &[O] = match self {
            Self::Text => &[O::Has, O::HasNot, O::Set, O::Unset],
            Self::Choice => &[O::Is, O::IsNot, O::Set, O::Unset],
            Self::Number | Self::Money => &[O::AtLeast, O::AtMost, O::Set, O::Unset],
            Self::Date => &[O::NextDays, O::LastDays, O::BeforeDays, O::Since, O::Until, O::Set, O::Unset],
            Self::Moment => &[O::LastDays, O::BeforeDays, O::Since, O::Until],
            Self::Flag => &[O::Set, O::Unset],
        };
        all.iter().copied().filter(|operator| !(always_set && operator.takes() == Takes::Nothing)).collect()
    }
}

/// What an operator compares with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Takes {
    Nothing,
    One,
    Some,
}

impl Operator {
    /// Every operator.
    pub const ALL: [Self; 13] = [
        Self::Has,
        Self::HasNot,
        Self::Is,
        Self::IsNot,
        Self::AtLeast,
        Self::AtMost,
        Self::Since,
        Self::Until,
        Self::LastDays,
        Self::BeforeDays,
        Self::NextDays,
        Self::Set,
        Self::Unset,
    ];

    /// Whether it is asked without a value.
    pub fn is_bare(self) -> bool {
        self.takes() == Takes::Nothing
    }

    /// Whether several values may be given.
    pub fn takes_several(self) -> bool {
        self.takes() == Takes::Some
    }

    pub(super) fn takes(self) -> Takes {
        match self {
            Self::Set | Self::Unset => Takes::Nothing,
            Self::Is | Self::IsNot => Takes::Some,
            _ => Takes::One,
        }
    }

    /// The word in addresses and forms.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Has => "has",
            Self::HasNot => "has-not",
            Self::Is => "is",
            Self::IsNot => "is-not",
            Self::AtLeast => "least",
            Self::AtMost => "most",
            Self::Since => "since",
            Self::Until => "until",
            Self::LastDays => "last",
            Self::BeforeDays => "before",
            Self::NextDays => "next",
            Self::Set => "set",
            Self::Unset => "unset",
        }
    }

    /// The operator of a word; `None` for any other text.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|operator| operator.as_str() == word)
    }
}

//! The lists of records, and the columns that each of them has.

use crate::ids::CustomFieldId;
use serde::{Deserialize, Serialize};

/// A list that is filtered, ordered and kept as views.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum List {
    /// The log of calls.
    Calls,
    /// People.
    Customers,
    /// Where they work.
    Companies,
    /// What they may buy.
    Deals,
}

impl List {
    /// Every list.
    pub const ALL: [Self; 4] = [Self::Calls, Self::Customers, Self::Companies, Self::Deals];

    /// The word stored in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Calls => "calls",
            Self::Customers => "customers",
            Self::Companies => "companies",
            Self::Deals => "deals",
        }
    }

    /// The list of a stored word; `None` for any other text.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|list| list.as_str() == word)
    }

    /// The columns of a list of records, in the order in which they stand. The log has its own.
    pub fn columns(self) -> &'static [ListColumn] {
        use ListColumn as C;
        match self {
            Self::Calls => &[],
            Self::Customers => {
                &[C::Name, C::Company, C::Phone, C::Email, C::Address, C::Tags, C::Owner, C::Created, C::Activity]
            }
            Self::Companies => {
                &[C::Name, C::People, C::Phone, C::Email, C::Address, C::Tags, C::Owner, C::Created, C::Activity]
            }
            Self::Deals => {
                &[C::Title, C::Customer, C::Stage, C::Amount, C::CloseOn, C::Tags, C::Owner, C::Created, C::Moved]
            }
        }
    }

    /// What is shown while nobody has chosen.
    pub fn usual_columns(self) -> Vec<ListColumn> {
        let rare = [ListColumn::Email, ListColumn::Address, ListColumn::Tags, ListColumn::Created];
        self.columns().iter().copied().filter(|column| !rare.contains(column)).collect()
    }

    /// The columns that a word of an address names, each once and in its order, after those that are always there; the
    /// usual ones where it names none. Whatever is no column of the list is taken for a field of the installation.
    pub fn shown(self, word: &str) -> Vec<ShownColumn> {
        let of_word = |word: &str| match self.columns().iter().find(|column| column.as_str() == word) {
            Some(column) => ShownColumn::Usual(*column),
            None => ShownColumn::Custom(CustomFieldId::new(word)),
        };
        let named: Vec<_> = word.split(',').filter(|word| !word.is_empty()).map(of_word).collect();
        if named.is_empty() {
            return self.usual();
        }
        let fixed = self.columns().iter().copied().filter(|column| column.is_fixed()).map(ShownColumn::Usual);
        let mut shown = Vec::with_capacity(named.len() + 1);
        for column in fixed.chain(named) {
            if !shown.contains(&column) {
                shown.push(column);
            }
        }
        shown
    }

    /// The word of an address for these columns; empty for the usual ones.
    pub fn shown_word(self, shown: &[ShownColumn]) -> String {
        if *shown == self.usual() { String::new() } else { words(shown) }
    }

    fn usual(self) -> Vec<ShownColumn> {
        self.usual_columns().into_iter().map(ShownColumn::Usual).collect()
    }
}

fn words(shown: &[ShownColumn]) -> String {
    shown.iter().map(ShownColumn::word).collect::<Vec<_>>().join(",")
}

/// A column that somebody chose to see.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ShownColumn {
    /// One that every installation has.
    Usual(ListColumn),
    /// A field that the installation defines.
    Custom(CustomFieldId),
}

impl ShownColumn {
    /// The word in addresses and views.
    pub fn word(&self) -> &str {
        match self {
            Self::Usual(column) => column.as_str(),
            Self::Custom(id) => id.as_str(),
        }
    }
}

/// A column of a list of records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ListColumn {
    /// The name, and the way to the record.
    Name,
    /// What a deal is about, and the way to it.
    Title,
    /// The company they work for.
    Company,
    /// With whom a deal is.
    Customer,
    /// How many work there.
    People,
    /// The primary number.
    Phone,
    /// Email address.
    Email,
    /// Postal address.
    Address,
    /// The stage of a deal.
    Stage,
    /// What a deal comes to.
    Amount,
    /// When a deal should be won.
    CloseOn,
    /// The tags.
    Tags,
    /// Who is responsible.
    Owner,
    /// When the record was made.
    Created,
    /// Last call, note or save.
    Activity,
    /// Since when a deal is at its stage.
    Moved,
}

impl ListColumn {
    /// Always there.
    pub fn is_fixed(self) -> bool {
        matches!(self, Self::Name | Self::Title)
    }

    /// The word in addresses and views.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Title => "title",
            Self::Company => "company",
            Self::Customer => "customer",
            Self::People => "people",
            Self::Phone => "phone",
            Self::Email => "email",
            Self::Address => "address",
            Self::Stage => "stage",
            Self::Amount => "amount",
            Self::CloseOn => "close",
            Self::Tags => "tags",
            Self::Owner => "owner",
            Self::Created => "created",
            Self::Activity => "activity",
            Self::Moved => "moved",
        }
    }
}

//! The lists of records, and the columns that each of them has.

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

    /// Those of the words, each once and in the order in which columns stand, and those that are always there.
    pub fn columns_of<'a>(self, words: impl IntoIterator<Item = &'a str>) -> Vec<ListColumn> {
        let named: Vec<&str> = words.into_iter().collect();
        let shown = |column: &ListColumn| column.is_fixed() || named.contains(&column.as_str());
        self.columns().iter().copied().filter(shown).collect()
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

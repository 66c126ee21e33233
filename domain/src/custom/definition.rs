//! What admins define.

use crate::fields::{self, Field, FieldError, FieldProblem};
use crate::ids::{ChoiceId, CustomFieldId};
use crate::names;
use serde::{Deserialize, Serialize};

/// The longest name of a field or a choice, in characters.
pub const NAME_MAX: usize = 60;
/// The most fields in use of one kind of record: they are all in its form.
pub const FIELDS_MAX: usize = 40;
/// The most choices of one field.
pub const CHOICES_MAX: usize = 100;

/// What has custom fields.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Entity {
    /// Customers.
    #[default]
    Customer,
    /// Companies.
    Company,
    /// Deals.
    Deal,
}

impl Entity {
    /// Every one.
    pub const ALL: [Self; 3] = [Self::Customer, Self::Company, Self::Deal];

    /// The word stored in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Customer => "customer",
            Self::Company => "company",
            Self::Deal => "deal",
        }
    }

    /// What a stored word means; `None` for any other text.
    pub fn from_stored(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|entity| entity.as_str() == word)
    }
}

/// What a field holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A line of text.
    #[default]
    Text,
    /// A number, with up to four places after the comma.
    Number,
    /// Whole đồng.
    Money,
    /// A day.
    Date,
    /// One of the choices.
    Choice,
    /// Some of the choices.
    Choices,
    /// Yes or no.
    YesNo,
    /// The address of a page.
    Link,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 8] =
        [Self::Text, Self::Number, Self::Money, Self::Date, Self::Choice, Self::Choices, Self::YesNo, Self::Link];

    /// The word stored in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Number => "number",
            Self::Money => "money",
            Self::Date => "date",
            Self::Choice => "choice",
            Self::Choices => "choices",
            Self::YesNo => "yes_no",
            Self::Link => "link",
        }
    }

    /// The kind of a stored word; `None` for any other text.
    pub fn from_stored(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }

    /// Whether it has choices.
    pub fn is_chosen(self) -> bool {
        matches!(self, Self::Choice | Self::Choices)
    }

    /// Whether its values have an order in which one can ask for those from one to another.
    pub fn is_ordered(self) -> bool {
        matches!(self, Self::Number | Self::Money | Self::Date)
    }
}

/// One of the choices of a field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// Which.
    pub id: ChoiceId,
    /// In words.
    pub name: String,
    /// No longer offered; records that have it keep it.
    pub archived: bool,
}

/// A custom field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomField {
    /// Which.
    pub id: CustomFieldId,
    /// What has it.
    pub entity: Entity,
    /// What it is called.
    pub name: String,
    /// What it holds.
    pub kind: Kind,
    /// Whether every record must have a value.
    pub required: bool,
    /// No longer asked for or shown; its values stay.
    pub archived: bool,
    /// In order, archived ones last.
    pub choices: Vec<Choice>,
}

impl CustomField {
    /// One of its choices, also an archived one.
    pub fn choice(&self, id: &ChoiceId) -> Option<&Choice> {
        self.choices.iter().find(|choice| choice.id == *id)
    }

    /// What can be chosen, by somebody who has chosen `now` so far.
    pub fn offered(&self, now: &[String]) -> Vec<&Choice> {
        let is_offered = |choice: &&Choice| !choice.archived || now.iter().any(|id| id == choice.id.as_str());
        self.choices.iter().filter(is_offered).collect()
    }
}

/// A row of the form for one choice.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChoiceForm {
    /// The choice being edited; `None` for a new one.
    pub id: Option<ChoiceId>,
    /// In words.
    pub name: String,
}

/// What an admin fills in for a field. Choices without a name are dropped; those that no longer stand here are archived.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomFieldForm {
    /// What it is called.
    pub name: String,
    /// What it holds; it stays what it was once the field is there.
    pub kind: Kind,
    /// Whether every record must have a value.
    pub required: bool,
    /// In order.
    pub choices: Vec<ChoiceForm>,
}

impl From<&CustomField> for CustomFieldForm {
    fn from(field: &CustomField) -> Self {
        let row = |choice: &Choice| ChoiceForm { id: Some(choice.id.clone()), name: choice.name.clone() };
        Self {
            name: field.name.clone(),
            kind: field.kind,
            required: field.required,
            choices: field.choices.iter().filter(|choice| !choice.archived).map(row).collect(),
        }
    }
}

/// A field's form that holds what it must.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CustomFieldDraft {
    /// What it is called, tidied.
    pub name: String,
    /// What it holds.
    pub kind: Kind,
    /// Whether every record must have a value.
    pub required: bool,
    /// In order: the choice being edited, and its words. None where the kind has no choices.
    pub choices: Vec<(Option<ChoiceId>, String)>,
}

impl CustomFieldForm {
    /// Checks everything at once.
    ///
    /// # Errors
    /// Each field that must be mended.
    pub fn parse(&self) -> Result<CustomFieldDraft, Vec<FieldError>> {
        let mut errors = Vec::new();
        let name = fields::required(&self.name, &Field::Name, NAME_MAX, &mut errors);
        let choices = if self.kind.is_chosen() { self.parse_choices(&mut errors) } else { Vec::new() };
        if errors.is_empty() {
            Ok(CustomFieldDraft { name, kind: self.kind, required: self.required, choices })
        } else {
            Err(errors)
        }
    }

    fn parse_choices(&self, errors: &mut Vec<FieldError>) -> Vec<(Option<ChoiceId>, String)> {
        let mut drafts: Vec<(Option<ChoiceId>, String)> = Vec::new();
        for (row, form) in self.choices.iter().enumerate().filter(|(_, form)| !form.name.trim().is_empty()) {
            let name = fields::required(&form.name, &Field::ChoiceName(row), NAME_MAX, errors);
            if drafts.iter().any(|(_, known)| names::fold(known) == names::fold(&name)) {
                errors.push(FieldError::new(Field::ChoiceName(row), FieldProblem::Repeated));
            }
            drafts.push((form.id.clone(), name));
        }
        let problem = match drafts.len() {
            0 => FieldProblem::Required,
            1..=CHOICES_MAX => return drafts,
            _ => FieldProblem::TooMany { max: CHOICES_MAX },
        };
        errors.push(FieldError::new(Field::Choices, problem));
        drafts
    }
}

//! What records have.

use super::{CustomField, Decimal, Kind, NO, YES};
use crate::ids::{ChoiceId, CustomFieldId};
use crate::names;
use crate::times::{self, Day};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a record has in a field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Value {
    /// A line of text.
    Text(String),
    /// A number.
    Number(Decimal),
    /// Whole đồng.
    Money(i64),
    /// A day.
    Date(Day),
    /// One of the choices.
    Choice(ChoiceId),
    /// Some of the choices, in their order; never none.
    Choices(Vec<ChoiceId>),
    /// Yes or no.
    YesNo(bool),
    /// The address of a page, with its scheme.
    Link(String),
}

impl Value {
    /// Of which kind it is.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Text(_) => Kind::Text,
            Self::Number(_) => Kind::Number,
            Self::Money(_) => Kind::Money,
            Self::Date(_) => Kind::Date,
            Self::Choice(_) => Kind::Choice,
            Self::Choices(_) => Kind::Choices,
            Self::YesNo(_) => Kind::YesNo,
            Self::Link(_) => Kind::Link,
        }
    }

    /// What it is ordered and asked for by: ten thousandths, đồng, when the day began in Vietnam; `None` for what has no
    /// such order.
    pub fn number(&self) -> Option<i64> {
        match self {
            Self::Number(number) => Some(number.0),
            Self::Money(dong) => Some(*dong),
            Self::Date(day) => Some(day.start().0),
            Self::Text(_) | Self::Link(_) | Self::Choice(_) | Self::Choices(_) | Self::YesNo(_) => None,
        }
    }

    /// What it is found by where it has no order: a text without accents, the id of each choice, [`YES`] or [`NO`].
    pub fn keys(&self) -> Vec<String> {
        match self {
            Self::Text(text) | Self::Link(text) => vec![names::fold(text)],
            Self::Choice(id) => vec![id.to_string()],
            Self::Choices(ids) => ids.iter().map(ChoiceId::to_string).collect(),
            Self::YesNo(yes) => vec![if *yes { YES } else { NO }.to_owned()],
            Self::Number(_) | Self::Money(_) | Self::Date(_) => Vec::new(),
        }
    }

    /// As people read it; `yes_no` are the words for yes and for no.
    pub fn shown(&self, field: &CustomField, yes_no: (&str, &str)) -> String {
        let name = |id: &ChoiceId| field.choice(id).map(|choice| choice.name.as_str()).unwrap_or_default();
        match self {
            Self::Text(text) | Self::Link(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Money(dong) => times::money(*dong),
            Self::Date(day) => times::date(day.start()),
            Self::Choice(id) => name(id).to_owned(),
            Self::Choices(ids) => ids.iter().map(name).collect::<Vec<_>>().join(", "),
            Self::YesNo(yes) => if *yes { yes_no.0 } else { yes_no.1 }.to_owned(),
        }
    }
}

/// What a record has in its fields, archived ones too. A field without a value is not here.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Values(BTreeMap<CustomFieldId, Value>);

impl Values {
    /// The value in a field.
    pub fn get(&self, field: &CustomFieldId) -> Option<&Value> {
        self.0.get(field)
    }

    /// Puts a value into a field, or takes the one away that is there.
    pub fn set(&mut self, field: CustomFieldId, value: Option<Value>) {
        match value {
            Some(value) => _ = self.0.insert(field, value),
            None => _ = self.0.remove(&field),
        }
    }

    /// Each field that has a value.
    pub fn iter(&self) -> impl Iterator<Item = (&CustomFieldId, &Value)> {
        self.0.iter()
    }

    /// Whether no field has a value.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What somebody may look for: every text.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.0.values().filter_map(|value| match value {
            Value::Text(text) => Some(text.as_str()),
            _ => None,
        })
    }

    /// These, and those of `before` in fields that were not asked: an archived field keeps its values.
    #[must_use]
    pub fn beside(mut self, before: &Self, asked: &[CustomField]) -> Self {
        for (id, value) in before.iter().filter(|(id, _)| asked.iter().all(|field| field.id != **id)) {
            self.0.entry(id.clone()).or_insert_with(|| value.clone());
        }
        self
    }

    /// These, and those of `others` in fields that have none here.
    #[must_use]
    pub fn or(&self, others: &Self) -> Self {
        let mut all = others.0.clone();
        all.extend(self.0.clone());
        Self(all)
    }

    /// Which of these fields must have a value and has none.
    pub fn missing<'f>(&self, fields: &'f [CustomField]) -> Option<&'f CustomField> {
        fields.iter().find(|field| field.required && !self.0.contains_key(&field.id))
    }
}

impl FromIterator<(CustomFieldId, Value)> for Values {
    fn from_iter<T: IntoIterator<Item = (CustomFieldId, Value)>>(values: T) -> Self {
        Self(values.into_iter().collect())
    }
}

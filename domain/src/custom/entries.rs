//! What is typed and chosen in forms.

use super::{Value, Values};
use crate::ids::{ChoiceId, CustomFieldId};
use crate::times;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The word of a form for yes.
pub const YES: &str = "yes";
/// The word of a form for no.
pub const NO: &str = "no";

/// What is typed or chosen in each field: one text; of several choices the id of each. A field that is not here is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Entries(BTreeMap<CustomFieldId, Vec<String>>);

impl Entries {
    /// What is in a field.
    pub fn get(&self, field: &CustomFieldId) -> &[String] {
        self.0.get(field).map(Vec::as_slice).unwrap_or_default()
    }

    /// Puts something into a field.
    pub fn set(&mut self, field: CustomFieldId, entry: Vec<String>) {
        self.0.insert(field, entry);
    }

    /// Fields that are not empty.
    pub fn filled(&self) -> impl Iterator<Item = &CustomFieldId> {
        self.0.keys().filter(|field| !self.said(field).is_empty())
    }

    /// Whether two forms say the same in a field.
    pub fn same(&self, other: &Self, field: &CustomFieldId) -> bool {
        self.said(field) == other.said(field)
    }

    /// What a field says: white space around it and the order of choices do not count.
    fn said(&self, field: &CustomFieldId) -> Vec<&str> {
        let mut said: Vec<&str> = self.get(field).iter().map(|text| text.trim()).filter(|t| !t.is_empty()).collect();
        said.sort_unstable();
        said
    }
}

impl From<&Values> for Entries {
    fn from(values: &Values) -> Self {
        Self(values.iter().map(|(field, value)| (field.clone(), entry(value))).collect())
    }
}

fn entry(value: &Value) -> Vec<String> {
    let one = match value {
        Value::Text(text) | Value::Link(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Money(dong) => times::money(*dong),
        Value::Date(day) => day.iso(),
        Value::Choice(id) => id.to_string(),
        Value::Choices(ids) => return ids.iter().map(ChoiceId::to_string).collect(),
        Value::YesNo(yes) => if *yes { YES } else { NO }.to_owned(),
    };
    vec![one]
}

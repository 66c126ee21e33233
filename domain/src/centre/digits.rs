//! Telephone numbers as the provider writes them.

use crate::phone::{self, BadNumber};
use serde::{Deserialize, Serialize};

/// A number's digits with the country code and without a plus (`842471000001`), or those of a short code (`19001000`).
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Digits(String);

impl Digits {
    /// Reads a number as people write it.
    ///
    /// # Errors
    /// Why it is none.
    pub fn parse(text: &str) -> Result<Self, BadNumber> {
        phone::dialled(text).map(|number| Self::new(number.as_str()))
    }

    /// Keeps the digits of what the provider or the database says; nothing is checked.
    pub fn new(text: &str) -> Self {
        Self(text.chars().filter(char::is_ascii_digit).collect())
    }

    /// The digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The number as it can be dialled and looked up: with a plus where it has a country code.
    pub fn dialled(&self) -> String {
        let is_service = ["1800", "1900"].iter().any(|service| self.0.starts_with(service));
        // No number with a country code is as short as a short code or an extension.
        if is_service || self.0.len() <= 8 { self.0.clone() } else { format!("+{}", self.0) }
    }
}

impl std::fmt::Display for Digits {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

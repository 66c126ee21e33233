//! How a member calls out.

use super::Hotline;
use crate::fields::{Field, FieldError, FieldProblem};
use serde::{Deserialize, Serialize};

/// The longest number that one of ours can have, in digits.
const NUMBER_MAX: usize = 15;

/// How a member calls out: kept for them, whatever computer they sit at. By default as it usually is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DialHabits {
    /// Which of our numbers they chose last, in digits; one that is no longer ours counts as none.
    pub hotline: Option<String>,
    /// Whether the provider calls them first, and the customer once they have answered.
    pub rings_first: bool,
    /// Whether their telephone answers by itself when it is called first.
    pub answers_itself: bool,
}

impl DialHabits {
    /// The one of our numbers to call out from: the chosen one while it is ours, else the usual one.
    pub fn hotline<'a>(&self, ours: &'a [Hotline]) -> Option<&'a Hotline> {
        let chosen = ours.iter().find(|one| Some(&one.number) == self.hotline.as_ref());
        chosen.or(ours.first())
    }

    /// The same, checked.
    ///
    /// # Errors
    /// The problem at [`Field::Hotline`] 0: no digits, or too many.
    pub fn parse(self) -> Result<Self, Vec<FieldError>> {
        let is_number = |number: &String| {
            (1..=NUMBER_MAX).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit())
        };
        match &self.hotline {
            Some(number) if !is_number(number) => {
                Err(vec![FieldError::new(Field::Hotline(0), FieldProblem::BadCharacters)])
            }
            _ => Ok(self),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{DialHabits, Hotline};

    #[test]
    fn the_chosen_number_is_called_out_from_while_it_is_ours() {
        let ours = [("1", "a"), ("2", "b")].map(|(number, name)| Hotline { number: number.into(), name: name.into() });
        let from = |chosen: Option<&str>, ours: &[Hotline]| {
            let habits = DialHabits { hotline: chosen.map(str::to_owned), ..DialHabits::default() };
            habits.hotline(ours).map(|one| one.number.clone())
        };
        assert_eq!(from(Some("2"), &ours).as_deref(), Some("2"));
        assert_eq!(from(Some("3"), &ours).as_deref(), Some("1"));
        assert_eq!(from(None, &ours).as_deref(), Some("1"));
        assert_eq!(from(Some("2"), &[]), None);
    }

    #[test]
    fn a_number_is_digits() {
        let with = |number: &str| DialHabits { hotline: Some(number.into()), ..DialHabits::default() }.parse();
        assert!(with("842471000001").is_ok() && DialHabits::default().parse().is_ok());
        for bad in ["", "+84", "8424710000018424", "a"] {
            assert!(with(bad).is_err(), "{bad}");
        }
    }
}

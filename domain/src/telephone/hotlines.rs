//! Our own numbers at a provider.

use crate::fields::{self, Field, FieldError, FieldProblem};
use serde::{Deserialize, Serialize};

/// One of our numbers that may be called out from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hotline {
    /// Its digits, with the country code and without a plus: `842471000001`.
    pub number: String,
    /// What we call it.
    pub name: String,
}

/// One of our numbers as admins set it up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HotlineSettings {
    /// Its digits, with the country code and without a plus.
    pub number: String,
    /// What we call it; its digits where nothing was written.
    pub name: String,
    /// Whether it may be called out from.
    pub can_call_out: bool,
    /// Whether calls out of it are recorded.
    pub record: bool,
}

/// Checks the rows of a form, in their order; the first that may be called out from is the usual one.
///
/// # Errors
/// Each field that must be mended.
pub fn hotlines(rows: &[HotlineSettings]) -> Result<Vec<HotlineSettings>, Vec<FieldError>> {
    let mut errors = Vec::new();
    let mut checked: Vec<HotlineSettings> = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let number: String = row.number.chars().filter(|c| !c.is_whitespace() && !"+.-()".contains(*c)).collect();
        if !(4..=15).contains(&number.len()) || !number.bytes().all(|byte| byte.is_ascii_digit()) {
            errors.push(FieldError::new(Field::Hotline(at), FieldProblem::NotDigits));
        }
        if checked.iter().any(|before| before.number == number) {
            errors.push(FieldError::new(Field::Hotline(at), FieldProblem::Repeated));
        }
        let name = fields::optional(&row.name, Field::HotlineName(at), 60, &mut errors);
        checked.push(HotlineSettings { name: name.unwrap_or_else(|| number.clone()), number, ..*row });
    }
    if errors.is_empty() { Ok(checked) } else { Err(errors) }
}

#[cfg(test)]
mod tests {
    use super::{HotlineSettings, hotlines};
    use crate::fields::{Field, FieldProblem};

    fn row(number: &str, name: &str) -> HotlineSettings {
        HotlineSettings { number: number.into(), name: name.into(), can_call_out: true, record: false }
    }

    #[test]
    fn rows_are_tidied() {
        let tidy = hotlines(&[row("+84 24.7100.0001", " Tổng đài "), row("19001000", "")]).unwrap();
        assert_eq!(tidy, [row("842471000001", "Tổng đài"), row("19001000", "19001000")]);
    }

    #[test]
    fn each_row_is_a_number_of_its_own() {
        let bad = hotlines(&[row("842471000001", "a"), row("+842471000001", "b"), row("12a4", "c")]);
        let problems: Vec<_> = bad.unwrap_err().into_iter().map(|error| (error.field, error.problem)).collect();
        let repeated = (Field::Hotline(1), FieldProblem::Repeated);
        assert_eq!(problems, [repeated, (Field::Hotline(2), FieldProblem::NotDigits)]);
    }
}

//! The words a customer or a company is found by, as they are indexed.

use domain::custom::Values;
use domain::names;
use domain::phone::Number;
use std::collections::BTreeSet;

/// Before a word with its accents.
pub(super) const ACCENTED: char = '=';
/// Before a number's key.
pub(super) const NUMBER: char = '#';
/// Before a number's digits, last to first.
pub(super) const BACKWARDS: char = '<';

/// Every word of name, company and the texts of custom fields without accents, those that have accents with them too,
/// and every number forwards and backwards. Each once, in order.
pub(crate) fn words<'a>(
    name: &str,
    company: Option<&str>,
    custom: &Values,
    numbers: impl Iterator<Item = &'a Number>,
) -> Vec<String> {
    let mut words = BTreeSet::new();
    for text in [Some(name), company].into_iter().flatten().chain(custom.texts()) {
        words.extend(names::words(text));
        words.extend(accented(text).map(|word| format!("{ACCENTED}{word}")));
    }
    for number in numbers {
        words.insert(format!("{NUMBER}{}", number.as_str()));
        words.insert(format!("{BACKWARDS}{}", number.reversed_digits()));
    }
    words.into_iter().collect()
}

/// Words that are not the same without their accents, in lower case.
pub(super) fn accented(text: &str) -> impl Iterator<Item = String> {
    let lower = names::lower_accented(text);
    let words: Vec<String> = lower.split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect();
    words.into_iter().filter(|word| !word.is_ascii() && names::fold(word) != *word)
}

#[cfg(test)]
mod tests {
    use super::words;
    use domain::custom::{Value, Values};
    use domain::ids::CustomFieldId;
    use domain::phone;

    #[test]
    fn a_customer_is_found_by_the_texts_of_custom_fields() {
        let color = (CustomFieldId::new("1"), Value::Text("Màu xanh".into()));
        let page = (CustomFieldId::new("2"), Value::Link("https://alo.vn".into()));
        let words = words("An", None, &Values::from_iter([color, page]), std::iter::empty());
        assert_eq!(words, ["=màu", "an", "mau", "xanh"]);
    }

    #[test]
    fn a_customer_is_found_by_names_company_and_numbers() {
        let number = phone::parse("0121 234 5678").unwrap().number;
        assert_eq!(
            words("Đặng Văn An", Some("Cty An Phú 365"), &Values::default(), [&number].into_iter()),
            ["#+84792345678", "365", "<87654329748", "=phú", "=văn", "=đặng", "an", "cty", "dang", "phu", "van"]
        );
    }
}

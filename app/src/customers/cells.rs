//! The list of customers as a table of text, column by column as the page shows it.

use crate::texts::Texts;
use domain::customers::CustomerRow;
use domain::times;

/// The names of the columns.
pub fn heads(texts: &Texts) -> Vec<String> {
    let words = &texts.customers;
    [words.name, words.company, words.phone, words.owner, words.last_activity].map(str::to_owned).to_vec()
}

/// A customer's line.
pub fn cells(row: &CustomerRow) -> Vec<String> {
    vec![
        row.name.clone(),
        row.company.clone().unwrap_or_default(),
        row.phone.as_ref().map(domain::phone::Number::grouped).unwrap_or_default(),
        row.owner.as_ref().map(|owner| owner.name.clone()).unwrap_or_default(),
        times::local_naive(row.last_activity_at),
    ]
}

//! The list of customers as a table of text, every column that the page can show.

use crate::custom::words::own;
use crate::texts::Texts;
use domain::custom::CustomField;
use domain::customers::CustomerRow;
use domain::times;

/// The names of the columns; those of the installation's own fields come last.
pub fn heads(texts: &Texts, fields: &[CustomField]) -> Vec<String> {
    let (words, shared) = (&texts.customers, &texts.records);
    let all = [
        words.name,
        words.company,
        words.phone,
        shared.email,
        shared.address,
        texts.tags.title,
        words.owner,
        shared.created,
        words.last_activity,
    ];
    all.into_iter().map(str::to_owned).chain(fields.iter().map(|field| field.name.clone())).collect()
}

/// A customer's line.
pub fn cells(row: &CustomerRow, texts: &Texts, fields: &[CustomField]) -> Vec<String> {
    let all = [
        row.name.clone(),
        row.company.clone().unwrap_or_default(),
        row.phone.as_ref().map(domain::phone::Number::grouped).unwrap_or_default(),
        row.email.clone().unwrap_or_default(),
        row.address.clone().unwrap_or_default(),
        row.tags.clone().unwrap_or_default(),
        row.owner.as_ref().map(|owner| owner.name.clone()).unwrap_or_default(),
        times::local_naive(row.created_at),
        times::local_naive(row.last_activity_at),
    ];
    all.into_iter().chain(own(texts, fields, &row.custom)).collect()
}

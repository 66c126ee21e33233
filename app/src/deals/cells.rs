//! The list of deals as a table of text: what the page shows, and what its rows have no room for.

use crate::custom::words::own;
use crate::texts::Texts;
use domain::custom::CustomField;
use domain::deals::Deal;
use domain::times::{self, Day};

/// The names of the columns; those of the installation's own fields come last.
pub fn heads(texts: &Texts, fields: &[CustomField]) -> Vec<String> {
    let words = &texts.deals;
    let all = [
        words.name,
        words.customer,
        words.company,
        words.pipeline,
        words.stage,
        words.lost_reason,
        words.amount,
        words.close_on,
        texts.tags.title,
        words.owner,
        texts.records.created,
        words.moved_at,
    ];
    all.into_iter().map(str::to_owned).chain(fields.iter().map(|field| field.name.clone())).collect()
}

/// A deal's line. Its amount is a plain number of đồng, to be reckoned with.
pub fn cells(deal: &Deal, texts: &Texts, fields: &[CustomField]) -> Vec<String> {
    let all = [
        deal.title.clone(),
        deal.customer.as_ref().map(|customer| customer.name.clone()).unwrap_or_default(),
        deal.company.as_ref().map(|company| company.name.clone()).unwrap_or_default(),
        deal.pipeline.name.clone(),
        deal.stage.name.clone(),
        deal.lost_reason.as_ref().map(|reason| reason.name.clone()).unwrap_or_default(),
        deal.amount.to_string(),
        deal.close_on.map(|on| Day::of(on).iso()).unwrap_or_default(),
        deal.tags.clone().unwrap_or_default(),
        deal.owner.as_ref().map(|owner| owner.name.clone()).unwrap_or_default(),
        times::local_naive(deal.created_at),
        times::local_naive(deal.moved_at),
    ];
    all.into_iter().chain(own(texts, fields, &deal.custom)).collect()
}

//! The audit as a table of text, column by column as the page shows it.

use super::words::{action, changed, fact};
use crate::texts::Texts;
use domain::audit::Event;
use domain::times;

/// The names of the columns.
pub fn heads(texts: &Texts) -> Vec<String> {
    let words = &texts.audit;
    [words.when, words.who, words.what, words.record, words.details].map(str::to_owned).to_vec()
}

/// An entry's line.
pub fn cells(texts: &'static Texts, event: &Event) -> Vec<String> {
    let who = event.who.as_ref().map_or(texts.audit.program, |who| who.name.as_str());
    let change = |one| {
        let (name, from, to) = changed(texts, one);
        format!("{name}: {from} → {to}")
    };
    let details: Vec<String> =
        event.changes.iter().map(change).chain(event.facts.iter().filter_map(|one| fact(texts, one))).collect();
    vec![
        times::local_naive(event.at),
        who.to_owned(),
        action(texts, &event.action),
        event.name.clone(),
        details.join("; "),
    ]
}

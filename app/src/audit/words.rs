//! The audit in words.

use crate::rights::{deed_name, entity_name, numbers_name, reach_name};
use crate::staff::role_in;
use crate::texts::Texts;
use domain::access::Role;
use domain::audit::{Changed, Group};
use domain::rights::{Deed, Numbers, Reach, Records};

/// A kind of entries.
pub(super) fn group_name(texts: &Texts, group: Group) -> &'static str {
    let words = &texts.audit;
    match group {
        Group::SignIns => words.sign_ins,
        Group::Customers => texts.customers.title,
        Group::Companies => texts.companies.title,
        Group::Deals => texts.deals.title,
        Group::Tasks => texts.tasks.title,
        Group::Calls => texts.frame.calls,
        Group::Recordings => words.recordings,
        Group::Files => words.files,
        Group::Staff => words.staff,
        Group::Numbers => words.numbers,
        Group::Settings => words.settings,
    }
}

/// What was done.
pub(super) fn action(texts: &Texts, action: &str) -> String {
    found(texts.audit.actions, action).unwrap_or(texts.audit.changed).to_owned()
}

/// What was made another, as it is called, and what it was and is.
pub(super) fn changed(texts: &'static Texts, change: &Changed) -> (String, String, String) {
    if let Some(right) = right(texts, change) {
        return right;
    }
    let name = found(texts.audit.fields, &change.field).map_or_else(|| change.field.clone(), str::to_owned);
    let value = |is: &str| match (change.field.as_str(), Role::from_stored(is)) {
        ("role", Some(role)) => role_in(texts, role).to_owned(),
        ("active", _) => if is.is_empty() { texts.audit.no } else { texts.audit.yes }.to_owned(),
        _ => is.to_owned(),
    };
    (name, value(&change.from), value(&change.to))
}

/// A right that was decided otherwise.
fn right(texts: &'static Texts, change: &Changed) -> Option<(String, String, String)> {
    let mut parts = change.field.strip_prefix("right.")?.split('.');
    let role = Role::from_stored(parts.next()?)?;
    if change.field.ends_with(".numbers") {
        return sight(texts, role, change);
    }
    let (entity, deed) = (Records::from_stored(parts.next()?)?, Deed::from_stored(parts.next()?)?);
    let reach = |word: &str| Reach::from_stored(word).map(|reach| reach_name(texts, deed, reach).to_owned());
    let name = format!("{}: {}, {}", role_in(texts, role), entity_name(texts, entity), deed_name(texts, deed));
    Some((name, reach(&change.from)?, reach(&change.to)?))
}

/// What a role sees of numbers, decided otherwise.
fn sight(texts: &'static Texts, role: Role, change: &Changed) -> Option<(String, String, String)> {
    let seen = |word: &str| Numbers::from_stored(word).map(|numbers| numbers_name(texts, numbers).to_owned());
    let name = format!("{}: {}", role_in(texts, role), texts.numbers.numbers);
    Some((name, seen(&change.from)?, seen(&change.to)?))
}

/// What else is told; `None` for what nobody has words for.
pub(super) fn fact(texts: &Texts, (word, is): &(String, String)) -> Option<String> {
    let name = found(texts.audit.facts, word)?;
    let is = match is.as_str() {
        "true" => texts.audit.yes,
        "false" => texts.audit.no,
        other => other,
    };
    Some(format!("{name}: {is}"))
}

fn found(table: &[(&'static str, &'static str)], word: &str) -> Option<&'static str> {
    table.iter().find(|(one, _)| *one == word).map(|(_, words)| *words)
}

#[cfg(test)]
mod tests {
    use super::found;
    use crate::texts;
    use domain::staff::Language;

    #[test]
    fn both_languages_have_words_for_the_same() {
        let (vi, en) = (&texts::of(Language::Vi).audit, &texts::of(Language::En).audit);
        let words = |table: &[(&'static str, &'static str)]| table.iter().map(|(word, _)| *word).collect::<Vec<_>>();
        assert_eq!(words(vi.actions), words(en.actions));
        assert_eq!(words(vi.fields), words(en.fields));
        assert_eq!(words(vi.facts), words(en.facts));
        assert_eq!(found(en.actions, "customer.updated"), Some("Customer changed"));
    }
}

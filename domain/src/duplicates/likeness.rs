//! How alike two customers are.

use super::{HOLDERS_MAX, Person};
use crate::ids::CustomerId;
use crate::names;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// How people are addressed, without accents: no part of a name.
const HONORIFICS: [&str; 17] =
    ["anh", "chi", "ong", "ba", "co", "chu", "bac", "em", "thay", "mr", "mrs", "ms", "dr", "ts", "gs", "bs", "ks"];
/// What companies are, without accents: no part of what they are called.
const FORMS: [&str; 15] = [
    "cong ty",
    "cty",
    "trach nhiem huu han",
    "tnhh",
    "mot thanh vien",
    "mtv",
    "co phan",
    "cp",
    "dntn",
    "jsc",
    "llc",
    "inc",
    "co ltd",
    "ltd",
    "company",
];
/// Words of a name that are looked at.
const WORDS_MAX: usize = 6;
/// A word shorter than this is another word when a letter differs.
const TYPO_MIN: usize = 4;

/// What two customers share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sign {
    /// A telephone number.
    Number,
    /// The email address.
    Email,
    /// A name like the other's, at the same company.
    Name,
}

/// How alike two customers are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Likeness {
    /// From 1 to 100.
    pub score: u8,
    /// What they share; at least one thing.
    pub signs: Vec<Sign>,
}

/// Customers who may be one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Who, in the order of their ids; at least two.
    pub members: Vec<CustomerId>,
    /// The likeness of the two that are most alike.
    pub score: u8,
    /// What any two of them share.
    pub signs: Vec<Sign>,
}

/// What somebody is found by who may be the same: whoever is alike shares one of these.
pub fn keys(person: &Person) -> Vec<String> {
    let mut keys: BTreeSet<String> = person.numbers.iter().map(|number| format!("number {number}")).collect();
    keys.extend(person.email.iter().map(|email| format!("email {email}")));
    keys.extend(name_keys(person));
    keys.into_iter().collect()
}

/// Two words of the name and the company; the whole name, since two words are too common at a large one.
fn name_keys(person: &Person) -> Vec<String> {
    let Some(company) = company(person) else { return Vec::new() };
    let words: Vec<String> = name_words(&person.name).into_iter().collect();
    let key = |words: &[&str]| format!("name {} at {company}", words.join(" "));
    let mut keys = vec![key(&words.iter().map(String::as_str).collect::<Vec<_>>())];
    for (at, one) in words.iter().enumerate() {
        keys.extend(words.iter().skip(at + 1).map(|other| key(&[one, other])));
    }
    keys
}

/// How alike two are; `None` when they share nothing that tells.
pub fn likeness(a: &Person, b: &Person) -> Option<Likeness> {
    let names = same_name(&a.name, &b.name);
    let at_one = company(a).is_some_and(|of_a| company(b).is_some_and(|of_b| of_a == of_b));
    let signs: Vec<Sign> = [
        (Sign::Number, a.numbers.iter().any(|number| b.numbers.contains(number))),
        (Sign::Email, a.email.is_some() && a.email == b.email),
        (Sign::Name, names > 0 && at_one),
    ]
    .into_iter()
    .filter_map(|(sign, is)| is.then_some(sign))
    .collect();
    if signs.is_empty() {
        return None;
    }
    let shared: u8 = signs.iter().map(|sign| if *sign == Sign::Name { 15 } else { 35 }).sum();
    Some(Likeness { score: shared.saturating_add(names / 4).min(100), signs })
}

/// Who belongs together: alike, or alike somebody who is alike. Pairs that are known to be two people do not count.
pub fn groups(people: &[Person], not: &[(CustomerId, CustomerId)]) -> Vec<Group> {
    let mut of: Vec<usize> = (0..people.len()).collect();
    let mut alike: Vec<(usize, Likeness)> = Vec::new();
    for (a, b) in candidates(people) {
        let (Some(one), Some(other)) = (people.get(a), people.get(b)) else { continue };
        let are_two =
            |(x, y): &(CustomerId, CustomerId)| (*x == one.id && *y == other.id) || (*y == one.id && *x == other.id);
        if let Some(likeness) = likeness(one, other).filter(|_| !not.iter().any(are_two)) {
            join(&mut of, a, b);
            alike.push((a, likeness));
        }
    }
    let mut groups: BTreeMap<usize, Group> = BTreeMap::new();
    for (member, likeness) in alike {
        let group =
            groups.entry(root(&of, member)).or_insert_with(|| Group { members: vec![], score: 0, signs: vec![] });
        group.score = group.score.max(likeness.score);
        group.signs.extend(likeness.signs);
    }
    for (at, person) in people.iter().enumerate() {
        if let Some(group) = groups.get_mut(&root(&of, at)) {
            group.members.push(person.id.clone());
        }
    }
    groups.into_values().map(in_order).collect()
}

fn in_order(mut group: Group) -> Group {
    group.members.sort();
    group.signs.sort();
    group.signs.dedup();
    group
}

/// Pairs that share a key which not too many have.
fn candidates(people: &[Person]) -> BTreeSet<(usize, usize)> {
    let mut holders: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, person) in people.iter().enumerate() {
        for key in keys(person) {
            holders.entry(key).or_default().push(at);
        }
    }
    let mut pairs = BTreeSet::new();
    for of_key in holders.into_values().filter(|of_key| of_key.len() <= HOLDERS_MAX) {
        for (n, a) in of_key.iter().enumerate() {
            pairs.extend(of_key.iter().skip(n + 1).map(|b| (*a, *b)));
        }
    }
    pairs
}

fn root(of: &[usize], mut at: usize) -> usize {
    while let Some(above) = of.get(at).copied().filter(|above| *above != at) {
        at = above;
    }
    at
}

fn join(of: &mut [usize], a: usize, b: usize) {
    let (a, b) = (root(of, a), root(of, b));
    if let Some(above) = of.get_mut(a.max(b)) {
        *above = a.min(b);
    }
}

/// How alike two names are, of a hundred: accents, order and how one is addressed do not count. A name may lack words
/// of the other, and of three words a long one may be mistyped.
fn same_name(a: &str, b: &str) -> u8 {
    let (a, b) = (name_words(a), name_words(b));
    let (shorter, longer) = if a.len() <= b.len() { (&a, &b) } else { (&b, &a) };
    let missing: Vec<&String> = shorter.difference(longer).collect();
    match missing.as_slice() {
        [] if shorter.is_empty() || (shorter.len() == 1 && longer.len() > 1) => 0,
        [] => share(2 * shorter.len(), shorter.len() + longer.len()),
        [one] if shorter.len() == longer.len() && shorter.len() > 2 => {
            let typo = longer.difference(shorter).any(|other| is_typo(one, other));
            if typo { 80 } else { 0 }
        }
        _ => 0,
    }
}

fn share(part: usize, whole: usize) -> u8 {
    u8::try_from(100 * part / whole.max(1)).unwrap_or(100)
}

/// Whether one letter was left out, added or mistaken.
fn is_typo(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.len().min(b.len()) < TYPO_MIN || a.len().abs_diff(b.len()) > 1 {
        return false;
    }
    let begins = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let ends = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count();
    a.len().max(b.len()) <= begins + ends + 1
}

fn name_words(name: &str) -> BTreeSet<String> {
    let words = names::words(name);
    let named: Vec<&String> = words.iter().filter(|word| !HONORIFICS.contains(&word.as_str())).collect();
    // Somebody may be called nothing else.
    let words = if named.is_empty() { words.iter().collect() } else { named };
    words.into_iter().take(WORDS_MAX).cloned().collect()
}

/// What a person's company is called, whatever it is.
fn company(person: &Person) -> Option<String> {
    let mut called = format!(" {} ", names::words(person.company.as_deref()?).join(" "));
    for form in FORMS {
        called = called.replace(&format!(" {form} "), " ");
    }
    let called = called.trim();
    (!called.is_empty()).then(|| called.to_owned())
}

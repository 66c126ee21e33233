//! What somebody typed into the search box, as beginnings of indexed words.

use super::words::{ACCENTED, BACKWARDS, NUMBER, accented};
use crate::db::listing::{Term, WHOLE};
use domain::names;
use domain::phone::{self, Number};
use domain::rights::Numbers;

/// More words than this make a search no narrower.
const MOST: usize = 6;

/// What is searched for: every term must be found.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Sought {
    /// Without accents.
    pub(super) folded: Vec<Term>,
    /// With the accents that were typed; `None` when there were none.
    pub(super) exact: Option<Vec<Term>>,
}

impl Sought {
    /// The whole numbers among them.
    pub(super) fn numbers(&self) -> impl Iterator<Item = Number> {
        let whole = |term: &String| term.strip_prefix(NUMBER)?.strip_suffix(WHOLE).map(str::to_owned);
        self.folded.iter().flatten().filter_map(whole).map(Number::from_stored)
    }

    /// What names may begin with, in the order of the alphabet; none begins with another.
    pub(super) fn beginnings(&self) -> Vec<String> {
        let is_word =
            |word: &&String| !word.starts_with([NUMBER, BACKWARDS]) && !word.chars().all(|c| c.is_ascii_digit());
        let words = self.folded.iter().flatten().filter(is_word);
        let mut words: Vec<String> = words.cloned().collect();
        words.sort();
        words.dedup_by(|longer, shorter| longer.starts_with(shorter.as_str()));
        words
    }
}

/// Reads the search box. `None` when it is empty; no terms when nothing in it can be found.
///
/// Whoever does not see numbers whole finds nobody by a part of one: answers to parts, one after another, are the number.
pub(super) fn read(text: &str, numbers: Numbers) -> Option<Sought> {
    if text.trim().is_empty() {
        return None;
    }
    let mut pieces: Vec<Piece> = pieces(text, numbers);
    pieces.dedup();
    // The longest say most.
    pieces.sort_by_key(|piece| std::cmp::Reverse(piece.folded.iter().map(String::len).max()));
    pieces.truncate(MOST);
    let exact = pieces.iter().any(|piece| piece.exact.is_some());
    let with_accents = || pieces.iter().map(|piece| piece.exact.clone().unwrap_or_else(|| piece.folded.clone()));
    Some(Sought {
        exact: exact.then(|| with_accents().collect()),
        folded: pieces.into_iter().map(|p| p.folded).collect(),
    })
}

#[derive(Debug, PartialEq, Eq)]
struct Piece {
    folded: Term,
    exact: Option<Term>,
}

/// Words one by one; digits that follow each other are one number.
fn pieces(text: &str, numbers: Numbers) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut digits: Vec<&str> = Vec::new();
    for token in text.split_whitespace() {
        if token.chars().all(|c| c.is_ascii_digit() || "+.-()/".contains(c)) {
            digits.push(token);
            continue;
        }
        pieces.extend(number(&std::mem::take(&mut digits), numbers));
        pieces.extend(word(token));
    }
    pieces.extend(number(&digits, numbers));
    pieces
}

/// Part of a telephone number, or of a name like "An Phú 365".
fn number(tokens: &[&str], numbers: Numbers) -> Vec<Piece> {
    let typed = tokens.join(" ");
    let terms = if numbers == Numbers::Whole { part(&typed) } else { whole(&typed) };
    let Some(mut folded) = terms else {
        return tokens.iter().flat_map(|token| word(token)).collect();
    };
    if let [token] = tokens
        && token.chars().all(|c| c.is_ascii_digit())
    {
        folded.push((*token).to_owned());
    }
    vec![Piece { folded, exact: None }]
}

/// What may be a part of a number.
fn part(typed: &str) -> Option<Term> {
    let sought = phone::sought(typed)?;
    let mut terms: Term = sought.prefixes.iter().map(|prefix| format!("{NUMBER}{prefix}")).collect();
    terms.extend(sought.reversed_tail.map(|tail| format!("{BACKWARDS}{tail}")));
    Some(terms)
}

/// A number and none that begins like it.
fn whole(typed: &str) -> Option<Term> {
    phone::sought_whole(typed).map(|number| vec![format!("{NUMBER}{number}{WHOLE}")])
}

fn word(token: &str) -> Vec<Piece> {
    let with: Vec<String> = accented(token).collect();
    let exact = |word: &String| with.iter().find(|w| names::fold(w) == *word).map(|w| vec![format!("{ACCENTED}{w}")]);
    names::words(token).into_iter().map(|word| Piece { exact: exact(&word), folded: vec![word] }).collect()
}

#[cfg(test)]
mod tests {
    use domain::rights::Numbers;

    fn read(text: &str) -> Option<super::Sought> {
        super::read(text, Numbers::Whole)
    }

    fn folded(text: &str) -> Vec<String> {
        let mut terms = read(text).unwrap().folded;
        terms.iter_mut().for_each(|term| term.sort());
        terms.iter().map(|term| term.join("|")).collect()
    }

    #[test]
    fn words_are_sought_without_accents_and_first_with_them() {
        assert_eq!(read("  "), None);
        assert_eq!(folded("Nguyễn an"), ["nguyen", "an"]);
        let exact = read("Nguyễn an").unwrap().exact.unwrap();
        assert_eq!(exact, [vec!["=nguyễn".to_owned()], vec!["an".to_owned()]]);
        assert_eq!(read("nguyen an").unwrap().exact, None);
        assert_eq!(folded("!?"), Vec::<String>::new());
    }

    #[test]
    fn a_name_may_begin_with_any_word_that_is_sought() {
        assert_eq!(read("thi nguyen ng 0901").unwrap().beginnings(), ["ng", "thi"]);
    }

    #[test]
    fn digits_are_sought_as_a_number() {
        assert_eq!(folded("0901 234"), ["#+84901234|<4321090"]);
        assert_eq!(folded("365"), ["#+84365|#365|365|<563"]);
        assert_eq!(folded("an 0901.234.567"), ["#+84901234567", "an"].map(str::to_owned));
        assert_eq!(folded("24"), ["24"], "two digits are a word");
    }

    #[test]
    fn whoever_sees_no_numbers_finds_nobody_by_a_part_of_one() {
        let folded = |text: &str| super::read(text, Numbers::Masked).unwrap().folded;
        assert_eq!(folded("0901.234.567"), [["#+84901234567 "]]);
        assert_eq!(folded("+1 202 555 01"), [["#+120255501 "]], "not those that begin so");
        for part in ["0901 234", "4567", "234.567", "+84901", "84901234"] {
            let terms = folded(part).concat().join(" ");
            assert!(!terms.contains(['#', '<']), "{part}: {terms}");
        }
        assert_eq!(folded("365"), [["365"]], "a word of a name");
        let numbers = |text: &str| {
            super::read(text, Numbers::Masked).unwrap().numbers().map(|n| n.to_string()).collect::<Vec<_>>()
        };
        assert_eq!(numbers("an 0901.234.567 phú +1 202 555 0123"), ["+84901234567", "+12025550123"]);
        assert_eq!(numbers("an 0901.234"), Vec::<String>::new());
    }
}

//! Pages of long lists by key, never by offset.

use serde::{Deserialize, Serialize};

/// Where the next page begins: opaque outside the database room.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Cursor(pub String);

/// One page and where the next begins.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Page<T> {
    /// The rows, in order.
    pub rows: Vec<T>,
    /// `None` on the last page.
    pub next: Option<Cursor>,
}

impl<T> Page<T> {
    /// A page with no rows and nothing after it.
    pub fn empty() -> Self {
        Self { rows: Vec::new(), next: None }
    }

    /// This first page, asked for anew, in the place of what it tells of in a list that was shown before; what is the
    /// `same` row, the function says. What follows the page stays below it. What stood before the page's end and is
    /// not on the page any more is gone, or belongs elsewhere.
    #[must_use]
    pub fn over(self, shown: Self, same: impl Fn(&T, &T) -> bool) -> Self {
        let Self { mut rows, next } = self;
        let Some(next) = next else { return Self { rows, next: None } };
        let stood = |new: &T| shown.rows.iter().position(|row| same(new, row));
        let end = rows.iter().rev().find_map(stood).map_or(0, |last| last + 1);
        let is_below = |row: &T| !rows.iter().any(|new| same(new, row));
        let below: Vec<T> = shown.rows.into_iter().skip(end).filter(is_below).collect();
        let next = if below.is_empty() { Some(next) } else { shown.next };
        rows.extend(below);
        Self { rows, next }
    }
}

#[cfg(test)]
mod tests {
    use super::{Cursor, Page};

    /// Rows by name and wording, and how many rows are before the next page.
    fn page(rows: &str, next: Option<usize>) -> Page<String> {
        let rows = rows.split_whitespace().map(str::to_owned).collect();
        Page { rows, next: next.map(|at| Cursor(at.to_string())) }
    }

    /// Rows are the same by their names, however they end.
    fn over(newest: Page<String>, shown: Page<String>) -> Page<String> {
        newest.over(shown, |a, b| a.trim_end_matches('!') == b.trim_end_matches('!'))
    }

    #[test]
    fn what_is_new_comes_first_and_what_was_brought_below_stays() {
        let shown = page("c b a z y x", Some(6));
        assert_eq!(over(page("d c b!", Some(3)), shown), page("d c b! a z y x", Some(6)));
    }

    #[test]
    fn what_is_gone_from_among_the_newest_is_gone() {
        let shown = page("made b a z", Some(4));
        assert_eq!(over(page("real b a", Some(3)), shown), page("real b a z", Some(4)));
    }

    #[test]
    fn where_nothing_is_below_the_page_its_own_end_counts() {
        let shown = page("made b a", Some(3));
        assert_eq!(over(page("b a z", Some(4)), shown), page("b a z", Some(4)));
    }

    #[test]
    fn the_only_page_is_the_list() {
        assert_eq!(over(page("real", None), page("made", None)), page("real", None));
    }

    #[test]
    fn a_row_that_has_come_up_takes_nothing_with_it() {
        let shown = page("c b a z y x", Some(6));
        assert_eq!(over(page("x! c b", Some(3)), shown), page("x! c b a z y", Some(6)));
    }

    #[test]
    fn a_page_of_what_is_all_new_leaves_the_rest() {
        let shown = page("c b", Some(2));
        assert_eq!(over(page("f e", Some(2)), shown), page("f e c b", Some(2)));
    }
}

//! The state of the deals' page as the address bar says it: links, reloads and "back" keep it.

use crate::customers::address::owner_filter;
use crate::export::ListFile;
use crate::routes::Route;
use crate::views::ALL;
use domain::deals::{DealFilter, DealQuery, DealSort, Due};
use domain::filters::Filter;
use domain::ids::{PipelineId, StaffId, StageId, TagId};
use domain::views::Words;
use leptos_router::location::Url;
use leptos_router::params::ParamsMap;

/// How deals are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Shown {
    /// Stage beside stage.
    #[default]
    Board,
    /// Row below row.
    List,
    /// Month beside month.
    Forecast,
}

impl Shown {
    /// Every way.
    pub(super) const ALL: [Self; 3] = [Self::Board, Self::List, Self::Forecast];

    /// The word in the address.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Board => "",
            Self::List => "list",
            Self::Forecast => "forecast",
        }
    }

    fn of(word: &str) -> Self {
        Self::ALL.into_iter().find(|shown| shown.word() == word).unwrap_or_default()
    }
}

/// What is asked for, as the address says it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct DealAddress {
    /// `view`: how it is shown.
    pub(super) shown: Shown,
    /// `q`: what is searched.
    pub(super) text: String,
    /// `pipeline`: its id; empty for the first on the board, for all elsewhere.
    pub(super) pipeline: String,
    /// `stage`: its id; empty for all.
    pub(super) stage: String,
    /// `owner`: as in other lists.
    pub(super) owner: String,
    /// `due`: a word of [`Due`]; empty for any time.
    pub(super) due: String,
    /// `tag`: a tag's id.
    pub(super) tag: String,
    /// `filter`: what else must hold.
    pub(super) filter: Filter,
    /// `columns`: the columns of the list, in order; empty for the usual ones.
    pub(super) columns: String,
    /// `sort`: a word of the list's order; empty for the day they should be won.
    pub(super) sort: String,
    /// `tab`: the kept view that is open.
    pub(super) tab: String,
}

/// The orders of the list and their words.
pub(super) const SORTS: [(DealSort, &str); 4] =
    [(DealSort::Close, ""), (DealSort::Amount, "amount"), (DealSort::Moved, "moved"), (DealSort::Title, "title")];

impl DealAddress {
    /// From the query of an address.
    pub(super) fn of(query: &ParamsMap) -> Self {
        Self::from_words(|name| query.get(name))
    }

    fn from_words(word: impl Fn(&str) -> Option<String>) -> Self {
        let word = |name: &str| word(name).unwrap_or_default().trim().to_owned();
        Self {
            shown: Shown::of(&word("view")),
            text: word("q"),
            pipeline: word("pipeline"),
            stage: word("stage"),
            owner: word("owner"),
            due: word("due"),
            tag: word("tag"),
            filter: word("filter").parse().unwrap_or_default(),
            columns: word("columns"),
            sort: word("sort"),
            tab: word("tab"),
        }
    }

    /// The address that says this.
    pub(super) fn href(&self) -> String {
        self.below(Route::Deals.href())
    }

    /// Where the files of this lie.
    pub(super) fn files(&self) -> Vec<ListFile> {
        let file = |kind: &str| self.below(format!("{}/export/{kind}", Route::Deals.href()));
        vec![("Excel", file("xlsx")), ("CSV", file("csv"))]
    }

    fn below(&self, path: String) -> String {
        let said = self.said().into_iter().chain([("tab", self.tab.clone())]).filter(|(_, word)| !word.is_empty());
        let query: Vec<String> = said.map(|(name, word)| format!("{name}={}", Url::escape(&word))).collect();
        if query.is_empty() { path } else { format!("{path}?{}", query.join("&")) }
    }

    /// What is shown and how, without the view that is open.
    pub(super) fn words(&self) -> Words {
        let said = self.said().into_iter().filter(|(_, word)| !word.is_empty());
        said.map(|(name, word)| (name.to_owned(), word)).collect()
    }

    fn said(&self) -> [(&'static str, String); 10] {
        let filter = if self.filter.is_empty() { String::new() } else { self.filter.to_string() };
        [
            ("view", self.shown.word().to_owned()),
            ("q", self.text.clone()),
            ("pipeline", self.pipeline.clone()),
            ("stage", self.stage.clone()),
            ("owner", self.owner.clone()),
            ("due", self.due.clone()),
            ("tag", self.tag.clone()),
            ("filter", filter),
            ("columns", self.columns.clone()),
            ("sort", self.sort.clone()),
        ]
    }

    /// As somebody wants it who has chosen it: otherwise, with nothing said, they would be led to the view that the
    /// list begins with.
    #[must_use]
    pub(super) fn settled(mut self) -> Self {
        if self.tab.is_empty() && self.words().is_empty() {
            ALL.clone_into(&mut self.tab);
        }
        self
    }

    /// The first page of what is asked for; "mine" are those of `me`.
    pub(super) fn query(&self, me: Option<&StaffId>) -> DealQuery {
        let some = |word: &String| (!word.is_empty()).then(|| word.clone());
        let filter = DealFilter {
            pipeline: some(&self.pipeline).map(PipelineId::new),
            stage: some(&self.stage).map(StageId::new),
            owner: owner_filter(&self.owner, me),
            due: Due::from_word(&self.due),
            tag: some(&self.tag).map(TagId::new),
            text: self.text.clone(),
            conditions: self.filter.clone(),
        };
        let sort = SORTS.iter().find(|(_, word)| *word == self.sort).map(|(sort, _)| *sort).unwrap_or_default();
        DealQuery { filter, sort, after: None }
    }

    /// Whether every deal is asked for, however it is shown and ordered.
    pub(super) fn is_everything(&self) -> bool {
        let asked = Self { columns: String::new(), tab: String::new(), ..self.clone() };
        asked == Self { shown: self.shown, sort: self.sort.clone(), ..Self::default() }
    }
}

/// What the list is asked for by the words of an address, by a member.
pub fn deal_query(word: impl Fn(&str) -> Option<String>, me: &StaffId) -> DealQuery {
    DealAddress::from_words(word).query(Some(me))
}

#[cfg(test)]
mod tests {
    use super::{DealAddress, Shown};
    use domain::customers::OwnerFilter;
    use domain::deals::{DealQuery, DealSort, Due};
    use domain::ids::StaffId;
    use leptos_router::params::ParamsMap;

    fn of(query: &[(&'static str, &str)]) -> DealAddress {
        DealAddress::of(&query.iter().map(|(k, v)| (*k, (*v).to_owned())).collect::<ParamsMap>())
    }

    #[test]
    fn the_bare_address_is_the_board_of_everything() {
        let address = of(&[]);
        assert!(address.is_everything());
        assert_eq!((address.shown, address.href().as_str()), (Shown::Board, "/deals"));
        assert_eq!(address.query(None), DealQuery::default());
    }

    #[test]
    fn the_address_survives_being_read() {
        let address = of(&[("view", "list"), ("q", "máy lạnh"), ("owner", "me"), ("due", "month"), ("sort", "amount")]);
        assert_eq!(address.href(), "/deals?view=list&q=m%C3%A1y%20l%E1%BA%A1nh&owner=me&due=month&sort=amount");
        let query = address.query(Some(&StaffId::new("lan")));
        assert_eq!((query.sort, query.filter.due), (DealSort::Amount, Some(Due::ThisMonth)));
        assert_eq!(query.filter.owner, OwnerFilter::Member(StaffId::new("lan")));
        assert!(!address.is_everything());
    }

    #[test]
    fn a_kept_view_of_deals_has_a_word_of_its_own() {
        let address = of(&[("view", "list"), ("filter", "all(amount.least.5)"), ("tab", "v1")]);
        assert_eq!(address.href(), "/deals?view=list&filter=all%28amount%2Eleast%2E5%29&tab=v1");
        assert!(!address.words().contains_key("tab") && address.words().contains_key("view"));
        assert_eq!(address.query(None).filter.conditions.count(), 1);
        assert_eq!(DealAddress::default().settled().href(), "/deals?tab=all");
    }

    #[test]
    fn words_that_mean_nothing_are_passed_over() {
        let address = of(&[("view", "x"), ("due", "y"), ("sort", "z")]);
        assert_eq!((address.shown, address.query(None)), (Shown::Board, DealQuery::default()));
    }
}

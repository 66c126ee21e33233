//! The state of the list of customers, or of companies, as the address bar says it: links, reloads and "back" keep it.

use crate::export::ListFile;
use crate::routes::Route;
use domain::customers::{CustomerQuery, CustomerSort, OwnerFilter};
use domain::filters::Filter;
use domain::ids::{StaffId, TagId, TeamId};
use domain::lists::List;
use domain::views::Words;
use leptos_router::location::Url;
use leptos_router::params::ParamsMap;

/// Everybody's customers.
pub(super) const ANYONE: &str = "";
/// One's own.
pub(super) const MINE: &str = "me";
/// Those nobody is responsible for.
pub(super) const NOBODY: &str = "nobody";
/// Before the id of a team: those of everybody in it.
pub(super) const TEAM: &str = "team:";
/// By name.
pub(crate) const BY_NAME: &str = "name";

/// Which list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Listed {
    /// People.
    #[default]
    Customers,
    /// Where they work.
    Companies,
}

impl Listed {
    /// Which list it is.
    pub(crate) fn list(self) -> List {
        match self {
            Self::Customers => List::Customers,
            Self::Companies => List::Companies,
        }
    }

    /// Its page.
    pub(crate) fn route(self) -> Route {
        match self {
            Self::Customers => Route::Customers,
            Self::Companies => Route::Companies,
        }
    }
}

/// What the list is asked for, as the address says it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct ListAddress {
    /// Which.
    pub(crate) list: Listed,
    /// `q`: what is searched.
    pub(super) text: String,
    /// `owner`: [`ANYONE`], [`MINE`], [`NOBODY`], [`TEAM`] with a team's id, or a member's id.
    pub(super) owner: String,
    /// `tag`: a tag's id.
    pub(super) tag: String,
    /// `sort`: [`BY_NAME`], anything else is by activity.
    pub(super) sort: String,
    /// `columns`: which there are, in order; empty for the usual ones.
    pub(crate) columns: String,
    /// `filter`: what else must hold.
    pub(crate) filter: Filter,
    /// `view`: the kept view that is open.
    pub(crate) tab: String,
}

impl ListAddress {
    /// From the query of an address.
    pub(crate) fn of(list: Listed, query: &ParamsMap) -> Self {
        Self::from_words(list, |name| query.get(name))
    }

    /// Everything that a text finds.
    pub(crate) fn searching(list: Listed, text: &str) -> Self {
        Self { list, text: text.trim().to_owned(), ..Self::default() }
    }

    fn from_words(list: Listed, word: impl Fn(&str) -> Option<String>) -> Self {
        let word = |name: &str| word(name).unwrap_or_default().trim().to_owned();
        Self {
            list,
            text: word("q"),
            owner: word("owner"),
            tag: word("tag"),
            sort: word("sort"),
            columns: word("columns"),
            filter: word("filter").parse().unwrap_or_default(),
            tab: word("view"),
        }
    }

    /// The address that says this.
    pub(crate) fn href(&self) -> String {
        self.below(self.list.route().href())
    }

    /// Where the files of this lie.
    pub(crate) fn files(&self) -> Vec<ListFile> {
        let file = |kind: &str| self.below(format!("{}/export/{kind}", self.list.route().href()));
        vec![("Excel", file("xlsx")), ("CSV", file("csv"))]
    }

    fn below(&self, path: String) -> String {
        let said = |(name, word): (&str, &str)| (!word.is_empty()).then(|| format!("{name}={}", Url::escape(word)));
        let filter = self.filter_word();
        let words = self.plain().into_iter().chain([("filter", filter.as_str()), ("view", self.tab.as_str())]);
        let query: Vec<String> = words.filter_map(said).collect();
        if query.is_empty() { path } else { format!("{path}?{}", query.join("&")) }
    }

    fn plain(&self) -> [(&'static str, &str); 5] {
        [
            ("q", &self.text),
            ("owner", &self.owner),
            ("tag", &self.tag),
            ("sort", &self.sort),
            ("columns", &self.columns),
        ]
    }

    fn filter_word(&self) -> String {
        if self.filter.is_empty() { String::new() } else { self.filter.to_string() }
    }

    /// What is shown and how, without the view that is open.
    pub(crate) fn words(&self) -> Words {
        let filter = self.filter_word();
        let words = self.plain().into_iter().chain([("filter", filter.as_str())]);
        words.filter(|(_, word)| !word.is_empty()).map(|(name, word)| (name.to_owned(), word.to_owned())).collect()
    }

    /// The first page of what is asked for; "mine" are those of `me`.
    pub(crate) fn query(&self, me: Option<&StaffId>) -> CustomerQuery {
        let owner = owner_filter(&self.owner, me);
        let tag = (!self.tag.is_empty()).then(|| TagId::new(self.tag.clone()));
        let sort = if self.sort == BY_NAME { CustomerSort::Name } else { CustomerSort::Activity };
        CustomerQuery { text: self.text.clone(), owner, tag, filter: self.filter.clone(), sort, after: None }
    }

    /// Whether the whole list is asked for.
    pub(crate) fn is_everything(&self) -> bool {
        self.text.is_empty() && self.owner == ANYONE && self.tag.is_empty() && self.filter.is_empty()
    }
}

/// Whose records a word of an address means; "mine" are those of `me`.
pub(crate) fn owner_filter(word: &str, me: Option<&StaffId>) -> OwnerFilter {
    match (word, me) {
        (ANYONE, _) | (MINE, None) => OwnerFilter::Anyone,
        (NOBODY, _) => OwnerFilter::Nobody,
        (MINE, Some(me)) => OwnerFilter::Member(me.clone()),
        (id, _) => match id.strip_prefix(TEAM) {
            Some(team) => OwnerFilter::Team(TeamId::new(team)),
            None => OwnerFilter::Member(StaffId::new(id)),
        },
    }
}

/// What the list is asked for by the words of an address, by a member.
pub fn list_query(word: impl Fn(&str) -> Option<String>, me: &StaffId) -> CustomerQuery {
    ListAddress::from_words(Listed::Customers, word).query(Some(me))
}

#[cfg(test)]
mod tests {
    use super::{ListAddress, Listed, MINE, NOBODY};
    use domain::customers::{CustomerSort, OwnerFilter};
    use domain::ids::{StaffId, TeamId};
    use leptos_router::params::ParamsMap;

    fn of(query: &[(&'static str, &str)]) -> ListAddress {
        ListAddress::of(Listed::Customers, &query.iter().map(|(k, v)| (*k, (*v).to_owned())).collect::<ParamsMap>())
    }

    #[test]
    fn the_bare_address_asks_for_everything() {
        let address = of(&[]);
        assert!(address.is_everything());
        assert_eq!(address.href(), "/customers");
        assert_eq!(address.query(None), domain::customers::CustomerQuery::default());
    }

    #[test]
    fn the_address_survives_being_read() {
        let address = of(&[("q", " Đặng & Co "), ("owner", "m1"), ("sort", "name")]);
        assert_eq!(address.text, "Đặng & Co");
        assert_eq!(address.href(), "/customers?q=%C4%90%E1%BA%B7ng%20%26%20Co&owner=m1&sort=name");
        assert_eq!(address.query(None).sort, CustomerSort::Name);
        assert_eq!(address.query(None).owner, OwnerFilter::Member(StaffId::new("m1")));
    }

    #[test]
    fn companies_have_an_address_of_their_own() {
        let address = ListAddress { list: Listed::Companies, ..of(&[("tag", "t1")]) };
        assert_eq!(address.href(), "/companies?tag=t1");
        assert_eq!(address.query(None).tag.map(|tag| tag.to_string()).as_deref(), Some("t1"));
        assert!(!address.is_everything());
    }

    #[test]
    fn mine_is_whoever_looks() {
        let me = StaffId::new("lan");
        assert_eq!(of(&[("owner", MINE)]).query(Some(&me)).owner, OwnerFilter::Member(me.clone()));
        let team = OwnerFilter::Team(TeamId::new("t1"));
        assert_eq!(of(&[("owner", "team:t1")]).query(None).owner, team);
        assert_eq!(of(&[("owner", NOBODY)]).query(Some(&me)).owner, OwnerFilter::Nobody);
    }
}

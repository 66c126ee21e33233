//! What the inbox is asked for, as the address says it.

use crate::routes::Route;
use domain::ids::TeamId;
use domain::missed::{MissedQuery, Which};
use leptos_router::location::Url;
use leptos_router::params::ParamsMap;

/// The lists of the inbox, in the order of their tabs.
pub(super) const LISTS: [Which; 5] = [Which::Open, Which::Mine, Which::Unassigned, Which::Overdue, Which::Closed];

/// The address of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct InboxAddress {
    /// `which`
    pub(super) which: Which,
    /// `team`: a team's id; empty for all.
    pub(super) team: String,
}

impl InboxAddress {
    /// From the query of an address.
    pub(super) fn of(query: &ParamsMap) -> Self {
        let said = query.get_str("which").unwrap_or_default();
        let which = LISTS.into_iter().find(|which| word(*which) == said).unwrap_or_default();
        Self { which, team: query.get_str("team").unwrap_or_default().trim().to_owned() }
    }

    /// The address that says this.
    pub(super) fn href(&self) -> String {
        let which = word(self.which);
        let words = [("which", which), ("team", &self.team)];
        let said = |(name, word): (&str, &str)| (!word.is_empty()).then(|| format!("{name}={}", Url::escape(word)));
        let query: Vec<String> = words.into_iter().filter_map(said).collect();
        let path = Route::Missed.href();
        if query.is_empty() { path } else { format!("{path}?{}", query.join("&")) }
    }

    /// The first page of what is asked for.
    pub(super) fn query(&self) -> MissedQuery {
        let team = (!self.team.is_empty()).then(|| TeamId::new(self.team.clone()));
        MissedQuery { which: self.which, team, after: None }
    }
}

fn word(which: Which) -> &'static str {
    match which {
        Which::Open => "",
        Which::Mine => "mine",
        Which::Unassigned => "unassigned",
        Which::Overdue => "overdue",
        Which::Closed => "closed",
    }
}

#[cfg(test)]
mod tests {
    use super::{InboxAddress, LISTS};
    use domain::missed::Which;
    use leptos_router::params::ParamsMap;

    #[test]
    fn the_address_says_what_is_asked_for() {
        for which in LISTS {
            let address = InboxAddress { which, team: "t1".to_owned() };
            let (_, query) = address.href().split_once('?').map(|(p, q)| (p.to_owned(), q.to_owned())).unwrap();
            let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
            let read: ParamsMap = pairs.map(|(name, word)| (name.to_owned(), word.to_owned())).collect();
            assert_eq!(InboxAddress::of(&read), address);
            assert_eq!(address.query().which, which);
        }
        assert_eq!(InboxAddress::default().href(), "/missed");
        assert_eq!(InboxAddress::of(&ParamsMap::new()).query().which, Which::Open);
    }
}

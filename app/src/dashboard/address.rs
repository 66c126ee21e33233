//! What the dashboard shows, as the address says it.

use crate::routes::Route;
use domain::dashboard::{FiguresQuery, Period, date_of, date_word};
use domain::ids::TeamId;
use leptos_router::location::Url;
use leptos_router::params::ParamsMap;

/// The periods that have a name, in the order of their tabs.
pub(super) const NAMED: [Period; 4] = [Period::Today, Period::SevenDays, Period::ThirtyDays, Period::ThisMonth];

/// The address of a dashboard.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct DashboardAddress {
    /// `period`, or `from` and `to`.
    pub(super) period: Period,
    /// `team`: a team's id; empty for all.
    pub(super) team: String,
}

impl DashboardAddress {
    /// From the query of an address.
    pub(super) fn of(query: &ParamsMap) -> Self {
        let said = |name: &str| query.get_str(name).unwrap_or_default().trim().to_owned();
        let named = NAMED.into_iter().find(|period| word(*period) == said("period"));
        let days = date_of(&said("from")).zip(date_of(&said("to"))).map(|(from, to)| Period::Days { from, to });
        Self { period: named.or(days).unwrap_or_default(), team: said("team") }
    }

    /// The address that says this.
    pub(super) fn href(&self) -> String {
        let mut words = match self.period {
            Period::Days { from, to } => vec![("from", date_word(from)), ("to", date_word(to))],
            named => vec![("period", word(named).to_owned())],
        };
        words.push(("team", self.team.clone()));
        let said = |(name, word): (&str, String)| (!word.is_empty()).then(|| format!("{name}={}", Url::escape(&word)));
        let query: Vec<String> = words.into_iter().filter_map(said).collect();
        format!("{}?{}", Route::Dashboard.href(), query.join("&"))
    }

    /// What is asked for.
    pub(super) fn query(&self) -> FiguresQuery {
        let team = (!self.team.is_empty()).then(|| TeamId::new(self.team.clone()));
        FiguresQuery { period: self.period, team }
    }
}

fn word(period: Period) -> &'static str {
    match period {
        Period::Today => "today",
        Period::SevenDays => "7days",
        Period::ThirtyDays => "30days",
        Period::ThisMonth => "month",
        Period::Days { .. } => "",
    }
}

#[cfg(test)]
mod tests {
    use super::{DashboardAddress, NAMED};
    use domain::dashboard::{Period, date_of};
    use leptos_router::params::ParamsMap;

    fn read(address: &DashboardAddress) -> DashboardAddress {
        let href = address.href();
        let query = href.split_once('?').map(|(_, query)| query.to_owned()).unwrap();
        let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
        DashboardAddress::of(&pairs.map(|(name, word)| (name.to_owned(), word.to_owned())).collect::<ParamsMap>())
    }

    #[test]
    fn the_address_says_what_is_shown() {
        let (from, to) = (date_of("2026-11-02").unwrap(), date_of("2026-11-20").unwrap());
        for period in NAMED.into_iter().chain([Period::Days { from, to }]) {
            let address = DashboardAddress { period, team: "t1".to_owned() };
            assert_eq!(read(&address), address);
        }
        assert_eq!(DashboardAddress::of(&ParamsMap::new()).period, Period::SevenDays);
    }
}

//! The way from a number to the calls behind it: the log, in the words of its address.

use crate::routes::Route;
use domain::dashboard::date_word;
use domain::times::Millis;
use leptos_router::location::Url;

/// Calls of a period, and of a team where one was chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Calls(String);

impl Calls {
    /// Those from one moment to another; whole days.
    pub(super) fn between(from: Millis, until: Millis, team: &str) -> Self {
        let words = Self(format!("{}?from={}&to={}", Route::Calls.href(), date_word(from), date_word(until.plus(-1))));
        if team.is_empty() { words } else { words.with("team", team) }
    }

    /// Fewer: those that also fit this.
    pub(super) fn with(&self, name: &str, word: &str) -> Self {
        Self(format!("{}&{name}={}", self.0, Url::escape(word)))
    }

    /// The address.
    pub(super) fn href(&self) -> String {
        self.0.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::Calls;
    use domain::dashboard::date_of;
    use domain::times::DAY;

    #[test]
    fn the_last_day_is_included() {
        let from = date_of("2026-11-20").unwrap();
        let calls = Calls::between(from, from.plus(2 * DAY), "t1").with("direction", "inbound");
        assert_eq!(calls.href(), "/calls?from=2026-11-20&to=2026-11-21&team=t1&direction=inbound");
    }
}

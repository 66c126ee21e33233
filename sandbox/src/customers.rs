//! Virtual customers: when nobody has opened a phone page for the number that an agent dials, the last two digits decide
//! how the customer behaves. Together they make every row of 3C's error table happen.

use serde::Serialize;
use std::time::Duration;

/// How a virtual customer behaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Behaviour {
    /// Picks up, talks, and hangs up after a while when told to.
    Answers {
        /// From the call to picking up.
        after: Duration,
        /// From picking up to hanging up; `None` waits for the agent.
        talks: Option<Duration>,
    },
    /// Is never spoken to.
    Refuses {
        /// How long the telephone rings first; `None`: not at all.
        rings: Option<Duration>,
        /// The SIP status.
        status: u16,
    },
    /// The company itself refuses to make the call, with this error code.
    Forbidden(&'static str),
}

/// One row of the table that the phone page shows.
#[derive(Clone, Copy, Debug, Serialize)]
pub(crate) struct Row {
    /// The last two digits.
    pub(crate) suffix: &'static str,
    /// A word for the behaviour, which the page puts into a sentence.
    pub(crate) what: &'static str,
    /// What is done.
    #[serde(skip)]
    pub(crate) behaviour: Behaviour,
}

const SOON: Duration = Duration::from_secs(2);
const SHORT_RING: Option<Duration> = Some(Duration::from_secs(1));

const fn answers(seconds: u64, talks: Option<Duration>) -> Behaviour {
    Behaviour::Answers { after: Duration::from_secs(seconds), talks }
}

const fn refuses(rings: Option<Duration>, status: u16) -> Behaviour {
    Behaviour::Refuses { rings, status }
}

const fn row(suffix: &'static str, what: &'static str, behaviour: Behaviour) -> Row {
    Row { suffix, what, behaviour }
}

/// Every special ending. Any other number answers like `00`.
pub(crate) const TABLE: [Row; 15] = [
    row("00", "answers", answers(2, None)),
    row("60", "answers_late", answers(10, None)),
    row("14", "hangs_up", answers(2, Some(Duration::from_secs(3)))),
    row("86", "busy", refuses(SHORT_RING, 486)),
    row("08", "no_answer", refuses(Some(Duration::from_secs(5)), 408)),
    row("87", "hangs_up_ringing", refuses(Some(SOON), 487)),
    row("80", "unreachable", refuses(None, 480)),
    row("03", "unpaid", refuses(None, 403)),
    row("04", "not_found", refuses(None, 404)),
    row("50", "other_error", refuses(None, 500)),
    row("10", "agent_device", Behaviour::Forbidden("IPCC_NOT_CONNECT_AGENT_ID")),
    row("11", "agent_busy", Behaviour::Forbidden("CALLOUT_AGENT_BUSY")),
    row("12", "no_permission", Behaviour::Forbidden("CALLOUT_PERMISSION_DENY")),
    row("13", "connect_error", Behaviour::Forbidden("ERROR_CALLOUT_CONNECT")),
    // the page's own script ignores this one, as the real one sometimes does; nothing reaches us
    row("15", "ignored", answers(2, None)),
];

/// How the virtual customer with this number behaves.
pub(crate) fn behaviour(number: &str) -> Behaviour {
    let special = TABLE.iter().find(|row| number.ends_with(row.suffix));
    special.map_or(answers(2, None), |row| row.behaviour)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ending_decides() {
        assert_eq!(behaviour("0909000186"), refuses(SHORT_RING, 486));
        assert_eq!(behaviour("0909000180"), refuses(None, 480));
        assert_eq!(behaviour("0909000111"), Behaviour::Forbidden("CALLOUT_AGENT_BUSY"));
        assert_eq!(behaviour("0909000123"), answers(2, None));
    }

    #[test]
    fn every_status_of_the_error_table_can_be_produced() {
        let produced: Vec<u16> = TABLE
            .iter()
            .filter_map(|row| match row.behaviour {
                Behaviour::Refuses { status, .. } => Some(status),
                _ => None,
            })
            .collect();
        for status in [404, 486, 408, 403, 487, 480] {
            assert!(produced.contains(&status), "{status}");
        }
    }

    #[test]
    fn no_ending_is_listed_twice() {
        let mut endings: Vec<&str> = TABLE.iter().map(|row| row.suffix).collect();
        endings.sort_unstable();
        endings.dedup();
        assert_eq!(endings.len(), TABLE.len());
    }
}

//! Guessing passwords is made slow: by account, whoever guesses, and by address, whomever they try.

use crate::Backend;
use crate::db::attempts::{self, Attempts};
use crate::db::{Answer, Tx};
use domain::problem::Problem;
use domain::times::Millis;
use std::net::{IpAddr, Ipv6Addr};

/// An account or an address, and how many failures it has before it must wait.
pub(crate) struct Subject {
    name: String,
    free: i64,
}

/// Failures of one account before it must wait.
const ACCOUNT_FREE: i64 = 5;
/// Failures from one address: a whole office may sit behind it.
const ADDRESS_FREE: i64 = 30;
/// The first wait; each further failure doubles it.
const FIRST_WAIT: i64 = 15_000;
/// No wait is longer: nobody can be kept out of their account for good.
const LONGEST_WAIT: i64 = 15 * 60_000;
/// Failures are forgotten after so long without another.
const MEMORY: i64 = 60 * 60_000;

impl Subject {
    /// An account, by whatever names it.
    pub(crate) fn account(name: &str) -> Self {
        // Names of any length may be typed; an email has at most 254 characters.
        let name: String = name.chars().take(254).collect();
        Self { name: format!("account:{name}"), free: ACCOUNT_FREE }
    }
}

/// What an attempt counts against.
pub(super) fn of(email: &str, address: &str) -> [Subject; 2] {
    let address = Subject { name: format!("address:{}", network(address)), free: ADDRESS_FREE };
    [Subject::account(email), address]
}

/// Whoever has one IPv6 address has 2^64 of them: they count as one.
fn network(address: &str) -> String {
    match address.parse() {
        Ok(IpAddr::V6(v6)) => match v6.to_ipv4_mapped() {
            Some(v4) => v4.to_string(),
            None => Ipv6Addr::from_bits(v6.to_bits() & !u128::from(u64::MAX)).to_string(),
        },
        _ => address.chars().take(64).collect(),
    }
}

/// Counts an attempt as failed before its password is looked at, so that a thousand at once are no way around.
///
/// # Errors
/// [`Problem::Throttled`] while the account or the address must wait; that attempt does not count.
pub(crate) async fn attempt(b: &Backend, subjects: &[Subject]) -> Result<(), Problem> {
    let now = b.now();
    let mut tx = b.write().await?;
    let mut known = Vec::with_capacity(subjects.len());
    for subject in subjects {
        tx.alone(&subject.name).await?;
        let attempts = attempts::get(tx.on(), &subject.name).await?;
        let attempts = attempts.filter(|a| now.since(Millis(a.last_at)) < MEMORY);
        let failures = attempts.map_or(0, |a| a.failures);
        let left = attempts.map_or(0, |a| left(a.failures - subject.free, now.since(Millis(a.last_at))));
        if left > 0 {
            return Err(Problem::Throttled { seconds: u32::try_from((left + 999) / 1000).unwrap_or(u32::MAX) });
        }
        known.push(failures);
    }
    for (subject, failures) in subjects.iter().zip(known) {
        attempts::put(tx.on(), &subject.name, Attempts { failures: failures + 1, last_at: now.0 }).await?;
    }
    Ok(tx.commit().await?)
}

/// How long to wait after so many failures beyond the free ones.
fn wait(beyond: i64) -> i64 {
    match u32::try_from(beyond) {
        Ok(doublings) => FIRST_WAIT.saturating_mul(1 << doublings.min(16)).min(LONGEST_WAIT),
        Err(_) => 0,
    }
}

/// How much of that wait is left, none at zero and below, when the last failure is so long `ago`: before zero where a
/// neighbour's attempt came between the look at the clock and this one, or another server's clock is ahead.
fn left(beyond: i64, ago: i64) -> i64 {
    wait(beyond) - ago.max(0)
}

/// The attempt was none: the account's failures are forgotten, the address has one fewer.
pub(crate) async fn forgive(tx: &mut Tx, subjects: &[Subject]) -> Answer<()> {
    for subject in subjects {
        tx.alone(&subject.name).await?;
        match attempts::get(tx.on(), &subject.name).await? {
            Some(a) if subject.free != ACCOUNT_FREE => {
                attempts::put(tx.on(), &subject.name, Attempts { failures: (a.failures - 1).max(0), ..a }).await?;
            }
            _ => attempts::forget(tx.on(), &subject.name).await?,
        }
    }
    Ok(())
}

/// Forgets failures that no longer count.
pub(crate) async fn sweep(tx: &mut Tx, now: Millis) -> Answer<()> {
    attempts::forget_before(tx.on(), now.plus(-MEMORY)).await
}

#[cfg(test)]
mod tests {
    use super::{LONGEST_WAIT, left, network, wait};

    #[test]
    fn waits_double_up_to_a_quarter_of_an_hour() {
        let waits: Vec<i64> = [-1, 0, 1, 2, 6, 400].into_iter().map(wait).collect();
        assert_eq!(waits, [0, 15_000, 30_000, 60_000, LONGEST_WAIT, LONGEST_WAIT]);
    }

    #[test]
    fn whoever_comes_in_the_same_moment_does_not_wait() {
        assert_eq!([left(-1, 0), left(-1, -7), left(-30, -60_000)], [0; 3]);
        assert_eq!([left(0, -7), left(0, 0), left(0, 14_999), left(0, 15_000)], [15_000, 15_000, 1, 0]);
    }

    #[test]
    fn one_network_is_one_subject() {
        assert_eq!(network("2001:db8:1:2:aaaa::1"), network("2001:db8:1:2:bbbb::2"));
        assert_ne!(network("2001:db8:1:2::1"), network("2001:db8:1:3::1"));
        assert_eq!(network("::ffff:10.0.0.7"), network("10.0.0.7"));
    }
}

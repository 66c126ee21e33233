//! Whole numbers that members type who are shown none: typed to be dialled or found, not one after the other until an
//! answer tells that one of them is what was hidden. Each is looked up, and not very many within an hour.

use crate::{Backend, audit};
use domain::access::Actor;
use domain::ids::StaffId;
use domain::numbers::TYPED_PER_HOUR;
use domain::phone::{self, Number};
use domain::problem::Problem;
use domain::times::{HOUR, Millis};
use serde_json::json;
use std::collections::{HashMap, HashSet};
use std::sync::{Mutex, PoisonError};

/// The audit's word.
const REFUSED: &str = "number.refused";

/// What members typed within the hour. Each server counts for itself, in memory: of several each allows as many, and one
/// that is started anew begins anew. To write every number down would cost more than the few it lets through.
#[derive(Default)]
pub(crate) struct Typed(Mutex<HashMap<StaffId, Hour>>);

/// An hour of a member's, from the first number.
struct Hour {
    from: Millis,
    /// Each once: whoever turns a page asks nothing new.
    numbers: HashSet<Number>,
    /// Whether one was refused already.
    refused: bool,
}

/// One more than is looked up.
#[derive(Debug, PartialEq, Eq)]
struct TooMany {
    /// When the next is looked up.
    until: Millis,
    /// Whether it is the first of the hour.
    first: bool,
}

impl Typed {
    /// Counts a number that a member typed.
    fn count(&self, who: &StaffId, number: Number, now: Millis) -> Result<(), TooMany> {
        let mut members = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let fresh = || Hour { from: now, numbers: HashSet::new(), refused: false };
        let hour = members.entry(who.clone()).or_insert_with(fresh);
        if now >= hour.from.plus(HOUR) {
            *hour = fresh();
        }
        if hour.numbers.contains(&number) {
            return Ok(());
        }
        if hour.numbers.len() < TYPED_PER_HOUR {
            hour.numbers.insert(number);
            return Ok(());
        }
        let first = !std::mem::replace(&mut hour.refused, true);
        Err(TooMany { until: hour.from.plus(HOUR), first })
    }
}

/// Lets a text be looked up that may be a whole number, unless the member typed too many. Masked ones with their seals,
/// short codes and parts of numbers count for nothing, and so does everything from those who see numbers whole.
///
/// # Errors
/// [`Problem::Throttled`]; the first of an hour is written down.
pub(crate) async fn typed(b: &Backend, who: &Actor, text: &str) -> Result<(), Problem> {
    if who.sees_numbers() {
        return Ok(());
    }
    match phone::parse(text).ok().map(|parsed| parsed.number).filter(|number| !number.is_short()) {
        Some(number) => look_up(b, who, number).await,
        None => Ok(()),
    }
}

/// The same of a number that was read.
///
/// # Errors
/// As [`typed`].
pub(crate) async fn look_up(b: &Backend, who: &Actor, number: Number) -> Result<(), Problem> {
    if who.sees_numbers() {
        return Ok(());
    }
    let details = json!({ "number": number.grouped() });
    let Err(too_many) = b.typed().count(&who.id, number, b.now()) else { return Ok(()) };
    if too_many.first {
        let mut tx = b.write().await?;
        audit::note(b, &mut tx, Some(who), REFUSED, format!("staff:{}", who.id), details).await?;
        tx.commit().await?;
    }
    let left = too_many.until.since(b.now()).max(0) / 1_000 + 1;
    Err(Problem::Throttled { seconds: u32::try_from(left).unwrap_or(u32::MAX) })
}

#[cfg(test)]
mod tests {
    use super::{TooMany, Typed};
    use domain::ids::StaffId;
    use domain::numbers::TYPED_PER_HOUR;
    use domain::phone::Number;
    use domain::times::{HOUR, Millis};

    fn number(n: usize) -> Number {
        Number::from_stored(format!("+8490{n:07}"))
    }

    #[test]
    fn so_many_numbers_are_looked_up_within_an_hour_and_each_again() {
        let (typed, lan, minh) = (Typed::default(), StaffId::new("lan"), StaffId::new("minh"));
        let at = |minutes: i64| Millis(minutes * HOUR / 60);
        for n in 0..TYPED_PER_HOUR {
            assert_eq!(typed.count(&lan, number(n), at(1)), Ok(()));
            assert_eq!(typed.count(&lan, number(0), at(2)), Ok(()), "the same counts once");
        }
        let refused = |first| Err(TooMany { until: at(61), first });
        assert_eq!(typed.count(&lan, number(TYPED_PER_HOUR), at(3)), refused(true));
        assert_eq!(typed.count(&lan, number(TYPED_PER_HOUR), at(60)), refused(false));
        assert_eq!(typed.count(&lan, number(7), at(60)), Ok(()), "what was looked up may be again");
        assert_eq!(typed.count(&minh, number(TYPED_PER_HOUR), at(60)), Ok(()));
        assert_eq!(typed.count(&lan, number(TYPED_PER_HOUR), at(61)), Ok(()), "another hour");
    }
}

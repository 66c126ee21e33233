//! When keys are pressed by somebody who listens first, and presses then.

use super::{Course, Pressed, Stop, Trial, Visit, try_it};
use crate::centre::{Centre, Press};

/// So long after a key counts it is pressed, in milliseconds: sooner than any place gives up.
const THINKS: i64 = 800;

/// Keys pressed one after the other, each as soon as it counts where the call has come to; [`Press::Nothing`] waits there
/// until something happens by itself. What is pressed when no menu listens any more is left out. The keys of the trial
/// itself do not count.
pub fn in_turn(centre: &Centre, trial: &Trial, presses: &[Press]) -> Vec<Pressed> {
    let mut trial = Trial { keys: Vec::new(), ..trial.clone() };
    let mut place = 0;
    for press in presses {
        let course = try_it(centre, &trial);
        let Some(visit) = visits(&course).nth(place) else { break };
        if *press != Press::Nothing {
            trial.keys.push(Pressed { at: moment(visit, trial.keys.last()), key: *press });
        }
        if leads_on(&try_it(centre, &trial), place, *press) {
            place += 1;
        }
    }
    trial.keys
}

/// When a key is pressed at a place; after one that led nowhere, everything is said again.
fn moment(visit: &Visit, last: Option<&Pressed>) -> i64 {
    let deaf = visit.listens_from - visit.from;
    let begins = last.map_or(visit.from, |last| last.at.max(visit.from));
    begins + deaf + THINKS
}

/// Whether somebody who does this at a place comes to another.
fn leads_on(course: &Course, place: usize, press: Press) -> bool {
    let taken = visits(course).nth(place).and_then(|visit| visit.taken.as_ref());
    taken.is_some_and(|taken| taken.pressed == press)
}

fn visits(course: &Course) -> impl Iterator<Item = &Visit> {
    course.stops.iter().filter_map(|stop| match stop {
        Stop::Place(visit) => Some(visit),
        Stop::Queue(_) => None,
    })
}

//! Where a tried call goes in the pictures.

use crate::centre::diagram::Marks;
use domain::centre::{Action, Because, Centre, Course, Digits, End, Offer, Ref, Rung, Spot, Stop, Taken, Visit, Wait};
use domain::ids::NodeId;

/// Collects where a call goes.
#[derive(Default)]
struct Way {
    marks: Marks,
}

impl Way {
    fn come(&mut self, spot: Spot) {
        if !self.marks.taken.contains(&spot) {
            self.marks.taken.push(spot);
        }
    }

    fn step(&mut self, from: Spot, to: Spot) {
        self.come(to.clone());
        self.marks.steps.push((from, to));
    }
}

fn thing(at: Ref) -> Spot {
    Spot::Thing(at)
}

/// The way in the picture of a menu.
pub(super) fn in_menu(course: &Course) -> Marks {
    let mut way = Way::default();
    for visit in visits(course) {
        let here = thing(Ref::Node(visit.node.clone()));
        way.come(here.clone());
        if let Some(taken) = &visit.taken {
            way.step(here, led_to(&visit.node, taken));
        }
    }
    way.marks
}

fn led_to(node: &NodeId, taken: &Taken) -> Spot {
    match &taken.action {
        Action::Queue { queue } => thing(Ref::Queue(queue.clone())),
        Action::Next { node } => thing(Ref::Node(node.clone())),
        Action::Forward { to, .. } => Spot::Forward(to.clone()),
        Action::Stop | Action::Unknown { .. } => Spot::End(node.clone()),
    }
}

/// The way in the picture of a whole number.
pub(super) fn of_number(centre: &Centre, number: &Digits, course: &Course) -> Marks {
    let mut way = Way::default();
    let begins = thing(Ref::Hotline(number.clone()));
    way.come(begins.clone());
    let mut here = begins;
    if let Some(menu) = visits(course).next().and_then(|visit| centre.node(&visit.node)).map(|node| node.menu.clone()) {
        let menu = thing(Ref::Menu(menu));
        way.step(here, menu.clone());
        here = menu;
    }
    for stop in &course.stops {
        if let Stop::Queue(wait) = stop {
            let queue = thing(Ref::Queue(wait.queue.clone()));
            way.step(here.clone(), queue.clone());
            rung(&mut way, centre, &queue, wait);
        }
    }
    if let End::Forwarded { to, .. } = &course.end {
        way.step(here, Spot::Forward(to.clone()));
    }
    way.marks
}

/// The groups and agents that are rung.
fn rung(way: &mut Way, centre: &Centre, queue: &Spot, wait: &Wait) {
    if let Some(asks) = centre.queue(&wait.queue).and_then(|queue| queue.asks.clone()) {
        way.step(queue.clone(), Spot::Asked(asks));
    }
    for Offer { seat, because, rung } in &wait.offers {
        if let (Because::Group { group, .. }, Rung::Rings { .. }) = (because, rung) {
            let group = thing(Ref::Group(group.clone()));
            way.step(queue.clone(), group.clone());
            way.step(group, thing(Ref::Agent(seat.clone())));
        }
    }
}

fn visits(course: &Course) -> impl Iterator<Item = &Visit> {
    course.stops.iter().filter_map(|stop| match stop {
        Stop::Place(visit) => Some(visit),
        Stop::Queue(_) => None,
    })
}

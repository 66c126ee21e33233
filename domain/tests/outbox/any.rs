//! Whatever dies, fails or is done by several tabs at once: the server ends up with every fact, as a set, and with the
//! last note.

use crate::{Board, fact_of, note};
use domain::outbox::{Load, Parcel, Queue};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// The calls that are spoken of.
const CALLS: [&str; 3] = ["a", "b", "c"];
/// Tabs that are open.
const TABS: usize = 3;

/// What may happen next, in a tab.
#[derive(Clone, Copy, Debug)]
enum Step {
    /// A fact of a call.
    Fact(usize),
    /// The note of a call is written anew.
    Note(usize),
    /// A request arrives and is answered.
    Sends,
    /// A request arrives; its answer is lost.
    AnswerLost,
    /// A request does not arrive.
    NotSent,
    /// The tab looks at the shelf.
    TakesUp,
    /// The tab dies, and another is opened in its place.
    Dies,
}

fn any_step() -> impl Strategy<Value = (usize, Step)> {
    let step = prop_oneof![
        6 => (0..CALLS.len()).prop_map(Step::Fact),
        3 => (0..CALLS.len()).prop_map(Step::Note),
        3 => Just(Step::Sends),
        2 => Just(Step::AnswerLost),
        2 => Just(Step::NotSent),
        1 => Just(Step::TakesUp),
        2 => Just(Step::Dies),
    ];
    (0..TABS, step)
}

/// What the server has been told.
#[derive(Debug, Default, PartialEq)]
struct Told {
    facts: BTreeSet<String>,
    notes: BTreeMap<String, String>,
}

impl Told {
    fn parcel(&mut self, parcel: &Parcel) {
        match parcel {
            Parcel::Fact { call, .. } => drop(self.facts.insert(format!("{call}: {}", parcel.key()))),
            Parcel::Note { call, text } => drop(self.notes.insert(call.to_string(), text.clone())),
            Parcel::WrapUp { .. } => {}
        }
    }
}

/// A browser with tabs, its shelf, and the server.
struct World {
    shelf: Board,
    tabs: Vec<Queue>,
    server: Told,
    happened: Told,
    made: i64,
}

impl World {
    fn new() -> Self {
        let tabs = vec![Queue::default(); TABS];
        Self { shelf: Board::default(), tabs, server: Told::default(), happened: Told::default(), made: 0 }
    }

    fn put(&mut self, tab: usize, parcel: Parcel) {
        self.happened.parcel(&parcel);
        self.tabs[tab].put(&mut self.shelf, parcel);
    }

    fn take(&mut self, tab: usize, step: Step) {
        self.made += 1;
        match step {
            Step::Fact(call) => self.put(tab, fact_of(&format!("tab-{tab}"), CALLS[call], self.made)),
            Step::Note(call) => self.put(tab, note(CALLS[call], &format!("note {}", self.made))),
            Step::Sends => drop(self.send(tab)),
            Step::AnswerLost => {
                let load = self.tabs[tab].next(&self.shelf);
                load.iter().flat_map(Load::parcels).for_each(|parcel| self.server.parcel(&parcel));
            }
            Step::NotSent => {
                if let Some(parcel) = self.tabs[tab].next(&self.shelf).and_then(|load| load.parcels().pop()) {
                    self.tabs[tab].postpone(parcel.call());
                }
            }
            Step::TakesUp => self.tabs[tab].take_up(&mut self.shelf),
            Step::Dies => {
                self.tabs[tab] = Queue::default();
                self.tabs[tab].take_up(&mut self.shelf);
            }
        }
    }

    /// Whether there was something to send.
    fn send(&mut self, tab: usize) -> bool {
        let Some(load) = self.tabs[tab].next(&self.shelf) else { return false };
        load.parcels().iter().for_each(|parcel| self.server.parcel(parcel));
        self.tabs[tab].arrived(&mut self.shelf, &load.parcels());
        true
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn every_fact_reaches_the_server_as_one_and_the_last_note_counts(
        steps in prop::collection::vec(any_step(), 1..80),
        last in 0..TABS,
    ) {
        let mut world = World::new();
        for (tab, step) in steps {
            world.take(tab, step);
        }
        // Every tab dies; one is opened again, perhaps days later.
        world.tabs = vec![Queue::default(); TABS];
        world.tabs[last].take_up(&mut world.shelf);
        while world.send(last) {}
        prop_assert_eq!(&world.server, &world.happened);
        prop_assert!(world.shelf.entries.is_empty(), "something is still written down");
    }

    #[test]
    fn tabs_that_live_deliver_everything_too(steps in prop::collection::vec(any_step(), 1..60)) {
        let mut world = World::new();
        for (tab, step) in steps {
            world.take(tab, step);
        }
        for tab in 0..TABS {
            while world.send(tab) {}
        }
        prop_assert_eq!(&world.server, &world.happened);
    }
}

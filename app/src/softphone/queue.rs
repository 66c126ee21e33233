//! What waits for the server, in the order it must arrive.

use domain::calls::{Fact, Reported};
use domain::ids::CallId;
use domain::wrap_up::WrapUpForm;
use serde::{Deserialize, Serialize};

/// The most facts that travel in one request.
const FACTS_MAX: usize = 200;

/// One thing the server must know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Parcel {
    /// Something happened in a call.
    Fact {
        /// Of which call.
        call: CallId,
        /// What.
        fact: Fact,
    },
    /// What the member wrote about a call.
    Note {
        /// Of which call.
        call: CallId,
        /// The whole note.
        text: String,
    },
    /// What the member filled in after a call.
    WrapUp {
        /// Of which call.
        call: CallId,
        /// All of it.
        form: WrapUpForm,
    },
}

impl Parcel {
    /// A name for it that no other parcel has: the same fact is one parcel, and a call has one note and one wrap-up.
    pub(super) fn key(&self) -> String {
        match self {
            Self::Fact { fact, .. } => format!("fact.{}.{}", fact.source, fact.id),
            Self::Note { call, .. } => format!("note.{call}"),
            Self::WrapUp { call, .. } => format!("wrap-up.{call}"),
        }
    }

    fn call(&self) -> &CallId {
        match self {
            Self::Fact { call, .. } | Self::Note { call, .. } | Self::WrapUp { call, .. } => call,
        }
    }
}

/// One request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Load {
    /// Facts of one call.
    Facts(Reported),
    /// A call's note.
    Note {
        /// Of which call.
        call: CallId,
        /// The whole note.
        text: String,
    },
    /// A call's wrap-up.
    WrapUp {
        /// Of which call.
        call: CallId,
        /// All of it.
        form: WrapUpForm,
    },
}

impl Load {
    /// What is in it.
    pub(super) fn parcels(&self) -> Vec<Parcel> {
        match self {
            Self::Facts(reported) => {
                let parcel = |fact: &Fact| Parcel::Fact { call: reported.call.clone(), fact: fact.clone() };
                reported.facts.iter().map(parcel).collect()
            }
            Self::Note { call, text } => vec![Parcel::Note { call: call.clone(), text: text.clone() }],
            Self::WrapUp { call, form } => vec![Parcel::WrapUp { call: call.clone(), form: form.clone() }],
        }
    }
}

/// The parcels, first come first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Queue(Vec<Parcel>);

impl Queue {
    /// Parcels that an earlier page left, brought into their order: facts by time, then notes, then wrap-ups.
    pub(super) fn resumed(mut parcels: Vec<Parcel>) -> Self {
        parcels.sort_by_cached_key(|parcel| match parcel {
            Parcel::Fact { fact, .. } => (0, fact.at, fact.source.to_string(), fact.id.to_string()),
            Parcel::Note { call, .. } => (1, Default::default(), call.to_string(), String::new()),
            Parcel::WrapUp { call, .. } => (2, Default::default(), call.to_string(), String::new()),
        });
        Self(parcels)
    }

    /// Adds a parcel at the end. A newer note takes the place of the older one, and so does a wrap-up.
    pub(super) fn put(&mut self, parcel: Parcel) {
        let key = parcel.key();
        self.0.retain(|known| known.key() != key);
        self.0.push(parcel);
    }

    /// The next request: everything the first parcel's call has to tell.
    pub(super) fn next(&self) -> Option<Load> {
        match self.0.first()? {
            Parcel::Note { call, text } => Some(Load::Note { call: call.clone(), text: text.clone() }),
            Parcel::WrapUp { call, form } => Some(Load::WrapUp { call: call.clone(), form: form.clone() }),
            Parcel::Fact { call, .. } => {
                let facts = self.0.iter().filter_map(|parcel| match parcel {
                    Parcel::Fact { call: of, fact } if of == call => Some(fact.clone()),
                    _ => None,
                });
                Some(Load::Facts(Reported { call: call.clone(), facts: facts.take(FACTS_MAX).collect() }))
            }
        }
    }

    /// Removes what has arrived. A note that was changed meanwhile stays.
    pub(super) fn remove(&mut self, arrived: &[Parcel]) {
        self.0.retain(|parcel| !arrived.contains(parcel));
    }

    /// The note of a call that is still on its way.
    pub(super) fn note(&self, call: &CallId) -> Option<&str> {
        self.0.iter().find_map(|parcel| match parcel {
            Parcel::Note { text, .. } if parcel.call() == call => Some(text.as_str()),
            _ => None,
        })
    }

    /// The wrap-up of a call that is still on its way.
    pub(super) fn wrap_up(&self, call: &CallId) -> Option<&WrapUpForm> {
        self.0.iter().find_map(|parcel| match parcel {
            Parcel::WrapUp { call: of, form } if of == call => Some(form),
            _ => None,
        })
    }

    /// How many wait.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }
}

#[cfg(test)]
mod tests {
    use super::{Load, Parcel, Queue};
    use domain::calls::{Fact, What};
    use domain::ids::{CallId, FactId, SourceId};
    use domain::times::Millis;
    use domain::wrap_up::WrapUpForm;

    fn fact(call: &str, n: i64) -> Parcel {
        let fact =
            Fact { id: FactId::new(format!("{n:07}")), source: SourceId::new("tab"), at: Millis(n), what: What::Held };
        Parcel::Fact { call: CallId::new(call), fact }
    }

    fn note(call: &str, text: &str) -> Parcel {
        Parcel::Note { call: CallId::new(call), text: text.into() }
    }

    fn wrap_up(call: &str, done: bool) -> Parcel {
        Parcel::WrapUp { call: CallId::new(call), form: WrapUpForm { done, ..WrapUpForm::default() } }
    }

    fn queue(parcels: &[Parcel]) -> Queue {
        let mut queue = Queue::default();
        parcels.iter().cloned().for_each(|parcel| queue.put(parcel));
        queue
    }

    #[test]
    fn the_facts_of_a_call_travel_together_and_before_its_note() {
        let mut queue = queue(&[fact("a", 1), note("a", "x"), fact("b", 2), fact("a", 3)]);
        let first = queue.next().unwrap();
        assert_eq!(first.parcels(), [fact("a", 1), fact("a", 3)]);
        queue.remove(&first.parcels());
        assert_eq!(queue.next(), Some(Load::Note { call: CallId::new("a"), text: "x".into() }));
    }

    #[test]
    fn a_newer_note_takes_the_place_of_the_older_and_outlives_its_arrival() {
        let mut queue = queue(&[note("a", "x"), note("a", "xy")]);
        assert_eq!(queue.len(), 1);
        queue.remove(&[note("a", "x")]);
        assert_eq!(queue.note(&CallId::new("a")), Some("xy"));
    }

    #[test]
    fn a_newer_wrap_up_takes_the_place_of_the_older_and_outlives_its_arrival() {
        let mut queue = queue(&[wrap_up("a", false), note("a", "x"), wrap_up("a", true)]);
        assert_eq!(queue.len(), 2);
        queue.remove(&[wrap_up("a", false)]);
        assert!(queue.wrap_up(&CallId::new("a")).is_some_and(|form| form.done));
    }

    #[test]
    fn the_same_fact_waits_once() {
        assert_eq!(queue(&[fact("a", 1), fact("a", 1)]).len(), 1);
    }

    #[test]
    fn what_an_earlier_page_left_comes_back_in_order() {
        let queue = Queue::resumed(vec![wrap_up("a", true), note("a", "x"), fact("a", 20), fact("a", 3)]);
        assert_eq!(queue, Queue(vec![fact("a", 3), fact("a", 20), note("a", "x"), wrap_up("a", true)]));
    }

    #[test]
    fn a_parcel_survives_being_written_down() {
        for parcel in [fact("a", 1), note("a", "Chị Ngọc “hẹn” lại"), wrap_up("a", true)] {
            let text = serde_json::to_string(&parcel).unwrap();
            assert_eq!(serde_json::from_str::<Parcel>(&text).unwrap(), parcel);
        }
    }
}

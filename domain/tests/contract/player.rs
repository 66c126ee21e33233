//! What a provider has to be able to say, whatever its words are.

use crate::{stringee, threec};
use domain::calls::{Event, Failure, Order};

/// Every provider.
pub(crate) const PLAYERS: [&dyn Player; 2] = [&threec::ThreeC, &stringee::Stringee];

/// Which of two customers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Who {
    First,
    Second,
}

/// What a provider reports, in nobody's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Report {
    /// The page is let in, or let in again.
    LetsIn,
    /// The connection is lost; it is being made again.
    LosesConnection,
    /// A customer calls.
    Rings(Who),
    /// The member has picked up.
    PickedUp(Who),
    /// A call out was taken on.
    Dials,
    /// The customer's telephone rings.
    CustomerRings,
    /// The customer has picked up.
    CustomerPicksUp,
    /// A call out did not come about.
    Fails(Failure),
    /// The customer is on hold, or back.
    Held(Who, bool),
    /// The member's microphone is shut, or open.
    Muted(Who, bool),
    /// A key was sent.
    Key(Who, char),
    /// A colleague has the call now.
    PassedOn(Who),
    /// The call could not be passed on.
    NotPassedOn(Who),
    /// A call is over: somebody hung up, gave up, or refused.
    Over(Who),
}

impl Report {
    /// Which call in it is about; none for a call out, and for the line.
    pub(crate) fn begins(&self) -> bool {
        matches!(self, Self::Rings(_))
    }

    /// Whether a call is over with it.
    pub(crate) fn ends(&self) -> bool {
        matches!(self, Self::Over(_) | Self::Fails(_))
    }
}

/// One message of a provider, as its adapter understands it: no event, one, or several.
pub(crate) type Message = Vec<Event>;

/// A provider that plays its part in every scene.
pub(crate) trait Player {
    /// Its name, for failed tests.
    fn name(&self) -> &'static str;

    /// What it tells a page before anything else happens.
    fn opening(&self) -> Vec<Message>;

    /// How it says this, through its adapter. `out` is whether the only call is one that the member makes.
    fn says(&self, report: &Report, out: bool) -> Vec<Message>;

    /// Whether it says of which call it speaks. Who does not cannot be understood when it repeats itself while two run.
    fn names_calls(&self) -> bool;

    /// How it writes a customer's number.
    fn number(&self, who: Who) -> &'static str;

    /// Whether its adapter has words for this order.
    fn can_be_asked(&self, order: &Order) -> bool;
}

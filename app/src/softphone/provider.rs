//! What every telephone provider is to the page: a page of its own that holds its scripts, and the words spoken with it.
//! A second provider is one more file beside `threec`, and one more line in [`adapter`].

use super::threec;
use domain::calls::{Event, Order};
use domain::telephone::{Provider, SignInTicket};
use serde_json::Value;

/// What a provider's page said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Heard {
    /// Its scripts are there: it can be asked to sign in.
    Loaded,
    /// Something about the line or a call.
    Event(Event),
    /// What its scripts would have put before the member in a box of their own.
    Said(String),
}

/// A provider's words. Knows no window: messages go in, messages come out.
pub(super) trait Adapter: Sync {
    /// The address of the page that holds the scripts.
    fn page(&self) -> &'static str;

    /// What is posted to that page to sign in.
    fn sign_in(&self, ticket: &SignInTicket) -> Value;

    /// What is posted to that page to have an order carried out. `of` is the provider's id of the call it is about, where
    /// it is about one and that is known.
    fn order(&self, order: &Order, of: Option<&str>) -> Value;

    /// What is certain once an order has been posted, since the provider will not report it.
    fn carried_out(&self, order: &Order) -> Option<Event>;

    /// A number in the form the provider dials; `None` where it would refuse it without a word.
    fn dialable(&self, number: &str) -> Option<String>;

    /// What a message of that page means; nothing when it is not in its words.
    fn hear(&self, message: &Value) -> Vec<Heard>;
}

/// The adapter of a provider.
pub(super) fn adapter(provider: Provider) -> &'static dyn Adapter {
    match provider {
        Provider::ThreeC | Provider::Stringee => &threec::ThreeC,
    }
}

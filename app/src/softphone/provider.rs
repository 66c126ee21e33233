//! What every telephone provider is to the page: a page of its own that holds its scripts, and the words spoken with it.
//! A second provider is one more file beside `threec`, and one more line in [`adapter`].

use super::{stringee, threec};
use domain::calls::{Event, Manner, Order};
use domain::telephone::{Provider, SignInTicket};
use serde_json::Value;

/// What a provider's page said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Heard {
    /// Its scripts are there: it can be asked to sign in.
    Loaded,
    /// Something about the line or a call.
    Event(Event),
    /// The token has run out: it can go on with another one.
    WantsTicket,
    /// What its scripts would have put before the member in a box of their own.
    Said(String),
}

/// An order, with what a provider may want to know besides.
#[derive(Clone, Copy, Debug)]
pub(super) struct Asked<'a> {
    /// What is to be done.
    pub(super) order: &'a Order,
    /// The provider's id of the call it is about, where it is about one and that is known.
    pub(super) of: Option<&'a str>,
    /// Our number to call out from; empty where the provider chooses.
    pub(super) hotline: &'a str,
    /// Whether the member wants to be called first for a call out.
    pub(super) rings_first: bool,
}

/// A provider's words. Knows no window: messages go in, messages come out.
pub(super) trait Adapter: Sync {
    /// The address of the page that holds the scripts.
    fn page(&self) -> &'static str;

    /// What this provider does in its own way.
    fn manner(&self) -> Manner;

    /// What is posted to that page to sign in, or to go on with another token.
    fn sign_in(&self, ticket: &SignInTicket) -> Value;

    /// What is posted to that page to have an order carried out; `None` where the page cannot, but our server can.
    fn order(&self, asked: &Asked<'_>) -> Option<Value>;

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
        Provider::ThreeC => &threec::ThreeC,
        Provider::Stringee => &stringee::Stringee,
    }
}

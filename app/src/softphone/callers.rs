//! Who is calling: the card of each call, fetched once, together with how the call began.

use super::channel::{self, Said};
use super::phone::Phone;
use super::{api, backoff};
use crate::api::Fault;
use domain::calls::{Card, Direction, LiveCall, Reported};
use domain::ids::{CallId, CustomerId};
use domain::outbox::Load;
use domain::problem::Problem;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::BTreeMap;

/// The pause after the first failure, in seconds.
const FIRST_PAUSE: u64 = 1;

/// What is known of a caller.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Caller {
    /// Being looked up.
    Looking,
    /// Looked up: nobody, the one, or several.
    Known(Card),
    /// Could not be looked up yet.
    Failed(Problem),
}

/// The callers of the calls on the desk.
#[derive(Clone, Copy)]
pub(super) struct Callers {
    known: RwSignal<BTreeMap<CallId, Caller>>,
    /// The record to open now, since its customer is calling.
    pub(super) opens: RwSignal<Option<CustomerId>>,
}

impl Callers {
    /// Nobody.
    pub(super) fn new() -> Self {
        Self { known: RwSignal::new(BTreeMap::new()), opens: RwSignal::new(None) }
    }

    /// Who is calling, as far as `read` looks at it.
    pub(super) fn of<T>(self, call: &CallId, read: impl FnOnce(&Caller) -> T) -> T {
        self.known.with(|known| read(known.get(call).unwrap_or(&Caller::Looking)))
    }

    /// The card of a call.
    pub(super) fn card(self, call: &CallId) -> Option<Card> {
        self.of(call, |caller| match caller {
            Caller::Known(card) => Some(card.clone()),
            Caller::Looking | Caller::Failed(_) => None,
        })
    }

    /// The name of the only customer who holds the number, or of the only company where no customer does.
    pub(super) fn name(self, call: &CallId) -> Option<String> {
        self.of(call, |caller| match caller {
            Caller::Known(card) => match (card.customers.as_slice(), card.companies.as_slice()) {
                ([one], _) => Some(one.name.clone()),
                ([], [one]) => Some(one.company.name.clone()),
                _ => None,
            },
            Caller::Looking | Caller::Failed(_) => None,
        })
    }

    /// Asks the server, again and again until it answers or the call has left the desk.
    pub(super) fn look_up(self, phone: Phone, call: CallId) {
        self.ask(phone, call, 0);
    }

    fn ask(self, phone: Phone, call: CallId, failures: u32) {
        let facts = phone.call_now(&call, |call| call.facts.clone());
        let Some(facts) = facts else { return };
        if failures == 0 {
            self.note(&call, Caller::Looking);
        }
        spawn_local(async move {
            let reported = Reported { call: call.clone(), facts };
            match api::pop(phone.outbox.member(), reported.clone()).await {
                Ok(card) => {
                    phone.outbox.arrived(&Load::Facts(reported).parcels());
                    self.found(phone, &call, card);
                }
                Err(Fault(problem)) => {
                    self.note(&call, Caller::Failed(problem));
                    let pause = backoff::pause(FIRST_PAUSE, failures + 1);
                    set_timeout(move || self.ask(phone, call, failures + 1), pause);
                }
            }
        });
    }

    fn found(self, phone: Phone, call: &CallId, card: Card) {
        if let ([one], true) = (card.customers.as_slice(), phone.may_open_record(call)) {
            self.opens.set(Some(one.id.clone()));
        }
        self.know(card);
    }

    /// A card that came on another way: somebody chose or made the customer.
    pub(super) fn know(self, card: Card) {
        self.note(&card.call.clone(), Caller::Known(card));
    }

    fn note(self, call: &CallId, caller: Caller) {
        self.known.update(|known| {
            known.insert(call.clone(), caller);
        });
    }
}

impl Phone {
    /// A record opens by itself for a call in, and not while the member is in another call.
    fn may_open_record(self, call: &CallId) -> bool {
        self.desk_now(|desk| {
            let others = desk.calls().iter().filter(|other| other.is_live() && other.id != *call).count();
            let this = desk.calls().iter().find(|known| known.id == *call);
            others == 0 && this.is_some_and(|this| this.is_live() && this.state.direction == Direction::Inbound)
        })
    }

    fn call_now<T>(self, id: &CallId, read: impl FnOnce(&LiveCall) -> T) -> Option<T> {
        self.desk_now(|desk| desk.calls().iter().find(|call| call.id == *id).map(read))
    }

    /// Another page gave this call to a customer: its card shows them.
    pub fn caller_is(self, card: Card) {
        channel::say(&Said::Caller(Box::new(card.clone())));
        self.callers.know(card);
    }
}

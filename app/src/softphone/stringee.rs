//! Stringee in the page: what its frame is told and what it says. The words themselves are in `domain::stringee`.

use super::provider::{Adapter, Asked, Heard};
use domain::calls::{Event, Manner, Order};
use domain::phone;
use domain::stringee::{self, Said};
use domain::telephone::SignInTicket;
use serde::Deserialize;
use serde_json::Value;

/// Stringee's contact centre.
pub(super) struct Stringee;

impl Adapter for Stringee {
    fn page(&self) -> &'static str {
        "/telephone/stringee"
    }

    fn manner(&self) -> Manner {
        stringee::MANNER
    }

    fn sign_in(&self, ticket: &SignInTicket) -> Value {
        stringee::sign_in(ticket)
    }

    fn order(&self, asked: &Asked<'_>) -> Option<Value> {
        // A masked number is known to our server alone.
        let by_server = match asked.order {
            Order::Dial { number } => asked.rings_first || phone::is_sealed(number),
            _ => false,
        };
        if by_server { None } else { stringee::order(asked.order, asked.of, asked.hotline) }
    }

    /// The kit answers everything.
    fn carried_out(&self, _order: &Order) -> Option<Event> {
        None
    }

    fn dialable(&self, number: &str) -> Option<String> {
        stringee::dialable(number)
    }

    fn hear(&self, message: &Value) -> Vec<Heard> {
        let Ok(said) = Said::deserialize(message) else { return Vec::new() };
        let besides = match said {
            Said::Ready => Some(Heard::Loaded),
            Said::RequestNewToken => Some(Heard::WantsTicket),
            _ => None,
        };
        stringee::callback(&said).into_iter().map(Heard::Event).chain(besides).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Adapter, Stringee};
    use crate::softphone::provider::{Asked, Heard};
    use domain::calls::{Event, Order};
    use serde_json::{Value, json};

    fn hear(message: Value) -> Vec<Heard> {
        Stringee.hear(&message)
    }

    #[test]
    fn a_message_becomes_an_event_of_its_call() {
        let held = Event::Of { id: "id".into(), what: Box::new(Event::HeldIs(true)) };
        assert_eq!(hear(json!({"said": "held", "call": "id", "on": true, "r": 0})), [Heard::Event(held)]);
    }

    #[test]
    fn the_kit_s_presence_and_its_wish_for_a_token_are_no_events() {
        assert_eq!(hear(json!({"said": "ready"})), [Heard::Loaded]);
        assert_eq!(hear(json!({"said": "request_new_token"})), [Heard::WantsTicket]);
    }

    #[test]
    fn a_microphone_that_is_not_there_is_told_before_anything_else() {
        assert_eq!(hear(json!({"said": "no_media"})), [Heard::Event(Event::MicrophoneRefused)]);
    }

    #[test]
    fn anything_else_means_nothing() {
        for message in [json!(null), json!("x"), json!({"do": "end", "call": ""}), json!({"callback": "ended"})] {
            assert_eq!(hear(message), []);
        }
    }

    #[test]
    fn orders_go_to_the_frame_or_to_our_server() {
        let dial = Order::Dial { number: "+84901234567".into() };
        let asked = Asked { order: &dial, of: None, hotline: "842471000001", rings_first: false };
        let message = json!({"do": "dial", "from": "842471000001", "to": "84901234567"});
        assert_eq!(Stringee.order(&asked), Some(message));
        let masked = Order::Dial { number: "~090•••••67~seal".into() };
        assert_eq!(Stringee.order(&Asked { order: &masked, ..asked }), None, "only the server knows it");
        let presence = Order::Presence { online: true };
        assert_eq!(Stringee.order(&Asked { order: &presence, ..asked }), None);
        assert_eq!(Stringee.order(&Asked { rings_first: true, ..asked }), None, "the member is called first");
    }
}

//! How our orders are said to the frame that holds Stringee's browser kit.

use super::dialable;
use crate::calls::Order;
use crate::telephone::SignInTicket;
use serde_json::{Value, json};

/// What the frame is told to sign in, with the first token of its life or with another one.
pub fn sign_in(ticket: &SignInTicket) -> Value {
    json!({
        "do": "connect",
        "token": ticket.token,
        "servers": ticket.servers,
        "api": with_slash(&ticket.service_address),
    })
}

/// What the frame is told to do. `of` is the id of the call it is about; without one it is the call that is being
/// dialled. `hotline` is our number that is called out from.
///
/// `None` where the kit cannot do it, but the provider can: then our server asks for it.
pub fn order(order: &Order, of: Option<&str>, hotline: &str) -> Option<Value> {
    let call = of.unwrap_or_default();
    match order {
        Order::Dial { number } => Some(json!({"do": "dial", "from": hotline, "to": as_dialled(number)})),
        Order::Answer => Some(json!({"do": "answer", "call": call})),
        Order::End => Some(json!({"do": "end", "call": call})),
        Order::Hold { on } => Some(json!({"do": "hold", "call": call, "on": on})),
        Order::Mute { on } => Some(json!({"do": "mute", "call": call, "on": on})),
        Order::Tone { key } => Some(json!({"do": "tone", "call": call, "key": key})),
        Order::TransferToSeat { seat } => Some(json!({"do": "transfer", "call": call, "to": seat, "type": "agent"})),
        Order::TransferToQueue { queue } => Some(json!({"do": "transfer", "call": call, "to": queue, "type": "queue"})),
        Order::TransferToNumber { .. } | Order::ListColleagues | Order::Presence { .. } => None,
        // Never given: who is let in has the voice, telephones in the page, and is called where a call is passed on.
        Order::AnswerOffer { .. } | Order::TakeVoice | Order::ChangeDevice { .. } => None,
    }
}

/// The kit puts the path right behind it.
fn with_slash(address: &str) -> String {
    format!("{}/", address.trim_end_matches('/'))
}

/// A number that cannot be dialled goes as it is: the refusal says why.
fn as_dialled(number: &str) -> String {
    dialable(number).unwrap_or_else(|| number.to_owned())
}

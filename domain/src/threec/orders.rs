//! What is asked of 3C's scripts: their functions and how ours are said in them.

use super::dialable;
use crate::calls::{Device, Event, Order};
use serde_json::{Value, json};

/// The functions of the provider's scripts. Builds differ: look before calling.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Functions {
    /// Documented: a build without one of them is broken.
    pub required: &'static [&'static str],
    /// Seen in some builds only.
    pub optional: &'static [&'static str],
}

/// The functions the page calls.
pub const FUNCTIONS: Functions = Functions {
    required: &[
        "csInit",
        "csEnableCall",
        "changeCallStatus",
        "csCallout",
        "onAcceptCall",
        "endCall",
        "holdCall",
        "muteCall",
        "changeDevice",
        "reConfigDeviceType",
        "csUnregister",
        "getTransferAgent",
        "csTransferCallAgent",
        "csTransferCallAcd",
        "responseTransferAgent",
    ],
    optional: &[SEND_TONE, "getCurrentCallId", "getHotline", "getIvrSelection"],
};

const SEND_TONE: &str = "sendDTMF";

/// A function of the provider's scripts and what to call it with.
pub type Invocation = (&'static str, Vec<Value>);

/// How an order is said to the provider's scripts.
pub fn order(order: &Order) -> Invocation {
    match order {
        // The script ignores anything but a string of digits.
        Order::Dial { number } => ("csCallout", vec![json!(as_dialled(number))]),
        Order::Answer => ("onAcceptCall", vec![]),
        Order::End => ("endCall", vec![]),
        // The script only changes from one to the other.
        Order::Hold { .. } => ("holdCall", vec![]),
        Order::Mute { .. } => ("muteCall", vec![]),
        Order::Tone { key } => (SEND_TONE, vec![json!(key.to_string())]),
        Order::ListColleagues => ("getTransferAgent", vec![]),
        Order::TransferToSeat { seat } => ("csTransferCallAgent", vec![json!(seat)]),
        Order::TransferToQueue { queue } => ("csTransferCallAcd", vec![json!(queue)]),
        // The desk refuses it before: the script knows agents and queues only.
        Order::TransferToNumber { number } => ("csTransferCallAcd", vec![json!(as_dialled(number))]),
        Order::AnswerOffer { accept } => ("responseTransferAgent", vec![json!(i32::from(*accept))]),
        Order::TakeVoice => ("csEnableCall", vec![]),
        Order::Presence { .. } => ("changeCallStatus", vec![]),
        Order::ChangeDevice { device } => ("changeDevice", change_device(device)),
    }
}

/// The provider's number for a device.
pub fn device_code(device: &Device) -> i64 {
    match device {
        Device::Browser => 1,
        Device::Softphone => 2,
        Device::Mobile { .. } => 3,
        Device::IpPhone => 4,
        Device::Other(code) => *code,
    }
}

/// What to report of functions that are not there: those that must be, and whether tones can be sent.
pub fn lacks(is_there: impl Fn(&str) -> bool) -> Vec<Event> {
    let missing = FUNCTIONS.required.iter().filter(|name| !is_there(name));
    let functions: Vec<String> = missing.map(|name| (*name).to_owned()).collect();
    vec![Event::Lacks { functions }, Event::TonesAre(is_there(SEND_TONE))]
}

fn change_device(device: &Device) -> Vec<Value> {
    let code = json!(device_code(device));
    match device {
        Device::Mobile { number } => vec![code, json!(as_dialled(number))],
        _ => vec![code],
    }
}

/// A number 3C cannot dial goes as it is: the script's silence is then reported as a refusal.
fn as_dialled(number: &str) -> String {
    dialable(number).unwrap_or_else(|_| number.to_owned())
}

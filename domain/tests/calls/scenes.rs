//! Where stories of a desk begin.

use crate::tab::Tab;
use domain::calls::{Command, Device, Event, Failure, TransferOffer, TransferTarget, What};
use domain::times::Millis;

/// The customer's number.
pub(crate) const NUMBER: &str = "0901234567";

/// Signed in with the voice, in the browser.
pub(crate) fn ready() -> Tab {
    let mut tab = Tab::new();
    for event in [Event::VoiceIs(true), Event::DeviceIs(Device::Browser), Event::Connected] {
        tab.hears(event);
    }
    tab
}

/// A telephone rings.
pub(crate) fn ring(number: &str) -> Event {
    Event::Ringing { number: number.to_owned(), hotline: None }
}

/// A call in rings.
pub(crate) fn ringing() -> Tab {
    let mut tab = ready();
    tab.hears(ring(NUMBER));
    tab
}

/// A call in was answered.
pub(crate) fn talking_in() -> Tab {
    let mut tab = ringing();
    tab.hears(Event::AgentAnswered);
    tab
}

/// The wish to call the customer.
pub(crate) fn dial() -> Command {
    Command::Dial { number: NUMBER.to_owned() }
}

/// The provider took the wish to dial.
pub(crate) fn dialling() -> Tab {
    let mut tab = ready();
    tab.wishes(dial()).expect("dials");
    tab.hears(Event::DialTaken { number: NUMBER.to_owned() });
    tab
}

/// The customer picked up.
pub(crate) fn talking_out() -> Tab {
    let mut tab = dialling();
    tab.hears(Event::CustomerAnswered);
    tab
}

/// A call out did not come about.
pub(crate) fn failed(reason: Failure) -> Event {
    Event::DialFailed { reason, provider_id: None }
}

/// A colleague.
pub(crate) fn to_seat() -> TransferTarget {
    TransferTarget::Seat("5001".to_owned())
}

/// A colleague offers a call.
pub(crate) fn offered() -> Event {
    let offer = TransferOffer { call_id: None, from: "5001".to_owned(), to: "5000".to_owned(), since: Millis(0) };
    Event::TransferOffered { offer }
}

/// What is recorded of the newest call.
pub(crate) fn facts(tab: &Tab) -> Vec<What> {
    tab.call().facts.iter().map(|fact| fact.what.clone()).collect()
}

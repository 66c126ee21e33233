//! What is wrong with a set-up, so that a page can say it and lead there.

mod menus;
mod people;
mod usage;

use super::{Action, CallSettings, Centre, Digits, Hotline, Press, Ref};
use crate::ids::{NodeId, Seat};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use usage::Usage;

/// What is known besides the set-up itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Around {
    /// The files that the provider has; `None` where nobody asked.
    pub files: Option<BTreeSet<String>>,
    /// The seats that members of staff have; `None` where nobody asked.
    pub staff: Option<BTreeSet<Seat>>,
    /// Where the provider can call us; `None` where that is not set up.
    pub ours: Option<OurAddresses>,
}

/// Where the provider can call us.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OurAddresses {
    /// Whom to ring.
    pub agents: String,
    /// Who calls.
    pub customer: String,
    /// What happens to calls.
    pub events: String,
    /// Whether a call out may be made.
    pub callout: String,
}

impl OurAddresses {
    /// The addresses that make the provider ask and tell us about every call.
    pub fn settings(&self, customer_wait_ms: u32) -> CallSettings {
        let some = |address: &String| Some(address.clone());
        CallSettings {
            customer: some(&self.customer),
            customer_wait_ms,
            events: some(&self.events),
            callout: some(&self.callout),
        }
    }
}

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Calls would get lost, or the provider would refuse it: it is not published.
    Error,
    /// It may be meant.
    Warning,
}

/// Something wrong.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Finding {
    /// With what.
    pub at: Ref,
    /// How bad.
    pub severity: Severity,
    /// What.
    pub flaw: Flaw,
}

/// What can be wrong. Where no call ever comes, only what the provider would refuse is worse than a warning.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "flaw")]
pub enum Flaw {
    /// It leads to something that is not there.
    Missing {
        /// What is not there.
        to: Ref,
    },
    /// A number answers with nothing.
    LeadsNowhere,
    /// No call comes to this queue, menu or group.
    Unused,
    /// A menu has no places.
    Empty,
    /// A menu has places and begins with none of them.
    NoBeginning,
    /// No key leads to this place.
    Unreachable,
    /// A place has nothing to say.
    SaysNothing,
    /// The provider has no such file.
    NoSuchFile {
        /// Which.
        file: String,
    },
    /// A place has no keys.
    DeadEnd,
    /// From these places no key leads to a queue, to a telephone or to the end.
    NoWayOut {
        /// The places, in order.
        nodes: Vec<NodeId>,
    },
    /// Whoever presses nothing hears the same again, and is cut off in the end.
    SilenceEndsCall,
    /// The same key is there several times.
    KeyTwice {
        /// Which.
        press: Press,
    },
    /// A key leads into another menu.
    OtherMenu,
    /// A key does something that we do not know.
    UnknownAction,
    /// A call would be passed on from a number, and nobody said from which.
    NoCallerId,
    /// A call would be passed on from a number that is not ours, or may not be called out from.
    NotOurCallerId {
        /// Which.
        number: Digits,
    },
    /// A call would be passed on to one of our own numbers.
    ForwardsToUs {
        /// Which.
        number: Digits,
    },
    /// No group serves a queue.
    NoGroup,
    /// Only secondary groups serve a queue.
    OnlySecondary,
    /// A group serves a queue several times.
    GroupTwice,
    /// None of the agents of a queue's groups can be rung.
    NobodyToRing,
    /// An agent of this queue is rung on a telephone number, and the queue does not say which of ours they see: they are
    /// never rung.
    NoCallerIdFor {
        /// The agent.
        seat: Seat,
    },
    /// Another server is asked whom to ring.
    AsksElsewhere,
    /// A group has no agents.
    NoMembers,
    /// None of a group's agents can be rung.
    NobodyCanBeRung,
    /// An agent is rung on a telephone number, and has none.
    NoPhone,
    /// An agent is rung on a SIP telephone, and has none.
    NoSipAccount,
    /// No member of staff has this seat.
    NobodysSeat,
    /// An agent is in no group.
    InNoGroup,
    /// We are not asked who calls.
    CustomerElsewhere,
    /// We are not told what happens to calls.
    EventsElsewhere,
    /// We are not asked whether calls out may be made.
    CalloutElsewhere,
}

/// Everything that is wrong with a set-up, in the order of [`Ref`].
pub fn check(centre: &Centre, around: &Around) -> Vec<Finding> {
    let mut check = Check { centre, around, usage: Usage::of(centre), findings: Vec::new() };
    check.dangling();
    check.hotlines();
    check.menus();
    check.queues();
    check.groups();
    check.agents();
    check.settings();
    check.findings.sort();
    check.findings
}

/// What is looked at, and what was found.
struct Check<'a> {
    centre: &'a Centre,
    around: &'a Around,
    usage: Usage,
    findings: Vec<Finding>,
}

impl Check<'_> {
    fn error(&mut self, at: Ref, flaw: Flaw) {
        self.findings.push(Finding { at, severity: Severity::Error, flaw });
    }

    fn warning(&mut self, at: Ref, flaw: Flaw) {
        self.findings.push(Finding { at, severity: Severity::Warning, flaw });
    }

    /// An error where calls come to `at`.
    fn found(&mut self, at: Ref, flaw: Flaw) {
        if self.usage.takes_calls(&at) { self.error(at, flaw) } else { self.warning(at, flaw) }
    }

    fn unused(&mut self, at: Ref) {
        if !self.usage.takes_calls(&at) {
            self.warning(at, Flaw::Unused);
        }
    }

    /// Without what they lead to, things cannot be made at all.
    fn dangling(&mut self) {
        for dangling in self.centre.dangling() {
            self.error(dangling.from, Flaw::Missing { to: dangling.to });
        }
    }

    fn hotlines(&mut self) {
        for hotline in self.centre.hotlines().filter(|hotline| hotline.leads_to().is_none()) {
            self.error(Ref::Hotline(hotline.number.clone()), Flaw::LeadsNowhere);
        }
    }

    fn file(&mut self, at: &Ref, file: Option<&String>) {
        let Some(file) = file else { return };
        if self.around.files.as_ref().is_some_and(|files| !files.contains(file)) {
            self.found(at.clone(), Flaw::NoSuchFile { file: file.clone() });
        }
    }

    /// A number that calls are passed on from must be ours.
    fn caller_id(&mut self, at: &Ref, number: Option<&Digits>) {
        let Some(number) = number else { return };
        if !self.centre.hotline(number).is_some_and(|hotline| hotline.calls_out) {
            self.warning(at.clone(), Flaw::NotOurCallerId { number: number.clone() });
        }
    }

    fn settings(&mut self) {
        let Some(ours) = &self.around.ours else { return };
        let settings = self.centre.settings();
        for (address, our, flaw) in [
            (settings.customer, &ours.customer, Flaw::CustomerElsewhere),
            (settings.events, &ours.events, Flaw::EventsElsewhere),
            (settings.callout, &ours.callout, Flaw::CalloutElsewhere),
        ] {
            if address.as_ref() != Some(our) {
                self.warning(Ref::Settings, flaw);
            }
        }
    }
}

impl Hotline {
    /// With what it answers; `None` for nothing.
    pub fn leads_to(&self) -> Option<Ref> {
        match self.answers {
            super::Answers::Menu => self.menu.clone().map(Ref::Menu),
            super::Answers::Queue => self.queue.clone().map(Ref::Queue),
        }
    }
}

impl Action {
    /// The thing it leads to; `None` where it leads out of the set-up.
    pub fn leads_to(&self) -> Option<Ref> {
        match self {
            Self::Queue { queue } => Some(Ref::Queue(queue.clone())),
            Self::Next { node } => Some(Ref::Node(node.clone())),
            Self::Forward { .. } | Self::Stop | Self::Unknown { .. } => None,
        }
    }
}

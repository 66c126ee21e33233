//! Whether an agent can be rung for a queue, and what keeps them.

use crate::centre::{Agent, Digits, Online, Queue};
use crate::reach::{Doing, RingsAt};
use crate::times::Millis;
use serde::{Deserialize, Serialize};

/// What an agent does now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Presence {
    /// Whether a page or an app of theirs is connected.
    pub app: bool,
    /// Whether a SIP telephone of theirs is.
    pub sip: bool,
    /// Whether they let calls come.
    pub available: bool,
    /// What their telephone does.
    pub doing: Doing,
    /// Since when they have had no call: whoever waits longest is rung first.
    pub free_since: Option<Millis>,
}

/// On what an agent is rung.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RungOn {
    /// In the page or the app.
    App,
    /// On a SIP telephone.
    Sip,
    /// On this telephone number.
    Number(Digits),
}

/// What keeps an agent from being rung.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Hindrance {
    /// They are no agent of the contact centre.
    NoAgent,
    /// They let no calls come.
    NotAvailable,
    /// They are in a call.
    InCall,
    /// They write up a call.
    AfterCall,
    /// Nothing of theirs is connected that this queue counts.
    NotOnline,
    /// They are rung on a telephone number, and have none.
    NoPhone,
    /// They are rung on a telephone number, and the queue does not say which of ours they see.
    NoCallerId,
}

impl Queue {
    /// On what an agent is rung for this queue now.
    ///
    /// # Errors
    /// Everything that keeps them.
    pub fn rings(&self, agent: &Agent, presence: Option<&Presence>) -> Result<RungOn, Vec<Hindrance>> {
        let mut kept = Vec::new();
        if !presence.is_some_and(|presence| presence.available) {
            kept.push(Hindrance::NotAvailable);
        }
        match presence.map(|presence| presence.doing) {
            Some(Doing::InCall) => kept.push(Hindrance::InCall),
            Some(Doing::AfterCall) => kept.push(Hindrance::AfterCall),
            Some(Doing::Free) | None => {}
        }
        match self.telephone(agent, presence) {
            Ok(on) if kept.is_empty() => return Ok(on),
            Ok(_) => {}
            Err(why) => kept.push(why),
        }
        Err(kept)
    }

    fn telephone(&self, agent: &Agent, presence: Option<&Presence>) -> Result<RungOn, Hindrance> {
        let (app, sip) = presence.map_or((false, false), |presence| (presence.app, presence.sip));
        match agent.rings_at {
            RingsAt::Number => match (&agent.phone, &self.caller_id) {
                (None, _) => Err(Hindrance::NoPhone),
                (Some(_), None) => Err(Hindrance::NoCallerId),
                (Some(phone), Some(_)) => Ok(RungOn::Number(phone.clone())),
            },
            RingsAt::Anywhere | RingsAt::App if app => Ok(RungOn::App),
            RingsAt::Anywhere if sip && self.online == Online::AppOrSip => Ok(RungOn::Sip),
            RingsAt::DeskPhone if sip => Ok(RungOn::Sip),
            RingsAt::Anywhere | RingsAt::App | RingsAt::DeskPhone => Err(Hindrance::NotOnline),
        }
    }
}

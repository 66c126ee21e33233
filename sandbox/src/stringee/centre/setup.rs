//! How a project's contact centre is set up, by the names that its REST interface has for everything: what is asked for
//! and what is listed there is what is written here.

use super::words::Moment;
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// Rows in the order in which they were made, each with an id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Table<T>(Vec<(String, T)>);

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Table<T> {
    /// The row with this id.
    pub(crate) fn get(&self, id: &str) -> Option<&T> {
        self.iter().find(|(known, _)| *known == id).map(|(_, row)| row)
    }

    /// The row with this id, to be changed.
    pub(crate) fn get_mut(&mut self, id: &str) -> Option<&mut T> {
        self.0.iter_mut().find(|(known, _)| known == id).map(|(_, row)| row)
    }

    /// Puts a row at the end, or in the place of the one with its id.
    pub(crate) fn insert(&mut self, id: &str, row: T) {
        match self.get_mut(id) {
            Some(old) => *old = row,
            None => self.0.push((id.to_owned(), row)),
        }
    }

    /// Takes a row away.
    pub(crate) fn remove(&mut self, id: &str) -> Option<T> {
        let at = self.0.iter().position(|(known, _)| known == id)?;
        Some(self.0.remove(at).1)
    }

    /// Keeps what is wanted.
    pub(crate) fn retain(&mut self, wanted: impl Fn(&T) -> bool) {
        self.0.retain(|(_, row)| wanted(row));
    }

    /// Every row, oldest first.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &T)> {
        self.0.iter().map(|(id, row)| (id.as_str(), row))
    }

    /// Every row, to be changed.
    pub(crate) fn values_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.0.iter_mut().map(|(_, row)| row)
    }

    /// The first row that is wanted, with its id.
    pub(crate) fn find(&self, wanted: impl Fn(&T) -> bool) -> Option<(&str, &T)> {
        self.iter().find(|(_, row)| wanted(row))
    }
}

/// Everything that a project has set up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Setup {
    /// The project's number.
    pub(crate) project: u32,
    /// The account's number, in every row.
    pub(crate) account: u32,
    /// Hotlines.
    pub(crate) numbers: Table<Number>,
    /// Menus.
    pub(crate) trees: Table<Tree>,
    /// What is said in them.
    pub(crate) nodes: Table<Node>,
    /// What keys do.
    pub(crate) keys: Table<Key>,
    /// Queues.
    pub(crate) queues: Table<Queue>,
    /// Groups of agents.
    pub(crate) groups: Table<Group>,
    /// Which group serves which queue.
    pub(crate) routings: Table<Routing>,
    /// Agents.
    pub(crate) agents: Table<Agent>,
    /// Who is in which group.
    pub(crate) members: Table<Member>,
    /// Numbers that may not call.
    pub(crate) blacklist: Table<Blocked>,
    /// Agents' SIP telephones, by `{project}_{user}`.
    pub(crate) sip_phones: Table<SipPhone>,
    /// Uploaded sounds, by file name.
    pub(crate) files: Table<File>,
    /// The customer's server.
    pub(crate) calls: CallSettings,
}

/// A hotline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Number {
    pub(crate) number: String,
    #[serde(default)]
    pub(crate) nickname: String,
    #[serde(with = "flag")]
    pub(crate) allow_outbound_calls: bool,
    #[serde(with = "flag")]
    pub(crate) enable_ivr: bool,
    #[serde(default)]
    pub(crate) ivr_menu: Option<String>,
    #[serde(default)]
    pub(crate) queue_id: Option<String>,
    #[serde(default, with = "flag")]
    pub(crate) record_outbound_calls: bool,
}

/// A menu.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Tree {
    pub(crate) tree_name: String,
    #[serde(default)]
    pub(crate) root_node: Option<String>,
}

/// A place in a menu.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Node {
    pub(crate) tree: String,
    pub(crate) node_name: String,
    pub(crate) node_play_mode: PlayMode,
    pub(crate) node_play_content: String,
    #[serde(default = "yes", rename = "bargeIn", with = "flag")]
    pub(crate) barge_in: bool,
    #[serde(default = "one")]
    pub(crate) loop_count: u64,
    /// Silence between two loops, in milliseconds.
    #[serde(default)]
    pub(crate) sched: u64,
    #[serde(default = "usual_voice")]
    pub(crate) voice: String,
    #[serde(default)]
    pub(crate) speed: i64,
    /// Seconds.
    #[serde(default = "five")]
    pub(crate) keypress_timeout: u64,
}

/// Is a text spoken, or a file played?
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum PlayMode {
    Talk,
    Play,
}

/// What a key does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Key {
    pub(crate) node: String,
    /// `0` to `9`, `*`, `#`, `EMPTY_KEY` or `INVALID_KEY`.
    pub(crate) node_key: String,
    /// 1 voicemail and 5 SMS (both coming soon), 2 queue, 3 forward, 4 next node, 6 stop.
    pub(crate) action: u8,
    #[serde(default)]
    pub(crate) next_node: Option<String>,
    #[serde(default)]
    pub(crate) queue_id: Option<String>,
    #[serde(default)]
    pub(crate) from_number_callout_to_agent: Option<String>,
    #[serde(default)]
    pub(crate) to_phone_number: Option<String>,
    #[serde(default)]
    pub(crate) sms: Option<String>,
}

/// A queue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Queue {
    pub(crate) name: String,
    #[serde(default = "yes", with = "flag")]
    pub(crate) record_calls: bool,
    #[serde(default = "yes", with = "flag")]
    pub(crate) agent_wrap_up_after_calls: bool,
    /// Seconds.
    #[serde(default = "ten")]
    pub(crate) wrap_up_time_limit: u64,
    #[serde(default, with = "flag")]
    pub(crate) enable_voicemail: bool,
    /// 1 always, 2 in business hours.
    #[serde(default = "one")]
    pub(crate) schedule: u64,
    /// Seconds, at least 3.
    #[serde(default = "fifteen")]
    pub(crate) wait_agent_answer_timeout: u64,
    #[serde(default)]
    pub(crate) wait_greeting: Option<String>,
    #[serde(default)]
    pub(crate) hold_greeting: Option<String>,
    #[serde(default = "five")]
    pub(crate) maximum_queue_size: u64,
    #[serde(default = "sixty")]
    pub(crate) maximum_queue_wait_time: u64,
    #[serde(default)]
    pub(crate) from_number_callout_to_agent: Option<String>,
    #[serde(default)]
    pub(crate) get_list_agents_url: Option<String>,
    /// 1: online in the app or the web; 2: there, or with a SIP telephone.
    #[serde(default = "one")]
    pub(crate) cond_routing: u64,
}

/// A group of agents.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Group {
    pub(crate) name: String,
}

/// A group serves a queue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Routing {
    pub(crate) queue_id: String,
    pub(crate) group_id: String,
    /// 1 before 0.
    #[serde(with = "flag")]
    pub(crate) primary_group: bool,
}

/// An agent. What the centre itself changes (`system_status`, the last times) is here too.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Agent {
    pub(crate) name: String,
    pub(crate) stringee_user_id: String,
    #[serde(default = "available")]
    pub(crate) manual_status: String,
    /// 0 in a call, 1 free, 2 after a call.
    #[serde(default = "one", deserialize_with = "whole")]
    pub(crate) system_status: u64,
    /// 1 app or SIP telephone, 2 telephone number, 3 app only, 4 SIP telephone only.
    #[serde(default = "one", deserialize_with = "whole")]
    pub(crate) routing_type: u64,
    #[serde(default)]
    pub(crate) phone_number: Option<String>,
    #[serde(default, deserialize_with = "whole")]
    pub(crate) webhook_status: u64,
    /// Milliseconds since 1970; 0 for never.
    #[serde(default)]
    pub(crate) last_time_pickup: u64,
    /// Milliseconds since 1970; 0 for never.
    #[serde(default)]
    pub(crate) last_time_support_call_ended: u64,
}

/// An agent is in a group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Member {
    pub(crate) agent_id: String,
    pub(crate) group_id: String,
}

/// A number that may not call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Blocked {
    pub(crate) number: String,
    #[serde(default, with = "flag")]
    pub(crate) ivr_blocked: bool,
    #[serde(default, with = "flag")]
    pub(crate) queue_blocked: bool,
}

/// An agent's SIP telephone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct SipPhone {
    pub(crate) user_name: String,
    #[serde(skip_serializing)]
    pub(crate) password: String,
    #[serde(default)]
    pub(crate) stringee_user_id: Option<String>,
    #[serde(default, deserialize_with = "whole")]
    pub(crate) extension: u64,
}

/// An uploaded sound.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct File {
    pub(crate) sid: String,
    pub(crate) desc: String,
    pub(crate) created: Moment,
    pub(crate) length: Duration,
}

/// Where the customer's server is asked and told.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct CallSettings {
    #[serde(default)]
    pub(crate) get_customer_info_url: Option<String>,
    /// Milliseconds.
    #[serde(default = "two_seconds", deserialize_with = "whole")]
    pub(crate) get_customer_info_timeout: u64,
    #[serde(default)]
    pub(crate) event_url: Option<String>,
    #[serde(default)]
    pub(crate) callout_answer_url: Option<String>,
}

fn yes() -> bool {
    true
}

fn one() -> u64 {
    1
}

fn five() -> u64 {
    5
}

fn ten() -> u64 {
    10
}

fn fifteen() -> u64 {
    15
}

fn sixty() -> u64 {
    60
}

fn two_seconds() -> u64 {
    2_000
}

fn available() -> String {
    "AVAILABLE".to_owned()
}

/// Who speaks where nobody was chosen.
pub(super) fn usual_voice() -> String {
    "hn_female_thutrang_phrase_48k-hsmm".to_owned()
}

/// A whole number that some clients send as text.
#[derive(Deserialize)]
#[serde(untagged)]
enum Loose {
    Number(u64),
    Text(String),
    Bool(bool),
}

impl Loose {
    fn number<E: serde::de::Error>(self) -> Result<u64, E> {
        match self {
            Self::Number(number) => Ok(number),
            Self::Text(text) if text == "true" => Ok(1),
            Self::Text(text) if text == "false" => Ok(0),
            Self::Text(text) => text.parse().map_err(|_| E::custom("not a number")),
            Self::Bool(on) => Ok(u64::from(on)),
        }
    }
}

fn whole<'de, D: serde::Deserializer<'de>>(from: D) -> Result<u64, D::Error> {
    Loose::deserialize(from)?.number()
}

/// Booleans: shown as 0 and 1, taken as those and as booleans.
mod flag {
    use super::Loose;
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    // the signature is serde's
    #[expect(clippy::trivially_copy_pass_by_ref)]
    pub(super) fn serialize<S: Serializer>(on: &bool, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_u8(u8::from(*on))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<bool, D::Error> {
        match Loose::deserialize(from)?.number()? {
            0 => Ok(false),
            1 => Ok(true),
            _ => Err(D::Error::custom("neither 0 nor 1")),
        }
    }
}

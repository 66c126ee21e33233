//! What the rows of the contact centre's lists mean.

use super::words::{self, FORWARD, STOP, TO_NODE, TO_QUEUE, USUAL_VOICE};
use super::{is_yes, text, whole};
use crate::centre::{
    Action, Agent, Answers, Blocked, CallSettings, Digits, Group, Hotline, Key, Menu, Node, Online, Press, Prompt,
    Queue, Rank, Route, Schedule, SipAccount,
};
use crate::ids::{GroupId, MenuId, NodeId, QueueId, Seat};
use serde_json::Value;

/// A positive number; what is usual where none is given.
fn count(value: Option<&Value>, usual: u32) -> u32 {
    whole(value).and_then(|number| number.try_into().ok()).unwrap_or(usual)
}

fn flag(value: Option<&Value>, usual: bool) -> bool {
    value.filter(|value| !value.is_null()).map_or(usual, is_yes)
}

fn digits(value: Option<&Value>) -> Option<Digits> {
    text(value).map(|text| Digits::new(&text)).filter(|digits| !digits.as_str().is_empty())
}

fn written(value: Option<&Value>) -> String {
    text(value).unwrap_or_default()
}

pub(super) fn agent(row: &Value) -> Option<Agent> {
    Some(Agent {
        seat: Seat::new(text(row.get("stringee_user_id"))?),
        name: written(row.get("name")),
        rings_at: words::rings_at(whole(row.get("routing_type"))),
        phone: digits(row.get("phone_number")),
    })
}

pub(super) fn group(row: &Value) -> Option<Group> {
    Some(Group { id: GroupId::new(text(row.get("id"))?), name: written(row.get("name")) })
}

pub(super) fn queue(row: &Value) -> Option<Queue> {
    let new = Queue::new(QueueId::new(text(row.get("id"))?), written(row.get("name")));
    let hours = whole(row.get("schedule")) == Some(2);
    let sip = whole(row.get("cond_routing")) == Some(2);
    Some(Queue {
        records: flag(row.get("record_calls"), new.records),
        wraps_up: flag(row.get("agent_wrap_up_after_calls"), new.wraps_up),
        wrap_up_seconds: count(row.get("wrap_up_time_limit"), new.wrap_up_seconds),
        schedule: if hours { Schedule::BusinessHours } else { Schedule::Always },
        answer_seconds: count(row.get("wait_agent_answer_timeout"), new.answer_seconds),
        waiting_sound: text(row.get("wait_greeting")),
        hold_sound: text(row.get("hold_greeting")),
        caller_id: digits(row.get("from_number_callout_to_agent")),
        asks: text(row.get("get_list_agents_url")),
        online: if sip { Online::AppOrSip } else { Online::App },
        ..new
    })
}

pub(super) fn route(row: &Value, queue: &QueueId, nth: u8) -> Option<Route> {
    let group = GroupId::new(text(row.get("group_id"))?);
    let rank = if flag(row.get("primary_group"), true) { Rank::Primary } else { Rank::Secondary };
    Some(Route { queue: queue.clone(), group, nth, rank })
}

pub(super) fn menu(row: &Value) -> Option<Menu> {
    Some(Menu { id: MenuId::new(text(row.get("id"))?), name: written(row.get("tree_name")) })
}

pub(super) fn node(row: &Value, menu: &MenuId) -> Option<Node> {
    let content = written(row.get("node_play_content"));
    let prompt = match text(row.get("node_play_mode")).as_deref() {
        Some("play") => Prompt::File { file: content },
        _ => Prompt::Voice {
            text: content,
            voice: text(row.get("voice")).filter(|voice| voice != USUAL_VOICE),
            speed: whole(row.get("speed")).and_then(|speed| speed.try_into().ok()).unwrap_or_default(),
        },
    };
    let new = Node::new(NodeId::new(text(row.get("id"))?), menu.clone(), written(row.get("node_name")), prompt);
    Some(Node {
        barge_in: flag(row.get("bargeIn"), new.barge_in),
        loops: count(row.get("loop_count"), new.loops),
        pause_ms: count(row.get("sched"), new.pause_ms),
        wait_seconds: count(row.get("keypress_timeout"), new.wait_seconds),
        ..new
    })
}

pub(super) fn key(row: &Value, node: &NodeId, press: Press, nth: u8) -> Option<Key> {
    let action = match whole(row.get("action"))? {
        TO_QUEUE => Action::Queue { queue: QueueId::new(written(row.get("queue_id"))) },
        FORWARD => Action::Forward {
            to: digits(row.get("to_phone_number")).unwrap_or_default(),
            caller_id: digits(row.get("from_number_callout_to_agent")),
        },
        TO_NODE => Action::Next { node: NodeId::new(written(row.get("next_node"))) },
        STOP => Action::Stop,
        code => Action::Unknown { code },
    };
    Some(Key { node: node.clone(), press, nth, action })
}

pub(super) fn hotline(row: &Value) -> Option<Hotline> {
    let to_menu = flag(row.get("enable_ivr"), false);
    Some(Hotline {
        number: digits(row.get("number"))?,
        name: written(row.get("nickname")),
        calls_out: flag(row.get("allow_outbound_calls"), false),
        records_calls_out: flag(row.get("record_outbound_calls"), false),
        answers: if to_menu { Answers::Menu } else { Answers::Queue },
        menu: text(row.get("ivr_menu")).map(MenuId::new),
        queue: text(row.get("queue_id")).map(QueueId::new),
    })
}

pub(super) fn blocked(row: &Value) -> Option<Blocked> {
    Some(Blocked {
        number: digits(row.get("number"))?,
        in_menus: flag(row.get("ivr_blocked"), false),
        in_queues: flag(row.get("queue_blocked"), false),
    })
}

/// Registered names begin with the project's number, which is not part of what was asked for.
pub(super) fn sip_account(row: &Value, project: i64) -> Option<SipAccount> {
    let user = text(row.get("user_name").or_else(|| row.get("username")))?;
    let extension = count(row.get("extension"), 0);
    Some(SipAccount {
        user: user.strip_prefix(&format!("{project}_")).unwrap_or(&user).to_owned(),
        seat: text(row.get("stringee_user_id")).map(Seat::new),
        extension: (extension > 0).then_some(extension),
    })
}

pub(super) fn settings(row: &Value) -> CallSettings {
    let usual = CallSettings::default();
    CallSettings {
        customer: text(row.get("get_customer_info_url")),
        customer_wait_ms: count(row.get("get_customer_info_timeout"), usual.customer_wait_ms),
        events: text(row.get("event_url")),
        callout: text(row.get("callout_answer_url")),
    }
}

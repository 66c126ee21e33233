//! What the contact centre is asked to change, and what it answers.

use super::text;
use super::words::{self, FORWARD, STOP, TO_NODE, TO_QUEUE, USUAL_VOICE};
use crate::centre::{
    Action, Answers, CallSettings, Digits, Hotline, Key, Kind, Known, Node, Online, Prompt, Queue, Rank, Ref, Root,
    Schedule, SipAccount, Step, Thing, Unlinked,
};
use serde_json::{Value, json};

/// How something is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// To make it.
    Post,
    /// To change it.
    Put,
    /// To remove it.
    Delete,
}

/// One request below the contact centre's address.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// How.
    pub method: Method,
    /// Where.
    pub path: String,
    /// What; [`Value::Null`] for nothing.
    pub body: Value,
    /// A SIP telephone's password is to be added as `password`: nobody else ever sees it.
    pub wants_password: bool,
}

/// The request that does a step. What it leads to is called by the contact centre's ids, so it can only be made when the
/// steps before it are done.
///
/// # Errors
/// What has no id there.
pub fn request(step: &Step, known: &Known) -> Result<Request, Unlinked> {
    match step {
        Step::Create(Thing::Root(root)) | Step::Update(Thing::Root(root)) => begin(root, known),
        Step::Create(thing) => Ok(Request {
            method: Method::Post,
            path: format!("/v1/{}", service(thing.at().kind())),
            body: body(thing, known)?,
            wants_password: matches!(thing, Thing::Sip(_)),
        }),
        Step::Update(thing) => plain(Method::Put, row(&thing.at(), known)?, body(thing, known)?),
        // These have no row of their own.
        Step::Delete(Ref::Root(menu)) => {
            plain(Method::Put, row(&Ref::Menu(menu.clone()), known)?, json!({"root_node": null}))
        }
        Step::Delete(at @ Ref::Member { group, seat }) => {
            let path = format!("/v1/{}", service(at.kind()));
            let ids = (known.links.id(&Ref::Agent(seat.clone()))?, known.links.id(&Ref::Group(group.clone()))?);
            plain(Method::Delete, path, json!({"agent_id": ids.0, "group_id": ids.1}))
        }
        Step::Delete(at) => plain(Method::Delete, row(at, known)?, Value::Null),
    }
}

/// The id of what was made, as the answer says it.
pub fn made_id(step: &Step, answer: &Value) -> Option<String> {
    let key = match step.at().kind() {
        Kind::Group => "groupID",
        Kind::Agent => "agentID",
        Kind::Queue => "queueID",
        Kind::Route => "groupRoutingID",
        Kind::Menu => "ivrTreeID",
        Kind::Node => "ivrNodeID",
        Kind::Key => "ivrNodeKeyID",
        Kind::Hotline => "numberID",
        Kind::Blocked => "blacklistNumberID",
        Kind::Member | Kind::Root | Kind::Sip | Kind::Settings => return None,
    };
    text(answer.get(key))
}

fn plain(method: Method, path: String, body: Value) -> Result<Request, Unlinked> {
    Ok(Request { method, path, body, wants_password: false })
}

/// The service that keeps such things.
fn service(kind: Kind) -> &'static str {
    match kind {
        Kind::Group => "group",
        Kind::Agent => "agent",
        Kind::Member => "manage-agents-in-group",
        Kind::Queue => "queue",
        Kind::Route => "routing-call-to-groups",
        Kind::Menu | Kind::Root => "ivrtree",
        Kind::Node => "ivrnode",
        Kind::Key => "ivrkeypress",
        Kind::Hotline => "number",
        Kind::Sip => "ipphonecommon",
        Kind::Blocked => "blacklistnumber",
        Kind::Settings => "callsettings",
    }
}

/// Where a row is changed.
fn row(at: &Ref, known: &Known) -> Result<String, Unlinked> {
    let service = service(at.kind());
    match at {
        Ref::Settings => Ok(format!("/v1/{service}")),
        Ref::Sip(user) => {
            let named = known.links.id(at).unwrap_or(user);
            Ok(format!("/v1/{service}/{}", escaped(named)))
        }
        at => Ok(format!("/v1/{service}/{}", escaped(known.links.id(at)?))),
    }
}

/// A word as a part of an address.
fn escaped(word: &str) -> String {
    let escape = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'_' | b'-' | b'.' => char::from(byte).to_string(),
        other => format!("%{other:02X}"),
    };
    word.bytes().map(escape).collect()
}

fn begin(root: &Root, known: &Known) -> Result<Request, Unlinked> {
    let node = known.links.id(&Ref::Node(root.node.clone()))?;
    plain(Method::Put, row(&Ref::Menu(root.menu.clone()), known)?, json!({"root_node": node}))
}

fn body(thing: &Thing, known: &Known) -> Result<Value, Unlinked> {
    let id = |at: Ref| known.links.id(&at).map(str::to_owned);
    Ok(match thing {
        Thing::Group(it) => json!({"name": it.name}),
        Thing::Agent(it) => json!({
            "name": it.name,
            "stringee_user_id": it.seat,
            "routing_type": words::routing_type(it.rings_at),
            "phone_number": it.phone,
        }),
        Thing::Member(it) => json!({
            "agent_id": id(Ref::Agent(it.seat.clone()))?,
            "group_id": id(Ref::Group(it.group.clone()))?,
        }),
        Thing::Queue(it) => queue(it),
        Thing::Route(it) => json!({
            "queue_id": id(Ref::Queue(it.queue.clone()))?,
            "group_id": id(Ref::Group(it.group.clone()))?,
            "primary_group": i64::from(it.rank == Rank::Primary),
        }),
        Thing::Menu(it) => json!({"tree_name": it.name}),
        Thing::Node(it) => node(it, &id(Ref::Menu(it.menu.clone()))?),
        Thing::Root(it) => json!({"root_node": id(Ref::Node(it.node.clone()))?}),
        Thing::Key(it) => key(it, id)?,
        Thing::Hotline(it) => hotline(it, id)?,
        Thing::Sip(it) => sip_account(it),
        Thing::Blocked(it) => json!({
            "number": it.number.dialled(),
            "ivr_blocked": i64::from(it.in_menus),
            "queue_blocked": i64::from(it.in_queues),
        }),
        Thing::Settings(it) => settings(it),
    })
}

fn queue(queue: &Queue) -> Value {
    json!({
        "name": queue.name,
        "record_calls": queue.records,
        "agent_wrap_up_after_calls": queue.wraps_up,
        "wrap_up_time_limit": queue.wrap_up_seconds,
        "schedule": if queue.schedule == Schedule::BusinessHours { 2 } else { 1 },
        "wait_agent_answer_timeout": queue.answer_seconds,
        "wait_greeting": queue.waiting_sound,
        "hold_greeting": queue.hold_sound,
        "from_number_callout_to_agent": queue.caller_id,
        "get_list_agents_url": queue.asks,
        "cond_routing": if queue.online == Online::AppOrSip { 2 } else { 1 },
    })
}

fn node(node: &Node, tree: &str) -> Value {
    let (mode, content, voice, speed) = match &node.prompt {
        Prompt::Voice { text, voice, speed } => ("talk", text, voice.as_deref().unwrap_or(USUAL_VOICE), *speed),
        Prompt::File { file } => ("play", file, USUAL_VOICE, 0),
    };
    json!({
        "tree": tree,
        "node_name": node.name,
        "node_play_mode": mode,
        "node_play_content": content,
        "bargeIn": node.barge_in,
        "loop_count": node.loops,
        "sched": node.pause_ms,
        "voice": voice,
        "speed": speed,
        "keypress_timeout": node.wait_seconds,
    })
}

/// What a key does not lead to is said too: it may have led there before.
fn key(key: &Key, id: impl Fn(Ref) -> Result<String, Unlinked>) -> Result<Value, Unlinked> {
    let (mut next, mut queue, mut from, mut to) = (None, None, None, None);
    let action = match &key.action {
        Action::Queue { queue: there } => {
            queue = Some(id(Ref::Queue(there.clone()))?);
            TO_QUEUE
        }
        Action::Forward { to: there, caller_id } => {
            (from, to) = (caller_id.clone(), Some(there.clone()));
            FORWARD
        }
        Action::Next { node } => {
            next = Some(id(Ref::Node(node.clone()))?);
            TO_NODE
        }
        Action::Stop => STOP,
        Action::Unknown { code } => *code,
    };
    Ok(json!({
        "node": id(Ref::Node(key.node.clone()))?,
        "node_key": words::key_word(key.press),
        "action": action,
        "next_node": next,
        "queue_id": queue,
        "from_number_callout_to_agent": from.as_ref().map(Digits::as_str),
        "to_phone_number": to.as_ref().map(Digits::as_str),
    }))
}

fn hotline(hotline: &Hotline, id: impl Fn(Ref) -> Result<String, Unlinked>) -> Result<Value, Unlinked> {
    Ok(json!({
        "number": hotline.number,
        "nickname": hotline.name,
        "allow_outbound_calls": hotline.calls_out,
        "enable_ivr": hotline.answers == Answers::Menu,
        "ivr_menu": hotline.menu.clone().map(|menu| id(Ref::Menu(menu))).transpose()?,
        "queue_id": hotline.queue.clone().map(|queue| id(Ref::Queue(queue))).transpose()?,
        "record_outbound_calls": hotline.records_calls_out,
    }))
}

fn sip_account(account: &SipAccount) -> Value {
    json!({
        "user_name": account.user,
        "stringee_user_id": account.seat,
        "extension": account.extension.unwrap_or_default(),
    })
}

fn settings(settings: &CallSettings) -> Value {
    json!({
        "get_customer_info_url": settings.customer,
        "get_customer_info_timeout": settings.customer_wait_ms,
        "event_url": settings.events,
        "callout_answer_url": settings.callout,
    })
}

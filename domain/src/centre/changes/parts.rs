//! What things consist of.

use crate::centre::{
    Action, Agent, Answers, Blocked, CallSettings, Digits, Hotline, Node, Online, Prompt, Queue, Rank, Ref, Schedule,
    SipAccount, Thing,
};
use crate::reach::RingsAt;
use serde::{Deserialize, Serialize};

/// A part of a thing: what a form has a field for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// A number's digits.
    Number,
    /// An agent's seat.
    Seat,
    /// The name a SIP telephone registers under.
    User,
    /// What people call it.
    Name,
    /// Where an agent is rung.
    RingsAt,
    /// An agent's telephone number.
    Phone,
    /// An agent in a group.
    Member,
    /// Whether a queue's calls are recorded.
    Records,
    /// Whether agents have time for themselves after a call.
    WrapsUp,
    /// How much.
    WrapUpSeconds,
    /// When a queue takes calls.
    Schedule,
    /// How long an agent is rung.
    AnswerSeconds,
    /// What callers hear while they wait.
    WaitingSound,
    /// What callers hear on hold.
    HoldSound,
    /// The number that is shown to whom the provider calls.
    CallerId,
    /// Who is asked whom to ring.
    Asks,
    /// What counts as being there.
    Online,
    /// A group that serves a queue.
    Group,
    /// Whose turn it is when.
    Rank,
    /// With which place a menu begins.
    Root,
    /// A text that is spoken.
    Text,
    /// A file that is played.
    File,
    /// Whose voice speaks.
    Voice,
    /// How fast.
    Speed,
    /// Whether a key counts while something is said.
    BargeIn,
    /// How often it is said.
    Loops,
    /// Silence between two times.
    Pause,
    /// How long a key is waited for.
    WaitSeconds,
    /// A key.
    Press,
    /// What it does.
    Action,
    /// Whether a number may be called out from.
    CallsOut,
    /// Whether those calls are recorded.
    RecordsCallsOut,
    /// With what a number answers.
    Answers,
    /// A menu.
    Menu,
    /// A queue.
    Queue,
    /// The place a key leads to.
    Next,
    /// The number a key leads to.
    Forward,
    /// The number that colleagues dial.
    Extension,
    /// Whether numbers with a menu refuse a caller.
    InMenus,
    /// Whether queues refuse a caller.
    InQueues,
    /// Who is asked who calls.
    CustomerAddress,
    /// How long the answer is waited for.
    CustomerWait,
    /// Who is told what happens to calls.
    EventsAddress,
    /// Who is asked whether a call out may be made.
    CalloutAddress,
}

/// What a part is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Value {
    /// It is not there.
    Nothing,
    /// A name, a text, an address.
    Text(String),
    /// Yes or no.
    Flag(bool),
    /// How many, or how much.
    Count(i64),
    /// Seconds.
    Seconds(u32),
    /// Milliseconds.
    Millis(u32),
    /// A telephone number.
    Number(Digits),
    /// Another thing.
    Thing(Ref),
    /// Where an agent is rung.
    RingsAt(RingsAt),
    /// When a queue takes calls.
    Schedule(Schedule),
    /// What counts as being there.
    Online(Online),
    /// Whose turn it is when.
    Rank(Rank),
    /// With what a number answers.
    Answers(Answers),
    /// What a key does.
    Action(Action),
}

impl Value {
    fn text(text: &str) -> Self {
        Self::Text(text.to_owned())
    }

    fn written(text: Option<&String>) -> Self {
        text.map_or(Self::Nothing, |text| Self::text(text))
    }

    fn number(digits: Option<&Digits>) -> Self {
        digits.map_or(Self::Nothing, |digits| Self::Number(digits.clone()))
    }

    fn thing(at: Option<Ref>) -> Self {
        at.map_or(Self::Nothing, Self::Thing)
    }
}

impl Thing {
    /// Everything that can be changed about it.
    pub fn parts(&self) -> Vec<(Part, Value)> {
        match self {
            Self::Group(it) => vec![(Part::Name, Value::text(&it.name))],
            Self::Menu(it) => vec![(Part::Name, Value::text(&it.name))],
            Self::Agent(it) => of_agent(it),
            Self::Member(_) => Vec::new(),
            Self::Queue(it) => of_queue(it),
            Self::Route(it) => vec![(Part::Rank, Value::Rank(it.rank))],
            Self::Node(it) => of_node(it),
            Self::Root(it) => vec![(Part::Root, Value::Thing(Ref::Node(it.node.clone())))],
            Self::Key(it) => vec![(Part::Action, Value::Action(it.action.clone()))],
            Self::Hotline(it) => of_hotline(it),
            Self::Sip(it) => of_sip(it),
            Self::Blocked(it) => of_blocked(it),
            Self::Settings(it) => of_settings(it),
        }
    }
}

fn of_agent(agent: &Agent) -> Vec<(Part, Value)> {
    vec![
        (Part::Name, Value::text(&agent.name)),
        (Part::RingsAt, Value::RingsAt(agent.rings_at)),
        (Part::Phone, Value::number(agent.phone.as_ref())),
    ]
}

fn of_queue(queue: &Queue) -> Vec<(Part, Value)> {
    vec![
        (Part::Name, Value::text(&queue.name)),
        (Part::Records, Value::Flag(queue.records)),
        (Part::WrapsUp, Value::Flag(queue.wraps_up)),
        (Part::WrapUpSeconds, Value::Seconds(queue.wrap_up_seconds)),
        (Part::Schedule, Value::Schedule(queue.schedule)),
        (Part::AnswerSeconds, Value::Seconds(queue.answer_seconds)),
        (Part::WaitingSound, Value::written(queue.waiting_sound.as_ref())),
        (Part::HoldSound, Value::written(queue.hold_sound.as_ref())),
        (Part::CallerId, Value::number(queue.caller_id.as_ref())),
        (Part::Asks, Value::written(queue.asks.as_ref())),
        (Part::Online, Value::Online(queue.online)),
    ]
}

fn of_node(node: &Node) -> Vec<(Part, Value)> {
    let mut parts = vec![
        (Part::Menu, Value::Thing(Ref::Menu(node.menu.clone()))),
        (Part::Name, Value::text(&node.name)),
        (Part::BargeIn, Value::Flag(node.barge_in)),
        (Part::Loops, Value::Count(node.loops.into())),
        (Part::Pause, Value::Millis(node.pause_ms)),
        (Part::WaitSeconds, Value::Seconds(node.wait_seconds)),
    ];
    match &node.prompt {
        Prompt::Voice { text, voice, speed } => parts.extend([
            (Part::Text, Value::text(text)),
            (Part::Voice, Value::written(voice.as_ref())),
            (Part::Speed, Value::Count((*speed).into())),
        ]),
        Prompt::File { file } => parts.push((Part::File, Value::text(file))),
    }
    parts
}

fn of_hotline(hotline: &Hotline) -> Vec<(Part, Value)> {
    vec![
        (Part::Name, Value::text(&hotline.name)),
        (Part::CallsOut, Value::Flag(hotline.calls_out)),
        (Part::RecordsCallsOut, Value::Flag(hotline.records_calls_out)),
        (Part::Answers, Value::Answers(hotline.answers)),
        (Part::Menu, Value::thing(hotline.menu.clone().map(Ref::Menu))),
        (Part::Queue, Value::thing(hotline.queue.clone().map(Ref::Queue))),
    ]
}

fn of_sip(account: &SipAccount) -> Vec<(Part, Value)> {
    vec![
        (Part::Seat, Value::thing(account.seat.clone().map(Ref::Agent))),
        (Part::Extension, account.extension.map_or(Value::Nothing, |number| Value::Count(number.into()))),
    ]
}

fn of_blocked(blocked: &Blocked) -> Vec<(Part, Value)> {
    vec![(Part::InMenus, Value::Flag(blocked.in_menus)), (Part::InQueues, Value::Flag(blocked.in_queues))]
}

fn of_settings(settings: &CallSettings) -> Vec<(Part, Value)> {
    vec![
        (Part::CustomerAddress, Value::written(settings.customer.as_ref())),
        (Part::CustomerWait, Value::Millis(settings.customer_wait_ms)),
        (Part::EventsAddress, Value::written(settings.events.as_ref())),
        (Part::CalloutAddress, Value::written(settings.callout.as_ref())),
    ]
}

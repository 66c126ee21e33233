//! Any set-up: small enough that things meet, and names repeat.

use domain::centre::{
    Action, Agent, Answers, Blocked, CallSettings, Centre, Digits, Group, Hotline, Key, Member, Menu, Node, Online,
    Press, Prompt, Queue, Rank, Ref, Root, Route, Schedule, SipAccount, Thing,
};
use domain::ids::{GroupId, MenuId, NodeId, QueueId, Seat};
use domain::reach::RingsAt;
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// Names repeat: two groups may be called the same.
fn any_name() -> impl Strategy<Value = String> {
    select(vec!["Bán hàng", "Kỹ thuật", "VIP"]).prop_map(String::from)
}

fn any_address() -> impl Strategy<Value = Option<String>> {
    select(vec![None, Some("https://crm.example/a".to_owned()), Some("https://other.example".to_owned())])
}

fn any_sound() -> impl Strategy<Value = Option<String>> {
    select(vec![None, Some("chao.mp3".to_owned()), Some("nhac.wav".to_owned())])
}

/// One of our numbers, or one that is not.
pub(crate) fn any_digits() -> impl Strategy<Value = Digits> {
    select(vec!["842471000001", "842471000002", "842471000003", "19001000"]).prop_map(Digits::new)
}

fn any_phone() -> impl Strategy<Value = Option<Digits>> {
    prop::option::of(select(vec!["84909000001", "84909000002"]).prop_map(Digits::new))
}

fn id(letter: char, at: usize) -> String {
    format!("{letter}{at}")
}

fn any_queue() -> impl Strategy<Value = Queue> {
    let first = (0..4_usize, any_name(), any::<bool>(), any::<bool>(), 0..60_u32, any::<bool>());
    let second = (3..30_u32, any_sound(), any_sound(), any_phone(), any_address(), any::<bool>());
    (first, second).prop_map(|((at, name, records, wraps_up, wrap_up_seconds, hours), rest)| {
        let (answer_seconds, waiting_sound, hold_sound, caller_id, asks, sip) = rest;
        let id = QueueId::new(id('q', at));
        let schedule = if hours { Schedule::BusinessHours } else { Schedule::Always };
        let online = if sip { Online::AppOrSip } else { Online::App };
        let mut queue = Queue::new(id, name);
        queue = Queue { records, wraps_up, wrap_up_seconds, schedule, answer_seconds, ..queue };
        Queue { waiting_sound, hold_sound, caller_id, asks, online, ..queue }
    })
}

fn any_node() -> impl Strategy<Value = Node> {
    let text = select(vec!["Xin chào", "Bấm phím 1", ""]).prop_map(String::from);
    let voice = prop::option::of(select(vec!["male", "banmai"]).prop_map(String::from));
    let spoken = (text, voice, -3..=3_i8).prop_map(|(text, voice, speed)| Prompt::Voice { text, voice, speed });
    let played = any_sound().prop_map(|file| Prompt::File { file: file.unwrap_or_default() });
    let prompt = prop_oneof![spoken, played];
    let timing = (any::<bool>(), 1..4_u32, 0..2_000_u32, 1..10_u32);
    // The id says the menu: a place does not move.
    (0..6_usize, any_name(), prompt, timing).prop_map(|(at, name, prompt, timing)| {
        let node = Node::new(NodeId::new(id('n', at)), MenuId::new(id('m', at % 3)), name, prompt);
        let (barge_in, loops, pause_ms, wait_seconds) = timing;
        Node { barge_in, loops, pause_ms, wait_seconds, ..node }
    })
}

fn any_action() -> impl Strategy<Value = Action> {
    prop_oneof![
        3 => (0..4_usize).prop_map(|at| Action::Queue { queue: QueueId::new(id('q', at)) }),
        4 => (0..6_usize).prop_map(|at| Action::Next { node: NodeId::new(id('n', at)) }),
        1 => (any_digits(), any_phone()).prop_map(|(to, caller_id)| Action::Forward { to, caller_id }),
        1 => Just(Action::Stop),
        1 => Just(Action::Unknown { code: 1 }),
    ]
}

fn any_group() -> impl Strategy<Value = Thing> {
    (0..4_usize, any_name()).prop_map(|(at, name)| Group { id: GroupId::new(id('g', at)), name }.into())
}

fn any_agent() -> impl Strategy<Value = Thing> {
    (0..4_usize, any_name(), select(RingsAt::ALL.to_vec()), any_phone())
        .prop_map(|(at, name, rings_at, phone)| Agent { seat: Seat::new(id('a', at)), name, rings_at, phone }.into())
}

fn any_member() -> impl Strategy<Value = Thing> {
    (0..4_usize, 0..4_usize)
        .prop_map(|(group, at)| Member { group: GroupId::new(id('g', group)), seat: Seat::new(id('a', at)) }.into())
}

fn any_route() -> impl Strategy<Value = Thing> {
    (0..4_usize, 0..4_usize, 0..2_u8, any::<bool>()).prop_map(|(queue, group, nth, first)| {
        let (queue, group) = (QueueId::new(id('q', queue)), GroupId::new(id('g', group)));
        Route { queue, group, nth, rank: if first { Rank::Primary } else { Rank::Secondary } }.into()
    })
}

fn any_key() -> impl Strategy<Value = Thing> {
    let press = select(vec![Press::One, Press::Two, Press::Star, Press::Nothing, Press::Other]);
    (0..6_usize, press, 0..2_u8, any_action())
        .prop_map(|(at, press, nth, action)| Key { node: NodeId::new(id('n', at)), press, nth, action }.into())
}

fn any_hotline() -> impl Strategy<Value = Thing> {
    let lead = (any::<bool>(), prop::option::of(0..3_usize), prop::option::of(0..4_usize));
    (any_digits(), any_name(), any::<bool>(), any::<bool>(), lead).prop_map(|(number, name, out, records, lead)| {
        let (to_menu, menu, queue) = lead;
        let hotline = Hotline {
            number,
            name,
            calls_out: out,
            records_calls_out: records,
            answers: if to_menu { Answers::Menu } else { Answers::Queue },
            menu: menu.map(|at| MenuId::new(id('m', at))),
            queue: queue.map(|at| QueueId::new(id('q', at))),
        };
        hotline.into()
    })
}

fn any_thing() -> impl Strategy<Value = Thing> {
    let menu = (0..3_usize, any_name()).prop_map(|(at, name)| Menu { id: MenuId::new(id('m', at)), name });
    let sip = (0..3_usize, prop::option::of(0..4_usize), prop::option::of(100..103_u32));
    let sip = sip.prop_map(|(at, seat, extension)| SipAccount {
        user: id('s', at),
        seat: seat.map(|at| Seat::new(id('a', at))),
        extension,
    });
    let blocked = (any_digits(), any::<bool>(), any::<bool>());
    let settings = (any_address(), 500..4_000_u32, any_address(), any_address());
    prop_oneof![
        3 => any_group(),
        3 => any_agent(),
        5 => any_member(),
        3 => any_queue().prop_map(Thing::from),
        4 => any_route(),
        3 => menu.prop_map(Thing::from),
        6 => any_node().prop_map(Thing::from),
        10 => any_key(),
        3 => any_hotline(),
        1 => sip.prop_map(Thing::from),
        1 => blocked.prop_map(|(number, in_menus, in_queues)| Blocked { number, in_menus, in_queues }.into()),
        1 => settings.prop_map(|(customer, customer_wait_ms, events, callout)|
            CallSettings { customer, customer_wait_ms, events, callout }.into()),
    ]
}

/// Any set-up, with whatever is wrong with it. A menu begins with one of its places, or with none.
pub(crate) fn any_centre() -> impl Strategy<Value = Centre> {
    let things = prop::collection::vec(any_thing(), 0..60);
    (things, prop::collection::vec(prop::option::weighted(0.8, any::<Index>()), 3)).prop_map(|(things, roots)| {
        let mut centre = Centre::from(things);
        number_through(&mut centre);
        for (at, root) in roots.into_iter().enumerate() {
            let menu = MenuId::new(id('m', at));
            let nodes: Vec<NodeId> = centre.nodes_of(&menu).into_iter().map(|node| node.id.clone()).collect();
            if let (Some(root), false) = (root, nodes.is_empty()) {
                centre.put(Root { menu, node: root.get(&nodes).clone() });
            }
        }
        centre
    })
}

/// The second of two that are called the same is there only with the first.
fn number_through(centre: &mut Centre) {
    let first = |at: &Ref| match at.clone() {
        Ref::Key { node, press, nth: 1 } => Some(Ref::Key { node, press, nth: 0 }),
        Ref::Route { queue, group, nth: 1 } => Some(Ref::Route { queue, group, nth: 0 }),
        _ => None,
    };
    let alone: Vec<Ref> = centre.refs().filter(|at| first(at).is_some_and(|one| !centre.has(&one))).cloned().collect();
    alone.iter().for_each(|at| centre.remove(at));
}

/// Any set-up in which nothing leads to what is not there.
pub(crate) fn whole_centre() -> impl Strategy<Value = Centre> {
    any_centre().prop_map(|mut centre| {
        loop {
            let dangling = centre.dangling();
            if dangling.is_empty() {
                break;
            }
            dangling.iter().for_each(|dangling| centre.remove(&dangling.from));
            number_through(&mut centre);
        }
        centre
    })
}

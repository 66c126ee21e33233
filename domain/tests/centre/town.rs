//! A small contact centre in which everything is right.

use domain::centre::{
    Action, Agent, Answers, Around, Centre, Digits, Group, Hotline, Menu, Node, OurAddresses, Press, Prompt, Queue,
    Rank, Root,
};
use domain::ids::{GroupId, MenuId, NodeId, QueueId, Seat};
use domain::reach::RingsAt;
use std::collections::BTreeSet;

pub(crate) struct Town {
    pub(crate) centre: Centre,
    pub(crate) around: Around,
}

/// A place that speaks.
pub(crate) fn node(id: &str, menu: &str, text: &str) -> Node {
    let prompt = Prompt::Voice { text: text.into(), voice: None, speed: 0 };
    Node::new(NodeId::new(id), MenuId::new(menu), id, prompt)
}

impl Default for Town {
    /// The first number greets: 1 is sales, 2 is care, 3 says the prices. The second goes straight to sales.
    fn default() -> Self {
        let ours = OurAddresses {
            agents: "https://crm.example/agents".into(),
            customer: "https://crm.example/customer".into(),
            events: "https://crm.example/events".into(),
            callout: "https://crm.example/callout".into(),
        };
        let mut centre = Centre::default();
        centre.put(ours.settings(1_500));
        people(&mut centre);
        menu(&mut centre);
        let hotline = Hotline {
            number: Digits::new("842471000001"),
            name: "Tổng đài".into(),
            calls_out: true,
            records_calls_out: true,
            answers: Answers::Menu,
            menu: Some(MenuId::new("main")),
            queue: None,
        };
        let straight = Hotline { number: Digits::new("842471000002"), menu: None, ..hotline.clone() };
        centre.put(Hotline { answers: Answers::Queue, queue: Some(QueueId::new("sales")), ..straight });
        centre.put(hotline);
        let seats = ["agent_ha", "agent_minh", "agent_lan"].map(Seat::new);
        let around = Around {
            files: Some(BTreeSet::from(["chao.mp3".to_owned(), "nhac.mp3".to_owned()])),
            staff: Some(BTreeSet::from(seats)),
            ours: Some(ours),
        };
        Self { centre, around }
    }
}

/// Hà and Minh sell, Lan cares; when she is busy, Minh does.
fn people(centre: &mut Centre) {
    for (seat, name) in [("agent_ha", "Hà"), ("agent_minh", "Minh"), ("agent_lan", "Lan")] {
        centre.put(Agent { seat: Seat::new(seat), name: name.into(), rings_at: RingsAt::Anywhere, phone: None });
    }
    for (id, seats) in
        [("sales", ["agent_ha", "agent_minh"].as_slice()), ("care", &["agent_lan"]), ("help", &["agent_minh"])]
    {
        let id = GroupId::new(id);
        centre.put(Group { id: id.clone(), name: id.to_string() });
        centre.set_members(&id, seats.iter().map(|seat| Seat::new(*seat)));
    }
    let waits = |id: &str| Queue { waiting_sound: Some("nhac.mp3".into()), ..Queue::new(QueueId::new(id), id) };
    centre.put(waits("sales"));
    centre.put(waits("care"));
    centre.set_routes(&QueueId::new("sales"), vec![(GroupId::new("sales"), Rank::Primary)]);
    let care = vec![(GroupId::new("help"), Rank::Secondary), (GroupId::new("care"), Rank::Primary)];
    centre.set_routes(&QueueId::new("care"), care);
}

fn menu(centre: &mut Centre) {
    centre.put(Menu { id: MenuId::new("main"), name: "Chính".into() });
    centre.put(node("hello", "main", "Xin chào. Bán hàng bấm phím 1, chăm sóc bấm phím 2, bảng giá bấm phím 3."));
    centre.put(node("prices", "main", "Bảng giá."));
    centre.put(Root { menu: MenuId::new("main"), node: NodeId::new("hello") });
    let queue = |id: &str| Action::Queue { queue: QueueId::new(id) };
    let next = |id: &str| Action::Next { node: NodeId::new(id) };
    let hello = vec![
        (Press::One, queue("sales")),
        (Press::Two, queue("care")),
        (Press::Three, next("prices")),
        (Press::Nothing, queue("care")),
        (Press::Other, next("hello")),
    ];
    centre.set_keys(&NodeId::new("hello"), hello);
    centre.set_keys(&NodeId::new("prices"), vec![(Press::Star, next("hello")), (Press::Nothing, Action::Stop)]);
}

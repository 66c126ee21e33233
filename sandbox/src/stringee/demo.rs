//! How the project is set up at the start: everything works out of the box.

use super::centre::setup::{
    Agent, CallSettings, Group, Key, Member, Node, Number, PlayMode, Queue, Routing, Setup, SipPhone, Tree,
};
use crate::settings::Project;

/// The account's number, in every row.
const ACCOUNT: u32 = 1_000;
/// So long the customer's server may think about who calls, in milliseconds.
const CUSTOMER_WAIT: u64 = 2_000;
const SALES: &str = "QU_SALES";
const CARE: &str = "QU_CARE";
const TREE: &str = "TR_WELCOME";
const NODE: &str = "NO_WELCOME";
const TEAM: &str = "GR_TEAM";
const GREETING: &str =
    "Kính chào quý khách. Để gặp bộ phận kinh doanh, vui lòng bấm phím 1. Để được chăm sóc, vui lòng bấm phím 2.";

/// The first hotline greets (1 sales, 2 care), the others lead to sales; every agent serves both queues.
pub(super) fn setup(project: &Project) -> Setup {
    let mut setup = Setup { calls: calls(project), ..nothing(project) };
    let list = project.hooks.as_ref().map(|hooks| format!("{hooks}/agents"));
    setup.queues.insert(SALES, queue("Kinh doanh", list.clone()));
    setup.queues.insert(CARE, queue("Chăm sóc khách hàng", list));
    setup.trees.insert(TREE, Tree { tree_name: "Lời chào".to_owned(), root_node: Some(NODE.to_owned()) });
    setup.nodes.insert(NODE, welcome());
    for (key, queue, id) in [("1", SALES, "NO_KE_SALES"), ("2", CARE, "NO_KE_CARE"), ("EMPTY_KEY", CARE, "NO_KE_EMPTY")]
    {
        setup.keys.insert(id, to_queue(key, queue));
    }
    for (at, hotline) in project.hotlines.iter().enumerate() {
        let greets = at == 0;
        let row = Number {
            number: hotline.number.clone(),
            nickname: hotline.name.clone(),
            allow_outbound_calls: true,
            enable_ivr: greets,
            ivr_menu: greets.then(|| TREE.to_owned()),
            queue_id: (!greets).then(|| SALES.to_owned()),
            record_outbound_calls: true,
        };
        setup.numbers.insert(&format!("NU{at}"), row);
    }
    setup.groups.insert(TEAM, Group { name: "Tất cả".to_owned() });
    for (id, queue) in [("GR_RO_SALES", SALES), ("GR_RO_CARE", CARE)] {
        let row = Routing { queue_id: queue.to_owned(), group_id: TEAM.to_owned(), primary_group: true };
        setup.routings.insert(id, row);
    }
    for (at, user) in project.users.iter().enumerate() {
        let id = format!("AG_{at}");
        setup.agents.insert(&id, agent(&user.id, &user.name));
        setup.members.insert(&format!("{id}-{TEAM}"), Member { agent_id: id, group_id: TEAM.to_owned() });
        let name = format!("{}_{}", project.id, user.id);
        setup.sip_phones.insert(&name, sip_phone(&name, &user.id));
    }
    setup
}

/// As a project is on its first day.
pub(super) fn nothing(project: &Project) -> Setup {
    let calls = CallSettings { get_customer_info_timeout: CUSTOMER_WAIT, ..CallSettings::default() };
    Setup { project: project.id, account: ACCOUNT, calls, ..Setup::default() }
}

fn calls(project: &Project) -> CallSettings {
    let hook = |name: &str| project.hooks.as_ref().map(|hooks| format!("{hooks}/{name}"));
    CallSettings {
        get_customer_info_url: hook("customer"),
        get_customer_info_timeout: CUSTOMER_WAIT,
        event_url: hook("events"),
        callout_answer_url: hook("callout"),
    }
}

fn queue(name: &str, list: Option<String>) -> Queue {
    Queue {
        name: name.to_owned(),
        record_calls: true,
        agent_wrap_up_after_calls: true,
        wrap_up_time_limit: 5,
        enable_voicemail: false,
        schedule: 1,
        wait_agent_answer_timeout: 15,
        wait_greeting: None,
        hold_greeting: None,
        maximum_queue_size: 5,
        maximum_queue_wait_time: 60,
        from_number_callout_to_agent: None,
        get_list_agents_url: list,
        cond_routing: 2,
    }
}

fn welcome() -> Node {
    Node {
        tree: TREE.to_owned(),
        node_name: "Lời chào".to_owned(),
        node_play_mode: PlayMode::Talk,
        node_play_content: GREETING.to_owned(),
        barge_in: true,
        loop_count: 2,
        sched: 500,
        voice: "hn_female_thutrang_phrase_48k-hsmm".to_owned(),
        speed: 0,
        keypress_timeout: 5,
    }
}

fn to_queue(key: &str, queue: &str) -> Key {
    Key {
        node: NODE.to_owned(),
        node_key: key.to_owned(),
        action: 2,
        next_node: None,
        queue_id: Some(queue.to_owned()),
        from_number_callout_to_agent: None,
        to_phone_number: None,
        sms: None,
    }
}

fn agent(user: &str, name: &str) -> Agent {
    Agent {
        name: name.to_owned(),
        stringee_user_id: user.to_owned(),
        manual_status: "AVAILABLE".to_owned(),
        system_status: 1,
        routing_type: 1,
        phone_number: None,
        webhook_status: 0,
        last_time_pickup: 0,
        last_time_support_call_ended: 0,
    }
}

/// Its password is nobody's until the customer's server sets one.
fn sip_phone(name: &str, user: &str) -> SipPhone {
    SipPhone {
        user_name: name.to_owned(),
        password: format!("{:032x}", rand::random::<u128>()),
        stringee_user_id: Some(user.to_owned()),
        extension: 0,
    }
}

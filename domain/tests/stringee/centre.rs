//! A set-up over the contact centre's REST services: what is asked for comes about there, and is read as it was meant.

use crate::any::whole_centre;
use domain::centre::{Answers, Centre, Known, Links, Press, Prompt, Ref, Thing, plan};
use domain::ids::NodeId;
use domain::stringee::{Listing, Method, Request, made_id, request};
use domain::telephone::TelephoneProblem;
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// The services, with what is known of their manners: flags come back as numbers, counts as text, two rows on a page.
#[derive(Default)]
struct Services {
    rows: BTreeMap<String, Vec<Value>>,
    settings: Map<String, Value>,
    given: u32,
}

const MEMBERS: &str = "manage-agents-in-group";

impl Services {
    fn list(&self, path: &str) -> Value {
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        let service = path.strip_prefix("/v1/").unwrap_or_default();
        if service == "callsettings" {
            return json!({"r": 0, "callSetting": self.settings});
        }
        let mut page = 1;
        let mut rows = self.rows.get(service).cloned().unwrap_or_default();
        for (name, value) in query.split('&').filter_map(|pair| pair.split_once('=')) {
            match name {
                "page" => page = value.parse().unwrap_or(1),
                "limit" => {}
                "group" | "queue" => rows.retain(|row| row[format!("{name}_id")] == value),
                other => rows.retain(|row| row[other] == value),
            }
        }
        let pages = rows.len().div_ceil(2);
        let shown: Vec<Value> = rows.into_iter().skip((page - 1) * 2).take(2).collect();
        let count = shown.len().to_string();
        json!({"r": 0, "data": {"totalCount": count, "totalPages": pages.to_string(), list_key(service): shown}})
    }

    fn take(&mut self, request: Request) -> Value {
        let mut path = request.path.trim_start_matches("/v1/").split('/');
        let (service, id) = (path.next().unwrap_or_default().to_owned(), path.next().map(str::to_owned));
        let body = as_listed(request.body, &service);
        match (request.method, id) {
            (Method::Put, None) => {
                self.settings.extend(body);
                json!({"r": 0})
            }
            (Method::Post, _) => self.make(&service, body),
            (Method::Put, Some(id)) => {
                let rows = self.rows.get_mut(&service).into_iter().flatten();
                for row in rows.filter(|row| row["id"] == *id) {
                    row.as_object_mut().expect("rows are objects").extend(body.clone());
                }
                json!({"r": 0})
            }
            (Method::Delete, id) => {
                let gone = |row: &Value| match &id {
                    Some(id) => row["id"] == **id,
                    None => body.iter().all(|(name, value)| row[name] == *value),
                };
                let before = self.rows.get(&service).map_or(0, Vec::len);
                self.rows.entry(service.clone()).or_default().retain(|row| !gone(row));
                assert_eq!(self.rows[&service].len() + 1, before, "one row goes");
                self.forget_root(&service, id.as_deref());
                json!({"r": 0})
            }
        }
    }

    fn make(&mut self, service: &str, mut row: Map<String, Value>) -> Value {
        self.given += 1;
        let id = match service {
            "ipphonecommon" => format!("25_{}", row["user_name"].as_str().unwrap_or_default()),
            other => format!("{other}-{}", self.given),
        };
        row.insert("id".into(), json!(id));
        if service == "ipphonecommon" {
            row.insert("user_name".into(), json!(id));
        }
        if service == "ivrnode" {
            let trees = self.rows.get_mut("ivrtree").into_iter().flatten();
            for tree in trees.filter(|tree| tree["id"] == row["tree"] && tree["root_node"].is_null()) {
                tree["root_node"] = json!(id);
            }
        }
        self.rows.entry(service.to_owned()).or_default().push(Value::Object(row));
        json!({"r": 0, "message": "success", id_key(service): id})
    }

    fn forget_root(&mut self, service: &str, id: Option<&str>) {
        if let (true, Some(id)) = (service == "ivrnode", id) {
            let trees = self.rows.get_mut("ivrtree").into_iter().flatten();
            trees.filter(|tree| tree["root_node"] == id).for_each(|tree| tree["root_node"] = Value::Null);
        }
    }

    fn read(&self, links: &Links, expected: &Centre) -> Known {
        let mut listing = Listing::new(25);
        while let Some(path) = listing.next() {
            listing.take(&self.list(&path)).expect("a list");
        }
        Known::read(listing.finish(), links, expected)
    }
}

/// Flags come back as 0 and 1.
fn as_listed(body: Value, service: &str) -> Map<String, Value> {
    let Value::Object(fields) = body else { return Map::new() };
    let flag = |value: Value| value.as_bool().map_or(value, |flag| json!(u8::from(flag)));
    assert!(service != MEMBERS || fields.len() == 2, "a member is a pair");
    fields.into_iter().map(|(name, value)| (name, flag(value))).collect()
}

fn list_key(service: &str) -> &'static str {
    match service {
        "agent" => "agents",
        "group" => "groups",
        MEMBERS => "groupAgents",
        "queue" => "queues",
        "routing-call-to-groups" => "groupRoutings",
        "ivrtree" => "ivrTrees",
        "ivrnode" => "ivrNodes",
        "ivrkeypress" => "ivrNodeKeys",
        "number" => "numbers",
        "blacklistnumber" => "blacklistNumbers",
        _ => "rows",
    }
}

fn id_key(service: &str) -> &'static str {
    match service {
        "agent" => "agentID",
        "group" => "groupID",
        "queue" => "queueID",
        "routing-call-to-groups" => "groupRoutingID",
        "ivrtree" => "ivrTreeID",
        "ivrnode" => "ivrNodeID",
        "ivrkeypress" => "ivrNodeKeyID",
        "number" => "numberID",
        "blacklistnumber" => "blacklistNumberID",
        _ => "res_create_subscriber",
    }
}

fn publish(services: &mut Services, links: &Links, want: &Centre) -> Known {
    let mut known = services.read(links, want);
    for step in plan(&known.centre, want).expect("nothing dangles") {
        let answer = services.take(request(&step, &known).expect("everything before it has an id"));
        known.done(&step, made_id(&step, &answer));
    }
    known
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, ..ProptestConfig::default() })]

    #[test]
    fn what_is_asked_for_comes_about_and_is_read_as_meant(versions in prop::collection::vec(whole_centre(), 1..3)) {
        let (mut services, mut links) = (Services::default(), Links::default());
        for want in &versions {
            links = publish(&mut services, &links, want).links;
            prop_assert_eq!(&services.read(&links, want).centre, want);
        }
    }
}

#[test]
fn an_answer_that_is_no_list_is_not_taken_for_an_empty_one() {
    let mut listing = Listing::new(25);
    assert_eq!(listing.take(&json!({"r": 0})), Err(TelephoneProblem::Unintelligible));
    assert_eq!(listing.next().as_deref(), Some("/v1/agent?page=1&limit=50"), "it is asked for again");
    let full = json!({"data": {"agents": vec![json!({"id": "AG_1", "stringee_user_id": "a"}); 50]}});
    assert_eq!(listing.take(&full), Ok(()));
    assert_eq!(listing.next().as_deref(), Some("/v1/agent?page=2&limit=50"), "nobody said that it was all");
    assert_eq!(listing.take(&full), Ok(()), "a service that gives the same page again and again");
    assert_eq!(listing.next().as_deref(), Some("/v1/group?page=1&limit=50"));
}

#[test]
fn a_project_as_others_have_set_it_up_is_read() {
    let mut services = Services::default();
    let rows = [
        (
            "agent",
            json!({"id": "AG_1", "name": "Huy", "stringee_user_id": "huy", "routing_type": "2",
            "phone_number": "84909982888", "manual_status": "AVAILABLE", "system_status": 1}),
        ),
        ("group", json!({"id": "GR_1", "name": "Bán hàng", "number_of_agent": 2})),
        (MEMBERS, json!({"account": 1, "project": 25, "agent_id": "AG_1", "group_id": "GR_1"})),
        (MEMBERS, json!({"account": 1, "project": 25, "agent_id": "AG_GONE", "group_id": "GR_1"})),
        ("ivrtree", json!({"id": "TR_1", "tree_name": "Chính", "root_node": "NO_2"})),
        (
            "ivrnode",
            json!({"id": "NO_1", "tree": "TR_1", "node_name": "giá", "node_play_mode": "play",
            "node_play_content": "gia.mp3"}),
        ),
        (
            "ivrnode",
            json!({"id": "NO_2", "tree": "TR_1", "node_name": "chào", "node_play_mode": "talk",
            "node_play_content": "Xin chào", "voice": "banmai", "bargeIn": 0, "loop_count": "2", "sched": 500,
            "speed": -1, "keypress_timeout": 8}),
        ),
        ("ivrkeypress", json!({"id": "KE_1", "node": "NO_2", "node_key": "1", "action": 4, "next_node": "NO_1"})),
        ("ivrkeypress", json!({"id": "KE_2", "node": "NO_2", "node_key": "EMPTY_KEY", "action": 1})),
        ("ivrkeypress", json!({"id": "KE_3", "node": "NO_2", "node_key": "A", "action": 6})),
        (
            "number",
            json!({"id": "NU_1", "number": "842473082686", "nickname": null, "allow_outbound_calls": 1,
            "enable_ivr": 0, "ivr_menu": "", "queue_id": "QU_GONE"}),
        ),
        ("blacklistnumber", json!({"id": "BN_1", "number": "+84901234567", "ivr_blocked": 1, "queue_blocked": 0})),
        ("ipphonecommon", json!({"user_name": "25_huy", "extension": 0})),
    ];
    for (service, row) in rows {
        services.rows.entry(service.to_owned()).or_default().push(row);
    }
    let known = services.read(&Links::default(), &Centre::default());
    let centre = &known.centre;
    let node = centre.node(&NodeId::new("NO_2")).expect("read");
    assert_eq!((node.barge_in, node.loops, node.pause_ms, node.wait_seconds), (false, 2, 500, 8));
    let prompt = Prompt::Voice { text: "Xin chào".into(), voice: Some("banmai".into()), speed: -1 };
    assert_eq!(node.prompt, prompt);
    assert_eq!(centre.root(&node.menu), Some(&node.id));
    let presses: Vec<Press> = centre.keys_of(&node.id).map(|key| key.press).collect();
    assert_eq!(presses, [Press::One, Press::Nothing], "a key that no telephone has is passed over");
    let hotline = centre.hotlines().next().expect("read");
    assert_eq!((hotline.answers, hotline.menu.as_ref(), hotline.calls_out), (Answers::Queue, None, true));
    assert_eq!(centre.sip_accounts().next().expect("read").user, "huy");
    assert_eq!(centre.dangling().len(), 2, "a queue and an agent that are gone");

    let tidied: Vec<Thing> =
        centre.things().filter(|thing| !centre.dangling().iter().any(|it| it.from == thing.at())).cloned().collect();
    let tidied = Centre::from(tidied);
    let known = publish(&mut services, &known.links, &tidied);
    assert_eq!(services.read(&known.links, &tidied).centre, tidied);
    assert_eq!(services.rows[MEMBERS].len(), 1);
    assert!(known.links.id(&Ref::Hotline(hotline.number.clone())).is_err());
}

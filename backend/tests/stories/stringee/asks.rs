//! What Stringee asks: whom waiting callers are given to, who calls, and whether a call out may be made.

use crate::calls::answered;
use crate::customers::customer;
use crate::stories;
use crate::stringee::events::{CALL, SITE, post, set_up};
use crate::world::World;
use backend::stringee::{self, Answered, Asked};
use backend::{calls, customers, dial_policy, line, routing};
use domain::access::Actor;
use domain::calls::Presence;
use domain::customers::CustomerForm;
use domain::dial_policy::{Advertising, DialPolicy, DialRefusal};
use domain::ids::{CallId, SourceId};
use domain::live::Change;
use domain::problem::Problem;
use domain::routing::Because;
use domain::stringee::Hook;
use domain::telephone::Provider;
use domain::voice::{Beat, Claim, LineReport};
use serde_json::{Value, json};
use std::collections::BTreeMap;

pub(crate) const CUSTOMER: &str = "84986776777";
const HOTLINE: &str = "842471000001";

/// A member's page is connected to the provider.
pub(crate) async fn comes(w: &World, who: &Actor) {
    let line = LineReport { connected: true, presence: Some(Presence::Online), device: None };
    let beat = Beat {
        tab: SourceId::new(format!("tab of {}", who.id)),
        number: 1,
        computer: String::new(),
        claim: Claim::TakeIfFree,
        line,
        calls: Vec::new(),
        wrap_up: None,
    };
    line::beat(&w.b, who, &beat).await.unwrap();
}

pub(crate) fn waiting(calls: &[(&str, &str)]) -> String {
    let calls: Vec<Value> = calls.iter().map(|(id, from)| json!({"callId": id, "from": from, "to": HOTLINE})).collect();
    json!({"queueId": "QU_1", "calls": calls, "projectId": 25}).to_string()
}

pub(crate) async fn agents(w: &World, path: &str, body: &str) -> Answered {
    post(w, path, Hook::Agents, None, body).await
}

/// The seats a caller is given to.
pub(crate) fn seats(answered: &Answered, call: usize) -> Vec<String> {
    let agents = answered.body["calls"][call]["agents"].as_array().unwrap();
    agents.iter().map(|agent| agent["stringee_user_id"].as_str().unwrap().to_owned()).collect()
}

async fn ask(w: &World, path: &str, hook: Hook, query: &[(&str, &str)]) -> Answered {
    let query: BTreeMap<String, String> = query.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect();
    let asked = Asked { account: path, hook, signature: None, signed: b"", body: b"", query: &query, site: SITE };
    stringee::answer(&w.b, &asked).await
}

async fn dials(w: &World, path: &str, seat: &str, to: &str) -> Answered {
    ask(w, path, Hook::Callout, &[("from", HOTLINE), ("to", to), ("userId", seat), ("callId", CALL)]).await
}

stories! {
    async fn the_owner_is_rung_first_then_who_talked_last_then_the_rest(w: World) {
        let path = set_up(&w).await;
        for who in [&w.lan, &w.minh] {
            comes(&w, who).await;
        }
        let owned = CustomerForm { owner: Some(w.minh.id.clone()), ..customer("An", "", &["0986776777"]) };
        customers::create(&w.b, &w.admin, &owned).await.unwrap();
        calls::report(&w.b, &w.minh, &[answered(&w, "a", "0912000111")]).await.unwrap();
        let asked = waiting(&[("c1", CUSTOMER), ("c2", "84912000111"), ("c3", "anonymous")]);
        let answer = agents(&w, &path, &asked).await;
        assert_eq!((answer.status, &answer.body["version"]), (200, &json!(2)));
        assert_eq!(answer.body["calls"][0]["callId"], "c1");
        assert_eq!(seats(&answer, 0), ["agent_minh", "agent_lan"], "the owner first");
        assert_eq!(seats(&answer, 1), ["agent_minh", "agent_lan"], "who talked last first");
        assert_eq!(seats(&answer, 2).len(), 2, "a hidden number is answered for, too");
        assert_eq!(answer.body["calls"][0]["agents"][0], json!({"stringee_user_id": "agent_minh", "routing_type": 1, "answer_timeout": 12}));
    }

    async fn only_who_can_take_the_call_is_rung_and_the_call_shows_why(w: World) {
        let path = set_up(&w).await;
        let owned = CustomerForm { owner: Some(w.minh.id.clone()), ..customer("An", "", &["0986776777"]) };
        customers::create(&w.b, &w.admin, &owned).await.unwrap();
        assert_eq!(seats(&agents(&w, &path, &waiting(&[(CALL, CUSTOMER)])).await, 0), [""; 0], "nobody is there");
        comes(&w, &w.lan).await;
        let answer = agents(&w, &path, &waiting(&[(CALL, CUSTOMER)])).await;
        assert_eq!(seats(&answer, 0), ["agent_lan"]);
        stringee::keep(&w.b, &answer.afterwards.unwrap()).await.unwrap();
        let offered = domain::calls::What::Offered { number: CUSTOMER.into(), hotline: None, queue: None };
        let fact = |n: &str, what| domain::calls::Fact { id: domain::ids::FactId::new(n), source: SourceId::new("t"), at: w.b.now(), what };
        let facts = vec![fact("1", offered), fact("2", domain::calls::What::ProviderId { id: CALL.into() })];
        let call = CallId::new("01930000-0000-7000-8000-cccccccccccc");
        calls::report(&w.b, &w.lan, &[domain::calls::Reported { call: call.clone(), facts }]).await.unwrap();
        let routed = calls::story(&w.b, &w.lan, &call).await.unwrap().routed.unwrap();
        assert_eq!(routed.queue, "QU_1");
        assert_eq!(routed.choices.iter().map(|(who, why)| (&who.id, *why)).collect::<Vec<_>>(), [(&w.lan.id, Because::Team)], "she works in the owner's team");
        assert_eq!(routed.passed_over.iter().map(|(who, why, _)| (&who.id, *why)).collect::<Vec<_>>(), [(&w.minh.id, Because::Owner)]);
    }

    async fn a_queue_belongs_to_a_team_and_an_unknown_one_to_everybody(w: World) {
        let path = set_up(&w).await;
        for who in [&w.lan, &w.minh] {
            comes(&w, who).await;
        }
        let unknown = agents(&w, &path, &waiting(&[("c1", CUSTOMER)])).await;
        assert_eq!(seats(&unknown, 0).len(), 2);
        let queues = [("QU_1".to_owned(), w.team.clone())];
        routing::save_queues(&w.b, &w.admin, Provider::Stringee, &queues).await.unwrap();
        assert_eq!(routing::queues(&w.b, &w.admin, Provider::Stringee).await.unwrap(), queues);
        assert_eq!(routing::save_queues(&w.b, &w.manager, Provider::Stringee, &queues).await, Err(Problem::Forbidden));
        assert_eq!(routing::queues(&w.b, &w.lan, Provider::Stringee).await, Err(Problem::Forbidden));
        let answer = agents(&w, &path, &waiting(&[("c1", CUSTOMER)])).await;
        assert_eq!(seats(&answer, 0).len(), 2);
        for bad in ["", "{}", "[1]", r#"{"queueId": "QU_1", "calls": "all"}"#] {
            let refused = agents(&w, &path, bad).await;
            assert_eq!((refused.status, refused.afterwards.unwrap().delivery.problem.as_deref()), (400, Some("unreadable")));
        }
        assert_eq!(agents(&w, &path, &waiting(&[])).await.body, json!({"version": 2, "calls": []}));
    }

    async fn a_telephone_that_is_no_page_of_ours_learns_who_calls(w: World) {
        let path = set_up(&w).await;
        let owned = CustomerForm { owner: Some(w.minh.id.clone()), ..customer("Nguyễn An", "Cty An", &["0986776777"]) };
        let id = customers::create(&w.b, &w.admin, &owned).await.unwrap().id;
        let known = ask(&w, &path, Hook::Customer, &[("from", CUSTOMER), ("to", HOTLINE), ("project", "25")]).await;
        assert_eq!(known.body, json!({"customers": 1, "customer_id": id, "name": "Nguyễn An", "company": "Cty An",
            "owner": "Đỗ Minh", "number": "+84986776777"}));
        assert_eq!(ask(&w, &path, Hook::Customer, &[("from", "anonymous")]).await.body, json!({"customers": 0}));
        assert_eq!(ask(&w, &path, Hook::Customer, &[]).await.status, 400);
    }

    async fn a_call_out_that_may_be_made_is_connected_and_recorded(w: World) {
        let path = set_up(&w).await;
        let actions = dials(&w, &path, "agent_lan", "84901234567").await.body;
        assert_eq!(actions[0]["action"], "record");
        assert_eq!(actions[0]["eventUrl"], format!("{SITE}/hooks/stringee/{path}/recordings"));
        assert_eq!(actions[1]["action"], "connect");
        assert_eq!(actions[1]["from"], json!({"type": "internal", "number": HOTLINE, "alias": HOTLINE}));
        assert_eq!(actions[1]["to"], json!({"type": "external", "number": "84901234567", "alias": "84901234567"}));
        let colleague = dials(&w, &path, "agent_lan", "agent_minh").await.body;
        assert_eq!(colleague[1]["to"]["type"], "internal");
        // One of our numbers that may not be called out from, and a seat that nobody has.
        let promotion = ask(&w, &path, Hook::Callout, &[("from", "842471000002"), ("to", "84901234567"), ("userId", "agent_lan")]).await;
        assert_eq!(promotion.body, json!([]));
        assert_eq!(dials(&w, &path, "somebody", "84901234567").await.body, json!([]));
        assert_eq!(ask(&w, &path, Hook::Callout, &[("from", HOTLINE)]).await.status, 400);
    }

    async fn a_call_out_against_the_rules_is_refused_everywhere_and_the_member_learns_why(w: World) {
        let path = set_up(&w).await;
        let mut changes = w.b.changes();
        let refused = dials(&w, &path, "agent_lan", "19001000").await;
        assert_eq!((refused.status, refused.body), (200, json!([])));
        assert_eq!(refused.afterwards.unwrap().delivery.problem.as_deref(), Some("refused: blocked"));
        let why = DialRefusal::Blocked { prefix: "1900".into() };
        let told = loop {
            if let Change::DialRefused { member, refusal } = changes.recv().await.unwrap() {
                break (member, refusal);
            }
        };
        assert_eq!(told, (w.lan.id.clone(), why.clone()), "her page is told why at once");
        assert_eq!(calls::dial_check(&w.b, &w.lan, "1900 1000").await, Err(Problem::MayNotDial(why)), "before it is dialled, too");
    }

    async fn the_rules_are_the_admins(w: World) {
        let path = set_up(&w).await;
        let usual = dial_policy::get(&w.b, &w.admin).await.unwrap();
        assert_eq!(usual, DialPolicy::default());
        let strict = DialPolicy { advertising: Advertising::Everybody, per_member: Some(1), ..usual };
        for who in [&w.manager, &w.lan] {
            assert_eq!(dial_policy::get(&w.b, who).await, Err(Problem::Forbidden));
            assert_eq!(dial_policy::save(&w.b, who, &strict).await, Err(Problem::Forbidden));
        }
        dial_policy::save(&w.b, &w.admin, &strict).await.unwrap();
        assert_eq!(backend::audit::about(&w.b, &w.admin, "dial_policy").await.unwrap().len(), 1);
        assert_ne!(dials(&w, &path, "agent_lan", "84901234567").await.body, json!([]));
        let facts = [domain::calls::What::DialWished { number: "0901234567".into() }, domain::calls::What::Ended];
        let facts = facts.into_iter().enumerate().map(|(n, what)| domain::calls::Fact {
            id: domain::ids::FactId::new(n.to_string()), source: SourceId::new("t"), at: w.b.now().plus(n as i64), what,
        }).collect();
        let call = domain::calls::Reported { call: CallId::new("01930000-0000-7000-8000-dddddddddddd"), facts };
        calls::report(&w.b, &w.lan, &[call]).await.unwrap();
        assert_eq!(dials(&w, &path, "agent_lan", "84901234567").await.body, json!([]), "one call a day");
        assert_ne!(dials(&w, &path, "agent_minh", "84901234567").await.body, json!([]));
        w.pass(8 * 3_600_000);
        assert_eq!(dials(&w, &path, "agent_minh", "84901234567").await.body, json!([]), "it is five in the afternoon");
        let hours = DialRefusal::Hours { from: 480, until: 1020, team: None };
        assert_eq!(calls::dial_check(&w.b, &w.minh, "0901234567").await, Err(Problem::MayNotDial(hours)));
    }
}

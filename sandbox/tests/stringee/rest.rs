//! Who may ask, and what is answered.

use super::world::{World, token, until};
use anyhow::{Context, Result};
use axum::body::Body;
use axum::http::{Method, StatusCode, header};
use sandbox::Project;
use serde_json::{Value, json};

#[tokio::test]
async fn only_a_rest_token_of_the_project_comes_in() -> Result<()> {
    let world = World::new().await?;
    let Project { key_sid, key_secret, .. } = Project::demo();
    let status = async |token: &str| -> Result<(u16, Value)> {
        let (status, _, body) = world.raw(Method::GET, "stringee/pcc/v1/agent", Body::empty(), token).await?;
        Ok((status.as_u16(), serde_json::from_slice(&body)?))
    };
    assert_eq!(status(&world.token).await?.0, 200);
    let cases = [
        (String::new(), 401, 1),
        (token(&key_sid, "another", &json!({"rest_api": true}))?, 401, 6),
        (token("SK.other", &key_secret, &json!({"rest_api": true}))?, 403, 5),
        (token(&key_sid, &key_secret, &json!({"userId": "agent_ha", "icc_api": true}))?, 401, 7),
    ];
    for (token, expected, r) in cases {
        let (status, body) = status(&token).await?;
        assert_eq!((status, &body["r"]), (expected, &json!(r)), "{body}");
    }
    let path = format!("stringee/api/v1/call/log?access_token={}", world.token);
    assert_eq!(world.raw(Method::GET, &path, Body::empty(), "").await?.0, StatusCode::OK, "in the address");
    Ok(())
}

#[tokio::test]
async fn the_demonstration_works_out_of_the_box() -> Result<()> {
    let world = World::new().await?;
    let numbers = world.get("pcc/v1/number").await?;
    assert_eq!(
        (&numbers["r"], &numbers["project"], &numbers["data"]["totalCount"]),
        (&json!(0), &json!(1), &json!("2"))
    );
    let [greets, sales] = [&numbers["data"]["numbers"][0], &numbers["data"]["numbers"][1]];
    assert_eq!(
        (&greets["number"], &greets["enable_ivr"], &greets["allow_outbound_calls"]),
        (&json!("842471000001"), &json!(1), &json!(1))
    );
    assert_eq!((&sales["number"], &sales["enable_ivr"]), (&json!("842471000002"), &json!(0)));
    let agents = world.get("pcc/v1/agent?stringee_user_id=agent_ha").await?;
    assert_eq!(agents["data"]["totalAgents"], "1");
    let agent = &agents["data"]["agents"][0];
    assert_eq!(
        (&agent["system_status"], &agent["manual_status"], &agent["online_status"]),
        (&json!(1), &json!("AVAILABLE"), &json!(0))
    );
    let settings = world.get("pcc/v1/callsettings").await?;
    assert_eq!(settings["callSetting"]["get_customer_info_timeout"], 2000);
    Ok(())
}

#[tokio::test]
async fn a_contact_centre_is_built_from_nothing() -> Result<()> {
    let world = World::new().await?;
    let made = async |path: &str, id: &str, body: Value| -> Result<String> {
        let answer = world.post(&format!("pcc/v1/{path}"), body).await?;
        anyhow::ensure!(answer["r"] == 0, "{path}: {answer}");
        Ok(answer[id].as_str().with_context(|| format!("{path}: {answer}"))?.to_owned())
    };
    let group = made("group", "groupID", json!({"name": "Kỹ thuật"})).await?;
    let agent =
        made("agent", "agentID", json!({"name": "Nam", "stringee_user_id": "agent_nam", "manual_status": "AVAILABLE"}))
            .await?;
    let queue = made("queue", "queueID", json!({"name": "Kỹ thuật", "get_list_agents_url": null})).await?;
    let pair = json!({"agent_id": agent, "group_id": group});
    let joined = world.post("pcc/v1/manage-agents-in-group", pair.clone()).await?;
    assert_eq!((&joined["message"], &joined["agentID"]), (&json!("Add agent to Group success"), &json!(agent)));
    let routing = json!({"queue_id": queue, "group_id": group, "primary_group": 1});
    let routing = made("routing-call-to-groups", "groupRoutingID", routing).await?;
    let tree = made("ivrtree", "ivrTreeID", json!({"tree_name": "Mới"})).await?;
    let node = json!({"tree": tree, "node_name": "Gốc", "node_play_mode": "talk", "node_play_content": "Bấm phím 0"});
    let root = world.post("pcc/v1/ivrnode", node.clone()).await?;
    let second = world.post("pcc/v1/ivrnode", node).await?;
    assert_eq!((&root["isRootNode"], &second["isRootNode"]), (&json!(true), &json!(false)));
    let key = json!({"node": root["ivrNodeID"], "node_key": "0", "action": 2, "queue_id": queue});
    made("ivrkeypress", "ivrNodeKeyID", key).await?;
    let number = json!({"number": "842471000003", "nickname": "Ba", "allow_outbound_calls": true, "enable_ivr": true, "ivr_menu": tree});
    let first = world.post("pcc/v1/number", number.clone()).await?;
    assert_eq!((&first["r"], &first["message"]), (&json!(0), &json!("Create number success")));
    let again = world.post("pcc/v1/number", number).await?;
    assert_eq!(
        (&again["r"], &again["message"], &again["numberID"]),
        (&json!(2), &json!("Number existed"), &first["numberID"])
    );

    let nodes = world.get(&format!("pcc/v1/ivrnode?tree={tree}")).await?;
    let node = &nodes["data"]["ivrNodes"][0];
    assert_eq!(
        (&nodes["data"]["totalCount"], &node["bargeIn"], &node["keypress_timeout"]),
        (&json!("2"), &json!(1), &json!(5))
    );
    let keys = world.get(&format!("pcc/v1/ivrkeypress?node={}", root["ivrNodeID"].as_str().context("an id")?)).await?;
    assert_eq!(keys["data"]["ivrNodeKeys"][0]["action"], 2);
    let queues = world.get(&format!("pcc/v1/queue?id={queue}")).await?;
    let row = &queues["data"]["queues"][0];
    assert_eq!(
        (&row["wrap_up_time_limit"], &row["wait_agent_answer_timeout"], &row["record_calls"]),
        (&json!(10), &json!(15), &json!(1))
    );
    let groups = world.get("pcc/v1/group?limit=1&page=2").await?;
    assert_eq!(
        (&groups["data"]["totalGroups"], &groups["data"]["currentPage"], &groups["data"]["totalPages"]),
        (&json!("2"), &json!(2), &json!(2))
    );
    assert_eq!(groups["data"]["groups"][0]["number_of_agent"], 1);

    world.control("ring", json!({"number": "0911000111", "to": "842471000003", "keys": "0"})).await?;
    until("the caller waits in the new queue", async || {
        let state = world.state().await?;
        Ok((state["calls"][0]["queue"] == "Kỹ thuật").then_some(()))
    })
    .await?;

    taken_down(&world, &Rows { group, agent, queue, routing, tree }, pair).await
}

#[tokio::test]
async fn a_project_can_be_emptied_and_filled_again() -> Result<()> {
    const LISTS: [(&str, &str); 6] = [
        ("number", "totalCount"),
        ("ivrtree", "totalCount"),
        ("queue", "totalCount"),
        ("group", "totalGroups"),
        ("agent", "totalAgents"),
        ("blacklistnumber", "totalCount"),
    ];
    let world = World::new().await?;
    let counts = async || -> Result<Vec<Value>> {
        let mut counts = Vec::new();
        for (path, count) in LISTS {
            counts.push(world.get(&format!("pcc/v1/{path}")).await?["data"][count].take());
        }
        Ok(counts)
    };
    let demonstration = counts().await?;
    assert_eq!(demonstration, ["2", "1", "2", "1", "2", "0"]);
    world.control("ring", json!({"number": "0911000112"})).await?;
    world.control("empty", json!({})).await?;
    assert_eq!(counts().await?, ["0"; 6]);
    assert_eq!(world.state().await?["calls"], json!([]), "calls have ended");
    assert_eq!(world.get("pcc/v1/callsettings").await?["callSetting"]["get_customer_info_timeout"], 2000);
    let (status, _, _) = world.raw(Method::POST, "api/reset", Body::from("{}"), "").await?;
    assert_eq!(status, StatusCode::NO_CONTENT);
    assert_eq!(counts().await?, demonstration);
    Ok(())
}

/// Ids of what was built.
struct Rows {
    group: String,
    agent: String,
    queue: String,
    routing: String,
    tree: String,
}

/// What was built is changed and removed, and what hangs on it goes with it.
async fn taken_down(world: &World, rows: &Rows, pair: Value) -> Result<()> {
    let Rows { group, agent, queue, routing, tree } = rows;
    let put = world
        .send(Method::PUT, &format!("pcc/v1/routing-call-to-groups/{routing}"), json!({"primary_group": 0}))
        .await?;
    assert_eq!(put["r"], 0);
    assert_eq!(
        world.send(Method::PUT, &format!("pcc/v1/queue/{queue}"), json!({"wait_agent_answer_timeout": 2})).await?["r"],
        1
    );
    let left = world.send(Method::DELETE, "pcc/v1/manage-agents-in-group", pair.clone()).await?;
    assert_eq!(left["r"], 0);
    assert_eq!(world.send(Method::DELETE, "pcc/v1/manage-agents-in-group", pair).await?["r"], 3);
    for path in
        [format!("agent/{agent}"), format!("group/{group}"), format!("queue/{queue}"), format!("ivrtree/{tree}")]
    {
        assert_eq!(world.send(Method::DELETE, &format!("pcc/v1/{path}"), Value::Null).await?["r"], 0, "{path}");
    }
    assert_eq!(world.get(&format!("pcc/v1/ivrnode?tree={tree}")).await?["data"]["totalCount"], "0");
    assert_eq!(world.get(&format!("pcc/v1/routing-call-to-groups?queue={queue}")).await?["data"]["totalCount"], "0");
    Ok(())
}

#[tokio::test]
async fn what_cannot_be_is_refused() -> Result<()> {
    let world = World::new().await?;
    let cases = [
        ("number", json!({"number": "842471000009"})),
        (
            "number",
            json!({"number": "842471000009", "allow_outbound_calls": true, "enable_ivr": true, "ivr_menu": "TR_none"}),
        ),
        ("ivrnode", json!({"tree": "TR_none", "node_name": "x", "node_play_mode": "talk", "node_play_content": "x"})),
        (
            "ivrnode",
            json!({"tree": "TR_WELCOME", "node_name": "x", "node_play_mode": "sing", "node_play_content": "x"}),
        ),
        ("ivrkeypress", json!({"node": "NO_WELCOME", "node_key": "10", "action": 6})),
        ("ivrkeypress", json!({"node": "NO_WELCOME", "node_key": "5", "action": 4, "next_node": "nowhere"})),
        ("queue", json!({"name": "x", "wait_agent_answer_timeout": 2})),
        ("agent", json!({"name": "x", "stringee_user_id": "x", "routing_type": 2})),
        ("blacklistnumber", json!({"number": "call me"})),
        ("routing-call-to-groups", json!({"queue_id": "x", "group_id": "GR_TEAM", "primary_group": 1})),
    ];
    for (path, body) in cases {
        let answer = world.post(&format!("pcc/v1/{path}"), body.clone()).await?;
        assert_eq!(answer["r"], 1, "{path} {body}: {answer}");
    }
    Ok(())
}

#[tokio::test]
async fn sip_telephones_greetings_and_blocked_numbers() -> Result<()> {
    let world = World::new().await?;
    let made = json!({"user_name": "1_nam", "password": "secret-1", "stringee_user_id": "agent_ha", "extension": 12});
    assert_eq!(world.post("pcc/v1/ipphonecommon", made.clone()).await?["res_create_subscriber"], true);
    assert_eq!(world.post("pcc/v1/ipphonecommon", made).await?["r"], 2);
    let found = world.get("pcc/v1/ipphonecommon?username=1_nam").await?;
    assert_eq!((&found["data"]["totalCount"], &found["data"]["rows"][0]["extension"]), (&json!("1"), &json!(12)));
    assert!(!found.to_string().contains("secret-1"), "a password is never told: {found}");
    let by_calls = world.post("api/v1/sipphone", json!({"username": "lan", "password": "secret-2"})).await?;
    assert_eq!(by_calls["sipusername"], "1_lan");
    assert_eq!(
        world.send(Method::PUT, "pcc/v1/ipphonecommon/1_nam", json!({"password": "secret-3"})).await?["msg"],
        "success"
    );
    assert_eq!(
        world.send(Method::DELETE, "pcc/v1/ipphonecommon/1_nam", Value::Null).await?["res_delete_subscriber"],
        true
    );

    let blocked = json!({"number": "+84909000222", "ivr_blocked": 1, "queue_blocked": 0});
    assert!(world.post("pcc/v1/blacklistnumber", blocked).await?["blacklistNumberID"].is_string());
    assert_eq!(world.get("pcc/v1/blacklistnumber").await?["data"]["blacklistNumbers"][0]["number"], "+84909000222");

    let path = "stringee/api/v1/greetingfile?uploadType=simple&desc=hello";
    let upload = async |body: Vec<u8>| -> Result<Value> {
        let (_, _, bytes) = world.raw(Method::POST, path, Body::from(body), &world.token).await?;
        Ok(serde_json::from_slice(&bytes)?)
    };
    assert_eq!(upload(b"not a sound".to_vec()).await?["r"], 2);
    let mut mp3 = b"ID3".to_vec();
    mp3.resize(16_000, 7);
    let uploaded = upload(mp3).await?;
    assert!(uploaded["fileSid"].is_string(), "{uploaded}");
    let files = world.get("api/v1/greetingfile").await?;
    assert_eq!((&files["data"]["total"], &files["data"]["greeting_files"][0]["desc1"]), (&json!(1), &json!("hello")));
    Ok(())
}

#[tokio::test]
async fn it_fails_as_the_panel_wants() -> Result<()> {
    let world = World::new().await?;
    world.control("rest", json!({"only": "/agent", "status": 429, "times": 1})).await?;
    let (status, headers, _) = world.raw(Method::GET, "stringee/pcc/v1/agent", Body::empty(), &world.token).await?;
    assert_eq!((status, headers.contains_key(header::RETRY_AFTER)), (StatusCode::TOO_MANY_REQUESTS, true));
    assert_eq!(world.get("pcc/v1/agent").await?["r"], 0, "once");
    world.control("rest", json!({"r": 9})).await?;
    assert_eq!(world.get("pcc/v1/queue").await?["r"], 9);
    world.control("rest", json!({"status": 503})).await?;
    let (status, _, _) = world.raw(Method::POST, "api/reset", Body::from("{}"), "").await?;
    assert!(status.is_success());
    assert_eq!(world.get("pcc/v1/queue").await?["r"], 0);
    Ok(())
}

#[tokio::test]
async fn an_answer_can_get_lost_though_what_was_asked_for_is_done() -> Result<()> {
    let world = World::new().await?;
    let lost = json!({"only": "/group", "method": "POST", "status": 502, "done": true, "times": 1});
    world.control("rest", lost).await?;
    assert_eq!(world.get("pcc/v1/group").await?["data"]["totalGroups"], "1", "only what is made is concerned");
    let made = || Body::from(json!({"name": "Ca đêm"}).to_string());
    let (status, _, _) = world.raw(Method::POST, "stringee/pcc/v1/group", made(), &world.token).await?;
    assert_eq!(status, StatusCode::BAD_GATEWAY);
    assert_eq!(world.get("pcc/v1/group").await?["data"]["totalGroups"], "2");
    world.control("rest", json!({"only": "/group", "r": 7})).await?;
    assert_eq!(world.get("pcc/v1/group").await?["r"], 7);
    world.control("rest/reset", json!({})).await?;
    assert_eq!(world.get("pcc/v1/group").await?["data"]["totalGroups"], "2", "what is set up stays");
    Ok(())
}

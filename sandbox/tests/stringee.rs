//! Stringee's REST interface over HTTP: who may ask, what is answered, what the customer's server is told.

use anyhow::{Context, Result};
use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::{HeaderMap, Method, Request, StatusCode, Uri, header};
use jsonwebtoken::{Algorithm, EncodingKey, Header};
use sandbox::{Project, Settings};
use serde_json::{Value, json};
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use tower::ServiceExt;

/// The company, and what came to the customer's server.
struct World {
    company: Router,
    token: String,
}

fn token(sid: &str, secret: &str, payload: &Value) -> Result<String> {
    let head = Header { cty: Some("stringee-api;v=1".to_owned()), ..Header::new(Algorithm::HS256) };
    let exp = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs() + 60;
    let mut claims = json!({"jti": "1", "iss": sid, "exp": exp});
    for (name, value) in payload.as_object().context("an object")? {
        claims[name] = value.clone();
    }
    Ok(jsonwebtoken::encode(&head, &claims, &EncodingKey::from_secret(secret.as_bytes()))?)
}

impl World {
    async fn new() -> Result<Self> {
        Self::with(Project::demo()).await
    }

    async fn with(project: Project) -> Result<Self> {
        let token = token(&project.key_sid, &project.key_secret, &json!({"rest_api": true}))?;
        // The company stays open for as long as the process: the router alone would not keep it.
        let settings = Settings { project, ..Settings::demo() };
        let sandbox = Box::leak(Box::new(sandbox::start(settings).await?));
        Ok(Self { company: Router::new().nest("/sandbox", sandbox.router()), token })
    }

    async fn raw(&self, method: Method, path: &str, body: Body, token: &str) -> Result<(StatusCode, HeaderMap, Bytes)> {
        let request = Request::builder()
            .method(method)
            .uri(format!("/sandbox/{path}"))
            .header(header::HOST, "crm.example:3000")
            .header(header::CONTENT_TYPE, "application/json")
            .header("X-STRINGEE-AUTH", token)
            .body(body)?;
        let answer = self.company.clone().oneshot(request).await?;
        let (head, body) = answer.into_parts();
        Ok((head.status, head.headers, axum::body::to_bytes(body, 20_000_000).await?))
    }

    async fn send(&self, method: Method, path: &str, body: Value) -> Result<Value> {
        let body = if body.is_null() { Body::empty() } else { Body::from(body.to_string()) };
        let (status, _, bytes) = self.raw(method, &format!("stringee/{path}"), body, &self.token).await?;
        anyhow::ensure!(status == StatusCode::OK, "{path}: {status} {}", String::from_utf8_lossy(&bytes));
        Ok(serde_json::from_slice(&bytes)?)
    }

    async fn get(&self, path: &str) -> Result<Value> {
        self.send(Method::GET, path, Value::Null).await
    }

    async fn post(&self, path: &str, body: Value) -> Result<Value> {
        self.send(Method::POST, path, body).await
    }

    async fn control(&self, path: &str, body: Value) -> Result<()> {
        let path = format!("api/stringee/{path}");
        let (status, _, bytes) = self.raw(Method::POST, &path, Body::from(body.to_string()), "").await?;
        anyhow::ensure!(status.is_success(), "{path}: {status} {}", String::from_utf8_lossy(&bytes));
        Ok(())
    }

    async fn state(&self) -> Result<Value> {
        let (_, _, bytes) = self.raw(Method::GET, "api/stringee/state", Body::empty(), "").await?;
        Ok(serde_json::from_slice(&bytes)?)
    }
}

async fn until<T>(what: &str, mut look: impl AsyncFnMut() -> Result<Option<T>>) -> Result<T> {
    let found = async {
        loop {
            if let Some(found) = look().await? {
                return Ok(found);
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(20), found).await.with_context(|| format!("not in time: {what}"))?
}

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
    assert_eq!(world.raw(Method::GET, &path, Body::empty(), "").await?.0, StatusCode::UNAUTHORIZED, "the header wins");
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

/// What came to a customer's server: the path with its query, the signature, the body.
type Mail = Arc<Mutex<Vec<(String, String, Value)>>>;

/// A customer's server that lets every call through, and names nobody to ring.
async fn customers_server() -> Result<(String, Mail)> {
    let mail = Mail::default();
    let take = async |State(mail): State<Mail>, uri: Uri, headers: HeaderMap, body: Bytes| {
        let signature = headers.get("x-stringee-signature").and_then(|value| value.to_str().ok()).unwrap_or_default();
        let said: Value = serde_json::from_slice(&body).unwrap_or_default();
        mail.lock().unwrap().push((uri.to_string(), signature.to_owned(), said.clone()));
        match uri.path() {
            "/hooks/agents" => axum::Json(json!({"version": 2, "calls": []})),
            _ => axum::Json(json!({})),
        }
    };
    let server = Router::new().fallback(take).with_state(mail.clone());
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    let base = format!("http://{}/hooks", listener.local_addr()?);
    tokio::spawn(async move { axum::serve(listener, server).await });
    Ok((base, mail))
}

fn told(mail: &Mail, status: &str) -> Vec<Value> {
    let mail = mail.lock().unwrap();
    mail.iter().filter(|(_, _, body)| body["call_status"] == status).map(|(_, _, body)| body.clone()).collect()
}

#[tokio::test]
async fn the_customers_server_is_asked_and_told_with_a_signature() -> Result<()> {
    let (hooks, mail) = customers_server().await?;
    let world = World::with(Project { hooks: Some(hooks), ..Project::demo() }).await?;
    world.control("ring", json!({"number": "0911000222", "to": "842471000002"})).await?;
    until("it is asked for agents", async || {
        Ok(mail.lock().unwrap().iter().any(|(uri, ..)| uri == "/hooks/agents").then_some(()))
    })
    .await?;
    world.control("hangup", json!({"number": "0911000222"})).await?;
    let ended = until("the end", async || Ok(told(&mail, "ended").into_iter().next())).await?;
    assert_eq!((&ended["endCallCause"], &ended["endedBy"]), (&json!("USER_END_CALL"), &json!("EXTERNAL")));
    let mail = mail.lock().unwrap().clone();
    let (uri, signature, _) = mail.iter().find(|(uri, ..)| uri.starts_with("/hooks/customer")).context("asked")?;
    assert_eq!(uri, "/hooks/customer?from=84911000222&to=842471000002&project=1");
    assert_eq!(signature.len(), 28, "base64 of twenty bytes");
    let (_, _, asked) = mail.iter().find(|(uri, ..)| uri == "/hooks/agents").context("asked")?;
    assert_eq!((&asked["queueId"], &asked["calls"][0]["from"]), (&json!("QU_SALES"), &json!("84911000222")));
    assert!(mail.iter().all(|(_, signature, _)| signature.len() == 28));

    let log = world.get("api/v1/call/log?version=2&from_number=84911000222").await?;
    let call = &log["data"]["calls"][0];
    assert_eq!(
        (&call["to_number"], &call["answer_time"], &call["recorded"]),
        (&json!("842471000002"), &json!(0), &json!(0))
    );
    assert_eq!(log["data"]["search_after"], json!([call["start_time"], call["id"]]));
    let next = format!(
        "api/v1/call/log?version=2&search_after=[{},%22{}%22]",
        call["start_time"],
        call["id"].as_str().context("an id")?
    );
    assert_eq!(world.get(&next).await?["data"]["calls"], json!([]));
    assert_eq!(world.get("api/v1/call/log").await?["data"]["totalCalls"], "1");
    let path = format!("stringee/api/v1/call/recording/{}", call["id"].as_str().context("an id")?);
    let recording = world.raw(Method::GET, &path, Body::empty(), &world.token).await?;
    assert_eq!(recording.0, StatusCode::BAD_REQUEST, "never recorded");
    Ok(())
}

#[tokio::test]
async fn events_get_lost_come_twice_and_overtake_each_other() -> Result<()> {
    let (hooks, mail) = customers_server().await?;
    let world = World::with(Project { hooks: Some(hooks), ..Project::demo() }).await?;
    let call = async |number: &str| -> Result<Vec<String>> {
        world.control("ring", json!({"number": number, "to": "842471000002"})).await?;
        world.control("hangup", json!({"number": number})).await?;
        until("the end", async || {
            Ok(told(&mail, "ended")
                .last()
                .filter(|body| body["from"]["number"] == json!(format!("84{}", &number[1..])))
                .map(|_| ()))
        })
        .await?;
        // the last of them may come after the end
        tokio::time::sleep(Duration::from_millis(300)).await;
        let mail = std::mem::take(&mut *mail.lock().unwrap());
        let statuses = mail.iter().filter_map(|(_, _, body)| Some(body["call_status"].as_str()?.to_owned()));
        Ok(statuses.collect())
    };
    assert_eq!(call("0911000301").await?, ["created", "ended"]);
    world.control("hooks", json!({"what": "repeat", "only": "ended"})).await?;
    assert_eq!(call("0911000302").await?, ["created", "ended", "ended"]);
    world.control("hooks", json!({"what": "lose", "only": "created"})).await?;
    assert_eq!(call("0911000303").await?, ["ended"]);
    world.control("hooks", json!({"what": "reorder", "only": "created"})).await?;
    assert_eq!(call("0911000304").await?, ["ended", "created"]);
    Ok(())
}

#[tokio::test]
async fn a_recording_is_there_after_a_while_and_in_parts() -> Result<()> {
    let (hooks, mail) = customers_server().await?;
    let world = World::with(Project { hooks: Some(hooks), ..Project::demo() }).await?;
    world.control("recordings", json!({"after_ms": 400})).await?;
    // an agent with a telephone outside, which answers and hangs up after three seconds: nobody's page is needed
    let phone = json!({"routing_type": 2, "phone_number": "84909000214"});
    assert_eq!(world.send(Method::PUT, "pcc/v1/agent/AG_0", phone).await?["r"], 0);
    assert_eq!(world.send(Method::PUT, "pcc/v1/queue/QU_SALES", json!({"get_list_agents_url": null})).await?["r"], 0);
    world.control("ring", json!({"number": "0911000333", "to": "842471000002"})).await?;
    let ended = until("the end", async || Ok(told(&mail, "ended").into_iter().next())).await?;
    let id = ended["call_id"].as_str().context("an id")?;
    assert_eq!((&ended["answerDuration"], &ended["to"]["number"]), (&json!(3), &json!("agent_ha")));
    let path = format!("stringee/api/v1/call/recording/{id}");
    let early = world.raw(Method::GET, &path, Body::empty(), &world.token).await?;
    assert_eq!(early.0, StatusCode::NOT_FOUND, "not yet");
    let (_, _, sound) = until("the recording", async || {
        let answer = world.raw(Method::GET, &path, Body::empty(), &world.token).await?;
        Ok((answer.0 == StatusCode::OK).then_some(answer))
    })
    .await?;
    assert!(sound.starts_with(b"RIFF") && sound.len() > 40_000);
    let request = Request::get(format!("/sandbox/{path}?access_token={}", world.token))
        .header(header::RANGE, "bytes=4-9")
        .body(Body::empty())?;
    let part = world.company.clone().oneshot(request).await?;
    assert_eq!(part.status(), StatusCode::PARTIAL_CONTENT);
    assert_eq!(axum::body::to_bytes(part.into_body(), 100).await?, sound.slice(4..10));
    let event = mail.lock().unwrap().iter().find(|(_, _, body)| body["recording_id"] == id).cloned();
    let (_, _, event) = event.context("told of the recording")?;
    assert!(event["recording_url"].as_str().is_some_and(|url| url.ends_with(&format!("/v1/call/recording/{id}"))));
    Ok(())
}

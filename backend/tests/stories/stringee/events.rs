//! What Stringee tells of calls, and what becomes of it together with what browsers tell.

use crate::stories;
use crate::stringee::{account, seat};
use crate::world::World;
use backend::calls;
use backend::stringee::{self, Answered, Asked};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use domain::access::Actor;
use domain::calls::{CallQuery, CallRow, Fact, Outcome, Phase, Reported, What};
use domain::ids::{CallId, FactId, SourceId};
use domain::problem::Problem;
use domain::stringee::{AccountForm, Hook};
use hmac::{Hmac, Mac};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Where the installation is.
pub(crate) const SITE: &str = "https://crm.example";
pub(crate) const CALL: &str = "call-vn-1-EHHC6JW1LT-1534145391502";
const CUSTOMER: &str = "84986776777";
const HOTLINE: &str = "842471000001";

/// Where the account is set up, nothing needs a signature, and Lan and Minh sit there: the account's part of the address.
pub(crate) async fn set_up(w: &World) -> String {
    let form = AccountForm { signed: Vec::new(), ..account() };
    let path = stringee::save(&w.b, &w.admin, &form).await.unwrap().path;
    seat(w, &w.lan, "agent_lan").await;
    seat(w, &w.minh, "agent_minh").await;
    path
}

/// A telling or question with a body.
pub(crate) async fn post(w: &World, path: &str, hook: Hook, signature: Option<&str>, body: &str) -> Answered {
    let query = BTreeMap::new();
    let (signed, body) = (body.as_bytes(), body.as_bytes());
    stringee::answer(&w.b, &Asked { account: path, hook, signature, signed, body, query: &query, site: SITE }).await
}

async fn told(w: &World, path: &str, body: &Value) {
    let answered = post(w, path, Hook::Events, None, &body.to_string()).await;
    assert_eq!((answered.status, answered.body), (200, json!({"r": 0})), "{body}");
}

/// A telling of a call that came in, so many milliseconds from now.
fn inbound(w: &World, status: &str, after: i64, agent: Option<&str>) -> Value {
    let at = w.b.now().0 + after;
    json!({
        "call_status": status, "call_id": CALL, "event_id": format!("{status}-{after}"), "timestamp_ms": at, "project_id": 25,
        "from": {"number": CUSTOMER, "alias": CUSTOMER, "type": "external"},
        "to": {"number": agent.unwrap_or(HOTLINE), "alias": HOTLINE, "type": "internal"},
        "actor": agent.unwrap_or(CUSTOMER), "actorType": if agent.is_some() { "internal" } else { "external" },
        "callCreatedReason": "EXTERNAL_CALL_IN", "endCallCause": "USER_END_CALL",
    })
}

pub(crate) async fn tell(w: &World, path: &str, told_of: &[(&str, i64, Option<&str>)]) {
    for (status, after, agent) in told_of {
        told(w, path, &inbound(w, status, *after, *agent)).await;
    }
}

pub(crate) async fn log(w: &World, who: &Actor) -> Vec<CallRow> {
    calls::list(&w.b, who, &CallQuery::default()).await.unwrap().rows
}

fn fact(w: &World, n: i64, after: i64, what: What) -> Fact {
    let at = w.b.now().plus(after);
    Fact { id: FactId::new(n.to_string()), source: SourceId::new("tab"), at, what }
}

/// What a browser saw of the same call. Its clock is a little ahead.
fn seen(w: &World) -> Reported {
    let offered = What::Offered { number: CUSTOMER.into(), hotline: Some(HOTLINE.into()), queue: None };
    let facts = vec![
        fact(w, 1, 3_400, offered),
        fact(w, 2, 3_400, What::ProviderId { id: CALL.into() }),
        fact(w, 3, 8_400, What::AgentAnswered),
        fact(w, 4, 61_400, What::Ended),
    ];
    Reported { call: CallId::new("01930000-0000-7000-8000-aaaaaaaaaaaa"), facts }
}

pub(crate) const WHOLE: [(&str, i64, Option<&str>); 5] = [
    ("created", 1_000, None),
    ("started", 2_000, Some("agent_lan")),
    ("ringing", 3_000, Some("agent_lan")),
    ("answered", 8_000, Some("agent_lan")),
    ("ended", 61_000, Some("agent_lan")),
];

stories! {
    async fn a_call_that_no_browser_saw_is_in_the_log_as_it_goes_on(w: World) {
        let path = set_up(&w).await;
        tell(&w, &path, &WHOLE[..3]).await;
        let rings = log(&w, &w.lan).await;
        assert_eq!((rings.len(), rings[0].phase, rings[0].hotline.as_deref()), (1, Phase::Ringing, Some(HOTLINE)));
        tell(&w, &path, &WHOLE[3..4]).await;
        assert_eq!(log(&w, &w.lan).await[0].phase, Phase::Talking);
        tell(&w, &path, &WHOLE[4..]).await;
        let over = log(&w, &w.lan).await;
        assert_eq!((over.len(), over[0].outcome.clone(), over[0].talk_ms), (1, Some(Outcome::Answered), 53_000));
        assert_eq!(over[0].number.as_ref().unwrap().as_str(), "+84986776777");
        assert_eq!(log(&w, &w.minh).await, [], "it was never Minh's");
        w.rows_are_their_facts(1).await;
    }

    async fn what_a_browser_saw_and_what_is_told_is_one_call_in_whatever_order(w: World) {
        let path = set_up(&w).await;
        let report = async || calls::report(&w.b, &w.lan, &[seen(&w)]).await.unwrap();
        tell(&w, &path, &WHOLE[..2]).await;
        report().await;
        // The rest, the last first and each twice.
        for one in WHOLE.iter().rev() {
            tell(&w, &path, &[*one, *one]).await;
        }
        report().await;
        let rows = log(&w, &w.lan).await;
        assert_eq!(rows.len(), 1);
        assert_eq!((rows[0].id.clone(), rows[0].outcome.clone()), (seen(&w).call, Some(Outcome::Answered)));
        assert_eq!(rows[0].talk_ms, 53_000, "where a tab saw it, its word counts, by its one clock");
        let story = calls::story(&w.b, &w.lan, &rows[0].id).await.unwrap();
        assert_eq!(story.provider_id.as_deref(), Some(CALL));
        w.rows_are_their_facts(1 + u64::from(has_trace(&w).await)).await;
    }

    async fn the_end_of_one_members_part_is_not_the_end_of_the_call(w: World) {
        let path = set_up(&w).await;
        tell(&w, &path, &[
            ("created", 1_000, None), ("ringing", 2_000, Some("agent_lan")), ("agentEnded", 12_000, Some("agent_lan")),
            ("ringing", 13_000, Some("agent_minh")), ("answered", 16_000, Some("agent_minh")),
        ]).await;
        assert_eq!(log(&w, &w.lan).await[0].outcome, Some(Outcome::Missed));
        assert_eq!(log(&w, &w.minh).await[0].phase, Phase::Talking);
        tell(&w, &path, &[("ended", 60_000, Some("agent_minh"))]).await;
        assert_eq!(log(&w, &w.minh).await[0].outcome, Some(Outcome::Answered));
        assert_eq!(log(&w, &w.lan).await[0].outcome, Some(Outcome::Missed), "she was not there for the rest");
    }

    async fn a_caller_who_gives_up_in_the_queue_was_missed_by_nobody_until_somebody_was_rung(w: World) {
        let path = set_up(&w).await;
        tell(&w, &path, &[("created", 1_000, None), ("ended", 30_000, None)]).await;
        let missed = log(&w, &w.admin).await;
        assert_eq!((missed.len(), missed[0].agent.clone(), missed[0].outcome.clone()), (1, None, Some(Outcome::Missed)));
        // What comes late: she was rung after all.
        tell(&w, &path, &[("ringing", 12_000, Some("agent_lan")), ("agentEnded", 22_000, Some("agent_lan"))]).await;
        let rows = log(&w, &w.admin).await;
        assert_eq!(rows.len(), 1, "it is there once: {rows:?}");
        assert_eq!(rows[0].agent.as_ref().unwrap().id, w.lan.id);
        w.rows_are_their_facts(2).await;
    }

    async fn a_recording_is_told_of_before_or_after_the_end(w: World) {
        let path = set_up(&w).await;
        tell(&w, &path, &WHOLE[..4]).await;
        let at = (w.b.now().0 + 61_000).to_string();
        let recording = json!({"call_id": CALL, "recording_url": "https://elsewhere.example/x.mp3", "end_time": at});
        assert_eq!(post(&w, &path, Hook::Recordings, None, &recording.to_string()).await.status, 200);
        tell(&w, &path, &WHOLE[4..]).await;
        let rows = log(&w, &w.lan).await;
        assert_eq!((rows.len(), rows[0].recorded), (1, true));
    }

    async fn only_the_provider_is_heard(w: World) {
        let path = set_up(&w).await;
        let body = inbound(&w, "created", 0, None).to_string();
        let nowhere = post(&w, "guessed", Hook::Events, None, &body).await;
        assert!(nowhere.status == 404 && nowhere.afterwards.is_none(), "and nothing is written down of it");
        stringee::save(&w.b, &w.admin, &account()).await.unwrap();
        let mut mac = Hmac::<sha1::Sha1>::new_from_slice("chữ-ký".as_bytes()).unwrap();
        mac.update(body.as_bytes());
        let signature = STANDARD.encode(mac.finalize().into_bytes());
        for wrong in [None, Some("AAAA"), Some("")] {
            assert_eq!(post(&w, &path, Hook::Events, wrong, &body).await.status, 401);
        }
        assert_eq!(post(&w, &path, Hook::Events, Some(&signature), &format!("{body} ")).await.status, 401);
        let heard = post(&w, &path, Hook::Events, Some(&signature), &body).await;
        assert_eq!(heard.status, 200);
        assert_eq!(post(&w, &path, Hook::Recordings, None, &body).await.status, 200, "not switched on there");
        assert_eq!(post(&w, &path, Hook::Recordings, None, "<html>").await.status, 400);
        stringee::keep(&w.b, &heard.afterwards.unwrap()).await.unwrap();
        let kept = stringee::deliveries(&w.b, &w.admin).await.unwrap();
        assert_eq!((kept.len(), kept[0].hook.as_str(), kept[0].status, kept[0].problem.as_deref()), (1, "events", 200, None));
        assert_eq!(stringee::deliveries(&w.b, &w.manager).await, Err(Problem::Forbidden));
    }
}

/// A call that was told of before its browser did leaves a trace that nobody sees.
async fn has_trace(w: &World) -> bool {
    calls::rederive(&w.b, calls::Mend::No).await.unwrap().checked > 1
}

//! What is asked of us, and how our answers are written.

use crate::reach::RingsAt;
use serde_json::{Value, json};

/// Callers who wait in a queue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// The queue.
    pub queue: String,
    /// The provider's id of each call, and the caller's number.
    pub calls: Vec<(String, String)>,
}

/// Reads who waits: `{queueId, projectId, calls: [{callId, from, to}]}`. `None` when that is not what it says.
pub fn waiting(body: &[u8]) -> Option<Waiting> {
    let asked: Value = serde_json::from_slice(body).ok()?;
    let queue = text(asked.get("queueId")?)?;
    let calls = asked.get("calls")?.as_array()?;
    let call = |call: &Value| {
        let from = call.get("from").and_then(text).unwrap_or_default();
        Some((text(call.get("callId")?)?, from))
    };
    Some(Waiting { queue, calls: calls.iter().map(call).collect::<Option<_>>()? })
}

/// A member whom a waiting caller is given to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offered<'a> {
    /// Their seat.
    pub seat: &'a str,
    /// Where their calls ring.
    pub rings_at: RingsAt,
    /// Their own number.
    pub phone_number: Option<&'a str>,
}

/// Whom each waiting caller is given to, the most wanted first. Everybody who was asked about is answered for.
pub fn given_to(calls: &[(&str, Vec<Offered<'_>>)], answer_timeout: i64) -> Value {
    let calls: Vec<Value> = calls
        .iter()
        .map(|(call, offered)| {
            let agents: Vec<Value> = offered.iter().map(|one| agent(one, answer_timeout)).collect();
            json!({ "callId": call, "agents": agents })
        })
        .collect();
    json!({ "version": 2, "calls": calls })
}

fn agent(offered: &Offered<'_>, answer_timeout: i64) -> Value {
    let by_number = offered.rings_at == RingsAt::Number;
    let mut agent = json!({
        "stringee_user_id": offered.seat,
        "routing_type": if by_number { 2 } else { 1 },
        "answer_timeout": answer_timeout,
    });
    if let Some(number) = offered.phone_number {
        agent["phone_number"] = json!(number);
    }
    agent
}

/// What a call out is connected to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Connected<'a> {
    /// A customer, by the digits of their number.
    Customer(&'a str),
    /// A colleague, by their seat.
    Colleague(&'a str),
}

/// The actions that make a call out: recorded, where it is said to where the recording is told of.
pub fn connect(hotline: &str, to: Connected<'_>, record_told_at: Option<&str>) -> Value {
    let (kind, number) = match to {
        Connected::Customer(number) => ("external", number),
        Connected::Colleague(seat) => ("internal", seat),
    };
    let connect = json!({
        "action": "connect",
        "from": { "type": "internal", "number": hotline, "alias": hotline },
        "to": { "type": kind, "number": number, "alias": number },
        "timeout": 60,
        "maxConnectTime": -1,
        // Without this a call between two of us would not come by where it is recorded.
        "peerToPeerCall": false,
    });
    match record_told_at {
        Some(address) => json!([{ "action": "record", "eventUrl": address, "format": "mp3" }, connect]),
        None => json!([connect]),
    }
}

/// The actions that make no call: none at all. How a refusal should look is written nowhere.
pub fn refuse() -> Value {
    json!([])
}

fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) if !text.is_empty() => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Connected, Offered, Waiting, connect, given_to, waiting};
    use crate::reach::RingsAt;
    use serde_json::json;

    #[test]
    fn the_official_question_gets_the_official_answer() {
        let body = br#"{"queueId": "queue_1", "calls": [{"callId": "call-vn-1-A", "from": "84986776777", "to": "842473082666"},
            {"callId": "call-vn-1-B", "from": "84919982888", "to": "842473082888"}], "projectId": 25}"#;
        let asked = waiting(body).unwrap();
        let call = |call: &str, from: &str| (call.to_owned(), from.to_owned());
        let calls = vec![call("call-vn-1-A", "84986776777"), call("call-vn-1-B", "84919982888")];
        assert_eq!(asked, Waiting { queue: "queue_1".into(), calls });
        let one = Offered { seat: "agent_1", rings_at: RingsAt::Number, phone_number: Some("84909992666") };
        let other = Offered { seat: "agent_2", rings_at: RingsAt::Anywhere, phone_number: None };
        let answer = given_to(&[("call-vn-1-A", vec![one, other]), ("call-vn-1-B", vec![])], 15);
        let expected = json!({"version": 2, "calls": [
            {"callId": "call-vn-1-A", "agents": [
                {"stringee_user_id": "agent_1", "phone_number": "84909992666", "routing_type": 2, "answer_timeout": 15},
                {"stringee_user_id": "agent_2", "routing_type": 1, "answer_timeout": 15},
            ]},
            {"callId": "call-vn-1-B", "agents": []},
        ]});
        assert_eq!(answer, expected);
    }

    #[test]
    fn what_is_no_question_is_none() {
        for body in [
            "",
            "[]",
            "{}",
            r#"{"queueId": "q"}"#,
            r#"{"queueId": "q", "calls": [{}]}"#,
            r#"{"queueId": "q", "calls": 1}"#,
        ] {
            assert_eq!(waiting(body.as_bytes()), None, "{body}");
        }
        assert!(waiting(br#"{"queueId": 7, "calls": []}"#).is_some());
    }

    #[test]
    fn recording_comes_before_connecting() {
        let actions = connect("842471000001", Connected::Customer("84901234567"), Some("https://a.example/x"));
        assert_eq!((&actions[0]["action"], &actions[1]["action"]), (&json!("record"), &json!("connect")));
        assert_eq!(actions[1]["to"], json!({"type": "external", "number": "84901234567", "alias": "84901234567"}));
        assert_eq!(connect("1", Connected::Colleague("agent_2"), None)[0]["to"]["type"], "internal");
    }
}

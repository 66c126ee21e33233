//! SCCO: what the customer's server answers when it is asked what to do with a call.

use serde::Deserialize;
use serde_json::Value;
use std::time::Duration;

/// What the actions come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Plan {
    /// Connect, after a `record` with recording.
    Connect(Box<Connect>),
    /// Nothing that connects; what was given as a reason, if anything.
    Refuse(Option<String>),
}

/// A `connect` action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Connect {
    pub(super) from: String,
    pub(super) to: String,
    pub(super) to_internal: bool,
    pub(super) custom_data: Option<String>,
    /// How long it may ring.
    pub(super) timeout: Duration,
    /// How long they may talk.
    pub(super) longest: Option<Duration>,
    pub(super) record: bool,
    pub(super) record_url: Option<String>,
}

#[derive(Deserialize)]
struct End {
    r#type: String,
    number: String,
}

#[derive(Deserialize)]
struct Wanted {
    from: End,
    to: End,
    #[serde(rename = "customData")]
    custom_data: Option<String>,
    timeout: Option<u64>,
    #[serde(rename = "maxConnectTime")]
    longest: Option<i64>,
}

/// Reads a JSON array of actions. `None` when it is not one; an error names the code for a `connect` that cannot be done.
pub(super) fn read(body: &str) -> Result<Plan, (i64, &'static str)> {
    const WRONG: (i64, &str) = (2, "ANSWER_URL_SCCO_INCORRECT_FORMAT");
    let actions = match serde_json::from_str(body).map_err(|_| WRONG)? {
        Value::Array(actions) => actions,
        // a refusal as an object, with its reason
        reason @ Value::Object(_) => return Ok(Plan::Refuse(Some(reason.to_string()))),
        _ => return Err(WRONG),
    };
    let named = |name: &str| actions.iter().find(|action| action["action"] == name);
    let Some(connect) = named("connect") else {
        let reason = actions.iter().find_map(|action| action["customData"].as_str());
        return Ok(Plan::Refuse(reason.map(str::to_owned)));
    };
    let wanted: Wanted = serde_json::from_value(connect.clone()).map_err(|_| WRONG)?;
    let known = |end: &End| matches!(end.r#type.as_str(), "internal" | "external");
    if !known(&wanted.to) || !known(&wanted.from) {
        return Err((3, "TO_TYPE_IS_NOT_INTERNAL_OR_EXTERNAL"));
    }
    let at = |name: &str| actions.iter().position(|action| action["action"] == name);
    let record = named("record").filter(|_| at("record") < at("connect"));
    Ok(Plan::Connect(Box::new(Connect {
        from: wanted.from.number,
        to: wanted.to.number,
        to_internal: wanted.to.r#type == "internal",
        custom_data: wanted.custom_data,
        timeout: Duration::from_secs(wanted.timeout.unwrap_or(60).clamp(1, 600)),
        longest: wanted.longest.and_then(|longest| u64::try_from(longest).ok()).map(Duration::from_secs),
        record: record.is_some(),
        record_url: record.and_then(|record| record["eventUrl"].as_str()).map(str::to_owned),
    })))
}

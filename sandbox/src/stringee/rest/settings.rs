//! `callsettings`: where the customer's server is asked and told.

use super::super::Stringee;
use super::super::centre::setup::CallSettings;
use super::{answer, misshapen};
use axum::body::Bytes;
use axum::extract::State;
use axum::routing::get;
use axum::{Json, Router};
use serde_json::{Value, json};

pub(super) fn routes() -> Router<Stringee> {
    Router::new().route("/pcc/v1/callsettings", get(show).put(change))
}

async fn show(State(stringee): State<Stringee>) -> Json<Value> {
    let mut shown = {
        let centre = stringee.centre();
        let mut shown = serde_json::to_value(&centre.setup().calls).unwrap_or_default();
        shown["account"] = json!(centre.setup().account);
        shown
    };
    shown["project"] = json!(stringee.project().id);
    answer(&stringee, 0, "success", json!({"callSetting": shown}))
}

async fn change(State(stringee): State<Stringee>, body: Bytes) -> Json<Value> {
    let Ok(Value::Object(fields)) = serde_json::from_slice(&body) else { return misshapen(&stringee) };
    let changed = {
        let mut centre = stringee.centre();
        let calls = &mut centre.setup_mut().calls;
        let mut row = serde_json::to_value(&*calls).unwrap_or_default();
        if let Value::Object(row) = &mut row {
            row.extend(fields);
        }
        serde_json::from_value::<CallSettings>(row).map(|changed| *calls = changed).is_ok()
    };
    stringee.look_around();
    if changed { answer(&stringee, 0, "Update call setting success", Value::Null) } else { misshapen(&stringee) }
}

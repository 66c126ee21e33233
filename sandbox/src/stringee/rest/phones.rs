//! Agents' SIP telephones: `ipphonecommon` of the contact centre, and `sipphone` of the Call API. Answers say `msg`.

use super::super::Stringee;
use super::super::centre::setup::SipPhone;
use super::tables::Page;
use axum::body::Bytes;
use axum::extract::{Path, Query, State};
use axum::routing::{get, put};
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::HashMap;

pub(super) fn routes() -> Router<Stringee> {
    Router::new()
        .route("/pcc/v1/ipphonecommon", get(list).post(make))
        .route("/pcc/v1/ipphonecommon/{name}", put(change).delete(remove))
        .route("/api/v1/sipphone", get(list_of_calls).post(make_of_calls))
        .route("/api/v1/sipphone/{name}", put(change).delete(remove))
}

fn said(r: i64, msg: &str, more: (&str, Value)) -> Json<Value> {
    let (name, value) = more;
    Json(json!({"r": r, "msg": msg, "message": msg, name: value}))
}

async fn list(State(stringee): State<Stringee>, Query(query): Query<HashMap<String, String>>) -> Json<Value> {
    let asked = |row: &SipPhone, name: &str| {
        let same = |known: Option<&str>, name: &str| query.get(name).is_none_or(|asked| known == Some(asked.as_str()));
        same(Some(name), "username")
            && same(row.stringee_user_id.as_deref(), "stringee_user_id")
            && same(Some(&row.extension.to_string()), "extension")
    };
    let rows = {
        let centre = stringee.centre();
        let phones = centre.setup().sip_phones.iter().filter(|(name, row)| asked(row, name));
        phones.map(|(_, row)| serde_json::to_value(row).unwrap_or_default()).collect()
    };
    let data = Page::asked(&query).show("totalCount", "rows", rows);
    said(0, "success", ("data", data))
}

async fn list_of_calls(State(stringee): State<Stringee>) -> Json<Value> {
    let rows: Vec<Value> = {
        let centre = stringee.centre();
        let phones = centre.setup().sip_phones.iter();
        phones.map(|(name, row)| json!({"username": name, "extension": row.extension, "email_address": ""})).collect()
    };
    said(0, "success", ("data", json!({"total": rows.len(), "sipphones": rows})))
}

/// A new account; either spelling of the name.
#[derive(Deserialize)]
struct Made {
    #[serde(alias = "username")]
    user_name: String,
    password: String,
    stringee_user_id: Option<String>,
    #[serde(default)]
    extension: u64,
}

/// Puts it there, and says its whole name.
fn create(stringee: &Stringee, made: Made) -> Result<String, &'static str> {
    let prefix = format!("{}_", stringee.project().id);
    let name = if made.user_name.starts_with(&prefix) { made.user_name } else { format!("{prefix}{}", made.user_name) };
    let plain = name.chars().all(|letter| letter.is_ascii_alphanumeric() || "_-.".contains(letter));
    if !plain || made.password.len() < 6 {
        return Err("User name or password invalid");
    }
    {
        let mut centre = stringee.centre();
        let phones = &mut centre.setup_mut().sip_phones;
        if phones.get(&name).is_some() {
            return Err("User name existed");
        }
        let user_name = name.clone();
        let (stringee_user_id, extension) = (made.stringee_user_id, made.extension);
        phones.insert(&name, SipPhone { user_name, password: made.password, stringee_user_id, extension });
    }
    stringee.know_sip_phones();
    Ok(name)
}

async fn make(State(stringee): State<Stringee>, body: Bytes) -> Json<Value> {
    let Ok(made) = serde_json::from_slice(&body) else {
        return said(1, "Could not decode POST data", ("res_create_subscriber", json!(false)));
    };
    match create(&stringee, made) {
        Ok(_) => said(0, "success", ("res_create_subscriber", json!(true))),
        Err(why) => said(2, why, ("res_create_subscriber", json!(false))),
    }
}

async fn make_of_calls(State(stringee): State<Stringee>, body: Bytes) -> Json<Value> {
    let Ok(made) = serde_json::from_slice(&body) else {
        return said(1, "Could not decode POST data", ("sipusername", Value::Null));
    };
    match create(&stringee, made) {
        Ok(name) => said(0, "success", ("sipusername", json!(name))),
        Err(why) => said(2, why, ("sipusername", Value::Null)),
    }
}

#[derive(Deserialize)]
struct Changed {
    password: Option<String>,
    stringee_user_id: Option<String>,
    extension: Option<u64>,
}

async fn change(State(stringee): State<Stringee>, Path(name): Path<String>, body: Bytes) -> Json<Value> {
    let no = |r, why| said(r, why, ("res_update_subscriber", json!(false)));
    let Ok(changed) = serde_json::from_slice::<Changed>(&body) else { return no(1, "Could not decode POST data") };
    {
        let mut centre = stringee.centre();
        let Some(phone) = centre.setup_mut().sip_phones.get_mut(&name) else { return no(3, "Not found") };
        phone.password = changed.password.unwrap_or_else(|| phone.password.clone());
        phone.stringee_user_id = changed.stringee_user_id.or_else(|| phone.stringee_user_id.clone());
        phone.extension = changed.extension.unwrap_or(phone.extension);
    }
    stringee.know_sip_phones();
    said(0, "success", ("res_update_subscriber", json!(true)))
}

async fn remove(State(stringee): State<Stringee>, Path(name): Path<String>) -> Json<Value> {
    let removed = stringee.centre().setup_mut().sip_phones.remove(&name).is_some();
    stringee.know_sip_phones();
    match removed {
        true => said(0, "success", ("res_delete_subscriber", json!(true))),
        false => said(3, "Not found", ("res_delete_subscriber", json!(false))),
    }
}

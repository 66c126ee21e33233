//! What every kind of row has in common: list, make, change, remove.

use super::super::Stringee;
use super::super::centre::Centre;
use super::super::centre::setup::{
    Agent, Blocked, Group, Key, Member, Node, Number, Queue, Routing, Setup, Table, Tree,
};
use super::{answer, misshapen};
use axum::body::Bytes;
use axum::extract::{Path, Query, State};
use axum::routing::{get, put};
use axum::{Json, Router};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::collections::HashMap;

/// Why a row is not taken: the code, in words, and what goes with it.
pub(super) type Refused = (i64, &'static str, Value);

/// A kind of row.
pub(super) trait Row: Serialize + DeserializeOwned + Clone + Send + Sync + 'static {
    /// Its address.
    const PATH: &'static str;
    /// What it is called in messages.
    const NAME: &'static str;
    /// Where the list is in an answer.
    const LIST: &'static str;
    /// Where the count is in an answer.
    const COUNT: &'static str = "totalCount";
    /// Where a new row's id is in an answer.
    const ID: &'static str;
    /// How its ids begin.
    const PREFIX: &'static str;
    /// By what a list can be narrowed: the name in the query, the name in the row.
    const FILTERS: &'static [(&'static str, &'static str)] = &[];

    /// Where its rows are.
    fn table(setup: &Setup) -> &Table<Self>;
    /// Where its rows are, to be changed.
    fn table_mut(setup: &mut Setup) -> &mut Table<Self>;

    /// May this row be there, at this id if it is not new?
    fn check(&self, _: &Setup, _: Option<&str>) -> Result<(), Refused> {
        Ok(())
    }

    /// It has been made: what follows, and what the answer says of it.
    fn made(&self, _: &mut Setup, _: &str) -> Value {
        Value::Null
    }

    /// It has been removed: what follows.
    fn gone(_: &mut Setup, _: &str) {}

    /// What a list says beside the row itself.
    fn more(&self, _: &Centre, _: &str) -> Value {
        Value::Null
    }
}

pub(super) fn routes() -> Router<Stringee> {
    Router::new()
        .merge(of::<Number>())
        .merge(of::<Tree>())
        .merge(of::<Node>())
        .merge(of::<Key>())
        .merge(of::<Queue>())
        .merge(of::<Group>())
        .merge(of::<Routing>())
        .merge(of::<Agent>())
        .merge(of::<Blocked>())
        .route(
            &format!("/pcc/v1/{}", Member::PATH),
            get(list::<Member>).post(make::<Member>).delete(super::rows::leave_group),
        )
}

fn of<T: Row>() -> Router<Stringee> {
    let all = format!("/pcc/v1/{}", T::PATH);
    Router::new()
        .route(&all, get(list::<T>).post(make::<T>))
        .route(&format!("{all}/{{id}}"), put(change::<T>).delete(remove::<T>))
}

/// The part of a list that is on a page.
pub(super) struct Page {
    number: usize,
    limit: usize,
}

impl Page {
    pub(super) fn asked(query: &HashMap<String, String>) -> Self {
        let number = |name: &str, usual: usize| query.get(name).and_then(|text| text.parse().ok()).unwrap_or(usual);
        Self { number: number("page", 1).max(1), limit: number("limit", 50).clamp(1, 100) }
    }

    /// The data of an answer; counts are text there.
    pub(super) fn show(&self, count: &str, list: &str, rows: Vec<Value>) -> Value {
        let total = rows.len();
        let first = (self.number - 1).saturating_mul(self.limit);
        let shown: Vec<Value> = rows.into_iter().skip(first).take(self.limit).collect();
        json!({
            count: total.to_string(),
            "totalPages": total.div_ceil(self.limit),
            "currentPage": self.number,
            "limit": self.limit,
            list: shown,
        })
    }
}

async fn list<T: Row>(State(stringee): State<Stringee>, Query(query): Query<HashMap<String, String>>) -> Json<Value> {
    let rows = {
        let centre = stringee.centre();
        let shown = T::table(centre.setup()).iter().map(|(id, row)| show(&centre, id, row));
        shown.filter(|row| wanted::<T>(&query, row)).collect()
    };
    let data = Page::asked(&query).show(T::COUNT, T::LIST, rows);
    answer(&stringee, 0, "success", json!({"data": data}))
}

fn wanted<T: Row>(query: &HashMap<String, String>, row: &Value) -> bool {
    let filters = T::FILTERS.iter().chain(&[("id", "id")]);
    filters.into_iter().all(|(name, field)| query.get(*name).is_none_or(|asked| row[field] == asked.as_str()))
}

fn show<T: Row>(centre: &Centre, id: &str, row: &T) -> Value {
    let setup = centre.setup();
    let mut shown = serde_json::to_value(row).unwrap_or_default();
    if let Value::Object(fields) = &mut shown {
        fields.insert("id".to_owned(), json!(id));
        fields.insert("account".to_owned(), json!(setup.account));
        fields.insert("project".to_owned(), json!(setup.project));
        if let Value::Object(more) = row.more(centre, id) {
            fields.extend(more);
        }
    }
    shown
}

async fn make<T: Row>(State(stringee): State<Stringee>, body: Bytes) -> Json<Value> {
    let Ok(row) = serde_json::from_slice::<T>(&body) else { return misshapen(&stringee) };
    let made = {
        let mut centre = stringee.centre();
        let setup = centre.setup_mut();
        row.check(setup, None).map(|()| {
            let id = new_id(T::PREFIX);
            T::table_mut(setup).insert(&id, row.clone());
            let mut more = row.made(setup, &id);
            if !more.is_object() {
                more = json!({});
            }
            more[T::ID] = json!(id);
            more
        })
    };
    stringee.look_around();
    match made {
        Ok(more) => answer(&stringee, 0, &format!("Create {} success", T::NAME), more),
        Err((r, why, more)) => answer(&stringee, r, why, more),
    }
}

/// Changes the fields that are given.
async fn change<T: Row>(State(stringee): State<Stringee>, Path(id): Path<String>, body: Bytes) -> Json<Value> {
    let Ok(Value::Object(fields)) = serde_json::from_slice(&body) else { return misshapen(&stringee) };
    let changed = {
        let mut centre = stringee.centre();
        let setup = centre.setup_mut();
        match T::table(setup).get(&id).map(serde_json::to_value) {
            Some(Ok(Value::Object(mut row))) => {
                row.extend(fields);
                match serde_json::from_value::<T>(Value::Object(row)) {
                    Ok(row) => row.check(setup, Some(&id)).map(|()| T::table_mut(setup).insert(&id, row)),
                    Err(_) => Err((1, "Could not decode POST data", Value::Null)),
                }
            }
            _ => Err((3, "Not found", Value::Null)),
        }
    };
    stringee.look_around();
    match changed {
        Ok(()) => answer(&stringee, 0, &format!("Update {} success", T::NAME), Value::Null),
        Err((r, why, more)) => answer(&stringee, r, why, more),
    }
}

async fn remove<T: Row>(State(stringee): State<Stringee>, Path(id): Path<String>) -> Json<Value> {
    let removed = {
        let mut centre = stringee.centre();
        let setup = centre.setup_mut();
        let removed = T::table_mut(setup).remove(&id).is_some();
        if removed {
            T::gone(setup, &id);
        }
        removed
    };
    stringee.look_around();
    match removed {
        true => answer(&stringee, 0, &format!("Delete {} success", T::NAME), Value::Null),
        false => answer(&stringee, 3, "Not found", Value::Null),
    }
}

/// An id as the company makes them: a prefix and sixteen letters.
pub(super) fn new_id(prefix: &str) -> String {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    let letters: String = (0..16).map(|_| char::from(LETTERS[rand::random_range(0..LETTERS.len())])).collect();
    format!("{prefix}{letters}")
}

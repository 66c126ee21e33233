//! Entries as pages show them: no JSON, and nothing that nobody has words for.

use crate::db::audit::EventRow;
use domain::audit::{Changed, Event};
use domain::ids::StaffId;
use domain::rights::Grant;
use domain::staff::StaffRef;
use domain::times::Millis;
use serde::Deserialize;
use serde_json::Value;

/// What is told of an entry besides its changes, where it is there.
const FACTS: [&str; 7] = ["owner", "rows", "whole", "number", "address", "email", "role"];

/// A right that was decided otherwise, as it is stored.
#[derive(Deserialize)]
struct Decided {
    of: Grant,
    was: String,
}

pub(super) fn event(row: EventRow) -> Event {
    let details: Value = serde_json::from_str(&row.details).unwrap_or(Value::Null);
    let who = row.staff_id.map(|id| StaffRef { id: StaffId::new(id), name: row.staff_name.unwrap_or_default() });
    Event {
        id: row.id,
        at: Millis(row.at),
        who,
        subject: Event::subject_of(&row.subject),
        name: row.name,
        changes: changes(&details),
        facts: FACTS.iter().filter_map(|word| fact(&details, word)).collect(),
        action: row.action,
    }
}

fn changes(details: &Value) -> Vec<Changed> {
    let all = details.get("changes").and_then(Value::as_array);
    all.into_iter().flatten().filter_map(changed).collect()
}

/// A change of a record, or of the table of rights.
fn changed(one: &Value) -> Option<Changed> {
    if let Ok(decided) = serde_json::from_value::<Decided>(one.clone()) {
        let Grant { role, entity, deed, reach } = decided.of;
        let field = format!("right.{}.{}.{}", role.as_str(), entity.as_str(), deed.as_str());
        return Some(Changed { field, from: decided.was, to: reach.as_str().to_owned() });
    }
    serde_json::from_value(one.clone()).ok()
}

fn fact(details: &Value, word: &str) -> Option<(String, String)> {
    let is = match details.get(word)? {
        Value::String(text) if !text.is_empty() => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Bool(yes) => yes.to_string(),
        _ => return None,
    };
    Some((word.to_owned(), is))
}

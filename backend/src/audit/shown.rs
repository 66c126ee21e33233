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
const FACTS: [&str; 8] = ["owner", "rows", "records", "whole", "number", "address", "email", "role"];

/// The address of an entry of the directory: nobody came from there, calls go there.
const REACHED_AT: &str = "reached_at";

/// A right that was decided otherwise, as it is stored.
#[derive(Deserialize)]
struct Decided {
    of: Grant,
    was: String,
}

pub(super) fn event(row: EventRow) -> Event {
    let details: Value = serde_json::from_str(&row.details).unwrap_or(Value::Null);
    let who = row.staff_id.map(|id| StaffRef { id: StaffId::new(id), name: row.staff_name.unwrap_or_default() });
    let leads_there = row.action.starts_with("directory.");
    let named = |(word, is): (String, String)| match word.as_str() {
        "address" if leads_there => (REACHED_AT.to_owned(), is),
        _ => (word, is),
    };
    Event {
        id: row.id,
        at: Millis(row.at),
        who,
        subject: Event::subject_of(&row.subject),
        name: row.name,
        changes: changes(&details),
        facts: FACTS.iter().filter_map(|word| fact(&details, word)).map(named).collect(),
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

#[cfg(test)]
mod tests {
    use super::{EventRow, event};

    #[test]
    fn an_entry_of_the_directory_has_no_sender() {
        let facts = |action: &str| {
            event(EventRow {
                id: "1".to_owned(),
                at: 0,
                staff_id: None,
                staff_name: None,
                action: action.to_owned(),
                subject: String::new(),
                name: String::new(),
                details: r#"{"address":"5003","records":2,"secret":"s"}"#.to_owned(),
            })
            .facts
        };
        let pair = |word: &str, is: &str| (word.to_owned(), is.to_owned());
        assert_eq!(facts("directory.added"), [pair("records", "2"), pair("reached_at", "5003")]);
        assert_eq!(facts("sign_in.done"), [pair("records", "2"), pair("address", "5003")]);
    }
}

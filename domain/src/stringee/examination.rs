//! What an examination of the account finds: everything that must be right for calls to come and go.

use super::Hook;
use super::centre::is_yes;
use crate::telephone::{HotlineSettings, TelephoneProblem};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// One thing that was looked at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// What.
    pub of: Examined,
    /// What is wrong with it; `None` when it is right.
    pub wrong: Option<Wrong>,
}

/// What must be right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Examined {
    /// The key, at the contact centre.
    Centre,
    /// The key, at the service for calls.
    CallApi,
    /// One of our numbers: digits.
    Hotline(String),
    /// A member's seat.
    Seat {
        /// Its name at the provider.
        seat: String,
        /// The member's name.
        member: String,
    },
    /// The address of [`Hook::Agents`] in a queue of this name.
    Queue(String),
    /// One of the addresses in the call settings.
    Hook(Hook),
}

/// What can be wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Wrong {
    /// The service refuses, or does not answer.
    Service(TelephoneProblem),
    /// The provider does not know it.
    NotThere,
    /// We want to call out of it, and the provider does not let us.
    CallsNotOut,
    /// The provider has no address.
    NotSet,
    /// The provider has another address.
    Elsewhere,
}

/// What we have.
#[derive(Clone, Debug, Default)]
pub struct Ours {
    /// Our numbers.
    pub hotlines: Vec<HotlineSettings>,
    /// The seats of members who may sign in, and their names.
    pub seats: Vec<(String, String)>,
    /// The unguessable part of our addresses.
    pub path: String,
}

/// What the contact centre has: rows of its lists, as they came.
#[derive(Clone, Debug, Default)]
pub struct Theirs {
    /// Its numbers.
    pub numbers: Vec<Value>,
    /// Its agents.
    pub agents: Vec<Value>,
    /// Its queues.
    pub queues: Vec<Value>,
    /// The call settings.
    pub settings: Value,
}

/// Everything that both must agree on.
pub fn compare(ours: &Ours, theirs: &Theirs) -> Vec<Finding> {
    let hotlines = ours.hotlines.iter().map(|one| hotline(one, &theirs.numbers));
    let seats = ours.seats.iter().map(|(seat, member)| Finding {
        of: Examined::Seat { seat: seat.clone(), member: member.clone() },
        wrong: find(&theirs.agents, "stringee_user_id", seat).is_none().then_some(Wrong::NotThere),
    });
    let queues = theirs.queues.iter().map(|queue| Finding {
        of: Examined::Queue(text(&queue["name"]).to_owned()),
        wrong: address(&queue[Hook::Agents.setting()], Hook::Agents, ours),
    });
    let hooks = [Hook::Callout, Hook::Customer, Hook::Events]
        .into_iter()
        .map(|hook| Finding { of: Examined::Hook(hook), wrong: address(&theirs.settings[hook.setting()], hook, ours) });
    hotlines.chain(seats).chain(queues).chain(hooks).collect()
}

fn hotline(ours: &HotlineSettings, numbers: &[Value]) -> Finding {
    let wrong = match find(numbers, "number", &ours.number) {
        None => Some(Wrong::NotThere),
        Some(row) if ours.can_call_out && !is_yes(&row["allow_outbound_calls"]) => Some(Wrong::CallsNotOut),
        Some(_) => None,
    };
    Finding { of: Examined::Hotline(ours.number.clone()), wrong }
}

/// An address is ours whatever the host is called: people reach a server by several names.
fn address(theirs: &Value, hook: Hook, ours: &Ours) -> Option<Wrong> {
    match text(theirs) {
        "" => Some(Wrong::NotSet),
        address if address.ends_with(&hook.path(&ours.path)) => None,
        _ => Some(Wrong::Elsewhere),
    }
}

/// The row that says this in a field; numbers may come with a plus.
fn find<'r>(rows: &'r [Value], field: &str, wanted: &str) -> Option<&'r Value> {
    rows.iter().find(|row| text(&row[field]).trim_start_matches('+') == wanted)
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default().trim()
}

#[cfg(test)]
mod tests {
    use super::{Examined, Finding, Hook, Ours, Theirs, Wrong, compare};
    use crate::telephone::HotlineSettings;
    use serde_json::json;

    fn hotline(number: &str, can_call_out: bool) -> HotlineSettings {
        HotlineSettings { number: number.into(), name: number.into(), can_call_out, record: false }
    }

    fn wrong(findings: &[Finding], of: &Examined) -> Option<Wrong> {
        findings.iter().find(|finding| finding.of == *of).expect("it was looked at").wrong.clone()
    }

    #[test]
    fn each_thing_is_right_or_says_why_not() {
        let ours = Ours {
            hotlines: vec![
                hotline("842471000001", true),
                hotline("842471000002", true),
                hotline("842471000009", false),
            ],
            seats: vec![("agent_ha".into(), "Hà".into()), ("agent_x".into(), "Xuân".into())],
            path: "abc".into(),
        };
        let theirs = Theirs {
            numbers: vec![
                json!({"number": "842471000001", "allow_outbound_calls": 1}),
                json!({"number": "+842471000002", "allow_outbound_calls": 0}),
            ],
            agents: vec![json!({"stringee_user_id": "agent_ha"})],
            queues: vec![
                json!({"name": "Bán hàng", "get_list_agents_url": "https://crm.example/hooks/stringee/abc/agents"}),
                json!({"name": "Chăm sóc", "get_list_agents_url": null}),
            ],
            settings: json!({
                "event_url": "https://crm.example/hooks/stringee/abc/events",
                "callout_answer_url": "https://crm.example/hooks/stringee/old/callout",
                "get_customer_info_url": "",
            }),
        };
        let found = compare(&ours, &theirs);
        let number = |digits: &str| wrong(&found, &Examined::Hotline(digits.into()));
        assert_eq!(number("842471000001"), None);
        assert_eq!(number("842471000002"), Some(Wrong::CallsNotOut));
        assert_eq!(number("842471000009"), Some(Wrong::NotThere));
        let seat = |seat: &str, member: &str| Examined::Seat { seat: seat.into(), member: member.into() };
        assert_eq!(wrong(&found, &seat("agent_ha", "Hà")), None);
        assert_eq!(wrong(&found, &seat("agent_x", "Xuân")), Some(Wrong::NotThere));
        assert_eq!(wrong(&found, &Examined::Queue("Bán hàng".into())), None);
        assert_eq!(wrong(&found, &Examined::Queue("Chăm sóc".into())), Some(Wrong::NotSet));
        assert_eq!(wrong(&found, &Examined::Hook(Hook::Events)), None);
        assert_eq!(wrong(&found, &Examined::Hook(Hook::Callout)), Some(Wrong::Elsewhere));
        assert_eq!(wrong(&found, &Examined::Hook(Hook::Customer)), Some(Wrong::NotSet));
    }
}

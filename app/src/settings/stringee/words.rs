//! Stringee's settings in the viewer's words.

use crate::components::words;
use crate::texts::t;
use domain::stringee::{Examined, Hook, Wrong};

/// What one of the addresses is for.
pub(super) fn hook(hook: Hook) -> &'static str {
    let words = &t().settings.stringee;
    match hook {
        Hook::Agents => words.hook_agents,
        Hook::Callout => words.hook_callout,
        Hook::Customer => words.hook_customer,
        Hook::Events => words.hook_events,
        Hook::Recordings => words.hook_recordings,
    }
}

/// Where an address is to be filled in at the provider.
pub(super) fn place(hook: Hook) -> String {
    let words = &t().settings.stringee;
    match hook {
        Hook::Agents => (words.in_each_queue)(hook.setting()),
        Hook::Callout | Hook::Customer | Hook::Events => (words.in_call_settings)(hook.setting()),
        Hook::Recordings => words.by_itself.to_owned(),
    }
}

/// What was looked at.
pub(super) fn examined(of: &Examined) -> String {
    let words = &t().settings.stringee;
    match of {
        Examined::Centre => words.examined_centre.to_owned(),
        Examined::CallApi => words.examined_call_api.to_owned(),
        Examined::Hotline(number) => (words.examined_hotline)(number),
        Examined::Seat { seat, member } => (words.examined_seat)(seat, member),
        Examined::Queue(name) => (words.examined_queue)(name),
        Examined::Hook(address) => hook(*address).to_owned(),
    }
}

/// What is wrong with it, and what to do.
pub(super) fn wrong(wrong: &Wrong) -> String {
    let words = &t().settings.stringee;
    match wrong {
        Wrong::Service(problem) => words::telephone(problem).to_owned(),
        Wrong::NotThere => words.not_there.to_owned(),
        Wrong::CallsNotOut => words.calls_not_out.to_owned(),
        Wrong::NotSet => words.not_set.to_owned(),
        Wrong::Elsewhere => words.elsewhere.to_owned(),
    }
}

/// Why a question was not answered as it should be; a word that is not known is shown as it is.
pub(super) fn delivery_problem(problem: &str) -> String {
    let words = &t().settings.stringee;
    match problem {
        "signature" => words.problem_signature,
        "unreadable" => words.problem_unreadable,
        "no call" => words.problem_no_call,
        "unavailable" => words.problem_unavailable,
        "slow" => words.problem_slow,
        "no number" => words.problem_no_number,
        "not decided" => words.problem_not_decided,
        "refused: role" => words.refused_role,
        "refused: not ours" => words.refused_not_ours,
        "refused: not a number" => words.refused_not_a_number,
        "refused: do not call" => words.refused_unwanted,
        "refused: hours" => words.refused_hours,
        "refused: the member's cap" => words.refused_members_cap,
        "refused: the number's cap" => words.refused_numbers_cap,
        "refused: blocked" => words.refused_blocked,
        "refused: international" => words.refused_international,
        "refused: unknown" => words.refused_unknown,
        other => other,
    }
    .to_owned()
}

//! Who is told of what.

use domain::access::Scope;
use domain::calls::Presence;
use domain::dial_policy::DialRefusal;
use domain::floor::{FloorMember, Status, Today};
use domain::ids::{CallId, StaffId, TeamId};
use domain::live::{Change, Listener, Push};
use domain::rights::Numbers;
use domain::staff::StaffRef;
use domain::teams::TeamRef;
use domain::times::Millis;
use domain::voice::LineReport;

fn staff(id: &str) -> StaffId {
    StaffId::new(id)
}

fn team(id: &str) -> TeamId {
    TeamId::new(id)
}

/// An agent of the north, the north's manager, an admin.
fn listeners() -> [(&'static str, Listener); 3] {
    let listener = |who: &str, team, scope, sees_floor| Listener {
        who: staff(who),
        team,
        scope,
        sees_floor,
        numbers: Numbers::Whole,
    };
    [
        ("agent", listener("lan", Some(team("north")), Scope::Own(staff("lan")), false)),
        ("manager", listener("ha", None, Scope::Teams(staff("ha"), vec![team("north")]), true)),
        ("admin", listener("admin", None, Scope::All, true)),
    ]
}

/// Who of them is told of a change.
fn told(change: &Change) -> Vec<&'static str> {
    listeners().into_iter().filter(|(_, one)| one.push(change).is_some()).map(|(name, _)| name).collect()
}

fn call(agent: Option<&str>, of: Option<&str>) -> Change {
    Change::Call { call: CallId::new("c"), agent: agent.map(staff), team: of.map(team), rings: true }
}

#[test]
fn calls_are_told_within_scope() {
    assert_eq!(told(&call(Some("lan"), Some("north"))), ["agent", "manager", "admin"]);
    assert_eq!(told(&call(Some("minh"), Some("north"))), ["manager", "admin"]);
    assert_eq!(told(&call(Some("minh"), Some("south"))), ["admin"]);
    assert_eq!(told(&call(None, None)), ["admin"]);
    assert_eq!(told(&call(Some("ha"), None)), ["manager", "admin"]);
}

#[test]
fn the_contact_centre_is_told_to_whoever_runs_it() {
    assert_eq!(told(&Change::Centre), ["admin"]);
}

#[test]
fn a_voice_is_told_to_its_member_only() {
    assert_eq!(told(&Change::Voice { member: staff("lan"), fence: 3 }), ["agent"]);
}

#[test]
fn a_refused_call_out_is_told_to_its_member_only() {
    let refusal = DialRefusal::International;
    assert_eq!(told(&Change::DialRefused { member: staff("lan"), refusal }), ["agent"]);
}

#[test]
fn missed_calls_are_told_to_whoever_works_them() {
    let missed = |of: Option<&str>, owner: Option<&str>| Change::Missed { team: of.map(team), owner: owner.map(staff) };
    assert_eq!(told(&missed(Some("north"), None)), ["agent", "manager", "admin"]);
    assert_eq!(told(&missed(Some("south"), Some("lan"))), ["agent", "admin"]);
    assert_eq!(told(&missed(Some("south"), None)), ["admin"]);
    assert_eq!(told(&missed(None, None)), ["admin"]);
}

#[test]
fn whoever_may_have_missed_something_asks_and_is_asked_who_they_are() {
    assert_eq!(told(&Change::Everything), ["agent", "manager", "admin"]);
    let account = Change::Account { member: staff("lan") };
    assert!(told(&account).is_empty());
    let concerned: Vec<bool> = listeners().iter().map(|(_, one)| one.is_concerned(&account)).collect();
    assert_eq!(concerned, [true, false, false]);
    assert!(listeners().iter().all(|(_, one)| one.is_concerned(&Change::Everything)));
}

#[test]
fn the_floor_shows_nobody_whom_one_may_not_see() {
    let member = |id: &str, of: Option<&str>| FloorMember {
        member: StaffRef { id: staff(id), name: id.into() },
        team: of.map(|id| TeamRef { id: team(id), name: id.into() }),
        status: Status::Ready,
        since: None,
        at: Millis(1),
        line: LineReport { connected: true, presence: Some(Presence::Online), device: None },
        reach: None,
        call: None,
        today: Today::default(),
    };
    let all = [member("lan", Some("north")), member("minh", Some("south")), member("ha", None)];
    let seen = |one: &Listener| match one.floor(Millis(1), &all) {
        Some(Push::Floor(update)) => update.members.into_iter().map(|one| one.member.name).collect(),
        _ => Vec::new(),
    };
    let [(_, agent), (_, manager), (_, admin)] = listeners();
    assert!(seen(&agent).is_empty(), "an agent sees not even oneself there");
    assert_eq!(seen(&manager), ["lan", "ha"]);
    assert_eq!(seen(&admin), ["lan", "minh", "ha"]);
    assert_eq!(manager.floor(Millis(1), &all[1..2]), None, "nothing is told where there is nothing to see");
}

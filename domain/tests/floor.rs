//! What a member does, derived from what is known of them; and what silence of a tab comes to.

use domain::calls::{Direction, Phase, Presence, What};
use domain::contact::{Contact, Patience};
use domain::floor::{Floor, FloorMember, FloorUpdate, Known, Running, Status, Today, status};
use domain::ids::{CallId, StaffId};
use domain::staff::StaffRef;
use domain::times::{MINUTE, Millis, SECOND};
use domain::voice::{LOST_AFTER, LineReport};

const NOW: Millis = Millis(10_000_000);

fn line(connected: bool, presence: Presence) -> LineReport {
    LineReport { connected, presence: Some(presence), device: None }
}

fn running(call: &str, phase: Phase) -> Running {
    Running { call: CallId::new(call), direction: Direction::Inbound, phase, held: false, lost: false }
}

/// The status of a member who is heard of, with a line that takes calls.
fn with(calls: &[Running]) -> (Status, Option<String>) {
    let line = line(true, Presence::Online);
    let known = Known { heard_at: Some(NOW), line: &line, calls, wrap_up: None };
    let (status, call) = status(known, NOW);
    (status, call.map(|call| call.to_string()))
}

#[test]
fn a_member_without_a_call() {
    let wrap_up = CallId::new("c");
    let alone = |heard: Option<i64>, line: &LineReport, wrap_up| {
        let heard_at = heard.map(|ago| NOW.plus(-ago));
        status(Known { heard_at, line, calls: &[], wrap_up }, NOW).0
    };
    let online = line(true, Presence::Online);
    assert_eq!(alone(None, &online, None), Status::Offline);
    assert_eq!(alone(Some(LOST_AFTER), &online, Some(&wrap_up)), Status::Offline);
    assert_eq!(alone(Some(LOST_AFTER - 1), &online, None), Status::Ready);
    assert_eq!(alone(Some(0), &online, Some(&wrap_up)), Status::WrapUp);
    for away in [line(false, Presence::Online), line(true, Presence::Offline), line(true, Presence::NoAnswer)] {
        assert_eq!(alone(Some(0), &away, None), Status::Away);
    }
}

#[test]
fn a_member_with_calls() {
    let ringing = running("r", Phase::Ringing);
    let talking = running("t", Phase::Talking);
    let held = Running { held: true, ..running("h", Phase::Talking) };
    let dialing = Running { direction: Direction::Outbound, ..running("d", Phase::Ringing) };
    let lost = Running { lost: true, ..running("l", Phase::Talking) };
    let is = |status, call: &str| (status, Some(call.to_owned()));
    assert_eq!(with(std::slice::from_ref(&ringing)), is(Status::Ringing, "r"));
    assert_eq!(with(std::slice::from_ref(&dialing)), is(Status::Dialing, "d"));
    assert_eq!(with(&[held.clone(), ringing.clone()]), is(Status::OnHold, "h"));
    assert_eq!(with(&[ringing, talking, held]), is(Status::Talking, "t"));
    assert_eq!(with(&[lost.clone(), dialing]), is(Status::Dialing, "d"));
    assert_eq!(with(&[lost]), is(Status::LostContact, "l"));
}

#[test]
fn a_call_of_a_member_who_is_not_heard_of_is_out_of_contact() {
    let calls = [running("t", Phase::Talking)];
    for heard_at in [None, Some(NOW.plus(-LOST_AFTER))] {
        let known = Known { heard_at, line: &LineReport::default(), calls: &calls, wrap_up: None };
        assert_eq!(status(known, NOW), (Status::LostContact, Some(CallId::new("t"))));
    }
}

#[test]
fn every_status_survives_the_database() {
    for (place, status) in Status::ALL.into_iter().enumerate() {
        assert_eq!((Status::from_stored(status.as_str()), status.rank()), (Some(status), place));
    }
    assert_eq!(Status::from_stored("asleep"), None);
}

/// What is concluded from a call whose tab was last heard of so long ago.
fn concluded(phase: Phase, lost: bool, ago: i64) -> Option<What> {
    let heard_at = NOW.plus(-ago);
    let contact = Contact { phase, lost, heard_at, last_fact_at: heard_at.plus(-SECOND) };
    contact.conclusion(NOW, Patience::default()).map(|(what, at)| {
        assert_eq!(at, heard_at);
        what
    })
}

#[test]
fn silence_is_lost_contact_first_and_an_end_later() {
    assert_eq!(concluded(Phase::Talking, false, LOST_AFTER - 1), None);
    assert_eq!(concluded(Phase::Talking, false, LOST_AFTER), Some(What::ContactLost));
    assert_eq!(concluded(Phase::Talking, true, 5 * MINUTE - 1), None);
    assert_eq!(concluded(Phase::Talking, true, 5 * MINUTE), Some(What::PresumedEnded));
    assert_eq!(concluded(Phase::Ringing, true, 2 * MINUTE), Some(What::PresumedEnded));
    assert_eq!(concluded(Phase::Dialing, true, 2 * MINUTE), Some(What::PresumedEnded));
    assert_eq!(concluded(Phase::Talking, true, 0), Some(What::ContactFound));
    assert_eq!(concluded(Phase::Ended, false, 0), Some(What::ContactFound));
    assert_eq!(concluded(Phase::Ended, false, LOST_AFTER), None);
}

#[test]
fn a_conclusion_is_later_than_every_fact_though_a_clock_be_ahead() {
    let ahead = NOW.plus(10 * MINUTE);
    let contact = Contact { phase: Phase::Talking, lost: false, heard_at: NOW.plus(-LOST_AFTER), last_fact_at: ahead };
    assert_eq!(contact.conclusion(NOW, Patience::default()), Some((What::ContactLost, ahead.plus(1))));
}

fn doing(name: &str, status: Status, at: i64) -> FloorMember {
    FloorMember {
        member: StaffRef { id: StaffId::new(name), name: name.into() },
        team: None,
        status,
        since: None,
        at: Millis(at),
        line: LineReport::default(),
        reach: None,
        call: None,
        today: Today::default(),
    }
}

fn shown(floor: &Floor) -> Vec<(&str, Status)> {
    floor.members.iter().map(|one| (one.member.name.as_str(), one.status)).collect()
}

#[test]
fn the_floor_shows_what_was_so_last_whatever_comes_first() {
    let members = vec![doing("Lan", Status::Ready, 10), doing("An", Status::Away, 10)];
    let mut floor = Floor { at: Millis(10), members };
    floor.take(FloorUpdate { at: Millis(30), members: vec![doing("An", Status::Talking, 30)] });
    floor.take(FloorUpdate { at: Millis(20), members: vec![doing("An", Status::Ringing, 20)] });
    assert_eq!(shown(&floor), [("An", Status::Talking), ("Lan", Status::Ready)]);

    let asked = vec![doing("An", Status::Ringing, 20), doing("Ha", Status::Ready, 20)];
    floor.replace(Floor { at: Millis(20), members: asked });
    assert_eq!(shown(&floor), [("An", Status::Talking), ("Ha", Status::Ready)], "Lan is no longer one's to see");
}

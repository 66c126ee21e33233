//! The missed-call inbox: what opens an item, what closes it, and until when.

use domain::calls::Direction;
use domain::ids::{CallId, MissedId, StaffId, TeamId};
use domain::missed::{ClosedHow, Closing, Contact, Ended, Responsible, Run, assignment, derive, due};
use domain::times::{Millis, SECOND, parse_local_naive};
use proptest::prelude::*;

/// A call in that rang at a member from one second to another.
fn rang(call: &str, agent: &str, from: i64, until: i64) -> Contact {
    Contact {
        call: CallId::new(call),
        direction: Direction::Inbound,
        agent: (!agent.is_empty()).then(|| StaffId::new(agent)),
        started_at: Millis(from * SECOND),
        answered_at: None,
        ended_at: Some(Millis(until * SECOND)),
    }
}

fn answered(contact: Contact, at: i64) -> Contact {
    Contact { answered_at: Some(Millis(at * SECOND)), ..contact }
}

fn called(call: &str, agent: &str, from: i64, until: i64) -> Contact {
    Contact { direction: Direction::Outbound, ..rang(call, agent, from, until) }
}

fn by_hand(item: &str, at: i64) -> Closing {
    Closing { item: MissedId::new(item), at: Millis(at * SECOND) }
}

/// Calls, how often the customer called, and how it ended.
fn told(runs: &[Run]) -> Vec<(Vec<&str>, i64, Option<ClosedHow>)> {
    let how = |run: &Run| match &run.ended {
        None => None,
        Some(Ended::Reached { how, .. }) => Some(*how),
        Some(Ended::ByHand(_)) => Some(ClosedHow::ByHand),
    };
    runs.iter().map(|run| (run.rings.iter().map(|ring| ring.call.as_str()).collect(), run.count, how(run))).collect()
}

#[test]
fn two_calls_nobody_took_are_one_item() {
    let runs = derive(&[rang("a", "lan", 0, 20), rang("b", "lan", 60, 90)], &[]);
    assert_eq!(told(&runs), [(vec!["a", "b"], 2, None)]);
    let run = &runs[0];
    assert_eq!((run.first_at, run.last_at, run.longest_wait_ms), (Millis(0), Millis(60_000), 30_000));
}

#[test]
fn a_call_that_goes_from_member_to_member_is_one_call() {
    let runs = derive(&[rang("a", "lan", 0, 20), rang("b", "minh", 21, 40)], &[]);
    assert_eq!(told(&runs), [(vec!["a", "b"], 1, None)]);
    assert_eq!(runs[0].longest_wait_ms, 40_000, "the customer waited through both");
    let together = derive(&[rang("a", "lan", 0, 20), rang("b", "minh", 0, 20), rang("c", "ha", 1, 20)], &[]);
    assert_eq!(told(&together), [(vec!["a", "b", "c"], 1, None)]);
    let taken = derive(&[rang("a", "lan", 0, 20), answered(rang("b", "minh", 21, 90), 30)], &[]);
    assert_eq!(told(&taken), [], "the second took it");
    let still = derive(&[rang("a", "lan", 0, 20), Contact { ended_at: None, ..rang("b", "minh", 21, 0) }], &[]);
    assert_eq!(told(&still), [], "it still rings");
}

#[test]
fn whoever_reaches_the_number_closes_it() {
    let missed = rang("a", "lan", 0, 20);
    let back = derive(&[missed.clone(), answered(called("b", "minh", 100, 200), 110)], &[]);
    assert_eq!(told(&back), [(vec!["a"], 1, Some(ClosedHow::CalledBack))]);
    assert_eq!(
        back[0].ended,
        Some(Ended::Reached {
            call: CallId::new("b"),
            by: Some(StaffId::new("minh")),
            at: Millis(110_000),
            how: ClosedHow::CalledBack
        })
    );
    let again = derive(&[missed.clone(), answered(rang("b", "lan", 100, 200), 110)], &[]);
    assert_eq!(told(&again), [(vec!["a"], 1, Some(ClosedHow::CalledAgain))]);
    let tried = derive(&[missed.clone(), called("b", "lan", 100, 130)], &[]);
    assert_eq!(told(&tried), [(vec!["a"], 1, None)], "trying is not reaching");
    let before = derive(&[answered(called("b", "lan", -100, -50), -90), missed], &[]);
    assert_eq!(told(&before), [(vec!["a"], 1, None)], "who was reached before has called since");
}

#[test]
fn what_rings_beside_a_conversation_is_not_missed() {
    let talk = answered(rang("a", "lan", 0, 100), 5);
    assert_eq!(told(&derive(&[talk.clone(), rang("b", "minh", 30, 50)], &[])), [], "an offer to pass it on");
    let dropped = derive(&[talk, rang("b", "minh", 90, 120)], &[]);
    assert_eq!(told(&dropped), [(vec!["b"], 1, None)], "passed on and then not taken");
}

#[test]
fn what_is_closed_by_hand_is_closed_up_to_then() {
    let contacts = [rang("a", "lan", 0, 20), rang("b", "lan", 100, 120), rang("c", "lan", 300, 320)];
    let runs = derive(&contacts, &[by_hand("i", 200)]);
    assert_eq!(told(&runs), [(vec!["a", "b"], 2, Some(ClosedHow::ByHand)), (vec!["c"], 1, None)]);
}

#[test]
fn the_owner_gets_it_or_the_team_that_was_rung() {
    let (lan, sales, support) = (StaffId::new("lan"), TeamId::new("sales"), TeamId::new("support"));
    let owner = |active, team| Some(Responsible { id: lan.clone(), active, team });
    let rung = Some(support.clone());
    assert_eq!(assignment(owner(true, Some(sales.clone())), rung.clone()), (Some(lan.clone()), Some(sales)));
    assert_eq!(assignment(owner(true, None), rung.clone()), (Some(lan.clone()), Some(support.clone())));
    assert_eq!(assignment(owner(false, None), rung.clone()), (None, Some(support.clone())));
    assert_eq!(assignment(None, rung), (None, Some(support)));
    assert_eq!(assignment(None, None), (None, None));
}

#[test]
fn working_time_is_counted() {
    let due_of = |missed: &str| {
        let at = parse_local_naive(missed).expect("a time");
        domain::times::local_naive(due(at))
    };
    // 20 November 2026 is a Friday.
    assert_eq!(due_of("2026-11-20 09:00:00"), "2026-11-20 09:30:00");
    assert_eq!(due_of("2026-11-20 03:00:00"), "2026-11-20 08:30:00", "before work");
    assert_eq!(due_of("2026-11-20 17:50:00"), "2026-11-21 08:20:00", "the rest of it on Saturday");
    assert_eq!(due_of("2026-11-20 17:30:00"), "2026-11-20 18:00:00");
    assert_eq!(due_of("2026-11-21 18:00:00"), "2026-11-23 08:30:00", "Sunday does not count");
    assert_eq!(due_of("2026-11-22 12:00:00"), "2026-11-23 08:30:00");
}

fn any_contact() -> impl Strategy<Value = Contact> {
    let agents = prop::sample::select(vec!["lan", "minh", "ha", ""]);
    (any::<bool>(), agents, 0..600_i64, 0..60_i64, prop::option::of(0..60_i64), 0..20_u8).prop_map(
        |(inbound, agent, from, rings, talks, running)| {
            let end = from + rings + talks.unwrap_or(0);
            let contact = rang("", agent, from, end);
            Contact {
                direction: if inbound { Direction::Inbound } else { Direction::Outbound },
                answered_at: talks.map(|_| Millis((from + rings) * SECOND)),
                ended_at: contact.ended_at.filter(|_| running > 0),
                ..contact
            }
        },
    )
}

prop_compose! {
    fn any_past()(
        mut contacts in prop::collection::vec(any_contact(), 0..14),
        hands in prop::collection::vec(0..700_i64, 0..3),
    ) -> (Vec<Contact>, Vec<Closing>) {
        for (n, contact) in contacts.iter_mut().enumerate() {
            contact.call = CallId::new(format!("c{n:02}"));
        }
        let hands = hands.into_iter().enumerate().map(|(n, at)| by_hand(&format!("i{n}"), at)).collect();
        (contacts, hands)
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn the_order_of_reports_does_not_matter(
        (past, (contacts, hands)) in any_past().prop_flat_map(|past| {
            let shuffled = (Just(past.0.clone()).prop_shuffle(), Just(past.1.clone()).prop_shuffle());
            (Just(past), shuffled)
        })
    ) {
        prop_assert_eq!(derive(&past.0, &past.1), derive(&contacts, &hands));
    }

    #[test]
    fn only_the_last_run_is_open_and_every_call_is_in_one((contacts, hands) in any_past()) {
        let runs = derive(&contacts, &hands);
        let mut seen = std::collections::HashSet::new();
        for (n, run) in runs.iter().enumerate() {
            prop_assert!(run.ended.is_some() || n + 1 == runs.len());
            prop_assert!(run.count >= 1 && run.rings.len() as i64 >= run.count);
            prop_assert!(run.first_at <= run.last_at);
            if let Some(ended) = &run.ended {
                prop_assert!(run.last_at <= ended.at());
            }
            for ring in &run.rings {
                prop_assert!(seen.insert(ring.call.clone()), "twice: {}", ring.call);
                let contact = contacts.iter().find(|contact| contact.call == ring.call).expect("a call");
                prop_assert_eq!(contact.direction, Direction::Inbound);
                prop_assert!(contact.answered_at.is_none() && contact.ended_at.is_some());
            }
        }
    }

    #[test]
    fn after_everything_a_reached_customer_has_no_open_item((mut contacts, hands) in any_past()) {
        contacts.iter_mut().for_each(|contact| contact.ended_at = contact.ended_at.or(Some(contact.started_at)));
        contacts.push(answered(called("last", "lan", 5_000, 5_060), 5_010));
        prop_assert!(derive(&contacts, &hands).iter().all(|run| run.ended.is_some()));
    }

    #[test]
    fn it_is_due_later_and_in_working_time(at in 1_700_000_000_000_i64..1_900_000_000_000) {
        let (missed, due) = (Millis(at), due(Millis(at)));
        prop_assert!(due.since(missed) >= domain::missed::DUE_AFTER);
        let of_day = due.since(due.day_start());
        prop_assert!(of_day > domain::missed::WORK_BEGINS && of_day <= domain::missed::WORK_ENDS);
    }
}

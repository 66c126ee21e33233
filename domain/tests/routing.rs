//! Whom a waiting caller is given to.

use domain::ids::{StaffId, TeamId};
use domain::reach::Condition;
use domain::routing::{Because, Caller, Route, Telephonist, route};
use proptest::prelude::*;

fn one(name: &str, team: &str, unmet: Option<Condition>) -> Telephonist {
    Telephonist { member: StaffId::new(name), team: Some(TeamId::new(team)), unmet }
}

fn names(route: &Route) -> Vec<(&str, Because)> {
    route.choices.iter().map(|choice| (choice.member.as_str(), choice.because)).collect()
}

fn somebody(name: &str) -> Option<StaffId> {
    Some(StaffId::new(name))
}

#[test]
fn the_owner_first_then_who_talked_last_then_the_team_then_anybody() {
    let house =
        [one("an", "care", None), one("binh", "sales", None), one("chi", "sales", None), one("dung", "care", None)];
    let caller = Caller { owner: somebody("chi"), spoke_last: somebody("dung"), team: Some(TeamId::new("sales")) };
    let decided = route(&caller, &house);
    let expected =
        [("chi", Because::Owner), ("dung", Because::SpokeLast), ("binh", Because::Team), ("an", Because::Fallback)];
    assert_eq!(names(&decided), expected);
    assert_eq!(decided.passed_over, []);
}

#[test]
fn whoever_cannot_take_the_call_is_passed_over_and_it_is_said_why() {
    let house = [one("chi", "sales", Some(Condition::Free)), one("an", "care", None)];
    let caller = Caller { owner: somebody("chi"), spoke_last: somebody("gone"), team: None };
    let decided = route(&caller, &house);
    assert_eq!(names(&decided), [("an", Because::Fallback)]);
    let passed: Vec<_> = decided.passed_over.iter().map(|one| (one.member.as_str(), one.because, one.unmet)).collect();
    assert_eq!(passed, [("chi", Because::Owner, Some(Condition::Free)), ("gone", Because::SpokeLast, None)]);
}

#[test]
fn without_a_queues_team_the_owners_team_is_asked() {
    let house = [one("an", "care", None), one("chi", "sales", Some(Condition::Available)), one("binh", "sales", None)];
    let caller = Caller { owner: somebody("chi"), ..Caller::default() };
    assert_eq!(names(&route(&caller, &house)), [("binh", Because::Team), ("an", Because::Fallback)]);
    assert_eq!(names(&route(&Caller::default(), &house)), [("an", Because::Fallback), ("binh", Because::Fallback)]);
}

#[test]
fn nobody_is_an_answer_too() {
    assert_eq!(route(&Caller::default(), &[]), Route::default());
}

proptest! {
    #[test]
    fn everybody_who_can_is_tried_once_and_nobody_else(able in prop::collection::vec(any::<bool>(), 0..8), owner in 0..9_usize, last in 0..9_usize) {
        let house: Vec<Telephonist> = able.iter().enumerate()
            .map(|(n, able)| one(&n.to_string(), &(n % 3).to_string(), (!able).then_some(Condition::Reachable))).collect();
        let caller = Caller { owner: somebody(&owner.to_string()), spoke_last: somebody(&last.to_string()), team: Some(TeamId::new("1")) };
        let decided = route(&caller, &house);
        let mut tried: Vec<&str> = decided.choices.iter().map(|choice| choice.member.as_str()).collect();
        prop_assert!(decided.choices.is_sorted_by_key(|choice| choice.because), "the most wanted first");
        tried.sort_unstable();
        let can: Vec<String> = able.iter().enumerate().filter(|(_, able)| **able).map(|(n, _)| n.to_string()).collect();
        prop_assert_eq!(tried, can);
    }
}

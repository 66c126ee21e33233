use super::{Candidate, Condition, Origin, Receiver, Rule, RuleForm, Standing, VALUE_MAX, give, taken};
use crate::fields::{Field, FieldError, FieldProblem};
use crate::ids::{RuleId, StaffId, TeamId};
use crate::staff::StaffRef;
use crate::teams::TeamRef;
use proptest::prelude::*;
use std::collections::BTreeMap;

fn member(n: usize) -> StaffId {
    StaffId::new(format!("member-{n}"))
}

fn maker() -> StaffId {
    StaffId::new("maker")
}

fn rule(id: &str, condition: Condition, receiver: Receiver) -> Rule {
    Rule { id: RuleId::new(id), condition, receiver, active: true }
}

fn team(present: bool) -> Receiver {
    Receiver::Team { team: TeamRef { id: TeamId::new("team"), name: "Bán hàng".into() }, present }
}

/// A rule for everybody, of a team of which these are there.
fn standing(id: &str, condition: Condition, there: &[bool]) -> Standing {
    let candidate = |(n, present): (usize, &bool)| Candidate { id: member(n), present: *present, turn: 0 };
    Standing { rule: rule(id, condition, team(true)), candidates: there.iter().enumerate().map(candidate).collect() }
}

fn call(queue: &str) -> Origin {
    Origin::Call { queue: Some(queue.into()), hotline: None }
}

#[test]
fn of_many_candidates_only_whoever_took_a_turn_is_kept() {
    let mut rules = [standing("r1", Condition::Form, &[true; 30]), standing("r2", Condition::Import, &[true; 30])];
    for (made, form) in (0..90).map(|n| (n, n % 3 == 0)) {
        let before = rules.clone();
        let given = give(&mut rules, if form { &Origin::Form } else { &Origin::Import }, &maker()).unwrap();
        let taken: Vec<_> = taken(&before, &rules).map(|(rule, one)| (rule.clone(), one.id.clone())).collect();
        assert_eq!(taken, [(given.rule, given.to)], "{made}");
    }
    assert_eq!(taken(&rules, &rules).count(), 0);
}

#[test]
fn a_condition_is_for_whom_it_says() {
    let hotline = Origin::Call { queue: None, hotline: Some("1900".into()) };
    let origins = [Origin::Form, Origin::Import, call("q1"), hotline];
    let fitting = |condition: &Condition| origins.iter().map(|origin| condition.fits(origin)).collect::<Vec<_>>();
    let cases = [
        (Condition::Any, [true; 4]),
        (Condition::Form, [true, false, false, false]),
        (Condition::Import, [false, true, false, false]),
        (Condition::Call, [false, false, true, true]),
        (Condition::Queue("q1".into()), [false, false, true, false]),
        (Condition::Queue("q2".into()), [false; 4]),
        (Condition::Hotline("1900".into()), [false, false, false, true]),
    ];
    for (condition, expected) in cases {
        assert_eq!(fitting(&condition), expected, "{condition:?}");
        assert_eq!(Condition::from_stored(condition.kind(), condition.value()), Some(condition));
    }
    assert!(
        Condition::KINDS.iter().all(|kind| Condition::from_stored(kind, "x").is_some_and(|one| one.kind() == *kind))
    );
    assert_eq!(Condition::from_stored("all", ""), None);
}

#[test]
fn a_queue_and_a_hotline_are_named() {
    let form = |condition| RuleForm { condition, ..RuleForm::default() };
    let problem = |condition| form(condition).parse().unwrap_err();
    let at = |problem| vec![FieldError::new(Field::RuleValue, problem)];
    assert_eq!(problem(Condition::Queue("  ".into())), at(FieldProblem::Required));
    let long = "x".repeat(VALUE_MAX + 1);
    assert_eq!(problem(Condition::Hotline(long)), at(FieldProblem::TooLong { max: VALUE_MAX }));
    let kept = form(Condition::Queue(" q1 ".into())).parse().unwrap();
    assert_eq!(kept.condition, Condition::Queue("q1".into()));
    assert!(form(Condition::Any).parse().is_ok());
}

#[test]
fn the_first_rule_that_has_somebody_gives() {
    let lan = StaffRef { id: StaffId::new("lan"), name: "Lan".into() };
    let here = Candidate { id: lan.id.clone(), present: false, turn: 0 };
    let of_lan = |candidates| Standing { rule: rule("3", Condition::Any, Receiver::Member(lan.clone())), candidates };
    let mut rules = [
        standing("1", Condition::Queue("q1".into()), &[false, false]),
        standing("2", Condition::Call, &[false, true]),
        of_lan(vec![here]),
        Standing { rule: rule("4", Condition::Any, Receiver::Maker), candidates: Vec::new() },
    ];
    let mut given =
        |origin: &Origin| give(&mut rules, origin, &maker()).map(|given| (given.rule.to_string(), given.to));
    assert_eq!(given(&call("q1")), Some(("2".into(), member(1))), "nobody of the first is there");
    assert_eq!(given(&Origin::Import), Some(("3".into(), lan.id.clone())), "one member, there or not");
    rules[2] = of_lan(Vec::new());
    let given = give(&mut rules, &Origin::Form, &maker()).unwrap();
    assert_eq!((given.rule.as_str(), given.to), ("4", maker()), "whoever left gets nothing");
    rules[3].rule.active = false;
    assert_eq!(give(&mut rules, &Origin::Form, &maker()), None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn turns_are_even(there in prop::collection::vec(any::<bool>(), 0..8), customers in 0_usize..60) {
        let mut rules = [standing("1", Condition::Any, &there)];
        let mut given = BTreeMap::new();
        for _ in 0..customers {
            let to = give(&mut rules, &Origin::Form, &maker()).map(|given| given.to);
            prop_assert_eq!(to.is_some(), there.contains(&true));
            *given.entry(to).or_insert(0) += 1;
        }
        given.remove(&None);
        let there: Vec<StaffId> = (0..).zip(&there).filter(|(_, there)| **there).map(|(n, _)| member(n)).collect();
        let counts: Vec<i32> = there.iter().map(|id| given.remove(&Some(id.clone())).unwrap_or_default()).collect();
        prop_assert!(given.is_empty(), "only to those who are there: {given:?}");
        let (most, least) = (counts.iter().max(), counts.iter().min());
        prop_assert!(most.zip(least).is_none_or(|(most, least)| most - least <= 1), "{counts:?}");
    }

    #[test]
    fn nobody_who_stays_is_passed_over_twice(days in prop::collection::vec(prop::collection::vec(any::<bool>(), 5), 1..80)) {
        let mut rules = [standing("1", Condition::Any, &[true; 5])];
        let mut given: Vec<(Vec<bool>, usize)> = Vec::new();
        for there in days {
            for (candidate, present) in rules[0].candidates.iter_mut().zip(&there) {
                candidate.present = *present;
            }
            if let Some(to) = give(&mut rules, &Origin::Form, &maker()) {
                let to = (0..5).find(|n| member(*n) == to.to).unwrap();
                let before = given.iter().rposition(|(_, one)| *one == to);
                let since = before.map_or(&[][..], |at| &given[at + 1..]);
                let waited = |n: usize| before.is_some() && there[n] && since.iter().all(|(there, one)| there[n] && *one != n);
                prop_assert!((0..5).all(|n| n == to || !waited(n)), "{to} again while another waits");
                given.push((there, to));
            }
        }
    }
}

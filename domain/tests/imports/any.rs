//! Whatever stands in a file.

use domain::customers::{CustomerDraft, CustomerForm, PhoneForm};
use domain::ids::CustomerId;
use domain::imports::{Batch, ImportPlan, Known, MatchBy, Outcome, Rehearsal, Rule, delimiter, guess, joined};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// Somebody with these numbers.
pub(crate) fn draft(name: &str, email: &str, numbers: &[&str]) -> CustomerDraft {
    let phones = numbers.iter().map(|raw| PhoneForm { raw: (*raw).into(), ..PhoneForm::default() }).collect();
    CustomerForm { name: name.into(), email: email.into(), phones, ..CustomerForm::default() }.parse(&[]).unwrap()
}

/// Somebody who is there already.
pub(crate) fn known(id: &str, is: CustomerDraft) -> Known {
    Known { id: CustomerId::new(id), version: 1, is, may_edit: true, may_reassign: true }
}

prop_compose! {
    /// Few numbers and addresses, so that people meet.
    fn any_draft()(
        name in "[A-Z][a-z]{0,5}",
        email in prop_oneof![Just(String::new()), "[a-d]@a\\.vn"],
        company in prop_oneof![Just(String::new()), "[A-C]"],
        numbers in prop::collection::btree_set(0_u32..8, 0..3),
    ) -> CustomerDraft {
        let numbers: Vec<String> = numbers.into_iter().map(|n| format!("09012345{n:02}")).collect();
        let numbers: Vec<&str> = numbers.iter().map(String::as_str).collect();
        let company = (!company.is_empty()).then_some(company);
        CustomerDraft { company, ..draft(&name, &email, &numbers) }
    }
}

fn any_rule() -> impl Strategy<Value = Rule> {
    prop_oneof![Just(Rule::Skip), Just(Rule::Update), Just(Rule::Merge)]
}

fn any_by() -> impl Strategy<Value = MatchBy> {
    prop_oneof![Just(MatchBy::Either), Just(MatchBy::Phone), Just(MatchBy::Email)]
}

fn numbers(of: &CustomerDraft) -> BTreeSet<&str> {
    of.phones.iter().map(|phone| phone.number.as_str()).collect()
}

/// What becomes of each row when so many at a time are rehearsed.
fn rehearsed(plan: &ImportPlan, rows: &[CustomerDraft], size: usize) -> Vec<Outcome> {
    let mut rehearsal = Rehearsal::default();
    let mut outcomes = Vec::new();
    for part in rows.chunks(size) {
        let mut known = Vec::new();
        rehearsal.remember(plan, &part.iter().collect::<Vec<_>>(), &mut known);
        let mut batch = Batch::new(plan, &[], known);
        outcomes.extend(part.iter().map(|row| batch.take(Ok(row.clone()))));
        rehearsal.learn(plan, &batch.into_people());
    }
    outcomes
}

proptest! {
    #[test]
    fn meeting_twice_is_meeting_once(held in any_draft(), row in any_draft(), rule in any_rule()) {
        let once = joined(rule, &held, &row);
        prop_assert_eq!(joined(rule, &once, &row), once);
    }

    #[test]
    fn nothing_is_lost(held in any_draft(), row in any_draft(), rule in any_rule()) {
        let after = joined(rule, &held, &row);
        prop_assert!(numbers(&after).is_superset(&numbers(&held)));
        prop_assert_eq!(numbers(&after).len(), after.phones.len(), "each number once");
        prop_assert_eq!(after.phones.iter().filter(|phone| phone.primary).count(), usize::from(!after.phones.is_empty()));
        prop_assert!(after.email.is_some() || held.email.is_none());
        prop_assert!(after.company.is_some() || held.company.is_none());
        if rule != Rule::Skip {
            prop_assert!(numbers(&after).is_superset(&numbers(&row)));
            prop_assert!(after.email.is_some() || row.email.is_none());
        }
        if rule != Rule::Update {
            prop_assert_eq!(&after.name, &held.name);
            prop_assert!(held.email.is_none() || after.email == held.email);
        }
    }

    #[test]
    fn a_rehearsal_tells_the_same_in_parts_as_at_once(
        rows in prop::collection::vec(any_draft(), 0..24),
        rule in any_rule(),
        by in any_by(),
        size in 1_usize..6,
    ) {
        let plan = ImportPlan { rule, by, ..ImportPlan::default() };
        prop_assert_eq!(rehearsed(&plan, &rows, size), rehearsed(&plan, &rows, rows.len().max(1)));
    }

    #[test]
    fn of_one_number_one_customer_is_made(rows in prop::collection::vec(any_draft(), 0..24), rule in any_rule()) {
        let plan = ImportPlan { rule, by: MatchBy::Phone, ..ImportPlan::default() };
        let mut batch = Batch::new(&plan, &[], Vec::new());
        for row in &rows {
            batch.take(Ok(row.clone()));
        }
        let people = batch.into_people();
        let held: Vec<&str> = people.iter().flat_map(|person| numbers(&person.now)).collect();
        prop_assert_eq!(held.iter().collect::<BTreeSet<_>>().len(), held.len());
    }

    #[test]
    fn any_heads_have_a_guess_each(heads in prop::collection::vec("\\PC{0,20}", 0..10)) {
        prop_assert_eq!(guess(&heads, &[], &[]).len(), heads.len());
    }

    #[test]
    fn the_delimiter_of_a_table_is_found(
        cells in prop::collection::vec(prop::collection::vec("[a-zà-ỹ0-9 ]{0,6}", 3), 1..8),
        mark in prop_oneof![Just(','), Just(';'), Just('\t'), Just('|')],
    ) {
        let lines: Vec<String> = cells.iter().map(|row| row.join(&mark.to_string())).collect();
        prop_assert_eq!(delimiter(&format!("x{}", lines.join("\n"))), mark);
    }
}

//! Rows that mean somebody who is there, or each other.

use crate::any::{draft, known};
use domain::imports::{Batch, ImportPlan, MatchBy, Outcome, RowProblem, Rule, Why};

fn plan(rule: Rule, by: MatchBy) -> ImportPlan {
    ImportPlan { rule, by, ..ImportPlan::default() }
}

#[test]
fn a_number_or_an_address_makes_two_one() {
    let plan = plan(Rule::Merge, MatchBy::Either);
    let mut batch = Batch::new(&plan, &[], vec![known("1", draft("Lan", "lan@a.vn", &["0901234567"]))]);
    assert_eq!(batch.take(Ok(draft("X", "", &["+84 901 234 567", "0912345678"]))), Outcome::Matched);
    assert_eq!(batch.take(Ok(draft("Y", "lan@a.vn", &[]))), Outcome::Matched);
    assert_eq!(batch.take(Ok(draft("Z", "", &["0912345678"]))), Outcome::Matched, "by the number she has just got");
    assert_eq!(batch.take(Ok(draft("Mới", "moi@a.vn", &["0933333333"]))), Outcome::Created);
    assert_eq!(batch.take(Ok(draft("Mới 2", "moi@a.vn", &[]))), Outcome::Matched, "somebody of this very file");
    let people = batch.into_people();
    assert_eq!(people.len(), 2);
    assert_eq!((people[0].now.name.as_str(), people[0].now.phones.len(), people[0].row), ("Lan", 2, Some(0)));
    assert!(people[0].is_changed() && people[1].is_changed());
}

#[test]
fn only_what_was_chosen_makes_two_one() {
    let by_phone = plan(Rule::Update, MatchBy::Phone);
    let mut batch = Batch::new(&by_phone, &[], vec![known("1", draft("Lan", "lan@a.vn", &["0901234567"]))]);
    assert_eq!(batch.take(Ok(draft("Y", "lan@a.vn", &["0922222222"]))), Outcome::Created);
    let by_email = plan(Rule::Update, MatchBy::Email);
    let mut batch = Batch::new(&by_email, &[], vec![known("1", draft("Lan", "lan@a.vn", &["0901234567"]))]);
    assert_eq!(batch.take(Ok(draft("Y", "", &["0901234567"]))), Outcome::Created);
}

#[test]
fn whoever_is_skipped_stays() {
    let plan = plan(Rule::Skip, MatchBy::Either);
    let mut batch = Batch::new(&plan, &[], vec![known("1", draft("Lan", "", &["0901234567"]))]);
    assert_eq!(batch.take(Ok(draft("X", "x@a.vn", &["0901234567"]))), Outcome::Skipped);
    let people = batch.into_people();
    assert!(people.iter().all(|person| !person.is_changed()));
}

#[test]
fn a_row_that_means_two_people_is_refused() {
    let two = || vec![known("1", draft("Lan", "", &["0901234567"])), known("2", draft("Hoa", "hoa@a.vn", &[]))];
    let update = plan(Rule::Update, MatchBy::Either);
    let mut batch = Batch::new(&update, &[], two());
    let ambiguous = Outcome::Rejected(vec![RowProblem { column: None, why: Why::Ambiguous(2) }]);
    assert_eq!(batch.take(Ok(draft("X", "hoa@a.vn", &["0901234567"]))), ambiguous);
    assert!(batch.into_people().iter().all(|person| !person.is_changed()));
}

#[test]
fn nobody_takes_a_customer_from_an_owner_they_do_not_lead() {
    let mut theirs = known("1", draft("Lan", "", &["0901234567"]));
    theirs.is.owner = Some(domain::ids::StaffId::new("minh"));
    theirs.may_reassign = false;
    let update = plan(Rule::Update, MatchBy::Either);
    let mut batch = Batch::new(&update, &[], vec![theirs]);
    let mut row = draft("Lan", "", &["0901234567"]);
    row.owner = Some(domain::ids::StaffId::new("ha"));
    let refused = Outcome::Rejected(vec![RowProblem { column: None, why: Why::NotYours }]);
    assert_eq!(batch.take(Ok(row.clone())), refused);
    row.owner = None;
    assert_eq!(batch.take(Ok(row)), Outcome::Matched, "as long as the owner stays");
}

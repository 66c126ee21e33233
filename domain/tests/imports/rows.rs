//! A row read as a customer.

use domain::customers::CustomerDraft;
use domain::fields::FieldProblem;
use domain::ids::StaffId;
use domain::imports::Target::{Address, Company, Email, FamilyName, GivenName, Ignore, Name, Note, Owner, Phone};
use domain::imports::{ImportPlan, Owners, RowProblem, Target, Why, read};
use domain::phone::BadNumber;

fn row(columns: &[Target], cells: &[&str]) -> Result<CustomerDraft, Vec<RowProblem>> {
    let (lan, ha, other) = (StaffId::new("lan"), StaffId::new("ha"), StaffId::new("ha2"));
    let owners = Owners::of([
        (&lan, "Trần Thị Lan", "lan@alo.vn"),
        (&ha, "Vũ Hà", "ha@alo.vn"),
        (&other, "Vũ Hà", "ha2@alo.vn"),
    ]);
    let cells: Vec<String> = cells.iter().map(|cell| (*cell).to_owned()).collect();
    read(&cells, &ImportPlan { columns: columns.to_vec(), ..ImportPlan::default() }, &owners, &[])
}

#[test]
fn every_column_finds_its_place() {
    let columns = [Ignore, Name, Phone, Phone, Email, Company, Address, Address, Note, Owner];
    let cells = [
        "7",
        " Nguyễn  An ",
        "0901 234 567",
        "028 3822 1234",
        "An@Alo.VN",
        "An Phú",
        "12 Lê Lợi",
        "Quận 1",
        "Gọi chiều",
        "tran thi lan",
    ];
    let draft = row(&columns, &cells).unwrap();
    assert_eq!((draft.name.as_str(), draft.email.as_deref()), ("Nguyễn An", Some("an@alo.vn")));
    assert_eq!((draft.company.as_deref(), draft.address.as_deref()), (Some("An Phú"), Some("12 Lê Lợi, Quận 1")));
    assert_eq!((draft.note.as_deref(), draft.owner), (Some("Gọi chiều"), Some(StaffId::new("lan"))));
    let phones: Vec<_> = draft.phones.iter().map(|p| (p.raw.as_str(), p.number.as_str(), p.primary)).collect();
    assert_eq!(phones, [("0901 234 567", "+84901234567", true), ("028 3822 1234", "+842838221234", false)]);
}

#[test]
fn a_cell_may_hold_several_numbers_and_a_number_comes_once() {
    let draft =
        row(&[Name, Phone, Phone], &["An", "0901.234.567 / 0912 345 678; 901234567", "+84 901 234 567"]).unwrap();
    let numbers: Vec<_> = draft.phones.iter().map(|p| p.number.as_str()).collect();
    assert_eq!(numbers, ["+84901234567", "+84912345678"]);
}

#[test]
fn two_parts_make_a_name() {
    let draft = row(&[GivenName, FamilyName], &["Lan", "Trần Thị"]).unwrap();
    assert_eq!(draft.name, "Trần Thị Lan");
}

#[test]
fn everything_wrong_is_told_by_column() {
    let problems = row(&[Email, Name, Phone, Owner], &["an", " ", "0901234567, 12a4x", "Vũ Hà"]).unwrap_err();
    let at = |column, problem| RowProblem { column: Some(column), why: Why::Field(problem) };
    for expected in [at(0, FieldProblem::NotAnEmail), at(1, FieldProblem::Required), at(3, FieldProblem::Unknown)] {
        assert!(problems.contains(&expected), "{expected:?} in {problems:?}");
    }
    let bad_number = |p: &RowProblem| p.column == Some(2) && matches!(p.why, Why::Field(FieldProblem::NotANumber(_)));
    assert!(problems.iter().any(bad_number), "{problems:?}");
    assert_eq!(problems.len(), 4);
    assert!(matches!(
        row(&[Name, Phone], &["An", "không có"]).unwrap_err()[..],
        [RowProblem { column: Some(1), why: Why::Field(FieldProblem::NotANumber(BadNumber::NoDigits)) }]
    ));
}

#[test]
fn a_row_may_be_shorter_than_the_heads() {
    assert_eq!(row(&[Name, Phone, Email], &["An"]).unwrap().name, "An");
    assert!(row(&[Phone, Name], &["0901234567"]).is_err());
}

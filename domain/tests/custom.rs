//! Custom fields: what is typed, chosen and imported comes back as it is shown, and what makes no sense is refused.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use domain::custom::{
    Choice, ChoiceForm, CustomField, CustomFieldForm, Decimal, Entity, Entries, Kind, Value, Values, read,
};
use domain::customers::CustomerForm;
use domain::fields::{Field, FieldError, FieldProblem};
use domain::ids::{ChoiceId, CustomFieldId};
use domain::times::{Day, Millis};
use proptest::prelude::*;

const YES_NO: (&str, &str) = ("Có", "Không");

fn field(kind: Kind) -> CustomField {
    let choice = |id: &str, name: &str, archived| Choice { id: ChoiceId::new(id), name: name.into(), archived };
    let choices = vec![
        choice("food", "Thực phẩm", false),
        choice("build", "Xây dựng", false),
        choice("both", "Ăn, uống", false),
        choice("old", "Dệt may", true),
    ];
    CustomField {
        id: CustomFieldId::new(kind.as_str()),
        entity: Entity::Customer,
        name: "Ngành hàng".into(),
        kind,
        required: false,
        archived: false,
        choices: if kind.is_chosen() { choices } else { Vec::new() },
    }
}

fn typed(kind: Kind, text: &str) -> Result<Option<Value>, FieldProblem> {
    field(kind).read(&[text.to_owned()])
}

fn imported(kind: Kind, cell: &str) -> Result<Option<Value>, FieldProblem> {
    field(kind).read_cell(cell)
}

#[test]
fn numbers_are_read_as_vietnamese_write_them() {
    for (text, ten_thousandths) in [
        ("0", 0),
        ("12", 120_000),
        ("1.234", 12_340_000),
        ("1.234.567", 12_345_670_000),
        ("1.234,5", 12_345_000),
        ("1,234.5", 12_345_000),
        ("1234.5", 12_345_000),
        ("1,5", 15_000),
        ("1.5", 15_000),
        ("0.125", 1_250),
        ("1,234", 12_340),
        ("1,234,567", 12_345_670_000),
        ("-3", -30_000),
        (" 1 000 ", 10_000_000),
    ] {
        assert_eq!(Decimal::parse(text), Some(Decimal(ten_thousandths)), "{text}");
    }
    for text in ["", "x", "1.", ",5", "1,2,3", "1.2.3", "1..2", "1,23456", "--1", "1.234.5,6,7", "999999999999999999"] {
        assert_eq!(Decimal::parse(text), None, "{text}");
    }
}

#[test]
fn each_kind_is_read_and_refused() {
    let text = |text: &str| Ok(Some(Value::Text(text.into())));
    assert_eq!(typed(Kind::Text, "  Màu   xanh "), text("Màu xanh"));
    assert_eq!(typed(Kind::Text, &"x".repeat(501)), Err(FieldProblem::TooLong { max: 500 }));
    assert_eq!(typed(Kind::Money, "1,5 tỷ"), Ok(Some(Value::Money(1_500_000_000))));
    assert_eq!(typed(Kind::Money, "nhiều"), Err(FieldProblem::NotAnAmount));
    let day = Ok(Day::parse("1990-02-28").map(Value::Date));
    for written in ["1990-02-28", "28/02/1990", "28/2/1990", "28-2-1990", "28.02.1990", "1990-02-28 00:00:00"] {
        assert_eq!(typed(Kind::Date, written), day, "{written}");
    }
    for written in ["30/02/1990", "28/02", "1/1/90", "hôm qua"] {
        assert_eq!(typed(Kind::Date, written), Err(FieldProblem::NotADate), "{written}");
    }
    for (written, is) in [("yes", true), ("Có", true), ("X", true), ("no", false), ("Không", false), ("0", false)] {
        assert_eq!(typed(Kind::YesNo, written), Ok(Some(Value::YesNo(is))), "{written}");
    }
    assert_eq!(typed(Kind::YesNo, "có thể"), Err(FieldProblem::NotYesOrNo));
    assert_eq!(typed(Kind::Link, "alo.vn/a"), Ok(Some(Value::Link("https://alo.vn/a".into()))));
    assert_eq!(typed(Kind::Link, "javascript:alert(1)"), Err(FieldProblem::NotAWebsite));
    assert_eq!(typed(Kind::Number, "x"), Err(FieldProblem::NotADecimal));
}

#[test]
fn choices_are_ids_in_forms_and_names_in_files() {
    let food = ChoiceId::new("food");
    assert_eq!(typed(Kind::Choice, "food"), Ok(Some(Value::Choice(food.clone()))));
    assert_eq!(typed(Kind::Choice, "Thực phẩm"), Err(FieldProblem::Unknown));
    assert_eq!(imported(Kind::Choice, " thuc pham "), Ok(Some(Value::Choice(food.clone()))));
    assert_eq!(imported(Kind::Choice, "food"), Err(FieldProblem::Unknown));
    let some = Ok(Some(Value::Choices(vec![food.clone(), ChoiceId::new("build")])));
    assert_eq!(field(Kind::Choices).read(&["build".into(), "food".into(), "build".into()]), some);
    assert_eq!(imported(Kind::Choices, "Xây dựng, Thực phẩm"), some);
    assert_eq!(imported(Kind::Choices, "Ăn, uống"), Ok(Some(Value::Choices(vec![ChoiceId::new("both")]))));
    assert_eq!(imported(Kind::Choices, "Xây dựng; Ăn, uống").map(|value| value.is_some()), Ok(true));
    assert_eq!(imported(Kind::Choices, "Xây dựng, Khác"), Err(FieldProblem::Unknown));
}

#[test]
fn an_archived_choice_is_offered_only_to_who_has_it() {
    let names = |now: &[String]| field(Kind::Choice).offered(now).len();
    assert_eq!((names(&[]), names(&["old".into()])), (3, 4));
    assert!(typed(Kind::Choice, "old").is_ok(), "whoever has it keeps it");
}

#[test]
fn what_must_be_there_is_asked_for() {
    let required = CustomField { required: true, ..field(Kind::Text) };
    let problem = FieldError::new(Field::Custom(required.id.clone()), FieldProblem::Required);
    let form = CustomerForm { name: "Lan".into(), ..CustomerForm::default() };
    assert_eq!(form.parse(std::slice::from_ref(&required)).unwrap_err(), [problem]);
    assert!(form.parse(&[]).is_ok());
    assert_eq!(Values::default().missing(std::slice::from_ref(&required)), Some(&required));
}

#[test]
fn a_definition_has_a_name_and_different_choices() {
    let choice = |name: &str| ChoiceForm { id: None, name: name.into() };
    let form = CustomFieldForm {
        name: " Ngành ".into(),
        kind: Kind::Choice,
        required: false,
        choices: vec![choice("A"), choice(" "), choice("B")],
    };
    let draft = form.parse().unwrap();
    assert_eq!((draft.name.as_str(), draft.choices.len()), ("Ngành", 2));
    let twice = CustomFieldForm { choices: vec![choice("Á"), choice("a")], ..form.clone() };
    assert_eq!(twice.parse().unwrap_err(), [FieldError::new(Field::ChoiceName(1), FieldProblem::Repeated)]);
    let none = CustomFieldForm { name: String::new(), choices: Vec::new(), ..form.clone() };
    let errors = none.parse().unwrap_err();
    assert_eq!(errors.iter().map(|e| &e.field).collect::<Vec<_>>(), [&Field::Name, &Field::Choices]);
    let plain = CustomFieldForm { kind: Kind::Text, ..form };
    assert!(plain.parse().unwrap().choices.is_empty());
}

#[test]
fn a_field_that_is_not_asked_keeps_its_value() {
    let id = |id: &str| CustomFieldId::new(id);
    let of = |pairs: &[(&str, &str)]| {
        pairs.iter().map(|(field, text)| (id(field), Value::Text((*text).into()))).collect::<Values>()
    };
    let asked = [field(Kind::Text)];
    let saved = of(&[("text", "new")]).beside(&of(&[("text", "old"), ("archived", "kept")]), &asked);
    assert_eq!(saved, of(&[("text", "new"), ("archived", "kept")]));
    let emptied = Values::default().beside(&of(&[("text", "old"), ("archived", "kept")]), &asked);
    assert_eq!(emptied, of(&[("archived", "kept")]));
}

fn any_value() -> impl Strategy<Value = Value> {
    let ids = prop::sample::subsequence(vec!["food", "build", "both", "old"], 1..=4);
    prop_oneof![
        "[^\\s\\p{C}][\\PC]{0,40}".prop_filter_map("text", |text| typed(Kind::Text, &text).ok().flatten()),
        (-1_000_000_000_000_000_000_i64..=1_000_000_000_000_000_000).prop_map(|size| Value::Number(Decimal(size))),
        (0_i64..=1_000_000_000_000).prop_map(Value::Money),
        (-354_285_i64..2_900_000).prop_map(|days| Value::Date(Day::of(Millis(0)).plus(days))),
        prop::sample::select(vec!["food", "build", "both", "old"]).prop_map(|id| Value::Choice(ChoiceId::new(id))),
        ids.prop_map(|ids| Value::Choices(ids.into_iter().map(ChoiceId::new).collect())),
        any::<bool>().prop_map(Value::YesNo),
        "[a-z]{1,8}\\.vn(/[a-z0-9?=&]{0,20})?".prop_map(|link| Value::Link(format!("https://{link}"))),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn a_form_that_is_opened_and_saved_changes_nothing(value in any_value()) {
        let field = field(value.kind());
        let values = Values::from_iter([(field.id.clone(), value)]);
        let entries = Entries::from(&values);
        let mut errors = Vec::new();
        let again = read(std::slice::from_ref(&field), &entries, &mut errors);
        prop_assert_eq!(errors, []);
        prop_assert!(entries.same(&Entries::from(&again), &field.id));
        prop_assert_eq!(again, values);
    }

    #[test]
    fn a_file_that_goes_out_comes_in_again(value in any_value()) {
        let field = field(value.kind());
        let cell = value.shown(&field, YES_NO);
        // Names with commas in them, among others, only a person tells apart.
        prop_assume!(!matches!(&value, Value::Choices(ids) if ids.len() > 1 && cell.contains("Ăn, uống")));
        prop_assert_eq!(field.read_cell(&cell), Ok(Some(value)));
    }

    #[test]
    fn values_survive_being_sent(value in any_value()) {
        let values = Values::from_iter([(CustomFieldId::new("1"), value)]);
        let sent = serde_json::to_string(&values).unwrap();
        prop_assert_eq!(serde_json::from_str::<Values>(&sent).unwrap(), values);
    }

    #[test]
    fn nothing_typed_breaks_anything(text in "\\PC*", kind in prop::sample::select(Kind::ALL.to_vec())) {
        for read in [typed(kind, &text), imported(kind, &text)] {
            if let Ok(Some(value)) = read {
                prop_assert_eq!(value.kind(), kind);
            }
        }
    }

    #[test]
    fn numbers_keep_their_order(a in any_value(), b in any_value()) {
        if let (Value::Number(a_is), Value::Number(b_is)) = (&a, &b) {
            prop_assert_eq!(a_is.cmp(b_is), a.number().cmp(&b.number()));
        }
    }

    #[test]
    fn a_value_is_found_by_a_number_or_by_keys(value in any_value()) {
        prop_assert_eq!(value.number().is_some(), value.keys().is_empty());
    }
}

//! Filters: written, read, and what they come to.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests fail by panicking")]

use domain::fields::{Field, FieldError, FieldProblem};
use domain::filters::{
    CONDITIONS_MAX, Condition, DEPTH_MAX, Filter, FilterField, Kind, ME, NOBODY, Operator, Part, Reader, Test, Tree,
};
use domain::ids::StaffId;
use domain::lists::{List, ListColumn, ShownColumn};
use domain::times::{Millis, local_naive, parse_local_naive};
use proptest::prelude::*;
use proptest::sample::select;
use std::collections::HashSet;

fn condition() -> impl Strategy<Value = Condition> {
    let fields: Vec<FilterField> =
        [List::Customers, List::Companies, List::Deals].into_iter().flat_map(FilterField::of).cloned().collect();
    let custom = "[a-z0-9.~(-]{1,12}".prop_map(FilterField::Custom);
    let field = prop_oneof![8 => select(fields), 1 => custom];
    let values = prop::collection::vec("[a-zĐđ0-9 ~().,|%&=+-]{0,8}", 0..4);
    (field, select(Operator::ALL.to_vec()), values).prop_map(|(field, operator, values)| Condition {
        field,
        operator,
        values,
    })
}

fn filter() -> impl Strategy<Value = Filter> {
    let group = |part: BoxedStrategy<Part>| {
        (any::<bool>(), prop::collection::vec(part, 0..4)).prop_map(|(any, parts)| Filter { any, parts })
    };
    let leaf = condition().prop_map(Part::Condition).boxed();
    let inner = group(prop_oneof![3 => leaf.clone(), 1 => group(leaf).prop_map(Part::Group)].boxed());
    let part = prop_oneof![3 => condition().prop_map(Part::Condition), 1 => inner.prop_map(Part::Group)];
    group(part.boxed()).prop_filter("few enough", |filter| filter.count() <= CONDITIONS_MAX)
}

fn now() -> Millis {
    parse_local_naive("2026-11-20 14:05:00").unwrap()
}

fn read(list: List, filter: &Filter) -> Result<Tree, Vec<FieldError>> {
    let custom = [("f1".to_owned(), Kind::Number)];
    filter.read(&Reader { list, me: &StaffId::new("lan"), now: now(), custom: &custom })
}

fn one(list: List, condition: Condition) -> Result<Test, FieldProblem> {
    match read(list, &Filter { any: false, parts: vec![Part::Condition(condition)] }) {
        Ok(Tree::All(parts)) => match parts.as_slice() {
            [Tree::Test(_, test)] => Ok(test.clone()),
            other => panic!("{other:?}"),
        },
        Ok(other) => panic!("{other:?}"),
        Err(errors) => Err(errors[0].problem.clone()),
    }
}

/// How many groups stand in each other at most.
fn depth(tree: &Tree) -> usize {
    match tree {
        Tree::All(parts) | Tree::Any(parts) => 1 + parts.iter().map(depth).max().unwrap_or(0),
        Tree::Test(..) => 0,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn a_filter_survives_the_address(filter in filter()) {
        let said = filter.to_string();
        // A list of no values is written as none at all, which is what it is.
        prop_assert_eq!(said.parse::<Filter>(), Ok(filter.clone()), "{}", said);
        let stored = serde_json::to_string(&filter).unwrap();
        prop_assert_eq!(serde_json::from_str::<Filter>(&stored).unwrap(), filter);
    }

    #[test]
    fn no_text_is_too_strange(text in "(all|any)?[(]?[a-z.,|~()0-9đ]{0,40}") {
        if let Ok(filter) = text.parse::<Filter>() {
            prop_assert_eq!(filter.to_string().parse::<Filter>(), Ok(filter));
        }
    }

    #[test]
    fn what_is_read_asks_nothing_twice_and_never_of_nothing(filter in filter(), list in select(List::ALL.to_vec())) {
        if let Ok(tree) = read(list, &filter) {
            prop_assert!(depth(&tree) <= DEPTH_MAX);
            fn sound(tree: &Tree) -> bool {
                match tree {
                    Tree::All(parts) => parts.iter().all(sound),
                    Tree::Any(parts) => !parts.is_empty() && parts.iter().all(sound),
                    Tree::Test(_, Test::OneOf(values) | Test::NoneOf(values)) => !values.is_empty(),
                    Tree::Test(_, Test::Between(from, until)) => from.is_some() || until.is_some(),
                    Tree::Test(..) => true,
                }
            }
            prop_assert!(sound(&tree), "{:?}", tree);
        }
        prop_assert_eq!(read(list, &filter), read(list, &filter.clone().tidied()));
    }

    #[test]
    fn only_what_a_list_has_is_read(condition in condition(), list in select(List::ALL.to_vec())) {
        let has = FilterField::of(list).contains(&condition.field) || condition.field == FilterField::Custom("f1".into());
        if !has {
            prop_assert_eq!(one(list, condition), Err(FieldProblem::Unknown));
        }
    }

    #[test]
    fn columns_stand_in_the_order_that_was_chosen(list in select(List::ALL.to_vec()), named in prop::collection::vec(select(vec![
        "name", "title", "company", "email", "owner", "amount", "f1", "f2", "activity", "moved",
    ]), 0..=12)) {
        let shown = list.shown(&named.join(","));
        let words: Vec<_> = shown.iter().map(ShownColumn::word).collect();
        let once: HashSet<_> = words.iter().collect();
        prop_assert_eq!(once.len(), words.len(), "each once");
        prop_assert_eq!(list.shown(&list.shown_word(&shown)), shown.clone());
        if named.is_empty() {
            prop_assert_eq!(list.shown_word(&shown), "");
        } else {
            let fixed = list.columns().iter().filter(|column| column.is_fixed()).count();
            let free: Vec<_> = words[fixed..].to_vec();
            let place = |word: &&str| named.iter().position(|one| one == word);
            prop_assert!(free.windows(2).all(|pair| place(&pair[0]) < place(&pair[1])), "{:?} of {:?}", words, named);
        }
    }
}

#[test]
fn the_word_of_an_address_can_be_read_by_people() {
    let mine = Condition::new(FilterField::Owner, Operator::Is).with(ME);
    let tag = Condition::new(FilterField::Tag, Operator::Is).with("t1").with("t2");
    let big = Condition::new(FilterField::Amount, Operator::AtLeast).with("1.5 tỷ");
    let either = Filter { any: true, parts: vec![Part::Condition(tag), Part::Condition(big)] };
    let filter = Filter { any: false, parts: vec![Part::Condition(mine), Part::Group(either)] };
    assert_eq!(filter.to_string(), "all(owner.is.me,any(tag.is.t1|t2,amount.least.1~2e5 tỷ))");
    for strange in ["", "all", "all(", "all()x", "all(name)", "all(name.is.a", "all(nobody.is.me)", "all(name.has.~zz)"]
    {
        assert!(strange.parse::<Filter>().is_err(), "{strange}");
    }
    let deep = format!("{}{}", "all(".repeat(DEPTH_MAX + 1), ")".repeat(DEPTH_MAX + 1));
    assert!(deep.parse::<Filter>().is_err());
}

#[test]
fn words_for_somebody_become_somebody() {
    let owner = |value: &str| one(List::Customers, Condition::new(FilterField::Owner, Operator::Is).with(value));
    assert_eq!(owner(ME), Ok(Test::OneOf(vec!["lan".into()])));
    assert_eq!(owner(NOBODY), Ok(Test::OneOf(vec![String::new()])));
    assert_eq!(owner("minh"), Ok(Test::OneOf(vec!["minh".into()])));
}

#[test]
fn days_are_vietnams_and_both_ends_belong() {
    let of = |operator: Operator, value: &str| {
        one(List::Deals, Condition::new(FilterField::CloseOn, operator).with(value)).map(|test| match test {
            Test::Between(from, until) => {
                [from, until].map(|at| at.map_or("-".into(), |at| local_naive(Millis(at)))).join(" to ")
            }
            other => panic!("{other:?}"),
        })
    };
    let said = |text: &str| Ok::<_, FieldProblem>(text.to_owned());
    assert_eq!(of(Operator::LastDays, "7"), said("2026-11-14 00:00:00 to 2026-11-21 00:00:00"));
    assert_eq!(of(Operator::BeforeDays, "7"), said("- to 2026-11-14 00:00:00"));
    assert_eq!(of(Operator::NextDays, "1"), said("2026-11-20 00:00:00 to 2026-11-21 00:00:00"));
    assert_eq!(of(Operator::Since, "2026-11-18"), said("2026-11-18 00:00:00 to -"));
    assert_eq!(of(Operator::Until, "2026-11-18"), said("- to 2026-11-19 00:00:00"));
    assert_eq!(of(Operator::Until, "18/11"), Err(FieldProblem::NotATime));
    assert!(matches!(of(Operator::LastDays, "0"), Err(FieldProblem::OutOfRange { .. })));
}

#[test]
fn money_is_read_as_people_write_it() {
    let amount = |operator, value: &str| one(List::Deals, Condition::new(FilterField::Amount, operator).with(value));
    assert_eq!(amount(Operator::AtLeast, "15tr"), Ok(Test::Between(Some(15_000_000), None)));
    assert_eq!(amount(Operator::AtMost, "1,5 tỷ"), Ok(Test::Between(None, Some(1_500_000_001))));
    assert_eq!(amount(Operator::AtLeast, "nhiều"), Err(FieldProblem::NotAnAmount));
    let custom = Condition::new(FilterField::Custom("f1".into()), Operator::AtLeast).with("-3");
    assert_eq!(one(List::Companies, custom), Ok(Test::Between(Some(-30_000), None)));
}

#[test]
fn what_makes_no_sense_is_refused_as_a_whole() {
    let fine = Part::Condition(Condition::new(FilterField::Name, Operator::Has).with("lan"));
    let empty = Part::Condition(Condition::new(FilterField::Name, Operator::Has));
    let at_filter = |problem| Err(vec![FieldError::new(Field::Filter, problem)]);
    let filter = Filter { any: true, parts: vec![fine.clone(), empty] };
    assert_eq!(read(List::Customers, &filter), at_filter(FieldProblem::Required));
    let many = Filter { any: false, parts: vec![fine; CONDITIONS_MAX + 1] };
    assert_eq!(read(List::Customers, &many), at_filter(FieldProblem::TooMany { max: CONDITIONS_MAX }));
    let named = Part::Condition(Condition::new(FilterField::Name, Operator::Unset));
    let nameless = Filter { any: false, parts: vec![named] };
    assert_eq!(read(List::Customers, &nameless), at_filter(FieldProblem::Unknown), "everybody has a name");
}

#[test]
fn nothing_asked_is_everything() {
    let nothing = Filter { any: true, parts: vec![Part::Group(Filter { any: true, parts: Vec::new() })] };
    for filter in [Filter::default(), nothing] {
        assert_eq!(read(List::Deals, &filter), Ok(Tree::default()));
    }
    assert!(List::Deals.columns().contains(&ListColumn::Title) && List::Calls.columns().is_empty());
}

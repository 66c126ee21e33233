//! Who may be one person, and that becoming one can be taken back.

#![allow(clippy::unwrap_used, reason = "tests fail by panicking")]

use domain::custom::{Value, Values};
use domain::customers::{CustomerDraft, CustomerForm, PhoneForm};
use domain::duplicates::{HOLDERS_MAX, Part, Person, Sign, groups, keys, likeness, merged, unmerged};
use domain::ids::{CustomFieldId, CustomerId, StaffId};
use proptest::prelude::*;
use std::collections::BTreeSet;

fn form(name: &str, company: &str, email: &str, numbers: &[&str]) -> CustomerForm {
    let phones = numbers.iter().map(|raw| PhoneForm { raw: (*raw).into(), ..PhoneForm::default() }).collect();
    CustomerForm { name: name.into(), company: company.into(), email: email.into(), phones, ..CustomerForm::default() }
}

fn person(id: &str, name: &str, company: &str, email: &str, numbers: &[&str]) -> Person {
    Person { id: CustomerId::new(id), ..Person::of_form(&form(name, company, email, numbers)) }
}

fn signs(a: &Person, b: &Person) -> Vec<Sign> {
    likeness(a, b).map(|likeness| likeness.signs).unwrap_or_default()
}

fn named(name: &str, company: &str) -> Person {
    person("x", name, company, "", &[])
}

#[test]
fn names_at_one_company_are_alike_however_they_are_written() {
    let lan = named("Nguyễn Thị Lan", "Công ty TNHH An Phú");
    for (name, company) in [
        ("nguyen thi lan", "An Phú"),
        ("Chị Lan Nguyễn Thị", "CTY CP AN PHU"),
        ("Nguyễn Lan", "an phu"),
        ("Nguyễn Thị Thu Lan", "An Phú Co., Ltd"),
    ] {
        assert_eq!(signs(&lan, &named(name, company)), [Sign::Name], "{name} {company}");
    }
    assert_eq!(signs(&lan, &named("Nguyễnn Thị Lan", "An Phú")), [Sign::Name], "a letter too many");
    for (name, company) in [
        ("Nguyễn Thị Lan", "An Phát"),
        ("Nguyễn Thị Lan", ""),
        ("Nguyễn Thị Hoa", "An Phú"),
        ("Lan", "An Phú"),
        ("Trần Văn Lan", "An Phú"),
    ] {
        assert_eq!(signs(&lan, &named(name, company)), [], "{name} {company}");
    }
}

#[test]
fn numbers_and_addresses_tell_whatever_the_name() {
    let a = person("a", "Lan", "", "Lan@An.vn", &["0901 234 567"]);
    assert_eq!(signs(&a, &person("b", "Hoa", "", "", &["+84901234567"])), [Sign::Number]);
    assert_eq!(signs(&a, &person("b", "Hoa", "", "lan@an.vn", &[])), [Sign::Email]);
    let score = |b: &Person| likeness(&a, b).unwrap().score;
    let same_name = score(&person("b", "Chị Lan", "", "", &["0901234567"]));
    assert!(same_name > score(&person("b", "Hoa", "", "", &["0901234567"])), "a name says more");
}

#[test]
fn who_is_alike_through_another_belongs_together_unless_they_are_known_to_be_two() {
    let people = [
        person("a", "Lan", "", "", &["0901234567"]),
        person("b", "Lan", "", "lan@an.vn", &["0901234567"]),
        person("c", "Lan", "", "lan@an.vn", &[]),
        person("d", "Hoa", "", "", &["0909090909"]),
    ];
    let members = |not: &[(&str, &str)]| {
        let id = |id: &str| CustomerId::new(id);
        let not: Vec<_> = not.iter().map(|(a, b)| (id(a), id(b))).collect();
        let groups = groups(&people, &not).into_iter();
        groups.map(|group| group.members.iter().map(CustomerId::to_string).collect::<String>()).collect::<Vec<_>>()
    };
    assert_eq!(members(&[]), ["abc"]);
    assert_eq!(members(&[("b", "a")]), ["bc"]);
    assert_eq!(members(&[("a", "b"), ("c", "b")]), Vec::<String>::new());
}

#[test]
fn a_number_of_very_many_says_nothing() {
    let of = |count: usize| -> Vec<Person> {
        (0..count).map(|n| person(&n.to_string(), "Lan", "", "", &["0901234567"])).collect()
    };
    assert_eq!(groups(&of(HOLDERS_MAX), &[]).len(), 1);
    assert_eq!(groups(&of(HOLDERS_MAX + 1), &[]), []);
}

const NAMES: [&str; 6] = ["nguyen", "tran", "thi", "van", "lan", "hung"];

prop_compose! {
    fn any_person()(
        id in "[a-z]{8}",
        words in prop::collection::vec(0_usize..NAMES.len(), 1..4),
        company in prop_oneof![Just(""), Just("An Phú"), Just("Cty CP Bình Minh")],
        email in prop_oneof![Just(""), Just("a@a.vn"), Just("b@a.vn")],
        numbers in prop::collection::btree_set(0_u32..5, 0..3),
    ) -> Person {
        let name: Vec<&str> = words.into_iter().map(|at| NAMES[at]).collect();
        let numbers: Vec<String> = numbers.into_iter().map(|n| format!("09012345{n:02}")).collect();
        let numbers: Vec<&str> = numbers.iter().map(String::as_str).collect();
        person(&id, &name.join(" "), company, email, &numbers)
    }
}

prop_compose! {
    fn any_draft()(
        person in any_person(),
        address in prop_oneof![Just(None), Just(Some("Huế".to_owned())), Just(Some("Hà Nội".to_owned()))],
        owner in prop_oneof![Just(None), Just(Some(StaffId::new("lan"))), Just(Some(StaffId::new("minh")))],
        shy in any::<bool>(),
        custom in prop::collection::btree_map(0_u8..3, "[ab]", 0..3),
    ) -> CustomerDraft {
        let numbers: Vec<&str> = person.numbers.iter().map(domain::phone::Number::as_str).collect();
        let form = form(&person.name, person.company.as_deref().unwrap_or(""), person.email.as_deref().unwrap_or(""), &numbers);
        let value = |(field, text): (u8, String)| (CustomFieldId::new(field.to_string()), Value::Text(text));
        let custom: Values = custom.into_iter().map(value).collect();
        let mut draft = CustomerDraft { address, owner, custom, ..form.parse(&[]).unwrap() };
        draft.phones.iter_mut().for_each(|phone| phone.do_not_call = shy);
        draft
    }
}

fn any_take() -> impl Strategy<Value = Vec<Part>> {
    let custom = (0..3).map(|field| Part::Custom(CustomFieldId::new(field.to_string())));
    let all: Vec<Part> = Part::ALL.into_iter().chain(custom).collect();
    let count = all.len();
    prop::sample::subsequence(all, 0..=count)
}

fn numbers(of: &CustomerDraft) -> BTreeSet<&str> {
    of.phones.iter().map(|phone| phone.number.as_str()).collect()
}

proptest! {
    #[test]
    fn likeness_has_no_direction(a in any_person(), b in any_person()) {
        prop_assert_eq!(likeness(&a, &b), likeness(&b, &a));
    }

    #[test]
    fn whoever_is_alike_shares_a_key(a in any_person(), b in any_person()) {
        let shares = keys(&a).iter().any(|key| keys(&b).contains(key));
        prop_assert!(likeness(&a, &b).is_none() || shares);
    }

    #[test]
    fn accents_order_and_how_one_is_addressed_do_not_count(a in any_person(), b in any_person()) {
        let mut words: Vec<&str> = b.name.split(' ').collect();
        words.reverse();
        let written = Person { name: format!("Chị {}", words.join(" ").to_uppercase()), ..b.clone() };
        prop_assert_eq!(likeness(&a, &written), likeness(&a, &b));
    }

    #[test]
    fn one_more_shared_number_makes_nobody_less_alike(a in any_person(), b in any_person()) {
        let number = domain::phone::parse("0977777777").unwrap().number;
        let with = |person: &Person| {
            let mut person = person.clone();
            person.numbers.push(number.clone());
            person
        };
        let score = |a: &Person, b: &Person| likeness(a, b).map_or(0, |likeness| likeness.score);
        prop_assert!(score(&with(&a), &with(&b)) >= score(&a, &b).max(1));
        prop_assert!(score(&with(&a), &with(&b)) <= 100);
    }

    #[test]
    fn nobody_is_in_two_groups_and_nobody_alone(people in prop::collection::vec(any_person(), 0..12)) {
        let mut seen = BTreeSet::new();
        for group in groups(&people, &[]) {
            prop_assert!(group.members.len() > 1 && !group.signs.is_empty() && group.score > 0);
            for member in group.members {
                prop_assert!(seen.insert(member));
            }
        }
    }

    #[test]
    fn no_number_is_lost_and_one_is_dialled_first(kept in any_draft(), gone in any_draft(), take in any_take()) {
        let merged = merged(&kept, &gone, &take);
        let both: BTreeSet<&str> = numbers(&kept).union(&numbers(&gone)).copied().collect();
        prop_assert_eq!(numbers(&merged), both);
        prop_assert_eq!(merged.phones.iter().filter(|p| p.primary).count(), usize::from(!merged.phones.is_empty()));
        for phone in &merged.phones {
            let shy = |of: &CustomerDraft| of.phones.iter().any(|p| p.number == phone.number && p.do_not_call);
            prop_assert_eq!(phone.do_not_call, shy(&kept) || shy(&gone));
        }
    }

    #[test]
    fn each_own_field_is_the_kept_ones_or_taken(kept in any_draft(), gone in any_draft(), take in any_take()) {
        let merged = merged(&kept, &gone, &take);
        for field in (0..3).map(|field| CustomFieldId::new(field.to_string())) {
            let of = if take.contains(&Part::Custom(field.clone())) { &gone } else { &kept };
            prop_assert_eq!(merged.custom.get(&field), of.custom.get(&field));
        }
    }

    #[test]
    fn what_nobody_touched_comes_back_as_it_was(kept in any_draft(), gone in any_draft(), take in any_take()) {
        let merged = merged(&kept, &gone, &take);
        prop_assert_eq!(unmerged(&kept, &merged, &merged), (kept, vec![]));
    }

    #[test]
    fn what_somebody_changed_since_stays_and_is_said(kept in any_draft(), gone in any_draft(), take in any_take()) {
        let merged = merged(&kept, &gone, &take);
        let now = CustomerDraft { name: "Tên Mới".into(), address: Some("Đà Nẵng".into()), ..merged.clone() };
        let (back, stayed) = unmerged(&kept, &merged, &now);
        prop_assert_eq!((back.name.as_str(), back.address.as_deref()), ("Tên Mới", Some("Đà Nẵng")));
        prop_assert_eq!(stayed.contains(&Part::Name), merged.name != kept.name);
        prop_assert_eq!(stayed.contains(&Part::Address), merged.address != kept.address);
        prop_assert_eq!(numbers(&back), numbers(&kept));
    }
}

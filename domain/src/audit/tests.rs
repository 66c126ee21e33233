use super::{Changed, Event, Group, SIDE_MAX, Said, diff, subject};
use crate::ids::DealId;
use crate::tags::Subject;
use proptest::prelude::*;
use std::collections::{BTreeMap, HashSet};

fn said() -> impl Strategy<Value = Said> {
    prop::collection::btree_map("[a-f]", ".{0,6}", 0..6)
        .prop_map(|map: BTreeMap<String, String>| map.into_iter().collect())
}

fn one(word: &str, is: &str) -> Said {
    vec![(word.to_owned(), is.to_owned())]
}

#[test]
fn what_changed_is_said_from_and_to() {
    let changed = |field: &str, from: &str, to: &str| Changed { field: field.into(), from: from.into(), to: to.into() };
    let before: Said = [one("name", "Lan"), one("email", ""), one("owner", "Minh")].concat();
    let after: Said = [one("name", "Lan"), one("email", "lan@a.vn"), one("note", "VIP")].concat();
    let expected = [changed("email", "", "lan@a.vn"), changed("note", "", "VIP"), changed("owner", "Minh", "")];
    assert_eq!(diff(&before, &after), expected);
}

#[test]
fn long_texts_are_cut() {
    let changes = diff(&one("note", "a"), &one("note", &"ắ".repeat(SIDE_MAX + 1)));
    assert_eq!(changes[0].to.chars().count(), SIDE_MAX);
    assert!(changes[0].to.ends_with('…'));
}

#[test]
fn a_subject_leads_to_its_record() {
    let deal = Subject::Deal(DealId::new("1"));
    assert_eq!(Event::subject_of(&subject(&deal)), Some(deal));
    assert_eq!(Event::subject_of("rights"), None);
    assert_eq!(Event::subject_of("staff:1"), None);
}

#[test]
fn no_action_is_of_two_groups() {
    let mut seen = HashSet::new();
    for group in Group::ALL {
        assert_eq!(Group::from_word(group.as_str()), Some(group));
        assert!(group.beginnings().iter().all(|beginning| beginning.ends_with('.') && seen.insert(*beginning)));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    #[test]
    fn nothing_changed_where_nothing_changed(is in said()) {
        prop_assert_eq!(diff(&is, &is), Vec::new());
    }

    #[test]
    fn what_changed_leads_from_before_to_after(before in said(), after in said()) {
        let mut now: BTreeMap<String, String> = before.iter().cloned().collect();
        for Changed { field, from, to } in diff(&before, &after) {
            prop_assert_eq!(now.get(&field).cloned().unwrap_or_default(), from.clone());
            prop_assert_ne!(&from, &to);
            now.insert(field, to);
        }
        let words = |map: BTreeMap<String, String>| map.into_iter().filter(|(_, is)| !is.is_empty()).collect::<BTreeMap<_, _>>();
        prop_assert_eq!(words(now), words(after.into_iter().collect()));
    }

    #[test]
    fn the_way_back_is_the_way_turned_round(before in said(), after in said()) {
        let mut there: Vec<_> = diff(&before, &after).into_iter().map(|c| (c.field, c.to, c.from)).collect();
        let mut back: Vec<_> = diff(&after, &before).into_iter().map(|c| (c.field, c.from, c.to)).collect();
        there.sort();
        back.sort();
        prop_assert_eq!(there, back);
    }
}

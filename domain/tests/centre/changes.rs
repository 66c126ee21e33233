//! What differs between two set-ups.

use crate::any::any_centre;
use domain::centre::{Centre, Change, Edit, Group, Part, Queue, Ref, Thing, Value, changes};
use domain::ids::{GroupId, QueueId};
use proptest::prelude::*;
use std::collections::BTreeMap;

#[test]
fn each_part_that_differs_is_named() {
    let mut before = Centre::default();
    before.put(Group { id: GroupId::new("g"), name: "Bán hàng".into() });
    before.put(Queue::new(QueueId::new("q"), "Bán hàng"));
    let mut after = Centre::default();
    after.put(Queue { answer_seconds: 20, name: "Mua hàng".into(), ..Queue::new(QueueId::new("q"), "") });
    after.put(Group { id: GroupId::new("h"), name: "Mua hàng".into() });

    let found = changes(&before, &after);
    assert!(matches!(&found[0], Change::Removed(thing) if thing.at() == Ref::Group(GroupId::new("g"))));
    assert!(matches!(&found[1], Change::Added(thing) if thing.at() == Ref::Group(GroupId::new("h"))));
    let Change::Changed { edits, .. } = &found[2] else { panic!("{found:?}") };
    let name = |text: &str| Value::Text(text.into());
    assert_eq!(
        *edits,
        [
            Edit { part: Part::Name, before: name("Bán hàng"), after: name("Mua hàng") },
            Edit { part: Part::AnswerSeconds, before: Value::Seconds(15), after: Value::Seconds(20) },
        ]
    );
    assert_eq!(found.len(), 3);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn nothing_that_differs_is_passed_over(before in any_centre(), after in any_centre()) {
        prop_assert_eq!(changes(&before, &before), []);
        let found = changes(&before, &after);
        let mut made: BTreeMap<Ref, Thing> = before.things().map(|thing| (thing.at(), thing.clone())).collect();
        for change in &found {
            match change {
                Change::Added(thing) => prop_assert_eq!(made.insert(thing.at(), thing.clone()), None),
                Change::Removed(thing) => prop_assert_eq!(made.remove(&thing.at()), Some(thing.clone())),
                Change::Changed { before, after, edits } => {
                    prop_assert!(!edits.is_empty(), "it differs in nothing that has a name: {:?}", after);
                    prop_assert_eq!(made.insert(after.at(), (**after).clone()), Some((**before).clone()));
                }
            }
        }
        prop_assert_eq!(Centre::from(made.into_values().collect::<Vec<_>>()), after);
        prop_assert!(found.is_sorted_by_key(Change::at));
    }
}

use super::{Deed, Extent, Grant, Numbers, Reach, Records, Rights};
use crate::access::Role;
use crate::ids::StaffId;
use proptest::prelude::*;
use proptest::sample::select;

fn grant() -> impl Strategy<Value = Grant> {
    (select(&Role::ALL[..]), select(&Records::ALL[..]), select(&Deed::ALL[..]), select(&Reach::ALL[..]))
        .prop_map(|(role, entity, deed, reach)| Grant { role, entity, deed, reach })
}

fn grants() -> impl Strategy<Value = Vec<Grant>> {
    prop::collection::vec(grant(), 0..60)
}

/// The whole table, written out: a change of what is usual must change this picture too.
#[test]
fn what_is_usual() {
    let rights = Rights::default();
    let row = |entity: Records, deed: &Deed| {
        let reach = |role| rights.of(role).reach(entity, *deed).as_str();
        format!("{} {}: {} {}", entity.as_str(), deed.as_str(), reach(Role::Agent), reach(Role::Manager))
    };
    let table: Vec<String> = Records::ALL.iter().flat_map(|e| e.deeds().iter().map(|d| row(*e, d))).collect();
    let expected = [
        "customers see: all all",
        "customers create: own all",
        "customers edit: all all",
        "customers assign: none team",
        "customers delete: none team",
        "customers export: none all",
        "customers import: none all",
        "customers bulk: all all",
        "companies see: all all",
        "companies create: own all",
        "companies edit: all all",
        "companies assign: none team",
        "companies delete: none team",
        "companies export: none all",
        "companies bulk: all all",
        "deals see: all all",
        "deals create: own all",
        "deals edit: all all",
        "deals assign: none team",
        "deals delete: none team",
        "deals export: none all",
        "deals bulk: all all",
        "tasks see: all all",
        "tasks create: own own",
        "tasks edit: own team",
    ];
    assert_eq!(table, expected);
}

#[test]
fn seeing_less_draws_everything_in() {
    let mut rights = Rights::default();
    let see = |reach| Grant { role: Role::Manager, entity: Records::Customers, deed: Deed::See, reach };
    rights.grant(see(Reach::Team));
    let reach = |rights: &Rights, deed| rights.of(Role::Manager).reach(Records::Customers, deed);
    assert_eq!((reach(&rights, Deed::Edit), reach(&rights, Deed::Export)), (Reach::Team, Reach::Team));
    assert_eq!(reach(&rights, Deed::Import), Reach::All, "a file is brought in or not");
    rights.grant(see(Reach::None));
    assert!(Deed::ALL.iter().all(|deed| reach(&rights, *deed) == Reach::None));
    rights.grant(see(Reach::All));
    assert_eq!(reach(&rights, Deed::Edit), Reach::None, "what was drawn in is granted anew, not by itself");
    assert_eq!(rights.of(Role::Manager).reach(Records::Deals, Deed::Edit), Reach::All, "other things stay");
}

#[test]
fn what_nobody_owns_is_the_teams() {
    let (me, other) = (StaffId::new("me"), StaffId::new("other"));
    let holds = |reach, owner: Option<&StaffId>, mate| {
        Extent { me: me.clone(), reach, numbers: Numbers::Whole }.holds(owner, mate)
    };
    let seen = |reach| {
        [
            holds(reach, Some(&me), false),
            holds(reach, Some(&other), true),
            holds(reach, None, false),
            holds(reach, Some(&other), false),
        ]
    };
    assert_eq!(seen(Reach::None), [false; 4]);
    assert_eq!(seen(Reach::Own), [true, false, false, false]);
    assert_eq!(seen(Reach::Team), [true, true, true, false]);
    assert_eq!(seen(Reach::All), [true; 4]);
}

#[test]
fn words_survive_the_database() {
    assert!(Records::ALL.iter().all(|one| Records::from_stored(one.as_str()) == Some(*one)));
    assert!(Deed::ALL.iter().all(|one| Deed::from_stored(one.as_str()) == Some(*one)));
    assert!(Reach::ALL.iter().all(|one| Reach::from_stored(one.as_str()) == Some(*one)));
    assert_eq!((Records::from_stored("calls"), Reach::from_stored("ALL")), (None, None));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    #[test]
    fn whatever_is_granted_admins_may_everything(grants in grants()) {
        let rights = Rights::with(&grants);
        for (entity, deed) in Records::ALL.iter().flat_map(|e| Deed::ALL.iter().map(move |d| (*e, *d))) {
            prop_assert_eq!(rights.of(Role::Admin).reach(entity, deed), Reach::All);
        }
    }

    #[test]
    fn whatever_is_granted_nobody_does_more_than_they_see(grants in grants()) {
        let mut rights = Rights::default();
        grants.iter().for_each(|grant| rights.grant(*grant));
        for Grant { role, entity, deed, reach } in rights.grants() {
            let see = rights.of(role).reach(entity, Deed::See);
            prop_assert!(reach <= see || deed == Deed::Import && see > Reach::None);
            prop_assert!(entity.choices(deed).contains(&reach));
        }
    }

    #[test]
    fn what_is_granted_changes_nothing_else(grants in grants(), one in grant()) {
        let before = Rights::with(&grants);
        let mut after = before;
        after.grant(one);
        for (was, is) in after.differing(&before) {
            prop_assert_eq!((is.role, is.entity), (one.role, one.entity));
            prop_assert!(is.deed == one.deed || one.deed == Deed::See && is.reach < was.reach);
        }
    }

    #[test]
    fn a_table_survives_the_database(grants in grants()) {
        let rights = Rights::with(&grants);
        let stored: Vec<Grant> = rights.differing(&Rights::default()).into_iter().map(|(_, now)| now).collect();
        prop_assert_eq!(Rights::with(&stored), rights);
        let sent: Rights = serde_json::from_str(&serde_json::to_string(&rights).unwrap()).unwrap();
        prop_assert_eq!(sent, rights);
    }

    #[test]
    fn a_wider_reach_holds_what_a_narrower_held(owner in prop::option::of("[ab]"), mate: bool, reach in select(&Reach::ALL[..]), wider in select(&Reach::ALL[..])) {
        let owner = owner.map(StaffId::new);
        let held = |reach| Extent { me: StaffId::new("a"), reach, numbers: Numbers::Whole }.holds(owner.as_ref(), mate);
        prop_assert!(!held(reach) || wider < reach || held(wider));
    }
}

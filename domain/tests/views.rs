//! What the log shows, in the words of an address.

use domain::access::Scope;
use domain::calls::{CallFilter, Column, Direction, MatchHow, OutcomeKind, Period};
use domain::ids::{CustomerId, DispositionId, StaffId, TeamId};
use domain::times::Day;
use domain::views::LogView;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

fn day() -> impl Strategy<Value = Option<Day>> {
    option::of((1_i64..40_000).prop_map(|days| Day::of(domain::times::Millis(0)).plus(days)))
}

fn period() -> impl Strategy<Value = Period> {
    let days = (day(), day()).prop_filter("one end", |(from, to)| from.is_some() || to.is_some());
    prop_oneof![
        select(vec![Period::Any, Period::Today, Period::SevenDays, Period::ThisMonth]),
        days.prop_map(|(from, to)| Period::Days { from, to }),
    ]
}

/// Words as people name queues: commas, exclamation marks and spaces among them.
fn names() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec("[a-zĐđ0-9!,&=%]([a-zĐđ0-9!,&=% ]{0,6}[a-zĐđ0-9!,&=%])?", 0..3)
}

fn ids() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec("[0-9a-f]{8}-[0-9a-f]{4}", 0..3)
}

prop_compose! {
    fn people()(
        dispositions in ids(), undecided in any::<bool>(), agents in ids(), teams in ids(), customer in ids(),
        hotlines in names(), queues in names(),
    ) -> CallFilter {
        CallFilter {
            dispositions: dispositions.into_iter().map(DispositionId::new).collect(),
            undecided,
            agents: agents.into_iter().map(StaffId::new).collect(),
            teams: teams.into_iter().map(TeamId::new).collect(),
            customer: customer.into_iter().map(CustomerId::new).next(),
            hotlines,
            queues,
            ..CallFilter::default()
        }
    }
}

prop_compose! {
    fn filter()(
        people in people(), period in period(), weekday in option::of(0_u8..7), hour in option::of(0_u8..24),
        direction in option::of(select(vec![Direction::Inbound, Direction::Outbound])),
        outcomes in subsequence(OutcomeKind::ALL.to_vec(), 0..=5), matched in subsequence(MatchHow::ALL.to_vec(), 0..=5),
        number in "([+0-9][0-9. ]{0,10}[0-9])?", talk_min in option::of(any::<u32>()), talk_max in option::of(any::<u32>()),
        answered in any::<Option<bool>>(), recorded in any::<Option<bool>>(),
    ) -> CallFilter {
        CallFilter {
            period, weekday, hour, direction, outcomes, matched, number, talk_min, talk_max, answered, recorded, ..people
        }
    }
}

fn columns() -> impl Strategy<Value = Option<Vec<Column>>> {
    let chosen = subsequence(Column::ALL.to_vec(), 0..=Column::ALL.len());
    option::of(chosen.prop_map(|chosen| Column::of_words(chosen.into_iter().map(Column::as_str))))
}

proptest! {
    #[test]
    fn a_view_survives_the_address(filter in filter(), oldest_first in any::<bool>(), columns in columns()) {
        let view = LogView { filter, oldest_first, columns };
        let words = view.words();
        let word = |name: &str| words.iter().find(|(said, _)| *said == name).map(|(_, word)| word.clone());
        prop_assert_eq!(LogView::from_words(word), view.clone());
        let stored = serde_json::to_string(&view).unwrap();
        prop_assert_eq!(serde_json::from_str::<LogView>(&stored).unwrap(), view);
    }

    #[test]
    fn no_address_is_too_strange(words in prop::collection::hash_map(
        select(vec!["period", "from", "to", "weekday", "hour", "direction", "outcome", "disposition", "agent", "min", "order", "columns"]),
        "\\PC{0,12}", 0..6,
    )) {
        let view = LogView::from_words(|name| words.get(name).cloned());
        let again = view.words();
        let word = |name: &str| again.iter().find(|(said, _)| *said == name).map(|(_, word)| word.clone());
        prop_assert_eq!(LogView::from_words(word), view);
    }
}

#[test]
fn the_bare_address_shows_everything_in_the_usual_columns() {
    let view = LogView::from_words(|_| None);
    assert_eq!(view, LogView::default());
    assert!(view.filter.is_everything() && view.words().is_empty());
    assert!(view.shown(true).contains(&Column::Agent) && !view.shown(false).contains(&Column::Agent));
}

#[test]
fn customer_and_start_cannot_be_hidden() {
    let view = LogView::from_words(|name| (name == "columns").then(|| "note,nonsense,direction".to_owned()));
    assert_eq!(view.columns, Some(vec![Column::Direction, Column::Customer, Column::Start, Column::Note]));
}

#[test]
fn a_filter_is_for_those_who_may_see_what_it_shows() {
    let (me, team) = (StaffId::new("me"), TeamId::new("t"));
    let theirs = CallFilter::of_agent(StaffId::new("they"));
    let of_team = CallFilter { teams: vec![team.clone()], ..CallFilter::default() };
    let own = Scope::Own(me.clone());
    assert!(CallFilter::default().fits(&own) && CallFilter::of_agent(me.clone()).fits(&own));
    assert!(!theirs.fits(&own) && !of_team.fits(&own));
    assert!(of_team.fits(&Scope::Teams(me.clone(), vec![team])) && !of_team.fits(&Scope::Teams(me, Vec::new())));
    assert!(of_team.fits(&Scope::All));
}

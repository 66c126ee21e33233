//! Publishing: whatever is wanted of whatever is there, it comes about; broken off anywhere, it goes on.

use crate::any::{any_centre, whole_centre};
use crate::exchange::Exchange;
use domain::centre::{Centre, Known, Links, Step, changes, plan, take_over};
use proptest::prelude::*;

/// Publishes from scratch and to the end.
fn publish(exchange: &mut Exchange, links: &Links, want: &Centre) -> Known {
    let mut known = Known::read(exchange.list(), links, want);
    for step in plan(&known.centre, want).expect("nothing dangles") {
        let id = exchange.take(&step, &known.links).expect("the provider refuses nothing");
        known.done(&step, id);
    }
    known
}

/// How a run is broken off.
#[derive(Clone, Copy, Debug)]
enum Broken {
    /// Before the step was sent.
    Before,
    /// After it was done, and what was made is written down.
    After,
    /// After it was done, before anybody could write down what was made.
    Unwritten,
}

fn any_break() -> impl Strategy<Value = (usize, Broken)> {
    (0..40_usize, prop::sample::select(vec![Broken::Before, Broken::After, Broken::Unwritten]))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_wanted_comes_about(versions in prop::collection::vec(whole_centre(), 1..4)) {
        let (mut exchange, mut links) = (Exchange::default(), Links::default());
        for want in &versions {
            let known = publish(&mut exchange, &links, want);
            prop_assert_eq!(&known.centre, want, "what was written down on the way");
            let read = Known::read(exchange.list(), &known.links, want);
            prop_assert_eq!(&read.centre, want, "what the provider has");
            prop_assert_eq!(plan(&read.centre, want), Ok(Vec::new()), "nothing is left to do");
            links = known.links;
        }
    }

    #[test]
    fn broken_off_anywhere_it_goes_on_and_does_nothing_twice(
        have in whole_centre(),
        want in whole_centre(),
        breaks in prop::collection::vec(any_break(), 0..5),
    ) {
        let mut exchange = Exchange::default();
        let links = publish(&mut exchange, &Links::default(), &have).links;
        let mut undisturbed = exchange.clone();
        publish(&mut undisturbed, &links, &want);

        let mut written = links;
        for (at, broken) in breaks {
            let mut known = Known::read(exchange.list(), &written, &want);
            let steps = plan(&known.centre, &want).expect("nothing dangles");
            for (step, turn) in steps.iter().zip(0..) {
                if turn == at && matches!(broken, Broken::Before) {
                    break;
                }
                let id = exchange.take(step, &known.links).expect("the provider refuses nothing");
                if turn == at && matches!(broken, Broken::Unwritten) {
                    break;
                }
                known.done(step, id);
                if turn == at {
                    break;
                }
            }
            written = known.links;
        }
        let known = publish(&mut exchange, &written, &want);
        prop_assert_eq!(&known.centre, &want);
        prop_assert_eq!(exchange.made, undisturbed.made, "something was made twice");
        prop_assert_eq!(exchange.done, undisturbed.done, "something was done twice");
    }

}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn what_somebody_changed_elsewhere_is_seen_and_can_be_undone(
        version in whole_centre(),
        meddled in prop::collection::vec(any::<usize>(), 1..5),
    ) {
        let mut exchange = Exchange::default();
        let links = publish(&mut exchange, &Links::default(), &version).links;
        prop_assert_eq!(changes(&version, &Known::read(exchange.list(), &links, &version).centre), []);
        let before = format!("{:?}", exchange.list());
        meddled.into_iter().for_each(|which| exchange.meddle(which));
        let drift = changes(&version, &Known::read(exchange.list(), &links, &version).centre);
        prop_assert_eq!(drift.is_empty(), before == format!("{:?}", exchange.list()), "{:?}", drift);
        let known = publish(&mut exchange, &links, &version);
        prop_assert_eq!(&known.centre, &version);
        prop_assert_eq!(&Known::read(exchange.list(), &known.links, &version).centre, &version);
    }

    #[test]
    fn an_older_version_comes_back_by_being_published(versions in prop::collection::vec(whole_centre(), 2..4)) {
        let (mut exchange, mut links) = (Exchange::default(), Links::default());
        for want in versions.iter().chain([&versions[0]]) {
            links = publish(&mut exchange, &links, want).links;
        }
        prop_assert_eq!(&Known::read(exchange.list(), &links, &versions[0]).centre, &versions[0]);
    }

    #[test]
    fn what_leads_nowhere_is_not_published(centre in any_centre()) {
        let dangling = centre.dangling();
        match plan(&Centre::default(), &centre) {
            Ok(_) => prop_assert!(dangling.is_empty()),
            Err(found) => prop_assert_eq!(found, dangling),
        }
    }

    #[test]
    fn taken_over_changes_are_there_and_ones_own_stay(
        base in whole_centre(),
        there in whole_centre(),
        draft in whole_centre(),
    ) {
        prop_assert_eq!(take_over(&base, &there, &base).draft, there.clone());
        prop_assert_eq!(take_over(&base, &base, &draft).draft, draft.clone());
        let taken = take_over(&base, &there, &draft);
        for at in base.refs().chain(there.refs()).chain(draft.refs()) {
            let expected = if draft.get(at) == base.get(at) { there.get(at) } else { draft.get(at) };
            prop_assert_eq!(taken.draft.get(at), expected);
        }
    }

    #[test]
    fn a_set_up_is_read_as_it_was_written(centre in any_centre()) {
        let text = serde_json::to_string(&centre).expect("can be written");
        prop_assert_eq!(serde_json::from_str::<Centre>(&text).expect("can be read"), centre);
    }
}

#[test]
fn a_plan_makes_first_and_removes_last() {
    let steps = plan(&Centre::default(), &Centre::default());
    assert_eq!(steps, Ok(Vec::<Step>::new()));
}

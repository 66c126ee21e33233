//! When wrap-up begins, how long it lasts, and what may be filled in.
#![expect(clippy::unwrap_used, reason = "a test that fails by panicking")]

use domain::calls::{Fact, Failure, What, fold};
use domain::fields::{Field, FieldError, FieldProblem};
use domain::ids::{CallId, FactId, SourceId};
use domain::times::Millis;
use domain::wrap_up::{DispositionForm, HowOver, NAME_MAX, Over, WrapUp, WrapUpSettings, WrapUpSettingsForm, begins};

fn begun_by(course: Vec<What>) -> Option<i64> {
    let fact = |(n, what): (usize, What)| Fact {
        id: FactId::new(n.to_string()),
        source: SourceId::new("tab"),
        at: Millis(i64::try_from(n).unwrap() * 1_000),
        what,
    };
    let facts: Vec<Fact> = course.into_iter().enumerate().map(fact).collect();
    begins(&fold(&facts).unwrap()).map(|at| at.0)
}

fn offered() -> What {
    What::Offered { number: "0901234567".into(), hotline: None, queue: None }
}

fn wished() -> What {
    What::DialWished { number: "0901234567".into() }
}

#[test]
fn it_begins_when_a_call_that_was_talked_or_tried_is_over() {
    assert_eq!(begun_by(vec![offered(), What::AgentAnswered]), None, "not over");
    assert_eq!(begun_by(vec![offered(), What::AgentAnswered, What::Ended]), Some(2_000));
    assert_eq!(begun_by(vec![wished(), What::CustomerRinging, What::HangUpWished, What::Ended]), Some(3_000));
    assert_eq!(begun_by(vec![wished(), What::Failed { reason: Failure::Busy }]), Some(1_000));
}

#[test]
fn what_nobody_took_or_we_could_not_make_leaves_nothing_to_say() {
    assert_eq!(begun_by(vec![offered(), What::Ended]), None, "missed");
    assert_eq!(begun_by(vec![offered(), What::RejectWished, What::Ended]), None, "rejected");
    assert_eq!(begun_by(vec![wished(), What::DialIgnored]), None, "the provider took no notice");
    assert_eq!(begun_by(vec![wished(), What::Failed { reason: Failure::OwnDevice }]), None, "our side");
}

#[test]
fn a_call_that_lost_contact_is_wrapped_up_when_its_tab_comes_back_or_never_does() {
    let lost = vec![offered(), What::AgentAnswered, What::ContactLost];
    assert_eq!(begun_by(lost.clone()), None);
    assert_eq!(begun_by([lost.clone(), vec![What::ContactFound, What::Ended]].concat()), Some(4_000));
    assert!(begun_by([lost, vec![What::PresumedEnded]].concat()).is_some());
}

fn wrap_up(due_at: Option<i64>, ended: Option<Over>) -> WrapUp {
    WrapUp { call: CallId::new("c"), started_at: Millis(0), due_at: due_at.map(Millis), ended }
}

#[test]
fn it_lasts_until_it_is_finished_its_time_is_up_or_the_next_call_is_talked() {
    assert_eq!(wrap_up(None, None).over(Millis(i64::MAX)), None, "without a limit it waits for ever");
    assert_eq!(wrap_up(Some(100), None).over(Millis(99)), None);
    let time_up = Some(Over { at: Millis(100), how: HowOver::TimeUp });
    assert_eq!(wrap_up(Some(100), None).over(Millis(100)), time_up);
    for how in [HowOver::Finished, HowOver::NextCall] {
        let ended = Some(Over { at: Millis(50), how });
        assert_eq!(wrap_up(Some(100), ended).over(Millis(200)), ended, "before its time was up");
        let late = Some(Over { at: Millis(150), how });
        assert_eq!(wrap_up(Some(100), late).over(Millis(200)), time_up, "filled in afterwards");
    }
}

#[test]
fn a_choice_has_a_name_that_fits_on_a_button() {
    let parse = |name: &str| DispositionForm { name: name.into() }.parse();
    assert_eq!(parse("  Chốt đơn "), Ok("Chốt đơn".to_owned()));
    let wrong = |problem| Err(vec![FieldError::new(Field::Name, problem)]);
    assert_eq!(parse(" "), wrong(FieldProblem::Required));
    assert_eq!(parse(&"ờ".repeat(NAME_MAX)), Ok("ờ".repeat(NAME_MAX)));
    assert_eq!(parse(&"ờ".repeat(NAME_MAX + 1)), wrong(FieldProblem::TooLong { max: NAME_MAX }));
}

#[test]
fn the_limit_is_seconds_or_nothing() {
    let parse = |limit: &str| {
        let form = WrapUpSettingsForm { limit_seconds: limit.into(), disposition_required: true };
        form.parse().map(|settings| settings.limit_seconds)
    };
    assert_eq!(parse(""), Ok(None));
    assert_eq!(parse(" 45 "), Ok(Some(45)));
    for wrong in ["9", "3601", "-30", "một phút", "1.5"] {
        let problem = FieldProblem::OutOfRange { min: 10, max: 3_600 };
        assert_eq!(parse(wrong), Err(vec![FieldError::new(Field::TimeLimit, problem)]), "{wrong}");
    }
    let limited = WrapUpSettings { limit_seconds: Some(45), disposition_required: false };
    assert_eq!(limited.due(Millis(1_000)), Some(Millis(46_000)));
    assert_eq!(WrapUpSettings::default().due(Millis(1_000)), None);
}

//! The scenes, and the calls that they must make with every provider.

use crate::player::{Report, Who};
use domain::calls::{Direction, Failure, Outcome};

/// One step of a scene.
#[derive(Clone, Debug)]
pub(crate) enum Step {
    /// The provider reports.
    Told(Report),
    /// The member wishes something, and may.
    Wish(Wish),
    /// The page is gone and loaded again.
    Reload,
}

/// What a member wishes, of which call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wish {
    Dial,
    Answer(Who),
    Reject(Who),
    HangUp(Who),
    Hold(Who),
    Resume(Who),
    Mute(Who),
    Unmute(Who),
    Key(Who, char),
    PassOn(Who),
}

/// The call that a scene must make.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Made {
    pub(crate) who: Who,
    pub(crate) direction: Direction,
    /// `None` while it goes on.
    pub(crate) outcome: Option<Outcome>,
    /// The customer was on hold.
    pub(crate) held: bool,
    /// A colleague has it now.
    pub(crate) transferred: bool,
}

/// A scene and what comes of it.
pub(crate) struct Scene {
    pub(crate) name: &'static str,
    pub(crate) steps: Vec<Step>,
    pub(crate) made: Vec<Made>,
}

use Report::{
    CustomerPicksUp, CustomerRings, Dials, Fails, Held, Key, LetsIn, LosesConnection, Muted, NotPassedOn, Over,
    PassedOn, PickedUp, Rings,
};
use Step::{Reload, Told};
use Who::{First, Second};

fn wish(wish: Wish) -> Step {
    Step::Wish(wish)
}

fn call_in(who: Who, outcome: Outcome) -> Made {
    Made { who, direction: Direction::Inbound, outcome: Some(outcome), held: false, transferred: false }
}

fn call_out(outcome: Outcome) -> Made {
    Made { direction: Direction::Outbound, ..call_in(First, outcome) }
}

fn scene(name: &'static str, steps: Vec<Step>, made: Made) -> Scene {
    Scene { name, steps, made: vec![made] }
}

/// A call in that was answered.
fn talking() -> Vec<Step> {
    vec![Told(Rings(First)), wish(Wish::Answer(First)), Told(PickedUp(First))]
}

/// A call out that was taken on, and rings.
fn calling() -> Vec<Step> {
    vec![wish(Wish::Dial), Told(Dials), Told(CustomerRings)]
}

fn after(mut beginning: Vec<Step>, steps: impl IntoIterator<Item = Step>) -> Vec<Step> {
    beginning.extend(steps);
    beginning
}

/// Every scene.
pub(crate) fn scenes() -> Vec<Scene> {
    let mut scenes = inbound();
    scenes.extend(outbound());
    scenes.extend(in_a_call());
    scenes.extend(troubles());
    scenes
}

fn inbound() -> Vec<Scene> {
    let answered = || call_in(First, Outcome::Answered);
    vec![
        scene("the customer hangs up", after(talking(), [Told(Over(First))]), answered()),
        scene("the member hangs up", after(talking(), [wish(Wish::HangUp(First)), Told(Over(First))]), answered()),
        scene("missed", vec![Told(Rings(First)), Told(Over(First))], call_in(First, Outcome::Missed)),
        scene(
            "rejected",
            vec![Told(Rings(First)), wish(Wish::Reject(First)), Told(Over(First))],
            call_in(First, Outcome::Rejected),
        ),
    ]
}

/// Every way in which a customer is not reached that all providers know.
const FAILURES: [(&str, Failure); 7] = [
    ("busy", Failure::Busy),
    ("nobody picks up", Failure::NoAnswer),
    ("no such number", Failure::Unreachable),
    ("switched off", Failure::TemporarilyUnreachable),
    ("not paid", Failure::Unpaid),
    ("the member is busy", Failure::MemberBusy),
    ("not permitted", Failure::NotPermitted),
];

fn outbound() -> Vec<Scene> {
    let picks_up = |steps: Vec<Step>| after(after(calling(), [Told(CustomerPicksUp)]), steps);
    let mut scenes = vec![
        scene("a call out, the customer hangs up", picks_up(vec![Told(Over(First))]), call_out(Outcome::Answered)),
        scene(
            "a call out, the member hangs up",
            picks_up(vec![wish(Wish::HangUp(First)), Told(Over(First))]),
            call_out(Outcome::Answered),
        ),
        scene(
            "given up",
            after(calling(), [wish(Wish::HangUp(First)), Told(Over(First))]),
            call_out(Outcome::Cancelled),
        ),
    ];
    for (name, reason) in FAILURES {
        let steps = match reason {
            Failure::Busy | Failure::NoAnswer => after(calling(), [Told(Fails(reason.clone()))]),
            Failure::Unreachable | Failure::TemporarilyUnreachable => {
                vec![wish(Wish::Dial), Told(Dials), Told(Fails(reason.clone()))]
            }
            _ => vec![wish(Wish::Dial), Told(Fails(reason.clone()))],
        };
        scenes.push(scene(name, steps, call_out(Outcome::Failed { reason })));
    }
    scenes
}

fn in_a_call() -> Vec<Scene> {
    let answered = || call_in(First, Outcome::Answered);
    let talk = |steps: Vec<Step>| after(talking(), steps);
    vec![
        scene(
            "hold",
            talk(vec![
                wish(Wish::Hold(First)),
                Told(Held(First, true)),
                wish(Wish::Resume(First)),
                Told(Held(First, false)),
                Told(Over(First)),
            ]),
            Made { held: true, ..answered() },
        ),
        scene(
            "over while on hold",
            talk(vec![wish(Wish::Hold(First)), Told(Held(First, true)), Told(Over(First))]),
            Made { held: true, ..answered() },
        ),
        scene(
            "mute",
            talk(vec![
                wish(Wish::Mute(First)),
                Told(Muted(First, true)),
                wish(Wish::Unmute(First)),
                Told(Muted(First, false)),
                Told(Over(First)),
            ]),
            answered(),
        ),
        scene("a key", talk(vec![wish(Wish::Key(First, '1')), Told(Key(First, '1')), Told(Over(First))]), answered()),
        scene(
            "passed on to a colleague",
            talk(vec![wish(Wish::PassOn(First)), Told(PassedOn(First))]),
            Made { transferred: true, ..answered() },
        ),
        scene(
            "not passed on",
            talk(vec![wish(Wish::PassOn(First)), Told(NotPassedOn(First)), Told(Over(First))]),
            answered(),
        ),
    ]
}

fn troubles() -> Vec<Scene> {
    let answered = |who| call_in(who, Outcome::Answered);
    let second = vec![
        Told(Rings(Second)),
        wish(Wish::HangUp(First)),
        Told(Over(First)),
        wish(Wish::Answer(Second)),
        Told(PickedUp(Second)),
        Told(Over(Second)),
    ];
    let back = [Told(LosesConnection), Told(LetsIn), Told(Over(First))];
    vec![
        Scene {
            name: "a second call rings while talking",
            steps: after(talking(), second),
            made: vec![answered(First), answered(Second)],
        },
        scene("the connection is lost and found", after(talking(), back), answered(First)),
        scene("the tab is lost", after(talking(), [Reload]), answered(First)),
        scene("the tab is lost while it rings", vec![Told(Rings(First)), Reload], call_in(First, Outcome::Missed)),
        scene(
            "the tab is lost on a call out",
            after(calling(), [Reload]),
            call_out(Outcome::Failed { reason: Failure::NoAnswerOrError }),
        ),
    ]
}

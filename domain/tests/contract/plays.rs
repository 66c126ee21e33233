//! The scenes, played: as told, with every message twice, out of order, and with one lost.

use crate::player::{Message, PLAYERS, Player, Report, Who};
use crate::scenes::{Made, Scene, Step, Wish, scenes};
use crate::tab::Tab;
use domain::calls::{Command, LiveCall, Order, Outcome, Output, TransferTarget, What, fold};
use domain::ids::SourceId;
use domain::times::Millis;

/// What happens to a provider's messages on their way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    /// Nothing.
    Straight,
    /// Each comes twice.
    Twice,
    /// This one, counted from the beginning, does not come.
    Lost(usize),
    /// This one comes after the next.
    Late(usize),
}

/// One line of a script: the member's, or a provider's message and the report that it is part of.
enum Line {
    Wish(Wish),
    Message(Report, Message),
    Reload,
}

/// The lines of a scene in a provider's words, and which of them are its messages.
fn script(player: &dyn Player, scene: &Scene) -> Vec<Line> {
    let out = scene.steps.iter().any(|step| matches!(step, Step::Wish(Wish::Dial)));
    let lines = scene.steps.iter().flat_map(|step| match step {
        Step::Wish(wish) => vec![Line::Wish(*wish)],
        Step::Reload => vec![Line::Reload],
        Step::Told(report) => {
            player.says(report, out).into_iter().map(|message| Line::Message(report.clone(), message)).collect()
        }
    });
    lines.collect()
}

fn on_its_way(mut lines: Vec<Line>, way: Way) -> Vec<Line> {
    match way {
        Way::Straight => lines,
        Way::Twice => lines.into_iter().flat_map(twice).collect(),
        Way::Lost(at) => {
            lines.remove(at);
            lines
        }
        Way::Late(at) => {
            lines.swap(at, at + 1);
            lines
        }
    }
}

fn twice(line: Line) -> Vec<Line> {
    match line {
        Line::Message(report, message) => {
            vec![Line::Message(report.clone(), message.clone()), Line::Message(report, message)]
        }
        line => vec![line],
    }
}

/// A page that telephones with a provider.
struct Stage<'a> {
    player: &'a dyn Player,
    tab: Tab,
    /// What may not be possible any more because something was lost.
    forgiving: bool,
}

impl<'a> Stage<'a> {
    fn new(player: &'a dyn Player, forgiving: bool) -> Self {
        let mut stage = Self { player, tab: Tab::new(), forgiving };
        for message in player.opening() {
            stage.hear(message);
        }
        stage
    }

    fn hear(&mut self, message: Message) {
        for event in message {
            self.tab.hears(event);
        }
    }

    fn play(mut self, lines: Vec<Line>) -> Self {
        for line in lines {
            match line {
                Line::Message(_, message) => self.hear(message),
                Line::Wish(wish) => self.wish(wish),
                Line::Reload => self.reload(),
            }
        }
        self
    }

    fn call_with(&self, who: Who) -> Option<&LiveCall> {
        let number = self.player.number(who);
        self.tab.desk.calls().iter().find(|call| call.state.number == number)
    }

    fn wish(&mut self, wish: Wish) {
        let Some(command) = self.command(wish) else {
            assert!(self.forgiving, "no call for {wish:?}");
            return;
        };
        match self.tab.wishes(command) {
            Ok(outputs) => self.ordered(&outputs),
            Err(refused) => assert!(self.forgiving, "{wish:?} is refused: {refused:?}"),
        }
    }

    fn command(&self, wish: Wish) -> Option<Command> {
        let id = |who| self.call_with(who).map(|call| call.id.clone());
        let colleague = || TransferTarget::Seat("5001".to_owned());
        Some(match wish {
            Wish::Dial => Command::Dial { number: self.player.number(Who::First).to_owned() },
            Wish::Answer(who) => Command::Answer { call: id(who)? },
            Wish::Reject(who) => Command::Reject { call: id(who)? },
            Wish::HangUp(who) => Command::HangUp { call: id(who)? },
            Wish::Hold(who) => Command::Hold { call: id(who)? },
            Wish::Resume(who) => Command::Resume { call: id(who)? },
            Wish::Mute(who) => Command::Mute { call: id(who)? },
            Wish::Unmute(who) => Command::Unmute { call: id(who)? },
            Wish::Key(who, key) => Command::Tone { call: id(who)?, key },
            Wish::PassOn(who) => Command::Transfer { call: id(who)?, to: colleague() },
        })
    }

    /// Every wish asks the provider for one thing, and it has words for that.
    fn ordered(&self, outputs: &[Output]) {
        let asked = outputs.iter().filter_map(|output| match output {
            Output::Provider { order, .. } => Some(order),
            _ => None,
        });
        let asked: Vec<&Order> = asked.collect();
        assert!(asked.len() == 1 && self.player.can_be_asked(asked[0]), "{asked:?}");
    }

    fn reload(&mut self) {
        let now = Millis(self.tab.now);
        self.tab.desk.resume(now, now, SourceId::new("tab-again"));
    }

    fn made(&self) -> Vec<Made> {
        let made = |call: &LiveCall| Made {
            who: if call.state.number == self.player.number(Who::Second) { Who::Second } else { Who::First },
            direction: call.state.direction,
            outcome: call.state.outcome.clone(),
            held: call.state.held_ms > 0,
            transferred: call.state.transferred,
        };
        self.tab.desk.calls().iter().map(made).collect()
    }
}

fn each_play(mut check: impl FnMut(&dyn Player, &Scene)) {
    for player in PLAYERS {
        for scene in scenes() {
            check(player, &scene);
        }
    }
}

fn played<'a>(player: &'a dyn Player, scene: &Scene, way: Way) -> Stage<'a> {
    let lines = on_its_way(script(player, scene), way);
    Stage::new(player, matches!(way, Way::Lost(_))).play(lines)
}

fn place(player: &dyn Player, scene: &Scene, way: Way) -> String {
    format!("{} with {}, {way:?}", scene.name, player.name())
}

#[test]
fn every_scene_makes_the_same_calls_with_every_provider() {
    each_play(|player, scene| {
        let stage = played(player, scene, Way::Straight);
        assert_eq!(stage.made(), scene.made, "{}", place(player, scene, Way::Straight));
    });
}

#[test]
fn what_is_said_twice_counts_once() {
    each_play(|player, scene| {
        if scene.made.len() > 1 && !player.names_calls() {
            return;
        }
        let (once, twice) = (played(player, scene, Way::Straight), played(player, scene, Way::Twice));
        assert_eq!(twice.made(), scene.made, "{}", place(player, scene, Way::Twice));
        for (one, other) in once.tab.desk.calls().iter().zip(twice.tab.desk.calls()) {
            assert_eq!(whats(one), whats(other), "{}", place(player, scene, Way::Twice));
        }
    });
}

/// What is recorded of a call, but for keys: the same key may well be pressed twice.
fn whats(call: &LiveCall) -> Vec<&What> {
    let pressed = |what: &&What| matches!(what, What::ToneSent { .. });
    call.facts.iter().map(|fact| &fact.what).filter(|what| !pressed(what)).collect()
}

#[test]
fn reports_of_a_running_call_may_overtake_each_other() {
    each_play(|player, scene| {
        let lines = script(player, scene);
        for at in 0..lines.len().saturating_sub(1) {
            if may_be_swapped(&lines[at], &lines[at + 1]) {
                let stage = played(player, scene, Way::Late(at));
                assert_eq!(stage.made(), scene.made, "{}", place(player, scene, Way::Late(at)));
            }
        }
    });
}

/// A call that has not begun cannot be told of, and one that is over is not opened again.
fn may_be_swapped(one: &Line, other: &Line) -> bool {
    let (Line::Message(one, _), Line::Message(other, _)) = (one, other) else { return false };
    let within = one == other;
    let line = |report: &Report| matches!(report, Report::LetsIn | Report::LosesConnection);
    within || !(one.begins() || one.ends() || other.ends() || line(one) || line(other))
}

#[test]
fn one_lost_message_never_makes_a_call_of_another_kind() {
    each_play(|player, scene| {
        let lines = script(player, scene);
        let messages = (0..lines.len()).filter(|at| matches!(lines[*at], Line::Message(..)));
        for way in messages.map(Way::Lost) {
            let stage = played(player, scene, way);
            assert!(stage.made().len() <= scene.made.len(), "{}", place(player, scene, way));
            for made in stage.made() {
                let meant = scene.made.iter().find(|meant| meant.who == made.who).expect("one of the scene's calls");
                assert_eq!(made.direction, meant.direction, "{}", place(player, scene, way));
                let invented = made.outcome == Some(Outcome::Answered) && meant.outcome != made.outcome;
                assert!(!invented, "nobody talked: {}", place(player, scene, way));
            }
        }
    });
}

#[test]
fn the_log_derives_the_same_call_whatever_the_order_in_which_it_hears() {
    each_play(|player, scene| {
        let stage = played(player, scene, Way::Straight);
        for call in stage.tab.desk.calls() {
            for turn in 0..call.facts.len() {
                let mut facts = call.facts.clone();
                facts.rotate_left(turn);
                facts.extend(call.facts.iter().rev().cloned());
                assert_eq!(fold(&facts).as_ref(), Some(&call.state), "{}", place(player, scene, Way::Straight));
            }
        }
    });
}

//! Menus: what a caller hears, and where each key leads.

use super::calls::Stage;
use super::events::Cause;
use super::setup::{Key, Node, PlayMode, usual_voice};
use super::words::{Moment, Sound};
use super::{CallKey, Centre, Timer};
use std::time::Duration;

/// Steps from place to place in one call: a menu without an exit must end some day.
const MOST_VISITS: u32 = 50;
/// The same place is said again this often when no key says what to do.
const MOST_REPEATS: u32 = 3;
/// Said when nobody works.
const CLOSED: &str = "Hiện đang ngoài giờ làm việc. Xin quý khách gọi lại sau.";

/// Where a caller is in a menu.
#[derive(Clone, Debug)]
pub(super) struct Menu {
    node: String,
    phase: Phase,
    /// How often it is still said.
    loops: u64,
    /// The number of the step: a timer of an earlier one is late.
    step: u64,
    visits: u32,
    repeats: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    Speaking,
    Pausing,
    Listening,
    /// The last words; then the call ends.
    Leaving,
}

/// How long a text takes to say.
pub(crate) fn talk_length(text: &str, speed: i64) -> Duration {
    let letters = u64::try_from(text.chars().count()).unwrap_or(u64::MAX).clamp(8, 2_000);
    let each = 60_i64.saturating_sub(speed.clamp(-3, 3) * 8).unsigned_abs();
    Duration::from_millis(letters * each)
}

impl Centre {
    /// A caller comes to a place in a menu.
    pub(super) fn enter_node(&mut self, now: Moment, key: CallKey, node: &str) {
        let Some(found) = self.setup.nodes.get(node).cloned() else {
            return self.end_call(now, key, &Cause::by_us("IVR_NODE_NOT_FOUND"));
        };
        let Some(call) = self.calls.get_mut(&key) else { return };
        let (step, visits) = match &call.stage {
            Stage::Menu(menu) => (menu.step + 1, menu.visits + 1),
            _ => (0, 0),
        };
        if visits > MOST_VISITS {
            return self.end_call(now, key, &Cause::by_us("IVR_LOOP"));
        }
        let loops = found.loop_count.clamp(1, 20);
        let node = node.to_owned();
        call.stage = Stage::Menu(Menu { node, phase: Phase::Speaking, loops, step, visits, repeats: 0 });
        self.speak(now, key, &found);
    }

    /// Says what the place has to say.
    fn speak(&mut self, now: Moment, key: CallKey, node: &Node) {
        let (sound, length) = match node.node_play_mode {
            PlayMode::Talk => {
                let (text, speed) = (node.node_play_content.clone(), node.speed);
                let length = talk_length(&text, speed);
                (Sound::Talk { text, speed, voice: node.voice.clone() }, length)
            }
            PlayMode::Play => match self.setup.files.get(&node.node_play_content) {
                Some(file) => (Sound::File(node.node_play_content.clone()), file.length),
                None => (Sound::Silence, Duration::ZERO),
            },
        };
        self.step(now, key, Phase::Speaking, sound, length);
    }

    fn step(&mut self, now: Moment, key: CallKey, phase: Phase, sound: Sound, wait: Duration) {
        let Some(call) = self.calls.get_mut(&key) else { return };
        let Stage::Menu(menu) = &mut call.stage else { return };
        menu.phase = phase;
        menu.step += 1;
        let (step, customer) = (menu.step, call.customer);
        self.timers.set(now.after(wait), Timer::Menu(key, step));
        if let Some(customer) = customer {
            self.hear(customer, sound);
            self.note(customer, "menu");
        }
    }

    /// What was said is said, or nothing was pressed for long enough.
    pub(super) fn menu_goes_on(&mut self, now: Moment, key: CallKey, step: u64) {
        let Some(call) = self.calls.get_mut(&key) else { return };
        let Stage::Menu(menu) = &mut call.stage else { return };
        if menu.step != step {
            return;
        }
        let Some(node) = self.setup.nodes.get(&menu.node).cloned() else {
            return self.end_call(now, key, &Cause::by_us("IVR_STOP"));
        };
        match menu.phase {
            Phase::Speaking => {
                menu.loops = menu.loops.saturating_sub(1);
                let (phase, wait) = match menu.loops {
                    0 => (Phase::Listening, Duration::from_secs(node.keypress_timeout.min(120))),
                    _ => (Phase::Pausing, Duration::from_millis(node.sched.min(60_000))),
                };
                self.step(now, key, phase, Sound::Silence, wait);
            }
            Phase::Pausing => self.speak(now, key, &node),
            Phase::Listening => self.press(now, key, &node, "EMPTY_KEY"),
            Phase::Leaving => self.end_call(now, key, &Cause::by_us("IVR_STOP")),
        }
    }

    /// The caller pressed a key.
    pub(super) fn key_pressed(&mut self, now: Moment, key: CallKey, digit: char) {
        let Some(Stage::Menu(menu)) = self.calls.get(&key).map(|call| &call.stage) else { return };
        let Some(node) = self.setup.nodes.get(&menu.node).cloned() else { return };
        let deaf = menu.phase == Phase::Leaving || menu.phase != Phase::Listening && !node.barge_in;
        if !deaf {
            self.press(now, key, &node, digit.encode_utf8(&mut [0; 4]));
        }
    }

    /// Does what a key says; without one for it what an invalid key says, and without that everything is said again.
    fn press(&mut self, now: Moment, key: CallKey, node: &Node, pressed: &str) {
        let Some(Stage::Menu(menu)) = self.calls.get_mut(&key).map(|call| &mut call.stage) else { return };
        let place = menu.node.clone();
        let find = |name: &str| self.setup.keys.find(|row| row.node == place && row.node_key == name);
        let invalid = || find("INVALID_KEY").filter(|_| pressed != "EMPTY_KEY");
        if let Some(action) = find(pressed).or_else(invalid).map(|(_, action)| action.clone()) {
            return self.follow(now, key, &action);
        }
        menu.repeats += 1;
        menu.loops = node.loop_count.clamp(1, 20);
        if menu.repeats >= MOST_REPEATS {
            return self.end_call(now, key, &Cause::by_us("NO_USER_RESPONSE"));
        }
        self.speak(now, key, node);
    }

    fn follow(&mut self, now: Moment, key: CallKey, action: &Key) {
        let text = |field: &Option<String>| field.clone().unwrap_or_default();
        match action.action {
            2 => self.enqueue(now, key, &text(&action.queue_id)),
            3 => self.forward(now, key, &text(&action.from_number_callout_to_agent), &text(&action.to_phone_number)),
            4 => self.enter_node(now, key, &text(&action.next_node)),
            _ => self.end_call(now, key, &Cause::by_us("IVR_STOP")),
        }
    }

    /// Tells a caller that nobody works now, and says goodbye.
    pub(super) fn say_closed(&mut self, now: Moment, key: CallKey) {
        let Some(call) = self.calls.get_mut(&key) else { return };
        let Some(customer) = call.customer else { return };
        let menu = Menu { node: String::new(), phase: Phase::Leaving, loops: 0, step: 0, visits: 0, repeats: 0 };
        call.stage = Stage::Menu(menu);
        self.pick_up(customer);
        let sound = Sound::Talk { text: CLOSED.to_owned(), speed: 0, voice: usual_voice() };
        self.step(now, key, Phase::Leaving, sound, talk_length(CLOSED, 0));
    }
}

//! The way of a call.

use super::{Because, Course, End, Hindrance, Offer, Pressed, Rung, Stop, Taken, Trial, Visit, Wait};
use crate::centre::{Action, Centre, Node, Press, Prompt, Queue, Ref, Schedule};
use crate::ids::{NodeId, QueueId, Seat};
use std::collections::BTreeSet;

/// A menu without a way out must end some day.
const MOST_PLACES: usize = 50;
/// The same is said again this often when nothing says what to do.
const MOST_ROUNDS: u32 = 3;
/// How long a file plays of which nobody said so, in milliseconds.
const USUAL_LENGTH: i64 = 5_000;

/// How long a text takes to say, in milliseconds: a guess.
fn talk_length(text: &str, speed: i8) -> i64 {
    let letters = i64::try_from(text.chars().count()).unwrap_or(i64::MAX).clamp(8, 2_000);
    letters * (60 - i64::from(speed.clamp(-3, 3)) * 8)
}

/// A call on its way.
pub(super) struct Walk<'a> {
    centre: &'a Centre,
    trial: &'a Trial,
    now: i64,
    /// The keys that are still to be pressed, the next one last.
    keys: Vec<Pressed>,
    stops: Vec<Stop>,
}

impl<'a> Walk<'a> {
    pub(super) fn new(centre: &'a Centre, trial: &'a Trial) -> Self {
        let mut keys = trial.keys.clone();
        keys.sort_by_key(|pressed| std::cmp::Reverse(pressed.at));
        Self { centre, trial, now: 0, keys, stops: Vec::new() }
    }

    pub(super) fn begin(mut self) -> Course {
        let end = self.hotline();
        Course { stops: self.stops, end, ended_at: self.now }
    }

    fn hotline(&mut self) -> End {
        let Some(hotline) = self.centre.hotline(&self.trial.number) else { return End::UnknownNumber };
        let nowhere = || End::LeadsNowhere { at: Ref::Hotline(hotline.number.clone()) };
        match hotline.leads_to() {
            Some(Ref::Menu(menu)) if self.centre.menu(&menu).is_some() => {
                if self.is_blocked(|blocked| blocked.in_menus) {
                    return End::Blocked;
                }
                let begins = self.centre.root(&menu).cloned();
                begins.map_or(End::LeadsNowhere { at: Ref::Menu(menu) }, |node| self.menu(node))
            }
            Some(Ref::Queue(queue)) => self.queue(&queue, nowhere()),
            _ => nowhere(),
        }
    }

    fn is_blocked(&self, there: impl Fn(&crate::centre::Blocked) -> bool) -> bool {
        self.centre.blocked().any(|blocked| Some(&blocked.number) == self.trial.caller.as_ref() && there(blocked))
    }

    /// From place to place, until something else comes.
    fn menu(&mut self, first: NodeId) -> End {
        let mut id = first;
        for _ in 0..MOST_PLACES {
            let Some(node) = self.centre.node(&id) else { return End::LeadsNowhere { at: Ref::Node(id) } };
            let visit = self.visit(node);
            self.now = visit.until;
            let taken = visit.taken.clone();
            self.stops.push(Stop::Place(visit));
            let Some(taken) = taken else { return End::CutOff { node: id } };
            let nowhere = || End::LeadsNowhere { at: Ref::Key { node: id.clone(), press: taken.counts_as, nth: 0 } };
            match taken.action {
                Action::Next { node } if self.centre.node(&node).is_some() => id = node,
                Action::Next { .. } => return nowhere(),
                Action::Queue { queue } => return self.queue(&queue, nowhere()),
                Action::Forward { to, caller_id } => return End::Forwarded { to, caller_id },
                Action::Stop | Action::Unknown { .. } => return End::Stopped,
            }
        }
        End::GoesRound { node: id }
    }

    fn visit(&mut self, node: &Node) -> Visit {
        let said = self.said(node);
        let deaf = if node.barge_in { 0 } else { said };
        let wait = i64::from(node.wait_seconds) * 1_000;
        let (from, mut begun) = (self.now, self.now);
        let mut visit = Visit {
            node: node.id.clone(),
            from,
            listens_from: from + deaf,
            until: from,
            rounds: 0,
            unheard: Vec::new(),
            taken: None,
        };
        while visit.rounds < MOST_ROUNDS && visit.taken.is_none() {
            visit.rounds += 1;
            let (at, pressed) = self.next_press(begun + deaf, begun + said + wait, &mut visit.unheard);
            visit.taken = self.taken(node, pressed);
            (visit.until, begun) = (at, at);
        }
        visit
    }

    /// How long everything takes to say, in milliseconds.
    fn said(&self, node: &Node) -> i64 {
        let once = match &node.prompt {
            Prompt::Voice { text, speed, .. } => talk_length(text, *speed),
            Prompt::File { file } => self.trial.lengths.get(file).copied().unwrap_or(USUAL_LENGTH),
        };
        let loops = i64::from(node.loops.clamp(1, 20));
        once * loops + i64::from(node.pause_ms.min(60_000)) * (loops - 1)
    }

    /// The first key within this time, or none at its end.
    fn next_press(&mut self, from: i64, until: i64, unheard: &mut Vec<Pressed>) -> (i64, Press) {
        while let Some(pressed) = self.keys.pop_if(|pressed| pressed.at < until) {
            if pressed.at >= from {
                return (pressed.at, pressed.key);
            }
            unheard.push(pressed);
        }
        (until, Press::Nothing)
    }

    fn taken(&self, node: &Node, pressed: Press) -> Option<Taken> {
        let action = |press| self.centre.keys_of(&node.id).find(|key| key.press == press).map(|key| key.action.clone());
        let instead = if pressed == Press::Nothing { Press::Nothing } else { Press::Other };
        [pressed, instead].into_iter().find_map(|counts_as| {
            let action = action(counts_as)?;
            Some(Taken { pressed, counts_as, action })
        })
    }

    fn queue(&mut self, id: &QueueId, nowhere: End) -> End {
        let Some(queue) = self.centre.queue(id) else { return nowhere };
        if self.is_blocked(|blocked| blocked.in_queues) {
            return End::Blocked;
        }
        if queue.schedule == Schedule::BusinessHours && !self.trial.open {
            return End::Closed { queue: id.clone() };
        }
        let Some(candidates) = self.candidates(queue) else {
            self.stops.push(Stop::Queue(Wait { queue: id.clone(), from: self.now, offers: Vec::new() }));
            return End::AsksElsewhere { queue: id.clone() };
        };
        let from = self.now;
        let (offers, answered) = self.ring(queue, candidates);
        let rings = offers.iter().any(|offer| matches!(offer.rung, Rung::Rings { .. }));
        self.stops.push(Stop::Queue(Wait { queue: id.clone(), from, offers }));
        match answered {
            Some(seat) => End::Answered { seat },
            None if rings => End::NobodyAnswers { queue: id.clone() },
            None => End::NobodyCanBeRung { queue: id.clone() },
        }
    }

    /// Who is thought of, in order, why, and for how many seconds; `None` where nobody knows.
    fn candidates(&self, queue: &Queue) -> Option<Vec<(Seat, Because, u32)>> {
        if queue.asks.is_some() {
            let named = self.trial.named.as_ref()?.iter();
            return Some(named.map(|named| (named.seat.clone(), Because::Named, named.seconds)).collect());
        }
        let mut known = BTreeSet::new();
        let mut found = Vec::new();
        for route in self.centre.routes_of(&queue.id) {
            for seat in self.centre.members_of(&route.group).filter(|seat| known.insert((*seat).clone())) {
                let since = self.trial.agents.get(seat).and_then(|presence| presence.free_since);
                let because = Because::Group { group: route.group.clone(), rank: route.rank };
                found.push((route.rank, since, seat.clone(), because));
            }
        }
        found.sort_by(|one, other| (one.0, one.1, &one.2).cmp(&(other.0, other.1, &other.2)));
        Some(found.into_iter().map(|(_, _, seat, because)| (seat, because, queue.answer_seconds)).collect())
    }

    /// Rings one after the other, until somebody answers.
    fn ring(&mut self, queue: &Queue, candidates: Vec<(Seat, Because, u32)>) -> (Vec<Offer>, Option<Seat>) {
        let mut answered = None;
        let mut offers = Vec::new();
        for (seat, because, seconds) in candidates {
            let agent = self.centre.agent(&seat).ok_or_else(|| vec![Hindrance::NoAgent]);
            let rung = match agent.and_then(|agent| queue.rings(agent, self.trial.agents.get(&seat))) {
                Err(kept) => Rung::Kept(kept),
                Ok(_) if answered.is_some() => Rung::TooLate,
                Ok(on) => {
                    let from = self.now;
                    if self.trial.answers.as_ref() == Some(&seat) {
                        answered = Some(seat.clone());
                    } else {
                        self.now += i64::from(seconds) * 1_000;
                    }
                    Rung::Rings { on, from, until: self.now }
                }
            };
            offers.push(Offer { seat, because, rung });
        }
        (offers, answered)
    }
}

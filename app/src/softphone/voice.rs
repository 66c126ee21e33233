//! Where the member telephones, and how that moves: one tab of one browser on one computer.
//!
//! Between tabs of a browser a lock of the browser decides ([`super::tabs`]): its holder speaks for the browser. Between
//! computers the server decides, by a lease with a number that grows ([`super::heart`]). Only the tab that has both
//! signs in at the provider; all others show what it has, and hand it the member's wishes.
//!
//! - A tab that is closed or dies loses the lock at once, and another takes the telephone by itself: its call was in the
//!   page that is gone, so nothing is cut off. A page that is only loaded again is given time to come back first.
//! - Whoever finds the telephone on another computer knocks there. Where nobody answers, it is taken without a question,
//!   unless a call may go on there.
//! - Who takes the telephone from a tab or computer in the middle of a call is asked first and told what will happen.
//! - Where our server does not answer the question for the lease but lets us sign in, the provider decides: the tab
//!   telephones, but takes the voice by itself only if it had it before.

use super::called_first;
use super::channel::{self, Said, Standing};
use super::heart::Heart;
use super::leaving;
use super::phone::Phone;
use super::sitting::Before;
use super::tabs::{self, Patience};
use super::{backoff, storage};
use crate::live;
use domain::calls::{Ability, Command, Desk, Event, LiveCall};
use domain::ids::StaffId;
use domain::live::Push;
use domain::voice::{BeatAnswer, Claim, KNOCK_WAITS, Lease, SILENCE_WAITS};
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// This tab's own mark that it had the telephone, kept while its page is loaded again.
const WAS_HERE: &str = "alo.voice.here";
/// So long a page that is loaded again may take before another tab takes the telephone.
const RELOADING: Duration = Duration::from_secs(4);
/// So long a page that had the telephone waits for its former self to be gone.
const SETTLING: Duration = Duration::from_secs(2);
/// So long a tab may take to give the telephone up before it counts as frozen.
const GIVING_UP: Duration = Duration::from_secs(2);

/// Where the member telephones.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Place {
    /// Not known yet.
    Unknown,
    /// In this tab.
    Here,
    /// In another tab of this browser.
    AnotherTab,
    /// On another computer, or in another browser of this one.
    AnotherComputer(Lease),
}

/// Where the member telephones, as this tab knows it.
#[derive(Clone, Copy)]
pub(super) struct Voice {
    place: RwSignal<Place>,
    /// Whether this tab holds the lock: it speaks for the browser.
    speaks: RwSignal<bool>,
    /// Which call it is that would be cut off: the member is being asked.
    pub(super) asks: RwSignal<Option<Place>>,
    /// Whether the telephone is on its way here.
    pub(super) moves: RwSignal<bool>,
    /// The heartbeat.
    pub(super) heart: Heart,
    /// Each time this tab begins to wait for the lock anew, an older wait is void.
    wait: StoredValue<u32>,
    /// What will be claimed when nobody shows that they have the telephone.
    awaits: StoredValue<Option<Claim>>,
}

impl Voice {
    /// Nothing is known.
    pub(super) fn new() -> Self {
        Self {
            place: RwSignal::new(Place::Unknown),
            speaks: RwSignal::new(false),
            asks: RwSignal::new(None),
            moves: RwSignal::new(false),
            heart: Heart::new(),
            wait: StoredValue::new(0),
            awaits: StoredValue::new(None),
        }
    }

    /// Begins, in the browser.
    pub(super) fn start(self, phone: Phone, member: &StaffId) {
        channel::open(member, move |said| self.heard(phone, said));
        self.tell_other_tabs(phone);
        leaving::properly(phone);
        self.heart.start(phone);
        live::on(move |push| self.told(phone, push));
        spawn_local(async move {
            let was_here = storage::read(storage::for_this_tab().as_ref(), WAS_HERE).is_some();
            let patience = if was_here { Patience::For(SETTLING) } else { Patience::None };
            if self.take_lock(phone, patience).await {
                self.sit_down(phone, Claim::Knock).await;
            } else {
                self.look_on(phone);
            }
        });
    }

    /// Whether this tab speaks for its browser.
    pub(super) fn speaks(self) -> bool {
        self.speaks.get()
    }

    /// The same without following it.
    pub(super) fn speaks_now(self) -> bool {
        self.speaks.get_untracked()
    }

    /// Where the member telephones.
    pub(super) fn place(self) -> Place {
        self.place.get()
    }

    /// Whether it is known to be somewhere else.
    pub(super) fn is_elsewhere(self) -> bool {
        self.place.with(|place| matches!(place, Place::AnotherTab | Place::AnotherComputer(_)))
    }

    /// What to claim with the next heartbeat; nothing where another tab beats.
    ///
    /// A tab that was refused only looks on: what it hears of the holder says when to ask again.
    pub(super) fn claim(self, fence: Option<i64>) -> Option<Claim> {
        let place = self.place.get_untracked();
        match (self.speaks_now(), place, fence) {
            (false, _, _) | (_, Place::Unknown | Place::AnotherTab, _) => None,
            (true, Place::Here, Some(fence)) => Some(Claim::Keep { fence }),
            (true, Place::Here, None) => Some(Claim::TakeIfFree),
            (true, Place::AnotherComputer(_), _) => Some(Claim::None),
        }
    }

    /// What the server tells by itself.
    fn told(self, phone: Phone, push: &Push) {
        match push {
            Push::Pulse => self.heart.beat_if_due(phone),
            Push::Everything | Push::Voice { .. } => self.heart.beat_now(phone),
            Push::Call { call, rings: false, .. } if self.speaks_now() && phone.rings_here(call) => {
                phone.hear(Event::RingsNoLonger { call: call.clone() });
            }
            Push::Call { call, .. } if self.speaks_now() => called_first::changed(phone, call),
            Push::Call { .. }
            | Push::Missed
            | Push::Tasks
            | Push::Notices
            | Push::Centre
            | Push::DialRefused { .. }
            | Push::Floor(_) => {}
        }
    }

    /// The server answered a heartbeat.
    pub(super) fn answered(self, phone: Phone, claim: Claim, answer: BeatAnswer) {
        if !self.speaks_now() {
            return;
        }
        let if_silent = answer.if_silent().filter(|_| answer.silent);
        let is_here = self.place.with_untracked(|place| *place == Place::Here);
        match (is_here, answer.mine, answer.lease) {
            (true, true, _) if claim == Claim::TakeIfFree => self.is_here(phone, true),
            (true, true, _) => {}
            // Given up for silence, and nobody else wanted it.
            (true, false, None) if matches!(claim, Claim::Keep { .. }) => self.heart.beat_now(phone),
            // Never given to this tab: what runs here may end here.
            (true, false, Some(_)) if claim == Claim::TakeIfFree && phone.desk_now(is_on_the_phone) => {}
            (true, false, Some(lease)) => self.is_on(phone, lease),
            // Given back: by a page that is gone, or by one that is only loaded again and comes first.
            (false, _, None) => self.take_after(phone, RELOADING, Some(Claim::Knock)),
            (false, _, Some(lease)) => {
                self.place.set(Place::AnotherComputer(lease));
                self.take_after(phone, millis(SILENCE_WAITS), if_silent);
            }
            (true, false, None) => {}
        }
    }

    /// The member wants the telephone here; asked first where a call would be cut off.
    pub(super) fn take_here(self, phone: Phone) {
        match self.place.get_untracked() {
            Place::Here | Place::Unknown => phone.press(Command::TakeVoice),
            Place::AnotherTab if phone.desk_now(Desk::talks_in_page) => self.asks.set(Some(Place::AnotherTab)),
            Place::AnotherTab | Place::AnotherComputer(_) => self.move_here(phone, Claim::Take),
        }
    }

    /// The member has been told and wants it all the same.
    pub(super) fn take_in_spite(self, phone: Phone) {
        let claim = match self.asks.get_untracked() {
            Some(Place::AnotherComputer(_)) => Claim::TakeFromCall,
            _ => Claim::Take,
        };
        self.asks.set(None);
        self.move_here(phone, claim);
    }

    fn move_here(self, phone: Phone, claim: Claim) {
        self.moves.set(true);
        spawn_local(async move {
            if self.speaks_now() {
                self.settle(phone, claim, None).await;
            } else {
                channel::say(&Said::Takes);
                let given = self.take_lock(phone, Patience::For(GIVING_UP)).await;
                if given || self.take_lock(phone, Patience::Steal).await {
                    self.sit_down(phone, claim).await;
                }
            }
            self.moves.set(false);
        });
    }

    async fn take_lock(self, phone: Phone, patience: Patience) -> bool {
        let Some(member) = phone.outbox.member() else { return false };
        tabs::take(&lock(&member), patience, move || self.was_robbed(phone)).await
    }

    /// This tab speaks for its browser now: it goes on where the tab before it was.
    async fn sit_down(self, phone: Phone, claim: Claim) {
        self.wait.update_value(|wait| *wait += 1);
        self.speaks.set(true);
        storage::keep(storage::for_this_tab().as_ref(), WAS_HERE, "1");
        let left = phone.sit_down();
        phone.outbox.look_around();
        self.settle(phone, claim, left).await;
    }

    /// Asks the server for the lease. `left` is the tab that telephoned in this browser before: it is gone, or has given
    /// the telephone to this one, so nobody needs to be asked.
    async fn settle(self, phone: Phone, claim: Claim, left: Option<Before>) {
        let mut answer = self.heart.beat(phone, claim).await;
        if !self.is_at_the_desk() {
            return;
        }
        let tab = left.as_ref().map(|left| &left.tab);
        let was_ours = |answer: &BeatAnswer| !answer.mine && answer.lease.as_ref().map(|lease| &lease.tab) == tab;
        if tab.is_some() && answer.as_ref().is_ok_and(was_ours) {
            answer = self.heart.beat(phone, Claim::TakeFromCall).await;
        }
        if !self.is_at_the_desk() {
            return;
        }
        let if_silent = answer.as_ref().ok().and_then(BeatAnswer::if_silent).filter(|_| claim == Claim::Knock);
        match answer {
            Ok(BeatAnswer { mine: false, lease: Some(lease), in_call_elsewhere, .. }) => {
                if in_call_elsewhere {
                    self.asks.set(Some(Place::AnotherComputer(lease.clone())));
                }
                self.is_on(phone, lease);
                self.take_after(phone, millis(KNOCK_WAITS), if_silent);
            }
            Ok(_) => self.is_here(phone, true),
            Err(_) => self.is_here(phone, left.is_some_and(|left| left.had_voice)),
        }
    }

    /// Whether the page is still there, and this tab still the one that speaks for its browser.
    fn is_at_the_desk(self) -> bool {
        self.speaks_now() && !self.heart.has_left()
    }

    /// Claims the lease after a while, unless the telephone has come here or something else is claimed meanwhile.
    fn take_after(self, phone: Phone, pause: Duration, claim: Option<Claim>) {
        if claim.is_none() || claim == self.awaits.get_value() {
            return;
        }
        self.awaits.set_value(claim);
        spawn_local(async move {
            backoff::sleep(pause).await;
            if claim != self.awaits.get_value() {
                return;
            }
            self.awaits.set_value(None);
            let waits = self.place.with_untracked(|place| matches!(place, Place::AnotherComputer(_)));
            if let Some(claim) = claim.filter(|_| waits && self.speaks_now()) {
                self.settle(phone, claim, None).await;
            }
        });
    }

    /// The telephone is in this tab. It takes the voice at the provider by itself when it is `sure` that it may.
    fn is_here(self, phone: Phone, sure: bool) {
        self.place.set(Place::Here);
        phone.takes_voice_by_itself(sure);
        if !phone.registration.is_under_way() {
            phone.registration.connect(phone);
        } else if sure && phone.desk_now(|desk| desk.can(Ability::TakeVoice, None).is_ok()) {
            phone.press(Command::TakeVoice);
        }
    }

    /// The telephone is on another computer. A call on a telephone of its own goes on, and is followed to its end.
    fn is_on(self, phone: Phone, lease: Lease) {
        self.place.set(Place::AnotherComputer(lease));
        if phone.desk_now(|desk| !desk.line().is_browser() && is_on_the_phone(desk)) {
            return phone.hear(Event::VoiceIs(false));
        }
        phone.hear(Event::SignedOff);
        phone.registration.disconnect();
    }

    /// Another tab of this browser takes the telephone: it goes on from the desk as this one leaves it.
    fn give_up(self, phone: Phone) {
        phone.hear(Event::SignedOff);
        self.speaks.set(false);
        self.heart.release(phone);
        self.stand_up(phone);
        tabs::give_back();
    }

    /// This tab did not answer, and another took the telephone without it: the desk is no longer this one's to write.
    fn was_robbed(self, phone: Phone) {
        self.speaks.set(false);
        phone.hear(Event::SignedOff);
        self.stand_up(phone);
    }

    fn stand_up(self, phone: Phone) {
        phone.registration.disconnect();
        storage::forget(storage::for_this_tab().as_ref(), WAS_HERE);
        self.look_on(phone);
    }

    /// Shows what the tab with the telephone has, until that is gone.
    fn look_on(self, phone: Phone) {
        self.place.set(Place::AnotherTab);
        channel::say(&Said::Asks);
        let wait = self.wait.try_update_value(|wait| {
            *wait += 1;
            *wait
        });
        let Some(member) = phone.outbox.member() else { return };
        spawn_local(async move {
            while tabs::until_free(&lock(&member)).await {
                backoff::sleep(RELOADING).await;
                if wait != Some(self.wait.get_value()) {
                    return;
                }
                if self.take_lock(phone, Patience::None).await {
                    return self.sit_down(phone, Claim::Knock).await;
                }
            }
        });
    }

    fn heard(self, phone: Phone, said: Said) {
        match (said, self.speaks_now()) {
            (Said::Asks, true) => channel::say(&Said::Stands(Box::new(untrack(|| self.standing(phone))))),
            (Said::Wishes(command), true) => phone.press_for_another_tab(command),
            (Said::Takes, true) => self.give_up(phone),
            (Said::Stands(standing), false) => self.stands(phone, *standing),
            (Said::Caller(card), _) => phone.callers.know(*card),
            (Said::CallsOut(habits), _) => phone.habits.take(phone, habits),
            (Said::Asks | Said::Wishes(_) | Said::Takes, false) | (Said::Stands(_), true) => {}
        }
    }

    fn stands(self, phone: Phone, standing: Standing) {
        let Standing { place, desk, cards, hotlines } = standing;
        self.place.set(match place {
            Place::AnotherComputer(lease) => Place::AnotherComputer(lease),
            Place::Unknown | Place::Here | Place::AnotherTab => Place::AnotherTab,
        });
        cards.into_iter().for_each(|card| phone.callers.know(card));
        phone.habits.offer(hotlines);
        phone.show(desk);
    }

    fn standing(self, phone: Phone) -> Standing {
        let desk = phone.desk(Desk::mirrored);
        let cards = desk.calls().iter().filter_map(|call| phone.callers.card(&call.id)).collect();
        Standing { place: self.place.get(), desk, cards, hotlines: phone.habits.hotlines.get() }
    }

    fn tell_other_tabs(self, phone: Phone) {
        let standing = Memo::new(move |_| self.speaks.get().then(|| self.standing(phone)));
        Effect::new(move |_| {
            if let Some(standing) = standing.get() {
                channel::say(&Said::Stands(Box::new(standing)));
            }
        });
    }
}

fn millis(pause: i64) -> Duration {
    Duration::from_millis(pause.unsigned_abs())
}

fn lock(member: &StaffId) -> String {
    format!("alo.voice.{member}")
}

fn is_on_the_phone(desk: &Desk) -> bool {
    desk.calls().iter().any(LiveCall::is_live)
}

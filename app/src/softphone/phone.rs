//! The driver: carries the desk's machine through the browser. It decides nothing about calls.

use super::callers::Callers;
use super::dialing::Dialing;
use super::habits::Habits;
use super::keys::Panel;
use super::outbox::Outbox;
use super::provider::Asked;
use super::registration::Registration;
use super::voice::Voice;
use super::wrap_up::WrapUps;
use super::{forbidden, ids, kept};
use crate::surroundings::{now, viewer};
use domain::calls::{Ability, Command, Desk, Event, Input, LiveCall, Notice, Output, Phase, Refused};
use domain::directory::Directory;
use domain::ids::{CallId, SourceId};
use domain::outbox::Parcel;
use domain::staff::Me;
use domain::times::Millis;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use std::time::Duration;

/// How often running times are shown anew.
const SECOND: Duration = Duration::from_secs(1);
/// So much later than a call, the numbers on the page say that they cannot be dialled now: its card comes first.
const AFTER_THE_CARD: Duration = Duration::from_millis(100);

/// The telephone of this tab. One for the whole page; navigation never touches it.
#[derive(Clone, Copy)]
pub struct Phone {
    /// Whether the member has a seat at a provider.
    pub(super) has_seat: bool,
    desk: RwSignal<Desk>,
    /// Why no number can be dialled now, as the numbers on the page show it.
    pub(super) dials_not: RwSignal<Option<Refused>>,
    /// The way of this tab into the provider.
    pub(super) registration: Registration,
    /// Where the member telephones.
    pub(super) voice: Voice,
    /// The way of facts to the server.
    pub(super) outbox: Outbox,
    /// Who is calling.
    pub(super) callers: Callers,
    /// What is to be written up.
    pub(super) wrap_ups: WrapUps,
    /// What is being dialled.
    pub(super) dialing: Dialing,
    /// How the member calls out.
    pub(super) habits: Habits,
    /// Whom calls can be passed on to, as it was read last.
    pub(super) directory: RwSignal<Directory>,
    /// What is open below the buttons of which call.
    pub(super) panel: RwSignal<Option<(CallId, Panel)>>,
    /// Whether the dock is open where it is a bar.
    pub(super) open: RwSignal<bool>,
    /// What the member has not been told yet.
    pub(super) news: RwSignal<Vec<Notice>>,
    /// What the provider's scripts said themselves.
    pub(super) said: RwSignal<Vec<String>>,
    /// Whether it rings here.
    pub(super) rings: RwSignal<bool>,
    /// The time that running times are counted to.
    pub(super) clock: RwSignal<Millis>,
    tick: StoredValue<Option<TimeoutHandle>>,
}

/// Makes the telephone known to every component below. It comes alive in the browser.
pub fn provide() {
    let me = viewer().me.get_untracked();
    let phone = Phone::new(me.as_ref());
    provide_context(phone);
    Effect::new(move |_| {
        if let Some(me) = me.clone().filter(|_| phone.has_seat) {
            phone.start(me);
        }
    });
}

/// The telephone; every component lives below [`provide`]. Without a member it is one that is never connected.
pub fn phone() -> Phone {
    use_context::<Phone>().unwrap_or_else(|| Phone::new(None))
}

impl Phone {
    fn new(me: Option<&Me>) -> Self {
        let desk = Desk::new(SourceId::new(""));
        Self {
            has_seat: me.is_some_and(|me| me.seat.is_some()),
            dials_not: RwSignal::new(desk.can(Ability::Dial, None).err()),
            desk: RwSignal::new(desk),
            registration: Registration::new(),
            voice: Voice::new(),
            outbox: Outbox::new(),
            callers: Callers::new(),
            wrap_ups: WrapUps::new(),
            dialing: Dialing::new(),
            habits: Habits::new(),
            directory: RwSignal::new(Directory::default()),
            panel: RwSignal::new(None),
            open: RwSignal::new(false),
            news: RwSignal::new(Vec::new()),
            said: RwSignal::new(Vec::new()),
            rings: RwSignal::new(false),
            clock: RwSignal::new(Millis(0)),
            tick: StoredValue::new(None),
        }
    }

    fn start(self, me: Me) {
        self.wrap_ups.start(self, me.id.clone());
        self.outbox.start(me.id.clone());
        self.habits.start(self);
        self.run_the_clock();
        self.tell_numbers();
        self.registration.start(self);
        self.voice.start(self, &me.id);
        forbidden::listen(self);
    }

    /// What the desk shows, as far as `read` looks at it.
    pub(super) fn desk<T>(self, read: impl FnOnce(&Desk) -> T) -> T {
        self.desk.with(read)
    }

    /// The same without following it.
    pub(super) fn desk_now<T>(self, read: impl FnOnce(&Desk) -> T) -> T {
        self.desk.with_untracked(read)
    }

    /// A call on the desk, as far as `read` looks at it.
    pub(super) fn call<T>(self, id: &CallId, read: impl FnOnce(&LiveCall) -> T) -> Option<T> {
        self.desk(|desk| desk.calls().iter().find(|call| call.id == *id).map(read))
    }

    /// Why the member cannot do this now; `None` when they can.
    pub(super) fn refusal(self, what: Ability, call: Option<&CallId>) -> Option<Refused> {
        self.desk(|desk| desk.can(what, call).err())
    }

    /// Whether this tab takes the voice when it is first connected, or only when asked to.
    pub(super) fn takes_voice_by_itself(self, does: bool) {
        self.desk.update(|desk| desk.set_voice_on_wish_only(!does));
    }

    /// Whether the member's own leg of a call out is answered by itself.
    pub(super) fn answers_own_leg(self, does: bool) {
        self.desk.update(|desk| desk.set_answers_own_leg(does));
    }

    /// Another desk takes the place of the one that was shown.
    pub(super) fn show(self, desk: Desk) {
        self.desk.set(desk);
    }

    /// For whoever has the telephone next in this browser.
    pub(super) fn write_desk_down(self) {
        if let (true, Some(member)) = (self.voice.speaks_now(), self.outbox.member()) {
            self.desk_now(|desk| kept::write(&member, desk, now()));
        }
    }

    /// Changes whenever the log has become what this tab knows: a list that shows calls is asked for again.
    pub fn log_changes(self) -> u32 {
        self.outbox.told()
    }

    /// The provider reports.
    pub(super) fn hear(self, event: Event) {
        let before_retry = self.registration.before(&event);
        // Events are never refused.
        let _ = self.put(Input::Event(event));
        self.registration.after(self, before_retry);
    }

    /// The member wishes; in a tab without the telephone, the one that has it is told.
    pub(super) fn wish(self, command: Command) -> Result<(), Refused> {
        if self.voice.speaks_now() { self.put(Input::Command(command)) } else { self.hand_on(command) }
    }

    /// A wish by a button that says itself why it is off.
    pub(super) fn press(self, command: Command) {
        let _ = self.wish(command);
    }

    fn put(self, input: Input) -> Result<(), Refused> {
        let fresh = CallId::new(ids::fresh());
        let outputs = self.desk.try_update_untracked(|desk| desk.handle(now(), fresh, input)).unwrap_or(Ok(Vec::new()));
        let done = outputs.map(|outputs| self.carry_out(outputs));
        // Only now is it drawn: the question who calls does not wait for the card that shows the answer.
        self.desk.notify();
        done?;
        self.plan_tick();
        Ok(())
    }

    /// After the machine's borrow has ended: carrying out may bring the next event at once. Facts are written down
    /// first, then the desk they belong to; only then is anybody asked for anything.
    pub(super) fn carry_out(self, outputs: Vec<Output>) {
        for output in &outputs {
            if let Output::Record { call, fact } = output {
                self.outbox.put(Parcel::Fact { call: call.clone(), fact: fact.clone() });
            }
        }
        self.write_desk_down();
        for output in outputs {
            match output {
                Output::Provider { order, of } => {
                    let (hotline, rings_first) = (self.habits.hotline_now(), self.habits.rings_first_now());
                    let asked = Asked { order: &order, of: of.as_deref(), hotline: &hotline, rings_first };
                    self.registration.order(self, &asked);
                }
                Output::Record { .. } => {}
                Output::Pop { call, .. } => self.callers.look_up(self, call),
                Output::RingTone(on) => self.rings.set(on),
                Output::Tell(notice) => self.news.update(|news| news.push(notice)),
            }
        }
    }

    fn plan_tick(self) {
        if let Some(tick) = self.tick.get_value() {
            tick.clear();
        }
        let pause = self.desk_now(Desk::next_tick).map(|at| at.since(now()).max(0));
        let pause = pause.map(|pause| Duration::from_millis(pause.unsigned_abs()));
        let tick = move || {
            // A tick is never refused.
            let _ = self.put(Input::Tick);
        };
        self.tick.set_value(pause.and_then(|pause| set_timeout_with_handle(tick, pause).ok()));
    }

    /// The clock runs while a time is shown that runs.
    fn run_the_clock(self) {
        let runs = move || self.desk(|desk| desk.calls().iter().any(LiveCall::is_live) || desk.offer().is_some());
        let needed = Memo::new(move |_| runs() || self.wrap_up_counts());
        Effect::new(move |_| {
            self.clock.set(now());
            if needed.get()
                && let Ok(running) = set_interval_with_handle(move || self.second_passes(), SECOND)
            {
                on_cleanup(move || running.clear());
            }
        });
    }

    /// Hundreds of numbers may stand on a page: they follow this alone, and not everything that happens.
    fn tell_numbers(self) {
        let refused = Memo::new(move |_| self.refusal(Ability::Dial, None));
        Effect::new(move |_| {
            let now = refused.get();
            set_timeout(move || self.dials_not.set(now), AFTER_THE_CARD);
        });
    }

    /// Should the page die, this is how long its calls are known to have gone on.
    fn second_passes(self) {
        self.clock.set(now());
        if let (true, Some(member)) = (self.voice.speaks_now(), self.outbox.member()) {
            kept::lives(&member, now());
        }
    }

    /// Whether there is a call that leaving the page would break off.
    pub(crate) fn is_busy(self) -> bool {
        self.desk(|desk| desk.calls().iter().any(LiveCall::is_live))
    }

    /// The call that keys and the bar are about: the one that rings here, else the one that talks, else the newest.
    pub(super) fn foremost(self) -> Option<CallId> {
        self.desk(|desk| {
            let calls = || desk.calls().iter().filter(|call| call.is_live());
            let rings = calls().find(|call| desk.can(Ability::Answer, Some(&call.id)).is_ok());
            let talks = calls().find(|call| call.state.phase == Phase::Talking);
            rings.or(talks).or_else(|| calls().next_back()).map(|call| call.id.clone())
        })
    }
}

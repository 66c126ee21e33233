//! The pretend Stringee at work: the centre, with the clock, the telephones, the pages and the ways out that it needs.

use super::centre::setup::Setup;
use super::centre::words::{Effect, Input, Moment, Outcome, RequestId, Sound, Telephone, Wish};
use super::centre::{Centre, Snapshot};
use super::hooks::Hooks;
use super::log::Log;
use super::pages::RequestIds;
use super::rest::Gate;
use super::sdk::Sdk;
use super::token::Key;
use super::{control, demo, rest, sounds};
use crate::leg::{LegId, LegIds};
use crate::media::{Media, Source};
use crate::settings::Project;
use crate::sip::Sip;
use axum::Router;
use axum::routing::get;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};
use tokio::sync::{Notify, mpsc, oneshot};
use tokio_util::sync::CancellationToken;

/// How long the outcome of a wish is waited for.
const PATIENCE: Duration = Duration::from_secs(10);

/// The pretend Stringee; clones share it.
#[derive(Clone)]
pub(crate) struct Stringee(Arc<Shared>);

struct Shared {
    project: Project,
    centre: Mutex<Centre>,
    clock: Clock,
    sdk: Sdk,
    sip: Sip,
    media: Media,
    hooks: Hooks,
    requests: RequestIds,
    waiting: Mutex<HashMap<RequestId, oneshot::Sender<Outcome>>>,
    log: Log,
    gate: Gate,
    /// The centre may want to be woken at another time than before.
    changed: Notify,
    stop: CancellationToken,
}

/// The wall clock as it was at the start, and since then one that never goes back.
struct Clock {
    started: Instant,
    at: u64,
}

impl Clock {
    fn start() -> Self {
        let since_1970 = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Self { started: Instant::now(), at: u64::try_from(since_1970.as_millis()).unwrap_or(u64::MAX) }
    }

    fn now(&self) -> Moment {
        Moment(self.at).after(self.started.elapsed())
    }

    fn instant(&self, moment: Moment) -> Instant {
        self.started + moment.since(Moment(self.at))
    }
}

impl Stringee {
    /// Opens for business until `stop`. Fails without a way out.
    pub(crate) fn open(
        project: &Project,
        media: Media,
        sip: Sip,
        ids: LegIds,
        stop: &CancellationToken,
    ) -> anyhow::Result<Self> {
        let requests = RequestIds::default();
        let (from_pages, reports) = mpsc::unbounded_channel();
        let sdk = Sdk::open(project, media.clone(), (ids.clone(), requests.clone()), from_pages, stop);
        let stringee = Self(Arc::new(Shared {
            project: project.clone(),
            centre: Mutex::new(Centre::new(demo::setup(project), ids, Box::new(named))),
            clock: Clock::start(),
            sdk,
            sip,
            media,
            hooks: Hooks::new(&project.signing_key, stop)?,
            requests,
            waiting: Mutex::default(),
            log: Log::default(),
            gate: Gate::default(),
            changed: Notify::new(),
            stop: stop.clone(),
        }));
        stringee.know_sip_phones();
        let (listening, waking) = (stringee.clone(), stringee.clone());
        stringee.spawn(listening.listen(reports));
        stringee.spawn(waking.keep_time());
        Ok(stringee)
    }

    /// Its doors, as below `/stringee`.
    pub(crate) fn router(&self) -> Router {
        let sip = Router::new().route("/sip", get(crate::sip::socket)).with_state(self.0.sip.clone());
        rest::router(self).merge(self.0.sdk.router()).merge(sip)
    }

    /// The control panel's requests.
    pub(crate) fn control(&self) -> Router {
        control::router(self.clone()).nest("/pages", self.0.sdk.control())
    }

    /// What customers can dial: numbers and their names.
    pub(crate) fn hotlines(&self) -> Vec<(String, String)> {
        let centre = self.centre();
        let numbers = centre.setup().numbers.iter();
        numbers.map(|(_, row)| (row.number.clone(), row.nickname.clone())).collect()
    }

    /// Would the centre take a call from this telephone to this number?
    pub(crate) fn takes(&self, from: &str, to: &str) -> bool {
        self.centre().takes(from, to)
    }

    /// A key was heard in a leg's sound: callers in a menu mean it for us.
    pub(crate) fn heard(&self, leg: LegId, digit: char) {
        let listens = self.centre().listens(leg);
        if listens {
            self.handle(Input::Leg(leg, crate::leg::LegEvent::Digit(digit)));
        }
    }

    /// Ends every call and forgets every change.
    pub(crate) fn reset(&self) {
        self.0.gate.reset();
        self.0.hooks.reset();
        self.set_up(demo::setup(&self.0.project));
        self.0.log.clear();
        self.0.sdk.reset();
    }

    /// Ends every call, and leaves nothing of the setup: as a project is on its first day.
    pub(super) fn empty(&self) {
        self.set_up(demo::nothing(&self.0.project));
    }

    fn set_up(&self, setup: Setup) {
        self.handle(Input::Command(super::centre::words::Command::Reset(Box::new(setup))));
        self.know_sip_phones();
    }

    /// Everything at this moment.
    pub(super) fn snapshot(&self) -> Snapshot {
        self.centre().snapshot()
    }

    pub(super) fn now(&self) -> Moment {
        self.0.clock.now()
    }

    pub(super) fn project(&self) -> &Project {
        &self.0.project
    }

    pub(super) fn key(&self) -> Key {
        Key { sid: self.0.project.key_sid.clone(), secret: self.0.project.key_secret.clone() }
    }

    pub(super) fn hooks(&self) -> &Hooks {
        &self.0.hooks
    }

    pub(super) fn log(&self) -> &Log {
        &self.0.log
    }

    pub(super) fn gate(&self) -> &Gate {
        &self.0.gate
    }

    pub(super) fn sdk_legs(&self) -> usize {
        self.0.sdk.leg_count()
    }

    pub(super) fn centre(&self) -> MutexGuard<'_, Centre> {
        self.0.centre.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The project's own sounds are heard from now on.
    pub(super) fn bring(&self, name: &str, samples: Vec<i16>) {
        self.0.media.bring(sounds::of_file(name), samples);
    }

    /// Tells the registrar the passwords of agents' SIP telephones.
    pub(super) fn know_sip_phones(&self) {
        let centre = self.centre();
        let phones = centre.setup().sip_phones.iter();
        self.0.sip.know(phones.map(|(name, phone)| (name.to_owned(), phone.password.clone())).collect());
    }

    /// Lets the centre take an input, and carries out what follows, in order.
    pub(crate) fn handle(&self, input: Input) {
        let mut centre = self.centre();
        let effects = centre.handle(self.now(), input);
        self.carry_out(effects);
        drop(centre);
        self.0.changed.notify_one();
    }

    /// Something was changed in the setup: whoever waits may be helped by it.
    pub(super) fn look_around(&self) {
        let mut centre = self.centre();
        let effects = centre.look_around(self.now());
        self.carry_out(effects);
        drop(centre);
        self.0.changed.notify_one();
    }

    /// What becomes of a wish; `None` when nobody says so in time.
    pub(super) async fn wish(&self, wish: Wish) -> Option<Outcome> {
        let request = self.0.requests.next();
        let (sender, outcome) = oneshot::channel();
        self.waiting().insert(request, sender);
        self.handle(Input::Wish(request, wish));
        let outcome = tokio::time::timeout(PATIENCE, outcome).await;
        self.waiting().remove(&request);
        outcome.ok()?.ok()
    }

    fn waiting(&self) -> MutexGuard<'_, HashMap<RequestId, oneshot::Sender<Outcome>>> {
        self.0.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// None of these waits, so the order of the effects is kept under the centre's lock.
    fn carry_out(&self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Ring { leg, telephone: Telephone::App(user), ring } => self.0.sdk.ring(leg, user, ring),
                Effect::Ring { leg, telephone: Telephone::Line(line), ring } => {
                    self.0.sip.dial(leg, &line, &ring.from);
                }
                Effect::Order(leg, order) if self.0.sdk.owns(leg) => self.0.sdk.order(leg, order),
                Effect::Order(leg, order) => self.0.sip.order(leg, order),
                Effect::Hear(leg, sound) => self.0.media.hear(leg, self.source(sound)),
                Effect::Settle(request, outcome) => self.settle(request, outcome),
                Effect::Ask { ask, url, question, patience } => {
                    let stringee = self.clone();
                    self.spawn(async move {
                        let answer = stringee.0.hooks.ask(&url, &question, patience).await;
                        stringee.handle(Input::Answered(ask, answer));
                    });
                }
                Effect::Post { url, body } => self.0.hooks.post(url, body),
                Effect::Keep(record) => self.keep(*record),
            }
        }
    }

    fn settle(&self, request: RequestId, outcome: Outcome) {
        match self.waiting().remove(&request) {
            Some(waiting) => {
                waiting.send(outcome).ok();
            }
            None => {
                self.0.sdk.settle(request, &outcome);
            }
        }
    }

    fn source(&self, sound: Sound) -> Source {
        let once = |clip| Source::Clip { clip, looped: false };
        match sound {
            Sound::Silence => Source::Silence,
            Sound::Leg(leg) => Source::Leg(leg),
            Sound::Tone(tone) => Source::Tone(tone),
            Sound::Talk { text, speed, voice } => once(sounds::talk(&self.0.media, &text, speed, &voice)),
            Sound::File(name) => once(sounds::of_file(&name)),
            Sound::Music(name) => Source::Clip { clip: sounds::of_file(&name), looped: true },
        }
    }

    /// Keeps a call in the log, and tells of its recording as soon as there is one.
    fn keep(&self, record: super::centre::words::Record) {
        let told = record.event_url.clone().filter(|_| record.recorded);
        if let Some(url) = told {
            let body = rest::recording_event(&self.0.project, &record);
            self.0.hooks.post(url, body);
        }
        self.0.log.keep(record);
    }

    fn spawn(&self, work: impl Future<Output = ()> + Send + 'static) {
        let stop = self.0.stop.clone();
        tokio::spawn(async move {
            stop.run_until_cancelled(work).await;
        });
    }

    async fn listen(self, mut reports: mpsc::UnboundedReceiver<Input>) {
        while let Some(input) = reports.recv().await {
            self.handle(input);
        }
    }

    /// Wakes the centre whenever it asked to be woken.
    async fn keep_time(self) {
        loop {
            let next = self.centre().next_wake().map(|next| self.0.clock.instant(next));
            let sleep = async {
                match next {
                    Some(at) => tokio::time::sleep_until(at.into()).await,
                    None => std::future::pending().await,
                }
            };
            tokio::select! {
                () = sleep => {
                    let mut centre = self.centre();
                    let effects = centre.wake(self.now());
                    self.carry_out(effects);
                }
                () = self.0.changed.notified() => {}
            }
        }
    }
}

/// Names calls as Stringee does: `call-vn-1-EHHC6JW1LT-1534145391502`.
fn named(now: Moment) -> String {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    let letter = |_| char::from(LETTERS[rand::random_range(0..LETTERS.len())]);
    let letters: String = (0..10).map(letter).collect();
    format!("call-vn-1-{letters}-{}", now.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calls_are_named_as_the_company_names_them() {
        let name = named(Moment(1_534_145_391_502));
        let parts: Vec<&str> = name.split('-').collect();
        assert_eq!((parts[..3].join("-"), parts[4]), ("call-vn-1".to_owned(), "1534145391502"));
        assert!(parts[3].len() == 10 && parts[3].bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit()));
    }

    #[test]
    fn the_clock_tells_the_same_moment_both_ways() {
        let clock = Clock::start();
        let now = clock.now();
        assert!(clock.instant(now) <= Instant::now());
        assert!(clock.instant(now.after(Duration::from_secs(5))) > Instant::now());
    }
}

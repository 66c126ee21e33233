//! The pretend company at work: the exchange, with the clock, the telephones and the open pages that it needs.

use crate::archive::Archive;
use crate::clock::vietnam_now;
use crate::exchange::{Effect, Exchange, Input, News, SessionId, Snapshot, Wish};
use crate::leg::{LegEvent, LegIds};
use crate::media::{Digit, Media};
use crate::settings::Settings;
use crate::sip::{Sip, SipEvent};
use crate::stringee::{self, Stringee};
use crate::ticket::Tickets;
use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;
use tokio::sync::{Notify, mpsc};
use tokio_util::sync::CancellationToken;

/// The company; clones share it.
#[derive(Clone)]
pub(crate) struct Company(Arc<Shared>);

struct Shared {
    exchange: Mutex<Exchange>,
    pages: Mutex<HashMap<SessionId, mpsc::UnboundedSender<News>>>,
    page_count: AtomicU64,
    media: Media,
    sip: Sip,
    tickets: Tickets,
    archive: Archive,
    stringee: Stringee,
    /// The exchange may want to be woken at another time than before.
    changed: Notify,
}

impl Company {
    /// Opens for business until `stop`. Fails when the sound's port cannot be opened.
    pub(crate) async fn open(settings: &Settings, stop: &CancellationToken) -> anyhow::Result<Self> {
        let (digits_in, digits) = mpsc::unbounded_channel();
        let (events_in, events) = mpsc::unbounded_channel();
        let bind = SocketAddr::new(settings.media_address, settings.media_port);
        let media = Media::start(bind, digits_in, stop.clone()).await?;
        let (ids, tickets) = (LegIds::default(), Tickets::new());
        let sip = Sip::start(media.clone(), ids.clone(), tickets.clone(), &settings.access_key, events_in, stop)?;
        let stringee = Stringee::open(&settings.project, media.clone(), sip.clone(), ids.clone(), stop)?;
        let namer = Box::new(namer());
        let exchange = Exchange::new(Instant::now(), &settings.agents, settings.queues.clone(), ids, namer);
        let company = Self(Arc::new(Shared {
            exchange: Mutex::new(exchange),
            pages: Mutex::default(),
            page_count: AtomicU64::new(0),
            media,
            sip,
            tickets,
            archive: Archive::default(),
            stringee,
            changed: Notify::new(),
        }));
        let (listening, waking) = (company.clone(), company.clone());
        let (until, stop) = (stop.clone(), stop.clone());
        tokio::spawn(async move { until.run_until_cancelled(listening.listen(events, digits)).await });
        tokio::spawn(async move { stop.run_until_cancelled(waking.keep_time()).await });
        Ok(company)
    }

    /// The SIP side, for its socket.
    pub(crate) fn sip(&self) -> Sip {
        self.0.sip.clone()
    }

    /// Makes tickets for SIP sockets.
    pub(crate) fn tickets(&self) -> &Tickets {
        &self.0.tickets
    }

    /// What is over.
    pub(crate) fn archive(&self) -> &Archive {
        &self.0.archive
    }

    /// The other company, which shares telephones and sound with this one.
    pub(crate) fn stringee(&self) -> &Stringee {
        &self.0.stringee
    }

    /// Is this a seat?
    pub(crate) fn has_seat(&self, ipphone: &str) -> bool {
        self.exchange().has_seat(ipphone)
    }

    /// Could this agent be called now, in the middle of a call only when `although_busy`?
    pub(crate) fn can_be_rung(&self, ipphone: &str, although_busy: bool) -> bool {
        let exchange = self.exchange();
        exchange.idle_since(ipphone).is_some() || although_busy && exchange.reachable(ipphone)
    }

    /// Everything at this moment.
    pub(crate) fn snapshot(&self) -> Snapshot {
        self.exchange().snapshot()
    }

    /// Legs that signalling still has.
    pub(crate) fn leg_count(&self) -> usize {
        self.0.sip.leg_count()
    }

    /// An agent's page opens; what it is told comes through the receiver.
    pub(crate) fn enter(&self, ipphone: String) -> (SessionId, mpsc::UnboundedReceiver<News>) {
        let session = SessionId(self.0.page_count.fetch_add(1, Ordering::Relaxed));
        let (sender, news) = mpsc::unbounded_channel();
        self.pages().insert(session, sender);
        self.handle(Input::Enter { session, ipphone });
        (session, news)
    }

    /// An agent's page wants something.
    pub(crate) fn wish(&self, session: SessionId, wish: Wish) {
        self.handle(Input::Wish(session, wish));
    }

    /// An agent's page is gone.
    pub(crate) fn leave(&self, session: SessionId) {
        self.handle(Input::Left(session));
        self.pages().remove(&session);
    }

    /// Lets the exchange take an input, and carries out what follows, in order.
    pub(crate) fn handle(&self, input: Input) {
        let mut exchange = self.exchange();
        let effects = exchange.handle(Instant::now(), input);
        self.carry_out(effects);
        drop(exchange);
        self.0.changed.notify_one();
    }

    fn exchange(&self) -> MutexGuard<'_, Exchange> {
        self.0.exchange.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn pages(&self) -> MutexGuard<'_, HashMap<SessionId, mpsc::UnboundedSender<News>>> {
        self.0.pages.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// None of these waits, so the order of the effects is kept under the exchange's lock.
    fn carry_out(&self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Dial { leg, user, from } => self.0.sip.dial(leg, &user, &from),
                Effect::Order(leg, order) => self.0.sip.order(leg, order),
                Effect::Hear(leg, source) => self.0.media.hear(leg, source),
                Effect::Mute(leg, on) => self.0.media.mute(leg, on),
                Effect::Over(part) => self.0.archive.keep(&part),
                Effect::Tell(session, news) => {
                    if let Some(page) = self.pages().get(&session) {
                        page.send(news).ok();
                    }
                }
            }
        }
    }

    async fn listen(self, mut events: mpsc::UnboundedReceiver<SipEvent>, mut digits: mpsc::UnboundedReceiver<Digit>) {
        loop {
            let input = tokio::select! {
                Some(event) = events.recv() => match self.for_us(event) {
                    Some(input) => input,
                    None => continue,
                },
                // a key in the sound reaches the other side as sound; only a menu listens
                Some(Digit { leg, digit }) = digits.recv() => {
                    self.0.stringee.heard(leg, digit);
                    continue;
                }
                else => return,
            };
            tracing::debug!("{}", described(&input));
            self.handle(input);
        }
    }

    /// What telephones report, to the company that it concerns; a leg is known to one of them only.
    fn for_us(&self, event: SipEvent) -> Option<Input> {
        let stringee = &self.0.stringee;
        match event {
            SipEvent::Caller { leg, from, to } if stringee.takes(&from, &to) => {
                stringee.handle(stringee::Input::Caller { leg, from, to });
                None
            }
            SipEvent::Caller { leg, from, to } => Some(Input::Caller { leg, from, to }),
            SipEvent::Leg { leg, event } => {
                stringee.handle(stringee::Input::Leg(leg, event));
                Some(Input::Leg(leg, event))
            }
            SipEvent::Line { user, up } => {
                stringee.handle(stringee::Input::Line { user: user.clone(), up });
                Some(Input::Line { user, up })
            }
        }
    }

    /// Wakes the exchange whenever it asked to be woken.
    async fn keep_time(self) {
        loop {
            let next = self.exchange().next_wake();
            let sleep = async {
                match next {
                    Some(at) => tokio::time::sleep_until(at.into()).await,
                    None => std::future::pending().await,
                }
            };
            tokio::select! {
                () = sleep => {
                    let mut exchange = self.exchange();
                    let effects = exchange.wake(Instant::now());
                    self.carry_out(effects);
                }
                () = self.0.changed.notified() => {}
            }
        }
    }
}

/// What a telephone did, for the log, with numbers made unreadable.
fn described(input: &Input) -> String {
    match input {
        Input::Caller { leg, from, .. } => format!("leg {}: {} calls", leg.0, masked(from)),
        Input::Leg(leg, LegEvent::Digit(_)) => format!("leg {}: a key", leg.0),
        Input::Leg(leg, event) => format!("leg {}: {event:?}", leg.0),
        Input::Line { user, up: true } => format!("{} can be called", masked(user)),
        Input::Line { user, up: false } => format!("{} can no longer be called", masked(user)),
        _ => String::new(),
    }
}

/// A number of which only the first three and the last two digits can be read.
fn masked(number: &str) -> String {
    let digits: Vec<char> = number.chars().collect();
    let hidden = |at: usize| at >= 3 && at + 2 < digits.len();
    digits.iter().enumerate().map(|(at, digit)| if hidden(at) { '*' } else { *digit }).collect()
}

/// Names calls as 3C does: `20250901155817-VYVHFBXO-373`.
fn namer() -> impl FnMut() -> String + Send {
    let mut count = 100_u32;
    move || {
        count += 1;
        let letters: String = (0..8).map(|_| char::from(b'A' + rand::random_range(0..26))).collect();
        format!("{}-{letters}-{count}", vietnam_now().format("%Y%m%d%H%M%S"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_in_a_log_cannot_be_called() {
        assert_eq!(masked("0909000111"), "090*****11");
        assert_eq!(masked("5001"), "5001");
    }

    #[test]
    fn calls_are_named_as_the_company_names_them() {
        let mut name = namer();
        let (first, second) = (name(), name());
        assert_ne!(first, second);
        let parts: Vec<&str> = first.split('-').collect();
        let [time, letters, count] = parts[..] else { panic!("{first}") };
        assert!(time.len() == 14 && time.bytes().all(|b| b.is_ascii_digit()), "{first}");
        assert!(letters.len() == 8 && letters.bytes().all(|b| b.is_ascii_uppercase()), "{first}");
        assert!(count.bytes().all(|b| b.is_ascii_digit()), "{first}");
    }
}

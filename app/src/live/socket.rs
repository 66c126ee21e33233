//! The socket of this tab. There is one page in a tab, so there is one of these.

use super::Connection;
use crate::backoff;
use domain::live::{ADDRESS, Ask, PULSE_EVERY, Push, SIGNED_OUT};
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::leptos_dom::helpers::window_event_listener_untyped;
use leptos::prelude::{RwSignal, Set, set_interval_with_handle, set_timeout_with_handle, window};
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::prelude::Closure;
use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;
use web_sys::{CloseEvent, MessageEvent, WebSocket};

/// The pause after the first loss, in seconds.
const FIRST_PAUSE: u64 = 1;
/// How often it is looked whether the pulse still comes.
const LOOK_EVERY: Duration = Duration::from_secs(5);

type Listener = Rc<dyn Fn(&Push)>;

thread_local! {
    static SOCKET: RefCell<Socket> = RefCell::default();
}

#[derive(Default)]
struct Socket {
    open: Option<Open>,
    listeners: Vec<(u32, Listener)>,
    next: u32,
    /// How many parts of the page watch the floor.
    watching: u32,
    /// Attempts that failed, or connections lost, since one last spoke.
    failures: u32,
    /// When it last spoke, by the page's own clock in milliseconds.
    heard_at: f64,
    again: Option<TimeoutHandle>,
    /// Whether nobody is signed in here any more.
    refused: bool,
    looks: bool,
    shown_on: Option<RwSignal<Connection>>,
}

/// A socket and what is called when something happens to it.
struct Open {
    socket: WebSocket,
    _message: Closure<dyn FnMut(MessageEvent)>,
    _event: Closure<dyn FnMut(web_sys::Event)>,
}

impl Drop for Open {
    fn drop(&mut self) {
        self.socket.set_onmessage(None);
        self.socket.set_onopen(None);
        self.socket.set_onclose(None);
        // Fails only for codes that are none.
        let _ = self.socket.close();
    }
}

/// Where to show how the connection is.
pub(super) fn show_on(connection: RwSignal<Connection>) {
    with(|socket| socket.shown_on = Some(connection));
}

/// Begins to listen; opens the connection for the first.
pub(super) fn listen(listener: Listener) -> u32 {
    let (id, first) = with(|socket| {
        socket.next += 1;
        socket.listeners.push((socket.next, listener));
        (socket.next, !std::mem::replace(&mut socket.looks, true))
    });
    if first {
        connect();
        look_after_it();
    }
    id
}

/// Ends listening.
pub(super) fn leave(id: u32) {
    with(|socket| socket.listeners.retain(|(known, _)| *known != id));
}

/// One more part of the page watches the floor, or one fewer.
pub(super) fn watch_floor(on: bool) {
    let changed = with(|socket| {
        let before = socket.watching;
        socket.watching = if on { before + 1 } else { before.saturating_sub(1) };
        (before == 0) != (socket.watching == 0)
    });
    if changed {
        ask(Ask::Floor { on });
    }
}

fn with<T>(change: impl FnOnce(&mut Socket) -> T) -> T {
    SOCKET.with_borrow_mut(change)
}

/// For as long as the page lives: a connection whose pulse has stopped is lost, though nobody says so; and a network or
/// a computer that is back is not waited for.
fn look_after_it() {
    // Refused only where there are no timers.
    let _ = set_interval_with_handle(look, LOOK_EVERY);
    for event in ["online", "visibilitychange", "focus"] {
        // Never taken away: the page itself listens.
        drop(window_event_listener_untyped(event, move |_| look_now()));
    }
}

fn look() {
    let silent = with(|socket| socket.open.is_some() && now() - socket.heard_at > PULSE_EVERY as f64 * 2.5);
    if silent {
        lost();
    }
}

fn look_now() {
    look();
    let waits = with(|socket| socket.open.is_none() && !socket.refused && socket.again.is_some());
    if waits {
        connect();
    }
}

fn connect() {
    with(|socket| {
        if let Some(again) = socket.again.take() {
            again.clear();
        }
        socket.heard_at = now();
    });
    match open() {
        Some(open) => with(|socket| socket.open = Some(open)),
        None => lost(),
    }
}

fn open() -> Option<Open> {
    let location = window().location();
    let scheme = if location.protocol().ok()? == "https:" { "wss" } else { "ws" };
    let socket = WebSocket::new(&format!("{scheme}://{}{ADDRESS}", location.host().ok()?)).ok()?;
    let message = Closure::<dyn FnMut(MessageEvent)>::new(|event: MessageEvent| {
        if let Some(text) = event.data().as_string() {
            heard(&text);
        }
    });
    let event =
        Closure::<dyn FnMut(web_sys::Event)>::new(|event: web_sys::Event| match event.dyn_into::<CloseEvent>() {
            Ok(close) if close.code() == SIGNED_OUT => signed_out(),
            Ok(_) => lost(),
            Err(_) => opened(),
        });
    socket.set_onmessage(Some(message.as_ref().unchecked_ref()));
    socket.set_onopen(Some(event.as_ref().unchecked_ref()));
    socket.set_onclose(Some(event.as_ref().unchecked_ref()));
    Some(Open { socket, _message: message, _event: event })
}

fn opened() {
    if with(|socket| socket.watching > 0) {
        ask(Ask::Floor { on: true });
    }
}

fn ask(ask: Ask) {
    let Ok(text) = serde_json::to_string(&ask) else { return };
    with(|socket| {
        if let Some(open) = &socket.open
            && open.socket.ready_state() == WebSocket::OPEN
        {
            // Fails only while it is not open; asked again once it is.
            let _ = open.socket.send_with_str(&text);
        }
    });
}

fn heard(text: &str) {
    let listeners: Vec<Listener> = with(|socket| {
        socket.heard_at = now();
        socket.failures = 0;
        socket.listeners.iter().map(|(_, listener)| listener.clone()).collect()
    });
    show(Connection::Open);
    // What is not understood comes from a server of another version.
    for push in serde_json::from_str::<Vec<Push>>(text).unwrap_or_default() {
        for listener in &listeners {
            listener(&push);
        }
    }
}

/// The connection would be refused now. Whether this page is left for that is not decided here: it may hold a call.
fn signed_out() {
    let dead = with(|socket| {
        socket.refused = true;
        socket.open.take()
    });
    forget(dead);
    show(Connection::SignedOut);
}

/// Its closures may be what calls this: they are given up once they have returned.
fn forget(dead: Option<Open>) {
    // Refused only where there are no timers.
    let _ = set_timeout_with_handle(move || drop(dead), Duration::ZERO);
}

fn lost() {
    let (dead, pause) = with(|socket| {
        socket.failures += 1;
        (socket.open.take(), backoff::pause(FIRST_PAUSE, socket.failures))
    });
    forget(dead);
    show(Connection::Lost);
    let again = set_timeout_with_handle(connect, pause).ok();
    with(|socket| {
        if let Some(before) = std::mem::replace(&mut socket.again, again) {
            before.clear();
        }
    });
}

fn show(connection: Connection) {
    if let Some(shown_on) = with(|socket| socket.shown_on) {
        shown_on.set(connection);
    }
}

/// Milliseconds by a clock that nobody sets.
fn now() -> f64 {
    window().performance().map_or(0.0, |performance| performance.now())
}

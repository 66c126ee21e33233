//! A clock that ticks every second, and runs as the server's does.

use crate::surroundings::now;
use crate::texts::t;
use domain::times::{self, Millis};
use leptos::prelude::*;
use std::time::Duration;

const SECOND: Duration = Duration::from_secs(1);

/// The server's time, by this computer's clock and how far the two are apart.
#[derive(Clone, Copy)]
pub(super) struct Clock {
    shown: RwSignal<Millis>,
    ahead: StoredValue<i64>,
}

impl Clock {
    /// Stands at the time of the server's answer until the page is live; ticks from then on.
    pub(super) fn new(at: Millis) -> Self {
        let clock = Self { shown: RwSignal::new(at), ahead: StoredValue::new(0) };
        Effect::new(move |_| {
            clock.set(at);
            let tick = move || clock.shown.set(now().plus(clock.ahead.get_value()));
            if let Ok(ticking) = set_interval_with_handle(tick, SECOND) {
                on_cleanup(move || ticking.clear());
            }
        });
        clock
    }

    /// The server has just said what time it is.
    pub(super) fn set(self, at: Millis) {
        self.ahead.set_value(at.since(now()));
        self.shown.set(at);
    }

    fn get(self) -> Millis {
        self.shown.get()
    }
}

/// How long something has lasted, counted on.
#[component]
pub(super) fn Timer(
    /// Since when.
    #[prop(into)]
    since: Signal<Millis>,
    /// The time.
    clock: Clock,
) -> impl IntoView {
    let title = move || (t().floor.since)(&times::date_time(since.get()));
    view! {
        <time class="timer" datetime=move || times::iso(since.get()) title=title>
            {move || times::duration(clock.get().since(since.get()))}
        </time>
    }
}

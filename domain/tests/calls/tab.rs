//! A tab with a desk, a clock that moves when told to, and an outbox.

use domain::calls::{Command, Desk, Event, Fact, Input, LiveCall, Notice, Order, Output, Refused, fold};
use domain::ids::{CallId, SourceId};
use domain::times::Millis;
use std::collections::HashMap;

/// When every story begins.
pub(crate) const START: i64 = 1_800_000_000_000;
/// Milliseconds between two steps of a story.
pub(crate) const STEP: i64 = 500;

/// A tab with a desk.
pub(crate) struct Tab {
    pub(crate) desk: Desk,
    pub(crate) now: i64,
    calls_made: u32,
    outbox: HashMap<CallId, Vec<Fact>>,
    seen: Vec<Output>,
}

impl Tab {
    /// A tab that has not signed in.
    pub(crate) fn new() -> Self {
        let desk = Desk::new(SourceId::new("tab"));
        Self { desk, now: START, calls_made: 0, outbox: HashMap::new(), seen: Vec::new() }
    }

    /// What happens next, a step later.
    pub(crate) fn hears(&mut self, event: Event) -> Vec<Output> {
        self.now += STEP;
        self.take(Input::Event(event)).unwrap_or_default()
    }

    /// What the member asks for, a step later.
    pub(crate) fn wishes(&mut self, command: Command) -> Result<Vec<Output>, Refused> {
        self.now += STEP;
        self.take(Input::Command(command))
    }

    /// Time passes.
    pub(crate) fn waits(&mut self, millis: i64) -> Vec<Output> {
        self.now += millis;
        self.take(Input::Tick).unwrap_or_default()
    }

    fn take(&mut self, input: Input) -> Result<Vec<Output>, Refused> {
        self.calls_made += 1;
        let fresh = CallId::new(format!("call-{}", self.calls_made));
        let out = self.desk.handle(Millis(self.now), fresh, input)?;
        for output in &out {
            if let Output::Record { call, fact } = output {
                self.outbox.entry(call.clone()).or_default().push(fact.clone());
            }
        }
        self.seen.extend(out.iter().cloned());
        self.check();
        Ok(out)
    }

    /// What the log would derive from the recorded facts is what the screen shows.
    fn check(&self) {
        for call in self.desk.calls() {
            let recorded = self.outbox.get(&call.id).map_or(&[][..], Vec::as_slice);
            assert_eq!(fold(recorded).as_ref(), Some(&call.state), "the facts of {} are not its state", call.id);
        }
    }

    /// The newest call on the desk.
    pub(crate) fn call(&self) -> &LiveCall {
        self.desk.calls().last().expect("a call on the desk")
    }

    /// The newest call's id.
    pub(crate) fn id(&self) -> CallId {
        self.call().id.clone()
    }

    /// Whether the member was told this, ever.
    pub(crate) fn was_told(&self, notice: &Notice) -> bool {
        self.seen.iter().any(|output| matches!(output, Output::Tell(told) if told == notice))
    }

    /// How often the provider was asked this.
    pub(crate) fn ordered(&self, order: &Order) -> usize {
        self.seen
            .iter()
            .filter(|output| matches!(output, Output::Provider { order: asked, .. } if asked == order))
            .count()
    }
}

//! What the provider's own history adds to a call: only what no tab saw.

use super::{Folding, State};
use crate::calls::{Course, Direction, Fact, HistoryRecord, What};

impl State {
    /// A call of which only the history tells.
    pub(super) fn told(fact: &Fact) -> Option<Self> {
        let What::HistoryTold { record } = &fact.what else { return None };
        let course = record.course.as_ref()?;
        let rang = course.direction == Direction::Inbound || record.wait_ms > 0;
        Some(Self {
            ringing_at: rang.then_some(course.started_at),
            ..Self::new(course.direction, course.number.clone(), course.started_at)
        })
    }
}

impl Folding {
    /// The history told once more, perhaps of the recording that was not there before.
    pub(super) fn told(&mut self, record: &HistoryRecord) {
        let before = self.state.history.take();
        self.state.history = Some(before.map_or_else(|| record.clone(), |before| before.and(record)));
    }

    /// Comes after everything that tabs saw, and never changes what they say.
    pub(super) fn learn(&mut self) {
        let Some(record) = self.state.history.clone() else { return };
        if let Some(course) = &record.course {
            self.follow(course);
        }
        self.failure = self.failure.take().or(record.failure);
        if self.state.held_ms == 0 {
            self.state.held_ms = record.hold_ms;
        }
    }

    fn follow(&mut self, course: &Course) {
        let state = &mut self.state;
        state.provider_id.get_or_insert_with(|| course.provider_id.clone());
        state.hotline = state.hotline.take().or_else(|| course.hotline.clone());
        // Why it failed is the provider's own word too, and says more.
        if let (Some(at), None) = (course.answered_at, &self.failure) {
            // Clocks differ: nobody talks before the call began or after it was over.
            let at = at.max(state.started_at);
            state.answered_at.get_or_insert(state.ended_at.map_or(at, |end| at.min(end)));
        }
        if let Some(ended_at) = course.ended_at {
            let begun = state.answered_at.unwrap_or(state.started_at);
            self.end(ended_at.max(begun));
        }
    }
}

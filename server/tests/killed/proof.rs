//! What was sent, against what the log has.

use crate::person::{Person, Sent};
use domain::calls::{Fact, Phase, fold};
use domain::ids::CallId;
use std::collections::BTreeMap;

/// The log has what was there before and what was sent, each once and whole.
pub async fn nothing_is_lost(admin: &Person, before: &[CallId], sent: &BTreeMap<CallId, Sent>) {
    each_is_there_once(admin, before, sent).await;
    for (call, sent) in sent {
        is_what_was_sent(admin, call, &sent.facts).await;
    }
}

/// The log has what was there before and what was sent, each once.
async fn each_is_there_once(admin: &Person, before: &[CallId], sent: &BTreeMap<CallId, Sent>) {
    let mut expected: Vec<CallId> = before.iter().chain(sent.keys()).cloned().collect();
    let mut listed = admin.listed().await;
    expected.sort();
    listed.sort();
    assert_eq!(listed, expected);
}

/// Every fact is kept once, and the row is what they add up to: over, as it must be.
async fn is_what_was_sent(admin: &Person, call: &CallId, sent: &[Fact]) {
    let story = admin.story(call).await;
    let from_tab = |fact: &&Fact| sent.iter().any(|one| one.source == fact.source);
    let mut kept: Vec<&Fact> = story.facts.iter().filter(from_tab).collect();
    let mut sent_ones: Vec<&Fact> = sent.iter().collect();
    kept.sort_by(|a, b| a.id.cmp(&b.id));
    sent_ones.sort_by(|a, b| a.id.cmp(&b.id));
    assert_eq!(kept, sent_ones, "{call}");
    let state = fold(sent).unwrap();
    let now = state.ended_at.unwrap();
    assert_eq!((story.row.phase, &story.row.outcome), (Phase::Ended, &state.outcome), "{call}");
    assert_eq!((story.row.started_at, story.row.estimated), (state.started_at, false), "{call}");
    let times = (story.row.ring_ms, story.row.talk_ms, story.row.hold_ms);
    assert_eq!(times, (state.ring_ms(now), state.talk_ms(now), state.hold_ms(now)), "{call}");
    assert_eq!(story.provider_id, state.provider_id, "{call}");
}

pub fn facts(sent: &BTreeMap<CallId, Sent>) -> usize {
    sent.values().map(|one| one.facts.len()).sum()
}

pub fn failures(sent: &BTreeMap<CallId, Sent>) -> usize {
    sent.values().map(|one| one.failures).sum()
}

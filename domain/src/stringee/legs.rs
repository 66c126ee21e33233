//! What the tellings of one call add up to: each member's part of it, or nobody's.
//!
//! It works on the *set* of tellings, each counted once and put in order by its own time: in which order and how often
//! they came does not matter.

use super::events::{CallEvent, Event, Kind, Status};
use super::problems::ending_failure;
use crate::calls::{Course, Direction, HistoryCall, HistoryRecord, RecordingAddress};
use crate::times::Millis;

/// One member's part of a call: from the first sign of their telephone to the end of it. Whoever is rung again after
/// their part was over has another.
struct Leg {
    seat: String,
    began: Millis,
    answers: Vec<(Millis, bool)>,
    over: Option<(Millis, Option<String>)>,
}

/// Every part of a call. Nobody's only where nobody of us was rung, and it is over.
pub fn legs(told: &[Event]) -> Vec<HistoryCall> {
    let told = in_order(told);
    let calls: Vec<(&Event, &CallEvent)> = told.iter().filter_map(|event| call_of(event)).collect();
    let Some((first, begun)) = calls.first().copied() else { return Vec::new() };
    let legs = rung(&calls);
    let over = calls.iter().find(|(_, call)| call.status == Status::Ended);
    let whole = Whole {
        id: &first.call,
        begun,
        hotline: calls.iter().find_map(|(_, call)| call.hotline.clone()),
        customer: calls.iter().map(|(_, call)| &call.customer).find(|number| !number.is_empty()),
        over: over.map(|(event, call)| (event.at, call.cause.clone())),
        recorded: told.iter().any(|event| event.kind == Kind::Recorded),
    };
    if legs.is_empty() {
        let missed = whole.over.is_some() && begun.direction == Direction::Inbound;
        return missed.then(|| whole.nobodys(first.at)).into_iter().collect();
    }
    legs.iter().enumerate().map(|(at, leg)| whole.part(leg, round(&legs, at))).collect()
}

/// What makes nobody's part of a call the one it is.
pub fn nobodys_part(call: &str) -> String {
    format!("{call}\n\n0")
}

/// How often the same member was rung before.
fn round(legs: &[Leg], at: usize) -> usize {
    legs[..at].iter().filter(|before| before.seat == legs[at].seat).count()
}

fn call_of(event: &Event) -> Option<(&Event, &CallEvent)> {
    match &event.kind {
        Kind::Call(call) => Some((event, call)),
        Kind::Recorded => None,
    }
}

/// Each telling once, by time; those of one moment in the order in which they happen in a call.
fn in_order(told: &[Event]) -> Vec<Event> {
    let mut told = told.to_vec();
    let rank = |event: &Event| call_of(event).map(|(_, call)| call.status);
    told.sort_by(|a, b| (a.at, rank(a), &a.key).cmp(&(b.at, rank(b), &b.key)));
    told.dedup_by(|a, b| a.key == b.key);
    told
}

/// Whose telephones were called.
fn rung(calls: &[(&Event, &CallEvent)]) -> Vec<Leg> {
    let mut legs: Vec<Leg> = Vec::new();
    for (event, call) in calls {
        // The end of the call names whoever was last; it does not call them.
        let Some(seat) = call.seat.as_ref().filter(|_| call.status != Status::Ended) else { continue };
        let open = legs.iter().position(|leg| leg.seat == *seat && leg.over.is_none());
        if open.is_none() && call.status == Status::LegEnded {
            continue;
        }
        let at = open.unwrap_or_else(|| {
            legs.push(Leg { seat: seat.clone(), began: event.at, answers: Vec::new(), over: None });
            legs.len() - 1
        });
        match call.status {
            Status::Answered => legs[at].answers.push((event.at, call.by_customer)),
            Status::LegEnded => legs[at].over = Some((event.at, call.cause.clone())),
            _ => {}
        }
    }
    legs
}

/// What holds for every part of a call.
struct Whole<'a> {
    id: &'a str,
    begun: &'a CallEvent,
    hotline: Option<String>,
    customer: Option<&'a String>,
    over: Option<(Millis, Option<String>)>,
    recorded: bool,
}

impl Whole<'_> {
    fn part(&self, leg: &Leg, round: usize) -> HistoryCall {
        let over = leg.over.clone().or_else(|| self.over.clone());
        let answered_at = self.answer(leg);
        let part = format!("{}\n{}\n{round}", self.id, leg.seat);
        self.told(Some(leg.seat.clone()), part, leg.began, answered_at, over)
    }

    /// When the two began to talk: of a call in when the member picked up. Of a call out when the customer did; where
    /// the member's telephone rings first, it is picked up before.
    fn answer(&self, leg: &Leg) -> Option<Millis> {
        let by_customer = leg.answers.iter().find(|(_, by_customer)| *by_customer);
        let first = if self.begun.member_first { leg.answers.get(1) } else { leg.answers.first() };
        by_customer.filter(|_| self.begun.direction == Direction::Outbound).or(first).map(|(at, _)| *at)
    }

    fn nobodys(&self, began: Millis) -> HistoryCall {
        self.told(None, nobodys_part(self.id), began, None, self.over.clone())
    }

    fn told(
        &self,
        seat: Option<String>,
        part: String,
        began: Millis,
        answered_at: Option<Millis>,
        over: Option<(Millis, Option<String>)>,
    ) -> HistoryCall {
        let (ended_at, cause) = over.map_or((None, None), |(at, cause)| (Some(at), cause));
        let course = Course {
            provider_id: self.id.to_owned(),
            direction: self.begun.direction,
            number: self.customer.cloned().unwrap_or_default(),
            hotline: self.hotline.clone(),
            started_at: began,
            answered_at,
            ended_at,
        };
        let recorded = self.recorded && answered_at.is_some();
        let outbound = self.begun.direction == Direction::Outbound;
        let cause = cause.filter(|_| answered_at.is_none());
        let record = HistoryRecord {
            failure: cause.as_deref().filter(|_| outbound).and_then(ending_failure),
            missed_reason: cause.filter(|_| !outbound),
            recorded,
            course: Some(Box::new(course.clone())),
            ..HistoryRecord::default()
        };
        let recording = recorded.then(|| RecordingAddress { stream: Some(recording_path(self.id)), download: None });
        HistoryCall { seat, course, record, recording, part: Some(part) }
    }
}

/// Where the recording of a call is, below the address of the calls' service.
fn recording_path(call: &str) -> String {
    format!("/v1/call/recording/{call}")
}

//! Calls: facts, the fold over them, and the machine that lives in the browser.
//!
//! A call is what its facts add up to. Facts are never refused; they may come late, twice or in another
//! order, and add up to the same call.

mod columns;
mod desk;
mod fact;
mod filter;
mod fold;
mod history;
mod line;
mod log;
mod polling;
mod recording;

pub use columns::Column;
pub use desk::{
    Ability, Colleague, Command, Desk, Input, LiveCall, Notice, Order, Output, Refused, TransferOffer, Wish, Wished,
};
pub use fact::{Course, Direction, Fact, Failure, HistoryRecord, TransferFailure, TransferTarget, What};
pub use filter::{CallFilter, OutcomeKind, Period};
pub use fold::{Outcome, Phase, State, fold};
pub use history::{Candidate, HistoryCall, HistoryPage, RecordingAddress, SAME_START, same_call};
pub use line::{Device, Event, Line, LineState, Manner, Presence};
pub use log::{
    CallQuery, CallRow, CallStory, CallerMatch, Card, CardCompany, CardCustomer, CardDeal, DialCheck, LastContact,
    LogChoices, MatchHow, NoteBrief, Reported, Sighting,
};
pub use polling::{Expected, Progress, TURN, Window};
pub use recording::RecordingState;

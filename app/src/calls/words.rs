//! The log in words: how a call ended, what happened in it, why it failed.

use crate::softphone::grouped;
use crate::texts::calls::failures::FailureWords;
use crate::texts::calls::words::Texts as Words;
use crate::texts::t;
use domain::calls::{
    CallRow, Direction, Failure, HistoryRecord, MatchHow, Outcome, Phase, TransferFailure, TransferTarget, What,
};
use domain::phone;
use domain::times;

/// In or out.
pub fn direction(direction: Direction) -> &'static str {
    match direction {
        Direction::Inbound => t().calls.inbound,
        Direction::Outbound => t().calls.outbound,
    }
}

/// How far a call is.
pub fn phase(phase: Phase) -> &'static str {
    phase_in(&t().calls.words, phase)
}

/// The same in a language that is given.
pub fn phase_in(words: &Words, phase: Phase) -> &'static str {
    match phase {
        Phase::Dialing => words.dialing,
        Phase::Ringing => words.ringing,
        Phase::Talking => words.talking,
        Phase::Ended => words.ended,
    }
}

/// How a call ended, short enough for a badge.
pub fn outcome(outcome: &Outcome) -> String {
    outcome_in(&t().calls.words, outcome)
}

/// The same in a language that is given.
pub fn outcome_in(words: &Words, outcome: &Outcome) -> String {
    match outcome {
        Outcome::Answered => words.answered.to_owned(),
        Outcome::Missed => words.missed.to_owned(),
        Outcome::Rejected => words.rejected.to_owned(),
        Outcome::Cancelled => words.cancelled.to_owned(),
        Outcome::Failed { reason } => failure_in(words, reason).0,
    }
}

/// Who was rung or dialled; a dash where nobody of us was.
pub fn agent_name(call: &CallRow) -> String {
    call.agent.as_ref().map_or_else(|| "–".to_owned(), |agent| agent.name.clone())
}

/// How a call ended or, while it goes on, how far it is.
pub fn result(call: &CallRow) -> String {
    call.outcome.as_ref().map_or_else(|| phase(call.phase).to_owned(), outcome)
}

/// Why a call did not come about: what happened, and what to do.
pub fn failure(failure: &Failure) -> (String, String) {
    failure_in(&t().calls.words, failure)
}

/// The same in a language that is given.
pub fn failure_in(words: &Words, failure: &Failure) -> (String, String) {
    let said = |words: &FailureWords| (words.what.to_owned(), words.advice.to_owned());
    match failure {
        Failure::Unreachable => said(&words.failures.unreachable),
        Failure::Busy => said(&words.failures.busy),
        Failure::NoAnswerOrError => said(&words.failures.no_answer_or_error),
        Failure::NoAnswer => said(&words.failures.no_answer),
        Failure::Unpaid => said(&words.failures.unpaid),
        Failure::TemporarilyUnreachable => said(&words.failures.temporarily_unreachable),
        Failure::OwnDevice => said(&words.failures.own_device),
        Failure::MemberBusy => said(&words.failures.member_busy),
        Failure::NotPermitted => said(&words.failures.not_permitted),
        Failure::Provider => said(&words.failures.provider),
        Failure::Ignored => said(&words.failures.ignored),
        Failure::Misconfigured => said(&words.failures.misconfigured),
        Failure::HotlineRefused => said(&words.failures.hotline_refused),
        Failure::TrunkUnavailable => said(&words.failures.trunk_unavailable),
        Failure::NumberInvalid => said(&words.failures.number_invalid),
        Failure::LinesFull => said(&words.failures.lines_full),
        Failure::ServerSilent => said(&words.failures.server_silent),
        Failure::AccountLocked => said(&words.failures.account_locked),
        Failure::NoMicrophone => said(&words.failures.no_microphone),
        Failure::NoSound => said(&words.failures.no_sound),
        Failure::Other { code } => ((words.failures.other)(code), words.failures.other_advice.to_owned()),
    }
}

/// Why a call could not be passed on.
pub fn transfer_failure(failure: &TransferFailure) -> String {
    let words = &t().calls.words;
    match failure {
        TransferFailure::NothingChosen => words.transfer_nothing_chosen.to_owned(),
        TransferFailure::Failed => words.transfer_no_reason.to_owned(),
        TransferFailure::NotInACall => words.transfer_not_in_a_call.to_owned(),
        TransferFailure::CallUnknown => words.transfer_call_unknown.to_owned(),
        TransferFailure::Refused => words.transfer_colleague_refused.to_owned(),
        TransferFailure::TimedOut => words.transfer_timed_out.to_owned(),
        TransferFailure::NotPossible => words.transfer_not_possible.to_owned(),
        TransferFailure::Other { code } => (words.transfer_other)(code),
    }
}

/// One fact of a call.
pub fn what(what: &What) -> String {
    let words = &t().calls.words;
    let said = match what {
        What::DialWished { number } => return (words.dial_wished)(phone::shown(number)),
        What::Offered { number, hotline, queue } => {
            return offered(phone::shown(number), hotline.as_deref(), queue.as_deref());
        }
        What::ProviderId { id } => return (words.provider_id_known)(id),
        What::ToneSent { key } => return (words.tone_sent)(*key),
        What::TransferWished { to: TransferTarget::Seat(seat) } => return (words.transfer_to_seat)(seat),
        What::TransferWished { to: TransferTarget::Queue(queue) } => return (words.transfer_to_queue)(queue),
        What::TransferWished { to: TransferTarget::Number(number) } => {
            return (words.transfer_to_number)(phone::shown(number));
        }
        What::TransferFailed { reason } => return (words.transfer_failed)(&transfer_failure(reason)),
        What::Failed { reason } => return (words.failed)(&failure(reason).0),
        What::DialTaken => words.dial_taken,
        What::DialIgnored => words.dial_ignored,
        What::OwnDeviceRinging => words.own_device_ringing,
        What::CustomerRinging => words.customer_ringing,
        What::CustomerAnswered => words.customer_answered,
        What::AnswerWished => words.answer_wished,
        What::RejectWished => words.reject_wished,
        What::HangUpWished => words.hang_up_wished,
        What::AgentAnswered => words.agent_answered,
        What::Held => words.held,
        What::Resumed => words.resumed,
        What::Muted => words.muted,
        What::Unmuted => words.unmuted,
        What::TransferAnswered { accepted: true } => words.transfer_accepted,
        What::TransferAnswered { accepted: false } => words.transfer_refused,
        What::Transferred => words.transferred,
        What::VoiceLost => words.voice_lost,
        What::Ended => words.call_ended,
        What::ContactLost => words.contact_lost,
        What::ContactFound => words.contact_found,
        What::PresumedEnded => words.presumed_ended,
        What::HistoryTold { record } => return history(record),
    };
    said.to_owned()
}

fn offered(number: &str, hotline: Option<&str>, queue: Option<&str>) -> String {
    let words = &t().calls.words;
    let number = if number.is_empty() { t().calls.hidden_number } else { number };
    let parts = [
        Some((words.offered)(number)),
        hotline.map(|hotline| (words.offered_hotline)(&grouped(hotline))),
        queue.map(words.offered_queue),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// Whether a fact tells a reader anything: the provider's own history is told at every step, and mostly adds nothing.
pub fn says_something(what: &What) -> bool {
    match what {
        What::HistoryTold { record } => record.missed_reason.is_some() || record.talk_ms > 0 || record.recorded,
        _ => true,
    }
}

/// What the provider's own history says, in one sentence.
fn history(record: &HistoryRecord) -> String {
    let words = &t().calls.words;
    let parts = [
        Some(words.history_told.to_owned()),
        record.missed_reason.as_deref().map(words.history_missed),
        (record.talk_ms > 0).then(|| (words.history_talked)(&times::duration(record.talk_ms))),
        record.recorded.then(|| words.history_recorded.to_owned()),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// How the customer of a call was found.
pub fn match_how(how: MatchHow) -> &'static str {
    match_how_in(&t().calls.words, how)
}

/// The same in a language that is given.
pub fn match_how_in(words: &Words, how: MatchHow) -> &'static str {
    match how {
        MatchHow::None => words.match_none,
        MatchHow::Exact => words.match_exact,
        MatchHow::Legacy => words.match_legacy,
        MatchHow::Ambiguous => words.match_ambiguous,
        MatchHow::ByHand => words.match_by_hand,
    }
}

//! Stringee's tables of codes.

use crate::calls::{Failure, TransferFailure};
use crate::telephone::TelephoneProblem;
use serde_json::Value;

/// What the contact centre says of a member who is in a call already, or is not known to it.
const MEMBER_BUSY: &str = "AGENT_NOT_FOUND_OR_IN_ANOTHER_CALL";

/// Why a call out was refused: the code of the answer, and what came with it from our own server or the contact centre.
pub fn call_failure(r: i64, custom: &str) -> Failure {
    if message(custom).as_deref() == Some(MEMBER_BUSY) {
        return Failure::MemberBusy;
    }
    match r {
        1..=3 => Failure::Misconfigured,
        4 | 5 | 15 => Failure::HotlineRefused,
        6 | 7 => Failure::TrunkUnavailable,
        8 => Failure::Unpaid,
        -1 | 9 | 13 => Failure::Provider,
        10 | 14 => Failure::NumberInvalid,
        11 | 16 | 17 => Failure::NotPermitted,
        12 => Failure::LinesFull,
        18 => Failure::ServerSilent,
        19 => Failure::AccountLocked,
        1000 => Failure::NoMicrophone,
        1001 => Failure::NoSound,
        other => Failure::Other { code: other.to_string() },
    }
}

fn message(custom: &str) -> Option<String> {
    let custom: Value = serde_json::from_str(custom).ok()?;
    custom.get("msg")?.as_str().map(str::to_owned)
}

/// Why a call out did not come about, from SIP's code; `None` where it says nothing of a failure.
pub fn sip_failure(sip: i64) -> Option<Failure> {
    match sip {
        486 | 600 | 603 => Some(Failure::Busy),
        404 | 410 | 484 | 604 => Some(Failure::Unreachable),
        408 | 487 => Some(Failure::NoAnswer),
        480 => Some(Failure::TemporarilyUnreachable),
        402 | 403 => Some(Failure::NotPermitted),
        500..=599 => Some(Failure::Provider),
        400..=699 => Some(Failure::Other { code: format!("SIP {sip}") }),
        _ => None,
    }
}

/// Why a call could not be passed on.
pub fn transfer_failure(r: i64) -> TransferFailure {
    match r {
        1 => TransferFailure::NotInACall,
        2 | 3 => TransferFailure::CallUnknown,
        -1 => TransferFailure::Failed,
        other => TransferFailure::Other { code: other.to_string() },
    }
}

/// Why a page is not let in: the codes of the server, and the kit's own where it could not find one.
pub fn sign_in_problem(r: i64) -> TelephoneProblem {
    match r {
        1..=7 | -11 | -12 => TelephoneProblem::KeyRefused,
        8 => TelephoneProblem::DomainUnknown,
        _ => TelephoneProblem::ProviderError,
    }
}

/// Why a call out did not come about, from the cause that its end is told with: a word, or SIP's code and words. `None`
/// where the member gave it up.
pub fn ending_failure(cause: &str) -> Option<Failure> {
    let digits: String = cause.chars().take_while(char::is_ascii_digit).collect();
    match (cause, digits.parse().ok()) {
        ("USER_END_CALL" | "MAX_CONNECT_TIME", _) | (_, Some(487)) => None,
        ("NO_ANSWER" | "NO_USER_RESPONSE", _) => Some(Failure::NoAnswer),
        ("USER_BUSY", _) => Some(Failure::Busy),
        ("CAN_NOT_MAKE_CALL", _) => Some(Failure::Provider),
        (_, sip) => sip.and_then(sip_failure).or_else(|| Some(Failure::Other { code: cause.to_owned() })),
    }
}

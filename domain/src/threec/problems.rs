//! 3C's error tables.

use crate::calls::{Failure, TransferFailure};
use crate::telephone::TelephoneProblem;
use serde_json::Value;

/// Why a call out did not come about, from the code and the SIP code of `showCalloutError`; both may be missing.
pub fn call_failure(code: Option<&str>, sip: Option<&str>) -> Failure {
    match (said(code), said(sip)) {
        (Some("IPCC_NOT_CONNECT_CUSTOMER"), sip) => not_connected(sip),
        (Some("IPCC_NOT_CONNECT_AGENT_ID"), _) => Failure::OwnDevice,
        (Some("CALLOUT_AGENT_BUSY" | "786"), _) | (None, Some("786")) => Failure::MemberBusy,
        (Some("CALLOUT_PERMISSION_DENY"), _) => Failure::NotPermitted,
        (Some("ERROR_CALLOUT_CONNECT"), _) => Failure::Provider,
        (Some(code), None) => Failure::Other { code: code.to_owned() },
        (Some(code), Some(sip)) => Failure::Other { code: format!("{code} {sip}") },
        (None, sip) => not_connected(sip),
    }
}

/// The customer could not be reached; the SIP code says how.
fn not_connected(sip: Option<&str>) -> Failure {
    match sip {
        None => Failure::Provider,
        Some("404") => Failure::Unreachable,
        Some("486") => Failure::Busy,
        Some("408") => Failure::NoAnswerOrError,
        Some("403") => Failure::Unpaid,
        Some("487") => Failure::NoAnswer,
        Some("480") => Failure::TemporarilyUnreachable,
        Some(other) => Failure::Other { code: format!("SIP {other}") },
    }
}

/// Why a call could not be passed on, from the code of `csTransferCallError`.
pub fn transfer_failure(code: Option<&str>) -> TransferFailure {
    match said(code) {
        Some("NOT_CHOOSE_TYPE_TRANSFER") => TransferFailure::NothingChosen,
        Some("TRANSFER_CALL_FAILED") | None => TransferFailure::Failed,
        Some("NOT_IN_A_CALL") => TransferFailure::NotInACall,
        Some("COULD_NOT_GET_CALL_INFO") => TransferFailure::CallUnknown,
        Some(code) => TransferFailure::Other { code: code.to_owned() },
    }
}

/// Why the log-in service, or the sign-in of the page, refuses: from its status or its code.
pub fn login_problem(code: &str) -> TelephoneProblem {
    match code.trim() {
        "404" => TelephoneProblem::DomainUnknown,
        "405" => TelephoneProblem::DomainExpired,
        "401" => TelephoneProblem::KeyRefused,
        "400" => TelephoneProblem::SeatUnknown,
        code if code.len() == 3 && code.starts_with('5') => TelephoneProblem::ProviderError,
        _ => TelephoneProblem::Unintelligible,
    }
}

/// What the answer of the log-in service means: an error may be its status, or stand in the body of a 200.
///
/// # Errors
/// Why the seat is not let in.
pub fn login_answer(status: u16, body: &str) -> Result<(), TelephoneProblem> {
    if status != 200 {
        return Err(login_problem(&status.to_string()));
    }
    let answer: Value = serde_json::from_str(body).map_err(|_| TelephoneProblem::Unintelligible)?;
    let word = |key: &str| super::callbacks::text(answer.get(key)).unwrap_or_default();
    match word("code").as_str() {
        "ok" => Ok(()),
        "" => Err(TelephoneProblem::Unintelligible),
        "errors" => Err(from_message(&word("message"))),
        code => Err(login_problem(code)),
    }
}

/// The message of a refusal inside a 200 is free text, sometimes with the code of the table in it.
fn from_message(message: &str) -> TelephoneProblem {
    let code = message.split(|c: char| !c.is_ascii_digit()).find(|digits| digits.len() == 3);
    let known = code.map(login_problem).filter(|problem| *problem != TelephoneProblem::Unintelligible);
    known.unwrap_or_else(|| from_words(&message.to_lowercase()))
}

fn from_words(message: &str) -> TelephoneProblem {
    let has = |word: &str| message.contains(word);
    match () {
        () if has("domain") && (has("expire") || has("hết hạn")) => TelephoneProblem::DomainExpired,
        () if has("domain") => TelephoneProblem::DomainUnknown,
        () if has("token") || has("signature") => TelephoneProblem::KeyRefused,
        () if has("ipphone") || has("agent") || has("user") => TelephoneProblem::SeatUnknown,
        () => TelephoneProblem::ProviderError,
    }
}

/// `undefined` and `null` come as words from some builds.
fn said(code: Option<&str>) -> Option<&str> {
    code.map(str::trim).filter(|code| !matches!(*code, "" | "undefined" | "null"))
}

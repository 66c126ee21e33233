//! Typed problems in the viewer's words: what went wrong, and what to do about it.

use crate::duplicates;
use crate::texts::problems::Texts;
use crate::texts::t;
use domain::centre::{BadSound, CentreProblem};
use domain::dial_policy::DialRefusal;
use domain::fields::FieldProblem;
use domain::imports::FileProblem;
use domain::phone::BadNumber;
use domain::problem::Problem;
use domain::telephone::TelephoneProblem;

/// A problem in words.
pub fn problem(problem: &Problem) -> String {
    let words = &t().problems;
    match problem {
        Problem::SignedOut => words.signed_out.to_owned(),
        Problem::Forbidden => words.forbidden.to_owned(),
        Problem::NotFound => words.not_found.to_owned(),
        Problem::Invalid(errors) => match errors.first() {
            Some(error) if errors.len() == 1 => field(&error.problem),
            _ => words.invalid.to_owned(),
        },
        Problem::Stale(_) | Problem::StaleCompany(_) | Problem::StaleDeal(_) => words.stale.to_owned(),
        Problem::WrongCredentials => words.wrong_credentials.to_owned(),
        Problem::Throttled { seconds } => (words.throttled)(*seconds),
        Problem::Telephone(problem) => telephone(problem).to_owned(),
        Problem::MayNotDial(refusal) => may_not_dial(refusal),
        Problem::Merge(problem) => duplicates::words::problem(*problem).to_owned(),
        Problem::Centre(problem) => centre(problem),
        Problem::File(problem) => file(*problem).to_owned(),
        Problem::Unavailable => words.unavailable.to_owned(),
        Problem::Unreachable => words.unreachable.to_owned(),
    }
}

/// A field's problem in words.
pub fn field(problem: &FieldProblem) -> String {
    field_in(&t().problems, problem)
}

/// A field's problem in the words of a language.
pub fn field_in(words: &Texts, problem: &FieldProblem) -> String {
    match problem {
        FieldProblem::Required => words.required.to_owned(),
        FieldProblem::TooLong { max } => (words.too_long)(*max),
        FieldProblem::TooShort { min } => (words.too_short)(*min),
        FieldProblem::NotAnEmail => words.not_an_email.to_owned(),
        FieldProblem::NotANumber(bad) => bad_number_in(words, *bad).to_owned(),
        FieldProblem::Repeated => words.repeated.to_owned(),
        FieldProblem::Taken => words.taken.to_owned(),
        FieldProblem::OutOfRange { min, max } => (words.out_of_range)(*min, *max),
        FieldProblem::NotATime => words.not_a_time.to_owned(),
        FieldProblem::Wrong => words.wrong.to_owned(),
        FieldProblem::NotAnAddress => words.not_an_address.to_owned(),
        FieldProblem::NotADecimal => words.not_a_decimal.to_owned(),
        FieldProblem::NotADate => words.not_a_date.to_owned(),
        FieldProblem::NotYesOrNo => words.not_yes_or_no.to_owned(),
        FieldProblem::NotAnAmount => words.not_an_amount.to_owned(),
        FieldProblem::NobodyNamed => words.nobody_named.to_owned(),
        FieldProblem::StagesMissing => words.stages_missing.to_owned(),
        FieldProblem::TooMany { max } => (words.too_many)(*max),
        FieldProblem::NotATaxCode => words.not_a_tax_code.to_owned(),
        FieldProblem::NotAWebsite => words.not_a_website.to_owned(),
        FieldProblem::BadCharacters => words.bad_characters.to_owned(),
        FieldProblem::NotDigits => words.not_digits.to_owned(),
        FieldProblem::Unknown => words.unknown.to_owned(),
        FieldProblem::MayNotSee { name } => (words.may_not_see)(name),
        FieldProblem::InUse => words.in_use.to_owned(),
        FieldProblem::LastAdmin => words.last_admin.to_owned(),
    }
}

/// Why a file is not taken, in words.
pub fn file(problem: FileProblem) -> &'static str {
    let words = &t().imports;
    match problem {
        FileProblem::Unreadable => words.file_unreadable,
        FileProblem::Empty => words.file_empty,
        FileProblem::TooLarge => words.file_too_large,
        FileProblem::TooManyRows => words.file_too_many_rows,
    }
}

/// Why a number may not be called now, in words.
pub fn may_not_dial(refusal: &DialRefusal) -> String {
    let words = &t().dial_policy;
    match refusal {
        DialRefusal::Role => words.role.to_owned(),
        DialRefusal::NotOurs => words.not_ours.to_owned(),
        DialRefusal::NotANumber => t().problems.number_not_a_number.to_owned(),
        DialRefusal::Unwanted => words.unwanted.to_owned(),
        DialRefusal::UnwantedAdvertising { team } => advertising(team.as_deref(), words.unwanted_advertising),
        DialRefusal::Hours { from, until, team } => {
            advertising(team.as_deref(), &(words.hours)(&time_of_day(*from), &time_of_day(*until)))
        }
        DialRefusal::MembersCap { cap } => (words.members_cap)(*cap),
        DialRefusal::NumbersCap { cap } => (words.numbers_cap)(*cap),
        DialRefusal::Blocked { prefix } => (words.blocked)(prefix),
        DialRefusal::International => words.international.to_owned(),
        DialRefusal::Unknown => words.unknown.to_owned(),
    }
}

/// Whose calls are advertising, and what follows.
fn advertising(team: Option<&str>, so: &str) -> String {
    let words = &t().dial_policy;
    let whose = team.map_or_else(|| words.all_advertise.to_owned(), |team| (words.team_advertises)(team));
    format!("{whose}: {so}")
}

/// Minutes of the day as people write them.
pub fn time_of_day(minutes: i64) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

/// Why a text is no telephone number, in words.
pub fn bad_number(bad: BadNumber) -> &'static str {
    bad_number_in(&t().problems, bad)
}

fn bad_number_in(words: &Texts, bad: BadNumber) -> &'static str {
    match bad {
        BadNumber::Empty => words.number_empty,
        BadNumber::NoDigits => words.number_no_digits,
        BadNumber::TooShort => words.number_too_short,
        BadNumber::TooLong => words.number_too_long,
        BadNumber::NotANumber => words.number_not_a_number,
    }
}

/// What is wrong at the telephone provider, in words, and what to do.
pub fn telephone(problem: &TelephoneProblem) -> &'static str {
    let words = &t().problems;
    match problem {
        TelephoneProblem::NotConfigured => words.telephone_not_configured,
        TelephoneProblem::NoSeat => words.telephone_no_seat,
        TelephoneProblem::DomainUnknown => words.telephone_domain_unknown,
        TelephoneProblem::DomainExpired => words.telephone_domain_expired,
        TelephoneProblem::KeyRefused => words.telephone_key_refused,
        TelephoneProblem::SeatUnknown => words.telephone_seat_unknown,
        TelephoneProblem::ProviderError => words.telephone_provider_error,
        TelephoneProblem::ProviderUnreachable => words.telephone_provider_unreachable,
        TelephoneProblem::Unintelligible => words.telephone_unintelligible,
        TelephoneProblem::TooManyRequests => words.telephone_too_many_requests,
    }
}

/// Why the contact centre's desk does not do it, in words.
pub fn centre(problem: &CentreProblem) -> String {
    let words = &t().problems;
    match problem {
        CentreProblem::NotRead => words.centre_not_read.to_owned(),
        CentreProblem::Changed { by, .. } => (words.centre_changed)(by),
        CentreProblem::DraftMoved { .. } => words.centre_draft_moved.to_owned(),
        CentreProblem::Publishing => words.centre_publishing.to_owned(),
        CentreProblem::NothingToPublish => words.centre_nothing_to_publish.to_owned(),
        CentreProblem::Findings(findings) => (words.centre_findings)(findings.len()),
        CentreProblem::Refused { code, said } => (words.centre_refused)(*code, said),
        CentreProblem::Sound(bad) => bad_sound(*bad).to_owned(),
    }
}

/// Why a sound is not taken, in words.
pub fn bad_sound(bad: BadSound) -> &'static str {
    let words = &t().problems;
    match bad {
        BadSound::Empty => words.sound_empty,
        BadSound::TooLarge => words.sound_too_large,
        BadSound::TooLong => words.sound_too_long,
        BadSound::NotASound => words.sound_not_a_sound,
        BadSound::Packed => words.sound_packed,
    }
}

//! The telephone in words: every state, refusal and news of the machine, exhaustively.

use super::phone::Phone;
use crate::calls::words::transfer_failure;
use crate::components::words::telephone as telephone_problem;
use crate::components::{Glyph, Tone};
use crate::surroundings::viewer;
use crate::texts::softphone::words::Texts;
use crate::texts::t;
use domain::calls::{
    Ability, Device, Direction, Line, LineState, Notice, Outcome, Phase, Presence, Refused, State, TransferTarget,
};
use domain::phone::{self, Number};
use domain::rights::Numbers;

/// A state as it is shown: never by colour alone.
#[derive(Clone)]
pub(super) struct Shown {
    /// Its word.
    pub(super) word: String,
    /// What to know or do about it; may be empty.
    pub(super) text: String,
    /// Its colour.
    pub(super) tone: Tone,
    /// Its drawing.
    pub(super) icon: Glyph,
}

fn words() -> &'static Texts {
    &t().softphone.words
}

fn shown(word: impl Into<String>, text: impl Into<String>, tone: Tone, icon: Glyph) -> Shown {
    Shown { word: word.into(), text: text.into(), tone, icon }
}

/// The member writes a call up.
pub(super) fn wrap_up() -> Shown {
    shown(t().wrap_up.state, "", Tone::Info, icondata_lu::LuNotebookPen)
}

/// The telephone: the line of this tab, or that it is somewhere else.
pub(super) fn telephone(phone: Phone) -> Shown {
    if phone.voice.is_elsewhere() {
        return shown(words().elsewhere, "", Tone::Info, icondata_lu::LuMonitorSmartphone);
    }
    phone.desk(|desk| line(desk.line()))
}

/// The line.
fn line(line: &Line) -> Shown {
    let words = words();
    match &line.state {
        LineState::Off => shown(words.connecting, "", Tone::Neutral, icondata_lu::LuLoader),
        LineState::Connecting => shown(words.connecting, "", Tone::Neutral, icondata_lu::LuLoader),
        LineState::Ready if line.is_browser() && line.microphone == Some(false) => {
            shown(words.no_microphone, words.no_microphone_text, Tone::Danger, icondata_lu::LuMicOff)
        }
        LineState::Ready => ready(line.presence),
        LineState::Elsewhere => {
            shown(words.elsewhere, words.elsewhere_text, Tone::Info, icondata_lu::LuMonitorSmartphone)
        }
        LineState::Reconnecting { attempt, total } => {
            shown((words.reconnecting)(*attempt, *total), "", Tone::Warn, icondata_lu::LuRefreshCw)
        }
        LineState::Lost => shown(words.lost, words.lost_text, Tone::Danger, icondata_lu::LuUnplug),
        LineState::Refused { code: Some(code) } => down(words.refused, (words.refused_text)(code)),
        LineState::Refused { code: None } => down(words.refused, words.refused_without_code),
        LineState::ScriptFailed { file } => down(words.down, (words.script_failed)(file)),
        LineState::ProviderDown { problem } => down(words.down, telephone_problem(problem)),
    }
}

fn down(word: &str, text: impl Into<String>) -> Shown {
    shown(word, text, Tone::Danger, icondata_lu::LuUnplug)
}

fn ready(presence: Option<Presence>) -> Shown {
    let words = words();
    match presence {
        Some(Presence::Offline) => shown(words.offline, "", Tone::Warn, icondata_lu::LuCirclePause),
        Some(Presence::NoAnswer) => shown(words.no_answer, "", Tone::Warn, icondata_lu::LuPhoneMissed),
        Some(Presence::Online) => shown(words.online, "", Tone::Ok, icondata_lu::LuPhone),
        None => shown(words.ready, "", Tone::Ok, icondata_lu::LuPhone),
    }
}

/// A device.
pub(crate) fn device(device: &Device) -> String {
    let words = words();
    match device {
        Device::Browser => words.browser.to_owned(),
        Device::Softphone => words.softphone.to_owned(),
        Device::Mobile { number } if number.is_empty() => words.mobile.to_owned(),
        Device::Mobile { number } => (words.mobile_number)(number),
        Device::IpPhone => words.ip_phone.to_owned(),
        Device::Other(code) => (words.other_device)(*code),
    }
}

/// How a call stands now.
pub(super) fn call(state: &State) -> Shown {
    let words = words();
    match (state.phase, state.direction) {
        (Phase::Dialing, _) => shown(words.dialing, "", Tone::Info, icondata_lu::LuPhoneOutgoing),
        (Phase::Ringing, Direction::Inbound) => shown(words.ringing_in, "", Tone::Warn, icondata_lu::LuPhoneIncoming),
        (Phase::Ringing, Direction::Outbound) => shown(words.ringing_out, "", Tone::Info, icondata_lu::LuPhoneOutgoing),
        (Phase::Talking, _) if state.held_since.is_some() => shown(words.held, "", Tone::Warn, icondata_lu::LuPause),
        (Phase::Talking, _) if state.muted => shown(words.muted, "", Tone::Warn, icondata_lu::LuMicOff),
        (Phase::Talking, _) => shown(words.talking, "", Tone::Ok, icondata_lu::LuPhoneCall),
        (Phase::Ended, _) if state.transferred => shown(words.passed_on, "", Tone::Ok, icondata_lu::LuPhoneForwarded),
        (Phase::Ended, _) => ended(state.outcome.as_ref()),
    }
}

fn ended(outcome: Option<&Outcome>) -> Shown {
    let said = outcome.map_or_else(|| words().ended.to_owned(), crate::calls::words::outcome);
    match outcome {
        None | Some(Outcome::Answered) => shown(words().ended, "", Tone::Neutral, icondata_lu::LuPhoneOff),
        Some(Outcome::Missed) => shown(said, "", Tone::Warn, icondata_lu::LuPhoneMissed),
        Some(Outcome::Rejected | Outcome::Cancelled) => shown(said, "", Tone::Neutral, icondata_lu::LuPhoneOff),
        Some(Outcome::Failed { reason }) => {
            shown(said, crate::calls::words::failure(reason).1, Tone::Danger, icondata_lu::LuCircleAlert)
        }
    }
}

/// Where a call is passed on to, where it has no name.
pub(super) fn target(to: &TransferTarget) -> String {
    let words = &t().softphone.transfer;
    match to {
        TransferTarget::Seat(seat) => (words.to_seat)(seat),
        TransferTarget::Queue(queue) => (words.to_queue)(queue),
        TransferTarget::Number(typed) => (words.to_number)(&number(phone::shown(typed))),
    }
}

/// What a button does.
pub(super) fn ability(what: Ability) -> &'static str {
    let words = words();
    match what {
        Ability::Answer => words.answer,
        Ability::Reject => words.reject,
        Ability::HangUp => words.hang_up,
        Ability::Hold => words.hold,
        Ability::Mute => words.mute,
        Ability::Tone => words.tones,
        Ability::Transfer => words.transfer,
        Ability::Dial => words.dial,
        Ability::TakeVoice => words.take_voice,
        Ability::TogglePresence => words.presence,
        Ability::ChangeDevice => words.device,
        Ability::ListColleagues => words.colleagues,
    }
}

/// Why a wish is refused.
pub(super) fn refused(why: Refused) -> &'static str {
    let words = &words().refusals;
    match why {
        Refused::LineNotReady => words.line_not_ready,
        Refused::NotTheVoice => words.not_the_voice,
        Refused::AlreadyInCall => words.already_in_call,
        Refused::NumberNotDialable => words.number_not_dialable,
        Refused::NoSuchCall => words.no_such_call,
        Refused::NotRinging => words.not_ringing,
        Refused::NotTalking => words.not_talking,
        Refused::HeldHere => words.held_here,
        Refused::MuteOutbound => words.mute_outbound,
        Refused::NotOnThisDevice => words.not_on_this_device,
        Refused::NoTones => words.no_tones,
        Refused::NotAKey => words.not_a_key,
        Refused::TransferBeforeAnswer => words.transfer_before_answer,
        Refused::NoTarget => words.no_target,
        Refused::NotToQueues => words.not_to_queues,
        Refused::NothingOffered => words.nothing_offered,
        Refused::NoMicrophone => words.no_microphone,
        Refused::Waiting => words.waiting,
        Refused::AlreadySo => words.already_so,
        Refused::NotEnded => words.not_ended,
    }
}

/// Whether news are good.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mood {
    /// As wished.
    Good,
    /// Not as wished.
    Bad,
}

/// News for a short message; `None` where the dock shows them anyway and for longer.
pub(super) fn notice(notice: &Notice) -> Option<(Mood, String)> {
    let words = &words().news;
    let text = match notice {
        Notice::WishUnanswered { what: Ability::HangUp | Ability::Reject } => words.closed_here.to_owned(),
        // Some providers never answer for calls out: the panel offers to type a seat.
        Notice::WishUnanswered { what: Ability::ListColleagues } => return None,
        Notice::WishUnanswered { what } => (words.unanswered)(ability(*what)),
        Notice::HoldFailed { held: false } => words.not_held.to_owned(),
        Notice::HoldFailed { held: true } => words.still_held.to_owned(),
        Notice::MuteFailed { muted: false } => words.not_muted.to_owned(),
        Notice::MuteFailed { muted: true } => words.still_muted.to_owned(),
        Notice::VoiceTakenElsewhere => words.voice_taken.to_owned(),
        Notice::TransferFailed(why) => (words.transfer_failed)(&transfer_failure(why)),
        Notice::OfferExpired => words.offer_expired.to_owned(),
        Notice::LineLost => words.line_lost.to_owned(),
        Notice::TransferAccepted => return Some((Mood::Good, words.transfer_accepted.to_owned())),
        Notice::TransferDone => return Some((Mood::Good, words.transfer_done.to_owned())),
        // The call's card and the line's head show these until they are dealt with.
        Notice::CallFailed(_) | Notice::MicrophoneRefused => return None,
    };
    Some((Mood::Bad, text))
}

/// A customer's number as the member may see it: the provider's page tells this one all of it.
pub(crate) fn customers_number(raw: &str) -> String {
    if phone::is_sealed(raw) {
        let shown = phone::shown(raw);
        return if shown.is_empty() { t().softphone.hidden_number } else { shown }.to_owned();
    }
    let whole = raw.is_empty() || viewer().numbers() == Numbers::Whole;
    if whole { number(raw) } else { phone::masked(raw) }
}

/// A number as the provider wrote it, with or without the country, grouped where that is easy; the server's card has it
/// exactly.
pub(crate) fn number(raw: &str) -> String {
    if raw.is_empty() {
        return t().softphone.hidden_number.to_owned();
    }
    let international = raw.strip_prefix("84").filter(|_| (11..=12).contains(&raw.len()));
    match international.or_else(|| raw.strip_prefix('0').filter(|_| raw.len() >= 10)) {
        Some(rest) if rest.bytes().all(|byte| byte.is_ascii_digit()) => {
            Number::from_stored(format!("+84{rest}")).grouped()
        }
        _ => raw.to_owned(),
    }
}

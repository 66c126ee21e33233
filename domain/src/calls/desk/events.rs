//! What the provider reports, and to which call it belongs. What belongs to none changes nothing.

use super::{Ability, Desk, LiveCall, Notice, Order, Output, Wished};
use crate::calls::{Device, Direction, Event, Failure, Outcome, Phase, State, What};
use crate::ids::CallId;
use crate::phone;
use crate::times::{Millis, SECOND};

/// A ring of the same number so soon after the first is the same ring.
const RING_ECHO: i64 = 3 * SECOND;
/// How long after its end the reason of a failure is taken for a call's, and a ring for that of a call given up.
pub(super) const LATE: i64 = 30 * SECOND;

/// Something that is on or off at the provider, which reports what it is, not what was wished.
struct Switch {
    on: Wished,
    off: Wished,
    turned_on: What,
    turned_off: What,
    is_on: fn(&State) -> bool,
    failed: fn(bool) -> Notice,
}

const HOLD: Switch = Switch {
    on: Wished::Hold,
    off: Wished::Resume,
    turned_on: What::Held,
    turned_off: What::Resumed,
    is_on: |state| state.held_since.is_some(),
    failed: |held| Notice::HoldFailed { held },
};

const MUTE: Switch = Switch {
    on: Wished::Mute,
    off: Wished::Unmute,
    turned_on: What::Muted,
    turned_off: What::Unmuted,
    is_on: |state| state.muted,
    failed: |muted| Notice::MuteFailed { muted },
};

impl Desk {
    pub(super) fn event(&mut self, now: Millis, fresh: CallId, event: Event, out: &mut Vec<Output>) {
        match event {
            Event::Of { id, what } => self.report(now, fresh, Some(&id), *what, out),
            event => self.report(now, fresh, None, event, out),
        }
    }

    /// `of` is the provider's id of the call that the report is about, where the provider says it.
    fn report(&mut self, now: Millis, fresh: CallId, of: Option<&str>, event: Event, out: &mut Vec<Output>) {
        let had_voice = self.line.voice;
        self.line.note(&event);
        match event {
            Event::Connected => self.connected(now, out),
            Event::VoiceIs(_) | Event::SignedOff => self.voice_is(now, had_voice, out),
            Event::PresenceIs(_) => self.stop_waiting(Ability::TogglePresence),
            Event::DeviceIs(_) => self.device_is(),
            Event::GaveUp => out.push(Output::Tell(Notice::LineLost)),
            Event::MicrophoneRefused => out.push(Output::Tell(Notice::MicrophoneRefused)),
            Event::Ringing { number, hotline } => match of {
                Some(id) => self.named_ringing(now, fresh, id, number, hotline, out),
                None => self.ringing(now, fresh, number, hotline, out),
            },
            Event::OwnLegRinging { number } => self.own_leg_ringing(now, fresh, of, &number, out),
            Event::RingsNoLonger { call } => self.hush(&call),
            Event::AgentAnswered => self.agent_answered(now, of, out),
            Event::AnsweredElsewhere => self.answered_elsewhere(now, of, out),
            Event::RefusedElsewhere => self.refused_elsewhere(now, of, out),
            Event::CustomerRinging => self.progress(now, of, What::CustomerRinging, out),
            Event::CustomerAnswered => self.progress(now, of, What::CustomerAnswered, out),
            Event::OwnDeviceRinging => self.progress(now, of, What::OwnDeviceRinging, out),
            Event::DialTaken { .. } => self.progress(now, of, What::DialTaken, out),
            Event::DialIgnored => self.dial_ignored(now, of, out),
            Event::DialFailed { reason, provider_id } => self.dial_failed(now, of, reason, provider_id, out),
            Event::Ended => self.ended(now, of, out),
            Event::HeldIs(on) => self.switched(now, of, &HOLD, on, out),
            Event::MutedIs(on) => self.switched(now, of, &MUTE, on, out),
            Event::ProviderId { id } => self.provider_id(now, id, out),
            Event::ToneSent { key } => self.tone_sent(now, of, key, out),
            Event::PassesOnToQueues => {
                if let Some(at) = self.newest_of(of, |_| true) {
                    self.calls[at].passes_on_to_queues = true;
                }
            }
            Event::Colleagues(colleagues) => {
                self.colleagues = colleagues;
                self.stop_waiting(Ability::ListColleagues);
            }
            Event::TransferOffered { offer } => self.offered(now, offer),
            Event::TransferAnswer { accepted } => self.transfer_answered(now, of, accepted, out),
            Event::TransferDone => self.transferred(now, of, out),
            Event::TransferFailed { reason } => self.transfer_failed(now, of, reason, out),
            // Only the line takes note of these.
            Event::Connecting | Event::SignInRefused { .. } | Event::Reconnecting { .. } => {}
            Event::ScriptFailed { .. } | Event::Lacks { .. } | Event::TonesAre(_) | Event::MannerIs(_) => {}
            Event::MicrophoneGranted | Event::ProviderDown { .. } => {}
            // An id around an id: no provider's words say that.
            Event::Of { .. } => {}
        }
    }

    /// Comes again after every reconnection; the voice is taken without a wish only the first time, or tabs fight.
    fn connected(&mut self, now: Millis, out: &mut Vec<Output>) {
        let first = !std::mem::replace(&mut self.line.asked_for_voice, true);
        if first && !self.line.voice && !self.voice_on_wish_only {
            self.line.asks_for_voice();
            self.wait_for(now, Ability::TakeVoice);
            out.push(Output::Provider { order: Order::TakeVoice, of: None });
        }
    }

    /// With the voice the sound of a call in the page is lost; on another device the call goes on there.
    fn voice_is(&mut self, now: Millis, had: bool, out: &mut Vec<Output>) {
        if self.line.voice {
            self.stop_waiting(Ability::TakeVoice);
        } else if had {
            out.push(Output::Tell(Notice::VoiceTakenElsewhere));
            if self.line.is_browser() {
                self.end_all(now, &What::VoiceLost, out);
            }
        }
    }

    /// The provider names the kind of device only; the mobile's number is what was last asked for.
    fn device_is(&mut self) {
        self.stop_waiting(Ability::ChangeDevice);
        if let Some(Device::Mobile { number }) = &mut self.line.device
            && number.is_empty()
        {
            number.clone_from(&self.mobile);
        }
    }

    /// A ring belongs to the call out that is being dialled, else to a call that rang just before, else begins a call.
    fn ringing(&mut self, now: Millis, fresh: CallId, number: String, hotline: Option<String>, out: &mut Vec<Output>) {
        if let Some(at) = self.newest(|call| call.state.phase == Phase::Dialing) {
            return self.record(now, at, What::CustomerRinging, out);
        }
        let ours = hotline.as_deref();
        if self.calls.iter().any(|call| rang_already(call, now, &number, ours)) {
            return;
        }
        self.begin(now, fresh, What::Offered { number, hotline, queue: None }, out);
        self.attach_parked(now, out);
    }

    /// Where the provider names its calls, each id is one call.
    fn named_ringing(
        &mut self,
        now: Millis,
        fresh: CallId,
        id: &str,
        number: String,
        hotline: Option<String>,
        out: &mut Vec<Output>,
    ) {
        if !self.knows(id) {
            self.begin(now, fresh, What::Offered { number, hotline, queue: None }, out);
            self.name_newest(now, id, out);
        }
    }

    /// It belongs to the call out that waits for it; without one it was asked for somewhere else, and begins here.
    fn own_leg_ringing(&mut self, now: Millis, fresh: CallId, of: Option<&str>, number: &str, out: &mut Vec<Output>) {
        if of.is_some_and(|id| self.knows(id)) {
            return;
        }
        let given_up = |call: &LiveCall| rang_already(call, now, number, None);
        if self.calls.iter().any(|call| !call.is_live() && is(call, Direction::Outbound) && given_up(call)) {
            // Nobody waits for it any more.
            return out.push(Output::Provider { order: Order::End, of: of.map(str::to_owned) });
        }
        let waits = |call: &LiveCall| {
            is(call, Direction::Outbound)
                && call.state.answered_at.is_none()
                && call.state.provider_id.is_none()
                && same_number(&call.state.number, number)
        };
        let waiting = self.newest(waits);
        // Whoever pressed a masked number wished to call, and not to be called: only our server can dial it.
        let answers = self.answers_own_leg || (waiting.is_some() && phone::is_sealed(number));
        let at = waiting.unwrap_or_else(|| {
            self.begin(now, fresh, What::DialWished { number: number.to_owned() }, out);
            self.calls.len() - 1
        });
        if let Some(id) = of {
            self.record(now, at, What::ProviderId { id: id.to_owned() }, out);
        }
        self.record(now, at, What::OwnDeviceRinging, out);
        self.calls[at].own_leg_rings = true;
        let leaves = self.calls[at].waits_for(Wished::HangUp);
        let order = if leaves { Order::End } else { Order::Answer };
        if leaves || answers {
            self.order(at, order, out);
        }
        if !leaves && answers {
            self.calls[at].wish(now, Wished::Answer);
        }
    }

    fn name_newest(&mut self, now: Millis, id: &str, out: &mut Vec<Output>) {
        if let Some(at) = self.newest(|call| call.state.provider_id.is_none()) {
            self.record(now, at, What::ProviderId { id: id.to_owned() }, out);
        }
    }

    /// What became of it is for the provider to say; but nothing rings for nobody.
    fn hush(&mut self, call: &CallId) {
        if let Some(call) = self.calls.iter_mut().find(|known| known.id == *call) {
            call.hushed = true;
        }
    }

    /// Some providers also report the member's own leg of a call out in this way: only a call in is answered by it, and
    /// a leg that waited to be.
    fn agent_answered(&mut self, now: Millis, of: Option<&str>, out: &mut Vec<Output>) {
        let rings = |call: &LiveCall| rings_in(call) || call.own_leg_rings;
        let wished = self.newest_of(of, |call| rings(call) && call.waits_for(Wished::Answer));
        if let Some(at) = wished.or_else(|| self.newest_of(of, rings)) {
            self.record(now, at, What::AgentAnswered, out);
            self.calls[at].own_leg_rings = false;
        }
    }

    fn answered_elsewhere(&mut self, now: Millis, of: Option<&str>, out: &mut Vec<Output>) {
        if let Some(at) = self.newest_of(of, |call| rings_in(call) || call.own_leg_rings) {
            self.record(now, at, What::AgentAnswered, out);
            self.calls[at].on_other_device = true;
            self.calls[at].own_leg_rings = false;
        }
    }

    fn refused_elsewhere(&mut self, now: Millis, of: Option<&str>, out: &mut Vec<Output>) {
        if let Some(at) = self.newest_of(of, |call| rings_in(call) || call.own_leg_rings) {
            self.record(now, at, What::RejectWished, out);
            self.record(now, at, What::Ended, out);
        }
    }

    /// A step of a call out that is not answered yet; each is recorded once.
    fn progress(&mut self, now: Millis, of: Option<&str>, what: What, out: &mut Vec<Output>) {
        let open = |call: &LiveCall| is(call, Direction::Outbound) && call.state.answered_at.is_none();
        if let Some(at) = self.newest_of(of, open)
            && !has(&self.calls[at], &what)
        {
            self.record(now, at, what, out);
        }
    }

    fn dial_ignored(&mut self, now: Millis, of: Option<&str>, out: &mut Vec<Output>) {
        if let Some(at) = self.newest_of(of, |call| call.waits_for(Wished::Dial)) {
            self.record(now, at, What::DialIgnored, out);
            self.tell_failure(at, out);
        }
    }

    /// The reason may come before the end, after it, or instead of it.
    fn dial_failed(
        &mut self,
        now: Millis,
        of: Option<&str>,
        reason: Failure,
        provider_id: Option<String>,
        out: &mut Vec<Output>,
    ) {
        let Some(at) = self.failing(now, of) else {
            return;
        };
        let nameless = self.calls[at].state.provider_id.is_none();
        if let Some(id) = provider_id.filter(|id| nameless && !id.is_empty() && !self.knows(id)) {
            self.record(now, at, What::ProviderId { id }, out);
        }
        if self.calls[at].is_live() {
            self.calls[at].expect_end(now);
        }
        self.record(now, at, What::Failed { reason }, out);
        self.tell_failure(at, out);
    }

    /// The call out a failure must belong to: one that runs, or one that ended just before without a reason.
    fn failing(&self, now: Millis, of: Option<&str>) -> Option<usize> {
        let open = |call: &LiveCall| is(call, Direction::Outbound) && call.state.answered_at.is_none();
        let just_ended = |call: &LiveCall| {
            let unexplained = !call.facts.iter().any(|fact| matches!(fact.what, What::Failed { .. }));
            open(call) && unexplained && ended_within(call, now, LATE) && self.can_be_of(call, of)
        };
        self.newest_of(of, open)
            .or_else(|| self.newest_of(of, |call| is(call, Direction::Outbound)))
            .or_else(|| self.calls.iter().rposition(just_ended))
    }

    fn tell_failure(&self, at: usize, out: &mut Vec<Output>) {
        if let Some(Outcome::Failed { reason }) = &self.calls[at].state.outcome {
            out.push(Output::Tell(Notice::CallFailed(reason.clone())));
        }
    }

    /// An end may not say of which call. It is, in this order: of the call the member asked to end; of the one that
    /// was passed on; of one that a failure or the lost voice has just closed; of the newest that is not answered;
    /// of the newest that talks.
    fn ended(&mut self, now: Millis, of: Option<&str>, out: &mut Vec<Output>) {
        let asked = |call: &LiveCall| call.waits_for(Wished::HangUp) || call.waits_for(Wished::Reject);
        let due = |call: &LiveCall| !call.is_live() && call.end_due_until.is_some_and(|until| now <= until);
        let target = self
            .newest_of(of, asked)
            .or_else(|| self.newest_of(of, |call| call.waits_for(Wished::Leave)))
            .or_else(|| self.calls.iter().rposition(|call| due(call) && self.can_be_of(call, of)))
            .or_else(|| self.newest_of(of, |call| call.state.answered_at.is_none()))
            .or_else(|| self.newest_of(of, |_| true));
        if let Some(at) = target {
            self.calls[at].end_due_until = None;
            self.record(now, at, What::Ended, out);
        }
    }

    /// The report says what is, which may be the contrary of what was wished.
    fn switched(&mut self, now: Millis, of: Option<&str>, switch: &Switch, on: bool, out: &mut Vec<Output>) {
        let talks = |call: &LiveCall| call.state.phase == Phase::Talking;
        let asked = |call: &LiveCall| call.waits_for(switch.on) || call.waits_for(switch.off);
        let differs = |call: &LiveCall| (switch.is_on)(&call.state) != on;
        let wished = self.newest_of(of, |call| talks(call) && asked(call));
        let Some(at) = wished.or_else(|| self.newest_of(of, |call| talks(call) && differs(call))) else {
            return;
        };
        let call = &mut self.calls[at];
        let contrary = if on { switch.off } else { switch.on };
        if call.waits_for(contrary) {
            out.push(Output::Tell((switch.failed)(on)));
        }
        call.drop_wish(switch.on);
        call.drop_wish(switch.off);
        if (switch.is_on)(&call.state) != on {
            let what = if on { &switch.turned_on } else { &switch.turned_off };
            self.record(now, at, what.clone(), out);
        }
    }

    fn tone_sent(&mut self, now: Millis, of: Option<&str>, key: char, out: &mut Vec<Output>) {
        if let Some(at) = self.newest_of(of, |call| call.state.phase == Phase::Talking) {
            self.record(now, at, What::ToneSent { key }, out);
        }
    }
}

fn rings_in(call: &LiveCall) -> bool {
    is(call, Direction::Inbound) && call.state.phase == Phase::Ringing
}

fn is(call: &LiveCall, direction: Direction) -> bool {
    call.state.direction == direction
}

fn has(call: &LiveCall, what: &What) -> bool {
    call.facts.iter().any(|fact| fact.what == *what)
}

pub(super) fn ended_within(call: &LiveCall, now: Millis, millis: i64) -> bool {
    call.state.ended_at.is_some_and(|ended| now.since(ended) <= millis)
}

/// Whether a ring of this number is one that this call has had already.
fn rang_already(call: &LiveCall, now: Millis, number: &str, hotline: Option<&str>) -> bool {
    let same = same_number(&call.state.number, number);
    match call.state.direction {
        Direction::Inbound => {
            let just_begun = now.since(call.state.started_at) <= RING_ECHO;
            call.is_live() && same && (call.state.answered_at.is_none() || just_begun)
        }
        // The member's own leg may be reported with an extension or our own number in place of the customer's.
        Direction::Outbound if call.is_live() => {
            same || digits(number).len() < 8 || hotline.is_some_and(|ours| same_number(ours, number))
        }
        Direction::Outbound => call.given_up && same && ended_within(call, now, LATE),
    }
}

/// Providers write a number with or without the country, so the last digits decide.
fn same_number(one: &str, other: &str) -> bool {
    if phone::is_sealed(one) || phone::is_sealed(other) {
        return phone::seal(one) == phone::seal(other);
    }
    let (one, other) = (digits(one), digits(other));
    let tail = |all: &str| all.len().checked_sub(8).map(|from| all[from..].to_owned());
    one == other || tail(&one).is_some_and(|one| tail(&other) == Some(one))
}

fn digits(number: &str) -> String {
    number.chars().filter(char::is_ascii_digit).collect()
}

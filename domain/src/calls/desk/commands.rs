//! What the member may ask for, and what follows from asking.

use super::{Ability, Command, Desk, LiveCall, Order, Output, Refused, Wished};
use crate::calls::{Device, Direction, LineState, Phase, Presence, TransferTarget, What};
use crate::ids::CallId;
use crate::phone;
use crate::times::{Millis, SECOND};

type Answer = Result<(), Refused>;

/// How long a wish to dial waits where the provider names its calls, in milliseconds.
const NAMED_DIAL_WAITS: i64 = 20 * SECOND;

impl Desk {
    /// Whether the member could ask for this now, and why not: a button is disabled with the reason.
    ///
    /// `call` is looked at for what concerns one call.
    pub fn can(&self, what: Ability, call: Option<&CallId>) -> Answer {
        match what {
            Ability::Dial => self.can_dial(),
            Ability::TakeVoice => self.can_take_voice(),
            Ability::TogglePresence => self.can_ask(what),
            Ability::ChangeDevice => self.can_change_device(),
            Ability::ListColleagues => self.can_list_colleagues(),
            Ability::Answer => self.can_answer(self.running(call)?),
            Ability::Reject => self.can_reject(self.running(call)?),
            Ability::HangUp => self.can_hang_up(self.running(call)?),
            Ability::Hold => self.can_hold(self.running(call)?),
            Ability::Mute => self.can_mute(self.running(call)?),
            Ability::Tone => self.can_tone(self.running(call)?),
            Ability::Transfer => self.can_transfer(self.running(call)?),
        }
    }

    pub(super) fn command(&mut self, now: Millis, fresh: &CallId, command: Command, out: &mut Vec<Output>) -> Answer {
        match command {
            Command::Dial { number } => self.dial(now, fresh, number, out),
            Command::Answer { call } => {
                self.can(Ability::Answer, Some(&call))?;
                self.ask(now, &call, Wished::Answer, Some(What::AnswerWished), Order::Answer, out)
            }
            Command::Reject { call } => {
                self.can(Ability::Reject, Some(&call))?;
                self.ask(now, &call, Wished::Reject, Some(What::RejectWished), Order::End, out)
            }
            Command::HangUp { call } => {
                self.can(Ability::HangUp, Some(&call))?;
                self.ask(now, &call, Wished::HangUp, Some(What::HangUpWished), Order::End, out)
            }
            Command::Hold { call } => self.hold(now, &call, true, out),
            Command::Resume { call } => self.hold(now, &call, false, out),
            Command::Mute { call } => self.mute(now, &call, true, out),
            Command::Unmute { call } => self.mute(now, &call, false, out),
            Command::Tone { call, key } => self.tone(&call, key, out),
            Command::Transfer { call, to } => self.transfer(now, &call, to, out),
            Command::AnswerOffer { accept } => self.answer_offer(accept, out),
            Command::ListColleagues => self.ask_line(now, Ability::ListColleagues, Order::ListColleagues, out),
            Command::TakeVoice => self.ask_line(now, Ability::TakeVoice, Order::TakeVoice, out),
            Command::TogglePresence => self.toggle_presence(now, out),
            Command::ChangeDevice(device) => self.change_device(now, device, out),
            Command::Dismiss { call } => self.dismiss(&call),
        }
    }

    /// Orders something for a call and waits for its fact.
    fn ask(
        &mut self,
        now: Millis,
        call: &CallId,
        wished: Wished,
        fact: Option<What>,
        order: Order,
        out: &mut Vec<Output>,
    ) -> Answer {
        let at = self.place(call)?;
        if let Some(what) = fact {
            self.record(now, at, what, out);
        }
        if let Some(call) = self.calls.get_mut(at) {
            call.wish(now, wished);
        }
        self.order(at, order, out);
        Ok(())
    }

    /// Orders something for a call.
    pub(super) fn order(&self, at: usize, order: Order, out: &mut Vec<Output>) {
        let of = self.calls.get(at).and_then(|call| call.state.provider_id.clone());
        out.push(Output::Provider { order, of });
    }

    /// Orders something for the line and waits for its fact.
    fn ask_line(&mut self, now: Millis, what: Ability, order: Order, out: &mut Vec<Output>) -> Answer {
        self.can(what, None)?;
        self.wait_for(now, what);
        out.push(Output::Provider { order, of: None });
        Ok(())
    }

    fn dial(&mut self, now: Millis, fresh: &CallId, number: String, out: &mut Vec<Output>) -> Answer {
        self.can(Ability::Dial, None)?;
        if !is_dialable(&number) {
            return Err(Refused::NumberNotDialable);
        }
        self.begin(now, fresh.clone(), What::DialWished { number: number.clone() }, out);
        self.ask(now, fresh, Wished::Dial, None, Order::Dial { number }, out)?;
        if self.line.manner.names_calls {
            // Its acknowledgement comes only once the provider has asked our own server, too.
            let at = self.place(fresh)?;
            self.calls[at].wish_until(now.plus(NAMED_DIAL_WAITS), Wished::Dial);
        }
        Ok(())
    }

    fn hold(&mut self, now: Millis, call: &CallId, on: bool, out: &mut Vec<Output>) -> Answer {
        self.can(Ability::Hold, Some(call))?;
        if self.running(Some(call))?.state.held_since.is_some() == on {
            return Err(Refused::AlreadySo);
        }
        let wished = if on { Wished::Hold } else { Wished::Resume };
        self.ask(now, call, wished, None, Order::Hold { on }, out)
    }

    fn mute(&mut self, now: Millis, call: &CallId, on: bool, out: &mut Vec<Output>) -> Answer {
        self.can(Ability::Mute, Some(call))?;
        if self.running(Some(call))?.state.muted == on {
            return Err(Refused::AlreadySo);
        }
        let wished = if on { Wished::Mute } else { Wished::Unmute };
        self.ask(now, call, wished, None, Order::Mute { on }, out)
    }

    fn tone(&self, call: &CallId, key: char, out: &mut Vec<Output>) -> Answer {
        self.can(Ability::Tone, Some(call))?;
        if !matches!(key, '0'..='9' | '*' | '#') {
            return Err(Refused::NotAKey);
        }
        self.order(self.place(call)?, Order::Tone { key }, out);
        Ok(())
    }

    fn transfer(&mut self, now: Millis, call: &CallId, to: TransferTarget, out: &mut Vec<Output>) -> Answer {
        self.can(Ability::Transfer, Some(call))?;
        let order = match &to {
            TransferTarget::Seat(name) | TransferTarget::Queue(name) if name.trim().is_empty() => {
                return Err(Refused::NoTarget);
            }
            TransferTarget::Seat(seat) => Order::TransferToSeat { seat: seat.clone() },
            TransferTarget::Queue(_) if !self.passes_on_to_queues(call) => return Err(Refused::NotToQueues),
            TransferTarget::Queue(queue) => Order::TransferToQueue { queue: queue.clone() },
            TransferTarget::Number(_) if !self.line.manner.passes_on_to_numbers => return Err(Refused::NoTarget),
            TransferTarget::Number(number) if !is_dialable(number) => return Err(Refused::NumberNotDialable),
            TransferTarget::Number(number) => Order::TransferToNumber { number: number.clone() },
        };
        self.ask(now, call, Wished::Transfer, Some(What::TransferWished { to }), order, out)
    }

    fn answer_offer(&mut self, accept: bool, out: &mut Vec<Output>) -> Answer {
        if self.offer.is_none() {
            return Err(Refused::NothingOffered);
        }
        if accept && self.newest(|_| true).is_some() {
            return Err(Refused::AlreadyInCall);
        }
        self.offer = None;
        out.push(Output::Provider { order: Order::AnswerOffer { accept }, of: None });
        Ok(())
    }

    fn toggle_presence(&mut self, now: Millis, out: &mut Vec<Output>) -> Answer {
        let online = self.line.presence != Some(Presence::Online);
        self.ask_line(now, Ability::TogglePresence, Order::Presence { online }, out)
    }

    fn change_device(&mut self, now: Millis, device: Device, out: &mut Vec<Output>) -> Answer {
        self.can(Ability::ChangeDevice, None)?;
        if self.line.device.as_ref() == Some(&device) {
            return Err(Refused::AlreadySo);
        }
        if let Device::Mobile { number } = &device {
            if !is_dialable(number) {
                return Err(Refused::NumberNotDialable);
            }
            self.mobile.clone_from(number);
        }
        self.ask_line(now, Ability::ChangeDevice, Order::ChangeDevice { device }, out)
    }

    fn dismiss(&mut self, call: &CallId) -> Answer {
        let at = self.calls.iter().position(|known| known.id == *call).ok_or(Refused::NoSuchCall)?;
        if self.calls[at].is_live() {
            return Err(Refused::NotEnded);
        }
        self.put_away(at);
        Ok(())
    }
}

/// What is asked before anything is done.
impl Desk {
    fn place(&self, call: &CallId) -> Result<usize, Refused> {
        self.newest(|known| known.id == *call).ok_or(Refused::NoSuchCall)
    }

    fn running(&self, call: Option<&CallId>) -> Result<&LiveCall, Refused> {
        let at = self.place(call.ok_or(Refused::NoSuchCall)?)?;
        self.calls.get(at).ok_or(Refused::NoSuchCall)
    }

    fn ready(&self) -> Answer {
        match self.line.state {
            LineState::Ready => Ok(()),
            LineState::Elsewhere => Err(Refused::NotTheVoice),
            _ => Err(Refused::LineNotReady),
        }
    }

    /// The sound of a browser call needs the microphone, and the provider would drop the call without a word.
    fn can_be_heard(&self) -> Answer {
        let deaf = self.line.is_browser() && self.line.microphone == Some(false);
        refuse_if(deaf, Refused::NoMicrophone)
    }

    fn can_dial(&self) -> Answer {
        self.ready()?;
        refuse_if(self.newest(|_| true).is_some(), Refused::AlreadyInCall)?;
        self.can_be_heard()
    }

    fn can_ask(&self, what: Ability) -> Answer {
        refuse_if(!self.line.is_connected(), Refused::LineNotReady)?;
        refuse_if(self.waits_for(what), Refused::Waiting)
    }

    fn can_take_voice(&self) -> Answer {
        self.can_ask(Ability::TakeVoice)?;
        refuse_if(self.line.voice, Refused::AlreadySo)
    }

    /// Another device would end the call that runs on this one.
    fn can_change_device(&self) -> Answer {
        refuse_if(self.line.manner.page_only, Refused::AlreadySo)?;
        self.can_ask(Ability::ChangeDevice)?;
        refuse_if(self.newest(|_| true).is_some(), Refused::AlreadyInCall)
    }

    fn can_list_colleagues(&self) -> Answer {
        self.ready()?;
        refuse_if(self.newest(talks).is_none(), Refused::TransferBeforeAnswer)?;
        refuse_if(self.waits_for(Ability::ListColleagues), Refused::Waiting)
    }

    fn can_answer(&self, call: &LiveCall) -> Answer {
        refuse_if(!rings_here(call) && !call.own_leg_rings, Refused::NotRinging)?;
        refuse_if(!self.line.is_browser(), Refused::NotOnThisDevice)?;
        refuse_if(self.newest(talks).is_some(), Refused::AlreadyInCall)?;
        refuse_if(is_leaving(call) || call.waits_for(Wished::Answer), Refused::Waiting)?;
        self.can_be_heard()
    }

    /// Where the provider is not told which call it shall end, another that talks might be hit.
    fn can_reject(&self, call: &LiveCall) -> Answer {
        refuse_if(!rings_here(call), Refused::NotRinging)?;
        let might_hit_another = !self.line.manner.names_calls && self.newest(talks).is_some();
        refuse_if(might_hit_another, Refused::AlreadyInCall)?;
        refuse_if(is_leaving(call), Refused::Waiting)
    }

    fn can_hang_up(&self, call: &LiveCall) -> Answer {
        refuse_if(rings_here(call), Refused::NotTalking)?;
        refuse_if(call.on_other_device, Refused::NotOnThisDevice)?;
        refuse_if(is_leaving(call), Refused::Waiting)?;
        let held = call.state.held_since.is_some();
        refuse_if(held && !self.line.is_browser(), Refused::HeldHere)
    }

    fn can_hold(&self, call: &LiveCall) -> Answer {
        self.in_conversation(call, Refused::NotTalking)?;
        refuse_if(call.waits_for(Wished::Hold) || call.waits_for(Wished::Resume), Refused::Waiting)
    }

    fn can_mute(&self, call: &LiveCall) -> Answer {
        let goes_out = call.state.direction == Direction::Outbound;
        refuse_if(goes_out && !self.line.manner.mutes_calls_out, Refused::MuteOutbound)?;
        self.in_conversation(call, Refused::NotTalking)?;
        refuse_if(call.waits_for(Wished::Mute) || call.waits_for(Wished::Unmute), Refused::Waiting)
    }

    fn can_tone(&self, call: &LiveCall) -> Answer {
        refuse_if(self.line.tones == Some(false), Refused::NoTones)?;
        refuse_if(!self.line.is_browser(), Refused::NotOnThisDevice)?;
        self.in_conversation(call, Refused::NotTalking)
    }

    fn can_transfer(&self, call: &LiveCall) -> Answer {
        self.in_conversation(call, Refused::TransferBeforeAnswer)?;
        refuse_if(call.waits_for(Wished::Transfer), Refused::Waiting)
    }

    fn in_conversation(&self, call: &LiveCall, otherwise: Refused) -> Answer {
        refuse_if(!talks(call), otherwise)?;
        refuse_if(call.on_other_device, Refused::NotOnThisDevice)?;
        self.ready()?;
        refuse_if(is_leaving(call), Refused::Waiting)
    }
}

fn refuse_if(wrong: bool, refused: Refused) -> Answer {
    if wrong { Err(refused) } else { Ok(()) }
}

fn talks(call: &LiveCall) -> bool {
    call.state.phase == Phase::Talking
}

fn rings_here(call: &LiveCall) -> bool {
    call.state.direction == Direction::Inbound && call.state.phase == Phase::Ringing
}

/// Its end was asked for.
fn is_leaving(call: &LiveCall) -> bool {
    [Wished::Reject, Wished::HangUp, Wished::Leave].into_iter().any(|wished| call.waits_for(wished))
}

/// What any telephone network could dial; which of it a provider takes is the provider's file's matter.
fn is_dialable(number: &str) -> bool {
    // Only our server knows what it is, and sees to it.
    if phone::is_sealed(number) {
        return true;
    }
    let digits = number.strip_prefix('+').unwrap_or(number);
    (3..=15).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
}

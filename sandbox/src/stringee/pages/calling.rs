//! Calls that agents' pages make.

use super::legs::Leg;
use super::rooms::Room;
use super::{Device, Effect, Pages, Report, Waiting, Word};
use crate::leg::LegId;
use crate::stringee::centre::words::Outcome;
use crate::stringee::packets::{Class, Said, told};
use serde_json::json;

/// Calls at a time in one user's pages.
const MOST_CALLS: usize = 8;

impl Pages {
    pub(super) fn start(&mut self, word: Word, class: Class, (from, to, custom): (String, String, String)) {
        if let Some((r, message)) = self.refusal(&word.device) {
            return self.refuse(&word, r, message);
        }
        let Device { user, client, .. } = word.device.clone();
        let (leg, request) = (self.ids.next(), self.requests.next());
        let mut made = Leg::new(user.clone(), class, to.clone(), true);
        made.at = Some(client);
        self.legs.insert(leg, made);
        self.waiting.insert(request, Waiting { word, leg: Some(leg) });
        self.effects.push(Effect::Open(leg));
        self.effects.push(Effect::Centre(Report::Dial { request, leg, user, from, to, custom }));
    }

    /// Why a call is refused before the centre is asked.
    fn refusal(&mut self, device: &Device) -> Option<(i64, &'static str)> {
        if let Some((r, times)) = self.refusals.get_mut(&device.user).filter(|(_, times)| *times > 0) {
            *times -= 1;
            return Some((*r, "REFUSED_BY_THE_PANEL"));
        }
        let calls = self.legs.values().filter(|leg| leg.user == device.user).count();
        match device.centre {
            false => Some((11, "CALL_NOT_ALLOWED_BY_YOUR_SERVER")),
            true => (calls >= MOST_CALLS).then_some((12, "MAX_CONCURRENT_CALL")),
        }
    }

    /// The centre has decided about a call.
    pub(super) fn placed(&mut self, word: &Word, id: LegId, outcome: &Outcome) {
        if outcome.r != 0 {
            self.take(id);
            let why = outcome.custom_data.as_deref().unwrap_or_default();
            let reply = word.packet.reply(outcome.r, &outcome.message, json!({"customDataFromYourServer": why}));
            return self.tell(word.id, reply);
        }
        let (Some(leg), Said::Start { class, from, to, .. }) = (self.legs.get_mut(&id), &word.packet.said) else {
            return;
        };
        leg.call = outcome.call.clone().unwrap_or_default();
        let trying = told::state_now(*class, &leg.call, 100);
        self.reply(word, &told::started(*class, from, to, &Room::name(id), outcome));
        self.tell(word.id, trying);
    }
}

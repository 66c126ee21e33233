//! The rooms of `StringeeCall2`: a page sends its sound through one connection and listens through another.

use super::{Effect, Pages, Word};
use crate::leg::LegId;
use crate::stringee::packets::{Class, told};
use serde_json::{Value, json};

/// There is no such room, or it is another user's.
const NO_ROOM: &str = "ROOM_NOT_FOUND";

/// A call's room, as one page has it.
#[derive(Debug, Default)]
pub(super) struct Room {
    /// The page's name for the connection through which it sends.
    mouth: Option<String>,
    /// The peer through which it listens, and the page's name for it.
    ear: Option<(LegId, String)>,
}

impl Room {
    /// What a leg's room is called. It opens for the leg's user only.
    pub(super) fn name(leg: LegId) -> String {
        format!("room-{}", leg.0)
    }
}

fn own_track(leg: LegId) -> String {
    format!("track-{}-own", leg.0)
}

fn other_track(leg: LegId) -> String {
    format!("track-{}-other", leg.0)
}

fn pc(peer: LegId) -> String {
    format!("pc-{}", peer.0)
}

impl Pages {
    fn room(&self, word: &Word, name: &str) -> Option<LegId> {
        let device = &word.device;
        let id = LegId(name.strip_prefix("room-")?.parse().ok()?);
        let leg = self.legs.get(&id)?;
        let theirs = leg.user == device.user && leg.class == Class::Call2 && leg.at.as_ref() == Some(&device.client);
        theirs.then_some(id)
    }

    fn track(&self, leg: LegId) -> Value {
        let other = self.legs.get(&leg).map_or("", |leg| leg.other.as_str());
        told::track(&other_track(leg), other)
    }

    /// A page enters. Who is called finds the caller's track there; who calls is told of one later.
    pub(super) fn join(&mut self, word: &Word, token: &str) {
        let Some(leg) = self.room(word, token) else { return self.refuse(word, 1, NO_ROOM) };
        let here = self.legs.get(&leg).is_some_and(|leg| !leg.outgoing);
        let tracks: Vec<Value> = here.then(|| self.track(leg)).into_iter().collect();
        let room = json!({
            "roomId": token,
            "permissionSubscribe": true,
            "permissionPublish": true,
            "permissionControlRoom": false,
            "record": false,
            "tracks": tracks,
            "users": [],
            "listStringeeClients": [],
        });
        self.reply(word, &room);
    }

    pub(super) fn publish(&mut self, word: &Word, room: &str, name: String) {
        let Some(leg) = self.room(word, room) else { return self.refuse(word, 1, NO_ROOM) };
        let names = json!({"serverTrackId": own_track(leg), "serverPcId": pc(leg)});
        self.reply(word, &names);
        let Some(found) = self.legs.get_mut(&leg) else { return };
        found.room.mouth = Some(name);
        if found.outgoing {
            let track = self.track(leg);
            self.tell(word.id, told::track_added(room, &track));
        }
    }

    pub(super) fn subscribe(&mut self, word: &Word, room: &str, name: String) {
        let Some(leg) = self.room(word, room) else { return self.refuse(word, 1, NO_ROOM) };
        let ear = self.ids.next();
        let Some(found) = self.legs.get_mut(&leg) else { return };
        found.room.ear = Some((ear, name));
        let listening = json!({
            "serverPcId": pc(ear),
            "trackAudioEnable": true,
            "trackVideoEnable": false,
            "trackScreenSharing": false,
            "userPublish": found.other,
        });
        self.effects.push(Effect::Ear { leg, ear });
        self.reply(word, &listening);
    }

    pub(super) fn endpoint(&mut self, word: &Word, room: &str, name: &str, sdp: String) {
        let Some(leg) = self.room(word, room) else { return self.refuse(word, 1, NO_ROOM) };
        self.reply(word, &json!({}));
        let ear = self.legs.get(&leg).and_then(|leg| leg.room.ear.as_ref()).map(|(ear, _)| *ear);
        if let Some(peer) = [Some(leg), ear].into_iter().flatten().find(|peer| pc(*peer) == name) {
            self.effects.push(Effect::Accept(peer, sdp));
        }
    }

    /// Our answer is ready, for a call or for one of the two connections of a room.
    pub(super) fn accepted(&mut self, peer: LegId, sdp: &str) {
        let hears = |room: &Room| room.ear.as_ref().is_some_and(|(ear, _)| *ear == peer);
        let found = self.legs.iter().find(|(id, leg)| **id == peer || hears(&leg.room));
        let Some((id, leg)) = found else { return };
        let (user, Some(client)) = (leg.user.clone(), leg.at.clone()) else { return };
        let (room, ear) = (Room::name(*id), leg.room.ear.as_ref().filter(|(ear, _)| *ear == peer));
        let answer = match (leg.class, ear, &leg.room.mouth) {
            (Class::Call, ..) => told::sdp(&leg.call, "answer", sdp),
            (Class::Call2, Some((_, name)), _) => told::endpoint(&room, name, &other_track(*id), sdp),
            (Class::Call2, None, Some(name)) => told::endpoint(&room, name, &own_track(*id), sdp),
            (Class::Call2, None, None) => return,
        };
        self.tell_client(&user, &client, answer);
    }
}

//! One WebRTC peer: what it hears, and an outgoing stream whose numbers run on whatever the source is.

use super::Source;
use super::g711::{Law, translate};
use crate::leg::LegId;
use anyhow::{Context, Result};
use std::net::SocketAddr;
use std::time::Instant;
use str0m::change::{SdpAnswer, SdpOffer, SdpPendingOffer};
use str0m::crypto::dtls::DtlsCert;
use str0m::format::{Codec, FormatParams};
use str0m::media::{Direction, Frequency, MediaKind, Mid};
use str0m::rtp::RtpWrite;
use str0m::{Candidate, Rtc, RtcConfig};

/// The payload type under which keys are offered.
const TELEPHONE_EVENT: u8 = 126;
/// Samples in a packet of 20 ms.
const FRAME: u32 = 160;

/// A packet between two peers.
pub(super) struct Packet {
    pub(super) payload_type: u8,
    pub(super) timestamp: u32,
    pub(super) marker: bool,
    pub(super) payload: Vec<u8>,
}

/// One browser's end of the sound.
pub(super) struct Peer {
    pub(super) rtc: Rtc,
    pub(super) mid: Option<Mid>,
    pub(super) hears: Source,
    pub(super) muted: bool,
    pub(super) connected: bool,
    /// Where in its tone this peer is.
    pub(super) tone_position: usize,
    pending: Option<SdpPendingOffer>,
    payload_type: u8,
    event_type: Option<u8>,
    picture_type: Option<u8>,
    last_event: Option<u32>,
    sequence: u64,
    timestamp: u32,
    last_sent: Instant,
    /// Who was sent last, and what to add to its timestamps.
    offset: Option<(LegId, u32)>,
}

impl Peer {
    /// A peer reachable at `local`, with the engine's certificate.
    pub(super) fn new(local: SocketAddr, certificate: &DtlsCert) -> Result<Self> {
        let mut config = RtcConfig::new()
            .set_dtls_cert(certificate.clone())
            .set_ice_lite(true)
            .set_rtp_mode(true)
            .clear_codecs()
            .enable_pcma(true, false)
            .enable_pcmu(true, false)
            .enable_vp8(true); // some pages offer a picture with their sound; they are answered, and nothing is sent
        let events = FormatParams::default();
        config.codec_config().add_config(TELEPHONE_EVENT.into(), None, Codec::Tele, Frequency::EIGHT_KHZ, None, events);
        let mut rtc = config.build(Instant::now());
        rtc.add_local_candidate(Candidate::host(local, "udp")?);
        Ok(Self {
            rtc,
            mid: None,
            hears: Source::Silence,
            muted: false,
            connected: false,
            tone_position: 0,
            pending: None,
            payload_type: 8,
            event_type: None,
            picture_type: None,
            last_event: None,
            sequence: u64::from(rand::random::<u16>() & 0x7fff),
            timestamp: rand::random(),
            last_sent: Instant::now(),
            offset: None,
        })
    }

    /// Answers the browser's offer.
    pub(super) fn accept(&mut self, offer: &str) -> Result<String> {
        let answer = self.rtc.sdp_api().accept_offer(SdpOffer::from_sdp_string(offer)?)?;
        self.note_codec();
        Ok(answer.to_sdp_string())
    }

    /// Offers sound to a browser that is about to be called.
    pub(super) fn offer(&mut self) -> Result<String> {
        let mut api = self.rtc.sdp_api();
        self.mid = Some(api.add_media(MediaKind::Audio, Direction::SendRecv, None, None, None));
        let (offer, pending) = api.apply().context("nothing to offer")?;
        self.pending = Some(pending);
        Ok(offer.to_sdp_string())
    }

    /// Takes the browser's answer to `offer`.
    pub(super) fn answer(&mut self, sdp: &str) -> Result<()> {
        let pending = self.pending.take().context("no offer was made")?;
        self.rtc.sdp_api().accept_answer(pending, SdpAnswer::from_sdp_string(sdp)?)?;
        self.note_codec();
        Ok(())
    }

    fn note_codec(&mut self) {
        let chosen = self.rtc.codec_config().params();
        let number = |codec: Codec| chosen.iter().find(|p| p.spec().codec == codec).map(|p| *p.pt());
        self.event_type = number(Codec::Tele);
        self.picture_type = number(Codec::Vp8);
        self.payload_type = number(Codec::PCMA).or_else(|| number(Codec::PCMU)).unwrap_or(8);
    }

    /// The law this peer speaks.
    pub(super) fn law(&self) -> Law {
        if self.payload_type == 0 { Law::Mu } else { Law::A }
    }

    /// The payload type of keys towards this peer, when it takes them.
    pub(super) fn event_type(&self) -> Option<u8> {
        self.event_type
    }

    /// Is this the payload type of a picture?
    pub(super) fn is_picture(&self, payload_type: u8) -> bool {
        self.picture_type == Some(payload_type)
    }

    /// Is this a packet of a key press, not of sound?
    pub(super) fn is_event(&self, packet: &Packet) -> bool {
        self.event_type == Some(packet.payload_type) || !matches!(packet.payload_type, 0 | 8)
    }

    /// The key, at the first packet that says it was released.
    pub(super) fn pressed(&mut self, packet: &Packet) -> Option<char> {
        const KEYS: &[u8] = b"0123456789*#ABCD";
        let [key, flags, ..] = packet.payload[..] else { return None };
        if flags & 0x80 == 0 || self.last_event == Some(packet.timestamp) {
            return None;
        }
        self.last_event = Some(packet.timestamp);
        KEYS.get(usize::from(key)).map(|key| char::from(*key))
    }

    /// Passes on another leg's packet. Sequence and timestamps towards the browser never restart.
    pub(super) fn relay(&mut self, from: LegId, packet: &Packet) {
        let now = Instant::now();
        let timestamp = match self.offset {
            Some((leg, offset)) if leg == from => packet.timestamp.wrapping_add(offset),
            _ => {
                let silent = now.duration_since(self.last_sent).as_millis().min(600_000) as u32 * 8;
                let next = self.timestamp.wrapping_add(silent.max(FRAME));
                self.offset = Some((from, next.wrapping_sub(packet.timestamp)));
                next
            }
        };
        self.write(now, timestamp, packet.payload_type, packet.marker, &packet.payload);
    }

    /// Plays the next 20 ms of a sound (A-law samples); after a sound that is heard once, nothing.
    pub(super) fn play(&mut self, samples: &[u8], looped: bool) {
        let start = self.tone_position;
        let over = !looped && start + FRAME as usize > samples.len();
        if samples.is_empty() || over {
            self.hears = Source::Silence;
            return;
        }
        let frame: Vec<u8> = (0..FRAME as usize).map(|i| samples[(start + i) % samples.len()]).collect();
        self.tone_position = (start + FRAME as usize) % samples.len();
        self.offset = None;
        let frame = translate(&frame, Law::A, self.law());
        let timestamp = self.timestamp.wrapping_add(FRAME);
        self.write(Instant::now(), timestamp, self.payload_type, false, &frame);
    }

    /// The payload type of sound towards this peer.
    pub(super) fn sound_type(&self) -> u8 {
        self.payload_type
    }

    fn write(&mut self, now: Instant, timestamp: u32, payload_type: u8, marker: bool, payload: &[u8]) {
        self.sequence += 1;
        self.timestamp = timestamp;
        self.last_sent = now;
        let Some(mid) = self.mid else { return };
        let mut api = self.rtc.direct_api();
        if let Some(stream) = api.stream_tx_by_mid(mid, None) {
            let packet = RtpWrite::new(payload_type.into(), self.sequence.into(), timestamp, now, payload);
            stream.write_rtp(packet.marker(marker));
        }
    }

    /// The sound this peer should be playing now, if any.
    pub(super) fn playing(&self) -> Option<Source> {
        let plays = matches!(self.hears, Source::Tone(_) | Source::Clip { .. });
        (plays && self.connected).then_some(self.hears)
    }
}

//! The task that owns the UDP port and every peer.

use super::g711::{Law, linear_to_alaw, translate};
use super::peer::{Packet, Peer};
use super::tones::Tones;
use super::{ClipId, Digit, Order, Source};
use crate::leg::LegId;
use anyhow::{Context, Result};
use std::collections::HashMap;
use std::net::SocketAddr;
use std::time::{Duration, Instant};
use str0m::crypto::dtls::DtlsCert;
use str0m::media::MediaKind;
use str0m::net::{Protocol, Receive};
use str0m::{Event, IceConnectionState, Input, Output};
use tokio::net::UdpSocket;
use tokio::sync::mpsc;

const TICK: Duration = Duration::from_millis(20);
const DATAGRAM: usize = 2048;

/// Every peer, behind one UDP port and one certificate.
pub(super) struct Engine {
    socket: UdpSocket,
    local: SocketAddr,
    certificate: DtlsCert,
    tones: Tones,
    /// Sounds that were brought, as A-law samples.
    clips: HashMap<ClipId, Vec<u8>>,
    peers: HashMap<LegId, Peer>,
    /// Peers that listen for a leg.
    ears: HashMap<LegId, LegId>,
    /// Which leg an address turned out to be.
    addresses: HashMap<SocketAddr, LegId>,
    digits: mpsc::UnboundedSender<Digit>,
    /// Peers that have something to send.
    restless: Vec<LegId>,
}

impl Engine {
    /// Opens the port. Fails when it is taken, or when no certificate can be made.
    pub(super) async fn open(bind: SocketAddr, digits: mpsc::UnboundedSender<Digit>) -> Result<Self> {
        let crypto = str0m::crypto::from_feature_flags();
        crypto.clone().install_process_default();
        let socket = UdpSocket::bind(bind).await?;
        Ok(Self {
            local: socket.local_addr()?,
            socket,
            certificate: crypto.dtls_provider.generate_certificate().context("no certificate")?,
            tones: Tones::new(),
            clips: HashMap::new(),
            peers: HashMap::new(),
            ears: HashMap::new(),
            addresses: HashMap::new(),
            digits,
            restless: Vec::new(),
        })
    }

    /// Works until the last handle is dropped.
    pub(super) async fn run(mut self, mut orders: mpsc::UnboundedReceiver<Order>) {
        let mut tick = tokio::time::interval(TICK);
        let mut datagram = vec![0; DATAGRAM];
        loop {
            tokio::select! {
                received = self.socket.recv_from(&mut datagram) => {
                    if let Ok((length, from)) = received {
                        self.receive(from, &datagram[..length]);
                    }
                }
                order = orders.recv() => match order {
                    Some(order) => self.obey(order),
                    None => return,
                },
                _ = tick.tick() => self.tick(),
            }
            self.send_all();
        }
    }

    fn receive(&mut self, from: SocketAddr, datagram: &[u8]) {
        let Ok(contents) = datagram.try_into() else { return };
        let receive = Receive { proto: Protocol::Udp, source: from, destination: self.local, contents };
        let input = Input::Receive(Instant::now(), receive);
        let known = self.addresses.get(&from).copied().filter(|leg| self.peers.contains_key(leg));
        let accepting = || self.peers.iter().find(|(_, peer)| peer.rtc.accepts(&input)).map(|(leg, _)| *leg);
        let Some(leg) = known.or_else(accepting) else { return };
        self.addresses.insert(from, leg);
        if let Some(peer) = self.peers.get_mut(&leg) {
            peer.rtc.handle_input(input).ok();
            self.restless.push(leg);
        }
    }

    fn obey(&mut self, order: Order) {
        match order {
            Order::Accept { leg, offer, reply } => {
                let answer = self.peer(leg).and_then(|peer| peer.accept(&offer));
                reply.send(answer).ok();
                self.restless.push(leg);
            }
            Order::Offer { leg, reply } => {
                reply.send(self.peer(leg).and_then(Peer::offer)).ok();
            }
            Order::Answer { leg, sdp, reply } => {
                reply.send(self.peer(leg).and_then(|peer| peer.answer(&sdp))).ok();
                self.restless.push(leg);
            }
            Order::Open { leg } => {
                self.peer(leg).ok();
            }
            Order::Ear { leg, ear } => self.listen_at(leg, ear),
            Order::Hear { leg, source } => {
                let ear = self.ears.get(&leg).copied().unwrap_or(leg);
                if let Some(peer) = self.peers.get_mut(&ear) {
                    peer.hears = source;
                    peer.tone_position = 0;
                }
            }
            Order::Clip { clip, samples } => {
                self.clips.insert(clip, samples.into_iter().map(linear_to_alaw).collect());
            }
            Order::Mute { leg, on } => {
                if let Some(peer) = self.peers.get_mut(&leg) {
                    peer.muted = on;
                }
            }
            Order::Close { leg } => {
                let ear = self.ears.remove(&leg);
                self.close(leg);
                ear.into_iter().for_each(|ear| self.close(ear));
            }
        }
    }

    /// Lets a leg's ear hear what the leg hears.
    fn listen_at(&mut self, leg: LegId, ear: LegId) {
        let before = self.ears.insert(leg, ear);
        let listener = self.peers.get_mut(&before.unwrap_or(leg));
        let source = listener.map(|peer| std::mem::replace(&mut peer.hears, Source::Silence));
        before.into_iter().for_each(|before| self.close(before));
        if let (Some(source), Ok(peer)) = (source, self.peer(ear)) {
            peer.hears = source;
        }
    }

    fn close(&mut self, leg: LegId) {
        if let Some(mut peer) = self.peers.remove(&leg) {
            peer.rtc.disconnect();
        }
        self.addresses.retain(|_, known| *known != leg);
    }

    fn peer(&mut self, leg: LegId) -> Result<&mut Peer> {
        if !self.peers.contains_key(&leg) {
            self.peers.insert(leg, Peer::new(self.local, &self.certificate)?);
        }
        self.peers.get_mut(&leg).context("no such leg")
    }

    fn tick(&mut self) {
        let now = Instant::now();
        for (leg, peer) in &mut self.peers {
            match peer.playing() {
                Some(Source::Tone(tone)) => peer.play(self.tones.samples(tone), true),
                Some(Source::Clip { clip, looped }) => {
                    peer.play(self.clips.get(&clip).map(Vec::as_slice).unwrap_or_default(), looped);
                }
                _ => {}
            }
            peer.rtc.handle_input(Input::Timeout(now)).ok();
            self.restless.push(*leg);
        }
    }

    /// Lets every restless peer send, until none has anything left.
    fn send_all(&mut self) {
        while let Some(leg) = self.restless.pop() {
            while let Some(event) = self.send_until_event(leg) {
                self.on_event(leg, event);
            }
        }
    }

    fn send_until_event(&mut self, leg: LegId) -> Option<Event> {
        let peer = self.peers.get_mut(&leg)?;
        loop {
            match peer.rtc.poll_output() {
                Ok(Output::Transmit(out)) => {
                    self.socket.try_send_to(&out.contents, out.destination).ok();
                }
                Ok(Output::Event(event)) => return Some(event),
                Ok(Output::Timeout(_)) => return None,
                Err(error) => {
                    tracing::debug!(leg = leg.0, %error, "a peer's sound stopped");
                    return None;
                }
            }
        }
    }

    fn on_event(&mut self, leg: LegId, event: Event) {
        let Some(peer) = self.peers.get_mut(&leg) else { return };
        match event {
            Event::Connected => peer.connected = true,
            Event::IceConnectionStateChange(IceConnectionState::Disconnected) => peer.connected = false,
            Event::MediaAdded(media) if media.kind == MediaKind::Audio => peer.mid = Some(media.mid),
            Event::RtpPacket(packet) if !peer.is_picture(*packet.header.payload_type) => {
                let packet = Packet {
                    payload_type: *packet.header.payload_type,
                    timestamp: packet.header.timestamp,
                    marker: packet.header.marker,
                    payload: packet.payload.to_vec(),
                };
                self.forward(leg, packet);
            }
            _ => {}
        }
    }

    /// Gives a leg's packet to everybody who hears that leg.
    fn forward(&mut self, from: LegId, mut packet: Packet) {
        let Some(speaker) = self.peers.get_mut(&from) else { return };
        let is_event = speaker.is_event(&packet);
        if is_event && let Some(digit) = speaker.pressed(&packet) {
            self.digits.send(Digit { leg: from, digit }).ok();
        }
        if speaker.muted {
            return;
        }
        let spoken = if packet.payload_type == 0 { Law::Mu } else { Law::A };
        for (leg, listener) in &mut self.peers {
            if listener.hears != Source::Leg(from) {
                continue;
            }
            if is_event {
                let Some(number) = listener.event_type() else { continue };
                packet.payload_type = number;
                listener.relay(from, &packet);
            } else {
                let payload = translate(&packet.payload, spoken, listener.law());
                let payload_type = listener.sound_type();
                listener.relay(from, &Packet { payload_type, payload, ..packet });
            }
            self.restless.push(*leg);
        }
    }
}

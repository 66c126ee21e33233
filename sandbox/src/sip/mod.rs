//! Signalling: SIP over WebSocket (RFC 7118) with a registrar and one task per leg. The only user of `rsipstack`.

mod edge;
mod leg;
mod registrar;

use crate::leg::{LegEvent, LegId, LegIds, LegOrder};
use crate::media::Media;
use crate::ticket::Tickets;
use rsipstack::EndpointBuilder;
use rsipstack::dialog::dialog::Dialog;
use rsipstack::dialog::dialog_layer::DialogLayer;
use rsipstack::sip::prelude::*;
use rsipstack::sip::{self, Method, StatusCode};
use rsipstack::transaction::endpoint::{Endpoint, EndpointInnerRef, EndpointOption};
use rsipstack::transaction::transaction::Transaction;
use rsipstack::transport::{SipAddr, SipConnection, TransportLayer};
use std::collections::HashMap;
use std::sync::atomic::AtomicU32;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::{Semaphore, mpsc};
use tokio_util::sync::CancellationToken;

pub(crate) use edge::{HEARD, LARGEST_FRAME, socket};

/// Our side of every SIP address.
pub(crate) const SIP_HOST: &str = "sandbox";
/// Open SIP sockets at a time.
const SOCKETS: usize = 512;

/// What signalling reports to the exchange.
#[derive(Debug)]
pub(crate) enum SipEvent {
    /// Somebody calls.
    Caller {
        /// The new leg.
        leg: LegId,
        /// The caller's own number.
        from: String,
        /// What was dialled.
        to: String,
    },
    /// A leg has news.
    Leg {
        /// Which leg.
        leg: LegId,
        /// Its news.
        event: LegEvent,
    },
    /// A telephone came or went.
    Line {
        /// Its number.
        user: String,
        /// Can it be called now?
        up: bool,
    },
}

/// The signalling side of the exchange; clones share it.
#[derive(Clone)]
pub(crate) struct Sip(Arc<Shared>);

struct Shared {
    endpoint: EndpointInnerRef,
    dialogs: Arc<DialogLayer>,
    registrar: registrar::Registrar,
    media: Media,
    ids: LegIds,
    legs: Mutex<HashMap<LegId, mpsc::UnboundedSender<LegOrder>>>,
    events: mpsc::UnboundedSender<SipEvent>,
    tickets: Tickets,
    sockets: Arc<Semaphore>,
    /// Counts sockets, to give each an address of its own.
    socket_count: AtomicU32,
    stop: CancellationToken,
}

impl Sip {
    /// Starts the signalling tasks, which end with `stop`. Fails when the endpoint cannot be built.
    pub(crate) fn start(
        media: Media,
        ids: LegIds,
        tickets: Tickets,
        password: &str,
        events: mpsc::UnboundedSender<SipEvent>,
        stop: &CancellationToken,
    ) -> anyhow::Result<Self> {
        let endpoint = endpoint(stop);
        let mut incoming = endpoint.incoming_transactions()?;
        let sip = Self(Arc::new(Shared {
            dialogs: Arc::new(DialogLayer::new(endpoint.inner.clone())),
            endpoint: endpoint.inner.clone(),
            registrar: registrar::Registrar::new(password),
            media,
            ids,
            legs: Mutex::default(),
            events,
            tickets,
            sockets: Arc::new(Semaphore::new(SOCKETS)),
            socket_count: AtomicU32::new(0),
            stop: stop.clone(),
        }));
        tokio::spawn(async move { endpoint.serve().await });
        let (receiving, stop) = (sip.clone(), stop.clone());
        tokio::spawn(async move {
            while let Some(Some(transaction)) = stop.run_until_cancelled(incoming.recv()).await {
                tokio::spawn(receiving.clone().receive(transaction));
            }
            receiving.legs().clear(); // a leg whose orders end, ends
        });
        Ok(sip)
    }

    /// Calls a registered telephone; the leg reports what becomes of it.
    pub(crate) fn dial(&self, leg: LegId, user: &str, from: &str) {
        let orders = self.enter(leg);
        tokio::spawn(leg::call_out(self.clone(), leg, user.to_owned(), from.to_owned(), orders));
    }

    /// Gives a leg an order; an unknown leg is one that has just ended.
    pub(crate) fn order(&self, leg: LegId, order: LegOrder) {
        if let Some(orders) = self.legs().get(&leg) {
            orders.send(order).ok();
        }
    }

    /// Legs that exist now.
    pub(crate) fn leg_count(&self) -> usize {
        self.legs().len()
    }

    fn legs(&self) -> std::sync::MutexGuard<'_, HashMap<LegId, mpsc::UnboundedSender<LegOrder>>> {
        self.0.legs.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn enter(&self, leg: LegId) -> mpsc::UnboundedReceiver<LegOrder> {
        let (sender, orders) = mpsc::unbounded_channel();
        self.legs().insert(leg, sender);
        orders
    }

    fn leave(&self, leg: LegId) {
        self.legs().remove(&leg);
        self.0.media.close(leg);
    }

    fn report(&self, leg: LegId, event: LegEvent) {
        self.0.events.send(SipEvent::Leg { leg, event }).ok();
    }

    fn contact() -> sip::Uri {
        let auth = Some(sip::Auth { user: "sandbox".into(), password: None });
        let params = vec![sip::Param::Transport(sip::Transport::Ws)];
        sip::Uri { scheme: Some(sip::Scheme::Sip), auth, params, ..host() }
    }

    async fn receive(self, mut transaction: Transaction) {
        let result = match (transaction.original.method, in_dialog(&transaction)) {
            (Method::Register, _) => self.register(transaction).await,
            (Method::Ack, false) => Ok(()),
            (method, true) => match self.0.dialogs.match_dialog(&transaction) {
                Some(Dialog::Invite(mut dialog)) => dialog.handle(&mut transaction).await,
                _ if method == Method::Ack => Ok(()),
                _ => transaction.reply(StatusCode::CallTransactionDoesNotExist).await,
            },
            (Method::Invite, false) => leg::call_in(self, transaction).await,
            (Method::Options, false) => transaction.reply(StatusCode::OK).await,
            _ => transaction.reply(StatusCode::MethodNotAllowed).await,
        };
        if let Err(error) = result {
            tracing::debug!(%error, "a SIP request was not served");
        }
    }
}

fn endpoint(stop: &CancellationToken) -> Endpoint {
    let option = EndpointOption { callid_suffix: Some(SIP_HOST.to_owned()), ..EndpointOption::default() };
    EndpointBuilder::new()
        .with_user_agent("sandbox")
        .with_option(option)
        .with_cancel_token(stop.clone())
        .with_transport_layer(TransportLayer::new(stop.clone()))
        .build()
}

fn host() -> sip::Uri {
    sip::Uri {
        host_with_port: sip::HostWithPort { host: sip::Host::Domain(SIP_HOST.into()), port: None },
        ..Default::default()
    }
}

fn in_dialog(transaction: &Transaction) -> bool {
    transaction.original.to_header().ok().and_then(|to| to.tag().ok().flatten()).is_some()
}

/// The address of the socket that a request came through.
fn flow(transaction: &Transaction) -> Option<SipAddr> {
    match &transaction.connection {
        Some(SipConnection::Channel(channel)) => Some(channel.get_addr().clone()),
        _ => None,
    }
}

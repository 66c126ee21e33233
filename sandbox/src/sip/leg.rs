//! One task per leg: it owns the SIP dialog and turns it into the few words of [`LegEvent`] and [`LegOrder`].

use super::{SIP_HOST, Sip, SipEvent, flow};
use crate::leg::{LegEvent, LegId, LegOrder};
use rsipstack::dialog::dialog::{DialogState, DialogStateReceiver, TransactionHandle};
use rsipstack::dialog::invitation::{InviteAsyncResult, InviteOption};
use rsipstack::dialog::invite_dialog::InviteDialog;
use rsipstack::sip::prelude::*;
use rsipstack::sip::{self, Header, StatusCode, StatusCodeKind};
use rsipstack::transaction::transaction::Transaction;
use std::time::Duration;
use tokio::sync::mpsc;
use tokio::task::JoinHandle;

/// How long a dialog that is busy with another request is waited for.
const SETTLING: Duration = Duration::from_secs(3);
/// How long a finished dialog still answers repeated requests.
const LINGER: Duration = Duration::from_secs(2);

/// A small message to the party's page: its content type and its text.
type Aside = (&'static str, String);

/// The leg's task.
struct Leg {
    sip: Sip,
    id: LegId,
    dialog: InviteDialog,
    /// Our answer to the caller's offer, until it is sent.
    answer: Option<String>,
    outgoing: bool,
    rang: bool,
    up: bool,
    asides: mpsc::UnboundedSender<Aside>,
}

/// Serves the INVITE of somebody who calls us.
pub(super) async fn call_in(sip: Sip, mut transaction: Transaction) -> rsipstack::Result<()> {
    let from = transaction.original.from_header()?.uri()?.user().unwrap_or_default().to_owned();
    let to = transaction.original.uri.user().unwrap_or_default().to_owned();
    let registered = sip.0.registrar.find(&from).map(|binding| binding.flow);
    if registered.is_none() || registered != flow(&transaction) {
        return transaction.reply(StatusCode::Forbidden).await;
    }
    let (states_in, states) = sip.0.dialogs.new_dialog_state_channel();
    let dialog = sip.0.dialogs.get_or_create_server_invite(&transaction, states_in, None, Some(Sip::contact()))?;
    let offer = String::from_utf8_lossy(&transaction.original.body).into_owned();
    let mut serving = dialog.clone();
    tokio::spawn(async move { serving.handle(&mut transaction).await });

    let id = sip.0.ids.next();
    let orders = sip.enter(id);
    match sip.0.media.accept(id, offer).await {
        Ok(answer) => {
            sip.0.events.send(SipEvent::Caller { leg: id, from, to }).ok();
            Leg::new(sip, id, dialog, Some(answer)).run(orders, states, None).await;
        }
        Err(error) => {
            tracing::debug!(%error, "a caller's offer was refused");
            dialog.reject(Some(StatusCode::NotAcceptableHere), None)?;
            sip.leave(id);
        }
    }
    Ok(())
}

/// Calls a registered telephone.
pub(super) async fn call_out(
    sip: Sip,
    id: LegId,
    user: String,
    from: String,
    orders: mpsc::UnboundedReceiver<LegOrder>,
) {
    match invite(&sip, id, &user, &from).await {
        Ok((dialog, result, states)) => Leg::new(sip, id, dialog, None).run(orders, states, Some(result)).await,
        Err(error) => {
            tracing::debug!(%error, "a telephone cannot be called");
            sip.leave(id);
            sip.report(id, LegEvent::Failed(480));
        }
    }
}

type Invited = (InviteDialog, JoinHandle<InviteAsyncResult>, DialogStateReceiver);

async fn invite(sip: &Sip, id: LegId, user: &str, from: &str) -> anyhow::Result<Invited> {
    let binding = sip.0.registrar.find(user).ok_or_else(|| anyhow::anyhow!("not registered"))?;
    let offer = sip.0.media.offer(id).await?;
    let (states_in, states) = sip.0.dialogs.new_dialog_state_channel();
    let option = InviteOption {
        caller: format!("sip:{from}@{SIP_HOST}").as_str().try_into()?,
        callee: binding.contact,
        destination: Some(binding.flow),
        content_type: Some("application/sdp".into()),
        offer: Some(offer.into_bytes()),
        contact: Sip::contact(),
        ..InviteOption::default()
    };
    let (dialog, result) = sip.0.dialogs.do_invite_async(option, states_in)?;
    Ok((dialog, result, states))
}

impl Leg {
    fn new(sip: Sip, id: LegId, dialog: InviteDialog, answer: Option<String>) -> Self {
        let (asides, inbox) = mpsc::unbounded_channel();
        tokio::spawn(whisper(dialog.clone(), inbox));
        Self { sip, id, dialog, outgoing: answer.is_none(), answer, rang: false, up: false, asides }
    }

    async fn run(
        mut self,
        mut orders: mpsc::UnboundedReceiver<LegOrder>,
        mut states: DialogStateReceiver,
        mut result: Option<JoinHandle<InviteAsyncResult>>,
    ) {
        loop {
            let last_word = tokio::select! {
                biased;
                order = orders.recv() => match order {
                    Some(order) => self.obey(order),
                    None => true,
                },
                Some(state) = states.recv() => self.on_state(state).await,
                outcome = finished(&mut result), if result.is_some() => {
                    result = None;
                    self.on_outcome(outcome).await
                }
            };
            if last_word {
                break;
            }
        }
        self.sip.leave(self.id);
        tokio::time::sleep(LINGER).await;
        self.sip.0.dialogs.remove_dialog(&self.dialog.id());
    }

    /// Carries out an order; true when the leg is over.
    fn obey(&mut self, order: LegOrder) -> bool {
        match order {
            LegOrder::Ringing => {
                self.dialog.ringing(None, None).ok();
            }
            LegOrder::Answer => {
                let body = self.answer.take().map(String::into_bytes);
                self.dialog.accept(Some(vec![Header::ContentType("application/sdp".into())]), body).ok();
                self.up = true;
            }
            LegOrder::Refuse(status) => {
                self.dialog.reject(Some(status.into()), None).ok();
                return true;
            }
            LegOrder::Hangup => {
                self.hang_up();
                return true;
            }
            LegOrder::Digit(digit) => {
                let body = format!("Signal={digit}\r\nDuration=160\r\n");
                self.asides.send(("application/dtmf-relay", body)).ok();
            }
            LegOrder::Note(note) => {
                self.asides.send(("text/plain", note.to_owned())).ok();
            }
        }
        false
    }

    fn hang_up(&self) {
        if !self.outgoing && !self.up {
            self.dialog.reject(Some(StatusCode::TemporarilyUnavailable), None).ok();
            return;
        }
        let dialog = self.dialog.clone();
        tokio::spawn(async move {
            if settled(&dialog).await {
                dialog.hangup().await.ok();
            }
        });
    }

    /// True when the leg is over.
    async fn on_state(&mut self, state: DialogState) -> bool {
        match state {
            DialogState::Early(..) if self.outgoing && !self.rang => {
                self.rang = true;
                self.sip.report(self.id, LegEvent::Ringing);
            }
            DialogState::Updated(_, request, reply) => self.reoffer(request, reply).await,
            DialogState::Info(_, request, reply) => {
                reply.reply(StatusCode::OK).await.ok();
                if let Some(digit) = pressed(&request) {
                    self.sip.report(self.id, LegEvent::Digit(digit));
                }
            }
            DialogState::Refer(_, _, reply) => {
                reply.reply(StatusCode::Decline).await.ok();
            }
            DialogState::Notify(_, _, reply)
            | DialogState::Message(_, _, reply)
            | DialogState::Options(_, _, reply) => {
                reply.reply(StatusCode::OK).await.ok();
            }
            // a call that was never answered ends with its final response instead
            DialogState::Terminated(..) if !self.outgoing || self.up => {
                self.sip.report(self.id, LegEvent::Ended);
                return true;
            }
            _ => {}
        }
        false
    }

    /// A browser changes its own session, or only refreshes it (no body).
    async fn reoffer(&self, request: sip::Request, reply: TransactionHandle) {
        if request.body.is_empty() {
            reply.reply(StatusCode::OK).await.ok();
            return;
        }
        let offer = String::from_utf8_lossy(&request.body).into_owned();
        match self.sip.0.media.accept(self.id, offer).await {
            Ok(answer) => {
                let headers = vec![Header::ContentType("application/sdp".into())];
                reply.respond(StatusCode::OK, Some(headers), Some(answer.into_bytes())).await.ok();
            }
            Err(_) => {
                reply.reply(StatusCode::NotAcceptableHere).await.ok();
            }
        }
    }

    /// The final response to our INVITE; true when the leg is over.
    async fn on_outcome(&mut self, response: Option<sip::Response>) -> bool {
        let failed = match response {
            None => 408,
            Some(response) if response.status_code.kind() != StatusCodeKind::Successful => {
                u16::from(response.status_code)
            }
            Some(response) => {
                self.up = true;
                let sdp = String::from_utf8_lossy(&response.body).into_owned();
                match self.sip.0.media.answer(self.id, sdp).await {
                    Ok(()) => {
                        self.sip.report(self.id, LegEvent::Answered);
                        return false;
                    }
                    Err(_) => {
                        self.hang_up();
                        488
                    }
                }
            }
        };
        self.sip.report(self.id, LegEvent::Failed(failed));
        true
    }
}

/// The final response to an INVITE, `None` when there was none.
async fn finished(result: &mut Option<JoinHandle<InviteAsyncResult>>) -> Option<sip::Response> {
    match result.as_mut()?.await {
        Ok(Ok((_, response))) => response,
        _ => None,
    }
}

/// The key in an INFO request.
fn pressed(request: &sip::Request) -> Option<char> {
    let body = String::from_utf8_lossy(&request.body);
    body.lines().find_map(|line| line.strip_prefix("Signal=")?.trim().chars().next())
}

/// Sends asides one after another: requests of one dialog must not overtake each other.
async fn whisper(dialog: InviteDialog, mut asides: mpsc::UnboundedReceiver<Aside>) {
    while let Some((content_type, body)) = asides.recv().await {
        if !confirmed(&dialog).await {
            return;
        }
        dialog.info(Some(vec![Header::ContentType(content_type.into())]), Some(body.into_bytes())).await.ok();
    }
}

/// Waits until the call is up and no other request is being served; false when it is over.
async fn confirmed(dialog: &InviteDialog) -> bool {
    loop {
        match dialog.state() {
            DialogState::Confirmed(..) => return true,
            DialogState::Terminated(..) => return false,
            _ => tokio::time::sleep(Duration::from_millis(20)).await,
        }
    }
}

/// Waits until the dialog can be ended (the stack refuses BYE while another request is being served); false when it is
/// already over.
async fn settled(dialog: &InviteDialog) -> bool {
    let busy = |state: &DialogState| {
        matches!(
            state,
            DialogState::Updated(..) | DialogState::Info(..) | DialogState::Refer(..) | DialogState::Message(..)
        )
    };
    let wait = async {
        while busy(&dialog.state()) {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    tokio::time::timeout(SETTLING, wait).await.ok();
    !matches!(dialog.state(), DialogState::Terminated(..))
}

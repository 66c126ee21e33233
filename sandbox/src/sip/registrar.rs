//! Who can be called, and through which socket.

use super::{Sip, SipEvent, flow};
use rsipstack::dialog::authenticate::verify_digest;
use rsipstack::sip::headers::auth::{Algorithm, Qop, Scheme};
use rsipstack::sip::prelude::*;
use rsipstack::sip::{self, Header, StatusCode};
use rsipstack::transaction::transaction::Transaction;
use rsipstack::transport::SipAddr;
use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

const LONGEST: u32 = 600;
const USUAL: u32 = 300;
const REALM: &str = "sandbox";

/// Where a telephone can be reached.
#[derive(Clone, Debug)]
pub(super) struct Binding {
    /// The address that its INVITE names.
    pub(super) contact: sip::Uri,
    /// The socket.
    pub(super) flow: SipAddr,
    expires: Instant,
}

/// The table of telephones, and of what each socket may be.
pub(super) struct Registrar {
    bindings: Mutex<HashMap<String, Binding>>,
    /// The number that each socket's ticket was made for.
    tickets: Mutex<HashMap<SipAddr, String>>,
    /// What a telephone without a ticket must know (MD5 digest).
    password: String,
    /// Telephones with a password of their own.
    passwords: Mutex<HashMap<String, String>>,
    nonce: String,
}

impl Registrar {
    pub(super) fn new(password: &str) -> Self {
        let nonce = format!("{:032x}", rand::random::<u128>());
        Self {
            bindings: Mutex::default(),
            tickets: Mutex::default(),
            password: password.to_owned(),
            passwords: Mutex::default(),
            nonce,
        }
    }

    fn bindings(&self) -> MutexGuard<'_, HashMap<String, Binding>> {
        self.bindings.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn tickets(&self) -> MutexGuard<'_, HashMap<SipAddr, String>> {
        self.tickets.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Where `user` can be reached now.
    pub(super) fn find(&self, user: &str) -> Option<Binding> {
        self.bindings().get(user).filter(|binding| binding.expires > Instant::now()).cloned()
    }

    /// A socket with a ticket for one number was opened.
    pub(super) fn admit(&self, flow: SipAddr, user: String) {
        self.tickets().insert(flow, user);
    }

    /// A socket closed: the numbers that were reached through it.
    pub(super) fn forget(&self, flow: &SipAddr) -> Vec<String> {
        self.tickets().remove(flow);
        let mut bindings = self.bindings();
        let gone: Vec<String> =
            bindings.iter().filter(|(_, b)| b.flow == *flow).map(|(user, _)| user.clone()).collect();
        bindings.retain(|_, binding| binding.flow != *flow);
        gone
    }

    /// A telephone unregisters; false when another socket has it by now.
    fn release(&self, user: &str, flow: &SipAddr) -> bool {
        let mut bindings = self.bindings();
        let theirs = bindings.get(user).is_some_and(|binding| binding.flow == *flow);
        theirs && bindings.remove(user).is_some()
    }

    fn may_be(&self, user: &str, flow: &SipAddr, request: &sip::Request) -> bool {
        match self.tickets().get(flow) {
            Some(holder) => holder == user,
            None => self.knows_password(user, request),
        }
    }

    fn knows_password(&self, user: &str, request: &sip::Request) -> bool {
        let Some(header) = request.authorization_header() else { return false };
        let raw = header.value().to_string();
        sip::typed::Authorization::parse(&raw).is_ok_and(|given| {
            given.username == user
                && given.nonce == self.nonce
                && verify_digest(&given, &self.password_of(user), &sip::Method::Register, &raw)
        })
    }

    fn passwords(&self) -> MutexGuard<'_, HashMap<String, String>> {
        self.passwords.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn password_of(&self, user: &str) -> String {
        self.passwords().get(user).unwrap_or(&self.password).clone()
    }

    /// MD5 only: the JsSIP that 3C ships knows nothing else.
    fn challenge(&self) -> Header {
        let challenge = sip::typed::WwwAuthenticate {
            scheme: Scheme::Digest,
            realm: REALM.into(),
            domain: None,
            nonce: self.nonce.clone(),
            opaque: None,
            stale: None,
            algorithm: Some(Algorithm::Md5),
            qop: Some(Qop::Auth),
            charset: None,
        };
        Header::WwwAuthenticate(challenge.into())
    }
}

impl Sip {
    /// These telephones have a password of their own, and no others.
    pub(crate) fn know(&self, passwords: HashMap<String, String>) {
        *self.0.registrar.passwords() = passwords;
    }

    /// Serves a REGISTER.
    pub(super) async fn register(&self, mut transaction: Transaction) -> rsipstack::Result<()> {
        let registrar = &self.0.registrar;
        let user = transaction.original.from_header()?.uri()?.user().unwrap_or_default().to_owned();
        let Some(flow) = flow(&transaction) else {
            return transaction.reply(StatusCode::Forbidden).await;
        };
        if !registrar.may_be(&user, &flow, &transaction.original) {
            let challenge = vec![registrar.challenge()];
            return transaction.reply_with(StatusCode::Unauthorized, challenge, None).await;
        }
        let Some(contact) = transaction.original.typed_contact_headers()?.into_iter().next() else {
            return transaction.reply(StatusCode::OK).await;
        };
        let seconds = lifetime(&contact, &transaction.original);
        if seconds == 0 || contact.uri.to_string() == "*" {
            // another page of the same person may have registered since
            if registrar.release(&user, &flow) {
                self.0.events.send(SipEvent::Line { user, up: false }).ok();
            }
            return transaction.reply(StatusCode::OK).await;
        }
        let expires = Instant::now() + Duration::from_secs(u64::from(seconds) + 5);
        let binding = Binding { contact: contact.uri.clone(), flow, expires };
        registrar.bindings().insert(user.clone(), binding);
        let mut contact = contact;
        contact.params = vec![sip::Param::Expires(seconds.to_string().into())];
        transaction.reply_with(StatusCode::OK, vec![contact.into(), Header::Expires(seconds.into())], None).await?;
        self.0.events.send(SipEvent::Line { user, up: true }).ok();
        Ok(())
    }
}

fn lifetime(contact: &sip::typed::Contact, request: &sip::Request) -> u32 {
    let header = || request.expires_header().and_then(|header| header.value().trim().parse().ok());
    contact.expires().or_else(header).unwrap_or(USUAL).min(LONGEST)
}

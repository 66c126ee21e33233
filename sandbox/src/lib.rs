//! Two pretend telephone companies, with real sound, a customer's telephone in a browser page, and a panel that makes
//! every failure happen: 3C (login, agents' socket, scripts, SIP) and Stringee (contact centre, REST, webhooks, the
//! agents' socket). They speak the companies' own contracts over the wire and share no code with those who call them, so
//! that neither side repeats the other's mistakes.
//!
//! A stimulus (a SIP event, an agent's message, the panel) becomes an input of a state machine without input and output
//! of its own: the [`exchange`] for 3C, the centre in [`stringee`]. The effects that it returns are carried out by
//! [`company`], which has the telephones and the sound of both, and by Stringee's own part. What a caller dials decides
//! whose call it is.

mod acd;
mod address;
mod archive;
mod clock;
mod company;
mod control;
mod customers;
mod exchange;
mod leg;
mod media;
mod settings;
mod sip;
mod stringee;
mod threec;
mod ticket;

pub use settings::{Agent, Hotline, Project, Queue, Settings, User};

use axum::Router;
use axum::http::{HeaderValue, header};
use std::sync::Arc;
use tokio_util::sync::{CancellationToken, DropGuard};
use tower_http::services::{ServeDir, ServeFile};
use tower_http::set_header::SetResponseHeaderLayer;

/// The sandbox cannot be started.
#[derive(Debug, thiserror::Error)]
#[error("the sandbox cannot start: {0}")]
pub struct Error(#[from] anyhow::Error);

/// The pretend telephone companies at work. Dropping them ends their tasks and calls.
pub struct Sandbox {
    settings: Settings,
    company: company::Company,
    gate: Arc<threec::Gate>,
    _work: DropGuard,
}

/// Starts the pretend telephone companies. Fails when the UDP port for sound cannot be opened.
pub async fn start(settings: Settings) -> Result<Sandbox, Error> {
    let stop = CancellationToken::new();
    let company = company::Company::open(&settings, &stop).await?;
    Ok(Sandbox { settings, company, gate: Arc::default(), _work: stop.drop_guard() })
}

impl Sandbox {
    /// Their addresses: `/3c` and `/stringee` are the service addresses for the CRM, `/phone` a customer's telephone,
    /// `/panel` the control panel, `/api` the panel's requests. May be nested under any path.
    pub fn router(&self) -> Router {
        let threec = threec::ThreeC::new(&self.settings, self.company.clone(), self.gate.clone());
        let hotline = self.settings.queues.first().map_or("", |queue| queue.hotline.as_str()).into();
        let control = control::Control { company: self.company.clone(), gate: self.gate.clone(), hotline };
        let folder = |name: &str| self.settings.assets.join(name);
        let header = |name, value| SetResponseHeaderLayer::if_not_present(name, HeaderValue::from_static(value));
        Router::new()
            .nest("/3c", threec.router(&self.settings))
            .nest("/stringee", self.company.stringee().router())
            .nest("/api/stringee", self.company.stringee().control())
            .nest("/api", control.router())
            .route_service("/phone", ServeFile::new(folder("phone/index.html")))
            .route_service("/panel", ServeFile::new(folder("panel/index.html")))
            .nest_service("/phone/", ServeDir::new(folder("phone")))
            .nest_service("/panel/", ServeDir::new(folder("panel")))
            .layer(header(header::CACHE_CONTROL, "no-cache"))
            .layer(header(header::CONTENT_SECURITY_POLICY, "default-src 'self'; base-uri 'none'; form-action 'self'"))
            .layer(header(header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
    }
}

/// What the libraries below may log: one of them would write whole SIP messages, numbers included, at info.
pub const LOG_FILTER: &str = "rsipstack=error,str0m=warn";

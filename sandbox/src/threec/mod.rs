//! 3C's own contract, as its documents and its deployed pages have it: login, bootstrap, the agents' socket, the scripts.

mod bootstrap;
mod frames;
mod gate;
mod history;
mod login;
mod socket;
mod token;

pub(crate) use gate::{Gate, History, Service};

use crate::clock::vietnam_now;
use crate::company::Company;
use crate::settings::Settings;
use axum::Router;
use axum::routing::{get, post};
use std::sync::Arc;
use tokio::sync::Semaphore;
use tower_http::services::ServeDir;

/// Open agent sockets at a time.
const SOCKETS: usize = 512;

/// What 3C's doors need.
#[derive(Clone)]
pub(crate) struct ThreeC {
    company: Company,
    gate: Arc<Gate>,
    domain: Arc<str>,
    access_key: Arc<str>,
    history_key: Arc<str>,
    sockets: Arc<Semaphore>,
}

impl ThreeC {
    /// The doors of a company.
    pub(crate) fn new(settings: &Settings, company: Company, gate: Arc<Gate>) -> Self {
        Self {
            company,
            gate,
            domain: settings.domain.as_str().into(),
            access_key: settings.access_key.as_str().into(),
            history_key: settings.history_key.as_str().into(),
            sockets: Arc::new(Semaphore::new(SOCKETS)),
        }
    }

    /// Every address of 3C, as below its host name.
    pub(crate) fn router(self, settings: &Settings) -> Router {
        let sip = Router::new().route("/sip", get(crate::sip::socket)).with_state(self.company.sip());
        Router::new()
            .route("/{domain}/thirdParty/login", post(login::login))
            .route("/{domain}/api/v1/calls", get(history::calls))
            .route("/{domain}/recordings/{file}", get(history::recording))
            .route("/api/login/check-partner", get(bootstrap::check_partner))
            .route("/agent/websocket", get(socket::agent))
            .with_state(self)
            .merge(sip)
            .nest_service("/js/embed", ServeDir::new(settings.assets.join("embed")))
    }

    /// The seat behind a token, when the token is good.
    fn seat(&self, token: &str) -> Result<String, token::Refused> {
        let ipphone = token::ipphone(token, &self.access_key, vietnam_now())?;
        if self.gate.admits(&ipphone, token) { Ok(ipphone) } else { Err(token::Refused) }
    }
}

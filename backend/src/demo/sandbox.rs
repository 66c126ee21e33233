//! The accounts that a demonstration has at the pretend telephone companies.

use crate::{Backend, history, stringee, telephone};
use domain::problem::Problem;
use domain::stringee::{AccountDraft, Hook};
use domain::telephone::HotlineSettings;

/// Where the pretend companies answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sandbox {
    /// 3C's service.
    pub threec: String,
    /// Below this is everything of Stringee's; `None` where there is no such company.
    pub stringee: Option<String>,
}

/// The account at the pretend 3C.
const DOMAIN: &str = "demo";
const ACCESS_KEY: &str = "sandbox-access-key";
const HISTORY_KEY: &str = "sandbox-history-key";

/// The project at the pretend Stringee. Made up, known to both sides, and no secret: a demonstration has none.
#[derive(Clone, Copy, Debug)]
pub struct Project {
    /// The key's name.
    pub key_sid: &'static str,
    /// The key's secret.
    pub key_secret: &'static str,
    /// The key that webhooks are signed with.
    pub signing_secret: &'static str,
    /// The project's number.
    pub id: i64,
    /// The part of the webhooks' addresses that elsewhere nobody could guess.
    pub path: &'static str,
    /// Our numbers: digits and names.
    pub hotlines: [(&'static str, &'static str); 2],
}

/// The demonstration's project.
pub const PROJECT: Project = Project {
    key_sid: "SK.0.sandboxkey",
    key_secret: "sandbox-key-secret",
    signing_secret: "sandbox-signing-secret",
    id: 1,
    path: "sandbox-webhooks-of-the-demonstration",
    hotlines: [("842471000001", "Tổng đài"), ("842471000002", "Kinh doanh")],
};

/// Makes these accounts the installation's.
pub(super) async fn install(b: &Backend, sandbox: &Sandbox) -> Result<(), Problem> {
    telephone::install(b, &sandbox.threec, DOMAIN, ACCESS_KEY).await?;
    history::install(b, &sandbox.threec, HISTORY_KEY).await?;
    match &sandbox.stringee {
        Some(address) => stringee::install(b, project(address), PROJECT.path).await,
        None => Ok(()),
    }
}

fn project(address: &str) -> AccountDraft {
    let hotline = |(number, name): (&str, &str)| HotlineSettings {
        number: number.to_owned(),
        name: name.to_owned(),
        can_call_out: true,
        record: true,
    };
    AccountDraft {
        key_sid: PROJECT.key_sid.to_owned(),
        key_secret: Some(PROJECT.key_secret.to_owned()),
        project_id: PROJECT.id,
        call_api: format!("{address}/api"),
        contact_centre_api: format!("{address}/pcc"),
        servers: vec![format!("{}/socket", address.replacen("http", "ws", 1))],
        signing_secret: Some(PROJECT.signing_secret.to_owned()),
        signed: Hook::ALL.to_vec(),
        answer_timeout: 15,
        keep_recordings: false,
        hotlines: PROJECT.hotlines.map(hotline).to_vec(),
    }
}

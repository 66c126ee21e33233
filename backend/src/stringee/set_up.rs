//! The contact centre's set-up: read, changed step by step, and the files its callers hear.

use super::account::Account;
use super::centre::Centre;
use super::phone_account::{PHONES, new_password};
use crate::Backend;
use domain::centre::{CentreProblem, Known, Obstacle, OurAddresses, Ref, SoundFile, Step, Unlinked};
use domain::problem::Problem;
use domain::stringee::{Hook, Listing, Method, Refusal, Request, SIP_DOMAIN, made_id, request, sound_files, uploaded};
use domain::telephone::{PhonePassword, Provider, TelephoneProblem};
use serde_json::{Value, json};
use std::time::Duration;
use tokio::sync::Mutex;
use tokio::time::{Interval, MissedTickBehavior, interval, sleep};

pub(crate) use domain::stringee::VOICES;

/// Whose contact centre it is.
pub(crate) const PROVIDER: Provider = Provider::Stringee;
/// Where the service for calls keeps the files that callers hear.
const FILES: &str = "/v1/greetingfile";
/// No sound holds this.
const BOUNDARY: &str = "alo-8f2b6c1d9e7a4f53b0c2d4e6f8a1b3c5";
/// Nobody says how often the services may be asked: so often, at most.
const EVERY: Duration = Duration::from_millis(40);
/// How long is waited before a question is asked again that was not answered, each time.
const AGAIN: [Duration; 3] = [Duration::from_millis(250), Duration::from_secs(1), Duration::from_secs(4)];

/// What is known of the contact centre without asking it.
pub(crate) struct Facts {
    /// Whose it is: the name of the project.
    pub(crate) account: String,
    /// Where it can call us.
    pub(crate) ours: OurAddresses,
    /// How long a member is rung whom our own routing names, in seconds.
    pub(crate) answer_seconds: u32,
}

/// What the contact centre has.
pub(crate) struct Found {
    /// The set-up, by the contact centre's own ids.
    pub(crate) listed: Known,
    /// The files that callers can hear; `None` where that cannot be asked.
    pub(crate) files: Option<Vec<SoundFile>>,
}

/// What is known of the contact centre without asking it.
///
/// # Errors
/// [`Problem::Telephone`] without an account.
pub(crate) async fn facts(b: &Backend) -> Result<Facts, Problem> {
    let account = Account::stored(b).await?.ok_or(Problem::Telephone(TelephoneProblem::NotConfigured))?;
    let at = |hook: Hook| format!("{}{}", b.public_url(), hook.path(&account.path));
    let ours = OurAddresses {
        agents: at(Hook::Agents),
        customer: at(Hook::Customer),
        events: at(Hook::Events),
        callout: at(Hook::Callout),
    };
    let answer_seconds = u32::try_from(account.answer_timeout).unwrap_or_default();
    Ok(Facts { account: account.project_id.to_string(), ours, answer_seconds })
}

/// Reads everything that is set up.
///
/// # Errors
/// [`Problem::Telephone`] where it could not be asked.
pub(crate) async fn read(b: &Backend) -> Result<Found, Problem> {
    let account = Account::stored(b).await?.ok_or(Problem::Telephone(TelephoneProblem::NotConfigured))?;
    let pace = Pace::new();
    let mut listing = Listing::new(account.project_id);
    while let Some(path) = listing.next() {
        // With a token of its own: it may take long until everything is read.
        let answer = pace.get(&Centre::of(b).await?, &path).await?;
        listing.take(&answer).map_err(Problem::Telephone)?;
    }
    let calls = Centre::of_calls(b).await?;
    let files = pace.get(&calls, FILES).await;
    Ok(Found { listed: listing.finish(), files: files.ok().map(|answer| sound_files(&answer)) })
}

/// Why a step was not done.
pub(crate) struct Setback {
    /// What is in the way.
    pub(crate) obstacle: Obstacle,
    /// Whether it is certain that nothing was done.
    pub(crate) certain: bool,
}

impl Setback {
    fn certain(obstacle: Obstacle) -> Self {
        Self { obstacle, certain: true }
    }
}

/// Does one step; answers the contact centre's id of what was made. Whatever does the same when it is done again is
/// tried again; anything else may have been done when no answer came.
pub(crate) async fn carry_out(b: &Backend, pace: &Pace, step: &Step, known: &Known) -> Result<Option<String>, Setback> {
    let unknown = |at: Ref| Setback { obstacle: Obstacle::NotKept { at }, certain: false };
    let mut request = request(step, known).map_err(|Unlinked(at)| unknown(at))?;
    if request.wants_password {
        request.body["password"] = json!(new_password(b));
    }
    let said = pace.ask(b, &request).await.map_err(|problem| match problem {
        Problem::Telephone(problem) => Setback {
            certain: request.method == Method::Put || !may_be_done(&problem),
            obstacle: Obstacle::Silent(problem),
        },
        _ => Setback::certain(Obstacle::Ours),
    })?;
    let refused = |Refusal { r, said }| Setback::certain(Obstacle::Refused { at: step.at(), code: r, said });
    said.map(|answer| made_id(step, &answer)).map_err(refused)
}

/// Another password for a SIP telephone.
///
/// # Errors
/// [`Problem::NotFound`] for a telephone that is not there; [`Problem::Telephone`], or why it was refused.
pub(crate) async fn new_sip_password(b: &Backend, user: &str, known: &Known) -> Result<PhonePassword, Problem> {
    let at = Ref::Sip(user.to_owned());
    if !known.centre.has(&at) {
        return Err(Problem::NotFound);
    }
    let facts = facts(b).await?;
    let usual = format!("{}_{user}", facts.account);
    let user_name = known.links.id(&at).map_or(usual, str::to_owned);
    let password = new_password(b);
    let request = Request {
        method: Method::Put,
        path: format!("{PHONES}/{user_name}"),
        body: json!({ "password": password }),
        wants_password: true,
    };
    let refused = |Refusal { r, said }| Problem::Centre(CentreProblem::Refused { code: r, said });
    Pace::new().ask(b, &request).await?.map_err(refused)?;
    Ok(PhonePassword { domain: SIP_DOMAIN.to_owned(), user_name, password })
}

/// Uploads a file that callers can hear; answers what it is called there. Nobody knows whether it is there when no answer
/// comes: it is not tried again.
///
/// # Errors
/// [`Problem::Telephone`], or why it was refused.
pub(crate) async fn upload(b: &Backend, name: &str, description: &str, bytes: &[u8]) -> Result<String, Problem> {
    let body = form(name, bytes);
    let query = [("uploadType", "multipart"), ("desc", description)];
    let content_type = format!("multipart/form-data; boundary={BOUNDARY}");
    let answer = Centre::of_calls(b).await?.upload(FILES, &query, &content_type, body).await?;
    let answer = answer.map_err(|Refusal { r, said }| Problem::Centre(CentreProblem::Refused { code: r, said }))?;
    Ok(uploaded(&answer).unwrap_or_else(|| name.to_owned()))
}

/// A form with one field, a file. Our own names of files need no quoting.
fn form(name: &str, bytes: &[u8]) -> Vec<u8> {
    let head = format!(
        "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
         Content-Type: application/octet-stream\r\n\r\n"
    );
    [head.as_bytes(), bytes, format!("\r\n--{BOUNDARY}--\r\n").as_bytes()].concat()
}

/// Keeps a distance between requests.
pub(crate) struct Pace(Mutex<Interval>);

impl Pace {
    pub(crate) fn new() -> Self {
        let mut every = interval(EVERY);
        every.set_missed_tick_behavior(MissedTickBehavior::Delay);
        Self(Mutex::new(every))
    }

    /// Asks for something to be done, with a token made for it: it may take long until everything is done.
    async fn ask(&self, b: &Backend, request: &Request) -> Result<Result<Value, Refusal>, Problem> {
        let mut pauses = AGAIN.into_iter();
        loop {
            self.wait().await;
            let answered = Centre::of(b).await?.ask(verb(request.method), &request.path, &request.body).await;
            match (answered, pauses.next()) {
                (Err(Problem::Telephone(problem)), Some(pause)) if may_repeat(request.method, &problem) => {
                    sleep(pause).await;
                }
                (answered, _) => return answered,
            }
        }
    }

    async fn wait(&self) {
        self.0.lock().await.tick().await;
    }

    /// Asks for what is there until it is answered, or there is no hope.
    async fn get(&self, centre: &Centre<'_>, path: &str) -> Result<Value, Problem> {
        let mut pauses = AGAIN.into_iter();
        loop {
            self.wait().await;
            match (centre.get(path, &[]).await, pauses.next()) {
                (Err(Problem::Telephone(problem)), Some(pause)) if passes(&problem) => sleep(pause).await,
                (answered, _) => return answered,
            }
        }
    }
}

fn verb(method: Method) -> reqwest::Method {
    match method {
        Method::Post => reqwest::Method::POST,
        Method::Put => reqwest::Method::PUT,
        Method::Delete => reqwest::Method::DELETE,
    }
}

/// To change something to the same does no harm; to make or to remove it may be done already.
fn may_repeat(method: Method, problem: &TelephoneProblem) -> bool {
    passes(problem) && (method == Method::Put || !may_be_done(problem))
}

/// Whether what was asked for may have been done all the same.
fn may_be_done(problem: &TelephoneProblem) -> bool {
    use TelephoneProblem::{ProviderError, ProviderUnreachable, Unintelligible};
    matches!(problem, ProviderError | ProviderUnreachable | Unintelligible)
}

/// Whether it may work a moment later.
fn passes(problem: &TelephoneProblem) -> bool {
    use TelephoneProblem::{ProviderError, ProviderUnreachable, TooManyRequests};
    matches!(problem, ProviderError | ProviderUnreachable | TooManyRequests)
}

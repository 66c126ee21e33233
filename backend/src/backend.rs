//! The backend: everything a use case works with, cheap to clone.

use crate::db::{self, Answer, Db, Fault, Hub, Read, Tx};
use crate::numbers::Typed;
use crate::surroundings::{Real, Surroundings};
use crate::{companies, deals, recordings, threec};
use domain::live::Change;
use domain::problem::Problem;
use domain::rights::Rights;
use domain::times::Millis;
use std::sync::{Arc, OnceLock, PoisonError, RwLock, Weak};
use std::time::Duration;
use tokio::sync::broadcast::error::RecvError;
use tokio::sync::{Semaphore, broadcast};

/// What the backend is opened with.
#[derive(Clone)]
pub struct Settings {
    /// `sqlite:path` or `postgres://...`.
    pub database_url: String,
    /// The address at which providers reach this installation, without a slash at the end.
    pub public_url: String,
    /// The installation's key: what the database holds in secret is sealed with it, and it is not in the database.
    pub secret_key: [u8; 32],
    /// A session ends so long after the password was typed.
    pub session_absolute: Duration,
    /// Who this process is among the servers of one database; another one at each start.
    pub instance: String,
    /// PostgreSQL gives up a statement that takes longer; none for work that takes the time it takes.
    pub longest_statement: Option<Duration>,
    /// Clock, ids, chance.
    pub surroundings: Arc<dyn Surroundings>,
}

impl Settings {
    /// Sessions of seven days at most, and the world as it is.
    pub fn new(database_url: impl Into<String>, secret_key: [u8; 32]) -> Self {
        Self {
            database_url: database_url.into(),
            public_url: String::new(),
            secret_key,
            session_absolute: Duration::from_secs(7 * 24 * 3600),
            instance: "the only one".to_owned(),
            longest_statement: None,
            surroundings: Arc::new(Real),
        }
    }
}

/// Shows neither the key nor the database's password.
impl std::fmt::Debug for Settings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Settings").field("session_absolute", &self.session_absolute).finish_non_exhaustive()
    }
}

/// Why the backend could not be opened.
#[derive(Debug, thiserror::Error)]
#[error("the database cannot be used: {0}")]
pub struct OpenError(#[source] pub(crate) Fault);

/// The open backend.
#[derive(Clone)]
pub struct Backend(Arc<Inner>);

struct Inner {
    db: Db,
    hub: Hub,
    settings: Settings,
    /// What roles may do to records, as it was last read.
    rights: RwLock<Rights>,
    /// Which whole numbers were typed by members who are shown none.
    typed: Typed,
    /// Each password check takes 19 MiB and a processor: no more at once than there are processors.
    hashing: Semaphore,
    /// Made when the first provider is asked.
    client: OnceLock<reqwest::Client>,
    /// Made when the first recording is fetched.
    recordings: OnceLock<recordings::Clients>,
}

impl Backend {
    /// Opens the database, brings its tables up to date, and stands ready.
    ///
    /// # Errors
    /// When the address is not understood, the database does not answer, or its tables are not ours.
    pub async fn open(settings: Settings) -> Result<Self, OpenError> {
        let db = Db::open(&settings.database_url, settings.longest_statement).await.map_err(OpenError)?;
        let hub = Hub::of(&db);
        let processors = std::thread::available_parallelism().map_or(2, usize::from);
        let backend = Self(Arc::new(Inner {
            db,
            hub,
            settings,
            rights: RwLock::default(),
            typed: Typed::default(),
            hashing: Semaphore::new(processors),
            client: OnceLock::new(),
            recordings: OnceLock::new(),
        }));
        companies::settle(&backend).await.map_err(OpenError)?;
        deals::settle(&backend).await.map_err(OpenError)?;
        let changes = backend.changes();
        backend.read_rights().await.map_err(OpenError)?;
        tokio::spawn(follow_rights(Arc::downgrade(&backend.0), changes));
        Ok(backend)
    }

    /// Whether the database answers.
    ///
    /// # Errors
    /// [`Problem::Unavailable`] when not.
    pub async fn ping(&self) -> Result<(), Problem> {
        Ok(db::ping(self.read().await?.on()).await?)
    }

    /// Asks the database to prepare every statement of this program; tells how many there are.
    ///
    /// # Errors
    /// The first statement's that does not fit the tables.
    pub async fn verify(&self) -> Result<usize, OpenError> {
        self.0.db.verify().await.map_err(OpenError)
    }

    /// Whether there is but one server by nature: SQLite's file has one process.
    pub(crate) fn is_alone(&self) -> bool {
        self.0.db.is_alone()
    }

    /// Who this process is among the servers of one database.
    pub(crate) fn instance(&self) -> &str {
        &self.0.settings.instance
    }

    /// How many connections to the database are open, and how many of them wait for work.
    pub fn connections(&self) -> (u32, usize) {
        self.0.db.connections()
    }

    /// Lets the database go.
    pub async fn close(&self) {
        self.0.db.close().await;
    }

    /// The time, by this installation's clock.
    pub fn now(&self) -> Millis {
        self.0.settings.surroundings.now()
    }

    /// A session ends so long after the password was typed.
    pub fn session_absolute(&self) -> Duration {
        self.0.settings.session_absolute
    }

    /// Every change from now on, of every server. A listener that falls far behind has missed some.
    pub fn changes(&self) -> broadcast::Receiver<Change> {
        self.0.hub.listen()
    }

    /// What roles may do to records.
    pub(crate) fn rights(&self) -> Rights {
        *self.0.rights.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// From now on they may do this.
    pub(crate) fn know(&self, rights: Rights) {
        *self.0.rights.write().unwrap_or_else(PoisonError::into_inner) = rights;
    }

    async fn read_rights(&self) -> Answer<()> {
        let rights = db::rights::read(self.read().await?.on()).await?;
        self.know(rights);
        Ok(())
    }

    /// The address at which providers reach this installation.
    pub(crate) fn public_url(&self) -> &str {
        &self.0.settings.public_url
    }

    pub(crate) async fn read(&self) -> Answer<Read> {
        self.0.db.read().await
    }

    pub(crate) async fn write(&self) -> Answer<Tx> {
        self.0.db.write(&self.0.hub).await
    }

    pub(crate) fn new_id(&self) -> String {
        self.0.settings.surroundings.new_id()
    }

    pub(crate) fn random<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.0.settings.surroundings.random(&mut bytes);
        bytes
    }

    pub(crate) fn secret_key(&self) -> &[u8; 32] {
        &self.0.settings.secret_key
    }

    /// For calls to telephone providers.
    pub(crate) fn client(&self) -> Result<&reqwest::Client, Problem> {
        if let Some(client) = self.0.client.get() {
            return Ok(client);
        }
        let client = threec::client().map_err(|error| {
            tracing::error!(%error, "no client for the telephone provider");
            Problem::Unavailable
        })?;
        Ok(self.0.client.get_or_init(|| client))
    }

    /// For fetching recordings.
    pub(crate) fn recording_clients(&self) -> Result<&recordings::Clients, Problem> {
        if let Some(clients) = self.0.recordings.get() {
            return Ok(clients);
        }
        let clients = recordings::Clients::new().map_err(|error| {
            tracing::error!(%error, "no client for recordings");
            Problem::Unavailable
        })?;
        Ok(self.0.recordings.get_or_init(|| clients))
    }

    /// Which whole numbers were typed by members who are shown none.
    pub(crate) fn typed(&self) -> &Typed {
        &self.0.typed
    }

    pub(crate) fn hashing(&self) -> &Semaphore {
        &self.0.hashing
    }
}

/// Reads the rights anew when another server changed them, and whenever that may have been missed, until the backend is
/// let go.
async fn follow_rights(of: Weak<Inner>, mut changes: broadcast::Receiver<Change>) {
    loop {
        match changes.recv().await {
            Ok(Change::Rights | Change::Everything) | Err(RecvError::Lagged(_)) => {}
            Ok(_) => continue,
            Err(RecvError::Closed) => return,
        }
        let Some(backend) = of.upgrade().map(Backend) else { return };
        if let Err(fault) = backend.read_rights().await {
            tracing::error!(%fault, "the rights cannot be read anew");
        }
    }
}

impl std::fmt::Debug for Backend {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Backend").field(&self.0.settings).finish()
    }
}

/// A fault is told to the log, once and here; the member only learns that it is not theirs.
impl From<Fault> for Problem {
    fn from(fault: Fault) -> Self {
        tracing::error!(%fault, "the database failed");
        Self::Unavailable
    }
}

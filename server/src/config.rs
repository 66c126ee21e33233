//! Configuration: from the environment and an optional file, read once, checked before anything starts.

mod key;
mod limits;
#[cfg(test)]
mod packaged;

use domain::contact::Patience;
use domain::times::MINUTE;
use std::collections::BTreeMap;
use std::fmt;
use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;
use std::str::FromStr;
use std::time::Duration;

pub use limits::Limits;

use key::DEVELOPMENT_KEY;

/// Every setting's name in the configuration file; in the environment it is `ALO_` and the same in capitals.
const NAMES: [&str; 24] = [
    "mode",
    "addr",
    "database_url",
    "secret_key",
    "secret_key_file",
    "public_url",
    "trust_proxy",
    "session_idle_hours",
    "session_days",
    "lost_call_minutes",
    "sandbox",
    "sandbox_media_address",
    "sandbox_media_port",
    "sandbox_seats",
    "demo",
    "site",
    "log",
    "log_format",
    "metrics_addr",
    "drain_seconds",
    "limit_connections",
    "limit_pages",
    "limit_heavy",
    "limit_per_member",
];

/// How strict the installation is with itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// On a developer's machine.
    Development,
    /// With real customers: no sandbox, no default secret, no demo accounts.
    Production,
}

/// The pretend telephone company's place on the network.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SandboxConfig {
    /// Where its media are sent from.
    pub media_address: IpAddr,
    /// Its one UDP port; 0 for any.
    pub media_port: u16,
    /// Seats beside those of the demonstration, from 6001 on.
    pub seats: u16,
}

/// The whole configuration, checked.
#[derive(Clone)]
pub struct Config {
    /// Development or production.
    pub mode: Mode,
    /// Where the server listens.
    pub addr: SocketAddr,
    /// `sqlite://path` or `postgres://...`.
    pub database_url: String,
    /// Encrypts providers' keys at rest.
    pub secret_key: [u8; 32],
    /// The address people type, without a final slash.
    pub public_url: String,
    /// Whether a reverse proxy's forwarded headers are believed.
    pub trust_proxy: bool,
    /// A session ends after so long without use.
    pub session_idle: Duration,
    /// A session ends so long after sign-in.
    pub session_absolute: Duration,
    /// A call in conversation whose page is gone is taken for over after so many minutes. Where the provider's own
    /// history is asked, it should be given the time to say better.
    pub lost_call_minutes: i64,
    /// The pretend telephone company, when switched on.
    pub sandbox: Option<SandboxConfig>,
    /// Whether demo data and accounts are made.
    pub demo: bool,
    /// The folder of the built web files.
    pub site: PathBuf,
    /// What is logged, as `tracing-subscriber` reads it.
    pub log: String,
    /// Whether each line of the log is an object of JSON.
    pub log_json: bool,
    /// Where Prometheus asks for figures, if anywhere.
    pub metrics_addr: Option<SocketAddr>,
    /// Asked to stop, the server says so long that it is not ready, so that a balancer sends nobody any more.
    pub drain: Duration,
    /// How much is taken on at once.
    pub limits: Limits,
}

/// What is wrong with the configuration, by the name its reader knows.
#[derive(Debug, PartialEq, Eq)]
pub enum ConfigError {
    /// A value that cannot be read.
    Wrong {
        /// The setting.
        name: String,
        /// What was given; not shown for secrets.
        value: String,
        /// What would be right.
        expected: &'static str,
    },
    /// A name that no setting has.
    Unknown {
        /// The name.
        name: String,
    },
    /// The file cannot be read.
    File {
        /// Which.
        path: String,
        /// Why.
        why: String,
    },
    /// Something that production refuses.
    Unsafe {
        /// What.
        what: &'static str,
    },
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Wrong { name, value, expected } => {
                write!(f, "ALO_{} is {value:?}: expected {expected}", name.to_uppercase())
            }
            Self::Unknown { name } => write!(f, "{name:?} is no setting; they are {}", NAMES.join(", ")),
            Self::File { path, why } => write!(f, "the file {path} cannot be read: {why}"),
            Self::Unsafe { what } => write!(f, "production mode refuses to start: {what}"),
        }
    }
}

impl std::error::Error for ConfigError {}

/// Settings as text, by name.
pub type Values = BTreeMap<String, String>;

impl Config {
    /// Reads the file named by `ALO_CONFIG`, if any, and the environment over it.
    ///
    /// # Errors
    /// The first setting that is wrong, by name.
    pub fn read() -> Result<Self, ConfigError> {
        let mut values = match std::env::var("ALO_CONFIG") {
            Ok(path) => file(&path)?,
            Err(_) => Values::new(),
        };
        for name in NAMES {
            if let Ok(value) = std::env::var(format!("ALO_{}", name.to_uppercase())) {
                values.insert(name.to_owned(), value);
            }
        }
        Self::from_values(&values)
    }

    /// Checks settings given as text.
    ///
    /// # Errors
    /// The first setting that is wrong, by name.
    pub fn from_values(values: &Values) -> Result<Self, ConfigError> {
        if let Some(name) = values.keys().find(|name| !NAMES.contains(&name.as_str())) {
            return Err(ConfigError::Unknown { name: name.clone() });
        }
        let addr = parsed(values, "addr", "127.0.0.1:3000", "an address and port such as 0.0.0.0:3000")?;
        let config = Self {
            mode: mode(values)?,
            addr,
            database_url: database_url(values)?,
            secret_key: key::secret_key(values)?,
            public_url: public_url(values, addr)?,
            trust_proxy: switch(values, "trust_proxy")?,
            session_idle: hours(values, "session_idle_hours", "12", 1)?,
            session_absolute: hours(values, "session_days", "7", 24)?,
            lost_call_minutes: minutes(values, "lost_call_minutes", "5")?,
            sandbox: sandbox(values)?,
            demo: switch(values, "demo")?,
            site: text(values, "site", "target/site").into(),
            log: text(values, "log", "info").into(),
            log_json: log_format(values)?,
            metrics_addr: metrics_addr(values)?,
            drain: Duration::from_secs(parsed(values, "drain_seconds", "0", "a whole number of seconds")?),
            limits: limits::read(values)?,
        };
        config.refuse_unsafe()?;
        Ok(config)
    }

    /// Whether cookies may only travel over TLS: everywhere but on this very machine.
    pub fn secure_cookies(&self) -> bool {
        self.public_url.starts_with("https://")
    }

    /// How long calls whose page is gone are waited for.
    pub(crate) fn patience(&self) -> Patience {
        let answered = self.lost_call_minutes * MINUTE;
        Patience { answered, unanswered: Patience::default().unanswered.min(answered) }
    }

    fn refuse_unsafe(&self) -> Result<(), ConfigError> {
        let refused = [
            (self.sandbox.is_some(), "the sandbox is on (ALO_SANDBOX)"),
            (self.demo, "demo data is on (ALO_DEMO)"),
            (
                self.secret_key == DEVELOPMENT_KEY,
                "ALO_SECRET_KEY (or ALO_SECRET_KEY_FILE) is not set, or is the development key",
            ),
            (!self.secure_cookies(), "ALO_PUBLIC_URL does not start with https://"),
        ];
        match refused.into_iter().find(|(unsafe_here, _)| *unsafe_here) {
            Some((_, what)) if self.mode == Mode::Production => Err(ConfigError::Unsafe { what }),
            _ => Ok(()),
        }
    }
}

fn file(path: &str) -> Result<Values, ConfigError> {
    let failed = |why: String| ConfigError::File { path: path.to_owned(), why };
    let content = std::fs::read_to_string(path).map_err(|e| failed(e.to_string()))?;
    let table: toml::Table = content.parse().map_err(|e: toml::de::Error| failed(e.message().to_owned()))?;
    Ok(table
        .into_iter()
        .map(|(name, value)| match value {
            toml::Value::String(text) => (name, text),
            other => (name, other.to_string()),
        })
        .collect())
}

fn text<'v>(values: &'v Values, name: &str, default: &'v str) -> &'v str {
    values.get(name).map(|v| v.trim()).filter(|v| !v.is_empty()).unwrap_or(default)
}

fn wrong(name: &str, value: &str, expected: &'static str) -> ConfigError {
    ConfigError::Wrong { name: name.to_owned(), value: value.to_owned(), expected }
}

fn parsed<T: FromStr>(values: &Values, name: &str, default: &str, expected: &'static str) -> Result<T, ConfigError> {
    let given = text(values, name, default);
    given.parse().map_err(|_| wrong(name, given, expected))
}

fn switch(values: &Values, name: &str) -> Result<bool, ConfigError> {
    match text(values, name, "off").to_lowercase().as_str() {
        "on" | "true" | "1" => Ok(true),
        "off" | "false" | "0" => Ok(false),
        other => Err(wrong(name, other, "on or off")),
    }
}

fn log_format(values: &Values) -> Result<bool, ConfigError> {
    match text(values, "log_format", "text") {
        "text" => Ok(false),
        "json" => Ok(true),
        other => Err(wrong("log_format", other, "text or json")),
    }
}

fn metrics_addr(values: &Values) -> Result<Option<SocketAddr>, ConfigError> {
    match text(values, "metrics_addr", "off") {
        "off" => Ok(None),
        given => {
            let addr =
                given.parse().map_err(|_| wrong("metrics_addr", given, "off, or an address such as 127.0.0.1:9464"))?;
            Ok(Some(addr))
        }
    }
}

fn mode(values: &Values) -> Result<Mode, ConfigError> {
    match text(values, "mode", "development") {
        "development" => Ok(Mode::Development),
        "production" => Ok(Mode::Production),
        other => Err(wrong("mode", other, "development or production")),
    }
}

fn database_url(values: &Values) -> Result<String, ConfigError> {
    let url = text(values, "database_url", "sqlite://data/alo.db");
    let known = ["sqlite:", "postgres://", "postgresql://"].iter().any(|scheme| url.starts_with(scheme));
    // The address may hold a password: only its beginning is told.
    let beginning = url.split(':').next().unwrap_or_default();
    known.then(|| url.to_owned()).ok_or_else(|| wrong("database_url", beginning, "sqlite://... or postgres://..."))
}

fn public_url(values: &Values, addr: SocketAddr) -> Result<String, ConfigError> {
    let default = format!("http://localhost:{}", addr.port());
    let url = text(values, "public_url", &default).trim_end_matches('/').to_owned();
    let on_this_machine =
        ["http://localhost", "http://127.0.0.1", "http://[::1]"].iter().any(|start| url.starts_with(start));
    if url.starts_with("https://") || on_this_machine {
        return Ok(url);
    }
    Err(wrong("public_url", &url, "https://... (http:// only for localhost: browsers give no microphone elsewhere)"))
}

fn hours(values: &Values, name: &str, default: &str, each: u64) -> Result<Duration, ConfigError> {
    let count: u64 = parsed(values, name, default, "a whole number from 1 to 1000")?;
    if !(1..=1000).contains(&count) {
        return Err(wrong(name, &count.to_string(), "a whole number from 1 to 1000"));
    }
    Ok(Duration::from_secs(count * each * 3600))
}

fn minutes(values: &Values, name: &str, default: &str) -> Result<i64, ConfigError> {
    let count: i64 = parsed(values, name, default, "a whole number from 1 to 1440")?;
    if (1..=1440).contains(&count) {
        return Ok(count);
    }
    Err(wrong(name, &count.to_string(), "a whole number from 1 to 1440"))
}

fn sandbox(values: &Values) -> Result<Option<SandboxConfig>, ConfigError> {
    let config = SandboxConfig {
        media_address: parsed(values, "sandbox_media_address", "127.0.0.1", "an IP address")?,
        media_port: parsed(values, "sandbox_media_port", "0", "a port from 0 to 65535")?,
        seats: parsed(values, "sandbox_seats", "0", "a number up to 9999")?,
    };
    Ok(switch(values, "sandbox")?.then_some(config))
}

#[cfg(test)]
mod tests;

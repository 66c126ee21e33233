//! Fetching a recording from the provider: guarded, part by part, with limits.

use super::copies::Reader;
use super::guard::{PublicOnly, Trust, trust};
use bytes::Bytes;
use reqwest::redirect::Policy;
use reqwest::{Client, ClientBuilder, Response, StatusCode, Url, header};
use std::ops::Range;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::Instant;

/// The provider connects, and goes on talking, within this time.
const PATIENCE: Duration = Duration::from_secs(20);
/// No recording is fetched for longer.
const LONGEST: Duration = Duration::from_secs(15 * 60);
/// No recording is longer, in bytes.
const MOST: u64 = 256 * 1024 * 1024;
/// Redirections that are followed, each of them guarded.
const REDIRECTIONS: usize = 3;

/// Why a recording cannot be fetched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lost {
    /// The address has run out: another may have taken its place.
    Gone,
    /// The address leads where nobody should go, or to something that is not a sound.
    Unfit,
    /// The provider does not answer.
    Unreachable,
}

/// The two ways of fetching.
pub(crate) struct Clients {
    configured: Client,
    public: Client,
}

impl Clients {
    /// Neither follows a redirection by itself.
    pub(crate) fn new() -> Result<Self, reqwest::Error> {
        // Whoever starts the process may have chosen already; twice is no harm.
        let _chosen = rustls::crypto::ring::default_provider().install_default();
        // A proxy would look names up itself, past the guard.
        let public = builder().https_only(true).no_proxy().dns_resolver(Arc::new(PublicOnly));
        Ok(Self { configured: builder().build()?, public: public.build()? })
    }
}

fn builder() -> ClientBuilder {
    Client::builder().redirect(Policy::none()).connect_timeout(PATIENCE).read_timeout(PATIENCE)
}

/// What is asked for.
pub(super) struct Wanted<'a> {
    pub(super) address: &'a str,
    pub(super) configured: &'a str,
    /// What the configured service is asked with: the name of a header, and what it says.
    pub(super) header: &'a (&'static str, String),
    pub(super) from: Option<Asked>,
}

/// A part of a sound, in bytes; the last one is included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Asked {
    from: u64,
    to: Option<u64>,
}

impl Asked {
    /// Reads `bytes=5-` and `bytes=5-9`; anything else asks for the whole.
    pub(super) fn read(header: &str) -> Option<Self> {
        let (from, to) = header.strip_prefix("bytes=")?.split_once('-')?;
        let (from, to) = (from.parse().ok()?, if to.is_empty() { None } else { Some(to.parse().ok()?) });
        to.is_none_or(|to| to >= from).then_some(Self { from, to })
    }

    /// Of a sound of so many bytes; `None` behind its end.
    pub(super) fn within(self, size: u64) -> Option<Range<u64>> {
        let end = self.to.map_or(size, |to| size.min(to.saturating_add(1)));
        (self.from < end).then_some(self.from..end)
    }

    fn header(self) -> String {
        format!("bytes={}-{}", self.from, self.to.map(|to| to.to_string()).unwrap_or_default())
    }
}

/// A sound on its way.
pub struct Sound {
    /// What kind of sound.
    pub content_type: &'static str,
    /// Bytes that come.
    pub length: Option<u64>,
    /// Which part of the whole, as `Content-Range` says it; `None` for the whole.
    pub range: Option<String>,
    source: Source,
}

/// Where a sound comes from.
enum Source {
    /// The provider.
    Provider(Provided),
    /// Our own copy.
    Copy(Reader),
}

/// A sound that the provider sends.
struct Provided {
    answer: Response,
    /// Of what the provider sends, what is passed on.
    passed: Range<u64>,
    read: u64,
    until: Instant,
}

/// Shows no address.
impl std::fmt::Debug for Sound {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Sound")
            .field("content_type", &self.content_type)
            .field("range", &self.range)
            .finish_non_exhaustive()
    }
}

impl Sound {
    /// The next piece; `None` at the end, and when it is too long or takes too long.
    pub async fn next(&mut self) -> Option<std::io::Result<Bytes>> {
        match &mut self.source {
            Source::Provider(provided) => provided.next().await,
            Source::Copy(reader) => reader.next().await,
        }
    }

    /// A sound of which we have a copy.
    pub(super) fn copy(content_type: &str, length: u64, range: Option<String>, reader: Reader) -> Option<Self> {
        Some(Self { content_type: kind(content_type, "")?, length: Some(length), range, source: Source::Copy(reader) })
    }
}

impl Provided {
    async fn next(&mut self) -> Option<std::io::Result<Bytes>> {
        while self.read < self.passed.end {
            let piece = match tokio::time::timeout_at(self.until, self.answer.chunk()).await {
                Ok(Ok(piece)) => piece?,
                // Without the address.
                Ok(Err(error)) => return Some(Err(std::io::Error::other(error.without_url()))),
                Err(_) => return Some(Err(std::io::ErrorKind::TimedOut.into())),
            };
            let begins = self.read;
            self.read += piece.len() as u64;
            let within = |at: u64| usize::try_from(at.clamp(begins, self.read) - begins).unwrap_or(piece.len());
            let wanted = piece.slice(within(self.passed.start)..within(self.passed.end));
            if !wanted.is_empty() {
                return Some(Ok(wanted));
            }
        }
        None
    }
}

/// Asks for a sound, following redirections that may be followed.
pub(super) async fn open(clients: &Clients, wanted: &Wanted<'_>) -> Result<Sound, Lost> {
    let configured = Url::parse(wanted.configured).map_err(|_| Lost::Unfit)?;
    let mut address = absolute(wanted.address, &configured)?;
    for _ in 0..=REDIRECTIONS {
        let answer = ask(clients, wanted, &address, &configured).await?;
        if !answer.status().is_redirection() {
            return sound(answer, &address, wanted.from);
        }
        let to = answer.headers().get(header::LOCATION).and_then(|value| value.to_str().ok()).ok_or(Lost::Unfit)?;
        address = address.join(to).map_err(|_| Lost::Unfit)?;
    }
    Err(Lost::Unfit)
}

/// A path is one at the service.
fn absolute(address: &str, configured: &Url) -> Result<Url, Lost> {
    match Url::parse(address) {
        Ok(whole) => Ok(whole),
        Err(_) => configured.join(address).map_err(|_| Lost::Unfit),
    }
}

async fn ask(clients: &Clients, wanted: &Wanted<'_>, address: &Url, configured: &Url) -> Result<Response, Lost> {
    let request = match trust(address, configured) {
        Ok(Trust::Configured) => clients.configured.get(address.clone()).header(wanted.header.0, &wanted.header.1),
        Ok(Trust::Public) => clients.public.get(address.clone()),
        Err(_) => {
            tracing::warn!(host = address.host_str().unwrap_or_default(), "a recording leads where nobody should go");
            return Err(Lost::Unfit);
        }
    };
    let request = request.header(header::ACCEPT_ENCODING, "identity");
    let request = match wanted.from {
        Some(part) => request.header(header::RANGE, part.header()),
        None => request,
    };
    request.send().await.map_err(|error| {
        tracing::info!(error = %error.without_url(), "a recording cannot be fetched");
        Lost::Unreachable
    })
}

fn sound(answer: Response, address: &Url, from: Option<Asked>) -> Result<Sound, Lost> {
    match answer.status() {
        StatusCode::OK | StatusCode::PARTIAL_CONTENT => {}
        StatusCode::NOT_FOUND | StatusCode::GONE | StatusCode::FORBIDDEN | StatusCode::UNAUTHORIZED => {
            return Err(Lost::Gone);
        }
        status if status.is_server_error() => return Err(Lost::Unreachable),
        _ => return Err(Lost::Unfit),
    }
    let text = |name| answer.headers().get(name).and_then(|value| value.to_str().ok());
    let content_type = kind(text(header::CONTENT_TYPE).unwrap_or_default(), address.path()).ok_or(Lost::Unfit)?;
    let length = text(header::CONTENT_LENGTH).and_then(|length| length.parse().ok());
    let told =
        text(header::CONTENT_RANGE).filter(|_| answer.status() == StatusCode::PARTIAL_CONTENT).map(str::to_owned);
    if length.is_some_and(|length: u64| length > MOST) {
        return Err(Lost::Unfit);
    }
    let (range, passed) = match (told, from, length) {
        (Some(range), ..) => (Some(range), 0..length.unwrap_or(MOST)),
        // A service that knows no parts sends all: the part is cut out here.
        (None, Some(part), Some(length)) if part.from < length => {
            let end = part.to.map_or(length, |to| length.min(to.saturating_add(1)));
            (Some(format!("bytes {}-{}/{length}", part.from, end - 1)), part.from..end)
        }
        _ => (None, 0..length.unwrap_or(MOST)),
    };
    let length = length.map(|_| passed.end - passed.start);
    let provided = Provided { answer, passed, read: 0, until: Instant::now() + LONGEST };
    Ok(Sound { content_type, length, range, source: Source::Provider(provided) })
}

/// Which sound it is; `None` for anything that is none, whatever it calls itself.
fn kind(told: &str, path: &str) -> Option<&'static str> {
    let told = told.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let path = path.to_ascii_lowercase();
    Some(match told.as_str() {
        "audio/mpeg" | "audio/mp3" | "audio/x-mp3" => "audio/mpeg",
        "audio/wav" | "audio/x-wav" | "audio/wave" | "audio/vnd.wave" => "audio/wav",
        "audio/ogg" | "audio/opus" | "application/ogg" => "audio/ogg",
        "audio/mp4" | "audio/m4a" | "audio/x-m4a" | "audio/aac" => "audio/mp4",
        "audio/webm" => "audio/webm",
        "" | "application/octet-stream" | "binary/octet-stream" if path.ends_with(".mp3") => "audio/mpeg",
        "" | "application/octet-stream" | "binary/octet-stream" if path.ends_with(".wav") => "audio/wav",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{Asked, kind};

    #[test]
    fn only_sounds_are_passed_on() {
        assert_eq!(kind("audio/x-wav; charset=binary", "/r/1"), Some("audio/wav"));
        assert_eq!(kind("application/octet-stream", "/r/1.MP3"), Some("audio/mpeg"));
        for (told, path) in [("text/html", "/r/1.mp3"), ("image/svg+xml", "/r"), ("audio/unheard-of", "/r"), ("", "/r")]
        {
            assert_eq!(kind(told, path), None, "{told}");
        }
    }

    #[test]
    fn one_part_can_be_asked_for() {
        assert_eq!(Asked::read("bytes=5-9"), Some(Asked { from: 5, to: Some(9) }));
        assert_eq!(Asked::read("bytes=5-").map(Asked::header), Some("bytes=5-".to_owned()));
        for odd in ["", "bytes=-5", "bytes=9-5", "bytes=1-2,5-6", "lines=1-2", "bytes=a-"] {
            assert_eq!(Asked::read(odd), None, "{odd}");
        }
    }
}

//! The log: what happened, with the request it belongs to, and never somebody's number.

use crate::config::Config;
use anyhow::Context;
use axum::extract::Request;
use axum::response::Response;
use std::borrow::Cow;
use std::io::{self, Write};
use std::time::Duration;
use tower_http::request_id::RequestId;
use tracing::Span;
use tracing_subscriber::EnvFilter;

/// A request that takes longer is worth a line.
const SLOW: Duration = Duration::from_secs(2);
/// The fewest digits that may be somebody's number, and the most.
const DIGITS: std::ops::RangeInclusive<usize> = 9..=15;

/// Begins to write to standard error, as text or as one object of JSON a line.
///
/// # Errors
/// `ALO_LOG` cannot be read.
pub fn begin(config: &Config) -> anyhow::Result<()> {
    let filter = EnvFilter::try_new(format!("{},{}", sandbox::LOG_FILTER, config.log)).context("ALO_LOG")?;
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(|| Discreet(io::stderr()));
    if config.log_json {
        log.json().flatten_event(true).with_current_span(true).with_span_list(false).init();
    } else {
        log.init();
    }
    Ok(())
}

/// Requests have ids of our own: what a stranger calls theirs does not go into the log.
pub(crate) async fn own_id(mut request: Request) -> Request {
    request.headers_mut().remove("x-request-id");
    request
}

/// What every line of a request says: which request it is. Its address without the query, which may hold a number.
pub(crate) fn of_request(request: &Request) -> Span {
    let id = request.extensions().get::<RequestId>().and_then(|id| id.header_value().to_str().ok()).unwrap_or_default();
    tracing::info_span!("request", id, method = %request.method(), path = request.uri().path())
}

/// Marks an answer that refuses on purpose: nothing failed, however its status reads.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Meant;

/// What is worth a line: what failed, and what took long.
pub(crate) fn of_answer(answer: &Response, took: Duration, _: &Span) {
    let (status, ms) = (answer.status().as_u16(), took.as_millis());
    if answer.status().is_server_error() && answer.extensions().get::<Meant>().is_none() {
        tracing::warn!(status, ms, "a request failed");
    } else {
        of_success(status, ms, took >= SLOW);
    }
}

fn of_success(status: u16, ms: u128, is_slow: bool) {
    if is_slow {
        tracing::info!(status, ms, "a request took long");
    } else {
        tracing::debug!(status, ms, "answered");
    }
}

/// Writes lines on with every number in them masked, wherever it came from: a library's error may hold one, too.
struct Discreet<W>(W);

impl<W: Write> Write for Discreet<W> {
    /// The log hands over a whole line at a time.
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        match std::str::from_utf8(line) {
            Ok(text) => self.0.write_all(masked(text).as_bytes())?,
            Err(_) => self.0.write_all(line)?,
        }
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// The text with everything in it that may be a telephone number cut to its beginning and its end.
fn masked(text: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let mut rest = text;
    let mut before = ' ';
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let last = rest[..start].chars().next_back().unwrap_or(before);
        let run = rest[start..].find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len() - start);
        let (digits, end) = (&rest[start..start + run], start + run);
        out.push_str(&rest[..start]);
        match DIGITS.contains(&run) && is_a_number(last, digits, rest[end..].chars().next()) {
            true => out.extend([&digits[..3], "…", &digits[run - 2..]]),
            false => out.push_str(digits),
        }
        before = digits.chars().next_back().unwrap_or(before);
        rest = &rest[end..];
    }
    if out.is_empty() {
        return Cow::Borrowed(text);
    }
    Cow::Owned(out + rest)
}

/// Numbers begin with a plus, a zero, or Vietnam's code; fractions of a second and parts of ids do not count.
fn is_a_number(before: char, digits: &str, after: Option<char>) -> bool {
    let part_of_a_word = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
    let stands_alone = !part_of_a_word(before) && before != '.' && !after.is_some_and(part_of_a_word);
    before == '+' || (stands_alone && (digits.starts_with('0') || digits.starts_with("84")))
}

#[cfg(test)]
mod tests {
    use super::{Discreet, masked};
    use std::io::Write;

    #[test]
    fn numbers_are_masked_however_they_came() {
        for (whole, seen) in [
            ("number=0901234567", "number=090…67"),
            ("Key (e164)=(+84901234567) already exists", "Key (e164)=(+849…67) already exists"),
            ("to=84901234567, from=842471000001", "to=849…67, from=842…01"),
            ("\"0901234567\" and \"0912345678\"", "\"090…67\" and \"091…78\""),
        ] {
            assert_eq!(masked(whole), seen);
        }
    }

    #[test]
    fn what_is_no_number_stays() {
        for text in [
            "2026-11-20T09:00:00.000123Z took=12345ms",
            "at=1795140000000",
            "id=01930000-0000-7000-8000-000000000001",
            "019300000000700080000000",
            "0.012345678s",
            "đã xong",
            "",
        ] {
            assert_eq!(masked(text), text);
        }
    }

    #[test]
    fn a_line_is_written_masked_and_whole() {
        let mut log = Discreet(Vec::new());
        log.write_all("gọi 0901234567\n".as_bytes()).expect("memory takes everything");
        assert_eq!(String::from_utf8(log.0).expect("text"), "gọi 090…67\n");
    }
}

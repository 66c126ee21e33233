//! 3C's call history, where the account has it.

use super::{body, unreachable};
use domain::calls::{HistoryPage, Window};
use domain::telephone::TelephoneProblem;
use domain::threec::{HISTORY_PAGE, history_page};
use domain::times::{SECOND, local_naive};
use reqwest::{Client, Response, header};
use std::time::Duration;

/// A page of five hundred calls takes longer than a log-in.
const PATIENCE: Duration = Duration::from_secs(30);
/// No page is longer, in bytes.
const PAGE_MAX: usize = 8 * 1024 * 1024;

/// The history service as it is asked.
pub(crate) struct Archive {
    pub(crate) address: String,
    pub(crate) domain: String,
    pub(crate) key: String,
}

/// Why the history service does not tell.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Silent {
    pub(crate) problem: TelephoneProblem,
    /// How long the service wants to be left alone, in milliseconds.
    pub(crate) wait: Option<i64>,
}

impl From<TelephoneProblem> for Silent {
    fn from(problem: TelephoneProblem) -> Self {
        Self { problem, wait: None }
    }
}

impl Archive {
    /// A page, from 1, of the calls that began in a window.
    pub(crate) async fn page(&self, client: &Client, window: Window, page: usize) -> Result<HistoryPage, Silent> {
        let (since, to) = (local_naive(window.from), local_naive(window.to));
        let (page, count) = (page.to_string(), HISTORY_PAGE.to_string());
        let asked = [("start_time_since", since), ("start_time_to", to), ("page", page), ("count", count)];
        self.ask(client, &asked).await
    }

    /// What the history says of one call.
    pub(crate) async fn call(&self, client: &Client, provider_id: &str) -> Result<HistoryPage, Silent> {
        self.ask(client, &[("call_id", provider_id.to_owned()), ("page", "1".to_owned())]).await
    }

    async fn ask(&self, client: &Client, asked: &[(&str, String)]) -> Result<HistoryPage, Silent> {
        let address = format!("{}/{}/api/v1/calls", self.address.trim_end_matches('/'), self.domain);
        let request = client.get(address).query(asked).bearer_auth(&self.key).timeout(PATIENCE);
        let answer = request.send().await.map_err(unreachable)?;
        let (status, wait) = (answer.status().as_u16(), told_to_wait(&answer));
        let text = body(answer, PAGE_MAX).await?;
        history_page(status, &text).map_err(|problem| Silent { problem, wait })
    }
}

/// `Retry-After` in seconds; a date is not read.
fn told_to_wait(answer: &Response) -> Option<i64> {
    let seconds: i64 = answer.headers().get(header::RETRY_AFTER)?.to_str().ok()?.trim().parse().ok()?;
    Some(seconds.max(0).saturating_mul(SECOND))
}

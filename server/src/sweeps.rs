//! What is done again and again without anybody asking: by one server for all of them, but for imports and the
//! publishing of a contact centre, of which each part is taken by whoever comes first.

use backend::Backend;
use backend::line::Swept;
use backend::turns::Turn;
use domain::contact::Patience;
use domain::voice::LOST_AFTER;
use std::time::Duration;
use tokio::time::{MissedTickBehavior, interval, sleep};
use tokio_util::sync::CancellationToken;

/// How often it is asked which tabs have fallen silent.
const SILENCE_EVERY: Duration = Duration::from_secs(3);
/// How often it is looked whether the history is due.
const HISTORY_EVERY: Duration = Duration::from_secs(3);
/// How often it is looked whether a version of the contact centre is to be published.
const PUBLISHING_EVERY: Duration = Duration::from_secs(1);
/// How often it is looked whether the contact centre is to be read again.
const CENTRE_EVERY: Duration = Duration::from_secs(10);
/// How often the provider is asked about telephones.
const TELEPHONES_EVERY: Duration = Duration::from_secs(15);
/// How often it is looked whether an import is to go on.
const IMPORTS_EVERY: Duration = Duration::from_millis(300);
/// How often saved customers are compared with others: few at a time, so that nobody waits for it.
const DUPLICATES_EVERY: Duration = Duration::from_secs(1);
/// How often it is looked for what is old: also how soon another server does so, when the one whose turn it was is gone.
const OLD_EVERY: Duration = Duration::from_secs(600);

/// Begins all of it; what is under way when the process is asked to stop is finished, and nothing new begun.
pub(crate) fn begin(backend: &Backend, patience: Patience, stopping: &CancellationToken) {
    let often = |pause, turn| Often { pause, turn, backend: backend.clone(), stopping: stopping.clone() };
    tokio::spawn(often(DUPLICATES_EVERY, Some("duplicates")).does(|b| async move {
        let _done = backend::duplicates::sweep(&b).await;
    }));
    tokio::spawn(often(HISTORY_EVERY, Some("history")).does(|b| async move {
        let _done = backend::history::poll(&b).await;
        let _done = backend::recordings::poll(&b).await;
    }));
    tokio::spawn(often(TELEPHONES_EVERY, Some("telephones")).does(|b| async move {
        let _done = backend::stringee::watch(&b).await;
    }));
    tokio::spawn(often(CENTRE_EVERY, Some("centre")).does(|b| async move {
        let _done = backend::centre::sweep(&b).await;
    }));
    tokio::spawn(often(IMPORTS_EVERY, None).does(|b| async move {
        let _done = backend::imports::work(&b).await;
    }));
    tokio::spawn(often(PUBLISHING_EVERY, None).does(|b| async move {
        let _done = backend::centre::carry_out(&b).await;
    }));
    tokio::spawn(often(OLD_EVERY, Some("old")).does(forget));
    let silence = often(SILENCE_EVERY, Some("silence"));
    tokio::spawn(async move {
        // While no server ran, no tab could be heard of: each has the time to be heard of again.
        sleep(Duration::from_millis(LOST_AFTER.unsigned_abs())).await;
        silence.does(|b| hear_silence(b, patience)).await;
    });
}

/// Something that is done again and again; what has the name of a turn, only while this server has it.
struct Often {
    pause: Duration,
    turn: Option<&'static str>,
    backend: Backend,
    stopping: CancellationToken,
}

impl Often {
    /// Until the process is asked to stop. The use cases have logged why something could not be done.
    async fn does<F: Future<Output = ()>>(self, work: impl Fn(Backend) -> F) {
        let every = i64::try_from(self.pause.as_millis()).unwrap_or(i64::MAX);
        let turn = self.turn.map(|name| Turn::of(name, every));
        let mut moments = interval(self.pause);
        moments.set_missed_tick_behavior(MissedTickBehavior::Delay);
        while self.stopping.run_until_cancelled(moments.tick()).await.is_some() {
            if is_ours(turn.as_ref(), &self.backend).await {
                work(self.backend.clone()).await;
            }
        }
    }
}

async fn is_ours(turn: Option<&Turn>, backend: &Backend) -> bool {
    let Some(turn) = turn else { return true };
    let ours = turn.is_ours(backend).await.unwrap_or(false);
    metrics::gauge!("alo_turns", "work" => turn.name()).set(if ours { 1.0 } else { 0.0 });
    ours
}

/// What is over, or kept for a while only.
async fn forget(backend: Backend) {
    if let Ok(removed @ 1..) = backend::sessions::delete_expired(&backend).await {
        tracing::info!(removed, "sessions that were over");
    }
    let _forgotten = backend::line::forget_contacts(&backend).await;
    let _forgotten = backend::stringee::forget_deliveries(&backend).await;
    let _forgotten = backend::routing::forget_decisions(&backend).await;
    let _forgotten = backend::dial_policy::forget_refusals(&backend).await;
    let _forgotten = backend::imports::forget_old(&backend).await;
}

/// Calls and members whose tab is not heard of any more.
async fn hear_silence(backend: Backend, patience: Patience) {
    match backend::line::sweep(&backend, patience).await {
        Ok(swept) if swept != Swept::default() => {
            let Swept { lost, found, presumed, silent } = swept;
            tracing::info!(lost, found, presumed, silent, "tabs that fell silent or came back");
        }
        // Nothing happened, or the use case has logged why.
        Ok(_) | Err(_) => {}
    }
}

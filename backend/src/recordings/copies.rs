//! Our own copies of recordings: in pieces, so that a part of one can be read without the whole.

use super::fetch::Asked;
use crate::Backend;
use crate::db::{Tx, centre_sounds, recordings as table};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use domain::ids::CallId;
use domain::problem::Problem;
use std::ops::Range;

/// Bytes of a piece.
const PIECE: usize = 96 * 1024;

/// Puts a copy of a recording in the place of any before.
pub(super) async fn keep(tx: &mut Tx, call: &CallId, sound: &[u8]) -> Result<(), Problem> {
    table::forget_copy(tx.on(), call).await?;
    for (piece, body) in pieces(sound) {
        table::keep_piece(tx.on(), call, piece, &body).await?;
    }
    Ok(())
}

/// The pieces of a copy as they are stored, from 0.
pub(crate) fn pieces(sound: &[u8]) -> impl Iterator<Item = (i64, String)> + '_ {
    (0_i64..).zip(sound.chunks(PIECE).map(|piece| STANDARD.encode(piece)))
}

/// Of what there is a copy.
#[derive(Clone)]
pub(crate) enum Copied {
    /// A call's recording.
    Recording(CallId),
    /// A file that callers hear.
    Sound(String),
}

/// A copy that is being read.
pub(super) struct Reader {
    b: Backend,
    of: Copied,
    left: Range<u64>,
}

/// What of a copy is asked for, and how that is said; `None` for a part behind its end.
pub(super) fn part(size: u64, asked: Option<Asked>) -> Option<(Range<u64>, Option<String>)> {
    let Some(asked) = asked else { return Some((0..size, None)) };
    let range = asked.within(size)?;
    let said = format!("bytes {}-{}/{size}", range.start, range.end - 1);
    Some((range, Some(said)))
}

impl Reader {
    /// Reads these bytes of a copy.
    pub(super) fn new(b: &Backend, of: Copied, left: Range<u64>) -> Self {
        Self { b: b.clone(), of, left }
    }

    /// The next bytes; `None` at the end.
    pub(super) async fn next(&mut self) -> Option<std::io::Result<Bytes>> {
        if self.left.is_empty() {
            return None;
        }
        let piece = self.left.start / PIECE as u64;
        let found = self.piece(piece).await;
        let Some(bytes) = found else {
            self.left = 0..0;
            return Some(Err(std::io::Error::other("a piece of a copy is missing")));
        };
        let begins = piece * PIECE as u64;
        let within = |at: u64| usize::try_from(at - begins).unwrap_or(usize::MAX).min(bytes.len());
        let wanted = bytes.slice(within(self.left.start)..within(self.left.end));
        self.left.start = (begins + PIECE as u64).min(self.left.end);
        Some(Ok(wanted))
    }

    async fn piece(&self, piece: u64) -> Option<Bytes> {
        let mut read = self.b.read().await.ok()?;
        let piece = i64::try_from(piece).ok()?;
        let body = match &self.of {
            Copied::Recording(call) => table::piece(read.on(), call, piece).await,
            Copied::Sound(id) => centre_sounds::piece(read.on(), id, piece).await,
        };
        let body = body.ok()??;
        STANDARD.decode(body).ok().map(Bytes::from)
    }
}

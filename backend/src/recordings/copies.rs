//! Our own copies of recordings: in pieces, so that a part of one can be read without the whole.

use super::fetch::Asked;
use crate::Backend;
use crate::db::{Tx, recordings as table};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use domain::ids::CallId;
use domain::problem::Problem;
use std::ops::Range;

/// Bytes of a piece.
const PIECE: usize = 96 * 1024;

/// Puts a copy in the place of any before.
pub(super) async fn keep(tx: &mut Tx, call: &CallId, sound: &[u8]) -> Result<(), Problem> {
    table::forget_copy(tx.on(), call).await?;
    for (piece, bytes) in (0_i64..).zip(sound.chunks(PIECE)) {
        table::keep_piece(tx.on(), call, piece, &STANDARD.encode(bytes)).await?;
    }
    Ok(())
}

/// A copy that is being read.
pub(super) struct Reader {
    b: Backend,
    call: CallId,
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
    /// Reads these bytes of a call's copy.
    pub(super) fn new(b: &Backend, call: &CallId, left: Range<u64>) -> Self {
        Self { b: b.clone(), call: call.clone(), left }
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
        let body = table::piece(read.on(), &self.call, i64::try_from(piece).ok()?).await.ok()??;
        STANDARD.decode(body).ok().map(Bytes::from)
    }
}

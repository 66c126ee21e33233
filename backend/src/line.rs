//! The line: whether a member's tab is still there, who has the voice, what members do.

mod floor;
mod status;
mod sweep;

pub use floor::{changed, day, floor};
pub(crate) use status::{Heard, renew};
pub use sweep::{Swept, forget_contacts, sweep};

use crate::permit::May;
use crate::{Backend, db};
use domain::access::{Action, Actor};
use domain::ids::StaffId;
use domain::live::Change;
use domain::problem::Problem;
use domain::voice::{Beat, BeatAnswer, Claim, Decision, LastWord, LineReport, Voice, decide, is_heard_of};

/// The longest name of a computer that is kept, in characters.
const COMPUTER_MAX: usize = 100;
/// No member has more calls at once.
const CALLS_MAX: usize = 20;

/// The sign of life of one tab: who has the voice is decided, its calls are in contact, its member's status is renewed.
/// Whatever is decided, the facts that a tab without the lease saw are still facts: they are never refused. It is the
/// tab that must not dial without the lease, and the provider that rings in one place only.
///
/// # Errors
/// [`Problem::Forbidden`] or [`Problem::Unavailable`].
pub async fn beat(b: &Backend, who: &Actor, beat: &Beat) -> Result<BeatAnswer, Problem> {
    who.may(Action::UseTelephone)?;
    let (beat, now) = (trimmed(beat), b.now());
    let mut tx = b.write().await?;
    tx.alone(&alone(&who.id)).await?;
    let before = db::voice::of_member(tx.on(), &who.id).await?;
    if before.is_void(&beat) {
        // Its tab is gone: it says nothing any more about its calls or its member.
        return Ok(decide(&before, &beat, now).answer(now));
    }
    let decision = decide(&before, &beat, now);
    if decision.voice != before {
        db::voice::put(tx.on(), &who.id, &decision.voice, now).await?;
    }
    if decision.knocks || holder(&decision.voice) != holder(&before) {
        tx.tell(Change::Voice { member: who.id.clone(), fence: decision.voice.last_fence });
    }
    db::voice::in_contact(tx.on(), &who.id, &beat.tab, &beat.calls, now).await?;
    if speaks_for_member(&decision, now) {
        renew(&mut tx, &who.id, heard(&beat), now).await?;
    }
    tx.commit().await?;
    Ok(decision.answer(now))
}

/// What a page that goes away still says: the facts it had not seen arrive are taken, then its last beat.
///
/// # Errors
/// [`Problem::SignedOut`] where somebody else has signed in since; what [`crate::calls::report`] and [`beat`] refuse.
pub async fn last_word(b: &Backend, who: &Actor, said: &LastWord) -> Result<(), Problem> {
    if said.member != who.id {
        return Err(Problem::SignedOut);
    }
    let told = crate::calls::report(b, who, &said.facts).await;
    beat(b, who, &said.beat).await?;
    told
}

/// The name under which changes of a member's voice and status wait for each other.
fn alone(member: &StaffId) -> String {
    format!("member:{member}")
}

fn trimmed(beat: &Beat) -> Beat {
    let mut beat = beat.clone();
    beat.computer = beat.computer.chars().take(COMPUTER_MAX).collect();
    beat.calls.truncate(CALLS_MAX);
    beat
}

/// What tells one holder from another.
fn holder(voice: &Voice) -> Option<i64> {
    voice.held.as_ref().map(|(lease, _)| lease.fence)
}

/// A tab that only looks on says nothing about its member as long as another has the telephone.
fn speaks_for_member(decision: &Decision, now: domain::times::Millis) -> bool {
    decision.mine || decision.voice.held.as_ref().is_none_or(|(_, heard_at)| !is_heard_of(*heard_at, now))
}

/// A page that is being left is not there any more.
fn heard(beat: &Beat) -> Heard {
    match beat.claim {
        Claim::Release => Heard::Left,
        _ => Heard::Beat { line: beat.line.clone(), wrap_up: beat.wrap_up.clone() },
    }
}

/// What is known of a line nobody told of.
fn no_line() -> LineReport {
    LineReport::default()
}

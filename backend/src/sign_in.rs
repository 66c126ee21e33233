//! Signing in, staying signed in, signing out everywhere.

mod throttle;

pub(crate) use throttle::{Subject, attempt, forgive, sweep};

use crate::permit::May;
use crate::{Backend, audit, db, passwords, rights};
use domain::access::{Action, Actor};
use domain::ids::StaffId;
use domain::live::Change;
use domain::problem::Problem;
use domain::staff::{Me, PASSWORD_MAX};
use domain::times::Millis;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::time::Duration;

/// What somebody types to get in.
#[derive(Clone)]
pub struct SignIn {
    /// Email address, in any case.
    pub email: String,
    /// The password.
    pub password: String,
    /// The network address it comes from, as the server sees it.
    pub address: String,
}

/// Shows neither who nor with what.
impl std::fmt::Debug for SignIn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SignIn").field("address", &self.address).finish_non_exhaustive()
    }
}

/// What a session keeps of whoever signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claims {
    /// Who.
    pub staff: StaffId,
    /// The member's generation of sessions; theirs has moved on after "sign out everywhere" or a new password.
    pub generation: i64,
    /// When the password was typed.
    pub signed_in_at: Millis,
}

impl Claims {
    /// The session's entry that holds them.
    pub const ENTRY: &'static str = "claims";
}

/// Lets a member in. An unknown email, a wrong password and a member who may no longer sign in are answered alike and
/// take as long.
///
/// # Errors
/// [`Problem::WrongCredentials`], or [`Problem::Throttled`] after too many failures of the account or the address.
pub async fn sign_in(b: &Backend, form: &SignIn) -> Result<Claims, Problem> {
    let email = form.email.trim().to_lowercase();
    let subjects = throttle::of(&email, &form.address);
    attempt(b, &subjects).await?;
    let found = db::staff::by_email(b.read().await?.on(), &email).await?;
    let stored = found.as_ref().map(|member| member.password_hash.as_str());
    let fits = form.password.len() <= PASSWORD_MAX * 4 && passwords::fits(b, &form.password, stored).await?;
    let Some(member) = found.as_ref().filter(|member| fits && member.active) else {
        let known = found.map_or_else(|| "sign_in".to_owned(), |member| format!("sign_in:{}", member.id));
        return Err(refused(b, known, &form.address).await?);
    };
    let (staff, now) = (StaffId::new(member.id.clone()), b.now());
    let mut tx = b.write().await?;
    forgive(&mut tx, &subjects).await?;
    db::staff::seen(tx.on(), &staff, now).await?;
    let who = rights::actor(b, staff.clone(), member.role());
    let told = json!({ "name": member.name, "address": form.address });
    audit::note(b, &mut tx, Some(&who), "sign_in.done", format!("sign_in:{staff}"), told).await?;
    tx.commit().await?;
    Ok(Claims { staff, generation: member.session_generation, signed_in_at: now })
}

/// Writes down that somebody did not get in, from where and as whom: never what they typed.
async fn refused(b: &Backend, subject: String, address: &str) -> Result<Problem, Problem> {
    let mut tx = b.write().await?;
    audit::note(b, &mut tx, None, "sign_in.failed", subject, json!({ "address": address })).await?;
    tx.commit().await?;
    Ok(Problem::WrongCredentials)
}

/// Who a session belongs to, asked anew at every request.
///
/// # Errors
/// [`Problem::SignedOut`] when the member may no longer sign in, has signed out everywhere, has another password, or
/// signed in too long ago.
pub async fn resume(b: &Backend, claims: &Claims) -> Result<Me, Problem> {
    if elapsed(claims.signed_in_at, b.now()) >= b.session_absolute() {
        return Err(Problem::SignedOut);
    }
    let found = db::staff::by_id(b.read().await?.on(), &claims.staff).await?;
    let member = found.filter(|member| member.active && member.session_generation == claims.generation);
    member.map(|member| member.me(&b.rights())).ok_or(Problem::SignedOut)
}

/// Ends every session of the member, this one included.
///
/// # Errors
/// [`Problem::Unavailable`] only.
pub async fn sign_out_everywhere(b: &Backend, who: &Actor) -> Result<(), Problem> {
    who.may(Action::EditOwnProfile)?;
    let mut tx = b.write().await?;
    db::staff::end_sessions(tx.on(), &who.id).await?;
    audit::note(b, &mut tx, Some(who), "sign_in.ended_everywhere", format!("sign_in:{}", who.id), json!({})).await?;
    tx.tell(Change::Account { member: who.id.clone() });
    Ok(tx.commit().await?)
}

fn elapsed(from: Millis, to: Millis) -> Duration {
    Duration::from_millis(u64::try_from(to.since(from)).unwrap_or(0))
}

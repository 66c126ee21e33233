//! The rules of calling out: one check for every provider, its settings, and what it refused.

use crate::db::customers::{self, Holder};
use crate::db::{On, Tx, companies, dial_policy as table, teams};
use crate::permit::May;
use crate::{Backend, audit, numbers};
use domain::access::{Action, Actor};
use domain::dial_policy::{Advertising, DialFacts, DialPolicy, DialRefusal, KeptRefusal};
use domain::fields::{Field, FieldProblem};
use domain::live::Change;
use domain::phone::{self, Number};
use domain::problem::Problem;
use domain::times::DAY;
use serde_json::json;

/// How long refusals are kept.
const KEPT: i64 = 30 * DAY;

/// The rules.
///
/// # Errors
/// [`Problem::Forbidden`] but for admins.
pub async fn get(b: &Backend, who: &Actor) -> Result<DialPolicy, Problem> {
    who.may(Action::ManageTelephone)?;
    Ok(table::get(b.read().await?.on()).await?)
}

/// Changes the rules.
///
/// # Errors
/// [`Problem::Forbidden`] but for admins; [`Problem::Invalid`] with every field to mend, at [`Field::Team`] where the calls
/// of a team are advertising that is not there.
pub async fn save(b: &Backend, who: &Actor, policy: &DialPolicy) -> Result<DialPolicy, Problem> {
    who.may(Action::ManageTelephone)?;
    let policy = policy.parse()?;
    let mut tx = b.write().await?;
    if let Advertising::Teams(chosen) = &policy.advertising {
        for team in chosen {
            teams::by_id(tx.on(), team).await?.ok_or(Problem::at(Field::Team, FieldProblem::Unknown))?;
        }
    }
    table::put(tx.on(), &policy, b.now()).await?;
    audit::note(b, &mut tx, Some(who), "dial_policy.saved", "dial_policy".to_owned(), json!(policy)).await?;
    tx.commit().await?;
    Ok(policy)
}

/// A number that the member may call now, and who holds it; a masked one is known by its seal. A refusal is kept.
pub(crate) async fn permit(b: &Backend, who: &Actor, raw: &str) -> Result<(Number, Vec<Holder>), Problem> {
    numbers::typed(b, who, raw).await?;
    let raw = &*numbers::opened_at(b, who, raw, Field::Phone(0))?;
    let parsed = phone::parse(raw).map_err(|bad| Problem::at(Field::Phone(0), FieldProblem::NotANumber(bad)))?;
    let mut read = b.read().await?;
    let holders = customers::holders(read.on(), &parsed.number).await?;
    let allowed = check(b, read.on(), who, &parsed.number, &holders).await?;
    drop(read);
    if let Err(refusal) = allowed {
        keep_refusal(b, who, raw, &refusal).await?;
        return Err(Problem::MayNotDial(refusal));
    }
    Ok((parsed.number, holders))
}

/// Whether a member may call a number now, which these customers hold.
pub(crate) async fn check(
    b: &Backend,
    mut db: On<'_>,
    who: &Actor,
    number: &Number,
    holders: &[Holder],
) -> Result<Result<(), DialRefusal>, Problem> {
    let policy = table::get(db.again()).await?;
    let now = b.now();
    let unwanted = holders.iter().any(|holder| holder.do_not_call) || companies::unwanted(db.again(), number).await?;
    let team =
        if policy.advertising.goes_by_team() { teams::named_of_member(db.again(), &who.id).await? } else { None };
    let (by_member, to_number) = match (policy.per_member, policy.per_number) {
        (None, None) => (0, 0),
        _ => table::made(db, &who.id, number, now.day_start()).await?,
    };
    Ok(policy.allows(&DialFacts { role: who.role, team: team.as_ref(), number, unwanted, by_member, to_number, now }))
}

/// Keeps that a call out was refused, and why; whoever wished for it is told by the answer.
async fn keep_refusal(b: &Backend, who: &Actor, number: &str, refusal: &DialRefusal) -> Result<(), Problem> {
    Ok(refused(b, who, number, refusal).await?.commit().await?)
}

/// The same where the provider asked: it does not tell the member's page why, so we do.
pub(crate) async fn tell_refusal(b: &Backend, who: &Actor, number: &str, refusal: &DialRefusal) -> Result<(), Problem> {
    let mut tx = refused(b, who, number, refusal).await?;
    tx.tell(Change::DialRefused { member: who.id.clone(), refusal: refusal.clone() });
    Ok(tx.commit().await?)
}

async fn refused(b: &Backend, who: &Actor, number: &str, refusal: &DialRefusal) -> Result<Tx, Problem> {
    let refused = KeptRefusal { at: b.now(), number: number.to_owned(), refusal: refusal.clone() };
    let mut tx = b.write().await?;
    table::refuse(tx.on(), &b.new_id(), &who.id, &refused).await?;
    Ok(tx)
}

/// Forgets refusals of long ago. To be called now and then.
///
/// # Errors
/// [`Problem::Unavailable`] only.
pub async fn forget_refusals(b: &Backend) -> Result<(), Problem> {
    let mut tx = b.write().await?;
    table::forget(tx.on(), b.now().plus(-KEPT)).await?;
    Ok(tx.commit().await?)
}

//! Two customers become one; that is written down so exactly that it can be taken back.

use crate::customers::{self, stored_phones};
use crate::db::found_by::CUSTOMERS;
use crate::db::import_people::{self as people, Held, Wanted};
use crate::db::{self, Tx, merges as table};
use crate::listing::words;
use crate::permit::{Lends, May, reaches};
use crate::{Backend, audit, timeline};
use domain::access::{Action, Actor};
use domain::customers::{CustomerDraft, CustomerRef};
use domain::duplicates::{Comparison, Merge, MergeProblem, Merged, Part, Undone, merged, unmerged};
use domain::ids::{CompanyId, CustomerId, MergeId};
use domain::problem::Problem;
use domain::rights::{Deed, Records};
use domain::staff::StaffRef;
use domain::tags::Subject;
use domain::times::Millis;
use serde_json::json;
use table::Record;

/// So often one that was kept may have become part of another.
const CHAIN: usize = 10;

/// Two customers side by side, with what hangs on them.
///
/// # Errors
/// [`Problem::NotFound`] without one of them; [`Problem::Merge`] when they are the same.
pub async fn compare(b: &Backend, who: &Actor, kept: &CustomerId, gone: &CustomerId) -> Result<Comparison, Problem> {
    who.may(Action::SeeCustomers)?;
    different(kept, gone)?;
    let mut read = b.read().await?;
    let one = customers::seen(&mut read, who, kept).await?;
    let other = customers::seen(&mut read, who, gone).await?;
    let may_merge = allowed(&mut read, who, [one.owner.as_ref(), other.owner.as_ref()]).await.is_ok();
    let kept_has = table::belongings(read.on(), kept).await?;
    let gone_has = table::belongings(read.on(), gone).await?;
    Ok(Comparison { kept: one, kept_has, gone: other, gone_has, may_merge })
}

/// Makes two customers one. Every number, call, note, deal, task and tag of both is the kept one's then.
///
/// # Errors
/// [`Problem::Forbidden`] for agents who do not own both, and for managers who do not lead both owners;
/// [`Problem::Stale`] with the one that somebody saved since they were looked at; [`Problem::Merge`] when they are the
/// same; [`Problem::NotFound`]. Nothing is changed then.
pub async fn merge(b: &Backend, who: &Actor, wish: &Merge) -> Result<Merged, Problem> {
    who.may(Action::EditCustomers)?;
    different(&wish.kept, &wish.gone)?;
    let mut tx = b.write().await?;
    let [kept, gone] = both(&mut tx, wish).await?;
    allowed(&mut tx, who, [kept.customer.owner.as_ref(), gone.customer.owner.as_ref()]).await?;
    fresh([(&kept, wish.kept_version), (&gone, wish.gone_version)])?;
    let is = merged(&CustomerDraft::from(&kept.customer), &CustomerDraft::from(&gone.customer), &wish.take);
    let company = if wish.take.contains(&Part::Company) { &gone } else { &kept };
    let active_at = kept.customer.last_activity_at.max(gone.customer.last_activity_at);
    write(b, &mut tx, &kept, &is, company.customer.company_id.as_ref(), active_at).await?;
    people::hide(&mut tx, CUSTOMERS, &[(wish.gone.as_str(), &gone.words)], b.now()).await?;
    db::duplicates::forget(tx.on(), &wish.gone).await?;
    let record = Record {
        id: MergeId::new(b.new_id()),
        at: b.now(),
        by: StaffRef { id: who.id.clone(), name: name_of(&mut tx, who).await? },
        kept_after: db::customers::by_id(tx.on(), &wish.kept).await?.ok_or(Problem::NotFound)?,
        moved: table::move_all(&mut tx, &wish.gone, &wish.kept).await?,
        kept_before: kept.customer,
        gone_before: gone.customer,
    };
    table::insert(tx.on(), &record).await?;
    note(b, &mut tx, who, "customer.merged", &record).await?;
    tx.commit().await?;
    Ok(shown(&record, true))
}

/// What became part of a customer, latest first; what was taken back is not told.
///
/// # Errors
/// [`Problem::NotFound`] without the customer.
pub async fn merges(b: &Backend, who: &Actor, kept: &CustomerId) -> Result<Vec<Merged>, Problem> {
    who.may(Action::SeeCustomers)?;
    let mut read = b.read().await?;
    let owner = timeline::known(&mut read, who, &Subject::Customer(kept.clone())).await?;
    let records = table::of_kept(read.on(), kept).await?;
    let mut all = Vec::with_capacity(records.len());
    for record in records {
        let owners = [owner.as_ref(), record.gone_before.owner.as_ref()];
        let may_undo = allowed(&mut read, who, owners).await.is_ok();
        all.push(shown(&record, may_undo));
    }
    Ok(all)
}

/// Of whom a customer became part, whoever that is by now; `None` for whom nobody merged.
///
/// # Errors
/// [`Problem::Forbidden`] or [`Problem::Unavailable`] only.
pub async fn kept(b: &Backend, who: &Actor, gone: &CustomerId) -> Result<Option<CustomerId>, Problem> {
    who.may(Action::SeeCustomers)?;
    let mut read = b.read().await?;
    let mut at = None;
    for _ in 0..CHAIN {
        let Some(next) = table::kept(read.on(), at.as_ref().unwrap_or(gone)).await? else { break };
        at = Some(next);
    }
    Ok(at)
}

/// Makes two of them again: who was hidden is there again, with everything that moved. What somebody changed at the
/// kept one since stays, and is said.
///
/// # Errors
/// As [`merge`]; [`Problem::Merge`] when it was taken back already, or when the kept one is not there.
pub async fn undo(b: &Backend, who: &Actor, id: &MergeId) -> Result<Undone, Problem> {
    who.may(Action::EditCustomers)?;
    let mut tx = b.write().await?;
    let record = table::by_id(tx.on(), id).await?.ok_or(Problem::NotFound)?;
    let now = people::held(tx.on(), &[record.kept_before.id.to_string()]).await?.pop();
    let now = now.ok_or(Problem::Merge(MergeProblem::KeptIsGone))?;
    allowed(&mut tx, who, [now.customer.owner.as_ref(), record.gone_before.owner.as_ref()]).await?;
    if !table::set_undone(tx.on(), id, &who.id, b.now()).await? {
        return Err(Problem::Merge(MergeProblem::UndoneAlready));
    }
    let stayed = restore(b, &mut tx, &record, &now).await?;
    let gone = &record.gone_before;
    if !table::bring_back(tx.on(), &gone.id, b.now()).await? {
        return Err(Problem::NotFound);
    }
    let found_by =
        words(&gone.name, gone.company.as_deref(), &gone.custom, gone.phones.iter().map(|phone| &phone.number));
    db::customers::set_words(tx.on(), &gone.id, &found_by).await?;
    let elsewhere = table::move_back(&mut tx, &record.moved, &record.kept_before.id, &gone.id).await?;
    note(b, &mut tx, who, "customer.merge_undone", &record).await?;
    tx.commit().await?;
    Ok(Undone { back: record.gone(), stayed, elsewhere })
}

/// The kept one as before, as far as nobody changed them since; what stays.
async fn restore(b: &Backend, tx: &mut Tx, record: &Record, now: &Held) -> Result<Vec<Part>, Problem> {
    let draft = CustomerDraft::from;
    let is_now = draft(&now.customer);
    let (back, stayed) = unmerged(&draft(&record.kept_before), &draft(&record.kept_after), &is_now);
    let before = &record.kept_before;
    let company = if back.company == before.company { &before.company_id } else { &now.customer.company_id };
    if back != is_now {
        write(b, tx, now, &back, company.as_ref(), now.customer.last_activity_at).await?;
    }
    Ok(stayed)
}

async fn write(
    b: &Backend,
    tx: &mut Tx,
    held: &Held,
    is: &CustomerDraft,
    company: Option<&CompanyId>,
    active_at: Millis,
) -> Result<(), Problem> {
    let wanted = Wanted {
        id: &held.customer.id,
        is,
        company,
        phones: stored_phones(b, &is.phones, &held.customer.phones),
        words: words(&is.name, is.company.as_deref(), &is.custom, is.phones.iter().map(|phone| &phone.number)),
        custom_before: &held.customer.custom,
        words_before: &held.words,
        active_at,
    };
    Ok(people::change(tx, &[wanted], b.now()).await?)
}

/// Both, as they are now.
async fn both(tx: &mut Tx, wish: &Merge) -> Result<[Held; 2], Problem> {
    let held = people::held(tx.on(), &[wish.kept.to_string(), wish.gone.to_string()]).await?;
    let mut both: [Held; 2] = held.try_into().map_err(|_| Problem::NotFound)?;
    if both[0].customer.id != wish.kept {
        both.reverse();
    }
    Ok(both)
}

/// Nobody saved one of them since they were looked at.
fn fresh(both: [(&Held, i64); 2]) -> Result<(), Problem> {
    match both.into_iter().find(|(held, version)| held.customer.version != *version) {
        Some((held, _)) => Err(Problem::Stale(Box::new(held.customer.clone()))),
        None => Ok(()),
    }
}

/// Whoever owns both may; else whoever may hide both.
async fn allowed(db: &mut impl Lends, who: &Actor, owners: [Option<&StaffRef>; 2]) -> Result<(), Problem> {
    if owners.iter().all(|owner| owner.is_some_and(|owner| owner.id == who.id)) {
        return Ok(());
    }
    for owner in owners {
        reaches(db, who, Records::Customers, Deed::Delete, owner).await?;
    }
    Ok(())
}

fn different(one: &CustomerId, other: &CustomerId) -> Result<(), Problem> {
    if one == other { Err(Problem::Merge(MergeProblem::Same)) } else { Ok(()) }
}

async fn name_of(tx: &mut Tx, who: &Actor) -> Result<String, Problem> {
    Ok(db::staff::by_id(tx.on(), &who.id).await?.ok_or(Problem::NotFound)?.name)
}

/// At both.
async fn note(b: &Backend, tx: &mut Tx, who: &Actor, action: &str, record: &Record) -> Result<(), Problem> {
    let (kept, gone) = (&record.kept_before, &record.gone_before);
    for id in [&kept.id, &gone.id] {
        let details =
            json!({ "name": gone.name, "into": kept.name, "merge": record.id, "kept_id": kept.id, "gone_id": gone.id });
        audit::note(b, tx, Some(who), action, format!("customer:{id}"), details).await?;
    }
    Ok(())
}

fn shown(record: &Record, may_undo: bool) -> Merged {
    let kept = &record.kept_before;
    Merged {
        id: record.id.clone(),
        kept: CustomerRef { id: kept.id.clone(), name: kept.name.clone() },
        gone: record.gone(),
        by: record.by.clone(),
        at: record.at,
        may_undo,
    }
}

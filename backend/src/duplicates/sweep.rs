//! Looking at saved customers, some at a time: who may be the same as each of them.

use crate::Backend;
use crate::db::{Answer, Tx, duplicates as table};
use domain::duplicates::{Person, groups};
use domain::problem::Problem;
use domain::times::SECOND;
use std::collections::BTreeSet;

/// Customers that are looked at together: so few that nobody who saves meanwhile feels it.
const TOGETHER: i64 = 200;
/// A save is looked at so long after it: one that began before it may be kept after it.
const SETTLED: i64 = 5 * SECOND;

/// Looks at the customers saved since the last time, some of them; how many. For the server itself.
///
/// # Errors
/// [`Problem::Unavailable`] only.
pub async fn sweep(b: &Backend) -> Result<usize, Problem> {
    let until = b.now().plus(-SETTLED);
    let mut read = b.read().await?;
    let place = table::place(read.on()).await?;
    if table::saved(read.on(), &place, until, 1).await?.is_empty() {
        return Ok(0);
    }
    drop(read);
    let mut tx = b.write().await?;
    tx.alone("duplicates").await?;
    let place = table::place(tx.on()).await?;
    let saved = table::saved(tx.on(), &place, until, TOGETHER).await?;
    let Some(last) = saved.last() else { return Ok(0) };
    table::move_on(tx.on(), last).await?;
    let ids: Vec<String> = saved.iter().map(|(_, id)| id.clone()).collect();
    regroup(&mut tx, ids).await?;
    tx.commit().await?;
    Ok(saved.len())
}

/// Works out anew who belongs together with these.
pub(super) async fn regroup(tx: &mut Tx, ids: Vec<String>) -> Answer<()> {
    let changed = people(tx, &ids.iter().cloned().collect()).await?;
    table::set_keys(tx, &changed).await?;
    let mut all: BTreeSet<String> = table::sharing(tx.on(), &changed).await?;
    all.extend(ids);
    let of: Vec<&str> = all.iter().map(String::as_str).collect();
    let old = table::groups_of(tx.on(), &of).await?;
    let old: Vec<&str> = old.iter().map(String::as_str).collect();
    all.extend(table::members(tx.on(), &old).await?.into_iter().map(|(_, customer)| customer));
    let of: Vec<&str> = all.iter().map(String::as_str).collect();
    let not = table::dismissed(tx.on(), &of).await?;
    let found = groups(&people(tx, &all).await?, &not);
    table::replace_groups(tx, &old, &found).await
}

async fn people(tx: &mut Tx, ids: &BTreeSet<String>) -> Answer<Vec<Person>> {
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    table::people(tx.on(), &ids, None).await
}

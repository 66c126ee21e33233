//! Taking back what an import did, some customers at a time.

use super::people::as_before;
use super::subject;
use super::work::turn;
use crate::db::Tx;
use crate::db::found_by::{COMPANIES, CUSTOMERS};
use crate::db::import_people::{self as people, Held, Open};
use crate::db::imports as table;
use crate::{Backend, audit, notices};
use domain::access::Actor;
use domain::customers::{Customer, CustomerDraft};
use domain::ids::{CustomerId, ImportId};
use domain::imports::{State, Undone};
use domain::problem::Problem;
use serde_json::json;
use std::collections::HashMap;

/// Customers that are put back together.
const TOGETHER: i64 = 5_000;

/// Takes back everything that is left to take back.
pub(super) async fn all(b: &Backend, id: &ImportId, who: &Actor, mut undone: Undone) -> Result<(), Problem> {
    let mut after = String::new();
    loop {
        let mut tx = b.write().await?;
        tx.alone(id.as_str()).await?;
        if after.is_empty() {
            undone.kept += people::pass_by_the_hidden(&mut tx, id).await?;
        }
        let open = people::open(&mut tx, id, &after, TOGETHER).await?;
        if open.is_empty() && !put_companies_back(b, &mut tx, id).await? {
            return end(b, tx, id, who, undone).await;
        }
        if let Some(last) = open.last() {
            after = last.id().to_string();
        }
        put_back(b, &mut tx, &open, &mut undone).await?;
        people::looked_at(&mut tx, id, &open).await?;
        if !table::set_undone(tx.on(), id, &undone, turn(b)).await? {
            return Ok(());
        }
        tx.commit().await?;
    }
}

/// Whom it made goes, whom it changed is as before; whoever was changed since stays.
async fn put_back(b: &Backend, tx: &mut Tx, open: &[Open], undone: &mut Undone) -> Result<(), Problem> {
    let as_left: Vec<&Open> = open.iter().filter(|one| one.is_as_left()).collect();
    let ids: Vec<String> = as_left.iter().map(|one| one.id().to_string()).collect();
    let held = people::held(tx.on(), &ids).await?;
    let mut befores: HashMap<CustomerId, (Customer, CustomerDraft)> = HashMap::new();
    for one in as_left {
        if let Some(before) = one.before()? {
            let is = CustomerDraft::from(&before);
            befores.insert(one.id(), (before, is));
        }
    }
    let (changed, made): (Vec<Held>, Vec<Held>) =
        held.into_iter().partition(|held| befores.contains_key(&held.customer.id));
    let back = changed.iter().filter_map(|now| {
        let (before, is) = befores.get(&now.customer.id)?;
        Some(as_before(before, is, now))
    });
    people::change(tx, &back.collect::<Vec<_>>(), b.now()).await?;
    let gone: Vec<(&str, &str)> = made.iter().map(|held| (held.customer.id.as_str(), held.words.as_str())).collect();
    people::hide(tx, CUSTOMERS, &gone, b.now()).await?;
    undone.gone += made.len() as u64;
    undone.restored += changed.len() as u64;
    undone.kept += (open.len() - made.len() - changed.len()) as u64;
    Ok(())
}

/// Companies it had made, and that nobody needs, go as well; whether there were any.
async fn put_companies_back(b: &Backend, tx: &mut Tx, id: &ImportId) -> Result<bool, Problem> {
    let unused = people::unused_companies(tx, id, TOGETHER).await?;
    let unused: Vec<(&str, &str)> = unused.iter().map(|(id, words)| (id.as_str(), words.as_str())).collect();
    people::hide(tx, COMPANIES, &unused, b.now()).await?;
    Ok(!unused.is_empty())
}

async fn end(b: &Backend, mut tx: Tx, id: &ImportId, who: &Actor, undone: Undone) -> Result<(), Problem> {
    table::set_undone(tx.on(), id, &undone, turn(b)).await?;
    if table::move_on(tx.on(), id, State::Undoing, State::Undone, Some(b.now())).await? {
        notices::forget(&mut tx, id.as_str()).await?;
        audit::note(b, &mut tx, Some(who), "customers.import_undone", subject(id), json!(undone)).await?;
    }
    Ok(tx.commit().await?)
}

//! Customers who may be one person: found, said to be two, made one, and two again.
//!
//! Lists show what [`sweep`] found some seconds after a save; a record and a form ask anew.

mod merge;
mod sweep;

pub use merge::{compare, kept, merge, merges, undo};
pub use sweep::sweep;

use crate::db::{self, Read, duplicates as table};
use crate::permit::{May, reaches};
use crate::{Backend, customers, numbers};
use domain::access::{Action, Actor};
use domain::customers::CustomerForm;
use domain::duplicates::{Alike, Person, Together, groups, likeness};
use domain::ids::CustomerId;
use domain::paging::{Cursor, Page};
use domain::problem::Problem;
use domain::rights::{Deed, Records};
use std::collections::BTreeSet;

/// Groups of a page.
const PAGE: usize = 20;
/// Those alike that are shown of one customer.
const SHOWN: usize = 5;

/// A page of customers who may be one person, those most alike first.
///
/// # Errors
/// [`Problem::NotFound`] for a cursor of another list.
pub async fn list(b: &Backend, who: &Actor, after: Option<&Cursor>) -> Result<Page<Together>, Problem> {
    who.may(Action::SeeCustomers)?;
    let (score, last) = db::before(after).ok_or(Problem::NotFound)?;
    let limit = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
    let mut read = b.read().await?;
    let found = table::groups(read.on(), (score, &last), limit).await?;
    let page = db::page_of(found, PAGE, |(id, score)| (*score, id.clone()))?;
    let ids: Vec<&str> = page.rows.iter().map(|(id, _)| id.as_str()).collect();
    let members = table::members(read.on(), &ids).await?;
    let all: Vec<&str> = members.iter().map(|(_, customer)| customer.as_str()).collect();
    let seen = who.extent(Records::Customers, Deed::See);
    let people = table::people(read.on(), &all, Some(&seen)).await?;
    let not = table::dismissed(read.on(), &all).await?;
    let of = |group: &&str| -> Vec<Person> {
        let in_it = |person: &&Person| members.iter().any(|(of, id)| of == group && id == person.id.as_str());
        people.iter().filter(in_it).cloned().collect()
    };
    let rows = ids.iter().map(of).flat_map(|people| together(&people, &not)).collect();
    Ok(Page { rows, next: page.next })
}

/// Who may be the same as a customer, those most alike first; at most five.
///
/// # Errors
/// [`Problem::NotFound`] without the customer.
pub async fn of(b: &Backend, who: &Actor, id: &CustomerId) -> Result<Vec<Alike>, Problem> {
    who.may(Action::SeeCustomers)?;
    let mut read = b.read().await?;
    let customer = customers::seen(&mut read, who, id).await?;
    alike(&mut read, who, &Person::from(&customer)).await
}

/// Who may be the same as somebody who is being written down.
///
/// # Errors
/// [`Problem::Forbidden`], [`Problem::Throttled`] or [`Problem::Unavailable`] only: a form need not be right yet.
pub async fn like(b: &Backend, who: &Actor, form: &CustomerForm) -> Result<Vec<Alike>, Problem> {
    who.may(Action::SeeCustomers)?;
    for row in &form.phones {
        numbers::typed(b, who, &row.raw).await?;
    }
    alike(&mut b.read().await?, who, &Person::of_form(&customers::whole(b, who, form)?)).await
}

/// Remembers that a customer is none of these others: they are never shown as alike again.
///
/// # Errors
/// [`Problem::Forbidden`] where one may not change the customer; [`Problem::NotFound`] without one of them.
pub async fn dismiss(b: &Backend, who: &Actor, id: &CustomerId, others: &[CustomerId]) -> Result<(), Problem> {
    who.may(Action::EditCustomers)?;
    let mut tx = b.write().await?;
    let customer = customers::seen(&mut tx, who, id).await?;
    reaches(&mut tx, who, Records::Customers, Deed::Edit, customer.owner.as_ref()).await?;
    for other in others.iter().filter(|other| *other != id) {
        customers::seen(&mut tx, who, other).await?;
        table::dismiss(tx.on(), (id, other), &who.id, b.now()).await?;
    }
    sweep::regroup(&mut tx, vec![id.as_str().to_owned()]).await?;
    Ok(tx.commit().await?)
}

/// Those who are alike, one by one compared with whoever shares a key.
async fn alike(read: &mut Read, who: &Actor, person: &Person) -> Result<Vec<Alike>, Problem> {
    let ids = table::sharing(read.on(), std::slice::from_ref(person)).await?;
    let ids: Vec<&str> = ids.iter().map(String::as_str).filter(|id| *id != person.id.as_str()).collect();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let seen = who.extent(Records::Customers, Deed::See);
    let others = table::people(read.on(), &ids, Some(&seen)).await?;
    let all: Vec<&str> = ids.into_iter().chain([person.id.as_str()]).collect();
    let not = table::dismissed(read.on(), &all).await?;
    let are_two = |other: &Person| {
        let pair = (&person.id, &other.id);
        not.iter().any(|(a, b)| (a, b) == pair || (b, a) == pair)
    };
    let others = others.into_iter().filter(|other| !are_two(other));
    let mut alike: Vec<Alike> =
        others.filter_map(|other| likeness(person, &other).map(|likeness| Alike { person: other, likeness })).collect();
    alike.sort_by_key(|alike| std::cmp::Reverse(alike.likeness.score));
    alike.truncate(SHOWN);
    Ok(alike)
}

/// Those of a group who still belong together, those dealt with last first.
fn together(people: &[Person], not: &[(CustomerId, CustomerId)]) -> Vec<Together> {
    let found = groups(people, not).into_iter();
    let shown = found.map(|group| {
        let members: BTreeSet<&CustomerId> = group.members.iter().collect();
        let people = people.iter().filter(|person| members.contains(&person.id)).cloned().collect();
        Together { people, signs: group.signs }
    });
    shown.collect()
}

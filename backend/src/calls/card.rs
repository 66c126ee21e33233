//! The caller's card.

use crate::db::calls::Row;
use crate::db::customers::Holder;
use crate::db::{self, Answer, Read};
use domain::access::Actor;
use domain::calls::{CallRow, Card, CardCompany, CardCustomer, CardDeal, LastContact, MatchHow, NoteBrief};
use domain::deals::Deal;
use domain::ids::{CallId, CustomerId};
use domain::notes::Note;
use domain::notes::mentions::with_names;
use domain::problem::Problem;
use domain::rights::{Deed, Records};
use domain::tags::Subject;
use domain::times::Millis;
use std::collections::HashSet;

/// The longest beginning of a note on a card, in characters.
const BRIEF: usize = 280;
/// Customers to choose from.
const MOST: usize = 10;
/// Open deals of one of them.
const DEALS: usize = 3;

/// Who calls or is called: one look-up of the number, one question for last calls, one for notes, one for deals.
pub(super) async fn of(read: &mut Read, who: &Actor, row: &Row) -> Result<Card, Problem> {
    let call = CallId::new(row.id.clone());
    let mut holders = whom(read, row).await?;
    holders.truncate(MOST);
    let seen = seen(read, who, &holders).await?;
    let mut ids = [""; MOST];
    for (place, holder) in ids.iter_mut().zip(holders.iter().filter(|holder| seen.contains(&holder.id))) {
        *place = &holder.id;
    }
    let at = Millis(row.started_at);
    let (mut calls, mut notes, mut deals) = (Vec::new(), Vec::new(), Vec::new());
    if !seen.is_empty() {
        let rows = db::calls::latest(read.on(), ids, &call, at).await?;
        calls = rows.into_iter().map(Row::line).collect::<Answer<Vec<CallRow>>>()?;
        notes = db::notes::latest(read.on(), ids).await?;
        deals = db::deals::open_of(read.on(), ids, &who.extent(Records::Deals, Deed::See)).await?;
    }
    let customers = holders.iter().map(|holder| shown(holder, at, &calls, &notes, &deals)).collect();
    let companies = if holders.is_empty() { companies(read, who, row).await? } else { Vec::new() };
    Ok(Card { call, number: row.key(), how: row.how(), customers, companies })
}

/// Of whom more is said than the name: everybody learns who rings, what was said and agreed only who sees them.
async fn seen(read: &mut Read, who: &Actor, holders: &[Holder]) -> Answer<HashSet<String>> {
    let extent = who.extent(Records::Customers, Deed::See);
    let mut seen = HashSet::new();
    for holder in holders {
        if db::within::holds(read.on(), &extent, holder.owner().as_ref().map(|owner| &owner.id)).await? {
            seen.insert(holder.id.clone());
        }
    }
    Ok(seen)
}

/// The companies that hold the number, and whom one sees of who works there.
async fn companies(read: &mut Read, who: &Actor, row: &Row) -> Answer<Vec<CardCompany>> {
    let Some(number) = row.key() else { return Ok(Vec::new()) };
    let extent = who.extent(Records::Customers, Deed::See);
    let mut companies = Vec::new();
    for holder in db::companies::holders(read.on(), &number).await? {
        let company = holder.named();
        let most = i64::try_from(MOST).unwrap_or(i64::MAX);
        let people = db::companies::people(read.on(), &company.id, &extent, ("", ""), most).await?;
        let people = people.into_iter().map(db::customer_list::Row::named).collect();
        companies.push(CardCompany { company, owner: holder.owner(), do_not_call: holder.do_not_call, people });
    }
    Ok(companies)
}

/// The customer the call is matched to, or everybody who holds the number.
async fn whom(read: &mut Read, row: &Row) -> Answer<Vec<Holder>> {
    let number = row.key();
    match (&row.customer_id, row.how(), &number) {
        (Some(id), _, _) => {
            let id = CustomerId::new(id.clone());
            Ok(db::customers::called(read.on(), &id, number.as_ref()).await?.into_iter().collect())
        }
        (None, MatchHow::Ambiguous, Some(number)) => db::customers::holders(read.on(), number).await,
        _ => Ok(Vec::new()),
    }
}

fn shown(holder: &Holder, at: Millis, calls: &[CallRow], notes: &[Note], deals: &[Deal]) -> CardCustomer {
    let customer = holder.named();
    let call = calls.iter().find(|call| call.matched.customer.as_ref().is_some_and(|c| c.id == customer.id));
    let about = Subject::Customer(customer.id.clone());
    let notes: Vec<&Note> = notes.iter().filter(|note| note.about == about).collect();
    let theirs = deals.iter().filter(|deal| deal.customer.as_ref().is_some_and(|c| c.id == customer.id));
    let note = notes.iter().find(|note| note.at < at);
    let contacts = [call.map(by_call), note.map(|note| by_note(note))];
    CardCustomer {
        last_contact: contacts.into_iter().flatten().max_by_key(|contact| contact.at),
        notes: notes.into_iter().map(brief).collect(),
        deals: theirs.take(DEALS).map(open_deal).collect(),
        id: customer.id,
        name: customer.name,
        company: holder.company.clone(),
        owner: holder.owner(),
        do_not_call: holder.do_not_call,
    }
}

fn open_deal(deal: &Deal) -> CardDeal {
    CardDeal { deal: deal.named(), amount: deal.amount, stage: deal.stage.name.clone() }
}

fn by_call(call: &CallRow) -> LastContact {
    LastContact {
        at: call.started_at,
        who: call.agent.as_ref().map(|agent| agent.name.clone()).unwrap_or_default(),
        direction: Some(call.direction),
        outcome: call.outcome.clone(),
        note: beginning(&call.note),
    }
}

fn by_note(note: &Note) -> LastContact {
    LastContact {
        at: note.at,
        who: note.author_name.clone(),
        direction: None,
        outcome: None,
        note: beginning(&said(note)),
    }
}

fn brief(note: &Note) -> NoteBrief {
    NoteBrief { at: note.at, author: note.author_name.clone(), text: beginning(&said(note)) }
}

/// What a note says, with the names of whom it names.
fn said(note: &Note) -> String {
    with_names(&note.text, &note.mentions)
}

fn beginning(text: &str) -> String {
    text.chars().take(BRIEF).collect()
}

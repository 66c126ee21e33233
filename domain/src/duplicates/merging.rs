//! Two customers become one, and two again.

use crate::custom::Values;
use crate::customers::{Customer, CustomerDraft, PhoneDraft};
use crate::ids::{CustomFieldId, CustomerId};
use crate::phone::Number;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A part of a customer that one of two can give.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// Full name.
    Name,
    /// Which number is dialled first.
    Primary,
    /// Email address.
    Email,
    /// Where they work.
    Company,
    /// Postal address.
    Address,
    /// What everybody should know.
    Note,
    /// Who is responsible.
    Owner,
    /// One of the installation's own fields.
    Custom(CustomFieldId),
}

impl Part {
    /// The parts that every customer has, in the order they are shown.
    pub const ALL: [Self; 7] =
        [Self::Name, Self::Primary, Self::Email, Self::Company, Self::Address, Self::Note, Self::Owner];

    /// Every part of these, the installation's own fields last.
    fn of(drafts: &[&CustomerDraft]) -> BTreeSet<Self> {
        let custom = drafts.iter().flat_map(|draft| draft.custom.iter()).map(|(id, _)| Self::Custom(id.clone()));
        Self::ALL.into_iter().chain(custom).collect()
    }
}

/// That two customers are to become one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Merge {
    /// Who is kept.
    pub kept: CustomerId,
    /// As which version they were looked at.
    pub kept_version: i64,
    /// Who becomes part of them.
    pub gone: CustomerId,
    /// As which version they were looked at.
    pub gone_version: i64,
    /// What the kept one takes over; everything else stays as it is there.
    pub take: Vec<Part>,
}

/// The kept one with what they take over, and with every number of both. A number that one of them does not want to be
/// called on is not to be called.
pub fn merged(kept: &CustomerDraft, gone: &CustomerDraft, take: &[Part]) -> CustomerDraft {
    let of = |part: Part| if take.contains(&part) { gone } else { kept };
    let first = primary(of(Part::Primary)).or_else(|| primary(kept)).cloned();
    let mut phones = kept.phones.clone();
    for phone in &gone.phones {
        match phones.iter_mut().find(|held| held.number == phone.number) {
            Some(held) => held.do_not_call |= phone.do_not_call,
            None => phones.push(PhoneDraft { id: None, primary: false, ..phone.clone() }),
        }
    }
    CustomerDraft {
        name: of(Part::Name).name.clone(),
        email: of(Part::Email).email.clone(),
        company: of(Part::Company).company.clone(),
        address: of(Part::Address).address.clone(),
        note: of(Part::Note).note.clone(),
        owner: of(Part::Owner).owner.clone(),
        phones: with_primary(phones, first.as_ref()),
        custom: taken(&kept.custom, &gone.custom, take),
    }
}

/// The values of the kept one, but for what they take over.
fn taken(kept: &Values, gone: &Values, take: &[Part]) -> Values {
    let mut values = kept.clone();
    for part in take {
        if let Part::Custom(field) = part {
            values.set(field.clone(), gone.get(field).cloned());
        }
    }
    values
}

/// The kept one as before, where nobody changed them since; and what somebody did change, which stays. Numbers that
/// came with the merge go, others stay.
pub fn unmerged(before: &CustomerDraft, merged: &CustomerDraft, now: &CustomerDraft) -> (CustomerDraft, Vec<Part>) {
    let mut back = now.clone();
    let mut stayed = Vec::new();
    for part in Part::of(&[before, merged]) {
        if is_same(&part, before, merged) {
            continue;
        }
        if is_same(&part, merged, now) { put(&part, &mut back, before) } else { stayed.push(part) }
    }
    let came = |number: &Number| has(merged, number) && !has(before, number);
    back.phones.retain(|phone| !came(&phone.number));
    for phone in &mut back.phones {
        let was = |of: &CustomerDraft| of.phones.iter().find(|p| p.number == phone.number).map(|p| p.do_not_call);
        if let (Some(first), true) = (was(before), was(merged) == Some(phone.do_not_call)) {
            phone.do_not_call = first;
        }
    }
    let first = primary(&back).or_else(|| primary(before)).cloned();
    back.phones = with_primary(back.phones, first.as_ref());
    (back, stayed)
}

/// What the kept one lacks and the other has: what they would take over.
pub fn missing(kept: &Customer, gone: &Customer) -> Vec<Part> {
    let (kept, gone) = (CustomerDraft::from(kept), CustomerDraft::from(gone));
    let all = Part::of(&[&gone]).into_iter();
    all.filter(|part| is_empty(part, &kept) && !is_empty(part, &gone)).collect()
}

fn is_same(part: &Part, a: &CustomerDraft, b: &CustomerDraft) -> bool {
    match part {
        Part::Name => a.name == b.name,
        Part::Primary => primary(a) == primary(b),
        Part::Email => a.email == b.email,
        Part::Company => a.company == b.company,
        Part::Address => a.address == b.address,
        Part::Note => a.note == b.note,
        Part::Owner => a.owner == b.owner,
        Part::Custom(field) => a.custom.get(field) == b.custom.get(field),
    }
}

fn is_empty(part: &Part, of: &CustomerDraft) -> bool {
    match part {
        Part::Name => of.name.is_empty(),
        Part::Primary => of.phones.is_empty(),
        Part::Email => of.email.is_none(),
        Part::Company => of.company.is_none(),
        Part::Address => of.address.is_none(),
        Part::Note => of.note.is_none(),
        Part::Owner => of.owner.is_none(),
        Part::Custom(field) => of.custom.get(field).is_none(),
    }
}

fn put(part: &Part, into: &mut CustomerDraft, from: &CustomerDraft) {
    match part {
        Part::Name => into.name.clone_from(&from.name),
        Part::Primary => {
            let first = primary(from).cloned();
            into.phones = with_primary(std::mem::take(&mut into.phones), first.as_ref());
        }
        Part::Email => into.email.clone_from(&from.email),
        Part::Company => into.company.clone_from(&from.company),
        Part::Address => into.address.clone_from(&from.address),
        Part::Note => into.note.clone_from(&from.note),
        Part::Owner => into.owner.clone_from(&from.owner),
        Part::Custom(field) => into.custom.set(field.clone(), from.custom.get(field).cloned()),
    }
}

fn has(of: &CustomerDraft, number: &Number) -> bool {
    of.phones.iter().any(|phone| phone.number == *number)
}

fn primary(of: &CustomerDraft) -> Option<&Number> {
    of.phones.iter().find(|phone| phone.primary).map(|phone| &phone.number)
}

/// One of them is dialled first: this one, or the first there is.
fn with_primary(mut phones: Vec<PhoneDraft>, number: Option<&Number>) -> Vec<PhoneDraft> {
    let chosen = phones.iter().position(|phone| Some(&phone.number) == number).unwrap_or(0);
    for (at, phone) in phones.iter_mut().enumerate() {
        phone.primary = at == chosen;
    }
    phones
}

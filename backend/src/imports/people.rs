//! Whom a part of an import may mean, and what is written of them.

use super::work::{Job, Part};
use crate::Backend;
use crate::companies::many::{Named, of_names};
use crate::db::bulk;
use crate::db::custom;
use crate::db::found_by::CUSTOMERS;
use crate::db::import_people::{self as table, Held, Left, Wanted};
use crate::db::{Answer, On, Tx};
use crate::listing::words;
use domain::access::{Actor, Scope};
use domain::customers::{Customer, CustomerDraft, Phone, PhoneDraft};
use domain::ids::{CompanyId, CustomerId, ImportId, PhoneId};
use domain::imports::{Known, Person};
use domain::rights::{Deed, Records};
use domain::times::Millis;
use std::collections::HashMap;

/// Everybody who is there and whom the rows of a part may mean.
pub(super) async fn held(mut db: On<'_>, job: &Job, part: &Part) -> Answer<Vec<Held>> {
    let numbers: Vec<&str> = part.drafts().flat_map(|draft| &draft.phones).map(|phone| phone.number.as_str()).collect();
    let emails: Vec<&str> = part.drafts().filter_map(|draft| draft.email.as_deref()).collect();
    let by_number = if job.plan.by.phone() { numbers.as_slice() } else { &[] };
    let by_email = if job.plan.by.email() { emails.as_slice() } else { &[] };
    let ids = table::recognised(db.again(), by_number, by_email).await?;
    table::held(db, &ids).await
}

/// As rows are compared with them.
pub(super) fn known(who: &Actor, scope: &Scope, held: &[Held]) -> Vec<Known> {
    let may = |deed: Deed, held: &Held| {
        let owner = held.customer.owner.as_ref().map(|owner| &owner.id);
        who.extent(Records::Customers, deed).holds(owner, scope.sees(owner, held.team.as_ref()))
    };
    let known = |held: &Held| Known {
        id: held.customer.id.clone(),
        version: held.customer.version,
        is: CustomerDraft::from(&held.customer),
        may_edit: may(Deed::Edit, held),
        may_reassign: may(Deed::Assign, held),
    };
    held.iter().map(known).collect()
}

/// Somebody as they are written.
struct Written {
    id: CustomerId,
    is: CustomerDraft,
    phones: Vec<Phone>,
    words: Vec<String>,
}

/// Everybody a part makes or changes.
pub(super) struct People {
    new: Vec<Written>,
    /// Each with who they were before.
    changed: Vec<(Written, Held)>,
}

/// The company of each name.
type Companies = HashMap<String, CompanyId>;

impl People {
    /// Whoever is new or no longer as they were gets ids and words. Those of each row are known already; where other rows
    /// had a say, they are worked out anew.
    pub(super) fn of(b: &Backend, people: Vec<Person>, held: Vec<Held>, mut of_rows: Vec<Vec<String>>) -> Self {
        let mut before: HashMap<CustomerId, Held> =
            held.into_iter().map(|held| (held.customer.id.clone(), held)).collect();
        let mut all = Self { new: Vec::new(), changed: Vec::new() };
        for person in people.into_iter().filter(Person::is_changed) {
            let of_row = person.row.filter(|_| !person.again).and_then(|row| of_rows.get_mut(row));
            match person.known.and_then(|known| before.remove(&known.id)) {
                Some(held) => {
                    let words = found_by(&person.now);
                    all.changed.push((written(b, held.customer.id.clone(), person.now, words), held));
                }
                None => {
                    let words = of_row.map_or_else(|| found_by(&person.now), std::mem::take);
                    all.new.push(written(b, CustomerId::new(b.new_id()), person.now, words));
                }
            }
        }
        all
    }

    /// Writes them, and how the import leaves them.
    pub(super) async fn store(&self, b: &Backend, tx: &mut Tx, import: &ImportId, at: Millis) -> Answer<()> {
        let elsewhere = self.changed.iter().filter(|(one, held)| kept_company(one, held).is_none());
        let all = self.new.iter().chain(elsewhere.map(|(one, _)| one));
        let backend = b.clone();
        let companies = of_names(tx, all.filter_map(|one| one.works_for(at)), &move || backend.new_id()).await?;
        table::remember_companies(tx, import, &companies.made).await?;
        self.insert(tx, &companies.of, at).await?;
        let changed: Vec<Wanted<'_>> =
            self.changed.iter().map(|(one, held)| one.wanted(held, &companies.of, at)).collect();
        table::change(tx, &changed, at).await?;
        let new = self.new.iter().map(|one| Left { id: &one.id, version: 1, before: None });
        let changed = self.changed.iter().map(|(one, held)| Left {
            id: &one.id,
            version: held.customer.version + 1,
            before: Some(&held.customer),
        });
        table::remember(tx, import, &new.chain(changed).collect::<Vec<_>>(), at).await
    }

    async fn insert(&self, tx: &mut Tx, companies: &Companies, at: Millis) -> Answer<()> {
        let rows: Vec<bulk::Customer<'_>> = self.new.iter().map(|one| row(one, companies, at)).collect();
        bulk::insert_customers(tx, &rows).await?;
        let phones = self
            .new
            .iter()
            .flat_map(|one| (0..).zip(&one.phones).map(|(place, phone)| (one.id.as_str(), place, phone)));
        bulk::insert_phones(tx, CUSTOMERS, &phones.collect::<Vec<_>>()).await?;
        let custom =
            self.new.iter().flat_map(|one| one.is.custom.iter().map(|(field, value)| (one.id.as_str(), field, value)));
        custom::insert_values(tx.on(), &custom.collect::<Vec<_>>()).await?;
        let words = self.new.iter().flat_map(|one| one.words.iter().map(|word| (one.id.as_str(), word.as_str())));
        let mut words: Vec<(&str, &str)> = words.collect();
        // In the order of the index, so that each of its pages is touched once.
        words.sort_unstable_by_key(|(_, word)| *word);
        bulk::insert_words(tx, CUSTOMERS, &words).await
    }
}

/// A customer's company stays the same while its name does: there may be two of one name.
fn kept_company<'h>(one: &Written, held: &'h Held) -> Option<&'h CompanyId> {
    held.customer.company_id.as_ref().filter(|_| held.customer.company == one.is.company)
}

impl Written {
    fn works_for(&self, at: Millis) -> Option<Named<'_>> {
        Some(Named { name: self.is.company.as_deref()?, owner: self.is.owner.as_ref(), at })
    }

    fn wanted<'a>(&'a self, held: &'a Held, companies: &'a Companies, at: Millis) -> Wanted<'a> {
        Wanted {
            id: &self.id,
            is: &self.is,
            company: kept_company(self, held).or_else(|| companies.get(self.is.company.as_ref()?)),
            phones: self.phones.clone(),
            words: self.words.clone(),
            custom_before: &held.customer.custom,
            words_before: &held.words,
            active_at: at,
        }
    }
}

/// How somebody was before an import changed them.
pub(super) fn as_before<'a>(before: &'a Customer, is: &'a CustomerDraft, now: &'a Held) -> Wanted<'a> {
    let numbers = before.phones.iter().map(|phone| &phone.number);
    Wanted {
        id: &before.id,
        is,
        company: before.company_id.as_ref(),
        phones: before.phones.clone(),
        words: words(&before.name, before.company.as_deref(), &before.custom, numbers),
        custom_before: &now.customer.custom,
        words_before: &now.words,
        active_at: before.last_activity_at,
    }
}

/// What somebody is found by.
fn found_by(is: &CustomerDraft) -> Vec<String> {
    words(&is.name, is.company.as_deref(), &is.custom, is.phones.iter().map(|phone| &phone.number))
}

/// What whoever a row describes is found by; nothing for a row that cannot be taken.
pub(super) fn found_by_rows(part: &Part) -> Vec<Vec<String>> {
    part.read.iter().map(|read| read.as_ref().map(found_by).unwrap_or_default()).collect()
}

fn written(b: &Backend, id: CustomerId, is: CustomerDraft, words: Vec<String>) -> Written {
    let phones = is.phones.iter().map(|draft| phone(b, draft)).collect();
    Written { id, is, phones, words }
}

fn phone(b: &Backend, draft: &PhoneDraft) -> Phone {
    Phone {
        id: draft.id.clone().unwrap_or_else(|| PhoneId::new(b.new_id())),
        raw: draft.raw.clone(),
        number: draft.number.clone(),
        label: draft.label.clone(),
        primary: draft.primary,
        do_not_call: draft.do_not_call,
    }
}

fn row<'a>(one: &'a Written, companies: &'a Companies, at: Millis) -> bulk::Customer<'a> {
    bulk::Customer {
        id: &one.id,
        name: &one.is.name,
        words: &one.words,
        email: one.is.email.as_deref(),
        company: one.is.company.as_deref().and_then(|name| Some((companies.get(name)?, name))),
        address: one.is.address.as_deref(),
        note: one.is.note.as_deref(),
        owner: one.is.owner.as_ref(),
        at,
    }
}

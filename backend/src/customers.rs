//! Customers: found, made, changed, hidden, taken home as a file.

mod hiding;

pub(crate) use hiding::{bring_back, hide};

use crate::db::{self, Tx};
use crate::listing::{self, words};
use crate::permit::{Lends, May, makes_for, reaches, sees};
use crate::{Backend, assignment, audit, companies, custom, numbers, timeline};
use domain::access::{Action, Actor};
use domain::cells::{Cell, Celled};
use domain::custom::{Entity, Values};
use domain::customers::{
    Customer, CustomerDraft, CustomerForm, CustomerQuery, CustomerRow, NumberCheck, Phone, PhoneDraft, TimelineEntry,
};
use domain::fields::{Field, FieldProblem};
use domain::ids::{CompanyId, CustomerId, PhoneId, StaffId};
use domain::paging::{Cursor, Page};
use domain::phone;
use domain::problem::Problem;
use domain::rights::{Deed, Records};
use domain::tags::Subject;

/// A page of customers. With a text, those who have every word of it, or a number with these digits: hits with the
/// very accents typed come first; of very many, by name, those whose name begins with a word of it.
///
/// # Errors
/// [`Problem::NotFound`] for a cursor of another list.
pub async fn list(b: &Backend, who: &Actor, query: &CustomerQuery) -> Result<Page<CustomerRow>, Problem> {
    who.may(Action::SeeCustomers)?;
    let seen = who.extent(Records::Customers, Deed::See);
    let mut page = listing::page(b, who, &seen, query, db::customer_list::Row::shown).await?;
    fill(b, &mut page.rows).await?;
    Ok(page)
}

/// A customer, whole.
///
/// # Errors
/// [`Problem::NotFound`], also when hidden.
pub async fn get(b: &Backend, who: &Actor, id: &CustomerId) -> Result<Customer, Problem> {
    who.may(Action::SeeCustomers)?;
    seen(&mut b.read().await?, who, id).await
}

/// A customer whom one sees; whom one does not is none.
pub(crate) async fn seen(db: &mut impl Lends, who: &Actor, id: &CustomerId) -> Result<Customer, Problem> {
    let customer = db::customers::by_id(db.lend(), id).await?.ok_or(Problem::NotFound)?;
    sees(db, who, Records::Customers, customer.owner.as_ref()).await?;
    Ok(customer)
}

/// A new customer. A number that somebody else holds already is no hindrance. What would be nobody's is given away by the
/// rules.
///
/// # Errors
/// [`Problem::Invalid`] with every field to mend; [`Problem::Forbidden`] for whom one may not make any.
pub async fn create(b: &Backend, who: &Actor, form: &CustomerForm) -> Result<Customer, Problem> {
    who.may(Action::CreateCustomers)?;
    let form = whole(b, who, form)?;
    let mut draft = form.parse(&custom::of(b.read().await?.on(), Entity::Customer).await?)?;
    let id = CustomerId::new(b.new_id());
    let mut tx = b.write().await?;
    makes_for(&mut tx, who, Records::Customers, &mut draft.owner).await?;
    known(&mut tx, draft.owner.as_ref()).await?;
    let given = if draft.owner.is_none() { assignment::owner(b, &mut tx, who, &draft).await? } else { None };
    draft.owner = draft.owner.or_else(|| given.as_ref().map(|given| given.to.clone()));
    let company = companies::of_name(b, &mut tx, draft.company.as_deref(), draft.owner.as_ref()).await?;
    db::customers::insert(tx.on(), &id, &draft, company.as_ref(), b.now()).await?;
    db::custom::set(tx.on(), id.as_str(), &Values::default(), &draft.custom).await?;
    set_found_by(b, &mut tx, &id, &draft, &[]).await?;
    if let Some(given) = &given {
        assignment::told_of(b, &mut tx, who, (&id, &draft.name), given).await?;
    }
    finish(b, tx, who, &id, None).await
}

/// Saves a customer that was opened at `version`.
///
/// # Errors
/// [`Problem::Stale`] with the customer as it is now when somebody saved in between; [`Problem::Forbidden`] when one
/// may not change it, or not take it from its owner; [`Problem::Invalid`], [`Problem::NotFound`]. Nothing is saved then.
pub async fn update(
    b: &Backend,
    who: &Actor,
    id: &CustomerId,
    version: i64,
    form: &CustomerForm,
) -> Result<Customer, Problem> {
    who.may(Action::EditCustomers)?;
    let fields = custom::of(b.read().await?.on(), Entity::Customer).await?;
    let mut draft = whole(b, who, form)?.parse(&fields)?;
    let mut tx = b.write().await?;
    let before = current(&mut tx, who, id, version).await?;
    draft.custom = draft.custom.beside(&before.custom, &fields);
    change(b, &mut tx, who, &before, &draft).await?;
    saved(tx, id).await
}

/// Changes one field of a customer that was listed at `version`.
///
/// # Errors
/// As [`update`].
pub async fn set_cell(
    b: &Backend,
    who: &Actor,
    id: &CustomerId,
    version: i64,
    cell: Cell,
    value: &str,
) -> Result<Customer, Problem> {
    who.may(Action::EditCustomers)?;
    let mut tx = b.write().await?;
    let before = current(&mut tx, who, id, version).await?;
    change(b, &mut tx, who, &before, &with_cell(&before, cell, value)?).await?;
    saved(tx, id).await
}

/// A customer with one field as somebody types it.
pub(crate) fn with_cell(before: &Customer, cell: Cell, value: &str) -> Result<CustomerDraft, Problem> {
    let mut form = CustomerForm::from(before);
    if !form.set_cell(cell, value) {
        return Err(Problem::NotFound);
    }
    // What the installation's own fields say stays.
    let mut draft = form.parse(&[])?;
    draft.custom = before.custom.clone();
    Ok(draft)
}

/// The customer that somebody opened at `version`, unless they are another by now.
async fn current(tx: &mut Tx, who: &Actor, id: &CustomerId, version: i64) -> Result<Customer, Problem> {
    let customer = seen(tx, who, id).await?;
    reaches(tx, who, Records::Customers, Deed::Edit, customer.owner.as_ref()).await?;
    if customer.version == version { Ok(customer) } else { Err(Problem::Stale(Box::new(customer))) }
}

/// Makes of a customer what a member wants, as far as they may.
pub(crate) async fn change(
    b: &Backend,
    tx: &mut Tx,
    who: &Actor,
    before: &Customer,
    draft: &CustomerDraft,
) -> Result<(), Problem> {
    if before.owner.as_ref().map(|owner| &owner.id) != draft.owner.as_ref() {
        who.may(Action::ReassignCustomers)?;
        reaches(tx, who, Records::Customers, Deed::Assign, before.owner.as_ref()).await?;
        known(tx, draft.owner.as_ref()).await?;
    }
    let company = company(b, tx, before, draft).await?;
    store(b, tx, who, (before, company.as_ref()), draft).await
}

/// Writes what a customer has become.
pub(crate) async fn store(
    b: &Backend,
    tx: &mut Tx,
    who: &Actor,
    (before, company): (&Customer, Option<&CompanyId>),
    draft: &CustomerDraft,
) -> Result<(), Problem> {
    let id = &before.id;
    if !db::customers::update(tx.on(), id, before.version, draft, company, b.now()).await? {
        // Somebody else's save was committed between our look and our save.
        let now = db::customers::by_id(tx.on(), id).await?.ok_or(Problem::NotFound)?;
        return Err(Problem::Stale(Box::new(now)));
    }
    db::custom::set(tx.on(), id.as_str(), &before.custom, &draft.custom).await?;
    set_found_by(b, tx, id, draft, &before.phones).await?;
    told(b, tx, who, id, Some(before)).await.map(drop)
}

/// Hides a customer from every list and search; calls and notes stay in the database.
///
/// # Errors
/// [`Problem::Forbidden`] where one may not; [`Problem::NotFound`].
pub async fn delete(b: &Backend, who: &Actor, id: &CustomerId) -> Result<(), Problem> {
    who.may(Action::DeleteCustomers)?;
    let mut tx = b.write().await?;
    let customer = seen(&mut tx, who, id).await?;
    hide(b, &mut tx, who, &customer).await?;
    Ok(tx.commit().await?)
}

/// What is known of a number while it is typed: how it will be stored, and who else holds it; `None` as long as no number
/// can be meant.
///
/// # Errors
/// [`Problem::Forbidden`], [`Problem::Unavailable`].
pub async fn check_number(
    b: &Backend,
    who: &Actor,
    raw: &str,
    except: Option<&CustomerId>,
) -> Result<Option<NumberCheck>, Problem> {
    who.may(Action::SeeCustomers)?;
    let Some(raw) = numbers::opened(b, who, raw) else { return Ok(None) };
    numbers::typed(b, who, &raw).await?;
    let Ok(parsed) = phone::parse(&raw) else { return Ok(None) };
    let holders = holders(&mut b.read().await?, who, &parsed.number).await?;
    let others = holders.iter().map(db::customers::Holder::named).filter(|holder| Some(&holder.id) != except);
    Ok(Some(NumberCheck { number: parsed.number, rewrite: parsed.rewrite, holders: others.take(10).collect() }))
}

/// What happened with a customer, newest first.
///
/// # Errors
/// [`Problem::NotFound`], also for a cursor that is not this list's.
pub async fn timeline(
    b: &Backend,
    who: &Actor,
    id: &CustomerId,
    after: Option<&Cursor>,
) -> Result<Page<TimelineEntry>, Problem> {
    who.may(Action::SeeCustomers)?;
    timeline::of(b, who, &Subject::Customer(id.clone()), &[], after).await
}

/// A form whose masked numbers are whole again.
pub(crate) fn whole(b: &Backend, who: &Actor, form: &CustomerForm) -> Result<CustomerForm, Problem> {
    Ok(CustomerForm { phones: numbers::opened_rows(b, who, &form.phones)?, ..form.clone() })
}

/// The company that a customer's form names. It stays the same while its name does: there may be two of one name.
async fn company(
    b: &Backend,
    tx: &mut Tx,
    before: &Customer,
    draft: &CustomerDraft,
) -> Result<Option<CompanyId>, Problem> {
    if before.company == draft.company && before.company_id.is_some() {
        return Ok(before.company_id.clone());
    }
    companies::of_name(b, tx, draft.company.as_deref(), draft.owner.as_ref()).await
}

/// Whom one sees of those who hold a number.
pub(crate) async fn holders(
    db: &mut impl Lends,
    who: &Actor,
    number: &phone::Number,
) -> Result<Vec<db::customers::Holder>, Problem> {
    let mut seen = Vec::new();
    for holder in db::customers::holders(db.lend(), number).await? {
        match sees(db, who, Records::Customers, holder.owner().as_ref()).await {
            Ok(()) => seen.push(holder),
            Err(Problem::NotFound) => {}
            Err(problem) => return Err(problem),
        }
    }
    Ok(seen)
}

/// The owner must be somebody.
pub(crate) async fn known(tx: &mut Tx, owner: Option<&StaffId>) -> Result<(), Problem> {
    if let Some(owner) = owner
        && db::staff::by_id(tx.on(), owner).await?.is_none()
    {
        return Err(Problem::at(Field::Owner, FieldProblem::Unknown));
    }
    Ok(())
}

/// Adds to lines what the installation's own fields say.
pub(crate) async fn fill(b: &Backend, rows: &mut [CustomerRow]) -> Result<(), Problem> {
    let ids: Vec<&str> = rows.iter().map(|row| row.id.as_str()).collect();
    let mut values = db::custom::of_many(b.read().await?.on(), Entity::Customer, &ids).await?;
    for row in rows {
        row.custom = values.remove(row.id.as_str()).unwrap_or_default();
    }
    Ok(())
}

/// Stores a customer's numbers and words.
async fn set_found_by(
    b: &Backend,
    tx: &mut Tx,
    id: &CustomerId,
    draft: &CustomerDraft,
    before: &[Phone],
) -> Result<(), Problem> {
    let phones = stored_phones(b, &draft.phones, before);
    db::customers::set_phones(tx.on(), id, &phones).await?;
    let words = words(&draft.name, draft.company.as_deref(), &draft.custom, phones.iter().map(|phone| &phone.number));
    Ok(db::customers::set_words(tx.on(), id, &words).await?)
}

/// Numbers as they are stored. A row keeps its id when it was this record's before.
pub(crate) fn stored_phones(b: &Backend, drafts: &[PhoneDraft], before: &[Phone]) -> Vec<Phone> {
    let mut phones: Vec<Phone> = Vec::with_capacity(drafts.len());
    for phone in drafts {
        let free = |id: &PhoneId| before.iter().any(|p| p.id == *id) && phones.iter().all(|p| p.id != *id);
        let id = phone.id.clone().filter(free).unwrap_or_else(|| PhoneId::new(b.new_id()));
        phones.push(stored(id, phone));
    }
    phones
}

fn stored(id: PhoneId, draft: &PhoneDraft) -> Phone {
    Phone {
        id,
        raw: draft.raw.clone(),
        number: draft.number.clone(),
        label: draft.label.clone(),
        primary: draft.primary,
        do_not_call: draft.do_not_call,
    }
}

/// Gives a customer one more number, unless they have it.
pub(crate) async fn remember_number(
    b: &Backend,
    tx: &mut Tx,
    id: &CustomerId,
    raw: &str,
    number: phone::Number,
) -> Result<(), Problem> {
    let customer = db::customers::by_id(tx.on(), id).await?.ok_or(Problem::NotFound)?;
    if customer.phones.iter().any(|phone| phone.number == number) {
        return Ok(());
    }
    let mut phones = customer.phones;
    phones.push(Phone {
        id: PhoneId::new(b.new_id()),
        raw: raw.to_owned(),
        number,
        label: String::new(),
        primary: phones.is_empty(),
        do_not_call: false,
    });
    db::customers::set_phones(tx.on(), id, &phones).await?;
    let words =
        words(&customer.name, customer.company.as_deref(), &customer.custom, phones.iter().map(|phone| &phone.number));
    db::customers::set_words(tx.on(), id, &words).await?;
    Ok(db::customers::next_version(tx.on(), id, b.now()).await?)
}

/// Writes down what a record has become, and keeps it.
async fn finish(
    b: &Backend,
    mut tx: Tx,
    who: &Actor,
    id: &CustomerId,
    before: Option<&Customer>,
) -> Result<Customer, Problem> {
    let saved = told(b, &mut tx, who, id, before).await?;
    tx.commit().await?;
    Ok(saved)
}

/// Writes down what a record has become.
async fn told(
    b: &Backend,
    tx: &mut Tx,
    who: &Actor,
    id: &CustomerId,
    before: Option<&Customer>,
) -> Result<Customer, Problem> {
    let saved = db::customers::by_id(tx.on(), id).await?.ok_or(Problem::NotFound)?;
    let fields = custom::of(tx.on(), Entity::Customer).await?;
    let action = if before.is_some() { "customer.updated" } else { "customer.created" };
    audit::changed(b, tx, who, (action, format!("customer:{id}")), before, &saved, &fields).await?;
    Ok(saved)
}

/// Keeps what was saved, as it is now.
async fn saved(mut tx: Tx, id: &CustomerId) -> Result<Customer, Problem> {
    let saved = db::customers::by_id(tx.on(), id).await?.ok_or(Problem::NotFound)?;
    tx.commit().await?;
    Ok(saved)
}

//! Companies: found, made, changed, hidden; and the one that somebody names at a customer.

pub(crate) mod many;

use crate::db::{self, Tx, found_by};
use crate::listing::{self, words};
use crate::permit::{Lends, May, makes_for, reaches, sees};
use crate::{Backend, audit, custom, customers, numbers, timeline};
use domain::access::{Action, Actor};
use domain::cells::{Cell, Celled};
use domain::companies::{self, Company, CompanyDraft, CompanyForm, CompanyRow};
use domain::custom::{Entity, Values};
use domain::customers::{CustomerQuery, CustomerRow, Phone};
use domain::fields::{Field, FieldProblem};
use domain::ids::{CompanyId, StaffId};
use domain::names;
use domain::paging::{Cursor, Page};
use domain::phone::Number;
use domain::problem::Problem;
use domain::rights::{Deed, Records};
use domain::tags::Subject;
use serde_json::json;

/// Rows of a page of people.
const PEOPLE_PAGE: usize = 50;

/// A page of companies. With a text, those that have every word of it, or a number with these digits: hits with the
/// very accents typed come first.
///
/// # Errors
/// [`Problem::NotFound`] for a cursor of another list.
pub async fn list(b: &Backend, who: &Actor, query: &CustomerQuery) -> Result<Page<CompanyRow>, Problem> {
    who.may(Action::SeeCompanies)?;
    let seen = who.extent(Records::Companies, Deed::See);
    let mut page = listing::page(b, who, &seen, query, db::company_list::Row::shown).await?;
    fill(b, &mut page.rows).await?;
    Ok(page)
}

/// What lines of a list have in the installation's own fields.
pub(crate) async fn fill(b: &Backend, rows: &mut [CompanyRow]) -> Result<(), Problem> {
    let ids: Vec<&str> = rows.iter().map(|row| row.id.as_str()).collect();
    let mut values = db::custom::of_many(b.read().await?.on(), Entity::Company, &ids).await?;
    for row in rows {
        row.custom = values.remove(row.id.as_str()).unwrap_or_default();
    }
    Ok(())
}

/// A company, whole.
///
/// # Errors
/// [`Problem::NotFound`], also when hidden.
pub async fn get(b: &Backend, who: &Actor, id: &CompanyId) -> Result<Company, Problem> {
    who.may(Action::SeeCompanies)?;
    seen(&mut b.read().await?, who, id).await
}

/// A company that one sees; one that one does not is none.
pub(crate) async fn seen(db: &mut impl Lends, who: &Actor, id: &CompanyId) -> Result<Company, Problem> {
    let company = db::companies::by_id(db.lend(), id).await?.ok_or(Problem::NotFound)?;
    sees(db, who, Records::Companies, company.owner.as_ref()).await?;
    Ok(company)
}

/// Whom one sees of the customers who work there, by name.
///
/// # Errors
/// [`Problem::NotFound`] without the company, or for a cursor of another list.
pub async fn people(
    b: &Backend,
    who: &Actor,
    id: &CompanyId,
    after: Option<&Cursor>,
) -> Result<Page<CustomerRow>, Problem> {
    who.may(Action::SeeCustomers)?;
    let place = match after {
        Some(cursor) => db::name_place(cursor).ok_or(Problem::NotFound)?,
        None => (String::new(), String::new()),
    };
    let shown = who.extent(Records::Customers, Deed::See);
    let mut read = b.read().await?;
    timeline::known(&mut read, who, &Subject::Company(id.clone())).await?;
    let limit = i64::try_from(PEOPLE_PAGE + 1).unwrap_or(i64::MAX);
    let rows = db::companies::people(read.on(), id, &shown, (&place.0, &place.1), limit).await?;
    let rows = rows.into_iter().map(db::customer_list::Row::shown).collect();
    Ok(db::page_of(rows, PEOPLE_PAGE, |row: &CustomerRow| (names::fold(&row.name), row.id.to_string()))?)
}

/// A new company.
///
/// # Errors
/// [`Problem::Invalid`] with every field to mend, a name that another company has among them; [`Problem::Forbidden`]
/// for whom one may not make any.
pub async fn create(b: &Backend, who: &Actor, form: &CompanyForm) -> Result<Company, Problem> {
    who.may(Action::CreateCompanies)?;
    let form = whole(b, who, form)?;
    let mut draft = form.parse(&custom::of(b.read().await?.on(), Entity::Company).await?)?;
    let id = CompanyId::new(b.new_id());
    let mut tx = b.write().await?;
    makes_for(&mut tx, who, Records::Companies, &mut draft.owner).await?;
    customers::known(&mut tx, draft.owner.as_ref()).await?;
    free(&mut tx, &draft.name, &id).await?;
    db::companies::insert(tx.on(), &id, &draft, b.now()).await?;
    db::custom::set(tx.on(), id.as_str(), &Values::default(), &draft.custom).await?;
    set_found_by(b, &mut tx, &id, &draft, &[]).await?;
    finish(b, tx, who, &id, None).await
}

/// Saves a company that was opened at `version`. Another name is its name at everybody who works there, too.
///
/// # Errors
/// [`Problem::StaleCompany`] with the company as it is now when somebody saved in between; [`Problem::Forbidden`] when
/// one may not change it, or not take it from its owner; [`Problem::Invalid`],
/// [`Problem::NotFound`]. Nothing is saved then.
pub async fn update(
    b: &Backend,
    who: &Actor,
    id: &CompanyId,
    version: i64,
    form: &CompanyForm,
) -> Result<Company, Problem> {
    who.may(Action::EditCompanies)?;
    let fields = custom::of(b.read().await?.on(), Entity::Company).await?;
    let mut draft = whole(b, who, form)?.parse(&fields)?;
    let mut tx = b.write().await?;
    let before = current(&mut tx, who, id, version).await?;
    draft.custom = draft.custom.beside(&before.custom, &fields);
    change(b, &mut tx, who, &before, &draft).await?;
    saved(tx, id).await
}

/// Changes one field of a company that was listed at `version`.
///
/// # Errors
/// As [`update`].
pub async fn set_cell(
    b: &Backend,
    who: &Actor,
    id: &CompanyId,
    version: i64,
    cell: Cell,
    value: &str,
) -> Result<Company, Problem> {
    who.may(Action::EditCompanies)?;
    let mut tx = b.write().await?;
    let before = current(&mut tx, who, id, version).await?;
    change(b, &mut tx, who, &before, &with_cell(&before, cell, value)?).await?;
    saved(tx, id).await
}

/// A company with one field as somebody types it.
pub(crate) fn with_cell(before: &Company, cell: Cell, value: &str) -> Result<CompanyDraft, Problem> {
    let mut form = CompanyForm::from(before);
    if !form.set_cell(cell, value) {
        return Err(Problem::NotFound);
    }
    // What the installation's own fields say stays.
    let mut draft = form.parse(&[])?;
    draft.custom = before.custom.clone();
    Ok(draft)
}

/// The company that somebody opened at `version`, unless it is another by now.
async fn current(tx: &mut Tx, who: &Actor, id: &CompanyId, version: i64) -> Result<Company, Problem> {
    let company = seen(tx, who, id).await?;
    reaches(tx, who, Records::Companies, Deed::Edit, company.owner.as_ref()).await?;
    if company.version == version { Ok(company) } else { Err(Problem::StaleCompany(Box::new(company))) }
}

/// Makes of a company what a member wants, as far as they may.
pub(crate) async fn change(
    b: &Backend,
    tx: &mut Tx,
    who: &Actor,
    before: &Company,
    draft: &CompanyDraft,
) -> Result<(), Problem> {
    if before.owner.as_ref().map(|owner| &owner.id) != draft.owner.as_ref() {
        who.may(Action::ReassignCompanies)?;
        reaches(tx, who, Records::Companies, Deed::Assign, before.owner.as_ref()).await?;
        customers::known(tx, draft.owner.as_ref()).await?;
    }
    store(b, tx, who, before, draft).await
}

/// Writes what a company has become.
pub(crate) async fn store(
    b: &Backend,
    tx: &mut Tx,
    who: &Actor,
    before: &Company,
    draft: &CompanyDraft,
) -> Result<(), Problem> {
    let id = &before.id;
    if companies::key(&before.name) != companies::key(&draft.name) {
        free(tx, &draft.name, id).await?;
    }
    if !db::companies::update(tx.on(), id, before.version, draft, b.now()).await? {
        // Somebody else's save was committed between our look and our save.
        let now = db::companies::by_id(tx.on(), id).await?.ok_or(Problem::NotFound)?;
        return Err(Problem::StaleCompany(Box::new(now)));
    }
    db::custom::set(tx.on(), id.as_str(), &before.custom, &draft.custom).await?;
    set_found_by(b, tx, id, draft, &before.phones).await?;
    if before.name != draft.name {
        rename_at_people(b, tx, id, &draft.name).await?;
    }
    told(b, tx, who, id, Some(before)).await.map(drop)
}

/// Hides a company where nobody works and with which there are no deals from every list and search.
///
/// # Errors
/// [`Problem::Forbidden`] where one may not; [`Problem::NotFound`];
/// [`Problem::Invalid`] as being in use while customers or deals belong to it.
pub async fn delete(b: &Backend, who: &Actor, id: &CompanyId) -> Result<(), Problem> {
    who.may(Action::DeleteCompanies)?;
    let mut tx = b.write().await?;
    let company = seen(&mut tx, who, id).await?;
    hide(b, &mut tx, who, &company).await?;
    Ok(tx.commit().await?)
}

/// Hides a company to which nothing belongs, as far as a member may.
pub(crate) async fn hide(b: &Backend, tx: &mut Tx, who: &Actor, company: &Company) -> Result<(), Problem> {
    let id = &company.id;
    reaches(tx, who, Records::Companies, Deed::Delete, company.owner.as_ref()).await?;
    if !db::companies::workers(tx.on(), id).await?.is_empty() || db::deals::any_with(tx.on(), id).await? {
        return Err(Problem::at(Field::Company, FieldProblem::InUse));
    }
    if !db::companies::delete(tx.on(), id, b.now()).await? {
        return Err(Problem::NotFound);
    }
    found_by::set_words(tx.on(), found_by::COMPANIES, id.as_str(), &[]).await?;
    let details = json!({ "name": company.name });
    audit::note(b, tx, Some(who), "company.deleted", format!("company:{id}"), details).await
}

/// Shows a company again that was hidden, and at `version` then, unless another has its name by now.
pub(crate) async fn bring_back(
    b: &Backend,
    tx: &mut Tx,
    who: &Actor,
    id: &CompanyId,
    version: i64,
) -> Result<(), Problem> {
    let name = db::companies::hidden_name(tx.on(), id, version).await?.ok_or(Problem::NotFound)?;
    free(tx, &name, id).await?;
    if !db::companies::bring_back(tx.on(), id, version).await? {
        return Err(Problem::NotFound);
    }
    let company = db::companies::by_id(tx.on(), id).await?.ok_or(Problem::NotFound)?;
    let words = words(&company.name, None, &company.custom, company.phones.iter().map(|phone| &phone.number));
    found_by::set_words(tx.on(), found_by::COMPANIES, id.as_str(), &words).await?;
    let details = json!({ "name": company.name });
    audit::note(b, tx, Some(who), "company.restored", format!("company:{id}"), details).await
}

/// Which of the companies that hold a number one sees.
pub(crate) async fn holders(
    db: &mut impl Lends,
    who: &Actor,
    number: &Number,
) -> Result<Vec<db::companies::Holder>, Problem> {
    let mut seen = Vec::new();
    for holder in db::companies::holders(db.lend(), number).await? {
        match sees(db, who, Records::Companies, holder.owner().as_ref()).await {
            Ok(()) => seen.push(holder),
            Err(Problem::NotFound) => {}
            Err(problem) => return Err(problem),
        }
    }
    Ok(seen)
}

/// The company that somebody names at a customer: the one of this name, made now when there is none. A new one is the
/// customer's owner's. Nobody is asked for the installation's own fields, even if every company must have them.
pub(crate) async fn of_name(
    b: &Backend,
    tx: &mut Tx,
    name: Option<&str>,
    owner: Option<&StaffId>,
) -> Result<Option<CompanyId>, Problem> {
    let Some(name) = name.map(names::tidy).filter(|name| !name.is_empty()) else { return Ok(None) };
    tx.alone(&alone(&name)).await?;
    if let Some(known) = db::companies::named(tx.on(), &name).await? {
        return Ok(Some(known.id));
    }
    let draft = CompanyForm { name, owner: owner.cloned(), ..CompanyForm::default() }.parse(&[])?;
    let id = CompanyId::new(b.new_id());
    db::companies::insert(tx.on(), &id, &draft, b.now()).await?;
    set_found_by(b, tx, &id, &draft, &[]).await?;
    Ok(Some(id))
}

/// What the migration that made companies could not work out is worked out, once: what they are found by.
pub(crate) async fn settle(b: &Backend) -> Result<(), db::Fault> {
    loop {
        let mut tx = b.write().await?;
        tx.alone("companies").await?;
        let some = db::companies::unsettled(tx.on()).await?;
        if some.is_empty() {
            return Ok(());
        }
        for company in &some {
            let words = words(&company.name, None, &Values::default(), std::iter::empty());
            db::companies::settle(tx.on(), company, &words).await?;
        }
        tx.commit().await?;
    }
}

/// The name under which two who name the same new company wait for each other.
fn alone(name: &str) -> String {
    format!("company:{}", companies::key(name))
}

/// Nobody could tell two of one name apart.
async fn free(tx: &mut Tx, name: &str, id: &CompanyId) -> Result<(), Problem> {
    tx.alone(&alone(name)).await?;
    match db::companies::named(tx.on(), name).await? {
        Some(other) if other.id != *id => Err(Problem::at(Field::Name, FieldProblem::Taken)),
        _ => Ok(()),
    }
}

/// Stores a company's numbers and words.
async fn set_found_by(
    b: &Backend,
    tx: &mut Tx,
    id: &CompanyId,
    draft: &CompanyDraft,
    before: &[Phone],
) -> Result<(), Problem> {
    let phones = customers::stored_phones(b, &draft.phones, before);
    found_by::set_phones(tx.on(), found_by::COMPANIES, id.as_str(), &phones).await?;
    let words = words(&draft.name, None, &draft.custom, phones.iter().map(|phone| &phone.number));
    Ok(found_by::set_words(tx.on(), found_by::COMPANIES, id.as_str(), &words).await?)
}

/// Everybody who works there is found by the company's new name from now on.
async fn rename_at_people(b: &Backend, tx: &mut Tx, id: &CompanyId, name: &str) -> Result<(), Problem> {
    db::companies::rename_at_people(tx.on(), id, name, b.now()).await?;
    for worker in db::companies::workers(tx.on(), id).await? {
        let Some(person) = db::customers::by_id(tx.on(), &worker).await? else { continue };
        let words = words(&person.name, Some(name), &person.custom, person.phones.iter().map(|phone| &phone.number));
        db::customers::set_words(tx.on(), &worker, &words).await?;
    }
    Ok(())
}

/// Writes down what a record has become, and keeps it.
async fn finish(
    b: &Backend,
    mut tx: Tx,
    who: &Actor,
    id: &CompanyId,
    before: Option<&Company>,
) -> Result<Company, Problem> {
    let saved = told(b, &mut tx, who, id, before).await?;
    tx.commit().await?;
    Ok(saved)
}

/// Writes down what a record has become.
async fn told(
    b: &Backend,
    tx: &mut Tx,
    who: &Actor,
    id: &CompanyId,
    before: Option<&Company>,
) -> Result<Company, Problem> {
    let saved = db::companies::by_id(tx.on(), id).await?.ok_or(Problem::NotFound)?;
    let fields = custom::of(tx.on(), Entity::Company).await?;
    let action = if before.is_some() { "company.updated" } else { "company.created" };
    audit::changed(b, tx, who, (action, format!("company:{id}")), before, &saved, &fields).await?;
    Ok(saved)
}

/// Keeps what was saved, as it is now.
async fn saved(mut tx: Tx, id: &CompanyId) -> Result<Company, Problem> {
    let saved = db::companies::by_id(tx.on(), id).await?.ok_or(Problem::NotFound)?;
    tx.commit().await?;
    Ok(saved)
}

/// A form whose masked numbers are whole again.
fn whole(b: &Backend, who: &Actor, form: &CompanyForm) -> Result<CompanyForm, Problem> {
    Ok(CompanyForm { phones: numbers::opened_rows(b, who, &form.phones)?, ..form.clone() })
}

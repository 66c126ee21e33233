//! Changes of many records at once: each wholly or not at all, all in one transaction, and undone as exactly as may be.

mod back;
mod record;

use crate::db::bulk_changes::{self as table, Changed};
use crate::db::{self, Tx};
use crate::permit::May;
use crate::{Backend, audit, custom, deals, listing, tags};
use back::back;
use domain::access::{Action, Actor};
use domain::bulk::{BULK_MAX, Bulk, Change, Chosen, Deed, Done, Left, NAMED_MAX, UNDO_FOR, Why};
use domain::cells::Cell;
use domain::custom::Value;
use domain::customers::CustomerQuery;
use domain::fields::{Field, FieldProblem};
use domain::ids::{BulkId, CustomFieldId, TagId};
use domain::lists::List;
use domain::problem::Problem;
use domain::rights::{Deed as Right, Records};
use domain::tags::{TAGS_MAX, parse};
use record::{Before, Record};
use serde_json::json;

/// Changes that are listed.
const SHOWN: i64 = 20;

/// Does the same to many records. One that cannot be changed is left as it is, and the answer says why.
///
/// # Errors
/// [`Problem::Forbidden`] when the role may not do this at all; [`Problem::Invalid`] for more than [`BULK_MAX`] records,
/// or for a value that no record takes.
pub async fn run(b: &Backend, who: &Actor, bulk: &Bulk) -> Result<Done, Problem> {
    permitted(who, bulk.list, &bulk.deed)?;
    let ids = chosen(b, who, bulk).await?;
    let mut tx = b.write().await?;
    let ready = Ready::of(b, &mut tx, bulk).await?;
    let mut tally = Tally::default();
    let mut changed = Vec::with_capacity(ids.len());
    for id in &ids {
        match one(b, &mut tx, who, bulk.list, id, &ready).await? {
            Outcome::Changed(record) => changed.push(record),
            Outcome::Same => tally.done += 1,
            Outcome::Left(left) => tally.leave(left),
        }
    }
    tally.done += changed.len();
    if changed.is_empty() {
        return Ok(tally.said(None));
    }
    let id = BulkId::new(b.new_id());
    table::insert(tx.on(), &id, &who.id, bulk.list, &bulk.deed, &changed, b.now()).await?;
    let details = json!({ "list": bulk.list, "deed": bulk.deed, "records": changed.len(), "left": tally.left });
    audit::note(b, &mut tx, Some(who), "records.changed", format!("bulk:{id}"), details).await?;
    tx.commit().await?;
    Ok(tally.said(Some(id)))
}

/// What one has changed lately; for admins what everybody has. Latest first.
///
/// # Errors
/// [`Problem::Unavailable`] only.
pub async fn recent(b: &Backend, who: &Actor, list: List) -> Result<Vec<Change>, Problem> {
    who.may(Action::EditOwnProfile)?;
    let of = who.may(Action::ManageViews).is_err().then_some(&who.id);
    Ok(table::since(b.read().await?.on(), list, of, b.now().plus(-UNDO_FOR), SHOWN).await?)
}

/// Makes each record of a change what it was before, but for those that somebody has changed since.
///
/// # Errors
/// [`Problem::NotFound`] for somebody else's, unless one is an admin; also when it was undone already or is too old;
/// [`Problem::Forbidden`] for whoever may not change such records any more.
pub async fn undo(b: &Backend, who: &Actor, id: &BulkId) -> Result<Done, Problem> {
    who.may(Action::EditOwnProfile)?;
    let mut tx = b.write().await?;
    let change = table::by_id(tx.on(), id).await?.ok_or(Problem::NotFound)?;
    let is_own = change.who.id == who.id || who.may(Action::ManageViews).is_ok();
    if !is_own || !change.is_undoable(b.now()) {
        return Err(Problem::NotFound);
    }
    permitted(who, change.list, &change.deed)?;
    if !table::undone(tx.on(), id, b.now()).await? {
        return Err(Problem::NotFound);
    }
    let mut tally = Tally::default();
    for record in table::records(tx.on(), id).await? {
        match back(b, &mut tx, who, &change, &record).await? {
            None => tally.done += 1,
            Some(left) => tally.leave(left),
        }
    }
    let details = json!({ "records": tally.done, "left": tally.left });
    audit::note(b, &mut tx, Some(who), "records.change_undone", format!("bulk:{id}"), details).await?;
    tx.commit().await?;
    Ok(tally.said(Some(id.clone())))
}

/// What became of all records.
#[derive(Default)]
struct Tally {
    done: usize,
    left: usize,
    named: Vec<Left>,
}

impl Tally {
    fn leave(&mut self, left: Left) {
        self.left += 1;
        if self.named.len() < NAMED_MAX {
            self.named.push(left);
        }
    }

    fn said(self, id: Option<BulkId>) -> Done {
        Done { id, done: self.done, left: self.left, named: self.named }
    }
}

/// Goes on when one may do this to several of a list's records.
fn permitted(who: &Actor, list: List, deed: &Deed) -> Result<(), Problem> {
    let of = |customers, companies, deals| match list {
        List::Customers => Ok(customers),
        List::Companies => Ok(companies),
        List::Deals => Ok(deals),
        List::Calls => Err(Problem::NotFound),
    };
    who.may(of(Action::ChangeManyCustomers, Action::ChangeManyCompanies, Action::ChangeManyDeals)?)?;
    who.may(match deed {
        Deed::Set { cell: Cell::Owner, .. } => {
            of(Action::ReassignCustomers, Action::ReassignCompanies, Action::ReassignDeals)?
        }
        Deed::Set { .. } | Deed::SetCustom { .. } | Deed::Tag(_) | Deed::Untag(_) => {
            of(Action::EditCustomers, Action::EditCompanies, Action::EditDeals)?
        }
        Deed::Delete => of(Action::DeleteCustomers, Action::DeleteCompanies, Action::DeleteDeals)?,
    })
}

/// The ids of the records that are meant; what a list finds is found anew.
async fn chosen(b: &Backend, who: &Actor, bulk: &Bulk) -> Result<Vec<String>, Problem> {
    let (mut ids, more) = match (&bulk.chosen, bulk.list) {
        (Chosen::These(ids), _) => (ids.clone(), false),
        (Chosen::Found(query), List::Customers) => {
            who.may(Action::SeeCustomers)?;
            let query = CustomerQuery { after: None, ..(**query).clone() };
            let seen = who.extent(Records::Customers, Right::See);
            let shown = |row: db::customer_list::Row| row.shown().id.to_string();
            let page = listing::page_of(b, who, &seen, &query, BULK_MAX, shown).await?;
            (page.rows, page.next.is_some())
        }
        (Chosen::Found(query), List::Companies) => {
            who.may(Action::SeeCompanies)?;
            let query = CustomerQuery { after: None, ..(**query).clone() };
            let seen = who.extent(Records::Companies, Right::See);
            let shown = |row: db::company_list::Row| row.shown().id.to_string();
            let page = listing::page_of(b, who, &seen, &query, BULK_MAX, shown).await?;
            (page.rows, page.next.is_some())
        }
        (Chosen::FoundDeals(query), List::Deals) => {
            who.may(Action::SeeDeals)?;
            let mut query = (**query).clone();
            query.after = None;
            let page =
                deals::page(b, &mut b.read().await?, who, &who.extent(Records::Deals, Right::See), &query, BULK_MAX)
                    .await?;
            (page.rows.into_iter().map(|deal| deal.id.to_string()).collect(), page.next.is_some())
        }
        _ => return Err(Problem::NotFound),
    };
    // In one order, whoever changes them: two who change the same wait for each other and never for themselves.
    ids.sort_unstable();
    ids.dedup();
    if more || ids.len() > BULK_MAX {
        return Err(Problem::at(Field::Filter, FieldProblem::TooMany { max: BULK_MAX }));
    }
    Ok(ids)
}

/// A deed of which everything is known that is the same for all records.
enum Ready<'a> {
    Set(Cell, &'a str),
    Custom(&'a CustomFieldId, Option<Value>),
    Tag(Vec<TagId>),
    Untag(&'a TagId),
    Delete,
}

impl<'a> Ready<'a> {
    async fn of(b: &Backend, tx: &mut Tx, bulk: &'a Bulk) -> Result<Self, Problem> {
        Ok(match &bulk.deed {
            Deed::Set { cell, value } => Self::Set(*cell, value),
            Deed::SetCustom { field, said } => Self::Custom(field, custom_value(tx, bulk.list, field, said).await?),
            Deed::Untag(tag) => Self::Untag(tag),
            Deed::Delete => Self::Delete,
            Deed::Tag(typed) => {
                let names = parse(typed)?;
                if names.is_empty() {
                    return Err(Problem::at(Field::Tags, FieldProblem::Required));
                }
                tx.alone("tags").await?;
                let mut tags = Vec::with_capacity(names.len());
                for name in &names {
                    tags.push(tags::of_name(b, tx, name).await?);
                }
                Self::Tag(tags)
            }
        })
    }
}

/// What is said of a field, read as its kind demands.
async fn custom_value(tx: &mut Tx, list: List, id: &CustomFieldId, said: &[String]) -> Result<Option<Value>, Problem> {
    let fields = custom::of(tx.on(), listing::entity(list).ok_or(Problem::NotFound)?).await?;
    let field = fields.iter().find(|field| field.id == *id).ok_or(Problem::NotFound)?;
    field.read(said).map_err(|problem| Problem::at(Field::Custom(id.clone()), problem))
}

/// What became of a record.
enum Outcome {
    Changed(Changed),
    /// It was like that already.
    Same,
    Left(Left),
}

async fn one(
    b: &Backend,
    tx: &mut Tx,
    who: &Actor,
    list: List,
    id: &str,
    ready: &Ready<'_>,
) -> Result<Outcome, Problem> {
    let Some(record) = Record::get(tx, list, id).await? else {
        return Ok(Outcome::Left(Left { name: id.to_owned(), why: Why::Gone }));
    };
    match apply(b, tx, who, &record, ready).await {
        Ok(None) => Ok(Outcome::Same),
        Ok(Some((version, before))) => {
            let before = serde_json::to_string(&before).map_err(|_| Problem::Unavailable)?;
            Ok(Outcome::Changed(Changed { record: id.to_owned(), version, before }))
        }
        // What one does not see has no name.
        Err(Problem::NotFound) => Ok(Outcome::Left(Left { name: id.to_owned(), why: Why::Gone })),
        Err(problem) => Ok(Outcome::Left(Left { name: record.name().to_owned(), why: Why::of(problem)? })),
    }
}

/// The record's version afterwards and what it was before; nothing when it was like that already.
async fn apply(
    b: &Backend,
    tx: &mut Tx,
    who: &Actor,
    record: &Record,
    ready: &Ready<'_>,
) -> Result<Option<(i64, Before)>, Problem> {
    let next = record.version() + 1;
    record.is_reached(tx, who, Right::Bulk).await?;
    if !matches!(ready, Ready::Delete) {
        record.is_reached(tx, who, Right::Edit).await?;
    }
    match ready {
        Ready::Set(cell, value) => {
            let before = record.before(*cell).ok_or(Problem::NotFound)?;
            if before.is(value) {
                return Ok(None);
            }
            record.set(b, tx, who, *cell, value).await?;
            Ok(Some((next, before)))
        }
        Ready::Custom(field, value) => {
            let before = record.custom(field);
            if before == *value {
                return Ok(None);
            }
            record.set_custom(b, tx, who, field, value.clone()).await?;
            Ok(Some((next, Before::Custom { value: before, active_at: record.was_active_at() })))
        }
        Ready::Tag(more) => retag(b, tx, who, record, |tags| tags.extend(more.iter().cloned())).await,
        Ready::Untag(tag) => retag(b, tx, who, record, |tags| tags.retain(|one| one != *tag)).await,
        Ready::Delete => {
            record.hide(b, tx, who).await?;
            Ok(Some((next, Before::Shown)))
        }
    }
}

async fn retag(
    b: &Backend,
    tx: &mut Tx,
    who: &Actor,
    record: &Record,
    change: impl FnOnce(&mut Vec<TagId>),
) -> Result<Option<(i64, Before)>, Problem> {
    let subject = record.subject();
    let was = sorted(db::tags::of(tx.on(), &subject).await?.into_iter().map(|tag| tag.id).collect());
    let mut is = was.clone();
    change(&mut is);
    let is = sorted(is);
    if is == was {
        return Ok(None);
    }
    if is.len() > TAGS_MAX {
        return Err(Problem::at(Field::Tags, FieldProblem::TooMany { max: TAGS_MAX }));
    }
    tags::put(b, tx, who, &subject, &is).await?;
    Ok(Some((record.version(), Before::Tags { was, is })))
}

fn sorted(mut tags: Vec<TagId>) -> Vec<TagId> {
    tags.sort_unstable();
    tags.dedup();
    tags
}

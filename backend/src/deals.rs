//! Deals: made, changed, moved from stage to stage, listed and put on a board.

mod cells;
mod hiding;
mod list;

pub use cells::set_cell;
pub(crate) use cells::{change, with_cell};
pub(crate) use hiding::{bring_back, hide};
pub use list::list;
pub(crate) use list::{count, fill, page};

use crate::db::deals::{self as table, Placed};
use crate::db::{self, Answer, Tx, found_by};
use crate::listing::words;
use crate::permit::{Lends, May, makes_for, reaches, sees};
use crate::{Backend, audit, companies, custom, customers, listing, timeline};
use domain::access::{Action, Actor};
use domain::custom::{Entity, Values};
use domain::deals::{
    Board, Column, Deal, DealChange, DealDraft, DealForm, DealQuery, DealSort, Forecast, Move, OnDay, changes,
    first_month, forecast as add_up,
};
use domain::fields::{Field, FieldProblem};
use domain::ids::{CompanyId, CustomerId, DealId, LostReasonId, PipelineId, StaffId};
use domain::lists::List;
use domain::pipelines::{Pipeline, StageKind};
use domain::problem::Problem;
use domain::rights::{Deed, Records};
use domain::tags::Subject;

/// Cards that a column of the board begins with.
const CARDS: usize = 25;
/// Deals that a record shows.
const SHOWN: i64 = 50;
/// Months of the forecast before and after this one.
const MONTHS: (usize, usize) = (2, 5);

/// A pipeline with its deals, stage by stage: what each column comes to, and its first cards. Of a filter everything
/// counts but the stage.
///
/// # Errors
/// [`Problem::NotFound`] without the pipeline.
pub async fn board(b: &Backend, who: &Actor, query: &DealQuery) -> Result<Board, Problem> {
    who.may(Action::SeeDeals)?;
    let mut read = b.read().await?;
    let all = db::pipelines::all(read.on()).await?;
    let asked = query.filter.pipeline.as_ref();
    let fits = |one: &Pipeline| asked.map_or(one.active, |id| one.id == *id);
    let pipeline = all.into_iter().find(fits).ok_or(Problem::NotFound)?;
    let mut filter = query.filter.clone();
    filter.pipeline = Some(pipeline.id.clone());
    filter.stage = None;
    let tree = listing::filter(b, who, List::Deals, &filter.conditions).await?;
    let seen = who.extent(Records::Deals, Deed::See);
    let totals = table::totals(read.on(), &seen, (&filter, &tree), b.now()).await?;
    let mut columns = Vec::with_capacity(pipeline.stages.len());
    for stage in &pipeline.stages {
        filter.stage = Some(stage.id.clone());
        let of_stage = DealQuery { filter: filter.clone(), sort: order_at(stage.kind), after: None };
        let deals = page(b, &mut read, who, &seen, &of_stage, CARDS).await?;
        let (_, count, amount) = totals.iter().find(|(id, ..)| id == stage.id.as_str()).cloned().unwrap_or_default();
        columns.push(Column { stage: stage.clone(), count, amount, deals });
    }
    Ok(Board { pipeline, columns })
}

/// A deal, whole.
///
/// # Errors
/// [`Problem::NotFound`], also when hidden.
pub async fn get(b: &Backend, who: &Actor, id: &DealId) -> Result<Deal, Problem> {
    who.may(Action::SeeDeals)?;
    seen(&mut b.read().await?, who, id).await
}

/// A deal that one sees; one that one does not is none.
pub(crate) async fn seen(db: &mut impl Lends, who: &Actor, id: &DealId) -> Result<Deal, Problem> {
    let deal = table::by_id(db.lend(), id).await?.ok_or(Problem::NotFound)?;
    sees(db, who, Records::Deals, deal.owner.as_ref()).await?;
    Ok(deal)
}

/// A customer's deals, those that moved last first.
///
/// # Errors
/// [`Problem::NotFound`] without the customer.
pub async fn of_customer(b: &Backend, who: &Actor, id: &CustomerId) -> Result<Vec<Deal>, Problem> {
    who.may(Action::SeeDeals)?;
    let mut read = b.read().await?;
    timeline::known(&mut read, who, &Subject::Customer(id.clone())).await?;
    Ok(table::of_customer(read.on(), id, &who.extent(Records::Deals, Deed::See), SHOWN).await?)
}

/// A company's deals, those that moved last first.
///
/// # Errors
/// [`Problem::NotFound`] without the company.
pub async fn of_company(b: &Backend, who: &Actor, id: &CompanyId) -> Result<Vec<Deal>, Problem> {
    who.may(Action::SeeDeals)?;
    let mut read = b.read().await?;
    timeline::known(&mut read, who, &Subject::Company(id.clone())).await?;
    Ok(table::of_company(read.on(), id, &who.extent(Records::Deals, Deed::See), SHOWN).await?)
}

/// What deals should bring in, month by month: of one pipeline or all, of one member or everybody.
///
/// # Errors
/// [`Problem::Forbidden`] or [`Problem::Unavailable`].
pub async fn forecast(
    b: &Backend,
    who: &Actor,
    pipeline: Option<&PipelineId>,
    owner: Option<&StaffId>,
) -> Result<Forecast, Problem> {
    who.may(Action::SeeDeals)?;
    let (past, ahead) = MONTHS;
    let (pipeline, owner) = (pipeline.map_or("", PipelineId::as_str), owner.map_or("", StaffId::as_str));
    let mut read = b.read().await?;
    let seen = who.extent(Records::Deals, Deed::See);
    let open = table::open_days(read.on(), &seen, pipeline, owner).await?;
    let won = table::won_days(read.on(), &seen, pipeline, owner, first_month(b.now(), past)).await?;
    let open = open.into_iter().map(|(day, probability, amount)| OnDay { day, won: false, probability, amount });
    let won = won.into_iter().map(|(at, amount)| OnDay { day: Some(at), won: true, probability: 100, amount });
    Ok(add_up(&open.chain(won).collect::<Vec<_>>(), b.now(), past, ahead))
}

/// A new deal.
///
/// # Errors
/// [`Problem::Invalid`] with every field to mend; [`Problem::Forbidden`] for whom one may not make any.
pub async fn create(b: &Backend, who: &Actor, form: &DealForm) -> Result<Deal, Problem> {
    who.may(Action::CreateDeals)?;
    let mut draft = form.parse(&custom::of(b.read().await?.on(), Entity::Deal).await?)?;
    let id = DealId::new(b.new_id());
    let mut tx = b.write().await?;
    makes_for(&mut tx, who, Records::Deals, &mut draft.owner).await?;
    customers::known(&mut tx, draft.owner.as_ref()).await?;
    let (pipeline, reason) = place(&mut tx, &draft, None).await?;
    let company = with_whom(b, &mut tx, who, &draft, None).await?;
    let stage = draft.stage.as_ref().or_else(|| pipeline.stages.first().map(|stage| &stage.id));
    let stage = stage.ok_or(Problem::NotFound)?;
    let placed = Placed {
        draft: &draft,
        company: company.as_ref(),
        pipeline: &pipeline.id,
        stage,
        lost_reason: reason.as_ref(),
    };
    table::insert(tx.on(), &id, &placed, b.now()).await?;
    set_words(&mut tx, &id, &draft.title, &draft.custom).await?;
    db::custom::set(tx.on(), id.as_str(), &Values::default(), &draft.custom).await?;
    let deal = table::by_id(tx.on(), &id).await?.ok_or(Problem::NotFound)?;
    remember(b, &mut tx, who, &deal, &[DealChange::Made { stage: deal.stage.name.clone() }]).await?;
    finish(b, tx, who, &id, None).await
}

/// Saves a deal that was opened at `version`.
///
/// # Errors
/// [`Problem::StaleDeal`] with the deal as it is now when somebody saved or moved it in between; [`Problem::Forbidden`]
/// when one may not change it, or not take it from its owner; [`Problem::Invalid`],
/// [`Problem::NotFound`]. Nothing is saved then.
pub async fn update(b: &Backend, who: &Actor, id: &DealId, version: i64, form: &DealForm) -> Result<Deal, Problem> {
    who.may(Action::EditDeals)?;
    let fields = custom::of(b.read().await?.on(), Entity::Deal).await?;
    let mut draft = form.parse(&fields)?;
    let mut tx = b.write().await?;
    let before = current(&mut tx, who, id, version).await?;
    draft.custom = draft.custom.beside(&before.custom, &fields);
    change(b, &mut tx, who, &before, &draft).await?;
    saved(tx, id).await
}

/// Puts a deal at another stage of its pipeline.
///
/// # Errors
/// [`Problem::StaleDeal`] with the deal as it is now when somebody saved or moved it in between; [`Problem::Invalid`]
/// at the stage or at the reason, which a lost deal must have; [`Problem::NotFound`]. Nothing is saved then.
pub async fn move_to(b: &Backend, who: &Actor, id: &DealId, to: &Move) -> Result<Deal, Problem> {
    who.may(Action::EditDeals)?;
    let mut tx = b.write().await?;
    let before = current(&mut tx, who, id, to.version).await?;
    let mut draft = DealDraft::from(&before);
    draft.stage = Some(to.stage.clone());
    draft.lost_reason.clone_from(&to.lost_reason);
    let (pipeline, _) = place(&mut tx, &draft, Some(&before)).await?;
    if pipeline.id != before.pipeline.id {
        return Err(Problem::at(Field::Stage, FieldProblem::Unknown));
    }
    store(b, &mut tx, who, &before, &draft).await?;
    saved(tx, id).await
}

/// Hides a deal from every list, board and sum.
///
/// # Errors
/// [`Problem::Forbidden`] where one may not; [`Problem::NotFound`].
pub async fn delete(b: &Backend, who: &Actor, id: &DealId) -> Result<(), Problem> {
    who.may(Action::DeleteDeals)?;
    let mut tx = b.write().await?;
    let deal = seen(&mut tx, who, id).await?;
    hide(b, &mut tx, who, &deal).await?;
    Ok(tx.commit().await?)
}

/// Open deals by when they should be won, others by when they were.
fn order_at(kind: StageKind) -> DealSort {
    if kind.is_closed() { DealSort::Moved } else { DealSort::Close }
}

/// The deal that somebody opened at `version` and may change, unless it is another by now.
async fn current(tx: &mut Tx, who: &Actor, id: &DealId, version: i64) -> Result<Deal, Problem> {
    let deal = seen(tx, who, id).await?;
    reaches(tx, who, Records::Deals, Deed::Edit, deal.owner.as_ref()).await?;
    if deal.version == version { Ok(deal) } else { Err(Problem::StaleDeal(Box::new(deal))) }
}

/// The pipeline of the stage that is named, or of the first one in which deals can begin; and why it is lost, which is
/// asked where the stage means that it is and there is something to choose.
async fn place(
    tx: &mut Tx,
    draft: &DealDraft,
    before: Option<&Deal>,
) -> Result<(Pipeline, Option<LostReasonId>), Problem> {
    let all = db::pipelines::all(tx.on()).await?;
    let fits = |one: &Pipeline| draft.stage.as_ref().map_or(one.active, |stage| one.stage(stage).is_some());
    let unknown = || Problem::at(Field::Stage, FieldProblem::Unknown);
    let pipeline = all.into_iter().find(fits).ok_or_else(unknown)?;
    let kind = draft.stage.as_ref().and_then(|id| pipeline.stage(id)).map(|stage| stage.kind);
    if kind != Some(StageKind::Lost) {
        return Ok((pipeline, None));
    }
    // A reason that can no longer be chosen stays where it was chosen.
    let stays = |id: &LostReasonId| before.and_then(|deal| deal.lost_reason.as_ref()).is_some_and(|r| r.id == *id);
    match &draft.lost_reason {
        Some(id) if pipeline.reason(id).is_some() || stays(id) => Ok((pipeline, Some(id.clone()))),
        Some(_) => Err(Problem::at(Field::LostReason, FieldProblem::Unknown)),
        None if pipeline.lost_reasons.is_empty() => Ok((pipeline, None)),
        None => Err(Problem::at(Field::LostReason, FieldProblem::Required)),
    }
}

/// The customer must be there and seen, unless it stays who it was; the company is made when it is not, and stays the same while its name does: there may
/// be two of one name.
async fn with_whom(
    b: &Backend,
    tx: &mut Tx,
    who: &Actor,
    draft: &DealDraft,
    before: Option<&Deal>,
) -> Result<Option<CompanyId>, Problem> {
    let stays = before.and_then(|deal| deal.customer.as_ref()).map(|customer| &customer.id);
    if let Some(customer) = draft.customer.as_ref().filter(|customer| Some(*customer) != stays) {
        let unknown = |problem| match problem {
            Problem::NotFound => Problem::at(Field::Customer, FieldProblem::Unknown),
            other => other,
        };
        customers::seen(tx, who, customer).await.map_err(unknown)?;
    }
    if let Some(company) =
        before.and_then(|deal| deal.company.as_ref()).filter(|company| draft.company.as_ref() == Some(&company.name))
    {
        return Ok(Some(company.id.clone()));
    }
    companies::of_name(b, tx, draft.company.as_deref(), draft.owner.as_ref()).await
}

/// Writes what a deal has become, and what happened to it.
pub(crate) async fn store(
    b: &Backend,
    tx: &mut Tx,
    who: &Actor,
    before: &Deal,
    draft: &DealDraft,
) -> Result<(), Problem> {
    let (pipeline, reason) = place(tx, draft, Some(before)).await?;
    let company = with_whom(b, tx, who, draft, Some(before)).await?;
    let placed = Placed {
        draft,
        company: company.as_ref(),
        pipeline: &pipeline.id,
        stage: draft.stage.as_ref().unwrap_or(&before.stage.id),
        lost_reason: reason.as_ref(),
    };
    if !table::update(tx.on(), &before.id, before.version, &placed, b.now()).await? {
        // Somebody else's save was committed between our look and our save.
        let now = table::by_id(tx.on(), &before.id).await?.ok_or(Problem::NotFound)?;
        return Err(Problem::StaleDeal(Box::new(now)));
    }
    if draft.title != before.title || draft.custom != before.custom {
        set_words(tx, &before.id, &draft.title, &draft.custom).await?;
    }
    db::custom::set(tx.on(), before.id.as_str(), &before.custom, &draft.custom).await?;
    let after = table::by_id(tx.on(), &before.id).await?.ok_or(Problem::NotFound)?;
    remember(b, tx, who, &after, &changes(before, &after)).await?;
    told(b, tx, who, &before.id, Some(before)).await.map(drop)
}

/// What a deal is found by.
pub(crate) async fn set_words(tx: &mut Tx, id: &DealId, title: &str, custom: &Values) -> Answer<()> {
    let words = words(title, None, custom, std::iter::empty());
    found_by::set_words(tx.on(), found_by::DEALS, id.as_str(), &words).await
}

/// What deals from before they were found by words are found by is worked out, once.
pub(crate) async fn settle(b: &Backend) -> Answer<()> {
    let mut after = String::new();
    loop {
        let mut tx = b.write().await?;
        tx.alone("deals").await?;
        let some = db::deal_words::unsettled(tx.on(), &after).await?;
        let Some((last, _)) = some.last() else { return Ok(()) };
        after.clone_from(last);
        for (id, title) in some {
            set_words(&mut tx, &DealId::new(id), &title, &Values::default()).await?;
        }
        tx.commit().await?;
    }
}

/// Writes down what happened to a deal; it is an activity of whom it is with.
async fn remember(b: &Backend, tx: &mut Tx, who: &Actor, deal: &Deal, changes: &[DealChange]) -> Result<(), Problem> {
    for change in changes {
        table::add_event(tx.on(), &b.new_id(), &deal.id, &who.id, change, b.now()).await?;
    }
    if let Some(customer) = &deal.customer {
        db::customers::touch(tx.on(), &customer.id, b.now()).await?;
    }
    if let Some(company) = &deal.company {
        db::companies::touch(tx.on(), &company.id, b.now()).await?;
    }
    Ok(())
}

/// Keeps what was saved, and from what to what.
async fn finish(b: &Backend, mut tx: Tx, who: &Actor, id: &DealId, before: Option<&Deal>) -> Result<Deal, Problem> {
    let saved = told(b, &mut tx, who, id, before).await?;
    tx.commit().await?;
    Ok(saved)
}

/// Writes down what a record has become.
async fn told(b: &Backend, tx: &mut Tx, who: &Actor, id: &DealId, before: Option<&Deal>) -> Result<Deal, Problem> {
    let saved = table::by_id(tx.on(), id).await?.ok_or(Problem::NotFound)?;
    let fields = custom::of(tx.on(), Entity::Deal).await?;
    let action = if before.is_some() { "deal.updated" } else { "deal.created" };
    audit::changed(b, tx, who, (action, format!("deal:{id}")), before, &saved, &fields).await?;
    Ok(saved)
}

/// Keeps what was saved, as it is now.
async fn saved(mut tx: Tx, id: &DealId) -> Result<Deal, Problem> {
    let saved = table::by_id(tx.on(), id).await?.ok_or(Problem::NotFound)?;
    tx.commit().await?;
    Ok(saved)
}

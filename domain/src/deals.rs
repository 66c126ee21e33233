//! Deals: what somebody may buy, for how much, when, and how far it is.

mod amount;
mod forecast;
mod history;

pub use amount::{AMOUNT_MAX, parse as parse_amount};
pub use forecast::{Due, Forecast, ForecastMonth, OnDay, first_month, forecast};
pub use history::{DealChange, DealEvent, changes};

use crate::companies::{COMPANY_NAME_MAX, CompanyRef};
use crate::custom::{self, CustomField, Entries, Values};
use crate::customers::{CustomerRef, OwnerFilter};
use crate::fields::{self, Field, FieldError, FieldProblem};
use crate::filters::Filter;
use crate::ids::{CustomerId, DealId, LostReasonId, PipelineId, StaffId, StageId, TagId};
use crate::names;
use crate::paging::{Cursor, Page};
use crate::pipelines::{LostReason, Pipeline, PipelineRef, Stage};
use crate::staff::StaffRef;
use crate::times::{self, Millis};
use serde::{Deserialize, Serialize};

/// The longest title, in characters.
pub const TITLE_MAX: usize = 200;

/// A deal named in another record.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct DealRef {
    /// Which.
    pub id: DealId,
    /// Its title.
    pub title: String,
}

/// A deal, as its record, the list and the board show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deal {
    /// Which.
    pub id: DealId,
    /// Grows with every save and every move; a save must name the one it started from.
    pub version: i64,
    /// What it is about.
    pub title: String,
    /// With whom.
    pub customer: Option<CustomerRef>,
    /// With which company.
    pub company: Option<CompanyRef>,
    /// Whole đồng.
    pub amount: i64,
    /// The beginning of the day on which it should be won.
    pub close_on: Option<Millis>,
    /// Who is responsible.
    pub owner: Option<StaffRef>,
    /// In which pipeline.
    pub pipeline: PipelineRef,
    /// How far it is there.
    pub stage: Stage,
    /// Why it was lost; only where it was.
    pub lost_reason: Option<LostReason>,
    /// Since when it is at this stage.
    pub moved_at: Millis,
    /// When the record was made.
    pub created_at: Millis,
    /// When it was last saved or moved.
    pub updated_at: Millis,
    /// Last note, save or move.
    pub last_activity_at: Millis,
    /// What the installation's own fields say.
    #[serde(default)]
    pub custom: Values,
    /// The names of the tags, as they are read; only in lists.
    #[serde(default)]
    pub tags: Option<String>,
}

impl Deal {
    /// As other records name it.
    pub fn named(&self) -> DealRef {
        DealRef { id: self.id.clone(), title: self.title.clone() }
    }

    /// Whether it should have been won or lost by now. Days are Vietnam's.
    pub fn is_overdue(&self, now: Millis) -> bool {
        !self.stage.kind.is_closed() && self.close_on.is_some_and(|on| on < now.day_start())
    }
}

/// Which deals.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DealFilter {
    /// Of this pipeline; all where it is not said.
    pub pipeline: Option<PipelineId>,
    /// At this stage.
    pub stage: Option<StageId>,
    /// Whose.
    pub owner: OwnerFilter,
    /// When they should be won.
    pub due: Option<Due>,
    /// With this tag.
    pub tag: Option<TagId>,
    /// Words of the title, the customer's or the company's name; empty for all.
    pub text: String,
    /// What else must hold.
    #[serde(default)]
    pub conditions: Filter,
}

/// The order of a list of deals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DealSort {
    /// Those that should be won soonest first, those without a day last.
    #[default]
    Close,
    /// The largest first.
    Amount,
    /// Those that moved last first.
    Moved,
    /// By title, accents apart.
    Title,
}

/// What the list of deals is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DealQuery {
    /// Which.
    pub filter: DealFilter,
    /// In which order.
    pub sort: DealSort,
    /// Where the page begins; `None` for the first.
    pub after: Option<Cursor>,
}

/// A column of the board.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Column {
    /// Which stage.
    pub stage: Stage,
    /// How many deals are there, also those that are not shown yet.
    pub count: i64,
    /// What they come to, in whole đồng.
    pub amount: i64,
    /// The first of them: open ones by the day they should be won, others by when they came there.
    pub deals: Page<Deal>,
}

/// The board of a pipeline.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Board {
    /// Whose stages.
    pub pipeline: Pipeline,
    /// One for each stage, in order.
    pub columns: Vec<Column>,
}

/// Where a deal is put: at a stage, and why where it is lost.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Move {
    /// The version the mover saw.
    pub version: i64,
    /// To which stage, of its own pipeline.
    pub stage: StageId,
    /// Why, where that stage means that it is lost and the pipeline has reasons.
    pub lost_reason: Option<LostReasonId>,
}

/// What a member fills in for a deal.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DealForm {
    /// What it is about.
    pub title: String,
    /// With whom.
    pub customer: Option<CustomerId>,
    /// With which company: its name; one that is not there yet is made.
    pub company: String,
    /// As people write money: `1.250.000`, `15tr`, `1,5 tỷ`. Empty for nothing yet.
    pub amount: String,
    /// `2026-11-30`, the day in Vietnam; may be empty.
    pub close_on: String,
    /// Who is responsible.
    pub owner: Option<StaffId>,
    /// At which stage of which pipeline; `None` for the first stage of the first pipeline.
    pub stage: Option<StageId>,
    /// Why, where that stage means that it is lost.
    pub lost_reason: Option<LostReasonId>,
    /// What is typed and chosen in the installation's own fields.
    #[serde(default)]
    pub custom: Entries,
}

impl From<&Deal> for DealForm {
    fn from(deal: &Deal) -> Self {
        Self {
            title: deal.title.clone(),
            customer: deal.customer.as_ref().map(|customer| customer.id.clone()),
            company: deal.company.as_ref().map(|company| company.name.clone()).unwrap_or_default(),
            amount: if deal.amount == 0 { String::new() } else { times::money(deal.amount) },
            close_on: deal.close_on.map(times::iso_date).unwrap_or_default(),
            owner: deal.owner.as_ref().map(|owner| owner.id.clone()),
            stage: Some(deal.stage.id.clone()),
            lost_reason: deal.lost_reason.as_ref().map(|reason| reason.id.clone()),
            custom: Entries::from(&deal.custom),
        }
    }
}

/// As it is stored, to be stored again with a change.
impl From<&Deal> for DealDraft {
    fn from(deal: &Deal) -> Self {
        Self {
            title: deal.title.clone(),
            customer: deal.customer.as_ref().map(|customer| customer.id.clone()),
            company: deal.company.as_ref().map(|company| company.name.clone()),
            amount: deal.amount,
            close_on: deal.close_on,
            owner: deal.owner.as_ref().map(|owner| owner.id.clone()),
            stage: Some(deal.stage.id.clone()),
            lost_reason: deal.lost_reason.as_ref().map(|reason| reason.id.clone()),
            custom: deal.custom.clone(),
        }
    }
}

/// A deal's form that holds what it must. Whether stage and reason are there, the database knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DealDraft {
    /// What it is about, tidied.
    pub title: String,
    /// With whom.
    pub customer: Option<CustomerId>,
    /// With which company.
    pub company: Option<String>,
    /// Whole đồng.
    pub amount: i64,
    /// The beginning of the day on which it should be won.
    pub close_on: Option<Millis>,
    /// Who is responsible.
    pub owner: Option<StaffId>,
    /// At which stage.
    pub stage: Option<StageId>,
    /// Why it is lost.
    pub lost_reason: Option<LostReasonId>,
    /// What the installation's own fields say.
    pub custom: Values,
}

impl DealForm {
    /// Checks every field at once, those of the installation too. A deal is with a customer, with a company, or with both.
    ///
    /// # Errors
    /// Each field that must be mended.
    pub fn parse(&self, fields: &[CustomField]) -> Result<DealDraft, Vec<FieldError>> {
        self.read(fields, true)
    }

    /// The same for a deal that is there: one whose customer is deleted shows nobody, and needs nobody.
    ///
    /// # Errors
    /// Each field that must be mended.
    pub fn parse_again(&self, fields: &[CustomField], before: &Deal) -> Result<DealDraft, Vec<FieldError>> {
        self.read(fields, before.customer.is_some() || before.company.is_some())
    }

    fn read(&self, fields: &[CustomField], with_somebody: bool) -> Result<DealDraft, Vec<FieldError>> {
        let mut errors = Vec::new();
        let title = fields::optional(&names::tidy(&self.title), Field::Title, TITLE_MAX, &mut errors);
        if title.is_none() {
            errors.push(FieldError::new(Field::Title, FieldProblem::Required));
        }
        let company = fields::optional(&names::tidy(&self.company), Field::Company, COMPANY_NAME_MAX, &mut errors);
        if with_somebody && company.is_none() && self.customer.is_none() {
            errors.push(FieldError::new(Field::Customer, FieldProblem::NobodyNamed));
        }
        let amount = amount::field(&self.amount, &mut errors);
        let close_on = day(&self.close_on, &mut errors);
        let custom = custom::read(fields, &self.custom, &mut errors);
        match title {
            Some(title) if errors.is_empty() => Ok(DealDraft {
                title,
                customer: self.customer.clone(),
                company,
                amount,
                close_on,
                owner: self.owner.clone(),
                stage: self.stage.clone(),
                lost_reason: self.lost_reason.clone(),
                custom,
            }),
            _ => Err(errors),
        }
    }
}

fn day(text: &str, errors: &mut Vec<FieldError>) -> Option<Millis> {
    if text.trim().is_empty() {
        return None;
    }
    let day = times::parse_date(text);
    if day.is_none() {
        errors.push(FieldError::new(Field::CloseOn, FieldProblem::NotATime));
    }
    day
}

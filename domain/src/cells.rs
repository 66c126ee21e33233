//! Fields that are changed where a list shows them: one in its cell, or the same at many records.

use crate::companies::CompanyForm;
use crate::customers::CustomerForm;
use crate::deals::DealForm;
use crate::fields::Field;
use crate::ids::{LostReasonId, StaffId, StageId};
use crate::lists::{List, ListColumn};
use serde::{Deserialize, Serialize};

/// A field that a list can change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cell {
    /// The name, or the title of a deal.
    Name,
    /// The name of the company; one that is not there yet is made.
    Company,
    /// Email address.
    Email,
    /// Postal address.
    Address,
    /// The id of the member responsible; empty for nobody.
    Owner,
    /// What a deal comes to, as people write money.
    Amount,
    /// `2026-11-30`; may be empty.
    CloseOn,
    /// The id of a deal's stage, and after a bar why it is lost.
    Stage,
}

/// Between a stage and why a deal is lost.
const BAR: char = '|';

impl Cell {
    /// What a list changes record by record.
    pub fn of(list: List) -> &'static [Self] {
        match list {
            List::Calls => &[],
            List::Customers => &[Self::Name, Self::Company, Self::Email, Self::Address, Self::Owner],
            List::Companies => &[Self::Name, Self::Email, Self::Address, Self::Owner],
            List::Deals => &[Self::Name, Self::Stage, Self::Amount, Self::CloseOn, Self::Owner],
        }
    }

    /// What can sensibly be the same at many records. Who is responsible is asked apart.
    pub fn of_many(list: List) -> &'static [Self] {
        match list {
            List::Calls => &[],
            List::Customers => &[Self::Company, Self::Address],
            List::Companies => &[Self::Address],
            List::Deals => &[Self::Stage, Self::CloseOn, Self::Amount],
        }
    }

    /// The cell in a column of a list, where it can be changed.
    pub fn in_column(list: List, column: ListColumn) -> Option<Self> {
        let cell = match column {
            ListColumn::Name | ListColumn::Title => Self::Name,
            ListColumn::Company => Self::Company,
            ListColumn::Email => Self::Email,
            ListColumn::Address => Self::Address,
            ListColumn::Owner => Self::Owner,
            ListColumn::Amount => Self::Amount,
            ListColumn::CloseOn => Self::CloseOn,
            ListColumn::Stage => Self::Stage,
            _ => return None,
        };
        Self::of(list).contains(&cell).then_some(cell)
    }

    /// The field of the form that it is.
    pub fn field(self, list: List) -> Field {
        match self {
            Self::Name if list == List::Deals => Field::Title,
            Self::Name => Field::Name,
            Self::Company => Field::Company,
            Self::Email => Field::Email,
            Self::Address => Field::Address,
            Self::Owner => Field::Owner,
            Self::Amount => Field::Amount,
            Self::CloseOn => Field::CloseOn,
            Self::Stage => Field::Stage,
        }
    }
}

/// A form of which a list can change a field.
pub trait Celled {
    /// What stands in a cell; `None` for one that these records do not have.
    fn cell(&self, cell: Cell) -> Option<String>;

    /// Fills a cell in; `false` for one that these records do not have.
    fn set_cell(&mut self, cell: Cell, value: &str) -> bool;
}

fn named(owner: Option<&StaffId>) -> String {
    owner.map(ToString::to_string).unwrap_or_default()
}

fn owner(value: &str) -> Option<StaffId> {
    (!value.is_empty()).then(|| StaffId::new(value))
}

impl Celled for CustomerForm {
    fn cell(&self, cell: Cell) -> Option<String> {
        Some(match cell {
            Cell::Name => self.name.clone(),
            Cell::Company => self.company.clone(),
            Cell::Email => self.email.clone(),
            Cell::Address => self.address.clone(),
            Cell::Owner => named(self.owner.as_ref()),
            Cell::Amount | Cell::CloseOn | Cell::Stage => return None,
        })
    }

    fn set_cell(&mut self, cell: Cell, value: &str) -> bool {
        match cell {
            Cell::Name => value.clone_into(&mut self.name),
            Cell::Company => value.clone_into(&mut self.company),
            Cell::Email => value.clone_into(&mut self.email),
            Cell::Address => value.clone_into(&mut self.address),
            Cell::Owner => self.owner = owner(value),
            Cell::Amount | Cell::CloseOn | Cell::Stage => return false,
        }
        true
    }
}

impl Celled for CompanyForm {
    fn cell(&self, cell: Cell) -> Option<String> {
        Some(match cell {
            Cell::Name => self.name.clone(),
            Cell::Email => self.email.clone(),
            Cell::Address => self.address.clone(),
            Cell::Owner => named(self.owner.as_ref()),
            Cell::Company | Cell::Amount | Cell::CloseOn | Cell::Stage => return None,
        })
    }

    fn set_cell(&mut self, cell: Cell, value: &str) -> bool {
        match cell {
            Cell::Name => value.clone_into(&mut self.name),
            Cell::Email => value.clone_into(&mut self.email),
            Cell::Address => value.clone_into(&mut self.address),
            Cell::Owner => self.owner = owner(value),
            Cell::Company | Cell::Amount | Cell::CloseOn | Cell::Stage => return false,
        }
        true
    }
}

impl Celled for DealForm {
    fn cell(&self, cell: Cell) -> Option<String> {
        Some(match cell {
            Cell::Name => self.title.clone(),
            Cell::Owner => named(self.owner.as_ref()),
            Cell::Amount => self.amount.clone(),
            Cell::CloseOn => self.close_on.clone(),
            Cell::Stage => stage_value(self.stage.as_ref(), self.lost_reason.as_ref()),
            Cell::Company | Cell::Email | Cell::Address => return None,
        })
    }

    fn set_cell(&mut self, cell: Cell, value: &str) -> bool {
        match cell {
            Cell::Name => value.clone_into(&mut self.title),
            Cell::Owner => self.owner = owner(value),
            Cell::Amount => value.clone_into(&mut self.amount),
            Cell::CloseOn => value.clone_into(&mut self.close_on),
            Cell::Stage => {
                let (stage, reason) = value.split_once(BAR).unwrap_or((value, ""));
                self.stage = Some(StageId::new(stage));
                self.lost_reason = (!reason.is_empty()).then(|| LostReasonId::new(reason));
            }
            Cell::Company | Cell::Email | Cell::Address => return false,
        }
        true
    }
}

/// What stands in the cell of a stage, and why a deal is lost there.
pub fn stage_value(stage: Option<&StageId>, reason: Option<&LostReasonId>) -> String {
    let stage = stage.map(ToString::to_string).unwrap_or_default();
    reason.map_or(stage.clone(), |reason| format!("{stage}{BAR}{reason}"))
}

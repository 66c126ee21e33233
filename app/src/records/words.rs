//! Columns of lists, fields and operators of filters in words.

use crate::texts::t;
use domain::cells::Cell;
use domain::filters::{FilterField, Kind, Operator};
use domain::lists::{List, ListColumn};

/// What a column of a list is called.
pub(crate) fn column(list: List, column: ListColumn) -> &'static str {
    let words = &t().records;
    match column {
        ListColumn::Name if list == List::Companies => t().companies.name,
        ListColumn::Name => t().customers.name,
        ListColumn::Title => t().deals.name,
        ListColumn::Company => t().customers.company,
        ListColumn::Customer => t().deals.customer,
        ListColumn::People => t().companies.people,
        ListColumn::Phone => t().customers.phone,
        ListColumn::Email => words.email,
        ListColumn::Address => words.address,
        ListColumn::Stage => t().deals.stage,
        ListColumn::Amount => t().deals.amount,
        ListColumn::CloseOn => t().deals.close_on,
        ListColumn::Tags => t().tags.title,
        ListColumn::Owner => t().customers.owner,
        ListColumn::Created => words.created,
        ListColumn::Activity => t().customers.last_activity,
        ListColumn::Moved => t().deals.moved_at,
    }
}

/// What a cell of a list is called.
pub(super) fn cell(list: List, cell: Cell) -> &'static str {
    let of = |one: &&ListColumn| Cell::in_column(list, **one) == Some(cell);
    list.columns().iter().find(of).map(|one| column(list, *one)).unwrap_or_default()
}

/// What a field is called; one that the installation defines says that itself.
pub(super) fn field(list: List, field: &FilterField) -> &'static str {
    let words = &t().records;
    match field {
        FilterField::Name if list == List::Deals => t().deals.name,
        FilterField::Name => column(list, ListColumn::Name),
        FilterField::Company => t().customers.company,
        FilterField::Customer => t().deals.customer,
        FilterField::Email => words.email,
        FilterField::Address => words.address,
        FilterField::Phone => t().customers.phone,
        FilterField::DoNotCall => words.do_not_call,
        FilterField::Owner => t().customers.owner,
        FilterField::Tag => t().tags.title,
        FilterField::Amount => t().deals.amount,
        FilterField::Stage => t().deals.stage,
        FilterField::Progress => words.progress,
        FilterField::CloseOn => t().deals.close_on,
        FilterField::Created => words.created,
        FilterField::Activity => t().customers.last_activity,
        FilterField::Custom(_) => "",
    }
}

/// What an operator asks of a field of this kind.
pub(super) fn operator(kind: Kind, operator: Operator) -> &'static str {
    let words = &t().records;
    match operator {
        Operator::Has => words.has,
        Operator::HasNot => words.has_not,
        Operator::Is => words.is,
        Operator::IsNot => words.is_not,
        Operator::AtLeast => words.at_least,
        Operator::AtMost => words.at_most,
        Operator::Since => words.since,
        Operator::Until => words.until,
        Operator::LastDays => words.last_days,
        Operator::BeforeDays => words.before_days,
        Operator::NextDays => words.next_days,
        Operator::Set if kind == Kind::Flag => t().log.yes,
        Operator::Unset if kind == Kind::Flag => t().log.no,
        Operator::Set => words.set,
        Operator::Unset => words.unset,
    }
}

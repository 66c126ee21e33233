//! Fields and operators of filters in words.

use crate::texts::t;
use domain::filters::{FilterField, Kind, Operator};

/// What a field is called; one that the installation defines says that itself.
pub(super) fn field(field: &FilterField) -> &'static str {
    let words = &t().records;
    match field {
        FilterField::Name => t().customers.name,
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

//! The inbox in words.

use crate::texts::t;
use domain::missed::{ClosedHow, MissedRow, Which};

/// A list's name.
pub(super) fn list(which: Which) -> &'static str {
    let words = &t().missed;
    match which {
        Which::Open => words.open,
        Which::Mine => words.mine,
        Which::Unassigned => words.unassigned,
        Which::Overdue => words.overdue,
        Which::Closed => words.closed,
    }
}

/// How an item was closed.
pub(super) fn closed_how(how: ClosedHow) -> &'static str {
    let words = &t().missed;
    match how {
        ClosedHow::CalledBack => words.called_back,
        ClosedHow::CalledAgain => words.called_again,
        ClosedHow::ByHand => words.by_hand,
    }
}

/// Whom a row is about: the customer's name, or the number.
pub(super) fn who(row: &MissedRow) -> String {
    row.customer.as_ref().map_or_else(|| row.number.grouped(), |customer| customer.name.clone())
}

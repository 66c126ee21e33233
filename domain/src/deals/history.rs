//! What happened to a deal, in the words of that day: a stage that is renamed later was called otherwise then.

use super::{Deal, DealRef};
use crate::staff::StaffRef;
use crate::times::Millis;
use serde::{Deserialize, Serialize};

/// One change of a deal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "change")]
pub enum DealChange {
    /// It was made, at this stage.
    Made {
        /// The stage's name.
        stage: String,
    },
    /// It went from one stage to another.
    Moved {
        /// Where it was.
        from: String,
        /// Where it is.
        to: String,
        /// Why, where it was lost.
        reason: Option<String>,
    },
    /// It came to more or less.
    Amount {
        /// Whole đồng before.
        from: i64,
        /// Whole đồng after.
        to: i64,
    },
    /// It should be won on another day.
    Close {
        /// The day before.
        from: Option<Millis>,
        /// The day after.
        to: Option<Millis>,
    },
    /// Somebody else is responsible.
    Owner {
        /// Who was.
        from: Option<String>,
        /// Who is.
        to: Option<String>,
    },
    /// It is called otherwise.
    Title {
        /// What it was called.
        from: String,
        /// What it is called.
        to: String,
    },
    /// It is with somebody else.
    With {
        /// Customer and company before.
        from: String,
        /// Customer and company after.
        to: String,
    },
}

/// One change, when and by whom.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DealEvent {
    /// Its own id.
    pub id: String,
    /// Of which deal, by its name today.
    pub deal: DealRef,
    /// When.
    pub at: Millis,
    /// By whom.
    pub who: StaffRef,
    /// What.
    pub change: DealChange,
}

/// What a save changed, most important first.
pub fn changes(before: &Deal, after: &Deal) -> Vec<DealChange> {
    let stage =
        (before.stage.id != after.stage.id || before.lost_reason != after.lost_reason).then(|| moved(before, after));
    let amount =
        (before.amount != after.amount).then_some(DealChange::Amount { from: before.amount, to: after.amount });
    let close =
        (before.close_on != after.close_on).then_some(DealChange::Close { from: before.close_on, to: after.close_on });
    let name = |deal: &Deal| deal.owner.as_ref().map(|owner| owner.name.clone());
    let owner = (before.owner.as_ref().map(|o| &o.id) != after.owner.as_ref().map(|o| &o.id))
        .then(|| DealChange::Owner { from: name(before), to: name(after) });
    let title = (before.title != after.title)
        .then(|| DealChange::Title { from: before.title.clone(), to: after.title.clone() });
    let with = (before.customer != after.customer || before.company != after.company)
        .then(|| DealChange::With { from: with(before), to: with(after) });
    [stage, amount, close, owner, title, with].into_iter().flatten().collect()
}

fn moved(before: &Deal, after: &Deal) -> DealChange {
    let reason = after.lost_reason.as_ref().map(|reason| reason.name.clone());
    DealChange::Moved { from: before.stage.name.clone(), to: after.stage.name.clone(), reason }
}

fn with(deal: &Deal) -> String {
    let names = [deal.customer.as_ref().map(|c| &c.name), deal.company.as_ref().map(|c| &c.name)];
    names.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" · ")
}

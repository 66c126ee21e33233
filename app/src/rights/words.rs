//! Rights in words.

use crate::texts::Texts;
use domain::rights::{Deed, Reach, Records};

/// What a right is about.
pub(crate) fn entity_name(texts: &Texts, entity: Records) -> &'static str {
    let texts = &texts.rights;
    match entity {
        Records::Customers => texts.customers,
        Records::Companies => texts.companies,
        Records::Deals => texts.deals,
        Records::Tasks => texts.tasks,
    }
}

/// What it allows.
pub(crate) fn deed_name(texts: &Texts, deed: Deed) -> &'static str {
    words(texts, deed).0
}

/// What that means.
pub(super) fn deed_meaning(texts: &Texts, deed: Deed) -> &'static str {
    words(texts, deed).1
}

fn words(texts: &Texts, deed: Deed) -> (&'static str, &'static str) {
    let texts = &texts.rights;
    match deed {
        Deed::See => texts.see,
        Deed::Create => texts.create,
        Deed::Edit => texts.edit,
        Deed::Assign => texts.assign,
        Deed::Delete => texts.delete,
        Deed::Export => texts.export,
        Deed::Import => texts.import,
        Deed::Bulk => texts.bulk,
    }
}

/// How far it reaches. A file is brought in or not; a new record is made for oneself or for others.
pub(crate) fn reach_name(texts: &Texts, deed: Deed, reach: Reach) -> &'static str {
    let texts = &texts.rights;
    match (deed, reach) {
        (Deed::Import | Deed::Create, Reach::None) => texts.not_allowed,
        (Deed::Import, _) => texts.allowed,
        (Deed::Create, Reach::Own) => texts.for_oneself,
        (Deed::Create, Reach::Team) => texts.for_team,
        (Deed::Create, Reach::All) => texts.for_all,
        (_, Reach::None) => texts.none,
        (_, Reach::Own) => texts.own,
        (_, Reach::Team) => texts.team,
        (_, Reach::All) => texts.all,
    }
}

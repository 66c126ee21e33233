//! The records a member opened last in this browser: which they were, never what stands in them.

use crate::storage;
use domain::ids::{CompanyId, CustomerId, DealId, StaffId};
use domain::palette::RECENT;
use domain::tags::Subject;

/// An id is as long as this; other words of an address are pages.
const ID_LENGTH: usize = 36;

fn key(me: &StaffId) -> String {
    format!("alo.recent.{me}")
}

/// The records that were opened last, the last one first.
pub(super) fn of(me: &StaffId) -> Vec<Subject> {
    let kept = storage::read(storage::for_all_tabs().as_ref(), &key(me));
    kept.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default()
}

/// A record was opened.
pub(super) fn opened(me: &StaffId, subject: Subject) {
    let kept = with(of(me), subject);
    if let Ok(text) = serde_json::to_string(&kept) {
        // Where there is no room, nothing is remembered.
        storage::keep(storage::for_all_tabs().as_ref(), &key(me), &text);
    }
}

fn with(mut kept: Vec<Subject>, subject: Subject) -> Vec<Subject> {
    kept.retain(|other| *other != subject);
    kept.insert(0, subject);
    // One more than is shown: the one that is open is left out.
    kept.truncate(RECENT + 1);
    kept
}

/// The record that an address shows.
pub(super) fn record_at(path: &str) -> Option<Subject> {
    let mut parts = path.trim_matches('/').split('/');
    let (kind, id) = (parts.next()?, parts.next().filter(|id| id.len() == ID_LENGTH)?);
    match kind {
        "customers" => Some(Subject::Customer(CustomerId::new(id))),
        "companies" => Some(Subject::Company(CompanyId::new(id))),
        "deals" => Some(Subject::Deal(DealId::new(id))),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{record_at, with};
    use domain::ids::CustomerId;
    use domain::palette::RECENT;
    use domain::tags::Subject;

    const ID: &str = "01930000-0000-7000-8000-000000000001";

    fn customer(id: impl Into<String>) -> Subject {
        Subject::Customer(CustomerId::new(id))
    }

    #[test]
    fn records_are_told_from_other_pages() {
        assert_eq!(record_at(&format!("/customers/{ID}")), Some(customer(ID)));
        assert_eq!(record_at(&format!("/customers/{ID}/edit")), Some(customer(ID)));
        for other in ["/", "/customers", "/customers/new", "/deals/new", "/staff/01930000-0000-7000-8000-000000000001"]
        {
            assert_eq!(record_at(other), None, "{other}");
        }
    }

    #[test]
    fn the_last_one_is_first_and_stands_once() {
        let kept = (0..20).fold(Vec::new(), |kept, n| with(kept, customer((n % 12).to_string())));
        assert_eq!(kept.len(), RECENT + 1);
        assert_eq!(kept[0], customer("7"));
        assert_eq!(with(kept.clone(), customer("5"))[..2], [customer("5"), customer("7")]);
    }
}

//! What can be chosen in the forms of the contact centre's things.

use super::desk::Desk;
use super::words::grouped;
use crate::texts::t;
use domain::centre::{Digits, Kind, Ref};

/// Everything of a kind in the draft: its id and its name.
pub(super) fn all(desk: Desk, kind: Kind) -> Vec<(String, String)> {
    desk.named(|book| {
        let here = desk.draft(|draft| draft.refs().filter(|at| at.kind() == kind).cloned().collect::<Vec<_>>());
        here.into_iter().filter_map(|at| Some((id(&at)?, book.name(&at)))).collect()
    })
}

/// The same, after the choice of nothing.
pub(super) fn one_of(desk: Desk, kind: Kind) -> Vec<(String, String)> {
    let nothing = (String::new(), t().centre.things.not_chosen.to_owned());
    std::iter::once(nothing).chain(all(desk, kind)).collect()
}

fn id(at: &Ref) -> Option<String> {
    Some(match at {
        Ref::Group(id) => id.to_string(),
        Ref::Agent(seat) => seat.to_string(),
        Ref::Queue(id) => id.to_string(),
        Ref::Menu(id) => id.to_string(),
        _ => return None,
    })
}

/// Our numbers that may be shown to whoever is rung, after the choice of none. What is chosen can be kept, though it may
/// no longer be shown.
pub(crate) fn caller_ids(desk: Desk, chosen: &str) -> Vec<(String, String)> {
    let none = (String::new(), t().centre.things.no_number.to_owned());
    let ours = desk.with(|desk| desk.caller_ids().cloned().collect::<Vec<_>>());
    let kept = Some(Digits::new(chosen)).filter(|number| !chosen.is_empty() && !ours.contains(number));
    let read = |number: &Digits| (number.dialled(), desk.named(|book| book.name(&Ref::Hotline(number.clone()))));
    let kept = kept.map(|number| (number.dialled(), grouped(&number)));
    std::iter::once(none).chain(ours.iter().map(read)).chain(kept).collect()
}

/// The files that callers can hear, after the provider's own. What is chosen can be kept, though the file is gone.
pub(crate) fn sounds(desk: Desk, chosen: &str) -> Vec<(String, String)> {
    let own = (String::new(), t().centre.things.providers_own.to_owned());
    let files = desk.with(|desk| desk.sounds.iter().map(|sound| sound.file.clone()).collect::<Vec<_>>());
    let is_gone = !chosen.is_empty() && files.iter().all(|file| file.name != chosen);
    let kept = is_gone.then(|| (chosen.to_owned(), chosen.to_owned()));
    let each = files.into_iter().map(|file| {
        let said = if file.description.is_empty() { file.name.clone() } else { file.description };
        (file.name, said)
    });
    std::iter::once(own).chain(each).chain(kept).collect()
}

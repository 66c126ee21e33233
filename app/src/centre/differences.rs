//! What differs between two set-ups, in words, thing by thing.

use super::words::{self, Book};
use crate::components::{Badge, Tone};
use crate::texts::t;
use domain::centre::{Centre, Change, Edit, Part, Ref, Thing, Value};
use leptos::prelude::*;

/// What differs in one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Difference {
    /// Which thing.
    at: Ref,
    /// Its kind and name.
    title: String,
    /// Whether the thing itself came or went.
    fate: Option<Fate>,
    /// What differs in it and in its parts.
    lines: Vec<String>,
}

/// What became of a thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    Added,
    Removed,
}

/// All changes, those of a thing and of its parts together. What is in neither of the set-ups that the names are looked
/// up in has its name from the change itself.
pub(super) fn differences(changes: &[Change], book: Book<'_>) -> Vec<Difference> {
    let changed = Centre::from(changes.iter().map(latest).collect::<Vec<_>>());
    let centres: Vec<&Centre> = book.0.iter().copied().chain([&changed]).collect();
    let book = Book(&centres);
    let mut all: Vec<Difference> = Vec::new();
    for change in changes {
        let at = book.whole(&change.at());
        let place = all.iter().position(|one| one.at == at).unwrap_or_else(|| {
            all.push(Difference { title: book.titled(&at), at: at.clone(), fate: None, lines: Vec::new() });
            all.len() - 1
        });
        let Some(one) = all.get_mut(place) else { continue };
        if change.at() == at {
            one.fate = fate(change);
        }
        one.lines.extend(lines(change, change.at() == at, book));
    }
    all
}

/// The thing as it is, or as it was where it is gone.
fn latest(change: &Change) -> Thing {
    match change {
        Change::Added(thing) | Change::Removed(thing) => thing.clone(),
        Change::Changed { after, .. } => (**after).clone(),
    }
}

fn fate(change: &Change) -> Option<Fate> {
    match change {
        Change::Added(_) => Some(Fate::Added),
        Change::Removed(_) => Some(Fate::Removed),
        Change::Changed { .. } => None,
    }
}

/// A change in words; `whole` when it is of the thing itself.
fn lines(change: &Change, whole: bool, book: Book<'_>) -> Vec<String> {
    let words = &t().centre.publish;
    match change {
        Change::Added(thing) if whole => described(thing, book),
        Change::Removed(_) if whole => Vec::new(),
        Change::Added(thing) => vec![(words.adds)(&part_of(thing, book))],
        Change::Removed(thing) => vec![(words.removes)(&part_of(thing, book))],
        Change::Changed { edits, .. } if whole => edits.iter().map(|one| edit(one, book)).collect(),
        Change::Changed { after, edits, .. } => {
            let what = part_named(after, book);
            edits.iter().map(|one| (words.of)(&what, &edit(one, book))).collect()
        }
    }
}

/// A part of a thing that is another now.
fn edit(edit: &Edit, book: Book<'_>) -> String {
    let (before, after) = (words::value(&edit.before, book), words::value(&edit.after, book));
    (t().centre.publish.edit)(words::part(edit.part), &before, &after)
}

/// What a new thing consists of, without what says nothing.
fn described(thing: &Thing, book: Book<'_>) -> Vec<String> {
    let says = |part: &Part, value: &Value| *part != Part::Name && *value != Value::Nothing;
    let parts = thing.parts().into_iter().filter(|(part, value)| says(part, value));
    parts.map(|(part, value)| format!("{}: {}", words::part(part), words::value(&value, book))).collect()
}

/// A part that came or went, and what it does.
fn part_of(thing: &Thing, book: Book<'_>) -> String {
    let named = part_named(thing, book);
    let says = match thing {
        Thing::Route(route) => words::rank(route.rank).to_owned(),
        Thing::Key(key) => words::action(&key.action, book),
        Thing::Root(root) => book.name(&Ref::Node(root.node.clone())),
        _ => return named,
    };
    format!("{named}: {says}")
}

/// What a part of a thing is called there.
fn part_named(thing: &Thing, book: Book<'_>) -> String {
    match thing {
        Thing::Root(root) => words::kind(Thing::Root(root.clone()).at().kind()).to_lowercase(),
        other => book.titled_within(&other.at()),
    }
}

/// The differences between two set-ups.
pub(super) fn between(before: &Centre, after: &Centre) -> Vec<Difference> {
    differences(&domain::centre::changes(before, after), Book(&[after, before]))
}

/// Differences as a list.
#[component]
pub(super) fn DifferenceList(
    /// What differs.
    #[prop(into)]
    differences: Signal<Vec<Difference>>,
) -> impl IntoView {
    let rows = move || differences.get().into_iter().map(|one| view! { <Row difference=one /> }).collect_view();
    view! { <ul class="differences">{rows}</ul> }
}

#[component]
fn Row(difference: Difference) -> impl IntoView {
    let Difference { title, fate, lines, .. } = difference;
    let mark = fate.map(|fate| {
        let (tone, word) = match fate {
            Fate::Added => (Tone::Ok, t().centre.publish.added),
            Fate::Removed => (Tone::Danger, t().centre.publish.removed),
        };
        view! { <Badge label=word tone=tone /> }
    });
    let lines = lines.into_iter().map(|line| view! { <li class="difference__line">{line}</li> }).collect_view();
    view! {
        <li class="difference" class:is-gone=fate == Some(Fate::Removed)>
            <span class="difference__title">{title} {mark}</span>
            <ul class="difference__lines">{lines}</ul>
        </li>
    }
}

#[cfg(test)]
mod tests {
    use super::{Fate, between};
    use crate::surroundings::{Viewer, Visit};
    use domain::centre::{Centre, Group, GroupForm, Queue, QueueForm, Rank, RouteRow};
    use domain::ids::{GroupId, QueueId};
    use domain::staff::{Language, Theme};
    use domain::times::Millis;
    use leptos::prelude::Owner;

    fn in_vietnamese<T>(run: impl FnOnce() -> T) -> T {
        Owner::new().with(|| {
            let (language, theme) = (Language::Vi, Theme::default());
            let visit = Visit { me: None, language, theme, now: Millis(0), demonstration: None, customer_phone: false };
            Viewer::provide(&visit);
            run()
        })
    }

    fn sales() -> Centre {
        let mut centre = Centre::default();
        centre.put(Group { id: GroupId::new("g"), name: "Kinh doanh".into() });
        centre.put(Queue { answer_seconds: 20, ..Queue::new(QueueId::new("q"), "Bán hàng") });
        centre
    }

    #[test]
    fn what_changes_is_said_thing_by_thing() {
        let (before, mut after) = (sales(), sales());
        let id = QueueId::new("q");
        let mut form = QueueForm::of(&after, &id).expect("it is there");
        form.answer_seconds = "30".into();
        form.groups.push(RouteRow { group: GroupId::new("g"), rank: Rank::Secondary });
        form.put(&mut after, id).expect("it is right");
        let said = in_vietnamese(|| between(&before, &after));
        let [queue] = said.as_slice() else { panic!("{said:?}") };
        assert_eq!((queue.title.as_str(), queue.fate), ("Hàng đợi Bán hàng", None));
        let lines = ["Thời gian chờ nhận máy: 20 giây → 30 giây", "Thêm nhóm phục vụ Kinh doanh: đổ chuông sau"];
        assert_eq!(queue.lines, lines);
    }

    #[test]
    fn what_is_gone_is_still_called_by_its_name() {
        let (before, mut after) = (sales(), sales());
        after.remove(&domain::centre::Ref::Group(GroupId::new("g")));
        let form = GroupForm { name: "Bảo hành".into(), members: Vec::new() };
        form.put(&mut after, GroupId::new("h")).expect("it is right");
        let said = in_vietnamese(|| between(&before, &after));
        let titles: Vec<_> = said.iter().map(|one| (one.title.as_str(), one.fate)).collect();
        assert_eq!(titles, [("Nhóm Kinh doanh", Some(Fate::Removed)), ("Nhóm Bảo hành", Some(Fate::Added))]);
    }
}

//! What happened with a customer, a company or a deal in one list, newest first, under the days it was on.

use super::api::timeline;
use super::call_entry::CallEntry;
use super::deal_entry::DealEntry;
use super::growing::{Growing, MoreRows};
use super::note_box::NoteBox;
use super::note_entry::NoteEntry;
use super::query_here::query_here;
use super::task_entry::TaskEntry;
use crate::components::{EmptyState, ErrorState, Skeleton};
use crate::nested;
use crate::surroundings::viewer;
use crate::texts::t;
use domain::calls::CallRow;
use domain::customers::{TimelineEntry, TimelineKind};
use domain::ids::NoteId;
use domain::notes::Note;
use domain::paging::{Cursor, Page};
use domain::tags::Subject;
use domain::tasks::Task;
use domain::times::{self, DAY, Millis};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};

/// Where the address says which kinds are shown.
const SHOWN: &str = "show";

/// The entries shown so far.
pub(super) type Entries = RwSignal<Vec<TimelineEntry>>;

/// Notes, calls, and what became of deals.
#[component]
pub(crate) fn Timeline(
    /// Of what.
    subject: Subject,
) -> impl IntoView {
    let id = StoredValue::new(subject);
    let kinds = kinds_here();
    let asked = move || (id.get_value(), kinds.get());
    let first = nested::resource(asked, |(subject, kinds)| timeline(subject, kinds, None));
    let retry = Callback::new(move |()| first.refetch());
    let written = RwSignal::new(None::<Note>);
    let on_written = Callback::new(move |note: Note| written.set(Some(note)));
    view! {
        <section class="timeline" aria-labelledby="timeline-heading">
            <h2 class="section-heading" id="timeline-heading">
                {move || t().customers.timeline}
            </h2>
            <NoteBox subject=id.get_value() on_written=on_written />
            <KindChips kinds=kinds />
            <Transition fallback=|| view! { <Skeleton rows=5 /> }>
                {move || Suspend::new(async move {
                    match first.await {
                        Ok(page) => {
                            let kinds = kinds.get_untracked();
                            view! { <Happened subject=id.get_value() kinds=kinds first=page written=written /> }.into_any()
                        }
                        Err(fault) => view! { <ErrorState fault=fault retry=retry /> }.into_any(),
                    }
                })}
            </Transition>
        </section>
    }
}

#[component]
fn Happened(
    /// With what.
    subject: Subject,
    /// Of which kinds; all where none is named.
    kinds: Vec<TimelineKind>,
    /// The newest.
    first: Page<TimelineEntry>,
    /// A note that has just been written.
    written: RwSignal<Option<Note>>,
) -> impl IntoView {
    let shows_notes = kinds.is_empty() || kinds.contains(&TimelineKind::Notes);
    let asked = StoredValue::new((subject, kinds));
    let page = move |from: Option<Cursor>| {
        let (subject, kinds) = asked.get_value();
        timeline(subject, kinds, from)
    };
    let growing = Growing::new(first, move |from: Cursor| page(Some(from))).once(is_same);
    growing.follow_calls(move || page(None));
    let entries = growing.rows;
    Effect::new(move |_| {
        if let Some(note) = written.get() {
            written.set(None);
            let note = TimelineEntry::Note(note);
            entries.update(|rows| {
                if !rows.iter().any(|row| is_same(row, &note)) {
                    rows.insert(0, note);
                }
            });
            // A page that is on its way does not know of it yet.
            if shows_notes {
                growing.ask(page(None), move |page| growing.renew(page));
            }
        }
    });
    let days = Memo::new(move |_| entries.with(|rows| days(rows)));
    view! {
        <Show
            when=move || entries.with(|rows| !rows.is_empty())
            fallback=|| {
                view! { <EmptyState icon=icondata_lu::LuHistory title=move || t().customers.timeline_empty /> }
            }
        >
            <For each=move || days.get() key=|day| *day let(day)>
                <Day day=day entries=entries subject=asked.with_value(|(subject, _)| subject.clone()) />
            </For>
        </Show>
        <MoreRows growing=growing />
    }
}

/// The kinds that the address names.
fn kinds_here() -> Memo<Vec<TimelineKind>> {
    let query = query_here();
    Memo::new(move |_| query.with(|query| TimelineKind::read(query.get_str(SHOWN).unwrap_or_default())))
}

/// Narrows the timeline to some kinds; the address says which.
#[component]
fn KindChips(kinds: Memo<Vec<TimelineKind>>) -> impl IntoView {
    let (navigate, path) = (use_navigate(), use_location().pathname);
    let toggle = Callback::new(move |kind: TimelineKind| {
        let mut chosen = kinds.get_untracked();
        match chosen.iter().position(|one| *one == kind) {
            Some(at) => drop(chosen.remove(at)),
            None => chosen.push(kind),
        }
        chosen.sort();
        let said = TimelineKind::write(&chosen);
        let query = if said.is_empty() { String::new() } else { format!("?{SHOWN}={said}") };
        let here = path.with_untracked(|path| format!("{path}{query}"));
        navigate(&here, NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() });
    });
    let chip = move |kind: TimelineKind| {
        view! {
            <button
                type="button"
                class="chip"
                aria-pressed=move || if kinds.with(|kinds| kinds.contains(&kind)) { "true" } else { "false" }
                on:click=move |_| toggle.run(kind)
            >
                {move || kind_in_words(kind)}
            </button>
        }
    };
    view! {
        <div class="chips timeline__kinds" role="group" aria-label=move || t().customers.timeline_kinds>
            {TimelineKind::ALL.into_iter().map(chip).collect_view()}
        </div>
    }
}

fn kind_in_words(kind: TimelineKind) -> &'static str {
    match kind {
        TimelineKind::Calls => t().frame.calls,
        TimelineKind::Notes => t().customers.timeline_notes,
        TimelineKind::Tasks => t().tasks.title,
        TimelineKind::Deals => t().deals.title,
    }
}

/// The days on which something happened, in the order of the entries, each by its first moment.
fn days(entries: &[TimelineEntry]) -> Vec<Millis> {
    let mut days: Vec<Millis> = entries.iter().map(|entry| entry.at().day_start()).collect();
    days.dedup();
    days
}

#[component]
fn Day(
    /// The first moment of the day.
    day: Millis,
    /// All entries.
    entries: Entries,
    /// Whose page this is: what is on it is not named again.
    subject: Subject,
) -> impl IntoView {
    let subject = StoredValue::new(subject);
    let of_day = move || -> Vec<TimelineEntry> {
        entries.with(|rows| rows.iter().filter(|entry| entry.at().day_start() == day).cloned().collect())
    };
    view! {
        <h3 class="timeline__day">{move || day_in_words(day)}</h3>
        <ol class="timeline__entries">
            <For each=of_day key=key let(entry)>
                <li class="entry">
                    {match entry {
                        TimelineEntry::Note(note) => {
                            let elsewhere = subject.with_value(|subject| note.about != *subject);
                            view! { <NoteEntry note=note entries=entries names_record=elsewhere /> }.into_any()
                        }
                        TimelineEntry::Call(call) => {
                            let names = subject.with_value(|subject| matches!(subject, Subject::Company(_)));
                            view! { <CallEntry call=*call names_customer=names /> }.into_any()
                        }
                        TimelineEntry::Deal(event) => {
                            let names = subject.with_value(|subject| !matches!(subject, Subject::Deal(_)));
                            view! { <DealEntry event=*event names_deal=names /> }.into_any()
                        }
                        TimelineEntry::Task(task) => {
                            let here = subject.get_value();
                            view! { <TaskEntry task=*task here=here /> }.into_any()
                        }
                    }}
                </li>
            </For>
        </ol>
    }
}

/// When something was, under the heading of its day.
#[component]
pub(super) fn Clock(
    /// When.
    at: Millis,
) -> impl IntoView {
    view! {
        <time class="entry__meta" datetime=times::iso(at) title=times::date_time(at)>
            {times::clock(at)}
        </time>
    }
}

/// What makes an entry another one: a changed note, or a call of which anything else is known, is drawn anew.
#[derive(PartialEq, Eq, Hash)]
enum Key {
    Note(NoteId, Option<Millis>),
    Call(Box<CallRow>),
    Deal(String),
    Task(Box<Task>),
}

fn key(entry: &TimelineEntry) -> Key {
    match entry {
        TimelineEntry::Note(note) => Key::Note(note.id.clone(), note.edited_at),
        TimelineEntry::Call(call) => Key::Call(call.clone()),
        TimelineEntry::Deal(event) => Key::Deal(event.id.clone()),
        TimelineEntry::Task(task) => Key::Task(task.clone()),
    }
}

fn is_same(one: &TimelineEntry, other: &TimelineEntry) -> bool {
    match (one, other) {
        (TimelineEntry::Note(one), TimelineEntry::Note(other)) => one.id == other.id,
        (TimelineEntry::Call(one), TimelineEntry::Call(other)) => one.id == other.id,
        (TimelineEntry::Deal(one), TimelineEntry::Deal(other)) => one.id == other.id,
        (TimelineEntry::Task(one), TimelineEntry::Task(other)) => one.id == other.id,
        _ => false,
    }
}

fn day_in_words(day: Millis) -> String {
    let today = viewer().now.get().day_start();
    match today.since(day) / DAY {
        0 => t().customers.today.to_owned(),
        1 => t().customers.yesterday.to_owned(),
        _ => times::date(day),
    }
}

#[cfg(test)]
mod tests {
    use super::days;
    use domain::customers::TimelineEntry;
    use domain::ids::{CustomerId, NoteId, StaffId};
    use domain::notes::Note;
    use domain::tags::Subject;
    use domain::times::{HOUR, Millis};

    fn note(at: Millis) -> TimelineEntry {
        TimelineEntry::Note(Note {
            id: NoteId::new("n"),
            about: Subject::Customer(CustomerId::new("c")),
            about_name: "Hoa".into(),
            author: StaffId::new("s"),
            author_name: "Lan".into(),
            text: "x".into(),
            mentions: Vec::new(),
            at,
            edited_at: None,
        })
    }

    #[test]
    fn entries_of_one_vietnamese_day_stand_together() {
        // 20 November 2026, 00:30 in Vietnam, still the 19th in UTC.
        let after_midnight = Millis(1_795_109_400_000);
        let (evening, night_before) = (after_midnight.plus(20 * HOUR), after_midnight.plus(-HOUR));
        let days = days(&[note(evening), note(after_midnight), note(night_before)]);
        assert_eq!(days, [after_midnight.day_start(), night_before.day_start()]);
    }
}

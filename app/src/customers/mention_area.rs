//! Where a note is written that may name members: an `@` offers them, by keyboard, by touch and to screen readers.
//!
//! The focus never leaves the text: the one that is offered foremost is told by `aria-activedescendant`.

use super::api::mentionable;
use crate::components::{Avatar, Labelled, described_by};
use crate::texts::t;
use domain::names::{fold, words};
use domain::notes::Note;
use domain::notes::mentions::{typing, with_ids, with_names};
use domain::staff::StaffRef;
use domain::tags::Subject;
use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Members that are offered at once.
const OFFERED: usize = 6;

/// What is typed, and who was chosen for it.
#[derive(Clone, Copy)]
pub(super) struct Written {
    /// As it is seen: with names.
    pub(super) typed: RwSignal<String>,
    chosen: RwSignal<Vec<StaffRef>>,
}

impl Written {
    /// Nothing yet, or a note as it is.
    pub(super) fn of(note: Option<&Note>) -> Self {
        let typed = note.map(|note| with_names(&note.text, &note.mentions)).unwrap_or_default();
        let chosen = note.map(|note| note.mentions.clone()).unwrap_or_default();
        Self { typed: RwSignal::new(typed), chosen: RwSignal::new(chosen) }
    }

    /// As it is kept: with ids.
    pub(super) fn text(self) -> String {
        self.typed.with_untracked(|typed| self.chosen.with_untracked(|chosen| with_ids(typed, chosen)))
    }

    /// Begins anew.
    pub(super) fn clear(self) {
        self.typed.set(String::new());
        self.chosen.set(Vec::new());
    }
}

/// What is offered.
#[derive(Clone, Copy)]
struct Offer {
    /// Everybody who can be named; nothing before the first `@`.
    members: RwSignal<Option<Vec<StaffRef>>>,
    /// What is typed after the `@` where the cursor stands.
    sought: RwSignal<Option<String>>,
    /// Which of those that fit is foremost.
    foremost: RwSignal<usize>,
}

impl Offer {
    fn fitting(self) -> Vec<StaffRef> {
        let Some(sought) = self.sought.get() else { return Vec::new() };
        if sought.ends_with(' ') {
            return Vec::new();
        }
        let sought = fold(&sought);
        let fits = |member: &&StaffRef| {
            sought.is_empty()
                || fold(&member.name).starts_with(&sought)
                || words(&member.name).iter().any(|word| word.starts_with(&sought))
        };
        self.members.with(|members| members.iter().flatten().filter(fits).take(OFFERED).cloned().collect())
    }

    /// Looks at what is typed before the cursor.
    fn look(self, before: &str, subject: StoredValue<Subject>) {
        let sought = typing(before).map(str::to_owned);
        if sought.is_some() && self.members.with_untracked(Option::is_none) {
            self.members.set(Some(Vec::new()));
            spawn_local(async move {
                // Whoever cannot be asked for is not offered; a note is written all the same.
                self.members.try_set(mentionable(subject.get_value()).await.ok());
            });
        }
        if self.sought.get_untracked() != sought {
            self.foremost.set(0);
            self.sought.set(sought);
        }
    }
}

/// A text that may name members.
#[component]
pub(super) fn MentionArea(
    /// Unique on the page.
    #[prop(into)]
    name: String,
    /// What to write.
    #[prop(into)]
    label: Signal<String>,
    /// What is written.
    written: Written,
    /// On what: only who may see it is offered.
    subject: Subject,
    /// What is wrong with it.
    #[prop(into)]
    error: Signal<Option<String>>,
    /// An example.
    #[prop(optional, into)]
    placeholder: Signal<String>,
    /// How many lines are seen.
    rows: u32,
) -> impl IntoView {
    let id = format!("field-{name}");
    let list = format!("{id}-members");
    let hint = Signal::derive(|| t().notices.hint.to_owned());
    let described = described_by(&id, hint, error);
    let area = NodeRef::<html::Textarea>::new();
    let subject = StoredValue::new(subject);
    let offer = Offer { members: RwSignal::new(None), sought: RwSignal::new(None), foremost: RwSignal::new(0) };
    let fitting = Memo::new(move |_| offer.fitting());
    let is_open = Memo::new(move |_| fitting.with(|fitting| !fitting.is_empty()));
    let choose = Callback::new(move |member: StaffRef| put(area, written, offer, member));
    let look = move || offer.look(&before_cursor(area).0, subject);
    let keyed = move |event: KeyboardEvent| steer(&event, offer, fitting, choose);
    let (controls, active) = (list.clone(), list.clone());
    view! {
        <div class="mention-area">
            <Labelled id=id.clone() label=label required=false hint=hint error=error>
                <textarea
                    class="field__input field__input--area"
                    id=id
                    name=name
                    rows=rows.to_string()
                    node_ref=area
                    prop:value=move || written.typed.get()
                    on:input=move |event| {
                        written.typed.set(event_target_value(&event));
                        look();
                    }
                    on:click=move |_| look()
                    on:keydown=keyed
                    on:blur=move |_| offer.sought.set(None)
                    placeholder=move || placeholder.get()
                    aria-invalid=move || error.with(Option::is_some).then_some("true")
                    aria-describedby=described
                    aria-autocomplete="list"
                    aria-haspopup="listbox"
                    aria-controls=move || is_open.get().then(|| controls.clone())
                    aria-activedescendant=move || is_open.get().then(|| format!("{active}-{}", offer.foremost.get()))
                >
                    {written.typed.get_untracked()}
                </textarea>
            </Labelled>
            <Members list=list fitting=fitting foremost=offer.foremost choose=choose />
        </div>
    }
}

/// Those that fit, below the text.
#[component]
fn Members(
    list: String,
    fitting: Memo<Vec<StaffRef>>,
    foremost: RwSignal<usize>,
    choose: Callback<StaffRef>,
) -> impl IntoView {
    let list = StoredValue::new(list);
    let option = move |(at, member): (usize, StaffRef)| {
        let name = member.name.clone();
        let chosen = member.clone();
        view! {
            <li
                class="mention-area__member"
                id=format!("{}-{at}", list.get_value())
                role="option"
                aria-selected=move || if foremost.get() == at { "true" } else { "false" }
                // The focus stays in the text.
                on:pointerdown=move |event: PointerEvent| event.prevent_default()
                on:click=move |_| choose.run(chosen.clone())
            >
                <Avatar name=member.name />
                <span>{name}</span>
            </li>
        }
    };
    view! {
        <p class="visually-hidden" role="status">
            {move || {
                let offered = fitting.with(Vec::len);
                (offered > 0).then(|| (t().notices.offered)(offered))
            }}
        </p>
        <Show when=move || fitting.with(|fitting| !fitting.is_empty())>
            <ul class="mention-area__members" id=list.get_value() role="listbox" aria-label=move || t().notices.members>
                {move || fitting.get().into_iter().enumerate().map(option).collect_view()}
            </ul>
        </Show>
    }
}

/// Arrows go through those that fit, Enter and Tab take one, Escape takes none.
fn steer(event: &KeyboardEvent, offer: Offer, fitting: Memo<Vec<StaffRef>>, choose: Callback<StaffRef>) {
    let offered = fitting.get_untracked();
    if offered.is_empty() || event.ctrl_key() || event.meta_key() || event.is_composing() {
        return;
    }
    let at = offer.foremost.get_untracked().min(offered.len() - 1);
    match event.key().as_str() {
        "ArrowDown" => offer.foremost.set((at + 1) % offered.len()),
        "ArrowUp" => offer.foremost.set((at + offered.len() - 1) % offered.len()),
        "Enter" | "Tab" => choose.run(offered[at].clone()),
        "Escape" => offer.sought.set(None),
        _ => return,
    }
    event.prevent_default();
    event.stop_propagation();
}

/// What stands before the cursor, and after it.
fn before_cursor(area: NodeRef<html::Textarea>) -> (String, String) {
    let Some(area) = area.get_untracked() else { return (String::new(), String::new()) };
    let value = area.value();
    let units = area.selection_start().ok().flatten().map_or(usize::MAX, |at| at as usize);
    let mut passed = 0;
    // The browser counts in units of UTF-16.
    let beyond = |c: &(usize, char)| {
        let here = passed;
        passed += c.1.len_utf16();
        here >= units
    };
    let at = value.char_indices().find(beyond).map_or(value.len(), |(at, _)| at);
    let (before, after) = value.split_at(at);
    (before.to_owned(), after.to_owned())
}

/// Puts a member's name in the place of what was typed after the `@`.
fn put(area: NodeRef<html::Textarea>, written: Written, offer: Offer, member: StaffRef) {
    let (before, after) = before_cursor(area);
    let sought = typing(&before).map_or(0, str::len);
    let kept = before.get(..before.len() - sought).unwrap_or_default();
    let named = format!("{kept}{} ", member.name);
    let cursor = u32::try_from(named.encode_utf16().count()).unwrap_or(u32::MAX);
    written.typed.set(format!("{named}{}", after.trim_start_matches(' ')));
    written.chosen.update(|chosen| {
        if chosen.iter().all(|one| one.id != member.id) {
            chosen.push(member);
        }
    });
    offer.sought.set(None);
    // Once the text is there.
    request_animation_frame(move || {
        if let Some(area) = area.get_untracked() {
            // Fails only for a place that is not in the text.
            let _ = area.set_selection_range(cursor, cursor);
        }
    });
}

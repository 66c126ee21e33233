//! Passing a call on: to a colleague or a queue found by name, or to whatever is typed.

use super::phone::{Phone, phone};
use super::transfer_choices::Choices;
use super::{api, words};
use crate::components::{Button, ButtonKind, Icon};
use crate::texts::t;
use domain::calls::{Ability, Command, Refused, TransferTarget};
use domain::directory::{Choice, Directory, Ways};
use domain::ids::CallId;
use leptos::ev::KeyboardEvent;
use leptos::html::Input;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The id of the list that the field searches.
pub(super) const LIST: &str = "transfer-list";

/// What is offered, and which of it Enter takes.
#[derive(Clone, Copy)]
pub(super) struct Finder {
    typed: RwSignal<String>,
    /// What is offered for what is typed.
    pub(super) choices: Memo<Vec<Choice>>,
    /// The place of the one that Enter takes; none before anybody was looked for, so that no key passes a call on by
    /// mistake.
    pub(super) active: RwSignal<Option<usize>>,
    /// Why the call cannot be passed on now.
    pub(super) refused: Memo<Option<Refused>>,
    phone: Phone,
    call: StoredValue<CallId>,
}

impl Finder {
    fn new(phone: Phone, call: StoredValue<CallId>, directory: RwSignal<Directory>) -> Self {
        let typed = RwSignal::new(String::new());
        let online = Memo::new(move |_| phone.desk(|desk| desk.colleagues().to_vec()));
        let ways = Memo::new(move |_| ways(phone, call));
        let choices = Memo::new(move |_| {
            let offered =
                |text: &String| directory.with(|all| online.with(|online| all.choices(text, online, ways.get())));
            typed.with(offered)
        });
        let refused = Memo::new(move |_| call.with_value(|id| phone.refusal(Ability::Transfer, Some(id))));
        Self { typed, choices, active: RwSignal::new(None), refused, phone, call }
    }

    /// Passes the call on.
    pub(super) fn choose(self, to: TransferTarget) {
        if self.refused.get_untracked().is_none() {
            self.phone.press(Command::Transfer { call: self.call.get_value(), to });
            self.search(String::new());
        }
    }

    /// The first of what is found is the one that is meant, until another is.
    fn search(self, text: String) {
        self.active.set((!text.trim().is_empty()).then_some(0));
        self.typed.set(text);
    }

    /// The one that Enter takes, where anything was found.
    fn marked(self) -> Option<usize> {
        self.active.get().filter(|at| self.choices.with(|all| *at < all.len()))
    }

    /// Whether the key was one of the list's.
    fn key(self, key: &str) -> bool {
        let last = self.choices.with_untracked(Vec::len).saturating_sub(1);
        match key {
            "ArrowDown" => self.active.update(|at| *at = Some(at.map_or(0, |at| (at + 1).min(last)))),
            "ArrowUp" => self.active.update(|at| *at = Some(at.map_or(last, |at| at.saturating_sub(1)))),
            "Escape" if self.typed.with_untracked(String::is_empty) => self.phone.panel.set(None),
            "Escape" => self.search(String::new()),
            "Enter" => {
                let chosen = self.active.get_untracked();
                let chosen = self.choices.with_untracked(|all| Some(all.get(chosen?)?.to.clone()));
                if let Some(to) = chosen {
                    self.choose(to);
                }
            }
            _ => return false,
        }
        true
    }
}

/// What the call can be passed on to, besides colleagues.
fn ways(phone: Phone, call: StoredValue<CallId>) -> Ways {
    phone.desk(|desk| Ways {
        queues: call.with_value(|id| desk.passes_on_to_queues(id)),
        numbers: desk.line().manner.passes_on_to_numbers,
    })
}

/// The panel of a call.
#[component]
pub(super) fn Transfer(
    /// Which call.
    call: CallId,
) -> impl IntoView {
    let phone = phone();
    let id = StoredValue::new(call);
    let (directory, failed) = (phone.directory, RwSignal::new(false));
    read(directory, failed);
    let finder = Finder::new(phone, id, directory);
    let under_way = move || id.with_value(|id| phone.call(id, |call| call.state.transfer.clone())).flatten();
    let why_not = move || finder.refused.get().filter(|why| *why != Refused::Waiting).map(words::refused);
    let no_queues = move || (!ways(phone, id).queues).then(|| words::refused(Refused::NotToQueues));
    view! {
        <section class="transfer" aria-label=move || t().softphone.transfer.title>
            <p class="transfer__state" role="status">
                {move || under_way().map(|to| (t().softphone.transfer.under_way)(&named(&to, directory)))}
            </p>
            <p class="call-card__advice">{why_not}</p>
            <Field finder=finder />
            <Choices finder=finder />
            <p class="call-card__advice">{no_queues}</p>
            <p class="call-card__advice">{move || failed.get().then(|| t().softphone.transfer.failed)}</p>
        </section>
    }
}

/// Reads the directory anew: what was read before is offered meanwhile.
fn read(directory: RwSignal<Directory>, failed: RwSignal<bool>) {
    spawn_local(async move {
        match api::directory().await {
            Ok(read) => directory.set(read),
            // The panel may be closed by now.
            Err(_) => drop(failed.try_set(true)),
        }
    });
}

/// What a target is called, or as it was typed.
fn named(to: &TransferTarget, directory: RwSignal<Directory>) -> String {
    let known = directory.with(|all| all.name_of(to).map(str::to_owned));
    known.unwrap_or_else(|| words::target(to))
}

/// The field, and looking again who is online.
#[component]
fn Field(finder: Finder) -> impl IntoView {
    let Finder { phone, .. } = finder;
    let field = NodeRef::<Input>::new();
    focus_where_keys_are(field);
    let keyed = move |event: KeyboardEvent| {
        if !event.is_composing() && finder.key(&event.key()) {
            event.prevent_default();
            event.stop_propagation();
        }
    };
    let hint = move || {
        let words = &t().softphone.transfer;
        let numbers = phone.desk(|desk| desk.line().manner.passes_on_to_numbers);
        if numbers { words.hint_with_numbers } else { words.hint }
    };
    let looking = move || phone.desk(|desk| desk.waits_for(Ability::ListColleagues));
    let refused =
        Signal::derive(move || phone.refusal(Ability::ListColleagues, None).map(|why| words::refused(why).to_owned()));
    view! {
        <div class="search-box transfer__find">
            <Icon icon=icondata_lu::LuSearch />
            <input
                class="search-box__field"
                node_ref=field
                type="text"
                role="combobox"
                autocomplete="off"
                aria-autocomplete="list"
                aria-label=move || t().softphone.transfer.find
                aria-expanded="true"
                aria-controls=LIST
                aria-activedescendant=move || finder.marked().map(|at| format!("{LIST}-{at}"))
                placeholder=hint
                prop:value=move || finder.typed.get()
                on:keydown=keyed
                on:input=move |event| finder.search(event_target_value(&event))
            />
            <Button
                label=move || t().softphone.transfer.look_again
                kind=ButtonKind::Ghost
                icon=icondata_lu::LuRefreshCw
                icon_only=true
                busy=Signal::derive(looking)
                disabled=Signal::derive(move || refused.get().is_some())
                reason=refused
                on_press=move |()| phone.press(Command::ListColleagues)
            />
        </div>
        <p class="visually-hidden" role="status">
            {move || (t().softphone.transfer.found)(finder.choices.with(Vec::len))}
            {move || looking().then(|| t().softphone.transfer.looking)}
        </p>
    }
}

/// Who opened the panel looks for somebody next; where there is no keyboard, one would cover the list.
fn focus_where_keys_are(field: NodeRef<Input>) {
    Effect::new(move |_| {
        let is_touched = window().navigator().max_touch_points() > 0;
        if let Some(field) = field.get().filter(|_| !is_touched) {
            // Fails only for an element that cannot hold the focus.
            let _ = field.focus();
        }
    });
}

//! What a trial asks for, as fields.

use super::asked::{Asked, Busy};
use crate::centre::words::{grouped, key};
use crate::components::{Button, ButtonKind, Checkbox, Select, TextField};
use crate::texts::t;
use domain::centre::{Centre, Press};
use domain::ids::Seat;
use leptos::prelude::*;

/// The fields.
#[component]
pub(super) fn Questions(asked: Asked) -> impl IntoView {
    let numbers = move || {
        asked.desk.draft(|centre| {
            let named = centre.hotlines().map(|hotline| {
                (hotline.number.as_str().to_owned(), format!("{} {}", grouped(&hotline.number), hotline.name))
            });
            named.collect::<Vec<_>>()
        })
    };
    let answering = move || {
        let nobody = (String::new(), t().centre.trial_page.nobody.to_owned());
        let agents = asked.desk.draft(agents);
        let named = agents.into_iter().map(|(seat, name)| (seat.to_string(), name));
        std::iter::once(nobody).chain(named).collect::<Vec<_>>()
    };
    view! {
        <div class="trial-questions">
            <Select
                name="trial-number"
                label=move || t().centre.trial_page.number
                value=asked.number
                options=Signal::derive(numbers)
            />
            <TextField
                name="trial-caller"
                label=move || t().centre.trial_page.caller
                value=asked.caller
                kind="tel"
                hint=move || t().centre.trial_page.caller_hint
            />
            <Checkbox label=move || t().centre.trial_page.open checked=asked.open />
            <Keys asked=asked />
            <Agents asked=asked />
            <Select
                name="trial-answers"
                label=move || t().centre.trial_page.answers
                value=asked.answers
                options=Signal::derive(answering)
            />
        </div>
    }
}

/// As they stand on a telephone.
const KEYPAD: [Press; 12] = [
    Press::One,
    Press::Two,
    Press::Three,
    Press::Four,
    Press::Five,
    Press::Six,
    Press::Seven,
    Press::Eight,
    Press::Nine,
    Press::Star,
    Press::Zero,
    Press::Hash,
];

/// A telephone's keys, and what was pressed.
#[component]
fn Keys(asked: Asked) -> impl IntoView {
    let press = move |press: Press| asked.presses.update(|presses| presses.push(press));
    let undo = move || {
        asked.presses.update(|presses| {
            presses.pop();
        });
    };
    let pad = KEYPAD.map(|one| {
        let shown = one.key().map(String::from).unwrap_or_default();
        view! {
            <button type="button" class="trial-key" aria-label=move || key(one) on:click=move |_| press(one)>
                {shown}
            </button>
        }
    });
    let none = move || asked.presses.with(Vec::is_empty);
    let pressed = move || {
        let words = asked.presses.with(|presses| presses.iter().map(|press| short(*press)).collect::<Vec<_>>());
        if words.is_empty() { t().centre.trial_page.no_keys.to_owned() } else { words.join(" → ") }
    };
    view! {
        <fieldset class="trial-keys">
            <legend class="field__label">{move || t().centre.trial_page.keys}</legend>
            <p class="trial-keys__pressed" aria-live="polite">{pressed}</p>
            <div class="trial-keys__pad">{pad.collect_view()}</div>
            <div class="trial-keys__more">
                <Button label=move || t().centre.trial_page.wait on_press=move || press(Press::Nothing) />
                <Button
                    label=move || t().centre.trial_page.undo
                    kind=ButtonKind::Ghost
                    icon=icondata_lu::LuDelete
                    icon_only=true
                    disabled=Signal::derive(none)
                    on_press=undo
                />
                <Button
                    label=move || t().centre.trial_page.clear
                    kind=ButtonKind::Ghost
                    icon=icondata_lu::LuRotateCcw
                    icon_only=true
                    disabled=Signal::derive(none)
                    on_press=move || asked.presses.update(Vec::clear)
                />
            </div>
        </fieldset>
    }
}

fn short(press: Press) -> String {
    press.key().map_or_else(|| t().centre.diagram.no_key.to_owned(), String::from)
}

/// What each agent does.
#[component]
fn Agents(asked: Asked) -> impl IntoView {
    let all = Memo::new(move |_| asked.desk.draft(agents));
    view! {
        <fieldset class="trial-agents">
            <legend class="field__label">{move || t().centre.trial_page.agents}</legend>
            <Show when=move || all.with(Vec::is_empty)>
                <p class="field__hint">{move || t().centre.trial_page.no_agents}</p>
            </Show>
            <For each=move || all.get() key=Clone::clone let((seat, name))>
                <Agent asked=asked seat=seat name=name />
            </For>
        </fieldset>
    }
}

#[component]
fn Agent(asked: Asked, seat: Seat, name: String) -> impl IntoView {
    let chosen = RwSignal::new(untrack(|| asked.busy(&seat)).word().to_owned());
    let named = format!("trial-agent-{seat}");
    Effect::new(move |before: Option<String>| {
        let now = chosen.get();
        if before.is_some_and(|before| before != now) {
            asked.agents.update(|agents| {
                agents.insert(seat.clone(), Busy::of_word(&now));
            });
        }
        now
    });
    let options = || Busy::ALL.map(|busy| (busy.word().to_owned(), doing(busy).to_owned())).to_vec();
    view! { <Select name=named label=name value=chosen options=Signal::derive(options) /> }
}

fn doing(busy: Busy) -> &'static str {
    let words = &t().centre.trial_page;
    match busy {
        Busy::AtApp => words.at_app,
        Busy::AtSip => words.at_sip,
        Busy::InCall => words.in_call,
        Busy::AfterCall => words.after_call,
        Busy::Away => words.away,
        Busy::Offline => words.offline,
    }
}

/// Every agent of the draft, by name.
fn agents(centre: &Centre) -> Vec<(Seat, String)> {
    let mut agents: Vec<(Seat, String)> =
        centre.agents().map(|agent| (agent.seat.clone(), agent.name.clone())).collect();
    agents.sort_by(|one, other| one.1.cmp(&other.1));
    agents
}

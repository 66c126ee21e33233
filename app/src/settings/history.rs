//! The provider's own call history: where it is, whether it is read, and how that goes.

use super::{read_history_settings, save_history, test_history};
use crate::api::Fault;
use crate::components::form::{FieldErrors, send, tell};
use crate::components::{
    Ago, Badge, Button, ButtonKind, Checkbox, ErrorState, Icon, Skeleton, TextField, Tone, toasts, words,
};
use crate::texts::t;
use domain::fields::Field;
use domain::problem::Problem;
use domain::telephone::{HistoryForm, HistorySettings, TelephoneProblem};
use leptos::prelude::*;

/// The history's panel, loaded by itself.
#[component]
pub(super) fn HistorySection() -> impl IntoView {
    let settings = Resource::new_blocking(|| (), |()| read_history_settings());
    let again = Callback::new(move |()| settings.refetch());
    view! {
        <Transition fallback=|| view! { <Skeleton rows=4 /> }>
            {move || Suspend::new(async move {
                match settings.await {
                    Ok(settings) => view! { <HistoryPanel settings=settings refetch=again /> }.into_any(),
                    Err(fault) => view! { <ErrorState fault=fault retry=again /> }.into_any(),
                }
            })}
        </Transition>
    }
}

#[component]
fn HistoryPanel(settings: HistorySettings, refetch: Callback<()>) -> impl IntoView {
    let address = RwSignal::new(settings.address.clone());
    let key = RwSignal::new(String::new());
    let on = RwSignal::new(settings.on);
    let (errors, busy) = (FieldErrors::new(), RwSignal::new(false));
    let has_key = settings.has_key;
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        errors.clear();
        let form = HistoryForm { address: address.get_untracked(), key: key.get_untracked(), on: on.get_untracked() };
        send(busy, save_history(form), move |answer| match answer {
            Ok(_) => {
                toasts::tell(t().settings.history.saved);
                refetch.run(());
            }
            Err(fault) => errors.show(&fault),
        });
    };
    view! {
        <form class="panel form" novalidate on:submit=submit>
            <header class="settings__head">
                <h2 class="panel__title">{move || t().settings.history.title}</h2>
                <RunState settings=settings.clone() />
            </header>
            <p class="panel__text">{move || t().settings.history.text}</p>
            <TextField
                name="history-address"
                label=move || t().settings.history.address
                value=address
                error=errors.at(Field::ServiceAddress)
                kind="url"
            />
            <TextField
                name="history-key"
                label=move || t().settings.history.key
                value=key
                error=errors.at(Field::AccessKey)
                hint=move || if has_key { t().settings.access_key_keep } else { t().settings.access_key_hint }
                kind="password"
                autocomplete="new-password"
            />
            <Checkbox label=move || t().settings.history.on checked=on name="history-on" />
            <LastRun settings=settings />
            <HistoryTest usable=has_key />
            <div class="form__actions">
                <Button label=move || t().frame.save kind=ButtonKind::Primary submit=true busy=busy />
            </div>
        </form>
    }
}

#[component]
fn RunState(settings: HistorySettings) -> impl IntoView {
    let (label, tone): (fn() -> &'static str, Tone) = match &settings {
        HistorySettings { on: false, .. } => (|| t().settings.history.is_off, Tone::Neutral),
        HistorySettings { problem: Some(_), .. } => (|| t().settings.history.is_failing, Tone::Warn),
        HistorySettings { ran_at: None, .. } => (|| t().settings.history.is_starting, Tone::Info),
        _ => (|| t().settings.history.is_on, Tone::Ok),
    };
    view! { <Badge label=Signal::derive(move || label().to_owned()) tone=tone /> }
}

/// When it was last read, and what went wrong since.
#[component]
fn LastRun(settings: HistorySettings) -> impl IntoView {
    let HistorySettings { ran_at, problem, .. } = settings;
    let problem = problem.map(|problem| {
        view! {
            <div class="notice notice--warn">
                <Icon icon=icondata_lu::LuTriangleAlert />
                <p>{move || words::telephone(&problem)}</p>
            </div>
        }
    });
    let ran =
        ran_at.map(|at| view! { <p class="panel__text">{move || t().settings.history.ran} " " <Ago at=at /></p> });
    view! {
        <div>{ran} {problem}</div>
    }
}

#[component]
fn HistoryTest(usable: bool) -> impl IntoView {
    let busy = RwSignal::new(false);
    let result = RwSignal::new(None::<Option<TelephoneProblem>>);
    let start = move || {
        result.set(None);
        send(busy, test_history(), move |answer| match answer {
            Ok(()) => result.set(Some(None)),
            Err(Fault(Problem::Telephone(problem))) => result.set(Some(Some(problem))),
            Err(fault) => tell(&fault),
        });
    };
    let explained = move |problem: Option<TelephoneProblem>| match problem {
        None => t().settings.history.test_passed,
        Some(problem) => words::telephone(&problem),
    };
    view! {
        <div class="settings__history-test">
            <Button
                label=move || t().settings.history.test
                icon=icondata_lu::LuPlugZap
                on_press=start
                busy=busy
                disabled=!usable
                reason=move || Some(t().settings.save_first.to_owned())
            />
            <p role="status" aria-live="polite">{move || result.get().map(explained)}</p>
        </div>
    }
}

//! Where the provider asks and tells us about calls.

use super::desk::{Desk, desk};
use super::findings::FindingList;
use super::frame::CentreFrame;
use super::thing::{SaveButton, Saving};
use super::words;
use crate::components::form::FieldErrors;
use crate::components::{Badge, Button, ButtonKind, Icon, PageHead, TextField, Tone, toasts};
use crate::routes::CentrePage;
use crate::texts::t;
use domain::centre::{CallSettingsForm, Centre, DraftEdit, OurAddresses, Part, Ref};
use domain::fields::Field;
use leptos::prelude::*;

/// The page.
#[component]
pub fn CallsPage() -> impl IntoView {
    view! {
        <CentreFrame part=CentrePage::Calls>
            <PageHead title=move || t().centre.parts.settings />
            <div class="panels panels--wide">
                <AskUs />
                <Addresses />
            </div>
        </CentreFrame>
    }
}

/// Whether the provider asks and tells us about everything.
fn asks_us(draft: &Centre, ours: &OurAddresses) -> bool {
    let settings = draft.settings();
    ours.settings(settings.customer_wait_ms) == settings
        && draft.queues().all(|queue| queue.asks.as_ref() == Some(&ours.agents))
}

/// Everything with one press.
#[component]
fn AskUs() -> impl IntoView {
    let desk = desk();
    let ours = Memo::new(move |_| desk.with(|desk| desk.around.ours.clone()));
    let is_done = Memo::new(move |_| {
        ours.with(|ours| ours.as_ref().is_some_and(|ours| desk.draft(|draft| asks_us(draft, ours))))
    });
    let findings = desk.findings_of(Ref::Settings);
    let ask_us = move || {
        let Some(ours) = ours.get_untracked() else { return };
        // Our own addresses need no mending.
        if desk.edit(DraftEdit::AskUs { ours }).is_ok() {
            toasts::tell(t().centre.things.asks_us);
        }
    };
    view! {
        <section class="panel" aria-labelledby="ask-us">
            <h2 class="panel__title" id="ask-us">{move || t().centre.things.ask_us}</h2>
            <p class="panel__text">{move || t().centre.things.calls_text}</p>
            <Show
                when=move || is_done.get()
                fallback=move || {
                    view! {
                        <FindingList findings=findings here=true />
                        <p class="panel__text">{move || t().centre.things.ask_us_text}</p>
                        <div class="form__actions">
                            <Button
                                label=move || t().centre.things.ask_us
                                kind=ButtonKind::Primary
                                icon=icondata_lu::LuPlugZap
                                disabled=Signal::derive(move || ours.with(Option::is_none))
                                reason=Signal::derive(|| Some(t().centre.things.no_our_addresses.to_owned()))
                                on_press=ask_us
                            />
                        </div>
                    }
                }
            >
                <p class="notice notice--ok">
                    <Icon icon=icondata_lu::LuCircleCheck />
                    <span>{move || t().centre.things.asks_us_already}</span>
                </p>
            </Show>
        </section>
    }
}

/// What is filled in.
#[derive(Clone, Copy)]
struct Filled {
    customer: RwSignal<String>,
    customer_wait_ms: RwSignal<String>,
    events: RwSignal<String>,
    callout: RwSignal<String>,
}

impl Filled {
    fn of(form: CallSettingsForm) -> Self {
        Self {
            customer: RwSignal::new(form.customer),
            customer_wait_ms: RwSignal::new(form.customer_wait_ms),
            events: RwSignal::new(form.events),
            callout: RwSignal::new(form.callout),
        }
    }

    fn form(self) -> CallSettingsForm {
        CallSettingsForm {
            customer: self.customer.get(),
            customer_wait_ms: self.customer_wait_ms.get(),
            events: self.events.get(),
            callout: self.callout.get(),
        }
    }
}

/// Each address by itself; filled in anew when all of them are set.
#[component]
fn Addresses() -> impl IntoView {
    let desk = desk();
    let settings = Memo::new(move |_| desk.draft(Centre::settings));
    move || view! { <Fields form=CallSettingsForm::from(&settings.get()) /> }
}

#[component]
fn Fields(form: CallSettingsForm) -> impl IntoView {
    let desk = desk();
    let filled = Filled::of(form.clone());
    let saving = Saving::new(form, move || filled.form());
    let errors = saving.errors;
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let form = untrack(|| filled.form());
        saving.save(desk, form.clone(), DraftEdit::Settings { form });
    };
    view! {
        <form class="panel form" novalidate on:submit=submit>
            <h2 class="panel__title">{move || t().centre.things.each_address}</h2>
            <Address desk=desk part=Part::CustomerAddress ours=|ours| &ours.customer value=filled.customer errors=errors />
            <TextField
                name="customer-wait"
                label=move || t().centre.parts.customer_wait
                value=filled.customer_wait_ms
                error=errors.at(Field::Centre(Part::CustomerWait))
                hint=move || t().centre.things.wait_hint
                required=true
            />
            <Address desk=desk part=Part::EventsAddress ours=|ours| &ours.events value=filled.events errors=errors />
            <Address desk=desk part=Part::CalloutAddress ours=|ours| &ours.callout value=filled.callout errors=errors />
            <SaveButton />
        </form>
    }
}

/// One of them, and whose it is.
#[component]
fn Address(
    desk: Desk,
    part: Part,
    /// The one that is ours.
    ours: fn(&OurAddresses) -> &String,
    value: RwSignal<String>,
    errors: FieldErrors,
) -> impl IntoView {
    let is_ours =
        move || desk.with(|desk| desk.around.ours.as_ref().is_some_and(|all| value.with(|value| ours(all) == value)));
    let whose = Signal::derive(move || match (value.with(String::is_empty), is_ours()) {
        (true, _) => (t().centre.things.not_set, Tone::Neutral),
        (false, true) => (t().centre.things.ours, Tone::Ok),
        (false, false) => (t().centre.things.elsewhere, Tone::Warn),
    });
    view! {
        <div class="centre-address">
            <TextField
                name=format!("{part:?}").to_lowercase()
                label=move || words::part(part)
                value=value
                error=errors.at(Field::Centre(part))
                kind="url"
            />
            <Badge label=move || whose.get().0 tone=Signal::derive(move || whose.get().1) />
        </div>
    }
}

//! Somebody else saved first: what is different, and whose stays.

use super::api::colleagues;
use super::form_state::FormState;
use super::merge::{Merged, Part};
use crate::components::Icon;
use crate::custom::words::entry;
use crate::texts::t;
use domain::customers::{Customer, CustomerForm, PhoneForm};
use domain::staff::StaffRef;
use domain::times;
use leptos::html;
use leptos::prelude::*;

/// What they saved, and mine on top of it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Conflict {
    /// What they saved.
    pub(super) theirs: Customer,
    /// Mine on top of it.
    pub(super) merged: Merged,
}

/// Says what happened and asks, part by part, whose stays.
#[component]
pub(super) fn ConflictBanner(
    /// What is different.
    conflict: Conflict,
    /// The form; it holds mine.
    state: FormState,
) -> impl IntoView {
    let Conflict { theirs, merged } = conflict;
    let node = NodeRef::<html::Section>::new();
    Effect::new(move |_| {
        if let Some(banner) = node.get() {
            banner.scroll_into_view();
        }
    });
    let saved_at = theirs.updated_at;
    let adopted = merged.adopted.clone();
    let adopted_words = move || {
        let parts: Vec<String> = adopted.iter().map(|part| part_in_words(part, state)).collect();
        (!parts.is_empty()).then(|| (t().customers.form.stale_adopted)(&parts.join(", ")))
    };
    let disputes = merged.disputed.iter().map(|part| {
        view! { <Dispute part=part.clone() theirs=theirs.clone() mine=merged.form.clone() state=state /> }
    });
    view! {
        <section class="notice notice--warn conflict" role="alert" node_ref=node>
            <h2 class="conflict__title">
                <Icon icon=icondata_lu::LuTriangleAlert />
                {move || (t().customers.form.stale_title)(&times::date_time(saved_at))}
            </h2>
            <p>{move || t().customers.form.stale_text}</p>
            <p>{adopted_words}</p>
            {disputes.collect_view()}
        </section>
    }
}

/// One part that both changed.
#[component]
fn Dispute(
    /// Which.
    part: Part,
    /// What they saved.
    theirs: Customer,
    /// What was typed here.
    mine: CustomerForm,
    /// The form.
    state: FormState,
) -> impl IntoView {
    let their_form = CustomerForm::from(&theirs);
    let owner = theirs.owner.clone();
    let members = Resource::new(|| (), |()| colleagues());
    let my_value = {
        let (part, mine) = (part.clone(), mine.clone());
        move || said(&part, state, &mine, &members.get().and_then(Result::ok).unwrap_or_default())
    };
    let their_value = {
        let (part, theirs) = (part.clone(), their_form.clone());
        move || said(&part, state, &theirs, owner.as_slice())
    };
    let chosen_theirs = RwSignal::new(false);
    let name = dispute_name(&part);
    let title = {
        let part = part.clone();
        move || part_in_words(&part, state)
    };
    let choose = move |theirs: bool| {
        let part = part.clone();
        let from = if theirs { their_form.clone() } else { mine.clone() };
        move |_| {
            let mut form = untrack(|| state.form());
            part.copy(&from, &mut form);
            state.fill(&form);
            chosen_theirs.set(theirs);
        }
    };
    view! {
        <fieldset class="dispute">
            <legend class="dispute__part">{title}</legend>
            <label class="dispute__side">
                <input
                    type="radio"
                    name=name.clone()
                    prop:checked=move || !chosen_theirs.get()
                    on:change=choose.clone()(false)
                />
                <span class="dispute__whose">{move || t().customers.form.keep_mine}</span>
                <span class="dispute__value">
                    <Suspense>{my_value}</Suspense>
                </span>
            </label>
            <label class="dispute__side">
                <input
                    type="radio"
                    name=name
                    prop:checked=move || chosen_theirs.get()
                    on:change=choose(true)
                />
                <span class="dispute__whose">{move || t().customers.form.take_theirs}</span>
                <span class="dispute__value">{their_value}</span>
            </label>
        </fieldset>
    }
}

/// Unique on the page.
fn dispute_name(part: &Part) -> String {
    match part {
        Part::Custom(field) => format!("dispute-{field}"),
        part => format!("dispute-{part:?}"),
    }
}

fn part_in_words(part: &Part, state: FormState) -> String {
    let words = &t().customers;
    let word = match part {
        Part::Custom(field) => return state.custom.field(field).map(|field| field.name).unwrap_or_default(),
        Part::Name => words.name,
        Part::Phones => words.form.phones,
        Part::Email => words.email,
        Part::Company => words.company,
        Part::Address => words.address,
        Part::Note => words.note,
        Part::Owner => words.owner,
    };
    word.to_owned()
}

/// What a form says in one part.
fn said(part: &Part, state: FormState, form: &CustomerForm, members: &[StaffRef]) -> String {
    let owner = || form.owner.as_ref().and_then(|id| members.iter().find(|member| member.id == *id));
    let said = match part {
        Part::Name => form.name.clone(),
        Part::Phones => form.phones.iter().filter_map(phone_in_words).collect::<Vec<_>>().join(", "),
        Part::Email => form.email.clone(),
        Part::Company => form.company.clone(),
        Part::Address => form.address.clone(),
        Part::Note => form.note.clone(),
        Part::Owner => owner().map(|member| member.name.clone()).unwrap_or_default(),
        Part::Custom(id) => state.custom.field(id).map(|field| entry(&field, form.custom.get(id))).unwrap_or_default(),
    };
    if said.trim().is_empty() { t().customers.form.nothing.to_owned() } else { said }
}

/// A row in one line: number, label, marks.
fn phone_in_words(phone: &PhoneForm) -> Option<String> {
    let words = &t().customers;
    let marks = [
        (!phone.label.trim().is_empty()).then(|| phone.label.trim()),
        phone.primary.then_some(words.primary),
        phone.do_not_call.then_some(words.do_not_call),
    ];
    let marks: Vec<&str> = marks.into_iter().flatten().collect();
    let raw = domain::phone::shown(phone.raw.trim());
    let marked = if marks.is_empty() { raw.to_owned() } else { format!("{raw} ({})", marks.join(", ")) };
    (!raw.is_empty()).then_some(marked)
}

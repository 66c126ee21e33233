//! The form of an agent.

use super::desk::{Desk, desk};
use super::options::all;
use super::thing::{SaveButton, Saving, show_new};
use super::words;
use crate::components::form::FieldErrors;
use crate::components::{CheckList, Select, TextField};
use crate::routes::CentrePage;
use crate::texts::t;
use domain::centre::{AgentForm, DraftEdit, Kind, Part, Ref};
use domain::fields::Field;
use domain::ids::{GroupId, Seat};
use domain::reach::RingsAt;
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

/// What is filled in.
#[derive(Clone, Copy)]
struct Filled {
    seat: RwSignal<String>,
    name: RwSignal<String>,
    rings_at: RwSignal<String>,
    phone: RwSignal<String>,
    groups: RwSignal<Vec<String>>,
}

impl Filled {
    fn of(form: &AgentForm) -> Self {
        Self {
            seat: RwSignal::new(form.seat.clone()),
            name: RwSignal::new(form.name.clone()),
            rings_at: RwSignal::new(rings_at_word(form.rings_at).to_owned()),
            phone: RwSignal::new(form.phone.clone()),
            groups: RwSignal::new(form.groups.iter().map(ToString::to_string).collect()),
        }
    }

    fn form(self) -> AgentForm {
        let rings_at = |word: &String| RingsAt::ALL.into_iter().find(|at| rings_at_word(*at) == word);
        AgentForm {
            seat: self.seat.get(),
            name: self.name.get(),
            rings_at: self.rings_at.with(rings_at).unwrap_or_default(),
            phone: self.phone.get(),
            groups: self.groups.with(|groups| groups.iter().map(GroupId::new).collect()),
        }
    }
}

fn rings_at_word(at: RingsAt) -> &'static str {
    match at {
        RingsAt::Anywhere => "anywhere",
        RingsAt::Number => "number",
        RingsAt::App => "app",
        RingsAt::DeskPhone => "desk_phone",
    }
}

/// The form.
#[component]
pub(super) fn AgentFields(
    /// Who; none for a new one.
    was: Option<Seat>,
    /// As they are in the draft.
    form: AgentForm,
) -> impl IntoView {
    let desk = desk();
    let filled = Filled::of(&form);
    let saving = Saving::new(form, move || filled.form());
    let errors = saving.errors;
    let navigate = use_navigate();
    let own = was.clone();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let form = untrack(|| filled.form());
        let saved = saving.save(desk, form.clone(), DraftEdit::Agent { was: was.clone(), form });
        if let Some(Ref::Agent(seat)) = saved.filter(|at| was.clone().map(Ref::Agent).as_ref() != Some(at)) {
            show_new(&navigate, CentrePage::Agent(Some(seat)));
        }
    };
    let rings = || RingsAt::ALL.map(|at| (rings_at_word(at).to_owned(), words::capital(words::rings_at(at)))).to_vec();
    view! {
        <form class="panel form" novalidate on:submit=submit>
            <StaffField filled=filled own=own />
            <SeatFields filled=filled errors=errors />
            <div class="settings__pair">
                <Select
                    name="rings-at"
                    label=move || t().centre.parts.rings_at
                    value=filled.rings_at
                    options=Signal::derive(rings)
                />
                <TextField
                    name="phone"
                    label=move || t().centre.parts.phone
                    value=filled.phone
                    error=errors.at(Field::Centre(Part::Phone))
                    hint=move || t().centre.things.phone_hint
                    kind="tel"
                />
            </div>
            <CheckList
                name="groups"
                label=move || t().centre.things.in_groups
                chosen=filled.groups
                on_choose=move |chosen| filled.groups.set(chosen)
                options=Signal::derive(move || all(desk, Kind::Group))
            />
            <SaveButton />
        </form>
    }
}

/// The members of staff who are no agents yet, and the one whose seat this is.
fn free_staff(desk: Desk, own: Option<&Seat>) -> Vec<(String, String)> {
    let nobody = (String::new(), t().centre.things.no_staff.to_owned());
    let free = desk.with(|desk| {
        let is_free = |seat: &Seat| own == Some(seat) || desk.draft.agent(seat).is_none();
        let free = desk.staff.iter().filter(|(seat, ..)| is_free(seat));
        free.map(|(seat, _, name)| (seat.to_string(), name.clone())).collect::<Vec<_>>()
    });
    std::iter::once(nobody).chain(free).collect()
}

/// Who of the staff it is: their seat and name need not be written, then.
#[component]
fn StaffField(filled: Filled, own: Option<Seat>) -> impl IntoView {
    let desk = desk();
    let member = move |seat: &str| {
        let seat = Seat::new(seat.trim());
        desk.with(|desk| desk.member_at(&seat).map(|(_, name)| name.to_owned()))
    };
    let seat_now = move || filled.seat.with(|seat| member(seat).map(|_| seat.trim().to_owned())).unwrap_or_default();
    let chosen = RwSignal::new(untrack(seat_now));
    Effect::new(move |_| chosen.set(seat_now()));
    Effect::new(move |_| {
        let seat = chosen.get();
        let Some(name) = untrack(|| member(&seat)).filter(|_| filled.seat.get_untracked().trim() != seat) else {
            return;
        };
        filled.seat.set(seat);
        filled.name.set(name);
    });
    view! {
        <Select
            name="staff"
            label=move || t().centre.things.staff
            value=chosen
            options=Signal::derive(move || free_staff(desk, own.as_ref()))
            hint=move || t().centre.things.staff_hint
        />
    }
}

/// Who it is at the provider.
#[component]
fn SeatFields(filled: Filled, errors: FieldErrors) -> impl IntoView {
    view! {
        <div class="settings__pair">
            <TextField
                name="seat"
                label=move || t().centre.parts.seat
                value=filled.seat
                error=errors.at(Field::Centre(Part::Seat))
                hint=move || t().centre.things.seat_hint
                required=true
            />
            <TextField
                name="name"
                label=move || t().centre.parts.name
                value=filled.name
                error=errors.at(Field::Centre(Part::Name))
                required=true
            />
        </div>
    }
}

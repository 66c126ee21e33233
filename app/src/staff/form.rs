//! The form of a member.

use super::{list_providers, role_name};
use crate::components::form::FieldErrors;
use crate::components::{CheckList, NewPassword, Select, TextField, WhenKnown};
use crate::teams::list_teams;
use crate::texts::t;
use domain::access::Role;
use domain::fields::Field;
use domain::ids::TeamId;
use domain::staff::{Member, MemberForm};
use domain::telephone::Provider;
use leptos::prelude::*;

/// What is filled in for a member.
#[derive(Clone, Copy)]
pub(super) struct Filled {
    name: RwSignal<String>,
    email: RwSignal<String>,
    role: RwSignal<String>,
    provider: RwSignal<String>,
    seat: RwSignal<String>,
    team: RwSignal<String>,
    leads: RwSignal<Vec<String>>,
    password: RwSignal<String>,
    /// Of a new member, whose first password is asked for.
    new: bool,
    pub(super) errors: FieldErrors,
}

impl Filled {
    /// With what a member has, or with nothing.
    pub(super) fn from(member: Option<&Member>) -> Self {
        let of = |part: fn(&Member) -> String| RwSignal::new(member.map(part).unwrap_or_default());
        Self {
            name: of(|m| m.name.clone()),
            email: of(|m| m.email.clone()),
            role: RwSignal::new(member.map_or(Role::Agent, |m| m.role).as_str().to_owned()),
            provider: of(|m| m.provider.as_str().to_owned()),
            seat: of(|m| m.seat.clone().unwrap_or_default()),
            team: of(|m| m.team.as_ref().map(|team| team.id.to_string()).unwrap_or_default()),
            leads: RwSignal::new(member.map(led).unwrap_or_default()),
            password: RwSignal::new(String::new()),
            new: member.is_none(),
            errors: FieldErrors::new(),
        }
    }

    /// As it is sent; `None`, with the fields marked, when something must be mended first.
    pub(super) fn checked(self, active: bool) -> Option<MemberForm> {
        let form = MemberForm {
            name: self.name.get_untracked(),
            email: self.email.get_untracked(),
            role: self.role.with_untracked(|word| Role::from_stored(word)).unwrap_or(Role::Agent),
            provider: self.provider.with_untracked(|word| Provider::from_stored(word)).unwrap_or_default(),
            seat: self.seat.get_untracked(),
            team: Some(self.team.get_untracked()).filter(|id| !id.is_empty()).map(TeamId::new),
            leads: self.leads.get_untracked().into_iter().map(TeamId::new).collect(),
            active,
            password: self.new.then(|| self.password.get_untracked()),
        };
        let problems = form.parse().err().unwrap_or_default();
        let flawless = problems.is_empty();
        self.errors.set(problems);
        flawless.then_some(form)
    }
}

/// The ids of the teams a member leads.
fn led(member: &Member) -> Vec<String> {
    member.leads.iter().map(|team| team.id.to_string()).collect()
}

/// The fields of a member.
#[component]
pub(super) fn MemberFields(filled: Filled) -> impl IntoView {
    let roles =
        || Role::ALL.into_iter().rev().map(|role| (role.as_str().to_owned(), role_name(role).to_owned())).collect();
    let Filled { name, email, role, password, new, errors, .. } = filled;
    view! {
        <TextField name="name" label=move || t().staff.name value=name error=errors.at(Field::Name) required=true />
        <TextField
            name="email"
            label=move || t().staff.email
            value=email
            error=errors.at(Field::Email)
            kind="email"
            required=true
        />
        <Select
            name="role"
            label=move || t().staff.role
            value=role
            options=Signal::derive(roles)
            error=errors.at(Field::Role)
            hint=move || t().staff.role_hint
        />
        <SeatFields filled=filled />
        <TeamFields filled=filled />
        {new.then(|| {
            view! {
                <NewPassword
                    name="password"
                    label=move || t().staff.first_password
                    value=password
                    error=errors.at(Field::Password)
                    hint=move || t().staff.first_password_hint
                />
            }
        })}
    }
}

/// The seat and, where there are two providers, at which of them it is.
#[component]
fn SeatFields(filled: Filled) -> impl IntoView {
    let Filled { provider, seat, errors, .. } = filled;
    let set_up = Resource::new_blocking(|| (), |()| list_providers());
    let providers = move || set_up.get().and_then(Result::ok).unwrap_or_default();
    let choices =
        move || providers().into_iter().map(|one| (one.as_str().to_owned(), one.name().to_owned())).collect::<Vec<_>>();
    // Whoever is at none of them so far is at the one there is, or at the first of two.
    Effect::new(move |_| {
        let set_up = providers();
        let is_at_one = set_up.iter().any(|one| provider.with_untracked(|word| word == one.as_str()));
        if let (Some(first), false) = (set_up.first(), is_at_one) {
            provider.set(first.as_str().to_owned());
        }
    });
    view! {
        <WhenKnown when=move || { providers().len() > 1 }>
            <Select
                name="provider"
                label=move || t().staff.provider
                value=provider
                options=Signal::derive(choices)
                hint=move || t().staff.provider_hint
            />
        </WhenKnown>
        <TextField
            name="seat"
            label=move || t().staff.seat
            value=seat
            error=errors.at(Field::Seat)
            hint=move || seat_hint(&provider.read())
        />
    }
}

/// What a seat is called at a provider.
fn seat_hint(provider: &str) -> &'static str {
    match Provider::from_stored(provider).unwrap_or_default() {
        Provider::ThreeC => t().staff.seat_hint_number,
        Provider::Stringee => t().staff.seat_hint_name,
    }
}

/// The team a member works in and, of a manager, the teams they lead.
#[component]
fn TeamFields(filled: Filled) -> impl IntoView {
    let Filled { role, team, leads, errors, .. } = filled;
    let teams = Resource::new_blocking(|| (), |()| list_teams());
    let named = move || {
        let teams = teams.get().and_then(Result::ok).unwrap_or_default();
        teams.into_iter().map(|team| (team.id.to_string(), team.name)).collect::<Vec<_>>()
    };
    let choices = move || {
        let mut choices = vec![(String::new(), t().teams.no_team.to_owned())];
        choices.extend(named());
        choices
    };
    let is_manager = move || role.with(|word| word == Role::Manager.as_str());
    view! {
        <Suspense>
            <Select
                name="team"
                label=move || t().teams.of_member
                value=team
                options=Signal::derive(choices)
                error=errors.at(Field::Team)
                hint=move || t().teams.of_member_hint
            />
            <Show when=is_manager>
                <CheckList
                    name="leads"
                    label=move || t().teams.led
                    chosen=leads
                    on_choose=move |chosen| leads.set(chosen)
                    options=Signal::derive(named)
                    error=errors.at(Field::Leads)
                    hint=move || t().teams.led_hint
                />
            </Show>
        </Suspense>
    }
}

//! The rules of calling out: they hold for every provider.

use super::purpose::{Purpose, PurposeChoice};
use super::tabs::SettingsTabs;
use super::{dial_policy, save_dial_policy};
use crate::api::Answer;
use crate::components::form::{FieldErrors, send};
use crate::components::{
    Button, ButtonKind, CheckList, Checkbox, ErrorState, PageHead, Skeleton, TextArea, TextField, toasts,
};
use crate::routes::Route;
use crate::staff::role_name;
use crate::teams::list_teams;
use crate::texts::t;
use domain::access::Role;
use domain::dial_policy::{CAP_MAX, DialPolicy};
use domain::fields::{Field, FieldError, FieldProblem};
use domain::teams::Team;
use leptos::prelude::*;

/// The page of the rules.
#[component]
pub fn DialPolicyPage() -> impl IntoView {
    // Asked for together: one who may not set the rules sees one refusal.
    let all = Resource::new_blocking(|| (), |()| everything());
    let again = Callback::new(move |()| all.refetch());
    view! {
        <PageHead title=move || t().settings.title />
        <SettingsTabs open=Route::DialPolicy />
        <div class="panels">
            <Transition fallback=|| view! { <Skeleton rows=8 /> }>
                {move || Suspend::new(async move {
                    match all.await {
                        Ok((policy, teams)) => {
                            view! { <PolicyPanel policy=policy teams=teams refetch=again /> }.into_any()
                        }
                        Err(fault) => view! { <ErrorState fault=fault retry=again /> }.into_any(),
                    }
                })}
            </Transition>
        </div>
    }
}

async fn everything() -> Answer<(DialPolicy, Vec<Team>)> {
    Ok((dial_policy().await?, list_teams().await?))
}

/// The rules, while they are being changed.
#[derive(Clone, Copy)]
struct Filled {
    roles: RwSignal<Vec<String>>,
    advertising: Purpose,
    refuse_unwanted: RwSignal<bool>,
    per_member: RwSignal<String>,
    per_number: RwSignal<String>,
    blocked: RwSignal<String>,
    international: RwSignal<bool>,
    errors: FieldErrors,
}

impl Filled {
    fn from(policy: &DialPolicy, teams: &[Team]) -> Self {
        let cap = |cap: Option<i64>| RwSignal::new(cap.map(|cap| cap.to_string()).unwrap_or_default());
        Self {
            roles: RwSignal::new(policy.roles.iter().map(|role| role.as_str().to_owned()).collect()),
            advertising: Purpose::from(&policy.advertising, teams),
            refuse_unwanted: RwSignal::new(policy.refuse_unwanted),
            per_member: cap(policy.per_member),
            per_number: cap(policy.per_number),
            blocked: RwSignal::new(policy.blocked.join(", ")),
            international: RwSignal::new(policy.international),
            errors: FieldErrors::new(),
        }
    }

    /// As it is sent; `None`, with the fields marked, when something must be mended first.
    fn checked(self) -> Option<DialPolicy> {
        let mut problems = Vec::new();
        let policy = DialPolicy {
            roles: self.roles.with_untracked(|words| words.iter().filter_map(|word| Role::from_stored(word)).collect()),
            advertising: self.advertising.chosen(),
            refuse_unwanted: self.refuse_unwanted.get_untracked(),
            per_member: cap(&self.per_member.get_untracked(), Field::MembersCap, &mut problems),
            per_number: cap(&self.per_number.get_untracked(), Field::NumbersCap, &mut problems),
            blocked: self.blocked.with_untracked(|text| prefixes(text)),
            international: self.international.get_untracked(),
        };
        problems.extend(policy.parse().err().unwrap_or_default());
        let flawless = problems.is_empty();
        self.errors.set(problems);
        flawless.then_some(policy)
    }
}

/// A whole number; nothing for no limit.
fn cap(text: &str, field: Field, problems: &mut Vec<FieldError>) -> Option<i64> {
    let text = text.trim();
    let number = text.parse().ok();
    if number.is_none() && !text.is_empty() {
        problems.push(FieldError::new(field, FieldProblem::OutOfRange { min: 1, max: CAP_MAX }));
    }
    number
}

/// As they are separated: by commas, spaces or lines.
fn prefixes(text: &str) -> Vec<String> {
    text.split([',', ';', '\n', ' ']).map(str::trim).filter(|prefix| !prefix.is_empty()).map(str::to_owned).collect()
}

#[component]
fn PolicyPanel(policy: DialPolicy, teams: Vec<Team>, refetch: Callback<()>) -> impl IntoView {
    let filled = Filled::from(&policy, &teams);
    let busy = RwSignal::new(false);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(policy) = filled.checked() else { return };
        send(busy, save_dial_policy(policy), move |answer| match answer {
            Ok(_) => {
                toasts::tell(t().settings.dialling.saved);
                refetch.run(());
            }
            Err(fault) => filled.errors.show(&fault),
        });
    };
    view! {
        <form class="panel form" novalidate on:submit=submit>
            <h2 class="panel__title">{move || t().settings.dialling.title}</h2>
            <p class="panel__text">{move || t().settings.dialling.text}</p>
            <WhoAndWhen filled=filled teams=teams />
            <HowMany filled=filled />
            <Where filled=filled />
            <div class="form__actions">
                <Button label=move || t().frame.save kind=ButtonKind::Primary submit=true busy=busy />
            </div>
        </form>
    }
}

#[component]
fn WhoAndWhen(filled: Filled, teams: Vec<Team>) -> impl IntoView {
    let roles =
        || Role::ALL.into_iter().map(|role| (role.as_str().to_owned(), role_name(role).to_owned())).collect::<Vec<_>>();
    view! {
        <CheckList
            name="roles"
            label=move || t().settings.dialling.roles
            chosen=filled.roles
            on_choose=move |chosen| filled.roles.set(chosen)
            options=Signal::derive(roles)
        />
        <PurposeChoice purpose=filled.advertising teams=teams errors=filled.errors />
        <Checkbox
            label=move || t().settings.dialling.refuse_unwanted
            checked=filled.refuse_unwanted
            name="refuse-unwanted"
        />
    }
}

#[component]
fn HowMany(filled: Filled) -> impl IntoView {
    view! {
        <div class="settings__pair">
            <TextField
                name="per-member"
                label=move || t().settings.dialling.per_member
                value=filled.per_member
                error=filled.errors.at(Field::MembersCap)
                hint=move || t().settings.dialling.cap_hint
            />
            <TextField
                name="per-number"
                label=move || t().settings.dialling.per_number
                value=filled.per_number
                error=filled.errors.at(Field::NumbersCap)
                hint=move || t().settings.dialling.cap_hint
            />
        </div>
    }
}

#[component]
fn Where(filled: Filled) -> impl IntoView {
    view! {
        <TextArea
            name="blocked"
            label=move || t().settings.dialling.blocked
            value=filled.blocked
            error=filled.errors.at(Field::BlockedPrefixes)
            hint=move || t().settings.dialling.blocked_hint
            rows=2
        />
        <Checkbox label=move || t().settings.dialling.international checked=filled.international name="international" />
    }
}

#[cfg(test)]
mod tests {
    use super::{cap, prefixes};
    use domain::fields::Field;

    #[test]
    fn prefixes_are_separated_as_people_do() {
        assert_eq!(prefixes("1900, 0069;\n+1  "), ["1900", "0069", "+1"]);
        assert!(prefixes(" \n").is_empty());
    }

    #[test]
    fn no_number_is_no_limit_and_a_word_is_refused() {
        let mut problems = Vec::new();
        assert_eq!(cap(" ", Field::MembersCap, &mut problems), None);
        assert_eq!(cap(" 50 ", Field::MembersCap, &mut problems), Some(50));
        assert!(problems.is_empty());
        assert_eq!(cap("nhiều", Field::NumbersCap, &mut problems), None);
        assert_eq!(problems[0].field, Field::NumbersCap);
    }
}

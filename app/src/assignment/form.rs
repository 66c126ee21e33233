//! The form of a rule, in a dialog.

use super::api::{create_rule, update_rule};
use super::words;
use crate::api::Answer;
use crate::calls::api::call_choices;
use crate::components::form::{FieldErrors, send};
use crate::components::{Button, ButtonKind, Checkbox, Dialog, Select, TextField};
use crate::customers::api::colleagues;
use crate::teams::teams_seen;
use crate::texts::t;
use domain::assignment::{Choice, Condition, Rule, RuleForm};
use domain::calls::LogChoices;
use domain::fields::Field;
use domain::ids::{StaffId, TeamId};
use domain::staff::StaffRef;
use domain::teams::TeamRef;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// The word of whoever makes the customer.
const MAKER: &str = "maker";
/// What the word of a member begins with; the id follows.
const MEMBER: &str = "member:";
/// What the word of a team begins with; the id follows.
const TEAM: &str = "team:";

/// What can be chosen in a rule.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Offered {
    members: Vec<StaffRef>,
    teams: Vec<TeamRef>,
    /// Queues and hotlines through which somebody has called.
    calls: LogChoices,
}

/// Asks for what can be chosen.
pub(super) async fn offered() -> Answer<Offered> {
    Ok(Offered { members: colleagues().await?, teams: teams_seen().await?, calls: call_choices().await? })
}

/// What is filled in of a rule.
#[derive(Clone, Copy)]
struct Filled {
    kind: RwSignal<String>,
    value: RwSignal<String>,
    to: RwSignal<String>,
    present: RwSignal<bool>,
    active: RwSignal<bool>,
    errors: FieldErrors,
}

impl Filled {
    fn of(rule: Option<&Rule>) -> Self {
        let condition = rule.map(|rule| rule.condition.clone()).unwrap_or_default();
        let choice = rule.map(|rule| rule.receiver.choice()).unwrap_or_default();
        let to = match &choice {
            Choice::Maker => MAKER.to_owned(),
            Choice::Member(member) => format!("{MEMBER}{member}"),
            Choice::Team { team, .. } => format!("{TEAM}{team}"),
        };
        Self {
            kind: RwSignal::new(condition.kind().to_owned()),
            value: RwSignal::new(condition.value().to_owned()),
            to: RwSignal::new(to),
            present: RwSignal::new(!matches!(choice, Choice::Team { present: false, .. })),
            active: RwSignal::new(rule.is_none_or(|rule| rule.active)),
            errors: FieldErrors::new(),
        }
    }

    fn form(self) -> RuleForm {
        let to = self.to.get_untracked();
        let choice = match (to.strip_prefix(MEMBER), to.strip_prefix(TEAM)) {
            (Some(member), _) => Choice::Member(StaffId::new(member)),
            (_, Some(team)) => Choice::Team { team: TeamId::new(team), present: self.present.get_untracked() },
            _ => Choice::Maker,
        };
        let condition = Condition::from_stored(&self.kind.get_untracked(), &self.value.get_untracked());
        RuleForm { condition: condition.unwrap_or_default(), choice, active: self.active.get_untracked() }
    }
}

/// A rule, new or changed.
#[component]
pub(super) fn RuleDialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// The rule; `None` for a new one.
    of: Option<Rule>,
    /// What can be chosen.
    offered: StoredValue<Offered>,
    /// Told the rule once it is kept.
    on_saved: Callback<Rule>,
) -> impl IntoView {
    let (id, name) = match &of {
        Some(rule) => (Some(rule.id.clone()), rule.id.to_string()),
        None => (None, "new".to_owned()),
    };
    let filled = Filled::of(of.as_ref());
    let busy = RwSignal::new(false);
    let done = move |answer: Answer<Rule>| match answer {
        Ok(saved) => {
            open.set(false);
            on_saved.run(saved);
        }
        Err(fault) => filled.errors.show(&fault),
    };
    let id = StoredValue::new(id);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        filled.errors.clear();
        let form = filled.form();
        match (form.parse(), id.get_value()) {
            (Err(wrong), _) => filled.errors.set(wrong),
            (Ok(_), Some(id)) => send(busy, update_rule(id, form), done),
            (Ok(_), None) => send(busy, create_rule(form), done),
        }
    };
    let is_new = of.is_none();
    view! {
        <Dialog open=open title=move || if is_new { t().assignment.add } else { t().assignment.change }>
            <form class="rule-form" novalidate on:submit=submit>
                <ForWhom whom=filled name=name.clone() offered=offered />
                <To filled=filled name=name.clone() offered=offered />
                <Checkbox label=move || t().assignment.active checked=filled.active />
                <div class="dialog__actions">
                    <Button label=move || t().frame.save kind=ButtonKind::Primary submit=true busy=busy />
                </div>
            </form>
        </Dialog>
    }
}

/// Which new customers it is for.
#[component]
fn ForWhom(whom: Filled, name: String, offered: StoredValue<Offered>) -> impl IntoView {
    let kinds = || {
        let named = |kind: &&str| ((*kind).to_owned(), words::kind(t(), kind).to_owned());
        Condition::KINDS.iter().map(named).collect::<Vec<_>>()
    };
    let (list, known) = (format!("rule-{name}-known"), format!("rule-{name}-known"));
    let of_kind = move |is: &'static str| whom.kind.with(|kind| kind == is);
    let values =
        move || {
            offered.with_value(|offered| {
                if of_kind("queue") { offered.calls.queues.clone() } else { offered.calls.hotlines.clone() }
            })
        };
    let value = StoredValue::new((format!("rule-{name}-value"), list));
    view! {
        <Select
            name=format!("rule-{name}-kind")
            label=move || t().assignment.for_whom
            value=whom.kind
            options=Signal::derive(kinds)
        />
        <datalist id=known>
            {move || values().into_iter().map(|value| view! { <option value=value></option> }).collect_view()}
        </datalist>
        <Show when=move || of_kind("queue") || of_kind("hotline")>
            <TextField
                name=value.with_value(|(name, _)| name.clone())
                label=move || words::kind(t(), if of_kind("queue") { "queue" } else { "hotline" })
                value=whom.value
                error=whom.errors.at(Field::RuleValue)
                suggestions=value.with_value(|(_, list)| list.clone())
                required=true
            />
        </Show>
    }
}

/// To whom it gives.
#[component]
fn To(filled: Filled, name: String, offered: StoredValue<Offered>) -> impl IntoView {
    let options = move || {
        let mut options = vec![(MAKER.to_owned(), t().assignment.maker.to_owned())];
        offered.with_value(|offered| {
            let team = |team: &TeamRef| (format!("{TEAM}{}", team.id), (t().assignment.in_turn)(&team.name));
            options.extend(offered.teams.iter().map(team));
            let member = |member: &StaffRef| (format!("{MEMBER}{}", member.id), member.name.clone());
            options.extend(offered.members.iter().map(member));
        });
        options
    };
    let of_member = filled.errors.at(Field::Owner);
    let of_team = filled.errors.at(Field::Team);
    let is_team = move || filled.to.with(|to| to.starts_with(TEAM));
    view! {
        <Select
            name=format!("rule-{name}-to")
            label=move || t().assignment.to
            value=filled.to
            options=Signal::derive(options)
            error=Signal::derive(move || of_member.get().or_else(|| of_team.get()))
        />
        <Show when=is_team>
            <Checkbox label=move || t().assignment.only_present checked=filled.present />
            <p class="field__hint">{move || t().assignment.only_present_hint}</p>
        </Show>
    }
}

//! What two customers share and consist of, in the viewer's words.

use crate::components::{Badge, Tone};
use crate::custom::words;
use crate::texts::t;
use domain::custom::CustomField;
use domain::customers::Customer;
use domain::duplicates::{Belongings, MergeProblem, Part, Sign};
use leptos::prelude::*;

/// What two share.
pub(super) fn sign(sign: Sign) -> &'static str {
    let words = &t().duplicates;
    match sign {
        Sign::Number => words.same_number,
        Sign::Email => words.same_email,
        Sign::Name => words.same_name,
    }
}

/// What they share, each as a badge.
#[component]
pub(super) fn Signs(
    /// At least one.
    signs: Vec<Sign>,
) -> impl IntoView {
    let badge = |one: Sign| {
        let icon = match one {
            Sign::Number => icondata_lu::LuPhone,
            Sign::Email => icondata_lu::LuMail,
            Sign::Name => icondata_lu::LuUser,
        };
        view! { <Badge tone=Tone::Warn icon=Signal::stored(icon) label=move || sign(one) /> }
    };
    view! { <span class="signs">{signs.into_iter().map(badge).collect_view()}</span> }
}

/// What a part is called.
pub(super) fn part(part: &Part, fields: &[CustomField]) -> String {
    let words = t();
    match part {
        Part::Name => words.customers.name.to_owned(),
        Part::Primary => words.duplicates.primary.to_owned(),
        Part::Email => words.customers.email.to_owned(),
        Part::Company => words.customers.company.to_owned(),
        Part::Address => words.customers.address.to_owned(),
        Part::Note => words.customers.note.to_owned(),
        Part::Owner => words.customers.owner.to_owned(),
        Part::Custom(id) => {
            fields.iter().find(|field| field.id == *id).map(|field| field.name.clone()).unwrap_or_default()
        }
    }
}

/// A part of a customer as it is read; `None` where there is none.
pub(super) fn value(part: &Part, of: &Customer, fields: &[CustomField]) -> Option<String> {
    match part {
        Part::Name => Some(of.name.clone()),
        Part::Primary => of.phones.iter().find(|phone| phone.primary).map(|phone| phone.number.grouped()),
        Part::Email => of.email.clone(),
        Part::Company => of.company.clone(),
        Part::Address => of.address.clone(),
        Part::Note => of.note.clone(),
        Part::Owner => of.owner.as_ref().map(|owner| owner.name.clone()),
        Part::Custom(id) => {
            let field = fields.iter().find(|field| field.id == *id)?;
            Some(words::value(t(), field, of.custom.get(id)?))
        }
    }
}

/// What hangs on a customer.
pub(super) fn belongings(has: Belongings) -> String {
    (t().duplicates.belongings)(has.calls, has.notes, has.deals, has.tasks)
}

/// Why two do not become one, or two again.
pub(crate) fn problem(problem: MergeProblem) -> &'static str {
    let words = &t().duplicates;
    match problem {
        MergeProblem::Same => words.problem_same,
        MergeProblem::UndoneAlready => words.problem_undone,
        MergeProblem::KeptIsGone => words.problem_kept_gone,
    }
}

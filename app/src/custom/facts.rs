//! What a record says in its custom fields.

use super::words::value;
use crate::texts::t;
use domain::custom::{CustomField, Value, Values};
use leptos::prelude::*;

/// Each field that has a value, as a term and what it is, for a list of facts.
#[component]
pub(crate) fn CustomFacts(
    /// The fields, in order.
    fields: Vec<CustomField>,
    /// What the record has in them.
    values: Values,
) -> impl IntoView {
    let fact = |field: CustomField| {
        let has = values.get(&field.id)?.clone();
        let name = field.name.clone();
        Some(view! {
            <dt>{name}</dt>
            <dd class="custom-fact">{shown(field, has)}</dd>
        })
    };
    fields.into_iter().filter_map(fact).collect_view()
}

fn shown(field: CustomField, has: Value) -> AnyView {
    if let Value::Link(address) = has {
        let href = address.clone();
        return view! { <a href=href target="_blank" rel="noopener noreferrer">{address}</a> }.into_any();
    }
    view! { <span>{move || value(t(), &field, &has)}</span> }.into_any()
}

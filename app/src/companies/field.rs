//! The company in the form of a customer or a deal: one that is there, or a new one that is made when that is saved.

use super::api::list_companies;
use crate::components::TextField;
use crate::components::form::FieldErrors;
use crate::routes::Route;
use crate::texts::t;
use domain::companies::key;
use domain::customers::CustomerQuery;
use domain::fields::Field;
use domain::ids::CompanyId;
use leptos::prelude::*;
use std::time::Duration;

/// How long after the last key companies are looked up.
const PAUSE: Duration = Duration::from_millis(200);
/// The most that are offered.
const OFFERED: usize = 8;
/// The id of the list of those that are there.
const LIST: &str = "company-names";

/// A company by its name.
#[component]
pub(crate) fn CompanyField(
    /// What is typed.
    value: RwSignal<String>,
    /// What is wrong with the form.
    errors: FieldErrors,
) -> impl IntoView {
    // What was looked up, and what was found.
    let found = RwSignal::new((String::new(), Vec::<String>::new()));
    let look_up = Action::new(move |text: &String| {
        let text = text.clone();
        async move {
            let query = CustomerQuery { text: text.clone(), ..CustomerQuery::default() };
            if let Ok(page) = list_companies(query).await {
                let names = page.rows.into_iter().map(|row| row.name).take(OFFERED).collect();
                found.try_set((text, names));
            }
        }
    });
    let mut later = debounce(PAUSE, move |text: String| {
        look_up.dispatch(text);
    });
    let opened_with = value.get_untracked();
    Effect::new(move |_| {
        let typed = value.get();
        if !typed.trim().is_empty() && typed != opened_with {
            later(typed);
        }
    });
    let hint = move || {
        let (asked, names) = found.get();
        let typed = value.get();
        if typed.trim().is_empty() || asked != typed {
            return String::new();
        }
        let is_known = names.iter().any(|name| key(name) == key(&typed));
        let words = &t().companies;
        (if is_known { words.known_hint } else { words.new_hint }).to_owned()
    };
    let options = move || found.get().1.into_iter().map(|name| view! { <option value=name></option> }).collect_view();
    view! {
        <div>
            <datalist id=LIST>{options}</datalist>
            <TextField
                name="company"
                label=move || t().customers.company
                value=value
                error=errors.at(Field::Company)
                hint=Signal::derive(hint)
                suggestions=LIST
            />
        </div>
    }
}

/// A company's name, and the way to its record where it has one.
#[component]
pub(crate) fn CompanyName(
    /// What it is called.
    name: String,
    /// Which.
    id: Option<CompanyId>,
) -> impl IntoView {
    match id {
        Some(id) => view! { <a class="company-name" href=Route::Company(id).href()>{name}</a> }.into_any(),
        None => view! { <span>{name}</span> }.into_any(),
    }
}

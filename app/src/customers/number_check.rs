//! What is known of a number while it is typed: how it would be stored, and who holds it already.

use super::api::check_number;
use super::phone_state::PhoneRow;
use crate::components::Icon;
use crate::routes::Route;
use crate::texts::t;
use domain::customers::{CustomerRef, NumberCheck};
use domain::ids::CustomerId;
use domain::phone::{self, Rewrite};
use leptos::prelude::*;
use std::time::Duration;

/// How long after the last key a number is looked up.
const PAUSE: Duration = Duration::from_millis(300);

/// Digits below which nothing is looked up.
const WORTH_ASKING: usize = 3;

/// The finding about the number in a row, below it.
#[component]
pub(super) fn Finding(
    /// The row.
    row: PhoneRow,
    /// The customer being edited: holding the number oneself is nothing new.
    except: Option<CustomerId>,
) -> impl IntoView {
    let raw = row.raw;
    // A stored number that nobody touched was looked at when it was saved.
    let untouched = row.id.is_some().then(|| raw.get_untracked());
    let found = RwSignal::new(None::<NumberCheck>);
    let look_up = Action::new(move |typed: &String| {
        let (sent, typed, except) = (row.sent(typed.clone()), typed.clone(), except.clone());
        async move {
            let answer = check_number(sent.clone(), except).await;
            // Only about what still stands there. What is no number yet is said on saving, not while typing.
            if raw.try_get_untracked().is_some_and(|now| now == typed) {
                found.set(answer.ok().flatten());
            }
        }
    });
    let mut later = debounce(PAUSE, move |typed: String| {
        look_up.dispatch(typed);
    });
    Effect::new(move |_| {
        let typed = raw.get();
        found.set(None);
        let digits = typed.chars().filter(char::is_ascii_digit).count();
        if digits >= WORTH_ASKING && untouched.as_ref() != Some(&typed) {
            later(typed);
        }
    });
    view! {
        <div class="finding" aria-live="polite">
            {move || found.get().map(|found| view! { <Found typed=raw.get_untracked() found=found /> })}
        </div>
    }
}

#[component]
fn Found(
    /// As typed.
    typed: String,
    /// What is known of it.
    found: NumberCheck,
) -> impl IntoView {
    let NumberCheck { number, rewrite, holders } = found;
    let rewritten = rewrite != Rewrite::None || (!number.is_masked() && phone::differs(&typed, &number));
    let said = move || {
        let words = &t().customers.form;
        let why = match rewrite {
            Rewrite::None => None,
            Rewrite::Mobile2018 => Some(words.mobile_2018),
            Rewrite::Landline2017 => Some(words.landline_2017),
        };
        let saved = (words.will_save_as)(&number.grouped());
        why.map_or_else(|| saved.clone(), |why| format!("{saved} ({why})"))
    };
    view! {
        {rewritten.then(|| view! { <p class="finding__rewrite">{said}</p> })}
        {(!holders.is_empty()).then(|| view! { <Holders holders=holders /> })}
    }
}

/// Those who hold the number, each a link that leaves this form where it is.
#[component]
fn Holders(
    /// Who.
    holders: Vec<CustomerRef>,
) -> impl IntoView {
    let link = |holder: CustomerRef| {
        view! {
            <li>
                <a href=Route::Customer(holder.id).href() target="_blank" rel="noopener">
                    {holder.name}
                    <Icon icon=icondata_lu::LuExternalLink />
                </a>
            </li>
        }
    };
    view! {
        <div class="finding__holders">
            <Icon icon=icondata_lu::LuTriangleAlert />
            <span>{move || t().customers.form.held_by}</span>
            <ul>{holders.into_iter().map(link).collect_view()}</ul>
        </div>
    }
}

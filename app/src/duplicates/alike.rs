//! Who may be the same as the customer of a record, or as somebody who is being written down.

use super::api::{duplicates_like, duplicates_of};
use super::words::Signs;
use crate::components::{Avatar, Icon};
use crate::customers::form_state::FormState;
use crate::nested;
use crate::routes::Route;
use crate::texts::t;
use domain::customers::CustomerForm;
use domain::duplicates::{Alike, Sign};
use domain::ids::CustomerId;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;

/// How long after the last key a form is looked at.
const PAUSE: Duration = Duration::from_millis(500);

/// Who may be the same as a customer, each with the way to compare them. Nothing where nobody is.
#[component]
pub(crate) fn AlikeTo(
    /// Whom.
    id: CustomerId,
) -> impl IntoView {
    let asked = id.clone();
    let found = nested::resource(move || asked.clone(), duplicates_of);
    view! {
        <Transition>
            {move || {
                let id = id.clone();
                Suspend::new(async move {
                    let found = found.await.unwrap_or_default();
                    (!found.is_empty()).then(|| view! { <Others found=found of=id /> })
                })
            }}
        </Transition>
    }
}

#[component]
fn Others(
    /// Who.
    found: Vec<Alike>,
    /// The same as whom.
    of: CustomerId,
) -> impl IntoView {
    let line = move |alike: Alike| {
        let compare = Route::Merge { kept: of.clone(), gone: alike.person.id.clone() };
        view! {
            <li class="alike__line">
                <Avatar name=alike.person.name.clone() />
                <span class="alike__who">
                    <a href=Route::Customer(alike.person.id).href()>{alike.person.name}</a>
                    <Signs signs=alike.likeness.signs />
                </span>
                <a class="button button--secondary" href=compare.href()>{move || t().duplicates.compare}</a>
            </li>
        }
    };
    view! {
        <section class="alike" aria-labelledby="alike">
            <h2 class="section-heading" id="alike">{move || t().duplicates.may_be}</h2>
            <ul class="alike__list">{found.into_iter().map(line).collect_view()}</ul>
        </section>
    }
}

/// Who may be the same as what stands in a form. A number that somebody holds is said at the number.
#[component]
pub(crate) fn AlikeToForm(
    /// The form.
    state: FormState,
) -> impl IntoView {
    let found = RwSignal::new(Vec::<Alike>::new());
    let mut later = debounce(PAUSE, move |form: CustomerForm| {
        spawn_local(async move {
            let mut answer = duplicates_like(form.clone()).await.unwrap_or_default();
            answer.retain(|alike| alike.likeness.signs != [Sign::Number]);
            // Only where the form is still there, and about what stands in it.
            let is_there = found.try_with_untracked(|_| ()).is_some();
            if is_there && untrack(|| state.form()) == form {
                found.set(answer);
            }
        });
    });
    Effect::new(move |_| later(state.form()));
    let line = |alike: Alike| {
        view! {
            <li class="alike__line">
                <span class="alike__who">
                    // Leaves the form where it is.
                    <a href=Route::Customer(alike.person.id).href() target="_blank" rel="noopener">
                        {alike.person.name}
                        <Icon icon=icondata_lu::LuExternalLink />
                    </a>
                    <Signs signs=alike.likeness.signs />
                </span>
            </li>
        }
    };
    view! {
        <div aria-live="polite">
            <Show when=move || found.with(|found| !found.is_empty())>
                <div class="alike alike--form">
                    <p>{move || t().duplicates.there_already}</p>
                    <ul class="alike__list">{move || found.get().into_iter().map(line).collect_view()}</ul>
                </div>
            </Show>
        </div>
    }
}

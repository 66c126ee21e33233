//! Why our own rules refused a call out.

use super::api::get_refusal;
use crate::components::words;
use domain::calls::{Failure, Outcome};
use domain::ids::CallId;
use leptos::prelude::*;

/// The reason of a call that was not permitted; nothing where the provider refused by itself.
#[component]
pub(super) fn Refused(
    /// Which call.
    call: CallId,
    /// How it ended.
    outcome: Option<Outcome>,
) -> impl IntoView {
    let is_refused =
        matches!(outcome, Some(Outcome::Failed { reason: Failure::NotPermitted | Failure::Misconfigured }));
    is_refused.then(|| view! { <Reason call=call /> })
}

#[component]
fn Reason(call: CallId) -> impl IntoView {
    let refusal = Resource::new_blocking(move || call.clone(), get_refusal);
    view! {
        <Suspense>
            {move || Suspend::new(async move {
                // Without it the page says all the same that the call was refused.
                let refusal = refusal.await.ok().flatten()?;
                Some(view! { <p class="notice notice--warn">{move || words::may_not_dial(&refusal)}</p> })
            })}
        </Suspense>
    }
}

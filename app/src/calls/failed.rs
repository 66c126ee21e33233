//! Why a call did not come about, and what to do about it.

use super::api::get_refusal;
use super::words;
use crate::components::words::may_not_dial;
use crate::nested;
use domain::calls::{Failure, Outcome};
use domain::ids::CallId;
use leptos::prelude::*;

/// The reason and what to do; nothing of a call that came about.
#[component]
pub(super) fn Failed(
    /// Which call.
    call: CallId,
    /// How it ended.
    outcome: Option<Outcome>,
) -> impl IntoView {
    match outcome {
        Some(Outcome::Failed { reason }) if may_be_ours(&reason) => {
            view! { <OursOrTheirs call=call reason=reason /> }.into_any()
        }
        Some(Outcome::Failed { reason }) => view! { <Advice reason=reason /> }.into_any(),
        _ => ().into_any(),
    }
}

/// Whether our own rules may have refused the call: providers call it a refusal, or an answer that connects nobody.
pub(crate) fn may_be_ours(reason: &Failure) -> bool {
    matches!(reason, Failure::NotPermitted | Failure::Misconfigured)
}

/// Where our own rules refused it, nothing is to be done at the provider.
#[component]
fn OursOrTheirs(call: CallId, reason: Failure) -> impl IntoView {
    let refusal = nested::resource(move || call.clone(), get_refusal);
    view! {
        <Suspense>
            {move || {
                let reason = reason.clone();
                Suspend::new(async move {
                    match refusal.await.ok().flatten() {
                        Some(refusal) => {
                            view! { <p class="notice notice--warn">{move || may_not_dial(&refusal)}</p> }.into_any()
                        }
                        None => view! { <Advice reason=reason /> }.into_any(),
                    }
                })
            }}
        </Suspense>
    }
}

/// What the provider says, and what to do.
#[component]
fn Advice(reason: Failure) -> impl IntoView {
    let why = reason.clone();
    view! {
        <p class="notice notice--warn">
            <strong>{move || words::failure(&why).0}</strong>
            " "
            {move || words::failure(&reason).1}
        </p>
    }
}

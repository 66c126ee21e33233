//! What a call came to, on its page: whoever sees the call may say so later.

use super::api::{get_call_disposition, set_call_disposition};
use crate::components::form::{self, send};
use crate::components::{ErrorState, Select, Skeleton, toasts};
use crate::softphone::phone;
use crate::texts::t;
use domain::ids::{CallId, DispositionId};
use domain::wrap_up::CallDisposition;
use leptos::prelude::*;

/// What a call came to.
#[component]
pub fn OfCall(
    /// Which call.
    call: CallId,
) -> impl IntoView {
    let id = StoredValue::new(call.clone());
    let telephone = phone();
    // The dock of this page may have said it.
    let asked = move || (call.clone(), telephone.log_changes());
    let disposition = Resource::new_blocking(asked, |(call, _)| get_call_disposition(call));
    let again = Callback::new(move |()| disposition.refetch());
    view! {
        <section class="call-disposition">
            <Transition fallback=|| view! { <Skeleton rows=1 /> }>
                {move || Suspend::new(async move {
                    match disposition.await {
                        Ok(said) => view! { <Choose call=id.get_value() said=said /> }.into_any(),
                        Err(fault) => view! { <ErrorState fault=fault retry=again /> }.into_any(),
                    }
                })}
            </Transition>
        </section>
    }
}

#[component]
fn Choose(call: CallId, said: CallDisposition) -> impl IntoView {
    let CallDisposition { chosen, choices, over } = said;
    let kept = RwSignal::new(chosen.map(|chosen| chosen.id.to_string()).unwrap_or_default());
    let value = RwSignal::new(kept.get_untracked());
    let busy = RwSignal::new(false);
    let choices = StoredValue::new(choices);
    let options = move || {
        let nothing = (String::new(), t().wrap_up.not_said.to_owned());
        let choice = choices.with_value(|all| all.iter().map(|one| (one.id.to_string(), one.name.clone())).collect());
        [vec![nothing], choice].concat()
    };
    Effect::new(move |_| {
        let (wanted, had) = (value.get(), kept.get_untracked());
        if wanted == had {
            return;
        }
        let chosen = (!wanted.is_empty()).then(|| DispositionId::new(wanted.clone()));
        send(busy, set_call_disposition(call.clone(), chosen), move |answer| match answer {
            Ok(()) => {
                kept.set(wanted);
                toasts::tell(t().wrap_up.changed);
            }
            Err(fault) => {
                value.set(had);
                form::tell(&fault);
            }
        });
    });
    let missing = move || over.is_some() && kept.with(String::is_empty);
    let hint = move || if missing() { t().wrap_up.not_filled_in } else { "" };
    view! {
        <Select
            name="disposition"
            label=move || t().wrap_up.disposition
            value=value
            options=Signal::derive(options)
            hint=hint
        />
    }
}

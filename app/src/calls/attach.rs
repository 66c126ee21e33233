//! Whose call it was, said by hand.

use super::api::attach_call;
use crate::components::{Checkbox, form, toasts};
use crate::customers::CustomerPicker;
use crate::texts::t;
use domain::customers::CustomerRef;
use domain::ids::CallId;
use domain::phone::Number;
use leptos::prelude::*;

/// Finds the customer of a call.
#[component]
pub(super) fn Attach(
    /// Which call.
    call: CallId,
    /// The number to search and to remember, unless it is hidden.
    number: Option<Number>,
    /// Told when the call has found its customer.
    on_attached: Callback<()>,
) -> impl IntoView {
    let numbered = number.is_some();
    let searched = number.filter(|number| !number.is_masked()).map(|number| number.grouped()).unwrap_or_default();
    let remember = RwSignal::new(numbered);
    let attach = Action::new(move |customer: &CustomerRef| {
        let (call, customer) = (call.clone(), customer.clone());
        async move {
            match attach_call(call, customer.id, remember.get_untracked()).await {
                Ok(_) => {
                    toasts::tell((t().calls.attached)(&customer.name));
                    on_attached.run(());
                }
                Err(fault) => form::tell(&fault),
            }
        }
    });
    let pick = Callback::new(move |customer: CustomerRef| {
        attach.dispatch(customer);
    });
    view! {
        <section class="attach" aria-labelledby="attach-heading">
            <h2 class="section-heading" id="attach-heading">
                {move || t().calls.attach}
            </h2>
            <p>{move || t().calls.attach_text}</p>
            <CustomerPicker on_pick=pick initial=searched />
            {numbered.then(|| view! { <Checkbox label=move || t().calls.attach_remember checked=remember /> })}
        </section>
    }
}

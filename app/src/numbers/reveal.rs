//! The button that shows a masked number.

use super::api::reveal_number;
use crate::api::Fault;
use crate::components::form::send;
use crate::components::{Button, ButtonKind, form, toasts};
use crate::surroundings::viewer;
use crate::texts::t;
use domain::numbers::RevealOf;
use domain::phone::Number;
use domain::problem::Problem;
use domain::rights::Numbers;
use leptos::prelude::*;

/// Shows a masked number to whoever may ask for it: from the press on, in the button's place. Nothing where the number
/// is whole, or the role never sees one.
#[component]
pub(crate) fn Reveal(
    /// The number.
    number: Number,
    /// The record on which it is asked for.
    of: RevealOf,
) -> impl IntoView {
    let may = number.is_masked() && untrack(|| viewer().numbers()) == Numbers::OnDemand;
    let (shown, busy) = (RwSignal::new(None::<String>), RwSignal::new(false));
    let asked = StoredValue::new((of, number.as_str().to_owned()));
    let ask = move |()| {
        let (of, number) = asked.get_value();
        send(busy, reveal_number(of, number), move |answer| match answer {
            Ok(whole) => shown.set(Some(whole.number)),
            Err(Fault(Problem::Throttled { seconds })) => toasts::warn((t().numbers.too_many)(seconds.div_ceil(60))),
            Err(fault) => form::tell(&fault),
        });
    };
    let button = move || {
        view! {
            <Button
                label=move || t().numbers.show
                kind=ButtonKind::Ghost
                icon=icondata_lu::LuEye
                busy=busy
                on_press=ask
            />
        }
    };
    let whole = move || match shown.get() {
        Some(number) => view! { <span class="reveal__number">{number}</span> }.into_any(),
        None => button().into_any(),
    };
    may.then(|| view! { <span class="reveal" aria-live="polite">{whole}</span> })
}

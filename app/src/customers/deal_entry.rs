//! What became of a deal, in a timeline.

use super::timeline::Clock;
use crate::components::Icon;
use crate::deals::changed;
use crate::routes::Route;
use domain::deals::DealEvent;
use leptos::prelude::*;

/// One change of a deal.
#[component]
pub(super) fn DealEntry(
    /// What happened.
    event: DealEvent,
    /// Whether it is said to which deal.
    names_deal: bool,
) -> impl IntoView {
    let DealEvent { deal, at, who, change, .. } = event;
    let about = names_deal.then(|| (Route::Deal(deal.id).href(), deal.title));
    view! {
        <div class="entry__head">
            <span class="entry__icon">
                <Icon icon=icondata_lu::LuHandshake />
            </span>
            <span class="entry__who">{who.name}</span>
            <span>{move || changed(&change)}</span>
            {about.map(|(href, title)| view! { <a class="entry__about" href=href>{title}</a> })}
            <Clock at=at />
        </div>
    }
}

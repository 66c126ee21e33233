//! Where something could not be shown: why, and another try.

use super::{Button, Icon, form, words};
use crate::api::Fault;
use crate::texts::t;
use domain::problem::Problem;
use leptos::prelude::*;

/// What went wrong in place of what could not be loaded. Signed out, it leads to the sign-in page.
#[component]
pub fn ErrorState(
    /// What went wrong.
    fault: Fault,
    /// Tries again.
    #[prop(optional, into)]
    retry: Option<Callback<()>>,
) -> impl IntoView {
    if fault.0 == Problem::SignedOut {
        Effect::new(|_| form::to_sign_in());
    }
    let shown = fault.0;
    view! {
        <div class="empty empty--error" role="alert">
            <span class="empty__icon"><Icon icon=icondata_lu::LuTriangleAlert /></span>
            <p class="empty__title">{move || words::problem(&shown)}</p>
            {retry
                .map(|retry| {
                    view! {
                        <div class="empty__action">
                            <Button label=move || t().frame.retry icon=icondata_lu::LuRefreshCw on_press=retry />
                        </div>
                    }
                })}
        </div>
    }
}

//! Removing a deal.

use super::api::delete_deal;
use crate::components::form::send;
use crate::components::{Button, ButtonKind, Dialog, form, toasts};
use crate::routes::Route;
use crate::texts::t;
use domain::ids::DealId;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

/// Removes the deal, once that is confirmed.
#[component]
pub(super) fn Delete(
    /// Which.
    id: DealId,
    /// Its title.
    title: String,
) -> impl IntoView {
    let (open, busy) = (RwSignal::new(false), RwSignal::new(false));
    let (id, title) = (StoredValue::new(id), StoredValue::new(title));
    let navigate = StoredValue::new(use_navigate());
    let confirm = Callback::new(move |()| {
        let gone = title.with_value(|title| (t().deals.deleted)(title));
        send(busy, delete_deal(id.get_value()), move |answer| match answer {
            Ok(()) => {
                toasts::tell(gone);
                navigate.with_value(|navigate| navigate(&Route::Deals.href(), NavigateOptions::default()));
            }
            Err(fault) => form::tell(&fault),
        });
    });
    view! {
        <Button
            label=move || t().customers.delete
            kind=ButtonKind::Ghost
            icon=icondata_lu::LuTrash2
            on_press=move |()| open.set(true)
        />
        <Dialog open=open title=move || title.with_value(|title| (t().deals.delete_title)(title))>
            <p>{move || t().deals.delete_text}</p>
            <div class="dialog__actions">
                <Button label=move || t().customers.keep on_press=move |()| open.set(false) />
                <Button
                    label=move || t().customers.delete
                    kind=ButtonKind::Danger
                    busy=busy
                    on_press=confirm
                />
            </div>
        </Dialog>
    }
}

//! Removing a company.

use super::api::delete_company;
use crate::components::form::send;
use crate::components::{Button, ButtonKind, Dialog, form, toasts};
use crate::routes::Route;
use crate::texts::t;
use domain::ids::CompanyId;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

/// Removes the company, once that is confirmed.
#[component]
pub(super) fn Delete(
    /// Which.
    id: CompanyId,
    /// Its name.
    name: String,
) -> impl IntoView {
    let (open, busy) = (RwSignal::new(false), RwSignal::new(false));
    let (id, name) = (StoredValue::new(id), StoredValue::new(name));
    let navigate = StoredValue::new(use_navigate());
    let confirm = Callback::new(move |()| {
        let gone = name.with_value(|name| (t().companies.deleted)(name));
        send(busy, delete_company(id.get_value()), move |answer| match answer {
            Ok(()) => {
                toasts::tell(gone);
                navigate.with_value(|navigate| navigate(&Route::Companies.href(), NavigateOptions::default()));
            }
            Err(fault) => {
                open.set(false);
                form::tell(&fault);
            }
        });
    });
    view! {
        <Button
            label=move || t().customers.delete
            kind=ButtonKind::Ghost
            icon=icondata_lu::LuTrash2
            on_press=move |()| open.set(true)
        />
        <Dialog open=open title=move || name.with_value(|name| (t().companies.delete_title)(name))>
            <p>{move || t().companies.delete_text}</p>
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

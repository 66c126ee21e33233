//! The form of a customer. When somebody else saved first, nothing typed is lost on either side.

use super::api::update_customer;
use super::conflict::{Conflict, ConflictBanner};
use super::form_fields::CustomerFields;
use super::form_state::FormState;
use super::record_page::{Gone, customer_of_address, with_fields};
use super::{merge, unsaved};
use crate::components::form::{FieldErrors, to_first_problem};
use crate::components::{Button, ButtonKind, ErrorState, LinkButton, PageHead, Skeleton, toasts};
use crate::routes::Route;
use crate::texts::t;
use domain::custom::CustomField;
use domain::customers::{Customer, CustomerForm};
use domain::problem::Problem;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

/// A customer's form.
#[component]
pub fn EditCustomerPage() -> impl IntoView {
    let id = customer_of_address();
    let customer = Resource::new_blocking(move || id.get(), with_fields);
    let retry = Callback::new(move |()| customer.refetch());
    view! {
        <Transition fallback=|| view! { <Skeleton rows=8 /> }>
            {move || Suspend::new(async move {
                match customer.await {
                    Ok((customer, fields)) => view! { <EditForm customer=customer fields=fields /> }.into_any(),
                    Err(fault) if fault.0 == Problem::NotFound => view! { <Gone /> }.into_any(),
                    Err(fault) => view! { <ErrorState fault=fault retry=retry /> }.into_any(),
                }
            })}
        </Transition>
    }
}

/// What a save starts from: the version that was read, or that somebody else made of it since.
#[derive(Clone, PartialEq)]
struct Base {
    version: i64,
    form: CustomerForm,
}

#[component]
fn EditForm(
    /// As it was read.
    customer: Customer,
    /// The installation's own fields.
    fields: Vec<CustomField>,
) -> impl IntoView {
    let Customer { id, name, version, owner, .. } = customer.clone();
    let state = FormState::of(&CustomerForm::from(&customer), fields);
    let base = RwSignal::new(Base { version, form: untrack(|| state.form()) });
    let errors = FieldErrors::new();
    let conflict = RwSignal::new(None::<Conflict>);
    let saved = RwSignal::new(false);
    let changed = move || base.with(|base| !merge::same(&base.form, &state.form()));
    unsaved::guard(Signal::derive(move || !saved.get() && changed()));
    let (of, navigate) = (id.clone(), use_navigate());
    let save = Action::new(move |()| {
        let (of, navigate) = (of.clone(), navigate.clone());
        let version = base.with_untracked(|base| base.version);
        async move {
            match update_customer(of.clone(), version, untrack(|| state.form())).await {
                Ok(customer) => {
                    saved.set(true);
                    toasts::tell((t().customers.form.saved)(&customer.name));
                    navigate(&Route::Customer(of).href(), NavigateOptions { replace: true, ..Default::default() });
                }
                Err(fault) => match fault.0 {
                    Problem::Stale(theirs) => conflict.set(Some(dispute(state, base, *theirs))),
                    _ => {
                        errors.show(&fault);
                        to_first_problem();
                    }
                },
            }
        }
    });
    view! {
        <PageHead title=move || (t().customers.form.edit_title)(&name) />
        <form
            class="customer-form"
            novalidate
            on:submit=move |event| {
                event.prevent_default();
                errors.clear();
                conflict.set(None);
                save.dispatch(());
            }
        >
            {move || conflict.get().map(|conflict| view! { <ConflictBanner conflict=conflict state=state /> })}
            <CustomerFields state=state errors=errors except=Some(id.clone()) owner=owner />
            <div class="customer-form__actions">
                <LinkButton route=Route::Customer(id) label=move || t().customers.cancel />
                <Button
                    label=move || t().customers.form.save
                    kind=ButtonKind::Primary
                    submit=true
                    busy=save.pending()
                />
            </div>
        </form>
    }
}

/// Puts what was typed on top of what somebody else saved; the next save starts from theirs.
fn dispute(state: FormState, base: RwSignal<Base>, theirs: Customer) -> Conflict {
    let their_form = CustomerForm::from(&theirs);
    let mine = untrack(|| state.form());
    let merged = base.with_untracked(|base| merge::merge(&base.form, &mine, &their_form));
    state.fill(&merged.form);
    base.set(Base { version: theirs.version, form: their_form });
    Conflict { theirs, merged }
}

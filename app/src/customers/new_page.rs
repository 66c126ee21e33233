//! A new customer, perhaps for a call that is going on.

use super::api::create_customer;
use super::form_fields::CustomerFields;
use super::form_state::FormState;
use super::query_here::query_here;
use super::{merge, unsaved};
use crate::api::Answer;
use crate::assignment::api::rules_in_use;
use crate::calls::api::attach_call;
use crate::components::form::{FieldErrors, to_first_problem};
use crate::components::{Button, ButtonKind, ErrorState, Icon, LinkButton, PageHead, Skeleton, toasts};
use crate::custom::api::custom_fields;
use crate::duplicates::AlikeToForm;
use crate::routes::Route;
use crate::softphone::{Phone, phone};
use crate::surroundings::viewer;
use crate::texts::t;
use domain::custom::{CustomField, Entity};
use domain::customers::{Customer, CustomerForm, PhoneForm};
use domain::ids::CallId;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use leptos_router::params::ParamsMap;

/// The empty form; the address may name a number, a name, and the call it is for. Another address begins another form.
#[component]
pub fn NewCustomerPage() -> impl IntoView {
    let query = query_here();
    let fields = Resource::new_blocking(|| (), |()| everything());
    let retry = Callback::new(move |()| fields.refetch());
    view! {
        <PageHead title=move || t().customers.form.new_title />
        <Transition fallback=|| view! { <Skeleton rows=8 /> }>
            {move || {
                let query = query.get();
                Suspend::new(async move {
                    match fields.await {
                        Ok((fields, by_rules)) => {
                            view! { <NewForm query=query fields=fields by_rules=by_rules /> }.into_any()
                        }
                        Err(fault) => view! { <ErrorState fault=fault retry=retry /> }.into_any(),
                    }
                })
            }}
        </Transition>
    }
}

/// The installation's own fields, and whether rules give away what is nobody's.
async fn everything() -> Answer<(Vec<CustomField>, bool)> {
    Ok((custom_fields(Entity::Customer).await?, rules_in_use().await.unwrap_or_default()))
}

#[component]
fn NewForm(
    /// What the address says.
    query: ParamsMap,
    /// The installation's own fields.
    fields: Vec<CustomField>,
    /// Whether rules give away what is nobody's.
    by_rules: bool,
) -> impl IntoView {
    let call = query.get("call").map(CallId::new);
    let state = FormState::of(&beginning(&query, by_rules), fields);
    let base = untrack(|| state.form());
    let errors = FieldErrors::new();
    let saved = RwSignal::new(false);
    unsaved::guard(Signal::derive(move || !saved.get() && !merge::same(&base, &state.form())));
    let navigate = use_navigate();
    let for_call = call.is_some();
    let telephone = phone();
    let create = Action::new(move |()| {
        let (call, navigate) = (call.clone(), navigate.clone());
        async move {
            match create_customer(untrack(|| state.form())).await {
                Ok(customer) => {
                    saved.set(true);
                    tell(&customer, call, telephone).await;
                    let instead = NavigateOptions { replace: true, ..NavigateOptions::default() };
                    navigate(&Route::Customer(customer.id).href(), instead);
                }
                Err(fault) => {
                    errors.show(&fault);
                    to_first_problem();
                }
            }
        }
    });
    view! {
        <form
            class="customer-form"
            novalidate
            on:submit=move |event| {
                event.prevent_default();
                errors.clear();
                create.dispatch(());
            }
        >
            {for_call
                .then(|| {
                    view! {
                        <p class="notice">
                            <Icon icon=icondata_lu::LuPhoneIncoming />
                            {move || t().customers.form.for_call}
                        </p>
                    }
                })}
            <CustomerFields state=state errors=errors by_rules=by_rules />
            <AlikeToForm state=state />
            <div class="customer-form__actions">
                <LinkButton route=Route::Customers label=move || t().customers.cancel />
                <Button
                    label=move || t().customers.form.create
                    kind=ButtonKind::Primary
                    submit=true
                    busy=create.pending()
                />
            </div>
        </form>
    }
}

/// The form as the address begins it; whoever makes a customer is responsible until somebody else is, where no rules say
/// who is.
fn beginning(query: &ParamsMap, by_rules: bool) -> CustomerForm {
    let number = query.get("number").map(|raw| PhoneForm { raw, primary: true, ..PhoneForm::default() });
    CustomerForm {
        name: query.get("name").unwrap_or_default(),
        company: query.get("company").unwrap_or_default(),
        owner: viewer().me.get_untracked().filter(|_| !by_rules).map(|me| me.id),
        phones: number.into_iter().collect(),
        ..CustomerForm::default()
    }
}

/// Says what was done, and ties the call to the new customer.
async fn tell(customer: &Customer, call: Option<CallId>, telephone: Phone) {
    toasts::tell((t().customers.form.created)(&customer.name));
    let Some(call) = call else { return };
    match attach_call(call, customer.id.clone(), false).await {
        Ok(card) => {
            telephone.caller_is(card);
            toasts::tell(t().customers.form.attached);
        }
        Err(_) => toasts::warn(t().customers.form.attach_failed),
    }
}

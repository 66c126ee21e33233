//! A customer's record: who they are, how to reach them, what happened.

use super::api::{delete_customer, get_customer};
use super::contact::Contact;
use super::keys::on_keys;
use super::unsaved::unsaved;
use crate::api::Answer;
use crate::audit::Activity;
use crate::companies::CompanyName;
use crate::components::{
    Avatar, AvatarSize, Button, ButtonKind, Dialog, ErrorState, LinkButton, NotThere, Skeleton, form, set_title, toasts,
};
use crate::custom::CustomFacts;
use crate::custom::api::custom_fields;
use crate::deals::{DealsOf, DealsWith};
use crate::duplicates::api::customer_kept;
use crate::duplicates::{AlikeTo, MergedInto};
use crate::routes::Route;
use crate::surroundings::viewer;
use crate::tags::TagEditor;
use crate::tasks;
use crate::texts::t;
use domain::access::Action as Deed;
use domain::custom::{CustomField, Entity};
use domain::customers::Customer;
use domain::ids::CustomerId;
use domain::numbers::RevealOf;
use domain::problem::Problem;
use domain::tags::Subject;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::components::Redirect;
use leptos_router::hooks::{use_navigate, use_params_map};

/// The customer of the address.
pub(super) fn customer_of_address() -> Memo<CustomerId> {
    let params = use_params_map();
    Memo::new(move |_| CustomerId::new(params.with(|params| params.get("id").unwrap_or_default())))
}

/// A customer's record.
#[component]
pub fn CustomerPage() -> impl IntoView {
    let id = customer_of_address();
    let customer = Resource::new_blocking(move || id.get(), opened);
    let retry = Callback::new(move |()| customer.refetch());
    view! {
        <Transition fallback=|| view! { <Skeleton rows=8 /> }>
            {move || Suspend::new(async move {
                let (found, kept) = customer.await;
                if let Some(kept) = kept {
                    return view! { <Redirect path=Route::Customer(kept).href() /> }.into_any();
                }
                match found {
                    Ok((customer, fields)) => view! { <Record customer=customer fields=fields /> }.into_any(),
                    Err(fault) if fault.0 == Problem::NotFound => view! { <Gone /> }.into_any(),
                    Err(fault) => view! { <ErrorState fault=fault retry=retry /> }.into_any(),
                }
            })}
        </Transition>
    }
}

/// A customer, and the installation's own fields of customers.
pub(super) async fn with_fields(id: CustomerId) -> Answer<(Customer, Vec<CustomField>)> {
    Ok((get_customer(id).await?, custom_fields(Entity::Customer).await?))
}

/// The same; and, where the customer is not there, of whom they became part.
async fn opened(id: CustomerId) -> (Answer<(Customer, Vec<CustomField>)>, Option<CustomerId>) {
    let found = with_fields(id.clone()).await;
    let is_gone = matches!(&found, Err(fault) if fault.0 == Problem::NotFound);
    let kept = if is_gone { customer_kept(id).await.ok().flatten() } else { None };
    (found, kept)
}

/// Where a customer should be and is not.
#[component]
pub(super) fn Gone() -> impl IntoView {
    view! {
        <NotThere
            icon=icondata_lu::LuUserX
            title=|| t().customers.gone_title
            text=|| t().customers.gone_text
            route=Route::Customers
            back=|| t().customers.back
        />
    }
}

#[component]
fn Record(
    /// Whose.
    customer: Customer,
    /// The installation's own fields.
    fields: Vec<CustomField>,
) -> impl IntoView {
    let id = customer.id.clone();
    let subject = Subject::Customer(id.clone());
    view! {
        <article class="record">
            <RecordHead customer=customer.clone() />
            <div class="record__columns">
                <div class="record__side">
                    <Contact
                        of=RevealOf::Customer(id.clone())
                        phones=customer.phones
                        email=customer.email
                        address=customer.address
                        note=customer.note
                    >
                        <CustomFacts fields=fields values=customer.custom />
                    </Contact>
                    <TagEditor subject=subject.clone() deed=Deed::EditCustomers />
                    <DealsOf whose=DealsWith::Customer(id.clone()) />
                    <AlikeTo id=id.clone() />
                    <MergedInto id=id.clone() />
                </div>
                <div class="record__main">
                    <tasks::OfSubject subject=subject.clone() />
                    <Activity subject=subject />
                </div>
            </div>
        </article>
    }
}

#[component]
fn RecordHead(
    /// Whose.
    customer: Customer,
) -> impl IntoView {
    set_title(Signal::stored(customer.name.clone()));
    let edit = Route::EditCustomer(customer.id.clone());
    let may_edit = viewer().may_to(Deed::EditCustomers, customer.owner.as_ref());
    let may_delete = viewer().may_to(Deed::DeleteCustomers, customer.owner.as_ref());
    let (navigate, address, unsaved) = (use_navigate(), edit.href(), unsaved());
    on_keys(move |key| {
        let ours = key == "e" && may_edit.get_untracked();
        if ours && unsaved.may_go(&address) {
            navigate(&address, NavigateOptions::default());
        }
        ours
    });
    let owner = customer.owner.clone().map(|owner| owner.name);
    let (id, name) = (customer.id.clone(), customer.name.clone());
    view! {
        <header class="record-head">
            <Avatar name=customer.name.clone() size=AvatarSize::Large />
            <div class="record-head__who">
                <h1 class="record-head__name">{customer.name}</h1>
                <p class="record-head__meta">
                    {customer.company.map(|name| view! { <CompanyName name=name id=customer.company_id /> })}
                    <span>
                        {move || t().customers.owner} ": "
                        {move || owner.clone().unwrap_or_else(|| t().customers.none_yet.to_owned())}
                    </span>
                </p>
            </div>
            <div class="record-head__actions">
                <Show when=move || may_edit.get()>
                    <LinkButton route=edit.clone() label=move || t().customers.edit icon=icondata_lu::LuPencil />
                </Show>
                <Show when=move || may_delete.get()>
                    <Delete id=id.clone() name=name.clone() />
                </Show>
            </div>
        </header>
    }
}

/// Removes the customer, once that is confirmed.
#[component]
fn Delete(
    /// Whom.
    id: CustomerId,
    /// Their name.
    name: String,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let name = StoredValue::new(name);
    let navigate = use_navigate();
    let delete = Action::new(move |id: &CustomerId| {
        let (id, navigate) = (id.clone(), navigate.clone());
        async move {
            match delete_customer(id).await {
                Ok(()) => {
                    toasts::tell(name.with_value(|name| (t().customers.deleted)(name)));
                    navigate(&Route::Customers.href(), NavigateOptions::default());
                }
                Err(fault) => form::tell(&fault),
            }
        }
    });
    let confirm = Callback::new(move |()| {
        delete.dispatch(id.clone());
    });
    view! {
        <Button
            label=move || t().customers.delete
            kind=ButtonKind::Ghost
            icon=icondata_lu::LuTrash2
            on_press=move |()| open.set(true)
        />
        <Dialog open=open title=move || name.with_value(|name| (t().customers.delete_title)(name))>
            <p>{move || t().customers.delete_text}</p>
            <div class="dialog__actions">
                <Button label=move || t().customers.keep on_press=move |()| open.set(false) />
                <Button
                    label=move || t().customers.delete
                    kind=ButtonKind::Danger
                    busy=delete.pending()
                    on_press=confirm
                />
            </div>
        </Dialog>
    }
}

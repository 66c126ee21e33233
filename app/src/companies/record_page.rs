//! A company's record: how to reach it, who works there, its deals, what happened.

use super::api::{get_company, people_of};
use super::delete::Delete;
use crate::api::Answer;
use crate::audit::Activity;
use crate::components::{Avatar, AvatarSize, ButtonKind, ErrorState, LinkButton, NotThere, Skeleton, set_title};
use crate::custom::CustomFacts;
use crate::custom::api::custom_fields;
use crate::customers::contact::Contact;
use crate::customers::growing::{Growing, MoreRows};
use crate::customers::keys::on_keys;
use crate::customers::unsaved;
use crate::deals::{DealsOf, DealsWith};
use crate::nested;
use crate::routes::Route;
use crate::softphone::Dialable;
use crate::surroundings::viewer;
use crate::tags::TagEditor;
use crate::tasks;
use crate::texts::t;
use domain::access::Action as Deed;
use domain::companies::Company;
use domain::custom::{CustomField, Entity};
use domain::customers::CustomerRow;
use domain::ids::CompanyId;
use domain::numbers::RevealOf;
use domain::paging::{Cursor, Page};
use domain::problem::Problem;
use domain::tags::Subject;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_params_map};

/// The company of the address.
pub(super) fn company_of_address() -> Memo<CompanyId> {
    let params = use_params_map();
    Memo::new(move |_| CompanyId::new(params.with(|params| params.get("id").unwrap_or_default())))
}

/// A company's record.
#[component]
pub fn CompanyPage() -> impl IntoView {
    let id = company_of_address();
    let company = Resource::new_blocking(move || id.get(), with_fields);
    let retry = Callback::new(move |()| company.refetch());
    view! {
        <Transition fallback=|| view! { <Skeleton rows=8 /> }>
            {move || Suspend::new(async move {
                match company.await {
                    Ok((company, fields)) => view! { <Record company=company fields=fields /> }.into_any(),
                    Err(fault) if fault.0 == Problem::NotFound => view! { <Gone /> }.into_any(),
                    Err(fault) => view! { <ErrorState fault=fault retry=retry /> }.into_any(),
                }
            })}
        </Transition>
    }
}

/// A company, and the installation's own fields of companies.
pub(super) async fn with_fields(id: CompanyId) -> Answer<(Company, Vec<CustomField>)> {
    Ok((get_company(id).await?, custom_fields(Entity::Company).await?))
}

/// Where a company should be and is not.
#[component]
pub(super) fn Gone() -> impl IntoView {
    view! {
        <NotThere
            icon=icondata_lu::LuBuilding2
            title=|| t().companies.gone_title
            text=|| t().companies.gone_text
            route=Route::Companies
            back=|| t().companies.back
        />
    }
}

#[component]
fn Record(
    /// Which.
    company: Company,
    /// The installation's own fields.
    fields: Vec<CustomField>,
) -> impl IntoView {
    let subject = Subject::Company(company.id.clone());
    let with = DealsWith::Company(company.named());
    let named = company.named();
    view! {
        <article class="record">
            <Head company=company.clone() />
            <div class="record__columns">
                <div class="record__side">
                    <Contact
                        of=RevealOf::Company(company.id)
                        phones=company.phones
                        email=company.email
                        address=company.address
                        note=company.note
                    >
                        <More tax_code=company.tax_code website=company.website />
                        <CustomFacts fields=fields values=company.custom />
                    </Contact>
                    <TagEditor subject=subject.clone() deed=Deed::EditCompanies />
                    <DealsOf whose=with />
                </div>
                <div class="record__main">
                    <People id=named.id name=named.name />
                    <tasks::OfSubject subject=subject.clone() />
                    <Activity subject=subject />
                </div>
            </div>
        </article>
    }
}

#[component]
fn More(tax_code: Option<String>, website: Option<String>) -> impl IntoView {
    view! {
        {tax_code
            .map(|code| {
                view! {
                    <dt>{move || t().companies.tax_code}</dt>
                    <dd>{code}</dd>
                }
            })}
        {website
            .map(|address| {
                let href = address.clone();
                view! {
                    <dt>{move || t().companies.website}</dt>
                    <dd>
                        <a href=href target="_blank" rel="noopener noreferrer">{address}</a>
                    </dd>
                }
            })}
    }
}

#[component]
fn Head(
    /// Which.
    company: Company,
) -> impl IntoView {
    set_title(Signal::stored(company.name.clone()));
    let edit = Route::EditCompany(company.id.clone());
    let may_edit = viewer().may_to(Deed::EditCompanies, company.owner.as_ref());
    let may_delete = viewer().may_to(Deed::DeleteCompanies, company.owner.as_ref());
    let (navigate, address, unsaved) = (use_navigate(), edit.href(), unsaved());
    on_keys(move |key| {
        let ours = key == "e" && may_edit.get_untracked();
        if ours && unsaved.may_go(&address) {
            navigate(&address, NavigateOptions::default());
        }
        ours
    });
    let owner = company.owner.clone().map(|owner| owner.name);
    let (id, name) = (company.id.clone(), company.name.clone());
    view! {
        <header class="record-head">
            <Avatar name=company.name.clone() size=AvatarSize::Large />
            <div class="record-head__who">
                <h1 class="record-head__name">{company.name}</h1>
                <p class="record-head__meta">
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

/// Who works there.
#[component]
fn People(
    /// Where.
    id: CompanyId,
    /// What it is called.
    name: String,
) -> impl IntoView {
    let of = StoredValue::new(id);
    let first = nested::resource(move || of.get_value(), |id| people_of(id, None));
    let retry = Callback::new(move |()| first.refetch());
    view! {
        <section aria-labelledby="people-heading">
            <header class="section-head">
                <h2 class="section-heading" id="people-heading">{move || t().companies.people}</h2>
                <LinkButton
                    route=Route::NewCustomerAt { company: name }
                    label=move || t().companies.add_person
                    kind=ButtonKind::Ghost
                    icon=icondata_lu::LuUserPlus
                />
            </header>
            <Transition fallback=|| view! { <Skeleton rows=3 /> }>
                {move || Suspend::new(async move {
                    match first.await {
                        Ok(page) => view! { <Workers id=of.get_value() first=page /> }.into_any(),
                        Err(fault) => view! { <ErrorState fault=fault retry=retry /> }.into_any(),
                    }
                })}
            </Transition>
        </section>
    }
}

#[component]
fn Workers(
    /// Where.
    id: CompanyId,
    /// The first of them.
    first: Page<CustomerRow>,
) -> impl IntoView {
    if first.rows.is_empty() {
        return view! { <p class="section-empty">{move || t().companies.nobody_works}</p> }.into_any();
    }
    let growing = Growing::new(first, move |from: Cursor| people_of(id.clone(), Some(from)));
    view! {
        <ul class="people">
            <For each=move || growing.rows.get() key=|row| row.id.clone() let(row)>
                <li class="people__one">
                    <Avatar name=row.name.clone() />
                    <a class="people__name" href=Route::Customer(row.id).href()>{row.name}</a>
                    {row
                        .phone
                        .map(|number| view! { <Dialable number=number do_not_call=row.do_not_call /> })}
                </li>
            </For>
        </ul>
        <MoreRows growing=growing />
    }
    .into_any()
}

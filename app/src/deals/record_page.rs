//! A deal's record: what it is worth, how far it is, what happened.

use super::api::get_deal;
use super::delete::Delete;
use super::stages::StageBar;
use super::words::CloseDay;
use crate::audit::Activity;
use crate::components::{ErrorState, LinkButton, NotThere, Skeleton, set_title};
use crate::custom::CustomFacts;
use crate::custom::api::custom_fields;
use crate::customers::keys::on_keys;
use crate::customers::unsaved;
use crate::pipelines::api::list_pipelines;
use crate::routes::Route;
use crate::surroundings::viewer;
use crate::tags::TagEditor;
use crate::tasks;
use crate::texts::t;
use domain::access::Action as Deed;
use domain::custom::{CustomField, Entity};
use domain::deals::Deal;
use domain::ids::DealId;
use domain::pipelines::Pipeline;
use domain::problem::Problem;
use domain::tags::Subject;
use domain::times;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_params_map};

/// The deal of the address.
pub(super) fn deal_of_address() -> Memo<DealId> {
    let params = use_params_map();
    Memo::new(move |_| DealId::new(params.with(|params| params.get("id").unwrap_or_default())))
}

/// A deal's record.
#[component]
pub fn DealPage() -> impl IntoView {
    let id = deal_of_address();
    let deal = Resource::new_blocking(
        move || id.get(),
        |id| async move {
            let deal = get_deal(id).await?;
            Ok::<_, crate::api::Fault>((deal, list_pipelines().await?, custom_fields(Entity::Deal).await?))
        },
    );
    let retry = Callback::new(move |()| deal.refetch());
    view! {
        <Transition fallback=|| view! { <Skeleton rows=8 /> }>
            {move || Suspend::new(async move {
                match deal.await {
                    Ok((deal, all, fields)) => {
                        let pipeline = all.into_iter().find(|pipeline| pipeline.id == deal.pipeline.id);
                        view! { <Record deal=deal fields=fields pipeline=pipeline on_moved=retry /> }.into_any()
                    }
                    Err(fault) if fault.0 == Problem::NotFound => view! { <Gone /> }.into_any(),
                    Err(fault) => view! { <ErrorState fault=fault retry=retry /> }.into_any(),
                }
            })}
        </Transition>
    }
}

/// Where a deal should be and is not.
#[component]
pub(super) fn Gone() -> impl IntoView {
    view! {
        <NotThere
            icon=icondata_lu::LuHandshake
            title=|| t().deals.gone_title
            text=|| t().deals.gone_text
            route=Route::Deals
            back=|| t().deals.back
        />
    }
}

#[component]
fn Record(
    /// Which.
    deal: Deal,
    /// The installation's own fields.
    fields: Vec<CustomField>,
    /// The stages it goes through.
    pipeline: Option<Pipeline>,
    /// Asks for the record anew.
    on_moved: Callback<()>,
) -> impl IntoView {
    let subject = Subject::Deal(deal.id.clone());
    view! {
        <article class="record">
            <Head deal=deal.clone() />
            {pipeline.map(|pipeline| view! { <StageBar deal=deal.clone() pipeline=pipeline on_moved=on_moved /> })}
            <div class="record__columns">
                <div class="record__side">
                    <Facts deal=deal fields=fields />
                    <TagEditor subject=subject.clone() deed=Deed::EditDeals />
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
fn Head(
    /// Which.
    deal: Deal,
) -> impl IntoView {
    set_title(Signal::stored(deal.title.clone()));
    let edit = Route::EditDeal(deal.id.clone());
    let may_edit = viewer().may_to(Deed::EditDeals, deal.owner.as_ref());
    let may_delete = viewer().may_to(Deed::DeleteDeals, deal.owner.as_ref());
    let (navigate, address, unsaved) = (use_navigate(), edit.href(), unsaved());
    on_keys(move |key| {
        let ours = key == "e" && may_edit.get_untracked();
        if ours && unsaved.may_go(&address) {
            navigate(&address, NavigateOptions::default());
        }
        ours
    });
    let (id, title) = (deal.id.clone(), deal.title.clone());
    view! {
        <header class="record-head">
            <div class="record-head__who">
                <h1 class="record-head__name">{deal.title}</h1>
                <p class="record-head__meta">
                    <strong class="deal-amount">{times::money(deal.amount)}</strong>
                    {deal
                        .customer
                        .map(|customer| {
                            view! { <a href=Route::Customer(customer.id).href()>{customer.name}</a> }
                        })}
                    {deal
                        .company
                        .map(|company| view! { <a href=Route::Company(company.id).href()>{company.name}</a> })}
                </p>
            </div>
            <div class="record-head__actions">
                <Show when=move || may_edit.get()>
                    <LinkButton route=edit.clone() label=move || t().customers.edit icon=icondata_lu::LuPencil />
                </Show>
                <Show when=move || may_delete.get()>
                    <Delete id=id.clone() title=title.clone() />
                </Show>
            </div>
        </header>
    }
}

#[component]
fn Facts(
    /// Which.
    deal: Deal,
    /// The installation's own fields.
    fields: Vec<CustomField>,
) -> impl IntoView {
    let owner = deal.owner.map(|owner| owner.name);
    let closed = deal.stage.kind.is_closed();
    view! {
        <dl class="facts">
            <dt>{move || t().deals.owner}</dt>
            <dd>{move || owner.clone().unwrap_or_else(|| t().customers.none_yet.to_owned())}</dd>
            <dt>{move || t().deals.close_on}</dt>
            <dd>
                {match deal.close_on {
                    Some(on) => view! { <CloseDay on=on closed=closed /> }.into_any(),
                    None => view! { <span>{move || t().deals.no_date}</span> }.into_any(),
                }}
            </dd>
            <dt>{move || t().deals.pipeline}</dt>
            <dd>{deal.pipeline.name}</dd>
            <dt>{move || t().deals.stage}</dt>
            <dd>
                {deal.stage.name} " " <span class="table__dim">{move || (t().deals.at_since)(&times::date(deal.moved_at))}</span>
            </dd>
            {deal
                .lost_reason
                .map(|reason| {
                    view! {
                        <dt>{move || t().deals.lost_reason}</dt>
                        <dd>{reason.name}</dd>
                    }
                })}
            <CustomFacts fields=fields values=deal.custom />
        </dl>
    }
}

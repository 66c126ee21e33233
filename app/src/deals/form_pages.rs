//! The pages on which a deal is made and changed.

use super::api::{create_deal, get_deal, update_deal};
use super::form::{DealFields, FormState};
use super::record_page::{Gone, deal_of_address};
use crate::api::{Answer, Fault};
use crate::components::form::{FieldErrors, send, to_first_problem};
use crate::components::{Button, ButtonKind, ErrorState, LinkButton, PageHead, Skeleton, toasts};
use crate::custom::api::custom_fields;
use crate::customers::api::get_customer;
use crate::customers::query_here::query_here;
use crate::customers::unsaved;
use crate::pipelines::api::list_pipelines;
use crate::routes::Route;
use crate::surroundings::viewer;
use crate::texts::t;
use domain::custom::{CustomField, Entity};
use domain::customers::CustomerRef;
use domain::deals::{Deal, DealForm};
use domain::ids::{CustomerId, StageId};
use domain::pipelines::{Pipeline, Stage};
use domain::problem::Problem;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use serde::{Deserialize, Serialize};

/// The empty form; the address may name a customer or a company.
#[component]
pub fn NewDealPage() -> impl IntoView {
    let query = query_here();
    let asked = Memo::new(move |_| query.with(|query| (query.get("customer"), query.get("company"))));
    let beginning = Resource::new_blocking(move || asked.get(), |(customer, company)| beginning(customer, company));
    let retry = Callback::new(move |()| beginning.refetch());
    view! {
        <PageHead title=move || t().deals.new_title />
        <Transition fallback=|| view! { <Skeleton rows=8 /> }>
            {move || Suspend::new(async move {
                match beginning.await {
                    Ok((form, customer, choices)) => {
                        view! { <Form of=None form=form customer=customer choices=choices /> }.into_any()
                    }
                    Err(fault) => view! { <ErrorState fault=fault retry=retry /> }.into_any(),
                }
            })}
        </Transition>
    }
}

/// What the form begins with: a customer's company is the deal's; whoever makes a deal is responsible until somebody
/// else is.
async fn beginning(
    customer: Option<String>,
    company: Option<String>,
) -> Answer<(DealForm, Option<CustomerRef>, Choices)> {
    let pipelines: Vec<Pipeline> = list_pipelines().await?.into_iter().filter(|pipeline| pipeline.active).collect();
    let fields = custom_fields(Entity::Deal).await?;
    let customer = match customer {
        Some(id) => Some(get_customer(CustomerId::new(id)).await?),
        None => None,
    };
    let works_at = customer.as_ref().and_then(|customer| customer.company.clone());
    let form = DealForm {
        customer: customer.as_ref().map(|customer| customer.id.clone()),
        company: company.or(works_at).unwrap_or_default(),
        stage: pipelines.first().and_then(|pipeline| pipeline.stages.first()).map(|stage| stage.id.clone()),
        owner: None,
        ..DealForm::default()
    };
    Ok((
        form,
        customer.map(|customer| CustomerRef { id: customer.id, name: customer.name }),
        Choices { pipelines, fields },
    ))
}

/// A deal's form.
#[component]
pub fn EditDealPage() -> impl IntoView {
    let id = deal_of_address();
    let deal = Resource::new_blocking(
        move || id.get(),
        |id| async move {
            let deal = get_deal(id).await?;
            let pipelines = offered(list_pipelines().await?, &deal.stage);
            Ok::<_, Fault>((deal, Choices { pipelines, fields: custom_fields(Entity::Deal).await? }))
        },
    );
    let retry = Callback::new(move |()| deal.refetch());
    view! {
        <Transition fallback=|| view! { <Skeleton rows=8 /> }>
            {move || Suspend::new(async move {
                match deal.await {
                    Ok((deal, choices)) => {
                        let (title, form, customer) = (deal.title.clone(), DealForm::from(&deal), deal.customer.clone());
                        view! {
                            <PageHead title=move || (t().deals.edit_title)(&title) />
                            <Form of=Some(deal) form=form customer=customer choices=choices />
                        }
                            .into_any()
                    }
                    Err(fault) if fault.0 == Problem::NotFound => view! { <Gone /> }.into_any(),
                    Err(fault) => view! { <ErrorState fault=fault retry=retry /> }.into_any(),
                }
            })}
        </Transition>
    }
}

/// Pipelines in which deals can begin, and the one in which this deal is.
fn offered(all: Vec<Pipeline>, stage: &Stage) -> Vec<Pipeline> {
    let has = |pipeline: &Pipeline, id: &StageId| pipeline.stage(id).is_some();
    all.into_iter().filter(|pipeline| pipeline.active || has(pipeline, &stage.id)).collect()
}

/// What a deal's form offers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Choices {
    /// Where a deal can be.
    pipelines: Vec<Pipeline>,
    /// The installation's own fields.
    fields: Vec<CustomField>,
}

/// The form. When somebody else saved first, what is typed stays, and the next save is on top of theirs.
#[component]
fn Form(
    /// The deal being changed; `None` for a new one.
    of: Option<Deal>,
    /// What stands in it at first.
    form: DealForm,
    /// The customer it names.
    customer: Option<CustomerRef>,
    /// What there is to choose and to fill in.
    choices: Choices,
) -> impl IntoView {
    let is_new = of.is_none();
    let me = viewer().me.get_untracked().map(|me| me.id);
    let state = FormState::of(
        &DealForm { owner: if is_new { me } else { form.owner.clone() }, ..form },
        customer,
        choices.fields,
    );
    let base = StoredValue::new(untrack(|| state.form()));
    let (errors, busy, stale) = (FieldErrors::new(), RwSignal::new(false), RwSignal::new(false));
    let saved = RwSignal::new(false);
    unsaved::guard(Signal::derive(move || !saved.get() && base.with_value(|base| state.form() != *base)));
    let back = of.as_ref().map_or(Route::Deals, |deal| Route::Deal(deal.id.clone()));
    let owner = of.as_ref().and_then(|deal| deal.owner.clone());
    let (of, navigate) = (StoredValue::new(of), StoredValue::new(use_navigate()));
    let done = move |answer: Answer<Deal>| match answer {
        Ok(deal) => {
            saved.set(true);
            let words = &t().deals;
            toasts::tell(if is_new { (words.created)(&deal.title) } else { (words.saved)(&deal.title) });
            let instead = NavigateOptions { replace: true, ..NavigateOptions::default() };
            navigate.with_value(|navigate| navigate(&Route::Deal(deal.id).href(), instead));
        }
        Err(fault) => match fault.0 {
            Problem::StaleDeal(theirs) => {
                state.custom.take_over(&base.with_value(|base| base.custom.clone()), &theirs.custom);
                of.set_value(Some(*theirs));
                stale.set(true);
            }
            _ => {
                errors.show(&fault);
                to_first_problem();
            }
        },
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        errors.clear();
        stale.set(false);
        let form = untrack(|| state.form());
        match of.get_value() {
            Some(deal) => send(busy, update_deal(deal.id, deal.version, form), done),
            None => send(busy, create_deal(form), done),
        }
    };
    let label = move || if is_new { t().deals.submit } else { t().customers.form.save };
    view! {
        <form class="customer-form" novalidate on:submit=submit>
            <Show when=move || stale.get()>
                <p class="notice notice--warn" role="alert">{move || t().deals.stale}</p>
            </Show>
            <DealFields state=state errors=errors pipelines=choices.pipelines owner=owner />
            <div class="customer-form__actions">
                <LinkButton route=back label=move || t().customers.cancel />
                <Button label=label kind=ButtonKind::Primary submit=true busy=busy />
            </div>
        </form>
    }
}

//! The deals of a customer or a company, on their record.

use super::api::{deals_of_company, deals_of_customer};
use super::words::CloseDay;
use crate::api::Answer;
use crate::components::{Badge, ButtonKind, ErrorState, LinkButton, Skeleton, Tone};
use crate::nested;
use crate::routes::Route;
use crate::texts::t;
use domain::companies::CompanyRef;
use domain::deals::Deal;
use domain::ids::CustomerId;
use domain::pipelines::StageKind;
use domain::times;
use leptos::prelude::*;

/// Whose deals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum DealsWith {
    /// A customer's.
    Customer(CustomerId),
    /// A company's.
    Company(CompanyRef),
}

impl DealsWith {
    async fn fetch(self) -> Answer<Vec<Deal>> {
        match self {
            Self::Customer(id) => deals_of_customer(id).await,
            Self::Company(company) => deals_of_company(company.id).await,
        }
    }

    fn one_more(&self) -> Route {
        match self {
            Self::Customer(id) => Route::NewDeal { customer: Some(id.clone()), company: None },
            Self::Company(company) => Route::NewDeal { customer: None, company: Some(company.name.clone()) },
        }
    }
}

/// The deals, and the way to one more.
#[component]
pub(crate) fn DealsOf(
    /// Whose.
    whose: DealsWith,
) -> impl IntoView {
    let one_more = whose.one_more();
    let of = StoredValue::new(whose);
    let deals = nested::resource(move || of.get_value(), DealsWith::fetch);
    let retry = Callback::new(move |()| deals.refetch());
    view! {
        <section class="deals-of" aria-labelledby="deals-of-heading">
            <header class="section-head">
                <h2 class="section-heading" id="deals-of-heading">{move || t().deals.of_record}</h2>
                <LinkButton
                    route=one_more
                    label=move || t().deals.create
                    kind=ButtonKind::Ghost
                    icon=icondata_lu::LuPlus
                />
            </header>
            <Transition fallback=|| view! { <Skeleton rows=2 /> }>
                {move || Suspend::new(async move {
                    match deals.await {
                        Ok(rows) if rows.is_empty() => {
                            view! { <p class="section-empty">{move || t().deals.none_of_record}</p> }.into_any()
                        }
                        Ok(rows) => view! { <ul class="deals-of__list">{rows.into_iter().map(line).collect_view()}</ul> }.into_any(),
                        Err(fault) => view! { <ErrorState fault=fault retry=retry /> }.into_any(),
                    }
                })}
            </Transition>
        </section>
    }
}

/// Deals under a heading; nothing where there are none.
#[component]
pub(crate) fn DealLines(
    /// The id of the heading.
    id: &'static str,
    /// What they have in common.
    #[prop(into)]
    heading: Signal<String>,
    /// Which.
    rows: Signal<Vec<Deal>>,
) -> impl IntoView {
    view! {
        <Show when=move || rows.with(|rows| !rows.is_empty())>
            <section class="deals-of" aria-labelledby=id>
                <h2 class="section-heading" id=id>{heading}</h2>
                <ul class="deals-of__list">{move || rows.get().into_iter().map(line).collect_view()}</ul>
            </section>
        </Show>
    }
}

fn line(deal: Deal) -> impl IntoView {
    let closed = deal.stage.kind.is_closed();
    view! {
        <li class="deals-of__one">
            <a class="deals-of__title" href=Route::Deal(deal.id).href()>{deal.title}</a>
            <span class="deals-of__amount">{times::money(deal.amount)}</span>
            <span class="deals-of__about">
                <Badge tone=tone(deal.stage.kind) label=deal.stage.name icon=stage_icon(deal.stage.kind) />
                {deal.close_on.filter(|_| !closed).map(|on| view! { <CloseDay on=on closed=closed /> })}
            </span>
        </li>
    }
}

/// The colour of a stage.
pub(super) fn tone(kind: StageKind) -> Tone {
    match kind {
        StageKind::Open => Tone::Info,
        StageKind::Won => Tone::Ok,
        StageKind::Lost => Tone::Neutral,
    }
}

/// The drawing of a stage.
pub(super) fn stage_icon(kind: StageKind) -> crate::components::Glyph {
    match kind {
        StageKind::Open => icondata_lu::LuCircleDot,
        StageKind::Won => icondata_lu::LuTrophy,
        StageKind::Lost => icondata_lu::LuCircleX,
    }
}

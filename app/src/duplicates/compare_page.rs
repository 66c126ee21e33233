//! Two customers side by side, and what of each is kept.

use super::api::{compare_customers, merge_customers};
use super::words::{belongings, part as part_name, value};
use crate::api::Answer;
use crate::components::{
    Badge, Button, ButtonKind, EmptyState, ErrorState, Icon, LinkButton, PageHead, Skeleton, Tone, form, toasts,
};
use crate::custom::api::custom_fields;
use crate::customers::query_here::query_here;
use crate::routes::Route;
use crate::softphone::Dialable;
use crate::texts::t;
use domain::custom::{CustomField, Entity};
use domain::customers::{Customer, Phone};
use domain::duplicates::{Belongings, Comparison, Merge, Part, missing};
use domain::ids::CustomerId;
use domain::problem::Problem;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

/// The two customers of the address.
#[component]
pub fn ComparePage() -> impl IntoView {
    let query = query_here();
    let asked = Memo::new(move |_| {
        let id = |name: &str| CustomerId::new(query.with(|query| query.get(name).unwrap_or_default()));
        (id("kept"), id("gone"))
    });
    let both = Resource::new_blocking(move || asked.get(), with_fields);
    let retry = Callback::new(move |()| both.refetch());
    view! {
        <PageHead title=move || t().duplicates.compare_title />
        <Transition fallback=|| view! { <Skeleton rows=8 /> }>
            {move || Suspend::new(async move {
                match both.await {
                    Ok((both, fields)) => view! { <SideBySide both=both fields=fields retry=retry /> }.into_any(),
                    Err(fault) if fault.0 == Problem::NotFound => view! { <Gone /> }.into_any(),
                    Err(fault) => view! { <ErrorState fault=fault retry=retry /> }.into_any(),
                }
            })}
        </Transition>
    }
}

/// Both, and the installation's own fields of customers.
async fn with_fields((kept, gone): (CustomerId, CustomerId)) -> Answer<(Comparison, Vec<CustomField>)> {
    Ok((compare_customers(kept, gone).await?, custom_fields(Entity::Customer).await?))
}

/// One of them is not there any more.
#[component]
fn Gone() -> impl IntoView {
    view! {
        <EmptyState
            icon=icondata_lu::LuUserX
            title=move || t().customers.gone_title
            text=move || t().customers.gone_text
        >
            <LinkButton
                route=Route::Duplicates
                label=move || t().duplicates.title
                kind=ButtonKind::Primary
            />
        </EmptyState>
    }
}

#[component]
fn SideBySide(both: Comparison, fields: Vec<CustomField>, retry: Callback<()>) -> impl IntoView {
    let Comparison { kept, kept_has, gone, gone_has, may_merge } = both;
    let take = RwSignal::new(missing(&kept, &gone));
    let fields = StoredValue::new(fields);
    let own = fields.with_value(|all| all.iter().map(|field| Part::Custom(field.id.clone())).collect::<Vec<_>>());
    let row = |part| view! { <PartRow part=part kept=kept.clone() gone=gone.clone() fields=fields take=take /> };
    let rows = Part::ALL.into_iter().chain(own).map(row).collect_view();
    view! {
        <div class="compare">
            <div class="compare__row compare__row--head">
                <span></span>
                <Whose customer=kept.clone() is_kept=true />
                <Whose customer=gone.clone() is_kept=false />
            </div>
            {rows}
            <Numbers kept=kept.clone() gone=gone.clone() />
            <Hanging kept=kept_has gone=gone_has />
        </div>
        <p class="compare__what">
            <Icon icon=icondata_lu::LuInfo />
            {move || t().duplicates.what_happens}
        </p>
        <Decision kept=kept gone=gone take=take may_merge=may_merge retry=retry />
    }
}

#[component]
fn Whose(customer: Customer, is_kept: bool) -> impl IntoView {
    let (tone, icon) = if is_kept { (Tone::Ok, icondata_lu::LuCheck) } else { (Tone::Neutral, icondata_lu::LuMerge) };
    let label = move || if is_kept { t().duplicates.is_kept } else { t().duplicates.is_gone };
    view! {
        <div class="compare__whose">
            <a href=Route::Customer(customer.id).href()>{customer.name}</a>
            <Badge tone=tone icon=Signal::stored(icon) label=label />
        </div>
    }
}

/// A part of both: one of them is chosen where they differ.
#[component]
fn PartRow(
    part: Part,
    kept: Customer,
    gone: Customer,
    fields: StoredValue<Vec<CustomField>>,
    take: RwSignal<Vec<Part>>,
) -> impl IntoView {
    let said = |of: &Customer| fields.with_value(|fields| value(&part, of, fields));
    let (of_kept, of_gone) = (said(&kept), said(&gone));
    let differs = of_kept != of_gone;
    let part = StoredValue::new(part);
    let name = move || fields.with_value(|fields| part.with_value(|part| part_name(part, fields)));
    view! {
        <div class="compare__row" role=differs.then_some("radiogroup") aria-label=move || differs.then(name)>
            <span class="compare__part">{name}</span>
            <Side value=of_kept part=part is_gone=false differs=differs take=take />
            <Side value=of_gone part=part is_gone=true differs=differs take=take />
        </div>
    }
}

/// What one of them says.
#[component]
fn Side(
    #[prop(optional_no_strip)] value: Option<String>,
    part: StoredValue<Part>,
    is_gone: bool,
    differs: bool,
    take: RwSignal<Vec<Part>>,
) -> impl IntoView {
    let is_empty = value.is_none();
    let shown = move || value.clone().unwrap_or_else(|| t().duplicates.empty.to_owned());
    if !differs {
        return view! { <span class="compare__value" class:is-empty=is_empty>{shown}</span> }.into_any();
    }
    let is_chosen = move || take.with(|take| part.with_value(|part| take.contains(part))) == is_gone;
    let choose = move |_| {
        take.update(|take| {
            take.retain(|other| part.with_value(|part| other != part));
            if is_gone {
                take.push(part.get_value());
            }
        });
    };
    view! {
        <label class="compare__value compare__value--choice" class:is-chosen=is_chosen class:is-empty=is_empty>
            <input
                type="radio"
                name=part.with_value(|part| format!("{part:?}"))
                prop:checked=is_chosen
                on:change=choose
            />
            <span>{shown}</span>
        </label>
    }
    .into_any()
}

/// Every number of both stays.
#[component]
fn Numbers(kept: Customer, gone: Customer) -> impl IntoView {
    let numbers = |of: Customer| {
        let one = |phone: Phone| view! { <Dialable number=phone.number do_not_call=phone.do_not_call /> };
        of.phones.into_iter().map(one).collect_view()
    };
    view! {
        <div class="compare__row">
            <span class="compare__part">{move || t().duplicates.numbers}</span>
            <span class="compare__value compare__value--numbers">{numbers(kept)}</span>
            <span class="compare__value compare__value--numbers">{numbers(gone)}</span>
        </div>
    }
}

/// What moves.
#[component]
fn Hanging(kept: Belongings, gone: Belongings) -> impl IntoView {
    view! {
        <div class="compare__row">
            <span class="compare__part">{move || t().duplicates.hanging}</span>
            <span class="compare__value">{move || belongings(kept)}</span>
            <span class="compare__value">{move || belongings(gone)}</span>
        </div>
    }
}

#[component]
fn Decision(
    kept: Customer,
    gone: Customer,
    take: RwSignal<Vec<Part>>,
    may_merge: bool,
    retry: Callback<()>,
) -> impl IntoView {
    let swapped = Route::Merge { kept: gone.id.clone(), gone: kept.id.clone() };
    let navigate = use_navigate();
    let merge = Action::new(move |()| {
        let wish = Merge {
            kept: kept.id.clone(),
            kept_version: kept.version,
            gone: gone.id.clone(),
            gone_version: gone.version,
            take: take.get_untracked(),
        };
        let navigate = navigate.clone();
        async move {
            match merge_customers(wish).await {
                Ok(merged) => {
                    toasts::tell((t().duplicates.merged)(&merged.gone.name, &merged.kept.name));
                    let instead = NavigateOptions { replace: true, ..NavigateOptions::default() };
                    navigate(&Route::Customer(merged.kept.id).href(), instead);
                }
                Err(fault) => {
                    form::tell(&fault);
                    if matches!(fault.0, Problem::Stale(_)) {
                        retry.run(());
                    }
                }
            }
        }
    });
    let refused = Signal::derive(move || (!may_merge).then(|| t().duplicates.may_not.to_owned()));
    view! {
        <div class="compare__actions">
            <LinkButton route=Route::Duplicates label=move || t().frame.cancel />
            <LinkButton route=swapped label=move || t().duplicates.swap icon=icondata_lu::LuArrowLeftRight />
            <Button
                label=move || t().duplicates.merge
                kind=ButtonKind::Primary
                icon=icondata_lu::LuMerge
                busy=merge.pending()
                disabled=Signal::stored(!may_merge)
                reason=refused
                on_press=move |()| _ = merge.dispatch(())
            />
        </div>
        {(!may_merge).then(|| view! { <p class="compare__refused">{move || t().duplicates.may_not}</p> })}
    }
}

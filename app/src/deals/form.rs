//! The fields of a deal.

use crate::companies::CompanyField;
use crate::components::form::FieldErrors;
use crate::components::{Button, ButtonKind, Select, TextField};
use crate::custom::{CustomEntries, CustomState};
use crate::customers::CustomerPicker;
use crate::customers::owner_field::OwnerField;
use crate::texts::t;
use domain::access::Action as Deed;
use domain::custom::CustomField;
use domain::customers::CustomerRef;
use domain::deals::{DealForm, parse_amount};
use domain::fields::Field;
use domain::ids::{LostReasonId, StaffId, StageId};
use domain::pipelines::{Pipeline, StageKind};
use domain::staff::StaffRef;
use domain::times;
use leptos::prelude::*;

/// Everything typed into the form.
#[derive(Clone, Copy)]
pub(super) struct FormState {
    title: RwSignal<String>,
    customer: RwSignal<Option<CustomerRef>>,
    company: RwSignal<String>,
    amount: RwSignal<String>,
    close_on: RwSignal<String>,
    owner: RwSignal<String>,
    stage: RwSignal<String>,
    lost_reason: RwSignal<String>,
    /// The installation's own fields.
    pub(super) custom: CustomState,
}

impl FormState {
    /// As it is when the form opens, where deals have these fields; `customer` is the one that the form names.
    pub(super) fn of(form: &DealForm, customer: Option<CustomerRef>, fields: Vec<CustomField>) -> Self {
        let id = |id: Option<String>| RwSignal::new(id.unwrap_or_default());
        Self {
            title: RwSignal::new(form.title.clone()),
            customer: RwSignal::new(customer),
            company: RwSignal::new(form.company.clone()),
            amount: RwSignal::new(form.amount.clone()),
            close_on: RwSignal::new(form.close_on.clone()),
            owner: id(form.owner.as_ref().map(ToString::to_string)),
            stage: id(form.stage.as_ref().map(ToString::to_string)),
            lost_reason: id(form.lost_reason.as_ref().map(ToString::to_string)),
            custom: CustomState::of(fields, &form.custom),
        }
    }

    /// What is typed now.
    pub(super) fn form(self) -> DealForm {
        let some = |word: String| (!word.is_empty()).then_some(word);
        DealForm {
            title: self.title.get(),
            customer: self.customer.get().map(|customer| customer.id),
            company: self.company.get(),
            amount: self.amount.get(),
            close_on: self.close_on.get(),
            owner: some(self.owner.get()).map(StaffId::new),
            stage: some(self.stage.get()).map(StageId::new),
            lost_reason: some(self.lost_reason.get()).map(LostReasonId::new),
            custom: self.custom.entries(),
        }
    }
}

/// Every field of the form.
#[component]
pub(super) fn DealFields(
    /// The form.
    state: FormState,
    /// What is wrong with it.
    errors: FieldErrors,
    /// Where a deal can be.
    pipelines: Vec<Pipeline>,
    /// Who is responsible when the form opens, perhaps a former colleague.
    #[prop(optional_no_strip)]
    owner: Option<StaffRef>,
) -> impl IntoView {
    // What is typed, as it will be kept.
    let read = move || state.amount.with(|typed| parse_amount(typed)).map(times::money);
    let hint = move || read().unwrap_or_else(|| t().deals.amount_hint.to_owned());
    view! {
        <div class="customer-form__fields">
            <TextField
                name="title"
                label=move || t().deals.name
                value=state.title
                error=errors.at(Field::Title)
                placeholder=move || t().deals.name_hint
                required=true
                autofocus=true
            />
            <CustomerField chosen=state.customer errors=errors />
            <CompanyField value=state.company errors=errors />
            <div class="customer-form__pair">
                <TextField
                    name="amount"
                    label=move || t().deals.amount
                    value=state.amount
                    error=errors.at(Field::Amount)
                    hint=Signal::derive(hint)
                />
                <TextField
                    name="close-on"
                    label=move || t().deals.close_on
                    value=state.close_on
                    error=errors.at(Field::CloseOn)
                    kind="date"
                />
            </div>
            <StageFields state=state errors=errors pipelines=pipelines />
            <CustomEntries state=state.custom errors=errors />
            <OwnerField value=state.owner errors=errors owner=owner deed=Deed::ReassignDeals />
        </div>
    }
}

/// With whom: searched for, then named.
#[component]
fn CustomerField(chosen: RwSignal<Option<CustomerRef>>, errors: FieldErrors) -> impl IntoView {
    let error = errors.at(Field::Customer);
    let pick = Callback::new(move |customer: CustomerRef| chosen.set(Some(customer)));
    view! {
        <div class="field" class:has-error=move || error.with(Option::is_some) role="group" aria-labelledby="deal-customer">
            <span class="field__label" id="deal-customer">{move || t().deals.customer}</span>
            {move || match chosen.get() {
                Some(customer) => {
                    view! {
                        <p class="deal-form__customer">
                            <strong>{customer.name}</strong>
                            <Button
                                label=move || t().deals.change_customer
                                kind=ButtonKind::Ghost
                                icon=icondata_lu::LuX
                                icon_only=true
                                on_press=move |()| chosen.set(None)
                            />
                        </p>
                    }
                        .into_any()
                }
                None => view! { <CustomerPicker on_pick=pick id="deal-customer-picker" /> }.into_any(),
            }}
            <p class="field__error" aria-live="polite" hidden=move || error.with(Option::is_none)>{error}</p>
        </div>
    }
}

/// How far it is, and why it is lost where it is.
#[component]
fn StageFields(state: FormState, errors: FieldErrors, pipelines: Vec<Pipeline>) -> impl IntoView {
    let several = pipelines.len() > 1;
    let pipelines = StoredValue::new(pipelines);
    let stages = move || {
        pipelines.with_value(|all| {
            let name =
                |one: &Pipeline, stage: &str| if several { format!("{}: {stage}", one.name) } else { stage.to_owned() };
            let of = |one: &Pipeline| -> Vec<(String, String)> {
                one.stages.iter().map(|stage| (stage.id.to_string(), name(one, &stage.name))).collect()
            };
            all.iter().flat_map(of).collect::<Vec<_>>()
        })
    };
    let lost = move || {
        let at = state.stage.get();
        pipelines.with_value(|all| {
            let found = all
                .iter()
                .find(|one| one.stages.iter().any(|stage| stage.id.as_str() == at && stage.kind == StageKind::Lost));
            found.map(|one| one.lost_reasons.clone()).unwrap_or_default()
        })
    };
    let reasons = move || {
        let mut options = vec![(String::new(), t().deals.choose_reason.to_owned())];
        options.extend(lost().into_iter().map(|reason| (reason.id.to_string(), reason.name)));
        options
    };
    view! {
        <div class="customer-form__pair">
            <Select
                name="stage"
                label=move || t().deals.stage
                value=state.stage
                options=Signal::derive(stages)
                error=errors.at(Field::Stage)
            />
            <Show when=move || !lost().is_empty()>
                <Select
                    name="lost-reason"
                    label=move || t().deals.lost_reason
                    value=state.lost_reason
                    options=Signal::derive(reasons)
                    error=errors.at(Field::LostReason)
                />
            </Show>
        </div>
    }
}

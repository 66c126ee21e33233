//! The pages on which a company is made and changed.

use super::api::{create_company, update_company};
use super::form::{CompanyFields, FormState};
use super::record_page::{Gone, company_of_address, with_fields};
use crate::components::form::{FieldErrors, send, to_first_problem};
use crate::components::{Button, ButtonKind, ErrorState, LinkButton, PageHead, Skeleton, toasts};
use crate::custom::api::custom_fields;
use crate::customers::unsaved;
use crate::routes::Route;
use crate::surroundings::viewer;
use crate::texts::t;
use domain::companies::{Company, CompanyForm};
use domain::custom::{CustomField, Entity};
use domain::problem::Problem;
use domain::times;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

/// The empty form; whoever makes a company is responsible until somebody else is.
#[component]
pub fn NewCompanyPage() -> impl IntoView {
    let owner = viewer().me.get_untracked().map(|me| me.id);
    let form = StoredValue::new(CompanyForm { owner, ..CompanyForm::default() });
    let fields = Resource::new_blocking(|| (), |()| custom_fields(Entity::Company));
    let retry = Callback::new(move |()| fields.refetch());
    view! {
        <PageHead title=move || t().companies.new_title />
        <Transition fallback=|| view! { <Skeleton rows=8 /> }>
            {move || Suspend::new(async move {
                match fields.await {
                    Ok(fields) => view! { <Form of=None form=form.get_value() fields=fields /> }.into_any(),
                    Err(fault) => view! { <ErrorState fault=fault retry=retry /> }.into_any(),
                }
            })}
        </Transition>
    }
}

/// A company's form.
#[component]
pub fn EditCompanyPage() -> impl IntoView {
    let id = company_of_address();
    let company = Resource::new_blocking(move || id.get(), with_fields);
    let retry = Callback::new(move |()| company.refetch());
    view! {
        <Transition fallback=|| view! { <Skeleton rows=8 /> }>
            {move || Suspend::new(async move {
                match company.await {
                    Ok((company, fields)) => {
                        let (name, form) = (company.name.clone(), CompanyForm::from(&company));
                        view! {
                            <PageHead title=move || (t().companies.edit_title)(&name) />
                            <Form of=Some(company) form=form fields=fields />
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

/// The form. When somebody else saved first, what is typed stays, and the next save is on top of theirs.
#[component]
fn Form(
    /// The company being changed; `None` for a new one.
    of: Option<Company>,
    /// What stands in it at first.
    form: CompanyForm,
    /// The installation's own fields.
    fields: Vec<CustomField>,
) -> impl IntoView {
    let state = FormState::of(&form, fields);
    let base = StoredValue::new(untrack(|| state.form()));
    let (errors, busy, stale) = (FieldErrors::new(), RwSignal::new(false), RwSignal::new(None::<Company>));
    let saved = RwSignal::new(false);
    unsaved::guard(Signal::derive(move || !saved.get() && base.with_value(|base| state.form() != *base)));
    let back = of.as_ref().map_or(Route::Companies, |company| Route::Company(company.id.clone()));
    let owner = of.as_ref().and_then(|company| company.owner.clone());
    let is_new = of.is_none();
    let (of, navigate) = (StoredValue::new(of), StoredValue::new(use_navigate()));
    let done = move |answer: Result<Company, crate::api::Fault>| match answer {
        Ok(company) => {
            saved.set(true);
            let words = &t().companies;
            toasts::tell(if is_new { (words.created)(&company.name) } else { (words.saved)(&company.name) });
            let instead = NavigateOptions { replace: true, ..NavigateOptions::default() };
            navigate.with_value(|navigate| navigate(&Route::Company(company.id).href(), instead));
        }
        Err(fault) => match fault.0 {
            Problem::StaleCompany(theirs) => {
                state.custom.take_over(&base.with_value(|base| base.custom.clone()), &theirs.custom);
                of.set_value(Some((*theirs).clone()));
                stale.set(Some(*theirs));
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
        stale.set(None);
        let form = untrack(|| state.form());
        match of.get_value() {
            Some(company) => send(busy, update_company(company.id, company.version, form), done),
            None => send(busy, create_company(form), done),
        }
    };
    let label = move || if is_new { t().companies.submit } else { t().customers.form.save };
    view! {
        <form class="customer-form" novalidate on:submit=submit>
            {move || {
                stale
                    .get()
                    .map(|theirs| {
                        view! {
                            <p class="notice notice--warn" role="alert">
                                {(t().companies.stale)(&times::date_time(theirs.updated_at))}
                            </p>
                        }
                    })
            }}
            <CompanyFields state=state errors=errors owner=owner />
            <div class="customer-form__actions">
                <LinkButton route=back label=move || t().customers.cancel />
                <Button label=label kind=ButtonKind::Primary submit=true busy=busy />
            </div>
        </form>
    }
}

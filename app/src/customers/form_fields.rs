//! The fields of a customer.

use super::api::colleagues;
use super::form_state::FormState;
use super::phone_rows::PhoneRows;
use crate::companies::CompanyField;
use crate::components::form::FieldErrors;
use crate::components::{Select, TextArea, TextField};
use crate::surroundings::viewer;
use crate::texts::t;
use domain::access::Action as Deed;
use domain::fields::Field;
use domain::ids::CustomerId;
use domain::staff::StaffRef;
use leptos::prelude::*;

/// Every field of the form.
#[component]
pub(super) fn CustomerFields(
    /// The form.
    state: FormState,
    /// What is wrong with it.
    errors: FieldErrors,
    /// The customer being edited; `None` for a new one.
    #[prop(optional_no_strip)]
    except: Option<CustomerId>,
    /// Who is responsible when the form opens, perhaps a former colleague.
    #[prop(optional_no_strip)]
    owner: Option<StaffRef>,
) -> impl IntoView {
    view! {
        <div class="customer-form__fields">
            <TextField
                name="name"
                label=move || t().customers.name
                value=state.name
                error=errors.at(Field::Name)
                required=true
                autofocus=true
            />
            <PhoneRows phones=state.phones errors=errors except=except />
            <div class="customer-form__pair">
                <TextField
                    name="email"
                    label=move || t().customers.email
                    value=state.email
                    error=errors.at(Field::Email)
                    kind="email"
                />
                <CompanyField value=state.company errors=errors />
            </div>
            <TextField
                name="address"
                label=move || t().customers.address
                value=state.address
                error=errors.at(Field::Address)
            />
            <TextArea
                name="note"
                label=move || t().customers.note
                value=state.note
                error=errors.at(Field::Note)
                rows=4
            />
            <OwnerField value=state.owner errors=errors owner=owner deed=Deed::ReassignCustomers />
        </div>
    }
}

/// Who is responsible: chosen by those who may hand the record over, told to the others.
#[component]
pub(crate) fn OwnerField(
    /// The id of who is; empty for nobody.
    value: RwSignal<String>,
    /// What is wrong with the form.
    errors: FieldErrors,
    /// Who is responsible when the form opens.
    owner: Option<StaffRef>,
    /// What one must be allowed to choose.
    deed: Deed,
) -> impl IntoView {
    let members = Resource::new_blocking(|| (), |()| colleagues());
    let owner = StoredValue::new(owner);
    let may_choose = viewer().may(deed);
    let options = move || {
        let mut options = vec![(String::new(), t().customers.form.no_owner.to_owned())];
        let mut members = members.get().and_then(Result::ok).unwrap_or_default();
        let former = owner.with_value(|owner| owner.clone().filter(|owner| !members.contains(owner)));
        members.extend(former);
        options.extend(members.into_iter().map(|member| (member.id.to_string(), member.name)));
        options
    };
    let chosen = move || {
        let owner = value.get();
        options().into_iter().find(|(id, _)| *id == owner).map(|(_, name)| name)
    };
    view! {
        <Suspense>
            <Show
                when=move || may_choose.get()
                fallback=move || {
                    view! {
                        <p class="customer-form__owner">{move || t().customers.owner} ": " <strong>{chosen}</strong></p>
                    }
                }
            >
                <Select
                    name="owner"
                    label=move || t().customers.owner
                    value=value
                    options=Signal::derive(options)
                    error=errors.at(Field::Owner)
                />
            </Show>
        </Suspense>
    }
}

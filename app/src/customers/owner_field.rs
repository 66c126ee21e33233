//! Who is responsible for a record, in its form.

use super::api::colleagues;
use crate::components::Select;
use crate::components::form::FieldErrors;
use crate::surroundings::viewer;
use crate::texts::t;
use domain::access::Action as Deed;
use domain::fields::Field;
use domain::staff::StaffRef;
use leptos::prelude::*;

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
    /// Whether rules give away what is nobody's.
    #[prop(optional)]
    by_rules: bool,
) -> impl IntoView {
    let members = Resource::new_blocking(|| (), |()| colleagues());
    let owner = StoredValue::new(owner);
    let may_choose = viewer().may(deed);
    let nobody = move || if by_rules { t().assignment.by_rules } else { t().customers.form.no_owner };
    let options = move || {
        let mut options = vec![(String::new(), nobody().to_owned())];
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

//! Custom fields as columns of lists.

use super::api::custom_fields;
use super::words::value;
use crate::components::{CheckList, Popover};
use crate::texts::t;
use domain::custom::{CustomField, Entity, Values};
use leptos::prelude::*;

/// Chooses which fields are columns; nothing where there is no field.
#[component]
pub(crate) fn CustomColumns(
    /// Whose fields.
    entity: Entity,
    /// Those that are shown, as the address has them.
    #[prop(into)]
    shown: Signal<String>,
    /// Told others.
    on_change: Callback<String>,
) -> impl IntoView {
    let fields = Resource::new_blocking(move || entity, custom_fields);
    // Without the fields nothing can be chosen; the rows say what is wrong.
    let known = Signal::derive(move || fields.get().and_then(Result::ok).unwrap_or_default());
    let open = RwSignal::new(false);
    let options = move || {
        known.get().into_iter().map(|field| (field.id.to_string(), field.name)).collect::<Vec<(String, String)>>()
    };
    let chosen = move || ids(&shown.get()).map(str::to_owned).collect::<Vec<_>>();
    let choose = Callback::new(move |ids: Vec<String>| on_change.run(ids.join(",")));
    view! {
        <Suspense>
            <Show when=move || known.with(|known| !known.is_empty())>
                <Popover name="custom-columns" label=move || t().custom.columns icon=icondata_lu::LuColumns3 open=open>
                    <CheckList
                        name="custom-columns"
                        label=move || t().custom.columns
                        chosen=Signal::derive(chosen)
                        on_choose=choose
                        options=Signal::derive(options)
                    />
                </Popover>
            </Show>
        </Suspense>
    }
}

fn ids(shown: &str) -> impl Iterator<Item = &str> {
    shown.split(',').filter(|id| !id.is_empty())
}

/// Those of the fields that an address shows, in their order.
pub(crate) fn columns(fields: Vec<CustomField>, shown: &str) -> Vec<CustomField> {
    fields.into_iter().filter(|field| ids(shown).any(|id| id == field.id.as_str())).collect()
}

/// The heads of the columns.
pub(crate) fn heads(columns: &[CustomField]) -> impl IntoView + use<> {
    let head = |field: &CustomField| view! { <th scope="col" class="table__custom">{field.name.clone()}</th> };
    columns.iter().map(head).collect_view()
}

/// What a line says in them.
pub(crate) fn cells(columns: &[CustomField], values: &Values) -> impl IntoView + use<> {
    let cell = |field: &CustomField| {
        let field = field.clone();
        let has = values.get(&field.id).cloned();
        let shown = move || has.as_ref().map(|has| value(t(), &field, has)).unwrap_or_default();
        view! { <td class="table__custom">{shown}</td> }
    };
    columns.iter().map(cell).collect_view()
}

//! The admins' page of custom fields.

use super::api::all_custom_fields;
use super::list::FieldList;
use super::words;
use crate::components::{ErrorState, PageHead, Skeleton};
use crate::customers::query_here::query_here;
use crate::routes::Route;
use crate::texts::t;
use domain::custom::Entity;
use leptos::prelude::*;

/// The fields of customers, of companies or of deals, as the address says.
#[component]
pub fn CustomFieldsPage() -> impl IntoView {
    let query = query_here();
    let entity = Memo::new(move |_| {
        query.with(|query| query.get("of")).and_then(|word| Entity::from_stored(&word)).unwrap_or_default()
    });
    let all = Resource::new_blocking(|| (), |()| all_custom_fields());
    let again = Callback::new(move |()| all.refetch());
    view! {
        <PageHead title=move || t().custom.title />
        <p class="panel__text custom-text">{move || t().custom.text}</p>
        <Tabs open=entity />
        <div class="panels panels--wide">
            <Transition fallback=|| view! { <Skeleton rows=8 /> }>
                {move || Suspend::new(async move {
                    match all.await {
                        Ok(all) => {
                            let all = StoredValue::new(all);
                            let list = move || {
                                let entity = entity.get();
                                let of_it = all
                                    .with_value(|all| all.iter().filter(|f| f.entity == entity).cloned().collect());
                                view! { <FieldList entity=entity fields=of_it on_change=again /> }
                            };
                            view! { {list} }.into_any()
                        }
                        Err(fault) => view! { <ErrorState fault=fault retry=again /> }.into_any(),
                    }
                })}
            </Transition>
        </div>
    }
}

#[component]
fn Tabs(open: Memo<Entity>) -> impl IntoView {
    let tab = move |entity: Entity| {
        let current = move || (open.get() == entity).then_some("page");
        view! {
            <li>
                <a class="tabs__tab" href=Route::CustomFields(entity).href() aria-current=current>
                    {move || words::entity(t(), entity)}
                </a>
            </li>
        }
    };
    view! {
        <nav class="tabs" aria-label=move || t().custom.title>
            <ul class="tabs__list">{Entity::ALL.map(tab)}</ul>
        </nav>
    }
}

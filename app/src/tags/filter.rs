//! The filter by a tag; where there is no tag yet there is nothing to filter by.

use super::api::list_tags;
use crate::components::WhenKnown;
use crate::customers::filters::FilterSelect;
use crate::texts::t;
use leptos::prelude::*;

/// Any tag or one.
#[component]
pub(crate) fn TagFilter(
    /// The id of what is chosen; empty for any.
    #[prop(into)]
    value: Signal<String>,
    /// Told what was chosen.
    on_change: Callback<String>,
) -> impl IntoView {
    let tags = Resource::new_blocking(|| (), |()| list_tags());
    // Without the list nothing can be chosen; the rows say what is wrong.
    let known = move || tags.get().and_then(Result::ok).unwrap_or_default();
    let options = move || {
        let mut options = vec![(String::new(), t().tags.any.to_owned())];
        options.extend(known().into_iter().map(|tag| (tag.id.to_string(), tag.name)));
        options
    };
    view! {
        <WhenKnown when=move || !known().is_empty()>
            <FilterSelect
                name="tag"
                label=move || t().tags.title
                value=value
                options=Signal::derive(options)
                on_change=on_change
            />
        </WhenKnown>
    }
}

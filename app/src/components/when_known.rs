//! What is there only where something that was asked for says so.

use leptos::prelude::*;

/// Shows its children where `when` holds, which reads a resource.
///
/// `Show` would not do: it remembers its condition. While the server draws on several threads, a resource has its value a
/// moment before those who remember something of it are told; drawn in that moment, the page is not what the browser
/// expects, and dies when it comes alive.
#[component]
pub fn WhenKnown(
    /// Asked again whenever it is drawn.
    when: impl Fn() -> bool + Send + Sync + 'static,
    children: ChildrenFn,
) -> impl IntoView {
    let (when, children) = (Signal::derive(when), StoredValue::new(children));
    view! { <Suspense>{move || when.get().then(|| children.with_value(|children| children()))}</Suspense> }
}

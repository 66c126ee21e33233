//! The head of a page: its title, also the tab's, and what can be done here.

use super::set_title;
use leptos::prelude::*;

/// A page's title and actions.
#[component]
pub fn PageHead(
    /// What the page is about.
    #[prop(into)]
    title: Signal<String>,
    /// What can be done here.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    set_title(title);
    view! {
        <header class="page-head">
            <h1 class="page-head__title">{title}</h1>
            {children.map(|children| view! { <div class="page-head__actions">{children()}</div> })}
        </header>
    }
}

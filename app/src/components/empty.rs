//! Where there is nothing yet: what would be here, and the one step that brings it.

use super::{Glyph, Icon};
use leptos::prelude::*;

/// An empty list or page.
#[component]
pub fn EmptyState(
    /// A drawing of what would be here.
    #[prop(into)]
    icon: Signal<Glyph>,
    /// What is not here.
    #[prop(into)]
    title: Signal<String>,
    /// What to do about it.
    #[prop(optional, into)]
    text: Signal<String>,
    /// The button that does it.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="empty">
            <span class="empty__icon"><Icon icon=icon /></span>
            <p class="empty__title">{title}</p>
            <p class="empty__text">{text}</p>
            {children.map(|children| view! { <div class="empty__action">{children()}</div> })}
        </div>
    }
}

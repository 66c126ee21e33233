//! Icons: always beside a word or a label, so assistive technology never hears of them.

use leptos::prelude::*;

/// One of Lucide's drawings, such as `icondata_lu::LuPhone`.
pub type Glyph = icondata_core::Icon;

/// A drawing as large as the text beside it.
#[component]
pub fn Icon(
    /// Which.
    #[prop(into)]
    icon: Signal<Glyph>,
) -> impl IntoView {
    view! {
        <svg
            class="icon"
            viewBox="0 0 24 24"
            width="16"
            height="16"
            fill="none"
            stroke="currentColor"
            stroke-width="2"
            stroke-linecap="round"
            stroke-linejoin="round"
            aria-hidden="true"
            focusable="false"
            inner_html=move || icon.get().data
        ></svg>
    }
}

//! The way to the palette without a keyboard.

use super::recent::record_at;
use super::state::palette;
use crate::components::Icon;
use crate::texts::t;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

/// Opens the palette.
#[component]
pub(crate) fn PaletteButton() -> impl IntoView {
    let palette = palette();
    let place = use_location().pathname;
    view! {
        <button
            type="button"
            class="nav__entry nav__search"
            aria-haspopup="dialog"
            aria-keyshortcuts="Control+K Meta+K"
            title=move || t().palette.open
            on:click=move |_| palette.show(record_at(&place.get_untracked()).as_ref())
        >
            <Icon icon=icondata_lu::LuSearch />
            <span class="nav__text">{move || t().palette.open}</span>
            <kbd class="key nav__key" aria-hidden="true">
                "Ctrl K"
            </kbd>
        </button>
    }
}

//! The tab's title: that of the page shown last.
//!
//! One `Title` at the root shows it. One in each page would not do: a page that is drawn anew in place of itself leaves
//! its former title on `leptos_meta`'s stack, which then reads signals that are gone.

use leptos::prelude::*;

/// The title shown now.
#[derive(Clone, Copy)]
struct PageTitle(RwSignal<String>);

/// Makes the title settable by every page below.
pub(crate) fn provide() -> Signal<String> {
    let shown = RwSignal::new(String::new());
    provide_context(PageTitle(shown));
    shown.into()
}

/// Gives the tab the title of this page, now and whenever it changes.
pub fn set_title(title: impl Into<Signal<String>>) {
    let Some(PageTitle(shown)) = use_context() else { return };
    let title = title.into();
    // At once for the server, which runs no effects.
    shown.set(title.get_untracked());
    Effect::new(move |_| shown.set(title.get()));
}

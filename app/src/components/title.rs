//! The tab's title: that of the page shown last.
//!
//! One `Title` at the root shows it. One in each page would not do: a page that is drawn anew in place of itself leaves
//! its former title on `leptos_meta`'s stack, which then reads signals that are gone.

use leptos::prelude::*;

/// The title shown now.
///
/// Counted by references, not kept in the arena of the request: `leptos_meta` reads it after it has let other requests
/// run on the same thread, whose arena is then the current one. The title of somebody else's page would be read there.
#[derive(Clone)]
struct PageTitle(ArcRwSignal<String>);

/// Makes the title settable by every page below, and answers how it is read.
pub(crate) fn provide() -> impl Fn() -> String + Send + Sync + 'static {
    let shown = ArcRwSignal::new(String::new());
    provide_context(PageTitle(shown.clone()));
    move || shown.get()
}

/// Gives the tab the title of this page, now and whenever it changes.
pub fn set_title(title: impl Into<Signal<String>>) {
    let Some(PageTitle(shown)) = use_context() else { return };
    let title = title.into();
    // At once for the server, which runs no effects.
    shown.set(title.get_untracked());
    Effect::new(move |_| shown.set(title.get()));
}

//! A page whose record is not there: never was, was taken away, or is not for this member to see.

use super::{ButtonKind, EmptyState, Glyph, LinkButton, set_title};
use crate::routes::Route;
use leptos::prelude::*;

/// Says so, and leads back to where records are.
#[component]
pub fn NotThere(
    /// What kind of record it would be.
    icon: Glyph,
    /// What is not there, in the viewer's language; the title of the page too.
    title: fn() -> &'static str,
    /// Why that may be.
    text: fn() -> &'static str,
    /// Where to go instead.
    route: Route,
    /// What that is called.
    back: fn() -> &'static str,
) -> impl IntoView {
    set_title(Signal::derive(move || title().to_owned()));
    view! {
        <h1 class="visually-hidden">{title}</h1>
        <EmptyState icon=icon title=title text=text>
            <LinkButton route=route.clone() label=back kind=ButtonKind::Primary />
        </EmptyState>
    }
}

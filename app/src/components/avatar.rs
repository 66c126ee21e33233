//! A person's initial on a colour of their own.

use domain::names;
use leptos::prelude::*;

/// How large.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AvatarSize {
    /// In a row.
    #[default]
    Small,
    /// Beside a title.
    Large,
}

/// The initial of the name a person is addressed by. The name itself stands beside it.
#[component]
pub fn Avatar(
    /// The full name.
    #[prop(into)]
    name: Signal<String>,
    /// How large.
    #[prop(optional)]
    size: AvatarSize,
) -> impl IntoView {
    let class = move || {
        let large = match size {
            AvatarSize::Small => "",
            AvatarSize::Large => " avatar--large",
        };
        format!("avatar avatar--hue-{}{large}", name.with(|name| names::hue(name)))
    };
    view! { <span class=class aria-hidden="true">{move || name.with(|name| names::initials(name))}</span> }
}

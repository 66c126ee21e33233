//! A state as a word, a drawing and a colour.

use super::{Glyph, Icon};
use leptos::prelude::*;

/// What a state means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Nothing in particular.
    #[default]
    Neutral,
    /// As it should be.
    Ok,
    /// Look at it.
    Warn,
    /// Not as it should be.
    Danger,
    /// Worth knowing.
    Info,
}

impl Tone {
    fn class(self) -> &'static str {
        match self {
            Self::Neutral => "badge",
            Self::Ok => "badge badge--ok",
            Self::Warn => "badge badge--warn",
            Self::Danger => "badge badge--danger",
            Self::Info => "badge badge--info",
        }
    }
}

/// A state.
#[component]
pub fn Badge(
    /// In words.
    #[prop(into)]
    label: Signal<String>,
    /// What it means.
    #[prop(optional, into)]
    tone: Signal<Tone>,
    /// As a drawing.
    #[prop(optional, into)]
    icon: Option<Signal<Glyph>>,
) -> impl IntoView {
    view! {
        <span class=move || tone.get().class()>
            {icon.map(|icon| view! { <Icon icon=icon /> })}
            <span>{label}</span>
        </span>
    }
}

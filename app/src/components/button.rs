//! Buttons, and links that look like them.

use super::{Glyph, Icon};
use crate::routes::Route;
use leptos::prelude::*;

/// How much a button asks to be pressed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// The one thing this page or dialog is for.
    Primary,
    /// Another possibility.
    #[default]
    Secondary,
    /// Without a frame, for rows and toolbars.
    Ghost,
    /// Takes something away.
    Danger,
    /// Answers a call.
    Success,
}

impl ButtonKind {
    fn class(self) -> &'static str {
        match self {
            Self::Primary => "button button--primary",
            Self::Secondary => "button button--secondary",
            Self::Ghost => "button button--ghost",
            Self::Danger => "button button--danger",
            Self::Success => "button button--success",
        }
    }
}

/// A button. Disabled with a reason, it can still be focused, so that the reason can be read and heard.
#[component]
pub fn Button(
    /// What pressing it does, in a word or two.
    #[prop(into)]
    label: Signal<String>,
    /// How much it asks to be pressed.
    #[prop(optional)]
    kind: ButtonKind,
    /// A drawing before the label.
    #[prop(optional, into)]
    icon: Option<Signal<Glyph>>,
    /// What to do; a submitting button needs none.
    #[prop(optional, into)]
    on_press: Option<Callback<()>>,
    /// Whether it cannot be pressed now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// Whether what it does is under way.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// Why it is disabled.
    #[prop(optional, into)]
    reason: Signal<Option<String>>,
    /// Whether it sends the form around it.
    #[prop(optional)]
    submit: bool,
    /// Whether only the drawing is seen; the label is still heard.
    #[prop(optional)]
    icon_only: bool,
) -> impl IntoView {
    let resting = move || disabled.get() || busy.get();
    let explained = move || disabled.get() && reason.with(Option::is_some);
    let title = move || {
        let why = if disabled.get() { reason.get() } else { None };
        why.or_else(|| icon_only.then(|| label.get()))
    };
    let press = move |event: leptos::ev::MouseEvent| {
        if disabled.get_untracked() || busy.get_untracked() {
            event.prevent_default();
        } else if let Some(on_press) = on_press {
            on_press.run(());
        }
    };
    view! {
        <button
            type=if submit { "submit" } else { "button" }
            class=kind.class()
            class:button--icon=icon_only
            class:is-busy=busy
            disabled=move || resting() && !explained()
            aria-disabled=move || explained().then_some("true")
            aria-busy=move || busy.get().then_some("true")
            aria-label=move || icon_only.then(|| label.get())
            title=title
            on:click=press
        >
            {icon.map(|icon| view! { <Icon icon=icon /> })}
            {(!icon_only).then(|| view! { <span class="button__label">{label}</span> })}
        </button>
    }
}

/// A link to another page that looks like a button.
#[component]
pub fn LinkButton(
    /// Where to.
    #[prop(into)]
    route: Signal<Route>,
    /// What is there.
    #[prop(into)]
    label: Signal<String>,
    /// How much it asks to be pressed.
    #[prop(optional)]
    kind: ButtonKind,
    /// A drawing before the label.
    #[prop(optional, into)]
    icon: Option<Signal<Glyph>>,
) -> impl IntoView {
    view! {
        <a class=kind.class() href=move || route.get().href()>
            {icon.map(|icon| view! { <Icon icon=icon /> })}
            <span class="button__label">{label}</span>
        </a>
    }
}

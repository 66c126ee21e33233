//! Something more about a button, below it.

use leptos::ev::{FocusEvent, KeyboardEvent};
use leptos::html;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;

/// A panel below its button. Escape and a look elsewhere close it; the focus goes back to the button with Escape.
///
/// The children are made anew each time it opens.
#[component]
pub fn Popover(
    /// Unique on the page.
    #[prop(into)]
    name: String,
    /// What the button says.
    #[prop(into)]
    label: Signal<String>,
    /// The button's classes.
    #[prop(default = "button button--secondary")]
    class: &'static str,
    /// Whether it is open.
    open: RwSignal<bool>,
    /// A drawing before the label.
    #[prop(optional, into)]
    icon: Option<super::Glyph>,
    /// Whether only the drawing is seen.
    #[prop(optional)]
    icon_only: bool,
    /// What it shows.
    children: ChildrenFn,
) -> impl IntoView {
    let (around, button) = (NodeRef::<html::Div>::new(), NodeRef::<html::Button>::new());
    let children = StoredValue::new(children);
    let id = format!("popover-{name}");
    let (controls, panel) = (id.clone(), StoredValue::new(id));
    let left = move |event: FocusEvent| {
        let to = event.related_target().and_then(|to| to.dyn_into::<web_sys::Node>().ok());
        if !around.get_untracked().is_some_and(|around| around.contains(to.as_ref())) {
            open.set(false);
        }
    };
    let keyed = move |event: KeyboardEvent| {
        if event.key() == "Escape" && open.get_untracked() {
            event.stop_propagation();
            open.set(false);
            if let Some(button) = button.get_untracked() {
                // Fails only for an element that cannot hold the focus.
                let _ = button.focus();
            }
        }
    };
    view! {
        <div class="popover" node_ref=around on:focusout=left on:keydown=keyed>
            <button
                type="button"
                class=class
                class:button--icon=icon_only
                node_ref=button
                aria-expanded=move || if open.get() { "true" } else { "false" }
                aria-controls=controls
                aria-label=move || icon_only.then(|| label.get())
                title=move || icon_only.then(|| label.get())
                on:click=move |_| open.update(|open| *open = !*open)
            >
                {icon.map(|icon| view! { <super::Icon icon=icon /> })}
                {(!icon_only).then(|| view! { <span class="button__label">{label}</span> })}
            </button>
            <Show when=move || open.get()>
                // A press on what cannot hold the focus gives it to the panel, which so stays open.
                <div class="popover__panel" id=panel.get_value() tabindex="-1" role="group" aria-label=move || label.get()>
                    {children.with_value(|children| children())}
                </div>
            </Show>
        </div>
    }
}

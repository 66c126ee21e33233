//! A question that must be answered first.

use super::{Button, ButtonKind};
use crate::texts::t;
use leptos::html;
use leptos::prelude::*;

/// Shows a dialog over the page while `open`, and no longer.
pub(crate) fn keep_open(node: NodeRef<html::Dialog>, open: RwSignal<bool>) {
    Effect::new(move |_| {
        let Some(dialog) = node.get() else { return };
        match (open.get(), dialog.open()) {
            // Fails only for a dialog outside the document, which an effect never sees.
            (true, false) => drop(dialog.show_modal()),
            (false, true) => dialog.close(),
            (true, true) | (false, false) => {}
        }
    });
}

/// Escape closes a dialog at once, and its `close` comes only with the next frame: a key in between finds it closed.
/// A file that is not chosen after all is told of in the same way, from inside, and closes nothing.
pub(crate) fn escaped(event: &web_sys::Event, open: RwSignal<bool>) {
    if event.target() == event.current_target() {
        open.set(false);
    }
}

/// The dialog was closed, unless it was opened again meanwhile.
pub(crate) fn closed(node: NodeRef<html::Dialog>, open: RwSignal<bool>) {
    if node.get_untracked().is_none_or(|dialog| !dialog.open()) {
        open.set(false);
    }
}

/// A dialog over the page. The browser keeps the focus inside and gives it back; Escape closes.
///
/// The children are made anew each time it opens.
#[component]
pub fn Dialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// What it asks.
    #[prop(into)]
    title: Signal<String>,
    /// What it shows.
    children: ChildrenFn,
) -> impl IntoView {
    let node = NodeRef::<html::Dialog>::new();
    let children = StoredValue::new(children);
    keep_open(node, open);
    view! {
        <dialog
            class="dialog"
            node_ref=node
            aria-label=move || title.get()
            on:cancel=move |event| escaped(&event, open)
            on:close=move |_| closed(node, open)
        >
            <Show when=move || open.get()>
                <div class="dialog__body">
                    <h2 class="dialog__title">{title}</h2>
                    {move || children.with_value(|children| children())}
                    // Last, so that the browser puts the focus into what is asked.
                    <div class="dialog__close">
                        <Button
                            label=move || t().frame.close
                            kind=ButtonKind::Ghost
                            icon=icondata_lu::LuX
                            icon_only=true
                            on_press=move || open.set(false)
                        />
                    </div>
                </div>
            </Show>
        </dialog>
    }
}

//! Short messages that need no answer.

use super::{Button, ButtonKind, Icon};
use crate::texts::t;
use leptos::prelude::*;
use std::time::Duration;

const TOLD: Duration = Duration::from_secs(5);
/// Something can be done about it: time to find the button.
const OFFERED: Duration = Duration::from_secs(12);
const WARNED: Duration = Duration::from_secs(9);

#[derive(Clone)]
struct Toast {
    id: u32,
    text: String,
    warning: bool,
    /// What can be done about it, in words, and the doing.
    offer: Option<(&'static str, Callback<()>)>,
}

#[derive(Clone, Copy)]
struct Shown {
    toasts: RwSignal<Vec<Toast>>,
    next: StoredValue<u32>,
}

#[cfg(target_arch = "wasm32")]
thread_local! {
    /// One page has one place for messages; tasks without an owner find it here.
    static PLACE: std::cell::Cell<Option<Shown>> = const { std::cell::Cell::new(None) };
}

/// Says that something was done.
pub fn tell(text: impl Into<String>) {
    show(text.into(), false, None);
}

/// Says that something was not done.
pub fn warn(text: impl Into<String>) {
    show(text.into(), true, None);
}

/// Says that something was done, and offers to do something about it.
pub fn offer(text: impl Into<String>, label: &'static str, act: Callback<()>) {
    show(text.into(), false, Some((label, act)));
}

fn show(text: String, warning: bool, offer: Option<(&'static str, Callback<()>)>) {
    let Some(shown) = place() else { return };
    let id = shown.next.get_value();
    shown.next.set_value(id.wrapping_add(1));
    shown.toasts.update(|toasts| toasts.push(Toast { id, text, warning, offer }));
    let until = match (warning, offer) {
        (true, _) => WARNED,
        (false, Some(_)) => OFFERED,
        (false, None) => TOLD,
    };
    set_timeout(move || shown.remove(id), until);
}

#[cfg(target_arch = "wasm32")]
fn place() -> Option<Shown> {
    PLACE.get()
}

/// Nothing is pressed while a server renders.
#[cfg(not(target_arch = "wasm32"))]
fn place() -> Option<Shown> {
    None
}

impl Shown {
    fn remove(self, id: u32) {
        self.toasts.update(|toasts| toasts.retain(|toast| toast.id != id));
    }
}

/// The place where messages appear; one on the page.
#[component]
pub fn Toasts() -> impl IntoView {
    let shown = Shown { toasts: RwSignal::new(Vec::new()), next: StoredValue::new(0) };
    #[cfg(target_arch = "wasm32")]
    PLACE.set(Some(shown));
    view! {
        <div class="toasts" id="toasts" role="status" aria-live="polite">
            <For each=move || shown.toasts.get() key=|toast| toast.id let(toast)>
                <div class="toast" class:toast--warning=toast.warning>
                    <Icon icon=if toast.warning { icondata_lu::LuTriangleAlert } else { icondata_lu::LuCheck } />
                    <span class="toast__text">{toast.text.clone()}</span>
                    {toast.offer.map(|(label, act)| {
                        let press = move || {
                            shown.remove(toast.id);
                            act.run(());
                        };
                        view! { <Button label=label.to_owned() on_press=press /> }
                    })}
                    <Button
                        label=move || t().frame.close
                        kind=ButtonKind::Ghost
                        icon=icondata_lu::LuX
                        icon_only=true
                        on_press=move || shown.remove(toast.id)
                    />
                </div>
            </For>
        </div>
    }
}

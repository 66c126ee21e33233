//! The frame that holds the provider's page, and the messages between the two.

use super::phone::phone;
use super::provider::Heard;
use super::registration::Attempt;
use crate::texts::t;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsValue;
use serde_json::Value;
use web_sys::MessageEvent;

/// The frame. Another attempt to sign in is another page in it; navigation of the application never touches it.
#[component]
pub(super) fn ProviderFrame() -> impl IntoView {
    let phone = phone();
    let registration = phone.registration;
    Effect::new(move |_| {
        let listening = window_event_listener(leptos::ev::message, move |event| {
            let Some(message) = ours(&event, registration.frame) else { return };
            let Some(attempt) = registration.attempt.get_untracked() else { return };
            for heard in attempt.adapter().hear(&message) {
                match heard {
                    Heard::Loaded => registration.loaded(),
                    Heard::Event(event) => phone.hear(event),
                    Heard::WantsTicket => registration.renew(phone),
                    Heard::Said(text) => phone.said.update(|said| said.push(text)),
                }
            }
        });
        on_cleanup(move || listening.remove());
    });
    let address = |attempt: &Attempt| format!("{}?attempt={}", attempt.adapter().page(), attempt.number);
    view! {
        {move || {
            registration
                .attempt
                .get()
                .map(|attempt| {
                    view! {
                        <iframe
                            node_ref=registration.frame
                            src=address(&attempt)
                            title=move || t().softphone.title
                            allow="microphone; autoplay"
                            hidden
                        ></iframe>
                    }
                })
        }}
    }
}

/// What the frame's page posted; nothing for messages of anybody else.
fn ours(event: &MessageEvent, frame: NodeRef<leptos::html::Iframe>) -> Option<Value> {
    let page: JsValue = frame.get_untracked()?.content_window()?.into();
    let from: JsValue = event.source()?.into();
    if from != page || event.origin() != window().location().origin().ok()? {
        return None;
    }
    serde_json::from_str(&event.data().as_string()?).ok()
}

//! Something to be taken along.

use super::fields::Labelled;
use super::{Button, toasts};
use crate::texts::t;
use leptos::prelude::*;

/// A text that cannot be changed, with a button that copies it.
#[component]
pub fn CopyField(
    /// Unique on the page.
    #[prop(into)]
    name: String,
    /// What it is.
    #[prop(into)]
    label: Signal<String>,
    /// The text.
    #[prop(into)]
    value: Signal<String>,
    /// What it is for.
    #[prop(optional, into)]
    hint: Signal<String>,
) -> impl IntoView {
    let id = format!("field-{name}");
    let hint_id = format!("{id}-hint");
    let busy = RwSignal::new(false);
    let copy = move || {
        busy.set(true);
        leptos::task::spawn_local(async move {
            let copied = copied(&value.get_untracked()).await;
            busy.set(false);
            if copied { toasts::tell(t().frame.copied) } else { toasts::warn(t().frame.not_copied) }
        });
    };
    let what = move || (t().frame.copy)(&label.get());
    view! {
        <Labelled id=id.clone() label=label required=false hint=hint error=Signal::stored(None::<String>)>
            <div class="copy-field">
                <input
                    class="field__input copy-field__text"
                    id=id
                    type="text"
                    readonly
                    value=value.get_untracked()
                    prop:value=move || value.get()
                    aria-describedby=hint_id
                />
                <Button label=what icon=icondata_lu::LuCopy icon_only=true busy=busy on_press=copy />
            </div>
        </Labelled>
    }
}

/// Whether the browser let us: it does on https and on this machine only.
async fn copied(text: &str) -> bool {
    let navigator = window().navigator();
    let has_clipboard = js_sys::Reflect::has(&navigator, &"clipboard".into()).unwrap_or(false) && is_secure();
    has_clipboard && wasm_bindgen_futures::JsFuture::from(navigator.clipboard().write_text(text)).await.is_ok()
}

fn is_secure() -> bool {
    window().is_secure_context()
}

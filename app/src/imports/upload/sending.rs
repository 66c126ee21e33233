//! Sending a file: how much is there is told as it goes, and nothing more goes once somebody stops it.

use super::Sending;
use crate::components::{form, words};
use domain::imports::{FILE_MAX, FileProblem, Import};
use domain::problem::Problem;
use leptos::prelude::*;
use leptos::wasm_bindgen::prelude::Closure;
use leptos::wasm_bindgen::{JsCast, JsValue};
use web_sys::{File, ProgressEvent, XmlHttpRequest};

/// Sends a file to be read; tells of its import once it is.
pub(super) fn send(file: &File, state: RwSignal<Sending>, arrived: Callback<Import>) {
    // The number of bytes of a file is a whole one.
    if file.size() > FILE_MAX as f64 {
        state.set(Sending::Refused(words::file(FileProblem::TooLarge).to_owned()));
        return;
    }
    state.set(Sending::Sent(0));
    if post(file, state, arrived).is_err() {
        state.set(Sending::Refused(words::problem(&Problem::Unreachable)));
    }
}

/// The one thing `fetch` cannot do is tell how much has been sent.
fn post(file: &File, state: RwSignal<Sending>, arrived: Callback<Import>) -> Result<(), JsValue> {
    let request = XmlHttpRequest::new()?;
    let name = String::from(js_sys::encode_uri_component(&file.name()));
    request.open("POST", &format!("/customers/import/upload?name={name}"))?;
    request.set_request_header("content-type", "application/octet-stream")?;
    let sent = {
        let request = request.clone();
        Closure::<dyn Fn(ProgressEvent)>::new(move |event: ProgressEvent| {
            if is_wanted(state) {
                state.set(progress(event.loaded(), event.total()));
            } else {
                // Fails only for a request that is over.
                let _ = request.abort();
            }
        })
    };
    request.upload()?.set_onprogress(Some(sent.as_ref().unchecked_ref()));
    let answered = request.clone();
    let ended = Closure::once_into_js(move || {
        drop(sent);
        if is_wanted(state) {
            end(&answered, state, arrived);
        }
    });
    request.set_onloadend(Some(ended.unchecked_ref()));
    request.send_with_opt_blob(Some(file.as_ref()))
}

/// Whether somebody still waits for it: the page may be left meanwhile.
fn is_wanted(state: RwSignal<Sending>) -> bool {
    state.try_get_untracked().is_some_and(|state| matches!(state, Sending::Sent(_) | Sending::Reading))
}

fn progress(loaded: f64, total: f64) -> Sending {
    if loaded >= total {
        return Sending::Reading;
    }
    // From 0 to 99.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share of a whole")]
    let percent = (loaded * 100.0 / total.max(1.0)) as u64;
    Sending::Sent(percent)
}

fn end(request: &XmlHttpRequest, state: RwSignal<Sending>, arrived: Callback<Import>) {
    let text = request.response_text().ok().flatten().unwrap_or_default();
    if request.status() == Ok(200)
        && let Ok(import) = serde_json::from_str::<Import>(&text)
    {
        arrived.run(import);
        return;
    }
    let problem = serde_json::from_str(&text).unwrap_or(Problem::Unreachable);
    if problem == Problem::SignedOut {
        form::to_sign_in();
    }
    state.set(Sending::Refused(words::problem(&problem)));
}

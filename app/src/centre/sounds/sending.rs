//! A file on its way to the server: the browser's older way of asking, which alone tells how far it is.

use crate::api::Fault;
use domain::centre::SOUNDS_PATH;
use domain::problem::Problem;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::JsValue;
use leptos::wasm_bindgen::closure::Closure;
use leptos_router::location::Url;
use web_sys::{ProgressEvent, XmlHttpRequest};

/// An upload under way.
#[derive(Clone)]
pub(super) struct Sending(XmlHttpRequest);

impl Sending {
    /// Begins. `progress` is told percents, `done` how it ended.
    ///
    /// # Errors
    /// When the browser does not let it begin.
    pub(super) fn begin(
        file: &web_sys::File,
        description: &str,
        progress: impl Fn(u32) + 'static,
        done: impl FnOnce(Result<(), Fault>) + 'static,
    ) -> Result<Self, JsValue> {
        let request = XmlHttpRequest::new()?;
        let (name, description) = (Url::escape(&file.name()), Url::escape(description));
        request.open("POST", &format!("{SOUNDS_PATH}?name={name}&description={description}"))?;
        let told = Closure::<dyn Fn(ProgressEvent)>::new(move |event: ProgressEvent| {
            if event.length_computable() && event.total() > 0.0 {
                progress((event.loaded() / event.total() * 100.0) as u32);
            }
        });
        request.upload()?.set_onprogress(Some(told.as_ref().unchecked_ref()));
        let answered = request.clone();
        let ended = Closure::once_into_js(move || {
            drop(told);
            done(answer(&answered));
        });
        request.set_onloadend(Some(ended.unchecked_ref()));
        request.send_with_opt_blob(Some(file))?;
        Ok(Self(request))
    }

    /// Breaks it off.
    pub(super) fn stop(&self) {
        // Fails only for a request that has not begun.
        let _ = self.0.abort();
    }
}

/// What the server says.
fn answer(request: &XmlHttpRequest) -> Result<(), Fault> {
    match request.status() {
        Ok(200..=299) => Ok(()),
        // Without a status nothing has come back.
        Ok(0) | Err(_) => Err(Fault(Problem::Unreachable)),
        Ok(_) => {
            let said = request.response_text().ok().flatten().unwrap_or_default();
            Err(Fault(serde_json::from_str(&said).unwrap_or(Problem::Unavailable)))
        }
    }
}

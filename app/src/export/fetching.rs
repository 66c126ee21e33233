//! Fetching a file bit by bit: rows are counted as they come, and nothing more comes once somebody stops it.

use super::State;
use js_sys::{Array, Reflect, Uint8Array};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, Blob, BlobPropertyBag, HtmlAnchorElement, ReadableStreamDefaultReader, RequestInit, Response, Url,
};

/// Begins; the state tells how far it is, and stops it when it says so.
pub(super) fn start(file: String, state: RwSignal<State>) {
    state.set(State::Running(0, 0));
    spawn_local(async move {
        let end = match fetch(&file, state).await {
            Ok(Some(rows)) => State::Done(rows),
            Ok(None) => State::Stopped,
            Err(_) => State::Failed,
        };
        // The dialog may be gone.
        let _ = state.try_set(end);
    });
}

/// The number of rows; none when it was stopped.
async fn fetch(file: &str, state: RwSignal<State>) -> Result<Option<u64>, JsValue> {
    let abort = AbortController::new()?;
    let wish = RequestInit::new();
    wish.set_signal(Some(&abort.signal()));
    let response: Response = JsFuture::from(window().fetch_with_str_and_init(file, &wish)).await?.dyn_into()?;
    if !response.ok() {
        return Err(JsValue::from(response.status()));
    }
    let total = response.headers().get("x-total")?.and_then(|total| total.parse().ok()).unwrap_or(0);
    let kind = response.headers().get("content-type")?.unwrap_or_default();
    let is_text = kind.starts_with("text/");
    let body = response.body().ok_or(JsValue::NULL)?;
    let reader: ReadableStreamDefaultReader = body.get_reader().dyn_into()?;
    let (parts, mut rows) = (Array::new(), Rows::default());
    loop {
        if !is_wanted(state) {
            abort.abort();
            return Ok(None);
        }
        let piece = JsFuture::from(reader.read()).await?;
        if Reflect::get(&piece, &"done".into())?.is_truthy() {
            break;
        }
        let bytes: Uint8Array = Reflect::get(&piece, &"value".into())?.dyn_into()?;
        parts.push(&bytes);
        if is_text {
            rows.count(&bytes.to_vec());
        }
        if is_wanted(state) {
            state.set(if is_text { State::Running(rows.rows(), total) } else { State::Packing(total) });
        }
    }
    keep(&parts, &kind, &name(&response)?)?;
    Ok(Some(if is_text { rows.rows() } else { total }))
}

/// Whether somebody still waits for it.
fn is_wanted(state: RwSignal<State>) -> bool {
    state.try_get_untracked().is_some_and(State::is_running)
}

/// What the server calls the file.
fn name(response: &Response) -> Result<String, JsValue> {
    let said = response.headers().get("content-disposition")?.unwrap_or_default();
    Ok(said.split('"').nth(1).unwrap_or("alo.csv").to_owned())
}

/// Hands the file to the browser, which saves it as it saves every download.
fn keep(parts: &Array, kind: &str, name: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let address = Url::create_object_url_with_blob(&Blob::new_with_u8_array_sequence_and_options(parts, &options)?)?;
    let link: HtmlAnchorElement = document().create_element("a")?.dyn_into()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&address)
}

/// Counts the lines of a file as they come; a line break between quotation marks ends none.
#[derive(Default)]
struct Rows {
    lines: u64,
    quoted: bool,
}

impl Rows {
    fn count(&mut self, bytes: &[u8]) {
        for byte in bytes {
            match byte {
                b'"' => self.quoted = !self.quoted,
                b'\n' if !self.quoted => self.lines += 1,
                _ => {}
            }
        }
    }

    /// Without the heads of the columns.
    fn rows(&self) -> u64 {
        self.lines.saturating_sub(1)
    }
}

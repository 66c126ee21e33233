//! The microphone: asked for when the voice is taken, so that the first call finds it open. Once it was granted, ring
//! tone and voices may sound without a click as well.

use leptos::prelude::window;
use leptos::wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{MediaStream, MediaStreamConstraints, MediaStreamTrack};

/// Asks for the microphone and gives it back at once. `false` when it is refused, missing, or the page is not on a
/// secure address.
pub(super) async fn ask() -> bool {
    open().await.is_ok()
}

async fn open() -> Result<(), JsValue> {
    let constraints = MediaStreamConstraints::new();
    constraints.set_audio(&JsValue::TRUE);
    let promise = window().navigator().media_devices()?.get_user_media_with_constraints(&constraints)?;
    let stream: MediaStream = JsFuture::from(promise).await?.dyn_into()?;
    for track in stream.get_tracks() {
        track.unchecked_into::<MediaStreamTrack>().stop();
    }
    Ok(())
}

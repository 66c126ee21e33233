//! Where a page begins, as opaque text.

use super::{Answer, Fault};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::paging::Cursor;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// The place as text.
pub(crate) fn write(place: &impl Serialize) -> Answer<Cursor> {
    let json = serde_json::to_vec(place).map_err(|_| Fault::Stored("cursor"))?;
    Ok(Cursor(URL_SAFE_NO_PAD.encode(json)))
}

/// The place of a text; `None` when it is not one of ours.
pub(crate) fn read<T: DeserializeOwned>(cursor: &Cursor) -> Option<T> {
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(&cursor.0).ok()?).ok()
}

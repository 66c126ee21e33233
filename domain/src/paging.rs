//! Pages of long lists by key, never by offset.

use serde::{Deserialize, Serialize};

/// Where the next page begins: opaque outside the database room.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Cursor(pub String);

/// One page and where the next begins.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Page<T> {
    /// The rows, in order.
    pub rows: Vec<T>,
    /// `None` on the last page.
    pub next: Option<Cursor>,
}

impl<T> Page<T> {
    /// A page with no rows and nothing after it.
    pub fn empty() -> Self {
        Self { rows: Vec::new(), next: None }
    }
}

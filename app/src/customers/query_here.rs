//! The query of the page one is on.

use leptos::prelude::*;
use leptos_router::hooks::{use_location, use_query_map};
use leptos_router::params::ParamsMap;

/// The query of this page's address. On the way to another page the address is that page's already while this one is
/// still shown: it then keeps its last query, and asks for nothing anew.
pub(crate) fn query_here() -> Memo<ParamsMap> {
    let (path, query) = (use_location().pathname, use_query_map());
    let here = path.get_untracked();
    Memo::new(move |before: Option<&ParamsMap>| match before {
        Some(before) if path.with(|path| *path != here) => before.clone(),
        _ => query.get(),
    })
}

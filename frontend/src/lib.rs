//! The browser's half: takes over the page that the server wrote.

use leptos::mount::hydrate_body;
use leptos::prelude::*;

/// Called once by the page's script.
#[wasm_bindgen::prelude::wasm_bindgen]
pub async fn hydrate() {
    console_error_panic_hook::set_once();
    if app::first_page_is_there().await {
        hydrate_body(|| view! { <app::App /> });
    }
}

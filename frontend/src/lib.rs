//! The browser's half: takes over the page that the server wrote.

mod typed;

use leptos::mount::hydrate_body;
use leptos::prelude::*;
use leptos::task::tick;
use typed::Typed;

/// Called once by the page's script.
#[wasm_bindgen::prelude::wasm_bindgen]
pub async fn hydrate() {
    console_error_panic_hook::set_once();
    if app::first_page_is_there().await {
        let typed = Typed::so_far();
        hydrate_body(|| view! { <app::App /> });
        tick().await; // parts that wait for an answer come to life after the rest
        typed.again();
    }
}

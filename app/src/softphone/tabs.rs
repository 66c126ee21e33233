//! Whether the telephone is open in another tab of this browser: a new tab must not take the voice from it, which would
//! cut off a live call there. Told by Web Locks, which the browser itself takes back when a tab dies.

use js_sys::{Array, Function, Object, Promise, Reflect};
use leptos::prelude::window;
use leptos::wasm_bindgen::prelude::Closure;
use leptos::wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Held by every tab with the telephone, together.
const NAME: &str = "alo.telephone";

/// Whether another tab holds the telephone; from now on this one does. `false` where the browser cannot say.
pub(super) async fn join() -> bool {
    let Ok(locks) = Reflect::get(&window().navigator(), &"locks".into()) else { return false };
    let others = held(&locks).await.unwrap_or(false);
    // Refused only where there are no locks at all.
    let _ = hold(&locks);
    others
}

async fn held(locks: &JsValue) -> Result<bool, JsValue> {
    let query: Function = Reflect::get(locks, &"query".into())?.dyn_into()?;
    let answer: Promise = query.call0(locks)?.dyn_into()?;
    let held: Array = Reflect::get(&JsFuture::from(answer).await?, &"held".into())?.dyn_into()?;
    let name = |lock: JsValue| Reflect::get(&lock, &"name".into()).ok().and_then(|name| name.as_string());
    Ok(held.iter().filter_map(name).any(|held| held == NAME))
}

/// The lock is kept as long as what the function returns is not settled: until the tab is gone.
fn hold(locks: &JsValue) -> Result<(), JsValue> {
    let request: Function = Reflect::get(locks, &"request".into())?.dyn_into()?;
    let options = Object::new();
    Reflect::set(&options, &"mode".into(), &"shared".into())?;
    let forever = Closure::once_into_js(|| Promise::new(&mut |_, _| {}));
    request.call3(locks, &NAME.into(), &options, &forever).map(drop)
}

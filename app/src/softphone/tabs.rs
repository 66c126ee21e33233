//! Which tab of this browser has the telephone: the one that holds a lock of the browser's own, which the browser takes
//! back by itself when a tab dies. Where the browser has no locks, every tab believes to be the only one, and the server
//! alone decides between them.

use js_sys::{Function, Object, Promise, Reflect};
use leptos::prelude::window;
use leptos::wasm_bindgen::prelude::Closure;
use leptos::wasm_bindgen::{JsCast, JsValue};
use std::cell::RefCell;
use std::time::Duration;
use wasm_bindgen_futures::JsFuture;

thread_local! {
    /// Gives the lock back; a page holds one at most.
    static HELD: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// How long to wait for the lock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Patience {
    /// Not at all.
    None,
    /// So long.
    For(Duration),
    /// It is taken from a tab that does not answer.
    Steal,
}

/// Takes the lock of this name; answers whether this tab holds it now. `lost` is called when another tab steals it.
pub(super) async fn take(name: &str, patience: Patience, lost: impl FnOnce() + 'static) -> bool {
    give_back();
    let Some(locks) = locks() else { return true };
    let Ok(asked) = ask(&locks, name, patience, lost) else { return true };
    JsFuture::from(asked).await.is_ok_and(|held| held == JsValue::TRUE)
}

/// Gives the lock back, if this tab holds it.
pub(super) fn give_back() {
    if let Some(give_back) = HELD.take() {
        // Settles a promise: that cannot fail.
        let _ = give_back.call0(&JsValue::UNDEFINED);
    }
}

/// Takes the lock of this name once nobody holds it, and keeps it for as long as the page lives; says when it has it. Where
/// the browser has no locks, every tab has it.
pub(crate) fn keep_lock(name: &str, held: impl FnOnce() + 'static) {
    let Some(locks) = locks() else { return held() };
    let granted = Closure::once_into_js(move || {
        held();
        JsValue::from(Promise::new(&mut |_, _| {}))
    });
    let asked = request(&locks).and_then(|request| request.call2(&locks, &name.into(), &granted));
    // Refused only while the page is being left.
    drop(asked);
}

/// Returns when nobody holds the lock; somebody else may take it at once.
pub(super) async fn until_free(name: &str) -> bool {
    let Some(locks) = locks() else { return false };
    let pass = Closure::once_into_js(|| JsValue::UNDEFINED);
    let granted = request(&locks).and_then(|request| request.call2(&locks, &name.into(), &pass)?.dyn_into::<Promise>());
    match granted {
        Ok(granted) => JsFuture::from(granted).await.is_ok(),
        Err(_) => false,
    }
}

fn locks() -> Option<JsValue> {
    Reflect::get(&window().navigator(), &"locks".into()).ok().filter(JsValue::is_object)
}

fn request(locks: &JsValue) -> Result<Function, JsValue> {
    Reflect::get(locks, &"request".into())?.dyn_into()
}

/// Settled with `true` once the lock is held, with `false` when it is not given.
///
/// The lock is kept as long as what its function returns is not settled.
fn ask(locks: &JsValue, name: &str, patience: Patience, lost: impl FnOnce() + 'static) -> Result<Promise, JsValue> {
    let (request, options) = (request(locks)?, options(patience)?);
    let (mut settle, mut called) = (None, Err(JsValue::UNDEFINED));
    let answered = Promise::new(&mut |resolve, _| {
        settle = Some(resolve.clone());
        let granted = Closure::once_into_js(move |lock: JsValue| {
            let held = !lock.is_null();
            // Settles a promise: that cannot fail.
            let _ = resolve.call1(&JsValue::UNDEFINED, &held.into());
            if held { keep() } else { JsValue::UNDEFINED }
        });
        called = request.call3(locks, &name.into(), &options, &granted);
    });
    let refused = Closure::once_into_js(move || match settle {
        // Not held yet: the patience is over.
        Some(resolve) if HELD.with_borrow(Option::is_none) => drop(resolve.call1(&JsValue::UNDEFINED, &false.into())),
        _ => {
            HELD.take();
            lost();
        }
    });
    let under_way: Promise = called?.dyn_into()?;
    let on_refusal = Reflect::get(&under_way, &"catch".into())?.dyn_into::<Function>()?;
    on_refusal.call1(&under_way, &refused)?;
    Ok(answered)
}

/// What the browser waits for before it gives the lock to the next.
fn keep() -> JsValue {
    Promise::new(&mut |resolve, _| HELD.set(Some(resolve))).into()
}

fn options(patience: Patience) -> Result<Object, JsValue> {
    let options = Object::new();
    match patience {
        Patience::None => Reflect::set(&options, &"ifAvailable".into(), &true.into())?,
        Patience::Steal => Reflect::set(&options, &"steal".into(), &true.into())?,
        Patience::For(time) => Reflect::set(&options, &"signal".into(), &signal_after(time)?)?,
    };
    Ok(options)
}

/// Tells the browser to wait no longer.
fn signal_after(time: Duration) -> Result<JsValue, JsValue> {
    let signals = Reflect::get(&window(), &"AbortSignal".into())?;
    let timeout: Function = Reflect::get(&signals, &"timeout".into())?.dyn_into()?;
    timeout.call1(&signals, &f64::from(u32::try_from(time.as_millis()).unwrap_or(u32::MAX)).into())
}

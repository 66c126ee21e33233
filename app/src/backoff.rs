//! How long to wait before something that failed is tried again.

use js_sys::Promise;
use leptos::prelude::window;
use std::time::Duration;
use wasm_bindgen_futures::JsFuture;

/// The longest pause, in seconds.
const LONGEST: u64 = 60;

/// `first` seconds after the first failure, then twice as long each time, up to a minute.
pub(crate) fn pause(first: u64, failures: u32) -> Duration {
    let doubled = 1_u64.checked_shl(failures.saturating_sub(1)).unwrap_or(LONGEST);
    Duration::from_secs(first.saturating_mul(doubled).min(LONGEST))
}

/// Waits.
pub(crate) async fn sleep(time: Duration) {
    let millis = i32::try_from(time.as_millis()).unwrap_or(i32::MAX);
    let over = Promise::new(&mut |resolve, _| {
        // Fails only for what is no function.
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, millis);
    });
    // Never refused.
    let _ = JsFuture::from(over).await;
}

#[cfg(test)]
mod tests {
    use super::pause;

    #[test]
    fn pauses_grow_up_to_a_minute() {
        assert_eq!([1, 2, 3, 6, 7, 40, 90].map(|failures| pause(1, failures).as_secs()), [1, 2, 4, 32, 60, 60, 60]);
        assert_eq!([1, 2, 5, 6].map(|failures| pause(2, failures).as_secs()), [2, 4, 32, 60]);
    }
}

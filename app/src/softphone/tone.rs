//! The ring tone: made, not loaded, so that it sounds at once. Vietnam's cadence: 425 Hz, one second on, four off.

use leptos::wasm_bindgen::JsValue;
use std::cell::RefCell;
use web_sys::AudioContext;

const PITCH_HZ: f32 = 425.0;
const LOUDNESS: f32 = 0.2;
const ON_S: f64 = 1.0;
const PERIOD_S: f64 = 5.0;
/// Long enough for any provider to give up ringing.
const RINGS: u32 = 60;

thread_local! {
    /// One page has one bell.
    static BELL: RefCell<Option<AudioContext>> = const { RefCell::new(None) };
}

/// Begins to ring. Silent where the browser does not let pages sound yet: the call is announced in other ways too.
pub(super) fn start() {
    stop();
    BELL.set(ring().ok());
}

/// Stops ringing.
pub(super) fn stop() {
    if let Some(bell) = BELL.take() {
        // Fails only for a bell that is closed already.
        let _ = bell.close();
    }
}

fn ring() -> Result<AudioContext, JsValue> {
    let context = AudioContext::new()?;
    let (oscillator, gain) = (context.create_oscillator()?, context.create_gain()?);
    oscillator.frequency().set_value(PITCH_HZ);
    let loudness = gain.gain();
    loudness.set_value(0.0);
    for ring in 0..RINGS {
        let begin = context.current_time() + f64::from(ring) * PERIOD_S;
        loudness.set_value_at_time(LOUDNESS, begin)?;
        loudness.set_value_at_time(0.0, begin + ON_S)?;
    }
    oscillator.connect_with_audio_node(&gain)?;
    gain.connect_with_audio_node(&context.destination())?;
    oscillator.start()?;
    Ok(context)
}

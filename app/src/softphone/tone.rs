//! The ring tone: made, not loaded, so that it sounds at once. Vietnam's cadence: 425 Hz, one second on, four off.

use leptos::wasm_bindgen::JsValue;
use std::cell::RefCell;
use web_sys::{AudioContext, OscillatorNode};

const PITCH_HZ: f32 = 425.0;
const LOUDNESS: f32 = 0.2;
const ON_S: f64 = 1.0;
const PERIOD_S: f64 = 5.0;
/// Long enough for any provider to give up ringing.
const RINGS: u32 = 60;

thread_local! {
    /// One page has one bell. It sleeps between calls: made anew for each, it would be made while the card is drawn.
    static BELL: RefCell<Option<Bell>> = const { RefCell::new(None) };
}

struct Bell {
    context: AudioContext,
    rings: Option<OscillatorNode>,
}

/// Begins to ring. Silent where the browser does not let pages sound yet: the call is announced in other ways too.
pub(super) fn start() {
    stop();
    BELL.with_borrow_mut(|bell| {
        if bell.is_none() {
            *bell = AudioContext::new().ok().map(|context| Bell { context, rings: None });
        }
        if let Some(bell) = bell {
            // The browser says itself, later, that it does not let the page sound.
            let _ = bell.context.resume();
            bell.rings = ring(&bell.context).ok();
        }
    });
}

/// Stops ringing.
pub(super) fn stop() {
    BELL.with_borrow_mut(|bell| {
        let Some(bell) = bell else { return };
        if let Some(rings) = bell.rings.take() {
            // Fails only for one that was never started.
            let _ = rings.stop();
            let _ = bell.context.suspend();
        }
    });
}

fn ring(context: &AudioContext) -> Result<OscillatorNode, JsValue> {
    let (oscillator, gain) = (context.create_oscillator()?, context.create_gain()?);
    oscillator.frequency().set_value(PITCH_HZ);
    let loudness = gain.gain();
    loudness.set_value(0.0);
    let now = context.current_time();
    for ring in 0..RINGS {
        let begin = now + f64::from(ring) * PERIOD_S;
        loudness.set_value_at_time(LOUDNESS, begin)?;
        loudness.set_value_at_time(0.0, begin + ON_S)?;
    }
    oscillator.connect_with_audio_node(&gain)?;
    gain.connect_with_audio_node(&context.destination())?;
    oscillator.start()?;
    Ok(oscillator)
}

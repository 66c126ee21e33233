//! Listening to a sound.

use super::{Button, ButtonKind, Icon};
use crate::texts::t;
use domain::times;
use leptos::prelude::*;

/// How fast it may be played.
const SPEEDS: [(&str, f64); 4] = [("1", 1.0), ("1.25", 1.25), ("1.5", 1.5), ("2", 2.0)];

/// What a player shows.
#[derive(Clone, Copy)]
struct Playing {
    audio: NodeRef<leptos::html::Audio>,
    runs: RwSignal<bool>,
    failed: RwSignal<bool>,
    /// Whether the sound of this listening was asked for.
    begun: RwSignal<bool>,
    /// Whole seconds.
    at: RwSignal<i64>,
    /// Whole seconds.
    length: RwSignal<i64>,
    speed: RwSignal<f64>,
}

impl Playing {
    /// Plays on, from the beginning of a new listening where none is under way.
    fn play(self, source: Callback<(), String>) {
        let Some(audio) = self.audio.get_untracked() else { return };
        if !self.begun.get_untracked() {
            audio.set_src(&source.run(()));
            audio.set_default_playback_rate(self.speed.get_untracked());
            let at = self.at.get_untracked();
            if at < self.length.get_untracked() {
                audio.set_current_time(at as f64);
            }
            self.begun.set(true);
        }
        self.failed.set(false);
        audio.set_playback_rate(self.speed.get_untracked());
        if let Ok(promise) = audio.play() {
            // Refused only while the sound cannot be fetched: the player's own event tells of that.
            leptos::task::spawn_local(async move { drop(wasm_bindgen_futures::JsFuture::from(promise).await) });
        }
    }

    fn pause(self) {
        if let Some(audio) = self.audio.get_untracked() {
            // Never refused.
            let _ = audio.pause();
        }
    }

    fn seek(self, second: i64) {
        self.at.set(second);
        if let Some(audio) = self.audio.get_untracked() {
            audio.set_current_time(second as f64);
        }
    }

    fn choose_speed(self, speed: f64) {
        self.speed.set(speed);
        if let Some(audio) = self.audio.get_untracked() {
            audio.set_playback_rate(speed);
        }
    }

    fn ticked(self) {
        let Some(audio) = self.audio.get_untracked() else { return };
        self.at.set(audio.current_time() as i64);
        let length = audio.duration();
        if length.is_finite() && length > 0.0 {
            self.length.set(length.round() as i64);
        }
    }

    fn lost(self) {
        // An element without an address reports an error of its own.
        if self.begun.get_untracked() {
            self.begun.set(false);
            self.runs.set(false);
            self.failed.set(true);
        }
    }

    fn over(self) {
        self.runs.set(false);
        // Played once more it is another listening.
        self.begun.set(false);
    }
}

/// Our own controls around the browser's player.
#[component]
pub fn Player(
    /// What is heard.
    #[prop(into)]
    label: Signal<String>,
    /// Where it is heard from; asked at the beginning of each listening.
    #[prop(into)]
    source: Callback<(), String>,
    /// How long it is said to be, in milliseconds.
    length_ms: i64,
    /// Whether it is known that it cannot be heard.
    #[prop(optional)]
    failed: bool,
    /// Whether it may be heard faster.
    #[prop(optional)]
    speeds: bool,
) -> impl IntoView {
    let playing = Playing {
        audio: NodeRef::new(),
        runs: RwSignal::new(false),
        failed: RwSignal::new(failed),
        begun: RwSignal::new(false),
        at: RwSignal::new(0),
        length: RwSignal::new((length_ms / times::SECOND).max(1)),
        speed: RwSignal::new(1.0),
    };
    let press = move || if playing.runs.get_untracked() { playing.pause() } else { playing.play(source) };
    view! {
        <div class="player" role="group" aria-label=label>
            <audio
                node_ref=playing.audio
                preload="none"
                on:play=move |_| playing.runs.set(true)
                on:pause=move |_| playing.runs.set(false)
                on:timeupdate=move |_| playing.ticked()
                on:loadedmetadata=move |_| playing.ticked()
                on:ended=move |_| playing.over()
                on:error=move |_| playing.lost()
            ></audio>
            <Button
                label=Signal::derive(move || {
                    let words = &t().calls.recording;
                    if playing.runs.get() { words.pause } else { words.play }.to_owned()
                })
                kind=ButtonKind::Primary
                icon=Signal::derive(move || {
                    if playing.runs.get() { icondata_lu::LuPause } else { icondata_lu::LuPlay }
                })
                icon_only=true
                on_press=press
            />
            <Position playing=playing />
            {speeds.then(|| view! { <Speed playing=playing /> })}
        </div>
        <Show when=move || playing.failed.get()>
            <div class="notice notice--warn" role="alert">
                <Icon icon=icondata_lu::LuTriangleAlert />
                <p>{move || t().calls.recording.failed}</p>
                <Button label=move || t().calls.recording.retry on_press=press />
            </div>
        </Show>
    }
}

#[component]
fn Position(playing: Playing) -> impl IntoView {
    let clock = |seconds: i64| times::duration(seconds * times::SECOND);
    let said = move || (t().calls.recording.of)(&clock(playing.at.get()), &clock(playing.length.get()));
    view! {
        <input
            class="player__position"
            type="range"
            min="0"
            max=move || playing.length.get()
            step="1"
            prop:value=move || playing.at.get().to_string()
            aria-label=move || t().calls.recording.position
            aria-valuetext=said
            on:input=move |event| {
                if let Ok(second) = event_target_value(&event).parse() {
                    playing.seek(second);
                }
            }
        />
        <span class="player__time" aria-hidden="true">
            {move || format!("{} / {}", clock(playing.at.get()), clock(playing.length.get()))}
        </span>
    }
}

#[component]
fn Speed(playing: Playing) -> impl IntoView {
    let choices = SPEEDS.map(|(word, speed)| {
        view! { <option value=word selected=move || playing.speed.get() == speed>{format!("{word}×")}</option> }
    });
    view! {
        <select
            class="field__input field__input--select player__speed"
            aria-label=move || t().calls.recording.speed
            on:change=move |event| {
                let chosen = event_target_value(&event);
                if let Some((_, speed)) = SPEEDS.iter().find(|(word, _)| *word == chosen) {
                    playing.choose_speed(*speed);
                }
            }
        >
            {choices}
        </select>
    }
}

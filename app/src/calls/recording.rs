//! Listening to a call. The sound comes from our own server; each listening has a name, under which it is written down
//! once.

use super::api::get_recording_state;
use crate::components::Player;
use crate::live;
use crate::nested;
use crate::softphone::fresh_id;
use crate::texts::t;
use domain::calls::{CallRow, RecordingState};
use domain::ids::CallId;
use domain::live::Push;
use leptos::prelude::*;

/// The recording of a call: nothing where there is none, and none will come.
#[component]
pub(super) fn Recording(
    /// The call.
    call: CallRow,
) -> impl IntoView {
    let CallRow { id, talk_ms, .. } = call;
    let asked = id.clone();
    let state = nested::resource(move || asked.clone(), get_recording_state);
    let mine = id.clone();
    live::on(move |push| {
        let concerns = matches!(push, Push::Call { call, .. } if *call == mine) || matches!(push, Push::Everything);
        // Once it is there, nothing more will come, and whoever listens is not disturbed.
        let waits = !matches!(state.get_untracked(), Some(Ok(RecordingState::Ready | RecordingState::Failed)));
        if concerns && waits {
            state.refetch();
        }
    });
    view! {
        <Transition>
            {move || {
                let id = id.clone();
                Suspend::new(async move {
                    match state.await {
                        Ok(RecordingState::None) | Err(_) => ().into_any(),
                        Ok(known) => view! { <Panel call=id known=known talk_ms=talk_ms /> }.into_any(),
                    }
                })
            }}
        </Transition>
    }
}

#[component]
fn Panel(call: CallId, known: RecordingState, talk_ms: i64) -> impl IntoView {
    view! {
        <section class="recording" aria-labelledby="recording-heading">
            <h2 class="section-heading" id="recording-heading">
                {move || t().calls.recording.title}
            </h2>
            {match known {
                RecordingState::Awaited => {
                    view! { <p class="recording__note" role="status">{move || t().calls.recording.awaited}</p> }.into_any()
                }
                _ => {
                    let failed = known == RecordingState::Failed;
                    let source = move || format!("/calls/{call}/recording?listening={}", fresh_id());
                    view! {
                        <Player
                            label=move || t().calls.recording.title
                            source=Callback::new(move |()| source())
                            length_ms=talk_ms
                            failed=failed
                            speeds=true
                        />
                    }
                        .into_any()
                }
            }}
        </section>
    }
}

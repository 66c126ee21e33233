//! Work on an import that is under way.

use super::api::stop_import;
use super::words::{count, state};
use crate::components::Button;
use crate::components::form::{send, tell};
use crate::texts::t;
use domain::imports::{Import, State};
use leptos::prelude::*;

/// How far it is, and a way to stop it.
#[component]
pub(super) fn Progress(
    /// The import.
    import: RwSignal<Import>,
) -> impl IntoView {
    let busy = RwSignal::new(false);
    let how_far = Memo::new(move |_| import.with(Import::progress));
    let is_stoppable = move || import.with(|import| matches!(import.state, State::Checking | State::Running));
    let stop = move || {
        let id = import.with_untracked(|import| import.id.clone());
        send(busy, stop_import(id), move |answer| match answer {
            Ok(now) => import.set(now),
            Err(fault) => tell(&fault),
        });
    };
    let words = move || {
        let (done, of) = how_far.get();
        (t().imports.progress)(&count(done), &count(of))
    };
    view! {
        <section class="panel" aria-labelledby="import-progress">
            <h2 class="panel__title" id="import-progress">{move || state(import.with(|import| import.state))}</h2>
            <progress
                class="imports__progress"
                max=move || how_far.get().1.max(1).to_string()
                value=move || how_far.get().0.to_string()
                aria-labelledby="import-progress"
            ></progress>
            <p role="status" class="imports__how-far">{words}</p>
            <p class="panel__text">{move || t().imports.leave}</p>
            <Show when=is_stoppable>
                <div class="form__actions">
                    <Button label=move || t().imports.stop icon=icondata_lu::LuCircleStop busy=busy on_press=stop />
                </div>
            </Show>
        </section>
    }
}

//! Where in an import one is.

use crate::texts::t;
use domain::imports::State;
use leptos::prelude::*;

/// File, columns, check, result; the one that is now is marked.
#[component]
pub(super) fn Steps(
    /// How far the import is.
    #[prop(into)]
    state: Signal<State>,
    /// Whether the columns are being looked at again.
    #[prop(into)]
    planning: Signal<bool>,
) -> impl IntoView {
    let here = Memo::new(move |_| match state.get() {
        _ if planning.get() => 1,
        State::Reading => 0,
        State::Ready => 1,
        State::Checking | State::Checked => 2,
        State::Running | State::Stopped | State::Done | State::Undoing | State::Undone => 3,
    });
    let step = move |at: usize, label: fn() -> &'static str| {
        view! {
            <li
                class="steps__step"
                class:is-done=move || { here.get() > at }
                aria-current=move || (here.get() == at).then_some("step")
            >
                {label}
            </li>
        }
    };
    view! {
        <ol class="steps" aria-label=move || t().imports.steps>
            {step(0, || t().imports.step_file)}
            {step(1, || t().imports.step_columns)}
            {step(2, || t().imports.step_check)}
            {step(3, || t().imports.step_result)}
        </ol>
    }
}

//! What would come of an import, or has, in numbers.

use super::words::count;
use crate::texts::t;
use domain::imports::{Import, State};
use leptos::prelude::*;

/// Four numbers, or three of an import that was undone.
#[component]
pub(super) fn CountsView(
    /// The import.
    #[prop(into)]
    import: Signal<Import>,
) -> impl IntoView {
    let figures = move || {
        let (words, import) = (&t().imports, import.get());
        let (counts, undone) = (import.counts, import.undone);
        match import.state {
            State::Undone => vec![
                (words.gone, undone.gone, ""),
                (words.restored, undone.restored, ""),
                (words.kept, undone.kept, words.kept_text),
            ],
            _ => vec![
                (words.created, counts.created, ""),
                (words.matched, counts.matched, ""),
                (words.skipped, counts.skipped, ""),
                (words.rejected, counts.rejected, ""),
            ],
        }
    };
    let figure = |(label, number, text): (&'static str, u64, &'static str)| {
        view! {
            <div class="import-figure" class:is-none={number == 0}>
                <dt class="import-figure__label">{label}</dt>
                <dd class="import-figure__number">{count(number)}</dd>
                {(!text.is_empty()).then(|| view! { <dd class="import-figure__text">{text}</dd> })}
            </div>
        }
    };
    view! { <dl class="import-figures">{move || figures().into_iter().map(figure).collect_view()}</dl> }
}

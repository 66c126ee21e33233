//! How a file of text is written: as it was guessed, or as somebody knows better.

use super::api::reread_import;
use super::words::{delimiter, encoding};
use crate::components::form::{send, tell};
use crate::components::{Select, toasts};
use crate::texts::t;
use domain::ids::ImportId;
use domain::imports::{DELIMITERS, ENCODINGS, Sheet, Source};
use leptos::prelude::*;

/// What can be chosen of a file of text; of a workbook there is nothing to choose.
#[component]
pub(super) fn Written(
    /// Which import.
    id: ImportId,
    /// How its file was read.
    source: Source,
    /// Told what it holds when it is read in another way.
    on_reread: Callback<Sheet>,
) -> impl IntoView {
    match source {
        Source::Csv { encoding, delimiter } => {
            view! { <Choices id=id encoding=encoding delimiter=delimiter on_reread=on_reread /> }.into_any()
        }
        Source::Xlsx => view! { <p class="field__hint">{move || t().imports.read_as_xlsx}</p> }.into_any(),
    }
}

#[component]
fn Choices(id: ImportId, encoding: String, delimiter: char, on_reread: Callback<Sheet>) -> impl IntoView {
    let guessed = StoredValue::new(encoding.clone());
    let (code, between) = (RwSignal::new(encoding.clone()), RwSignal::new(delimiter.to_string()));
    // As it was read last.
    let read = RwSignal::new((encoding, delimiter.to_string()));
    let busy = RwSignal::new(false);
    Effect::new(move |_| {
        let how = (code.get(), between.get());
        if busy.get() || read.with_untracked(|read| *read == how) {
            return;
        }
        send(busy, reread_import(id.clone(), source(&how)), move |answer| match answer {
            Ok(sheet) => {
                read.set(how);
                toasts::tell(t().written.reread);
                on_reread.run(sheet);
            }
            Err(fault) => {
                let (was, stood) = read.get_untracked();
                code.set(was);
                between.set(stood);
                tell(&fault);
            }
        });
    });
    view! {
        <div class="imports__written" aria-busy=move || busy.get().to_string()>
            <Select
                name="encoding"
                label=move || t().written.encoding
                value=code
                options=Signal::derive(move || guessed.with_value(|guessed| encodings(guessed)))
                hint=move || t().written.encoding_hint
            />
            <Select
                name="delimiter"
                label=move || t().written.delimiter
                value=between
                options=Signal::derive(delimiters)
                hint=move || t().written.delimiter_hint
            />
        </div>
    }
}

fn source((encoding, delimiter): &(String, String)) -> Source {
    Source::Csv { encoding: encoding.clone(), delimiter: delimiter.chars().next().unwrap_or(',') }
}

/// Those that are offered; also the guessed one, which may be rare.
fn encodings(guessed: &str) -> Vec<(String, String)> {
    let rare = Some(guessed).filter(|guessed| !ENCODINGS.contains(guessed));
    ENCODINGS.into_iter().chain(rare).map(|name| (name.to_owned(), encoding(name))).collect()
}

fn delimiters() -> Vec<(String, String)> {
    DELIMITERS.into_iter().map(|one| (one.to_string(), delimiter(one))).collect()
}

//! The twelve keys of a telephone.

use crate::texts::t;
use leptos::prelude::*;

/// Row by row, with the letters that stand on them.
const KEYS: [(char, &str); 12] = [
    ('1', ""),
    ('2', "ABC"),
    ('3', "DEF"),
    ('4', "GHI"),
    ('5', "JKL"),
    ('6', "MNO"),
    ('7', "PQRS"),
    ('8', "TUV"),
    ('9', "WXYZ"),
    ('*', ""),
    ('0', ""),
    ('#', ""),
];

/// The keys.
#[component]
pub(super) fn Keypad(
    /// Told which was pressed.
    #[prop(into)]
    on_key: Callback<char>,
) -> impl IntoView {
    let key = move |(key, letters): (char, &'static str)| {
        view! {
            <button
                type="button"
                class="keypad__key"
                aria-label=move || (t().softphone.key)(key)
                on:click=move |_| on_key.run(key)
            >
                <span class="keypad__digit">{key.to_string()}</span>
                <span class="keypad__letters">{letters}</span>
            </button>
        }
    };
    view! {
        <div class="keypad" role="group" aria-label=move || t().softphone.keys>
            {KEYS.map(key).into_iter().collect_view()}
        </div>
    }
}

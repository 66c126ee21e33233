//! The palette over the page: a field, and what can be chosen by keys or a press.

use super::acts::doing;
use super::lines::{Line, groups};
use super::list::{LIST, Lines, id};
use super::recent::{opened, record_at};
use super::state::{Palette, palette};
use crate::components::dialog::{closed, escaped, keep_open};
use crate::components::{Button, ButtonKind, Icon};
use crate::fetched::{Part, fetched};
use crate::surroundings::viewer;
use crate::texts::t;
use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use std::time::Duration;

/// How long after the last key a search starts.
const PAUSE: Duration = Duration::from_millis(60);

fetched! {
    palette {
        inside((Palette, RwSignal<bool>)) = |(palette, keys)| view! { <Inside palette=palette keys=keys /> }.into_any();
    }
}

/// Opens with Ctrl+K or Cmd+K from anywhere; the browser keeps the focus inside and gives it back.
#[component]
pub(crate) fn PaletteWindow(
    /// Shows which keys there are.
    keys: RwSignal<bool>,
) -> impl IntoView {
    let (palette, node, part) = (palette(), NodeRef::<html::Dialog>::new(), Part::new(inside));
    let shown = RwSignal::new(false);
    let is_there = part.when(move || palette.open.get());
    Effect::new(move |_| shown.set(is_there.get()));
    keep_open(node, shown);
    listen(palette);
    let outside = move |event: leptos::ev::MouseEvent| {
        // A press beside the window is one on the dialog itself.
        if event.target() == event.current_target() {
            palette.open.set(false);
        }
    };
    view! {
        <dialog
            class="palette"
            node_ref=node
            aria-label=move || t().palette.title
            on:cancel=move |event| escaped(&event, palette.open)
            on:close=move |_| closed(node, palette.open)
            on:click=outside
        >
            <Show when=move || shown.get()>
                {part.show((palette, keys))}
            </Show>
        </dialog>
    }
}

/// Hears the keys of the palette everywhere, and remembers which records are opened.
fn listen(palette: Palette) {
    let place = use_location().pathname;
    Effect::new(move |_| {
        let listening = window_event_listener(leptos::ev::keydown, move |event| {
            if !is_ours(&event) {
                return;
            }
            event.prevent_default();
            if palette.open.get_untracked() {
                palette.open.set(false);
            } else if !asks_something() {
                palette.show(record_at(&place.get_untracked()).as_ref());
            }
        });
        on_cleanup(move || listening.remove());
    });
    Effect::new(move |_| {
        let me = viewer().me.with_untracked(|me| me.as_ref().map(|me| me.id.clone()));
        if let (Some(me), Some(record)) = (me, place.with(|path| record_at(path))) {
            opened(&me, record);
        }
    });
}

fn is_ours(event: &KeyboardEvent) -> bool {
    let held = (event.ctrl_key() || event.meta_key()) && !event.alt_key() && !event.shift_key();
    held && event.key().eq_ignore_ascii_case("k") && !event.is_composing()
}

/// Whether another dialog waits for an answer.
fn asks_something() -> bool {
    document().query_selector("dialog[open]").ok().flatten().is_some()
}

#[component]
fn Inside(
    palette: Palette,
    /// Shows which keys there are.
    keys: RwSignal<bool>,
) -> impl IntoView {
    let act = doing(keys);
    let take = Callback::new(move |line: Line| {
        palette.open.set(false);
        act.run(line.act);
    });
    let take_active = Callback::new(move |()| {
        if let Some(line) = untrack(|| lines(palette).into_iter().nth(palette.active.get())) {
            take.run(line);
        }
    });
    let mut later = debounce(PAUSE, move |text: String| palette.ask(text, take_active));
    let typed = move |event| {
        let text = event_target_value(&event);
        palette.type_in(text.clone());
        if !text.trim().is_empty() {
            later(text.trim().to_owned());
        }
    };
    let keyed = move |event: KeyboardEvent| {
        if !event.is_composing() && key(palette, &event.key(), take_active) {
            event.prevent_default();
        }
    };
    Effect::new(move |_| show_line(palette.active.get()));
    let field = NodeRef::<html::Input>::new();
    // The window may be open before this is there; then it finds nothing to put the focus into.
    Effect::new(move |_| field.get().map(|field| field.focus()));
    view! {
        <div class="palette__window">
            <div class="palette__head">
                <Icon icon=icondata_lu::LuSearch />
                <input
                    class="palette__field"
                    node_ref=field
                    type="text"
                    role="combobox"
                    inputmode="search"
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                    aria-autocomplete="list"
                    aria-label=move || t().palette.title
                    aria-expanded="true"
                    aria-controls=LIST
                    aria-activedescendant=move || (!palette.is_blank()).then(|| id(palette.active.get()))
                    placeholder=move || t().palette.hint
                    prop:value=move || palette.typed.get()
                    on:input=typed
                    on:keydown=keyed
                />
                <Button
                    label=move || t().frame.close
                    kind=ButtonKind::Ghost
                    icon=icondata_lu::LuX
                    icon_only=true
                    on_press=move |()| palette.open.set(false)
                />
            </div>
            <Lines palette=palette take=take />
            <Keys />
        </div>
    }
}

/// What the keys do; seen where there is a keyboard.
#[component]
fn Keys() -> impl IntoView {
    let keys = || {
        let words = &t().palette;
        [("↑ ↓", words.key_move), ("Enter", words.key_take), ("Esc", words.key_close)]
            .map(|(key, does)| view! { <span><kbd class="key">{key}</kbd> {does}</span> })
            .collect_view()
    };
    view! { <p class="palette__keys" aria-hidden="true">{keys}</p> }
}

fn lines(palette: Palette) -> Vec<Line> {
    groups(palette).into_iter().flat_map(|group| group.lines).collect()
}

/// Whether the key was one of the list's.
fn key(palette: Palette, key: &str, take: Callback<()>) -> bool {
    let count = untrack(|| lines(palette).len());
    let last = count.saturating_sub(1);
    match key {
        "ArrowDown" => palette.active.update(|at| *at = if *at >= last { 0 } else { *at + 1 }),
        "ArrowUp" => palette.active.update(|at| *at = at.checked_sub(1).unwrap_or(last)),
        "Home" => palette.active.set(0),
        "End" => palette.active.set(last),
        "Enter" if untrack(|| palette.waits()) => palette.be_eager(),
        "Enter" => take.run(()),
        _ => return false,
    }
    true
}

/// Scrolls no further than needed.
fn show_line(at: usize) {
    let Some(line) = document().get_element_by_id(&id(at)) else { return };
    let how = web_sys::ScrollIntoViewOptions::new();
    how.set_block(web_sys::ScrollLogicalPosition::Nearest);
    line.scroll_into_view_with_scroll_into_view_options(&how);
}

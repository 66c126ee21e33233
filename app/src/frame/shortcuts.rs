//! Keys that work on every page.

use crate::components::{Dialog, keyboard};
use crate::customers::unsaved;
use crate::fetched::{Part, fetched};
use crate::routes::Route;
use crate::softphone;
use crate::texts::{Texts, t};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

/// What a key does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shortcut {
    Search,
    Create,
    Help,
}

impl Shortcut {
    const ALL: [Self; 3] = [Self::Search, Self::Create, Self::Help];

    fn key(self) -> &'static str {
        match self {
            Self::Search => "/",
            Self::Create => "c",
            Self::Help => "?",
        }
    }

    fn words(self, t: &Texts) -> &'static str {
        match self {
            Self::Search => t.frame.shortcut_search,
            Self::Create => t.frame.shortcut_create,
            Self::Help => t.frame.shortcut_help,
        }
    }

    fn of_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|shortcut| shortcut.key().eq_ignore_ascii_case(key))
    }
}

fetched! {
    palette {
        all_keys(()) = |()| keys().into_any();
    }
}

/// Listens for keys, and shows which there are.
#[component]
pub(super) fn Shortcuts(
    /// Whether they are shown.
    open: RwSignal<bool>,
) -> impl IntoView {
    let (navigate, unsaved) = (use_navigate(), unsaved());
    let (inside, shown) = (Part::new(all_keys), RwSignal::new(false));
    let go = Callback::new(move |route: Route| {
        let address = route.href();
        if unsaved.may_go(&address) {
            navigate(&address, NavigateOptions::default());
        }
    });
    Effect::new(move |_| {
        let listening = window_event_listener(leptos::ev::keydown, move |event| {
            let shortcut = if keyboard::is_typing(&event) { None } else { Shortcut::of_key(&event.key()) };
            let Some(shortcut) = shortcut else { return };
            event.prevent_default();
            match shortcut {
                Shortcut::Help => open.set(true),
                Shortcut::Create => go.run(Route::NewCustomer { number: None, call: None }),
                Shortcut::Search if focus_search() => {}
                Shortcut::Search => go.run(Route::Customers),
            }
        });
        on_cleanup(move || listening.remove());
    });
    Effect::new(move |_| {
        if open.get() {
            open.set(false);
            inside.before(move || shown.set(true));
        }
    });
    view! { <Dialog open=shown title=move || t().frame.shortcuts>{inside.show(())}</Dialog> }
}

/// All keys: those of pages, then those of the telephone.
fn keys() -> impl IntoView {
    let pages = || {
        let words = &t().frame;
        let palette = [("Ctrl K", t().palette.shortcut)];
        let lists = [
            ("J K", words.shortcut_rows),
            (words.space_bar, words.shortcut_choose),
            ("Shift ↓ ↑", words.shortcut_choose_more),
            ("F2", words.shortcut_cell),
            ("Enter", words.shortcut_open),
            ("E", words.shortcut_edit),
        ];
        let everywhere = Shortcut::ALL.map(|shortcut| (shortcut.key(), shortcut.words(t())));
        palette
            .into_iter()
            .chain(everywhere)
            .chain(lists)
            .chain([("Esc", words.shortcut_close)])
            .map(line)
            .collect_view()
    };
    view! {
        <dl class="shortcuts">{pages}</dl>
        <h3 class="shortcuts__title">{move || t().frame.dock}</h3>
        <dl class="shortcuts">{|| softphone::keys().into_iter().chain([("1–9", t().wrap_up.keys)]).map(line).collect_view()}</dl>
    }
}

fn line((key, words): (&str, &'static str)) -> impl IntoView + use<> {
    view! {
        <div class="shortcuts__line">
            <dt><kbd class="key">{key.to_uppercase()}</kbd></dt>
            <dd>{words}</dd>
        </div>
    }
}

/// Puts the cursor in the page's search field; `false` when it has none.
fn focus_search() -> bool {
    let field = document().query_selector("main input[type=search]").ok().flatten();
    let Some(field) = field.and_then(|field| field.dyn_into::<web_sys::HtmlInputElement>().ok()) else {
        return false;
    };
    field.select();
    field.focus().is_ok()
}

#[cfg(test)]
mod tests {
    use super::Shortcut;

    #[test]
    fn a_key_means_the_same_with_and_without_shift() {
        assert_eq!(Shortcut::of_key("c"), Some(Shortcut::Create));
        assert_eq!(Shortcut::of_key("C"), Some(Shortcut::Create));
        assert_eq!(Shortcut::of_key("?"), Some(Shortcut::Help));
        assert_eq!(Shortcut::of_key("Enter"), None);
    }
}

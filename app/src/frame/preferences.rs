//! Language and colours: changed at once, remembered in a cookie, and in the profile of whoever is signed in.

use crate::components::{Button, ButtonKind, Glyph};
use crate::profile;
use crate::surroundings::{Viewer, viewer};
use crate::texts::t;
use domain::staff::{Language, Theme};
use leptos::prelude::*;

/// A year, in seconds: how long the choice is remembered where nobody is signed in.
const REMEMBERED: u32 = 31_536_000;

/// Changes between the two languages.
#[component]
pub(super) fn LanguageSwitch() -> impl IntoView {
    let change = move || {
        let viewer = viewer();
        viewer.language.update(|language| {
            *language = match language {
                Language::Vi => Language::En,
                Language::En => Language::Vi,
            }
        });
        profile::remember_appearance();
    };
    view! {
        <Button
            label=move || t().frame.other_language
            kind=ButtonKind::Ghost
            icon=icondata_lu::LuLanguages
            on_press=change
        />
    }
}

/// Changes between the computer's, light and dark colours.
#[component]
pub(super) fn ThemeSwitch() -> impl IntoView {
    let change = move || {
        viewer().theme.update(|theme| {
            *theme = match theme {
                Theme::System => Theme::Light,
                Theme::Light => Theme::Dark,
                Theme::Dark => Theme::System,
            }
        });
        profile::remember_appearance();
    };
    let icon = Signal::derive(move || -> Glyph {
        match viewer().theme.get() {
            Theme::System => icondata_lu::LuMonitor,
            Theme::Light => icondata_lu::LuSun,
            Theme::Dark => icondata_lu::LuMoon,
        }
    });
    view! {
        <Button
            label=move || format!("{}: {}", t().frame.theme, theme_name(viewer().theme.get()))
            kind=ButtonKind::Ghost
            icon=icon
            icon_only=true
            on_press=change
        />
    }
}

/// The name of a choice of colours.
pub(crate) fn theme_name(theme: Theme) -> &'static str {
    match theme {
        Theme::System => t().frame.theme_system,
        Theme::Light => t().frame.theme_light,
        Theme::Dark => t().frame.theme_dark,
    }
}

/// Keeps the document's language and colours those of the viewer, and cookies for the next first page.
pub(super) fn show_on_document(viewer: Viewer) {
    Effect::new(move |before: Option<()>| {
        let (language, theme) = (viewer.language.get().as_str(), viewer.theme.get().as_str());
        if before.is_none() {
            return;
        }
        if let Some(root) = document().document_element() {
            // Setting these attributes cannot fail: their names are well formed.
            let _ = root.set_attribute("lang", language);
            let _ = root.set_attribute("data-theme", theme);
        }
        write_cookie("alo_language", language);
        write_cookie("alo_theme", theme);
    });
}

fn write_cookie(name: &str, value: &str) {
    use leptos::wasm_bindgen::JsCast;
    if let Ok(page) = document().dyn_into::<web_sys::HtmlDocument>() {
        // Refused only where cookies are switched off altogether.
        let _ = page.set_cookie(&format!("{name}={value}; Path=/; Max-Age={REMEMBERED}; SameSite=Lax"));
    }
}

//! Language and colours, changed at once.

use super::edit_profile;
use crate::components::Segmented;
use crate::components::form::tell;
use crate::frame::theme_name;
use crate::surroundings::viewer;
use crate::texts::{self, t};
use domain::staff::{Language, ProfileForm, Theme};
use leptos::prelude::*;

/// Keeps the language and colours of the page in the profile of whoever is signed in.
pub(crate) fn remember_appearance() {
    let viewer = viewer();
    let Some(me) = viewer.me.get_untracked() else { return };
    let (language, theme) = (viewer.language.get_untracked(), viewer.theme.get_untracked());
    leptos::task::spawn_local(async move {
        match edit_profile(ProfileForm { name: me.name, language, theme }).await {
            Ok(me) => viewer.me.set(Some(me)),
            Err(fault) => tell(&fault),
        }
    });
}

/// The choices.
#[component]
pub(super) fn AppearancePanel() -> impl IntoView {
    let languages = [Language::Vi, Language::En]
        .map(|language| (language.as_str().to_owned(), texts::of(language).frame.language_itself.to_owned()));
    let themes =
        || [Theme::System, Theme::Light, Theme::Dark].map(|th| (th.as_str().to_owned(), theme_name(th).to_owned()));
    let choose_language = move |word: String| {
        viewer().language.set(Language::from_stored(&word));
        remember_appearance();
    };
    let choose_theme = move |word: String| {
        viewer().theme.set(Theme::from_stored(&word));
        remember_appearance();
    };
    view! {
        <section class="panel">
            <h2 class="panel__title">{move || t().profile.appearance}</h2>
            <div class="profile__choice">
                <span aria-hidden="true">{move || t().frame.language}</span>
                <Segmented
                    name="language"
                    label=move || t().frame.language
                    chosen=move || viewer().language.get().as_str()
                    on_choose=choose_language
                    options=Signal::stored(languages.to_vec())
                />
            </div>
            <div class="profile__choice">
                <span aria-hidden="true">{move || t().frame.theme}</span>
                <Segmented
                    name="theme"
                    label=move || t().frame.theme
                    chosen=move || viewer().theme.get().as_str()
                    on_choose=choose_theme
                    options=Signal::derive(move || themes().to_vec())
                />
            </div>
        </section>
    }
}

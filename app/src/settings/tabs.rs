//! The pages of the telephone settings, as tabs.

use crate::routes::Route;
use crate::texts::t;
use domain::telephone::Provider;
use leptos::prelude::*;

/// Every page of the telephone settings, the one that is open marked.
#[component]
pub(super) fn SettingsTabs(
    /// The page that is open.
    open: Route,
) -> impl IntoView {
    let tab = move |route: Route, label: fn() -> &'static str| {
        let current = (route == open).then_some("page");
        view! { <li><a class="tabs__tab" href=route.href() aria-current=current>{label}</a></li> }
    };
    view! {
        <nav class="tabs" aria-label=move || t().settings.pages>
            <ul class="tabs__list">
                {tab(Route::TelephoneSettings(Provider::ThreeC), || Provider::ThreeC.name())}
                {tab(Route::TelephoneSettings(Provider::Stringee), || Provider::Stringee.name())}
                {tab(Route::DialPolicy, || t().settings.dialling.tab)}
                {tab(Route::Directory, || t().settings.directory.tab)}
            </ul>
        </nav>
    }
}

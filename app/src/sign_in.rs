//! Signing in: a page of the server's alone, which a few lines of script bring to life. The program of all other pages is
//! large; it is fetched while somebody types.

use crate::components::{Avatar, Icon, set_title};
use crate::staff::role_name;
use crate::surroundings::{Demonstration, viewer};
use crate::texts::{PRODUCT, t};
use domain::access::Role;
use domain::staff::Language;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// What brings the page to life, in place of the program.
pub(crate) const SCRIPT: &str = include_str!("sign_in/page.js");

/// The page where one signs in.
#[component]
pub fn SignInPage() -> impl IntoView {
    let demonstration = use_context::<Option<Demonstration>>().flatten();
    set_title(Signal::derive(|| t().sign_in.title.to_owned()));
    view! {
        <div class="sign-in">
            <div class="sign-in__card">
                <header class="sign-in__head">
                    <img src="/favicon.svg" alt="" width="40" height="40" />
                    <div>
                        <h1 class="sign-in__title">{PRODUCT}</h1>
                        <p class="sign-in__tagline">{t().sign_in.tagline}</p>
                    </div>
                </header>
                <SignInForm />
                {demonstration.map(|d| view! { <WhoCanSignIn demonstration=d /> })}
            </div>
            <footer class="sign-in__foot"><OtherLanguage /></footer>
        </div>
    }
}

#[component]
fn SignInForm() -> impl IntoView {
    let query = use_query_map().get_untracked();
    let next = query.get("next").unwrap_or_default();
    let refused = refusal(query.get("problem").as_deref(), query.get("seconds").as_deref());
    view! {
        <form class="form" method="post" action="/sign-in">
            <input type="hidden" name="next" value=next />
            {refused
                .map(|words| {
                    view! {
                        <p class="notice notice--danger" role="alert">
                            <Icon icon=icondata_lu::LuCircleAlert />
                            <span>{words}</span>
                        </p>
                    }
                })}
            <div class="field">
                <label class="field__label" for="sign-in-email">{t().sign_in.email}</label>
                <input
                    class="field__input"
                    id="sign-in-email"
                    name="email"
                    type="email"
                    autocomplete="username"
                    required
                    autofocus
                />
            </div>
            <div class="field">
                <label class="field__label" for="sign-in-password">{t().sign_in.password}</label>
                <input
                    class="field__input"
                    id="sign-in-password"
                    name="password"
                    type="password"
                    autocomplete="current-password"
                    required
                />
            </div>
            <button type="submit" class="button button--primary sign-in__submit">{t().sign_in.submit}</button>
        </form>
    }
}

/// Shows the page in the other language; what is typed stays.
#[component]
fn OtherLanguage() -> impl IntoView {
    let other = match viewer().language.get_untracked() {
        Language::Vi => Language::En,
        Language::En => Language::Vi,
    };
    view! {
        <button type="button" class="button button--ghost" data-language=other.as_str()>
            <Icon icon=icondata_lu::LuLanguages />
            <span class="button__label">{t().frame.other_language}</span>
        </button>
    }
}

/// Why the last attempt was refused, as the address says it.
fn refusal(problem: Option<&str>, seconds: Option<&str>) -> Option<String> {
    let words = &t().problems;
    match problem? {
        "wrong" => Some(words.wrong_credentials.to_owned()),
        "throttled" => Some((words.throttled)(seconds.and_then(|s| s.parse().ok()).unwrap_or(60))),
        _ => Some(words.unavailable.to_owned()),
    }
}

/// Who can sign in to a demonstration; pressing one fills the form in.
#[component]
fn WhoCanSignIn(demonstration: Demonstration) -> impl IntoView {
    let Demonstration { password, accounts } = demonstration;
    let hint = (t().sign_in.demonstration_password)(&password);
    let account = move |(address, name, role): (String, String, Role)| {
        view! {
            <li>
                <button
                    type="button"
                    class="sign-in__account"
                    aria-label=(t().sign_in.fill_in)(&name)
                    data-email=address.clone()
                    data-password=password.clone()
                >
                    <Avatar name=name.clone() />
                    <span class="sign-in__name">{name.clone()}</span>
                    <span class="sign-in__role">{role_name(role)}</span>
                    <span class="sign-in__address">{address.clone()}</span>
                </button>
            </li>
        }
    };
    view! {
        <section class="sign-in__demonstration" aria-labelledby="who-can-sign-in">
            <h2 class="sign-in__subtitle" id="who-can-sign-in">{t().sign_in.demonstration}</h2>
            <ul class="sign-in__accounts">{accounts.into_iter().map(account).collect_view()}</ul>
            <p class="field__hint">{hint}</p>
        </section>
    }
}

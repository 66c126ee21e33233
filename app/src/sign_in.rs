//! Signing in: a plain form, which works before the page is live.

use crate::components::{Avatar, Icon, set_title};
use crate::frame::LanguageSwitch;
use crate::staff::role_name;
use crate::surroundings::Demonstration;
use crate::texts::{PRODUCT, t};
use domain::access::Role;
use leptos::html;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// The page where one signs in.
#[component]
pub fn SignInPage() -> impl IntoView {
    let email = NodeRef::<html::Input>::new();
    let password = NodeRef::<html::Input>::new();
    let demonstration = use_context::<Option<Demonstration>>().flatten();
    set_title(Signal::derive(|| t().sign_in.title.to_owned()));
    view! {
        <div class="sign-in">
            <div class="sign-in__card">
                <header class="sign-in__head">
                    <img src="/favicon.svg" alt="" width="40" height="40" />
                    <div>
                        <h1 class="sign-in__title">{PRODUCT}</h1>
                        <p class="sign-in__tagline">{move || t().sign_in.tagline}</p>
                    </div>
                </header>
                <SignInForm email=email password=password />
                {demonstration.map(|d| view! { <WhoCanSignIn demonstration=d email=email password=password /> })}
            </div>
            <footer class="sign-in__foot"><LanguageSwitch /></footer>
        </div>
    }
}

/// The fields keep what is typed before the page is live, so their values are the browser's own.
#[component]
fn SignInForm(email: NodeRef<html::Input>, password: NodeRef<html::Input>) -> impl IntoView {
    let query = use_query_map();
    let next = query.with_untracked(|query| query.get("next").unwrap_or_default());
    let refused = move || query.with(|query| refusal(query.get("problem").as_deref(), query.get("seconds").as_deref()));
    view! {
        <form class="form" method="post" action="/sign-in">
            <input type="hidden" name="next" value=next />
            {move || {
                refused()
                    .map(|words| {
                        view! {
                            <p class="notice notice--danger" role="alert">
                                <Icon icon=icondata_lu::LuCircleAlert />
                                <span>{words}</span>
                            </p>
                        }
                    })
            }}
            <div class="field">
                <label class="field__label" for="sign-in-email">{move || t().sign_in.email}</label>
                <input
                    node_ref=email
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
                <label class="field__label" for="sign-in-password">{move || t().sign_in.password}</label>
                <input
                    node_ref=password
                    class="field__input"
                    id="sign-in-password"
                    name="password"
                    type="password"
                    autocomplete="current-password"
                    required
                />
            </div>
            <button type="submit" class="button button--primary sign-in__submit">{move || t().sign_in.submit}</button>
        </form>
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
fn WhoCanSignIn(
    demonstration: Demonstration,
    email: NodeRef<html::Input>,
    password: NodeRef<html::Input>,
) -> impl IntoView {
    let Demonstration { password: shared, accounts } = demonstration;
    let shown = shared.clone();
    let account = move |(address, name, role): (String, String, Role)| {
        let (filled, shared, label) = (address.clone(), shared.clone(), name.clone());
        let fill_in = move |_| {
            if let (Some(email), Some(password)) = (email.get_untracked(), password.get_untracked()) {
                email.set_value(&filled);
                password.set_value(&shared);
            }
        };
        view! {
            <li>
                <button
                    type="button"
                    class="sign-in__account"
                    aria-label=move || (t().sign_in.fill_in)(&label)
                    on:click=fill_in
                >
                    <Avatar name=name.clone() />
                    <span class="sign-in__name">{name}</span>
                    <span class="sign-in__role">{move || role_name(role)}</span>
                    <span class="sign-in__address">{address}</span>
                </button>
            </li>
        }
    };
    view! {
        <section class="sign-in__demonstration" aria-labelledby="who-can-sign-in">
            <h2 class="sign-in__subtitle" id="who-can-sign-in">{move || t().sign_in.demonstration}</h2>
            <ul class="sign-in__accounts">{accounts.into_iter().map(account).collect_view()}</ul>
            <p class="field__hint">{move || (t().sign_in.demonstration_password)(&shown)}</p>
        </section>
    }
}

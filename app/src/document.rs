//! The HTML document around the application, and what the browser is told about it: colours before the first paint,
//! where scripts may come from.

use crate::App;
use leptos::prelude::*;
use leptos_meta::MetaTags;

/// The document of every page.
pub fn document(options: LeptosOptions) -> impl IntoView {
    let FirstPaint { language, theme, is_stranger } = first_paint();
    view! {
        <!DOCTYPE html>
        <html lang=language data-theme=theme>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
                <meta name="color-scheme" content="light dark" />
                <meta name="referrer" content="same-origin" />
                <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
                // Painted when its last element is there: columns and filters do not move while the rest is still coming.
                <link rel="expect" href="#toasts" blocking="render" />
                {fonts(&options)}
                <leptos_meta::HashedStylesheet options=options.clone() id="alo" />
                {(!is_stranger).then(|| view! { <HydrationScripts options=options.clone() /> })}
                {is_stranger.then(|| sign_in(&options))}
                <MetaTags />
            </head>
            <body>
                <App />
            </body>
        </html>
    }
}

/// What is known of the visitor before the first paint, as words for attributes.
struct FirstPaint {
    language: &'static str,
    theme: &'static str,
    /// Sees the sign-in page and nothing else.
    is_stranger: bool,
}

#[cfg(feature = "ssr")]
fn first_paint() -> FirstPaint {
    let visit = crate::surroundings::Visit::of_request();
    guard();
    FirstPaint { language: visit.language.as_str(), theme: visit.theme.as_str(), is_stranger: visit.me.is_none() }
}

/// The browser is given the document; it never makes one.
#[cfg(not(feature = "ssr"))]
fn first_paint() -> FirstPaint {
    let (language, theme) = (domain::staff::Language::default(), domain::staff::Theme::default());
    FirstPaint { language: language.as_str(), theme: theme.as_str(), is_stranger: false }
}

/// The sign-in page's own script; the program is fetched when the page is there, for what comes after.
#[cfg(feature = "ssr")]
fn sign_in(options: &LeptosOptions) -> impl IntoView + use<> {
    let is_program = |name: &&String| name.contains("/alo.") && (name.ends_with(".js") || name.ends_with(".wasm"));
    let ahead = |address: &'static String| {
        let kind = if address.ends_with(".js") { "script" } else { "fetch" };
        view! { <link rel="prefetch" href=address.as_str() r#as=kind crossorigin="anonymous" /> }
    };
    view! {
        {package(options).iter().filter(is_program).map(ahead).collect_view()}
        <script nonce=use_nonce()>{crate::sign_in::SCRIPT}</script>
    }
}

#[cfg(not(feature = "ssr"))]
fn sign_in(_: &LeptosOptions) {}

/// Gives the answer its Content Security Policy, and keeps customers out of the caches of shared computers.
#[cfg(feature = "ssr")]
fn guard() {
    use axum::http::HeaderValue;
    use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY};
    let Some((options, nonce)) = use_context::<leptos_axum::ResponseOptions>().zip(use_nonce()) else { return };
    options.insert_header(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Ok(value) = HeaderValue::try_from(policy(&nonce)) {
        options.insert_header(CONTENT_SECURITY_POLICY, value);
    }
}

/// Nothing from elsewhere, and inline scripts only with this answer's nonce.
#[cfg(feature = "ssr")]
fn policy(nonce: &str) -> String {
    format!(
        "default-src 'self'; script-src 'self' 'nonce-{nonce}' 'wasm-unsafe-eval'; style-src 'self'; \
         img-src 'self' data:; font-src 'self'; connect-src 'self'; media-src 'self' blob:; frame-src 'self'; \
         frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'"
    )
}

/// Fetches the fonts together with the style sheet, so that text does not change its shape.
fn fonts(options: &LeptosOptions) -> impl IntoView + use<> {
    // Every page is written in these; the third subset is for names from elsewhere.
    let every_page = |name: &&String| {
        let is_of = |subset: &str| name.contains(&format!("/be-vietnam-pro-{subset}-")) && !name.contains("-ext-");
        name.ends_with(".woff2") && (is_of("latin") || is_of("vietnamese"))
    };
    let preload = |address: &'static String| {
        view! { <link rel="preload" href=address.as_str() r#as="font" r#type="font/woff2" crossorigin="anonymous" /> }
    };
    package(options).iter().filter(every_page).map(preload).collect_view()
}

/// The addresses of what was built, whose names hold hashes: looked up once, beside the style sheet.
#[cfg(feature = "ssr")]
fn package(options: &LeptosOptions) -> &'static [String] {
    static FOUND: std::sync::OnceLock<Vec<String>> = std::sync::OnceLock::new();
    FOUND.get_or_init(|| {
        let folder = std::path::Path::new(&*options.site_root).join(&*options.site_pkg_dir);
        let names = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|file| file.file_name());
        names.filter_map(|name| Some(format!("/{}/{}", options.site_pkg_dir, name.into_string().ok()?))).collect()
    })
}

#[cfg(not(feature = "ssr"))]
fn package(_: &LeptosOptions) -> &'static [String] {
    &[]
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::policy;

    #[test]
    fn only_our_own_scripts_run() {
        let policy = policy("n0nce");
        let scripts = policy.split("; ").find(|part| part.starts_with("script-src"));
        assert_eq!(scripts, Some("script-src 'self' 'nonce-n0nce' 'wasm-unsafe-eval'"));
        assert!(!policy.contains("unsafe-inline"));
        for closed in ["frame-ancestors 'none'", "base-uri 'none'", "object-src 'none'", "form-action 'self'"] {
            assert!(policy.contains(closed), "{closed}");
        }
    }
}

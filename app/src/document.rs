//! The HTML document around the application, and what the browser is told about it: colours before the first paint,
//! where scripts may come from.

use crate::App;
use leptos::prelude::*;
use leptos_meta::MetaTags;

/// The document of every page.
pub fn document(options: LeptosOptions) -> impl IntoView {
    let (language, theme) = first_paint();
    view! {
        <!DOCTYPE html>
        <html lang=language data-theme=theme>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
                <meta name="color-scheme" content="light dark" />
                <meta name="referrer" content="same-origin" />
                <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
                {fonts(&options)}
                <leptos_meta::HashedStylesheet options=options.clone() id="alo" />
                <HydrationScripts options=options />
                <MetaTags />
            </head>
            <body>
                <App />
            </body>
        </html>
    }
}

/// The language and colours the visitor last chose, as words for attributes.
#[cfg(feature = "ssr")]
fn first_paint() -> (&'static str, &'static str) {
    let visit = crate::surroundings::Visit::of_request();
    guard();
    (visit.language.as_str(), visit.theme.as_str())
}

/// The browser is given the document; it never makes one.
#[cfg(not(feature = "ssr"))]
fn first_paint() -> (&'static str, &'static str) {
    (domain::staff::Language::default().as_str(), domain::staff::Theme::default().as_str())
}

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

/// Fetches the fonts of plain text together with the style sheet, so that text does not change its shape.
fn fonts(options: &LeptosOptions) -> impl IntoView + use<> {
    font_addresses(options)
        .iter()
        .map(|address| view! { <link rel="preload" href=*address r#as="font" r#type="font/woff2" crossorigin="anonymous" /> })
        .collect_view()
}

/// The addresses of the regular face, whose names hold hashes: looked up once, beside the style sheet.
#[cfg(feature = "ssr")]
fn font_addresses(options: &LeptosOptions) -> &'static [&'static str] {
    static FOUND: std::sync::OnceLock<Vec<&'static str>> = std::sync::OnceLock::new();
    FOUND.get_or_init(|| {
        let folder = std::path::Path::new(&*options.site_root).join(&*options.site_pkg_dir);
        let names = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|file| file.file_name());
        let wanted = |name: &String| {
            let regular = |subset| name.starts_with(&format!("be-vietnam-pro-{subset}-400-normal."));
            name.ends_with(".woff2") && (regular("latin") || regular("vietnamese"))
        };
        let address = |name: String| &*format!("/{}/{name}", options.site_pkg_dir).leak();
        names.filter_map(|name| name.into_string().ok()).filter(wanted).map(address).collect()
    })
}

#[cfg(not(feature = "ssr"))]
fn font_addresses(_: &LeptosOptions) -> &'static [&'static str] {
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

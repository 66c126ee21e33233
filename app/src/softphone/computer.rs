//! What this runs on, as the member would know it: "Chrome, Windows".

use leptos::prelude::window;

/// Browsers by what only they say of themselves; those that pretend to be others come first.
const BROWSERS: [(&str, &str); 6] = [
    ("Edg/", "Edge"),
    ("OPR/", "Opera"),
    ("coc_coc_browser/", "Cốc Cốc"),
    ("Firefox/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
];
/// Systems, likewise.
const SYSTEMS: [(&str, &str); 6] = [
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("Linux", "Linux"),
];

/// This browser on this computer.
pub(super) fn name() -> String {
    named(&window().navigator().user_agent().unwrap_or_default())
}

fn named(agent: &str) -> String {
    let of =
        |known: &[(&str, &'static str)]| known.iter().find(|(said, _)| agent.contains(said)).map(|(_, name)| *name);
    [of(&BROWSERS), of(&SYSTEMS)].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn browsers_are_told_apart() {
        let chrome = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36";
        assert_eq!(named(chrome), "Chrome, Windows");
        assert_eq!(named(&format!("{chrome} Edg/131.0.0.0")), "Edge, Windows");
        assert_eq!(named("Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0"), "Firefox, Linux");
        assert_eq!(named(""), "");
    }
}

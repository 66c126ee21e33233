//! The settings that the Debian package brings: every one is explained there, and they are right.

use super::{Config, Mode, NAMES};

const PACKAGED: &str = include_str!("../../../package/alo.toml");

/// Only for play: the package's installations refuse them.
const NOT_FOR_PRODUCTION: [&str; 5] =
    ["sandbox", "sandbox_media_address", "sandbox_media_port", "sandbox_seats", "demo"];

/// Given in a file of its own.
const OTHERWISE: &str = "secret_key";

#[test]
fn every_setting_is_explained() {
    let is_there =
        |name: &str| PACKAGED.lines().any(|line| line.trim_start_matches("# ").starts_with(&format!("{name} = ")));
    let missing = NAMES.iter().filter(|name| !NOT_FOR_PRODUCTION.contains(name) && **name != OTHERWISE);
    assert_eq!(missing.filter(|name| !is_there(name)).collect::<Vec<_>>(), [&""; 0]);
}

#[test]
fn what_is_commented_out_is_right_too() {
    let folder = tempfile::tempdir().expect("a folder");
    let key = folder.path().join("secret.key");
    std::fs::write(&key, "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=\n").expect("written");
    // The first of several proposals counts: a file says nothing twice.
    let mut text = String::new();
    let mut seen: Vec<&str> = Vec::new();
    for line in PACKAGED.lines() {
        let setting = line.trim_start_matches("# ");
        let name = setting.split(" = ").next().unwrap_or_default();
        if NAMES.contains(&name) && !seen.contains(&name) {
            seen.push(name);
            text.push_str(setting);
            text.push('\n');
        }
    }
    let text = text.replace("/etc/alo/secret.key", &key.to_string_lossy());
    let file = folder.path().join("alo.toml");
    std::fs::write(&file, text).expect("written");
    let values = super::file(&file.to_string_lossy()).expect("it can be read");
    assert_eq!(Config::from_values(&values).map(|config| config.mode), Ok(Mode::Production));
}

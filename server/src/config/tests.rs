//! What is refused, and by which name.

use super::{Config, ConfigError, Mode, Values};

fn given(pairs: &[(&str, &str)]) -> Result<Config, ConfigError> {
    let values: Values = pairs.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect();
    Config::from_values(&values)
}

fn refusal(pairs: &[(&str, &str)]) -> String {
    given(pairs).err().map(|e| e.to_string()).unwrap_or_default()
}

const KEY: &str = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

#[test]
fn nothing_given_is_a_development_machine() {
    let config = given(&[]).expect("defaults are right");
    assert_eq!(config.mode, Mode::Development);
    assert_eq!(config.public_url, "http://localhost:3000");
    assert!(config.sandbox.is_none() && !config.demo && !config.trust_proxy);
}

#[test]
fn each_wrong_value_is_named() {
    assert_eq!(refusal(&[("addr", "here")]), "ALO_ADDR is \"here\": expected an address and port such as 0.0.0.0:3000");
    assert_eq!(refusal(&[("sandbox", "maybe")]), "ALO_SANDBOX is \"maybe\": expected on or off");
    assert_eq!(refusal(&[("mode", "prod")]), "ALO_MODE is \"prod\": expected development or production");
    assert!(refusal(&[("public_url", "http://crm.example")]).starts_with("ALO_PUBLIC_URL is"));
    assert!(refusal(&[("lost_call_minutes", "0")]).starts_with("ALO_LOST_CALL_MINUTES is"));
    assert!(refusal(&[("session_days", "0")]).starts_with("ALO_SESSION_DAYS is"));
    assert!(refusal(&[("log_format", "xml")]).starts_with("ALO_LOG_FORMAT is"));
    assert!(refusal(&[("metrics_addr", "9464")]).starts_with("ALO_METRICS_ADDR is"));
    assert!(refusal(&[("limit_pages", "0")]).starts_with("ALO_LIMIT_PAGES is"));
    assert!(refusal(&[("limit_connections", "many")]).starts_with("ALO_LIMIT_CONNECTIONS is"));
    assert!(refusal(&[("sandbax", "on")]).starts_with("\"sandbax\" is no setting"));
}

#[test]
fn secrets_are_not_repeated() {
    assert!(!refusal(&[("secret_key", "hunter2")]).contains("hunter2"));
    assert!(!refusal(&[("database_url", "mysql://u:hunter2@h/d")]).contains("hunter2"));
}

#[test]
fn production_refuses_what_is_for_play() {
    let safe = [("mode", "production"), ("secret_key", KEY), ("public_url", "https://crm.example")];
    assert!(given(&safe).is_ok());
    for (pair, part) in [
        (("sandbox", "on"), "ALO_SANDBOX"),
        (("demo", "on"), "ALO_DEMO"),
        (("secret_key", ""), "ALO_SECRET_KEY"),
        (("public_url", "http://localhost:3000"), "ALO_PUBLIC_URL"),
    ] {
        let mut pairs = safe.to_vec();
        pairs.retain(|(name, _)| *name != pair.0);
        pairs.push(pair);
        assert!(refusal(&pairs).contains(part), "{part}: {}", refusal(&pairs));
    }
}

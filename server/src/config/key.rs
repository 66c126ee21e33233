//! The installation's key: given, or in a file of its own.

use super::{ConfigError, Values, text, wrong};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// The key of a development installation: known to everybody, refused in production.
pub(super) const DEVELOPMENT_KEY: [u8; 32] = *b"alo-development-key-not-a-secret";

const EXPECTED: &str = "32 bytes in base64, as `openssl rand -base64 32` prints";

/// The key that is given, or that of the file that is named; without either, that of a development installation.
pub(super) fn secret_key(values: &Values) -> Result<[u8; 32], ConfigError> {
    let given = text(values, "secret_key", "");
    if !given.is_empty() {
        return decoded(given).ok_or_else(|| wrong("secret_key", "(not shown)", EXPECTED));
    }
    let path = text(values, "secret_key_file", "");
    if path.is_empty() {
        return Ok(DEVELOPMENT_KEY);
    }
    let held = std::fs::read_to_string(path)
        .map_err(|error| ConfigError::File { path: path.to_owned(), why: error.to_string() })?;
    decoded(held.trim()).ok_or_else(|| wrong("secret_key_file", path, "a file with 32 bytes in base64"))
}

fn decoded(text: &str) -> Option<[u8; 32]> {
    STANDARD.decode(text).ok()?.try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::{DEVELOPMENT_KEY, secret_key};
    use crate::config::{ConfigError, Values};

    const KEY: &str = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    fn key(pairs: &[(&str, &str)]) -> Result<[u8; 32], ConfigError> {
        let values: Values = pairs.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect();
        secret_key(&values)
    }

    #[test]
    fn it_is_given_or_in_a_file() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("secret.key");
        let path = path.to_str().expect("a path of letters");
        assert_eq!(key(&[]), Ok(DEVELOPMENT_KEY));
        assert!(matches!(key(&[("secret_key_file", path)]), Err(ConfigError::File { .. })), "not there");
        std::fs::write(path, format!("{KEY}\n")).expect("written");
        assert_eq!(key(&[("secret_key_file", path)]), Ok(*b"0123456789abcdef0123456789abcdef"));
        std::fs::write(path, "hunter2").expect("written");
        let refused = key(&[("secret_key_file", path)]).err().map(|error| error.to_string()).unwrap_or_default();
        assert!(refused.starts_with("ALO_SECRET_KEY_FILE is") && !refused.contains("hunter2"), "{refused}");
        assert_eq!(key(&[("secret_key", KEY), ("secret_key_file", path)]), Ok(*b"0123456789abcdef0123456789abcdef"));
    }
}

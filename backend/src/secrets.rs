//! What the database holds in secret: ChaCha20-Poly1305 with the installation's key, which is not in the database.

use crate::Backend;
use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{ChaCha20Poly1305, Key, Nonce};
use hmac::{Hmac, Mac};
use sha1::Sha1;

const NONCE: usize = 12;

/// Why a secret cannot be sealed or opened: another installation's key, or another place's secret.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Unreadable;

/// Seals a secret for one place (table, column, row): moved to another, it does not open.
pub(crate) fn seal(b: &Backend, place: &str, secret: &str) -> Result<String, Unreadable> {
    sealed(b.secret_key(), b.random(), place, secret)
}

/// Opens a sealed secret.
pub(crate) fn open(b: &Backend, place: &str, sealed: &str) -> Result<String, Unreadable> {
    opened(b.secret_key(), place, sealed)
}

/// Seals a secret so that the same one in the same place has the same seal, in letters that an address carries.
pub(crate) fn seal_same(b: &Backend, place: &str, secret: &str) -> Result<String, Unreadable> {
    let text = sealed(b.secret_key(), nonce_of(b.secret_key(), place, secret)?, place, secret)?;
    Ok(URL_SAFE_NO_PAD.encode(STANDARD.decode(text).map_err(|_| Unreadable)?))
}

/// Opens what [`seal_same`] sealed.
pub(crate) fn open_same(b: &Backend, place: &str, sealed: &str) -> Result<String, Unreadable> {
    let bytes = URL_SAFE_NO_PAD.decode(sealed).map_err(|_| Unreadable)?;
    opened(b.secret_key(), place, &STANDARD.encode(bytes))
}

/// A nonce that only the same secret of the same place has (as a synthetic initialisation vector, RFC 5297): without
/// the key it tells nothing of either.
fn nonce_of(key: &[u8; 32], place: &str, secret: &str) -> Result<[u8; NONCE], Unreadable> {
    let mut mac = Hmac::<Sha1>::new_from_slice(key).map_err(|_| Unreadable)?;
    mac.update(place.as_bytes());
    mac.update(&[0]);
    mac.update(secret.as_bytes());
    let code = mac.finalize().into_bytes();
    code.first_chunk::<NONCE>().copied().ok_or(Unreadable)
}

fn sealed(key: &[u8; 32], nonce: [u8; NONCE], place: &str, secret: &str) -> Result<String, Unreadable> {
    let payload = Payload { msg: secret.as_bytes(), aad: place.as_bytes() };
    let cipher = ChaCha20Poly1305::new(&Key::from(*key));
    let text = cipher.encrypt(&Nonce::from(nonce), payload).map_err(|_| Unreadable)?;
    Ok(STANDARD.encode([nonce.as_slice(), &text].concat()))
}

fn opened(key: &[u8; 32], place: &str, sealed: &str) -> Result<String, Unreadable> {
    let bytes = STANDARD.decode(sealed).map_err(|_| Unreadable)?;
    let (nonce, text) = bytes.split_first_chunk::<NONCE>().ok_or(Unreadable)?;
    let payload = Payload { msg: text, aad: place.as_bytes() };
    let cipher = ChaCha20Poly1305::new(&Key::from(*key));
    let secret = cipher.decrypt(&Nonce::from(*nonce), payload).map_err(|_| Unreadable)?;
    String::from_utf8(secret).map_err(|_| Unreadable)
}

#[cfg(test)]
mod tests {
    use super::{Unreadable, nonce_of, opened, sealed};

    const KEY: [u8; 32] = [9; 32];

    #[test]
    fn a_secret_opens_in_its_place_with_its_key_only() {
        let text = sealed(&KEY, [1; 12], "here", "a key").unwrap();
        assert!(!text.contains("a key"));
        assert_eq!(opened(&KEY, "here", &text), Ok("a key".to_owned()));
        assert_eq!(opened(&KEY, "there", &text), Err(Unreadable));
        assert_eq!(opened(&[8; 32], "here", &text), Err(Unreadable));
        assert_eq!(opened(&KEY, "here", &text.replace(&text[..1], "_")), Err(Unreadable));
        assert_eq!(opened(&KEY, "here", ""), Err(Unreadable));
    }

    #[test]
    fn a_seal_that_stays_the_same_is_another_for_another_secret_place_or_key() {
        let nonce = |key: &[u8; 32], place, secret| nonce_of(key, place, secret).unwrap();
        let one = nonce(&KEY, "here", "0901234567");
        assert_eq!(one, nonce(&KEY, "here", "0901234567"));
        for other in [
            nonce(&KEY, "here", "0901234568"),
            nonce(&KEY, "there", "0901234567"),
            nonce(&[8; 32], "here", "0901234567"),
        ] {
            assert_ne!(one, other);
        }
    }

    #[test]
    fn the_same_secret_never_looks_the_same() {
        assert_ne!(sealed(&KEY, [1; 12], "here", "a key"), sealed(&KEY, [2; 12], "here", "a key"));
    }
}

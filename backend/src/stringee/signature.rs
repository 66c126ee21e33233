//! Whether a question comes from whom it says.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, Mac};
use sha1::Sha1;
use subtle::ConstantTimeEq;

/// Whether a signature is the one of these bytes under a key. Takes as long whatever is wrong with it.
pub(super) fn fits(key: &str, signed: &[u8], signature: &str) -> bool {
    let Ok(mut mac) = Hmac::<Sha1>::new_from_slice(key.as_bytes()) else { return false };
    mac.update(signed);
    STANDARD.decode(signature.trim()).is_ok_and(|given| mac.verify_slice(&given).is_ok())
}

/// Whether two unguessable words are the same. Takes as long wherever they differ.
pub(super) fn same(ours: &str, given: &str) -> bool {
    ours.as_bytes().ct_eq(given.as_bytes()).into()
}

#[cfg(test)]
mod tests {
    use super::{fits, same};

    #[test]
    fn only_the_key_signs_and_only_these_bytes() {
        // echo -n '{"a":1}' | openssl dgst -sha1 -hmac secret -binary | base64
        let signature = "+ERmcvAz5LK+r8XKOnHq/NLK+24=";
        let made = {
            use base64::Engine;
            use hmac::Mac;
            let mut mac = hmac::Hmac::<sha1::Sha1>::new_from_slice(b"secret").unwrap();
            mac.update(br#"{"a":1}"#);
            base64::engine::general_purpose::STANDARD.encode(mac.finalize().into_bytes())
        };
        assert_eq!(made, signature);
        assert!(fits("secret", br#"{"a":1}"#, signature));
        assert!(!fits("secret", br#"{"a":2}"#, signature));
        assert!(!fits("other", br#"{"a":1}"#, signature));
        assert!(!fits("secret", br#"{"a":1}"#, "") && !fits("secret", br#"{"a":1}"#, "%"));
    }

    #[test]
    fn words_are_compared_whole() {
        assert!(same("abc", "abc") && !same("abc", "abd") && !same("abc", "ab") && !same("abc", ""));
    }
}

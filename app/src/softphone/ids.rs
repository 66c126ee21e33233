//! Ids made in the browser: UUIDs of version 7, which sort by the time they were made.

use crate::surroundings::now;
use leptos::prelude::window;

/// A new id.
pub(crate) fn fresh() -> String {
    v7(now().0, random())
}

fn random() -> [u8; 10] {
    let mut bytes = [0; 10];
    if let Ok(crypto) = window().crypto() {
        // Fails only for more than 65,536 bytes.
        let _ = crypto.get_random_values_with_u8_array(&mut bytes);
    }
    bytes
}

/// RFC 9562 §5.7: 48 bits of milliseconds, then chance.
fn v7(millis: i64, chance: [u8; 10]) -> String {
    let mut bytes = [0; 16];
    let [_, _, time @ ..] = millis.to_be_bytes();
    bytes[..6].copy_from_slice(&time);
    bytes[6..].copy_from_slice(&chance);
    bytes[6] = bytes[6] & 0x0f | 0x70;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let hex = bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    [&hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]].join("-")
}

#[cfg(test)]
mod tests {
    use super::v7;

    #[test]
    fn it_is_the_example_of_the_standard() {
        // RFC 9562, appendix A.6.
        let chance = [0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f];
        assert_eq!(v7(0x017F_22E2_79B0, chance), "017f22e2-79b0-7cc3-98c4-dc0c0c07398f");
    }

    #[test]
    fn later_ids_sort_later() {
        assert!(v7(1_000, [0xff; 10]) < v7(1_001, [0; 10]));
    }
}

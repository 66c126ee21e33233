//! A telephone provider's own words stay in files named after it.

use super::Problem;
use super::source::SourceFile;

/// One provider of telephony.
struct Vendor {
    /// How our files about it are named. The bare name may stand anywhere: it chooses the provider.
    name: &'static str,
    /// Words of its contract.
    words: &'static [&'static str],
    /// Beginnings of words of its contract.
    prefixes: &'static [&'static str],
}

const VENDORS: [Vendor; 2] = [
    Vendor {
        name: "threec",
        words: &[
            "JsSIP",
            "jssip",
            "responseTransferAgent",
            "onAcceptCall",
            "onRejectCall",
            "changeCallStatus",
            "reConfigDeviceType",
            "ipphone",
            "thirdParty",
            "check-partner",
        ],
        prefixes: &["showCallout", "3c-capi"],
    },
    Vendor { name: "stringee", words: &["icc_api", "answer_url"], prefixes: &["stringee"] },
];

/// The other side of the wire, the journeys that watch it, and this list.
const FREE: [&str; 3] = ["sandbox", "end2end", "xtask"];

pub(super) fn check(file: &SourceFile) -> Vec<Problem> {
    if FREE.iter().any(|folder| file.is_below(folder)) || file.extension() == "toml" {
        return Vec::new();
    }
    let mut problems = Vec::new();
    for vendor in VENDORS.iter().filter(|vendor| !file.path.contains(vendor.name)) {
        for (number, line) in file.text.lines().enumerate() {
            for word in words(line).filter(|word| vendor.owns(word)) {
                let message = format!("`{word}` is a word of a provider; it belongs in a file named `{}`", vendor.name);
                problems.push(Problem::at(file, number + 1, message));
            }
        }
    }
    problems
}

impl Vendor {
    fn owns(&self, word: &str) -> bool {
        if word.eq_ignore_ascii_case(self.name) {
            return false;
        }
        let lower = word.to_lowercase();
        self.words.contains(&word)
            || self.prefixes.iter().any(|prefix| lower.starts_with(&prefix.to_lowercase()))
            || (self.name == "threec" && is_callback(word))
    }
}

/// Every function and callback of 3C's browser script begins with `cs` and a capital.
fn is_callback(word: &str) -> bool {
    word.strip_prefix("cs").is_some_and(|rest| rest.starts_with(|first: char| first.is_ascii_uppercase()))
}

/// Identifiers, with hyphens inside.
fn words(line: &str) -> impl Iterator<Item = &str> {
    line.split(|character: char| !(character.is_alphanumeric() || character == '_' || character == '-'))
        .filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(path: &str, text: &str) -> usize {
        check(&SourceFile::new(path, text)).len()
    }

    #[test]
    fn a_providers_words_are_found_in_code_texts_and_comments() {
        assert_eq!(found("app/src/dock.rs", "// csCallRinging comes twice\nlet f = \"showCalloutError\";"), 2);
        assert_eq!(found("domain/src/call.rs", "struct StringeeCall2; // stringee_user_id"), 2);
        assert_eq!(found("migrations/0001.sql", "ipphone text not null"), 1);
        assert_eq!(found("backend/src/calls.rs", "let path = \"/thirdParty/check-partner\";"), 2);
    }

    #[test]
    fn files_named_after_the_provider_and_the_sandbox_may_use_them() {
        assert_eq!(found("domain/src/threec/callbacks.rs", "csCallRinging"), 0);
        assert_eq!(found("style/public/threec-frame.js", "new JsSIP.UA()"), 0);
        assert_eq!(found("sandbox/src/login.rs", "csCallRinging stringee_user_id"), 0);
        assert_eq!(found("domain/src/threec.rs", "stringee_user_id"), 1);
    }

    #[test]
    fn the_bare_name_chooses_a_provider_and_stands_anywhere() {
        assert_eq!(found("app/src/settings.rs", "mod threec; Provider::ThreeC | Provider::Stringee => stringee()"), 0);
        assert_eq!(found("server/src/security.rs", "csrf csv CsRow"), 0);
    }
}

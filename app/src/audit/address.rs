//! What the audit is searched for, as the address says it.

use crate::routes::Route;
use domain::audit::{AuditQuery, Group};
use domain::ids::StaffId;
use domain::times::Day;
use leptos_router::location::Url;

/// The words of an address, in order.
const WORDS: [&str; 5] = ["q", "who", "what", "from", "until"];

/// What the words of an address ask for; `said` gives the word of a name.
pub fn audit_query(said: impl Fn(&str) -> Option<String>) -> AuditQuery {
    let word = |name: &str| said(name).map(|word| word.trim().to_owned()).filter(|word| !word.is_empty());
    AuditQuery {
        text: word("q").unwrap_or_default(),
        who: word("who").map(StaffId::new),
        group: word("what").and_then(|word| Group::from_word(&word)),
        from: word("from").and_then(|day| Day::parse(&day)),
        until: word("until").and_then(|day| Day::parse(&day)),
        after: None,
    }
}

/// The address of the page that shows this.
pub(super) fn href(query: &AuditQuery) -> String {
    format!("{}{}", Route::Audit.href(), words(query))
}

/// The address of the file that holds this.
pub(super) fn file(query: &AuditQuery) -> String {
    format!("/audit/export.csv{}", words(query))
}

fn words(query: &AuditQuery) -> String {
    let said = [
        // The only one that can hold what an address cannot.
        Url::escape(&query.text),
        query.who.as_ref().map(ToString::to_string).unwrap_or_default(),
        query.group.map(Group::as_str).unwrap_or_default().to_owned(),
        query.from.map(Day::iso).unwrap_or_default(),
        query.until.map(Day::iso).unwrap_or_default(),
    ];
    let pairs = WORDS.iter().zip(said).filter(|(_, word)| !word.is_empty());
    let pairs: Vec<String> = pairs.map(|(name, word)| format!("{name}={word}")).collect();
    if pairs.is_empty() { String::new() } else { format!("?{}", pairs.join("&")) }
}

#[cfg(test)]
mod tests {
    use super::{audit_query, href};
    use domain::audit::{AuditQuery, Group};
    use domain::ids::StaffId;
    use domain::times::Day;

    #[test]
    fn the_address_says_what_is_shown() {
        let query = AuditQuery {
            text: "Lan".into(),
            who: Some(StaffId::new("s1")),
            group: Some(Group::Deals),
            from: Day::parse("2026-11-02"),
            until: Day::parse("2026-11-20"),
            after: None,
        };
        let address = href(&query);
        assert_eq!(address, "/settings/audit?q=Lan&who=s1&what=deals&from=2026-11-02&until=2026-11-20");
        let said = |name: &str| {
            let (_, words) = address.split_once('?')?;
            words.split('&').find_map(|pair| pair.strip_prefix(&format!("{name}="))).map(str::to_owned)
        };
        assert_eq!(audit_query(said), query);
        assert_eq!(href(&AuditQuery::default()), "/settings/audit");
    }
}

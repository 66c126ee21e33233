//! A customer who is there already, and what a row says of them.

use super::Rule;
use crate::customers::CustomerDraft;

/// The customer as they are once the row has been taken. What neither says stays empty, and no number is lost: how
/// numbers are labelled, and which is primary, stays.
pub fn joined(rule: Rule, held: &CustomerDraft, row: &CustomerDraft) -> CustomerDraft {
    if rule == Rule::Skip {
        return held.clone();
    }
    let pick = |held: &Option<String>, row: &Option<String>| match rule {
        Rule::Update => row.clone().or_else(|| held.clone()),
        _ => held.clone().or_else(|| row.clone()),
    };
    let mut phones = held.phones.clone();
    for phone in &row.phones {
        if phones.iter().all(|p| p.number != phone.number) {
            phones.push(crate::customers::PhoneDraft { primary: phones.is_empty(), ..phone.clone() });
        }
    }
    CustomerDraft {
        name: if rule == Rule::Update { row.name.clone() } else { held.name.clone() },
        email: pick(&held.email, &row.email),
        company: pick(&held.company, &row.company),
        address: pick(&held.address, &row.address),
        note: pick(&held.note, &row.note),
        owner: match rule {
            Rule::Update => row.owner.clone().or_else(|| held.owner.clone()),
            _ => held.owner.clone().or_else(|| row.owner.clone()),
        },
        phones,
        custom: match rule {
            Rule::Update => row.custom.or(&held.custom),
            _ => held.custom.or(&row.custom),
        },
    }
}

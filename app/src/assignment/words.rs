//! Assignment rules in words.

use crate::texts::Texts;
use domain::assignment::{Condition, Receiver};

/// Which new customers a rule is for.
pub(super) fn condition(texts: &Texts, condition: &Condition) -> String {
    let words = &texts.assignment;
    match condition {
        Condition::Queue(queue) => (words.by_queue)(queue),
        Condition::Hotline(hotline) => (words.by_hotline)(hotline),
        other => kind(texts, other.kind()).to_owned(),
    }
}

/// A kind of condition, by its stored word.
pub(super) fn kind(texts: &Texts, kind: &str) -> &'static str {
    let words = &texts.assignment;
    match kind {
        "form" => words.form,
        "import" => words.import,
        "call" => words.call,
        "queue" => words.queue,
        "hotline" => words.hotline,
        _ => words.any,
    }
}

/// To whom a rule gives.
pub(super) fn receiver(texts: &Texts, receiver: &Receiver) -> String {
    let words = &texts.assignment;
    match receiver {
        Receiver::Maker => words.maker.to_owned(),
        Receiver::Member(member) => member.name.clone(),
        Receiver::Team { team, .. } => (words.in_turn)(&team.name),
    }
}

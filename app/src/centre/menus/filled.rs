//! The form of a place as it is filled in.

use crate::components::form::FieldErrors;
use domain::centre::{Does, KeyRow, NodeForm, Press, Says};
use domain::ids::{NodeId, QueueId};
use leptos::prelude::*;

/// A place's fields.
#[derive(Clone, Copy)]
pub(super) struct Filled {
    pub name: RwSignal<String>,
    pub says: RwSignal<Says>,
    pub text: RwSignal<String>,
    pub file: RwSignal<String>,
    pub voice: RwSignal<String>,
    pub speed: RwSignal<String>,
    pub barge_in: RwSignal<bool>,
    pub loops: RwSignal<String>,
    pub pause_ms: RwSignal<String>,
    pub wait_seconds: RwSignal<String>,
    pub keys: RwSignal<Vec<Row>>,
    pub errors: FieldErrors,
    /// The next row's own number.
    fresh: StoredValue<usize>,
    /// Rows live as long as the form, whatever it was that added them.
    owner: StoredValue<Owner>,
}

/// A key's fields.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Row {
    /// Stays the same wherever the row stands.
    pub own: usize,
    pub press: RwSignal<String>,
    pub does: RwSignal<String>,
    pub queue: RwSignal<String>,
    pub next: RwSignal<String>,
    pub forward: RwSignal<String>,
    pub caller_id: RwSignal<String>,
}

impl Filled {
    pub(super) fn new(form: &NodeForm) -> Self {
        let filled = Self {
            name: RwSignal::default(),
            says: RwSignal::default(),
            text: RwSignal::default(),
            file: RwSignal::default(),
            voice: RwSignal::default(),
            speed: RwSignal::default(),
            barge_in: RwSignal::default(),
            loops: RwSignal::default(),
            pause_ms: RwSignal::default(),
            wait_seconds: RwSignal::default(),
            keys: RwSignal::default(),
            errors: FieldErrors::new(),
            fresh: StoredValue::new(0),
            owner: StoredValue::new(Owner::current().unwrap_or_default()),
        };
        filled.fill(form);
        filled
    }

    /// Fills it in anew.
    pub(super) fn fill(self, form: &NodeForm) {
        self.name.set(form.name.clone());
        self.says.set(form.says);
        self.text.set(form.text.clone());
        self.file.set(form.file.clone());
        self.voice.set(form.voice.clone());
        self.speed.set(form.speed.to_string());
        self.barge_in.set(form.barge_in);
        self.loops.set(form.loops.clone());
        self.pause_ms.set(form.pause_ms.clone());
        self.wait_seconds.set(form.wait_seconds.clone());
        let rows = form.keys.iter().map(|row| self.row(row)).collect();
        self.keys.set(rows);
        self.errors.clear();
    }

    /// What is filled in.
    pub(super) fn form(self) -> NodeForm {
        NodeForm {
            name: self.name.get_untracked(),
            says: self.says.get_untracked(),
            text: self.text.get_untracked(),
            file: self.file.get_untracked(),
            voice: self.voice.get_untracked(),
            speed: self.speed.get_untracked().parse().unwrap_or_default(),
            barge_in: self.barge_in.get_untracked(),
            loops: self.loops.get_untracked(),
            pause_ms: self.pause_ms.get_untracked(),
            wait_seconds: self.wait_seconds.get_untracked(),
            keys: self.keys.with_untracked(|rows| rows.iter().map(|row| row.read()).collect()),
        }
    }

    /// Where a row stands now.
    pub(super) fn place(self, own: usize) -> usize {
        self.keys.with(|rows| rows.iter().position(|row| row.own == own)).unwrap_or_default()
    }

    /// Takes a key away.
    pub(super) fn remove(self, own: usize) {
        self.errors.clear();
        self.keys.update(|rows| rows.retain(|row| row.own != own));
    }

    fn row(self, row: &KeyRow) -> Row {
        let own = self.fresh.get_value();
        self.fresh.set_value(own + 1);
        self.owner.with_value(|owner| owner.with(|| Row::new(own, row)))
    }
}

impl Row {
    pub(super) fn new(own: usize, row: &KeyRow) -> Self {
        let chosen = |id: Option<String>| RwSignal::new(id.unwrap_or_default());
        Self {
            own,
            press: RwSignal::new(press_word(row.press).to_owned()),
            does: RwSignal::new(does_word(row.does)),
            queue: chosen(row.queue.as_ref().map(ToString::to_string)),
            next: chosen(row.next.as_ref().map(ToString::to_string)),
            forward: RwSignal::new(row.forward.clone()),
            caller_id: RwSignal::new(row.caller_id.clone()),
        }
    }

    /// What is filled in.
    pub(super) fn read(self) -> KeyRow {
        let chosen = |id: RwSignal<String>| Some(id.get_untracked()).filter(|id| !id.is_empty());
        KeyRow {
            press: press_of(&self.press.get_untracked()),
            does: does_of(&self.does.get_untracked()),
            queue: chosen(self.queue).map(QueueId::new),
            next: chosen(self.next).map(NodeId::new),
            forward: self.forward.get_untracked(),
            caller_id: self.caller_id.get_untracked(),
        }
    }
}

/// A key that does something, with nothing else filled in.
pub(super) fn bare(press: Press, does: Does) -> KeyRow {
    KeyRow { press, does, queue: None, next: None, forward: String::new(), caller_id: String::new() }
}

/// A key as the word that a field chooses.
pub(super) fn press_word(press: Press) -> &'static str {
    match press {
        Press::Zero => "0",
        Press::One => "1",
        Press::Two => "2",
        Press::Three => "3",
        Press::Four => "4",
        Press::Five => "5",
        Press::Six => "6",
        Press::Seven => "7",
        Press::Eight => "8",
        Press::Nine => "9",
        Press::Star => "*",
        Press::Hash => "#",
        Press::Nothing => "nothing",
        Press::Other => "other",
    }
}

/// The key of such a word.
pub(super) fn press_of(word: &str) -> Press {
    Press::ALL.into_iter().find(|press| press_word(*press) == word).unwrap_or(Press::Zero)
}

/// What a key does, as the word that a field chooses.
pub(super) fn does_word(does: Does) -> String {
    match does {
        Does::Queue => "queue".to_owned(),
        Does::Next => "next".to_owned(),
        Does::Forward => "forward".to_owned(),
        Does::Stop => "stop".to_owned(),
        Does::Unknown(code) => format!("unknown-{code}"),
    }
}

/// What such a word means.
pub(super) fn does_of(word: &str) -> Does {
    match word {
        "queue" => Does::Queue,
        "next" => Does::Next,
        "forward" => Does::Forward,
        word => match word.strip_prefix("unknown-").and_then(|code| code.parse().ok()) {
            Some(code) => Does::Unknown(code),
            None => Does::Stop,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::{does_of, does_word, press_of, press_word};
    use domain::centre::{Does, Press};

    #[test]
    fn words_mean_what_they_were_made_of() {
        for press in Press::ALL {
            assert_eq!(press_of(press_word(press)), press);
        }
        for does in [Does::Queue, Does::Next, Does::Forward, Does::Stop, Does::Unknown(5)] {
            assert_eq!(does_of(&does_word(does)), does);
        }
    }
}

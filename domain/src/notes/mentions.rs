//! Members named in a note. The text holds their ids, as `@[0193…]`: what is shown is what they are called now.

use crate::ids::StaffId;
use crate::staff::StaffRef;

/// The most members that one note names.
pub const MENTIONS_MAX: usize = 20;
/// What an id is written between.
const MARKS: (&str, &str) = ("@[", "]");
/// Longer than any id.
const ID_MAX: usize = 64;

/// A piece of a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words.
    Text(String),
    /// A member's id.
    Mention(StaffId),
}

/// The text that names a member.
pub fn token(member: &StaffId) -> String {
    format!("{}{member}{}", MARKS.0, MARKS.1)
}

/// A note's text, piece by piece.
pub fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut words = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(MARKS.0) {
        let (before, from) = rest.split_at(at);
        words.push_str(before);
        match member(from) {
            Some((id, after)) => {
                if !words.is_empty() {
                    pieces.push(Piece::Text(std::mem::take(&mut words)));
                }
                pieces.push(Piece::Mention(id));
                rest = after;
            }
            None => {
                words.push_str(MARKS.0);
                rest = from.get(MARKS.0.len()..).unwrap_or_default();
            }
        }
    }
    words.push_str(rest);
    if !words.is_empty() {
        pieces.push(Piece::Text(words));
    }
    pieces
}

/// The id that a text begins with, between its marks, and what follows it.
fn member(text: &str) -> Option<(StaffId, &str)> {
    let (id, after) = text.strip_prefix(MARKS.0)?.split_once(MARKS.1)?;
    let is_id = !id.is_empty() && id.len() <= ID_MAX && id.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    is_id.then(|| (StaffId::new(id), after))
}

/// Who is named in a note, each once, in order.
pub fn mentioned(text: &str) -> Vec<StaffId> {
    let mut members = Vec::new();
    for piece in pieces(text) {
        if let Piece::Mention(member) = piece
            && !members.contains(&member)
        {
            members.push(member);
        }
    }
    members
}

/// A note's text with names for ids, as `@Trần Thị Lan`; of whom nothing is known any more a mark stays.
pub fn with_names(text: &str, members: &[StaffRef]) -> String {
    let name = |id: &StaffId| members.iter().find(|one| one.id == *id).map_or("…", |one| one.name.as_str());
    let shown = |piece: Piece| match piece {
        Piece::Text(words) => words,
        Piece::Mention(id) => format!("@{}", name(&id)),
    };
    pieces(text).into_iter().map(shown).collect()
}

/// Puts ids for the names of these members where `@` stands before them, so that what was typed and chosen becomes a
/// note's text. Of two names that begin alike the longer is meant.
pub fn with_ids(typed: &str, chosen: &[StaffRef]) -> String {
    let mut by_length: Vec<&StaffRef> = chosen.iter().filter(|one| !one.name.is_empty()).collect();
    by_length.sort_by_key(|one| std::cmp::Reverse(one.name.len()));
    let mut text = String::new();
    let mut rest = typed;
    while let Some(at) = rest.find('@') {
        let (before, from) = rest.split_at(at);
        text.push_str(before);
        let after = from.get(1..).unwrap_or_default();
        match by_length.iter().find(|one| after.starts_with(&one.name)) {
            Some(named) => {
                text.push_str(&token(&named.id));
                rest = after.get(named.name.len()..).unwrap_or_default();
            }
            None => {
                text.push('@');
                rest = after;
            }
        }
    }
    text.push_str(rest);
    text
}

/// What is being typed after an `@`, when the cursor stands at the end of `typed`: the letters a name is looked for by.
/// An `@` inside a word is none: that is an email address.
pub fn typing(typed: &str) -> Option<&str> {
    let (before, word) = typed.rsplit_once('@')?;
    let begins_a_word = before.chars().next_back().is_none_or(|c| c.is_whitespace() || "([\"'".contains(c));
    let is_a_name = word.chars().count() <= 40 && !word.contains(['\n', '@', '[', ']']) && !word.starts_with(' ');
    (begins_a_word && is_a_name).then_some(word)
}

#[cfg(test)]
mod tests {
    use super::{Piece, mentioned, pieces, token, typing, with_ids, with_names};
    use crate::ids::StaffId;
    use crate::staff::StaffRef;

    fn member(id: &str, name: &str) -> StaffRef {
        StaffRef { id: StaffId::new(id), name: name.into() }
    }

    #[test]
    fn what_is_typed_becomes_ids_and_names_again() {
        let (lan, lan_anh) = (member("0193-a", "Trần Lan"), member("0193-b", "Trần Lan Anh"));
        let both = [lan.clone(), lan_anh.clone()];
        let typed = "Nhờ @Trần Lan Anh gọi, báo @Trần Lan. Thư: lan@alo.vn, @ai";
        let text = with_ids(typed, &both);
        assert_eq!(text, "Nhờ @[0193-b] gọi, báo @[0193-a]. Thư: lan@alo.vn, @ai");
        assert_eq!(with_names(&text, &both), typed);
        assert_eq!(mentioned(&text), [lan_anh.id, lan.id]);
        assert_eq!(with_names(&text, &[member("0193-a", "Lan Mới")]), "Nhờ @… gọi, báo @Lan Mới. Thư: lan@alo.vn, @ai");
    }

    #[test]
    fn what_only_looks_like_a_mention_is_text() {
        for text in ["@[", "@[]", "@[có dấu]", "@[a b]", "a@[", "@@", ""] {
            assert_eq!(mentioned(text), [], "{text}");
            assert_eq!(with_names(text, &[]), text);
        }
        let pieces = pieces("@[ @[x]");
        assert_eq!(pieces, [Piece::Text("@[ ".into()), Piece::Mention(StaffId::new("x"))]);
        let twice = format!("{0}{0}", token(&StaffId::new("x")));
        assert_eq!(mentioned(&twice).len(), 1, "each once");
    }

    #[test]
    fn a_name_is_looked_for_after_the_mark_only() {
        let cases = [
            ("@", Some("")),
            ("Nhờ @tr", Some("tr")),
            ("Nhờ (@Trần L", Some("Trần L")),
            ("lan@alo", None),
            ("Nhờ @ ", None),
            ("@lan\nrồi", None),
            ("không", None),
        ];
        for (typed, found) in cases {
            assert_eq!(typing(typed), found, "{typed}");
        }
    }
}

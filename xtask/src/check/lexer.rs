//! Splits Rust text into code, strings and comments, so that a brace in a string is no brace.

/// What a piece of the text is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Kind {
    /// Anything else, a character literal included.
    Code,
    /// A string literal with its quotes.
    Text,
    /// A comment, documentation included.
    Comment,
}

/// The same text with every byte that is not of the wanted kind turned into a space; line breaks stay, so that lines
/// and columns do too.
pub(crate) fn only(kind: Kind, text: &str) -> String {
    keep(text, |of| of == kind)
}

/// The same text with every byte of a comment turned into a space.
pub(crate) fn without_comments(text: &str) -> String {
    keep(text, |of| of != Kind::Comment)
}

fn keep(text: &str, wanted: impl Fn(Kind) -> bool) -> String {
    let mut kept = Vec::with_capacity(text.len());
    for (piece, of) in pieces(text) {
        if wanted(of) {
            kept.extend_from_slice(piece.as_bytes());
        } else {
            kept.extend(piece.bytes().map(|byte| if byte == b'\n' { b'\n' } else { b' ' }));
        }
    }
    String::from_utf8_lossy(&kept).into_owned()
}

/// The text in pieces, nothing lost.
pub(crate) fn pieces(text: &str) -> Vec<(&str, Kind)> {
    let mut pieces = Vec::new();
    let (mut start, mut at) = (0, 0);
    while at < text.len() {
        let rest = &text[at..];
        let Some((length, kind)) = special(rest, text[..at].chars().next_back()) else {
            at += rest.chars().next().map_or(1, char::len_utf8);
            continue;
        };
        if kind != Kind::Code {
            pieces.push((&text[start..at], Kind::Code));
            pieces.push((&text[at..at + length], kind));
            start = at + length;
        }
        at += length;
    }
    pieces.push((&text[start..], Kind::Code));
    pieces
}

/// The comment, string or character that begins here, with its length in bytes.
fn special(rest: &str, before: Option<char>) -> Option<(usize, Kind)> {
    if rest.starts_with("//") {
        return Some((rest.find('\n').unwrap_or(rest.len()), Kind::Comment));
    }
    if rest.starts_with("/*") {
        return Some((block_comment(rest), Kind::Comment));
    }
    if rest.starts_with('"') {
        return Some((quoted(rest), Kind::Text));
    }
    if rest.starts_with('\'') {
        return character(rest).map(|length| (length, Kind::Code));
    }
    if rest.starts_with('r') && !before.is_some_and(|before| before.is_alphanumeric() && before != 'b') {
        return raw(rest).map(|length| (length, Kind::Text));
    }
    None
}

/// Block comments nest.
fn block_comment(rest: &str) -> usize {
    let (mut depth, mut at) = (0_usize, 0);
    while at < rest.len() {
        let step = match &rest.as_bytes()[at..] {
            [b'/', b'*', ..] => {
                depth += 1;
                2
            }
            [b'*', b'/', ..] => {
                depth -= 1;
                2
            }
            _ => 1,
        };
        at += step;
        if depth == 0 {
            return at;
        }
    }
    rest.len()
}

/// A string with escapes, from its opening quote.
fn quoted(rest: &str) -> usize {
    let mut escaped = false;
    for (at, byte) in rest.bytes().enumerate().skip(1) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

/// `r"..."`, `r#"..."#` and so on.
fn raw(rest: &str) -> Option<usize> {
    let hashes = rest[1..].bytes().take_while(|byte| *byte == b'#').count();
    if rest.as_bytes().get(1 + hashes) != Some(&b'"') {
        return None;
    }
    let end = format!("\"{}", "#".repeat(hashes));
    let begin = 2 + hashes;
    Some(rest[begin..].find(&end).map_or(rest.len(), |at| begin + at + end.len()))
}

/// A character literal; a lifetime is none.
fn character(rest: &str) -> Option<usize> {
    let mut characters = rest.char_indices().skip(1);
    let (_, first) = characters.next()?;
    if first == '\\' {
        return rest[3..].find('\'').map(|at| at + 4);
    }
    let (at, second) = characters.next()?;
    (second == '\'').then_some(at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_strings_and_comments_are_told_apart() {
        let text = "a(\"}\\\"\", '\"', 'x', '\\'', b\"{\"); // }\n/* { /* { */ */ let r = r#\"\"{\"#; fn f<'a>() {}";
        let code = only(Kind::Code, text);
        assert_eq!(
            code.split_whitespace().collect::<Vec<_>>().join(" "),
            "a( , '\"', 'x', '\\'', b ); let r = ; fn f<'a>() {}"
        );
        assert_eq!(code.len(), text.len());
        assert_eq!(only(Kind::Comment, text).split_whitespace().collect::<String>(), "//}/*{/*{*/*/");
        assert_eq!(only(Kind::Text, text).split_whitespace().collect::<String>(), "\"}\\\"\"\"{\"r#\"\"{\"#");
    }

    #[test]
    fn words_beyond_ascii_do_not_break_it() {
        let text = "let đ = \"Đặng\"; // lời\nfn f() {}";
        assert!(only(Kind::Code, text).contains("fn f() {}"));
        assert_eq!(only(Kind::Text, text).trim(), "\"Đặng\"");
    }

    #[test]
    fn an_unfinished_string_ends_with_the_text() {
        assert_eq!(pieces("x\"abc"), vec![("x", Kind::Code), ("\"abc", Kind::Text), ("", Kind::Code)]);
    }
}

//! Nothing is left for later, and no test is switched off or waits for a clock.

use super::Problem;
use super::lexer::{Kind, only};
use super::source::SourceFile;

/// Marks of unfinished work, wherever they stand.
const MARKS: [&str; 3] = ["TODO", "FIXME", "XXX"];
/// Rust code that is no code, or a test that does not run.
const RUST: [&str; 3] = ["todo!", "unimplemented!", "#[ignore"];
/// Browser journeys that do not run, keep others from running, or guess how long something takes.
const JOURNEYS: [&str; 8] = [
    "test.skip",
    "test.fixme",
    "test.fail(",
    "describe.skip",
    "test.only",
    "describe.only",
    "waitForTimeout",
    "page.pause",
];

pub(super) fn check(file: &SourceFile) -> Vec<Problem> {
    if file.is_below("xtask/src/check") {
        return Vec::new();
    }
    let mut problems = Vec::new();
    let mut search = |text: &str, needles: &[&str]| {
        for (number, line) in text.lines().enumerate() {
            for needle in needles.iter().filter(|needle| stands_in(line, needle)) {
                problems.push(Problem::at(file, number + 1, format!("`{needle}` is left over")));
            }
        }
    };
    search(&file.text, &MARKS);
    match file.extension() {
        "rs" => search(&only(Kind::Code, &file.text), &RUST),
        "ts" | "js" | "mjs" => search(&file.text, &JOURNEYS),
        _ => {}
    }
    problems
}

/// Whether the line holds the needle, not as the end or the beginning of a longer word.
fn stands_in(line: &str, needle: &str) -> bool {
    let joins = |character: char| character.is_alphanumeric() || character == '_';
    line.match_indices(needle).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let after = line[at + needle.len()..].chars().next();
        let is_word = needle.ends_with(joins);
        !(before.is_some_and(joins) || is_word && after.is_some_and(joins))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(path: &str, text: &str) -> usize {
        check(&SourceFile::new(path, text)).len()
    }

    #[test]
    fn unfinished_work_is_found() {
        assert_eq!(found("app/src/a.rs", "// TODO: later\nfn f() { todo!() }\n#[ignore = \"slow\"]\nfn g() {}"), 3);
        assert_eq!(found("style/a.css", "/* FIXME */"), 1);
        assert_eq!(found("end2end/a.spec.ts", "test.skip('a');\nawait page.waitForTimeout(5);\ntest.only('b');"), 3);
    }

    #[test]
    fn ordinary_code_is_not() {
        assert_eq!(found("app/src/a.rs", "list.iter().skip(1); let mastodon = \"todo!\"; // todos"), 0);
        assert_eq!(found("end2end/a.spec.ts", "await expect(page).toHaveURL('/');"), 0);
    }
}

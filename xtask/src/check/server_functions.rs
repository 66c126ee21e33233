//! A server function says who asks, what for, and answers: at most five lines.

use super::Problem;
use super::lexer::{Kind, only, without_comments};
use super::source::SourceFile;

const MOST_LINES: usize = 5;

pub(super) fn check(file: &SourceFile) -> Vec<Problem> {
    if file.extension() != "rs" || file.is_below("xtask") {
        return Vec::new();
    }
    // Braces are looked for in code alone; a line counts if it holds code or a string. Both texts are equally long.
    let code = only(Kind::Code, &file.text);
    let counted = without_comments(&file.text);
    let mut problems = Vec::new();
    for (at, _) in code.match_indices("#[server") {
        let attribute = at + "#[server".len();
        let after = &code[attribute..];
        if !after.starts_with([']', '(']) {
            continue;
        }
        let Some((begin, end)) = body(after) else { continue };
        let lines = counted[attribute + begin..attribute + end].lines().filter(|line| !line.trim().is_empty()).count();
        if lines > MOST_LINES {
            let line = code[..at].matches('\n').count() + 1;
            let message =
                format!("a server function of {lines} lines; it has at most {MOST_LINES}, the rest is a use case");
            problems.push(Problem::at(file, line, message));
        }
    }
    problems
}

/// Where the body of the next function lies, without its braces.
fn body(code: &str) -> Option<(usize, usize)> {
    let function = code.find("fn ")?;
    let open = function + code[function..].find('{')?;
    let mut depth = 0_usize;
    for (at, byte) in code.bytes().enumerate().skip(open) {
        match byte {
            b'{' => depth += 1,
            b'}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some((open + 1, at));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn function(lines: usize) -> String {
        let body = "    let x = format!(\"}}\"); // why\n".repeat(lines);
        format!(
            "/// It lists.\n#[server(endpoint = \"list\")]\npub async fn list(a: u8) -> Result<(), E> {{\n{body}}}\nfn next() {{}}\n"
        )
    }

    #[test]
    fn the_sixth_line_is_too_many() {
        assert!(check(&SourceFile::new("app/src/customers.rs", &function(5))).is_empty());
        let problems = check(&SourceFile::new("app/src/customers.rs", &function(6)));
        assert_eq!(problems.len(), 1);
        assert_eq!(problems[0].place, "app/src/customers.rs:2");
    }

    #[test]
    fn comments_and_other_functions_do_not_count() {
        let text = format!(
            "#[server]\nasync fn f() {{\n{}    g()\n}}\nfn g() {{\n{}}}\n",
            "    // why\n".repeat(9),
            "x();\n".repeat(9)
        );
        assert!(check(&SourceFile::new("app/src/customers.rs", &text)).is_empty());
    }
}

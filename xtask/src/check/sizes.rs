//! A file has at most 400 lines; clippy counts those of a function.

use super::Problem;
use super::source::SourceFile;

const MOST_LINES: usize = 400;

pub(super) fn check(file: &SourceFile) -> Vec<Problem> {
    let lines = file.text.lines().count();
    let counts = matches!(file.extension(), "rs" | "ts" | "js" | "mjs" | "css");
    if counts && lines > MOST_LINES {
        return vec![Problem::new(file.path.clone(), format!("{lines} lines; a file has at most {MOST_LINES}"))];
    }
    Vec::new()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_401st_line_is_too_many() {
        let of = |lines: usize, path: &str| check(&SourceFile::new(path, &"x\n".repeat(lines))).len();
        assert_eq!(of(400, "app/src/dock.rs"), 0);
        assert_eq!(of(401, "app/src/dock.rs"), 1);
        assert_eq!(of(401, "style/dock.css"), 1);
        assert_eq!(of(401, "migrations/0001.sql"), 0);
    }
}

//! SQL lives in `backend/src/db` and in `migrations`.

use super::Problem;
use super::lexer::{Kind, only, pieces};
use super::source::SourceFile;

const HOME: &str = "backend/src/db";
/// Its door, and what plays somebody else at the database of a story.
const BESIDES: [&str; 2] = ["backend/src/db.rs", "backend/tests/stories/db.rs"];
const BEGINNINGS: [&str; 7] =
    ["select ", "insert into ", "update ", "delete from ", "with ", "create table ", "alter table "];

pub(super) fn check(file: &SourceFile) -> Vec<Problem> {
    if file.extension() != "rs"
        || file.is_below(HOME)
        || BESIDES.contains(&file.path.as_str())
        || file.is_below("xtask")
    {
        return Vec::new();
    }
    let mut problems = Vec::new();
    for (number, line) in only(Kind::Code, &file.text).lines().enumerate() {
        if line.contains("sqlx::") || line.contains("use sqlx") {
            problems.push(Problem::at(file, number + 1, format!("the database is asked only in {HOME}")));
        }
    }
    // Only the back end can reach a database; elsewhere a sentence may begin with "Select".
    if file.is_below("backend") {
        problems.extend(statements(file));
    }
    problems
}

fn statements(file: &SourceFile) -> Vec<Problem> {
    let mut line = 1;
    let mut problems = Vec::new();
    for (piece, kind) in pieces(&file.text) {
        if kind == Kind::Text && is_statement(piece) {
            problems.push(Problem::at(file, line, format!("SQL belongs in {HOME}")));
        }
        line += piece.matches('\n').count();
    }
    problems
}

fn is_statement(literal: &str) -> bool {
    let text = literal.trim_start_matches(['r', '#', '"']).to_lowercase();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let rest_of = |begin: &str| text.strip_prefix(begin).map(str::to_owned);
    BEGINNINGS.iter().filter_map(|begin| rest_of(begin).map(|rest| (*begin, rest))).any(|(begin, rest)| match begin {
        "select " | "with " => rest.contains(" from "),
        "update " => rest.contains(" set "),
        _ => true,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(path: &str, text: &str) -> Vec<String> {
        check(&SourceFile::new(path, text)).into_iter().map(|problem| problem.place).collect()
    }

    #[test]
    fn sql_outside_its_folder_is_found() {
        let text =
            "fn f() {}\nconst A: &str = \"select a\n from b\";\nlet q = sqlx::query(A);\nlet d = r#\"delete from c\"#;";
        assert_eq!(
            lines("backend/src/customers.rs", text),
            ["backend/src/customers.rs:4", "backend/src/customers.rs:2", "backend/src/customers.rs:5"]
        );
        assert_eq!(lines("server/src/sessions.rs", "use sqlx::Row;"), ["server/src/sessions.rs:1"]);
    }

    #[test]
    fn its_folder_and_plain_sentences_are_free() {
        assert!(lines("backend/src/db/customers.rs", "sqlx::query(\"select a from b\")").is_empty());
        assert!(lines("backend/tests/stories/db.rs", "use sqlx::PgConnection;").is_empty());
        assert!(lines("app/src/texts/en.rs", "\"Select a number from the list\"").is_empty());
        assert!(lines("backend/src/staff.rs", "// select a from b\n\"update the name\"").is_empty());
    }
}

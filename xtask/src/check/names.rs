//! No module is named after nothing: a name says what is inside.

use super::Problem;
use super::lexer::{Kind, only};
use super::source::SourceFile;

const EMPTY_NAMES: [&str; 10] =
    ["utils", "util", "common", "helpers", "helper", "manager", "managers", "service", "services", "misc"];

pub(super) fn check(file: &SourceFile) -> Vec<Problem> {
    if file.is_below("xtask") {
        return Vec::new();
    }
    let mut problems = Vec::new();
    let folders = file.path.split('/').rev().skip(1);
    for name in folders.chain([file.stem()]).filter(|name| EMPTY_NAMES.contains(name)) {
        problems.push(Problem::new(file.path.clone(), format!("`{name}` says nothing about what is inside")));
    }
    if file.extension() == "rs" {
        for (number, line) in only(Kind::Code, &file.text).lines().enumerate() {
            if let Some(name) = module(line).filter(|name| EMPTY_NAMES.contains(name)) {
                problems.push(Problem::at(file, number + 1, format!("`mod {name}` says nothing about what is inside")));
            }
        }
    }
    problems
}

/// The module that a line declares.
fn module(line: &str) -> Option<&str> {
    let mut words = line.split(|character: char| !(character.is_alphanumeric() || character == '_'));
    words.find(|word| *word == "mod").and_then(|_| words.next())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(path: &str, text: &str) -> usize {
        check(&SourceFile::new(path, text)).len()
    }

    #[test]
    fn empty_names_are_found_as_file_folder_and_module() {
        assert_eq!(found("app/src/utils.rs", ""), 1);
        assert_eq!(found("end2end/helpers/login.ts", ""), 1);
        assert_eq!(found("backend/src/calls.rs", "pub(crate) mod helpers {\n}"), 1);
    }

    #[test]
    fn names_that_say_something_are_free() {
        assert_eq!(found("app/src/pages/staff.rs", "mod service_address; // mod utils"), 0);
        assert_eq!(found("domain/src/access.rs", "let manager = Role::Manager;"), 0);
    }
}

//! A migration that was released is never changed, taken away or overtaken: databases out there have been through it.
//!
//! `migrations/released` has, for each released version, the checksums of its migrations (as `sha256sum` writes them)
//! and a backup of its demonstration, which the stories of the back end take up.

use super::Problem;
use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;

/// Where the migrations are.
const MIGRATIONS: &str = "migrations";
/// Where what was released is kept.
pub(crate) const RELEASED: &str = "migrations/released";

/// Checksums by file name; names begin with their number.
type Sums = BTreeMap<String, String>;

/// Compares today's migrations with those of every released version.
pub(super) fn check(root: &Path) -> Result<Vec<Problem>> {
    let now = sums(root)?;
    let mut problems = Vec::new();
    for entry in fs::read_dir(root.join(RELEASED)).context(RELEASED)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "sums") {
            let version = path.file_stem().unwrap_or_default().to_string_lossy();
            problems.extend(differences(&version, &parsed(&fs::read_to_string(&path)?), &now));
        }
    }
    Ok(problems)
}

/// Today's checksums, as they are written down for a version.
pub(crate) fn listed(root: &Path) -> Result<String> {
    let mut list = String::new();
    for (name, sum) in sums(root)? {
        writeln!(list, "{sum}  {name}")?;
    }
    Ok(list)
}

fn sums(root: &Path) -> Result<Sums> {
    let mut sums = Sums::new();
    for entry in fs::read_dir(root.join(MIGRATIONS)).context(MIGRATIONS)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "sql") {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let digest = Sha256::digest(fs::read(&path)?);
            sums.insert(name, digest.iter().map(|byte| format!("{byte:02x}")).collect());
        }
    }
    Ok(sums)
}

fn parsed(list: &str) -> Sums {
    list.lines().filter_map(|line| line.split_once("  ")).map(|(sum, name)| (name.to_owned(), sum.to_owned())).collect()
}

fn differences(version: &str, released: &Sums, now: &Sums) -> Vec<Problem> {
    let problem = |name: &str, what: &str| Problem::new(format!("{MIGRATIONS}/{name}"), what);
    let mut problems = Vec::new();
    for (name, sum) in released {
        match now.get(name) {
            Some(present) if present == sum => {}
            Some(_) => {
                problems.push(problem(name, &format!("version {version} was released with it: write another one")));
            }
            None => problems.push(problem(name, &format!("version {version} was released with it: it must stay"))),
        }
    }
    let last = released.keys().next_back();
    for name in now.keys().filter(|name| last.is_some_and(|last| *name < last) && !released.contains_key(*name)) {
        problems
            .push(problem(name, &format!("version {version} was released with later ones: give it a higher number")));
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(released: &str, now: &str) -> Vec<String> {
        differences("0.1.0", &parsed(released), &parsed(now)).into_iter().map(|problem| problem.place).collect()
    }

    #[test]
    fn new_ones_come_after_what_was_released() {
        assert!(places("a  0001_people.sql\nb  0003_calls.sql", "a  0001_people.sql\nb  0003_calls.sql").is_empty());
        assert!(places("a  0001_people.sql", "a  0001_people.sql\nb  0002_calls.sql").is_empty());
    }

    #[test]
    fn what_was_released_is_neither_changed_nor_taken_away_nor_overtaken() {
        let now = "x  0001_people.sql\nb  0002_calls.sql";
        let expected = ["migrations/0001_people.sql", "migrations/0003_line.sql", "migrations/0002_calls.sql"];
        assert_eq!(places("a  0001_people.sql\nc  0003_line.sql", now), expected);
    }
}

//! The rules of the architecture that no compiler knows. Each is a function from the sources to what breaks it.

mod graph;
mod leftovers;
mod lexer;
mod names;
pub(crate) mod released;
mod server_functions;
mod sizes;
mod source;
mod sql;
mod vendors;

use crate::workspace::{Workspace, output_of};
use anyhow::{Result, bail};
use source::SourceFile;
use std::fmt;

/// One place that breaks a rule.
#[derive(Debug, PartialEq)]
pub(crate) struct Problem {
    place: String,
    message: String,
}

impl Problem {
    /// `place` is a path with a line, or a crate.
    fn new(place: impl Into<String>, message: impl Into<String>) -> Self {
        Self { place: place.into(), message: message.into() }
    }

    /// A problem in one line of a file; lines count from 1.
    fn at(file: &SourceFile, line: usize, message: impl Into<String>) -> Self {
        Self::new(format!("{}:{line}", file.path), message)
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.place, self.message)
    }
}

/// The rules about text, all of one shape.
const TEXT_RULES: [fn(&SourceFile) -> Vec<Problem>; 6] =
    [vendors::check, sql::check, names::check, sizes::check, server_functions::check, leftovers::check];

/// Checks every rule; prints each problem, and fails if there is one.
pub(crate) fn run(workspace: &Workspace) -> Result<()> {
    let files = source::read_all(&workspace.root)?;
    let mut problems: Vec<Problem> =
        files.iter().flat_map(|file| TEXT_RULES.iter().flat_map(|rule| rule(file))).collect();
    problems.extend(released::check(&workspace.root)?);
    problems.extend(graph::check_members(&workspace.packages));
    problems.extend(graph::check_browser(&output_of(workspace.cargo(&graph::BROWSER_TREE))?));
    for problem in &problems {
        println!("{problem}");
    }
    if !problems.is_empty() {
        bail!("{} places break a rule of the architecture", problems.len());
    }
    println!("{} files keep the rules of the architecture", files.len());
    Ok(())
}

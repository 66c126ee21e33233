//! Runs the parts of a long command one after the other and ends with a summary that can be read at a glance.

use anyhow::{Context, Result, bail};
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// What has run so far.
pub(crate) struct Steps {
    title: &'static str,
    done: Vec<Done>,
}

struct Done {
    name: String,
    outcome: Result<String>,
    took: Duration,
}

impl Steps {
    /// Starts a list; `title` is the command the user typed.
    pub(crate) fn new(title: &'static str) -> Self {
        Self { title, done: Vec::new() }
    }

    /// Runs one part; what it returns stands in the summary. A failure is kept for the end, so the other parts run too.
    /// Says whether it succeeded, for parts that others need.
    pub(crate) fn run(&mut self, name: &str, part: impl FnOnce() -> Result<String>) -> bool {
        println!("\n=== {name}");
        let start = Instant::now();
        let outcome = part();
        if let Err(error) = &outcome {
            println!("{name} failed: {error:#}");
        }
        let succeeded = outcome.is_ok();
        self.done.push(Done { name: name.to_owned(), outcome, took: start.elapsed() });
        succeeded
    }

    /// Prints the summary; fails if a part failed.
    pub(crate) fn finish(self) -> Result<()> {
        println!("\n=== {}: summary", self.title);
        let width = self.done.iter().map(|step| step.name.len()).max().unwrap_or(0);
        for step in &self.done {
            let took = format!("{}:{:02}", step.took.as_secs() / 60, step.took.as_secs() % 60);
            let (mark, note) = match &step.outcome {
                Ok(note) => ("ok    ", note.clone()),
                Err(error) => ("FAILED", error.to_string()),
            };
            println!("{mark} {:width$} {took:>6}  {note}", step.name);
        }
        let failed = self.done.iter().filter(|step| step.outcome.is_err()).count();
        if failed > 0 {
            bail!("{}: {failed} of {} parts failed", self.title, self.done.len());
        }
        println!("{}: everything passed", self.title);
        Ok(())
    }
}

/// The sums of the result lines that `cargo test` prints, one for each test program.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct TestCount {
    programs: usize,
    passed: usize,
    failed: usize,
    ignored: usize,
}

impl TestCount {
    /// Adds one line of output, if it is a result line.
    fn add(&mut self, line: &str) {
        let Some(counts) = line.strip_prefix("test result: ") else {
            return;
        };
        self.programs += 1;
        for part in counts.split(['.', ';']) {
            let mut words = part.split_whitespace();
            let (Some(Ok(count)), Some(kind)) = (words.next().map(str::parse::<usize>), words.next()) else {
                continue;
            };
            match kind {
                "passed" => self.passed += count,
                "failed" => self.failed += count,
                "ignored" => self.ignored += count,
                _ => {}
            }
        }
    }
}

/// Runs `cargo test`, showing its output as it comes; returns the sums for the summary.
pub(crate) fn cargo_test(mut command: Command) -> Result<String> {
    let mut child = command.stdout(Stdio::piped()).spawn().context("cargo could not be started")?;
    let mut count = TestCount::default();
    for line in BufReader::new(child.stdout.take().context("cargo has no output")?).lines() {
        let line = line?;
        count.add(&line);
        println!("{line}");
    }
    let TestCount { programs, passed, failed, ignored } = count;
    let sums = format!("{passed} passed, {failed} failed, {ignored} ignored in {programs} programs");
    if !child.wait()?.success() {
        bail!("{sums}");
    }
    if passed == 0 {
        bail!("no test ran");
    }
    Ok(sums)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn result_lines_add_up_and_others_are_left_alone() {
        let mut count = TestCount::default();
        count.add("test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s");
        count.add("test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out");
        count.add("test phone::keeps_short_codes ... ok");
        assert_eq!(count, TestCount { programs: 2, passed: 15, failed: 2, ignored: 1 });
    }

    #[test]
    fn one_failed_part_fails_the_whole_and_the_rest_still_runs() {
        let mut steps = Steps::new("a command");
        assert!(!steps.run("first", || bail!("broken")));
        assert!(steps.run("second", || Ok(String::new())));
        assert!(steps.finish().is_err());
    }
}

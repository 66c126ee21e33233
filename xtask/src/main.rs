//! The build tool: `cargo xtask <command>`. The Makefile prepares the machine and calls it.
#![allow(clippy::print_stdout, reason = "a command line tool speaks to its terminal")]

mod assets;
mod check;
mod commands;
mod release;
mod steps;
mod workspace;

use anyhow::{Result, bail};
use std::process::ExitCode;
use workspace::{Profile, Workspace};

const USAGE: &str = "\
usage: cargo xtask <command>
  build    the server and everything a browser loads from it, in target/site
  package  build, then make the Debian package in target
  release  keep what the database of this version looks like, in migrations/released
  check    the rules of the architecture
  test     build, then every test and the browser journeys
  lint     formatting, clippy, licences and layers, the rules of the architecture
  bench    build, then measure; writes target/bench.json
  screens  build, then take the screenshots of the README";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            println!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let workspace = Workspace::locate()?;
    match std::env::args().nth(1).as_deref() {
        Some("build") => commands::build(&workspace, Profile::Release),
        Some("package") => commands::package(&workspace),
        Some("release") => commands::release(&workspace),
        Some("check") => check::run(&workspace),
        Some("test") => commands::test(&workspace),
        Some("lint") => commands::lint(&workspace),
        Some("bench") => commands::bench(&workspace),
        Some("screens") => commands::screens(&workspace),
        _ => bail!("{USAGE}"),
    }
}

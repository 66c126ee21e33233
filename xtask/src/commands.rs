//! The commands, each as the list of its parts.

use crate::steps::{Steps, cargo_test};
use crate::workspace::{Profile, Workspace, output_of, run};
use crate::{assets, check, release};
use anyhow::{Result, bail};
use std::panic::resume_unwind;
use std::path::PathBuf;
use std::process::Command;
use std::thread;

/// All crates whose tests and lints run natively. The front end is wasm only, and built here it would switch on
/// `app`'s browser features beside the server's; this tool has its own set of dependencies: apart, neither makes
/// cargo build the other's a second time.
const NATIVE: [&str; 5] = ["--workspace", "--exclude", "frontend", "--exclude", "xtask"];

/// The tool's own crate.
const TOOL: [&str; 2] = ["--package", "xtask"];

/// Builds the server, and everything that a browser loads from it. Both at once: linking the browser's program keeps
/// one core busy for minutes, and cargo has a folder of its own for each.
pub(crate) fn build(workspace: &Workspace, profile: Profile) -> Result<()> {
    thread::scope(|scope| {
        let browser = scope.spawn(|| assets::build(workspace));
        let server = ["build", "--profile", profile.name(), "--locked", "--package", "server"];
        let server = run(workspace.cargo(&server));
        server.and(browser.join().unwrap_or_else(|panic| resume_unwind(panic)))
    })
}

/// Builds, then makes the Debian package of it in `target`; where that is.
pub(crate) fn package(workspace: &Workspace) -> Result<()> {
    build(workspace, Profile::Shipped)?;
    pack(workspace, Profile::Shipped).map(|file| println!("{}", file.display()))
}

/// Makes the package of what is built.
fn pack(workspace: &Workspace, profile: Profile) -> Result<PathBuf> {
    let version = workspace.version("server")?;
    run(workspace.with_server(profile, workspace.command("package/build", &[&version])))?;
    let architecture = output_of(workspace.command("dpkg", &["--print-architecture"]))?;
    Ok(workspace.root.join("target").join(format!("alo_{version}_{}.deb", architecture.trim())))
}

/// Makes the package and tries it in a Debian with nothing else in it. Only root can make one: elsewhere that is left
/// to the continuous integration, which must.
fn try_package(workspace: &Workspace) -> Result<String> {
    let package = pack(workspace, Profile::Release)?.to_string_lossy().into_owned();
    let is_root = output_of(workspace.command("id", &["-u"]))?.trim() == "0";
    if !is_root && std::env::var_os("CI").is_none() {
        return Ok("made, and not tried: only root can make a clean root".to_owned());
    }
    done(run(workspace.command("package/try", &[&package, &workspace.target.to_string_lossy()])))
}

/// Builds, then keeps what the database of this version looks like: before the version is given away, once.
pub(crate) fn release(workspace: &Workspace) -> Result<()> {
    build(workspace, Profile::Release)?;
    release::keep(workspace)
}

/// Builds, then runs every test there is.
pub(crate) fn test(workspace: &Workspace) -> Result<()> {
    let mut steps = Steps::new("make test");
    steps.run("rules of the architecture", || done(check::run(workspace)));
    steps.run("tests of the build tool", || cargo_test(cargo(workspace, "test", &TOOL, &[])));
    let built = steps.run("build", || done(build(workspace, Profile::Release)));
    steps.run("tests of the crates", || cargo_test(cargo(workspace, "test", &NATIVE, &["--no-fail-fast"])));
    let is_built = || if built { Ok(()) } else { bail!("not run: the build failed") };
    steps.run("the package, in a clean root", || is_built().and_then(|()| try_package(workspace)));
    steps.run("browser journeys", || {
        is_built()?;
        let journeys = workspace.npm_tool("playwright", &["test", "--config", "end2end"]);
        done(run(workspace.with_server(Profile::Release, journeys)))
    });
    steps.finish()
}

/// Everything that reads the code without running it.
pub(crate) fn lint(workspace: &Workspace) -> Result<()> {
    let mut steps = Steps::new("make lint");
    let warnings = ["--", "--deny", "warnings"];
    let all_targets = [["--all-targets"].as_slice(), &warnings].concat();
    let wasm = ["clippy", "--locked", "--profile", assets::WASM_PROFILE, "--target", assets::WASM_TARGET];
    let wasm = [wasm.as_slice(), &["--package", "frontend"], &warnings].concat();
    let deny = ["--locked", "check", "bans", "licenses", "sources"];
    steps.run("formatting", || done(run(workspace.cargo(&["fmt", "--all", "--check"]))));
    steps.run("rules of the architecture", || done(check::run(workspace)));
    steps.run("clippy, native", || done(run(cargo(workspace, "clippy", &NATIVE, &all_targets))));
    steps.run("clippy, build tool", || done(run(cargo(workspace, "clippy", &TOOL, &all_targets))));
    steps.run("clippy, browser", || done(run(workspace.cargo(&wasm))));
    steps.run("licences, sources, bans", || done(run(workspace.command(cargo_deny(workspace), &deny))));
    steps.finish()
}

/// Builds, then measures what is given away.
pub(crate) fn bench(workspace: &Workspace) -> Result<()> {
    build(workspace, Profile::Shipped)?;
    run(workspace.with_server(Profile::Shipped, workspace.command("node", &["end2end/bench/run.mjs"])))
}

/// Builds, then takes the README's screenshots.
pub(crate) fn screens(workspace: &Workspace) -> Result<()> {
    build(workspace, Profile::Release)?;
    run(workspace.with_server(Profile::Release, workspace.command("node", &["end2end/screens.mjs"])))
}

/// `cargo <verb>` in the profile of the tests.
fn cargo(workspace: &Workspace, verb: &str, packages: &[&str], rest: &[&str]) -> Command {
    workspace.cargo(&[&[verb, "--release", "--locked"], packages, rest].concat())
}

/// Where `xtask/setup` puts cargo-deny.
fn cargo_deny(workspace: &Workspace) -> PathBuf {
    workspace.target.join("tools/bin/cargo-deny")
}

/// A part with nothing to add to the summary.
fn done(result: Result<()>) -> Result<String> {
    result.map(|()| String::new())
}

//! What a version's database looks like, kept so that every later version is tried on it.

use crate::check::released::{RELEASED, listed};
use crate::workspace::{Profile, Workspace, run};
use anyhow::{Context, Result, bail};
use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};

/// Email, name and password of an administrator whom the demonstration gets besides its own.
const ADMINISTRATOR: &str = "release@alo.demo\nRelease\nalo-demo-2026\n";

/// Writes down the checksums of the migrations, and a backup of the demonstration as this version makes it.
pub(crate) fn keep(workspace: &Workspace) -> Result<()> {
    let version = workspace.version("server")?;
    let folder = workspace.root.join(RELEASED);
    let [sums, backup] = ["sums", "backup"].map(|kind| folder.join(format!("{version}.{kind}")));
    if sums.exists() {
        bail!(
            "{version} is kept already: what was released does not change. Give the next one its number in Cargo.toml"
        );
    }
    fs::create_dir_all(&folder)?;
    let database = workspace.target.join("release-database");
    if database.exists() {
        fs::remove_dir_all(&database)?;
    }
    let alo = |args: &[&str]| {
        let mut command = workspace.command(workspace.server(Profile::Release), args);
        command.env("ALO_SITE", workspace.site());
        command.env("ALO_DATABASE_URL", format!("sqlite:{}", database.join("alo.db").display()));
        command.env("ALO_DEMO", "on").env("ALO_SANDBOX", "on").env_remove("ALO_CONFIG");
        command
    };
    answer(alo(&["add-admin"]), ADMINISTRATOR)?;
    run(alo(&["backup", &backup.to_string_lossy()]))?;
    fs::write(&sums, listed(&workspace.root)?)?;
    Ok(fs::remove_dir_all(&database)?)
}

/// Runs a command that asks on the console.
fn answer(mut command: Command, answers: &str) -> Result<()> {
    let mut child = command.stdin(Stdio::piped()).spawn().context("alo could not be started")?;
    child.stdin.take().context("alo has no console")?.write_all(answers.as_bytes())?;
    if !child.wait()?.success() {
        bail!("alo made no demonstration (see above)");
    }
    Ok(())
}

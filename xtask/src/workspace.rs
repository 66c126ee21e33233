//! Where things are: the repository, cargo's target directory, the tools of npm.

use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// How the server is compiled: one of Cargo's profiles.
#[derive(Clone, Copy)]
pub(crate) enum Profile {
    /// As the tests need it: soon.
    Release,
    /// As it is given away and measured: for longer, as a whole.
    Shipped,
}

impl Profile {
    /// As Cargo calls it; also the folder of what is built.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Release => "release",
            Self::Shipped => "shipped",
        }
    }
}

/// The checkout this tool was started in.
pub(crate) struct Workspace {
    /// The folder of the workspace's `Cargo.toml`.
    pub(crate) root: PathBuf,
    /// Where cargo builds; it may lie outside the checkout.
    pub(crate) target: PathBuf,
    /// The members as `cargo metadata --no-deps` describes them.
    pub(crate) packages: Vec<Value>,
}

impl Workspace {
    /// Asks cargo. Fails where there is no workspace around the working directory.
    pub(crate) fn locate() -> Result<Self> {
        let output = Command::new("cargo")
            .args(["metadata", "--no-deps", "--format-version", "1"])
            .stderr(Stdio::inherit())
            .output()
            .context("cargo could not be started")?;
        if !output.status.success() {
            bail!("cargo metadata failed");
        }
        let mut metadata: Value = serde_json::from_slice(&output.stdout)?;
        let Value::Array(packages) = metadata["packages"].take() else { bail!("cargo metadata names no packages") };
        let path = |key: &str| metadata[key].as_str().map(PathBuf::from).with_context(|| format!("no {key}"));
        Ok(Self { root: path("workspace_root")?, target: path("target_directory")?, packages })
    }

    /// The version of a member.
    pub(crate) fn version(&self, member: &str) -> Result<String> {
        let package = self.packages.iter().find(|package| package["name"] == member);
        let version = package.and_then(|package| package["version"].as_str());
        version.map(str::to_owned).with_context(|| format!("{member} has no version"))
    }

    /// What a browser loads; always inside the checkout.
    pub(crate) fn site(&self) -> PathBuf {
        self.root.join("target/site")
    }

    /// The built server.
    pub(crate) fn server(&self, profile: Profile) -> PathBuf {
        self.target.join(profile.name()).join("alo")
    }

    /// A command to be run at the root of the repository.
    ///
    /// Without `RUSTFLAGS`: it would replace the flags of `.cargo/config.toml`, and the server's markup and the
    /// browser's would no longer be the same.
    pub(crate) fn command(&self, program: impl AsRef<Path>, args: &[&str]) -> Command {
        let mut command = Command::new(program.as_ref());
        command.args(args).current_dir(&self.root).env_remove("RUSTFLAGS").env_remove("CARGO_ENCODED_RUSTFLAGS");
        command
    }

    /// `cargo` with arguments, at the root of the repository.
    ///
    /// Without what cargo told this tool about itself: some build scripts watch those variables, and their crates
    /// would be built again whenever cargo is called from here and by hand in turn.
    pub(crate) fn cargo(&self, args: &[&str]) -> Command {
        let mut command = self.command("cargo", args);
        let ours = |name: &str| name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_");
        for (name, _) in std::env::vars().filter(|(name, _)| ours(name)) {
            command.env_remove(name);
        }
        command
    }

    /// A command that an npm package brings.
    pub(crate) fn npm_tool(&self, name: &str, args: &[&str]) -> Command {
        self.command(self.root.join("node_modules/.bin").join(name), args)
    }

    /// Tells a command where the built server is (`ALO_BIN`) and what it serves (`ALO_SITE`).
    pub(crate) fn with_server(&self, profile: Profile, mut command: Command) -> Command {
        command.env("ALO_BIN", self.server(profile)).env("ALO_SITE", self.site());
        command
    }
}

/// Runs a command to its end; an error names the command that failed.
pub(crate) fn run(mut command: Command) -> Result<()> {
    let program = command.get_program().to_string_lossy().into_owned();
    let status = command.status().with_context(|| format!("{program} could not be started"))?;
    if !status.success() {
        let args: Vec<_> = command.get_args().map(|arg| arg.to_string_lossy()).collect();
        bail!("{program} {} failed ({status})", args.join(" "));
    }
    Ok(())
}

/// Runs a command to its end and returns what it printed.
pub(crate) fn output_of(mut command: Command) -> Result<String> {
    let program = command.get_program().to_string_lossy().into_owned();
    let output = command.output().with_context(|| format!("{program} could not be started"))?;
    if !output.status.success() {
        bail!("{program} failed: {}", String::from_utf8_lossy(&output.stderr));
    }
    Ok(String::from_utf8(output.stdout)?)
}

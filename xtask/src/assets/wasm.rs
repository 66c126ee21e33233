//! The browser's half: cargo, wasm-bindgen, wasm-opt.

use super::{WASM_PROFILE, WASM_TARGET, hash};
use crate::workspace::{Workspace, run};
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};
use wasm_bindgen_cli_support::Bindgen;

/// Size first, and only what the compiler already emits and every browser of the last years knows.
const WASM_OPT: [&str; 7] = [
    "-Oz",
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// The built program.
pub(super) struct Program {
    /// The optimised wasm.
    pub(super) wasm: PathBuf,
    /// The script that loads it.
    pub(super) script: PathBuf,
    /// Scripts that crates bring along; the loading script imports them by relative paths. May not exist.
    pub(super) snippets: PathBuf,
}

/// Compiles, then binds and optimises unless this very wasm was done before.
pub(super) fn build(workspace: &Workspace, intermediate: &Path) -> Result<Program> {
    let cargo = ["build", "--locked", "--profile", WASM_PROFILE, "--target", WASM_TARGET, "--package", "frontend"];
    run(workspace.cargo(&cargo))?;
    let compiled = workspace.target.join(WASM_TARGET).join(WASM_PROFILE).join("frontend.wasm");
    let bytes = fs::read(&compiled).with_context(|| format!("no {}", compiled.display()))?;
    let tools = fs::read(workspace.root.join("package-lock.json"))?;
    let key = hash(&[&bytes, &tools, WASM_OPT.join(" ").as_bytes()]);

    let finished = intermediate.join(format!("wasm-{key}"));
    if !finished.exists() {
        let unfinished = intermediate.join("wasm-unfinished");
        remove_older(intermediate)?;
        bind(&compiled, &unfinished.join("pkg"))?;
        optimise(workspace, &unfinished.join("pkg"))?;
        fs::rename(&unfinished, &finished)?;
    }
    let package = finished.join("pkg");
    Ok(Program {
        wasm: package.join("optimised.wasm"),
        script: package.join("minified.js"),
        snippets: finished.join("snippets"),
    })
}

/// Writes the wasm and its script with the names that wasm-bindgen gives them.
fn bind(compiled: &Path, package: &Path) -> Result<()> {
    Bindgen::new()
        .input_path(compiled)
        .web(true)?
        .typescript(false)
        .out_name("alo")
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(package)
        .context("wasm-bindgen")?;
    let snippets = package.join("snippets");
    if snippets.exists() {
        // Beside the package, under a folder of the same name: the site's package folder takes them as they are.
        let kept = package.with_file_name("snippets");
        fs::create_dir_all(&kept)?;
        fs::rename(snippets, kept.join("snippets"))?;
    }
    Ok(())
}

/// Shrinks both files.
fn optimise(workspace: &Workspace, package: &Path) -> Result<()> {
    let path = |name: &str| package.join(name).to_string_lossy().into_owned();
    let (bound, optimised) = (path("alo_bg.wasm"), path("optimised.wasm"));
    let files = [bound.as_str(), "-o", optimised.as_str()];
    run(workspace.npm_tool("wasm-opt", &[WASM_OPT.as_slice(), &files].concat()))?;
    let minified = format!("--outfile={}", path("minified.js"));
    run(workspace.npm_tool("esbuild", &[&path("alo.js"), "--minify", "--log-level=warning", &minified]))
}

/// Earlier results and what an interrupted build left.
fn remove_older(intermediate: &Path) -> Result<()> {
    fs::create_dir_all(intermediate)?;
    for entry in fs::read_dir(intermediate)? {
        let entry = entry?;
        if entry.file_name().to_string_lossy().starts_with("wasm-") {
            fs::remove_dir_all(entry.path())?;
        }
    }
    Ok(())
}

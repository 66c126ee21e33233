//! What a browser loads: wasm, script, style sheet, fonts, icons. Built into `target/site`, hashed and compressed.
//!
//! ```text
//! target/site/pkg/*.<hash>.{wasm,js,css} and fonts     never change under their name: cache for ever
//! target/site/hash.txt                                  the hashes, as Leptos reads them
//! target/site/*                                         style/public as it is
//! target/site/softphone/stringee.js                     the browser kit of a telephone provider, from npm
//! target/site/sandbox/                                  pages of the pretend telephone company
//! ```

mod compress;
mod site;
mod stringee;
mod style;
mod wasm;

use crate::workspace::{Workspace, run};
use anyhow::Result;
use sha2::{Digest, Sha256};
use site::Site;
use std::fs;
use std::path::{Path, PathBuf};

/// Cargo's profile for the browser's half.
pub(crate) const WASM_PROFILE: &str = "wasm-release";
/// The platform of the browser's half.
pub(crate) const WASM_TARGET: &str = "wasm32-unknown-unknown";
/// The folder that the pretend telephone company's build fills itself.
const SANDBOX: &str = "sandbox";

/// Builds what changed since the last time.
pub(crate) fn build(workspace: &Workspace) -> Result<()> {
    let intermediate = workspace.root.join("target/assets");
    let program = wasm::build(workspace, &intermediate)?;
    let style = style::build(workspace, &intermediate)?;
    let mut site = Site::open(workspace.site(), SANDBOX);

    let style_hash = site.put_hashed("pkg/alo", "css", &fs::read(style.sheet)?)?;
    for (name, path) in program.files.into_iter().chain(style.files) {
        site.put(&Path::new("pkg").join(name), &fs::read(path)?)?;
    }
    for (name, path) in files_below(&workspace.root.join("style/public"))? {
        site.put(&name, &fs::read(path)?)?;
    }
    let kit = stringee::build(workspace, &intermediate)?;
    site.put(Path::new(stringee::SCRIPT), &fs::read(kit)?)?;
    let program = ["js", "wasm", "split", "manifest"].map(|kind| format!("{kind}: {}\n", program.hash)).concat();
    site.put(Path::new("hash.txt"), format!("{program}css: {style_hash}\n").as_bytes())?;
    site.remove_the_rest()?;
    site.report();

    let sandbox = workspace.site().join(SANDBOX);
    run(workspace.command("node", &["sandbox/web/build.mjs", &sandbox.to_string_lossy()]))
}

/// The first 64 bits of the SHA-256, in hex: enough to tell versions of one file apart.
fn hash(parts: &[&[u8]]) -> String {
    let mut digest = Sha256::new();
    for part in parts {
        digest.update(part);
    }
    digest.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// Every file below a folder, as (path relative to it, path); none if the folder does not exist.
fn files_below(folder: &Path) -> Result<Vec<(PathBuf, PathBuf)>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        if !next.exists() {
            continue;
        }
        for entry in fs::read_dir(&next)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.push((path.strip_prefix(folder)?.to_owned(), path));
            }
        }
    }
    found.sort();
    Ok(found)
}

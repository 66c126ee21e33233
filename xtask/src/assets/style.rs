//! The style sheets: one file from `style/main.css` and everything it imports.

use super::files_below;
use crate::workspace::{Workspace, run};
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};

/// The bundled sheet and the files it refers to by relative paths.
pub(super) struct Style {
    /// The sheet.
    pub(super) sheet: PathBuf,
    /// Fonts and pictures, hashed by name: (name, path).
    pub(super) files: Vec<(PathBuf, PathBuf)>,
}

/// Bundles and minifies.
pub(super) fn build(workspace: &Workspace, intermediate: &Path) -> Result<Style> {
    let folder = intermediate.join("style");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    let sheet = folder.join("alo.css");
    let outfile = format!("--outfile={}", sheet.display());
    let args = [
        "style/main.css",
        "--bundle",
        "--minify",
        "--target=chrome111,firefox113,safari16.4",
        "--loader:.woff2=file",
        "--loader:.woff=file",
        "--loader:.svg=file",
        "--asset-names=[name].[hash]",
        "--log-level=warning",
        &outfile,
    ];
    run(workspace.npm_tool("esbuild", &args)).context("the style sheets")?;
    let files = files_below(&folder)?.into_iter().filter(|(_, path)| *path != sheet).collect();
    Ok(Style { sheet, files })
}

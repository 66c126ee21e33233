//! Stringee's browser kit: the npm package as published, as one script for a page that loads nothing else.

use crate::workspace::{Workspace, run};
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};

/// Where the script is, below the site.
pub(super) const SCRIPT: &str = "softphone/stringee.js";
/// The published file.
const PUBLISHED: &str = "node_modules/stringee/index.js";
/// The package names its licence and its author, but ships no text of it.
const LICENCE: &str = "/*! stringee 2.9.3, (c) Stringee <https://www.stringee.com>, ISC licence; \
                       contains webrtc-adapter (BSD-3-Clause), sdp (MIT) and axios (MIT) */";

/// Bundles: the published file writes its names to a module's `exports`, here they become those of `window.Stringee`.
pub(super) fn build(workspace: &Workspace, intermediate: &Path) -> Result<PathBuf> {
    let script = intermediate.join("stringee.js");
    let outfile = format!("--outfile={}", script.display());
    let banner = format!("--banner:js={LICENCE}");
    let args = [
        PUBLISHED,
        "--bundle",
        "--minify",
        "--format=iife",
        "--global-name=Stringee",
        "--target=chrome111,firefox113,safari16.4",
        "--legal-comments=inline",
        "--log-level=warning",
        &banner,
        &outfile,
    ];
    run(workspace.npm_tool("esbuild", &args)).context("the browser kit of Stringee")?;
    Ok(script)
}

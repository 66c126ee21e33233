//! The browser's half: cargo, split into what every page needs and files that come when they are needed, wasm-bindgen.
//!
//! The files name each other, so all carry one hash: that of everything that was made.
//!
//! ```text
//! alo.<hash>.{wasm,js}           what every page needs, and the script that loads it
//! __wasm_split.<hash>.js         loads the others; its name and the next are those that Leptos looks for
//! __wasm_split_manifest.<hash>.json   what the server has a browser fetch together with a page
//! split_<pages>.<hash>.wasm      what only those pages need (app/src/fetched.rs)
//! chunk_<number>.<hash>.wasm     what several of them need
//! ```

use super::{WASM_PROFILE, WASM_TARGET, files_below, hash};
use crate::workspace::{Workspace, run};
use anyhow::{Context, Result, anyhow};
use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::{Path, PathBuf};
use wasm_bindgen_cli_support::Bindgen;

/// Where the hash belongs: as long as one, so that it can be written into finished wasm.
const UNKNOWN: &str = "________________";
/// The part of a link that splitting needs: what refers to what.
const LINK: &str = "-Clink-args=--emit-relocs";
/// Raised whenever the same program shall be bound in another way.
const WAY: &[u8] = b"1";

/// The built program.
pub(super) struct Program {
    /// The hash in all names.
    pub(super) hash: String,
    /// Every file by its name; some lie in folders.
    pub(super) files: Vec<(PathBuf, PathBuf)>,
}

/// Compiles, then splits and binds unless this very wasm was done before.
pub(super) fn build(workspace: &Workspace, intermediate: &Path) -> Result<Program> {
    let cargo = ["rustc", "--locked", "--profile", WASM_PROFILE, "--target", WASM_TARGET, "--package", "frontend"];
    run(workspace.cargo(&[cargo.as_slice(), &["--", LINK]].concat()))?;
    let compiled = workspace.target.join(WASM_TARGET).join(WASM_PROFILE).join("frontend.wasm");
    let bytes = fs::read(&compiled).with_context(|| format!("no {}", compiled.display()))?;
    let tools = fs::read(workspace.root.join("package-lock.json"))?;
    let crates = fs::read(workspace.root.join("Cargo.lock"))?;

    let finished = intermediate.join(format!("wasm-{}", hash(&[&bytes, &tools, &crates, WAY])));
    if !finished.exists() {
        let unfinished = intermediate.join("wasm-unfinished");
        remove_older(intermediate)?;
        bind(&bytes, &unfinished)?;
        minify(workspace, &unfinished)?;
        name(&unfinished)?;
        fs::rename(&unfinished, &finished)?;
    }
    let hash = fs::read_to_string(finished.join("hash"))?;
    Ok(Program { hash, files: files_below(&finished.join("pkg"))? })
}

/// Writes all files, the hash in their names still unknown.
fn bind(compiled: &[u8], folder: &Path) -> Result<()> {
    let package = folder.join("pkg");
    let main = folder.join("main.wasm");
    let (script, link) = (format!("./alo.{UNKNOWN}.js"), format!("./__wasm_split.{UNKNOWN}.js"));
    let split = wasm_split_cli_support::transform({
        let mut options = wasm_split_cli_support::Options::new(compiled);
        options.output_dir = &package;
        options.main_out_path = &main;
        options.main_module = &script;
        options.link_name = &link;
        options
    })
    .map_err(|error| anyhow!("{error:#}"))
    .context("wasm-split")?;
    let manifest = package.join(format!("__wasm_split_manifest.{UNKNOWN}.json"));
    fs::write(manifest, serde_json::to_vec(&named(split.prefetch_map))?)?;
    for part in split.split_modules {
        fs::rename(&part, part.with_extension(format!("{UNKNOWN}.wasm")))?;
    }

    Bindgen::new()
        .input_path(&main)
        .web(true)?
        .typescript(false)
        .keep_lld_exports(true)
        .demangle(false)
        .out_name("alo")
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(&package)
        .context("wasm-bindgen")?;
    fs::rename(package.join("alo_bg.wasm"), package.join(format!("alo.{UNKNOWN}.wasm")))?;
    Ok(fs::rename(package.join("alo.js"), package.join(format!("alo.{UNKNOWN}.js")))?)
}

/// What is fetched for which pages, in the names of the files without their endings, in a lasting order.
fn named(prefetched: HashMap<String, Vec<String>>) -> BTreeMap<String, Vec<String>> {
    let name = |part: String| format!("{part}.{UNKNOWN}");
    prefetched.into_iter().map(|(pages, parts)| (pages, parts.into_iter().map(name).collect())).collect()
}

/// Shrinks the scripts, and the wasm by the names of its functions.
fn minify(workspace: &Workspace, folder: &Path) -> Result<()> {
    for (name, path) in files_below(&folder.join("pkg"))? {
        let path_text = path.to_string_lossy();
        match name.extension().and_then(|extension| extension.to_str()) {
            Some("js") => {
                let linked = fs::read_to_string(&path)?.replace(".wasm\"", &format!(".{UNKNOWN}.wasm\""));
                fs::write(&path, linked)?;
                let outfile = format!("--outfile={path_text}");
                // The binding names the loading script once for each part.
                let quiet = "--log-override:duplicate-object-key=silent";
                let args =
                    [path_text.as_ref(), "--minify", "--allow-overwrite", "--log-level=warning", quiet, &outfile];
                run(workspace.npm_tool("esbuild", &args))?;
            }
            Some("wasm") => fs::write(&path, without_names(&fs::read(&path)?)?)?,
            _ => {}
        }
    }
    Ok(())
}

/// A wasm module without the sections that only people read.
fn without_names(module: &[u8]) -> Result<Vec<u8>> {
    const HEADER: usize = 8;
    let mut kept = module.get(..HEADER).context("no wasm")?.to_vec();
    let mut rest = &module[HEADER..];
    while let Some((&id, after_id)) = rest.split_first() {
        let (size, content) = number(after_id)?;
        let (content, next) = content.split_at_checked(size).context("a section is cut off")?;
        if id != 0 || !is_for_people(content)? {
            kept.extend_from_slice(&rest[..rest.len() - next.len()]);
        }
        rest = next;
    }
    Ok(kept)
}

fn is_for_people(custom: &[u8]) -> Result<bool> {
    let (length, after) = number(custom)?;
    let name = after.get(..length).context("a section's name is cut off")?;
    Ok(matches!(name, b"name" | b"producers" | b"target_features"))
}

/// A number in LEB128, and what follows it.
fn number(mut bytes: &[u8]) -> Result<(usize, &[u8])> {
    let (mut value, mut shift) = (0, 0);
    while let Some((&byte, after)) = bytes.split_first() {
        value |= usize::from(byte & 0x7f) << shift;
        shift += 7;
        bytes = after;
        if byte < 0x80 {
            return Ok((value, bytes));
        }
    }
    Err(anyhow!("a number is cut off"))
}

/// Puts the hash where it belongs.
fn name(folder: &Path) -> Result<()> {
    let files = files_below(&folder.join("pkg"))?;
    let contents = files.iter().map(|(_, path)| fs::read(path)).collect::<Result<Vec<_>, _>>()?;
    let hash = hash(&contents.iter().map(Vec::as_slice).collect::<Vec<_>>());
    for ((name, path), content) in files.iter().zip(contents) {
        fs::remove_file(path)?;
        let name = name.to_string_lossy().replace(UNKNOWN, &hash);
        fs::write(folder.join("pkg").join(name), with_hash(content, &hash))?;
    }
    Ok(fs::write(folder.join("hash"), hash)?)
}

fn with_hash(mut content: Vec<u8>, hash: &str) -> Vec<u8> {
    let mut at = 0;
    while let Some(window) = content.get_mut(at..at + UNKNOWN.len()) {
        if window == UNKNOWN.as_bytes() {
            window.copy_from_slice(hash.as_bytes());
            at += UNKNOWN.len();
        } else {
            at += 1;
        }
    }
    content
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_module_loses_only_what_people_read() {
        let header = [0, b'a', b's', b'm', 1, 0, 0, 0];
        let types = [1, 1, 0];
        let names = [0, 7, 4, b'n', b'a', b'm', b'e', 9, 9];
        let other = [0, 3, 1, b'x', 5];
        let module = [header.as_slice(), &types, &names, &other].concat();
        assert_eq!(without_names(&module).unwrap(), [header.as_slice(), &types, &other].concat());
        assert!(without_names(&module[..module.len() - 1]).is_err());
    }

    #[test]
    fn the_hash_is_written_wherever_it_belongs() {
        let content = format!("./alo.{UNKNOWN}.js {UNKNOWN}").into_bytes();
        assert_eq!(with_hash(content, "0123456789abcdef"), b"./alo.0123456789abcdef.js 0123456789abcdef");
    }
}

//! The folder that the server serves: writes what changed, removes what nobody put there this time.

use super::{compress, files_below, hash};
use anyhow::Result;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The folder and what belongs in it.
pub(super) struct Site {
    root: PathBuf,
    foreign: &'static str,
    wanted: BTreeSet<PathBuf>,
}

impl Site {
    /// `foreign` is a folder inside that someone else fills.
    pub(super) fn open(root: PathBuf, foreign: &'static str) -> Self {
        Self { root, foreign, wanted: BTreeSet::new() }
    }

    /// Puts a file under a name with its content's hash, which is returned.
    pub(super) fn put_hashed(&mut self, stem: &str, extension: &str, data: &[u8]) -> Result<String> {
        let hash = hash(&[data]);
        self.put(Path::new(&format!("{stem}.{hash}.{extension}")), data)?;
        Ok(hash)
    }

    /// Puts a file and its compressed siblings, unless the same content is there already.
    pub(super) fn put(&mut self, name: &Path, data: &[u8]) -> Result<()> {
        let unchanged = fs::read(self.root.join(name)).is_ok_and(|present| present == data);
        if compress::is_worth_it(name) {
            self.put_sibling(name, "br", unchanged, || compress::brotli(data))?;
            self.put_sibling(name, "gz", unchanged, || compress::gzip(data))?;
        }
        // Last: its presence promises the siblings.
        if !unchanged {
            self.write(name, data)?;
        }
        self.wanted.insert(name.to_owned());
        Ok(())
    }

    fn put_sibling(
        &mut self,
        name: &Path,
        extension: &str,
        unchanged: bool,
        compress: impl FnOnce() -> Result<Vec<u8>>,
    ) -> Result<()> {
        let mut sibling = name.as_os_str().to_owned();
        sibling.push(".");
        sibling.push(extension);
        let sibling = PathBuf::from(sibling);
        if !(unchanged && self.root.join(&sibling).exists()) {
            self.write(&sibling, &compress()?)?;
        }
        self.wanted.insert(sibling);
        Ok(())
    }

    /// Under another name first, so that a running server never serves half a file.
    fn write(&self, name: &Path, data: &[u8]) -> Result<()> {
        let path = self.root.join(name);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        let unfinished = self.root.join("unfinished.tmp");
        fs::write(&unfinished, data)?;
        Ok(fs::rename(unfinished, path)?)
    }

    /// Removes what earlier builds left.
    pub(super) fn remove_the_rest(&self) -> Result<()> {
        for (name, path) in files_below(&self.root)? {
            if !name.starts_with(self.foreign) && !self.wanted.contains(&name) {
                fs::remove_file(path)?;
            }
        }
        Ok(())
    }

    /// What a first visit loads, in bytes as they travel.
    pub(super) fn report(&self) {
        for name in &self.wanted {
            let extension = name.extension().and_then(|extension| extension.to_str());
            if name.starts_with("pkg") && matches!(extension, Some("wasm" | "js" | "css")) {
                let size = |suffix: &str| {
                    let path = format!("{}{suffix}", self.root.join(name).display());
                    fs::metadata(path).map_or(0, |file| file.len())
                };
                println!("{:48} {:>9} bytes, {:>8} as Brotli", name.display(), size(""), size(".br"));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_longer_put_disappears_and_the_foreign_folder_stays() {
        let root = std::env::temp_dir().join(format!("alo-site-{}", std::process::id()));
        fs::create_dir_all(root.join("sandbox")).unwrap();
        fs::write(root.join("sandbox/phone.html"), "x").unwrap();

        let mut first = Site::open(root.clone(), "sandbox");
        let old = first.put_hashed("pkg/alo", "css", b"a{color:red}").unwrap();
        first.remove_the_rest().unwrap();
        let mut second = Site::open(root.clone(), "sandbox");
        let new = second.put_hashed("pkg/alo", "css", b"a{color:blue}").unwrap();
        second.remove_the_rest().unwrap();

        let names: Vec<_> = files_below(&root).unwrap().into_iter().map(|(name, _)| name).collect();
        fs::remove_dir_all(&root).unwrap();
        assert_ne!(old, new);
        let expected: Vec<PathBuf> = ["", ".br", ".gz"]
            .iter()
            .map(|suffix| format!("pkg/alo.{new}.css{suffix}").into())
            .chain(["sandbox/phone.html".into()])
            .collect();
        assert_eq!(names, expected);
    }
}

//! Compressed siblings, made once here so that the server never compresses a file.

use anyhow::Result;
use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, write::GzEncoder};
use std::io::Write;
use std::path::Path;

/// Whether compression gains anything: fonts and pictures are compressed already.
pub(super) fn is_worth_it(path: &Path) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    matches!(extension, "wasm" | "js" | "mjs" | "css" | "svg" | "html" | "json" | "webmanifest" | "map")
}

/// Brotli at its strongest.
pub(super) fn brotli(data: &[u8]) -> Result<Vec<u8>> {
    let mut compressed = Vec::new();
    let params = BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut &*data, &mut compressed, &params)?;
    Ok(compressed)
}

/// Gzip at its strongest, for browsers and proxies without Brotli.
pub(super) fn gzip(data: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(data)?;
    Ok(encoder.finish()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn both_give_back_what_went_in() {
        let data = "một đoạn văn ".repeat(200).into_bytes();
        let mut from_brotli = Vec::new();
        let shrunk = brotli(&data).unwrap();
        brotli::BrotliDecompress(&mut &shrunk[..], &mut from_brotli).unwrap();
        let mut from_gzip = Vec::new();
        flate2::read::GzDecoder::new(&gzip(&data).unwrap()[..]).read_to_end(&mut from_gzip).unwrap();
        assert_eq!(from_brotli, data);
        assert_eq!(from_gzip, data);
        assert!(shrunk.len() < data.len() / 10);
    }

    #[test]
    fn fonts_are_left_alone() {
        assert!(is_worth_it(Path::new("pkg/alo.0123.wasm")));
        assert!(!is_worth_it(Path::new("pkg/be-vietnam-pro.woff2")));
        assert!(!is_worth_it(Path::new("favicon.ico")));
    }
}

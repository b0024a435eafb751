//! Small siblings of files, so that a server need not squeeze while somebody waits.

use crate::{Files, Problem};
use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::{self, Write as _};

/// Files that do not get smaller.
const SMALL_ALREADY: [&str; 3] = [".png", ".jpg", ".webp"];

/// Adds `NAME.br` and `NAME.gz` for every file that gets smaller.
pub(crate) fn squeeze(files: &mut Files) -> Result<(), Problem> {
    let mut squeezed = Files::new();
    for (name, bytes) in &*files {
        if SMALL_ALREADY.iter().any(|end| name.ends_with(end)) {
            continue;
        }
        for (end, small) in [("br", brotli(bytes)), ("gz", gzip(bytes))] {
            let path = format!("{name}.{end}");
            let small = small.map_err(|error| Problem::File { path: path.clone().into(), error })?;
            if small.len() < bytes.len() {
                squeezed.insert(path, small);
            }
        }
    }
    files.extend(squeezed);
    Ok(())
}

fn brotli(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut small = Vec::new();
    let best = BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: bytes.len(), ..Default::default() };
    brotli::BrotliCompress(&mut &*bytes, &mut small, &best)?;
    Ok(small)
}

fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish()
}

//! Makes the app's files: names that tell their content, a service worker that keeps them, and small siblings to send.
//!
//! The same input gives the same bytes.

mod anatomy;
mod bindings;
mod fill;
mod problem;
mod short;
mod sizes;
mod squeeze;
mod worker;
mod write;

pub use anatomy::with_anatomy;
pub use bindings::{Bindings, bindings};
pub use problem::Problem;
pub use write::write;

use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;

/// Files by path relative to the app, `/`-separated.
pub type Files = BTreeMap<String, Vec<u8>>;

/// The policy that the static files of the app bring along (`csp.txt`), and the only file of theirs that is not given out.
const POLICY: &str = "csp.txt";
/// The app's page. It, the manifest and the pages to read keep their names.
const PAGE: &str = "index.html";
const MANIFEST: &str = "manifest.webmanifest";

/// The app's files.
///
/// `fixed` are the files of `crates/ui/static`; where they name another file as `{{name}}`, its final name is put in.
/// `body` is the program of the body on screen; `guide` is a packed guide; `learn` are the pages to read with the figures of moves, which may name
/// files of the app in the same way.
///
/// # Errors
/// If a file is missing, or one names what is not there.
pub fn bundle(
    fixed: Files,
    bindings: Bindings,
    body: Bindings,
    guide: Vec<u8>,
    learn: Files,
) -> Result<Files, Problem> {
    let mut raw = fixed;
    let policy = raw.remove(POLICY).ok_or(Problem::Missing(POLICY))?;
    for needed in [PAGE, MANIFEST] {
        if !raw.contains_key(needed) {
            return Err(Problem::Missing(needed));
        }
    }
    raw.insert("app.js".into(), bindings.js);
    raw.insert("app.wasm".into(), bindings.wasm);
    raw.insert("scene.js".into(), body.js);
    raw.insert("scene.wasm".into(), body.wasm);
    raw.insert("guide.bin".into(), guide);
    raw.extend(learn);
    let words = BTreeMap::from([("csp".to_owned(), for_page(&policy)?)]);
    let mut files = fill::fill(raw, words, |name, bytes| match name {
        PAGE | MANIFEST => name.to_owned(),
        // An address that a person may have written down.
        _ if name.starts_with(pages::FOLDER) && name.ends_with(".html") => name.to_owned(),
        _ => hashed(name, bytes),
    })?;
    // Their place is written into the script that wants them, and has a hash in it already.
    files.extend(bindings.snippets);
    files.extend(body.snippets);
    let build = hash(files.iter().flat_map(|(name, bytes)| [name.as_bytes(), bytes.as_slice()]));
    files.insert("sw.js".into(), worker::worker(&build, &files).into_bytes());
    squeeze::squeeze(&mut files)?;
    let sizes = sizes::sizes(&build, &files);
    files.insert("build.json".into(), sizes.into_bytes());
    Ok(files)
}

/// The policy for a page that a plain file host gives out. `frame-ancestors` is only heard in a header.
fn for_page(policy: &[u8]) -> Result<String, Problem> {
    let policy = std::str::from_utf8(policy).map_err(|_| Problem::NotText(POLICY.to_owned()))?;
    let parts = policy.trim().split(';').map(str::trim);
    Ok(parts.filter(|part| !part.is_empty() && !part.starts_with("frame-ancestors")).collect::<Vec<_>>().join("; "))
}

/// `app.css` as `app-0123456789abcdef.css`.
fn hashed(name: &str, bytes: &[u8]) -> String {
    let hash = hash([bytes]);
    name.rsplit_once('.').map_or_else(|| format!("{name}-{hash}"), |(stem, end)| format!("{stem}-{hash}.{end}"))
}

/// The first 16 hexadecimal digits of the SHA-256 of all parts, each with its length.
fn hash<'b>(parts: impl IntoIterator<Item = &'b [u8]>) -> String {
    let mut sum = Sha256::new();
    for part in parts {
        sum.update((part.len() as u64).to_le_bytes());
        sum.update(part);
    }
    sum.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

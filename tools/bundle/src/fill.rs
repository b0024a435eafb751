//! Puts the final names of files where other files name them.

use crate::{Files, Problem};
use std::collections::BTreeMap;

const OPEN: &[u8] = b"{{";
const CLOSE: &[u8] = b"}}";
/// Files that may name others.
const FILLED: [&str; 7] = [".html", ".css", ".js", ".json", ".svg", ".webmanifest", ".txt"];

/// Every file under its final name, with every `{{word}}` replaced: by `words`, or by the final name of the file `word`.
///
/// A file gets its name when all it names have theirs, as a name may tell the content.
pub(crate) fn fill(
    mut raw: Files,
    mut words: BTreeMap<String, String>,
    name: impl Fn(&str, &[u8]) -> String,
) -> Result<Files, Problem> {
    let mut done = Files::new();
    while !raw.is_empty() {
        let (mut waiting, mut missing) = (Files::new(), Vec::new());
        let before = raw.len();
        for (file, bytes) in raw {
            match filled(&file, &bytes, &words) {
                Ok(bytes) => {
                    let last = name(&file, &bytes);
                    words.insert(file, last.clone());
                    done.insert(last, bytes);
                }
                Err(name) => {
                    missing.push(Problem::Unknown { file: file.clone(), name });
                    waiting.insert(file, bytes);
                }
            }
        }
        if waiting.len() == before {
            // Rather what is nowhere than what waits for it.
            let nowhere =
                |problem: &Problem| matches!(problem, Problem::Unknown { name, .. } if !waiting.contains_key(name));
            let at = missing.iter().position(nowhere).unwrap_or(0);
            return Err(missing.swap_remove(at));
        }
        raw = waiting;
    }
    Ok(done)
}

/// A script of ours without the lines that only say something to who reads it.
pub(crate) fn without_remarks(script: &str) -> String {
    let lines = script.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.flat_map(|line| [line, "\n"]).collect()
}

/// The text with every word replaced, or the first word that has no meaning yet.
fn filled(file: &str, bytes: &[u8], words: &BTreeMap<String, String>) -> Result<Vec<u8>, String> {
    // What wasm-bindgen wrote is nobody's template.
    if ["app.js", "scene.js"].contains(&file) || !FILLED.iter().any(|end| file.ends_with(end)) {
        return Ok(bytes.to_vec());
    }
    let (mut out, mut rest) = (Vec::with_capacity(bytes.len()), bytes);
    while let Some((before, after)) = split(rest, OPEN) {
        let Some((word, next)) = split(after, CLOSE) else { break };
        let word = String::from_utf8_lossy(word).into_owned();
        let meaning = words.get(&word).ok_or(word)?;
        out.extend_from_slice(before);
        out.extend_from_slice(meaning.as_bytes());
        rest = next;
    }
    out.extend_from_slice(rest);
    match String::from_utf8(out) {
        Ok(script) if file.ends_with(".js") => Ok(without_remarks(&script).into_bytes()),
        Ok(text) => Ok(text.into_bytes()),
        Err(bytes) => Ok(bytes.into_bytes()),
    }
}

fn split<'b>(bytes: &'b [u8], at: &[u8]) -> Option<(&'b [u8], &'b [u8])> {
    let found = bytes.windows(at.len()).position(|window| window == at)?;
    Some((&bytes[..found], &bytes[found + at.len()..]))
}

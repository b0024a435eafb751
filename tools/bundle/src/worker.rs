//! The service worker, which keeps the app's files on the device.

use crate::{Files, fill};

/// Its text, for a build and its files. What `figures.json` names is read from there.
pub(crate) fn worker(build: &str, files: &Files) -> String {
    let moves = files.keys().find(|name| name.starts_with("figures-") && name.ends_with(".json"));
    let figures = moves.and_then(|name| std::str::from_utf8(&files[name]).ok()).unwrap_or_default();
    let listed = files.keys().filter(|name| !figures.contains(&format!("\"{name}\"")));
    // A host may send `index.html` on to its folder, and a page that was sent on may not be shown from a cache.
    let listed = listed.map(|file| if file == crate::PAGE { "./" } else { file.as_str() });
    let mut listed: Vec<String> = listed.map(|file| format!("'{file}'")).collect();
    listed.sort();
    let text = include_str!("sw.js").replace("{{build}}", build).replace("{{pages}}", pages::FOLDER);
    let text = text.replace("{{questions}}", pages::QUESTIONS);
    let text = text.replace("{{figures}}", moves.map_or("", String::as_str));
    fill::without_remarks(&text.replace("'{{files}}'", &listed.join(",\n  ")))
}

//! The service worker, which keeps the app's files on the device.

/// Its text, for a build and its files.
pub(crate) fn worker<'f>(build: &str, files: impl IntoIterator<Item = &'f String>) -> String {
    // A host may send `index.html` on to its folder, and a page that was sent on may not be shown from a cache.
    let listed = files.into_iter().map(|file| if file == crate::PAGE { "./" } else { file.as_str() });
    let mut listed: Vec<String> = listed.map(|file| format!("'{file}'")).collect();
    listed.sort();
    let text = include_str!("sw.js").replace("{{build}}", build).replace("{{pages}}", pages::FOLDER);
    let text = text.replace("{{questions}}", pages::QUESTIONS);
    text.replace("'{{files}}'", &listed.join(",\n  "))
}

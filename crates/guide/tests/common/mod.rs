//! The default guide's files, and ways to spoil them.
#![allow(dead_code, clippy::panic, reason = "for tests, each of which uses some of it")]

use guide::{Guide, Problem, Problems};

/// Path and text of each file.
pub(crate) type Files = Vec<(String, String)>;

/// The default guide's files.
pub(crate) fn files() -> Files {
    Guide::embedded_files().iter().map(|&(path, text)| (path.to_owned(), text.to_owned())).collect()
}

/// A file's text, to be changed.
pub(crate) fn file<'a>(files: &'a mut Files, path: &str) -> &'a mut String {
    let found = files.iter_mut().find(|(known, _)| known == path);
    &mut found.unwrap_or_else(|| panic!("no file {path}")).1
}

/// The default guide's files with the first `from` in a file changed to `to`; `^key = ` stands for the first line that
/// begins so, whatever its number is today.
pub(crate) fn changed(path: &str, from: &str, to: &str) -> Files {
    let mut files = files();
    let text = file(&mut files, path);
    let line = from.strip_prefix('^').and_then(|begin| text.lines().find(|line| line.starts_with(begin)));
    let from = &line.unwrap_or(from).to_owned();
    assert!(text.contains(from.as_str()), "{path} has no {from:?}");
    *text = text.replacen(from, to, 1);
    files
}

/// The errors of a guide that must have some.
pub(crate) fn errors(files: &Files) -> Vec<Problem> {
    match Guide::read(files, "en") {
        Ok(_) => panic!("read a spoilt guide"),
        Err(Problems { errors, .. }) => errors,
    }
}

//! Reads cases and guides from files, never more than is sensible.

use crate::case_json::{self, LARGEST_CASE};
use crate::failure::Failure;
use guide::{Guide, LARGEST_FILE};
use pages::Library;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

/// What `-` stands for, in messages.
const STDIN: &str = "stdin";
/// A guide has no more files than this by far; a wrong directory may.
const MOST_FILES: usize = 2_000;
/// A guide's directories are not deeper than this.
const DEEPEST: usize = 8;

/// How a file is called in messages.
pub(crate) fn name(path: &Path) -> String {
    if path == Path::new("-") { STDIN.to_owned() } else { path.display().to_string() }
}

/// A file, or standard input for `-`.
///
/// # Errors
/// If it cannot be opened or is a directory.
pub(crate) fn open(path: &Path) -> Result<Box<dyn BufRead + Send>, Failure> {
    if path == Path::new("-") {
        return Ok(Box::new(BufReader::new(io::stdin())));
    }
    let file = File::open(path).map_err(|error| unreadable(path, &error))?;
    if file.metadata().map_err(|error| unreadable(path, &error))?.is_dir() {
        return Err(Failure::input(
            format!("{} is a directory", path.display()),
            "name a file with a case, or - for stdin",
        ));
    }
    Ok(Box::new(BufReader::new(file)))
}

/// All of a case; stops reading once it is too large.
///
/// # Errors
/// If it cannot be read or is larger than a case may be.
pub(crate) fn case(path: &Path) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let most = LARGEST_CASE as u64 + 1;
    open(path)?.take(most).read_to_end(&mut bytes).map_err(|error| unreadable(path, &error))?;
    if bytes.len() > LARGEST_CASE {
        return Err(Failure::Case { file: name(path), bad: case_json::too_large(1) });
    }
    Ok(bytes)
}

fn unreadable(path: &Path, error: &io::Error) -> Failure {
    let hint = match error.kind() {
        io::ErrorKind::NotFound => "is the name right? - stands for standard input",
        io::ErrorKind::PermissionDenied => "you may not read it",
        _ => "",
    };
    Failure::input(format!("cannot read {}: {error}", name(path)), hint)
}

/// The guide in `dir`, or the one that is built in.
///
/// # Errors
/// If the directory cannot be read, or the guide has errors.
pub(crate) fn guide(dir: Option<&Path>) -> Result<Guide, Failure> {
    match dir {
        None => Guide::embedded("en").map_err(Failure::BuiltIn),
        Some(dir) => {
            let guide = Guide::read(&guide_files(dir)?, "en").map_err(|problems| {
                let problems = problems.under(&dir.display().to_string());
                Failure::input(problems.to_string(), "`unknot guide check DIR` shows this again")
            })?;
            safe(guide, dir)
        }
    }
}

/// The pages of the guide in `dir`, or of the one that is built in. `guide` is that guide.
///
/// # Errors
/// If the directory cannot be read, or the pages have errors.
pub(crate) fn pages(guide: &Guide, dir: Option<&Path>) -> Result<Library, Failure> {
    match dir {
        None => pages::embedded(guide).map_err(Failure::BuiltIn),
        Some(dir) => pages::read(&guide_files(dir)?, guide).map_err(|problems| {
            let problems = problems.under(&dir.display().to_string());
            Failure::input(problems.to_string(), "`unknot guide check DIR` shows this again")
        }),
    }
}

/// A guide may ask more than the program insists on, never less.
///
/// # Errors
/// If an ask is left out of which one yes always closes the gate.
fn safe(guide: Guide, dir: &Path) -> Result<Guide, Failure> {
    let missing = safety::caps::missing_asks(&guide);
    if missing.is_empty() {
        return Ok(guide);
    }
    let place = dir.join("safety.toml");
    let message = format!("{}: these asks may not be left out: {}", place.display(), missing.join(", "));
    Err(Failure::input(message, "put them back as `[[flag.ask]]`; the built-in guide has them"))
}

/// Path and text of each file of a guide, sorted by path.
///
/// # Errors
/// If the directory cannot be read, is no guide, or a file in it is no text.
pub(crate) fn guide_files(dir: &Path) -> Result<Vec<(String, String)>, Failure> {
    let mut files = Vec::new();
    collect(dir, "", 0, &mut files)?;
    if !files.iter().any(|(path, _)| path.ends_with(".toml")) {
        let hint = "a guide has guide.toml, sources/, text/ and more; `unknot guide export` shows the built-in one";
        return Err(Failure::input(format!("there is no guide in {}: no .toml files", dir.display()), hint));
    }
    files.sort();
    Ok(files)
}

fn collect(dir: &Path, under: &str, depth: usize, files: &mut Vec<(String, String)>) -> Result<(), Failure> {
    let cannot = |path: &Path, error: &io::Error| {
        let hint = "the directory of a guide holds guide.toml, sources/, text/ and more";
        Failure::input(format!("cannot read {}: {error}", path.display()), hint)
    };
    for entry in fs::read_dir(dir).map_err(|error| cannot(dir, &error))? {
        let entry = entry.map_err(|error| cannot(dir, &error))?;
        let path = entry.path();
        let Ok(name) = entry.file_name().into_string() else { continue };
        if name.starts_with('.') {
            continue;
        }
        if path.is_dir() {
            if depth == DEEPEST {
                return Err(Failure::input(
                    format!("{} is too deep for a guide", path.display()),
                    "is it the right directory?",
                ));
            }
            collect(&path, &format!("{under}{name}/"), depth + 1, files)?;
        } else if name.ends_with(".toml") || is_page(under, &name) {
            if files.len() == MOST_FILES {
                return Err(Failure::input("more files than a guide has", "is it the right directory?"));
            }
            files.push((format!("{under}{name}"), text(&path).map_err(|error| cannot(&path, &error))?));
        }
    }
    Ok(())
}

/// Is it a page to read? Other Markdown of a guide is for those who edit it.
fn is_page(under: &str, name: &str) -> bool {
    under.starts_with("text/") && under.ends_with("/pages/") && name.ends_with(".md")
}

/// A file of a guide. One byte more than allowed is read, so that the guide's own check can say that it is too large.
fn text(path: &Path) -> io::Result<String> {
    let mut text = String::new();
    File::open(path)?.take(LARGEST_FILE as u64 + 1).read_to_string(&mut text)?;
    Ok(text)
}

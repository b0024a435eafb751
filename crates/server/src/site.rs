//! The app as files for any file host.

use crate::files::{FILES, File, has_app};
use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Says that a directory is a site of ours, and lists what is in it: the next site removes what it no longer has.
const LIST: &str = "unknot-site.txt";

/// Why a site was not written.
#[derive(Debug, thiserror::Error)]
pub enum SiteTrouble {
    /// There is nothing to write.
    #[error("the app is not in this build; build it with `cargo xtask run`")]
    NoApp,
    /// There is something in the directory that is not ours.
    #[error("{} is not empty and no earlier site", .0.display())]
    NotOurs(PathBuf),
    /// A file could not be written or removed.
    #[error("{}: {error}", .path.display())]
    Io {
        /// Which.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
}

/// Writes the app into a directory that is not there, empty, or an earlier site. Pages come last, so that whoever reads the
/// site meanwhile gets the old or the new one, whole. Gives the number of files.
///
/// # Errors
/// If the app is not built in, the directory holds something else, or a file cannot be written.
pub fn write_site(dir: &Path) -> Result<usize, SiteTrouble> {
    if !has_app() {
        return Err(SiteTrouble::NoApp);
    }
    write(FILES, dir)
}

fn write(files: &[File], dir: &Path) -> Result<usize, SiteTrouble> {
    let earlier = earlier(dir)?;
    let mut forms: Vec<(String, &[u8])> = Vec::new();
    for file in files {
        forms.push((file.name.to_owned(), file.plain));
        forms.extend(file.br.map(|bytes| (format!("{}.br", file.name), bytes)));
        forms.extend(file.gz.map(|bytes| (format!("{}.gz", file.name), bytes)));
    }
    // What others point at comes before what points: the page last.
    forms.sort_by_key(|(name, _)| (name.starts_with("index.html"), name.starts_with("sw.js"), name.clone()));
    let names: BTreeSet<&str> = forms.iter().map(|(name, _)| name.as_str()).collect();
    let list = |names: &BTreeSet<&str>| {
        names
            .iter()
            .fold(String::from("Unknot's app as files. These are its files:\n"), |list, name| list + name + "\n")
    };
    // While old and new are both there, both are listed: if this is cut off, the next one still knows them.
    let both = names.iter().copied().chain(earlier.iter().map(String::as_str)).collect();
    put(&dir.join(LIST), list(&both).as_bytes())?;
    for (name, bytes) in &forms {
        put(&dir.join(name), bytes)?;
    }
    for name in earlier.iter().filter(|name| !names.contains(name.as_str())) {
        let path = dir.join(name);
        match fs::remove_file(&path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(SiteTrouble::Io { path, error }),
            _ => {}
        }
    }
    put(&dir.join(LIST), list(&names).as_bytes())?;
    Ok(forms.len())
}

/// The files of an earlier site; none in an empty directory.
fn earlier(dir: &Path) -> Result<Vec<String>, SiteTrouble> {
    let failed = |error| SiteTrouble::Io { path: dir.to_owned(), error };
    match fs::read_to_string(dir.join(LIST)) {
        // A name that leads out of the directory is not one that was written here.
        Ok(list) => Ok(list.lines().skip(1).filter(|name| inside(name)).map(str::to_owned).collect()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            fs::create_dir_all(dir).map_err(failed)?;
            match fs::read_dir(dir).map_err(failed)?.next() {
                Some(_) => Err(SiteTrouble::NotOurs(dir.to_owned())),
                None => Ok(Vec::new()),
            }
        }
        Err(error) => Err(failed(error)),
    }
}

fn inside(name: &str) -> bool {
    !name.is_empty() && Path::new(name).components().all(|part| matches!(part, std::path::Component::Normal(_)))
}

/// Writes a file apart and gives it its name when it is whole.
fn put(path: &Path, bytes: &[u8]) -> Result<(), SiteTrouble> {
    let mut part = path.as_os_str().to_owned();
    part.push(".part");
    let part = PathBuf::from(part);
    let write = || {
        fs::create_dir_all(path.parent().unwrap_or(Path::new(".")))?;
        let mut file = fs::File::create(&part)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&part, path)
    };
    write().map_err(|error| SiteTrouble::Io { path: path.to_owned(), error })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &'static str, plain: &'static [u8], br: Option<&'static [u8]>) -> File {
        File { name, tag: "", plain, br, gz: None }
    }

    fn names(dir: &Path) -> Vec<String> {
        let entries = fs::read_dir(dir).expect("directory");
        let mut names: Vec<String> =
            entries.map(|entry| entry.expect("entry").file_name().into_string().expect("UTF-8")).collect();
        names.sort();
        names
    }

    #[test]
    fn a_site_is_written_and_the_next_one_takes_its_place() {
        let dir = std::env::temp_dir().join(format!("unknot-site-{}", std::process::id()));
        let old = [file("app-00000001.js", b"1", Some(b"b1")), file("index.html", b"old", None)];
        let new = [file("app-00000002.js", b"2", Some(b"b2")), file("index.html", b"new", None)];

        assert_eq!(write(&old, &dir).expect("written"), 3);
        assert_eq!(names(&dir), ["app-00000001.js", "app-00000001.js.br", "index.html", LIST]);
        fs::write(dir.join("CNAME"), "of the host").expect("written");
        assert_eq!(write(&new, &dir).expect("written"), 3);
        assert_eq!(names(&dir), ["CNAME", "app-00000002.js", "app-00000002.js.br", "index.html", LIST]);
        assert_eq!(fs::read(dir.join("index.html")).expect("read"), b"new");

        fs::remove_file(dir.join(LIST)).expect("removed");
        assert!(matches!(write(&new, &dir), Err(SiteTrouble::NotOurs(_))));
        fs::remove_dir_all(&dir).expect("removed");
    }

    #[test]
    fn only_names_inside_are_removed() {
        for (name, yes) in
            [("a/b.js", true), ("../b", false), ("", false), (if cfg!(windows) { "C:\\b" } else { "/b" }, false)]
        {
            assert_eq!(inside(name), yes, "{name}");
        }
    }
}

//! Puts files into a folder.

use crate::{Files, Problem};
use std::path::{Path, PathBuf};
use std::{fs, io};

/// Makes `dir` hold `files` and nothing else. A file that is right already is left alone, so that what is built from it
/// need not be built again.
///
/// # Errors
/// If a file cannot be read, written or removed.
pub fn write(files: &Files, dir: &Path) -> Result<(), Problem> {
    fs::create_dir_all(dir).map_err(|error| at(dir, error))?;
    remove_others(files, dir, "")?;
    for (name, bytes) in files {
        let path = dir.join(name);
        if fs::read(&path).is_ok_and(|there| there == *bytes) {
            continue;
        }
        let folder = path.parent().unwrap_or(dir);
        fs::create_dir_all(folder).map_err(|error| at(folder, error))?;
        fs::write(&path, bytes).map_err(|error| at(&path, error))?;
    }
    Ok(())
}

fn remove_others(files: &Files, dir: &Path, under: &str) -> Result<(), Problem> {
    for entry in fs::read_dir(dir).map_err(|error| at(dir, error))? {
        let entry = entry.map_err(|error| at(dir, error))?;
        let (path, name) = (entry.path(), format!("{under}{}", entry.file_name().to_string_lossy()));
        let folder = entry.file_type().map_err(|error| at(&path, error))?.is_dir();
        let inside = format!("{name}/");
        let gone = match folder {
            true if files.keys().any(|file| file.starts_with(&inside)) => {
                remove_others(files, &path, &inside)?;
                Ok(())
            }
            true => fs::remove_dir_all(&path),
            false if files.contains_key(&name) => Ok(()),
            false => fs::remove_file(&path),
        };
        gone.map_err(|error| at(&path, error))?;
    }
    Ok(())
}

fn at(path: &Path, error: io::Error) -> Problem {
    Problem::File { path: PathBuf::from(path), error }
}
